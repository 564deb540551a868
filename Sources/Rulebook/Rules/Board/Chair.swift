import Governance
import Register
import Vocabulary

extension Rule {
  /// The chair: who appoints, approves and removes, and what else the chair may be.
  static let chair = [chairApproval, chairRemoval, chairIndependence, chairNoCouncillor]

  static let chairApproval = Rule(
    "ICB.BOARD.CHAIR.APPROVAL", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for chair in board.appointments(to: .chair) {
        board.expect(
          try chair.appointer.isNHSEngland,
          "the chair who took office on \(chair.began) was not appointed by NHS England",
          kept: "NHS England appointed the chair who took office on \(chair.began)")
        board.expect(
          try chair.approver.isSecretaryOfState,
          "the Secretary of State did not approve the chair who took office on \(chair.began)")
        board.expect(
          try chair.approved <= chair.start,
          "the approval of the chair who took office on \(chair.began) came after that day")
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        seat chair group=board role=chair
        appointment ann from=2022-07-01 seat=chair person=ann appointer=national.nhs-england approver=national.secretary-of-state approved=2022-05-20
        """,
      finding: """
        seat chair group=board role=chair
        appointment ann from=2024-02-01 seat=chair person=ann appointer=board approver=national.secretary-of-state approved=2024-03-01
        """,
      notApplicable: "seat chair group=board role=chair"))

  static let chairRemoval = Rule(
    "ICB.BOARD.CHAIR.REMOVE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for chair in board.appointed(where: { $0 == .chair }) {
        guard let end = chair.held.end, end <= board.day else { continue }
        board.attempt { () throws(Unknown) in
          guard try chair.held.ending == .removed else { return }
          board.expect(
            try chair.held.removedBy.isNHSEngland,
            "\(chair.called) was removed on \(end.written), and not by NHS England",
            kept: "NHS England removed \(chair.called)")
          board.expect(
            try chair.held.removalApprover.isSecretaryOfState,
            "the Secretary of State did not approve the removal of \(chair.called)")
        }
      }
      if board.clause(.chairRemoval) != nil {
        board.expect(
          try board.settled(.chairRemoval, as: ID<Holder>.self).isNHSEngland,
          "a clause of the constitution gives the power to remove the chair to someone other than NHS England")
      }
    },
    examples: Examples(
      on: "2024-10-01",
      met: """
        clause removal body=north setting=chair-removal value=national.nhs-england
        seat chair group=board role=chair
        appointment ann from=2022-07-01 until=2024-09-01 seat=chair person=ann ending=removed \
        removed-by=national.nhs-england removal-approver=national.secretary-of-state
        """,
      finding: """
        seat chair group=board role=chair
        appointment ann from=2022-07-01 until=2024-09-01 seat=chair person=ann ending=removed removed-by=board
        """,
      notApplicable: """
        seat chair group=board role=chair
        appointment ann from=2022-07-01 until=2024-09-01 seat=chair person=ann ending=resigned
        """))

  static let chairIndependence = Rule(
    "ICB.BOARD.CHAIR.INDEP", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for chair in try board.members().with(.chair) {
        let posts = try board.localPosts(of: chair.person)
        board.expect(
          posts.isEmpty,
          "\(chair.called) has a post or office at \(board.names(of: posts.compactMap(\.given.body)))",
          kept: "\(chair.called) has no post at another organisation of health or care of the area")
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        complete north list=councils
        seat chair group=board role=chair
        appointment ann from=2022-07-01 seat=chair person=ann
        complete ann list=engagements
        engagement ann.city from=2023-05-04 person=ann body=city capacity=councillor
        """,
      finding: """
        relation acute type=serves object=north
        seat chair group=board role=chair
        appointment ann from=2022-07-01 seat=chair person=ann
        complete ann list=engagements
        engagement ann.acute from=2023-05-04 person=ann body=acute capacity=non-executive
        """,
      notApplicable: "seat chair group=board role=chair"))

  /// A councillor is no reason by itself: what counts is whether the council has social care in the area.
  static let chairNoCouncillor = Rule(
    "ICB.BOARD.CHAIR.NOTCLLR", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for chair in try board.members().with(.chair) {
        var local: [ID<Body>] = []
        var other: [ID<Body>] = []
        for office in try board.allPosts(of: chair.person) where office.given.capacity == .councillor {
          let council = try office.body
          if try board.isLocalCare(council) { local.append(council) } else { other.append(council) }
        }
        board.expect(
          local.isEmpty,
          "\(chair.called) is a councillor of \(board.names(of: local)), which has social care in the area",
          kept: other.isEmpty
            ? "\(chair.called) is no councillor"
            : "\(chair.called) is a councillor of \(board.names(of: other)), which has no social care in the area")
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        complete north list=councils
        seat chair group=board role=chair
        appointment ann from=2022-07-01 seat=chair person=ann
        complete ann list=engagements
        engagement ann.city from=2023-05-04 person=ann body=city capacity=councillor
        """,
      finding: """
        relation county type=serves object=north
        role county role=social-care
        seat chair group=board role=chair
        appointment ann from=2022-07-01 seat=chair person=ann
        complete ann list=engagements
        engagement ann.county from=2021-05-06 person=ann body=county capacity=councillor
        """,
      notApplicable: "seat chair group=board role=chair"))
}
