/// The About page.
enum AboutPage {
  static func reply(_ visit: Visit) -> Reply { FaultPage.reply(.noSuchPage, today: visit.today) }
}
