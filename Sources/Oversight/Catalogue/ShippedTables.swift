internal import CFrameworks

/// The tables of frameworks and metrics that ship with Concordat, as the text files they are kept in.
///
/// The bytes lie in the program itself. They are the files of the folder `data` of this module, by name.
public enum ShippedTables {
  /// One text file.
  public struct File: Hashable, Sendable {
    /// Its name, for example `metrics.tsv`.
    public let name: String
    /// Its text.
    public let text: String

    /// A file of this name and text.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// All files, by name. O(bytes) each time it is asked for.
  public static var files: [File] {
    (0..<concordat_frameworks_count()).map { index in
      let bytes = UnsafeBufferPointer(
        start: concordat_frameworks_bytes(index), count: concordat_frameworks_size(index))
      return File(
        name: String(cString: concordat_frameworks_name(index)), text: String(decoding: bytes, as: UTF8.self))
    }
  }
}
