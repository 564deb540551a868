public import Vocabulary

/// The rules of the duties as functions of figures alone.
public enum DutyRules {
  /// The target of the mental health investment standard: what was spent before, raised by the growth of the base and
  /// any further points, and what fell short before. Nil where a figure is missing.
  ///
  /// Source: NHS England, assurance of the mental health investment standard; 2019/20 added 0.7 points. The base growth
  /// is the one before convergence.
  public static func mentalHealthTarget(
    lastYear: Pence?, baseGrowth: Double?, furtherPoints: Double = 0, shortfall: Pence = .zero
  ) -> Pence? {
    guard let lastYear, let baseGrowth, let raised = Pence(pounds: lastYear.pounds * (1 + baseGrowth + furtherPoints))
    else { return nil }
    return raised + shortfall
  }

  /// How the spend on mental health compares with its target when the standard is met: more than it in 2022/23, when
  /// growth had to be above that of the base, and no less than it since.
  ///
  /// A target that NHS England issued is a number to reach, in every year.
  public static func mentalHealthComparison(in year: FinancialYear, isIssued: Bool) -> Duty.Comparison {
    year.start == 2022 && !isIssued ? .moreThan : .atLeast
  }

  /// The least spend that keeps a share of the total where it was: rounded up to the penny. Nil where the total was not
  /// above £0.
  public static func spendKeepingShare(part: Pence, of total: Pence, in newTotal: Pence) -> Pence? {
    guard total > .zero, part >= .zero, newTotal >= .zero else { return nil }
    let product = Int128(part.count) * Int128(newTotal.count)
    let (quotient, rest) = product.quotientAndRemainder(dividingBy: Int128(total.count))
    guard let whole = Int64(exactly: quotient + (rest > 0 ? 1 : 0)) else { return nil }
    return Pence(whole)
  }

  /// What remains of elective recovery: the difference of value-weighted activity from its target, at the margin paid.
  ///
  /// Source: NHS England, elective recovery 2022/23 (75 parts in 100) and 2023/24 (all).
  public static func electiveRecovery(
    reached: Double, target: Double, baseline: Pence, margin: Double
  ) -> Pence? {
    Pence(pounds: (reached - target) * baseline.pounds * margin)
  }
}
