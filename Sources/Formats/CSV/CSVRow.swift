/// One record of a text table.
///
/// A row owns its bytes and stays valid after the reader has moved on; a row that is let go gives its memory
/// back to the reader. Columns count from zero. Reading a column the record does not have gives empty text and
/// no number, so a short record cannot stop the program: compare ``count`` or call ``requireColumns(_:)``.
public struct CSVRow: Sendable {
  @usableFromInline let record: CSVRecord

  /// The number of this data record, from 1; the header is not counted.
  public let number: Int

  /// The line of the file on which this record starts, from 1. Blank lines and line ends inside quotes count.
  public let line: Int

  init(record: CSVRecord, number: Int, line: Int) {
    self.record = record
    self.number = number
    self.line = line
  }

  /// The number of fields in this record.
  @inlinable
  public var count: Int { record.fields }

  /// The text of a field, unquoted. O(length).
  @inlinable
  public subscript(column: Int) -> String {
    defer { withExtendedLifetime(record) {} }
    return String(decoding: field(column), as: UTF8.self)
  }

  /// Calls a function with the UTF-8 bytes of a field, unquoted, without copying them.
  ///
  /// The bytes must not be used after the function returns.
  @inlinable
  public func withBytes<Result: ~Copyable, Failure: Error>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(record) {} }
    return try body(field(column))
  }

  /// True when the field is empty or the record has no such column.
  @inlinable
  public func isEmpty(_ column: Int) -> Bool { field(column).isEmpty }

  /// The whole number in a field: digits with an optional sign, nothing else. Does not allocate.
  @inlinable
  public func int(_ column: Int) -> Int? {
    defer { withExtendedLifetime(record) {} }
    return DecimalBytes.int(field(column))
  }

  /// The decimal number in a field, correctly rounded; nil for empty, `nan`, `inf` and anything else. Rarely
  /// allocates.
  @inlinable
  public func double(_ column: Int) -> Double? {
    defer { withExtendedLifetime(record) {} }
    return DecimalBytes.double(field(column))
  }

  /// True when the field holds exactly this text, byte for byte. Does not allocate for native strings.
  @inlinable
  public func matches(_ column: Int, _ text: String) -> Bool {
    defer { withExtendedLifetime(record) {} }
    return field(column).elementsEqual(text.utf8)
  }

  /// The texts of all fields.
  public var texts: [String] { (0..<count).map { self[$0] } }

  /// Refuses a record that does not have exactly this many fields.
  public func requireColumns(_ expected: Int) throws(FormatError) {
    guard count == expected else {
      throw FormatError(
        .malformed, at: .init(line: line, row: number),
        "this record has \(count) fields where \(expected) are expected",
        remedy: count > expected
          ? "Look for stray columns, or a comma in a field that is not quoted"
          : "Look for missing columns, or a line that was cut")
    }
  }

  @inlinable
  func field(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    guard column >= 0, column < record.fields else { return UnsafeBufferPointer(start: nil, count: 0) }
    let start = column == 0 ? 0 : Int(record.ends[column - 1]) + 1
    return UnsafeBufferPointer(start: record.bytes + start, count: Int(record.ends[column]) - start)
  }
}

/// The bytes of one record, each field followed by one byte that separates it from the next.
///
/// Written by the reader only while nobody else holds it, hence safe to share.
@usableFromInline
final class CSVRecord: @unchecked Sendable {
  @usableFromInline private(set) var bytes: UnsafeMutablePointer<UInt8>
  @usableFromInline private(set) var ends: UnsafeMutablePointer<UInt32>
  @usableFromInline private(set) var fields = 0
  private var byteCapacity: Int
  private var endCapacity: Int

  init(byteCapacity: Int, endCapacity: Int) {
    self.byteCapacity = Swift.max(byteCapacity, 1)
    self.endCapacity = Swift.max(endCapacity, 1)
    bytes = .allocate(capacity: self.byteCapacity)
    ends = .allocate(capacity: self.endCapacity)
  }

  deinit {
    bytes.deallocate()
    ends.deallocate()
  }

  /// Replaces the contents with a copy of these bytes and field ends.
  func hold(
    _ source: UnsafeMutablePointer<UInt8>, count: Int, ends sourceEnds: UnsafeMutablePointer<UInt32>,
    fields: Int
  ) {
    if count > byteCapacity {
      bytes.deallocate()
      byteCapacity = count
      bytes = .allocate(capacity: count)
    }
    if fields > endCapacity {
      ends.deallocate()
      endCapacity = fields
      ends = .allocate(capacity: fields)
    }
    bytes.update(from: source, count: count)
    ends.update(from: sourceEnds, count: fields)
    self.fields = fields
  }
}
