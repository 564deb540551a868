import Chronicle
import Exchange
import Formats
import Measures
import Register
import Testing
import Vocabulary

@testable import Answers

@Suite("Priorities, from what matters to its review")
struct PrioritiesTests {
  private static let board = "icb.greater-manchester"

  private static func said(
    _ month: String, on measure: String = "ae.share-over-four-hours", priority: String = "", _ text: String,
    action: String = "", owner: String = "", review: String = "", of body: String = board
  ) throws -> Statement {
    let first = day("\(month)-01")
    return Statement(
      Commentary(
        ID(slug: body), on: ID(measure), priority: priority, text, action: action, owner: owner,
        review: Moment(review)),
      Period(from: first, until: first.startOfNextMonth), certainty: .reported,
      source: SourceReference(ID<Source>(slug: "board-paper"), at: "page=4"))
  }

  private func threads(_ statements: [Statement], on date: String) -> [PriorityThread] {
    ReviewsAnswer(in: Snapshot(Archive.holding(Shipped.statements + statements), trueOn: day(date))).threads
  }

  @Test("The action, its owner and the review stand until newer words set others")
  func promisesStand() throws {
    let words = [
      try Self.said(
        "2025-05", priority: "Shorter waits", "Long waits grew.", action: "Open a second triage desk",
        owner: "Chief operating officer", review: "2025-07-10"),
      try Self.said("2025-06", "Waits are as they were."),
    ]
    let thread = try #require(threads(words, on: "2025-07-10").first)
    #expect(thread.priority == "Shorter waits" && thread.action == "Open a second triage desk")
    #expect(thread.owner == "Chief operating officer" && thread.review.text == "2025-07-10")
    #expect(thread.now?.month == "2025-06" && thread.now?.text == "Waits are as they were.")
    #expect(thread.before?.month == "2025-05" && thread.before?.text == "Long waits grew.")
    #expect(thread.reviewState == .due, "on the day itself it is not overdue")
    #expect(threads(words, on: "2025-07-11").first?.reviewState == .overdue)
    let newer = try Self.said("2025-07", "It opened.", action: "Keep it open", review: "2025-10")
    let later = threads(words + [newer], on: "2025-10-31").first
    #expect(later?.action == "Keep it open" && later?.owner == "" && later?.reviewState == .due)
    #expect(threads(words + [newer], on: "2025-11-01").first?.reviewState == .overdue, "some day in October has passed")
  }

  @Test("Words alone make no thread, and a month to come is not spoken of yet")
  func whatIsNone() throws {
    #expect(threads([try Self.said("2025-06", "Waits are as they were.")], on: "2025-07-10").isEmpty)
    let later = try Self.said("2025-08", priority: "Shorter waits", "Not yet.")
    #expect(threads([later], on: "2025-07-31").isEmpty)
    #expect(threads([later], on: "2025-08-31").count == 1)
  }

  @Test("A measure the newest month says nothing of keeps what was said last")
  func silence() throws {
    let words = [
      try Self.said("2025-03", priority: "Shorter waits", "They grew.", action: "Triage", review: "2025-05-01"),
      try Self.said("2025-06", on: "", priority: "Staff", "Sickness fell."),
    ]
    let found = threads(words, on: "2025-07-10")
    #expect(found.map(\.priority) == ["Shorter waits", "Staff"], "the overdue first")
    #expect(found[0].now == nil && found[0].before == nil && found[0].last.month == "2025-03")
    #expect(found[1].measureName == "The month as a whole" && found[1].reviewState == .unset)
  }

  @Test("Reviews of all bodies: the overdue first, then by day")
  func order() throws {
    let words = [
      try Self.said("2025-06", priority: "A", "a", review: "2025-09-01"),
      try Self.said("2025-06", priority: "B", "b", review: "2025-08-01", of: "icb.frimley"),
      try Self.said("2025-06", priority: "C", "c", review: "2025-07-01", of: "icb.dorset"),
    ]
    #expect(threads(words, on: "2025-07-15").map(\.priority) == ["C", "B", "A"])
    let answer = ReviewsAnswer(in: Snapshot(Archive.holding(Shipped.statements + words), trueOn: day("2025-07-15")))
    #expect(answer.sentence == "Three bodies follow three priorities: one is overdue for review.")
  }

  // MARK: One live example, with the A&E figures of Greater Manchester

  /// The share over four hours month by month, from the file's own text.
  private static func shares() throws -> [Double] {
    var reader = try CSVReader(
      try ByteSource.file("\(Published.folder)/\(PublishedSeriesTests.file)").stream())
    let (code, date) = (try reader.column("icb22_code"), try reader.column("date"))
    let (all, over) = (try reader.column("total_attendances"), try reader.column("attendances_over_4hours"))
    var shares: [String: Double] = [:]
    while let row = try reader.next() {
      guard row[code] == "E54000057" else { continue }
      shares[try PublishedSeriesTests.label(row[date])] = (Double(row[over]) ?? .nan) / (Double(row[all]) ?? .nan)
    }
    return shares.sorted { $0.key < $1.key }.map(\.value)
  }

  @Test(
    "A&E in Greater Manchester: priority, measure, signal, action and review can be followed",
    .enabled(if: Published.isPresent, "the folder ../shared/data with the published files is not here"))
  func emergencyInGreaterManchester() throws {
    let words = [
      try Self.said(
        "2025-06", priority: "Shorter waits in A&E", "Fewer waited over four hours than in May.",
        action: "Same-day emergency care at every site", owner: "Chief operating officer", review: "2025-09-30"),
      try Self.said("2025-07", priority: "Shorter waits in A&E", "The fall goes on; 78 in 100 is not in sight."),
    ]
    let held = try PublishedSeriesTests.Held(
      EmergencyCareByBoardReader(), PublishedSeriesTests.file, and: words)
    let snapshot = held.snapshot("2025-08-15")
    let answer = try #require(
      try PrioritiesAnswer(of: ID(slug: Self.board), in: snapshot, blocks: held.blocks))
    let item = try #require(answer.items.first)
    #expect(answer.items.count == 1 && item.gap.isEmpty)
    let series = try #require(item.series)
    // Reckoned here as the rules say: the mean, and 2.66 mean moving ranges to either side, outlying ranges left out.
    let shares = try Self.shares()
    #expect(shares.count == 40)
    let ranges = zip(shares, shares.dropFirst()).map { abs($0 - $1) }
    let usual = ranges.reduce(0, +) / Double(ranges.count)
    let kept = ranges.filter { $0 < 3.267 * usual }
    let mean = shares.reduce(0, +) / Double(shares.count)
    let reach = 2.66 * kept.reduce(0, +) / Double(kept.count)
    let last = try #require(shares.last)
    #expect(last < mean - reach && mean - reach > 0.22, "it fell out of its limits, and they lie above the ambition")
    #expect(series.latest?.value == last && series.latest?.period == "2025-07" && series.goal?.value == 0.22)
    #expect(series.variation == "improvement_low" && series.assurance == "consistent_fail")
    #expect(item.attention == .improving)
    let thread = item.thread
    #expect(thread.measureName == series.measureName && thread.owner == "Chief operating officer")
    #expect(thread.review.text == "2025-09-30" && thread.reviewState == .due)
    #expect(thread.before?.month == "2025-06" && thread.now?.month == "2025-07")
    #expect(
      answer.sentence.hasSuffix(
        "of one priority, none asks for attention by its figures and none is overdue for review."))
    let overdue = try PrioritiesAnswer(
      of: ID(slug: Self.board), in: snapshot.on(day("2025-10-01")), blocks: held.blocks)
    #expect(overdue?.items.first?.thread.reviewState == .overdue)
    #expect(answer.sources.contains { $0.id == "board-paper" })
  }
}
