import Governance
import Register
import Vocabulary

extension Rule {
  /// Who must be there, who votes, and what happens between meetings: by the body's own constitution.
  static let meetingsDeciding = [quorumPerItem, votesOfMembers, deputiesDoNotVote, urgentReported]

  static let quorumPerItem = Rule(
    "MTG.QUORUM", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for (group, meeting) in board.meetings() {
        for item in board.items(of: meeting)
        where !board.governance.history(\Decision.item, naming: item.id).isEmpty {
          board.attempt { () throws(Unknown) -> Void in
            let quorum = try board.quorum(of: group, on: try meeting.on)
            try board.governance.complete(.attendance, of: meeting.id)
            let wanting = quorum.wanting(try board.present(for: item, of: meeting, group: group))
            board.expect(
              wanting.isEmpty,
              "\(item.named(at: meeting)) was decided without a quorum: \(wanting.joined(separator: "; "))",
              kept: "there was a quorum for \(item.named(at: meeting))")
          }
        }
      }
    },
    examples: Examples(
      on: "2024-09-01",
      met: """
        clause quorum body=north setting=quorum value="2 with chair/deputy-chair, partner"
        seat chair group=board role=chair
        seat trust group=board role=partner-trust
        meeting may group=board on=2024-05-20
        item scans meeting=may number=4 title=Scans
        decision scans.award body=north on=2024-05-20 title="Award scans" item=scans
        attendance ann.may meeting=may person=ann capacity=member seat=chair
        attendance tom.may meeting=may person=tom capacity=member seat=trust
        complete may list=attendance
        """,
      finding: """
        clause quorum body=north setting=quorum value="2 with chair/deputy-chair, partner"
        seat chair group=board role=chair
        seat trust group=board role=partner-trust
        meeting may group=board on=2024-05-20
        item scans meeting=may number=4 title=Scans
        decision scans.award body=north on=2024-05-20 title="Award scans" item=scans
        attendance ann.may meeting=may person=ann capacity=member seat=chair
        attendance tom.may meeting=may person=tom capacity=member seat=trust
        conflict tom.scans item=scans person=tom handling=withdrew
        complete may list=attendance
        """,
      notApplicable: """
        meeting may group=board on=2024-05-20
        item scans meeting=may number=4 title=Scans
        """))

  /// Deputies are a matter of the next rule. A tie is looked at where a clause gives who presides a casting vote.
  static let votesOfMembers = Rule(
    "MTG.VOTE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for decision in board.decisions {
        let votes = board.votes(on: decision)
        for vote in votes where vote.given.capacity != .deputy {
          board.expect(
            try vote.capacity == .member,
            "somebody who is not a member voted on “\(decision.given.title ?? decision.id.text)”",
            kept: "only members voted on “\(decision.given.title ?? decision.id.text)”")
        }
        let ordinary = votes.filter { $0.given.way != .casting }.compactMap { $0.given.person }
        guard !votes.isEmpty else { continue }
        board.expect(
          Set(ordinary).count == ordinary.count,
          "somebody voted twice on “\(decision.given.title ?? decision.id.text)”")
        guard board.isTied(votes), let (group, meeting) = board.sitting(of: decision),
          let clause = board.clause(.castingVote, for: group, on: decision.given.on ?? board.day)
        else { continue }
        board.attempt { () throws(Unknown) -> Void in
          guard try clause.value == Bool.yes else { return }
          try board.governance.complete(.votes, of: decision.id)
          board.expect(
            try board.isBroken(votes, at: meeting),
            "the votes on “\(decision.given.title ?? decision.id.text)” were equal and who presided cast no vote to decide",
            kept: "who presided decided “\(decision.given.title ?? decision.id.text)” by a casting vote")
        }
      }
    },
    examples: Examples(
      on: "2024-09-01",
      met: """
        clause casting body=north setting=casting-vote value=yes
        meeting may group=board on=2024-05-20
        item scans meeting=may number=4 title=Scans
        decision scans.award body=north on=2024-05-20 title="Award scans" item=scans
        attendance ann.may meeting=may person=ann capacity=member presiding=yes
        vote ann.vote decision=scans.award person=ann way=for capacity=member
        vote tom.vote decision=scans.award person=tom way=against capacity=member
        vote ann.casting decision=scans.award person=ann way=casting capacity=member
        complete scans.award list=votes
        """,
      finding: """
        meeting may group=board on=2024-05-20
        item scans meeting=may number=4 title=Scans
        decision scans.award body=north on=2024-05-20 title="Award scans" item=scans
        vote ann.vote decision=scans.award person=ann way=for capacity=attendee
        """,
      notApplicable: """
        decision scans.award body=north on=2024-05-20 title="Award scans"
        """))

  /// Deputies do not vote unless the constitution says so.
  static let deputiesDoNotVote = Rule(
    "MTG.DEPUTIES", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for decision in board.decisions {
        for vote in board.votes(on: decision) where vote.given.capacity == .deputy {
          board.expect(
            try board.deputiesVote(on: decision),
            "a deputy, \(vote.given.person.map(board.name(of:)) ?? ""), voted on "
              + "“\(decision.given.title ?? decision.id.text)”, and no clause lets deputies vote",
            kept: "a clause lets deputies vote")
        }
      }
    },
    examples: Examples(
      on: "2024-09-01",
      met: """
        clause deputies body=north setting=deputies-vote value=yes
        meeting may group=board on=2024-05-20
        item scans meeting=may number=4 title=Scans
        decision scans.award body=north on=2024-05-20 title="Award scans" item=scans
        vote tom.vote decision=scans.award person=tom way=for capacity=deputy
        """,
      finding: """
        meeting may group=board on=2024-05-20
        item scans meeting=may number=4 title=Scans
        decision scans.award body=north on=2024-05-20 title="Award scans" item=scans
        vote tom.vote decision=scans.award person=tom way=for capacity=deputy
        complete north list=clauses
        """,
      notApplicable: """
        decision scans.award body=north on=2024-05-20 title="Award scans"
        vote tom.vote decision=scans.award person=tom way=for capacity=member
        """))

  /// Applied where the body's own constitution gives urgent powers.
  static let urgentReported = Rule(
    "MTG.URGENT", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for decision in board.decisions where decision.given.urgent == true {
        board.attempt { () throws(Unknown) -> Void in
          let taken = try decision.on
          guard board.clauses(.urgentPowers).contains(where: { $0.period.surelyContains(taken) }) else {
            return board.exempt("the body has no rule of its own on urgent powers")
          }
          for group in board.everyBoard { try board.governance.complete(.meetings, of: group.id) }
          let later = board.meetings(of: .board).map(\.meeting).filter { $0.given.on.map { $0 > taken } ?? false }
          guard let next = later.first else { return board.exempt("the board has not met since") }
          let title = decision.given.title ?? decision.id.text
          board.expect(
            try decision.reported == next.id,
            "the urgent decision “\(title)” was not reported to the next meeting of the board, on \(next.when)",
            kept: "the urgent decision “\(title)” was reported to the next meeting of the board")
          board.expect(
            try decision.auditSaw <= board.day, "the audit committee has not yet seen the urgent decision “\(title)”")
        }
      }
    },
    examples: Examples(
      on: "2024-09-01",
      met: """
        clause urgent body=north setting=urgent-powers value="chair and chief executive"
        decision beds body=north on=2024-05-01 title="Open beds" urgent=yes reported=may audit-saw=2024-06-10
        meeting may group=board on=2024-05-20
        meeting july group=board on=2024-07-15
        complete board list=meetings
        """,
      finding: """
        clause urgent body=north setting=urgent-powers value="chair and chief executive"
        decision beds body=north on=2024-05-01 title="Open beds" urgent=yes reported=july audit-saw=2024-06-10
        meeting may group=board on=2024-05-20
        meeting july group=board on=2024-07-15
        complete board list=meetings
        """,
      notApplicable: "decision beds body=north on=2024-05-01 title=\"Open beds\" urgent=yes"))
}

extension Inquiry {
  /// Whether as many voted for as against, and somebody voted.
  func isTied(_ votes: [Held<Vote>]) -> Bool {
    let count = { (way: Vote.Way) in votes.count { $0.given.way == way } }
    return count(.for) > 0 && count(.for) == count(.against)
  }

  /// Whether a casting vote was given by who presided.
  func isBroken(_ votes: [Held<Vote>], at meeting: Held<Meeting>) throws(Unknown) -> Bool {
    for vote in votes where vote.given.way == .casting {
      for one in governance.history(\Attendance.meeting, naming: meeting.id)
      where one.given.person == vote.given.person {
        if try one.presiding { return true }
      }
    }
    return false
  }

  /// Whether a clause lets deputies vote where a decision was taken. That none does is known only where the clauses of
  /// the body are complete.
  func deputiesVote(on decision: Held<Decision>) throws(Unknown) -> Bool {
    let date = try decision.on
    if let (group, _) = sitting(of: decision), let clause = clause(.deputiesVote, for: group, on: date) {
      return try clause.value == Bool.yes
    }
    try governance.complete(.clauses, of: body)
    return false
  }
}
