import Formats
import Testing

@testable import Oversight

/// A small invented file in the published form.
struct ResultSheet {
  var headings = [
    "Quarter", "Region", "Trust_type", "Trust_subtype", "Trust_code", "Trust_name", "Domain", "Sub-domain", "Metric_ID",
    "Metric_description", "Reporting_date", "Units", "Value", "Median_value", "Lower_quartile", "Upper_quartile",
    "Rank",
  ]
  var rows: [[String]] = []

  mutating func add(
    _ code: String, _ id: String, _ value: String, unit: String = "score", domain: String = "Patient safety",
    type: String = "Acute trust", rank: String = "", quarter: String = "Q1 2025/26"
  ) {
    rows.append([
      quarter, "London", type, "", code, "Trust \(code)", domain, "", id, "Metric \(id)", "2025", unit, value, "", "",
      "",
      rank,
    ])
  }

  func text(mark: Bool = false, shuffled: Bool = false) -> String {
    let lines = ([headings] + rows).map { cells in
      (shuffled ? cells.reversed() : cells).map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",")
    }
    return (mark ? "\u{FEFF}" : "") + lines.joined(separator: "\r\n") + "\r\n"
  }

  func results(mark: Bool = false, shuffled: Bool = false) throws -> PublishedResults {
    try PublishedResults([ByteSource(Array(text(mark: mark, shuffled: shuffled).utf8), name: "results.csv")])
  }

  /// One trust with four scores in a quarter, and its summary rows.
  static func trust(_ code: String = "RAA") -> ResultSheet {
    var sheet = ResultSheet()
    sheet.add(code, "OF1023", "1.50", domain: "Access to services")
    sheet.add(code, "OF1082", "2.50", domain: "People and workforce")
    sheet.add(code, "OF1079", "3", domain: "Finance and productivity")
    sheet.add(code, "OF1081", "2", domain: "Finance and productivity")
    sheet.add(code, "OF1080", "3", domain: "Finance and productivity")
    sheet.add(code, "OF5003", "2", unit: "segment", domain: "Summary")
    sheet.add(code, "OF5004", "0", unit: "flag", domain: "Summary")
    sheet.add(code, "OF5007", "0", unit: "flag", domain: "Summary")
    return sheet
  }
}

@Suite("File of published results")
struct ResultFileTests {
  private func only(_ sheet: ResultSheet) throws -> Scorecard {
    let cards = try Published.scorer().score(sheet.results()).cards
    return try #require(cards.count == 1 ? cards[0] : nil)
  }

  @Test("Byte order mark and order of columns change nothing")
  func variants() throws {
    let plain = try Published.scorer().score(ResultSheet.trust().results()).cards
    #expect(plain.count == 1)
    #expect(close(plain[0].average, 7.0 / 3, within: 1e-12))
    #expect(try Published.scorer().score(ResultSheet.trust().results(mark: true)).cards == plain)
    #expect(try Published.scorer().score(ResultSheet.trust().results(shuffled: true)).cards == plain)
  }

  @Test(
    "A value is a number, a length of time, words or nothing",
    arguments: [
      ("12.5", ResultValue.number(12.5)), ("1,204", .number(1_204)), ("87.4%", .number(87.4)),
      ("-0.74", .number(-0.74)),
      ("00:28:41", .duration(1_721)), ("07:30", .duration(450)), ("As expected", .text("As expected")), ("", .missing),
      ("*", .missing), ("N/A", .missing), ("12:xx:00", .text("12:xx:00")), ("inf", .text("inf")),
    ])
  func values(cell: String, value: ResultValue) {
    #expect(ResultValue(cell) == value)
  }

  @Test(
    "A quarter is one of four in a financial year",
    arguments: [("Q4 2025/26", "Q4 2025/26"), ("q1 2099-00", "Q1 2099/00"), ("Q5 2025/26", nil), ("Q1 2025/27", nil)])
  func quarters(text: String, read: String?) {
    #expect(Quarter(text)?.description == read)
  }

  @Test("Missing metrics leave the mean of those that are there, and a missing domain has no score")
  func missing() throws {
    var sheet = ResultSheet.trust()
    sheet.rows.removeAll { $0[8] == "OF1082" }
    let card = try only(sheet)
    #expect(close(card.average, 2.25, within: 1e-12))
    #expect(card.domains.first { $0.domain.id == "people" }?.score == nil)
    #expect(card.notes.contains("the average stands on 2 metrics only"))
  }

  @Test("Combined finance is computed from its two scores, and those from the percentages, where it is not published")
  func computed() throws {
    var sheet = ResultSheet.trust()
    sheet.rows.removeAll { ["OF1080", "OF1079"].contains($0[8]) }
    sheet.add("RAA", "OF0079", "-1.5", unit: "%", domain: "Finance and productivity")
    let card = try only(sheet)
    #expect(card.scores.first { $0.id == "OF1079" }?.score == 3)
    #expect(card.scores.first { $0.id == "OF1080" }?.score == 3)
    #expect(card.notes.contains("OF1080: no score is published, computed by its rule"))
  }

  @Test("An unknown metric is named as not scored and changes no average")
  func unknown() throws {
    var sheet = ResultSheet.trust()
    sheet.add("RAA", "OF9999", "12", unit: "%")
    sheet.add("RAA", "OF1777", "4.00")
    let (cards, notScored) = try Published.scorer().score(sheet.results())
    #expect(close(cards[0].average, 7.0 / 3, within: 1e-12))
    #expect(cards[0].notes.contains("not scored: OF1777, OF9999"))
    #expect(notScored.map(\.id) == ["OF1777", "OF9999"])
  }

  @Test("An unknown score is counted where the published average shows that it is")
  func unknownCounted() throws {
    var sheet = ResultSheet.trust()
    sheet.add("RAA", "OF1777", "4.00")
    sheet.add("RAA", "OF5002", "2.75", domain: "Summary")
    let card = try only(sheet)
    #expect(close(card.average, 2.75, within: 1e-12))
    #expect(card.scores.last?.id == "OF1777" && card.scores.last?.domain == "safety")
  }

  @Test("A missing override leaves the adjusted segment unknown, unless it could change nothing")
  func missingOverride() throws {
    var sheet = ResultSheet.trust()
    sheet.rows.removeAll { $0[8] == "OF5004" }
    let card = try only(sheet)
    #expect(card.unadjusted == 2 && card.adjusted == nil && card.final == nil && card.placing == nil)
    if let row = sheet.rows.firstIndex(where: { $0[8] == "OF5003" }) { sheet.rows[row][12] = "4" }
    #expect(try only(sheet).adjusted == 4)
  }

  @Test("A missing unadjusted segment is unknown from one file, and there is no rank")
  func missingSegment() throws {
    var sheet = ResultSheet.trust()
    sheet.rows.removeAll { $0[8] == "OF5003" }
    let card = try only(sheet)
    #expect(card.unadjusted == nil && card.unadjustedBasis == .unknown && card.placing == nil)
    #expect(card.notes.contains("the unadjusted segment is not in the file, and needs every trust in England"))
  }

  @Test("With every trust's file, segments are cut at the quartiles of all averages")
  func national() throws {
    var sheet = ResultSheet()
    // Eight averages, 1.2 to 2.6 in steps of 0.2: inclusive quartiles at 1.55, 1.9 and 2.25.
    for (index, type) in ["Acute trust", "Ambulance trust"].enumerated() {
      for place in 0..<4 {
        let code = "R\(index)\(place)"
        sheet.add(
          code, "OF1082", "\(Double(12 + 4 * place + 2 * index) / 10)", domain: "People and workforce", type: type)
        sheet.add(code, "OF5004", place == 0 ? "1" : "0", unit: "flag", domain: "Summary", type: type)
      }
    }
    let cards = try Published.scorer(takesFilesAsNational: true).score(sheet.results()).cards
    #expect(cards.map(\.unadjusted) == [1, 2, 3, 4, 1, 2, 3, 4])
    #expect(cards.map(\.adjusted) == [3, 2, 3, 4, 3, 2, 3, 4])
    #expect(cards.allSatisfy { $0.unadjustedBasis == .computed })
    // Within a type, segment first: the trust with the best average comes second because of the override.
    #expect(cards.map { $0.placing?.rank } == [2, 1, 3, 4, 2, 1, 3, 4])
    #expect(cards[0].placing?.group == "4 of type Acute trust in Q1 2025/26")
    #expect(cards.allSatisfy { $0.domains.first { $0.domain.id == "people" }?.segment == $0.unadjusted })
  }

  @Test(
    "Thresholds make the segments of 2026/27, and may be edited",
    arguments: [([2.06, 2.33, 2.65], 3), ([2.06, 2.34, 2.65], 2), ([2.4, 2.5, 2.65], 1), ([1.1, 1.2, 1.3], 4)])
  func thresholds(edges: [Double], segment: Int) throws {
    let scorer = try Scorer(Published.framework("2026-27").withThresholds(edges))
    let card = scorer.score(try ResultSheet.trust().results()).cards[0]
    #expect(card.unadjusted == segment && card.unadjustedBasis == .computed && card.final == segment)
  }

  @Test("Thresholds that do not rise, or of a framework without any, are refused")
  func wrongThresholds() throws {
    #expect(throws: OversightError.self) { try Published.framework("2026-27").withThresholds([2.3, 2.1, 2.6]) }
    #expect(throws: OversightError.self) { try Published.framework("2025-26").withThresholds([2.1, 2.3, 2.6]) }
  }

  @Test(
    "What cannot be read is refused with file, line and column",
    arguments: [
      (2, 12, "9.5", "results.csv, line 3, column Value: '9.5' of OF1082 cannot be: a score is a number from 1 to 4"),
      (2, 0, "spring", "results.csv, line 3, column Quarter: 'spring' is no quarter"),
      (2, 4, "", "results.csv, line 3, column Trust_code: nothing is written"),
      (2, 16, "first", "results.csv, line 3, column Rank: 'first' is no rank"),
      (2, 2, "Ambulance trust", "results.csv, line 3, column Trust_type: RAA is a 'Ambulance trust' here"),
      (2, 8, "OF1023", "results.csv, line 3: OF1023 of RAA in Q1 2025/26 stands in results.csv, line 2 already"),
      (0, 8, "Metric", "results.csv, line 1: there is no column Metric_ID"),
    ])
  func refused(line: Int, column: Int, cell: String, message: String) throws {
    var sheet = ResultSheet.trust()
    if line == 0 { sheet.headings[column] = cell } else { sheet.rows[line - 1][column] = cell }
    let error = #expect(throws: OversightError.self) { try sheet.results() }
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  @Test("What a metric itself counts may be called a score and lie anywhere")
  func rawScore() throws {
    var sheet = ResultSheet.trust()
    sheet.add("RAA", "OF0099", "7.9")
    #expect(try sheet.results().bodies[0].number("OF0099") == 7.9)
  }

  @Test("A file without rows is refused")
  func empty() throws {
    let error = #expect(throws: OversightError.self) { try ResultSheet().results() }
    #expect(error?.message.contains("there are no results below the heading") == true)
  }
}
