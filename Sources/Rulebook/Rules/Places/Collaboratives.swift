internal import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// Provider collaboratives and the voluntary sector.
  static let collaboratives = [trustsInCollaboratives, collaborativesAndBoard, voluntaryAgreement]

  static let trustsInCollaboratives = Rule(
    "COLLAB.TRUSTS", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for trust in board.tied(.nhsTrust) {
        board.attempt { () throws(Unknown) -> Void in
          let roles = board.roles(of: trust)
          guard !roles.isEmpty else {
            throw Unknown(
              kind: Role.kind.name, subject: trust.text,
              "whether \(board.name(of: trust)) is acute or for mental health")
          }
          guard !Set(roles).isDisjoint(with: ["acute", "mental-health"]) else { return }
          let members = board.collaboratives(of: trust).map { board.trusts(in: $0) }
          try board.governance.complete(.collaboratives, of: board.body)
          board.expect(
            !members.isEmpty, "\(board.name(of: trust)) is in no provider collaborative",
            kept: "\(board.name(of: trust)) is in a provider collaborative")
          guard !members.isEmpty else { return }
          board.expect(
            members.contains { $0.count > 1 },
            "\(board.name(of: trust)) is the only trust in its provider collaborative")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        role acute role=acute
        role minds role=mental-health
        relation acute type=part-of object=north
        body together kind=provider-collaborative name=Together
        relation acute type=member-of object=together
        relation minds type=member-of object=together
        complete north list=collaboratives
        """,
      finding: """
        role acute role=acute
        relation acute type=part-of object=north
        complete north list=collaboratives
        """,
      notApplicable: """
        role acute role=ambulance
        relation acute type=part-of object=north
        """))

  static let collaborativesAndBoard = Rule(
    "COLLAB.ICBLINK", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      var seen: Set<Collaborative> = []
      for collaborative in board.tied(.nhsTrust).flatMap({ board.collaboratives(of: $0) })
      where seen.insert(collaborative).inserted {
        let links = board.agreements(.collaborativeAndBoard).filter { link in
          board.parties(to: link).contains { board.isPart($0, of: collaborative) }
        }
        let name = board.name(of: collaborative)
        board.expect(
          try board.isWhole(links, .agreements, of: board.body),
          "the board has no agreement with \(name) about how they work together",
          kept: "the board has an agreement with \(name)")
        for link in links {
          board.expect(
            try !link.objectives.isEmpty, "the agreement of the board with \(name) sets no objectives",
            kept: "the agreement with \(name) sets objectives")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        relation acute type=part-of object=north
        body together kind=provider-collaborative name=Together
        relation acute type=member-of object=together
        agreement a1 sort=collaborative-and-board parties=north;together objectives="shorter waits"
        """,
      finding: """
        relation acute type=part-of object=north
        body together kind=provider-collaborative name=Together
        relation acute type=member-of object=together
        complete north list=agreements
        """,
      notApplicable: "relation acute type=part-of object=north"))

  static let voluntaryAgreement = Rule(
    "VCSE.AGREEMENT", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.exists() else { return }
      let agreements = board.agreements(.voluntary)
      board.expect(
        try board.isWhole(agreements, .agreements, of: board.body),
        "the board has no formal agreement with the voluntary sector",
        kept: agreements.contains { $0.given.allianceBased == true }
          ? "the board has an agreement with an alliance of the voluntary sector"
          : "the board has an agreement with the voluntary sector")
      for agreement in agreements {
        board.expect(
          try agreement.signed <= board.day,
          "the agreement with the voluntary sector is to be signed only on \(agreement.given.signed?.written ?? "")",
          kept: "the agreement with the voluntary sector is signed")
      }
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        agreement a1 sort=voluntary-sector parties=south;charity signed=2022-09-01
        """,
      finding: """
        body south kind=icb from=2022-07-01
        complete south list=agreements
        """,
      notApplicable: "body south kind=icb from=2022-07-01 until=2024-04-01"))
}

/// A provider collaborative: a body that trusts are members of, or an agreement between trusts.
private enum Collaborative: Hashable {
  case body(ID<Body>)
  case agreement(ID<Agreement>)
}

extension Inquiry {
  /// The agreements of a sort in force on the day to which the body is party.
  fileprivate func agreements(_ sort: Agreement.Sort) -> [Held<Agreement>] {
    governance.rows(\Agreement.parties, naming: body).filter { $0.given.sort == sort }
  }

  fileprivate func parties(to agreement: Held<Agreement>) -> [ID<Body>] { agreement.given.parties ?? [] }

  /// The provider collaboratives a trust is in on the day.
  fileprivate func collaboratives(of trust: ID<Body>) -> [Collaborative] {
    let register = governance.register
    let bodies = register.relations(of: trust, type: Relation.memberOf).map(\.fact.object)
      .filter { register.kind($0) == .providerCollaborative }.sorted()
    let agreements = governance.rows(\Agreement.parties, naming: trust).filter { $0.given.sort == .collaborative }
      .filter { agreement in !bodies.contains { parties(to: agreement).contains($0) } }
    return bodies.map { .body($0) } + agreements.map { .agreement($0.id) }
  }

  /// The trusts in a collaborative.
  fileprivate func trusts(in collaborative: Collaborative) -> Set<ID<Body>> {
    let register = governance.register
    let members: [ID<Body>]
    switch collaborative {
    case .body(let body): members = register.relations(to: body, type: Relation.memberOf).map(\.fact.subject)
    case .agreement(let id): members = governance.row(Agreement.self, of: id).map { parties(to: $0) } ?? []
    }
    return Set(members.filter { register.kind($0) == .nhsTrust })
  }

  /// Whether a party to an agreement is a collaborative or, where that is an agreement alone, one of its trusts.
  fileprivate func isPart(_ party: ID<Body>, of collaborative: Collaborative) -> Bool {
    switch collaborative {
    case .body(let body): party == body
    case .agreement: trusts(in: collaborative).contains(party)
    }
  }

  /// What a collaborative is called.
  fileprivate func name(of collaborative: Collaborative) -> String {
    switch collaborative {
    case .body(let body): name(of: body)
    case .agreement(let id): governance.row(Agreement.self, of: id)?.given.title ?? id.text
    }
  }
}
