internal import ArgumentParser
internal import Chronicle
internal import Desk
internal import Vocabulary

/// For whom a command answers.
struct AudienceOption: ParsableArguments {
  @Option(
    name: .customLong("audience"),
    help: "For whom: public, internal (whoever works with the record) or restricted.",
    completion: .list(Audience.allCases.map(\.rawValue)))
  var word = Audience.internal.rawValue

  var audience: Audience { Audience(rawValue: word) ?? .public }

  func validate() throws {
    if Audience(rawValue: word) == nil {
      throw ValidationError("'\(word)' is no audience: write public, internal or restricted")
    }
  }
}

/// What of the record is taken as known.
struct KnownOption: ParsableArguments {
  @Option(
    name: .customLong("known"),
    help: """
      What is taken as known: a transaction (t12), all that was recorded by the end of a day (2026-11-21), or all that \
      its sources had published by a day (published:2026-11-21).
      """)
  var text: String?

  func validate() throws {
    if let text, KnownOption.point(text) == nil {
      throw ValidationError(
        "'\(text)' is no point of knowledge: write --known t12, --known 2026-11-21 or --known published:2026-11-21")
    }
  }

  /// The point of a record's journal that is meant. Throws where it has not come so far.
  func knowledge(of record: Record) throws -> Knowledge {
    switch text.flatMap(KnownOption.point) {
    case nil: return .latest
    case .transaction(let number):
      let count = try record.head().transactions
      guard number <= count else {
        throw DeskError.refused("the record has no transaction t\(number): it has \(count)")
      }
      return .recorded(by: number)
    case .endOf(let day): return .recorded(by: try record.archive().transaction(before: day))
    case .published(let day): return .published(by: day)
    }
  }

  private enum Point {
    case transaction(Int)
    case endOf(Day)
    case published(Day)
  }

  /// A day is set off from `published` by a colon, or by a hyphen as in the links of the site.
  private static func point(_ text: String) -> Point? {
    for mark in ["published:", "published-"] where text.hasPrefix(mark) {
      return Day(text.dropFirst(mark.count)).map(Point.published)
    }
    if text.hasPrefix("t"), let number = Int(text.dropFirst()), number >= 0 { return .transaction(number) }
    return Day(text).map(Point.endOf)
  }
}

/// The lens a question is asked through: true on a day, known by a point, for an audience.
struct LensOptions: ParsableArguments {
  @Option(
    name: .customLong("on"), help: "The day for which the answer is true: 2026-04-01. Today, unless given.")
  var dayText: String?

  @OptionGroup var known: KnownOption

  @OptionGroup var reader: AudienceOption

  func validate() throws {
    if let dayText, Day(dayText) == nil {
      throw ValidationError("'\(dayText)' is no date: write --on 2026-04-01")
    }
  }

  /// The record as this lens shows it.
  func snapshot(of record: Record) throws -> Snapshot {
    try record.snapshot(
      on: dayText.flatMap { Day($0) }, known: known.knowledge(of: record), audience: reader.audience)
  }
}
