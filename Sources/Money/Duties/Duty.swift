public import Vocabulary

/// A financial duty: what it asks, of whom, for which years, and where it stands.
public struct Duty: Hashable, Sendable {
  /// Whose duty it is.
  public enum Bearer: String, Hashable, Sendable, CaseIterable {
    /// An integrated care board.
    case board
    /// A board or an NHS trust, each alone.
    case body
    /// A board with the trusts apportioned to it.
    case system
  }

  /// How far it binds.
  public enum Force: String, Hashable, Sendable, CaseIterable {
    /// By an act or regulations.
    case statute
    /// By a rule of NHS England.
    case rule
    /// It is shown and binds nobody alone.
    case information
  }

  /// How what is done compares with what is asked when it is met.
  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    /// No more than asked.
    case atMost = "at most"
    /// No less than asked.
    case atLeast = "at least"
    /// More than asked.
    case moreThan = "more than"
  }

  /// Its identifier, for example `FIN.ICB.BREAKEVEN`.
  public let id: String
  /// What it asks, in a sentence.
  public let title: String
  /// Whose duty it is.
  public let bearer: Bearer
  /// The days it holds on.
  public let period: Period
  /// How far it binds.
  public let force: Force
  /// Where it stands.
  public let citation: String

  /// Whether it holds in a financial year: on its first day.
  public func holds(in year: FinancialYear) -> Bool { period.surelyContains(year.period.from.earliest) }
}

extension Duty {
  private static func from(_ from: Int, until: Int? = nil) -> Period {
    Period(
      from: FinancialYear(start: from).period.from, until: until.map { FinancialYear(start: $0).period.from } ?? .never)
  }

  /// A board spends no more than it receives.
  public static let boardBreakEven = Duty(
    id: "FIN.ICB.BREAKEVEN", title: "A board spends no more in the year than it receives",
    bearer: .board, period: from(2022), force: .statute, citation: "National Health Service Act 2006, section 223GC")

  /// A system breaks even; to 31 March 2026.
  public static let systemBalance = Duty(
    id: "FIN.SYSTEM.BALANCE", title: "A board and its trusts together break even, or keep to the limit agreed",
    bearer: .system, period: from(2022, until: 2026), force: .rule,
    citation: "National Health Service Act 2006, section 223L; NHS England, financial framework, business rules to "
      + "2025/26")

  /// A board or trust breaks even alone; from 1 April 2026.
  public static let bodyBalance = Duty(
    id: "FIN.BODY.BALANCE", title: "Each board and each trust breaks even alone",
    bearer: .body, period: from(2026), force: .rule,
    citation: "NHS England, NHS finance business rules from 2026/27")

  /// The sum of a system; information from 1 April 2026.
  public static let systemSum = Duty(
    id: "FIN.SYSTEM.SUM", title: "What a board and its trusts come to together", bearer: .system, period: from(2026),
    force: .information, citation: "NHS England, NHS finance business rules from 2026/27: the system no longer balances"
  )

  /// The use of revenue of a system.
  public static let revenueLimit = Duty(
    id: "FIN.SYSTEM.REVENUE", title: "A board and its trusts use no more revenue than directed",
    bearer: .system, period: from(2022), force: .statute, citation: "National Health Service Act 2006, section 223M")

  /// The use of capital of a system; to 31 March 2026.
  public static let systemCapital = Duty(
    id: "FIN.SYSTEM.CAPITAL", title: "A board and its trusts use no more capital than their envelope",
    bearer: .system, period: from(2022, until: 2026), force: .statute,
    citation: "National Health Service Act 2006, section 223M; NHS England, capital guidance to 2025/26")

  /// The use of capital of one body; from 1 April 2026.
  public static let bodyCapital = Duty(
    id: "FIN.BODY.CAPITAL", title: "Each body uses no more capital than its own envelope",
    bearer: .body, period: from(2026), force: .rule, citation: "NHS England, capital guidance 2026/27 to 2029/30")

  /// A capital limit set by order on a named foundation trust.
  public static let orderedCapital = Duty(
    id: "FIN.FT.CAPITAL", title: "A foundation trust under an order uses no more capital than it allows",
    bearer: .body, period: from(2022), force: .statute,
    citation: "National Health Service Act 2006, section 42B (limit on capital expenditure of named foundation trusts)")

  /// The mental health investment standard.
  public static let mentalHealthInvestment = Duty(
    id: "FIN.ICB.MHIS", title: "Spend on mental health grows at least as its standard says",
    bearer: .board, period: from(2022), force: .rule,
    citation: "NHS England, assurance of the mental health investment standard 2022/23 and 2023/24")

  /// The guarantee for primary medical and community services; to 2023/24.
  public static let primaryAndCommunity = Duty(
    id: "FIN.ICB.PRIMARY-COMMUNITY",
    title: "The share of spend on primary medical and community services does not fall",
    bearer: .board, period: from(2019, until: 2024), force: .rule,
    citation: "NHS Long Term Plan 2019, national guarantee for primary medical and community services, to 2023/24")

  /// The minimum of the Better Care Fund.
  public static let betterCareMinimum = Duty(
    id: "FIN.BCF.MINIMUM", title: "The board pools at least the minimum set for each health and wellbeing board",
    bearer: .board, period: from(2022), force: .statute,
    citation: "National Health Service Act 2006, sections 223GA and 75; Better Care Fund policy framework")

  /// The limit on running costs; to 31 March 2026.
  public static let runningCostLimit = Duty(
    id: "FIN.ICB.RUNNING-COST", title: "Running costs stay within their own limit", bearer: .board, period: from(2022),
    force: .rule, citation: "National Health Service Act 2006, section 223GB; NHS England, running cost allowances")

  /// Running costs for each head.
  public static let runningCostPerHead = Duty(
    id: "FIN.ICB.RUNNING-COST-HEAD", title: "Running costs for each registered person, beside £18.76",
    bearer: .board, period: from(2025), force: .information,
    citation: "NHS England, letter on running costs of May 2025, as reported: it binds on the total of a region")

  /// All of them, in the order they are told.
  public static let all = [
    boardBreakEven, systemBalance, bodyBalance, systemSum, revenueLimit, systemCapital, bodyCapital, orderedCapital,
    mentalHealthInvestment, primaryAndCommunity, betterCareMinimum, runningCostLimit, runningCostPerHead,
  ]
}
