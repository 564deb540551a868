import Vocabulary

/// Where everything in a ``LifeLine`` goes.
struct LifeLayout {
  struct Words {
    var text: String
    var x: Double
    var baseline: Double
    var lettering: Lettering
    var isInside: Bool
  }

  struct Bar {
    var stretch: LifeLine.Stretch
    var left: Double
    var right: Double
    var top: Double
    var isCurrent: Bool
    var goesOn: Bool
    var doubts: [ClosedRange<Double>]
    var words: Words?

    /// A rectangle, or an arrow when the bar goes on.
    func outline(depth: Double) -> Outline {
      var outline = Outline()
      let neck = goesOn ? max(left, right - depth / 2) : right
      outline.move(left, top)
      outline.line(neck, top)
      if goesOn { outline.line(right, top + depth / 2) }
      outline.line(neck, top + depth)
      outline.line(left, top + depth)
      outline.close()
      return outline
    }
  }

  struct Row {
    var name: String
    var label: [String]
    var labelBaseline: Double
    var lettering: Lettering
    var bars: [Bar]
  }

  let breadth: Breadth
  let start: Double
  let end: Double
  let axis = 38.0
  let depth: Double
  private let laneStep: Double
  private(set) var rows: [Row] = []
  private(set) var height = 0.0

  private let firstDay: Double
  private let lastDay: Double

  init(_ drawing: LifeLine, _ breadth: Breadth) {
    self.breadth = breadth
    start = breadth == .wide ? 132 : 0
    end = breadth.width - 1
    depth = breadth == .wide ? 22 : 11
    laneStep = breadth == .wide ? 25 : 31
    firstDay = Self.number(Day(year: drawing.years.lowerBound, month: 1, day: 1))
    lastDay = Self.number(Day(year: drawing.years.upperBound + 1, month: 1, day: 1))
    var top = axis + 8
    for row in drawing.rows {
      rows.append(place(row, chosen: drawing.chosen, top: &top))
    }
    height = top
  }

  private static func number(_ day: Day?) -> Double { Double(day?.number ?? 0) }

  /// The place of a day along the axis, also outside it.
  func x(_ day: Day) -> Double { x(Double(day.number)) }

  private func x(_ number: Double) -> Double {
    start + (number - firstDay) / max(1, lastDay - firstDay) * (end - start)
  }

  // MARK: Rows

  private func place(_ row: LifeLine.Row, chosen: Day, top: inout Double) -> Row {
    let isWide = breadth == .wide
    let lettering = Lettering(isWide ? 14 : 13, bold: !isWide)
    let label = lettering.lines(of: row.label, within: isWide ? start - 12 : end, limit: 2)
    let labelBaseline = top + (isWide ? depth / 2 + lettering.size * 0.36 : lettering.size)
    // On a narrow page every bar has a line of its own, below its words.
    if !isWide { top += lettering.leading * Double(label.count) + 15 }

    var lanes: [Double] = []
    var bars: [(bar: Bar, lane: Int)] = []
    for stretch in row.stretches {
      var bar = bar(stretch, chosen: chosen)
      let lane = (isWide ? lanes.firstIndex { $0 <= bar.left + 0.5 } : nil) ?? lanes.count
      if lane == lanes.count { lanes.append(0) }
      lanes[lane] = bar.right
      bar.top = top + Double(lane) * laneStep
      bars.append((bar, lane))
    }
    for index in bars.indices {
      let (bar, lane) = bars[index]
      let next =
        bars.filter { $0.lane == lane && $0.bar.left >= bar.right - 0.5 }.map(\.bar.left).min() ?? end
      let before =
        bars.filter { $0.lane == lane && $0.bar.right <= bar.left + 0.5 }.map(\.bar.right).max() ?? start
      bars[index].bar.words = isWide ? words(for: bar, after: before, before: next) : wordsAbove(bar)
    }
    let lanesDepth = Double(max(1, lanes.count) - 1) * laneStep + depth
    top += max(lanesDepth, isWide ? lettering.leading * Double(label.count) : 0) + (isWide ? 12 : 18)
    return Row(
      name: row.label, label: label, labelBaseline: labelBaseline, lettering: lettering, bars: bars.map(\.bar)
    )
  }

  /// The label inside the bar where it fits, else beside it where there is room. Otherwise it is left to the
  /// bar's title and the table.
  private func words(for bar: Bar, after before: Double, before next: Double) -> Words? {
    let lettering = Lettering(13)
    let width = lettering.width(of: bar.stretch.label)
    let baseline = bar.top + depth / 2 + lettering.size * 0.36
    func words(_ text: String, _ x: Double, isInside: Bool) -> Words {
      Words(text: text, x: x, baseline: baseline, lettering: lettering, isInside: isInside)
    }
    let early = bar.doubts.first { $0.lowerBound <= bar.left + 0.5 }.map { $0.upperBound - bar.left } ?? 0
    let late = bar.doubts.first { $0.upperBound >= bar.right - 0.5 }.map { bar.right - $0.lowerBound } ?? 0
    let inside = bar.right - bar.left - 10 - (bar.goesOn ? depth / 2 : 0) - early - late
    if width <= inside { return words(bar.stretch.label, bar.left + early + 6, isInside: true) }
    if width + 10 <= next - bar.right { return words(bar.stretch.label, bar.right + 5, isInside: false) }
    if width + 10 <= bar.left - before {
      return words(bar.stretch.label, bar.left - 5 - width, isInside: false)
    }
    guard inside >= 60 else { return nil }
    return words(lettering.cut(bar.stretch.label, within: inside), bar.left + early + 6, isInside: true)
  }

  private func wordsAbove(_ bar: Bar) -> Words {
    let lettering = Lettering(12.5)
    let text = lettering.cut(bar.stretch.label, within: end - start)
    let x = max(start, min(bar.left, end - lettering.width(of: text)))
    return Words(text: text, x: x, baseline: bar.top - 4, lettering: lettering, isInside: false)
  }

  // MARK: Bars

  private func bar(_ stretch: LifeLine.Stretch, chosen: Day) -> Bar {
    let from = span(of: stretch.from, isFirst: true)
    let until = span(of: stretch.until, isFirst: false)
    func clamped(_ number: Double) -> Double { min(end, max(start, x(number))) }
    let left = clamped(from.lowerBound)
    let right = max(left + 2, clamped(until.upperBound))
    var doubts: [ClosedRange<Double>] = []
    let known = clamped(from.upperBound)
    if known > left + 0.5 { doubts.append(left...min(known, right)) }
    let sure = clamped(until.lowerBound)
    if sure < right - 0.5 { doubts.append(max(sure, left)...right) }
    let day = Double(chosen.number)
    return Bar(
      stretch: stretch, left: left, right: right, top: 0,
      isCurrent: !stretch.isPlanned && from.lowerBound <= day && day < until.upperBound,
      goesOn: stretch.until == .open && right >= end - 0.5, doubts: doubts)
  }

  /// The first and last day an edge can be.
  private func span(of edge: LifeLine.Edge, isFirst: Bool) -> ClosedRange<Double> {
    func between(_ a: Day?, _ b: Day?) -> ClosedRange<Double> {
      let (a, b) = (Self.number(a), Self.number(b))
      return min(a, b)...max(a, b)
    }
    switch edge {
    case .day(let day): return between(day, day)
    case .month(let year, let month):
      let first = Day(year: year, month: month, day: 1)
      return between(first, first?.startOfNextMonth)
    case .year(let year):
      return between(Day(year: year, month: 1, day: 1), Day(year: year + 1, month: 1, day: 1))
    case .unknown: return isFirst ? firstDay...(firstDay + 300) : (lastDay - 300)...lastDay
    case .open: return isFirst ? firstDay...firstDay : lastDay...lastDay
    }
  }
}
