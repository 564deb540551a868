public import Chronicle
internal import Register
internal import Vocabulary

/// Which upper-tier councils has each board on a day? Some have one, some more than ten.
public struct CouncilsAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// The boards, by name.
  public let boards: [BoardCouncils]
  /// What it was taken from.
  public let sources: [SourceNote]

  /// The councils of every board on the snapshot's day.
  public init(in snapshot: Snapshot) {
    let register = snapshot.register
    let all = register.bodies(.integratedCareBoard).map { BoardCouncils($0, in: register) }
    asAt = AsAt(snapshot)
    boards = all
    sentence = Sentences.councilSpread(all, on: asAt.trueOnWritten)
    var citations = Citations()
    for board in all { citations.cite(board.upperTier.map { $0 as any Sourced }) }
    sources = citations.notes(in: snapshot)
  }
}

/// The councils of one board.
public struct BoardCouncils: Encodable, Hashable, Sendable {
  /// The board.
  public let board: NamedBody
  /// The upper-tier councils of which at least one small area lies in it, most of them first.
  public let upperTier: [CouncilEntry]
  /// How many upper-tier councils that is.
  public let count: Int
  /// How many of them lie wholly in it.
  public let whole: Int
  /// How many lower-tier councils have a small area in it; a unitary council counts in both tiers.
  public let lowerTierCount: Int

  init(_ board: ID<Body>, in register: Register) {
    let councils = register.councils(of: board)
    self.board = NamedBody(board, in: register)
    upperTier = councils.filter(\.upperTier)
    count = upperTier.count
    whole = upperTier.filter { $0.part == $0.whole }.count
    lowerTierCount = councils.filter(\.lowerTier).count
  }
}

extension Sentences {
  static func councilSpread(_ boards: [BoardCouncils], on day: String) -> String {
    let known = boards.filter { $0.count > 0 }
    guard let most = known.max(by: { $0.count < $1.count }) else {
      return "The record has no council areas for \(day)."
    }
    let one = known.filter { $0.count == 1 }
    let single =
      one.isEmpty
      ? "no board has a single upper-tier council"
      : "\(count(one.count, "board has", "boards have")) one upper-tier council (\(list(one.map(\.board.shortName))))"
    let many = known.filter { $0.count > 10 }
    let several =
      many.isEmpty
      ? "none has more than ten; the most is \(number(most.count)), in \(most.board.shortName)"
      : "\(number(many.count)) \(many.count == 1 ? "has" : "have") more than ten (\(list(many.map { "\($0.board.shortName): \(number($0.count))" })))"
    return
      "On \(day) \(single); \(several). A council counts where at least one of its small areas lies in the board."
  }
}
