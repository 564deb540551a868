import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// A trust's own members who sit on a board of integrated care.
  static let trustMembers = [trustNonExecutive]

  /// The regulations are about NHS trusts. A foundation trust's own constitution governs it.
  static let trustNonExecutive = Rule(
    "TRUST.NED.ICBPARTNER", of: .nhsTrust,
    check: { trust throws(Unknown) in
      guard trust.governance.register.legalForm(trust.body)?.fact.form == .nhsTrust else {
        return trust.exempt("the regulations are about NHS trusts")
      }
      guard let begins = RuleCatalogue.rule("TRUST.NED.ICBPARTNER")?.from else { return }
      for member in trust.appointed(where: { $0 == .chair || $0 == .nonExecutive }) {
        let last = member.held.end.flatMap { $0 <= trust.day ? $0.advanced(by: -1) : nil } ?? trust.day
        guard last >= begins, trust.isTrustPartner(try member.person, on: last) else { continue }
        trust.expect(
          try last == trust.day ? true : member.held.ending != .disqualified,
          "\(member.called) was disqualified on \(last.advanced(by: 1).written) while nominated by the trusts to a "
            + "board of integrated care, which has not disqualified since \(begins.written)",
          kept: "\(member.called) may also be a partner member of a board of integrated care")
      }
    },
    examples: Examples(
      on: "2025-10-01", of: "community",
      met: """
        body community kind=nhs-trust form=nhs-trust
        group trust-board name="The trust's board" sort=board bodies=community
        seat trust-chair group=trust-board role=chair
        seat trusts group=board role=partner-trust
        appointment lee from=2023-07-01 until=2025-07-01 seat=trust-chair person=lee ending=term-ended
        appointment lee.partner from=2023-07-01 seat=trusts person=lee
        """,
      finding: """
        body community kind=nhs-trust form=nhs-trust
        group trust-board name="The trust's board" sort=board bodies=community
        seat trust-chair group=trust-board role=chair
        seat trusts group=board role=partner-trust
        appointment lee from=2023-07-01 until=2025-07-01 seat=trust-chair person=lee ending=disqualified
        appointment lee.partner from=2023-07-01 seat=trusts person=lee
        """,
      notApplicable: "body community kind=nhs-trust form=nhs-foundation-trust"))
}

extension Inquiry {
  /// Whether a person held on a day the seat of the trusts' partner member on a board of integrated care.
  fileprivate func isTrustPartner(_ person: ID<Person>, on day: Day) -> Bool {
    let then = governance(on: day)
    return then.rows(\Appointment.person, naming: person).compactMap(\.given.seat)
      .compactMap { then.row(Seat.self, of: $0) }.contains { $0.given.role == .partnerTrust }
  }
}
