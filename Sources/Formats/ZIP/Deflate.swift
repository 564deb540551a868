import CZlib

/// Packs bytes with zlib, at its level 6.
enum Deflate {
  /// What stands around the packed bytes.
  enum Wrapper: Int32 {
    /// Nothing: RFC 1951, as in a ZIP archive.
    case none = -15
    /// A header and a checksum: RFC 1950, as in a PNG image.
    case zlib = 15
  }

  static func packed(_ contents: [UInt8], in wrapper: Wrapper) -> [UInt8] {
    // On the heap, because zlib remembers the address of its stream.
    let z = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    z.initialize(to: z_stream())
    defer { z.deallocate() }
    let state = deflateInit2_(
      z, 6, Z_DEFLATED, wrapper.rawValue, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(state == Z_OK, "there is no memory to pack a file")
    defer { deflateEnd(z) }
    let bound = Int(deflateBound(z, UInt(contents.count)))
    return contents.withUnsafeBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: bound) { output, count in
        z.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        z.pointee.avail_in = UInt32(input.count)
        z.pointee.next_out = output.baseAddress
        z.pointee.avail_out = UInt32(bound)
        let result = deflate(z, Z_FINISH)
        precondition(result == Z_STREAM_END, "deflateBound leaves room for everything")
        count = bound - Int(z.pointee.avail_out)
      }
    }
  }
}
