internal import CZlib
public import Chronicle

extension Content {
  /// Compresses bytes that are read in pieces, so that a large file is never whole in memory. O(n).
  ///
  /// `read` fills the buffer from an offset and returns how many bytes it put there. Throws `StoreError.changed` when
  /// the bytes turn out not to have the digest they were said to have: the file changed while it was being read.
  public init(
    digest: Digest, size: Int, named name: String,
    reading read: (_ offset: Int, _ buffer: UnsafeMutableRawBufferPointer) throws -> Int
  ) throws {
    // On the heap, because zlib remembers the address of its stream.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer { stream.deallocate() }
    let state = deflateInit_(stream, 6, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(state == Z_OK, "there is no memory to pack a file")
    defer { deflateEnd(stream) }

    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { piece.deallocate() }
    let packed = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { packed.deallocate() }
    let input = piece.bindMemory(to: UInt8.self)
    let output = packed.bindMemory(to: UInt8.self)

    var hasher = Hasher256()
    var deflated: [UInt8] = []
    var offset = 0
    while true {
      let count = try read(offset, piece)
      offset += count
      hasher.update(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      stream.pointee.next_in = input.baseAddress
      stream.pointee.avail_in = UInt32(count)
      let flush = count == 0 ? Z_FINISH : Z_NO_FLUSH
      repeat {
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        let result = deflate(stream, flush)
        precondition(result != Z_STREAM_ERROR, "zlib lost its stream")
        deflated.append(contentsOf: output[..<(output.count - Int(stream.pointee.avail_out))])
      } while stream.pointee.avail_out == 0
      if count == 0 { break }
    }
    guard offset == size, hasher.finish() == digest else { throw StoreError.changed(name) }
    self.init(digest: digest, size: size, deflated: deflated)
  }
}
