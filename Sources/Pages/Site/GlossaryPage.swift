/// The Glossary page.
enum GlossaryPage {
  static func reply(_ visit: Visit) -> Reply { FaultPage.reply(.noSuchPage, today: visit.today) }
}
