import Governance
import Register
import Vocabulary

extension Rule {
  /// Meetings are open unless the public is excluded by a resolution with a reason.
  static let meetingsOpen = [boardInPublic, committeesInPublic]

  static let boardInPublic = Rule(
    "MTG.PUBLIC.BOARD", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      board.eachBoardMeeting { meeting throws(Unknown) in
        board.expect(
          try board.isOpen(meeting),
          "the meeting of \(meeting.when) was closed and no resolution to exclude the public is recorded",
          kept: "the meeting of \(meeting.when) was open, or closed by a resolution")
        guard try meeting.open else { return }
        for item in board.items(of: meeting) where item.given.open == false {
          board.expect(
            try board.isResolved(item.given.resolution, at: meeting),
            "\(item.named(at: meeting)) was taken in private and no resolution to exclude the public is recorded",
            kept: "the public was excluded from \(item.named(at: meeting)) by a resolution")
          if item.given.resolution != nil { _ = try item.ground }
        }
      }
    },
    examples: Examples(
      on: "2024-09-01",
      met: """
        meeting may group=board on=2024-05-20 open=yes
        item pay meeting=may number=7 title=Pay open=no resolution="To exclude the public" ground="names of staff"
        """,
      finding: """
        meeting may group=board on=2024-05-20 open=yes
        item pay meeting=may number=7 title=Pay open=no
        complete may list=decisions
        """,
      notApplicable: "meeting december group=board on=2024-12-02 open=no"))

  /// The remuneration committee may meet in private. A group that only advises exercises no functions and is left out.
  static let committeesInPublic = Rule(
    "MTG.PUBLIC.COMMITTEES", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      let boards = board.everyBoard
      for (committee, meeting) in board.meetings(of: .committee, .subcommittee, .audit, .joint) {
        board.attempt { () throws(Unknown) -> Void in
          guard try committee.competence == .deciding else { return }
          for group in boards + [committee] { try board.governance.complete(.appointments, of: group.id) }
          let date = try meeting.on
          let members = Set(board.members(of: [committee], on: date))
          let all = Set(board.members(of: boards, on: date))
          guard !members.isEmpty, members.isSubset(of: all) || all.isSubset(of: members) else {
            return board.exempt("no committee is made up of board members alone, or of all of them")
          }
          board.expect(
            try board.isOpen(meeting),
            "\(committee.given.name ?? committee.id.text), made up of board members, was closed on \(meeting.when) and no "
              + "resolution to exclude the public is recorded",
            kept: "\(committee.given.name ?? committee.id.text) met in public on \(meeting.when)")
        }
      }
    },
    examples: Examples(
      on: "2024-09-01",
      met: """
        seat audit group=board role=non-executive
        appointment ann from=2022-07-01 seat=audit person=ann
        group money name="Finance committee" sort=committee bodies=north competence=deciding
        seat money.chair group=money role=chair
        appointment ann.money from=2022-07-01 seat=money.chair person=ann
        meeting may group=money on=2024-05-20 open=yes
        complete board list=appointments
        complete money list=appointments
        """,
      finding: """
        seat audit group=board role=non-executive
        appointment ann from=2022-07-01 seat=audit person=ann
        group money name="Finance committee" sort=committee bodies=north competence=deciding
        seat money.chair group=money role=chair
        appointment ann.money from=2022-07-01 seat=money.chair person=ann
        meeting may group=money on=2024-05-20 open=no
        complete board list=appointments
        complete money list=appointments
        complete may list=decisions
        """,
      notApplicable: """
        seat audit group=board role=non-executive
        appointment ann from=2022-07-01 seat=audit person=ann
        group money name="Finance committee" sort=committee bodies=north competence=deciding
        seat money.chair group=money role=chair
        appointment bob.money from=2022-07-01 seat=money.chair person=bob
        meeting may group=money on=2024-05-20 open=no
        complete board list=appointments
        complete money list=appointments
        """))
}

extension Inquiry {
  /// Whether a meeting was open, or closed by a resolution to exclude the public.
  func isOpen(_ meeting: Held<Meeting>) throws(Unknown) -> Bool {
    if try meeting.open { return true }
    return try isResolved(meeting.given.resolution, at: meeting)
  }
}
