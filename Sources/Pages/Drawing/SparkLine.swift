/// A small series beside a figure: its shape, and its last point.
public struct SparkLine: Part {
  let values: [Double?]
  let sentence: String
  let band: ClosedRange<Double>?

  /// A series in order, with gaps where a value is missing.
  ///
  /// - Parameters:
  ///   - sentence: what the series does, for every reader who does not see it.
  ///   - band: the range in which values are no surprise.
  public init(_ values: [Double?], sentence: String, band: ClosedRange<Double>? = nil) {
    self.values = values.map { $0.flatMap { $0.isFinite ? $0 : nil } }
    self.sentence = sentence
    self.band = band
  }

  private static let width = 120.0
  private static let height = 28.0

  /// Writes the drawing, which flows with the words around it. Writes nothing when no value is known.
  public func write(to html: inout HTML) {
    let known = values.compactMap { $0 }
    guard let least = known.min(), let most = known.max() else { return }
    let low = min(least, band?.lowerBound ?? least)
    let range = max(most, band?.upperBound ?? most) - low
    func x(_ index: Int) -> Double {
      values.count < 2 ? Self.width / 2 : 3 + Double(index) / Double(values.count - 1) * (Self.width - 7)
    }
    func y(_ value: Double) -> Double {
      range > 0 ? Self.height - 4 - (value - low) / range * (Self.height - 8) : Self.height / 2
    }
    html(
      .svg, .class("spark"), .viewBox(Self.width, Self.height), .role("img"), .label(sentence)
    ) { html in
      if let band {
        html(
          .rect, .class("spark-band"), .number("x", 0), .number("y", y(band.upperBound)),
          .number("width", Self.width),
          .number("height", max(1, y(band.lowerBound) - y(band.upperBound))))
      }
      var outline = Outline()
      var isDown = false
      for (index, value) in values.enumerated() {
        guard let value else {
          isDown = false
          continue
        }
        if isDown { outline.line(x(index), y(value)) } else { outline.move(x(index), y(value)) }
        isDown = true
      }
      html(.path, .class("spark-line"), .outline(outline))
      if let last = values.lastIndex(where: { $0 != nil }), let value = values[last] {
        html(
          .circle, .class("spark-end"), .number("cx", x(last)), .number("cy", y(value)), .number("r", 2.6))
      }
    }
  }
}
