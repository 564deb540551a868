/// A drawing of an answer, which is never the only way to read it.
///
/// Each drawing has a title, a plain sentence that says what it shows, and a table that holds the same figures.
/// Drawing is a pure function: the same value draws the same bytes.
public protocol Drawing: Part {
  /// The identifier of the drawing in its page; the drawing's inner identifiers begin with it.
  var id: String { get }

  /// What the drawing is of.
  var title: String { get }

  /// The drawing in a sentence, for every reader.
  var sentence: String { get }

  /// The drawing as a table.
  var twin: Table { get }

  /// Whether there is so much to draw, or so little, that only the table is of use.
  var isTableOnly: Bool { get }

  /// The words that open the table.
  var tableName: String { get }

  /// Adds the SVG, and any legend, to the page.
  func draw(in html: inout HTML)
}

extension Drawing {
  /// Whether there is so much to draw, or so little, that only the table is of use.
  public var isTableOnly: Bool { false }

  /// The words that open the table.
  public var tableName: String { "The same as a table" }

  /// Writes the sentence, the drawing and the table that says the same.
  public func write(to html: inout HTML) {
    html(.figure, .class("drawing"), .id(id)) { html in
      html(.p, sentence, .class("finding"))
      if isTableOnly {
        html.add(twin)
      } else {
        draw(in: &html)
        html(.details, .class("known")) { html in
          html(.summary, tableName)
          html(.div, .class("small-table")) { html in html.add(twin) }
        }
      }
    }
  }
}

/// The two widths every wide drawing is made for. The style sheet shows the one that fits its place.
public enum Breadth: CaseIterable, Sendable {
  /// For a column of words, and for a file.
  case wide
  /// For a telephone, or large letters.
  case narrow

  var width: Double { self == .wide ? 720 : 344 }
  var mark: String { self == .wide ? "w" : "n" }
}

extension HTML {
  /// Adds an `svg` element with its title and description.
  ///
  /// A drawing with links is a group, because readers who listen are not told what is inside an image.
  mutating func drawing(
    _ drawing: some Drawing, part: String, size: (width: Double, height: Double), classes: [StaticString],
    hasLinks: Bool, content: (inout HTML) -> Void
  ) {
    let id = "\(drawing.id)-\(part)"
    self(
      .svg, .viewBox(size.width, size.height), .classes(classes), .role(hasLinks ? "group" : "img"),
      .labelled(by: "\(id)-title"), .described(by: ["\(id)-desc"])
    ) { html in
      html(.title, drawing.title, .id("\(id)-title"))
      html(.desc, drawing.sentence, .id("\(id)-desc"))
      content(&html)
    }
  }

  /// Adds what the closure draws, as a link where there is a destination.
  mutating func linked(
    to link: Link?, label: String, classes: [StaticString], content: (inout HTML) -> Void
  ) {
    if let link {
      self(.a, .href(link), .classes(classes), .label(label)) { html in
        html(.title, label)
        content(&html)
      }
    } else {
      self(.g, .classes(classes)) { html in
        html(.title, label)
        content(&html)
      }
    }
  }
}
