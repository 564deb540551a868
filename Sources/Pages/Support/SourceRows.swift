internal import Chronicle
internal import Vocabulary

/// What was taken from one source, read from the record as it stands.
struct SourceRows: Encodable {
  /// One fact as it is recorded.
  struct Row: Encodable {
    let fact: String
    let subject: String
    let says: [String]
    let from: String
    let until: String
    let certainty: String
    let place: String
    let entry: Int
  }

  /// How many facts of a kind were taken from it, and a few of them.
  struct Group: Encodable {
    let fact: String
    let count: Int
    let sample: [Row]
  }

  /// The most rows shown of each kind.
  static let sampled = 5

  let groups: [Group]
  let certainties: [String: Int]

  /// Reads every row of the record once. Only public rows that the snapshot knows count. O(bytes).
  init(of source: ID<Source>, in snapshot: Snapshot) {
    var groups: [Group] = []
    var certainties: [String: Int] = [:]
    for kind in snapshot.archive.kinds where kind != Source.kind.name {
      var count = 0
      var sample: [Row] = []
      for entry in snapshot.archive.entries(of: kind) {
        guard SourceRows.isKnown(entry, in: snapshot), let text = snapshot.archive.row(of: entry),
          text.contains(source.text), let statement = try? Statement(text), statement.source.source == source,
          snapshot.audience.maySee(statement.audience)
        else { continue }
        count += 1
        certainties[statement.certainty.rawValue, default: 0] += 1
        if sample.count < SourceRows.sampled { sample.append(Row(statement, entry)) }
      }
      if count > 0 { groups.append(Group(fact: kind, count: count, sample: sample)) }
    }
    self.groups = groups.sorted { ($1.count, $0.fact) < ($0.count, $1.fact) }
    self.certainties = certainties
  }

  private static func isKnown(_ entry: Int, in snapshot: Snapshot) -> Bool {
    guard let recorded = snapshot.archive.recorded(entry) else { return false }
    switch snapshot.known {
    case .latest, .published: return recorded.retractedBy == nil
    case .recorded(let number): return recorded.by <= number && (recorded.retractedBy ?? .max) > number
    }
  }
}

extension SourceRows.Row {
  fileprivate init(_ statement: Statement, _ entry: Int) {
    self.init(
      fact: statement.kind, subject: statement.subject, says: statement.fields,
      from: statement.period.fromText,
      until: statement.period.untilText, certainty: statement.certainty.rawValue,
      place: statement.source.locator,
      entry: entry)
  }
}
