public import Chronicle
public import Formats
public import Vocabulary

/// A file as it was handed in: its name, its bytes, and what a person said of it.
public struct InputFile: Sendable {
  /// The file's name without folders. It says nothing certain about what the file is.
  public let name: String
  /// The bytes.
  public let bytes: ByteSource
  /// SHA-256 of the bytes.
  public let digest: Digest
  /// The publication date a person gave, where one did.
  public let statedPublication: Moment?

  /// A file. Hashing is O(bytes), in pieces.
  public init(name: String, bytes: ByteSource, statedPublication: Moment? = nil) throws(FormatError) {
    self.name = name
    self.bytes = bytes
    self.statedPublication = statedPublication
    var hasher = Hasher256()
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { piece.deallocate() }
    var offset = 0
    while offset < bytes.size {
      let count = try bytes.read(at: offset, into: piece)
      if count == 0 { break }
      hasher.update(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      offset += count
    }
    digest = hasher.finish()
  }
}
