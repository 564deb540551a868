/// A rate by fifths of deprivation, with its likely ranges, the line fitted through it, and the gap.
///
/// Fifths take equal room, so the line of a slope index of inequality, from the most deprived end of the population
/// to the least, runs from edge to edge.
public struct SlopeChart: Chart {
  /// One fifth.
  public struct Group: Sendable {
    let value: Double?
    let range: ClosedRange<Double>?

    /// A fifth's value and its likely range.
    public init(_ value: Double?, likely range: ClosedRange<Double>? = nil) {
      self.value = drawable(value)
      self.range = range.flatMap { range in
        drawable(range.lowerBound) == nil || drawable(range.upperBound) == nil ? nil : range
      }
    }
  }

  /// The fitted line, at both ends of the population.
  public struct Fit: Sendable {
    let mostDeprived: Double
    let leastDeprived: Double
    let gap: String

    /// A line and what is said of it.
    ///
    /// - Parameter gap: the difference of its ends in a few words, such as “gap 12.3 points”.
    public init(mostDeprived: Double, leastDeprived: Double, gap: String) {
      self.mostDeprived = mostDeprived
      self.leastDeprived = leastDeprived
      self.gap = gap
    }
  }

  /// The identifier of the drawing in its page.
  public let id: String
  /// What the drawing is of.
  public let title: String
  /// What the drawing shows, in a sentence.
  public let sentence: String
  let valueName: String
  let writing: BarList.Writing
  let groups: [Group]
  let fit: Fit?
  let downloads: [NamedLink]

  /// A chart of fifths, the most deprived first.
  public init(
    id: String, title: String, sentence: String, valueName: String, writing: BarList.Writing, groups: [Group],
    fit: Fit?, downloads: [NamedLink] = []
  ) {
    self.id = id
    self.title = title
    self.sentence = sentence
    self.valueName = valueName
    self.writing = writing
    self.groups = groups
    self.fit = fit.flatMap { fit in
      drawable(fit.mostDeprived) == nil || drawable(fit.leastDeprived) == nil ? nil : fit
    }
    self.downloads = downloads
  }

  /// Whether no value is known.
  public var isTableOnly: Bool { groups.allSatisfy { $0.value == nil } }

  /// `1, most deprived`.
  private func name(_ index: Int) -> String {
    "\(index + 1)" + (index == 0 ? ", most deprived" : index == groups.count - 1 ? ", least deprived" : "")
  }

  /// The figures: one row for each fifth, and the ends of the line.
  public var twin: Table {
    Table(
      id: "\(id)-table", caption: title,
      columns: [.words("Fifth of neighbourhoods"), .figures(valueName), .figures("Likely range")],
      rows: groups.enumerated().map { index, group in
        .init([
          .init(name(index)), .init(writing.words(group.value)),
          .init(
            group.range.map { "\(writing.text($0.lowerBound)) to \(writing.text($0.upperBound))" } ?? "not known"),
        ])
      },
      foot: fit.map { fit in
        [
          .init(["Fitted line, most deprived end", .init(writing.text(fit.mostDeprived)), ""]),
          .init(["Fitted line, least deprived end", .init(writing.text(fit.leastDeprived)), .init(fit.gap)]),
        ]
      } ?? [],
      downloads: downloads)
  }

  /// What each mark and line means.
  public var key: ChartKey {
    ChartKey(
      entries: [(.mark(.circle, ["point", "point-chosen"]), "value")]
        + (groups.contains { $0.range != nil } ? [(.line("whisker"), "likely range")] : [])
        + (fit == nil ? [] : [(.line("line-fit"), "fitted line")]))
  }

  // MARK: Drawing

  /// How high it is.
  public func height(_ breadth: Breadth) -> Double { breadth == .wide ? 316 : 276 }

  /// Draws the axes, the line and its gap, and each fifth.
  public func paint(_ breadth: Breadth, in html: inout HTML) {
    let isWide = breadth == .wide
    let lettering = Lettering(isWide ? 13 : 12)
    let bold = Lettering(lettering.size, bold: true)
    let values =
      groups.flatMap { [$0.value, $0.range?.lowerBound, $0.range?.upperBound].compactMap { $0 } }
      + (fit.map { [$0.mostDeprived, $0.leastDeprived] } ?? [])
    let axis = writing.ticks(covering: ClosedRange(over: values) ?? 0...1)
    let left = (axis.marks.map { lettering.width(of: $0.words) }.max() ?? 0) + 8
    let margin = fit == nil ? 8 : min(isWide ? 150 : 84, bold.width(of: fit?.gap ?? "") + 26)
    let right = breadth.width - margin
    let y = Scale(axis.range, from: height(breadth) - 44, to: 26)
    let band = (right - left) / Double(max(1, groups.count))

    html.letter(valueName, 0, 12, lettering, ["soft"])
    for tick in axis.marks {
      html.line(
        left, y(tick.value), right, y(tick.value), tick.value == axis.marks.first?.value ? "axis" : "hair")
      html.letter(tick.words, left - 8, y(tick.value) + lettering.size * 0.35, lettering, ["end", "soft"])
    }
    if let fit {
      html.line(left, y(fit.mostDeprived), right, y(fit.mostDeprived), "line-step")
      html.line(left, y(fit.mostDeprived), right, y(fit.leastDeprived), "line-fit")
      paintGap(fit, y, right, bold, within: margin - 24, in: &html)
    }
    for (index, group) in groups.enumerated() {
      let x = left + (Double(index) + 0.5) * band
      html.letter(String(index + 1), x, y.start + 18, bold, ["middle"])
      if index == 0 || index == groups.count - 1 {
        let words = index == 0 ? "most deprived" : "least deprived"
        let half = lettering.width(of: words) / 2
        html.letter(
          words, min(max(x, half), breadth.width - half), y.start + 35, lettering, ["middle", "soft"])
      }
      html(.g) { html in
        html(.title, "\(name(index)): \(writing.words(group.value))")
        if let range = group.range {
          let (low, high) = (y(range.lowerBound), y(range.upperBound))
          html.line(x, low, x, high, "whisker")
          for end in [low, high] { html.line(x - 5, end, x + 5, end, "whisker") }
        }
        guard let value = group.value else {
          return html.letter("not known", x, y.start - 8, lettering, ["middle", "soft"])
        }
        html.mark(.circle, x, y(value), 5.5, ["point", "point-chosen"])
        let top = min(y(value), group.range.map { y($0.upperBound) } ?? y(value))
        html.letter(writing.text(value), x, max(top - 8, 12), bold, ["middle", "halo"])
      }
    }
  }

  /// The difference of the line's ends, as a bracket beside it.
  private func paintGap(
    _ fit: Fit, _ y: Scale, _ right: Double, _ lettering: Lettering, within room: Double, in html: inout HTML
  ) {
    let (from, to) = (y(fit.mostDeprived), y(fit.leastDeprived))
    html.line(right + 4, from, right + 12, from, "whisker")
    html.line(right + 4, to, right + 12, to, "whisker")
    html.line(right + 12, from, right + 12, to, "whisker")
    let lines = lettering.lines(of: fit.gap, within: room, limit: 3)
    let first = (from + to) / 2 - Double(lines.count - 1) * lettering.leading / 2 + lettering.size * 0.36
    for (index, line) in lines.enumerated() {
      html.letter(line, right + 20, first + Double(index) * lettering.leading, lettering)
    }
  }
}
