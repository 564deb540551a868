internal import Vocabulary

/// A table of figures or of correspondences, kept whole under its digest and named by one entry of the journal.
///
/// Text on disk: a header of column names and a line for each row, parted by tabs as everywhere in a record. The
/// first column is the unit's code. A column whose name begins with `#` holds numbers; an empty cell is missing,
/// which is not nought. In memory numbers lie in one array per column, missing ones as NaN.
public struct Block: Sendable {
  /// The codes of the units, one a row.
  public private(set) var units: [String]
  /// Columns of text, by name.
  public private(set) var texts: [String: [String]]
  /// Columns of numbers, by name without the `#`.
  public private(set) var numbers: [String: [Double]]
  /// The names of all columns after the first, in order, as they stand in the header.
  public let header: [String]

  /// A block of these columns, each as long as the units.
  public init(units: [String], columns: [(name: String, values: Values)]) {
    self.units = units
    texts = [:]
    numbers = [:]
    header = columns.map { column in
      switch column.values {
      case .text: column.name
      case .number: "#" + column.name
      }
    }
    for column in columns {
      switch column.values {
      case .text(let values):
        precondition(values.count == units.count, "a column is as long as the block")
        texts[column.name] = values
      case .number(let values):
        precondition(values.count == units.count, "a column is as long as the block")
        numbers[column.name] = values
      }
    }
  }

  /// The values of a column.
  public enum Values: Sendable {
    /// Text.
    case text([String])
    /// Numbers; NaN is missing.
    case number([Double])
  }

  /// The number of rows.
  public var count: Int { units.count }

  /// The bytes that are kept and hashed. O(bytes).
  public var encoded: [UInt8] {
    var out: [UInt8] = []
    out.append(contentsOf: Line.join(["unit"] + header).utf8)
    out.append(10)
    let columns: [Values] = header.map { name in
      name.hasPrefix("#") ? .number(numbers[String(name.dropFirst())] ?? []) : .text(texts[name] ?? [])
    }
    for row in units.indices {
      out.append(contentsOf: Line.escape(units[row]).utf8)
      for column in columns {
        out.append(9)
        switch column {
        case .text(let values): out.append(contentsOf: Line.escape(values[row]).utf8)
        case .number(let values):
          if !values[row].isNaN { out.append(contentsOf: Decimals.shortest(values[row]).utf8) }
        }
      }
      out.append(10)
    }
    return out
  }

  /// Reads the bytes of a block. O(bytes).
  public init(decoding bytes: [UInt8]) throws(LineError) {
    let result: Result<Block, LineError> = bytes.withUnsafeBytes { raw in
      do throws(LineError) { return .success(try Block(raw)) } catch { return .failure(error) }
    }
    self = try result.get()
  }

  private init(_ raw: UnsafeRawBufferPointer) throws(LineError) {
    guard let end = raw.firstIndex(of: 10) else { throw LineError("a block has a header line") }
    let names = try Line.split(String(decoding: raw[..<end], as: UTF8.self))
    guard names.first == "unit" else { throw LineError("the first column of a block is 'unit'") }
    header = Array(names.dropFirst())
    let isNumber = header.map { $0.hasPrefix("#") }
    units = []
    var textColumns = header.map { _ in [String]() }
    var numberColumns = header.map { _ in [Double]() }
    var position = end + 1
    while position < raw.count {
      var next = position
      var column = -1
      var start = position
      while true {
        let byte: UInt8 = next < raw.count ? raw[next] : 10
        if byte == 9 || byte == 10 {
          let cell = UnsafeRawBufferPointer(rebasing: raw[start..<next])
          if column < 0 {
            units.append(try Block.text(cell))
          } else if column >= header.count {
            throw LineError("row \(units.count) of a block has too many columns")
          } else if isNumber[column] {
            numberColumns[column].append(try Block.number(cell))
          } else {
            textColumns[column].append(try Block.text(cell))
          }
          column += 1
          start = next + 1
          if byte == 10 { break }
        }
        next += 1
      }
      guard column == header.count else { throw LineError("row \(units.count) of a block lacks columns") }
      position = next + 1
    }
    texts = [:]
    numbers = [:]
    for (index, name) in header.enumerated() {
      if isNumber[index] {
        numbers[String(name.dropFirst())] = numberColumns[index]
      } else {
        texts[name] = textColumns[index]
      }
    }
  }

  private static func text(_ cell: UnsafeRawBufferPointer) throws(LineError) -> String {
    var reader = FieldReader(cell)
    return try reader.next("unit")
  }

  private static func number(_ cell: UnsafeRawBufferPointer) throws(LineError) -> Double {
    if cell.isEmpty { return .nan }
    if cell.count < 16 {
      var value = 0
      var whole = true
      for byte in cell {
        guard (48...57).contains(byte) else {
          whole = false
          break
        }
        value = value * 10 + Int(byte - 48)
      }
      if whole { return Double(value) }
    }
    let text = String(decoding: cell, as: UTF8.self)
    guard let value = Double(text), value.isFinite else { throw LineError("'\(text)' in a block is not a number") }
    return value
  }
}

/// Fetches the block with a digest: from disk, from memory, or from an exported folder.
public typealias Blocks = @Sendable (Digest) throws -> Block
