public import Register
public import Vocabulary

/// How a place partnership is set up. The period is the time it is so.
public struct PlaceArrangement: Sheet {
  /// The five forms, which may be mixed.
  public enum Form: String, Word {
    case forum = "consultative-forum"
    case committee = "board-committee"
    case joint = "joint-committee"
    case individual = "individual-with-authority"
    case leadProvider = "lead-provider"
  }
  /// The place.
  public let place = Column<ID<Body>>.needed("place", "the place")
  /// The board whose place it is.
  public let board = Column<ID<Body>>.needed("board", "the board whose place it is")
  /// Its forms.
  public let forms = Column<[Form]>("forms", "its forms")
  /// The authorities its decisions rest on.
  public let authorities = Column<[ID<Authority>]>("authorities", "the authorities its decisions rest on")
  /// The contract of a lead provider.
  public let contract = Column<String>("contract", "the contract of a lead provider")
  /// The post that leads it.
  public let leader = Column<ID<Seat>>("leader", "the post that leads it")
  /// What is agreed between its partners.
  public let agreed = Column<[AgreedPart]>("agreed", "what is agreed between its partners")
  /// The bodies that agreed it.
  public let partners = Column<[ID<Body>]>("partners", "the bodies that agreed it")
  /// The body accountable for the resources used there.
  public let accountable = Column<ID<Body>>("accountable", "the body accountable for the resources used there")
  /// The day it is to be reviewed by.
  public let review = Column<Day>("review", "the day it is to be reviewed by")
  /// What an agreement settles.
  public enum AgreedPart: String, Word {
    case configuration, membership, decisions, leader, links
  }
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    PlaceArrangement(), "place-arrangement-1", file: "place-arrangements.tsv", meaning: "how a place is set up")
}

/// An agreement between bodies: a provider collaborative's, with the voluntary sector, a section 75 agreement.
public struct Agreement: Sheet {
  /// Of what sort.
  public enum Sort: String, Word {
    case collaborative = "provider-collaborative"
    case collaborativeAndBoard = "collaborative-and-board"
    case voluntary = "voluntary-sector"
    case section75 = "section-75"
    case place
    case cluster
    case memorandum
    case contract
  }
  /// Of what sort.
  public let sort = Column<Sort>.needed("sort", "of what sort")
  /// What it is called.
  public let title = Column<String>("title", "what it is called")
  /// The bodies that are party to it.
  public let parties = Column<[ID<Body>]>.needed("parties", "the bodies that are party to it")
  /// The day it was signed.
  public let signed = Column<Day>("signed", "the day it was signed")
  /// The day it runs out.
  public let expires = Column<Day>("expires", "the day it runs out")
  /// The objectives it sets.
  public let objectives = Column<[String]>("objectives", "the objectives it sets")
  /// Whether it is made with an alliance of organisations.
  public let allianceBased = Column<Bool>("through-alliance", "whether it is made with an alliance of organisations")
  /// The months of notice it takes to end it.
  public let notice = Column<Int>("notice-months", "the months of notice it takes to end it")
  /// Its value.
  public let value = Column<Pounds>("value", "its value")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Agreement(), "agreement-1", file: "agreements.tsv", meaning: "bodies have an agreement")
}

/// Something clustered boards share, or keep apart.
public struct Shared: Sheet {
  /// What.
  public enum Thing: String, Word {
    case board = "board-record"
    case register = "register-of-interests"
    case accounts, constitution
    case leaders
  }
  /// The cluster.
  public let cluster = Column<ID<Body>>.needed("cluster", "the cluster")
  /// The board.
  public let board = Column<ID<Body>>.needed("board", "the board")
  /// What.
  public let thing = Column<Thing>.needed("thing", "what")
  /// Whether the board has its own.
  public let own = Column<Bool>("own", "whether the board has its own")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Shared(), "shared-1", file: "shared.tsv", meaning: "whether a board in a cluster has its own of something")
}

/// A group of the population that a board is responsible for.
public struct Responsibility: Sheet {
  /// Which people.
  public enum People: String, Word {
    case registered = "on-a-practice-list"
    case unregistered = "resident-and-on-no-list"
  }
  /// Which people.
  public let people = Column<People>.needed("people", "which people")
  /// Where.
  public let area = Column<String>("area", "where")
  /// The board responsible.
  public let board = Column<ID<Body>>("board", "the board responsible")
  /// The body whose area it is.
  public let by = Column<ID<Body>>("by", "the body whose area it is")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Responsibility(), "responsibility-1", file: "responsibilities.tsv", meaning: "a board is responsible for people")
}
