import Governance
import Register
import Vocabulary

extension Rule {
  /// Spending within what is received, by the board and by its system.
  static let moneyDuties = [boardBreakeven, systemBreakeven, systemLimits]

  /// Years from the commencement of section 223LA on are a matter of the joint duty instead.
  static let boardBreakeven = Rule(
    "FIN.ICB.BREAKEVEN", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for (year, money) in try board.endedYears() {
        if let joint = board.jointDutyBegins, joint <= year.begins { continue }
        board.expect(
          try money.spent <= money.received,
          "in \(year.label) the board spent \(money.spending), more than the \(money.receipts) it received",
          kept: "in \(year.label) the board spent \(money.spending) of the \(money.receipts) it received")
      }
    },
    examples: Examples(
      on: "2024-06-01",
      met: "year-of-money north.2023 body=north year=2023-24 received=2310000000 spent=2310000000",
      finding: "year-of-money north.2023 body=north year=2023-24 received=2310000000 spent=2310000000.01",
      notApplicable: "year-of-money north.2024 body=north year=2024-25 received=2310000000 spent=2320000000"))

  /// In force once the record holds a commencement of it (Health and Care Act 2022, section 30).
  static let systemBreakeven = Rule(
    "FIN.SYSTEM.BREAKEVEN", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard let joint = board.jointDutyBegins, joint <= board.day else {
        return board.exempt("no commencement of the joint duty is recorded, so it is not applied")
      }
      for (year, _) in try board.endedYears() where joint <= year.begins {
        board.attempt { () throws(Unknown) -> Void in
          let system = try board.systemMoney(of: year)
          let spent = try system.total(\.spent)
          let received = try system.total(\.received)
          board.expect(
            spent <= received,
            "in \(year.label) the board and its partner trusts together spent \(spent.written), more than the "
              + "\(received.written) they received",
            kept:
              "in \(year.label) the board and its partner trusts together spent \(spent.written) of \(received.written)"
          )
        }
      }
    },
    examples: Examples(
      on: "2024-06-01",
      met: """
        commencement joint provision=FIN.SYSTEM.BREAKEVEN on=2023-04-01
        year-of-money north.2023 body=north year=2023-24 received=2000 spent=1900
        year-of-money acute.2023 body=acute partner-of=north year=2023-24 received=1000 spent=1100
        complete north list=accounts
        """,
      finding: """
        commencement joint provision=FIN.SYSTEM.BREAKEVEN on=2023-04-01
        year-of-money north.2023 body=north year=2023-24 received=2000 spent=1900
        year-of-money acute.2023 body=acute partner-of=north year=2023-24 received=1000 spent=1101
        complete north list=accounts
        """,
      notApplicable: "year-of-money north.2023 body=north year=2023-24 received=2000 spent=2100"))

  static let systemLimits = Rule(
    "FIN.SYSTEM.LIMITS", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for (year, money) in try board.endedYears() {
        for (limit, used, words) in YearOfMoney.limits
        where money.given[dynamicMember: limit] != nil || money.given[dynamicMember: used] != nil {
          board.attempt { () throws(Unknown) -> Void in
            let limit = try money[dynamicMember: limit]
            let total = try board.systemMoney(of: year).total(used)
            board.expect(
              total <= limit,
              "in \(year.label) the board and its partner trusts used \(total.written) of \(words), above the limit of "
                + limit.written,
              kept: "in \(year.label) they used \(total.written) of \(words) within the limit of \(limit.written)")
          }
        }
      }
    },
    examples: Examples(
      on: "2024-06-01",
      met: """
        year-of-money north.2023 body=north year=2023-24 capital-limit=90 capital-used=10 revenue-limit=3000 revenue-used=2000
        year-of-money acute.2023 body=acute partner-of=north year=2023-24 capital-used=80 revenue-used=1000
        complete north list=accounts
        """,
      finding: """
        year-of-money north.2023 body=north year=2023-24 capital-limit=90 capital-used=10 revenue-limit=3000 revenue-used=2000
        year-of-money acute.2023 body=acute partner-of=north year=2023-24 capital-used=81 revenue-used=1000
        complete north list=accounts
        """,
      notApplicable: "year-of-money north.2024 body=north year=2024-25 capital-limit=90 capital-used=100"))
}

extension YearOfMoney {
  /// The limits that can be directed, with what is used of them (National Health Service Act 2006, sections 223M, 223N).
  fileprivate static var limits: [(KeyPath<YearOfMoney, Column<Pounds>>, KeyPath<YearOfMoney, Column<Pounds>>, String)]
  {
    [
      (\.capitalLimit, \.capitalUsed, "capital resource"), (\.revenueLimit, \.revenueUsed, "revenue resource"),
    ]
  }
}

extension Inquiry {
  /// The day the joint duty begins, where one is recorded.
  fileprivate var jointDutyBegins: Day? { governance.commencement(of: "FIN.SYSTEM.BREAKEVEN") }

  /// The money of the body’s years that had ended by the day, from 2022/23 on: a board’s first is short, from July.
  fileprivate func endedYears() throws(Unknown) -> [(year: FinancialYear, money: Held<YearOfMoney>)] {
    var found: [(FinancialYear, Held<YearOfMoney>)] = []
    for money in governance.history(\YearOfMoney.body, naming: body) {
      let year = try money.financialYear
      if year.start >= 2022, year.ends <= day { found.append((year, money)) }
    }
    if found.isEmpty { exempt("no year that has ended is recorded") }
    return found
  }

  /// The money of the body and its partner trusts in a year, where the list of accounts is claimed to be complete.
  fileprivate func systemMoney(of year: FinancialYear) throws(Unknown) -> [Held<YearOfMoney>] {
    try governance.complete(.accounts, of: body)
    var found: [Held<YearOfMoney>] = []
    for money in governance.history(\YearOfMoney.body, naming: body)
      + governance.history(\YearOfMoney.partnerOf, naming: body)
    {
      if try money.financialYear == year { found.append(money) }
    }
    return found
  }
}

extension [Held<YearOfMoney>] {
  /// The total of a column.
  fileprivate func total(_ column: KeyPath<YearOfMoney, Column<Pounds>>) throws(Unknown) -> Pounds {
    var pence = 0
    for money in self { pence += try money[dynamicMember: column].pence }
    return Pounds(pence: pence)
  }
}

extension Held<YearOfMoney> {
  /// The year.
  fileprivate var financialYear: FinancialYear {
    get throws(Unknown) {
      if let year = FinancialYear(in: try self.year) { return year }
      throw Unknown(
        kind: YearOfMoney.layout.name, subject: id.text, column: "year", "the financial year, written as 2024-25")
    }
  }

  /// What was spent, written for a reader.
  fileprivate var spending: String { given.spent?.written ?? "a sum that is not known" }
  /// What was received, written for a reader.
  fileprivate var receipts: String { given.received?.written ?? "a sum that is not known" }
}
