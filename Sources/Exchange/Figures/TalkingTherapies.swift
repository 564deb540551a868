internal import Chronicle
internal import Formats
public import Measures
public import Register
internal import Vocabulary

/// NHS Talking Therapies for anxiety and depression by sub-ICB location and month, one figure a row, NHS England.
///
/// Counts are published rounded to the nearest five, so sums of them are off by a little; percentages are published
/// without the counts they were made of, so they cannot be recast. Every measure and month is a block of its own, so
/// that each figure keeps its row. Block columns: number `value`; `row`.
public struct TalkingTherapiesReader: Reader {
  /// The reader.
  public init() {}

  /// `talking-therapies`.
  public let format = "talking-therapies"
  /// What it reads.
  public let summary = "NHS Talking Therapies by sub-ICB location and month, one figure a row, NHS England (CSV)"
  /// The counts and percentages of the monthly publication.
  public var measures: [MeasureDefinition] { Self.items.map(\.definition) }
  /// NHS England publishes them.
  public let isOfficialPublication = true

  private struct Item: Sendable {
    let published: String
    let definition: MeasureDefinition
    var isCount: Bool { definition.additivity == .additive }

    init(_ published: String, _ subject: String, _ name: String, _ unit: String, _ meaning: String) {
      self.published = published
      definition = MeasureDefinition(
        ID(slug: "talking-therapies.\(subject)"), name, unit: unit,
        additivity: unit == "%" ? .notAdditive : .additive, meaning: meaning)
    }
  }

  private static let items = [
    Item(
      "Count_ReferralsReceived", "referrals-received", "Talking therapies: referrals received", "referrals",
      "Referrals received in the month, rounded to the nearest five."),
    Item(
      "Count_AccessingServices", "accessing-services", "Talking therapies: people entering treatment", "people",
      "People whose first treatment was in the month, rounded to the nearest five."),
    Item(
      "Count_EndedReferrals", "ended-referrals", "Talking therapies: referrals ended", "referrals",
      "Referrals that ended in the month, rounded to the nearest five."),
    Item(
      "Count_FinishedCourseTreatment", "finished-course", "Talking therapies: courses finished", "referrals",
      "Referrals that ended in the month after at least two treatments, rounded to the nearest five."),
    Item(
      "Count_Deterioration", "deteriorated", "Talking therapies: reliable deterioration", "referrals",
      "Finished courses after which symptoms were reliably worse, rounded to the nearest five."),
    Item(
      "Percentage_AccessingServices6WeeksFinishedCourseTreatment", "within-6-weeks",
      "Talking therapies: began within six weeks", "%",
      "Of finished courses, those whose first treatment was within six weeks of referral."),
    Item(
      "Percentage_AccessingServices18WeeksFinishedCourseTreatment", "within-18-weeks",
      "Talking therapies: began within eighteen weeks", "%",
      "Of finished courses, those whose first treatment was within eighteen weeks of referral."),
    Item(
      "Percentage_Recovery", "recovery", "Talking therapies: recovery", "%",
      "Of finished courses that began as a clinical case, those that ended as none."),
    Item(
      "Percentage_ReliableRecovery", "reliable-recovery", "Talking therapies: reliable recovery", "%",
      "Of finished courses that began as a clinical case, those that recovered and reliably improved."),
    Item(
      "Percentage_Improvement", "improvement", "Talking therapies: reliable improvement", "%",
      "Of finished courses, those after which symptoms were reliably better."),
    Item(
      "Percentage_Deterioration", "deterioration", "Talking therapies: share with reliable deterioration", "%",
      "Of finished courses, those after which symptoms were reliably worse."),
  ]

  private struct Key: Hashable {
    let month: Month
    let item: Int
  }

  /// A column of sub-ICB locations' codes, a date, a name and a value, and measures of the service in the first rows.
  public func recognise(_ file: InputFile) throws -> Recognition {
    guard let headings = try FileTable.headings(of: file), headings.has("date"), headings.has("name"),
      headings.has("value"), Self.places(headings).count == 1
    else { return .no }
    // Many tables are of this shape; what the first rows count tells whether this is one of talking therapies.
    let name = try headings.need("name")
    var table = try FileTable.stream(file)
    guard let row = try table.next(), row.count > name else { return .no }
    let word = row.trimmed(name)
    guard Self.items.contains(where: { $0.published == word }) else {
      return word.hasPrefix("Count_") || word.hasPrefix("Percentage_")
        ? .almost("'\(word.prefix(60))' is no measure of talking therapies that is known here") : .no
    }
    return .yes
  }

  private static func places(_ headings: Headings) -> [Int] {
    headings.keys.indices.filter { at in
      let key = headings.keys[at]
      guard key.hasPrefix("sicbl") else { return false }
      return ["code", "codeh", "cd", "cdh"].contains(String(key.dropFirst(5).drop(while: \.isNumber)))
    }
  }

  /// Reads the table.
  public func read(_ file: InputFile, register: Register) throws -> Reading {
    var table = try FileTable.stream(file)
    let headings = Headings(table.columns)
    guard let code = Self.places(headings).first else {
      throw ImportError("no column says which sub-ICB location a row is of: 'sicbl22_code' or the like")
    }
    let (date, name, value) = (
      try headings.need("date"), try headings.need("name"), try headings.need("value")
    )
    let position = Dictionary(uniqueKeysWithValues: Self.items.enumerated().map { ($1.published, $0) })

    var faults = Faults()
    var suppressed = 0
    var units = UnitTables<Key>(numbers: ["value"])
    while let row = try table.next() {
      faults.row(row, of: headings) { (faults: inout Faults) throws(RowFault) in
        guard let item = position[row.trimmed(name)] else {
          throw RowFault("'\(row.trimmed(name).prefix(60))' is no measure of talking therapies that is known here")
        }
        let month = try Month(of: row.trimmed(date))
        let unit = row.trimmed(code)
        guard AreaCodes.isONS(unit, "E38") || AreaCodes.isODS(unit) && !unit.hasPrefix("E38") else {
          throw RowFault("'\(unit.prefix(40))' is not the code of a sub-ICB location")
        }
        let number =
          Self.items[item].isCount ? try row.count(value, in: headings) : try row.amount(value, in: headings)
        guard Self.items[item].isCount || !(number > 100) else {
          throw RowFault("\(Decimals.shortest(number)) is no percentage")
        }
        if number.isNaN { suppressed += 1 }
        units.take(
          Key(month: month, item: item), unit, numbers: [number], line: row.line, faults: &faults)
      }
    }
    try faults.settle(file)

    let keys = units.keys.sorted { ($0.month.first, $0.item) < ($1.month.first, $1.item) }
    var reading = Reading(
      title: "NHS Talking Therapies by sub-ICB location, \(keys.map(\.month.written).span)",
      publisher: "NHS England", published: file.statedPublication)
    reading.rowsRead = faults.rowsRead
    reading.refused = faults.refused
    reading.notes =
      ["counts are published rounded to the nearest five; sums of them are off by a little"] + units.repeatsNote
    if suppressed > 0 { reading.notes.append("\(suppressed) figures are suppressed and stay missing") }
    reading.definitions = measures.filter { definition in
      keys.contains { Self.items[$0.item].definition == definition }
    }
    reading.figures = keys.map { key in
      Reading.Figures(
        period: key.month.period, label: key.month.label, basis: .commissioned, grain: "sub-icb-location",
        block: units.block(key), columns: [(Self.items[key.item].definition.subject, "value")])
    }
    return reading
  }
}
