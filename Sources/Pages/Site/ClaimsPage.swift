/// The Claims page.
enum ClaimsPage {
  static func reply(_ visit: Visit) -> Reply { FaultPage.reply(.noSuchPage, today: visit.today) }
}
