import CZlib

/// Unpacks one archive entry piece by piece, and checks its size and CRC-32 at the end.
final class Unpacker {
  private let entry: ZIPArchive.Entry
  private let source: ByteSource
  private let place: FormatError.Place

  private let packed = Block<UInt8>(capacity: 1 << 16)
  private var packedOffset = 0
  private var produced = 0
  private var checksum: UInt = 0
  private var finished = false
  private var inflation: UnsafeMutablePointer<z_stream>?

  init(_ entry: ZIPArchive.Entry, of source: ByteSource, place: String) {
    self.entry = entry
    self.source = source
    self.place = .init(part: place)
  }

  deinit {
    if let inflation {
      inflateEnd(inflation)
      inflation.deallocate()
    }
  }

  func stream() -> ByteStream {
    ByteStream(name: place.part ?? source.name) { (buffer) throws(FormatError) -> Int in
      try self.read(into: buffer)
    }
  }

  private func read(into buffer: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
    guard !finished, let base = buffer.baseAddress, buffer.count > 0 else { return 0 }
    let count =
      switch entry.method {
      case .stored: try copy(into: buffer)
      case .deflated: try inflate(into: base.assumingMemoryBound(to: UInt8.self), room: buffer.count)
      }
    checksum = crc32(checksum, base.assumingMemoryBound(to: UInt8.self), UInt32(count))
    produced += count
    if produced > entry.size { throw wrongSize("more") }
    if count == 0 || (entry.method == .stored && produced == entry.size) { try finish() }
    return count
  }

  private func copy(into buffer: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
    let count = min(buffer.count, entry.packedSize - produced, 1 << 30)
    guard count > 0 else { return 0 }
    return try source.read(
      at: entry.dataOffset + produced, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]))
  }

  private func finish() throws(FormatError) {
    finished = true
    guard produced == entry.size else { throw wrongSize("less") }
    guard UInt32(truncatingIfNeeded: checksum) == entry.crc32 else {
      throw FormatError(
        .damaged, at: place, "the bytes do not match their checksum (CRC-32)",
        remedy: "Download the archive again")
    }
  }

  private func wrongSize(_ word: String) -> FormatError {
    FormatError(
      .damaged, at: place, "the file unpacks to \(word) than the \(entry.size) bytes the archive promises",
      remedy: "Download the archive again")
  }

  // MARK: - Deflate

  private var ended = false

  private func inflate(into out: UnsafeMutablePointer<UInt8>, room: Int) throws(FormatError) -> Int {
    if ended { return 0 }
    let z = try begin()
    let room = min(room, 1 << 30)
    z.pointee.next_out = out
    z.pointee.avail_out = UInt32(room)
    while z.pointee.avail_out > 0 {
      if z.pointee.avail_in == 0 {
        let want = min(packed.capacity, entry.packedSize - packedOffset)
        guard want > 0 else { throw damaged("ends before it is complete") }
        let got = try source.read(
          at: entry.dataOffset + packedOffset,
          into: UnsafeMutableRawBufferPointer(start: packed.base, count: want))
        guard got > 0 else { throw .shrank(source.name, at: entry.dataOffset + packedOffset) }
        packedOffset += got
        z.pointee.next_in = packed.base
        z.pointee.avail_in = UInt32(got)
      }
      switch CZlib.inflate(z, Z_NO_FLUSH) {
      case Z_OK: continue
      case Z_STREAM_END:
        ended = true
        guard z.pointee.avail_in == 0, packedOffset == entry.packedSize else {
          throw damaged("is shorter than the archive says")
        }
        return room - Int(z.pointee.avail_out)
      case Z_MEM_ERROR:
        throw FormatError(
          .unreadable, at: place, "there is no memory to unpack the file", remedy: "Free some memory")
      default: throw damaged("cannot be unpacked")
      }
    }
    return room
  }

  private func begin() throws(FormatError) -> UnsafeMutablePointer<z_stream> {
    if let inflation { return inflation }
    let z = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    z.initialize(to: z_stream())
    // A negative window size means raw deflate, without a zlib header.
    guard inflateInit2_(z, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      z.deallocate()
      throw FormatError(
        .unreadable, at: place, "there is no memory to unpack the file", remedy: "Free some memory")
    }
    inflation = z
    return z
  }

  private func damaged(_ what: String) -> FormatError {
    FormatError(.damaged, at: place, "the packed data \(what)", remedy: "Download the archive again")
  }
}
