public import Chronicle
public import Vocabulary

/// What must a board contain, on one day and another? The texts changed, and they disagree.
public struct BoardRequirementsHistory: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// The answer of each day, the earliest first.
  public let days: [BoardRequirementsAnswer]

  /// The month before the law, the day it began, and the month of the record's last look at the Bill.
  public static let usual: [Day] = ["2021-06-30", "2022-07-01", "2026-11-01"].compactMap { Day($0) }

  /// The requirements on some days.
  public init(on days: [Day], in snapshot: Snapshot) {
    asAt = AsAt(snapshot)
    self.days = days.sorted().map { BoardRequirementsAnswer(in: snapshot.on($0)) }
    let sources = Set(self.days.flatMap(\.requirements).map(\.id)).count
    sentence =
      "\(Sentences.capital(Sentences.count(sources, "source says", "sources say"))) what a board must contain, and they "
      + "differ: which of them counts depends on the day, and only a law binds."
  }
}
