/// When a fact is true: from a moment, until (not including) another.
///
/// Half-open, so a body that ends and one that starts on the same day neither overlap nor leave a gap.
public struct Period: Hashable, Sendable {
  /// The first day.
  public let from: Moment
  /// The first day after.
  public let until: Moment

  /// From a moment until another.
  public init(from: Moment, until: Moment) {
    self.from = from
    self.until = until
  }

  /// From a day until (not including) another; without an end, until further notice.
  public init(from: Day, until: Day = .distantFuture) {
    self.init(from: Moment(on: from), until: Moment(on: until))
  }

  /// Always.
  public static let always = Period(from: .always, until: .never)

  /// Whether the period covers a day: true, false, or nil where partial dates leave it open.
  public func contains(_ day: Day) -> Bool? {
    if surelyContains(day) { return true }
    return mayContain(day) ? nil : false
  }

  /// Whether the period surely covers a day.
  @inlinable public func surelyContains(_ day: Day) -> Bool { day >= from.latest && day < until.earliest }

  /// Whether the period may cover a day.
  @inlinable public func mayContain(_ day: Day) -> Bool { day >= from.earliest && day < until.latest }

  /// The first day of the calendar month that the period is; nil where it is anything else.
  public var month: Day? {
    guard let first = from.day, let end = until.day, first == first.startOfMonth, end == first.startOfNextMonth else {
      return nil
    }
    return first
  }

  /// Whether the period covers no day at all, for certain.
  public var isEmpty: Bool { until.latest <= from.earliest }

  /// The part that lies in both periods, or nil when they share no day. Partial ends stay partial.
  public func intersection(_ other: Period) -> Period? {
    let start = from.latest >= other.from.latest ? from : other.from
    let end = until.earliest <= other.until.earliest ? until : other.until
    let both = Period(from: start, until: end)
    return both.isEmpty ? nil : both
  }
}

extension Period: CustomStringConvertible {
  /// Reads the two text columns of a row. An empty start means *always*, an empty end *not ended*.
  public init?(from start: some StringProtocol, until end: some StringProtocol) {
    guard let from = start.isEmpty ? Moment.always : Moment(start),
      let until = end.isEmpty ? Moment.never : Moment(end)
    else { return nil }
    self.init(from: from, until: until)
  }

  /// The text of the start column.
  public var fromText: String { from == .always ? "" : from.description }
  /// The text of the end column.
  public var untilText: String { until == .never ? "" : until.description }
  /// `2022-07-01..2026-04-01`; an open end is empty.
  public var description: String { "\(fromText)..\(untilText)" }

  /// The period as a reader would write it, with the last day rather than the first day after.
  public var written: String {
    let start = from == .always ? "" : from == .unknown ? "start date unknown" : "from \(from.written)"
    if until == .never { return start.isEmpty ? "always" : start }
    let end = until.day.map { "to \($0.advanced(by: -1).written)" } ?? "until \(until.written)"
    return start.isEmpty ? end : "\(start) \(end)"
  }
}
