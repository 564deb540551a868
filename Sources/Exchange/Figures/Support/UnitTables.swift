internal import Chronicle

/// Rows of several sorts in one file, for example one month each, on their way to one block each.
///
/// The same columns stand in all of them. Whatever is repeated or contradicts itself is met as in ``UnitTable``.
struct UnitTables<Key: Hashable> {
  private let texts: [String]
  private let numbers: [String]
  private var tables: [Key: UnitTable] = [:]

  init(texts: [String] = [], numbers: [String]) {
    self.texts = texts
    self.numbers = numbers
  }

  /// Takes a row of one sort, or refuses it and the one it contradicts.
  mutating func take(
    _ key: Key, _ unit: String, texts: [String] = [], numbers: [Double], line: Int, faults: inout Faults
  ) {
    tables[key, default: UnitTable(texts: self.texts, numbers: self.numbers)]
      .take(unit, texts: texts, numbers: numbers, line: line, faults: &faults)
  }

  /// The sorts, in no order.
  var keys: [Key] { Array(tables.keys) }

  /// The block of one sort.
  func block(_ key: Key) -> Block { (tables[key] ?? UnitTable(texts: texts, numbers: numbers)).block() }

  /// A sentence about rows that were there twice, when there were any.
  var repeatsNote: [String] {
    let repeats = tables.values.reduce(0) { $0 + $1.repeats }
    return repeats == 0 ? [] : ["\(repeats) rows repeat another exactly and were taken once"]
  }

  /// A sentence about units that some of the sorts lack, when any do.
  func gapsNote(_ noun: String) -> [String] {
    let counts = Set(tables.values.map(\.count))
    guard let least = counts.min(), let most = counts.max(), least < most else { return [] }
    return ["some periods have figures of \(least) \(noun) and others of \(most); what is missing stays missing"]
  }
}
