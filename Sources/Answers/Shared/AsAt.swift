public import Chronicle
internal import Vocabulary

/// For when an answer is true and from what it was made: enough to ask the same question again and get the same.
public struct AsAt: Encodable, Hashable, Sendable {
  /// The day for which it is true, `2026-04-01`.
  public let trueOn: String
  /// That day as a reader would write it.
  public let trueOnWritten: String
  /// What was taken as known: `latest`, `recorded by 12`, `published by 2026-04-30`.
  public let known: String
  /// The same as a reader would write it.
  public let knownWritten: String
  /// The last transaction that was looked at: a permanent link names it.
  public let transaction: Int
  /// The digest of the record's head.
  public let head: String

  /// The stand of a snapshot.
  public init(_ snapshot: Snapshot) {
    trueOn = snapshot.trueOn.description
    trueOnWritten = snapshot.trueOn.written
    head = snapshot.archive.head.digest.hex
    switch snapshot.known {
    case .latest:
      known = "latest"
      knownWritten = "all that is recorded now"
      transaction = snapshot.archive.head.transactions
    case .recorded(let number):
      known = "recorded by \(number)"
      knownWritten = "all that was recorded by transaction \(number)"
      transaction = number
    case .published(let day):
      known = "published by \(day)"
      knownWritten = "all that its sources had published by \(day.written)"
      transaction = snapshot.archive.head.transactions
    }
  }
}
