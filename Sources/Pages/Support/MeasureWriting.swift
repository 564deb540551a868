internal import Answers
internal import Register
internal import Vocabulary

/// How figures, bases, grains and periods are put in words on the pages of figures.
enum MeasureWriting {
  /// How a bar or a cell writes a figure: whole numbers, or shares as percent.
  static func writing(isRatio: Bool) -> BarList.Writing { isRatio ? .percent(places: 2) : .whole }

  static func text(_ value: Double, isRatio: Bool) -> String {
    isRatio
      ? Figures.percent(value, places: 2) : Figures.fixed(value, places: value == value.rounded() ? 0 : 1)
  }

  static func badge(_ status: String) -> Badge {
    switch status {
    case "exact": .exact
    case "apportioned": .apportioned
    default: .refused
    }
  }

  static func badges(state: String) -> [Badge] {
    switch state {
    case "provisional": [.provisional]
    case "revised": [.revised]
    case "estimate": [.estimated]
    default: []
    }
  }

  /// What the units of figures are, for a reader who knows no codes.
  static func grain(_ grain: String) -> String {
    switch grain {
    case "practice": "general practice"
    case "lsoa11": "small area of 2011"
    case "lsoa21": "small area of 2021"
    case "commissioner": "commissioning body"
    case "sub-icb-location": "sub-ICB location"
    case "trust": "trust"
    case "icb": "integrated care board"
    case "ccg": "clinical commissioning group"
    case "stp": "sustainability and transformation partnership"
    default: grain
    }
  }

  /// What the basis means for a reader, as a sentence.
  static func explanation(_ basis: Basis) -> String {
    let meaning = Sentences.capital(basis.explanation)
    return switch basis {
    case .resident:
      "\(meaning). Figures move between boards with small areas, which hold about 1,500 people each."
    case .registered: "\(meaning). Figures move between boards with whole practices."
    case .commissioned: "\(meaning), wherever it is given. Figures move with the commissioning body."
    case .provided: "\(meaning). Figures move with whole trusts and are never divided by where people live."
    case .employed: "\(meaning). Figures move with the employer."
    }
  }

  /// `2025/26`, `January 2026`: a period's label as a reader would say it.
  static func period(_ label: String) -> String {
    label.utf8.count == 7 && label.contains("-") ? Moment(label)?.written ?? label : label
  }

  /// `30 months, January 2024 to June 2026`; `2025/26`.
  static func periods(_ labels: [String]) -> String {
    guard let first = labels.first, let last = labels.last else { return "none" }
    return labels.count == 1
      ? period(first)
      : "\(Figures.counted(labels.count, "period", "periods")), \(period(first)) to \(period(last))"
  }

  static func bases(_ bases: [Basis]) -> String { bases.map(\.rawValue).joined(separator: ", ") }

  /// How old the latest figures are on a day, in words.
  static func age(of held: MeasureEntry.Held, on day: Day) -> String {
    let end = held.until.moment.earliest
    let last = end == .distantFuture ? held.from.moment.latest : end.advanced(by: -1)
    guard last != .distantPast, last != .distantFuture else { return "date unknown" }
    let days = Int(day.number) - Int(last.number)
    if days < 0 { return "ends \(last.written)" }
    if days < 62 { return "\(Figures.counted(days, "day", "days")) old" }
    if days < 730 { return "\(days / 30) months old" }
    return "\(days / 365) years old"
  }
}
