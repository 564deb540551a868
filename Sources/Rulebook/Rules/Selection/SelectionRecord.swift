import Governance
import Register
import Vocabulary

extension Rule {
  /// What is kept and published, and how long a framework agreement lasts.
  static let selectionRecord = [choiceRecord, selectionYear, frameworkTerm]

  static let choiceRecord = choosing(
    "PSR.RECORD", by: Procurement.Route.underTheRegulations,
    check: { inquiry, choice throws(Unknown) in
      guard try inquiry.award(of: choice) != nil || choice.given.abandoned != nil else { return }
      let route = try choice.route
      let kept = try choice.record
      for part in Procurement.RecordPart.allCases where part.isNeeded(by: route, choice) {
        inquiry.expect(
          kept.contains(part), "\(choice.service): the record does not keep \(part.words)",
          kept: "\(choice.service): the record keeps what it must")
      }
    },
    examples: Examples(
      on: "2025-03-01",
      met: """
        procurement skin authority=north title=Dermatology route=direct-award-c awarded=2025-01-07 contracted=2025-01-07 record="provider; process; deciders; criteria; reasons; conflicts"
        """,
      finding: """
        procurement skin authority=north title=Dermatology route=direct-award-c awarded=2025-01-07 record="provider; process; deciders; criteria; conflicts"
        """,
      notApplicable: "procurement skin authority=north title=Dermatology route=direct-award-c"))

  /// The Regulations name no day for the yearly summary and report, so a year is looked at once another has passed.
  static let selectionYear = selecting(
    "PSR.ANNUAL",
    check: { inquiry throws(Unknown) in
      guard !inquiry.governance.history(\Procurement.authority, naming: inquiry.body).isEmpty else {
        return inquiry.exempt("no choice of provider is recorded")
      }
      guard let year = inquiry.selectionYearDue else {
        return inquiry.exempt("no whole financial year under the Regulations ended a year ago")
      }
      let documents = inquiry.governance.history(\Document.body, naming: inquiry.body)
      for (sort, words) in [
        (Document.Sort.selectionSummary, "yearly summary"), (.selectionCompliance, "yearly report on compliance"),
      ] {
        inquiry.attempt { () throws(Unknown) -> Void in
          guard let document = documents.first(where: { $0.given.sort == sort && $0.given.year == year }) else {
            try inquiry.governance.complete(.documents, of: inquiry.body)
            return inquiry.expect(false, "there is no \(words) of choosing providers for \(year)")
          }
          inquiry.expect(
            try document.published <= inquiry.day, "the \(words) of choosing providers for \(year) is not published",
            kept: "the \(words) of choosing providers for \(year) is published")
        }
      }
    },
    examples: Examples(
      on: "2026-06-01",
      met: """
        procurement skin authority=north title=Dermatology
        document summary body=north sort=provider-selection-summary year=2024-25 published=2025-09-01
        document report body=north sort=provider-selection-compliance-report year=2024-25 published=2025-09-01
        """,
      finding: """
        procurement skin authority=north title=Dermatology
        document summary body=north sort=provider-selection-summary year=2024-25 published=2025-09-01
        complete north list=documents
        """,
      notApplicable: "complete north list=documents"))

  static let frameworkTerm = choosing(
    "PSR.FRAMEWORK.4Y", by: Procurement.Route.processes,
    check: { inquiry, choice throws(Unknown) in
      guard try choice.framework else { return inquiry.exempt("no framework agreement is concluded") }
      let years = try choice.termYears
      if years > 4, choice.given.exception == nil { try inquiry.governance.complete(.documents, of: choice.id) }
      inquiry.expect(
        years <= 4 || choice.given.exception != nil,
        "\(choice.service): the framework agreement lasts \(years) years, and no exceptional case is recorded",
        kept: "\(choice.service): the framework agreement lasts \(years) years")
    },
    examples: Examples(
      on: "2025-03-01",
      met: "procurement beds authority=north title=Beds route=competitive framework=yes term-years=4",
      finding: """
        procurement beds authority=north title=Beds route=competitive framework=yes term-years=5
        complete beds list=documents
        """,
      notApplicable: "procurement beds authority=north title=Beds route=competitive framework=no"))
}

extension Procurement.RecordPart {
  /// Whether the record of a choice must keep it (regulation 24).
  func isNeeded(by route: Procurement.Route, _ choice: Held<Procurement>) -> Bool {
    switch self {
    case .provider: choice.given.abandoned == nil
    case .criteria: Procurement.Route.assessing.contains(route)
    case .abandonment: choice.given.abandoned != nil
    case .process, .deciders, .reasons, .conflicts: true
    }
  }

  /// What is kept, as a reader would say it.
  var words: String {
    switch self {
    case .provider: "the provider"
    case .process: "the process followed"
    case .deciders: "who decided"
    case .criteria: "how the criteria were taken into account"
    case .reasons: "the reasons"
    case .conflicts: "the conflicts declared and how they were handled"
    case .abandonment: "the day it was given up"
    }
  }
}

extension Inquiry {
  /// The financial year whose summary must by now be out: the last that ended at least a year ago, from 2024-25 on.
  var selectionYearDue: String? {
    let date = day.civil
    let first = (date.month >= 4 ? date.year : date.year - 1) - 2
    guard first >= 2024 else { return nil }
    let second = (first + 1) % 100
    return "\(first)-\(second < 10 ? "0" : "")\(second)"
  }
}
