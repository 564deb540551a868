internal import Chronicle
internal import Measures
internal import Vocabulary

/// Keeps every other way into the public part of a record shut for what `publish` would have put through the gate.
struct ReleaseGuard {
  /// A statement that cannot stand.
  struct Breach {
    /// The position of the arriving statement.
    let index: Int
    let reason: String
  }

  /// Public figures of a measure whose small numbers are to be hidden, and that show some. O(figures arriving).
  static func breaches(
    of arriving: [Statement], in archive: Archive, without gone: Set<Int>, block: (Digest) throws -> Block?
  ) throws -> [Breach] {
    var rules: [String: Set<String>] = [:]
    for version in archive.table(DisclosurePolicy.self).versions
    where version.retracted == .max && !gone.contains(version.entry) {
      rules[version.fact.subject.text, default: []].insert(version.fact.rule)
    }
    for statement in arriving where statement.kind == DisclosurePolicy.kind.name {
      rules[statement.subject, default: []].formUnion(statement.fields)
    }
    return try arriving.enumerated().compactMap { index, statement in
      guard statement.kind == Observation.kind.name, statement.audience == .public,
        let names = rules[statement.subject],
        !names.contains(DisclosureRule.asPublished.id)
      else { return nil }
      let known = names.compactMap(DisclosureRule.named).filter(\.hidesOrRounds)
      guard !known.isEmpty, let digest = Digest(hex: statement.fields[5]), let block = try block(digest) else {
        return nil
      }
      let column = ReleasedColumn(statement.fields[4], of: block)
      let reasons = known.map { rule -> String? in
        guard let column else { return "they have not been through it" }
        return column.breach(of: rule, units: block.units)
      }
      guard let reason = reasons[0], reasons.allSatisfy({ $0 != nil }) else { return nil }
      return Breach(
        index: index,
        reason: "figures of \(statement.subject) are published under the rule '\(known[0].id)', and \(reason): import "
          + "them with --internal, and `concordat publish` puts them through it")
    }
  }
}
