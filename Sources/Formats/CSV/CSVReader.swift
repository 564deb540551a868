/// Reads a text table (RFC 4180) record by record, in bounded memory.
///
/// Accepts CRLF, LF or CR line ends, a byte order mark, quoted fields with line ends and doubled quotes in them.
/// Blank lines are passed over. A quote in the middle of an unquoted field is an ordinary character. Ragged
/// records are handed over as they are; see ``CSVRow/count``. A NUL byte, an open quote, text after a closing
/// quote and text in another encoding are refused with their line.
///
/// ```swift
/// var reader = try CSVReader(source.stream())
/// let code = try reader.column("ICB24CDH")
/// while let row = try reader.next() { use(row[code], row.line) }
/// ```
///
/// Memory is a few hundred kilobytes plus the longest record. Time is O(bytes).
public struct CSVReader: ~Copyable {
  /// The names of the columns, in order; empty when the dialect has no header.
  public private(set) var columns: [String] = []

  /// The number of blank lines passed over so far.
  public private(set) var blankLines = 0

  private var stream: ByteStream
  let name: String
  let limits: Limits
  private let dialect: CSVDialect

  /// Bytes from the stream, not yet parsed: `input[cursor..<filled]`.
  private let input = Block<UInt8>(capacity: 1 << 18)
  private var cursor = 0
  private var filled = 0
  private var totalBytes = 0
  private var atEnd = false

  /// The record being built.
  private let scratch = Block<UInt8>(capacity: 1 << 19)
  private let scratchEnds: Block<UInt32>
  private var held = CSVRecord(byteCapacity: 512, endCapacity: 32)

  private var line = 1
  private var rows = 0
  private var lastWasCarriageReturn = false

  /// Opens a table and, when the dialect has a header, reads the names of the columns.
  ///
  /// - Throws: `empty` when there should be a header and there is nothing; the errors of ``next()``.
  public init(
    _ stream: consuming ByteStream, dialect: CSVDialect = .standard, limits: Limits = Limits()
  ) throws(FormatError) {
    name = stream.name
    self.stream = stream
    self.dialect = dialect
    self.limits = limits
    scratchEnds = Block(capacity: limits.columns)
    try skipByteOrderMark()
    if dialect.header == .firstRecord {
      guard let header = try record() else {
        throw FormatError(
          .empty, at: .init(part: name), "the table has no header and no data",
          remedy: "Check that the file was completely saved")
      }
      columns = header.texts
      rows = 0
    }
  }

  /// The position of the one column with this name, exactly as written.
  ///
  /// - Throws: `missing` when no column has the name or when two have it.
  public func column(_ name: String) throws(FormatError) -> Int {
    guard let index = columns.firstIndex(of: name) else {
      throw FormatError(
        .missing, at: .init(part: self.name, line: 1), "there is no column “\(name)”",
        remedy: "The columns are: " + Excerpt.list(columns))
    }
    if columns.lastIndex(of: name) != index {
      throw FormatError(
        .missing, at: .init(part: self.name, line: 1), "two columns are called “\(name)”",
        remedy: "Rename one of them, so that it is clear which is meant")
    }
    return index
  }

  /// The next record, or nil after the last.
  ///
  /// - Throws: ``FormatError`` with the line. After an error the reader gives nothing more that can be trusted.
  public mutating func next() throws(FormatError) -> CSVRow? { try record() }
}

extension CSVReader {
  private enum State { case start, plain, quoted, closed }

  /// One turn of the parser: reads up to and including the end of the next record that is not a blank line.
  private mutating func record() throws(FormatError) -> CSVRow? {
    var state = State.start
    var fields = 0
    var length = 0
    var fieldStart = 0
    var ored: UInt8 = 0
    var quoteLine = 0
    var firstLine = line
    var anyQuote = false
    let delimiter = dialect.delimiter
    let maximumField = limits.fieldBytes
    let maximumColumns = limits.columns
    let ends = scratchEnds.base

    reading: while true {
      if cursor == filled {
        if try refill(
          keeping: length, fieldStart: fieldStart, quoteLine: state == .quoted ? quoteLine : nil,
          column: fields)
        {
          continue
        }
        // End of file.
        if state == .quoted { throw openQuote(quoteLine, column: fields + 1) }
        if fields == 0, length == 0, !anyQuote { return nil }
        try endField(fields: &fields, length: length, fieldStart: fieldStart)
        break reading
      }
      let source = input.base
      let end = filled
      var at = cursor
      let out = scratch.base

      if lastWasCarriageReturn, state != .quoted {
        // The second half of a CRLF: the line was counted at its carriage return.
        lastWasCarriageReturn = false
        if source[at] == 0x0A {
          cursor = at + 1
          if fields == 0, length == 0, !anyQuote { firstLine = line }
          continue
        }
      }

      switch state {
      case .start, .plain:
        if state == .start {
          if source[at] == 0x22 {
            state = .quoted
            quoteLine = line
            anyQuote = true
            cursor = at + 1
            continue
          }
          state = .plain
        }
        while at < end {
          let byte = source[at]
          if byte > 0x22, byte != delimiter {
            out[length] = byte
            length += 1
            ored |= byte
            at += 1
            continue
          }
          if byte == delimiter {
            guard length - fieldStart <= maximumField else { throw longField(line, column: fields + 1) }
            guard fields < maximumColumns else { throw tooManyColumns(firstLine) }
            ends[fields] = UInt32(truncatingIfNeeded: length)
            fields += 1
            out[length] = 0x2C
            length += 1
            fieldStart = length
            at += 1
            if at < end, source[at] == 0x22 {
              state = .start
              break
            }
            if at == end { state = .start }
            continue
          }
          if byte == 0x0A || byte == 0x0D {
            at += 1
            cursor = at
            if fields == 0, length == 0 {
              // A blank line.
              blankLines += 1
              endLine(byte)
              firstLine = line
              state = .start
              continue reading
            }
            try endField(fields: &fields, length: length, fieldStart: fieldStart)
            endLine(byte)
            break reading
          }
          if byte == 0 { throw nul(line, column: fields + 1) }
          out[length] = byte
          length += 1
          at += 1
        }
        cursor = at

      case .quoted:
        if source[at] != 0x0A { lastWasCarriageReturn = false }
        while at < end {
          let byte = source[at]
          if byte == 0x22 {
            state = .closed
            at += 1
            break
          }
          if byte <= 0x0D {
            if byte == 0 { throw nul(line, column: fields + 1) }
            if byte == 0x0A {
              if !lastWasCarriageReturn { line += 1 }
              lastWasCarriageReturn = false
            } else if byte == 0x0D {
              line += 1
              lastWasCarriageReturn = true
              if at + 1 < end, source[at + 1] != 0x0A { lastWasCarriageReturn = false }
            }
          }
          out[length] = byte
          length += 1
          ored |= byte
          at += 1
        }
        cursor = at

      case .closed:
        let byte = source[at]
        cursor = at + 1
        if byte == 0x22 {
          out[length] = 0x22
          length += 1
          state = .quoted
        } else if byte == delimiter {
          try endField(fields: &fields, length: length, fieldStart: fieldStart)
          out[length] = 0x2C
          length += 1
          fieldStart = length
          state = .start
        } else if byte == 0x0A || byte == 0x0D {
          try endField(fields: &fields, length: length, fieldStart: fieldStart)
          endLine(byte)
          break reading
        } else {
          throw FormatError(
            .malformed, at: .init(part: name, line: line, column: fields + 1),
            "there is text after the closing quote of a field",
            remedy:
              "Double any quote inside a quoted field, and leave nothing between a quote and the separator")
        }
      }
    }

    guard length <= limits.recordBytes else { throw longRecord(firstLine) }
    if ored >= 0x80 { try decode(length: &length, fields: fields, firstLine: firstLine) }
    rows += 1
    guard rows <= limits.rows else {
      throw FormatError(
        .tooLarge, at: .init(part: name, line: firstLine), "there are more than \(limits.rows) records",
        remedy: "Check that this is the right file, or raise the limit")
    }
    if !isKnownUniquelyReferenced(&held) {
      held = CSVRecord(byteCapacity: length, endCapacity: fields)
    }
    held.hold(scratch.base, count: length, ends: scratchEnds.base, fields: fields)
    return CSVRow(record: held, number: rows, line: firstLine)
  }

  /// Counts a line end outside quotes. The line feed of a CRLF is taken with the next byte read.
  private mutating func endLine(_ byte: UInt8) {
    line += 1
    lastWasCarriageReturn = byte == 0x0D
    if lastWasCarriageReturn, cursor < filled {
      lastWasCarriageReturn = false
      if input.base[cursor] == 0x0A { cursor += 1 }
    }
  }

  private mutating func endField(fields: inout Int, length: Int, fieldStart: Int) throws(FormatError) {
    guard length - fieldStart <= limits.fieldBytes else { throw longField(line, column: fields + 1) }
    guard fields < limits.columns else { throw tooManyColumns(line) }
    scratchEnds.base[fields] = UInt32(truncatingIfNeeded: length)
    fields += 1
  }

  /// Gets more input and makes room in the scratch for all of it. False at the end of the stream.
  private mutating func refill(
    keeping length: Int, fieldStart: Int, quoteLine: Int?, column: Int
  ) throws(FormatError) -> Bool {
    if length - fieldStart > limits.fieldBytes {
      throw longField(quoteLine ?? line, column: column + 1, open: quoteLine != nil)
    }
    if length > limits.recordBytes { throw longRecord(quoteLine ?? line) }
    guard !atEnd else { return false }
    cursor = 0
    filled = try stream.read(into: UnsafeMutableRawBufferPointer(start: input.base, count: input.capacity))
    if filled == 0 {
      atEnd = true
      return false
    }
    totalBytes += filled
    guard totalBytes <= limits.totalBytes else {
      throw FormatError(
        .tooLarge, at: .init(part: name, line: line), "the table is larger than \(limits.totalBytes) bytes",
        remedy: "Check that this is the right file, or raise the limit")
    }
    scratch.reserve(length + filled + 1, keeping: length)
    return true
  }

  private mutating func skipByteOrderMark() throws(FormatError) {
    // The first read of a stream may be short, so gather three bytes before deciding.
    while filled < 3, !atEnd {
      let rest = UnsafeMutableRawBufferPointer(start: input.base + filled, count: input.capacity - filled)
      let count = try stream.read(into: rest)
      if count == 0 { atEnd = true }
      filled += count
    }
    totalBytes = filled
    scratch.reserve(filled + 1, keeping: 0)
    let first = input.base
    if filled >= 3, first[0] == 0xEF, first[1] == 0xBB, first[2] == 0xBF {
      cursor = 3
    } else if filled >= 2, (first[0] == 0xFF && first[1] == 0xFE) || (first[0] == 0xFE && first[1] == 0xFF) {
      throw FormatError(
        .encoding, at: .init(part: name, line: 1), "the text is UTF-16",
        remedy: "Save it again as “CSV UTF-8”")
    }
  }

  /// Checks or converts a record with bytes beyond ASCII.
  private mutating func decode(length: inout Int, fields: Int, firstLine: Int) throws(FormatError) {
    switch dialect.encoding {
    case .utf8:
      let bytes = UnsafeBufferPointer(start: scratch.base, count: length)
      if let fault = UTF8Check.firstFault(in: bytes) {
        let column = (0..<fields).first { Int(scratchEnds.base[$0]) >= fault } ?? 0
        throw FormatError(
          .encoding, at: .init(part: name, line: firstLine, column: column + 1), "the text is not UTF-8",
          remedy: "Save it again as “CSV UTF-8”, or say that it is Windows-1252")
      }
    case .windows1252:
      let original = Array(UnsafeBufferPointer(start: scratch.base, count: length))
      // A Windows-1252 character takes at most three bytes of UTF-8.
      scratch.reserve(length * 3 + 1, keeping: 0)
      var written = 0
      var field = 0
      for (index, byte) in original.enumerated() {
        if field < fields, index == Int(scratchEnds.base[field]) {
          scratchEnds.base[field] = UInt32(truncatingIfNeeded: written)
          field += 1
        }
        guard let scalar = Windows1252.scalar(byte) else {
          throw FormatError(
            .encoding, at: .init(part: name, line: firstLine, column: field + 1),
            "byte \(byte) is not a character of Windows-1252", remedy: "Save the table again as “CSV UTF-8”")
        }
        for unit in UTF8.encode(scalar) ?? UTF8.EncodedScalar() {
          scratch.base[written] = unit
          written += 1
        }
      }
      if field < fields { scratchEnds.base[field] = UInt32(truncatingIfNeeded: written) }
      length = written
    }
  }
}
