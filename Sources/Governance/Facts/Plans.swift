public import Register
public import Vocabulary

/// A plan, strategy, report or account that the law asks for.
public struct Plan: Sheet {
  /// Which.
  public enum Sort: String, Word {
    case forwardPlan = "joint-forward-plan"
    case capitalPlan = "joint-capital-resource-use-plan"
    case strategy = "integrated-care-strategy"
    case wellbeingStrategy = "local-health-and-wellbeing-strategy"
    case needsAssessment = "joint-strategic-needs-assessment"
    case annualReport = "annual-report"
    case accounts = "annual-accounts"
    case fiveYear = "five-year-plan"
    case assessment = "annual-assessment"
    case areaReview = "system-review"
  }
  /// What a plan contains or was made with.
  public enum Content: String, Word {
    case services
    case duties = "discharge-of-duties"
    case wellbeingSteps = "steps-for-wellbeing-strategies"
    case children = "children-and-young-people"
    case abuse = "victims-of-abuse"
    case viewsSummary = "summary-of-views"
    case viewsAccount = "how-views-were-taken-into-account"
    case planFit = "fit-with-the-plan"
    case inequalityInformation = "inequality-information"
    case mentalHealthSpend = "mental-health-spend"
    case section75 = "section-75-considered"
    case mandate = "regard-to-the-mandate"
    case guidance = "regard-to-the-guidance"
    case regardAssessment = "regard-to-the-needs-assessment"
    case regardStrategy = "regard-to-the-integrated-care-strategy"
    case regardWellbeing = "regard-to-the-wellbeing-strategy"
    case audited
    case replacesForwardPlan = "replaces-the-joint-forward-plan"
  }
  /// How far a revision goes.
  public enum Revision: String, Word { case none, minor, significant }
  /// Whose plan it is.
  public let body = Column<ID<Body>>.needed("body", "whose plan it is")
  /// Which plan.
  public let sort = Column<Sort>.needed("sort", "which plan")
  /// The financial year it begins with, for example 2024-25.
  public let year = Column<String>("year", "the financial year it begins with, for example 2024-25")
  /// The partner trusts that must prepare it.
  public let partners = Column<[ID<Body>]>("partners", "the partner trusts that must prepare it")
  /// The partner trusts that prepared it.
  public let signed = Column<[ID<Body>]>("signed", "the partner trusts that prepared it")
  /// The day it was prepared.
  public let prepared = Column<Day>("prepared", "the day it was prepared")
  /// The day it was published.
  public let published = Column<Day>("published", "the day it was published")
  /// What it contains.
  public let contents = Column<[Content]>("contents", "what it contains")
  /// The health and wellbeing boards it concerns.
  public let boards = Column<[ID<Body>]>("boards", "the health and wellbeing boards it concerns")
  /// How far it revises the one before.
  public let revision = Column<Revision>("revision", "how far it revises the one before")
  /// Whether a note of the changes was published and copied.
  public let noteCopied = Column<Bool>("change-note", "whether a note of the changes was published and copied")
  /// The day it went to NHS England.
  public let submitted = Column<Day>("submitted", "the day it went to NHS England")
  /// The share of spend on mental health it states, in per cent.
  public let share = Column<String>("mental-health-share", "the share of spend on mental health it states, in per cent")
  /// The spend on mental health.
  public let mentalHealth = Column<Pounds>("mental-health-spend", "the spend on mental health")
  /// The spend in all.
  public let total = Column<Pounds>("total-spend", "the spend in all")
  /// The day it was received by those who must act on it.
  public let received = Column<Day>("received", "the day it was received by those who must act on it")
  /// The day revising, or making another, was decided on.
  public let considered = Column<Day>("considered", "the day revising, or making another, was decided on")
  /// The local Healthwatch bodies of the area.
  public let healthwatch = Column<[ID<Body>]>("healthwatch", "the local Healthwatch bodies of the area")
  /// The sections of the Act it gives an account of.
  public let sections = Column<[String]>("sections", "the sections of the Act it gives an account of")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Plan(), "plan-1", file: "plans.tsv", meaning: "a plan, strategy, report or account that the law asks for")
}

/// A copy of a plan was given to a body.
public struct PlanCopy: Sheet {
  /// The plan.
  public let plan = Column<ID<Plan>>.needed("plan", "the plan")
  /// Who got it.
  public let to = Column<ID<Body>>.needed("to", "who got it")
  /// The day it was given.
  public let on = Column<Day>("on", "the day it was given")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    PlanCopy(), "plan-copy-1", file: "plan-copies.tsv", meaning: "a copy of a plan was given to a body")
}

/// Evidence that a body meets a duty, or that it has an arrangement the law asks for.
public struct Assurance: Sheet {
  /// Of what.
  public enum Duty: String, Word {
    case quality = "improving-quality"
    case inequalities = "reducing-inequalities"
    case patientInvolvement = "involving-patients"
    case choice = "enabling-choice"
    case advice = "obtaining-advice"
    case innovation, research
    case training = "education-and-training"
    case integration
    case climate = "climate-change"
    case riskAssessment = "emergency-risk-assessment"
    case emergencyPlans = "emergency-plans"
    case continuity = "business-continuity"
    case warning = "warning-and-informing"
    case cooperation = "emergency-cooperation"
    case informationSharing = "emergency-information-sharing"
    case safeguarding = "safeguarding-arrangements"
    case childDeath = "child-death-review"
    case leadershipModel = "clinical-leadership-model"
    case specialistService = "specialised-service-delegated"
  }
  /// Whose duty.
  public let body = Column<ID<Body>>.needed("body", "whose duty")
  /// Which duty.
  public let duty = Column<Duty>.needed("duty", "which duty")
  /// Where the evidence is.
  public let evidence = Column<String>("evidence", "where the evidence is")
  /// The post that answers for it.
  public let owner = Column<String>("owner", "the post that answers for it")
  /// The financial year, where it is yearly.
  public let year = Column<String>("year", "the financial year, where it is yearly")
  /// The council whose area it is for.
  public let council = Column<ID<Body>>("council", "the council whose area it is for")
  /// The day it was last reviewed.
  public let reviewed = Column<Day>("reviewed", "the day it was last reviewed")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Assurance(), "assurance-1", file: "assurance.tsv", meaning: "evidence that a duty is met")
}

/// A body's money for a year, as far as a duty turns on it.
public struct YearOfMoney: Sheet {
  /// Whose money.
  public let body = Column<ID<Body>>.needed("body", "whose money")
  /// The financial year, for example 2024-25.
  public let year = Column<String>.needed("year", "the financial year, for example 2024-25")
  /// The sums received.
  public let received = Column<Pounds>("received", "the sums received")
  /// The sums spent.
  public let spent = Column<Pounds>("spent", "the sums spent")
  /// The limit directed on capital.
  public let capitalLimit = Column<Pounds>("capital-limit", "the limit directed on capital")
  /// The capital used.
  public let capitalUsed = Column<Pounds>("capital-used", "the capital used")
  /// The limit directed on revenue.
  public let revenueLimit = Column<Pounds>("revenue-limit", "the limit directed on revenue")
  /// The revenue used.
  public let revenueUsed = Column<Pounds>("revenue-used", "the revenue used")
  /// The board whose system it counts to.
  public let partnerOf = Column<ID<Body>>("partner-of", "the board whose system it counts to")
  /// The day the accounts were audited.
  public let audited = Column<Day>("audited", "the day the accounts were audited")
  /// The day the accounts went to NHS England.
  public let submitted = Column<Day>("submitted", "the day the accounts went to NHS England")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    YearOfMoney(), "year-of-money-1", file: "years-of-money.tsv", meaning: "a body's money for a year")
}

/// A payment, or income raised, that the law puts conditions on.
public struct Payment: Sheet {
  /// What it is.
  public enum Sort: String, Word { case grant, loan, income }
  /// To whom.
  public enum Payee: String, Word {
    case partnerTrust = "partner-trust"
    case voluntary = "voluntary-organisation"
    case company, other
  }
  /// Who pays or raises it.
  public let body = Column<ID<Body>>.needed("body", "who pays or raises it")
  /// What it is.
  public let sort = Column<Sort>.needed("sort", "what it is")
  /// The day of it.
  public let on = Column<Day>("on", "the day of it")
  /// The sum.
  public let sum = Column<Pounds>("sum", "the sum")
  /// What the payee is.
  public let payee = Column<Payee>("payee-kind", "what the payee is")
  /// Whether the payee gives similar services.
  public let similar = Column<Bool>("similar-services", "whether the payee gives similar services")
  /// The note that it does not interfere with functions.
  public let impact = Column<String>("impact", "the note that it does not interfere with functions")
  /// The payee.
  public let to = Column<ID<Body>>("to", "the payee")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(Payment(), "payment-1", file: "payments.tsv", meaning: "a grant, a loan or income")
}

/// Something moved from one body to another, or has yet to.
public struct Transfer: Sheet {
  /// What.
  public enum Sort: String, Word { case property, right, liability, contract, staff, function }
  /// Whose it was.
  public let from = Column<ID<Body>>.needed("from-body", "whose it was")
  /// What it is.
  public let sort = Column<Sort>.needed("sort", "what it is")
  /// What it is called.
  public let title = Column<String>.needed("title", "what it is called")
  /// Whose it is now.
  public let to = Column<ID<Body>>("to", "whose it is now")
  /// The scheme it moved by.
  public let scheme = Column<String>("scheme", "the scheme it moved by")
  /// Whether it is a criminal liability.
  public let criminal = Column<Bool>("criminal", "whether it is a criminal liability")
  /// The day it moved.
  public let on = Column<Day>("on", "the day it moved")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Transfer(), "transfer-1", file: "transfers.tsv", meaning: "something moves from one body to another")
}
