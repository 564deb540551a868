import Chronicle
import Exchange
import Formats
import Measures
import Recast
import Register
import Statistics
import Testing
import Vocabulary

@testable import Answers

/// A stable process in every sub-ICB location, with the seeded noise of its size, across 1 April 2026.
@Suite("A merger is no special cause")
struct MergerSeriesTests {
  /// Random numbers that are the same each time (splitmix64).
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// Thirty months from January 2024, counted by the sub-ICB locations of each month as a person would send them.
  private static func table(seed: UInt64) -> String {
    var random = Seeded(state: seed)
    var lines = ["measure,period,unit,value,basis,grain,additivity"]
    for index in 0..<30 {
      let (year, month) = (2024 + index / 12, index % 12 + 1)
      let label = "\(year)-\(month < 10 ? "0" : "")\(month)"
      let register = shipped("\(label)-28").register
      for body in register.everyBody(.subICBLocation).sorted() {
        guard let code = register.code(body, in: "ods") else { continue }
        // The sum of twelve even draws is near enough normal; its standard deviation is 1.
        let noise = (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
        lines.append(
          "sample.contacts,\(label),\(code),\(Int((5_000 + 70 * noise).rounded())),commissioned,sub-icb-location,additive"
        )
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test(
    "Boards of 2026 whose parts nest show no point outside their limits from April 2026 on",
    arguments: [UInt64(1), 2, 3])
  func stable(_ seed: UInt64) throws {
    let text = Self.table(seed: seed)
    let file = try InputFile(name: "contacts.csv", bytes: ByteSource(Array(text.utf8), name: "contacts.csv"))
    let reading = try TidyFiguresReader().read(file, register: shipped("2026-11-21").register)
    let held = try PublishedSeriesTests.Held(reading)
    let figures = try held.series("sample.contacts", on: "2026-11-21")
    #expect(figures.points.count == 36 && figures.whole.count == 30)
    for name in ["central-east", "west-and-north-london", "norfolk-and-suffolk", "essex"] {
      let answer = try held.judged("icb.\(name)", "sample.contacts", on: "2026-11-21")
      let after = answer.points.filter { $0.period >= "2026-04" }
      #expect(after.count == 3 && after.allSatisfy { $0.value != nil })
      #expect(after.allSatisfy { $0.meaning == "common_cause" }, "\(name): \(answer.sentence)")
      #expect(answer.suggestion == nil, "\(name): \(answer.suggestion?.sentence ?? "")")
      #expect(answer.notes.contains { $0.effect == "map" && $0.from.moment.day == day("2026-04-01") })
    }
  }
}
