import Chronicle
import Register
import Vocabulary

@testable import Exchange

/// A record in memory that files are imported into, as the desk would.
struct Record {
  private(set) var statements: [Statement]
  private(set) var archive: Archive
  /// What the last import read.
  private(set) var reading: Reading?
  /// What it changed.
  private(set) var changes: [Change] = []
  private(set) var undecided: [Statement] = []
  /// What it changed, in words.
  private(set) var described: [DescribedChange] = []
  private var imports = 0

  static let shipped = Record(RealData.reference)
  static let today = Day("2026-11-21") ?? .distantPast

  init(_ statements: [Statement]) {
    self.statements = statements
    archive = .holding(statements)
  }

  /// The bodies on a day.
  func on(_ day: String) -> Register {
    Snapshot(archive, trueOn: Day(day) ?? .distantPast, audience: .restricted).register
  }

  var latest: Register { Snapshot(archive, trueOn: Record.today, audience: .restricted).register }

  mutating func take(_ file: InputFile, with reader: any Reader) throws {
    let reading = try reader.read(file, register: latest)
    take(reading.statements, asAt: reading.asAt)
    self.reading = reading
  }

  mutating func take(_ incoming: [Statement], asAt: Moment) {
    imports += 1
    let source = ID<Source>(slug: "file.\(imports).\(asAt)")
    let register = latest
    let result = Reconciliation(of: incoming.map { $0.sourced(from: source) }, asAt: asAt, with: register)
    changes = result.changes
    undecided = result.undecided
    described = describeChanges(changes, with: register)
    guard !changes.isEmpty else { return }
    var gone: Set<Int> = []
    var new = [
      Statement(
        Source(source, title: "a file", publisher: "a publisher", published: asAt), .always,
        source: SourceReference(nil))
    ]
    for change in changes {
      switch change {
      case .assert(let statement): new.append(statement)
      case .retract(let entry): gone.insert(entry)
      }
    }
    statements = statements.enumerated().filter { !gone.contains($0.offset + 1) }.map(\.element) + new
    archive = .holding(statements)
  }

  func taking(_ file: InputFile, with reader: any Reader) throws -> Record {
    var copy = self
    try copy.take(file, with: reader)
    return copy
  }

  func taking(_ incoming: [Statement], asAt: String) -> Record {
    var copy = self
    copy.take(incoming, asAt: Moment(asAt) ?? .unknown)
    return copy
  }

  /// What is said, whoever says it: sorted rows without sources and the sources' own rows.
  var meaning: [String] {
    statements.filter { $0.kind != Source.kind.name }
      .map { Line.join([$0.kind, $0.period.description, $0.certainty.rawValue, $0.subject] + $0.fields) }
      .sorted()
  }

  /// The rows about a subject of a kind, as `from..until value`.
  func rows(_ kind: String, _ subject: String) -> [String] {
    statements.filter { $0.kind == kind && $0.subject == subject }
      .sorted { $0.period.from.earliest < $1.period.from.earliest }
      .map { "\($0.period) \($0.fields.filter { !$0.isEmpty }.joined(separator: " "))" }
  }

  /// What a body is part of on a day.
  func parents(_ subject: String, on day: String) -> [String] {
    guard let id = ID<Body>(subject) else { return [] }
    return on(day).relations(of: id, type: Relation.partOf).map(\.fact.object.text).sorted()
  }
}
