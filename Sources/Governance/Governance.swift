public import Chronicle
public import Register
public import Vocabulary

/// How a system is governed, as a snapshot shows it: who sits where, who may decide what, what was decided.
///
/// A stateless lens. With a trace it notes every cell that is read, so that an answer can show the facts it rests on.
public struct Governance {
  /// The snapshot looked through.
  public let snapshot: Snapshot
  /// What notes the cells that are read; nil where nobody asks.
  public let trace: Trace?

  /// A lens that notes what is read.
  public init(_ snapshot: Snapshot, trace: Trace? = nil) {
    self.snapshot = snapshot
    self.trace = trace
  }

  /// The bodies.
  public var register: Register { snapshot.register }
}

extension Snapshot {
  /// How systems are governed.
  public var governance: Governance { Governance(self) }
}

extension Governance {
  // MARK: What is true on the day

  /// The rows of a sheet that are surely true on the day.
  public func rows<S: Sheet>(_ sheet: S.Type) -> [Held<S>] {
    snapshot.all(Row<S>.self).map { Held($0, trace) }
  }

  /// The rows about a subject that are surely true on the day.
  public func rows<S: Sheet>(_ sheet: S.Type, of subject: ID<S>) -> [Held<S>] {
    snapshot.all(Row<S>.self, of: subject).map { Held($0, trace) }
  }

  /// The first row about a subject that is surely true on the day.
  public func row<S: Sheet>(_ sheet: S.Type, of subject: ID<S>) -> Held<S>? {
    snapshot.first(Row<S>.self, of: subject).map { Held($0, trace) }
  }

  /// The rows that name a thing in a column, surely true on the day. O(rows found).
  public func rows<S: Sheet, V: Cell>(_ column: KeyPath<S, Column<V>>, naming thing: ID<some Any>) -> [Held<S>] {
    named(column, thing.text).filter { $0.period.surelyContains(snapshot.trueOn) }.map { Held($0, trace) }
  }

  // MARK: What has been, up to the day

  /// The rows of a sheet that began on or before the day, by start, whether or not they still stand.
  public func history<S: Sheet>(_ sheet: S.Type) -> [Held<S>] {
    past(Array(snapshot.history(Row<S>.self)))
  }

  /// The rows about a subject that began on or before the day, by start.
  public func history<S: Sheet>(_ sheet: S.Type, of subject: ID<S>) -> [Held<S>] {
    past(snapshot.history(Row<S>.self, of: subject))
  }

  /// The rows that name a thing in a column and began on or before the day, by start. O(rows found).
  public func history<S: Sheet, V: Cell>(_ column: KeyPath<S, Column<V>>, naming thing: ID<some Any>) -> [Held<S>] {
    past(named(column, thing.text))
  }

  /// Every row that names a thing in a column, those still to come too, by start.
  public func calendar<S: Sheet, V: Cell>(_ column: KeyPath<S, Column<V>>, naming thing: ID<some Any>) -> [Held<S>] {
    byStart(named(column, thing.text))
  }

  /// Every row about a subject, those still to come too, by start.
  public func calendar<S: Sheet>(_ sheet: S.Type, of subject: ID<S>) -> [Held<S>] {
    byStart(snapshot.history(Row<S>.self, of: subject))
  }

  /// Every row of a sheet, those still to come too, by start.
  public func calendar<S: Sheet>(_ sheet: S.Type) -> [Held<S>] { byStart(Array(snapshot.history(Row<S>.self))) }

  private func past<S: Sheet>(_ versions: [Version<Row<S>>]) -> [Held<S>] {
    byStart(versions.filter { $0.period.from.latest <= snapshot.trueOn })
  }

  private func byStart<S: Sheet>(_ versions: [Version<Row<S>>]) -> [Held<S>] {
    versions.sorted { a, b in
      let (first, second) = (a.period.from, b.period.from)
      if first.earliest != second.earliest { return first.earliest < second.earliest }
      return a.fact.subject != b.fact.subject ? a.fact.subject < b.fact.subject : a.entry < b.entry
    }.map { Held($0, trace) }
  }

  private func named<S: Sheet, V: Cell>(_ path: KeyPath<S, Column<V>>, _ thing: String) -> [Version<Row<S>>] {
    let index = snapshot.archive.derived(SheetIndex<S>.self, SheetIndex.init)
    let versions = snapshot.archive.table(Row<S>.self).versions
    let column = S.layout.sheet[keyPath: path].name
    return (index.positions[column]?[thing] ?? []).map { versions[$0] }.filter { snapshot.holds($0) }
  }

  // MARK: Lists that are complete

  /// That a list of a subject is claimed to be complete on the day, by a source. A rule that counts, or says that
  /// something is not there, needs the claim: absence is not knowledge.
  public func complete(_ list: Complete.List, of subject: ID<some Any>) throws(Unknown) {
    let claims = snapshot.all(Row<Complete>.self, of: ID<Complete>(subject)).map { Held($0, trace) }
    for claim in claims where claim.version.fact.fields.first == list.rawValue {
      trace?.note(claim.version, cell: list.rawValue)
      return
    }
    throw Unknown(
      kind: Complete.layout.name, subject: subject.text, "the claim that \(list.words) is complete")
  }

  /// Whether a list of a subject is claimed to be complete on the day.
  public func isComplete(_ list: Complete.List, of subject: ID<some Any>) -> Bool {
    (try? complete(list, of: subject)) != nil
  }
}

/// Where in a sheet the rows stand that name a thing, by column.
private struct SheetIndex<S: Sheet>: Sendable {
  var positions: [String: [String: [Int]]] = [:]

  init(_ archive: Archive) {
    let naming = S.layout.columns.enumerated().filter { $0.element.referent != nil }
    for (position, version) in archive.table(Row<S>.self).versions.enumerated() {
      for (index, column) in naming {
        for part in [String](cell: version.fact.fields[index]) ?? [] {
          positions[column.name, default: [:]][part, default: []].append(position)
        }
      }
    }
  }
}
