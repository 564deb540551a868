import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  static let proposed: [Rule] = [
    councilSeatGoes, partnershipDutyGoes, nationalRolesPass, healthwatchGoes, newFootprints,
  ]

  /// What the Health Bill of 2026 would change of the council's seat. A finding says what would go.
  static let councilSeatGoes = Rule(
    "BILL.LASEAT", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.isLive else { return }
      guard !board.seats.isEmpty else { return board.exempt("no seat of the board is recorded") }
      for group in board.boards { try board.governance.complete(.seats, of: group.id) }
      for seat in board.seats {
        board.expect(
          seat.given.role != .partnerCouncil,
          "the seat “\(seat.given.title ?? seat.id.text)”, of a member nominated by councils, would go; the mayor of each "
            + "strategic authority would nominate instead",
          kept: "the other seats would stay")
      }
    },
    examples: Examples(
      on: "2026-11-01",
      met: """
        seat chair group=board role=chair
        complete board list=seats
        """,
      finding: """
        seat chair group=board role=chair
        seat council group=board role=partner-council title="Council member"
        complete board list=seats
        """,
      notApplicable: "complete board list=seats"))

  static let partnershipDutyGoes = Rule(
    "BILL.ICP", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.isLive else { return }
      try board.governance.complete(.groups, of: board.body)
      for group in board.governance.rows(\Group.bodies, naming: board.body) {
        board.expect(
          group.given.sort != .partnership,
          "the duty to keep \(group.given.name ?? group.id.text) would go; its strategy would rest on agreement alone",
          kept: "the other groups would stay")
      }
    },
    examples: Examples(
      on: "2026-11-01", of: "old",
      met: """
        body old kind=icb
        group old.board name="The board" sort=board bodies=old
        complete old list=groups
        """,
      finding: """
        body old kind=icb
        group partnership name="The partnership" sort=integrated-care-partnership bodies="old; county"
        complete old list=groups
        """,
      notApplicable: "body old kind=icb until=2026-04-01"))

  /// What NHS England approves, gives or directs would pass to the Secretary of State.
  static let nationalRolesPass = Rule(
    "BILL.NHSE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.isLive else { return }
      for chair in board.holders(of: .chair) {
        board.expect(
          try !chair.appointer.isNHSEngland,
          "appointing the chair would pass from NHS England to the Secretary of State",
          kept: "the chair is not appointed by NHS England")
      }
      for chief in board.holders(of: .chiefExecutive) {
        board.expect(
          try !chief.approver.isNHSEngland,
          "approving the chief executive would pass from NHS England to the Secretary of State",
          kept: "the chief executive is not approved by NHS England")
      }
      for constitution in board.governance.rows(\Constitution.body, naming: board.body) {
        board.expect(
          try !constitution.approver.isNHSEngland,
          "approving the constitution would pass from NHS England to the Secretary of State",
          kept: "the constitution is not approved by NHS England")
      }
      for direction in board.governance.rows(\Direction.body, naming: board.body) {
        board.expect(
          direction.given.by?.text != "national.nhs-england",
          "the direction “\(direction.given.about ?? direction.id.text)” would be the Secretary of State’s to give",
          kept: "no direction is NHS England’s")
      }
      for authority in board.governance.rows(\Authority.taker, naming: board.body) {
        board.expect(
          !(authority.given.giver?.isNHSEngland ?? false),
          "what NHS England gives the body, “\(authority.given.instrument ?? authority.id.text)”, would come from the "
            + "Secretary of State",
          kept: "the body’s powers do not come from NHS England")
      }
    },
    examples: Examples(
      on: "2026-11-01",
      met: """
        seat chair group=board role=chair
        appointment ann seat=chair person=ann appointer=national.secretary-of-state
        seat chief group=board role=chief-executive
        appointment bob seat=chief person=bob approver=national.secretary-of-state
        constitution one body=north version=1 approver=national.secretary-of-state
        direction reports body=north by=national.secretary-of-state sort=date-for-reports
        authority dentists function=dentists sort=section-65z5 giver=national.secretary-of-state taker=north
        """,
      finding: """
        seat chair group=board role=chair
        appointment ann seat=chair person=ann appointer=national.nhs-england
        """,
      notApplicable: "seat chair group=board role=chair"))

  static let healthwatchGoes = Rule(
    "BILL.HEALTHWATCH", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.isLive else { return }
      for plan in board.governance.rows(\Plan.body, naming: board.body) {
        guard let sort = plan.given.sort, sort == .forwardPlan || sort == .strategy else { continue }
        board.attempt { () throws(Unknown) -> Void in
          try board.governance.complete(.consultations, of: plan.id)
          for involved in board.governance.history(Involvement.self) where involved.given.matter?.text == plan.id.text {
            guard let body = involved.given.body else { continue }
            board.expect(
              board.governance.register.kind(body) != .healthwatch,
              "\(board.name(of: body)), which was involved in “\(plan.id)”, would go, and its part in the next one with it",
              kept: "the others who were involved would stay")
          }
        }
      }
    },
    examples: Examples(
      on: "2026-11-01",
      met: """
        plan forward body=north sort=joint-forward-plan
        involvement forward.charity matter=forward body=charity sort=involvement on=2026-01-10
        complete forward list=consultations
        """,
      finding: """
        body watch kind=healthwatch form=charity name="Healthwatch"
        plan forward body=north sort=joint-forward-plan
        involvement forward.watch matter=forward body=watch sort=involvement on=2026-01-10
        complete forward list=consultations
        """,
      notApplicable: ""))

  /// A board that ended on 1 April 2026 or later takes no decision from that day on.
  static let newFootprints = Rule(
    "ICB.MERGE.2026", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard let ended = board.governance.register.existence(board.body)?.period.until.latest, ended <= board.day,
        let first = board.firstNewFootprint, ended >= first
      else { return board.exempt("the board did not end on 1 April 2026 or later") }
      try board.governance.complete(.decisions, of: board.body)
      let late = board.decisions.filter { $0.given.on.map { $0 >= ended } ?? false }
      let titles = late.map { "“\($0.given.title ?? $0.id.text)”" }.joined(separator: ", ")
      board.expect(
        late.isEmpty, "\(titles) was decided by a board that ended on \(ended.written)",
        kept: "no decision is recorded from \(ended.written) on")
    },
    examples: Examples(
      on: "2026-11-01", of: "old",
      met: """
        body old kind=icb name="Old board" from=2022-07-01 until=2026-04-01
        decision beds body=old on=2026-03-31 title="Open beds"
        complete old list=decisions
        """,
      finding: """
        body old kind=icb name="Old board" from=2022-07-01 until=2026-04-01
        decision beds body=old on=2026-04-01 title="Open beds"
        complete old list=decisions
        """,
      notApplicable: "body old kind=icb name=\"Old board\" from=2022-07-01"))
}

extension Inquiry {
  /// Whether the body is there on the day; a board that has ended is not changed by a law to come.
  var isLive: Bool {
    if governance.register.exists(body) { return true }
    exempt("the board is not there on the day")
    return false
  }

  /// The first day of the boards formed in 2026.
  var firstNewFootprint: Day? { Day(year: 2026, month: 4, day: 1) }
}
