import Chronicle
import Foundation
import Measures
import Register
import Testing
import Vocabulary

@testable import Answers

@Suite("What an area needs") struct NeedTests {
  static let on = "2026-11-21"

  /// The small record on the day, put together once.
  private static let now = NeedRecord.small.snapshot(on)

  static func need(_ area: NeedArea) throws -> NeedAnswer {
    try NeedAnswer(area, in: now, blocks: NeedRecord.small.blocks)
  }

  static func need(_ area: NeedArea, _ record: NeedRecord) throws -> NeedAnswer {
    try NeedAnswer(area, in: record.snapshot(on), blocks: record.blocks)
  }

  static func pieces(_ rows: [Int]) -> NeedArea {
    .pieces(AreaQuestion(piece: "lsoa21", typed: rows.map { NeedRecord.units[$0] }.joined(separator: " ")))
  }

  // MARK: Sums

  @Test("People by fifths and those outside the indices add up to all residents", arguments: [0, 10, 20, 30])
  func conserved(_ start: Int) throws {
    let answer = try Self.need(Self.pieces(Array(start..<(start + 10))))
    let deprivation = try #require(answer.deprivation)
    let all = (start..<(start + 10)).reduce(0) { $0 + NeedRecord.people($1) }
    let fifths = deprivation.quintiles.compactMap(\.people).reduce(0, +)
    #expect(fifths + deprivation.peopleUnknown == all)
    #expect(deprivation.deciles.compactMap(\.people).reduce(0, +) == fifths)
    #expect(answer.figure("residents")?.value == all)
    #expect(answer.ages.map(\.people).reduce(0, +) == all)
    #expect(abs(answer.ages.map(\.share).reduce(0, +) - 1) < 1e-12)
    #expect(deprivation.quintiles.map(\.neighbourhoods).reduce(0, +) == (start == 30 ? 9 : 10))
  }

  @Test("A board has what its small areas have, and a made area the sum of its pieces")
  func sumOfPieces() throws {
    let dorset = try Self.need(.body(try body("icb.dorset")))
    let pieces = try Self.need(Self.pieces(Array(0..<10)))
    #expect(dorset.figures.map(\.value) == pieces.figures.map(\.value))
    #expect(dorset.deprivation == pieces.deprivation)
    // Steps that share no factor with 40 give twelve different rows.
    for step in [3, 7, 11, 13, 17] {
      let rows = (1...12).map { ($0 * step) % 40 }
      let whole = try Self.need(Self.pieces(rows))
      let parts = try rows.map { try Self.need(Self.pieces([$0])) }
      for fifth in 0..<5 {
        #expect(
          whole.deprivation?.quintiles[fifth].people
            == parts.reduce(0) { $0 + ($1.deprivation?.quintiles[fifth].people ?? 0) })
      }
      let residents = parts.compactMap { $0.figure("residents")?.value }.reduce(0, +)
      #expect(whole.figure("residents")?.value == residents)
    }
  }

  @Test("A cluster has what its boards have")
  func cluster() throws {
    let cluster = try Self.need(.body(try body("cluster.bsw-dor-som")))
    #expect(cluster.figure("residents")?.value == (0..<10).reduce(0) { $0 + NeedRecord.people($1) })
  }

  @Test("A kept area of pieces has the same as the pieces themselves")
  func keptArea() throws {
    var record = NeedRecord.small
    let area = try body("made-area.harbour")
    record.statements.append(
      Statement(Body(area, .madeArea), Period(from: day("2024-01-01")), source: SourceReference(nil)))
    for row in [3, 14, 25] {
      record.statements.append(
        Statement(
          AreaMember(area, piece: "lsoa21", code: NeedRecord.units[row]), Period(from: day("2024-01-01")),
          source: SourceReference(nil)))
    }
    let kept = try Self.need(.body(area), record)
    #expect(kept.figures.map(\.value) == (try Self.need(Self.pieces([3, 14, 25]))).figures.map(\.value))
  }

  // MARK: What is said

  @Test("A merger's contrast is told by what the area was made of")
  func contrast() throws {
    let answer = try Self.need(.body(try body("icb.surrey-and-sussex")))
    let merger = try #require(answer.contrasts.first { $0.among == .predecessors })
    #expect(merger.rows.map(\.body.id) == ["icb.sussex", "icb.surrey-heartlands"])
    #expect(merger.rows.map(\.neighbourhoods) == [9, 10])
    // In each run of ten the deciles 1 and 2 come once; row 39, which is left out, has neither.
    #expect(merger.rows.map(\.mostDeprived) == [2, 2])
    #expect(merger.whole == 4.0 / 19)
    #expect(merger.sentence.contains("The merger hides a contrast"))
    #expect(answer.placeEvidence.contains("no evidence from places"))
  }

  @Test("What is not loaded is named with the file that would bring it, and never nought")
  func gaps() throws {
    let answer = try Self.need(.body(try body("icb.dorset")))
    #expect(answer.gaps.map(\.topic) == ["sex", "ethnicity", "density", "long-term conditions"])
    #expect(answer.gaps[0].file.contains("TS008"))
    #expect(answer.figure("registered")?.value == nil)
    #expect(answer.figure("registered")?.status == "refused")
    #expect(answer.figure("need.core")?.note == "no weighted populations are loaded")
    let empty = try Self.need(.body(try body("icb.dorset")), NeedRecord())
    #expect(empty.figures.allSatisfy { $0.value == nil && $0.status == "refused" && !$0.note.isEmpty })
    #expect(empty.gaps.map(\.topic).prefix(2) == ["deprivation", "age"])
    #expect(empty.sentence.contains("nothing of its need can be told"))
  }

  @Test("Sex, density and conditions come with tidy tables")
  func further() throws {
    var record = NeedRecord.small
    let female = NeedRecord.units.indices.map { NeedRecord.people($0) * 0.55 }
    record.add(
      [
        NeedRecord.count("population.resident.sex.female"), NeedRecord.count("population.resident.sex.male"),
        NeedRecord.count("area.square-kilometres"),
        NeedRecord.rate("disease-register.ast.prevalence", "disease-register.ast", "population.registered"),
        NeedRecord.count("disease-register.ast"), NeedRecord.count("population.registered"),
      ], basis: .resident, grain: "lsoa21", label: "2021", from: "2021-03-21", until: "2021-03-22",
      Block(
        units: NeedRecord.units,
        columns: [
          ("population.resident.sex.female", .number(female)),
          ("population.resident.sex.male", .number(female.map { $0 / 0.55 * 0.45 })),
          ("area.square-kilometres", .number(female.map { _ in 2 })),
          ("disease-register.ast", .number(female.map { _ in 6 })),
          ("population.registered", .number(female.map { _ in 100 })),
        ]))
    let answer = try Self.need(.body(try body("icb.dorset")), record)
    let share = try #require(answer.figure("population.resident.sex.female")?.value)
    #expect(abs(share - 0.55) < 1e-12)
    // 10,450 people on 20 square kilometres.
    #expect(answer.figure("area.square-kilometres")?.value == 522.5)
    #expect(answer.figure("disease-register.ast.prevalence")?.value == 0.06)
    #expect(answer.gaps.map(\.topic) == ["ethnicity"])
  }

  @Test("Need is weighted people for each registered one, with England at 1")
  func indices() throws {
    var record = NeedRecord.small
    record.add(
      [
        NeedRecord.count("population.registered"),
        MeasureDefinition(
          ID(slug: "population.weighted.core"), "Population weighted for core services, all weightings together",
          unit: "weighted people", meaning: "Weighted."),
      ], basis: .registered, grain: "sub-icb-location", label: "2025/26", from: "2025-04-01", until: "2026-04-01",
      Block(
        units: ["11J", "91Q"],
        columns: [
          ("population.registered", .number([1_000, 3_000])), ("population.weighted.core", .number([1_300, 2_700])),
        ]))
    let dorset = try Self.need(.body(try body("icb.dorset")), record)
    #expect(dorset.figure("need.core")?.value == 1.3)
    #expect(dorset.sentence.contains("30% above England’s average"))
    #expect(dorset.figure("registered")?.basis == "registered")
    #expect(dorset.figure("residents")?.basis == "resident")
  }

  @Test("An area without people of its own, or of another day, is refused with a reason")
  func refusals() throws {
    let error = #expect(throws: QuestionError.self) { try Self.need(.body(try body("icb.sussex"))) }
    #expect(error?.message.contains("did not exist on 21 November 2026") == true)
    let nobody = #expect(throws: QuestionError.self) {
      try Self.need(.body(try body("combined-authority.greater-manchester")))
    }
    #expect(nobody?.message.contains("has no people of its own here") == true)
    let edition = #expect(throws: QuestionError.self) {
      try NeedAnswer(
        .body(try body("icb.dorset")), edition: "2019", in: Self.now,
        blocks: NeedRecord.small.blocks)
    }
    #expect(edition?.message.contains("the indices of deprivation 2019 are not loaded") == true)
  }
}

@Suite("A measure by deprivation") struct GradientTests {
  /// Counts in five small areas, one of each fifth, the most deprived first.
  static func gradient(_ tops: [Double], _ bottoms: [Double]) throws -> GradientAnswer {
    var record = NeedRecord()
    let units = Array(NeedRecord.units.prefix(5))
    record.add(
      [NeedRecord.count("deprivation.neighbourhoods")], basis: .resident, grain: "lsoa21", label: "2025",
      from: "2025-10-30", until: "2025-10-31",
      Block(
        units: units,
        columns: [("deprivation.neighbourhoods", .number([1, 1, 1, 1, 1])), ("decile", .number([1, 3, 6, 7, 10]))]))
    record.add(
      [NeedRecord.rate("smoking", "smokers", "asked"), NeedRecord.count("smokers"), NeedRecord.count("asked")],
      basis: .resident, grain: "lsoa21", label: "2024", from: "2024-01-01", until: "2025-01-01",
      Block(units: units, columns: [("smokers", .number(tops)), ("asked", .number(bottoms))]))
    return try GradientQuestion(measure: ID(slug: "smoking")).answer(
      record.snapshot("2026-11-21"), blocks: record.blocks)
  }

  /// The worked check of the two definitions in `reference/oversight.md` d4: slope −14.85 from 31.58, ratio 0.53.
  @Test("The slope of OHID is that of the worked check")
  func populationWeighted() throws {
    let answer = try Self.gradient([360, 260, 216, 210, 162], [1_200, 1_000, 900, 1_000, 900])
    let slope = try #require(answer.slopes.first { $0.definition == "population-weighted" })
    let absolute = try #require(slope.absolute)
    #expect(abs(absolute * 100 + 14.85) < 0.005)
    #expect(abs((slope.mostDeprivedEnd ?? 0) * 100 - 31.58) < 0.005)
    #expect(abs((slope.relative ?? 0) - 0.53) < 0.005)
    let (lower, upper) = (try #require(slope.lower), try #require(slope.upper))
    #expect(lower < absolute && absolute < upper && upper < 0)
  }

  @Test("The slope of the oversight engine is 25 points where the worked check says so, whatever its direction")
  func quintileWeighted() throws {
    for tops in [[40.0, 45, 50, 55, 60], [60, 55, 50, 45, 40]] {
      let answer = try Self.gradient(tops, [100, 100, 100, 100, 100])
      let slope = try #require(answer.slopes.first { $0.definition == "quintile-weighted" })
      #expect(abs((slope.absolute ?? 0) - 0.25) < 1e-9)
      #expect(slope.lower == nil && slope.upper == nil)
    }
  }

  @Test("A gap is above nought where the most deprived have more, and the slope of OHID then below")
  func signs() throws {
    let more = try Self.gradient([400, 350, 300, 250, 200], [1_000, 1_000, 1_000, 1_000, 1_000])
    let less = try Self.gradient([200, 250, 300, 350, 400], [1_000, 1_000, 1_000, 1_000, 1_000])
    let (up, down) = (try #require(more.gap), try #require(less.gap))
    #expect(abs(up.absolute - 0.2) < 1e-12 && abs(down.absolute + 0.2) < 1e-12)
    #expect(up.relative == 2 && down.relative == 0.5)
    #expect(up.lower > 0 && down.upper < 0)
    #expect((more.slopes[0].absolute ?? 0) < 0 && (less.slopes[0].absolute ?? 0) > 0)
    #expect(more.sentence.contains("The most deprived have more, by 20 percentage points"))
    #expect(less.sentence.contains("The most deprived have less"))
    let even = try Self.gradient([5, 5, 5, 5, 6], [20, 20, 20, 20, 20])
    #expect(even.sentence.contains("within what chance would explain"))
  }

  @Test("A fifth without people leaves slopes refused and nothing made up")
  func emptyFifth() throws {
    let answer = try Self.gradient([5, 5, 5, 5, .nan], [20, 20, 20, 20, 20])
    #expect(answer.groups[4].value == nil)
    #expect(answer.gap == nil)
    #expect(answer.slopes.allSatisfy { $0.absolute == nil && !$0.note.isEmpty })
  }

  @Test("A count is set against residents of the same small areas; an area's counts add up")
  func countOfPeople() throws {
    let record = NeedRecord.small
    let question = GradientQuestion(measure: ID(slug: "population.resident.aged-65-and-over"))
    let england = try question.answer(record.snapshot("2026-11-21"), blocks: record.blocks)
    for (fifth, group) in england.groups.enumerated() {
      let rows = (0..<39).filter { Int(NeedRecord.decile($0) + 1) / 2 == fifth + 1 }
      #expect(abs(group.numerator - rows.reduce(0) { $0 + NeedRecord.older($1) }) < 1e-9)
      #expect(group.denominator == rows.reduce(0) { $0 + NeedRecord.people($1) })
    }
    #expect(england.unknown.denominator == NeedRecord.people(39))
    #expect(england.isShare)
  }

  @Test("Practices without a place, and figures too coarse, are refused with what would help")
  func refusals() throws {
    var record = NeedRecord.small
    let rate = [NeedRecord.rate("asthma", "a", "b"), NeedRecord.count("a"), NeedRecord.count("b")]
    func message(_ grain: String, _ unit: String) throws -> String {
      var record = record
      record.add(
        rate, basis: .registered, grain: grain, label: "2024", from: "2024-01-01", until: "2025-01-01",
        Block(units: [unit], columns: [("a", .number([1])), ("b", .number([2]))]))
      let error = #expect(throws: QuestionError.self) {
        try GradientQuestion(measure: ID(slug: "asthma")).answer(record.snapshot("2026-11-21"), blocks: record.blocks)
      }
      return error?.message ?? ""
    }
    #expect(try message("practice", "A81001").contains("import the practice register and a postcode directory"))
    #expect(try message("icb", "QVV").contains("too coarse"))
    record.statements.append(
      Statement(
        MeasureDefinition(ID(slug: "rank"), "Rank", unit: "rank", additivity: .notAdditive, meaning: "A rank."),
        .always,
        source: SourceReference(nil)))
    let error = #expect(throws: QuestionError.self) {
      try GradientQuestion(measure: ID(slug: "rank")).answer(record.snapshot("2026-11-21"), blocks: record.blocks)
    }
    #expect(error?.message.contains("does not add up") == true)
  }

  @Test("A practice counts in the fifth of the small area its postcode lies in")
  func practices() throws {
    var record = NeedRecord.small
    for (code, postcode) in [("A81001", "TS18 1HU"), ("A81002", "TS18 2AA")] {
      let practice = try body("practice.\(code.lowercased())")
      let always = Period(from: day("2010-01-01"))
      record.statements += [
        Statement(Body(practice, .generalPractice), always, source: SourceReference(nil)),
        Statement(Code(practice, scheme: "ods", code), always, source: SourceReference(nil)),
        Statement(Address(practice, "", postcode: postcode), always, source: SourceReference(nil)),
      ]
    }
    record.direct(["TS18 1HU": NeedRecord.units[0], "TS18 2AA": NeedRecord.units[7]])
    record.add(
      [NeedRecord.rate("asthma", "a", "b"), NeedRecord.count("a"), NeedRecord.count("b")], basis: .registered,
      grain: "practice", label: "2024", from: "2024-01-01", until: "2025-01-01",
      Block(units: ["A81001", "A81002"], columns: [("a", .number([30, 10])), ("b", .number([100, 100]))]))
    let answer = try GradientQuestion(measure: ID(slug: "asthma"))
      .answer(record.snapshot("2026-11-21"), blocks: record.blocks)
    // Row 0 is in decile 1, row 7 in decile 10.
    #expect(answer.groups.map(\.numerator) == [30, 0, 0, 0, 10])
    #expect(answer.gap.map { abs($0.absolute - 0.2) < 1e-12 } == true)
    #expect(answer.note.contains("not where all its patients live"))
  }
}
