import Governance
import Register
import Testing
import Vocabulary

@testable import Rulebook

/// Scenario 11 of the rulebook, the part on clusters: two boards share a chair, a list of members and a register.
@Suite("A cluster of boards, from end to end")
struct ScenariosClusterTests {
  static let cluster = """
    body pair kind=icb-cluster name="The cluster" from=2025-10-01
    relation north type=member-of object=pair
    relation east type=member-of object=pair
    group east.board name="The board of East" sort=board bodies=east
    seat north.chair group=board role=chair
    seat east.chair group=east.board role=chair
    appointment ann.north from=2025-10-01 seat=north.chair person=ann appointer=national.nhs-england \
    approver=national.secretary-of-state approved=2025-09-01
    appointment ann.east from=2025-10-01 seat=east.chair person=ann appointer=national.nhs-england \
    approver=national.secretary-of-state approved=2025-09-01
    shared n1 cluster=pair board=north thing=board-record own=no
    shared n2 cluster=pair board=north thing=register-of-interests own=no
    shared n3 cluster=pair board=north thing=accounts own=yes
    shared e1 cluster=pair board=east thing=board-record own=no
    shared e2 cluster=pair board=east thing=register-of-interests own=no
    shared e3 cluster=pair board=east thing=accounts own=yes
    shared e4 cluster=pair board=east thing=leaders own=no
    """

  @Test("The shared list and register are found for each board, the shared chair and the own accounts are not")
  func shared() throws {
    for board in ["north", "east"] {
      let scenario = try Scenario(ScenariosClusterTests.cluster, on: "2025-10-01", of: board)
      #expect(scenario.findings(in: .bodies, .duties, .plans) == ["ICB.CLUSTER.SEPARATE"])
      let verdict = try scenario.ask("ICB.CLUSTER.SEPARATE")
      #expect(verdict.findings.count == 2)
      #expect(verdict.findings.contains { $0.contains("record of its board") })
      #expect(verdict.findings.contains { $0.contains("register of interests") })
      #expect(verdict.missing.map(\.what).contains { $0.contains("its own constitution") })
      #expect(try scenario.ask("ICB.BOARD.CHAIR.APPROVAL").result == .met)
    }
  }

  @Test("A cluster that has ended is silent, though its rows are still there")
  func ended() throws {
    let text = ScenariosClusterTests.cluster.replacing(
      "from=2025-10-01\nrelation north", with: "from=2025-04-01 until=2025-10-01\nrelation north")
    #expect(try Scenario(text, on: "2025-10-01").ask("ICB.CLUSTER.SEPARATE").result == .notApplicable)
    #expect(try Scenario(text, on: "2025-09-30").ask("ICB.CLUSTER.SEPARATE").result == .finding)
  }
}
