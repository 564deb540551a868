public import Register
public import Vocabulary

/// A version of a body's constitution: the period is the time it is in force.
public struct Constitution: Sheet {
  /// What a constitution must contain (National Health Service Act 2006, Schedule 1B, paragraphs 11 to 15).
  public enum Section: String, Word {
    case functions = "exercise-of-functions"
    case procedure = "decision-procedure"
    case transparency = "transparency-of-decisions"
    case interestArrangements = "interest-arrangements"
    case interestPrinciples = "interest-principles"
    case involvementArrangements = "involvement-arrangements"
    case involvementPrinciples = "involvement-principles"
    case variation = "variation"
  }
  /// Whose constitution it is.
  public let body = Column<ID<Body>>.needed("body", "whose constitution it is")
  /// Which version.
  public let version = Column<String>.needed("version", "which version")
  /// The name it gives the body.
  public let name = Column<String>("name", "the name it gives the body")
  /// The codes of the councils' areas it covers.
  public let area = Column<[String]>("area", "the codes of the councils' areas it covers")
  /// Who asked for the variation.
  public let initiator = Column<ID<Holder>>("initiator", "who asked for the variation")
  /// The day NHS England approved it.
  public let approved = Column<Day>("approved", "the day NHS England approved it")
  /// Who approved it.
  public let approver = Column<ID<Holder>>("approver", "who approved it")
  /// The day it was published.
  public let published = Column<Day>("published", "the day it was published")
  /// Where it is published.
  public let address = Column<String>("address", "where it is published")
  /// The sections it contains.
  public let sections = Column<[Section]>("sections", "the sections it contains")
  /// The regulations on membership a clause is contrary to.
  public let contraryTo = Column<[String]>("contrary-to", "the regulations on membership a clause is contrary to")
  /// The regulations on membership it was checked against.
  public let checkedAgainst = Column<[String]>(
    "checked-against", "the regulations on membership it was checked against")
  /// The clinical commissioning groups that proposed it.
  public let proposers = Column<[ID<Body>]>("proposers", "the clinical commissioning groups that proposed it")
  /// The day the proposers consulted on it.
  public let consulted = Column<Day>("consulted", "the day the proposers consulted on it")
  /// Why NHS England wrote it itself.
  public let determination = Column<String>("determination", "why NHS England wrote it itself")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Constitution(), "constitution-1", file: "constitutions.tsv", meaning: "a body has a version of its constitution")
}

/// A clause of a constitution: what it says in one sentence, and which parameter it sets.
public struct Clause: Sheet {
  /// What a clause can settle. Local rules are data: these are their parameters.
  public enum Setting: String, Word {
    /// Who must be there: a `Quorum`.
    case quorum
    /// Clear days of public notice.
    case noticeDays = "notice-days"
    /// Days, or working days, before a meeting by which papers are out: `7` or `5 working`.
    case paperDays = "paper-days"
    /// Years of a term.
    case termYears = "term-years"
    /// The most terms.
    case maxTerms = "max-terms"
    /// Whether deputies vote.
    case deputiesVote = "deputies-vote"
    /// Whether deputies count to the quorum.
    case deputiesCount = "deputies-count"
    /// Whether the person presiding has a casting vote.
    case castingVote = "casting-vote"
    /// Whether acts stand despite a vacancy or a defect (Schedule 1B, paragraph 9(f)).
    case validation
    /// Whether outsiders may sit on committees (paragraph 11(2)).
    case outsiders
    /// Whether an appointer may not appoint somebody reasonably seen as undermining the NHS (paragraph 4).
    case independence
    /// The same of the chair and members of commissioning committees (paragraph 11(4)(b)).
    case committeeIndependence = "committee-independence"
    /// Who may remove the chair.
    case chairRemoval = "chair-removal"
    /// Who appoints ordinary members.
    case ordinaryAppointer = "ordinary-appointer"
    /// The steps of nominating partner members, parted by semicolons.
    case nominationSteps = "nomination-steps"
    /// Which principles of involvement are adopted: a number.
    case involvementPrinciples = "involvement-principles"
    /// Who may exercise functions: members; employees; committees; sub-committees.
    case deciders
    /// Who may use urgent powers.
    case urgentPowers = "urgent-powers"
    /// Months an ended interest stays public.
    case interestMonths = "interest-months"
    /// That there is a deputy chair.
    case deputyChair = "deputy-chair"
    /// That there is a senior non-executive member.
    case seniorNonExecutive = "senior-non-executive"
    /// Months between reviews of declarations.
    case declarationMonths = "declaration-months"
    /// Which class of members can block a decision of the others.
    case veto
    /// Whether declarations at meetings and their handling are minuted.
    case declarationsMinuted = "declarations-minuted"
    /// Nothing that is computed.
    case none
  }
  /// Whose constitution it stands in.
  public let body = Column<ID<Body>>.needed("body", "whose constitution it stands in")
  /// The group it is about; empty for the board.
  public let group = Column<ID<Group>>("group", "the group it is about; empty for the board")
  /// Its number.
  public let number = Column<String>("number", "its number")
  /// What it settles.
  public let setting = Column<Setting>.needed("setting", "what it settles")
  /// What it is settled as.
  public let value = Column<String>("value", "what it is settled as")
  /// What it says.
  public let text = Column<String>("text", "what it says")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Clause(), "clause-1", file: "clauses.tsv", meaning: "a clause of a constitution or terms of reference")
}

/// An order of NHS England that makes, varies or revokes a board.
public struct Order: Sheet {
  /// What it does.
  public enum Sort: String, Word { case establishes, varies, revokes }
  /// The board.
  public let body = Column<ID<Body>>.needed("body", "the board")
  /// What it does.
  public let sort = Column<Sort>.needed("sort", "what it does")
  /// Its number.
  public let number = Column<String>("number", "its number")
  /// The day it was made.
  public let made = Column<Day>("made", "the day it was made")
  /// The day it was published.
  public let published = Column<Day>("published", "the day it was published")
  /// The constitution it sets out or points to.
  public let constitution = Column<String>("constitution", "the constitution it sets out or points to")
  /// The name it gives the board.
  public let name = Column<String>("name", "the name it gives the board")
  /// The codes of the councils' areas it gives the board.
  public let area = Column<[String]>("area", "the codes of the councils' areas it gives the board")
  /// The boards likely to be affected.
  public let affected = Column<[ID<Body>]>("affected", "the boards likely to be affected")
  /// The boards that were consulted.
  public let consulted = Column<[ID<Body>]>("consulted", "the boards that were consulted")
  /// Who applied for the change.
  public let applicants = Column<[ID<Body>]>("applicants", "who applied for the change")
  /// The councils that were engaged first.
  public let engaged = Column<[ID<Body>]>("engaged", "the councils that were engaged first")
  /// The councils whose areas change.
  public let councils = Column<[ID<Body>]>("councils", "the councils whose areas change")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Order(), "order-1", file: "orders.tsv", meaning: "an order makes, varies or revokes a board")
}

/// A document a body keeps: its handbook, scheme, map, policy. The period is the time it is in force.
public struct Document: Sheet {
  /// Which document.
  public enum Sort: String, Word {
    case handbook = "governance-handbook"
    case scheme = "scheme-of-reservation-and-delegation"
    case map = "functions-and-decisions-map"
    case standingOrders = "standing-orders"
    case financialInstructions = "standing-financial-instructions"
    case termsOfReference = "terms-of-reference"
    case conductPolicy = "standards-of-conduct-policy"
    case register = "register-of-interests"
    case complaints = "complaints-process"
    case accounts = "audited-accounts"
    case publicationScheme = "publication-scheme"
    case involvementPolicy = "involvement-policy"
    case clinicalModel = "clinical-leadership-model"
    case workingAgreement = "working-agreement"
    case voluntaryAgreement = "voluntary-sector-agreement"
    case selectionSummary = "provider-selection-summary"
    case selectionCompliance = "provider-selection-compliance-report"
    case skillsReview = "skills-review"
    case other
  }
  /// Whose document it is.
  public let body = Column<ID<Body>>.needed("body", "whose document it is")
  /// Which document.
  public let sort = Column<Sort>.needed("sort", "which document")
  /// Which version.
  public let version = Column<String>("version", "which version")
  /// The day it was approved.
  public let approved = Column<Day>("approved", "the day it was approved")
  /// The day it was published.
  public let published = Column<Day>("published", "the day it was published")
  /// Whether it can be had on request.
  public let onRequest = Column<Bool>("on-request", "whether it can be had on request")
  /// Where it is published.
  public let address = Column<String>("address", "where it is published")
  /// The bodies it is agreed with.
  public let parties = Column<[ID<Body>]>("parties", "the bodies it is agreed with")
  /// The guidance that was considered.
  public let considered = Column<[String]>("considered", "the guidance that was considered")
  /// The year it is for.
  public let year = Column<String>("year", "the year it is for")
  /// What it finds wanting.
  public let gaps = Column<[String]>("gaps", "what it finds wanting")
  /// What is done about it.
  public let actions = Column<[String]>("actions", "what is done about it")
  /// What it contains.
  public let contents = Column<[String]>("contents", "what it contains")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Document(), "document-1", file: "documents.tsv", meaning: "a body keeps a document")
}

/// The day a proposed provision comes into force, when it is known.
public struct Commencement: Sheet {
  /// The provision: an identifier of a rule.
  public let provision = Column<String>.needed("provision", "the provision: an identifier of a rule")
  /// The day it comes into force.
  public let on = Column<Day>.needed("on", "the day it comes into force")
  /// What brings it into force.
  public let instrument = Column<String>("instrument", "what brings it into force")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Commencement(), "commencement-1", file: "commencements.tsv", meaning: "a provision comes into force")
}
