internal import Chronicle
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

    init(on day: Day, kinds: [BodyKind], in register: Register) {
      for kind in kinds {
        for body in register.everyBody(kind) {
          let lives = register.snapshot.history(Body.self, of: body)
          let begins = lives.contains { $0.period.from.day == day }
          let ends = lives.contains { $0.period.until.day == day }
          if begins { began[kind, default: 0] += 1 }
          if ends { ended[kind, default: 0] += 1 }
          let gains = register.successions(to: body).filter { $0.period.from.day == day }
          let gives = register.successions(from: body).filter { $0.period.from.day == day }
          planned += gives.filter { !$0.fact.status.isInForce }.count
          let same = (gains.map(\.fact.subject) + gives.map(\.fact.successor)).contains {
            register.kind($0) == kind
          }
          if !begins, !ends, same { altered[kind, default: 0] += 1 }
        }
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
