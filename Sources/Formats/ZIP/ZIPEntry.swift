extension ZIPArchive {
  /// One file or folder in an archive.
  public struct Entry: Hashable, Sendable {
    /// How the bytes are packed.
    public enum Method: Int, Hashable, Sendable {
      /// As they are.
      case stored = 0
      /// Deflate, RFC 1951.
      case deflated = 8
    }

    /// The path inside the archive, with slashes; checked to stay inside the folder it is unpacked to.
    public let path: String

    /// How the bytes are packed.
    public let method: Method

    /// Bytes in the archive.
    public let packedSize: Int

    /// Bytes after unpacking, as the archive claims and as ``ZIPArchive/stream(_:)`` enforces.
    public let size: Int

    /// The CRC-32 of the unpacked bytes.
    public let crc32: UInt32

    /// True for a folder.
    public var isDirectory: Bool { path.hasSuffix("/") }

    /// True for what an archiver adds for its own use: resource forks under `__MACOSX/` and `.DS_Store`.
    public var isMetadata: Bool {
      path.hasPrefix("__MACOSX/") || path == ".DS_Store" || path.hasSuffix("/.DS_Store")
    }

    let headerOffset: Int
    let dataOffset: Int
  }

  /// The most an archive may hold before it is refused.
  public struct Limits: Hashable, Sendable {
    /// Files and folders; 10,000 unless told.
    public var entries = 10_000
    /// Unpacked bytes of one file; 2 GiB unless told.
    public var entryBytes = 2 << 30
    /// Unpacked bytes of all files; 4 GiB unless told.
    public var totalBytes = 4 << 30
    /// How many times larger than its packed form a file of a megabyte or more may be; 250 unless told.
    public var ratio = 250
    /// Bytes of the directory at the end of the archive; 16 MiB unless told.
    public var directoryBytes = 16 << 20

    /// The limits above.
    public init() {}
  }
}
