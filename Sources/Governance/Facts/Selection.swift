public import Register
public import Vocabulary

/// The choice of a provider of health care services (The Health Care Services (Provider Selection Regime) Regulations
/// 2023, SI 2023/1348).
public struct Procurement: Sheet {
  /// The routes of the Regulations.
  public enum Route: String, Word {
    case directA = "direct-award-a"
    case directB = "direct-award-b"
    case directC = "direct-award-c"
    case mostSuitable = "most-suitable-provider"
    case competitive
    case framework = "framework-call-off"
    case urgent
    case otherLaw = "outside-the-regime"
  }
  /// The key criteria (regulation 5).
  public enum Criterion: String, Word {
    case quality = "quality-and-innovation"
    case value
    case integration = "integration-collaboration-sustainability"
    case access = "access-inequalities-choice"
    case social = "social-value"
  }
  /// Why a contract changes.
  public enum Cause: String, Word {
    case authority
    case external
    case succession = "provider-succession"
    case volume = "patient-volume"
  }
  /// The body that chooses.
  public let authority = Column<ID<Body>>.needed("authority", "the body that chooses")
  /// The service.
  public let title = Column<String>.needed("title", "the service")
  /// The route taken.
  public let route = Column<Route>("route", "the route taken")
  /// The day the process began.
  public let began = Column<Day>("began", "the day the process began")
  /// Whether the services are health care services of the Schedule.
  public let listed = Column<Bool>("listed-services", "whether the services are health care services of the Schedule")
  /// Whether other goods or services are bought with them.
  public let mixed = Column<Bool>("mixed", "whether other goods or services are bought with them")
  /// The lifetime value of the health care services.
  public let healthValue = Column<Pounds>("health-value", "the lifetime value of the health care services")
  /// The lifetime value of the rest.
  public let otherValue = Column<Pounds>("other-value", "the lifetime value of the rest")
  /// Whether the rest could reasonably be bought apart.
  public let separable = Column<Bool>("separable", "whether the rest could reasonably be bought apart")
  /// Whether there is an existing provider.
  public let existing = Column<Bool>("existing-provider", "whether there is an existing provider")
  /// Whether the nature of the service leaves only that provider capable.
  public let onlyCapable = Column<Bool>(
    "only-capable", "whether the nature of the service leaves only that provider capable")
  /// Whether patients choose between providers.
  public let choice = Column<Bool>("patient-choice", "whether patients choose between providers")
  /// Whether the number of providers is restricted.
  public let restricted = Column<Bool>("restricted", "whether the number of providers is restricted")
  /// Whether all who qualify are offered a contract.
  public let allWhoQualify = Column<Bool>("all-who-qualify", "whether all who qualify are offered a contract")
  /// Whether providers can express an interest.
  public let expressionRoute = Column<Bool>("expression-route", "whether providers can express an interest")
  /// Whether a framework agreement is concluded.
  public let framework = Column<Bool>("framework", "whether a framework agreement is concluded")
  /// Whether an existing contract runs out and is replaced.
  public let expiring = Column<Bool>("expiring", "whether an existing contract runs out and is replaced")
  /// The lifetime value of the existing contract.
  public let oldValue = Column<Pounds>("old-value", "the lifetime value of the existing contract")
  /// The lifetime value of the proposed contract.
  public let newValue = Column<Pounds>("new-value", "the lifetime value of the proposed contract")
  /// What causes the change in value.
  public let cause = Column<Cause>("cause", "what causes the change in value")
  /// Whether the services are materially different in character.
  public let different = Column<Bool>(
    "materially-different", "whether the services are materially different in character")
  /// Whether the provider performs and is likely to.
  public let performing = Column<Bool>("performing", "whether the provider performs and is likely to")
  /// Whether the most suitable provider can likely be identified.
  public let identifiable = Column<Bool>("identifiable", "whether the most suitable provider can likely be identified")
  /// The key criteria considered, with reasons.
  public let criteria = Column<[Criterion]>("criteria", "the key criteria considered, with reasons")
  /// Whether the provider meets the basic selection criteria.
  public let basicMet = Column<Bool>("basic-criteria", "whether the provider meets the basic selection criteria")
  /// Whether the provider is an excluded provider.
  public let excluded = Column<Bool>("excluded", "whether the provider is an excluded provider")
  /// The overriding public interest relied on.
  public let override = Column<String>("override", "the overriding public interest relied on")
  /// The provider chosen.
  public let provider = Column<ID<Body>>("provider", "the provider chosen")
  /// The bidders.
  public let bidders = Column<[ID<Body>]>("bidders", "the bidders")
  /// The day of the award.
  public let awarded = Column<Day>("awarded", "the day of the award")
  /// The day the contract was signed.
  public let contracted = Column<Day>("contracted", "the day the contract was signed")
  /// The day the most suitable provider was assessed.
  public let secondStep = Column<Day>("second-step", "the day the most suitable provider was assessed")
  /// The years a framework lasts.
  public let termYears = Column<Int>("term-years", "the years a framework lasts")
  /// Why a framework lasts longer.
  public let exception = Column<String>("exception", "why a framework lasts longer")
  /// The grounds of urgency that hold.
  public let urgentGrounds = Column<[UrgentGround]>("urgent-grounds", "the grounds of urgency that hold")
  /// The day it was abandoned.
  public let abandoned = Column<Day>("abandoned", "the day it was abandoned")
  /// What the record of it keeps.
  public let record = Column<[RecordPart]>("record", "what the record of it keeps")
  /// The decision that made it.
  public let decision = Column<ID<Decision>>("decision", "the decision that made it")
  /// The grounds of an urgent award (regulation 14).
  public enum UrgentGround: String, Word {
    case urgent
    case unforeseeable = "unforeseeable-and-not-of-its-making"
    case safety = "delay-risks-safety"
  }
  /// What must be recorded (regulation 24).
  public enum RecordPart: String, Word {
    case provider, process, deciders, criteria, reasons, conflicts
    case abandonment
  }
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Procurement(), "procurement-1", file: "procurements.tsv", meaning: "a provider of health care is chosen")
}

/// A notice of a choice of provider.
public struct Notice: Sheet {
  /// Which.
  public enum Sort: String, Word {
    case intention = "intention-to-follow"
    case intent = "intention-to-award"
    case award
    case modification, urgent, abandonment
    case frameworkAward = "framework-award"
  }
  /// The choice of provider.
  public let procurement = Column<ID<Procurement>>.needed("procurement", "the choice of provider")
  /// Which notice.
  public let sort = Column<Sort>.needed("sort", "which notice")
  /// The day it was submitted for publication.
  public let submitted = Column<Day>("submitted", "the day it was submitted for publication")
  /// The day it was published.
  public let published = Column<Day>("published", "the day it was published")
  /// Whether it holds what the Schedule asks for.
  public let complete = Column<Bool>("whole", "whether it holds what the Schedule asks for")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Notice(), "notice-1", file: "notices.tsv", meaning: "a notice of a choice of provider")
}

/// A provider's representations about a choice, made in the standstill.
public struct Representation: Sheet {
  /// The choice of provider.
  public let procurement = Column<ID<Procurement>>.needed("procurement", "the choice of provider")
  /// Who made them.
  public let by = Column<ID<Body>>("by", "who made them")
  /// The day they were received.
  public let received = Column<Day>.needed("received", "the day they were received")
  /// Whether they were heard, and the information asked for given.
  public let heard = Column<Bool>("heard", "whether they were heard, and the information asked for given")
  /// Whether the decision was reviewed.
  public let reviewed = Column<Bool>("reviewed", "whether the decision was reviewed")
  /// The reasons of the decision on them.
  public let reasons = Column<String>("reasons", "the reasons of the decision on them")
  /// The day the decision was told.
  public let told = Column<Day>("told", "the day the decision was told")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Representation(), "representation-1", file: "representations.tsv", meaning: "a provider makes representations")
}

/// A contract was changed in its term.
public struct Modification: Sheet {
  /// The contract that is changed.
  public let procurement = Column<ID<Procurement>>.needed("procurement", "the contract that is changed")
  /// The day of the change.
  public let on = Column<Day>.needed("on", "the day of the change")
  /// What causes it.
  public let cause = Column<Procurement.Cause>("cause", "what causes it")
  /// Whether the contract clearly provides for it.
  public let provided = Column<Bool>("provided-for", "whether the contract clearly provides for it")
  /// Whether it makes the contract materially different.
  public let different = Column<Bool>("materially-different", "whether it makes the contract materially different")
  /// The change in lifetime value since the award, in all.
  public let cumulative = Column<Pounds>("cumulative-change", "the change in lifetime value since the award, in all")
  /// The lifetime value at the award.
  public let original = Column<Pounds>("original-value", "the lifetime value at the award")
  /// The day its notice was submitted.
  public let noticed = Column<Day>("noticed", "the day its notice was submitted")
  /// Whether a new process was followed.
  public let newProcess = Column<Bool>("new-process", "whether a new process was followed")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Modification(), "modification-1", file: "modifications.tsv", meaning: "a contract was changed in its term")
}
