public import Desk
public import Exchange

/// Where a command speaks: two streams, what is known of the terminal behind them, and the world it works in.
///
/// A value of closures, so that a test can hold one and read what was said.
public struct Console: Sendable {
  /// Writes results.
  public var out: @Sendable (String) throws -> Void
  /// Writes progress, notes and errors.
  public var err: @Sendable (String) -> Void
  /// The width of the terminal results go to; nil when they go elsewhere, and then nothing is cut.
  public var width: Int?
  /// Whether notes go to a terminal, so that progress may be drawn over itself.
  public var showsProgress: Bool
  /// The clock, the salts, and who is at work.
  public var world: World
  /// The formats that can be imported.
  public var readers: [any Reader]

  /// A console of these.
  public init(
    out: @escaping @Sendable (String) throws -> Void, err: @escaping @Sendable (String) -> Void,
    width: Int? = nil,
    showsProgress: Bool = false, world: World, readers: [any Reader] = Readers.all
  ) {
    self.out = out
    self.err = err
    self.width = width
    self.showsProgress = showsProgress
    self.world = world
    self.readers = readers
  }

  /// Writes a line of results.
  func say(_ line: String) throws { try out(line + "\n") }

  /// Writes a note, which is no result.
  func note(_ line: String) { err(line + "\n") }
}
