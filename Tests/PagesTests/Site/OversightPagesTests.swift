import Chronicle
import Foundation
import Measures
import Pages
import Register
import Testing
import Vocabulary

/// Invented results of ambulance trusts, small enough to reckon by hand, and what was decided of a board.
extension FigureRecord {
  static let withOversight: FigureRecord = {
    var record = empty
    record.addResults()
    record.addDecisions()
    return record
  }()

  private static let letter = SourceReference(ID<Source>(slug: "file.test"), at: "row=1")

  /// Six trusts: a score and an average of the same, two in segments 1 and 3 each and two in 2, one in deficit.
  private mutating func addResults() {
    let codes = ["RA1", "RA2", "RA3", "RA4", "RA5", "RA6"]
    let scores: [Double] = [1, 1.5, 2, 2.5, 3, 3.5]
    addResult("of1082", "Sickness absence rate: score", "score", codes, scores)
    addResult("of5002", "Average metric score", "score", codes, scores)
    addResult("of5003", "Unadjusted segment", "segment", codes, [1, 1, 2, 2, 3, 3])
    addResult("of5004", "Financial override", "flag", codes, [0, 1, 0, 0, 0, 0])
    addResult("of5007", "In the programme", "flag", codes, [0, 0, 0, 0, 0, 1])
    for code in codes {
      let body = ID<Body>(slug: "trust.\(code)")
      statements.append(Statement(Body(body, .nhsTrust), .always, source: Self.letter))
      statements.append(Statement(Name(body, "Trust <\(code)>"), .always, source: Self.letter))
      statements.append(Statement(Code(body, scheme: "ods", code), .always, source: Self.letter))
    }
  }

  private mutating func addResult(
    _ id: String, _ name: String, _ unit: String, _ codes: [String], _ values: [Double]
  ) {
    let measure = ID<Measure>(slug: "oversight.\(id)")
    let block = Block(
      units: codes, columns: [("name", .text(codes.map { "Trust <\($0)>" })), ("value", .number(values))])
    let digest = keep(block)
    statements.append(
      Statement(
        MeasureDefinition(measure, name, unit: unit, additivity: .notAdditive, meaning: "Invented."), .always,
        source: Self.letter))
    statements.append(
      Statement(
        Observation(
          measure, basis: .provided, grain: "ambulance-trust", label: "Q4 2025/26", column: "value", block: digest,
          count: codes.count),
        Period(from: Day("2026-01-01") ?? .distantPast, until: Day("2026-04-01") ?? .distantFuture),
        source: Self.letter))
  }

  /// A board put into segment 3, and a trust in special measures.
  private mutating func addDecisions() {
    let rows = [
      "segment-1\t2022-07-20\t\tpublic\treported\tfile.test#row=1\ticb.frimley\t2022-23\t3\t2\tRegional director\t\t"
        + "stocktake\tleadership & <finance>",
      "support-1\t2019-05-01\t\tpublic\treported\tfile.test#row=1\ttrust.ra6\tspecial-measures\tentered\tRegional director"
        + "\tinspection\tcare\t",
      "formal-action-1\t2023-01-01\t\tpublic\treported\tfile.test#row=1\ttrust.ra6\tundertakings\tnational.nhs-england\t"
        + "Health and Social Care Act 2012, section 106\tgovernance\ta plan\t2023-06-30\tin force\t",
    ]
    statements += rows.compactMap { try? Statement($0) }
  }
}

@Suite("Pages of oversight") struct OversightPagesTests {
  static let places: [Place] = [
    .oversight, .oversightMetrics(framework: "", against: ""),
    .oversightMetrics(framework: "2022-23", against: "2025-26"), .league(quarter: "", group: ""),
    .bodyOversight("icb.frimley"), .bodyOversight("trust.ra2"), .bodyOversight("trust.ra6"),
  ]

  @Test("Each page has one heading, its own identifiers, and links that read back", arguments: places)
  func wellMade(_ place: Place) throws {
    for day in [nil, "2021-05-01", "2022-09-01"] {
      let page = FigureRecord.withOversight.text(place, on: day)
      #expect(page.matches(of: /<h1>/).count == 1)
      #expect(page.contains("</html>") && !page.contains("<RA") && !page.contains("<finance>"))
      let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
      #expect(Set(ids).count == ids.count, "an identifier stands twice")
      for link in links(of: page) { #expect(try address(of: link).link.text == link) }
    }
  }

  @Test("Each answers as data", arguments: places)
  func data(_ place: Place) {
    for format in [Address.Format.csv, .json] {
      let reply = FigureRecord.withOversight.reply(place, format: format)
      #expect(reply.status == .ok && reply.fileName?.hasSuffix(".\(format.rawValue)") == true)
      if format == .json { #expect((try? JSONSerialization.jsonObject(with: Data(reply.body))) != nil) }
    }
  }

  @Test("The pages are found by links from the figures and from a body")
  func reachable() {
    #expect(FigureRecord.empty.text(.measures).contains("href=\"/oversight\""))
    #expect(FigureRecord.empty.text(.body("icb.frimley"), on: "2026-03-01").contains("/body/icb.frimley/oversight"))
    #expect(FigureRecord.withOversight.text(.oversight).contains("href=\"/oversight/league\""))
  }

  @Test("A framework is shown with how sure we are, and the leaders of its day")
  func framework() {
    let then = FigureRecord.empty.text(.oversight, on: "2022-09-01")
    #expect(then.contains("NHS Oversight Framework 2022/23") && then.contains("there is no score"))
    let later = FigureRecord.empty.text(.oversight, on: "2026-05-01")
    #expect(later.contains("mark-assumed") && later.contains("NHS England region"))
    #expect(FigureRecord.empty.text(.oversightMetrics(framework: "2022-23", against: "")).contains("94 metrics"))
  }

  @Test("No rank stands without its range, on the page or in the data")
  func league() {
    let page = FigureRecord.withOversight.text(.league(quarter: "", group: ""))
    #expect(page.contains("Rank and its likely range") && page.contains("Among 6 of type Ambulance trust"))
    let rows = FigureRecord.withOversight.text(.league(quarter: "", group: ""), format: .csv).split(separator: "\r\n")
      .dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows.count == 6)
    for row in rows {
      #expect(!row[9].isEmpty && !row[10].isEmpty && !row[11].isEmpty && row[14].hasPrefix("6 of type"))
    }
    let refused = FigureRecord.withOversight.reply(.league(quarter: "Q1 1999/00", group: ""))
    #expect(refused.status == .badRequest)
    #expect(FigureRecord.empty.text(.league(quarter: "", group: "")).contains("There is no league to show."))
  }

  @Test("The page of a trust says how its segment came about, and what moves it")
  func trust() {
    let page = FigureRecord.withOversight.text(.bodyOversight("trust.ra2"))
    #expect(page.contains("the financial override moves it from segment 1 to 3"))
    #expect(page.contains("by the financial override, and no average moves it"))
    let last = FigureRecord.withOversight.text(.bodyOversight("trust.ra6"))
    #expect(last.contains("was in segment 5 in Q4 2025/26"))
    #expect(last.contains("It is in the programme of most intensive support, and so in segment 5"))
    #expect(last.contains("Undertakings") && last.contains("overdue"))
  }

  @Test("Under judgement no score is shown, but what people decided and why")
  func judgement() {
    let page = FigureRecord.withOversight.text(.bodyOversight("icb.frimley"), on: "2022-09-01")
    #expect(page.contains("No score exists: people decide") && page.contains("Regional director"))
    #expect(page.contains("leadership &amp; &lt;finance&gt;") && page.contains("Everyone is in segment 2 unless"))
    let before = FigureRecord.withOversight.text(.bodyOversight("icb.frimley"), on: "2022-07-10")
    #expect(before.contains("the record has no decision of theirs"))
  }

  @Test("Special measures are shown while they were there, and never after")
  func specialMeasures() {
    #expect(
      FigureRecord.withOversight.text(.bodyOversight("trust.ra6"), on: "2021-06-30").contains(
        "a programme of support: Special measures")
    )
    for day in ["2021-07-01", "2022-09-01", "2026-05-01"] {
      for format in [Address.Format.page, .csv, .json] {
        let text = FigureRecord.withOversight.text(.bodyOversight("trust.ra6"), on: day, format: format)
        #expect(!text.lowercased().contains("special measures"), "\(day) \(format)")
      }
      #expect(!FigureRecord.withOversight.text(.oversight, on: day).lowercased().contains("special measures"))
    }
  }
}
