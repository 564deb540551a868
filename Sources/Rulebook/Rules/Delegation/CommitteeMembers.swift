internal import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// Who may sit on a committee, and who lets them.
  static let committeeMembers = [outsiders, chairApprovesMembers, independentMembers]

  static let outsiders = Rule(
    "ICB.COM.NONMEMBERS", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for committee in board.ownCommittees {
        for member in board.members(of: committee.id) {
          board.attempt { () throws(Unknown) -> Void in
            let person = try member.person
            guard try !board.isInsider(person) else { return }
            board.expect(
              try board.maySit(person),
              "\(board.name(of: member)), a member of \(committee.called), is neither a member nor an employee of the "
                + "board, and no clause of the constitution provides for that",
              kept: "the constitution lets outsiders sit on committees, as on \(committee.called)")
          }
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        group care name="Primary care committee" sort=committee bodies=north
        seat care.member group=care role=member
        appointment ann.care seat=care.member person=ann
        clause c4-6 body=north setting=outsiders value=yes
        """,
      finding: """
        group care name="Primary care committee" sort=committee bodies=north
        seat care.member group=care role=member
        appointment ann.care seat=care.member person=ann
        complete board list=appointments
        complete ann list=engagements
        complete north list=clauses
        """,
      notApplicable: """
        group care name="Primary care committee" sort=committee bodies=north
        seat care.member group=care role=member
        seat care.observer group=care role=observer
        appointment ann.care seat=care.member person=ann
        engagement ann.north person=ann body=north capacity=employee
        appointment bob.care seat=care.observer person=bob
        """))

  static let chairApprovesMembers = Rule(
    "ICB.COM.COMM.CHAIRAPPROVAL", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for committee in board.ownCommittees {
        board.attempt { () throws(Unknown) -> Void in
          guard try board.commissions(committee) else { return }
          for member in board.members(of: committee.id) {
            board.expect(
              try board.isChairApproved(member),
              "the chair of the board did not approve \(board.name(of: member)) as a member of "
                + "\(committee.called), which may exercise commissioning functions, before the appointment began",
              kept: "the chair approved the members of \(committee.called)")
          }
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        group care name="Primary care committee" sort=committee bodies=north commissions=yes
        seat care.member group=care role=member
        appointment ann.care from=2023-04-01 seat=care.member person=ann chair-approved=2023-03-20
        """,
      finding: """
        group care name="Primary care committee" sort=committee bodies=north commissions=yes
        seat care.member group=care role=member
        appointment ann.care from=2023-04-01 seat=care.member person=ann appointer=board approver=board
        """,
      notApplicable: """
        group care name="Primary care committee" sort=committee bodies=north commissions=no
        seat care.member group=care role=member
        appointment ann.care from=2023-04-01 seat=care.member person=ann appointer=board approver=board
        """))

  static let independentMembers = Rule(
    "ICB.COM.COMM.PRIVATE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for committee in board.ownCommittees {
        board.attempt { () throws(Unknown) -> Void in
          guard try board.commissions(committee) else { return }
          board.expect(
            try board.allows(.committeeIndependence),
            "the constitution does not keep the chair from approving members of \(committee.called) who could "
              + "reasonably be seen as undermining the independence of the health service")
          for member in board.members(of: committee.id) {
            board.expect(
              try !board.isSeenAsUndermining(member),
              "\(board.name(of: member)) was approved for \(committee.called) although recorded as "
                + "reasonably seen to undermine the independence of the health service",
              kept: "nobody so seen sits on \(committee.called)")
          }
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        group care name="Primary care committee" sort=committee bodies=north commissions=yes
        seat care.member group=care role=member
        appointment ann.care seat=care.member person=ann undermining=no
        interest ann.1 person=ann body=north sort=financial counterparty=company private-provider=yes
        clause c4-7 body=north setting=committee-independence value=yes
        """,
      finding: """
        group care name="Primary care committee" sort=committee bodies=north commissions=yes
        seat care.member group=care role=member
        appointment ann.care seat=care.member person=ann undermining=yes
        clause c4-7 body=north setting=committee-independence value=no
        """,
      notApplicable: "group care name=\"Primary care committee\" sort=committee bodies=north commissions=no"))
}

extension Inquiry {
  /// The committees and sub-committees that are the body's own. A joint committee has members of several bodies, and
  /// whether the rules on committees reach it the law leaves open, so it is left out.
  fileprivate var ownCommittees: [Held<Group>] { groups(.audit, .remuneration, .committee, .subcommittee, .quality) }

  /// Whether a committee may exercise commissioning functions. Of audit, pay and quality it is taken not to unless it
  /// is said to.
  func commissions(_ committee: Held<Group>) throws(Unknown) -> Bool {
    guard [.committee, .subcommittee].contains(committee.given.sort) else {
      return committee.given.commissions ?? false
    }
    return try committee.commissions
  }

  /// Whether a person is recorded as a member of the board, employed by the body or seconded to it.
  fileprivate func isInsider(_ person: ID<Person>) throws(Unknown) -> Bool {
    let staff: [Engagement.Capacity] = [.employee, .secondee, .chiefExecutive]
    for held in governance.rows(\Engagement.person, naming: person) where held.given.body == body {
      if staff.contains(try held.capacity) { return true }
    }
    return try boardRoles(recordedOf: person).contains { ![.observer, .participant, .secretary].contains($0) }
  }

  /// Whether a person who is not recorded as an insider may sit on a committee: the constitution lets outsiders, or
  /// the person is none. That somebody is an outsider is known only where the lists that would say so are complete.
  fileprivate func maySit(_ person: ID<Person>) throws(Unknown) -> Bool {
    if try allows(.outsiders) { return true }
    guard try boardRoles(of: person).isEmpty else { return true }
    try governance.complete(.engagements, of: person)
    return false
  }

  /// Whether the chair considers a member reasonably seen as undermining the independence of the health service. Who
  /// has an interest in a private provider needs a recorded view.
  fileprivate func isSeenAsUndermining(_ member: Held<Appointment>) throws(Unknown) -> Bool {
    let person = try member.person
    let isPrivate =
      governance.rows(\Interest.person, naming: person).contains { $0.given.privateProvider == true }
      || governance.rows(\Engagement.person, naming: person).contains { held in
        held.given.body.flatMap(governance.register.kind) == .independentProvider
      }
    return isPrivate ? try member.undermining : member.given.undermining ?? false
  }
}
