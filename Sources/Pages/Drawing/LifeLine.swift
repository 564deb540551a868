public import Vocabulary

/// A body's names, codes, legal forms and ties as bars along the years.
///
/// What is known only to the month or the year has a hatched end; what has not ended runs off the edge as an
/// arrow; what is planned is dashed.
public struct LifeLine: Drawing {
  /// The first or last edge of a bar, as precisely as it is known.
  public enum Edge: Hashable, Sendable {
    case day(Day)
    case month(year: Int, month: Int)
    case year(Int)
    /// Some day, but no one has said which.
    case unknown
    /// For a last edge: it goes on. For a first edge: it was so before the drawing begins.
    case open
  }

  /// One bar.
  public struct Stretch: Sendable {
    let label: String
    let from: Edge
    let until: Edge
    let isPlanned: Bool
    let link: Link?

    /// Something true from its first day up to, and not on, the day `until`.
    public init(_ label: String, from: Edge, until: Edge, isPlanned: Bool = false, link: Link? = nil) {
      self.label = label
      self.from = from
      self.until = until
      self.isPlanned = isPlanned
      self.link = link
    }
  }

  /// One line of bars.
  public struct Row: Sendable {
    let label: String
    let stretches: [Stretch]

    /// A line of bars. Bars that overlap in time are drawn one under the other.
    public init(_ label: String, _ stretches: [Stretch]) {
      self.label = label
      self.stretches = stretches
    }
  }

  /// The identifier of the drawing in its page.
  public let id: String
  /// What the drawing is of.
  public let title: String
  /// What the drawing shows, in a sentence.
  public let sentence: String
  let rows: [Row]
  let years: ClosedRange<Int>
  let chosen: Day

  /// A drawing of these rows.
  ///
  /// - Parameters:
  ///   - years: the first and last year of the axis.
  ///   - chosen: the day the page is about, drawn as a line.
  public init(
    id: String, title: String, sentence: String, rows: [Row], years: ClosedRange<Int> = 2016...2027,
    chosen: Day
  ) {
    self.id = id
    self.title = title
    self.sentence = sentence
    self.rows = rows
    self.years = years
    self.chosen = chosen
  }

  /// Whether there are no bars.
  public var isTableOnly: Bool { rows.allSatisfy { $0.stretches.isEmpty } }

  /// The same as a table: one row for each bar.
  public var twin: Table {
    Table(
      id: "\(id)-table", caption: title,
      columns: [.words("What"), .words("Value"), .words("From"), .words("To")],
      rows: rows.flatMap { row in
        row.stretches.map { stretch in
          .init([
            .init(row.label),
            .init(stretch.label, link: stretch.link, badges: stretch.isPlanned ? [.planned] : []),
            .init(first(stretch.from)), .init(Self.last(stretch.until)),
          ])
        }
      })
  }

  func first(_ edge: Edge) -> String {
    switch edge {
    case .day(let day): day.written
    case .month(let year, let month): Self.written(year: year, month: month)
    case .year(let year): "in \(year)"
    case .unknown: "not known"
    case .open: "before \(years.lowerBound)"
    }
  }

  /// The last day rather than the day after it, because that is how people speak of an end.
  static func last(_ edge: Edge) -> String {
    switch edge {
    case .day(let day): day.advanced(by: -1).written
    case .month(let year, let month): Self.written(year: year, month: month)
    case .year(let year): "in \(year)"
    case .unknown: "not known"
    case .open: "goes on"
    }
  }

  private static func written(year: Int, month: Int) -> String {
    Day.monthNames.indices.contains(month - 1) ? "\(Day.monthNames[month - 1]) \(year)" : "in \(year)"
  }

  // MARK: Drawing

  /// Draws the SVG, once for each breadth.
  public func draw(in html: inout HTML) {
    for breadth in Breadth.allCases {
      let layout = LifeLayout(self, breadth)
      let hasLinks = rows.contains { $0.stretches.contains { $0.link != nil } }
      html.drawing(
        self, part: breadth.mark, size: (breadth.width, layout.height),
        classes: [breadth == .wide ? "for-wide" : "for-narrow"], hasLinks: hasLinks
      ) { html in
        let hatch = "\(id)-\(breadth.mark)-hatch"
        html(.defs) { html in
          html(
            .pattern, .id(hatch), .word("width", "5"), .word("height", "5"),
            .word("patternUnits", "userSpaceOnUse"), .word("patternTransform", "rotate(45)")
          ) { html in html(.path, .word("d", "M0 0V5"), .class("hatch")) }
        }
        drawAxis(layout, in: &html)
        drawChosen(layout, in: &html)
        for row in layout.rows { draw(row, layout, hatch: hatch, in: &html) }
      }
    }
  }

  private func drawAxis(_ layout: LifeLayout, in html: inout HTML) {
    let lettering = Lettering(layout.breadth == .wide ? 12.5 : 11.5)
    let step = layout.breadth == .wide ? 1 : 2
    var grid = Outline()
    for year in years.lowerBound...(years.upperBound + 1) {
      guard let day = Day(year: year, month: 1, day: 1) else { continue }
      let x = layout.x(day)
      grid.move(x, layout.axis)
      grid.line(x, layout.height)
      if year <= years.upperBound, (year - years.lowerBound) % step == 0 {
        html.letter(String(year), x + 3, layout.axis - 5, lettering, ["soft"])
      }
    }
    html(.path, .class("hair"), .outline(grid))
  }

  private func draw(_ row: LifeLayout.Row, _ layout: LifeLayout, hatch: String, in html: inout HTML) {
    for (index, line) in row.label.enumerated() {
      html.letter(
        line, 0, row.labelBaseline + Double(index) * row.lettering.leading, row.lettering)
    }
    for bar in row.bars {
      let stretch = bar.stretch
      let words = "\(row.name): \(stretch.label), \(first(stretch.from)) to \(Self.last(stretch.until))"
      html.linked(to: stretch.link, label: words + (stretch.isPlanned ? ", planned" : ""), classes: []) {
        html in
        html(
          .path, .class(bar.isCurrent ? "life-current" : stretch.isPlanned ? "life-planned" : "life"),
          .outline(bar.outline(depth: layout.depth)))
        for doubt in bar.doubts {
          html(
            .rect, .number("x", doubt.lowerBound), .number("y", bar.top),
            .number("width", doubt.upperBound - doubt.lowerBound), .number("height", layout.depth),
            .fill(with: hatch))
        }
        html(.path, .class("focus"), .outline(bar.outline(depth: layout.depth)))
        if let words = bar.words {
          html.letter(
            words.text, words.x, words.baseline, words.lettering,
            words.isInside ? (bar.isCurrent ? ["inside-current"] : ["inside"]) : ["halo", "named"])
        }
      }
    }
  }

  private func drawChosen(_ layout: LifeLayout, in html: inout HTML) {
    let x = layout.x(chosen)
    guard x >= layout.start, x <= layout.end else { return }
    var line = Outline()
    line.move(x, 18)
    line.line(x, layout.height)
    html(.path, .class("now"), .outline(line))
    let lettering = Lettering(layout.breadth == .wide ? 13 : 12, bold: true)
    let words = chosen.written
    let isEnd = x + lettering.width(of: words) / 2 > layout.end
    html.letter(
      words, isEnd ? layout.end : x, 12, lettering, [isEnd ? "end" : "middle", "now-label"])
  }
}
