import Governance
import Register
import Vocabulary

extension Rule {
  /// What stands between choosing a provider and signing (regulation 12).
  static let selectionStandstill = [intentionNotice, standstill, standstillRepresentations]

  static let intentionNotice = choosing(
    "PSR.NOTICE.INTENT", by: Procurement.Route.assessing,
    check: { inquiry, choice throws(Unknown) in
      guard let signed = choice.given.contracted ?? choice.given.awarded, signed <= inquiry.day else {
        return inquiry.exempt("no contract is recorded")
      }
      guard let notice = inquiry.notices([.intent], of: choice).last else {
        try inquiry.governance.complete(.notices, of: choice.id)
        return inquiry.expect(
          false, "\(choice.service): no notice of the intention to award was given before \(signed.written)")
      }
      inquiry.expect(
        try notice.published < signed,
        "\(choice.service): the notice of the intention to award was not published before \(signed.written)",
        kept: "\(choice.service): the notice of the intention to award was published before \(signed.written)")
      inquiry.expect(
        try notice.complete,
        "\(choice.service): the notice of the intention to award does not hold all that its Schedule asks for")
    },
    examples: Examples(
      on: "2025-03-01",
      met: """
        procurement skin authority=north title=Dermatology route=direct-award-c contracted=2025-01-07
        notice skin.intent procurement=skin sort=intention-to-award published=2024-12-19 whole=yes
        """,
      finding: """
        procurement skin authority=north title=Dermatology route=direct-award-c contracted=2025-01-07
        complete skin list=notices
        """,
      notApplicable: "procurement skin authority=north title=Dermatology route=direct-award-a contracted=2025-01-07"))

  static let standstill = choosing(
    "PSR.STANDSTILL", by: Procurement.Route.assessing,
    check: { inquiry, choice throws(Unknown) in
      guard let standstill = try inquiry.standstill(of: choice) else {
        return inquiry.exempt("no notice of an intention to award is recorded")
      }
      guard let signed = try inquiry.signing(of: choice, after: standstill) else { return }
      inquiry.expect(
        signed >= standstill.earliest,
        "\(choice.service): the contract was signed on \(signed.written); the standstill ended at midnight at the end of "
          + "\(standstill.ends.written), so the first day was \(standstill.earliest.written)",
        kept: "\(choice.service): the contract was signed on \(signed.written), not before "
          + standstill.earliest.written)
    },
    examples: Examples(
      on: "2025-03-01",
      met: """
        procurement skin authority=north title=Dermatology route=direct-award-c contracted=2025-01-07
        notice skin.intent procurement=skin sort=intention-to-award published=2024-12-19
        """,
      finding: """
        procurement skin authority=north title=Dermatology route=direct-award-c contracted=2025-01-06
        notice skin.intent procurement=skin sort=intention-to-award published=2024-12-19
        """,
      notApplicable: "procurement skin authority=north title=Dermatology route=direct-award-a contracted=2025-01-06"))

  static let standstillRepresentations = choosing(
    "PSR.STANDSTILL.REPS", by: Procurement.Route.assessing,
    check: { inquiry, choice throws(Unknown) in
      guard let plain = try inquiry.standstill(of: choice) else {
        return inquiry.exempt("no notice of an intention to award is recorded")
      }
      let representations = inquiry.representations(on: choice, in: plain)
      guard !representations.isEmpty else { return inquiry.exempt("no representations are recorded") }
      var lastTold = Day.distantPast
      for one in representations {
        inquiry.expect(
          try one.heard,
          "\(choice.service): a provider that made representations was not heard, or not given the information asked for"
        )
        inquiry.expect(
          try one.isDecided,
          "\(choice.service): the decision was not reviewed after representations and decided again with reasons")
        lastTold = max(lastTold, try one.told)
      }
      let standstill = Standstill(published: plain.begins.advanced(by: -1), lastTold: lastTold)
      guard let signed = try inquiry.signing(of: choice, after: standstill) else { return }
      inquiry.expect(
        signed >= standstill.earliest,
        "\(choice.service): the contract was signed on \(signed.written); the last decision on representations was told on "
          + "\(lastTold.written), so the first day was \(standstill.earliest.written)",
        kept: "\(choice.service): five working days passed after the last decision on representations was told")
    },
    examples: Examples(
      on: "2024-09-01",
      met: """
        procurement skin authority=north title=Dermatology route=competitive contracted=2024-06-27
        notice skin.intent procurement=skin sort=intention-to-award published=2024-06-03
        representation skin.1 procurement=skin by=company received=2024-06-13 heard=yes reviewed=yes reasons="The scores stand" told=2024-06-20
        """,
      finding: """
        procurement skin authority=north title=Dermatology route=competitive contracted=2024-06-26
        notice skin.intent procurement=skin sort=intention-to-award published=2024-06-03
        representation skin.1 procurement=skin by=company received=2024-06-13 heard=yes reviewed=yes reasons="The scores stand" told=2024-06-20
        """,
      notApplicable: """
        procurement skin authority=north title=Dermatology route=competitive contracted=2024-06-26
        notice skin.intent procurement=skin sort=intention-to-award published=2024-06-03
        """))
}

extension Held<Representation> {
  /// Whether the decision was reviewed and decided again with reasons (regulation 12(4) and (6)).
  var isDecided: Bool {
    get throws(Unknown) {
      guard try self.reviewed else { return false }
      return try !self.reasons.isEmpty
    }
  }
}
