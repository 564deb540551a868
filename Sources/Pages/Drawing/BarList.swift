/// Bodies beside one another by one measure, as bars from nought.
///
/// What was added up from whole parts is solid. What was shared out is hatched, after its exact part.
public struct BarList: Drawing {
  /// How values are written.
  public enum Writing: Sendable {
    case whole
    case fixed(places: Int)
    /// Values are shares of one.
    case percent(places: Int)

    func text(_ value: Double) -> String {
      switch self {
      case .whole: Figures.fixed(value, places: 0)
      case .fixed(let places): Figures.fixed(value, places: places)
      case .percent(let places): Figures.percent(value, places: places)
      }
    }
  }

  /// What is known of one body. Values are not negative.
  public enum Value: Sendable, Equatable {
    case exact(Double)
    case apportioned(Double, exactPart: Double)
    case refused(because: String)
    case suppressed
    case missing
  }

  /// One body.
  public struct Item: Sendable {
    let name: String
    let value: Value
    let link: Link?
    let isChosen: Bool

    /// A body and its value; the chosen one is the one the page is about.
    public init(_ name: String, _ value: Value, link: Link? = nil, isChosen: Bool = false) {
      self.name = name
      self.value = value
      self.link = link
      self.isChosen = isChosen
    }
  }

  /// The identifier of the drawing in its page.
  public let id: String
  /// What the drawing is of.
  public let title: String
  /// What the drawing shows, in a sentence.
  public let sentence: String
  let valueName: String
  let writing: Writing
  let items: [Item]
  let reference: (name: String, value: Double)?

  /// A list of bars in the order given.
  ///
  /// - Parameters:
  ///   - valueName: what is measured, for the table's column.
  ///   - reference: a value to compare with, drawn as a line, such as that of England.
  public init(
    id: String, title: String, sentence: String, valueName: String, writing: Writing, items: [Item],
    reference: (name: String, value: Double)? = nil
  ) {
    self.id = id
    self.title = title
    self.sentence = sentence
    self.valueName = valueName
    self.writing = writing
    self.items = items
    self.reference = reference
  }

  /// Whether there are no bodies.
  public var isTableOnly: Bool { items.isEmpty }

  /// The same as a table: one row for each body.
  public var twin: Table {
    let hasParts = items.contains { if case .apportioned = $0.value { true } else { false } }
    return Table(
      id: "\(id)-table", caption: title,
      columns: [.words("Body"), .figures(valueName)] + (hasParts ? [.figures("Of it, exact")] : []),
      rows: items.map { item in
        .init(
          [.init(item.name, link: item.link), cell(item.value)]
            + (hasParts ? [.init(exactPart(item.value).map(writing.text) ?? "")] : []),
          isChosen: item.isChosen)
      },
      foot: reference.map { reference in
        [.init([.init(reference.name), .init(writing.text(reference.value))] + (hasParts ? [""] : []))]
      } ?? [])
  }

  private func cell(_ value: Value) -> Table.Cell {
    switch value {
    case .exact(let value): .init(writing.text(value))
    case .apportioned(let value, _): .init(writing.text(value), badges: [.apportioned])
    case .refused(let reason): .init(reason, badges: [.refused])
    case .suppressed: .init("*", badges: [.suppressed])
    case .missing: .init("not known")
    }
  }

  private func exactPart(_ value: Value) -> Double? {
    switch value {
    case .exact(let value): value
    case .apportioned(_, let part): part
    default: nil
    }
  }

  /// The value as it stands beside its bar.
  private func words(_ value: Value) -> String {
    switch value {
    case .exact(let value): writing.text(value)
    case .apportioned(let value, _): "about " + writing.text(value)
    case .refused: "refused"
    case .suppressed: "suppressed"
    case .missing: "not known"
    }
  }

  private func size(_ value: Value) -> Double {
    switch value {
    case .exact(let value), .apportioned(let value, _): value.isFinite ? max(0, value) : 0
    default: 0
    }
  }

  // MARK: Drawing

  /// Draws the SVG, once for each breadth.
  public func draw(in html: inout HTML) {
    let most = max(items.map { size($0.value) }.max() ?? 0, reference.map { max(0, $0.value) } ?? 0)
    for breadth in Breadth.allCases {
      let frame = Frame(self, breadth, most: most)
      html.drawing(
        self, part: breadth.mark, size: (breadth.width, frame.bottom),
        classes: [breadth == .wide ? "for-wide" : "for-narrow"], hasLinks: items.contains { $0.link != nil }
      ) { html in
        html(.defs) { html in
          html(
            .pattern, .id(frame.hatch), .word("width", "5"), .word("height", "5"),
            .word("patternUnits", "userSpaceOnUse"), .word("patternTransform", "rotate(45)")
          ) { html in html(.path, .word("d", "M0 0V5"), .class("hatch-about")) }
        }
        for (item, row) in zip(items, frame.rows) { draw(item, row, frame, in: &html) }
        drawReference(frame, in: &html)
      }
    }
  }

  /// Where the rows go. A name too long for one line takes two.
  private struct Frame {
    struct Row {
      var name: [String]
      var top: Double
      var depth: Double
      var barTop: Double
    }

    let breadth: Breadth
    let start: Double
    let end: Double
    let scale: Double
    let hatch: String
    let top: Double
    let bottom: Double
    let rows: [Row]
    let barDepth: Double

    static func lettering(_ breadth: Breadth, _ item: Item) -> Lettering {
      Lettering(breadth == .wide ? 14 : 13, bold: item.isChosen)
    }

    init(_ list: BarList, _ breadth: Breadth, most: Double) {
      let isWide = breadth == .wide
      func width(_ words: (Item) -> String) -> Double {
        list.items.map { Self.lettering(breadth, $0).width(of: words($0)) }.max() ?? 0
      }
      let valueWidth = width { list.words($0.value) }
      let start = isWide ? min(262, width(\.name) + 11) : 0
      let end = isWide ? breadth.width - valueWidth - 14 : breadth.width
      let room = isWide ? start - 10 : end - valueWidth - 10
      top = list.reference == nil ? 2 : 22
      barDepth = isWide ? 15 : 11
      var next = top
      var rows: [Row] = []
      for item in list.items {
        let lettering = Self.lettering(breadth, item)
        let name = lettering.lines(of: item.name, within: room, limit: 2)
        let depth = (isWide ? 8 : 22) + lettering.leading * Double(name.count)
        let barTop = isWide ? next + (depth - barDepth) / 2 : next + depth - barDepth - 8
        rows.append(Row(name: name, top: next, depth: depth, barTop: barTop))
        next += depth
      }
      self.breadth = breadth
      self.start = start
      self.end = end
      self.rows = rows
      bottom = next
      scale = most > 0 ? (end - start) / most : 0
      hatch = "\(list.id)-\(breadth.mark)-hatch"
    }
  }

  private func draw(_ item: Item, _ row: Frame.Row, _ frame: Frame, in html: inout HTML) {
    let isWide = frame.breadth == .wide
    let value = words(item.value)
    let lettering = Frame.lettering(frame.breadth, item)
    let barTop = row.barTop
    let depth = frame.barDepth
    html.linked(to: item.link, label: "\(item.name): \(value)", classes: []) { html in
      let first =
        isWide
        ? row.top + row.depth / 2 - Double(row.name.count - 1) * lettering.leading / 2 + lettering.size * 0.36
        : row.top + lettering.size
      for (index, line) in row.name.enumerated() {
        html.letter(
          line, isWide ? frame.start - 10 : 0, first + Double(index) * lettering.leading, lettering,
          isWide ? ["end", "named"] : ["named"])
      }
      let whole = size(item.value) * frame.scale
      let part = min(whole, max(0, exactPart(item.value) ?? 0) * frame.scale)
      if part > 0 {
        html(
          .rect, .class(item.isChosen ? "bar-chosen" : "bar"), .number("x", frame.start),
          .number("y", barTop),
          .number("width", max(1, part)), .number("height", depth))
      }
      if whole > part {
        for fill in [Attribute.class("bar-about"), .fill(with: frame.hatch)] {
          html(
            .rect, fill, .number("x", frame.start + part), .number("y", barTop),
            .number("width", max(1, whole - part)), .number("height", depth))
        }
      }
      html.letter(
        value, frame.breadth.width, isWide ? row.top + row.depth / 2 + lettering.size * 0.36 : first,
        lettering,
        exactPart(item.value) != nil ? ["end"] : ["end", "soft"])
    }
  }

  private func drawReference(_ frame: Frame, in html: inout HTML) {
    guard let reference, reference.value.isFinite else { return }
    let x = frame.start + max(0, reference.value) * frame.scale
    var line = Outline()
    if frame.breadth == .wide {
      line.move(x, frame.top - 4)
      line.line(x, frame.bottom)
    } else {
      // Names stand above the bars here, so the line only crosses the bars.
      for row in frame.rows {
        line.move(x, row.barTop - 3)
        line.line(x, row.barTop + frame.barDepth + 3)
      }
    }
    html(.path, .class("against"), .outline(line))
    let lettering = Lettering(frame.breadth == .wide ? 13 : 12, bold: true)
    let words = "\(reference.name) \(writing.text(reference.value))"
    let half = lettering.width(of: words) / 2
    let middle = min(max(x, half), frame.breadth.width - half)
    html.letter(words, middle, frame.top - 9, lettering, ["middle"])
  }
}
