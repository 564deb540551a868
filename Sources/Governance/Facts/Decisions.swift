public import Register
public import Vocabulary

/// A decision: who took it, for which body, by what authority.
public struct Decision: Sheet {
  /// How it came out.
  public enum Outcome: String, Word { case approved, refused, deferred, withdrawn, noted }
  /// The body whose decision it is.
  public let body = Column<ID<Body>>.needed("body", "the body whose decision it is")
  /// The day it was taken.
  public let on = Column<Day>.needed("on", "the day it was taken")
  /// What was decided.
  public let title = Column<String>.needed("title", "what was decided")
  /// The group, seat or person that decided.
  public let decider = Column<ID<Holder>>("decider", "the group, seat or person that decided")
  /// The item of the meeting it was taken at.
  public let item = Column<ID<Item>>("item", "the item of the meeting it was taken at")
  /// The function it exercises.
  public let function = Column<ID<Function>>("function", "the function it exercises")
  /// The authority it relies on.
  public let authority = Column<ID<Authority>>("authority", "the authority it relies on")
  /// The sum, whole-life.
  public let value = Column<Pounds>("value", "the sum, whole-life")
  /// The kind of decision: award, plan, policy.
  public let kind = Column<String>("kind", "the kind of decision: award, plan, policy")
  /// The place it is for.
  public let place = Column<ID<Body>>("place", "the place it is for")
  /// Who is paid.
  public let supplier = Column<ID<Body>>("supplier", "who is paid")
  /// The service it is about.
  public let service = Column<String>("service", "the service it is about")
  /// How it came out.
  public let outcome = Column<Outcome>("outcome", "how it came out")
  /// Why.
  public let reason = Column<String>("reason", "why")
  /// Whether it is about one patient or employee.
  public let individual = Column<Bool>("individual", "whether it is about one patient or employee")
  /// Whether it is a clinical matter.
  public let clinical = Column<Bool>("clinical", "whether it is a clinical matter")
  /// Whether it changes how services are given or which there are.
  public let changesServices = Column<Bool>(
    "changes-services", "whether it changes how services are given or which there are")
  /// Its effects on health and wellbeing, inequalities among them.
  public let wellbeing = Column<String>("wellbeing", "its effects on health and wellbeing, inequalities among them")
  /// Its effects on the quality of services, inequalities among them.
  public let quality = Column<String>("quality", "its effects on the quality of services, inequalities among them")
  /// Its effects on the use of resources.
  public let resources = Column<String>("resources", "its effects on the use of resources")
  /// Its effects on inequalities.
  public let inequalities = Column<String>("inequalities", "its effects on inequalities")
  /// The professional advice taken.
  public let advice = Column<[String]>("advice", "the professional advice taken")
  /// The needs assessment and strategies regard was had to.
  public let regard = Column<[String]>("regard", "the needs assessment and strategies regard was had to")
  /// The provision relied on, where it is not the function's.
  public let law = Column<String>("law", "the provision relied on, where it is not the function's")
  /// Whether urgent powers were used.
  public let urgent = Column<Bool>("urgent", "whether urgent powers were used")
  /// The meeting an urgent decision was reported to.
  public let reported = Column<ID<Meeting>>("reported", "the meeting an urgent decision was reported to")
  /// The day the audit committee saw an urgent decision.
  public let auditSaw = Column<Day>("audit-saw", "the day the audit committee saw an urgent decision")
  /// A mandate or instruction of a home body that the minutes show.
  public let minuted = Column<String>("instruction", "a mandate or instruction of a home body that the minutes show")
  /// The choice of provider it makes.
  public let procurement = Column<ID<Procurement>>("procurement", "the choice of provider it makes")
  /// Whom to ask about it.
  public let contact = Column<String>("contact", "whom to ask about it")
  /// The day it was first proposed.
  public let paperReady = Column<Day>("proposed", "the day it was first proposed")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(Decision(), "decision-1", file: "decisions.tsv", meaning: "a decision was taken")
}

/// A vote on a decision.
public struct Vote: Sheet {
  /// Which way.
  public enum Way: String, Word { case `for`, against, abstained, casting }
  /// The decision.
  public let decision = Column<ID<Decision>>.needed("decision", "the decision")
  /// Who voted.
  public let person = Column<ID<Person>>.needed("person", "who voted")
  /// Which way.
  public let way = Column<Way>.needed("way", "which way")
  /// In what capacity.
  public let capacity = Column<Attendance.Capacity>("capacity", "in what capacity")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(Vote(), "vote-1", file: "votes.tsv", meaning: "a person voted on a decision")
}

/// Somebody was consulted or involved, or gave advice or an opinion.
public struct Involvement: Sheet {
  /// In what way.
  public enum Sort: String, Word {
    case involvement, consultation, draft, redraft, opinion, advice, scrutiny, engagement, insight
    case strategyQuestion = "asked-whether-the-strategy-is-reflected"
  }
  /// The decision, plan or proposal.
  public let matter = Column<ID<Matter>>.needed("matter", "the decision, plan or proposal")
  /// The body that was involved.
  public let body = Column<ID<Body>>("body", "the body that was involved")
  /// The people who were involved.
  public let people = Column<String>("people", "the people who were involved")
  /// In what way.
  public let sort = Column<Sort>.needed("sort", "in what way")
  /// The day of it.
  public let on = Column<Day>.needed("on", "the day of it")
  /// What they said.
  public let said = Column<String>("said", "what they said")
  /// What became of it.
  public let became = Column<String>("became", "what became of it")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Involvement(), "involvement-1", file: "involvement.tsv", meaning: "somebody was involved in a matter")
}

/// Something people can be involved in: a decision, a plan or a proposal.
public enum Matter {}

/// A proposal to change services substantially, and its way through council scrutiny and the Secretary of State.
public struct Reconfiguration: Sheet {
  /// Where it stands.
  public enum State: String, Word {
    case proposed, consulting
    case calledIn = "called-in"
    case decided, withdrawn, implemented
  }
  /// The body that proposes it.
  public let body = Column<ID<Body>>.needed("body", "the body that proposes it")
  /// What is proposed.
  public let title = Column<String>.needed("title", "what is proposed")
  /// Whether councils must be consulted on it.
  public let substantial = Column<Bool>("substantial", "whether councils must be consulted on it")
  /// The councils whose scrutiny it goes to.
  public let councils = Column<[ID<Body>]>("councils", "the councils whose scrutiny it goes to")
  /// The day consultation of the councils began.
  public let consultationStart = Column<Day>("consultation-start", "the day consultation of the councils began")
  /// The day the Secretary of State was notified.
  public let notified = Column<Day>("notified", "the day the Secretary of State was notified")
  /// The day it was called in.
  public let calledIn = Column<Day>("called-in", "the day it was called in")
  /// The day the Secretary of State decided.
  public let directed = Column<Day>("directed", "the day the Secretary of State decided")
  /// What the Secretary of State decided.
  public let direction = Column<String>("direction", "what the Secretary of State decided")
  /// The day the body took its own final step.
  public let finalised = Column<Day>("finalised", "the day the body took its own final step")
  /// Whether that step is contrary to the direction.
  public let contrary = Column<Bool>("contrary", "whether that step is contrary to the direction")
  /// Where it stands.
  public let state = Column<State>("state", "where it stands")
  /// Why it was withdrawn.
  public let reason = Column<String>("reason", "why it was withdrawn")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Reconfiguration(), "reconfiguration-1", file: "reconfigurations.tsv", meaning: "a change of services is proposed")
}
