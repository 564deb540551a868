import Chronicle
import Register
import Testing
import Vocabulary

@testable import Answers

@Suite struct MapAnswerTests {
  @Test(arguments: [
    ("2022-07-01", 42, "2022"), ("2026-03-31", 42, "2022"), ("2026-04-01", 36, "2026"),
    ("2026-11-21", 36, "2026"),
  ])
  func everyBoardHasATile(_ on: String, _ count: Int, _ map: String) {
    let answer = MapAnswer(in: shipped(on))
    #expect(answer.tiles.count == count)
    #expect(answer.untiled.isEmpty)
    #expect(Set(answer.tiles.map(\.map)) == [map])
    #expect(answer.tiles.allSatisfy { (2...5).contains($0.label.count) })
    #expect(Set(answer.tiles.map { [$0.row, $0.column] }).count == count)
  }

  @Test func whatChangesNextIsMarked() {
    let before = MapAnswer(in: shipped("2026-03-31"))
    #expect(before.nextChange?.date == "2026-04-01")
    #expect(
      before.nextChange?.sentence
        == "On 1 April 2026 twelve boards end, six boards begin and one board changes area.")
    #expect(before.tiles.filter(\.body.changesNext).count == 13)
    #expect(before.previousChange?.date == "2023-04-01")
    let after = MapAnswer(in: shipped("2026-04-01"))
    #expect(after.tiles.filter(\.body.changedBefore).count == 7)
    #expect(after.nextChange == nil)
    #expect(
      after.previousChange?.sentence
        == "On 1 April 2026 twelve boards ended, six boards began and one board changed area.")
  }

  @Test func beforeTheBoardsThereIsNoMapAndItIsSaid() {
    let answer = MapAnswer(in: shipped("2021-06-01"))
    #expect(answer.kind == .sustainabilityAndTransformationPartnership)
    #expect(answer.tiles.isEmpty)
    #expect(answer.untiled.count == 42)
    #expect(
      answer.sentence.hasPrefix(
        "On 1 June 2021 the record shows 42 sustainability and transformation partnerships in seven regions. Boards did not exist yet."
      ))
    let early = MapAnswer(in: shipped("2015-01-01"))
    #expect(early.kind == nil)
    #expect(early.sentence == "The record knows of no system that surely existed on 1 January 2015.")
  }

  @Test(arguments: [("2022-07-01", 32_844), ("2024-01-01", 33_755), ("2026-04-01", 33_755)])
  func districtsAddUpToAllOfEngland(_ on: String, _ areas: Int) {
    let coverage = MapAnswer(in: shipped(on)).coverage
    #expect(coverage.placed == areas)
    #expect(coverage.gaps.isEmpty)
    #expect(coverage.sentence.hasPrefix("All \(Sentences.number(areas)) small areas"))
  }

  @Test func theStorySinceTwentySixteen() throws {
    let story = MapHistoryAnswer(in: shipped("2026-11-21"))
    let turn = try #require(story.milestones.first { $0.date == "2022-07-01" })
    #expect(turn.counts.map(\.written) == ["42 integrated care boards"])
    #expect(story.milestones.contains { $0.date == "2026-04-01" && $0.counts.map(\.sure) == [36] })
    #expect(
      story.milestones.contains { $0.date == "2016-12-31" && !$0.isTurn && $0.counts.first?.sure == 36 })
    #expect(
      story.unknowns.contains(
        "A text speaks of 44 partnerships (2018-02). The record knows 42 of them; the others are unknown to it."
      ))
    #expect(
      story.sentence.contains("On 1 July 2022 106 groups ended, 42 partnerships ended")
        || story.sentence.contains("42 boards began"))
  }
}

@Suite struct ChangesAnswerTests {
  /// Neither day of the Greater Nottingham partnership is known: it may have begun, may have ended, and is one body.
  @Test(arguments: ["2018-02-01", "2022-07-01", "2026-04-01"])
  func aBodyOfUnknownDatesIsListedOnce(_ text: String) {
    let ids = ChangesAnswer(on: day(text), in: shipped(text)).uncertain.map(\.body.id)
    #expect(ids.count { $0 == "partnership.greater-nottingham" } == 1)
    #expect(Set(ids).count == ids.count)
  }

  @Test func aroundTheFirstOfApril2026() throws {
    let answer = ChangesAnswer(
      on: day("2026-04-01"), kinds: [.integratedCareBoard], in: shipped("2026-11-21"))
    #expect(answer.created.count == 6)
    #expect(answer.ended.count == 12)
    #expect(answer.flows.count == 16)
    #expect(Set(answer.flows.map(\.from.id)).count == 12)
    #expect(Set(answer.flows.map(\.to.id)).count == 7)
    #expect(answer.altered.map(\.body.id) == ["icb.hampshire-and-isle-of-wight"])
    #expect(answer.recoded.map(\.body.id) == ["icb.hampshire-and-isle-of-wight"])
    #expect(answer.recoded.map(\.after) == ["E54000067"])
    #expect(
      answer.sentence == "On 1 April 2026 twelve boards ended, six boards began and one board changed area.")
    let people = answer.flows.compactMap(\.people).filter { $0.basis == .registered }.map(\.part).reduce(0, +)
    // The six new boards and the part of Frimley that Hampshire and Isle of Wight gained.
    #expect(people.rounded() == 17_969_062)
  }

  @Test func bassetlawMovesOnTheFirstOfJuly2022() throws {
    let answer = ChangesAnswer(on: day("2022-07-01"), in: shipped("2026-11-21"))
    let place = try #require(answer.moved.first { $0.body.id == "place.bassetlaw" })
    #expect(place.before?.id == "stp.south-yorkshire-and-bassetlaw")
    #expect(place.after?.id == "ics.nottingham-and-nottinghamshire")
    #expect(answer.created.filter { $0.body.kind == "icb" }.count == 42)
    #expect(answer.ended.filter { $0.body.kind == "ccg" }.count == 106)
    #expect(
      answer.flows.contains { $0.from.id == "ccg.02q" && $0.to.id == "icb.nottingham-and-nottinghamshire" })
  }

  @Test func chichesterChangesCodesInBothBoards() {
    let answer = ChangesAnswer(
      on: day("2023-04-01"), kinds: [.integratedCareBoard], in: shipped("2026-11-21"))
    #expect(answer.altered.map(\.body.id).sorted() == ["icb.surrey-heartlands", "icb.sussex"])
    #expect(answer.created.isEmpty && answer.ended.isEmpty)
    #expect(answer.recoded.count >= 2)
  }

  @Test func daysMayBeGivenInEitherOrderAndNothingIsNothing() {
    let one = ChangesAnswer(from: day("2022-06-30"), to: day("2026-04-01"), in: shipped("2026-11-21"))
    let other = ChangesAnswer(from: day("2026-04-01"), to: day("2022-06-30"), in: shipped("2026-11-21"))
    #expect(one == other)
    #expect(one.sentence.hasPrefix("After 30 June 2022 and up to 1 April 2026 "))
    let none = ChangesAnswer(on: day("2024-05-05"), in: shipped("2026-11-21"))
    #expect(none.sentence == "On 5 May 2024 nothing is recorded to change.")
  }

  @Test func planned2027IsMarked() throws {
    let archive = try Shipped.with(
      "body-1\t2027-04-01\t\tpublic\treported\tbrief-001\ticb.planned\ticb",
      "name-1\t2027-04-01\t\tpublic\treported\tbrief-001\ticb.planned\tPlanned Board\tofficial",
      "succession-1\t2027-04-01\t\tpublic\treported\tbrief-001\ticb.devon\tmerge\ticb.planned\tproposed\t\t")
    let answer = ChangesAnswer(on: day("2027-04-01"), in: Snapshot(archive, trueOn: day("2026-11-21")))
    #expect(answer.flows.map(\.planned) == [true])
    #expect(answer.created.map(\.planned) == [true])
    #expect(answer.sentence.hasSuffix("Some of it is only planned."))
  }
}
