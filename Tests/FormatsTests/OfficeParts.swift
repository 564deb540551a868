import Testing

@testable import Formats

/// The parts of an office document, for tests.
struct OfficeParts {
  let archive: ZIPArchive

  init(_ bytes: [UInt8]) throws { archive = try ZIPArchive(ByteSource(bytes, name: "document")) }

  func reader(_ path: String) throws -> XMLReader {
    try XMLReader(try archive.stream(try #require(archive[path: path], "there is no \(path)")))
  }

  func text(_ path: String) throws -> String {
    let entry = try #require(archive[path: path], "there is no \(path)")
    return String(decoding: try archive.bytes(of: entry, atMost: 1 << 24), as: UTF8.self)
  }

  /// The attributes with these names of each element with this name, in order.
  func attributes(_ names: StaticString..., of element: StaticString, in path: String) throws -> [[String?]] {
    let xml = try reader(path)
    var found: [[String?]] = []
    while true {
      switch try xml.next() {
      case .finish: return found
      case .start where xml.isNamed(element):
        found.append(try names.map { try xml.attribute($0) ?? xml.prefixedAttribute($0) })
      default: continue
      }
    }
  }

  /// All text in each element with this name, in order.
  func texts(of element: StaticString, in path: String) throws -> [String] {
    let xml = try reader(path)
    var found: [String] = []
    var start: Int?
    while true {
      switch try xml.next() {
      case .finish: return found
      case .start where xml.isNamed(element):
        start = xml.depth
        found.append("")
      case .end where start.map { xml.depth < $0 } ?? false: start = nil
      case .text where start != nil:
        try xml.withText { (bytes) throws(FormatError) in
          found[found.count - 1] += String(decoding: bytes, as: UTF8.self)
        }
      default: continue
      }
    }
  }

  /// The same document with one text of one part replaced by another, to plant a fault.
  func replacing(_ old: String, _ new: String, in path: String) throws -> [UInt8] {
    var zip = ZIPWriter()
    for entry in archive.entries {
      var text = try text(entry.path)
      if entry.path == path {
        let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2, "\(path) does not hold \(old)")
        text = parts[0] + new + parts[1]
      }
      try zip.add(entry.path, Array(text.utf8))
    }
    return zip.finish()
  }
}
