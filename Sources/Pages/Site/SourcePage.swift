/// The Source page.
enum SourcePage {
  static func reply(_ visit: Visit, _ id: String) -> Reply { FaultPage.reply(.noSuchPage, today: visit.today) }
}
