public import Chronicle
public import Vocabulary

/// A fact that is needed and that the record does not hold.
public struct Unknown: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of fact: `appointment-1`.
  public let kind: String
  /// What it would be about.
  public let subject: String
  /// The column; empty where a whole row, or the claim that a list is complete, is missing.
  public let column: String
  /// What is missing, as a reader would say it.
  public let what: String

  /// A missing fact.
  public init(kind: String, subject: String, column: String = "", _ what: String) {
    self.kind = kind
    self.subject = subject
    self.column = column
    self.what = what
  }

  /// `the day it was approved (appointment-1 chair.2024, column approved)`.
  public var description: String {
    let place = [kind, subject].filter { !$0.isEmpty }.joined(separator: " ")
    return "\(what) (\(place)\(column.isEmpty ? "" : ", column \(column)"))"
  }
}

/// What was read of the record to answer a question: the facts that decided it.
public final class Trace {
  /// A cell that was read.
  public struct Reading: Hashable, Sendable {
    /// The entry of the journal.
    public let entry: Int
    /// The kind of fact.
    public let kind: String
    /// What it is about.
    public let subject: String
    /// The column.
    public let column: String
    /// What stood in it.
    public let cell: String
    /// Whether the answer could not be given without it.
    public let isNeeded: Bool
  }

  /// The cells read, each once, in the order they were first read.
  public private(set) var readings: [Reading] = []
  /// What was noted, by entry, column and whether it was needed: a cell is read many times and noted once.
  private var seen: Set<Int> = []

  /// A trace of nothing yet.
  public init() {}

  /// Notes that the claim of a whole list was relied on.
  func note(_ claim: Version<Row<Complete>>, cell: String) {
    guard isNew(entry: claim.entry, column: 0, isNeeded: true) else { return }
    note(
      Reading(
        entry: claim.entry, kind: Complete.layout.name, subject: claim.fact.subject.text, column: "list", cell: cell,
        isNeeded: true))
  }

  /// Whether a cell has not been noted yet; from now on it has.
  func isNew(entry: Int, column: Int, isNeeded: Bool) -> Bool {
    seen.insert(entry << 9 | column << 1 | (isNeeded ? 1 : 0)).inserted
  }

  func note(_ reading: Reading) { readings.append(reading) }
}

/// A row as an engine reads it: each cell by the name of its column.
///
/// `try seat.role` gives the cell, or throws what is missing. `seat.given.role` gives nil where the cell is empty, for
/// facts that need not be there.
@dynamicMemberLookup
public struct Held<S: Sheet> {
  /// The row as the record holds it.
  public let version: Version<Row<S>>
  let trace: Trace?

  init(_ version: Version<Row<S>>, _ trace: Trace?) {
    self.version = version
    self.trace = trace
  }

  /// What it is about.
  public var id: ID<S> { version.fact.subject }
  /// When it is true.
  public var period: Period { version.period }

  /// The cell of a column.
  public subscript<V: Cell>(dynamicMember path: KeyPath<S, Column<V>>) -> V {
    get throws(Unknown) {
      let column = S.layout.sheet[keyPath: path]
      guard let value = read(column, isNeeded: true) else {
        throw Unknown(kind: S.layout.name, subject: id.text, column: column.name, column.meaning)
      }
      return value
    }
  }

  /// The same row, with nil for a cell that is empty.
  public var given: Given<S> { Given(row: self) }

  /// The first day it is true.
  public var start: Day {
    get throws(Unknown) {
      guard period.from != .always, let day = period.from.day else {
        throw Unknown(kind: S.layout.name, subject: id.text, column: "from", "the day it began")
      }
      return day
    }
  }

  /// The first day it is no longer true; nil while it has not ended.
  public var end: Day? { period.until == .never ? nil : period.until.latest }

  fileprivate func read<V: Cell>(_ column: Column<V>, isNeeded: Bool) -> V? {
    guard let index = S.layout.index(of: column.name) else { return nil }
    let cell = version.fact.fields[index]
    let needed = isNeeded && !column.isNeeded
    if let trace, trace.isNew(entry: version.entry, column: index, isNeeded: needed) {
      trace.note(
        Trace.Reading(
          entry: version.entry, kind: S.layout.name, subject: id.text, column: column.name, cell: cell,
          isNeeded: needed))
    }
    return cell.isEmpty ? nil : V(cell: cell)
  }
}

/// The cells of a row that need not be there.
@dynamicMemberLookup
public struct Given<S: Sheet> {
  let row: Held<S>

  /// The cell of a column; nil where it is empty.
  public subscript<V: Cell>(dynamicMember path: KeyPath<S, Column<V>>) -> V? {
    row.read(S.layout.sheet[keyPath: path], isNeeded: false)
  }
}
