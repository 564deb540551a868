internal import Pages

/// The path and query of a request, percent-decoded. Bounded, and strict about what it cannot read.
struct RequestTarget {
  let path: [String]
  let query: [(name: String, value: String)]

  /// The longest target answered.
  static let limit = 60_000

  /// Reads `/body/icb.frimley?on=2026-03-31`; nil when it is too long or is not UTF-8 when decoded.
  init?(_ text: String) {
    guard text.utf8.count <= RequestTarget.limit, text.hasPrefix("/") else { return nil }
    let withoutFragment = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
    let halves = withoutFragment.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var segments: [String] = []
    for part in halves[0].split(separator: "/") {
      guard let segment = RequestTarget.decode(part, plusIsSpace: false) else { return nil }
      segments.append(segment)
    }
    var pairs: [(name: String, value: String)] = []
    for part in halves.count > 1 ? halves[1].split(separator: "&") : [] {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = RequestTarget.decode(sides[0], plusIsSpace: true),
        let value = RequestTarget.decode(sides.count > 1 ? sides[1] : "", plusIsSpace: true)
      else { return nil }
      pairs.append((name, value))
    }
    path = segments
    query = pairs
  }

  private static func decode(_ text: Substring, plusIsSpace: Bool) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(hex), let low = rest.popFirst().flatMap(hex) else { return nil }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(32)
      default: bytes.append(byte)
      }
    }
    guard !bytes.contains(0) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }
}
