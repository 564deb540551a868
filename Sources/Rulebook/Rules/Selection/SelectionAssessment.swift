import Governance
import Register
import Vocabulary

extension Rule {
  /// How providers are assessed, and who may not be chosen.
  static let selectionAssessment = [keyCriteria, basicCriteria, excludedProviders, secondStep]

  static let keyCriteria = choosing(
    "PSR.CRITERIA", by: Procurement.Route.assessing,
    check: { inquiry, choice throws(Unknown) in
      let considered = try choice.criteria
      for criterion in Procurement.Criterion.allCases {
        inquiry.expect(
          considered.contains(criterion),
          "\(choice.service): the key criterion “\(criterion.words)” was not considered",
          kept: "\(choice.service): the five key criteria were considered")
      }
    },
    examples: Examples(
      on: "2025-03-01",
      met: """
        procurement skin authority=north title=Dermatology route=direct-award-c criteria="quality-and-innovation; value; integration-collaboration-sustainability; access-inequalities-choice; social-value"
        """,
      finding: """
        procurement skin authority=north title=Dermatology route=direct-award-c criteria="quality-and-innovation; value; integration-collaboration-sustainability; access-inequalities-choice"
        """,
      notApplicable: "procurement skin authority=north title=Dermatology route=direct-award-b"))

  static let basicCriteria = choosing(
    "PSR.BASIC", by: Procurement.Route.assessing,
    check: { inquiry, choice throws(Unknown) in
      guard try inquiry.award(of: choice) != nil else { return }
      inquiry.expect(
        try choice.basicMet,
        "\(choice.service): the provider chosen does not meet the basic selection criteria",
        kept: "\(choice.service): the provider chosen meets the basic selection criteria")
    },
    examples: Examples(
      on: "2025-03-01",
      met:
        "procurement skin authority=north title=Dermatology route=direct-award-c awarded=2025-01-07 contracted=2025-01-07 basic-criteria=yes",
      finding:
        "procurement skin authority=north title=Dermatology route=direct-award-c awarded=2025-01-07 basic-criteria=no",
      notApplicable: "procurement skin authority=north title=Dermatology route=direct-award-c"))

  /// A contract under a framework agreement is not a matter of it (regulation 20(7)).
  static let excludedProviders = choosing(
    "PSR.EXCLUDED", by: Procurement.Route.processes.union([.urgent]),
    check: { inquiry, choice throws(Unknown) in
      guard try inquiry.award(of: choice) != nil else { return }
      if try choice.excluded, choice.given.override == nil {
        try inquiry.governance.complete(.documents, of: choice.id)
      }
      inquiry.expect(
        try !choice.excluded || choice.given.override != nil,
        "\(choice.service): the provider chosen is an excluded provider, and no overriding public interest is recorded",
        kept: "\(choice.service): the provider chosen is not barred")
    },
    examples: Examples(
      on: "2025-03-01",
      met:
        "procurement skin authority=north title=Dermatology route=direct-award-c awarded=2025-01-07 contracted=2025-01-07 excluded=no",
      finding: """
        procurement skin authority=north title=Dermatology route=direct-award-c awarded=2025-01-07 excluded=yes
        complete skin list=documents
        """,
      notApplicable: "procurement skin authority=north title=Dermatology route=framework-call-off awarded=2025-01-07"))

  static let secondStep = choosing(
    "PSR.MSP.14D", by: [.mostSuitable],
    check: { inquiry, choice throws(Unknown) in
      guard let notice = inquiry.notices([.intention], of: choice).first else {
        try inquiry.governance.complete(.notices, of: choice.id)
        return inquiry.expect(false, "\(choice.service): no notice of the intention to follow this process was given")
      }
      let earliest = try notice.submitted.advanced(by: 14)
      if choice.given.secondStep == nil, inquiry.day < earliest {
        return inquiry.exempt("\(choice.service): the second step can be completed from \(earliest.written)")
      }
      let completed = try choice.secondStep
      inquiry.expect(
        completed >= earliest,
        "\(choice.service): the second step was completed on \(completed.written), before \(earliest.written)",
        kept: "\(choice.service): the second step was completed on \(completed.written), not before \(earliest.written)"
      )
    },
    examples: Examples(
      on: "2024-06-01",
      met: """
        procurement beds authority=north title=Beds route=most-suitable-provider second-step=2024-03-15
        notice beds.intention procurement=beds sort=intention-to-follow submitted=2024-03-01
        """,
      finding: """
        procurement beds authority=north title=Beds route=most-suitable-provider second-step=2024-03-14
        notice beds.intention procurement=beds sort=intention-to-follow submitted=2024-03-01
        """,
      notApplicable: "procurement beds authority=north title=Beds route=competitive"))
}

extension Procurement.Criterion {
  /// The criterion as a reader would say it.
  var words: String {
    switch self {
    case .quality: "quality and innovation"
    case .value: "value"
    case .integration: "integration, collaboration and service sustainability"
    case .access: "improving access, reducing health inequalities and facilitating choice"
    case .social: "social value"
    }
  }
}
