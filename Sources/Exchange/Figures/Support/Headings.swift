internal import Formats

/// The names of a table's columns, found without regard to case, spaces, hyphens or underscores.
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
  func has(_ names: String...) -> Bool { names.contains { positions[Headings.fold($0)] != nil } }

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
  func need(_ names: String...) throws(ImportError) -> Int {
    guard let found = try find(names) else {
      throw ImportError("there is no column '\(names[0])'; the columns are \(listed)")
    }
    return found
  }

  /// At most twelve of the names, for messages.
  var listed: String {
    let shown = names.prefix(12).map { "'\($0.prefix(40))'" }.joined(separator: ", ")
    return names.count > 12 ? "\(shown) and \(names.count - 12) more" : shown
  }

  /// `yes` when every one of these columns is there, `almost` with the missing ones when at least half are.
  func recognise(_ needed: [[String]]) -> Recognition {
    let missing = needed.filter { synonyms in !synonyms.contains { positions[Headings.fold($0)] != nil } }
    if missing.isEmpty { return .yes }
    guard missing.count * 2 <= needed.count else { return .no }
    return .almost("it lacks " + missing.map { "'\($0[0])'" }.joined(separator: ", "))
  }
}
