internal import CReference

/// The register that ships with Concordat, as the text files it is kept in.
///
/// The bytes lie in the program itself, so that nothing has to be found on disk. They are the files of the folder
/// `record` beside this one, in the order of their names.
public enum ShippedReference {
  /// One text file.
  public struct File: Hashable, Sendable {
    /// Its name, for example `bodies.tsv`.
    public let name: String
    /// Its bytes.
    public let bytes: [UInt8]
  }

  /// All files, by name. O(bytes) each time it is asked for.
  public static var files: [File] {
    (0..<concordat_reference_count()).map { index in
      File(
        name: String(cString: concordat_reference_name(index)),
        bytes: Array(
          UnsafeBufferPointer(
            start: concordat_reference_bytes(index), count: concordat_reference_size(index))))
    }
  }
}
