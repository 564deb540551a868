/// Finds the columns of a table by what their headings mean: case, spaces, line breaks, punctuation, order and
/// year stamps do not matter.
///
/// A spelling is the heading as its publisher writes it. In a spelling `##` stands for a year stamp that may be
/// there or not: `SICBL##CDH` finds `SICBL24CDH`, `SICBL26CDH` and `SICBLCDH`; `pop ##` finds `pop 2022/23`.
///
/// ```swift
/// let header = HeaderMatch(reader.columns)
/// let code = try header.require("SICBL##CDH", "SUB_ICB_LOCATION_CODE")   // the first spelling that is there wins
/// let name = header.first("SICBL##NM")
/// ```
public struct HeaderMatch: Sendable {
  /// The headings as they stand in the file.
  public let names: [String]
  private let words: [[UInt8]]

  /// A heading that was found.
  public struct Found: Hashable, Sendable {
    /// The position of the column, from 0.
    public let column: Int
    /// The heading as it stands in the file.
    public let name: String
    /// The year of its stamp, `2024` for `SICBL24CDH` and for `2024/25`, where it has one.
    public let year: Int?
  }

  /// What is asked of a table: a column under any of several headings.
  public struct Wanted: Hashable, Sendable {
    /// The headings, best first.
    public let spellings: [String]

    /// A column under any of these headings, best first.
    public init(_ spellings: String...) { self.spellings = spellings }

    /// A column under any of these headings, best first.
    public init(anyOf spellings: [String]) { self.spellings = spellings }

    /// The heading shown when the column is missing.
    public var shown: String { HeaderMatch.shown(spellings) }
  }

  /// The headings of a table, in order.
  public init(_ names: [String]) {
    self.names = names
    words = names.map(HeaderMatch.normalised)
  }

  /// Every column under one of the headings, in the order of the headings, then of the table. O(columns).
  public func all(_ spellings: [String]) -> [Found] {
    var found: [Found] = []
    for spelling in spellings {
      let pattern = Pattern(spelling)
      for (column, word) in words.enumerated() {
        guard let match = pattern.match(word), !found.contains(where: { $0.column == column }) else {
          continue
        }
        found.append(Found(column: column, name: names[column], year: match.year))
      }
    }
    return found
  }

  /// The column under the first of the headings that is there. Nil when none is, and when two columns are under it.
  public func find(_ spellings: [String]) -> Found? {
    for spelling in spellings {
      let found = all([spelling])
      if found.count == 1 { return found[0] }
      if found.count > 1 { return nil }
    }
    return nil
  }

  /// The position of the column under the first of the headings that is there, or nil.
  public func first(_ spellings: String...) -> Int? { find(spellings)?.column }

  /// The position of the column under the first of the headings that is there, or nil.
  public func first(_ wanted: Wanted) -> Int? { find(wanted.spellings)?.column }

  /// The position of the column under the first of the headings that is there.
  ///
  /// - Throws: `ImportError` naming the column when none is there or two are.
  public func require(_ spellings: String...) throws(ImportError) -> Int { try require(spellings) }

  /// The position of the column that is wanted; throws when there is none or there are two.
  public func require(_ wanted: Wanted) throws(ImportError) -> Int { try require(wanted.spellings) }

  private func require(_ spellings: [String]) throws(ImportError) -> Int {
    if let found = find(spellings) { return found.column }
    let several = all(spellings)
    guard several.isEmpty else {
      let list = several.map { "'\($0.name)'" }.joined(separator: ", ")
      throw ImportError(
        "several columns could be \(HeaderMatch.shown(spellings)): \(list). Keep the one that is meant")
    }
    throw ImportError("there is no column \(HeaderMatch.shown(spellings)). The columns are: \(listed)")
  }

  /// Those of the columns wanted that are not there, or not clearly one.
  public func missing(_ wanted: [Wanted]) -> [Wanted] { wanted.filter { find($0.spellings) == nil } }

  /// Whether a table has the columns of a format. With all of them it is; with the telling ones it looks like it and
  /// is refused for what is missing; otherwise it is something else.
  public func recognise(_ format: String, telling: [Wanted], also needed: [Wanted] = []) -> Recognition {
    let absent = missing(telling + needed)
    if absent.isEmpty { return .yes }
    guard missing(telling).isEmpty || absent.count * 2 < telling.count + needed.count else { return .no }
    let list = absent.map(\.shown).joined(separator: "; ")
    return .almost("it looks like \(format) and lacks the column \(list). The columns are: \(listed)")
  }

  /// At most twelve of the headings, for an error message.
  public var listed: String {
    let shown = names.prefix(12).map { name in
      "'" + String(name.map { $0.isNewline ? " " : $0 }.prefix(40)) + "'"
    }
    return shown.joined(separator: ", ") + (names.count > 12 ? " and \(names.count - 12) more" : "")
  }

  private static func shown(_ spellings: [String]) -> String {
    spellings.map { "'\($0.replacing("##", with: ""))'" }.joined(separator: " or ")
  }

  /// Upper-case letters, digits and one space between runs of them.
  static func normalised(_ name: String) -> [UInt8] {
    var out: [UInt8] = []
    var gap = false
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        if gap, !out.isEmpty { out.append(32) }
        gap = false
        out.append(byte >= UInt8(ascii: "a") ? byte - 32 : byte)
      default: gap = true
      }
    }
    return out
  }
}

/// One spelling, cut at its year stamp.
private struct Pattern {
  let before: [UInt8]
  let after: [UInt8]
  let stamped: Bool

  init(_ spelling: String) {
    if let stamp = spelling.firstRange(of: "##") {
      before = HeaderMatch.normalised(String(spelling[..<stamp.lowerBound]))
      after = HeaderMatch.normalised(String(spelling[stamp.upperBound...]))
      stamped = true
    } else {
      before = HeaderMatch.normalised(spelling)
      after = []
      stamped = false
    }
  }

  struct Match { var year: Int? }

  /// How a normalised heading agrees with the spelling, or nil when it does not.
  func match(_ word: [UInt8]) -> Match? {
    guard stamped else { return word == before ? Match() : nil }
    guard word.count >= before.count + after.count, word.starts(with: before),
      word.suffix(after.count).elementsEqual(after)
    else { return nil }
    let stamp = word[before.count..<word.count - after.count].filter { $0 != 32 }
    if stamp.isEmpty { return Match() }
    guard stamp.allSatisfy({ (48...57).contains($0) }),
      let number = Int(String(decoding: stamp, as: UTF8.self))
    else {
      return nil
    }
    switch stamp.count {
    case 2: return Match(year: 2000 + number)
    case 4:
      // 2022, or the two halves of 22/23.
      if (1900...2100).contains(number) { return Match(year: number) }
      return (number / 100 + 1) % 100 == number % 100 ? Match(year: 2000 + number / 100) : nil
    case 6: return Match(year: number / 100)
    case 8: return Match(year: number / 10_000)
    default: return nil
    }
  }
}
