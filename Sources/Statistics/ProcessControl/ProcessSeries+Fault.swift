extension ProcessSeries {
  /// Why a series cannot be charted.
  public struct Fault: Error, Hashable, Sendable {
    /// The position of the point at fault; nil where it is the series.
    public var position: Int?
    /// What is wrong and what to do.
    public var reason: String
  }

  /// The first thing that keeps a series from being charted; nil when nothing does.
  public func fault(under rules: ControlRules) -> Fault? {
    if let baseline, baseline < 12 {
      return Fault(position: nil, reason: "limits cannot be fixed after \(baseline) points: give 12 or more")
    }
    if kind.hasDenominator, denominators.count != values.count {
      return Fault(position: nil, reason: "a chart of kind \(kind.rawValue) needs a denominator for every value")
    }
    if case .moving(let targets) = target, targets.count != values.count {
      return Fault(position: nil, reason: "a moving target needs a place for every value, which may be empty")
    }
    for (position, value) in values.enumerated() {
      if let reason = fault(of: value, at: position) { return Fault(position: position, reason: reason) }
    }
    return nil
  }

  private func fault(of value: Double, at position: Int) -> String? {
    if value.isInfinite { return "the value is not finite" }
    if kind != .individuals, kind != .run, value < 0 {
      return "the value is below nought, which a chart of kind \(kind.rawValue) cannot hold"
    }
    guard kind.hasDenominator else { return nil }
    let denominator = denominators[position]
    if denominator.isInfinite { return "the denominator is not finite" }
    if denominator <= 0 { return "the denominator is not above nought: leave it empty where nothing was counted" }
    if kind == .p || kind == .pPrime, value > denominator {
      return "more cases (\(value)) are counted than there were (\(denominator))"
    }
    return nil
  }
}
