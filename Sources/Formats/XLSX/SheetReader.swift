/// Pulls the rows of one sheet out of a workbook, in bounded memory.
public struct SheetReader: ~Copyable {
  private let xml: XMLReader
  private let contents: WorkbookContents
  private var lastRow = 0
  private var cells = 0
  private var inData = false
  private var finished = false
  private var width = 16

  init(_ stream: consuming ByteStream, contents: WorkbookContents) throws(FormatError) {
    var limits = XMLReader.Limits()
    limits.tokenBytes = contents.limits.cellBytes
    xml = try XMLReader(stream, limits: limits)
    self.contents = contents
  }

  /// The next row that the file has, or nil after the last.
  ///
  /// - Throws: ``FormatError`` with the part of the workbook and the row and column, or the byte.
  public mutating func next() throws(FormatError) -> SheetRow? {
    while !finished {
      switch try xml.next() {
      case .finish: finished = true
      case .start where xml.isNamed("sheetData") && xml.depth == 2: inData = true
      case .end where xml.isNamed("sheetData") && xml.depth == 1: inData = false
      case .start where inData && xml.isNamed("row") && xml.depth == 3: return try row()
      default: continue
      }
    }
    return nil
  }

  private mutating func row() throws(FormatError) -> SheetRow {
    var number = lastRow + 1
    if let written = xml.rawAttribute("r") {
      guard let value = DecimalBytes.int(written), value > lastRow else {
        throw xml.malformed("rows are not in order")
      }
      number = value
    }
    guard number <= CellAddress.maximum.rows else {
      throw xml.malformed("there are more rows than a sheet can have")
    }
    lastRow = number
    var row: [Cell] = []
    row.reserveCapacity(width)
    var lastColumn = -1
    while true {
      switch try xml.next() {
      case .start where xml.isNamed("c") && xml.depth == 4:
        let cell = try cell(row: number, after: lastColumn)
        lastColumn = cell.address.column
        cells += 1
        guard cells <= contents.limits.cells else {
          throw FormatError(
            .tooLarge, at: xml.place, "the sheet has more than \(contents.limits.cells) cells",
            remedy: "Check that this is the right file, or raise the limit")
        }
        if cell.value != .empty { row.append(cell) }
      case .start: try xml.skip()
      case .end where xml.depth == 2, .finish:
        width = row.count
        return SheetRow(number: number, cells: row)
      default: continue
      }
    }
  }

  private enum CellType { case number, shared, text, inline, boolean, error, date }

  private func cell(row: Int, after lastColumn: Int) throws(FormatError) -> Cell {
    var address = CellAddress(row: row, column: lastColumn + 1)
    if let written = xml.rawAttribute("r") {
      guard let parsed = CellAddress(written), parsed.row == row, parsed.column > lastColumn else {
        throw xml.malformed("the cells of row \(row) are not in order")
      }
      address = parsed
    }
    guard address.column < CellAddress.maximum.columns else {
      throw xml.malformed("there are more columns than a sheet can have")
    }
    let type = try cellType()
    let style = xml.rawAttribute("s").flatMap { DecimalBytes.int($0) } ?? 0
    let isDateStyle = style >= 0 && style < contents.styleIsDate.count && contents.styleIsDate[style]
    var value = Cell.Value.empty
    while true {
      switch try xml.next() {
      case .start where xml.isNamed("v"): value = try self.value(type, at: address)
      case .start where xml.isNamed("is"):
        let text = try RichText.read(xml, limit: contents.limits.cellBytes)
        if type == .inline { value = .text(text) }
      case .start: try xml.skip()
      case .end where xml.depth == 3, .finish:
        let isDate = type == .date || (type == .number && isDateStyle)
        return Cell(address: address, value: value, isDate: isDate, dates: contents.dates)
      default: continue
      }
    }
  }

  private func cellType() throws(FormatError) -> CellType {
    guard let bytes = xml.rawAttribute("t") else { return .number }
    switch String(decoding: bytes, as: UTF8.self) {
    case "n": return .number
    case "s": return .shared
    case "str": return .text
    case "inlineStr": return .inline
    case "b": return .boolean
    case "e": return .error
    case "d": return .date
    default: throw xml.malformed("a cell is of an unknown type")
    }
  }

  /// The contents of the `v` element that has just started.
  private func value(_ type: CellType, at address: CellAddress) throws(FormatError) -> Cell.Value {
    let outside = xml.depth - 1
    var value = Cell.Value.empty
    var isRead = false
    while true {
      switch try xml.next() {
      case .text:
        guard !isRead else { throw wrong("has a value in several pieces", address) }
        isRead = true
        value = try xml.withText { (bytes) throws(FormatError) in
          try self.value(type, bytes, at: address)
        }
      case .start: try xml.skip()
      case .end where xml.depth == outside: return value
      case .finish: return value
      default: continue
      }
    }
  }

  private func value(
    _ type: CellType, _ bytes: UnsafeBufferPointer<UInt8>, at address: CellAddress
  ) throws(FormatError) -> Cell.Value {
    let bytes = SheetReader.trimmed(bytes, type)
    if bytes.isEmpty { return type == .text ? .text("") : .empty }
    switch type {
    case .number:
      guard let number = DecimalBytes.double(bytes) else { throw wrong("is not a number", address) }
      return .number(number)
    case .shared:
      guard let index = DecimalBytes.int(bytes), index >= 0, index < contents.strings.count else {
        throw wrong("refers to a text that the workbook does not have", address)
      }
      let text = contents.strings[index]
      return text.isEmpty ? .empty : .text(text)
    case .boolean:
      switch bytes[0] {
      case UInt8(ascii: "1") where bytes.count == 1: return .boolean(true)
      case UInt8(ascii: "0") where bytes.count == 1: return .boolean(false)
      default:
        let word = String(decoding: bytes, as: UTF8.self).lowercased()
        guard word == "true" || word == "false" else { throw wrong("is neither true nor false", address) }
        return .boolean(word == "true")
      }
    case .error: return .error(String(decoding: bytes, as: UTF8.self))
    case .text: return .text(RichText.unescaped(Array(bytes)))
    case .inline, .date: return .text(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// White space around a value that is not text means nothing.
  private static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ type: CellType
  ) -> UnsafeBufferPointer<UInt8> {
    guard type != .text, type != .inline, let first = bytes.first, let last = bytes.last else { return bytes }
    if first > 0x20, last > 0x20 { return bytes }
    var range = 0..<bytes.count
    while let low = range.first, bytes[low] <= 0x20 { range = low + 1..<range.upperBound }
    while let high = range.last, bytes[high] <= 0x20 { range = range.lowerBound..<high }
    return UnsafeBufferPointer(rebasing: bytes[range])
  }

  private func wrong(_ what: String, _ address: CellAddress) -> FormatError {
    var place = xml.place
    place.byte = nil
    place.row = address.row
    place.column = address.column + 1
    return FormatError(
      .malformed, at: place, "cell \(address) \(what)",
      remedy: "The file is damaged; save it again with a spreadsheet program")
  }
}
