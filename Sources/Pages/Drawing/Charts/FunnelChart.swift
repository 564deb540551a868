/// Bodies by how many they count and by their rate, within the limits that chance alone would draw.
///
/// Small bodies vary more, so the limits narrow from left to right. Source: D. J. Spiegelhalter, “Funnel plots for
/// comparing institutional performance”, *Statistics in Medicine* 24 (2005).
public struct FunnelChart: Chart {
  /// Where a body lies.
  public enum Standing: Sendable {
    /// Within what chance would explain.
    case within
    /// Beyond the 95% limits.
    case beyond95
    /// Beyond the 99.8% limits.
    case beyond998

    var words: String {
      switch self {
      case .within: "within the limits"
      case .beyond95: "beyond the 95% limits"
      case .beyond998: "beyond the 99.8% limits"
      }
    }
  }

  /// One body.
  public struct Point: Sendable {
    let name: String
    let link: Link?
    let denominator: Double?
    let value: Double?
    let standing: Standing
    let isChosen: Bool

    /// A body, what its rate is out of, and its rate.
    public init(
      _ name: String, link: Link? = nil, outOf denominator: Double?, _ value: Double?, _ standing: Standing,
      isChosen: Bool = false
    ) {
      self.name = name
      self.link = link
      self.denominator = drawable(denominator)
      self.value = drawable(value)
      self.standing = standing
      self.isChosen = isChosen
    }
  }

  /// The limits at one denominator; what is not known is nil.
  public struct Limit: Sendable {
    let denominator: Double
    let lower95: Double?
    let upper95: Double?
    let lower998: Double?
    let upper998: Double?

    /// The limits at one denominator.
    public init(
      outOf denominator: Double, lower95: Double?, upper95: Double?, lower998: Double?, upper998: Double?
    ) {
      self.denominator = denominator
      self.lower95 = drawable(lower95)
      self.upper95 = drawable(upper95)
      self.lower998 = drawable(lower998)
      self.upper998 = drawable(upper998)
    }
  }

  /// The identifier of the drawing in its page.
  public let id: String
  /// What the drawing is of.
  public let title: String
  /// What the drawing shows, in a sentence.
  public let sentence: String
  let valueName: String
  let denominatorName: String
  let writing: BarList.Writing
  let points: [Point]
  let limits: [Limit]
  let overall: (name: String, value: Double)?
  let downloads: [NamedLink]

  /// A funnel.
  ///
  /// - Parameters:
  ///   - valueName: what the rate is of.
  ///   - denominatorName: what the rate is out of.
  ///   - limits: along the curves, in any order, as closely as they shall be drawn.
  ///   - overall: what bodies are compared with.
  public init(
    id: String, title: String, sentence: String, valueName: String, denominatorName: String,
    writing: BarList.Writing, points: [Point], limits: [Limit], overall: (name: String, value: Double)?,
    downloads: [NamedLink] = []
  ) {
    self.id = id
    self.title = title
    self.sentence = sentence
    self.valueName = valueName
    self.denominatorName = denominatorName
    self.writing = writing
    self.points = points
    self.limits = limits.filter { drawable($0.denominator) != nil }.sorted { $0.denominator < $1.denominator }
    self.overall = overall.flatMap { drawable($0.value) == nil ? nil : $0 }
    self.downloads = downloads
  }

  /// What can be drawn.
  private var shown: [(point: Point, denominator: Double, value: Double)] {
    points.compactMap { point in
      guard let denominator = point.denominator, let value = point.value else { return nil }
      return (point, denominator, value)
    }
  }

  /// Whether no body can be drawn.
  public var isTableOnly: Bool { shown.isEmpty }

  /// The figures: one row for each body.
  public var twin: Table {
    Table(
      id: "\(id)-table", caption: title,
      columns: [.words("Body"), .figures(denominatorName), .figures(valueName), .words("Where it lies")],
      rows: points.map { point in
        .init(
          [
            .init(point.name, link: point.link), .init(BarList.Writing.whole.words(point.denominator)),
            .init(writing.words(point.value)), .init(point.value == nil ? "" : point.standing.words),
          ], isChosen: point.isChosen)
      },
      foot: overall.map { [.init([.init($0.name), "", .init(writing.text($0.value)), ""])] } ?? [],
      downloads: downloads)
  }

  /// What each mark and line means.
  public var key: ChartKey {
    var entries: [(sign: ChartKey.Sign, words: String)] = []
    let standings = shown.map(\.point.standing)
    if standings.contains(.within) {
      entries.append((.mark(.circle, ["point", "point-common"]), "within the limits"))
    }
    if standings.contains(.beyond95) {
      entries.append((.mark(.diamond, ["point", "point-neutral", "point-hollow"]), "beyond 95%"))
    }
    if standings.contains(.beyond998) {
      entries.append((.mark(.diamond, ["point", "point-neutral"]), "beyond 99.8%"))
    }
    if let chosen = shown.first(where: \.point.isChosen) {
      entries.append((.mark(.square, ["point", "point-chosen"]), chosen.point.name))
    }
    if let overall {
      entries.append((.line("line-mean"), "\(overall.name) \(writing.text(overall.value))"))
    }
    if limits.contains(where: { $0.upper95 != nil }) { entries.append((.line("line-near"), "95% limits")) }
    if limits.contains(where: { $0.upper998 != nil }) { entries.append((.line("line-limit"), "99.8% limits")) }
    return ChartKey(entries: entries)
  }

  // MARK: Drawing

  /// How high it is.
  public func height(_ breadth: Breadth) -> Double { breadth == .wide ? 370 : 320 }

  /// Draws the axes, the limits, the bodies and the names of those beyond.
  public func paint(_ breadth: Breadth, in html: inout HTML) {
    let plot = Plot(self, breadth)
    plot.axes(in: &html)
    let clip = "\(id)-\(breadth.mark)-clip"
    html(.clipPath, .id(clip)) { html in
      html(
        .rect, .number("x", plot.x.start), .number("y", plot.y.end), .number("width", plot.x.end - plot.x.start),
        .number("height", plot.y.start - plot.y.end))
    }
    html(.g, .clip(to: clip)) { html in
      let curves: [(StaticString, (Limit) -> Double?)] = [
        ("line-near", \.lower95), ("line-near", \.upper95), ("line-limit", \.lower998), ("line-limit", \.upper998),
      ]
      for (style, part) in curves { html(.path, .class(style), .outline(plot.curve(limits, part))) }
    }
    if let overall {
      html.line(plot.x.start, plot.y(overall.value), plot.x.end, plot.y(overall.value), "line-mean")
    }
    let order = shown.filter { !$0.point.isChosen } + shown.filter(\.point.isChosen)
    for body in order {
      let (x, y) = (plot.x(body.denominator), plot.y(body.value))
      html(.g) { html in
        html(.title, "\(body.point.name): \(writing.text(body.value)), \(body.point.standing.words)")
        if body.point.isChosen { return html.mark(.square, x, y, 6.5, ["point", "point-chosen"]) }
        switch body.point.standing {
        case .within: html.mark(.circle, x, y, 3.8, ["point", "point-common"])
        case .beyond95: html.mark(.diamond, x, y, 4, ["point", "point-neutral", "point-hollow"])
        case .beyond998: html.mark(.diamond, x, y, 4.4, ["point", "point-neutral"])
        }
      }
    }
    for label in labels(plot) {
      html.letter(label.words, label.x, label.y, label.lettering, ["halo"])
    }
  }

  /// Names beside the chosen body and those beyond the limits, where there is room for them.
  func labels(_ plot: Plot) -> [(words: String, lettering: Lettering, x: Double, y: Double)] {
    func weight(_ point: Point) -> Int {
      point.isChosen ? 3 : point.standing == .beyond998 ? 2 : point.standing == .beyond95 ? 1 : 0
    }
    let places = shown.map { (x: plot.x($0.denominator), y: plot.y($0.value)) }
    var boxes = shown.indices.filter { weight(shown[$0].point) > 0 }.map { index in
      Box(left: places[index].x - 6, top: places[index].y - 6, width: 12, height: 12)
    }
    var found: [(words: String, lettering: Lettering, x: Double, y: Double)] = []
    let order = shown.indices.filter { weight(shown[$0].point) > 0 }
      .sorted { (-weight(shown[$0].point), $0) < (-weight(shown[$1].point), $1) }
    for index in order {
      let lettering = Lettering(plot.lettering.size, bold: shown[index].point.isChosen)
      let words = lettering.cut(shown[index].point.name, within: plot.isWide ? 210 : 130)
      let (width, height) = (lettering.width(of: words), lettering.size)
      let (x, y) = places[index]
      let choices = [
        Box(left: x + 9, top: y - height / 2, width: width, height: height),
        Box(left: x - 9 - width, top: y - height / 2, width: width, height: height),
        Box(left: x - width / 2, top: y - 10 - height, width: width, height: height),
        Box(left: x - width / 2, top: y + 10, width: width, height: height),
      ]
      let room = Box(
        left: plot.x.start, top: plot.y.end, width: plot.x.end - plot.x.start, height: plot.y.start - plot.y.end)
      guard let box = choices.first(where: { box in room.holds(box) && !boxes.contains { $0.meets(box) } }) else {
        continue
      }
      boxes.append(box)
      found.append((words, lettering, box.left, box.top + height * 0.86))
    }
    return found
  }
}

/// A rectangle that words take up.
struct Box: Equatable {
  let left: Double
  let top: Double
  let width: Double
  let height: Double

  func meets(_ other: Box) -> Bool {
    left < other.left + other.width && other.left < left + width && top < other.top + other.height
      && other.top < top + height
  }

  func holds(_ other: Box) -> Bool {
    left <= other.left && other.left + other.width <= left + width && top <= other.top
      && other.top + other.height <= top + height
  }
}

extension FunnelChart {
  /// Two axes and the ground between them.
  struct Plot {
    let isWide: Bool
    let lettering: Lettering
    let x: Scale
    let y: Scale
    private let across: [(value: Double, words: String)]
    private let up: [(value: Double, words: String)]
    private let names: (x: String, y: String)

    init(_ chart: FunnelChart, _ breadth: Breadth) {
      isWide = breadth == .wide
      lettering = Lettering(isWide ? 13 : 12)
      let least = chart.shown.map(\.denominator).min() ?? 0
      // Limits at the smallest body and beyond; the open mouth of the funnel is cut off.
      let limits = chart.limits.filter { $0.denominator >= least }
      let values =
        chart.shown.map(\.value) + [chart.overall?.value].compactMap { $0 }
        + limits.flatMap { [$0.lower95, $0.upper95].compactMap { $0 } }
      let axis = chart.writing.ticks(covering: ClosedRange(over: values) ?? 0...1)
      let most = chart.shown.map(\.denominator).max() ?? 1
      let base = BarList.Writing.whole.ticks(covering: min(0, least)...max(most, 1), about: isWide ? 6 : 3)
      up = axis.marks
      across = base.marks
      names = (chart.denominatorName, chart.valueName)
      let left = (up.map { [lettering] in lettering.width(of: $0.words) }.max() ?? 0) + 8
      y = Scale(axis.range, from: chart.height(breadth) - 46, to: 26)
      let half = (across.last.map { [lettering] in lettering.width(of: $0.words) } ?? 0) / 2
      x = Scale(base.range, from: left, to: breadth.width - max(8, half))
    }

    func axes(in html: inout HTML) {
      html.letter(names.y, 0, 12, lettering, ["soft"])
      for tick in up {
        let place = y(tick.value)
        html.line(x.start, place, x.end, place, tick.value == up.first?.value ? "axis" : "hair")
        html.letter(tick.words, x.start - 8, place + lettering.size * 0.35, lettering, ["end", "soft"])
      }
      for tick in across {
        html.line(x(tick.value), y.start, x(tick.value), y.start + 5, "axis")
        html.letter(tick.words, x(tick.value), y.start + 20, lettering, ["middle", "soft"])
      }
      html.letter(names.x, x.end, y.start + 39, lettering, ["end", "soft"])
    }

    func curve(_ limits: [Limit], _ part: (Limit) -> Double?) -> Outline {
      var outline = Outline()
      for limit in limits where x.values.contains(limit.denominator) {
        guard let value = part(limit) else { continue }
        if outline.bytes.isEmpty {
          outline.move(x(limit.denominator), y.unclipped(value))
        } else {
          outline.line(x(limit.denominator), y.unclipped(value))
        }
      }
      return outline
    }
  }
}
