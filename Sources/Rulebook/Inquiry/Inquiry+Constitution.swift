import Chronicle
import Governance
import Register
import Vocabulary

extension Inquiry {
  /// The facts as they were on another day, with the same trace.
  func governance(on day: Day) -> Governance { Governance(governance.snapshot.on(day), trace: governance.trace) }

  /// The versions of the body's constitution in force on the day: one, where the record is in order.
  func constitutions() throws(Unknown) -> [Held<Constitution>] {
    let found = governance.rows(\Constitution.body, naming: body)
    guard !found.isEmpty else {
      throw Unknown(kind: Constitution.layout.name, subject: body.text, "the constitution in force")
    }
    return found
  }

  /// The clause of the board's constitution that settles something, in force on a day.
  func clause(_ setting: Clause.Setting, on day: Day? = nil) -> Held<Clause>? {
    governance(on: day ?? self.day).rows(\Clause.body, naming: body).first { clause in
      clause.given.setting == setting
        && (clause.given.group.map { group in boards.contains { $0.id == group } } ?? true)
    }
  }

  /// What the constitution settles something as, on a day.
  func settled(_ setting: Clause.Setting, on day: Day? = nil) throws(Unknown) -> String {
    guard let clause = clause(setting, on: day) else {
      throw Unknown(kind: Clause.layout.name, subject: body.text, "what the constitution says of \(setting.called)")
    }
    return try clause.value
  }

  /// What the constitution settles something as, read as a value of a kind.
  func settled<Value: Cell>(
    _ setting: Clause.Setting, as kind: Value.Type, on day: Day? = nil
  ) throws(Unknown) -> Value {
    let text = try settled(setting, on: day)
    guard let value = Value(cell: text) else {
      throw Unknown(
        kind: Clause.layout.name, subject: body.text, column: "value",
        "what the constitution says of \(setting.called), as \(Value.expected)")
    }
    return value
  }
}

extension Clause.Setting {
  /// What it settles, in words.
  var called: String { rawValue.replacing("-", with: " ") }
}

extension Held<Constitution> {
  /// The version, for a reader: `version 2 of the constitution`.
  var called: String { "version \(given.version ?? id.text) of the constitution" }
}
