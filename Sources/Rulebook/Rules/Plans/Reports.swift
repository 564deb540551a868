internal import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// What a board tells of the year that is over: its report and its accounts.
  static let reports = [annualReport, annualReportSubmitted, accounts]

  static let annualReport = Rule(
    "REP.ANNUAL", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      board.expectReport(.annualReport, "annual report")
      board.eachReport(.annualReport) { report throws(Unknown) in
        for (content, words) in Plan.reportContents {
          board.expect(
            try report.contents.contains(content), "\(report.called) does not tell of \(words)",
            kept: "\(report.called) tells of what the Act asks for")
        }
        board.expect(
          try report.statesItsShare,
          "\(report.called) states that mental health had \(report.given.share ?? "") per cent of spending, and the sums it "
            + "gives do not come to that",
          kept: "the share of mental health in \(report.called) agrees with its sums")
        board.attempt { () throws(Unknown) -> Void in
          for reader in try report.boards {
            let asked = board.involvement(in: report.id).filter { $0.given.body == reader }
            board.expect(
              try board.isWhole(asked, .consultations, of: report.id),
              "\(board.name(of: reader)) was not consulted on \(report.called)",
              kept: "\(board.name(of: reader)) was consulted on \(report.called)")
          }
        }
      }
    },
    examples: Examples(
      on: "2025-07-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        body hwb kind=health-and-wellbeing-board name="Wellbeing board"
        plan report body=south sort=annual-report year=2023-24 boards=hwb contents="discharge-of-duties; fit-with-the-plan; inequality-information; steps-for-wellbeing-strategies; mental-health-spend" mental-health-share=9.1 mental-health-spend=209100000 total-spend=2310000000
        involvement heard matter=report body=hwb sort=consultation on=2024-05-10
        """,
      finding: """
        body south kind=icb from=2022-07-01
        plan report body=south sort=annual-report year=2023-24 boards=county contents="discharge-of-duties; fit-with-the-plan; steps-for-wellbeing-strategies; mental-health-spend" mental-health-share=9.5 mental-health-spend=209100000 total-spend=2310000000
        """,
      notApplicable: "body south kind=icb from=2024-04-01"))

  static let annualReportSubmitted = Rule(
    "REP.ANNUAL.SUBMIT", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      board.eachReport(.annualReport) { report throws(Unknown) in
        board.attempt { () throws(Unknown) -> Void in
          let due = try board.directedDate(for: report)
          board.expect(
            try report.submitted < due,
            "\(report.called) went to NHS England on \(report.given.submitted?.written ?? ""), and was to be there before "
              + due.written,
            kept: "\(report.called) went to NHS England before \(due.written)")
        }
        board.expect(
          try report.published <= board.day,
          "\(report.called) is to be published only on \(report.given.published?.written ?? "")",
          kept: "\(report.called) is published")
      }
    },
    examples: Examples(
      on: "2024-10-01",
      met: """
        direction d1 body=north by=national.nhs-england sort=date-for-reports year=2023-24 deadline=2024-06-29
        plan report body=north sort=annual-report year=2023-24 submitted=2024-06-28 published=2024-07-25
        """,
      finding: """
        direction d1 body=north by=national.nhs-england sort=date-for-reports year=2023-24 deadline=2024-06-29
        plan report body=north sort=annual-report year=2023-24 submitted=2024-06-29 published=2024-07-25
        """,
      notApplicable: "plan accounts body=north sort=annual-accounts year=2023-24"))

  static let accounts = Rule(
    "REP.ACCOUNTS", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      board.expectReport(.accounts, "annual accounts")
      board.eachReport(.accounts) { accounts throws(Unknown) in
        board.expect(
          try accounts.contents.contains(.audited), "\(accounts.called) are not audited",
          kept: "\(accounts.called) are audited")
        let due = try board.directedDate(for: accounts)
        board.expect(
          try accounts.submitted <= due,
          "\(accounts.called) went to NHS England on \(accounts.given.submitted?.written ?? ""), after \(due.written)",
          kept: "\(accounts.called) went to NHS England by \(due.written)")
      }
    },
    examples: Examples(
      on: "2025-07-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        direction d1 body=south by=national.nhs-england sort=date-for-reports year=2023-24 deadline=2024-06-28
        plan accounts body=south sort=annual-accounts year=2023-24 contents=audited submitted=2024-06-28
        """,
      finding: """
        body south kind=icb from=2022-07-01
        direction d1 body=south by=national.nhs-england sort=date-for-reports year=2023-24 deadline=2024-06-28
        plan accounts body=south sort=annual-accounts year=2023-24 contents=services submitted=2024-07-01
        """,
      notApplicable: "body south kind=icb from=2024-04-01"))
}

extension Plan {
  /// What an annual report tells of (National Health Service Act 2006, section 14Z58).
  fileprivate static var reportContents: [(Content, String)] {
    [
      (.duties, "how duties were discharged"), (.planFit, "how far it kept to its plans"),
      (.inequalityInformation, "the information on inequalities"),
      (.wellbeingSteps, "the steps taken for the local health and wellbeing strategies"),
      (.mentalHealthSpend, "spending on mental health"),
    ]
  }
}

extension Inquiry {
  /// Looks at each report on a year since there are boards. What follows a year a board did not see to its end is its
  /// successor’s.
  func eachReport(_ sort: Plan.Sort, _ look: (Held<Plan>) throws(Unknown) -> Void) {
    eachPlan(sort) { report throws(Unknown) in
      if try report.financialYear.start >= 2022 { try look(report) }
    }
  }

  /// Expects a report on the last year for which it is overdue: one whose directed date is past or, where none is
  /// recorded, after which another whole year has gone by.
  func expectReport(_ sort: Plan.Sort, _ words: String, line: Int = #line) {
    attempt { () throws(Unknown) -> Void in
      let last = FinancialYear(containing: day).previous
      let isOverdue = try deadline(.reporting, for: last).map { $0 < day } ?? false
      let year = isOverdue ? last : last.previous
      guard let began, began < year.ends, year.start >= 2022, governance.register.exists(body) else { return }
      let made = plans(sort).filter { $0.given.year.flatMap { FinancialYear(in: $0) } == year }
      expect(
        try isWhole(made, .plans, of: body), "no \(words) for \(year.label) is recorded",
        kept: "there is a record of the \(words) for \(year.label)", line: line)
    }
  }

  /// The day NHS England directs for a report.
  fileprivate func directedDate(for report: Held<Plan>) throws(Unknown) -> Day {
    let year = try report.financialYear
    if let due = try deadline(.reporting, for: year) { return due }
    throw Unknown(
      kind: Direction.layout.name, subject: body.text, column: "deadline",
      "the day NHS England directed for reports on \(year.label)")
  }
}

extension Held<Plan> {
  /// Whether the share of mental health it states is what its sums come to, to the places it is stated to.
  fileprivate var statesItsShare: Bool {
    get throws(Unknown) {
      let text = try self.share
      let places = text.split(separator: ".").dropFirst().first?.count ?? 0
      guard let stated = Double(text) else {
        throw Unknown(
          kind: Plan.layout.name, subject: id.text, column: "mental-health-share",
          "the share of spend on mental health, as a number")
      }
      let total = try self.total
      guard total.pence > 0 else {
        throw Unknown(kind: Plan.layout.name, subject: id.text, column: "total-spend", "the spend in all")
      }
      let share = Double(try self.mentalHealth.pence) * 100 / Double(total.pence)
      let unit = (0..<places).reduce(1.0) { unit, _ in unit / 10 }
      return (share - stated).magnitude <= unit / 2 + 1e-9
    }
  }
}
