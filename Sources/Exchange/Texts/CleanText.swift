public import Chronicle

/// A text as it reads once the marks of the page it was taken from are gone. Every line that says something stays.
///
/// | cleaned away | becomes |
/// |---|---|
/// | tabs, no-break and other spaces, several in a row | one space |
/// | soft hyphens, zero-width characters, byte order marks | nothing |
/// | ligatures of the printer: `ﬁ` | their letters |
/// | `&&&&&` between paragraphs | the end of a part of the line |
/// | citation brackets and reference marks: `[12]`, `†`, `²` | nothing |
/// | a link: `[words](address)` | its words |
/// | `ICs`, where a PDF lost a letter | `ICSs` |
public struct CleanText: Hashable, Sendable {
  /// A line, or a part of one.
  public struct Line: Hashable, Sendable {
    /// The number of the line in the file, counted from one.
    public let number: Int
    /// What it says.
    public let text: String
  }

  /// The lines that say something, in order.
  public let lines: [Line]

  /// Cleans a text. O(its length).
  public init(_ raw: String) {
    lines = raw.split(omittingEmptySubsequences: false) { $0.isNewline }.enumerated().flatMap { index, line in
      line.split(separator: "&&&&&").map { Line(number: index + 1, text: CleanText.cleaned(String($0))) }
        .filter { !$0.text.isEmpty }
    }
  }

  /// The lines as they are kept.
  public var block: Block {
    Block(units: lines.map { String($0.number) }, columns: [("text", .text(lines.map(\.text)))])
  }

  private static func cleaned(_ line: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      if let letters = ligatures[scalar] {
        scalars.append(contentsOf: letters.unicodeScalars)
      } else if scalar.properties.isWhitespace {
        scalars.append(" ")
      } else if !dropped.contains(scalar) {
        scalars.append(scalar)
      }
    }
    return String(scalars)
      .replacing(/\[([^\[\]]*?)(?: \\\([^\[\]]*\\\))?\]\([^()\s]*\)/) { $0.1 }
      .replacing(/\[\d{1,3}\]/, with: "")
      .replacing(/\bICs\b/, with: "ICSs")
      .split(separator: " ").joined(separator: " ")
  }

  private static let ligatures: [Unicode.Scalar: String] = [
    "\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl", "\u{FB05}": "st",
    "\u{FB06}": "st",
  ]

  private static let dropped: Set<Unicode.Scalar> = [
    "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "†", "‡", "¹", "²", "³",
  ]
}
