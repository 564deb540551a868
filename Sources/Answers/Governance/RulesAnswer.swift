internal import Register
public import Rulebook
internal import Vocabulary

/// The rulebook: every rule with its text, citation, dates and weight.
public struct RulesAnswer: Encodable, Hashable, Sendable {
  /// The answer in a sentence.
  public let sentence: String
  /// How many rules there are.
  public let count: Int
  /// How many the facts alone decide.
  public let computable: Int
  /// The rules.
  public let rules: [Entry]

  /// One rule.
  public struct Entry: Encodable, Hashable, Sendable {
    /// Its identifier.
    public let id: String
    /// The part of the rulebook.
    public let section: String
    /// The heading of that part.
    public let heading: String
    /// What it says.
    public let rule: String
    /// Where it says so.
    public let citation: String
    /// What it rests on.
    public let strength: String
    /// Whether it is in force.
    public let status: String
    /// What a finding under it weighs.
    public let severity: String
    /// The first day it is in force.
    @OrNull public private(set) var from: String?
    /// The first day it no longer is.
    @OrNull public private(set) var until: String?
    /// What is known of its dates beside the days.
    public let dates: String
    /// How sure we are of the text.
    public let certainty: String
    /// Whether the facts alone decide it.
    public let computable: Bool
    /// Where a person must judge: what.
    public let judgement: String
    /// The facts it needs.
    public let facts: String
    /// What a finding looks like.
    public let finding: String
    /// The kinds of body it is put to.
    public let subjects: [String]

    /// A rule.
    public init(_ rule: Rule) {
      let text = rule.text
      id = text.id.text
      section = text.section.rawValue
      heading = text.section.heading
      self.rule = text.text
      citation = text.citation
      strength = text.strength.rawValue
      status = text.status.rawValue
      severity = text.severity.rawValue
      _from = OrNull(wrappedValue: text.from?.description)
      _until = OrNull(wrappedValue: text.until?.description)
      dates = [text.fromText, text.untilText].filter { !$0.isEmpty }.joined(separator: "; ")
      certainty = text.certainty.rawValue
      computable = rule.isComputable
      if case .judged(let question) = rule.kind { judgement = question } else { judgement = "" }
      facts = text.facts
      finding = text.finding
      subjects = rule.subjects.map(\.rawValue)
    }
  }

  /// The rules that pass a test; all unless one is given.
  public init(where wanted: (Rule) -> Bool = { _ in true }) {
    let chosen = Rules.all.filter(wanted)
    rules = chosen.map { Entry($0) }
    count = chosen.count
    computable = chosen.filter(\.isComputable).count
    let people = count - computable
    sentence =
      "\(Sentences.capital(Sentences.count(count, "rule", "rules"))): the facts decide \(Sentences.number(computable))"
      + (people == 0 ? "." : ", and \(Sentences.number(people)) \(people == 1 ? "needs" : "need") a person.")
  }
}
