internal import Money
internal import Vocabulary

/// The finance report of a month: thirteen tables for a board with its trusts, a trust or a place.
///
/// Every body is shown first, then the sum. A table without figures says which file of the record would bring them;
/// nothing stands for what is not known.
public struct MoneyReport: Encodable, Hashable, Sendable {
  /// One cell.
  public enum Cell: Encodable, Hashable, Sendable {
    /// Words.
    case words(String)
    /// An amount, in pence.
    case pence(Int64)
    /// A part, 1 for the whole.
    case share(Double)
    /// Not recorded.
    case none

    init(_ amount: Pence?) { self = amount.map { .pence($0.count) } ?? .none }
    init(_ share: Double?) { self = share.map { .share($0) } ?? .none }

    /// The cell for people: `£1,250`, `4.4%`, `not recorded`.
    public var written: String {
      switch self {
      case .words(let words): words
      case .pence(let count): Pence(count).written
      case .share(let share): Sentences.percent(share)
      case .none: "not recorded"
      }
    }

    /// The cell for programs: pounds with two decimals, a part as a number, nothing for what is not recorded.
    public var plain: String {
      switch self {
      case .words(let words): words
      case .pence(let count): Pence(count).description
      case .share(let share): Decimals.shortest(share)
      case .none: ""
      }
    }

    /// Writes the words, the pence, the part or null.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .words(let words): try container.encode(words)
      case .pence(let count): try container.encode(count)
      case .share(let share): try container.encode(share)
      case .none: try container.encodeNil()
      }
    }
  }

  /// One table.
  public struct Table: Encodable, Hashable, Sendable {
    /// Its key, for example `01-duties`.
    public let key: String
    /// What it shows.
    public let title: String
    /// The columns.
    public let headings: [String]
    /// The rows: every body or line, then the sum.
    public let rows: [[Cell]]
    /// What a reader should know; for a table without rows, what would bring them.
    public let note: String
  }

  /// For when it is true.
  public let asAt: AsAt
  /// The body.
  public let body: NamedBody
  /// The month, `2026-06`.
  public let month: String
  /// The month in words.
  public let monthName: String
  /// The financial year.
  public let year: String
  /// The tables.
  public let tables: [Table]
  /// What is wrong with budgets, pools, funds and contracts, each with what to do.
  public let findings: [String]
  /// The report in a sentence.
  public let sentence: String

  init(
    asAt: AsAt, body: NamedBody, month: Day, year: FinancialYear, tables: [Table], findings: [String]
  ) {
    self.asAt = asAt
    self.body = body
    self.month = String(month.description.prefix(7))
    monthName = "\(Day.monthNames[month.civil.month - 1]) \(month.civil.year)"
    self.year = year.key
    self.tables = tables
    self.findings = findings
    let told = tables.count { !$0.rows.isEmpty }
    sentence =
      "\(body.name), \(monthName): \(told) of \(tables.count) tables have figures, "
      + "\(Sentences.count(findings.count, "finding", "findings"))."
  }
}
