#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension ControlChart {
  /// Gives the points of a stretch their centre and limits, and returns the stretch with its moving ranges.
  mutating func limit(_ stretch: Stretch, _ series: ProcessSeries, _ rules: ControlRules) -> Stretch {
    var stretch = stretch
    switch series.kind {
    case .individuals: limitIndividuals(&stretch, rules)
    case .run: setCentre(stretch, median(stretch))
    case .p, .pPrime, .u, .uPrime: limitRates(&stretch, series, rules)
    case .c: limitCounts(stretch)
    case .t: limitTimes(&stretch, rules)
    case .g: limitGaps(stretch, rules)
    }
    return stretch
  }

  /// Mean ± 2.66 mean moving ranges; near is two thirds of that. Not held above nought or below 100 %.
  private mutating func limitIndividuals(_ stretch: inout Stretch, _ rules: ControlRules) {
    ranged.removeAll(keepingCapacity: true)
    for point in points { ranged.append(point.baselineValue) }
    findMovingRanges(&stretch, rules)
    let centre = mean(stretch)
    let reach = rules.limitFactor * stretch.meanRange
    let near = 2 * (rules.limitFactor / 3) * stretch.meanRange
    for position in stretch.positions {
      points[position].setLimits(
        centre, lower: centre - reach, upper: centre + reach, centre - near, centre + near)
    }
  }

  /// p and u: the pooled rate ± 3 σ of each denominator. p′ and u′ widen σ by the mean moving range of the
  /// standardised rates over 1.128, so that chance is not the only thing they allow for.
  ///
  /// Source: D. C. Montgomery, *Introduction to Statistical Quality Control*, control charts for attributes; D. B. Laney,
  /// *Improved control charts for attributes*, Quality Engineering 14 (2002) 531–537.
  private mutating func limitRates(_ stretch: inout Stretch, _ series: ProcessSeries, _ rules: ControlRules) {
    var above = CompensatedSum()
    var below = CompensatedSum()
    for position in stretch.positions where !points[position].baselineValue.isNaN {
      above.add(series.values[position])
      below.add(series.denominators[position])
    }
    let isShare = series.kind == .p || series.kind == .pPrime
    let centre = above.value / below.value
    let variance = isShare ? centre * (1 - centre) : centre
    var widening = 1.0
    if series.kind == .pPrime || series.kind == .uPrime {
      ranged.removeAll(keepingCapacity: true)
      for (position, point) in points.enumerated() {
        ranged.append((point.baselineValue - centre) / (variance / series.denominators[position]).squareRoot())
      }
      findMovingRanges(&stretch, rules)
      widening = stretch.meanRange / 1.128
    }
    let ceiling = isShare ? 1 : Double.infinity
    for position in stretch.positions {
      let isMissing = points[position].value.isNaN
      let sigma = isMissing ? .nan : (variance / series.denominators[position]).squareRoot() * widening
      setClipped(position, centre, about: centre, sigma: sigma, ceiling: ceiling)
    }
  }

  /// c: the mean ± 3 √mean.
  ///
  /// Source: D. C. Montgomery, *Introduction to Statistical Quality Control*, control charts for nonconformities.
  private mutating func limitCounts(_ stretch: Stretch) {
    let centre = mean(stretch)
    for position in stretch.positions {
      setClipped(position, centre, about: centre, sigma: centre.squareRoot())
    }
  }

  /// g: the mean m ± 3 √(m (m + 1)), drawn about the mean or the median.
  ///
  /// Source: J. C. Benneyan, *Number-between g-type statistical quality control charts for monitoring adverse events*,
  /// Health Care Management Science 4 (2001) 305–318; L. P. Provost and S. K. Murray, *The Health Care Data Guide* (2011),
  /// for the median.
  private mutating func limitGaps(_ stretch: Stretch, _ rules: ControlRules) {
    let mean = mean(stretch)
    let centre = rules.gapCentre == .mean ? mean : median(stretch)
    for position in stretch.positions {
      setClipped(position, centre, about: mean, sigma: (mean * (mean + 1)).squareRoot())
    }
  }

  /// t: the limits of individual values of time^(1/3.6), which is nearly normal, raised to 3.6 again.
  ///
  /// Source: L. S. Nelson, *A control chart for parts-per-million nonconforming items*, Journal of Quality Technology 26
  /// (1994) 239–240.
  private mutating func limitTimes(_ stretch: inout Stretch, _ rules: ControlRules) {
    ranged.removeAll(keepingCapacity: true)
    for point in points { ranged.append(pow(point.baselineValue, 1 / 3.6)) }
    findMovingRanges(&stretch, rules)
    var sum = CompensatedSum()
    for position in stretch.positions where !ranged[position].isNaN { sum.add(ranged[position]) }
    let centre = sum.mean
    let sigma = stretch.meanRange / 1.128
    func time(_ root: Double) -> Double { root < 0 ? 0 : pow(root, 3.6) }
    for position in stretch.positions {
      points[position].setLimits(
        time(centre), lower: time(centre - 3 * sigma), upper: time(centre + 3 * sigma),
        time(centre - 2 * sigma), time(centre + 2 * sigma))
    }
  }

  /// Takes the moving ranges of ``ranged`` and their mean, and screens them once where the rules ask for it.
  ///
  /// A missing value has no range on either side. An excluded one is passed over, so that its neighbours make a range.
  private mutating func findMovingRanges(_ stretch: inout Stretch, _ rules: ControlRules) {
    var sum = CompensatedSum()
    var before = Double.nan
    for position in stretch.positions.lowerBound..<stretch.baselineEnd where !points[position].isExcluded {
      let range = (ranged[position] - before).magnitude
      before = ranged[position]
      points[position].movingRange = range
      points[position].usesMovingRange = !range.isNaN
      if !range.isNaN { sum.add(range) }
    }
    stretch.rawMeanRange = sum.mean
    stretch.meanRange = sum.mean
    if rules.screening != .off { screen(&stretch, rules.screening) }
  }

  private mutating func screen(_ stretch: inout Stretch, _ screening: ControlRules.Screening) {
    let bound = 3.267 * stretch.rawMeanRange
    var kept = CompensatedSum()
    for position in stretch.positions where points[position].movingRange < bound {
      kept.add(points[position].movingRange)
    }
    if screening == .unlessNothingVaries, !(kept.value > 0) { return }
    stretch.meanRange = kept.mean
    for position in stretch.positions where !(points[position].movingRange < bound) {
      points[position].usesMovingRange = false
    }
  }

  private func mean(_ stretch: Stretch) -> Double {
    var sum = CompensatedSum()
    for position in stretch.positions where !points[position].baselineValue.isNaN {
      sum.add(points[position].baselineValue)
    }
    return sum.mean
  }

  private mutating func median(_ stretch: Stretch) -> Double {
    sorted.removeAll(keepingCapacity: true)
    for position in stretch.positions where !points[position].baselineValue.isNaN {
      sorted.append(points[position].baselineValue)
    }
    guard !sorted.isEmpty else { return .nan }
    sorted.sort()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }

  private mutating func setCentre(_ stretch: Stretch, _ centre: Double) {
    for position in stretch.positions { points[position].centre = centre }
  }

  /// Three and two sigma about a middle, held between nought and a ceiling.
  private mutating func setClipped(
    _ position: Int, _ centre: Double, about middle: Double, sigma: Double, ceiling: Double = .infinity
  ) {
    func clipped(_ limit: Double) -> Double { limit < 0 ? 0 : limit > ceiling ? ceiling : limit }
    points[position].setLimits(
      centre, lower: clipped(middle - 3 * sigma), upper: clipped(middle + 3 * sigma),
      clipped(middle - 2 * sigma), clipped(middle + 2 * sigma))
  }
}

extension ControlPoint {
  /// Takes its centre and limits.
  mutating func setLimits(_ centre: Double, lower: Double, upper: Double, _ nearLower: Double, _ nearUpper: Double) {
    self.centre = centre
    self.lower = lower
    self.upper = upper
    self.nearLower = nearLower
    self.nearUpper = nearUpper
  }
}
