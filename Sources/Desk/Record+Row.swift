public import Chronicle
internal import Exchange
internal import Formats
public import Vocabulary

extension Record {
  /// Opens a row of the file a source was read from, as it was handed in.
  ///
  /// Throws `DeskError.refused` when that file is not kept for this audience, is larger than `atMost` bytes, or has
  /// no such row.
  public func row(
    of source: ID<Source>, at place: RowPlace, audience: Audience, atMost limit: Int = Record.largestImport
  ) throws -> KeptRow {
    guard let original = try snapshot(audience: audience).history(Original.self, of: source).last?.fact else {
      throw DeskError.refused("no file of '\(source)' is kept")
    }
    guard original.bytes <= limit else {
      throw DeskError.refused(
        "\(original.file) has \(original.bytes) bytes, too many to be searched here: use "
          + "`concordat row RECORD \(source) \"\(place)\"`")
    }
    guard let bytes = try content(original.digest) else {
      throw DeskError.refused("\(original.file) was erased, or never came with this record")
    }
    do {
      return try KeptRow(
        at: place, of: InputFile(name: original.file, bytes: ByteSource(bytes, name: original.file)))
    } catch let error as ImportError {
      throw DeskError.refused(error.message)
    }
  }
}
