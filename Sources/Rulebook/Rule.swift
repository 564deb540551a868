public import Governance
public import Register
public import Vocabulary

/// A rule of how a system is governed: its text, to whom it applies, its check and its examples.
public struct Rule: Sendable {
  /// Its text.
  public let text: RuleText
  /// The kinds of body it is asked of.
  public let subjects: [BodyKind]
  /// How it is decided.
  public let kind: Kind
  /// Its examples, which are its tests and its documentation.
  public let examples: Examples

  /// How a rule is decided.
  public enum Kind: Sendable {
    /// From the facts recorded.
    case computed(@Sendable (Inquiry) throws(Unknown) -> Void)
    /// By a person: what has to be judged.
    case judged(String)
  }

  /// Its identifier.
  public var id: RuleID { text.id }

  /// Whether the facts alone decide it.
  public var isComputable: Bool {
    if case .computed = kind { true } else { false }
  }

  /// A rule the facts decide. Its text must stand in the table of rules.
  public init(
    _ id: RuleID, of subjects: BodyKind..., check: @escaping @Sendable (Inquiry) throws(Unknown) -> Void,
    examples: Examples
  ) {
    text = Rule.text(of: id)
    self.subjects = subjects
    kind = .computed(check)
    self.examples = examples
  }

  /// A rule a person decides.
  public init(_ id: RuleID, of subjects: BodyKind..., judged question: String) {
    text = Rule.text(of: id)
    self.subjects = subjects
    kind = .judged(question)
    examples = Examples(on: "2026-11-01", met: "", finding: "", notApplicable: "")
  }

  private static func text(of id: RuleID) -> RuleText {
    guard let text = RuleCatalogue.rule(id) else { preconditionFailure("the table of rules has no \(id)") }
    return text
  }
}

/// What a rule says of three small records, one for each answer it can give. The fourth, unknown, comes of itself: take
/// any fact the first one needs away.
public struct Examples: Sendable {
  /// The day they are asked on.
  public let day: Day
  /// The body that is asked about.
  public let body: ID<Body>
  /// A record in which the rule is met, in the notation of examples, beside what every example has.
  public let met: String
  /// A record in which it finds something.
  public let finding: String
  /// A record to which it does not apply.
  public let notApplicable: String

  /// Examples; each is added to `Examples.setting`, which every example shares.
  public init(
    on day: StaticString, of body: StaticString = "north", met: String, finding: String, notApplicable: String
  ) {
    guard let day = Day("\(day)"), let body = ID<Body>("\(body)") else {
      preconditionFailure("an example needs a day and a body: \(day), \(body)")
    }
    self.day = day
    self.body = body
    self.met = met
    self.finding = finding
    self.notApplicable = notApplicable
  }

  /// The bodies every example has: a board, its neighbours, and those that approve and direct.
  public static let setting = """
    body north kind=icb form=statutory-corporation name="North board" from=2022-07-01
    body east kind=icb form=statutory-corporation name="East board" from=2022-07-01
    body national.nhs-england kind=national-body form=non-departmental-public-body name="NHS England"
    body national.secretary-of-state kind=office-holder form=crown name="Secretary of State"
    body county kind=council form=local-authority name="County council"
    body city kind=council form=local-authority name="City council"
    body acute kind=nhs-trust form=nhs-foundation-trust name="Acute trust"
    body minds kind=nhs-trust form=nhs-foundation-trust name="Mental health trust"
    body practice kind=general-practice form=contractor-practice name="A practice"
    body company kind=independent-provider form=company name="A company"
    body charity kind=voluntary-organisation form=charity name="A charity"
    group board name="The board" sort=board bodies=north competence=deciding
    """
}
