public import Chronicle
public import Register
public import Vocabulary

/// What a measure is meant to reach, for a time.
///
/// A figure for a month is held against the target that stands on the last day of that month.
public struct Target: Fact {
  /// What sort of target it is.
  public enum Sort: String, Hashable, Sendable, CaseIterable {
    /// A standard that patients have been promised.
    case standard
    /// An ambition for a year, below the standard.
    case ambition
    /// What a body has planned for itself.
    case plan
  }

  /// A measure.
  public typealias Subject = Measure
  /// The measure.
  public let subject: ID<Measure>
  /// What sort of target it is.
  public let sort: Sort
  /// The value to be reached, in the measure's own unit; a share is between 0 and 1.
  public let value: Double
  /// The body it is for; nil for every body.
  public let body: ID<Body>?
  /// What it is called.
  public let name: String

  /// A target.
  public init(_ subject: ID<Measure>, _ sort: Sort, _ value: Double, for body: ID<Body>? = nil, name: String) {
    self.subject = subject
    self.sort = sort
    self.value = value
    self.body = body
    self.name = name
  }

  /// `target-1`.
  public static let kind = FactKind(
    "target-1", file: "targets.tsv", columns: ["sort", "value", "body", "name"],
    meaning: "what a measure is meant to reach")
  /// The columns.
  public var fields: [String] { [sort.rawValue, Decimals.shortest(value), body?.text ?? "", name] }
  /// Reads the columns.
  public init(subject: ID<Measure>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    sort = try reader.word("sort")
    value = try reader.number("value")
    body = try reader.bodyIfAny("body")
    name = try reader.next("name")
  }
}

extension FieldReader {
  /// The next field as a body; nil where it is empty.
  mutating func bodyIfAny(_ name: StaticString) throws(LineError) -> ID<Body>? {
    let text = try next(name)
    guard !text.isEmpty else { return nil }
    guard let body = ID<Body>(text) else { throw LineError("'\(text)' in column '\(name)' is no identifier") }
    return body
  }
}
