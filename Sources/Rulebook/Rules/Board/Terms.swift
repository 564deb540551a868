import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// How long members serve, what a vacancy means, and that the board is one.
  static let terms = [term, vacancy, unitaryBoard]

  /// The years of a term and the number of terms are the constitution's own. They are asked of the chair, the
  /// non-executive and the partner members: executive directors serve as long as they are employed.
  static let term = Rule(
    "ICB.BOARD.TERM", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      let members = try board.members()
      for member in members.with(.chair, .nonExecutive, .ordinary) + members.partners {
        board.attempt { () throws(Unknown) in
          let ends = try board.termEnd(of: member)
          board.expect(
            ends > board.day, "the term of \(member.called) ended on \(ends.written), and no other is recorded",
            kept: "\(member.called) is within the term")
        }
        if board.clause(.maxTerms) != nil {
          board.attempt { () throws(Unknown) in
            let most = try board.settled(.maxTerms, as: Int.self)
            let number = try member.held.term
            board.expect(
              number <= most, "\(member.called) serves a term numbered \(number), and the constitution allows \(most)")
          }
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        clause years body=north setting=term-years value=3
        clause terms body=north setting=max-terms value=2
        seat first group=board role=non-executive
        appointment ida from=2022-07-01 seat=first person=ida term=1
        """,
      finding: """
        clause years body=north setting=term-years value=3
        clause terms body=north setting=max-terms value=2
        seat first group=board role=non-executive
        appointment ida from=2022-07-01 seat=first person=ida term=3 term-ends=2024-01-01
        """,
      notApplicable: """
        seat medical group=board role=medical-director
        appointment gus from=2022-07-01 seat=medical person=gus
        """))

  /// A vacancy is no finding. What counts is a decision without a quorum while nothing lets acts stand despite it.
  static let vacancy = Rule(
    "ICB.BOARD.VACANCY", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.isInBeing() else { return }
      guard let since = try board.vacantSince() else { return board.exempt("no seat of the board is vacant") }
      let stands = try board.settled(.validation, as: Bool.self)
      let wanting = stands ? [] : try board.decisionsWithoutQuorum(since: since)
      board.expect(
        wanting.isEmpty,
        "a seat of the board has been vacant since \(since.written), no clause lets acts stand despite that, and there was no "
          + "quorum for \(wanting.joined(separator: ", "))",
        kept: stands
          ? "the constitution lets acts stand despite the vacancy"
          : "no decision since \(since.written) was taken without a quorum")
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: Examples.fiveMembers + """

        seat first group=south-board role=non-executive
        clause validation body=south setting=validation value=yes
        """,
      finding: Examples.fiveMembers + """

        seat first from=2024-01-01 group=south-board role=non-executive
        clause validation body=south setting=validation value=no
        clause quorum body=south setting=quorum value="2 with non-executive"
        meeting march from=2024-03-12 group=south-board on=2024-03-12
        item hub from=2024-03-12 meeting=march number=5 title="Elective hub"
        decision hub from=2024-03-12 body=south on=2024-03-12 title="Elective hub" decider=south-board item=hub
        complete march list=attendance
        complete south list=decisions
        attendance ann from=2024-03-12 meeting=march person=ann capacity=member seat=chair
        attendance ben from=2024-03-12 meeting=march person=ben capacity=member seat=chief
        """,
      notApplicable: Examples.fiveMembers))

  static let unitaryBoard = Rule(
    "ICB.BOARD.UNITARY", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.isInBeing() else { return }
      try board.governance.complete(.groups, of: board.body)
      board.expect(
        board.boards.count == 1, "\(board.boards.count) boards are recorded, and there must be one",
        kept: "there is one board")
      board.attempt { () throws(Unknown) in
        if board.clause(.veto) == nil { try board.governance.complete(.clauses, of: board.body) }
        let veto = try board.clause(.veto) == nil ? "none" : board.settled(.veto)
        board.expect(
          veto == "none", "a clause of the constitution lets \(veto) block a decision of the others",
          kept: "no class of members can block the others")
      }
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        group south-board name="The board" sort=board bodies=south
        complete south list=groups
        complete south list=clauses
        """,
      finding: """
        body south kind=icb from=2022-07-01
        group south-board name="The board" sort=board bodies=south
        complete south list=groups
        clause veto body=south setting=veto value="the partner members"
        """,
      notApplicable: "body south kind=icb from=2025-04-01"))
}

extension Inquiry {
  /// The first day after a member's term: as recorded or, where it is not, by the years the constitution sets.
  fileprivate func termEnd(of member: Member) throws(Unknown) -> Day {
    if let day = member.held.given.termEnds { return day }
    return try member.start.anniversary(settled(.termYears, as: Int.self))
  }

  /// The day since which a seat of a member has been vacant; nil where none is. Needs the claim that the board's
  /// appointments are all recorded.
  fileprivate func vacantSince() throws(Unknown) -> Day? {
    _ = try roll()
    var since: [Day] = []
    for seat in seats where try seat.isMembers {
      if governance.rows(\Appointment.seat, naming: seat.id).isEmpty {
        let left = governance.history(\Appointment.seat, naming: seat.id).compactMap(\.end).max()
        since.append(max(left ?? seat.period.from.latest, Day.boardsBegin))
      }
    }
    return since.min()
  }

  /// The decisions the board took without a quorum since a day, each with what was wanting.
  fileprivate func decisionsWithoutQuorum(since: Day) throws(Unknown) -> [String] {
    try governance.complete(.decisions, of: body)
    var found: [String] = []
    for decision in boardDecisions() {
      let day = try decision.on
      guard day >= since else { continue }
      let wanting = try settled(.quorum, as: Quorum.self, on: day).wanting(present(at: try decision.item, on: day))
      if !wanting.isEmpty {
        found.append("'\(try decision.title)' of \(day.written) (\(wanting.joined(separator: "; ")))")
      }
    }
    return found
  }

  /// The members present for an item, those who withdrew from it left out.
  private func present(at item: ID<Item>, on day: Day) throws(Unknown) -> [Quorum.Present] {
    let then = governance(on: day)
    guard let item = then.row(Item.self, of: item) else {
      throw Unknown(kind: Item.layout.name, subject: item.text, "the item of the agenda")
    }
    let (meeting, number) = (try item.meeting, try item.number)
    try governance.complete(.attendance, of: meeting)
    let gone = Set(
      then.rows(\Conflict.item, naming: item.id)
        .filter { $0.given.handling == .withdrew || $0.given.handling == .recused }.compactMap(\.given.person))
    let deputies = Set(
      then.rows(\LeadRole.body, naming: body).filter { $0.given.role == .deputyChair }.compactMap(\.given.person))
    var found: [Quorum.Present] = []
    for one in then.rows(\Attendance.meeting, naming: meeting) where one.given.capacity == .member {
      let person = try one.person
      guard !gone.contains(person), number >= one.given.from ?? number, number <= one.given.to ?? number,
        let seat = then.row(Seat.self, of: try one.seat)
      else { continue }
      found.append(Quorum.Present(try seat.role, isDeputyChair: deputies.contains(person)))
    }
    return found
  }
}
