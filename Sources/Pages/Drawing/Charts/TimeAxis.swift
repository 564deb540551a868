import Vocabulary

/// Which points of a series have their time written beneath them, so that no two labels touch.
struct TimeAxis {
  struct Label: Equatable {
    /// The position of its point.
    let position: Int
    let words: String
    /// The middle of its words.
    let x: Double
  }

  let labels: [Label]

  /// Labels for points at these places: months where each point has a day, and otherwise every so manieth label.
  ///
  /// Months are labelled in steps of the financial year: each, each quarter from April, each half year, each April,
  /// or each April of every second, third, fifth or tenth year. O(points).
  init(
    _ points: [(label: String, day: Day?)], at places: [Double], _ lettering: Lettering,
    within range: ClosedRange<Double>
  ) {
    let days = points.compactMap(\.day)
    let short = points.map(\.label).allSatisfy { lettering.width(of: $0) < 44 }
    var found: [Label] = []
    if days.count == points.count, !short {
      let months = days.map { day in
        let civil = day.civil
        return civil.year * 12 + civil.month - 4  // From April.
      }
      for step in [1, 3, 6, 12, 24, 36, 60, 120] {
        let chosen = months.indices.filter { index in
          let block = Self.block(months[index], step)
          return index == 0 ? months[index] == block * step : block != Self.block(months[index - 1], step)
        }
        found = chosen.map { index in
          Self.label(index, Self.month(months[index]), at: places[index], lettering, range)
        }
        if Self.isClear(found, lettering) { break }
      }
    }
    if found.isEmpty || !Self.isClear(found, lettering) {
      for step in 1...max(1, points.count) {
        found = stride(from: 0, to: points.count, by: step).map { index in
          Self.label(index, points[index].label, at: places[index], lettering, range)
        }
        if Self.isClear(found, lettering) { break }
      }
    }
    labels = found
  }

  private static func block(_ month: Int, _ step: Int) -> Int { (month - (month % step + step) % step) / step }

  /// `Apr 2024`.
  private static func month(_ fromApril: Int) -> String {
    let month = fromApril + 3
    return "\(Day.monthNames[((month % 12) + 12) % 12].prefix(3)) \(block(month, 12))"
  }

  private static func label(
    _ position: Int, _ words: String, at x: Double, _ lettering: Lettering, _ range: ClosedRange<Double>
  ) -> Label {
    let words = lettering.cut(words, within: range.upperBound - range.lowerBound)
    let half = lettering.width(of: words) / 2
    return Label(
      position: position, words: words, x: min(max(x, range.lowerBound + half), range.upperBound - half))
  }

  /// Whether there is room between each label and the next.
  private static func isClear(_ labels: [Label], _ lettering: Lettering) -> Bool {
    zip(labels, labels.dropFirst()).allSatisfy { a, b in
      a.x + lettering.width(of: a.words) / 2 + 10 <= b.x - lettering.width(of: b.words) / 2
    }
  }
}
