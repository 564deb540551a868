public import Chronicle
internal import Foundation
internal import Store
public import Vocabulary

/// What a record needs of the world outside: the time, randomness, and whose hand is at work.
public struct World: Sendable {
  /// The present.
  public var now: @Sendable () -> Instant
  /// A salt nobody can guess.
  public var salt: @Sendable () -> Salt
  /// Who makes changes: never empty.
  public var who: String

  /// A world of these.
  public init(
    now: @escaping @Sendable () -> Instant, salt: @escaping @Sendable () -> Salt, who: String
  ) {
    self.now = now
    self.salt = salt
    self.who = who.isEmpty ? "unknown" : who
  }

  /// The system's clock and randomness.
  public static func live(who: String) -> World {
    World(
      now: { Instant(seconds: Int64(Date().timeIntervalSince1970.rounded(.down))) },
      salt: Journal.randomSalt, who: who)
  }

  /// Today in London.
  public var today: Day { now().londonDay }
}
