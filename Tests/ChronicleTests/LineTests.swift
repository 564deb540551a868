import Chronicle
import Testing
import Vocabulary

@Suite("Lines")
struct LineTests {
  @Test(
    "Fields survive",
    arguments: [[""], ["a", "", "b"], ["tab\there", "line\nend", "back\\slash", "\r"], ["é\\t"]])
  func roundTrip(fields: [String]) throws {
    #expect(try Line.split(Line.join(fields)) == fields)
    #expect(!Line.join(fields).contains("\n"))
  }

  @Test("What no writer writes is refused", arguments: ["a\\", "a\\x", "a\u{0}b", "a\u{7f}"])
  func refused(line: String) { #expect(throws: LineError.self) { try Line.split(line) } }

  @Test(
    "A statement reads back as itself",
    arguments: [
      "source-1\t\t\tpublic\tofficial\t\ts\tTitle\tPublisher\t2026-04\t\t\t",
      "source-1\t2016\t2026-04-01\tinternal\tassumed\tx#row=3\ts\tT\tP\t\t\t\t",
      "source-1\t<2017-06\t?\trestricted\tremembered\tx\ts",
    ])
  func statements(row: String) throws { #expect(try Statement(row).text == row) }
}

@Suite("Moments and periods")
struct MomentTests {
  @Test(
    "Text survives",
    arguments: [
      "2022-07-01", "2017-06", "2016", "<2017-06", "<2017", ">2019", ">2019-05-03", "?",
      "2017-06-03/2017-06-09",
    ])
  func roundTrip(text: String) { #expect(Moment(text)?.description == text) }

  @Test(
    "What is no date is refused",
    arguments: ["", "20", "2017-13", "<", "<?", ">>2017", "2017/2018", "June 2017"])
  func refused(text: String) { #expect(Moment(text) == nil) }

  @Test("A body that ends and one that starts on a day neither overlap nor leave a gap")
  func halfOpen() throws {
    let change = try #require(Day("2026-04-01"))
    let before = try #require(Period(from: "2022-07-01", until: "2026-04-01"))
    let after = try #require(Period(from: "2026-04-01", until: ""))
    for day in [change.advanced(by: -1), change, change.advanced(by: 1)] {
      #expect((before.contains(day) == true) != (after.contains(day) == true))
    }
    #expect(before.intersection(after) == nil)
  }

  @Test("A partial date leaves open what it leaves open")
  func partial() throws {
    let period = try #require(Period(from: "2017-06", until: "?"))
    #expect(period.contains(try #require(Day("2017-05-31"))) == false)
    #expect(period.contains(try #require(Day("2017-06-15"))) == nil)
    #expect(period.contains(try #require(Day("2020-01-01"))) == nil)
  }

  @Test(
    "London keeps its own midnight",
    arguments: [
      ("2026-03-29T00:59:59Z", "2026-03-29", false), ("2026-03-29T01:00:00Z", "2026-03-29", true),
      ("2026-07-01T23:30:00Z", "2026-07-02", true), ("2026-10-25T00:59:59Z", "2026-10-25", true),
      ("2026-10-25T01:00:00Z", "2026-10-25", false), ("2026-12-31T23:59:59Z", "2026-12-31", false),
    ])
  func london(text: String, day: String, summer: Bool) throws {
    let instant = try #require(Instant(text))
    #expect(instant.description == text)
    #expect(instant.londonDay.description == day)
    #expect(instant.isBritishSummerTime == summer)
  }
}
