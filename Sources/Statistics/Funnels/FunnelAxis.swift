internal import Foundation

/// The 100 whole numbers along which a funnel is drawn, close together where it is narrow.
///
/// They follow the spreadsheets of OHID: each step is the even ratio that would reach the end, but at least one.
enum FunnelAxis {
  static let count = 100

  /// Where an axis of sizes ends and starts: 5 per cent beyond the data, rounded outwards; from nought when the largest
  /// is more than twice the smallest.
  static func range(_ sizes: [Double]) -> (start: Double, end: Double) {
    let least = sizes.min() ?? 1
    let most = sizes.max() ?? 1
    let start = most > 2 * least ? 0 : rounded(0.95 * least, figures: 1, .down)
    return (start, rounded(1.05 * most, figures: 2, .up))
  }

  /// The places from a start to an end. `steps` is in how many the end would be reached.
  static func places(from start: Double, to end: Double, steps: Int = count - 1) -> [Double] {
    var places = [max(1, start)]
    while places.count < count {
      let last = places[places.count - 1]
      let ratio = pow(end / last, 1 / Double(steps + 1 - places.count))
      places.append(max((ratio * last).rounded(.toNearestOrEven), last + 1))
    }
    return places
  }

  private static func rounded(_ value: Double, figures: Int, _ rule: FloatingPointRoundingRule) -> Double {
    guard value > 0 else { return 0 }
    let power = Int(log10(value).rounded(.down)) - figures + 1
    let unit = pow(10, Double(abs(power)))
    return power < 0 ? (value * unit).rounded(rule) / unit : (value / unit).rounded(rule) * unit
  }
}
