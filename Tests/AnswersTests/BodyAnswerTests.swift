import Chronicle
import Register
import Testing
import Vocabulary

@testable import Answers

@Suite struct BodyAnswerTests {
  @Test func aBoardsPage() throws {
    let page = try #require(BodyAnswer(try body("icb.frimley"), in: shipped("2025-01-01")))
    #expect(page.state == .existing)
    #expect(page.law?.canOwnDecision == true)
    #expect(page.upward.map(\.id) == ["ics.frimley", "region.south-east"])
    #expect(page.parts.map(\.kind) == [.subICBLocation])
    #expect(page.sectors.map(\.sector) == Sector.allCases)
    #expect(page.sectors.map(\.written).suffix(2) == ["none recorded", "none recorded"])
    #expect(page.councils.contains { $0.name == "Hart" && $0.share < 1 })
    #expect(page.councilsSentence == "Its area covers three upper-tier councils and parts of two more.")
    #expect(page.next.count == 3)
    #expect(page.nextChange == "2026-04-01")
    #expect(page.sources.contains { $0.id == "ods-icb-mergers-2026" })
  }

  @Test func anEndedBoardIsShownAsItLastStood() throws {
    let page = try #require(BodyAnswer(try body("icb.frimley"), in: shipped("2026-11-21")))
    #expect(page.shownOn == "2026-03-31")
    #expect(page.upward.map(\.id) == ["ics.frimley", "region.south-east"])
    #expect(page.body.codes.map(\.code) == ["QNQ", "E54000034"])
    #expect(page.next.isEmpty)
  }

  @Test func aPartnershipCannotOwnADecision() throws {
    for id in ["icp.frimley", "ics.frimley", "stp.frimley", "place.bassetlaw", "cluster.dln"] {
      let page = try #require(BodyAnswer(try body(id), in: shipped("2022-07-01")))
      #expect(page.law?.canOwnDecision == false, "\(id)")
    }
  }

  @Test func aClusterNamesTheOthersAndNeverAddsThem() throws {
    let page = try #require(BodyAnswer(try body("icb.lincolnshire"), in: shipped("2026-11-21")))
    #expect(page.clusters.map(\.tie.id) == ["cluster.dln"])
    #expect(
      page.clusters.first?.others.map(\.shortName) == [
        "Derby and Derbyshire", "Nottingham and Nottinghamshire",
      ])
  }

  @Test func fivePlacesBecomeFour() throws {
    let before = try #require(
      BodyAnswer(try body("stp.south-yorkshire-and-bassetlaw"), in: shipped("2022-06-30")))
    let after = try #require(BodyAnswer(try body("ics.south-yorkshire"), in: shipped("2022-07-01")))
    #expect(before.parts.first { $0.kind == .placePartnership }?.count == 5)
    #expect(after.parts.first { $0.kind == .placePartnership }?.count == 4)
  }

  @Test func aPlannedSuccessionIsMarked() throws {
    let archive = try Shipped.with(
      "body-1\t2027-04-01\t\tpublic\treported\tbrief-001\ticb.planned\ticb",
      "name-1\t2027-04-01\t\tpublic\treported\tbrief-001\ticb.planned\tPlanned Board\tofficial",
      "succession-1\t2027-04-01\t\tpublic\treported\tbrief-001\ticb.devon\tmerge\ticb.planned\tproposed\t\t")
    let page = try #require(BodyAnswer(try body("icb.devon"), in: .init(archive, trueOn: day("2026-11-21"))))
    #expect(page.next.map(\.planned) == [true])
    #expect(page.next.first?.mark == .planned)
  }
}
