public import Register
public import Vocabulary

/// Somebody who holds a seat or a post. In the demonstration people are named by role.
public struct Person: Sheet {
  /// What the person is called.
  public let name = Column<String>.needed("name", "what the person is called")
  /// What the person knows, with evidence.
  public let expertise = Column<[Expertise]>("expertise", "what the person knows, with evidence")
  /// The evidence of it.
  public let evidence = Column<String>("evidence", "the evidence of it")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(Person(), "person-1", file: "people.tsv", meaning: "a person")
  /// What a person can know.
  public enum Expertise: String, Word {
    case mentalHealth = "mental-health"
    case audit = "audit-and-finance"
    case clinical, nursing
    case publicHealth = "public-health"
    case primaryCare = "primary-care"
    case socialCare = "social-care"
    case involvement
    case digital
    case voluntary = "voluntary-sector"
  }
}

/// What a person is to a body: employed, seconded, elected, an owner. The period is its time.
public struct Engagement: Sheet {
  /// In what capacity.
  public enum Capacity: String, Word {
    case employee, secondee, contractor, director, owner, partner, trustee, councillor, governor, member
    case chair
    case nonExecutive = "non-executive"
    case memberOfParliament = "member-of-parliament"
    case chiefExecutive = "chief-executive"
  }
  /// Who.
  public let person = Column<ID<Person>>.needed("person", "who")
  /// The body.
  public let body = Column<ID<Body>>.needed("body", "the body")
  /// In what capacity.
  public let capacity = Column<Capacity>.needed("capacity", "in what capacity")
  /// For a secondee, the employer seconded from.
  public let home = Column<ID<Body>>("home", "for a secondee, the employer seconded from")
  /// The title.
  public let title = Column<String>("title", "the title")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Engagement(), "engagement-1", file: "engagements.tsv", meaning: "what a person is to a body")
}

/// A part that a person takes on for a body: deputy chair, a lead role, the guardian of conflicts.
public struct LeadRole: Sheet {
  /// The part.
  public enum Role: String, Word {
    case deputyChair = "deputy-chair"
    case seniorNonExecutive = "senior-non-executive"
    case conflictsGuardian = "conflicts-guardian"
    case emergencyOfficer = "accountable-emergency-officer"
    case children = "children-and-young-people"
    case sendLead = "special-educational-needs"
    case safeguarding
    case learningDisability = "learning-disability-and-autism"
    case downSyndrome = "down-syndrome"
    case pharmacyLead = "community-pharmacy"
    case placeLead = "place-lead"
    case clusterLead = "cluster-lead"
    case other
  }
  /// Who.
  public let person = Column<ID<Person>>.needed("person", "who")
  /// The body it is for.
  public let body = Column<ID<Body>>.needed("body", "the body it is for")
  /// The part.
  public let role = Column<Role>.needed("role", "the part")
  /// Who pays for it.
  public let funding = Column<String>("funding", "who pays for it")
  /// The day the funding ends.
  public let fundedUntil = Column<Day>("funded-until", "the day the funding ends")
  /// The title.
  public let title = Column<String>("title", "the title")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    LeadRole(), "lead-role-1", file: "lead-roles.tsv", meaning: "a person takes on a part for a body")
}

/// A check on a person for a board: fitness, the principles of public life, a declaration.
public struct Check: Sheet {
  /// Which check.
  public enum Sort: String, Word {
    case fitAndProper = "fit-and-proper"
    case principles = "seven-principles"
    case reference = "board-member-reference"
    case declaration
    case appraisal
  }
  /// How it came out.
  public enum Outcome: String, Word { case passed, failed, conditions, given }
  /// Who.
  public let person = Column<ID<Person>>.needed("person", "who")
  /// The body it is for.
  public let body = Column<ID<Body>>.needed("body", "the body it is for")
  /// Which check.
  public let sort = Column<Sort>.needed("sort", "which check")
  /// The day of it.
  public let on = Column<Day>.needed("on", "the day of it")
  /// How it came out.
  public let outcome = Column<Outcome>("outcome", "how it came out")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Check(), "check-1", file: "checks.tsv", meaning: "a check was made on a person for a board")
}

/// A matter that can disqualify a person. Kept for named people only.
public struct Disqualification: Sheet {
  /// The matter.
  public enum Matter: String, Word {
    case conviction, insolvency, dismissal
    case officeEnded = "office-ended-for-cause"
    case professional = "professional-sanction"
    case director = "director-disqualified"
    case trustee = "charity-trustee-removed"
    /// Nothing was found on the day it was looked for.
    case none
  }
  /// Who.
  public let person = Column<ID<Person>>.needed("person", "who")
  /// The matter.
  public let matter = Column<Matter>.needed("matter", "the matter")
  /// The day of the conviction, order or dismissal.
  public let on = Column<Day>("on", "the day of the conviction, order or dismissal")
  /// The sentence in months.
  public let months = Column<Int>("months", "the sentence in months")
  /// Whether the dismissal was for redundancy.
  public let redundancy = Column<Bool>("redundancy", "whether the dismissal was for redundancy")
  /// Whether the employer was a health service body.
  public let healthService = Column<Bool>("health-service", "whether the employer was a health service body")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Disqualification(), "disqualification-1", file: "disqualifications.tsv",
    meaning: "a matter that can disqualify a person, or that none was found")
}

/// A professional registration of a person.
public struct Registration: Sheet {
  /// The profession.
  public enum Profession: String, Word { case doctor, nurse, accountant, pharmacist, other }
  /// Its state.
  public enum State: String, Word { case current, lapsed, suspended, erased, conditions }
  /// Who.
  public let person = Column<ID<Person>>.needed("person", "who")
  /// The profession.
  public let profession = Column<Profession>.needed("profession", "the profession")
  /// The state of the registration.
  public let state = Column<State>("state", "the state of the registration")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Registration(), "registration-1", file: "registrations.tsv", meaning: "a person is registered in a profession")
}

/// An interest a person has, or the return that there is none. The period is the time it is held.
public struct Interest: Sheet {
  /// Its sort, as the guidance on conflicts of interest in the NHS names them.
  public enum Sort: String, Word {
    case financial
    case professional = "non-financial-professional"
    case personal = "non-financial-personal"
    case indirect
    /// A return that says there is nothing to declare.
    case none = "nil-return"
  }
  /// Whose interest.
  public let person = Column<ID<Person>>.needed("person", "whose interest")
  /// Whose register it stands in.
  public let body = Column<ID<Body>>.needed("body", "whose register it stands in")
  /// What sort of interest.
  public let sort = Column<Sort>.needed("sort", "what sort of interest")
  /// The body it is an interest in.
  public let counterparty = Column<ID<Body>>("counterparty", "the body it is an interest in")
  /// What it is.
  public let about = Column<String>("about", "what it is")
  /// The day the person became aware of it.
  public let aware = Column<Day>("aware", "the day the person became aware of it")
  /// The day it was declared.
  public let declared = Column<Day>("declared", "the day it was declared")
  /// The day it was entered in the register.
  public let registered = Column<Day>("registered", "the day it was entered in the register")
  /// Where it was declared.
  public let place = Column<String>("declared-where", "where it was declared")
  /// The day the declaration was last reviewed.
  public let reviewed = Column<Day>("reviewed", "the day the declaration was last reviewed")
  /// The day it was taken from the public register.
  public let removed = Column<Day>("removed", "the day it was taken from the public register")
  /// Whether the counterparty is a private provider of health care.
  public let privateProvider = Column<Bool>(
    "private-provider", "whether the counterparty is a private provider of health care")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Interest(), "interest-1", file: "interests.tsv", meaning: "a person has an interest, or has none")
}

/// What was done about an interest when an item was taken.
public struct Conflict: Sheet {
  /// What was done.
  public enum Handling: String, Word {
    case noted
    case stayed = "stayed-without-voting"
    case withdrew, recused
    case excludedFromPapers = "excluded-from-papers"
  }
  /// The item.
  public let item = Column<ID<Item>>.needed("item", "the item")
  /// Whose interest.
  public let person = Column<ID<Person>>.needed("person", "whose interest")
  /// The interest.
  public let interest = Column<ID<Interest>>("interest", "the interest")
  /// What was done about it.
  public let handling = Column<Handling>("handling", "what was done about it")
  /// Whether it is in the minutes.
  public let minuted = Column<Bool>("minuted", "whether it is in the minutes")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Conflict(), "conflict-1", file: "conflicts.tsv", meaning: "an interest was handled when an item was taken")
}
