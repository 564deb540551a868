import Testing
import Vocabulary

@testable import Exchange

@Suite("Dates as files write them")
struct WrittenDateTests {
  @Test(
    "in cells",
    arguments: [
      ("20260401", "2026-04-01"), ("2026-04-01", "2026-04-01"), ("01/04/2026", "2026-04-01"),
      ("1/4/2026", "2026-04-01"), ("01Aug2026", "2026-08-01"), ("01-AUG-2026", "2026-08-01"),
      ("43739", "2019-10-01"),
      ("2026-04-01T00:00:00", "2026-04-01"), ("31 March 2026", "2026-03-31"),
    ])
  func cells(text: String, day: String) { #expect(WrittenDate.day(text)?.description == day) }

  @Test(
    "no dates", arguments: ["", "20260230", "2026", "April", "99999999", "01/13/2026", "A81001", "2026-04"])
  func none(text: String) { #expect(WrittenDate.day(text) == nil) }

  @Test(
    "in names of files",
    arguments: [
      ("etr_2026-04.csv", "2026-04"), ("etr_2025.csv", "2025"), ("epraccur_2022-12.csv", "2022-12"),
      ("GPAD_Practice_Level_Mapping_Aug25.csv", "2025-08"), ("ePCN_2022-2023.xlsx", "2022-01-01/2023-12-31"),
      ("gp-reg-pat-prac-map_2026-08.zip", "2026-08"), ("20260430-RTT-April-2026-full.zip", "2026-04-30"),
      ("map April 2026.csv", "2026-04"), ("MAP_2026_APRIL.csv", "2026-04"),
      ("x_2026-04-30.csv", "2026-04-30"),
    ])
  func names(name: String, moment: String) { #expect(WrittenDate.inName(name)?.description == moment) }

  @Test(
    "names without a date",
    arguments: ["etr.csv", "epraccur", "map-12.csv", "Marsh25x.csv", "1066.csv", "v2.csv"])
  func undated(name: String) { #expect(WrittenDate.inName(name) == nil) }
}
