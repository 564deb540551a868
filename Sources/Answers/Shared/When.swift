public import Vocabulary

/// A start or an end in an answer. As data it is the text of the date, or null where there is no start or no end.
public struct When: Hashable, Sendable {
  /// The date, which may be known only in part.
  public let moment: Moment

  /// A start or an end.
  public init(_ moment: Moment) { self.moment = moment }

  /// `2026-04-01`, `<2021-05`, `2017-06`, `?`; nil where there is no start or no end.
  public var text: String? { moment == .always || moment == .never ? nil : moment.description }

  /// `1 April 2026`, `before May 2021`; empty where there is no start or no end.
  public var written: String { text == nil ? "" : moment.written }
}

extension When: Encodable {
  /// The text, or null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let text { try container.encode(text) } else { try container.encodeNil() }
  }
}

/// Something in an answer that holds for a time.
public protocol Spanning {
  /// The first day.
  var from: When { get }
  /// The first day after; null while it has not ended.
  var until: When { get }
}

extension Spanning {
  /// The time for which it holds.
  public var period: Period { Period(from: from.moment, until: until.moment) }
  /// The time as a reader would write it, with the last day rather than the first day after.
  public var periodWritten: String { period.written }
}
