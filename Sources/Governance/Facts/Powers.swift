public import Register
public import Vocabulary

/// Something a body has to do or may do by law. The period is the time the body holds it.
public struct Function: Sheet {
  /// At which level of a system it is exercised.
  public enum Level: String, Word {
    case multiSystem = "multi-system"
    case system, place, neighbourhood
  }
  /// What it is.
  public let title = Column<String>.needed("title", "what it is")
  /// The body that holds it in law.
  public let holder = Column<ID<Body>>.needed("holder", "the body that holds it in law")
  /// The enactment that gives it.
  public let enactment = Column<String>("enactment", "the enactment that gives it")
  /// The level it is exercised at.
  public let level = Column<Level>("level", "the level it is exercised at")
  /// Whether it is a commissioning function.
  public let commissioning = Column<Bool>("commissioning", "whether it is a commissioning function")
  /// The function it takes the place of.
  public let predecessor = Column<ID<Function>>("predecessor", "the function it takes the place of")
  /// Why it ended with nothing in its place.
  public let ended = Column<String>("ended", "why it ended with nothing in its place")
  /// The regulation that bars delegating it.
  public let excludedBy = Column<String>("excluded-by", "the regulation that bars delegating it")
  /// Whether it may be exercised jointly.
  public let jointly = Column<Bool>("jointly", "whether it may be exercised jointly")
  /// Other words people ask for it by.
  public let words = Column<[String]>("words", "other words people ask for it by")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Function(), "function-1", file: "functions.tsv", meaning: "a body holds a function in law")
}

/// The authority by which a function is exercised: kept by the board, given to a committee or a person, delegated to
/// another body. The period is the time it is in force.
public struct Authority: Sheet {
  /// By what it is given.
  public enum Sort: String, Word {
    /// Kept by the board.
    case reserved
    /// Given by the scheme of reservation and delegation, inside the body.
    case scheme
    /// Delegated to another body (National Health Service Act 2006, section 65Z5).
    case delegation = "section-65z5"
    /// Exercised jointly, by a joint committee (sections 65Z5 and 65Z6).
    case joint = "section-65z6"
    /// A direction of NHS England (section 13YB).
    case direction = "section-13yb"
    /// Partnership arrangements with councils (section 75).
    case section75 = "section-75"
    /// One commissioner acts for others.
    case leadCommissioner = "lead-commissioner"
    /// A contract with a provider, lead providers among them.
    case contract
  }
  /// The function it is for.
  public let function = Column<ID<Function>>.needed("function", "the function it is for")
  /// By what it is given.
  public let sort = Column<Sort>.needed("sort", "by what it is given")
  /// Who gives it.
  public let giver = Column<ID<Holder>>.needed("giver", "who gives it")
  /// Who exercises it.
  public let taker = Column<ID<Holder>>.needed("taker", "who exercises it")
  /// The most that may be decided at once, whole-life; empty for no limit.
  public let limit = Column<Pounds>("limit", "the most that may be decided at once, whole-life; empty for no limit")
  /// The most in a year.
  public let annual = Column<Pounds>("annual-limit", "the most in a year")
  /// The places it is for; empty for everywhere.
  public let places = Column<[ID<Body>]>("places", "the places it is for; empty for everywhere")
  /// The kinds of decision it is for; empty for every kind.
  public let kinds = Column<[String]>("kinds", "the kinds of decision it is for; empty for every kind")
  /// What must be so for it to be used.
  public let conditions = Column<[String]>("conditions", "what must be so for it to be used")
  /// The conditions not yet met.
  public let outstanding = Column<[String]>("outstanding", "the conditions not yet met")
  /// The authority it is derived from.
  public let parent = Column<ID<Authority>>("parent", "the authority it is derived from")
  /// Whether it may be passed on.
  public let onward = Column<Onward>("onward", "whether it may be passed on")
  /// The bodies that are party to it.
  public let parties = Column<[ID<Body>]>("parties", "the bodies that are party to it")
  /// The day of the agreement.
  public let agreed = Column<Day>("agreed", "the day of the agreement")
  /// The day it was published.
  public let published = Column<Day>("published", "the day it was published")
  /// The guidance on delegation that was considered; `none` where none was.
  public let regard = Column<String>("regard", "the guidance on delegation that was considered; none where none was")
  /// The body liable in law for how it is exercised.
  public let liable = Column<ID<Body>>("liable", "the body liable in law for how it is exercised")
  /// The body that stays accountable.
  public let accountable = Column<ID<Body>>("accountable", "the body that stays accountable")
  /// The agreement, direction or contract.
  public let instrument = Column<String>("instrument", "the agreement, direction or contract")
  /// The services it covers.
  public let services = Column<[String]>("services", "the services it covers")
  /// The clause or row that says so.
  public let clause = Column<String>("clause", "the clause or row that says so")
  /// Whether a power may be passed on.
  public enum Onward: String, Word {
    case allowed, barred
    case withConsent = "with-consent"
  }
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Authority(), "authority-1", file: "authorities.tsv", meaning: "who exercises a function, by what, to what limit")
}

/// A direction of NHS England or of the Secretary of State.
public struct Direction: Sheet {
  /// What it is about.
  public enum Sort: String, Word {
    case function = "exercise-a-function"
    case reporting = "date-for-reports"
    case copies = "date-for-copies"
    case intervention
    case callIn = "call-in"
  }
  /// The body directed.
  public let body = Column<ID<Body>>.needed("body", "the body directed")
  /// Who directs.
  public let by = Column<ID<Body>>.needed("by", "who directs")
  /// What it is about.
  public let sort = Column<Sort>.needed("sort", "what it is about")
  /// The section it is given under.
  public let power = Column<String>("power", "the section it is given under")
  /// The day it was given.
  public let made = Column<Day>("made", "the day it was given")
  /// The day it was published.
  public let published = Column<Day>("published", "the day it was published")
  /// The day by which it is to be done.
  public let deadline = Column<Day>("deadline", "the day by which it is to be done")
  /// What it requires.
  public let about = Column<String>("about", "what it requires")
  /// The function it is about.
  public let function = Column<ID<Function>>("function", "the function it is about")
  /// The financial year it is about.
  public let year = Column<String>("year", "the financial year it is about")
  /// The body asked to exercise the function instead.
  public let standIn = Column<ID<Body>>("stand-in", "the body asked to exercise the function instead")
  /// The bodies that were consulted.
  public let consulted = Column<[ID<Body>]>("consulted", "the bodies that were consulted")
  /// Whether the body may no longer exercise the function.
  public let suspends = Column<Bool>("suspends", "whether the body may no longer exercise the function")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Direction(), "direction-1", file: "directions.tsv", meaning: "a body is directed")
}
