/// The Measures page.
enum MeasuresPage {
  static func reply(_ visit: Visit) -> Reply { FaultPage.reply(.noSuchPage, today: visit.today) }
}
