/// Bodies of a group in order, each with its likely range, and never a rank without the range of the rank.
///
/// Source: H. Goldstein and D. J. Spiegelhalter, “League tables and their limitations”, *Journal of the Royal
/// Statistical Society* A 159 (1996).
public struct LeagueChart: Chart {
  /// A place in the order, and where it may as well be.
  public struct Rank: Sendable, Equatable {
    let place: Int
    let range: ClosedRange<Int>

    /// A place and its likely range.
    public init(_ place: Int, likely range: ClosedRange<Int>) {
      self.place = place
      self.range = range
    }

    var words: String {
      range.lowerBound == range.upperBound
        ? "\(place) (surely)" : "\(place) (\(range.lowerBound) to \(range.upperBound))"
    }
  }

  /// One body.
  public struct Item: Sendable {
    let name: String
    let link: Link?
    let value: Double?
    let range: ClosedRange<Double>?
    let rank: Rank?
    let isChosen: Bool

    /// A body, its value and its likely range; no rank where it is not ranked.
    public init(
      _ name: String, link: Link? = nil, _ value: Double?, likely range: ClosedRange<Double>?, rank: Rank?,
      isChosen: Bool = false
    ) {
      self.name = name
      self.link = link
      self.value = drawable(value)
      self.range = range.flatMap { range in
        drawable(range.lowerBound) == nil || drawable(range.upperBound) == nil ? nil : range
      }
      self.rank = rank
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
  let group: String
  let writing: BarList.Writing
  let items: [Item]
  let reference: (name: String, value: Double)?
  let downloads: [NamedLink]

  /// Bodies in the order given.
  ///
  /// - Parameters:
  ///   - group: the comparators, by name: whom they are ranked among.
  ///   - reference: a value to compare with, drawn as a line.
  public init(
    id: String, title: String, sentence: String, valueName: String, among group: String, writing: BarList.Writing,
    items: [Item], reference: (name: String, value: Double)? = nil, downloads: [NamedLink] = []
  ) {
    self.id = id
    self.title = title
    self.sentence = sentence
    self.valueName = valueName
    self.group = group
    self.writing = writing
    self.items = items
    self.reference = reference.flatMap { drawable($0.value) == nil ? nil : $0 }
    self.downloads = downloads
  }

  /// Whether no value is known.
  public var isTableOnly: Bool { items.allSatisfy { $0.value == nil } }

  /// The figures: one row for each body.
  public var twin: Table {
    Table(
      id: "\(id)-table", caption: title, note: "Among \(group)",
      columns: [.words("Body"), .figures(valueName), .figures("Likely range"), .figures("Rank and its likely range")],
      rows: items.map { item in
        .init(
          [
            .init(item.name, link: item.link), .init(writing.words(item.value)),
            .init(item.range.map(words) ?? "not known"), .init(item.rank?.words ?? "not ranked"),
          ], isChosen: item.isChosen)
      },
      foot: reference.map { [.init([.init($0.name), .init(writing.text($0.value)), "", ""])] } ?? [],
      downloads: downloads)
  }

  private func words(_ range: ClosedRange<Double>) -> String {
    "\(writing.text(range.lowerBound)) to \(writing.text(range.upperBound))"
  }

  /// What each mark means.
  public var key: ChartKey {
    var entries: [(sign: ChartKey.Sign, words: String)] = [
      (.mark(.circle, ["point", "point-common"]), "value"), (.line("whisker"), "likely range"),
    ]
    if let chosen = items.first(where: \.isChosen) {
      entries.append((.mark(.square, ["point", "point-chosen"]), chosen.name))
    }
    if let reference {
      entries.append((.line("against"), "\(reference.name) \(writing.text(reference.value))"))
    }
    return ChartKey(entries: entries)
  }

  // MARK: Drawing

  /// How high it is.
  public func height(_ breadth: Breadth) -> Double { Frame(self, breadth).bottom + 24 }

  /// Where the rows and the columns go.
  struct Frame {
    struct Row {
      let name: [String]
      let top: Double
      let depth: Double
      /// The height of its point.
      let middle: Double
    }

    let isWide: Bool
    let rows: [Row]
    let rankStart: Double
    let top: Double
    let bottom: Double
    let x: Scale
    let ticks: [(value: Double, words: String)]

    static func lettering(_ breadth: Breadth, _ isBold: Bool = false) -> Lettering {
      Lettering(breadth == .wide ? 14 : 13, bold: isBold)
    }

    init(_ chart: LeagueChart, _ breadth: Breadth) {
      isWide = breadth == .wide
      func width(_ words: (Item) -> String) -> Double {
        chart.items.map { Self.lettering(breadth, $0.isChosen).width(of: words($0)) }.max() ?? 0
      }
      let nameWidth = isWide ? min(230, width(\.name)) : breadth.width - width { chart.writing.words($0.value) } - 10
      let rankWidth = width { $0.rank?.words ?? "not ranked" }
      let valueWidth = isWide ? width { chart.writing.words($0.value) } : 0
      rankStart = isWide ? nameWidth + 14 : 0
      top = isWide ? 24 : 22
      var next = top
      rows = chart.items.map { [isWide] item in
        let lettering = Self.lettering(breadth, item.isChosen)
        let name = lettering.lines(of: item.name, within: nameWidth, limit: 2)
        let block = lettering.leading * Double(name.count)
        let depth = isWide ? block + 8 : block + 26
        defer { next += depth }
        return Row(
          name: name, top: next, depth: depth, middle: isWide ? next + depth / 2 : next + block + 12)
      }
      bottom = next + 4
      let values =
        chart.items.flatMap { item in
          [item.value, item.range?.lowerBound, item.range?.upperBound].compactMap { $0 }
        } + [chart.reference?.value].compactMap { $0 }
      let axis = chart.writing.ticks(covering: ClosedRange(over: values) ?? 0...1, about: isWide ? 4 : 3)
      ticks = axis.marks
      let half = ticks.map { Lettering(12).width(of: $0.words) / 2 }.max() ?? 0
      x = Scale(
        axis.range, from: rankStart + rankWidth + 14 + half, to: breadth.width - max(valueWidth + 14, half))
    }
  }

  /// Draws the axis, then each body with its range.
  public func paint(_ breadth: Breadth, in html: inout HTML) {
    let frame = Frame(self, breadth)
    let small = Lettering(12)
    html.letter("rank and likely range", frame.rankStart, 12, small, ["soft"])
    html.letter(small.cut(valueName, within: 180), breadth.width, 12, small, ["end", "soft"])
    for (item, row) in zip(items, frame.rows) where item.isChosen {
      html(
        .rect, .class("chosen-row"), .number("x", 0), .number("y", row.top), .number("width", breadth.width),
        .number("height", row.depth))
    }
    for tick in frame.ticks {
      html.line(frame.x(tick.value), frame.top, frame.x(tick.value), frame.bottom, "hair")
      html.letter(tick.words, frame.x(tick.value), frame.bottom + 16, small, ["middle", "soft"])
    }
    if let reference {
      let x = frame.x(reference.value)
      html.line(x, frame.top, x, frame.bottom, "against")
    }
    for (item, row) in zip(items, frame.rows) { paint(item, row, frame, breadth, in: &html) }
  }

  private func paint(_ item: Item, _ row: Frame.Row, _ frame: Frame, _ breadth: Breadth, in html: inout HTML) {
    let lettering = Frame.lettering(breadth, item.isChosen)
    let rank = item.rank?.words ?? "not ranked"
    let drop = lettering.size * 0.36
    html(.g) { html in
      html(
        .title,
        "\(item.name): \(writing.words(item.value))\(item.range.map { ", likely \(words($0))" } ?? ""); rank \(rank)")
      let block = lettering.leading * Double(row.name.count)
      let first = frame.isWide ? row.middle - block / 2 + lettering.leading / 2 + drop : row.top + lettering.size + 2
      for (index, line) in row.name.enumerated() {
        html.letter(line, 0, first + Double(index) * lettering.leading, lettering)
      }
      html.letter(
        writing.words(item.value), breadth.width, frame.isWide ? row.middle + drop : first, lettering, ["end"])
      html.letter(rank, frame.rankStart, row.middle + drop, lettering, ["soft"])
      if let range = item.range {
        html.line(
          frame.x(range.lowerBound), row.middle, frame.x(range.upperBound), row.middle,
          item.isChosen ? "whisker-chosen" : "whisker")
      }
      guard let value = item.value else { return }
      html.mark(
        item.isChosen ? .square : .circle, frame.x(value), row.middle, item.isChosen ? 5.5 : 4.4,
        ["point", item.isChosen ? "point-chosen" : "point-common"])
    }
  }
}
