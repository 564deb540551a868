/// Bytes pulled in order, once: memory, a file, or an archive entry as it inflates.
///
/// Not copyable, because a stream has one position.
public struct ByteStream: ~Copyable {
  /// What a person calls these bytes; used in error messages.
  public let name: String

  private let pull: (UnsafeMutableRawBufferPointer) throws(FormatError) -> Int

  /// A stream from a function that fills part of a buffer and returns how many bytes it wrote, zero at the end.
  public init(
    name: String = "data", pull: @escaping (UnsafeMutableRawBufferPointer) throws(FormatError) -> Int
  ) {
    self.name = name
    self.pull = pull
  }

  /// Bytes already in memory.
  public init(_ bytes: [UInt8], name: String = "data") {
    self = ByteSource(bytes, name: name).stream()
  }

  /// Text already in memory, as UTF-8.
  public init(_ text: String, name: String = "data") {
    self.init(Array(text.utf8), name: name)
  }

  /// Writes the next bytes into the buffer and returns how many: at least one, or zero at the end.
  ///
  /// Errors carry this stream's name.
  public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
    try pull(buffer)
  }

  /// Everything that is left, or an error when it is more than `limit` bytes. O(n) memory.
  public consuming func bytes(atMost limit: Int) throws(FormatError) -> [UInt8] {
    var bytes: [UInt8] = []
    let block = Block<UInt8>(capacity: 65_536)
    while true {
      let count = try pull(UnsafeMutableRawBufferPointer(start: block.base, count: block.capacity))
      if count == 0 { return bytes }
      guard bytes.count + count <= limit else {
        throw FormatError(
          .tooLarge, at: .init(part: name), "there are more than \(limit) bytes",
          remedy: "Check that this is the right file, or raise the limit")
      }
      bytes.append(contentsOf: UnsafeBufferPointer(start: block.base, count: count))
    }
  }
}
