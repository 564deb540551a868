public import Exchange

/// The formats the program reads, in the order in which a file is tried.
public enum Readers {
  /// All of them.
  public static let all: [any Reader] = []
}
