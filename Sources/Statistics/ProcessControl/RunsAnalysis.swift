/// Whether points fall about a centre as chance would have them: the longest run and the number of crossings.
///
/// Points on the centre, missing ones and excluded ones are left out. Both bounds hold for any process that is stable and
/// for which either side is as likely; they ask nothing else of its distribution.
///
/// Source: J. Anhøj and A. V. Olesen, *Run charts revisited*, PLoS ONE 9 (2014) e113825; the longest run after
/// M. F. Schilling, *The surprising predictability of long runs*, Mathematics Magazine 85 (2012) 141–149; the crossings
/// after Z. Chen, *A note on the runs test*, Model Assisted Statistics and Applications 5 (2010) 73–77.
public struct RunsAnalysis: Hashable, Sendable {
  /// How many points are on one side or the other.
  public var usefulCount = 0
  /// The length of the longest run on one side.
  public var longestRun = 0
  /// How often the series crosses its centre.
  public var crossings = 0

  /// The analysis of one stretch of a chart. O(points).
  public init(of stretch: ControlChart.Stretch, in chart: ControlChart) {
    var side: Int8 = 0
    var run = 0
    for point in chart.points[stretch.positions] where point.side != 0 && !point.isExcluded {
      if point.side != side, side != 0 { crossings += 1 }
      run = point.side == side ? run + 1 : 1
      side = point.side
      usefulCount += 1
      longestRun = max(longestRun, run)
    }
  }

  /// The longest run that chance explains: log₂ n rounded, and 3.
  public var longestRunAllowed: Int { RunsAnalysis.longestRun(of: usefulCount) }
  /// The fewest crossings that chance explains: the 5 % point of the binomial distribution of n - 1 even trials.
  public var crossingsNeeded: Int { RunsAnalysis.crossings(of: usefulCount) }
  /// Whether chance does not explain them.
  public var isSignal: Bool {
    usefulCount > 0 && (longestRun > longestRunAllowed || crossings < crossingsNeeded)
  }

  /// The longest run that chance explains among so many useful points.
  public static func longestRun(of count: Int) -> Int {
    guard count > 0 else { return 0 }
    // log₂ n rounds up where n² is at least half way, 2^(2k + 1), on a scale of logarithms.
    let whole = Int.bitWidth - 1 - count.leadingZeroBitCount
    let half = Double(count) * Double(count) >= Double(sign: .plus, exponent: 2 * whole + 1, significand: 1)
    return whole + (half ? 1 : 0) + 3
  }

  /// The fewest crossings that chance explains among so many useful points. O(count).
  public static func crossings(of count: Int) -> Int {
    let trials = count - 1
    guard trials > 0 else { return 0 }
    // Probabilities relative to that of the middle, so that none that matters is too small to hold.
    let middle = trials / 2
    var below: [Double] = [1]
    var chance = 1.0
    for successes in stride(from: middle, to: 0, by: -1) {
      chance *= Double(successes) / Double(trials - successes + 1)
      below.append(chance)
    }
    var lower = CompensatedSum()
    for chance in below { lower.add(chance) }
    // The distribution is symmetrical: an odd number of trials has two middles, an even number one.
    let total = 2 * lower.value - (trials.isMultiple(of: 2) ? 1 : 0)
    var reached = CompensatedSum()
    for successes in 0...middle {
      reached.add(below[middle - successes])
      if reached.value >= 0.05 * total { return successes }
    }
    return middle
  }
}
