public import Register
public import Vocabulary

/// A meeting of a group, held or to come. The period begins on its day.
public struct Meeting: Sheet {
  /// The group that meets.
  public let group = Column<ID<Group>>.needed("group", "the group that meets")
  /// The day of it.
  public let on = Column<Day>.needed("on", "the day of it")
  /// What it is called.
  public let title = Column<String>("title", "what it is called")
  /// The day public notice was given.
  public let notice = Column<Day>("notice", "the day public notice was given")
  /// The day it was called, where that was later than notice is due.
  public let convened = Column<Day>("convened", "the day it was called, where that was later than notice is due")
  /// The day the papers were published.
  public let papers = Column<Day>("papers", "the day the papers were published")
  /// Whether it was open to the public.
  public let open = Column<Bool>("open", "whether it was open to the public")
  /// The resolution that excluded the public, with its reason.
  public let resolution = Column<String>("resolution", "the resolution that excluded the public, with its reason")
  /// The day the minutes were approved.
  public let minutesApproved = Column<Day>("minutes-approved", "the day the minutes were approved")
  /// The day the minutes were published.
  public let minutesPublished = Column<Day>("minutes-published", "the day the minutes were published")
  /// Whether declarations and their handling are minuted.
  public let declarations = Column<Bool>("declarations-minuted", "whether declarations and their handling are minuted")
  /// Where it is held, or how it is joined.
  public let venue = Column<String>("venue", "where it is held, or how it is joined")
  /// Whether it is planned, held or called off.
  public let state = Column<State>("state", "whether it is planned, held or called off")
  /// Whether it took place.
  public enum State: String, Word { case planned, held, cancelled }
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Meeting(), "meeting-1", file: "meetings.tsv", meaning: "a group meets")
}

/// An item of a meeting's agenda.
public struct Item: Sheet {
  /// What it is for.
  public enum Purpose: String, Word { case decision, assurance, discussion, information, approval }
  /// The meeting.
  public let meeting = Column<ID<Meeting>>.needed("meeting", "the meeting")
  /// Its number on the agenda.
  public let number = Column<Int>.needed("number", "its number on the agenda")
  /// What it is about.
  public let title = Column<String>.needed("title", "what it is about")
  /// What it is for.
  public let purpose = Column<Purpose>("purpose", "what it is for")
  /// Whether it is taken in public.
  public let open = Column<Bool>("open", "whether it is taken in public")
  /// Why the public is excluded from it.
  public let ground = Column<String>("ground", "why the public is excluded from it")
  /// The resolution that excluded the public from it.
  public let resolution = Column<String>("resolution", "the resolution that excluded the public from it")
  /// The function it is about.
  public let function = Column<ID<Function>>("function", "the function it is about")
  /// The place it is about.
  public let place = Column<ID<Body>>("place", "the place it is about")
  /// The bodies it concerns: bidders, suppliers, providers.
  public let bodies = Column<[ID<Body>]>("bodies", "the bodies it concerns: bidders, suppliers, providers")
  /// The sum it is about, whole-life.
  public let value = Column<Pounds>("value", "the sum it is about, whole-life")
  /// Where its paper is.
  public let paper = Column<String>("paper", "where its paper is")
  /// The day its paper was published.
  public let paperOn = Column<Day>("paper-on", "the day its paper was published")
  /// The choice of provider it is about.
  public let procurement = Column<ID<Procurement>>("procurement", "the choice of provider it is about")
  /// What the minutes say of it.
  public let minute = Column<String>("minute", "what the minutes say of it")
  /// The post that brings it.
  public let owner = Column<String>("owner", "the post that brings it")
  /// What the time is spent on: finance, quality, inequalities.
  public let themes = Column<[String]>("themes", "what the time is spent on: finance, quality, inequalities")
  /// The minutes given to it.
  public let minutes = Column<Int>("minutes", "the minutes given to it")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(Item(), "item-1", file: "items.tsv", meaning: "an item of an agenda")
}

/// A person was at a meeting, or not.
public struct Attendance: Sheet {
  /// In what capacity.
  public enum Capacity: String, Word { case member, deputy, attendee, observer, absent }
  /// The meeting.
  public let meeting = Column<ID<Meeting>>.needed("meeting", "the meeting")
  /// Who.
  public let person = Column<ID<Person>>.needed("person", "who")
  /// In what capacity.
  public let capacity = Column<Capacity>.needed("capacity", "in what capacity")
  /// The seat held, or deputised for.
  public let seat = Column<ID<Seat>>("seat", "the seat held, or deputised for")
  /// The first item present for; empty for the first.
  public let from = Column<Int>("from-item", "the first item present for; empty for the first")
  /// The last item present for; empty for the last.
  public let to = Column<Int>("to-item", "the last item present for; empty for the last")
  /// Whether the person presided.
  public let presiding = Column<Bool>("presiding", "whether the person presided")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(
    Attendance(), "attendance-1", file: "attendance.tsv", meaning: "a person was at a meeting, or sent apologies")
}

/// What somebody does after a meeting.
public struct Action: Sheet {
  /// The item it comes from.
  public let item = Column<ID<Item>>.needed("item", "the item it comes from")
  /// What is to be done.
  public let text = Column<String>.needed("text", "what is to be done")
  /// The post that does it.
  public let owner = Column<String>("owner", "the post that does it")
  /// The day it is due.
  public let due = Column<Day>("due", "the day it is due")
  /// The day it was done.
  public let done = Column<Day>("done", "the day it was done")
  /// What became of it.
  public let note = Column<String>("note", "what became of it")
  /// The sheet.
  public init() {}
  /// Name, file, columns and meaning.
  public static let layout = Layout(Action(), "action-1", file: "actions.tsv", meaning: "an action comes from an item")
}
