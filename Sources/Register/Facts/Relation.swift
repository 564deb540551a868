public import Chronicle
public import Vocabulary

/// A typed tie from one body to another, for a time, with the instrument that made it.
public struct Relation: Fact {
  /// A body.
  public typealias Subject = Body
  /// The body that stands in the relation.
  public let subject: ID<Body>
  /// The relation: `part-of`, `member-of`, `commissioned-by`, `overseen-by`, `hosted-by`, `serves`, `network-of`…
  public let type: String
  /// The body it stands in the relation to.
  public let object: ID<Body>
  /// The instrument that made it, where one is known.
  public let instrument: String
  /// Anything a reader should know.
  public let note: String

  /// A relation.
  public init(
    _ subject: ID<Body>, _ type: String, _ object: ID<Body>, instrument: String = "", note: String = ""
  ) {
    self.subject = subject
    self.type = type
    self.object = object
    self.instrument = instrument
    self.note = note
  }

  /// The lower body counts wholly inside the upper one: a sub-ICB location in a board, a board in a region.
  public static let partOf = "part-of"
  /// The body sits in a partnership, network or cluster without becoming part of it.
  public static let memberOf = "member-of"

  /// `relation-1`.
  public static let kind = FactKind(
    "relation-1", file: "relations.tsv", columns: ["type", "object", "instrument", "note"],
    meaning: "how one body stands to another")
  /// Type, object, instrument, note.
  public var fields: [String] { [type, object.text, instrument, note] }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    type = try reader.next("type")
    object = try reader.id("object")
    instrument = try reader.next("instrument")
    note = try reader.next("note")
  }
}

/// One body takes the place of another, in whole or in part, from a day.
public struct Succession: Fact {
  /// What happens.
  public enum Event: String, Hashable, Sendable, CaseIterable {
    case merge
    case split
    case rename
    case codeChange = "code-change"
    case boundaryChange = "boundary-change"
    case transfer
    case replace
    case convert

    /// What happens, as a reader would write it.
    public var written: String {
      switch self {
      case .merge: "merged into"
      case .split: "split, in part to"
      case .rename: "renamed"
      case .codeChange: "given a new code"
      case .boundaryChange: "gave an area to"
      case .transfer: "passed a part to"
      case .replace: "replaced by"
      case .convert: "became"
      }
    }
  }

  /// How far a change has come.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case proposed
    case decided
    case ordered
    case inForce = "in-force"

    /// Whether it is law.
    public var isInForce: Bool { self == .inForce }
  }

  /// A body.
  public typealias Subject = Body
  /// The predecessor.
  public let subject: ID<Body>
  /// What happens.
  public let event: Event
  /// The successor.
  public let successor: ID<Body>
  /// How far it has come.
  public let status: Status
  /// The order or decision.
  public let instrument: String
  /// Anything a reader should know.
  public let note: String

  /// A succession.
  public init(
    _ subject: ID<Body>, _ event: Event, to successor: ID<Body>, status: Status = .inForce, instrument: String = "",
    note: String = ""
  ) {
    self.subject = subject
    self.event = event
    self.successor = successor
    self.status = status
    self.instrument = instrument
    self.note = note
  }

  /// `succession-1`; its period starts on the day it takes effect and has no end.
  public static let kind = FactKind(
    "succession-1", file: "successions.tsv", columns: ["event", "successor", "status", "instrument", "note"],
    meaning: "one body takes the place of another from a day")
  /// Event, successor, status, instrument, note.
  public var fields: [String] { [event.rawValue, successor.text, status.rawValue, instrument, note] }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    event = try reader.word("event")
    successor = try reader.id("successor")
    status = try reader.word("status")
    instrument = try reader.next("instrument")
    note = try reader.next("note")
  }
}

/// How much of a predecessor went to a successor, counted on one basis in one unit.
public struct Share: Fact {
  /// A body.
  public typealias Subject = Body
  /// The predecessor.
  public let subject: ID<Body>
  /// The successor.
  public let successor: ID<Body>
  /// What ties people to the body in this count.
  public let basis: Basis
  /// What was counted, for example `lsoa11` or `people mid-2020`.
  public let unit: String
  /// The count that went.
  public let part: Double
  /// The predecessor's whole count.
  public let whole: Double
  private let partText: String
  private let wholeText: String

  /// A share.
  public init(
    _ subject: ID<Body>, to successor: ID<Body>, basis: Basis, unit: String, part: Double, of whole: Double
  ) {
    self.subject = subject
    self.successor = successor
    self.basis = basis
    self.unit = unit
    self.part = part
    self.whole = whole
    partText = Decimals.shortest(part)
    wholeText = Decimals.shortest(whole)
  }

  /// The share from 0 to 1.
  public var fraction: Double { whole > 0 ? part / whole : 0 }

  /// `share-1`.
  public static let kind = FactKind(
    "share-1", file: "shares.tsv", columns: ["successor", "basis", "unit", "part", "whole"],
    meaning: "how much of a predecessor went to a successor")
  /// Successor, basis, unit, part, whole.
  public var fields: [String] { [successor.text, basis.rawValue, unit, partText, wholeText] }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    successor = try reader.id("successor")
    basis = try reader.word("basis")
    unit = try reader.next("unit")
    partText = try reader.next("part")
    wholeText = try reader.next("whole")
    guard let part = Double(partText), let whole = Double(wholeText), part >= 0, part <= whole, whole > 0,
      whole.isFinite
    else { throw LineError("'\(partText)' of '\(wholeText)' is no share: the part lies between 0 and the whole") }
    self.part = part
    self.whole = whole
  }
}

/// How much of an area lies in another, counted in small areas.
public struct Overlap: Fact {
  /// A body.
  public typealias Subject = Body
  /// The body whose area is measured, for example a council.
  public let subject: ID<Body>
  /// The body it lies in, for example a board.
  public let other: ID<Body>
  /// What was counted: `lsoa11` or `lsoa21`.
  public let unit: String
  /// The small areas of the first that lie in the other.
  public let part: Int
  /// All small areas of the first.
  public let whole: Int

  /// An overlap.
  public init(_ subject: ID<Body>, in other: ID<Body>, unit: String, part: Int, of whole: Int) {
    self.subject = subject
    self.other = other
    self.unit = unit
    self.part = part
    self.whole = whole
  }

  /// `overlap-1`.
  public static let kind = FactKind(
    "overlap-1", file: "overlaps.tsv", columns: ["other", "unit", "part", "whole"],
    meaning: "how much of an area lies in another")
  /// Other, unit, part, whole.
  public var fields: [String] { [other.text, unit, String(part), String(whole)] }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    other = try reader.id("other")
    unit = try reader.next("unit")
    part = try reader.integer("part")
    whole = try reader.integer("whole")
    guard part >= 0, part <= whole, whole > 0 else {
      throw LineError("\(part) of \(whole) is no overlap: the part lies between 0 and the whole")
    }
  }
}

/// A small area or district that belongs to a body, where the bodies were cut without keeping to existing parts.
public struct Placement: Fact {
  /// A small area, district or other piece of the map.
  public enum Piece {}
  /// A piece of the map.
  public typealias Subject = Piece
  /// The piece.
  public let subject: ID<Piece>
  /// The scheme of its code: `lsoa11`, `lsoa21`, `lad`.
  public let scheme: String
  /// Its code.
  public let code: String
  /// The body it belongs to.
  public let body: ID<Body>

  /// A placement.
  public init(scheme: String, code: String, in body: ID<Body>) {
    subject = ID(slug: "\(scheme).\(code)")
    self.scheme = scheme
    self.code = code
    self.body = body
  }

  /// `placement-1`.
  public static let kind = FactKind(
    "placement-1", file: "placements.tsv", columns: ["scheme", "code", "body"],
    meaning: "a small area or district belongs to a body")
  /// Scheme, code, body.
  public var fields: [String] { [scheme, code, body.text] }
  /// Reads the columns.
  public init(subject: ID<Piece>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    scheme = try reader.next("scheme")
    code = try reader.next("code")
    body = try reader.id("body")
  }
}
