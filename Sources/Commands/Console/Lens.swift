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

/// The lens a question is asked through: true on a day, known by a point, for an audience.
struct LensOptions: ParsableArguments {
  @Option(
    name: .customLong("on"), help: "The day for which the answer is true: 2026-04-01. Today, unless given.")
  var dayText: String?

  @Option(
    name: .customLong("known"),
    help: """
      What is taken as known: a transaction (t12), all that was recorded by the end of a day (2026-11-21), or all that \
      its sources had published by a day (published:2026-11-21).
      """)
  var knownText: String?

  @OptionGroup var reader: AudienceOption

  func validate() throws {
    if let dayText, Day(dayText) == nil {
      throw ValidationError("'\(dayText)' is no date: write --on 2026-04-01")
    }
    if let knownText, LensOptions.point(knownText) == nil {
      throw ValidationError(
        "'\(knownText)' is no point of knowledge: write --known t12, --known 2026-11-21 or --known published:2026-11-21"
      )
    }
  }

  /// The record as this lens shows it.
  func snapshot(of record: Record) throws -> Snapshot {
    let known: Knowledge
    switch knownText.flatMap(LensOptions.point) {
    case nil: known = .latest
    case .transaction(let number):
      let count = try record.head().transactions
      guard number <= count else {
        throw DeskError.refused("the record has no transaction t\(number): it has \(count)")
      }
      known = .recorded(by: number)
    case .endOf(let day): known = .recorded(by: try record.archive().transaction(before: day))
    case .published(let day): known = .published(by: day)
    }
    return try record.snapshot(on: dayText.flatMap { Day($0) }, known: known, audience: reader.audience)
  }

  private enum Point {
    case transaction(Int)
    case endOf(Day)
    case published(Day)
  }

  private static func point(_ text: String) -> Point? {
    if text.hasPrefix("published:") { return Day(text.dropFirst("published:".count)).map(Point.published) }
    if text.hasPrefix("t"), let number = Int(text.dropFirst()), number >= 0 { return .transaction(number) }
    return Day(text).map(Point.endOf)
  }
}
