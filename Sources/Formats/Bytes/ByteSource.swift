/// Bytes of known size that can be read at any position.
///
/// An archive needs to jump about; text does not (see ``ByteStream``). A source never loads more than it is
/// asked for, so a hostile file of any size costs only what the reader's limits allow.
public struct ByteSource: Sendable {
  /// What a person calls these bytes; used in error messages.
  public let name: String

  /// The number of bytes.
  public let size: Int

  private let readAt: @Sendable (Int, UnsafeMutableRawBufferPointer) throws(FormatError) -> Int

  /// A source from a function that copies bytes from an offset into a buffer and returns how many it copied,
  /// zero only at the end.
  public init(
    name: String, size: Int,
    readAt: @escaping @Sendable (Int, UnsafeMutableRawBufferPointer) throws(FormatError) -> Int
  ) {
    self.name = name
    self.size = size
    self.readAt = readAt
  }

  /// Bytes already in memory.
  public init(_ bytes: [UInt8], name: String = "data") {
    self.init(name: name, size: bytes.count) { (offset, buffer) throws(FormatError) -> Int in
      let count = Swift.min(buffer.count, bytes.count - offset)
      guard count > 0 else { return 0 }
      bytes.withUnsafeBytes { all in
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[offset..<offset + count]))
      }
      return count
    }
  }

  /// Fills the buffer from an offset as far as the source goes, and returns the number of bytes copied.
  public func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
    guard offset >= 0, offset < size else { return 0 }
    let wanted = Swift.min(buffer.count, size - offset)
    var done = 0
    while done < wanted {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done..<wanted])
      let count = try readAt(offset + done, rest)
      guard count > 0 else { throw .shrank(name, at: offset + done) }
      done += count
    }
    return done
  }

  /// Exactly `count` bytes from an offset, or an error when the source ends before that.
  public func read(at offset: Int, count: Int) throws(FormatError) -> [UInt8] {
    guard offset >= 0, count >= 0, offset <= size, count <= size - offset else {
      throw FormatError(
        .truncated, at: .init(part: name, byte: size), "the file ends before its contents do",
        remedy: "Download it again")
    }
    let block = Block<UInt8>(capacity: count)
    let got = try read(at: offset, into: UnsafeMutableRawBufferPointer(start: block.base, count: count))
    return Array(UnsafeBufferPointer(start: block.base, count: got))
  }

  /// All bytes in order, from the first.
  public func stream() -> ByteStream { stream(from: 0, count: size) }

  /// A run of bytes in order.
  public func stream(from start: Int, count: Int) -> ByteStream {
    var position = start
    let end = start + count
    return ByteStream(name: name) { (buffer) throws(FormatError) -> Int in
      let wanted = Swift.min(buffer.count, end - position)
      guard wanted > 0 else { return 0 }
      let got = try read(at: position, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]))
      position += got
      return got
    }
  }
}

extension FormatError {
  static func shrank(_ name: String, at offset: Int) -> FormatError {
    FormatError(
      .truncated, at: .init(part: name, byte: offset), "the file became shorter while it was being read",
      remedy: "Wait until it is completely written, then try again")
  }
}
