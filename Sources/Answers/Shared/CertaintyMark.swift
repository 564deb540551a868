internal import Chronicle
public import Register
public import Vocabulary

/// How honest readers must be told to be about something shown: how sure it is, and whether it has happened yet.
public enum CertaintyMark: String, Encodable, Hashable, Sendable, CaseIterable {
  case official
  case derived
  case reported
  case remembered
  case assumed
  case planned

  /// The mark of a certainty.
  public init(_ certainty: Certainty) {
    switch certainty {
    case .official: self = .official
    case .derived: self = .derived
    case .reported: self = .reported
    case .remembered: self = .remembered
    case .assumed: self = .assumed
    }
  }

  /// The mark of a succession: that it is only planned weighs more than how surely it is planned.
  public init(_ certainty: Certainty, status: Succession.Status) {
    if status.isInForce { self.init(certainty) } else { self = .planned }
  }

  /// One word for the mark.
  public var written: String {
    switch self {
    case .official: "official"
    case .derived: "worked out"
    case .reported: "reported"
    case .remembered: "from memory"
    case .assumed: "assumed"
    case .planned: "planned"
    }
  }

  /// What the mark means, in a sentence for everyone.
  public var explanation: String {
    switch self {
    case .official: "Stated by the body whose business it is."
    case .derived: "Worked out from official facts by a stated method."
    case .reported: "Stated by somebody else, not by the body itself."
    case .remembered: "Written from memory and not yet checked against a source."
    case .assumed: "Taken to be so because nothing better is known."
    case .planned: "Proposed, decided or ordered, but not yet in force."
    }
  }
}

/// Something in an answer that was taken from a source.
public protocol Sourced {
  /// How sure it is.
  var certainty: Certainty { get }
  /// The source and the place in it, `ods-icb-mergers-2026#row=10`.
  var source: String { get }
}

extension Sourced {
  /// The mark to show beside it.
  public var mark: CertaintyMark { CertaintyMark(certainty) }
}

extension Certainty: Encodable {}
extension Basis: Encodable {}
extension BodyKind: Encodable {}
extension Sector: Encodable {}
extension LegalForm: Encodable {}
extension LegalStanding: Encodable {}
extension Name.Usage: Encodable {}
extension Succession.Event: Encodable {}
extension Succession.Status: Encodable {}
extension Claim.Status: Encodable {}
