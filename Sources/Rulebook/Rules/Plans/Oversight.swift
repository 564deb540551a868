internal import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// How a board is overseen: the yearly assessment, directions, and the reviews of its system.
  static let oversight = [yearlyAssessment, intervention, systemReview]

  static let yearlyAssessment = Rule(
    "OVS.ASSESS", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      board.expectReport(.assessment, "annual assessment by NHS England")
      board.eachReport(.assessment) { assessment throws(Unknown) in
        for (section, words) in Plan.assessedDuties {
          board.expect(
            try assessment.sections.contains { $0.hasSuffix(section) }, "\(assessment.called) leaves out \(words)",
            kept: "\(assessment.called) covers the eight duties")
        }
        board.attempt { () throws(Unknown) -> Void in
          for reader in try assessment.boards {
            let asked = board.involvement(in: assessment.id).filter { $0.given.body == reader }
            board.expect(
              try board.isWhole(asked, .consultations, of: assessment.id),
              "\(board.name(of: reader)) was not consulted on \(assessment.called)",
              kept: "\(board.name(of: reader)) was consulted on \(assessment.called)")
          }
        }
        board.expect(
          try assessment.published <= board.day,
          "a summary of \(assessment.called) is to be published only on \(assessment.given.published?.written ?? "")",
          kept: "a summary of \(assessment.called) is published")
      }
    },
    examples: Examples(
      on: "2025-07-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        body hwb kind=health-and-wellbeing-board name="Wellbeing board"
        plan assessment body=south sort=annual-assessment year=2023-24 published=2024-07-30 boards=hwb sections="14Z34; 14Z35; 14Z38; 14Z40; 14Z43; 14Z45; 223GB to 223N; 116B"
        involvement heard matter=assessment body=hwb sort=consultation on=2024-05-10
        """,
      finding: """
        body south kind=icb from=2022-07-01
        plan assessment body=south sort=annual-assessment year=2023-24 published=2024-07-30 boards=county sections="14Z34; 14Z35; 14Z38; 14Z43; 14Z45; 223GB to 223N; 116B"
        """,
      notApplicable: "body south kind=icb from=2024-04-01"))

  static let intervention = Rule(
    "OVS.DIRECT", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for direction in board.interventions {
        board.attempt { () throws(Unknown) -> Void in
          if let standIn = direction.given.standIn {
            board.expect(
              try direction.consulted.contains(standIn),
              "\(board.name(of: standIn)) is asked to act for \(board.name(of: board.body)) by \(direction.called) and is "
                + "not shown to have been consulted",
              kept: "\(board.name(of: standIn)) was consulted on \(direction.called)")
          }
          guard try direction.suspends, direction.given.body == board.body else { return }
          let function = try direction.function
          let late = board.decided(under: "OVS.DIRECT").filter { decision in
            decision.given.function == function
              && (decision.given.on.map { direction.isInForce(on: $0) } ?? false)
          }
          board.expect(
            try !board.isWhole(late, .decisions, of: board.body),
            "\(late.map(\.dated).joined(separator: ", ")) exercises a function that \(direction.called) had suspended",
            kept: "nothing was decided on the function that \(direction.called) suspended")
        }
      }
    },
    examples: Examples(
      on: "2024-07-01",
      met: """
        direction d1 body=north by=national.nhs-england sort=intervention made=2024-02-01 function=dentists suspends=yes stand-in=east consulted=east
        decision before body=north on=2024-01-10 title="Dental contract" function=dentists
        complete north list=decisions
        """,
      finding: """
        direction d1 body=north by=national.nhs-england sort=intervention made=2024-02-01 function=dentists suspends=yes stand-in=east consulted=county
        decision after body=north on=2024-03-10 title="Dental contract" function=dentists
        """,
      notApplicable: "direction d1 body=north by=national.nhs-england sort=date-for-reports made=2024-02-01"))

  static let systemReview = Rule(
    "OVS.CQC", of: .integratedCareBoard,
    judged:
      "whether the Care Quality Commission reviewed the system, which is its own duty and asks nothing of the board")
}

extension Plan {
  /// The eight duties an annual assessment covers, with their sections (National Health Service Act 2006, section
  /// 14Z59(3); the last stands in the Local Government and Public Involvement in Health Act 2007).
  fileprivate static var assessedDuties: [(String, String)] {
    [
      ("14Z34", "improving quality (section 14Z34)"), ("14Z35", "reducing inequalities (section 14Z35)"),
      ("14Z38", "obtaining advice (section 14Z38)"), ("14Z40", "research (section 14Z40)"),
      ("14Z43", "the effects of decisions (section 14Z43)"), ("14Z45", "public involvement (section 14Z45)"),
      ("223N", "the financial duties (sections 223GB to 223N)"),
      ("116B", "regard to assessments and strategies (section 116B of the 2007 Act)"),
    ]
  }
}

extension Inquiry {
  /// The interventions of NHS England in the body, or in another that the body is asked to act for, up to the day.
  fileprivate var interventions: [Held<Direction>] {
    (governance.history(\Direction.body, naming: body) + governance.history(\Direction.standIn, naming: body))
      .filter { $0.given.sort == .intervention && ($0.given.made ?? day) <= day }
  }
}

extension Held<Direction> {
  /// What it is called: `the direction of 1 February 2024`.
  fileprivate var called: String { "the direction" + (given.made.map { " of \($0.written)" } ?? "") }

  /// Whether it applied on a day: since it was made, as long as it stands.
  fileprivate func isInForce(on day: Day) -> Bool {
    period.surelyContains(day) && (given.made.map { $0 <= day } ?? true)
  }
}
