import CZlib

/// Writes an image of colours and opacity (PNG, ISO/IEC 15948), in sRGB. The same pixels give the same bytes for one
/// version of zlib.
public enum PNGWriter {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// The bytes of an image.
  ///
  /// - Parameters:
  ///   - width: Pixels across, from 1.
  ///   - height: Pixels down, from 1.
  ///   - rgba: Four bytes for each pixel (red, green, blue, opacity), row by row from the top left; opacity is not
  ///     multiplied in.
  ///   - pixelsPerMetre: How large it is on paper; 96 to the inch unless told.
  /// - Throws: `malformed` when the pixels do not fill the image; `tooLarge` at 1 GiB of pixels.
  public static func bytes(
    width: Int, height: Int, rgba: [UInt8], pixelsPerMetre: Int = 3780
  ) throws(FormatError) -> [UInt8] {
    let largest = 1 << 28
    guard width > 0, height > 0, width <= largest, height <= largest / width, (1...1_000_000).contains(pixelsPerMetre)
    else {
      throw FormatError(
        .tooLarge, "an image of \(width) by \(height) pixels cannot be written",
        remedy: "Make it of at least 1 and at most \(largest) pixels")
    }
    guard rgba.count == width * height * 4 else {
      throw FormatError(
        .malformed, "an image of \(width) by \(height) pixels has \(rgba.count) bytes instead of \(width * height * 4)",
        remedy: "Give four bytes for each pixel")
    }
    var image = signature
    append("IHDR", bigEndian(width) + bigEndian(height) + [8, 6, 0, 0, 0], to: &image)
    append("sRGB", [0], to: &image)
    append("pHYs", bigEndian(pixelsPerMetre) + bigEndian(pixelsPerMetre) + [1], to: &image)
    append("IDAT", Deflate.packed(unfiltered(rgba, rowBytes: width * 4), in: .zlib), to: &image)
    append("IEND", [], to: &image)
    return image
  }

  /// The pixels across and down that an image says it has; nil for bytes that do not begin like a PNG image.
  static func size(of image: [UInt8]) -> (width: Int, height: Int)? {
    guard image.count >= 33, image.starts(with: signature), image[12..<16].elementsEqual("IHDR".utf8) else {
      return nil
    }
    func number(_ at: Int) -> Int { image[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    let (width, height) = (number(16), number(20))
    return width > 0 && height > 0 ? (width, height) : nil
  }

  /// Each row after a zero, which says that it is as it is.
  private static func unfiltered(_ rgba: [UInt8], rowBytes: Int) -> [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity(rgba.count + rgba.count / rowBytes)
    for start in stride(from: 0, to: rgba.count, by: rowBytes) {
      rows.append(0)
      rows += rgba[start..<start + rowBytes]
    }
    return rows
  }

  private static func append(_ type: String, _ contents: [UInt8], to image: inout [UInt8]) {
    let checked = Array(type.utf8) + contents
    let crc = checked.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
    image += bigEndian(contents.count) + checked + bigEndian(Int(crc))
  }

  private static func bigEndian(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
