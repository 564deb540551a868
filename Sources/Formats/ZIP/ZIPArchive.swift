/// Reads a ZIP archive (APPNOTE 6.3, with zip64) from its central directory, trusting nothing.
///
/// Opening reads the directory and each entry's local header, never the files. It refuses encrypted and split
/// archives, duplicate names, paths that are absolute, climb with `..`, or hold backslashes or control
/// characters, symbolic links, entries that overlap, and sizes beyond ``Limits``.
///
/// ```swift
/// let archive = try ZIPArchive(try .file("extract.zip"))
/// for entry in archive.files { var reader = try CSVReader(try archive.stream(entry)) … }
/// ```
public struct ZIPArchive: Sendable {
  /// Every entry, in the order of the directory.
  public let entries: [Entry]

  let source: ByteSource
  private let indexOfPath: [String: Int]

  /// Opens an archive. O(entries).
  public init(_ source: ByteSource, limits: Limits = Limits()) throws(FormatError) {
    self.source = source
    do {
      entries = try ZIPDirectory(source, limits: limits).entries()
    } catch {
      throw error.place.part == nil ? error.inside(source.name) : error
    }
    var indexOfPath: [String: Int] = [:]
    for (index, entry) in entries.enumerated() { indexOfPath[entry.path] = index }
    self.indexOfPath = indexOfPath
  }

  /// The entries that hold data: no folders and no archiver's metadata.
  public var files: [Entry] { entries.filter { !$0.isDirectory && !$0.isMetadata } }

  /// The entry with this exact path.
  public subscript(path path: String) -> Entry? { indexOfPath[path].map { entries[$0] } }

  /// The unpacked bytes of an entry, inflated as they are pulled, in bounded memory.
  ///
  /// The size is enforced while reading and the CRC-32 is checked before the stream ends, so bytes are to be
  /// trusted only when the whole stream has been read.
  public func stream(_ entry: Entry) throws(FormatError) -> ByteStream {
    let place = "\(source.name), \(Excerpt.clip(entry.path))"
    guard !entry.isDirectory else {
      throw FormatError(
        .missing, at: .init(part: place), "this is a folder", remedy: "Name one of the files in it")
    }
    return Unpacker(entry, of: source, place: place).stream()
  }

  /// The unpacked bytes of an entry, or an error when there are more than `limit`.
  public func bytes(of entry: Entry, atMost limit: Int) throws(FormatError) -> [UInt8] {
    guard entry.size <= limit else {
      throw FormatError(
        .tooLarge, at: .init(part: "\(source.name), \(Excerpt.clip(entry.path))"),
        "the file unpacks to \(entry.size) bytes where at most \(limit) are accepted",
        remedy: "Check that this is the right file, or raise the limit")
    }
    return try stream(entry).bytes(atMost: limit)
  }
}
