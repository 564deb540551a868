/// Who may see a fact.
public enum Audience: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Everyone.
  case `public`
  /// People who work with the record.
  case `internal`
  /// Named people only.
  case restricted

  private var rank: Int {
    switch self {
    case .public: 0
    case .internal: 1
    case .restricted: 2
    }
  }

  /// Public before internal before restricted.
  public static func < (a: Audience, b: Audience) -> Bool { a.rank < b.rank }

  /// Whether someone of this audience may see a fact kept for another.
  public func maySee(_ other: Audience) -> Bool { other <= self }
}

/// How sure the record is of a fact, and therefore how it is shown.
public enum Certainty: String, Hashable, Sendable, CaseIterable {
  /// Stated by the body whose business it is.
  case official
  /// Computed from official facts by a stated method.
  case derived
  /// Stated by somebody else.
  case reported
  /// From memory, not yet checked against a source.
  case remembered
  /// Taken to be so for want of knowledge.
  case assumed
}

/// What ties people or activity to a body. Figures of different bases are never mixed.
public enum Basis: String, Hashable, Sendable, CaseIterable {
  /// Where people live.
  case resident
  /// The practice people are registered with.
  case registered
  /// The body responsible for commissioning their care.
  case commissioned
  /// The organisation that provides the care.
  case provided
  /// The organisation that employs the staff.
  case employed

  /// What the basis means, in a few plain words.
  public var explanation: String {
    switch self {
    case .resident: "people counted where they live"
    case .registered: "people counted where their general practice belongs"
    case .commissioned: "care counted for the body responsible for commissioning it"
    case .provided: "care counted where it is provided"
    case .employed: "staff counted where they are employed"
    }
  }
}
