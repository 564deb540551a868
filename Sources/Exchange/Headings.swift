/// The names of a table's columns, found without regard to case, spaces, line breaks, hyphens or underscores.
struct Headings: Sendable {
  /// The names as written.
  let names: [String]
  /// The names folded, see ``fold(_:)``.
  let keys: [String]
  private let positions: [String: [Int]]

  init(_ names: [String]) {
    self.names = names
    let folded = names.map(Headings.fold)
    keys = folded
    positions = Dictionary(grouping: folded.indices) { folded[$0] }
  }

  /// A name as it is compared: lower-case letters, digits, `&` and `+`.
  static func fold(_ name: String) -> String {
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"),
        UInt8(ascii: "&"):
        bytes.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte + 32)
      default: break
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a column has one of these names.
  func has(_ names: String...) -> Bool { has(names) }

  /// Whether a column has one of these names.
  func has(_ names: [String]) -> Bool { names.contains { positions[Headings.fold($0)] != nil } }

  /// The position of the one column with one of these names, nil when there is none; two are refused.
  func find(_ names: [String]) throws(ImportError) -> Int? {
    let found = Set(names.flatMap { positions[Headings.fold($0)] ?? [] }).sorted()
    guard found.count < 2 else {
      let listed = found.map { "'\(self.names[$0])'" }.joined(separator: " and ")
      throw ImportError("the columns \(listed) say the same thing; remove or rename all but one")
    }
    return found.first
  }

  /// The position of the one column with one of these names, nil when there is none; two are refused.
  func find(_ names: String...) throws(ImportError) -> Int? { try find(names) }

  /// The position of the one column with one of these names; none and two are refused.
  func need(_ names: [String]) throws(ImportError) -> Int {
    guard let found = try find(names) else {
      throw ImportError("there is no column \(Headings.either(names)); the columns are \(listed)")
    }
    return found
  }

  /// The position of the one column with one of these names; none and two are refused.
  func need(_ names: String...) throws(ImportError) -> Int { try need(names) }

  /// At most twelve of the names, for messages.
  var listed: String {
    let shown = names.prefix(12).map { name in
      "'" + String(name.prefix(40).map { $0.isNewline ? " " : $0 }) + "'"
    }
    let list = shown.joined(separator: ", ")
    return names.count > 12 ? "\(list) and \(names.count - 12) more" : list
  }

  /// Whether a table has the columns of a format: `yes` with all of them; with the telling ones, or with half of all,
  /// `almost` and what is missing.
  func recognise(telling: [[String]] = [], _ needed: [[String]]) -> Recognition {
    let missing = (telling + needed).filter { !has($0) }
    if missing.isEmpty { return .yes }
    let isTelling = !telling.isEmpty && telling.allSatisfy { has($0) }
    guard isTelling || missing.count * 2 <= telling.count + needed.count else { return .no }
    return .almost(
      "it lacks the column \(missing.map(Headings.either).joined(separator: "; ")). The columns are \(listed)")
  }

  private static func either(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: " or ") }
}
