import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// The partner members: nominated jointly by all who may, by the process the constitution sets, and no one's delegates.
  static let partners = [trustPartner, practicePartner, councilPartner, partnerProcess, partnerNoDelegate]

  /// Which trusts may nominate is prescribed by regulations: the list is held as data.
  static let trustPartner = Rule(
    "ICB.BOARD.PARTNER.TRUST", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.isInBeing() else { return }
      try board.expectJointNomination(of: .partnerTrust, by: "trusts")
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: Examples.fiveMembers + """

        nomination trusts.2022 from=2022-06-01 seat=trusts eligible=acute;minds took-part=acute silence-agrees=yes
        """,
      finding: Examples.fiveMembers + """

        nomination trusts.2022 from=2022-06-01 seat=trusts eligible=acute;minds took-part=acute;company silence-agrees=no
        """,
      notApplicable: "body south kind=icb from=2025-04-01"))

  static let practicePartner = Rule(
    "ICB.BOARD.PARTNER.PMS", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.isInBeing() else { return }
      for (member, nomination) in try board.expectJointNomination(of: .partnerPrimaryMedical, by: "practices") {
        board.expect(
          try nomination.listPublished <= member.start,
          "the list of practices that may nominate \(member.called) was not published by that day")
      }
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: Examples.fiveMembers + """

        body other-practice kind=general-practice form=contractor-practice name="Another practice"
        nomination practices.2022 from=2022-06-01 seat=practices eligible=practice;other-practice took-part=practice \
        silence-agrees=yes list-published=2022-05-01
        """,
      finding: Examples.fiveMembers + """

        body other-practice kind=general-practice form=contractor-practice name="Another practice"
        nomination practices.2022 from=2022-06-01 seat=practices eligible=practice;other-practice took-part=practice \
        silence-agrees=no list-published=2022-08-01
        """,
      notApplicable: "body south kind=icb from=2025-04-01"))

  /// An officer of a council and a councillor may both be nominated. The seat is asked for until the law that replaces it
  /// is commenced.
  static let councilPartner = Rule(
    "ICB.BOARD.PARTNER.LA", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.isInBeing() else { return }
      guard board.hasCouncilSeat else { return board.exempt("other law has replaced the seat of the councils") }
      try board.expectJointNomination(of: .partnerCouncil, by: "councils")
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: Examples.fiveMembers + """

        nomination councils.2022 from=2022-06-01 seat=councils eligible=county;city took-part=city silence-agrees=yes
        """,
      finding: Examples.fiveMembers + """

        nomination councils.2022 from=2022-06-01 seat=councils eligible=county;city took-part=city silence-agrees=no
        """,
      notApplicable: "body south kind=icb from=2025-04-01"))

  static let partnerProcess = Rule(
    "ICB.BOARD.PARTNER.PROCESS", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for member in board.appointed(where: \.isPartner) {
        board.attempt { () throws(Unknown) in
          let steps = try board.settled(.nominationSteps, as: [String].self, on: member.start)
          let taken = try member.held.steps
          let missed = steps.filter { !taken.contains($0) }
          board.expect(
            missed.isEmpty,
            "\(member.called) was appointed without \(missed.joined(separator: ", ")), which the constitution asks for",
            kept: "\(member.called) was appointed by the steps of the constitution")
        }
        board.attempt { () throws(Unknown) in
          guard let nomination = try board.nomination(for: member) else {
            throw Unknown(
              kind: Nomination.layout.name, subject: member.seat.id.text, "how \(member.called) was nominated")
          }
          board.expect(
            try nomination.regard, "the guidance on candidates was not regarded in nominating \(member.called)")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        clause steps body=north setting=nomination-steps value="invitation;shortlist;panel"
        seat trusts group=board role=partner-trust
        appointment cat from=2022-07-01 seat=trusts person=cat steps=invitation;shortlist;panel
        nomination trusts.2022 from=2022-06-01 seat=trusts regard=yes
        """,
      finding: """
        clause steps body=north setting=nomination-steps value="invitation;shortlist;panel"
        seat trusts group=board role=partner-trust
        appointment cat from=2022-07-01 seat=trusts person=cat steps=invitation;panel
        nomination trusts.2022 from=2022-06-01 seat=trusts regard=yes
        """,
      notApplicable: "seat trusts group=board role=partner-trust"))

  /// Read from what the minutes of the board's own decisions show; `none` where they show no instruction.
  static let partnerNoDelegate = Rule(
    "ICB.BOARD.PARTNER.NOTDELEGATE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for decision in board.boardDecisions() {
        let (title, day) = (try decision.title, try decision.on)
        board.expect(
          try decision.minuted == "none",
          "the minutes of the decision of \(day.written) on '\(title)' show an instruction of a home body: "
            + (decision.given.minuted ?? ""),
          kept: "the minutes of the board's decisions show no instruction of a home body")
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        decision hub from=2024-03-12 body=north on=2024-03-12 title="Elective hub" decider=board instruction=none
        """,
      finding: """
        decision hub from=2024-03-12 body=north on=2024-03-12 title="Elective hub" decider=board \
        instruction="the trust's board told its chief executive to vote against"
        """,
      notApplicable: """
        decision plan from=2024-03-12 body=north on=2024-03-12 title="A plan" decider=finance-committee
        """))
}

extension Inquiry {
  /// Expects a member with a role of a partner, nominated by all who may do so and by no one else. Gives the members and
  /// the nominations there are.
  @discardableResult
  fileprivate func expectJointNomination(
    of role: Seat.Role, by nominators: String
  ) throws(Unknown) -> [(Member, Held<Nomination>)] {
    let members = try roll().with(role)
    expect(members, toBe: 1, role.called)
    var found: [(Member, Held<Nomination>)] = []
    for member in members {
      let nomination = try nomination(for: member)
      if nomination == nil { try governance.complete(.nominations, of: body) }
      expect(nomination != nil, "no nomination of \(member.called) is recorded")
      guard let nomination else { continue }
      found.append((member, nomination))
      attempt { () throws(Unknown) in
        let (eligible, took) = (Set(try nomination.eligible), Set(try nomination.took))
        let strangers = took.subtracting(eligible)
        let silent = eligible.subtracting(took)
        expect(
          strangers.isEmpty,
          "\(names(of: strangers)) took part in nominating \(member.called) and is not among the \(nominators) that may"
        )
        expect(
          try silent.isEmpty ? true : nomination.silenceAgrees,
          "\(member.called) was nominated by some of the \(nominators) only: \(names(of: silent)) did not take part",
          kept: "the \(nominators) nominated \(member.called) together")
      }
    }
    return found
  }

  /// The nomination by which a member came to a seat: the last that closed by the day of taking it up.
  fileprivate func nomination(for member: Member) throws(Unknown) -> Held<Nomination>? {
    let start = try member.start
    return governance.history(\Nomination.seat, naming: member.seat.id).last { nomination in
      (nomination.given.closed ?? nomination.period.from.earliest) <= start
    }
  }

  /// The decisions the board itself took since the law on boards began, up to the day.
  func boardDecisions() -> [Held<Decision>] {
    let groups = Set(governance.history(\Group.bodies, naming: body).filter { $0.given.sort == .board }.map(\.id.text))
    return governance.history(\Decision.body, naming: body).filter { decision in
      decision.given.on.map { $0 >= Day.boardsBegin && $0 <= day } == true
        && decision.given.decider.map { groups.contains($0.text) } == true
    }
  }
}
