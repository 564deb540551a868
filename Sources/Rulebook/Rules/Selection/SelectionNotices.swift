import Governance
import Register
import Vocabulary

extension Rule {
  /// What is told when a choice is made, made urgently or given up.
  static let selectionNotices = [awardNotice, urgentAward, abandonment]

  static let awardNotice = choosing(
    "PSR.NOTICE.AWARD", by: Procurement.Route.processes.union([.framework]),
    check: { inquiry, choice throws(Unknown) in
      guard let awarded = try inquiry.award(of: choice) else { return }
      try inquiry.expectNotice(
        [.award, .frameworkAward], of: choice, within30DaysOf: awarded, "the award of \(awarded.written)")
    },
    examples: Examples(
      on: "2025-03-01",
      met: """
        procurement skin authority=north title=Dermatology route=direct-award-c awarded=2025-01-06
        notice skin.award procurement=skin sort=award submitted=2025-02-05
        """,
      finding: """
        procurement skin authority=north title=Dermatology route=direct-award-c awarded=2025-01-06
        notice skin.award procurement=skin sort=award submitted=2025-02-10
        """,
      notApplicable: "procurement skin authority=north title=Dermatology route=direct-award-c awarded=2025-02-20"))

  static let urgentAward = choosing(
    "PSR.URGENT", by: [.urgent],
    check: { inquiry, choice throws(Unknown) in
      guard let awarded = try inquiry.award(of: choice) else { return }
      let grounds = try choice.urgentGrounds
      for ground in Procurement.UrgentGround.allCases {
        inquiry.expect(
          grounds.contains(ground), "\(choice.service): awarded urgently though \(ground.wanting)",
          kept: "\(choice.service): the three grounds of an urgent award hold")
      }
      try inquiry.expectNotice(
        [.urgent], of: choice, within30DaysOf: awarded, "the urgent award of \(awarded.written)")
    },
    examples: Examples(
      on: "2025-03-01",
      met: """
        procurement wards authority=north title=Wards route=urgent awarded=2025-01-06 urgent-grounds="urgent; unforeseeable-and-not-of-its-making; delay-risks-safety"
        notice wards.urgent procurement=wards sort=urgent submitted=2025-01-20
        """,
      finding: """
        procurement wards authority=north title=Wards route=urgent awarded=2025-01-06 urgent-grounds="urgent; delay-risks-safety"
        notice wards.urgent procurement=wards sort=urgent submitted=2025-01-20
        """,
      notApplicable: "procurement wards authority=north title=Wards route=competitive awarded=2025-01-06"))

  /// A decision to give up that is taken in the standstill is told once that has ended (regulation 15(5)).
  static let abandonment = choosing(
    "PSR.ABANDON", by: Procurement.Route.underTheRegulations,
    check: { inquiry, choice throws(Unknown) in
      guard let abandoned = choice.given.abandoned, abandoned <= inquiry.day else {
        return inquiry.exempt("no process was given up")
      }
      guard let standstill = try inquiry.standstill(of: choice), standstill.begins <= abandoned,
        abandoned <= standstill.ends
      else {
        return try inquiry.expectNotice(
          [.abandonment], of: choice, within30DaysOf: abandoned, "giving up the process on \(abandoned.written)")
      }
      try inquiry.expectNotice(
        [.abandonment], of: choice, within30DaysOf: standstill.ends, "giving up the process in the standstill")
    },
    examples: Examples(
      on: "2025-06-01",
      met: """
        procurement skin authority=north title=Dermatology route=competitive abandoned=2025-02-01
        notice skin.end procurement=skin sort=abandonment submitted=2025-02-20
        procurement feet authority=north title=Podiatry route=competitive abandoned=2024-12-27
        notice feet.intent procurement=feet sort=intention-to-award published=2024-12-19
        notice feet.end procurement=feet sort=abandonment submitted=2025-02-03
        """,
      finding: """
        procurement skin authority=north title=Dermatology route=competitive abandoned=2025-02-01
        complete skin list=notices
        """,
      notApplicable: "procurement skin authority=north title=Dermatology route=competitive"))
}

extension Procurement.UrgentGround {
  /// What is wrong where the ground does not hold.
  var wanting: String {
    switch self {
    case .urgent: "it was not urgent"
    case .unforeseeable: "the reason was foreseeable, or of the authority’s own making"
    case .safety: "delay was not likely to put patients or the public at risk"
    }
  }
}
