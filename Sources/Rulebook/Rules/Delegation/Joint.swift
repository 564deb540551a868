internal import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// Functions that bodies exercise together.
  static let jointExercise = [jointCommittees]

  static let jointCommittees = Rule(
    "DEL.65Z6.JOINT", of: .integratedCareBoard, .nhsTrust,
    check: { board throws(Unknown) in
      for committee in board.groups(.joint) {
        board.attempt { () throws(Unknown) -> Void in
          for party in try committee.bodies {
            board.expect(
              try board.mayShare(party),
              "\(board.name(of: party)), a party to \(committee.called), is a \(board.kind(of: party)), which may not "
                + "be party to a joint committee",
              kept: "\(board.name(of: party)) may be party to \(committee.called)")
            board.expect(
              try board.isInForce(from: party, to: committee, on: board.day),
              "no arrangement is in force on the day by which \(board.name(of: party)) lets \(committee.called) "
                + "exercise a function",
              kept: "an arrangement between \(board.name(of: party)) and \(committee.called) is in force")
          }
        }
        for authority in board.governance.rows(\Authority.taker, naming: committee.id)
        where authority.given.sort == .joint {
          board.attempt { () throws(Unknown) -> Void in
            guard let function = board.governance.row(Function.self, of: try authority.function) else {
              throw Unknown(
                kind: Function.layout.name, subject: try authority.function.text,
                "the function \(committee.called) exercises")
            }
            board.expect(
              try function.jointly,
              "‘\(function.given.title ?? function.id.text)’ may not be exercised jointly, and \(committee.called) "
                + "exercises it")
          }
        }
      }
      for decision in board.decided(under: "DEL.65Z6.JOINT") {
        board.attempt { () throws(Unknown) -> Void in
          let on = try decision.on
          guard let decider = decision.given.decider,
            let committee = board.facts(on: on).row(Group.self, of: ID(decider)), committee.given.sort == .joint
          else { return }
          for party in try committee.bodies {
            board.expect(
              try board.isInForce(from: party, to: committee, on: on),
              "\(committee.called) decided \(decision.called) on \(on.written), when no arrangement with "
                + "\(board.name(of: party)) was in force",
              kept: "\(committee.called) decided \(decision.called) by arrangements in force")
          }
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        function care title="Community services" holder=north jointly=yes
        group harbour name="Harbour joint committee" sort=joint-committee bodies=north;acute
        authority care.1 from=2023-04-01 function=care sort=section-65z6 giver=north taker=harbour
        authority care.2 from=2023-04-01 function=care sort=section-65z6 giver=acute taker=harbour
        decision d1 body=north on=2024-01-10 title="Beds at home" decider=harbour
        """,
      finding: """
        function care title="Community services" holder=north jointly=yes
        group harbour name="Harbour joint committee" sort=joint-committee bodies=north;acute
        authority care.1 from=2023-04-01 function=care sort=section-65z6 giver=north taker=harbour
        authority care.2 from=2023-04-01 until=2024-01-01 function=care sort=section-65z6 giver=acute taker=harbour
        decision d1 body=north on=2024-01-10 title="Beds at home" decider=harbour
        """,
      notApplicable: """
        group harbour name="Harbour forum" sort=consultative-forum bodies=north;acute
        """))
}

extension Inquiry {
  /// Whether an arrangement lets a joint committee exercise a function of a body on a day. That none was ever made is
  /// known only where the list of the committee's authorities is complete; that one has run out says itself.
  fileprivate func isInForce(
    from party: ID<Body>, to committee: Held<Group>, on day: Day
  ) throws(Unknown) -> Bool {
    var made: [Held<Authority>] = []
    for authority in governance.calendar(\Authority.taker, naming: committee.id)
    where [.joint, .section75, .delegation].contains(authority.given.sort) {
      let givers = try bodies(behind: authority.giver)
      if givers == [party] || authority.given.parties?.contains(party) ?? false { made.append(authority) }
    }
    if made.contains(where: { $0.period.surelyContains(day) }) { return true }
    if !made.contains(where: { $0.end.map { $0 <= day } ?? false }) {
      try governance.complete(.authorities, of: committee.id)
    }
    return false
  }
}
