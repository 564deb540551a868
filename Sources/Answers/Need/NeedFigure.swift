internal import Chronicle
internal import Measures
internal import Vocabulary

/// One figure of an area's need: exact, apportioned or refused, and from which file.
public struct NeedFigure: Encodable, Hashable, Sendable {
  /// What it is, as a program names it: `residents`, `core20.people`.
  public let key: String
  /// What it is, in words.
  public let name: String
  /// `people`, `share`, `index`, `neighbourhoods`.
  public let unit: String
  /// The figure, or null.
  @OrNull public internal(set) var value: Double? = nil
  /// The part of a count that was added up without dividing; null for a share or an index.
  @OrNull public internal(set) var exactPart: Double? = nil
  /// The same for England, from the same file, or null.
  @OrNull public internal(set) var england: Double? = nil
  /// `exact`, `apportioned` or `refused`.
  public let status: String
  /// What ties it to the area: people who live there, or people registered with its practices.
  public let basis: String
  /// The period, as its source names it.
  public let period: String
  /// What it was counted by.
  public let grain: String
  /// The source, or empty.
  public let source: String
  /// How it was worked out, or why it is not given.
  public let note: String

  init(
    _ key: String, _ name: String, unit: String, value: Double?, exactPart: Double? = nil, england: Double? = nil,
    isDivided: Bool, note: String, from version: Version<Observation>?
  ) {
    self.key = key
    self.name = name
    self.unit = unit
    status = value == nil ? "refused" : isDivided ? "apportioned" : "exact"
    basis = version?.fact.basis.rawValue ?? ""
    period = version?.fact.label ?? ""
    grain = version?.fact.grain ?? ""
    source = version?.source.source?.text ?? ""
    self.note = note
    self.value = value
    self.exactPart = exactPart
    self.england = england
  }

  /// A figure that is not given, and why.
  static func refused(
    _ key: String, _ name: String, unit: String, _ why: String, from version: Version<Observation>? = nil
  ) -> NeedFigure {
    NeedFigure(key, name, unit: unit, value: nil, isDivided: false, note: why, from: version)
  }
}

/// Something an account of need should say and the record cannot.
public struct NeedGap: Encodable, Hashable, Sendable {
  /// What is missing: `sex`, `ethnicity`, `density`.
  public let topic: String
  /// That it is missing, in words.
  public let what: String
  /// The file that would bring it.
  public let file: String
}
