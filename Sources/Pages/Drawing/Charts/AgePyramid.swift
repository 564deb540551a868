/// People by bands of age, oldest at the top, on one side or on two.
public struct AgePyramid: Chart {
  /// One band of age.
  public struct Band: Sendable {
    let name: String
    let values: [Double?]
    let others: [Double?]

    /// A band and how many people are in it.
    ///
    /// - Parameters:
    ///   - values: one for each side.
    ///   - others: as many again to compare with, such as those of England, or none.
    public init(_ name: String, _ values: [Double?], against others: [Double?] = []) {
      self.name = name
      self.values = values.map { drawable($0).map { max(0, $0) } }
      self.others = others.map { drawable($0).map { max(0, $0) } }
    }

    func value(_ side: Int) -> Double? { values.indices.contains(side) ? values[side] : nil }
    func other(_ side: Int) -> Double? { others.indices.contains(side) ? others[side] : nil }
  }

  /// The identifier of the drawing in its page.
  public let id: String
  /// What the drawing is of.
  public let title: String
  /// What the drawing shows, in a sentence.
  public let sentence: String
  let writing: BarList.Writing
  let sides: [String]
  let bands: [Band]
  let other: String?
  let downloads: [NamedLink]

  /// Bands from the youngest to the oldest.
  ///
  /// - Parameters:
  ///   - sides: one name or two, for the left and the right.
  ///   - other: whom the bands are compared with.
  public init(
    id: String, title: String, sentence: String, writing: BarList.Writing, sides: [String], bands: [Band],
    against other: String? = nil, downloads: [NamedLink] = []
  ) {
    self.id = id
    self.title = title
    self.sentence = sentence
    self.writing = writing
    self.sides = Array(sides.prefix(2))
    self.bands = bands
    self.other = other
    self.downloads = downloads
  }

  /// Whether there is nothing to draw.
  public var isTableOnly: Bool {
    sides.isEmpty || bands.allSatisfy { band in band.values.allSatisfy { $0 == nil } }
  }

  /// The figures: one row for each band, the youngest first.
  public var twin: Table {
    Table(
      id: "\(id)-table", caption: title,
      columns: [.words("Age")] + sides.map { .figures($0) }
        + (other.map { other in sides.map { .figures("\($0), \(other)") } } ?? []),
      rows: bands.map { band in
        .init(
          [.init(band.name)] + sides.indices.map { .init(writing.words(band.value($0))) }
            + (other == nil ? [] : sides.indices.map { .init(writing.words(band.other($0))) }))
      },
      downloads: downloads)
  }

  /// What the bars and the ticks mean.
  public var key: ChartKey {
    let styles: [StaticString] = ["bar-left", "bar-chosen"]
    return ChartKey(
      entries: (sides.count < 2 ? [] : zip(styles, sides).map { (.block($0), $1) })
        + (other.map { [(.tick("tick-other"), "the same for \($0)")] } ?? []))
  }

  // MARK: Drawing

  private static let step = 21.0
  private static let top = 24.0

  /// How high it is.
  public func height(_ breadth: Breadth) -> Double { Self.top + Double(bands.count) * Self.step + 4 }

  /// Draws the names of the sides, then each band.
  public func paint(_ breadth: Breadth, in html: inout HTML) {
    let lettering = Lettering(breadth == .wide ? 13 : 12)
    let bold = Lettering(lettering.size, bold: true)
    let isTwo = sides.count == 2
    let nameWidth = (bands.map { lettering.width(of: $0.name) }.max() ?? 0) + 20
    let valueWidth =
      bands.flatMap { band in band.values.map { lettering.width(of: writing.words($0)) } }.max() ?? 0
    let room = (isTwo ? (breadth.width - nameWidth) / 2 : breadth.width - nameWidth) - valueWidth - 8
    let most = bands.flatMap { ($0.values + (other == nil ? [] : $0.others)).compactMap { $0 } }.max() ?? 0
    let length = Scale(0...max(most, 1e-6), from: 0, to: room)
    let middle = isTwo ? breadth.width / 2 : nameWidth / 2
    for (side, name) in sides.enumerated() {
      let isLeft = isTwo && side == 0
      html.letter(
        name, middle + (isLeft ? -1 : 1) * nameWidth / 2, 13, bold, isLeft ? ["end"] : [])
    }
    for (index, band) in bands.enumerated() {
      let y = Self.top + Double(bands.count - 1 - index) * Self.step
      html(.g) { html in
        html(.title, words(band))
        html.letter(band.name, middle, y + 14, lettering, ["middle", "soft"])
        for side in sides.indices {
          let way = isTwo && side == 0 ? -1.0 : 1.0
          let start = middle + way * nameWidth / 2
          let size = band.value(side).map { length($0) } ?? 0
          if band.value(side) != nil {
            html(
              .rect, .class(side == 0 && isTwo ? "bar-left" : "bar-chosen"),
              .number("x", way > 0 ? start : start - size),
              .number("y", y + 1), .number("width", max(0.5, size)), .number("height", Self.step - 5))
          }
          if other != nil, let value = band.other(side) {
            html.line(start + way * length(value), y - 1, start + way * length(value), y + Self.step - 2, "tick-other")
          }
          html.letter(
            writing.words(band.value(side)), way > 0 ? breadth.width : valueWidth, y + 14, lettering, ["end"])
        }
      }
    }
  }

  private func words(_ band: Band) -> String {
    let parts = sides.indices.map { "\(sides[$0]) \(writing.words(band.value($0)))" }
    return "\(band.name): \(parts.joined(separator: ", "))"
  }
}
