internal import Vocabulary

/// The columns every fact has in front of its own, but for the place in its source.
struct CommonColumns {
  var period = Period.always
  var audience = Audience.restricted
  var certainty = Certainty.assumed
  var source: ID<Source>?
}

extension CommonColumns {
  /// Reads the common columns of row after row.
  ///
  /// Rows that came in together say the same in them, so the bytes of the last row's are compared first: equal bytes
  /// need no reading, and rows of one source share its identifier in memory.
  struct Reader {
    private(set) var last = CommonColumns()
    /// The bytes of the last row up to the place in its source. They belong to the archive that is being read.
    private var bytes = UnsafeRawBufferPointer(start: nil, count: 0)

    /// Reads the common columns into ``last``; returns where the place in the source begins.
    mutating func read(_ row: UnsafeRawBufferPointer) throws(LineError) -> Int {
      if isRepeated(in: row) { return Reader.place(in: row, after: bytes.count) }
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      var reader = FieldReader(row)
      _ = try reader.next("fact")
      let from = try reader.next("from")
      let until = try reader.next("until")
      guard let period = Period(from: from, until: until) else {
        throw LineError("'\(from)' to '\(until)' is no period")
      }
      last.period = period
      last.audience = try reader.word("audience")
      last.certainty = try reader.word("certainty")
      let start = reader.position
      let text = try reader.next("source")
      guard let source = SourceReference(text) else { throw LineError("'\(text)' is no source") }
      last.source = source.source
      let end = start + (source.source?.text.utf8.count ?? 0)
      bytes = UnsafeRawBufferPointer(rebasing: row[..<end])
      return Reader.place(in: row, after: end)
    }

    private func isRepeated(in row: UnsafeRawBufferPointer) -> Bool {
      guard !bytes.isEmpty, row.count > bytes.count else { return false }
      return Reader.endsSource(row[bytes.count])
        && UnsafeRawBufferPointer(rebasing: row[..<bytes.count]).elementsEqual(bytes)
    }

    private static func place(in row: UnsafeRawBufferPointer, after end: Int) -> Int {
      end < row.count && row[end] == UInt8(ascii: "#") ? end + 1 : end
    }

    private static func endsSource(_ byte: UInt8) -> Bool { byte == 9 || byte == UInt8(ascii: "#") }
  }
}
