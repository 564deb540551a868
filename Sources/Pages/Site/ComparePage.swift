/// The Compare page.
enum ComparePage {
  static func reply(_ visit: Visit, _ ids: [String]) -> Reply { FaultPage.reply(.noSuchPage, today: visit.today) }
}
