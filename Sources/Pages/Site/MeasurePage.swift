/// The Measure page.
enum MeasurePage {
  static func reply(_ visit: Visit, _ id: String, _ view: Place.MeasureView) -> Reply { FaultPage.reply(.noSuchPage, today: visit.today) }
}
