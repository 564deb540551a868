internal import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// Partnerships at place: their form, what it lets them do, and who answers for them.
  static let placePartnerships = [placeForm, placeAuthority, placeAgreement, placeAccount]

  static let placeForm = Rule(
    "PLACE.FORM", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      let arrangements = board.placeArrangements
      for place in board.tied(.placePartnership) where !arrangements.contains(where: { $0.given.place == place }) {
        board.expect(
          try board.isWhole([Held<PlaceArrangement>](), .places, of: board.body),
          "no form is recorded of the partnership \(board.name(of: place))")
      }
      for arrangement in arrangements {
        board.expect(
          try !arrangement.forms.isEmpty, "the partnership \(board.place(of: arrangement)) has no form",
          kept: "the form of \(board.place(of: arrangement)) is recorded")
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        body vale kind=place-partnership name=Vale
        relation vale type=part-of object=north
        place-arrangement vale.1 place=vale board=north forms=board-committee
        """,
      finding: """
        body vale kind=place-partnership name=Vale
        relation vale type=part-of object=north
        complete north list=places
        """,
      notApplicable: "body vale kind=place-partnership name=Vale"))

  static let placeAuthority = Rule(
    "PLACE.AUTHORITY", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for decision in board.decided(under: "PLACE.AUTHORITY") {
        board.attempt { () throws(Unknown) -> Void in
          guard let forms = try board.forms(deciding: decision) else { return }
          board.expect(
            forms != [.forum],
            "\(board.decider(of: decision)), a consultative forum, decided \(decision.called); a forum advises and "
              + "decides nothing",
            kept: "\(board.decider(of: decision)) has a form that can decide")
        }
      }
      for arrangement in board.placeArrangements {
        for form in arrangement.given.forms ?? [] { board.expectAuthority(for: form, in: arrangement) }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        body vale kind=place-partnership name=Vale
        function care title="Community services" holder=north
        group vale-committee name="Vale committee" sort=committee bodies=north place=vale competence=deciding commissions=yes
        seat vale.member group=vale-committee role=member
        appointment ann.vale from=2023-04-01 seat=vale.member person=ann chair-approved=2023-03-20
        authority vale.joint function=care sort=section-65z6 giver=north taker=vale-committee
        authority vale.director function=care sort=scheme giver=north taker=vale.member
        place-arrangement vale.1 place=vale board=north forms=board-committee;joint-committee;individual-with-authority;lead-provider authorities=vale.joint;vale.director contract="Vale community contract"
        decision d1 body=north on=2024-02-01 title="Beds at home" decider=vale-committee
        """,
      finding: """
        body vale kind=place-partnership name=Vale
        group vale-forum name="Vale forum" sort=consultative-forum bodies=north place=vale competence=advisory
        place-arrangement vale.1 place=vale board=north forms=consultative-forum
        decision d1 body=north on=2024-02-01 title="Beds at home" decider=vale-forum
        """,
      notApplicable: """
        body vale kind=place-partnership name=Vale
        place-arrangement vale.1 place=vale board=north forms=consultative-forum
        """))

  static let placeAgreement = Rule(
    "PLACE.AGREEMENT", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for arrangement in board.placeArrangements {
        for part in PlaceArrangement.AgreedPart.allCases {
          board.expect(
            try arrangement.agreed.contains(part),
            "nothing is agreed for \(board.place(of: arrangement)) about its \(part.words)",
            kept: "the partners of \(board.place(of: arrangement)) agreed its \(part.words)")
        }
        board.expect(
          try arrangement.partners.contains { board.governance.register.kind($0) == .council },
          "no council is a party to what is agreed for \(board.place(of: arrangement))")
        board.expect(
          try arrangement.partners.contains {
            [.integratedCareBoard, .nhsTrust].contains(board.governance.register.kind($0))
          },
          "no body of the health service is a party to what is agreed for \(board.place(of: arrangement))")
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        body vale kind=place-partnership name=Vale
        place-arrangement vale.1 place=vale board=north agreed=configuration;membership;decisions;leader;links partners=north;county;charity
        """,
      finding: """
        body vale kind=place-partnership name=Vale
        place-arrangement vale.1 place=vale board=north agreed=configuration;membership;leader partners=north;charity
        """,
      notApplicable: "body vale kind=place-partnership name=Vale"))

  static let placeAccount = Rule(
    "PLACE.ACCOUNT", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for arrangement in board.placeArrangements {
        board.expect(
          try arrangement.accountable == board.body,
          "\(arrangement.given.accountable.map { board.name(of: $0) } ?? "another body") and not the board is recorded as "
            + "accountable for the resources used in \(board.place(of: arrangement))",
          kept: "the board stays accountable for the resources used in \(board.place(of: arrangement))")
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        body vale kind=place-partnership name=Vale
        place-arrangement vale.1 place=vale board=north accountable=north
        """,
      finding: """
        body vale kind=place-partnership name=Vale
        place-arrangement vale.1 place=vale board=north accountable=county
        """,
      notApplicable: "body vale kind=place-partnership name=Vale"))
}

extension PlaceArrangement.AgreedPart {
  /// As a reader would say it.
  fileprivate var words: String {
    switch self {
    case .configuration: "configuration"
    case .membership: "membership"
    case .decisions: "decision arrangements"
    case .leader: "leader"
    case .links: "links to the partnership and the board"
    }
  }
}

extension Inquiry {
  /// How the places of the body are set up on the day.
  fileprivate var placeArrangements: [Held<PlaceArrangement>] {
    governance.rows(\PlaceArrangement.board, naming: body)
  }

  /// What the place of an arrangement is called.
  fileprivate func place(of arrangement: Held<PlaceArrangement>) -> String {
    arrangement.given.place.map { name(of: $0) } ?? arrangement.id.text
  }

  /// The forms a place acted in when it took a decision: that of the group that decided or, where the place itself is
  /// named, all it had on the day; nil where no place decided.
  fileprivate func forms(deciding decision: Held<Decision>) throws(Unknown) -> [PlaceArrangement.Form]? {
    let decider = try decision.decider
    let facts = facts(on: try decision.on)
    if let group = facts.row(Group.self, of: ID(decider)) {
      guard group.given.place != nil else { return nil }
      switch try group.sort {
      case .forum: return [.forum]
      case .joint, .inCommon: return [.joint]
      default: return [.committee]
      }
    }
    guard governance.register.kind(ID(decider)) == .placePartnership else { return nil }
    for arrangement in facts.rows(\PlaceArrangement.place, naming: decider) { return try arrangement.forms }
    throw Unknown(
      kind: PlaceArrangement.layout.name, subject: decider.text,
      "the form of \(name(of: decider)) on the day it decided")
  }

  /// Expects what a form of place needs in order to decide.
  fileprivate func expectAuthority(for form: PlaceArrangement.Form, in arrangement: Held<PlaceArrangement>) {
    let place = place(of: arrangement)
    switch form {
    case .forum: break
    case .committee: expectApprovedMembers(of: arrangement)
    case .joint:
      expect(
        try has(arrangement, anyOf: [.joint, .delegation, .section75]),
        "the joint committee of \(place) rests on no arrangement in force under section 65Z5, 65Z6 or 75",
        kept: "the joint committee of \(place) rests on an arrangement in force")
    case .individual:
      expect(
        try has(arrangement, anyOf: [.scheme]),
        "who decides alone in \(place) has no authority in force in the scheme of delegation",
        kept: "who decides alone in \(place) has an authority in the scheme")
    case .leadProvider:
      expect(
        try hasContract(arrangement), "the lead provider of \(place) has no contract",
        kept: "the lead provider of \(place) has a contract")
    }
  }

  private func expectApprovedMembers(of arrangement: Held<PlaceArrangement>) {
    for committee in groups(.committee, .subcommittee) where committee.given.place == arrangement.given.place {
      attempt { () throws(Unknown) -> Void in
        guard try commissions(committee) else { return }
        for member in members(of: committee.id) {
          expect(
            try isChairApproved(member),
            "the chair did not approve \(name(of: member)) as a member of \(committee.called), which may exercise "
              + "commissioning functions",
            kept: "the chair approved the members of \(committee.called)")
        }
      }
    }
  }

  /// Whether a lead provider's contract is named, or is among the authorities in force.
  private func hasContract(_ arrangement: Held<PlaceArrangement>) throws(Unknown) -> Bool {
    if arrangement.given.authorities == nil { return try !arrangement.contract.isEmpty }
    if arrangement.given.contract != nil { return true }
    return try has(arrangement, anyOf: [.contract])
  }

  /// Whether a place rests on an authority in force of one of these sorts.
  private func has(
    _ arrangement: Held<PlaceArrangement>, anyOf sorts: [Authority.Sort]
  ) throws(Unknown) -> Bool {
    for id in try arrangement.authorities {
      if let sort = governance.row(Authority.self, of: id)?.given.sort, sorts.contains(sort) { return true }
    }
    return false
  }
}
