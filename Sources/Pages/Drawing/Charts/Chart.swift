/// A drawing on axes: it is made for each breadth of a page, and once more to stand alone as a file.
public protocol Chart: Drawing {
  /// What each mark and line means.
  var key: ChartKey { get }

  /// What is said of single places of the drawing, by the signs they carry there.
  var notes: [ChartNote] { get }

  /// How high it is, in the units of its breadth.
  func height(_ breadth: Breadth) -> Double

  /// Draws all but the key and the notes.
  func paint(_ breadth: Breadth, in html: inout HTML)
}

extension Chart {
  /// The words that open the table.
  public var tableName: String { "The figures" }

  /// What is said of single places: nothing, unless a chart says so.
  public var notes: [ChartNote] { [] }

  /// Draws the SVG, once for each breadth, then its key and its notes.
  public func draw(in html: inout HTML) {
    for breadth in Breadth.allCases {
      html.drawing(
        self, part: breadth.mark, size: (breadth.width, height(breadth)),
        classes: [breadth == .wide ? "for-wide" : "for-narrow"], hasLinks: false
      ) { html in paint(breadth, in: &html) }
    }
    key.write(to: &html)
    if notes.isEmpty { return }
    html(.ul, .class("chart-notes"), .label("Notes on the drawing")) { html in
      for note in notes {
        html(.li) { html in
          html(.span, note.sign, .class("sign"))
          html(.span) { html in
            html(.strong, note.place)
            html.text(" " + note.words)
          }
        }
      }
    }
  }
}

/// What is said of one place of a drawing.
public struct ChartNote: Sendable, Equatable {
  /// The letter or number it carries in the drawing.
  let sign: String
  /// The place in words, such as a month.
  let place: String
  let words: String
}

/// What the marks and lines of a chart mean.
public struct ChartKey: Sendable {
  /// What stands before the words.
  enum Sign: Sendable {
    case mark(PointShape, [StaticString])
    case line(StaticString)
    case tick(StaticString)
    case block(StaticString)
  }

  let entries: [(sign: Sign, words: String)]

  /// Writes the key under a drawing on a page.
  func write(to html: inout HTML) {
    if entries.isEmpty { return }
    html(.ul, .class("legend"), .label("Key")) { html in
      for entry in entries {
        html(.li) { html in
          html(.svg, .viewBox(24, 16), .class("key-sign"), .ornament) { html in
            Self.paint(entry.sign, 0, 8, in: &html)
          }
          html.text(entry.words)
        }
      }
    }
  }

  /// Draws one sign, 24 units wide, about a height.
  static func paint(_ sign: Sign, _ x: Double, _ y: Double, in html: inout HTML) {
    switch sign {
    case .mark(let mark, let classes): html.mark(mark, x + 12, y, 5, classes)
    case .line(let style): html.line(x, y, x + 24, y, style)
    case .tick(let style): html.line(x + 12, y - 7, x + 12, y + 7, style)
    case .block(let style):
      html(
        .rect, .class(style), .number("x", x + 2), .number("y", y - 6), .number("width", 20), .number("height", 12))
    }
  }

  /// Where the entries of a key go when they are drawn: as many on a line as fit.
  func places(_ lettering: Lettering, within width: Double) -> [(x: Double, row: Int)] {
    var (x, row) = (0.0, 0)
    return entries.map { entry in
      let size = 30 + lettering.width(of: entry.words)
      if x > 0, x + size > width { (x, row) = (0, row + 1) }
      defer { x += size + 18 }
      return (x, row)
    }
  }
}
