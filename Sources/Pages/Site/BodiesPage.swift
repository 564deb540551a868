/// The Bodies page.
enum BodiesPage {
  static func reply(_ visit: Visit, _ kind: String) -> Reply { FaultPage.reply(.noSuchPage, today: visit.today) }
}
