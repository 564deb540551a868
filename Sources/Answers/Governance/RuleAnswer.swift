public import Chronicle
internal import Governance
internal import Register
internal import Rulebook
internal import Vocabulary

/// One rule: what it says, where, when it is in force, and three small records that show how it answers.
public struct RuleAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence: where the rule stands on the day, and how it is decided.
  public let sentence: String
  /// The rule.
  public let rule: RulesAnswer.Entry
  /// Where its text was read, and which part of it is from memory.
  public let sure: String
  /// Whether it is in force on the day.
  public let isInForce: Bool
  /// What it says of three small records; none where a person must judge.
  public let examples: [Example]

  /// A small record, and what the rule says of it.
  public struct Example: Encodable, Hashable, Sendable {
    /// `met`, `finding` or `not-applicable`.
    public let result: String
    /// The day it is asked on.
    public let day: String
    /// That day as a reader would write it.
    public let dayWritten: String
    /// What the rule says of it.
    public let explanation: String
    /// What the record holds.
    public let facts: [Fact]
  }

  /// A fact of an example.
  public struct Fact: Encodable, Hashable, Sendable {
    /// What such a fact says: `a group has a seat`.
    public let meaning: String
    /// What it is about.
    public let subject: String
    /// For when it is true.
    public let period: String
    /// What stands in it, column by column, those that are filled.
    public let cells: [Cell]
  }

  /// A column of a fact of an example.
  public struct Cell: Encodable, Hashable, Sendable {
    /// What stands in the column.
    public let meaning: String
    /// The value.
    public let value: String
  }

  /// The rule of an identifier on the snapshot's day; nil where the rulebook has none.
  public init?(_ id: String, in snapshot: Snapshot) {
    guard let rule = Rules.rule(RuleID(id)) else { return nil }
    asAt = AsAt(snapshot)
    self.rule = RulesAnswer.Entry(rule)
    sure = RuleAnswer.read(rule.text.sure)
    isInForce = rule.text.isInForce(on: snapshot.trueOn)
    examples = rule.isComputable ? RuleAnswer.examples(of: rule) : []
    let how =
      rule.isComputable
      ? "The facts recorded decide it." : "The facts alone cannot decide it: a person must judge."
    sentence = "\(rule.text.standing(on: snapshot.trueOn)) \(how)"
  }

  /// The marks of the rulebook’s research in words: `V1 text / M date`.
  private static func read(_ marks: String) -> String {
    var words = ""
    var mark = ""
    for character in marks + " " {
      if character.isLetter || character.isNumber {
        mark.append(character)
        continue
      }
      switch mark {
      case "V1": words += "read in the law itself"
      case "V2": words += "read in an official text"
      case "V3": words += "read second-hand"
      case "M": words += "from memory"
      default: words += mark
      }
      mark = ""
      words.append(character)
    }
    return String(words.dropLast())
  }

  private static func examples(of rule: Rule) -> [Example] {
    let examples = rule.examples
    let texts = [
      (Verdict.Result.met, examples.met), (.finding, examples.finding), (.notApplicable, examples.notApplicable),
    ]
    return texts.compactMap { result, text in
      guard let setting = try? Notation.statements(Examples.setting), let own = try? Notation.statements(text) else {
        return nil
      }
      let day = Snapshot(Archive.holding(setting + own), trueOn: examples.day, audience: .restricted)
      let verdict = rule.verdict(
        on: examples.body, in: day.governance, law: rule.text.status == .proposed ? .proposed : .actual)
      return Example(
        result: result.rawValue, day: examples.day.description, dayWritten: examples.day.written,
        explanation: verdict.explanation, facts: own.map { Fact($0, in: day) })
    }
  }
}

extension RuleAnswer.Fact {
  /// A statement of an example, its columns named by what stands in them.
  fileprivate init(_ statement: Statement, in snapshot: Snapshot) {
    let governance = snapshot.governance
    func called(_ text: String) -> String { ID<Holder>(text).map { governance.name($0) } ?? text }
    let kind = Sheets.kind(statement.kind)
    meaning = kind?.meaning ?? String(statement.kind.split(separator: "-").dropLast().joined(separator: " "))
    subject = called(statement.subject)
    period = statement.period.written
    guard let kind else {
      cells = statement.fields.filter { !$0.isEmpty }.map { RuleAnswer.Cell(meaning: "", value: called($0)) }
      return
    }
    cells = zip(kind.columns, statement.fields).compactMap { column, text in
      guard !text.isEmpty else { return nil }
      guard column.referent != nil, let names = [String](cell: text) else {
        return RuleAnswer.Cell(meaning: column.meaning, value: text)
      }
      return RuleAnswer.Cell(meaning: column.meaning, value: names.map(called).joined(separator: "; "))
    }
  }
}

extension RuleText {
  /// Whether it is law, or guidance that stands, on a day. What is proposed is not, until it is commenced.
  func isInForce(on day: Day) -> Bool {
    status != .proposed && status != .planned && (from.map { day >= $0 } ?? true) && (until.map { day < $0 } ?? true)
  }

  /// Where it stands on a day, in a sentence.
  func standing(on day: Day) -> String {
    if status == .proposed || status == .planned {
      return "It is \(status == .proposed ? "proposed" : "planned") and is not in force until a day for it is recorded."
    }
    if let from, day < from { return "On \(day.written) it is not in force yet: it begins on \(from.written)." }
    if let until, day >= until {
      return "On \(day.written) it is no longer in force: it ended on \(until.advanced(by: -1).written)."
    }
    return "On \(day.written) it is in force."
  }
}
