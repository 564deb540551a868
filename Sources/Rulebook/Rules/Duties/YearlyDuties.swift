import Governance
import Register
import Vocabulary

extension Rule {
  /// Duties shown once a year, and the principles of involvement.
  static let yearlyDuties = [generalDuties, involvementPrinciples]

  static let generalDuties = Rule(
    "DUTY.GENERAL", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      board.eachPlan(.annualReport) { report throws(Unknown) in
        let year = try report.financialYear
        guard year.start >= 2022 else { return }
        for (duty, section, words) in Assurance.generalDuties {
          board.expect(
            try board.isEvidenced(duty, in: year) ? true : report.gives(section),
            "neither \(report.called) nor other evidence shows how the duty of \(words) was met (section \(section))",
            kept: "the duties of sections 14Z34 to 14Z42 and 14Z44 are accounted for in \(year.label)")
        }
      }
    },
    examples: Examples(
      on: "2024-09-01",
      met: """
        plan report body=north sort=annual-report year=2023-24 sections="14Z34; 14Z35; 14Z36; 14Z37; 14Z38; 14Z39; 14Z40; 14Z41; 14Z42"
        assurance climate body=north duty=climate-change year=2023-24 evidence="Green plan, year 2"
        """,
      finding: """
        plan report body=north sort=annual-report year=2023-24 sections="14Z34; 14Z35; 14Z36; 14Z37; 14Z38; 14Z39; 14Z40; 14Z41; 14Z42"
        """,
      notApplicable: "plan report body=north sort=annual-report year=2021-22"))

  static let involvementPrinciples = Rule(
    "DUTY.INVOLVE.10P", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.exists() else { return }
      let adopted = try board.settled(.involvementPrinciples, as: Int.self)
      board.expect(
        adopted >= 10,
        "the constitution adopts \(adopted) of the ten principles of working with people and communities",
        kept: "the constitution adopts the ten principles of working with people and communities")
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        clause people body=south setting=involvement-principles value=10
        """,
      finding: """
        body south kind=icb from=2022-07-01
        clause people body=south setting=involvement-principles value=7
        """,
      notApplicable: "body south kind=icb from=2022-07-01 until=2024-04-01"))
}

extension Assurance {
  /// The general duties of a board, with the sections of the National Health Service Act 2006 that give them.
  fileprivate static var generalDuties: [(Duty, String, String)] {
    [
      (.quality, "14Z34", "improving quality"), (.inequalities, "14Z35", "reducing inequalities"),
      (.patientInvolvement, "14Z36", "involving each patient"), (.choice, "14Z37", "enabling choice"),
      (.advice, "14Z38", "obtaining advice"), (.innovation, "14Z39", "promoting innovation"),
      (.research, "14Z40", "research"), (.training, "14Z41", "education and training"),
      (.integration, "14Z42", "integration"), (.climate, "14Z44", "climate change"),
    ]
  }
}

extension Inquiry {
  /// Whether evidence of a yearly duty is recorded for a year.
  fileprivate func isEvidenced(_ duty: Assurance.Duty, in year: FinancialYear) -> Bool {
    governance.history(\Assurance.body, naming: body).contains { row in
      row.given.duty == duty && row.given.evidence != nil
        && row.given.year.flatMap { FinancialYear(in: $0) } == year
    }
  }
}

extension Held<Plan> {
  /// Whether it gives an account of a section of the Act.
  fileprivate func gives(_ section: String) throws(Unknown) -> Bool {
    try self.sections.contains { $0.hasSuffix(section) }
  }
}
