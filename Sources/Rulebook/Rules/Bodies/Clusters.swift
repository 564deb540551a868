internal import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  static let clusters = [clusterSeparate]

  /// Clustered boards may share leaders. What each must have of its own is a board, a register of interests, accounts
  /// and a constitution.
  static let clusterSeparate = Rule(
    "ICB.CLUSTER.SEPARATE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.exists() else { return }
      for cluster in board.clusters {
        for thing in [Shared.Thing.board, .register, .accounts, .constitution] {
          board.expect(
            try board.hasOwn(thing, in: cluster),
            "\(board.name(of: board.body)), in \(board.name(of: cluster)), does not have its own \(thing.called)",
            kept: "\(board.name(of: board.body)) has its own \(thing.called)")
        }
      }
    },
    examples: Examples(
      on: "2025-10-01",
      met: """
        body pair kind=icb-cluster name="The cluster" from=2025-10-01
        relation north type=member-of object=pair from=2025-10-01
        shared s1 cluster=pair board=north thing=board-record own=yes
        shared s2 cluster=pair board=north thing=register-of-interests own=yes
        shared s3 cluster=pair board=north thing=accounts own=yes
        shared s4 cluster=pair board=north thing=constitution own=yes
        shared s5 cluster=pair board=north thing=leaders own=no
        """,
      finding: """
        body pair kind=icb-cluster name="The cluster" from=2025-10-01
        shared s1 cluster=pair board=north thing=board-record own=no
        """,
      notApplicable: """
        body pair kind=icb-cluster name="The cluster" from=2025-04-01 until=2025-10-01
        shared s1 cluster=pair board=north thing=board-record own=no
        """))
}

extension Inquiry {
  /// The clusters the board is in on the day: those that exist, and that it has not left.
  fileprivate var clusters: [ID<Body>] {
    let register = governance.register
    let joined = register.relations(of: body, type: Relation.memberOf).map(\.fact.object)
    let shares = governance.rows(\Shared.board, naming: body).compactMap(\.given.cluster)
    return Set(joined + shares).filter { register.kind($0) == .cluster && register.exists($0) }.sorted()
  }

  /// Whether the board has its own of something in a cluster.
  fileprivate func hasOwn(_ thing: Shared.Thing, in cluster: ID<Body>) throws(Unknown) -> Bool {
    let row = governance.rows(\Shared.board, naming: body)
      .last { $0.given.thing == thing && $0.given.cluster == cluster }
    guard let row else {
      throw Unknown(
        kind: Shared.layout.name, subject: body.text,
        "whether \(name(of: body)) has its own \(thing.called)")
    }
    return try row.own
  }
}

extension Shared.Thing {
  /// What it is called.
  fileprivate var called: String {
    self == .board ? "record of its board" : rawValue.replacing("-", with: " ")
  }
}
