import CZlib
import Testing

@testable import Formats

@Suite("An image is written as PNG")
struct PNGWriterTests {
  /// The chunks of an image: type, contents, checksum.
  static func chunks(_ image: [UInt8]) -> [(type: String, contents: [UInt8], crc: UInt32)] {
    var chunks: [(String, [UInt8], UInt32)] = []
    var at = 8
    func number(_ at: Int) -> UInt32 { image[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) } }
    while at + 12 <= image.count {
      let end = at + 8 + Int(number(at))
      chunks.append((String(decoding: image[at + 4..<at + 8], as: UTF8.self), Array(image[at + 8..<end]), number(end)))
      at = end + 4
    }
    return chunks
  }

  @Test("the chunks of one pixel have the checksums that every PNG file has for them") func checksums() throws {
    let image = try PNGWriter.bytes(width: 1, height: 1, rgba: [0, 0, 0, 0], pixelsPerMetre: 2835)
    #expect(image.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    let chunks = Self.chunks(image)
    #expect(chunks.map(\.type) == ["IHDR", "sRGB", "pHYs", "IDAT", "IEND"])
    // As they stand in countless files: a 1×1 image of 8-bit colours with opacity; perceptual intent; 72 dpi; the end.
    #expect(chunks[0].crc == 0x1F15_C489)
    #expect(chunks[1].crc == 0xAECE_1CE9)
    #expect(chunks[2].crc == 0x009A_9C18)
    #expect(chunks[4].crc == 0xAE42_6082)
  }

  @Test("the pixels come back, row by row") func pixels() throws {
    var random = Seeded(3)
    let rgba = (0..<7 * 5 * 4).map { _ in UInt8.random(in: 0...255, using: &random) }
    let chunks = Self.chunks(try PNGWriter.bytes(width: 7, height: 5, rgba: rgba))
    var rows = [UInt8](repeating: 0xAA, count: 5 * 29)
    var count = UInt(rows.count)
    #expect(uncompress(&rows, &count, chunks[3].contents, UInt(chunks[3].contents.count)) == Z_OK)
    #expect(count == 5 * 29)
    let back = (0..<5).flatMap { rows[$0 * 29 + 1..<$0 * 29 + 29] }
    #expect(back == rgba)
    #expect((0..<5).allSatisfy { rows[$0 * 29] == 0 })
  }

  @Test("pixels that do not fill the image are refused") func refused() {
    #expect(failure { _ = try PNGWriter.bytes(width: 2, height: 2, rgba: [0]) }?.kind == .malformed)
    #expect(failure { _ = try PNGWriter.bytes(width: 0, height: 2, rgba: []) }?.kind == .tooLarge)
    #expect(failure { _ = try PNGWriter.bytes(width: .max, height: .max, rgba: []) }?.kind == .tooLarge)
  }

  @Test("the size of an image is read from its head") func size() throws {
    let size = PNGWriter.size(of: try PNGWriter.bytes(width: 3, height: 2, rgba: Array(repeating: 9, count: 24)))
    #expect(size?.width == 3)
    #expect(size?.height == 2)
    #expect(PNGWriter.size(of: Array("GIF89a".utf8)) == nil)
  }
}
