/// A band of ages by its name, however that is written: `5`, `5-9`, `5 to 9`, `<1`, `90+`, `90 and over`.
public struct AgeBand: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The first age in it.
  public let start: Int
  /// The last age in it; nil when it is open or the name gives only the start.
  public let end: Int?
  /// Whether the name says that it has no end.
  public let isOpen: Bool

  /// The band a name means; nil when it is none.
  public init?(_ name: some StringProtocol) {
    let word = String(name.lowercased().filter { !$0.isWhitespace })
    let bare = ["years", "year", "yrs", "aged"].reduce(word) { $0.replacing($1, with: "") }
    if ["<1", "under1"].contains(bare) {
      self.init(start: 0, end: 0)
    } else if let open = ["+", "andover", "plus"].first(where: { bare.hasSuffix($0) }) {
      guard let start = Self.age(bare.dropLast(open.count)) else { return nil }
      self.init(start: start, isOpen: true)
    } else {
      let parts = bare.replacing("to", with: "-").replacing("–", with: "-").split(
        separator: "-", omittingEmptySubsequences: false)
      guard let start = parts.first.flatMap({ Self.age($0) }), parts.count <= 2 else { return nil }
      guard parts.count == 2 else {
        self.init(start: start)
        return
      }
      guard let end = Self.age(parts[1]), end >= start else { return nil }
      self.init(start: start, end: end)
    }
  }

  private init(start: Int, end: Int? = nil, isOpen: Bool = false) {
    self.start = start
    self.end = end
    self.isOpen = isOpen
  }

  private static func age(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }), let age = Int(text), age < 130 else {
      return nil
    }
    return age
  }

  /// By where they start.
  public static func < (a: AgeBand, b: AgeBand) -> Bool { a.start < b.start }

  /// `5–9`, `90+`, or the start alone.
  public var description: String { isOpen ? "\(start)+" : end.map { "\(start)–\($0)" } ?? "\(start)" }

  /// Whether the two may be the same band: the same start, and nothing said of the end that differs.
  func agrees(with other: AgeBand) -> Bool {
    guard start == other.start else { return false }
    if let end, let theirs = other.end { return end == theirs }
    return !(isOpen && other.end != nil) && !(end != nil && other.isOpen)
  }
}
