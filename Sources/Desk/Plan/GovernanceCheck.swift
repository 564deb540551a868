internal import Chronicle
internal import Governance

/// Finds rows of governance that cannot stand beside the others: a delegation that comes back to its giver, two people in
/// one seat at once, minutes approved before their meeting.
struct GovernanceCheck {
  /// A statement that cannot stand.
  struct Breach {
    /// The position of the arriving statement.
    let index: Int
    let reason: String
  }

  /// What would be wrong once statements have arrived and entries have gone. Faults that the record has already are not
  /// told again. O(rows of governance) when any arrives.
  static func breaches(of arriving: [Statement], in archive: Archive, without gone: Set<Int>) -> [Breach] {
    let isSheet = { (kind: String) in Kinds.byName[kind]?.isSheet == true }
    guard arriving.contains(where: { isSheet($0.kind) }) else { return [] }
    var world: [(statement: Statement, index: Int?)] = []
    for kind in archive.kinds where isSheet(kind) {
      for entry in archive.entries(of: kind) {
        guard archive.recorded(entry)?.retractedBy == nil, !gone.contains(entry), let row = archive.row(of: entry),
          let statement = try? Statement(row)
        else { continue }
        world.append((statement, nil))
      }
    }
    for (index, statement) in arriving.enumerated() where isSheet(statement.kind) { world.append((statement, index)) }
    return Inconsistency.all(in: Archive.holding(world.map(\.statement))).compactMap { fault in
      world[fault.entry - 1].index.map { Breach(index: $0, reason: fault.reason) }
    }
  }
}
