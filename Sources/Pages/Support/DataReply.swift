internal import Formats
internal import Foundation

/// Answers as data: the same value or table gives the same bytes, and no cell of a table is a formula.
public enum DataReply {
  /// An answer as JSON, saved as `name.json`: keys sorted, a line for each value, slashes as they are.
  public static func json(_ value: some Encodable, name: String) -> Reply {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "infinity", negativeInfinity: "-infinity", nan: "missing")
    guard let data = try? encoder.encode(value) else {
      return Reply(
        .serverError, type: "text/plain; charset=utf-8", body: Array("The answer cannot be written.\n".utf8))
    }
    return Reply(
      type: "application/json; charset=utf-8", body: Array(data) + [0x0A], fileName: fileName(name, "json"))
  }

  /// A table as CSV, saved as `name.csv`: a row of headings, then the rows.
  ///
  /// What a spreadsheet would run as a formula is given a leading apostrophe; a negative number stays a number.
  public static func csv(header: [String], rows: [[String]], name: String) -> Reply {
    var table = CSVWriter()
    table.row(header)
    for row in rows {
      for cell in row { write(cell, to: &table) }
      table.endRow()
    }
    return Reply(type: "text/csv; charset=utf-8", body: table.drain(), fileName: fileName(name, "csv"))
  }

  private static func write(_ cell: String, to table: inout CSVWriter) {
    if cell.hasPrefix("-"), let number = Double(cell), number.isFinite {
      table.number(number)
    } else {
      table.text(cell)
    }
  }

  /// A name that every file system takes.
  static func fileName(_ name: String, _ ending: String) -> String {
    var stem = ""
    for character in name.lowercased().unicodeScalars {
      switch character {
      case "a"..."z", "0"..."9", ".", "_": stem.unicodeScalars.append(character)
      default: if !stem.hasSuffix("-"), !stem.isEmpty { stem += "-" }
      }
    }
    while let last = stem.last, last == "-" || last == "." { stem.removeLast() }
    while stem.hasPrefix(".") { stem.removeFirst() }
    return "\(stem.isEmpty ? "concordat" : String(stem.prefix(80))).\(ending)"
  }
}
