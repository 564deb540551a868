import Formats
import Foundation
import Testing

/// Real published files, kept beside the repository when they are there at all.
enum Shared {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data").path

  static let isPresent = FileManager.default.fileExists(atPath: folder)

  static func source(_ path: String) throws -> ByteSource { try .file("\(folder)/\(path)") }

  /// Paths of all files with this extension, sorted.
  static func all(_ suffix: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix("." + suffix) }.sorted()
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test of real files on a machine that does not have them.
  static var needsSharedData: Self {
    .enabled(if: Shared.isPresent, "the folder ../shared/data with the published files is not here")
  }
}

/// SplitMix64: small, seeded, the same everywhere.
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension ByteStream {
  /// The same bytes in pieces of this size, to put a boundary at every place.
  static func pieces(_ bytes: [UInt8], of size: Int) -> ByteStream {
    var position = 0
    return ByteStream { (buffer) throws(FormatError) -> Int in
      let count = min(size, bytes.count - position, buffer.count)
      for index in 0..<max(count, 0) { buffer[index] = bytes[position + index] }
      position += max(count, 0)
      return max(count, 0)
    }
  }
}

/// The error a piece of work ends in, or nil.
func failure(_ body: () throws -> Void) -> FormatError? {
  do {
    try body()
    return nil
  } catch let error as FormatError {
    return error
  } catch {
    Issue.record("an error that is not a FormatError: \(error)")
    return nil
  }
}
