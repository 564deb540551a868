/// The address of a cell in a sheet, such as `B15`.
public struct CellAddress: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The row as people count it, from 1.
  public let row: Int

  /// The column, counted from 0: A is 0, like the columns of a ``CSVRow``.
  public let column: Int

  /// The most rows and columns a sheet can have.
  public static let maximum = (rows: 1_048_576, columns: 16_384)

  /// The address of a row, from 1, and a column, from 0.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `B15` or `$B$15`; nil for anything else, and beyond `XFD1048576`.
  public init?(_ text: some StringProtocol) {
    let bytes = text.utf8.filter { $0 != UInt8(ascii: "$") }
    guard let address = bytes.withUnsafeBufferPointer({ CellAddress($0) }) else { return nil }
    self = address
  }

  /// Reads `B15` from its bytes.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var column = 0
    var row = 0
    var index = 0
    while index < bytes.count, index < 4 {
      let letter = bytes[index] & 0xDF
      guard bytes[index] >= 0x41, letter >= 0x41, letter <= 0x5A else { break }
      column = column * 26 + Int(letter - 0x40)
      index += 1
    }
    guard column > 0, column <= CellAddress.maximum.columns, index < bytes.count, bytes.count - index <= 7,
      bytes[index] != 0x30
    else { return nil }
    while index < bytes.count {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { return nil }
      row = row * 10 + Int(digit)
      index += 1
    }
    guard row <= CellAddress.maximum.rows else { return nil }
    self.init(row: row, column: column - 1)
  }

  /// `B15`.
  public var description: String { CellAddress.letters(column) + String(row) }

  /// The letters of a column counted from 0: `A`, `Z`, `AA`.
  public static func letters(_ column: Int) -> String {
    var out = ""
    var rest = column + 1
    while rest > 0 {
      out = String(Unicode.Scalar(UInt8(0x41 + (rest - 1) % 26))) + out
      rest = (rest - 1) / 26
    }
    return out
  }

  /// Reading order: by row, then by column.
  public static func < (a: CellAddress, b: CellAddress) -> Bool { (a.row, a.column) < (b.row, b.column) }
}
