internal import Register
internal import Vocabulary

extension Sentences {
  /// What happens to systems on one day, in numbers.
  struct Turn {
    var began: [BodyKind: Int] = [:]
    var ended: [BodyKind: Int] = [:]
    var altered: [BodyKind: Int] = [:]
    var planned = 0

    init() {}

    init(on day: Day, _ roster: Roster) {
      for member in roster.members {
        let begins = member.lives.contains { $0.from.day == day }
        let ends = member.lives.contains { $0.until.day == day }
        if begins { began[member.kind, default: 0] += 1 }
        if ends { ended[member.kind, default: 0] += 1 }
        let turns = member.turns.filter { $0.moment.day == day }
        planned += turns.filter { $0.isGift && !$0.isInForce }.count
        if !begins, !ends, turns.contains(where: \.isSameKind) { altered[member.kind, default: 0] += 1 }
      }
    }
  }

  /// `On 1 April 2026 twelve boards ended, six began and one changed its area.`
  static func turn(_ turn: Turn, on day: Day, happened: Bool) -> String {
    var parts: [String] = []
    for (kind, count) in turn.ended.sorted(by: { Kinds.rank($0.key) < Kinds.rank($1.key) }) {
      let word = Kinds.word(kind)
      parts.append(
        "\(self.count(count, word.one, word.many)) \(happened ? "ended" : count == 1 ? "ends" : "end")")
    }
    for (kind, count) in turn.began.sorted(by: { Kinds.rank($0.key) < Kinds.rank($1.key) }) {
      let word = Kinds.word(kind)
      parts.append(
        "\(self.count(count, word.one, word.many)) \(happened ? "began" : count == 1 ? "begins" : "begin")")
    }
    for (kind, count) in turn.altered.sorted(by: { Kinds.rank($0.key) < Kinds.rank($1.key) }) {
      let word = Kinds.word(kind)
      let verb = happened ? "changed" : count == 1 ? "changes" : "change"
      parts.append("\(self.count(count, word.one, word.many)) \(verb) area")
    }
    if parts.isEmpty { return "On \(day.written) nothing is recorded to change." }
    let what =
      parts.count > 1 ? parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "") : parts[0]
    let some = turn.planned > 0 ? " Some of it is only planned." : ""
    return "On \(day.written) \(what).\(some)"
  }
}
