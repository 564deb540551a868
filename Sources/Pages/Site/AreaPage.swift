/// The Area page.
enum AreaPage {
  static func reply(_ visit: Visit, _ form: Place.AreaForm) -> Reply {
    FaultPage.reply(.noSuchPage, today: visit.today)
  }
}
