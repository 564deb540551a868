/// A shape that stands for one value. Shapes tell values apart without their colours.
enum PointShape: Sendable {
  case circle, square, triangleUp, triangleDown, diamond, plus, cross

  /// The outline about a middle, of about the same area for each shape.
  func outline(_ x: Double, _ y: Double, _ radius: Double) -> Outline {
    var outline = Outline()
    func shape(_ corners: [(Double, Double)]) {
      for (index, corner) in corners.enumerated() {
        let (px, py) = (x + corner.0 * radius, y + corner.1 * radius)
        if index == 0 { outline.move(px, py) } else { outline.line(px, py) }
      }
      outline.close()
    }
    func strokes(_ ends: [(Double, Double, Double, Double)]) {
      for end in ends {
        outline.move(x + end.0 * radius, y + end.1 * radius)
        outline.line(x + end.2 * radius, y + end.3 * radius)
      }
    }
    switch self {
    case .circle:
      let handle = radius * 0.5523
      outline.move(x, y - radius)
      outline.curve(x + handle, y - radius, x + radius, y - handle, x + radius, y)
      outline.curve(x + radius, y + handle, x + handle, y + radius, x, y + radius)
      outline.curve(x - handle, y + radius, x - radius, y + handle, x - radius, y)
      outline.curve(x - radius, y - handle, x - handle, y - radius, x, y - radius)
      outline.close()
    case .square: shape([(-0.95, -0.95), (0.95, -0.95), (0.95, 0.95), (-0.95, 0.95)])
    case .triangleUp: shape([(0, -1.3), (1.25, 0.9), (-1.25, 0.9)])
    case .triangleDown: shape([(0, 1.3), (1.25, -0.9), (-1.25, -0.9)])
    case .diamond: shape([(0, -1.35), (1.35, 0), (0, 1.35), (-1.35, 0)])
    case .plus: strokes([(-1.1, 0, 1.1, 0), (0, -1.1, 0, 1.1)])
    case .cross: strokes([(-0.8, -0.8, 0.8, 0.8), (-0.8, 0.8, 0.8, -0.8)])
    }
    return outline
  }
}

extension HTML {
  /// Adds a mark about a point.
  mutating func mark(_ mark: PointShape, _ x: Double, _ y: Double, _ radius: Double, _ classes: [StaticString]) {
    self(.path, .outline(mark.outline(x, y, radius)), .classes(classes))
  }

  /// Adds a straight line.
  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: StaticString) {
    self(
      .line, .class(style), .number("x1", x1), .number("y1", y1), .number("x2", x2), .number("y2", y2))
  }
}
