/// The outline of an SVG path, written as it is drawn.
public struct Outline: Sendable {
  var bytes: [UInt8] = []

  /// An outline with nothing in it.
  public init() {}

  /// Lifts the pen and puts it down here.
  public mutating func move(_ x: Double, _ y: Double) { command("M", [x, y]) }

  /// Draws a straight line to here.
  public mutating func line(_ x: Double, _ y: Double) { command("L", [x, y]) }

  /// Draws a curve to the last point, leaning on the first two.
  public mutating func curve(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ x: Double, _ y: Double
  ) { command("C", [x1, y1, x2, y2, x, y]) }

  /// Draws a straight line to here from where the pen is, in steps of whole units.
  mutating func step(_ dx: Int, _ dy: Int, first: Bool) {
    if first { bytes.append(UInt8(ascii: "l")) } else if dx >= 0 { bytes.append(UInt8(ascii: " ")) }
    bytes.append(contentsOf: String(dx).utf8)
    if dy >= 0 { bytes.append(UInt8(ascii: " ")) }
    bytes.append(contentsOf: String(dy).utf8)
  }

  /// Closes the shape.
  public mutating func close() { bytes.append(UInt8(ascii: "Z")) }

  private mutating func command(_ letter: Unicode.Scalar, _ numbers: [Double]) {
    bytes.append(UInt8(ascii: letter))
    for (index, number) in numbers.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: " ")) }
      Figures.append(number, to: &bytes)
    }
  }
}
