import CZlib

/// Writes a ZIP archive in memory. The same calls give the same bytes: no clock, no owner, no file modes.
///
/// Stored entries are identical everywhere; deflated ones are identical for one version of zlib.
public struct ZIPWriter: Sendable {
  private struct Written {
    var name: [UInt8]
    var method: ZIPArchive.Entry.Method
    var crc: Int
    var packedSize: Int
    var size: Int
    var offset: Int
  }

  private var bytes: [UInt8] = []
  private var written: [Written] = []
  private var names: Set<String> = []
  private let wide: Bool

  /// An archive with nothing in it.
  public init() { wide = false }

  /// An archive that uses zip64 records although nothing in it needs them.
  init(wide: Bool) { self.wide = wide }

  /// Adds a file.
  ///
  /// - Throws: `unsafe` for a path a reader would refuse or that is already there; `tooLarge` at 4 GiB or 65,535
  ///   files.
  public mutating func add(
    _ path: String, _ contents: [UInt8], method: ZIPArchive.Entry.Method = .deflated
  ) throws(FormatError) {
    let name = Array(path.utf8)
    _ = try ZIPName.checked(name, isUTF8: true, number: written.count + 1)
    guard names.insert(path).inserted else {
      throw FormatError(
        .unsafe, at: .init(part: path), "two files in the archive have this name",
        remedy: "Rename one of them")
    }
    let packed = method == .stored ? contents : Deflate.packed(contents, in: .none)
    guard bytes.count + packed.count < 0xFFFF_0000, contents.count < 0xFFFF_0000, written.count < 0xFFFE,
      name.count < 0xFFFF
    else {
      throw FormatError(
        .tooLarge, at: .init(part: path), "the archive would be too large", remedy: "Make two archives")
    }
    let crc = contents.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
    let entry = Written(
      name: name, method: method, crc: contents.isEmpty ? 0 : Int(crc), packedSize: packed.count,
      size: contents.count, offset: bytes.count)
    bytes.append32(0x0403_4B50)
    ZIPWriter.common(entry, into: &bytes)
    bytes.append16(0)
    bytes += name
    bytes += packed
    written.append(entry)
  }

  /// The finished archive.
  public consuming func finish() -> [UInt8] {
    let directoryOffset = bytes.count
    for entry in written {
      bytes.append32(0x0201_4B50)
      bytes.append16(wide ? 45 : 20)
      ZIPWriter.common(entry, into: &bytes, wide: wide)
      bytes.append16(wide ? 28 : 0)
      for _ in 0..<3 { bytes.append16(0) }
      bytes.append32(0)
      bytes.append32(wide ? 0xFFFF_FFFF : entry.offset)
      bytes += entry.name
      if wide {
        bytes.append16(1)
        bytes.append16(24)
        bytes.append64(entry.size)
        bytes.append64(entry.packedSize)
        bytes.append64(entry.offset)
      }
    }
    let size = bytes.count - directoryOffset
    if wide {
      let position = bytes.count
      bytes.append32(0x0606_4B50)
      bytes.append64(44)
      bytes.append16(45)
      bytes.append16(45)
      bytes.append64(0)
      bytes.append64(written.count)
      bytes.append64(written.count)
      bytes.append64(size)
      bytes.append64(directoryOffset)
      bytes.append32(0x0706_4B50)
      bytes.append32(0)
      bytes.append64(position)
      bytes.append32(1)
    }
    bytes.append32(0x0605_4B50)
    bytes.append32(0)
    bytes.append16(wide ? 0xFFFF : written.count)
    bytes.append16(wide ? 0xFFFF : written.count)
    bytes.append32(wide ? 0xFFFF_FFFF : size)
    bytes.append32(wide ? 0xFFFF_FFFF : directoryOffset)
    bytes.append16(0)
    return bytes
  }

  /// The fields that the local header and the directory share, up to and including the length of the name.
  private static func common(_ entry: Written, into bytes: inout [UInt8], wide: Bool = false) {
    bytes.append16(wide ? 45 : 20)
    bytes.append16(0x0800)
    bytes.append16(entry.method.rawValue)
    // Midnight on 1 January 1980, the first moment the format knows.
    bytes.append16(0)
    bytes.append16(0x0021)
    bytes.append32(entry.crc)
    bytes.append32(wide ? 0xFFFF_FFFF : entry.packedSize)
    bytes.append32(wide ? 0xFFFF_FFFF : entry.size)
    bytes.append16(entry.name.count)
  }
}
