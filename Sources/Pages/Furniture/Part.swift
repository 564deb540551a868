/// A piece of a page that knows how to write itself.
public protocol Part: Sendable {
  /// Writes the piece.
  func write(to html: inout HTML)
}

extension HTML {
  /// Adds a piece of a page.
  public mutating func add(_ part: some Part) { part.write(to: &self) }
}
