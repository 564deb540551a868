extension CSVReader {
  /// The most a reader accepts before it refuses the file.
  public struct Limits: Hashable, Sendable {
    /// Bytes in one field; 1 MiB unless told.
    public var fieldBytes = 1 << 20
    /// Columns in one record; 4,096 unless told.
    public var columns = 4_096
    /// Bytes in one record; 16 MiB unless told.
    public var recordBytes = 16 << 20
    /// Records in the file, the header not counted; 50 million unless told.
    public var rows = 50_000_000
    /// Bytes in the file; 4 GiB unless told.
    public var totalBytes = 4 << 30

    /// The limits above.
    public init() {}
  }
}
