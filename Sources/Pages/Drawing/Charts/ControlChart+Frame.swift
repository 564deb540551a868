extension ControlChart {
  /// Where everything of a chart goes.
  struct Frame {
    /// A sign above the drawing and the line down from it.
    struct Flag {
      let sign: String
      let x: Double
      let y: Double
      let isStep: Bool
    }

    /// The name of a line, at its end.
    struct EndLabel {
      let words: String
      let y: Double
    }

    let lettering: Lettering
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let height: Double
    let x: [Double]
    /// Half the way from one point to the next.
    let reach: Double
    /// The size of a point of common cause; others are never smaller than can be told apart.
    let radius: Double
    let y: Scale
    let ticks: [(value: Double, words: String)]
    let time: TimeAxis
    let flags: [Flag]
    let endLabels: [EndLabel]

    init(_ chart: ControlChart, _ breadth: Breadth) {
      let isWide = breadth == .wide
      lettering = Lettering(isWide ? 13 : 12)
      let bounds = chart.bounds ?? -1e14...1e14
      let all = chart.points.flatMap { point in
        [point.value, point.target, point.plan].compactMap { $0 }
          + point.limits.all.map { min(max($0, bounds.lowerBound), bounds.upperBound) }
      }
      let axis = chart.writing.ticks(covering: ClosedRange(over: all) ?? 0...1, about: isWide ? 5 : 4)
      ticks = axis.marks
      let tickWidth = ticks.map { [lettering] in lettering.width(of: $0.words) }.max() ?? 0
      let names = isWide ? Self.names(chart) : []
      let nameWidth = names.map { [lettering] in lettering.width(of: $0.words) + 10 }.max() ?? 6
      left = tickWidth + 8
      right = breadth.width - nameWidth

      let count = chart.points.count
      let most = isWide ? 4.4 : 3.6
      let spread = count < 2 ? 0 : (right - left - most * 4) / Double(count - 1)
      radius = count < 2 ? most : min(most, max(2.2, spread * 0.44))
      reach = count < 2 ? (right - left) / 2 : spread / 2
      x = (0..<count).map { [left, right] index in
        count < 2 ? (left + right) / 2 : left + most * 2 + Double(index) * spread
      }

      var lanes: [Double] = []
      let places = chart.events.map { [x] event, _ in
        let x = x[event.position]
        let lane = lanes.firstIndex { x - $0 >= 21 } ?? lanes.count
        if lane == lanes.count { lanes.append(x) } else { lanes[lane] = x }
        return (x, lane)
      }
      flags = zip(chart.events, places).map { event, place in
        Flag(sign: event.sign, x: place.0, y: 10 + Double(place.1) * 22, isStep: event.event.isStep)
      }
      top = lanes.isEmpty ? 8 : Double(lanes.count) * 22 + 8
      bottom = top + (isWide ? 250 : 200)
      height = bottom + 26
      y = Scale(axis.range, from: bottom, to: top)
      time = TimeAxis(
        chart.points.map { ($0.label, $0.day) }, at: x, lettering, within: 0...breadth.width)
      let wanted = names.map { [y] in y($0.value) }
      let apart = Spread.apart(wanted, by: 15, within: (top + 2)...(bottom - 2))
      endLabels = zip(names, apart).map { EndLabel(words: $0.words, y: $1) }
    }

    /// The lines that are named at their end, by the last point.
    private static func names(_ chart: ControlChart) -> [(words: String, value: Double)] {
      guard let last = chart.points.last else { return [] }
      let parts: [(String, Double?)] = [
        ("upper", last.limits.upper), ("target", last.target), ("planned", last.plan), ("mean", last.limits.mean),
        ("lower", last.limits.lower),
      ]
      return parts.compactMap { name, value in
        value.map { ("\(name) \(chart.writing.text($0))", $0) }
      }
    }
  }
}
