/// A step change that the figures suggest, with what speaks for it. It is never applied by itself.
///
/// Whether limits are recalculated is a judgement: it needs a known cause, and a change that lasted. The figures can only
/// show where to ask.
public struct SuggestedStep: Hashable, Sendable {
  /// The position of the first point after the step.
  public var position: Int
  /// The mean of the points before it, in its stretch.
  public var meanBefore: Double
  /// The mean of the points from it on.
  public var meanAfter: Double
  /// How many points are before it.
  public var countBefore: Int
  /// How many points follow.
  public var countAfter: Int
  /// How many points from it on are on one side of the mean before it, one after another.
  public var runLength: Int
  /// The difference of the means in standard errors.
  public var standardErrors: Double

  /// The fewest points on each side: what the Making Data Count team asks for before limits are recalculated.
  public static let fewestPoints = 12
  /// The fewest standard errors between the means. Of stable series of 36 points, fewer than one in a hundred reaches it.
  public static let fewestStandardErrors = 4.5
}

extension ControlChart {
  /// The step change that the last stretch suggests most strongly; nil when none is clear.
  ///
  /// The stretch is cut at every place that leaves twelve values on each side. A cut is clear when the means differ by at
  /// least ``SuggestedStep/fewestStandardErrors`` standard errors, σ being the mean moving range over 1.128, and when the
  /// values that follow stay on one side of the mean before for a whole shift. The clearest cut is suggested.
  ///
  /// For charts of individual values; nil for the others. O(points).
  ///
  /// Source: D. M. Hawkins, *Testing a sequence of observations for a shift in location*, Journal of the American
  /// Statistical Association 72 (1977) 180–186.
  public func suggestedStep(by rules: ControlRules) -> SuggestedStep? {
    guard kind == .individuals, let stretch = stretches.last, stretch.rawMeanRange > 0 else { return nil }
    let positions = stretch.positions.filter { !points[$0].value.isNaN && !points[$0].isExcluded }
    let fewest = SuggestedStep.fewestPoints
    guard positions.count >= 2 * fewest else { return nil }
    let sigma = (stretch.meanRange > 0 ? stretch.meanRange : stretch.rawMeanRange) / 1.128
    var total = CompensatedSum()
    for position in positions { total.add(points[position].value) }
    var before = CompensatedSum()
    var best: SuggestedStep?
    for (cut, position) in positions.enumerated() {
      let after = positions.count - cut
      if cut >= fewest, after >= fewest {
        let meanBefore = before.mean
        let meanAfter = (total.value - before.value) / Double(after)
        let error = sigma * (1 / Double(cut) + 1 / Double(after)).squareRoot()
        let distance = ((meanAfter - meanBefore) / error).magnitude
        if distance >= SuggestedStep.fewestStandardErrors, distance > best?.standardErrors ?? 0 {
          let isHigher = meanAfter > meanBefore
          let run = positions[cut...].prefix {
            isHigher ? points[$0].value > meanBefore : points[$0].value < meanBefore
          }
          if run.count >= rules.shiftLength {
            best = SuggestedStep(
              position: position, meanBefore: meanBefore, meanAfter: meanAfter, countBefore: cut, countAfter: after,
              runLength: run.count, standardErrors: distance)
          }
        }
      }
      before.add(points[position].value)
    }
    return best
  }
}
