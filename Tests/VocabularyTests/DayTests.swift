import Testing
import Vocabulary

@Suite("Days")
struct DayTests {
  @Test(
    "Text and calendar agree",
    arguments: [
      ("1970-01-01", 0), ("2000-02-29", 11_016), ("2022-07-01", 19_174), ("2026-04-01", 20_544),
      ("1969-12-31", -1), ("1600-03-01", -135_080),
    ])
  func known(text: String, number: Int) {
    #expect(Day(text)?.number == Int32(number))
    #expect(Day(number: Int32(number)).description == text)
  }

  @Test(
    "What is no date is refused",
    arguments: ["2026-02-29", "2026-13-01", "2026-4-1", "", "20260401", "2026-00-10"])
  func refused(text: String) { #expect(Day(text) == nil) }

  @Test("Every day of four centuries survives the round trip, in order")
  func roundTrip() {
    var previous: Day?
    for number in Int32(-135_000)...Int32(30_000) {
      let day = Day(number: number)
      let date = day.civil
      let again = Day(year: date.year, month: date.month, day: date.day)
      guard again == day, previous.map({ $0 < day }) ?? true else {
        Issue.record("day \(number) does not survive")
        return
      }
      previous = day
    }
  }
}
