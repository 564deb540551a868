internal import Statistics

extension ControlChart {
  /// How high it is.
  public func height(_ breadth: Breadth) -> Double { Frame(self, breadth).height }

  /// Draws the axes, the lines, the points and the flags.
  public func paint(_ breadth: Breadth, in html: inout HTML) {
    let frame = Frame(self, breadth)
    paintBand(frame, in: &html)
    paintAxes(frame, breadth, in: &html)
    for flag in frame.flags {
      html.line(flag.x, flag.y, flag.x, frame.bottom, flag.isStep ? "line-step" : "hair")
    }
    let near = [\Limits.nearLower, \Limits.nearUpper]
    for part in near { paint(steps(frame) { $0.limits[keyPath: part] }, "line-near", in: &html) }
    for part in [\Limits.lower, \Limits.upper] {
      paint(steps(frame) { $0.limits[keyPath: part] }, "line-limit", in: &html)
    }
    paint(steps(frame, \.limits.mean), "line-mean", in: &html)
    paint(steps(frame, \.target), "line-target", in: &html)
    paint(course(frame, \.plan), "line-plan", in: &html)
    paint(course(frame, \.value), "line-series", in: &html)
    for (index, point) in points.enumerated() { paint(point, at: frame.x[index], frame, in: &html) }
    for flag in frame.flags { paint(flag, in: &html) }
    for label in frame.endLabels {
      html.letter(label.words, frame.right + 7, label.y + frame.lettering.size * 0.35, frame.lettering, ["soft"])
    }
  }

  private func paintAxes(_ frame: Frame, _ breadth: Breadth, in html: inout HTML) {
    for tick in frame.ticks {
      let y = frame.y(tick.value)
      html.line(frame.left, y, frame.right, y, tick.value == frame.ticks.first?.value ? "axis" : "hair")
      html.letter(tick.words, frame.left - 8, y + frame.lettering.size * 0.35, frame.lettering, ["end", "soft"])
    }
    for label in frame.time.labels {
      let x = frame.x[label.position]
      html.line(x, frame.bottom, x, frame.bottom + 5, "axis")
      html.letter(label.words, label.x, frame.bottom + 20, frame.lettering, ["middle", "soft"])
    }
  }

  /// Everything between the limits.
  private func paintBand(_ frame: Frame, in html: inout HTML) {
    for run in runs({ $0.limits.lower != nil && $0.limits.upper != nil }) {
      var outline = Outline()
      func edge(_ positions: some Sequence<Int>, _ part: (Limits) -> Double?, _ way: Double) {
        for position in positions {
          guard let value = part(points[position].limits) else { continue }
          for x in [frame.x[position] - frame.reach * way, frame.x[position] + frame.reach * way] {
            if outline.bytes.isEmpty { outline.move(x, frame.y(value)) } else { outline.line(x, frame.y(value)) }
          }
        }
      }
      edge(run, \.upper, 1)
      edge(run.reversed(), \.lower, -1)
      outline.close()
      html(.path, .class("band"), .outline(outline))
    }
  }

  private func paint(_ outline: Outline, _ style: StaticString, in html: inout HTML) {
    if !outline.bytes.isEmpty { html(.path, .class(style), .outline(outline)) }
  }

  /// Positions next to one another that meet a condition, cut where limits start afresh.
  private func runs(_ condition: (Point) -> Bool) -> [Range<Int>] {
    let starts = Set(events.filter(\.event.isStep).map(\.event.position))
    var runs: [Range<Int>] = []
    for (index, point) in points.enumerated() where condition(point) {
      if let last = runs.last, last.upperBound == index, !starts.contains(index) {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  /// A line that is level about each point.
  private func steps(_ frame: Frame, _ part: (Point) -> Double?) -> Outline {
    var outline = Outline()
    for run in runs({ part($0) != nil }) {
      var level: Double?
      for position in run {
        guard let value = part(points[position]) else { continue }
        let start = frame.x[position] - frame.reach
        if level == nil { outline.move(start, frame.y(value)) }
        if let level, level != value {
          outline.line(start, frame.y(level))
          outline.line(start, frame.y(value))
        }
        level = value
      }
      if let level { outline.line(frame.x[run.upperBound - 1] + frame.reach, frame.y(level)) }
    }
    return outline
  }

  /// A line from point to point, with a gap where one is missing.
  private func course(_ frame: Frame, _ part: (Point) -> Double?) -> Outline {
    var outline = Outline()
    var isDown = false
    for (index, point) in points.enumerated() {
      guard let value = part(point) else {
        isDown = false
        continue
      }
      if isDown {
        outline.line(frame.x[index], frame.y(value))
      } else {
        outline.move(frame.x[index], frame.y(value))
      }
      isDown = true
    }
    return outline
  }

  private func paint(_ point: Point, at x: Double, _ frame: Frame, in html: inout HTML) {
    let cause = point.isExcluded ? ", left out of the limits" : ", \(point.variation.term)"
    let words =
      "\(point.label): \(writing.words(point.value))"
      + (point.value == nil ? "" : cause + (point.isProvisional ? ", provisional" : ""))
    html(.g) { html in
      html(.title, words)
      guard let value = point.value else {
        return html.mark(.cross, x, frame.bottom - 7, max(3, frame.radius), ["point-open"])
      }
      let y = frame.y(value)
      if point.isExcluded { return html.mark(.plus, x, y, frame.radius, ["point-open"]) }
      html.mark(
        point.variation.shape, x, y, point.variation == .commonCause ? frame.radius : max(3, frame.radius),
        ["point", point.variation.style] + (point.isProvisional ? ["point-hollow"] : []))
    }
  }

  private func paint(_ flag: Frame.Flag, in html: inout HTML) {
    let lettering = Lettering(flag.sign.count > 1 ? 10 : 12, bold: true)
    html.mark(flag.isStep ? .square : .circle, flag.x, flag.y, 9, ["sign-plate"])
    html.letter(flag.sign, flag.x, flag.y + lettering.size * 0.36, lettering, ["middle"])
  }
}
