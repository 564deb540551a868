/// Anything a page can lead to.
public protocol Linkable {
  /// The destination.
  var link: Link { get }
}

/// A destination that is safe to write into a page: a path on this site, a part of this page, or an https URL.
///
/// No other destination can be made, so neither `javascript:` nor `//elsewhere` can reach an `href`.
public struct Link: Hashable, Sendable, Linkable {
  /// The destination as it is written in the page, before HTML escaping.
  public let text: String
  private let path: [String]
  private let query: [String]

  /// The link itself.
  public var link: Link { self }

  private init(trusted text: String, path: [String] = [], query: [String] = []) {
    self.text = text
    self.path = path
    self.query = query
  }

  /// The segments and the query that a path on this site was made of.
  var parts: (path: [String], query: [(name: String, value: String)]) {
    (path, stride(from: 0, to: query.count, by: 2).map { (query[$0], query[$0 + 1]) })
  }

  /// A path on this site.
  ///
  /// Each segment, name and value is percent-encoded, so any text is allowed in them. Empty segments are left
  /// out, so a path never begins with two slashes. The segments `.` and `..` are encoded twice, because
  /// browsers climb on them even when encoded once; no page answers to such an address.
  public init(path segments: [String], query: [(name: String, value: String)] = [], fragment: String? = nil) {
    var text = ""
    for segment in segments where !segment.isEmpty {
      text += "/"
      text += segment == "." || segment == ".." ? segment.map { _ in "%252E" }.joined() : encoded(segment)
    }
    if text.isEmpty { text = "/" }
    for (index, item) in query.enumerated() {
      text += index == 0 ? "?" : "&"
      text += encoded(item.name) + "=" + encoded(item.value)
    }
    if let fragment { text += "#" + encoded(fragment) }
    self.init(trusted: text, path: segments, query: query.flatMap { [$0.name, $0.value] })
  }

  /// A part of the same page.
  public static func here(_ id: String) -> Link { Link(trusted: "#" + encoded(id)) }

  /// A file that lies beside the page, by its folders and name.
  static func beside(_ segments: [String]) -> Link { Link(trusted: segments.map(encoded).joined(separator: "/")) }

  /// An absolute https URL, or nil when the text is not one that every reader would understand alike.
  ///
  /// Refuses user names, spaces, backslashes, quotes, control and non-ASCII characters, broken percent signs
  /// and hosts without a dot. What is refused can still be shown as text.
  public init?(https text: String) {
    let bytes = Array(text.utf8)
    guard text.hasPrefix("https://"), bytes.count <= 2_048 else { return nil }
    let rest = bytes[8...]
    let end = rest.firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? rest.endIndex
    guard Link.isHost(rest[..<end]), Link.isTail(rest[end...]) else { return nil }
    self.init(trusted: text)
  }

  private static func isHost(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first else { return false }
    if parts.count == 2 {
      guard (1...5).contains(parts[1].count), parts[1].allSatisfy({ (0x30...0x39).contains($0) }) else {
        return false
      }
    }
    let labels = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return labels.count >= 2 && name.count <= 253
      && labels.allSatisfy { label in
        (1...63).contains(label.count) && label.first != 0x2D && label.last != 0x2D
          && label.allSatisfy { isAlphanumeric($0) || $0 == 0x2D }
      }
  }

  private static func isTail(_ bytes: ArraySlice<UInt8>) -> Bool {
    let tail = Array(bytes)
    for (index, byte) in tail.enumerated() {
      switch byte {
      case 0x25:
        guard index + 2 < tail.count, isHex(tail[index + 1]), isHex(tail[index + 2]) else { return false }
      case 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D: return false
      case 0x21...0x7E: continue
      default: return false
      }
    }
    return true
  }
}

/// A destination and the words that lead there.
public struct NamedLink: Hashable, Sendable {
  let name: String
  let link: Link

  /// A link with these words.
  public init(_ name: String, _ destination: some Linkable) {
    self.name = name
    link = destination.link
  }
}

/// The text with everything but letters, digits and `- . _ ~ @ : ,` percent-encoded.
private func encoded(_ text: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case 0x2D, 0x2E, 0x5F, 0x7E, 0x40, 0x3A, 0x2C: bytes.append(byte)
    case _ where isAlphanumeric(byte): bytes.append(byte)
    default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}

private func isHex(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
}
