/// The Data page.
enum DataPage {
  static func reply(_ visit: Visit) -> Reply { FaultPage.reply(.noSuchPage, today: visit.today) }
}
