internal import Formats
internal import Foundation

/// Answers as data: the same value that the page shows.
enum DataReply {
  /// The answer as one JSON document. The name is that of the file, without its ending.
  static func json(_ value: some Encodable, name: String) -> Reply {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    guard let data = try? encoder.encode(value) else {
      return Reply(
        .serverError, type: "text/plain; charset=utf-8", body: Array("The answer cannot be written.\n".utf8))
    }
    return Reply(type: "application/json; charset=utf-8", body: Array(data) + [10], fileName: "\(name).json")
  }

  /// A table as CSV, safe to open in a spreadsheet. The name is that of the file, without its ending.
  static func csv(header: [String], rows: [[String]], name: String) -> Reply {
    var table = CSVWriter()
    for row in [header] + rows {
      for cell in row { table.text(cell) }
      table.endRow()
    }
    return Reply(type: "text/csv; charset=utf-8", body: table.bytes, fileName: "\(name).csv")
  }
}
