/// The Find page.
enum FindPage {
  static func reply(_ visit: Visit, _ words: String) -> Reply { FaultPage.reply(.noSuchPage, today: visit.today) }
}
