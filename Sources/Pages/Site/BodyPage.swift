/// The Body page.
enum BodyPage {
  static func reply(_ visit: Visit, _ id: String) -> Reply { FaultPage.reply(.noSuchPage, today: visit.today) }
}
