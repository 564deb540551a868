public import Chronicle
public import Register
public import Vocabulary

/// A pooled fund of the NHS and councils. The fact's period is its term.
///
/// Source: National Health Service Act 2006, section 75; SI 2000/617, regulation 7.
public struct Pool: Fact {
  /// What it is under.
  public enum Ground: String, Hashable, Sendable, CaseIterable {
    /// Section 75 of the Act of 2006.
    case section75 = "section-75"
    /// The Better Care Fund, pooled under section 75.
    case betterCareFund = "better-care-fund"
  }

  /// The pool itself.
  public typealias Subject = Pool
  /// Its identifier.
  public let subject: ID<Pool>
  /// What it is called.
  public let name: String
  /// What it is under.
  public let ground: Ground
  /// The body that hosts it and accounts for it.
  public let host: ID<Body>
  /// The health and wellbeing boards it is for: several boards may share one pool, and one may have several.
  public let boards: [ID<Body>]
  /// Who takes it over when a partner ends; nil while nobody is named.
  public let successor: ID<Body>?

  /// A pool.
  public init(
    _ subject: ID<Pool>, _ name: String, _ ground: Ground, host: ID<Body>, boards: [ID<Body>] = [],
    successor: ID<Body>? = nil
  ) {
    self.subject = subject
    self.name = name
    self.ground = ground
    self.host = host
    self.boards = boards
    self.successor = successor
  }

  /// `pool-1`.
  public static let kind = FactKind(
    "pool-1", file: "pools.tsv", columns: ["name", "ground", "host", "boards", "successor"],
    meaning: "there is a pooled fund")
  /// The columns.
  public var fields: [String] {
    [name, ground.rawValue, host.text, boards.map(\.text).joined(separator: "; "), successor?.text ?? ""]
  }
  /// Reads the columns.
  public init(subject: ID<Pool>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    name = try reader.next("name")
    ground = try reader.word("ground")
    host = try reader.id("host")
    boards = try reader.words("boards").map { word throws(LineError) in
      guard let id = ID<Body>(word) else { throw LineError("'\(word)' in column 'boards' is no identifier of a body") }
      return id
    }
    let successor = try reader.next("successor")
    self.successor = ID(successor)
    if !successor.isEmpty, self.successor == nil {
      throw LineError("'\(successor)' in column 'successor' is no identifier of a body")
    }
  }
}

/// What a partner puts into a pool for a year.
public struct PoolContribution: Fact {
  /// The pool.
  public typealias Subject = Pool
  /// The pool.
  public let subject: ID<Pool>
  /// The partner.
  public let partner: ID<Body>
  /// The health and wellbeing board it is for; nil where the pool is for one.
  public let board: ID<Body>?
  /// The year.
  public let year: FinancialYear
  /// How much.
  public let amount: Pence

  /// A contribution.
  public init(
    _ subject: ID<Pool>, from partner: ID<Body>, for board: ID<Body>? = nil, _ year: FinancialYear, _ amount: Pence
  ) {
    self.subject = subject
    self.partner = partner
    self.board = board
    self.year = year
    self.amount = amount
  }

  /// `pool-contribution-1`.
  public static let kind = FactKind(
    "pool-contribution-1", file: "pool-contributions.tsv", columns: ["partner", "board", "year", "amount"],
    meaning: "a partner puts money into a pooled fund")
  /// The columns.
  public var fields: [String] { [partner.text, board?.text ?? "", year.key, amount.description] }
  /// Reads the columns.
  public init(subject: ID<Pool>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    partner = try reader.id("partner")
    let board = try reader.next("board")
    self.board = ID(board)
    if !board.isEmpty, self.board == nil { throw LineError("'\(board)' in column 'board' is no identifier of a body") }
    year = try reader.year("year")
    amount = try reader.pence("amount")
  }
}

/// A scheme a pool pays for, and how partners bear what it costs more or less than planned.
public struct PoolScheme: Fact {
  /// The pool.
  public typealias Subject = Pool
  /// The pool.
  public let subject: ID<Pool>
  /// What it is called.
  public let name: String
  /// The year.
  public let year: FinancialYear
  /// What is planned.
  public let budget: Pence
  /// What was spent; nil while nothing is known.
  public let actual: Pence?
  /// How a variance is borne.
  public let risk: RiskShare

  /// A scheme.
  public init(
    _ subject: ID<Pool>, _ name: String, _ year: FinancialYear, budget: Pence, actual: Pence? = nil, risk: RiskShare
  ) {
    self.subject = subject
    self.name = name
    self.year = year
    self.budget = budget
    self.actual = actual
    self.risk = risk
  }

  /// `pool-scheme-1`.
  public static let kind = FactKind(
    "pool-scheme-1", file: "pool-schemes.tsv", columns: ["name", "year", "budget", "actual", "risk", "shares", "caps"],
    meaning: "a pooled fund pays for a scheme")
  /// The columns.
  public var fields: [String] {
    [
      name, year.key, budget.description, actual?.description ?? "", risk.rule.rawValue,
      risk.partners.map { "\($0.body)=\(Decimals.shortest($0.share))" }.joined(separator: "; "),
      risk.partners.compactMap { partner in partner.cap.map { "\(partner.body)=\($0)" } }.joined(separator: "; "),
    ]
  }
  /// Reads the columns.
  public init(subject: ID<Pool>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    name = try reader.next("name")
    year = try reader.year("year")
    budget = try reader.pence("budget")
    actual = try reader.penceIfAny("actual")
    let rule: RiskShare.Rule = try reader.word("risk")
    let shares = try reader.pairs("shares") { Double($0) }
    var caps: [ID<Body>: Pence] = [:]
    for (body, cap) in try reader.pairs("caps", { Pence($0) }) { caps[body] = cap }
    do {
      risk = try RiskShare(rule, shares.map { RiskShare.Partner($0, share: $1, cap: caps[$0]) })
    } catch { throw LineError(error.message) }
  }
}

extension FieldReader {
  /// The next field as `body=value` pairs parted by semicolons.
  fileprivate mutating func pairs<Value>(
    _ name: StaticString, _ read: (String) -> Value?
  ) throws(LineError) -> [(ID<Body>, Value)] {
    try words(name).map { word throws(LineError) in
      let parts = word.split(separator: "=").map { $0.trimmingSpaces }
      guard parts.count == 2, let body = ID<Body>(parts[0]), let value = read(parts[1]) else {
        throw LineError("'\(word)' in column '\(name)' is no pair: write body=number, parted by semicolons")
      }
      return (body, value)
    }
  }
}
