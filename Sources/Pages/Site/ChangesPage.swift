internal import Vocabulary

/// The Changes page.
enum ChangesPage {
  static func reply(_ visit: Visit, _ day: Day?) -> Reply { FaultPage.reply(.noSuchPage, today: visit.today) }
}
