import Recast
import Register
import Vocabulary

/// A crosswalk from as many atoms as England has small areas, and figures through it.
func measureRecasting() {
  let stopwatch = Stopwatch(runs: 5)
  let boards = (0..<42).map { ID<Body>(slug: "icb-\($0)") }
  let locations: [Location] = (0..<33_755).map { .whole(boards[($0 * 7919) % 42], .direct) }
  stopwatch.measure("crosswalk of 33,755 placed atoms", budget: .milliseconds(50)) {
    precondition(Crosswalk(locations) { $0.text }.targets.count == 42)
  }
  let crosswalk = Crosswalk(locations) { $0.text }
  let figures = (0..<33_755).map { Double($0 % 900) }
  stopwatch.measure("one measure of 33,755 atoms, with marks", budget: .milliseconds(2)) {
    precondition(Recasting(figures, through: crosswalk).rows.count == 42)
  }

  // Ten years of 70 monthly measures on 1,500 units: 12.6 million figures.
  let units = Crosswalk((0..<1_500).map { .whole(boards[($0 * 31) % 42], .direct) }) { $0.text }
  let months = [Double](repeating: 3, count: 12_600_000)
  var sums = [Double](repeating: 0, count: 42 * 8_400)
  stopwatch.measure("12.6 million figures to a new footprint", budget: .milliseconds(100)) {
    months.withUnsafeBufferPointer { all in
      sums.withUnsafeMutableBufferPointer { out in
        for month in 0..<8_400 {
          units.sum(
            UnsafeBufferPointer(rebasing: all[month * 1_500..<(month + 1) * 1_500]),
            into: UnsafeMutableBufferPointer(rebasing: out[month * 42..<(month + 1) * 42]))
        }
      }
    }
  }
}
