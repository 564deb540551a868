import Chronicle
import Foundation
import Measures
import Pages
import Register
import Testing
import Vocabulary

/// Invented months of one board, the last ones too high, and what it says of them.
extension FigureRecord {
  static let withPriorities: FigureRecord = {
    var record = empty
    record.addMonths(
      of: "sample.waits", "Sample waits",
      [50, 52, 49, 51, 50, 48, 52, 50, 51, 49, 50, 52, 49, 51, 50, 70, 72, 75])
    record.addMonths(
      of: "sample.stepped", "Sample step",
      [50, 52, 49, 51, 50, 48, 52, 50, 51, 49, 50, 52, 79, 81, 80, 82, 78, 80, 81, 79, 82, 80, 79, 81])
    record.addCommentary()
    return record
  }()

  /// Months of Dorset that end with September 2026.
  private mutating func addMonths(of id: String, _ name: String, _ values: [Double]) {
    let measure = MeasureDefinition(ID(slug: id), name, unit: "people", meaning: "Invented.")
    var first = Day("2026-09-01") ?? .distantPast
    for value in values.reversed() {
      add(
        [measure], basis: .commissioned, grain: "sub-icb-location", label: String(first.description.prefix(7)),
        period: Period(from: first, until: first.startOfNextMonth),
        Block(units: ["11J"], columns: [(id, .number([value]))]))
      first = first.advanced(by: -1).startOfMonth
    }
    let paper = SourceReference(ID<Source>(slug: "file.test"), at: "row=1")
    statements.append(
      Statement(MeasureProfile(measure.subject, .lower, cadence: .monthly, theme: "Waits"), .always, source: paper))
    statements.append(Statement(Target(measure.subject, .standard, 40, name: "At most 40"), .always, source: paper))
  }

  private mutating func addCommentary() {
    let board = ID<Body>(slug: "icb.dorset")
    func say(_ month: String, _ commentary: Commentary) {
      let first = Day("\(month)-01") ?? .distantPast
      statements.append(
        Statement(
          commentary, Period(from: first, until: first.startOfNextMonth), certainty: .reported,
          source: SourceReference(ID<Source>(slug: "file.test"), at: "page=4")))
    }
    let waits = ID<Measure>(slug: "sample.waits")
    say(
      "2026-08",
      Commentary(
        board, on: waits, priority: "Fewer <long> waits", "Waits rose in July & August.", action: "Open a second desk",
        owner: "Chief operating officer", review: Moment("2026-10-30")))
    say("2026-09", Commentary(board, on: waits, priority: "Fewer <long> waits", "Waits are still high."))
    say(
      "2026-09",
      Commentary(board, on: nil, priority: "A calm winter", "Plans are agreed.", review: Moment("2026-12")))
  }
}

@Suite("Pages of priorities") struct PrioritiesPageTests {
  static let places: [Place] = [.priorities, .bodyPriorities("icb.dorset"), .bodyPriorities("icb.essex")]

  @Test("Each page has one heading, its own identifiers, and links that read back", arguments: places)
  func wellMade(_ place: Place) throws {
    for record in [FigureRecord.withPriorities, .empty] {
      let page = record.text(place)
      #expect(page.matches(of: /<h1>/).count == 1)
      #expect(page.contains("</html>") && !page.contains("<long>"))
      let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
      #expect(Set(ids).count == ids.count, "an identifier stands twice")
      for link in links(of: page) { #expect(try address(of: link).link.text == link) }
    }
  }

  @Test("Each answers as data", arguments: places)
  func data(_ place: Place) {
    for format in [Address.Format.csv, .json] {
      let reply = FigureRecord.withPriorities.reply(place, format: format)
      #expect(reply.status == .ok && reply.fileName?.hasSuffix(".\(format.rawValue)") == true)
      if format == .json { #expect((try? JSONSerialization.jsonObject(with: Data(reply.body))) != nil) }
    }
  }

  @Test("The thread runs from the priority through its signal to the review, last month beside this month")
  func thread() throws {
    let page = FigureRecord.withPriorities.text(.bodyPriorities("icb.dorset"))
    let parts = [
      "of two priorities, one asks for attention by its figures and one is overdue for review",
      "Fewer &lt;long&gt; waits", "Sample waits", ": 75 in September 2026, a change for the worse", "Needs a decision",
      "The review was due on 30 October 2026", "Open a second desk", "Chief operating officer", "August 2026",
      "September 2026", "Waits rose in July &amp; August.", "Waits are still high.", "A calm winter",
    ]
    var rest = page[...]
    for words in parts {
      let place = try #require(rest.firstRange(of: words), "\(words) is not there, or not in its place")
      rest = rest[place.upperBound...]
    }
    let table = FigureRecord.withPriorities.text(.bodyPriorities("icb.dorset"), format: .csv)
    #expect(table.contains(",2026-10-30,overdue,2026-09,") && table.contains(",2026-09,75,40,concern_high,"))
    let before = FigureRecord.withPriorities.text(.bodyPriorities("icb.dorset"), on: "2026-10-30")
    #expect(!before.contains("overdue</") && before.contains("none is overdue for review"))
  }

  @Test("Reviews of all bodies lead to each")
  func reviews() {
    let page = FigureRecord.withPriorities.text(.priorities)
    #expect(page.contains("One body follows two priorities: one is overdue for review."))
    #expect(page.contains("href=\"/body/icb.dorset/priorities\"") && page.contains("30 October 2026: overdue"))
  }

  @Test("Pages of the body and of its performance lead to it, and what nobody follows says how to begin")
  func reachable() {
    #expect(
      FigureRecord.withPriorities.text(.performance("icb.dorset", month: nil)).contains("/body/icb.dorset/priorities"))
    #expect(FigureRecord.empty.text(.body("icb.dorset")).contains("/body/icb.dorset/priorities"))
    #expect(FigureRecord.empty.text(.measures).contains("href=\"/priorities\""))
    #expect(FigureRecord.empty.text(.bodyPriorities("icb.dorset")).contains("concordat comment RECORD icb.dorset"))
    #expect(FigureRecord.empty.reply(.bodyPriorities("no.such")).status == .notFound)
  }

  @Test("A step the figures suggest stands with the command that would record it, and with no form")
  func suggestedStep() {
    let page = FigureRecord.withPriorities.text(.series("sample.stepped", of: "icb.dorset", rules: "mdc-2024"))
    #expect(page.contains("concordat note RECORD sample.stepped --body icb.dorset --from 2025-10-01 --effect step"))
    #expect(!page.contains("method=\"post\""))
    let steady = FigureRecord.withPriorities.text(.series("sample.waits", of: "icb.dorset", rules: "mdc-2024"))
    #expect(!steady.contains("concordat note"))
  }

  @Test("The page stays as it was looked at")
  func golden() throws {
    let page = FigureRecord.withPriorities.text(.bodyPriorities("icb.dorset"))
    let main = try #require(page.firstRange(of: "<main"))
    let end = try #require(page.firstRange(of: "</main>"))
    try expectGolden(Array(page[main.lowerBound..<end.upperBound].utf8), "priorities-page.html")
  }
}
