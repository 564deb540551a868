public import Register
public import Vocabulary

/// A board, committee, partnership or other group of people that meets.
public struct Group: Sheet {
  /// What sort of group it is.
  public enum Sort: String, Word {
    case board
    case audit = "audit-committee"
    case remuneration = "remuneration-committee"
    case committee
    case subcommittee = "sub-committee"
    case joint = "joint-committee"
    case inCommon = "committees-in-common"
    case partnership = "integrated-care-partnership"
    case forum = "consultative-forum"
    case quality = "quality-group"
    case governors = "council-of-governors"
  }
  /// What a group may do.
  public enum Competence: String, Word {
    /// It decides, within what is delegated to it.
    case deciding
    /// It advises; it cannot decide.
    case advisory
  }
  /// What it is called.
  public let name = Column<String>.needed("name", "what it is called")
  /// What sort of group it is.
  public let sort = Column<Sort>.needed("sort", "what sort of group it is")
  /// The bodies whose group it is.
  public let bodies = Column<[ID<Body>]>.needed("bodies", "the bodies whose group it is")
  /// Whether it decides or advises.
  public let competence = Column<Competence>("competence", "whether it decides or advises")
  /// Whether it may exercise commissioning functions.
  public let commissions = Column<Bool>("commissions", "whether it may exercise commissioning functions")
  /// The group it reports to.
  public let parent = Column<ID<Group>>("parent", "the group it reports to")
  /// The place it is for.
  public let place = Column<ID<Body>>("place", "the place it is for")
  /// Whether it meets in public.
  public let meetsInPublic = Column<Bool>("in-public", "whether it meets in public")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Group(), "group-1", file: "groups.tsv", meaning: "a board, committee or other group of people that meets")
}

/// A seat on a group, or a post of a body, apart from whoever holds it.
public struct Seat: Sheet {
  /// The part its holder plays.
  public enum Role: String, Word {
    case chair
    case chiefExecutive = "chief-executive"
    case financeDirector = "finance-director"
    case medicalDirector = "medical-director"
    case nursingDirector = "nursing-director"
    case nonExecutive = "non-executive"
    case partnerTrust = "partner-trust"
    case partnerPrimaryMedical = "partner-primary-medical"
    case partnerCouncil = "partner-council"
    case ordinary
    case director
    case placeDirector = "place-director"
    case secretary
    case member
    case observer
    case participant
  }
  /// The group it is a seat of.
  public let group = Column<ID<Group>>.needed("group", "the group it is a seat of")
  /// The part its holder plays.
  public let role = Column<Role>.needed("role", "the part its holder plays")
  /// The title of the post.
  public let title = Column<String>("title", "the title of the post")
  /// Whether its holder votes.
  public let voting = Column<Bool>("voting", "whether its holder votes")
  /// The body whose knowledge it brings.
  public let represents = Column<ID<Body>>("represents", "the body whose knowledge it brings")
  /// The sector it speaks for.
  public let sector = Column<String>("sector", "the sector it speaks for")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(Seat(), "seat-1", file: "seats.tsv", meaning: "a group has a seat")
}

/// A person holds a seat: the period is the time in office.
public struct Appointment: Sheet {
  /// Why it ended.
  public enum Ending: String, Word {
    case termEnded = "term-ended"
    case resigned, removed, retired, died
    case bodyEnded = "body-ended"
    case disqualified
  }
  /// The seat that is held.
  public let seat = Column<ID<Seat>>.needed("seat", "the seat that is held")
  /// Who holds the seat.
  public let person = Column<ID<Person>>.needed("person", "who holds the seat")
  /// Who made the appointment.
  public let appointer = Column<ID<Holder>>("appointer", "who made the appointment")
  /// Who approved the appointment.
  public let approver = Column<ID<Holder>>("approver", "who approved the appointment")
  /// The day the appointment was approved.
  public let approved = Column<Day>("approved", "the day the appointment was approved")
  /// The day the chair approved the appointment.
  public let chairApproved = Column<Day>("chair-approved", "the day the chair approved the appointment")
  /// Whether the appointer considers the person reasonably seen as undermining the independence of the NHS.
  public let undermining = Column<Bool>(
    "undermining",
    "whether the appointer considers the person reasonably seen as undermining the independence of the NHS"
  )
  /// Which term it is.
  public let term = Column<Int>("term", "which term it is")
  /// The first day after the term.
  public let termEnds = Column<Day>("term-ends", "the first day after the term")
  /// The steps of the constitution's process that were taken.
  public let steps = Column<[String]>("steps", "the steps of the constitution's process that were taken")
  /// Who nominated the person.
  public let nominator = Column<ID<Holder>>("nominator", "who nominated the person")
  /// Why it ended.
  public let ending = Column<Ending>("ending", "why it ended")
  /// Who removed the person.
  public let removedBy = Column<ID<Holder>>("removed-by", "who removed the person")
  /// Who approved the removal.
  public let removalApprover = Column<ID<Holder>>("removal-approver", "who approved the removal")
  /// The recorded exception that allows it.
  public let exception = Column<String>("exception", "the recorded exception that allows it")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Appointment(), "appointment-1", file: "appointments.tsv",
    meaning: "a person holds a seat; the subject is an appointment's own identifier")
}

/// How the person for a seat was nominated.
public struct Nomination: Sheet {
  /// The seat it is for.
  public let seat = Column<ID<Seat>>.needed("seat", "the seat it is for")
  /// The bodies that may nominate together.
  public let eligible = Column<[ID<Body>]>("eligible", "the bodies that may nominate together")
  /// The bodies that took part.
  public let took = Column<[ID<Body>]>("took-part", "the bodies that took part")
  /// The day the list of those eligible was published.
  public let listPublished = Column<Day>("list-published", "the day the list of those eligible was published")
  /// Whether the constitution takes a body that did not answer to agree.
  public let silenceAgrees = Column<Bool>(
    "silence-agrees", "whether the constitution takes a body that did not answer to agree")
  /// The day it closed.
  public let closed = Column<Day>("closed", "the day it closed")
  /// Whether the nominators had regard to the guidance on candidates.
  public let regard = Column<Bool>("regard", "whether the nominators had regard to the guidance on candidates")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Nomination(), "nomination-1", file: "nominations.tsv", meaning: "the person for a seat was nominated")
}

/// A group's terms of reference: the period is the time they are in force.
public struct TermsOfReference: Sheet {
  /// The group they are for.
  public let group = Column<ID<Group>>.needed("group", "the group they are for")
  /// Which version.
  public let version = Column<String>("version", "which version")
  /// The group that approved them.
  public let approvedBy = Column<ID<Group>>("approved-by", "the group that approved them")
  /// The day they were approved.
  public let approved = Column<Day>("approved", "the day they were approved")
  /// The day they were published.
  public let published = Column<Day>("published", "the day they were published")
  /// Whether they say how the group reports to the board.
  public let reports = Column<Bool>("reports", "whether they say how the group reports to the board")
  /// Who must be there for it to decide.
  public let quorum = Column<Quorum>("quorum", "who must be there for it to decide")
  /// The day they are to be reviewed by.
  public let review = Column<Day>("review", "the day they are to be reviewed by")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    TermsOfReference(), "terms-of-reference-1", file: "terms-of-reference.tsv",
    meaning: "a group has terms of reference")
}

/// A claim that a list is complete: a rule that counts, or says something is not there, needs it.
public struct Complete: Sheet {
  /// A list that can be complete.
  public enum List: String, Word {
    case seats, appointments, interests, groups, meetings, attendance, decisions, functions, authorities, members
    case councils, trusts, places, collaboratives, agreements, transfers, plans, copies, consultations, notices
    case documents, roles, duties, procurements, directions, engagements, nominations, orders, conflicts, constitutions
    case checks, register, assessments, clauses, advice, interventions, payments, accounts, areas
    case votes

    /// The list, as a reader would call it.
    public var words: String {
      switch self {
      case .seats: "the list of seats"
      case .checks: "the list of fit-and-proper checks"
      case .engagements: "the list of posts and offices held elsewhere"
      case .conflicts: "the list of conflicts handled"
      case .register: "the register of interests"
      case .transfers: "the list of what was transferred"
      case .consultations: "the list of who was consulted and involved"
      case .advice: "the list of professional advice taken"
      default: "the list of \(rawValue)"
      }
    }
  }
  /// Which list.
  public let list = Column<List>.needed("list", "which list")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Complete(), "complete-1", file: "complete.tsv", meaning: "a list of a body, group or other subject is complete")
}
