public import Chronicle
internal import Measures
public import Vocabulary

/// Which figures up to a month read otherwise now than they did at a transaction?
public struct RevisionsAnswer: Encodable, Sendable {
  /// A figure that has changed.
  public struct Cell: Encodable, Hashable, Sendable {
    /// The measure, the period and the unit's code.
    public let measure, period, unit: String
    /// What it was; nil where there was none.
    public let then: Double?
    /// What it is; nil where there is none.
    public let now: Double?
    /// Where the present figure was read, or the past one where there is none now.
    public let source: String
  }

  /// The answer in a sentence.
  public let sentence: String
  /// The figures, by measure, period and unit.
  public let cells: [Cell]

  /// The figures of every period that ends by the end of the month and was known at the transaction. What is only new
  /// is no revision. O(figures of the periods that changed).
  public init(of month: Day, since transaction: Int, in snapshot: Snapshot, blocks: Blocks) throws {
    let end = month.startOfMonth.startOfNextMonth
    let then = Snapshot(
      snapshot.archive, trueOn: snapshot.trueOn, known: .recorded(by: transaction), audience: snapshot.audience)
    func key(_ version: Version<Observation>) -> Key {
      let fact = version.fact
      return Key(measure: fact.subject.text, label: fact.label, basis: fact.basis, grain: fact.grain)
    }
    let past = Dictionary(
      then.history(Observation.self).filter { $0.period.until.earliest <= end }.map { (key($0), $0) },
      uniquingKeysWith: RevisionsAnswer.nearer)
    let present = Dictionary(
      snapshot.history(Observation.self).map { (key($0), $0) }, uniquingKeysWith: RevisionsAnswer.nearer)
    var cells: [Cell] = []
    for (key, old) in past where present[key]?.fact.block != old.fact.block {
      cells += try RevisionsAnswer.compare(old, present[key], blocks)
    }
    self.cells = cells.sorted { ($0.measure, $0.period, $0.unit) < ($1.measure, $1.period, $1.unit) }
    sentence =
      cells.isEmpty
      ? "No figure has changed since transaction t\(transaction)."
      : "\(Sentences.capital(Sentences.count(cells.count, "figure has", "figures have"))) changed since transaction "
        + "t\(transaction)."
  }

  /// Whoever may see the figures themselves compares those, and not what was released of them.
  private static func nearer(_ first: Version<Observation>, _ second: Version<Observation>) -> Version<Observation> {
    first.audience == .public ? second : first
  }

  private struct Key: Hashable {
    let measure: String
    let label: String
    let basis: Basis
    let grain: String
  }

  private static func compare(
    _ old: Version<Observation>, _ new: Version<Observation>?, _ blocks: Blocks
  ) throws -> [Cell] {
    func figures(_ version: Version<Observation>?) throws -> [String: Double] {
      guard let version else { return [:] }
      let block = try blocks(version.fact.block)
      let values = zip(block.units, block.numbers[version.fact.column] ?? []).filter { !$0.1.isNaN }
      return Dictionary(values, uniquingKeysWith: { first, _ in first })
    }
    let (before, after) = (try figures(old), try figures(new))
    return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.map { unit in
      Cell(
        measure: old.fact.subject.text, period: old.fact.label, unit: unit, then: before[unit], now: after[unit],
        source: (after[unit] == nil ? old : new ?? old).source.text)
    }
  }
}
