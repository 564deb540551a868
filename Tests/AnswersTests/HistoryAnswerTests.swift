import Register
import Testing
import Vocabulary

@testable import Answers

@Suite struct HistoryAnswerTests {
  @Test func frimleyGoesThreeWays() throws {
    let history = try #require(HistoryAnswer(try body("icb.frimley"), in: shipped("2026-11-21")))
    #expect(
      history.successors.map(\.id) == [
        "icb.thames-valley", "icb.hampshire-and-isle-of-wight", "icb.surrey-and-sussex",
      ])
    let registered = try history.successors.map { entry in
      try #require(entry.shares.first { $0.basis == .registered }).share
    }
    for (share, expected) in zip(registered, [0.588, 0.229, 0.183]) {
      #expect(abs(share - expected) < 0.0005)
    }
    #expect(
      history.sentence
        == "NHS Frimley Integrated Care Board was an integrated care board in the South East region, from 1 July 2022 to 31 March 2026. It took the place of NHS Frimley CCG. Its people now belong to three boards: Thames Valley; Hampshire and Isle of Wight; and Surrey and Sussex."
    )
    #expect(history.previousChange == "2026-04-01")
    #expect(history.nextChange == nil)
    #expect(history.life.state == .ended)
  }

  @Test func beforeTheDayTheChangeIsStillToCome() throws {
    let history = try #require(HistoryAnswer(try body("icb.frimley"), in: shipped("2026-03-31")))
    #expect(
      history.sentence.hasSuffix(
        "On 1 April 2026 its people move to three boards: Thames Valley; Hampshire and Isle of Wight; and Surrey and Sussex."
      ))
    #expect(history.nextChange == "2026-04-01")
  }

  @Test func anEnlargedBoardSaysThatItsCodeStayed() throws {
    let history = try #require(
      HistoryAnswer(try body("icb.hampshire-and-isle-of-wight"), in: shipped("2026-11-21")))
    #expect(
      history.alterations == [
        "On 1 April 2026 its area grew: part of Frimley joined it. Its ODS code stayed QRL, so figures under that code count a different area before and after that day. Its ONS code changed from E54000042 to E54000067."
      ])
    #expect(history.predecessors.last?.successorExisted == true)
  }

  @Test(arguments: [
    ("ccg.d2p2l", "black-country", 0.871, 0.886), ("ccg.01y", "greater-manchester", 0.871, 0.870),
    ("ccg.06h", "cambridgeshire-and-peterborough", 0.981, 0.982),
  ])
  func theGroupsThatSplit(_ group: String, _ main: String, _ people: Double, _ areas: Double) throws {
    let history = try #require(HistoryAnswer(try body(group), in: shipped("2022-07-01")))
    let boards = history.successors.filter { $0.kind == "icb" }
    #expect(boards.count == 2)
    let first = try #require(boards.first)
    #expect(first.id == "icb.\(main)")
    #expect(first.event == .split)
    let byPeople = try #require(first.shares.first { $0.unit == "people mid-2020" }).share
    let byAreas = try #require(first.shares.first { $0.unit == "lsoa11" }).share
    #expect(abs(byPeople - people) < 0.0006)
    #expect(abs(byAreas - areas) < 0.0006)
  }

  @Test func theGraphReachesBothWays() throws {
    let graph = try #require(HistoryAnswer(try body("icb.frimley"), in: shipped("2026-11-21"))).graph
    #expect(graph.nodes.filter { $0.generation == 0 }.map(\.id) == ["icb.frimley"])
    #expect(graph.nodes.filter { $0.generation == 1 }.count == 3)
    #expect(graph.nodes.filter { $0.generation == -1 }.map(\.id) == ["ccg.d4u1y", "stp.frimley"])
    #expect(graph.nodes.contains { $0.id == "acs.frimley" && $0.generation == -2 })
    #expect(!graph.hasMore)
  }

  @Test func bassetlawLeavesSouthYorkshire() throws {
    let partnership = try #require(
      HistoryAnswer(try body("stp.south-yorkshire-and-bassetlaw"), in: shipped("2022-07-01")))
    #expect(
      partnership.successors.filter { $0.kind == "icb" }.map(\.shortName) == [
        "South Yorkshire", "Nottingham and Nottinghamshire",
      ])
    #expect(partnership.successors.filter { $0.kind == "icb" }.map(\.event) == [.replace, .transfer])
  }

  @Test(arguments: [
    ("council.e07000089", "Hart is a district council."),
    ("council.e10000027", "Somerset was a county council, to 31 March 2023."),
    ("icb.sussex", "It is now part of NHS Surrey and Sussex Integrated Care Board."),
    ("region.london", "London (NHS region) is an NHS region, since 2019."),
    ("acs.frimley", "Its place was taken by Frimley Health and Care ICS."),
  ])
  func sentencesOfUnlikeBodies(_ id: String, _ part: String) throws {
    let history = try #require(HistoryAnswer(try body(id), in: shipped("2026-11-21")))
    #expect(history.sentence.contains(part), "\(history.sentence)")
  }

  @Test func aBodyWithoutAnAreaDoesNotGrowOne() throws {
    let history = try #require(HistoryAnswer(try body("national.nhs-england"), in: shipped("2026-11-21")))
    #expect(!history.alterations.isEmpty)
    #expect(history.alterations.allSatisfy { !$0.contains("area") })
  }

  @Test func nothingIsSaidOfWhatIsNotRecorded() throws {
    #expect(HistoryAnswer(try body("icb.atlantis"), in: shipped("2026-04-01")) == nil)
  }
}
