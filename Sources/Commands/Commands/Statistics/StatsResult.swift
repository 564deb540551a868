internal import Formats
internal import Vocabulary

/// A table of results: text and numbers, each column named as public health analysts know it.
struct StatsResult {
  /// One cell.
  enum Cell {
    case text(String)
    case number(Double?)

    static func number(_ count: Int?) -> Cell { .number(count.map(Double.init)) }
  }

  private(set) var columns: [String]
  private var rows: [[Cell]] = []

  init(_ columns: [String]) { self.columns = columns }

  mutating func add(_ cells: [Cell]) { rows.append(cells) }

  /// Prints it as the options say.
  func print(_ output: OutputOptions, on console: Console) throws {
    try output.print(records, as: table, on: console)
  }

  private var table: Table {
    var table = Table(
      columns.indices.map { index in
        Table.Column(columns[index], columns[index], isNumber: isNumber(index), mayBeCut: !isNumber(index))
      })
    table.rows = rows.map { row in
      row.map { cell in
        switch cell {
        case .text(let text): text
        case .number(let number): number.flatMap { $0.isFinite ? Decimals.shortest($0) : nil } ?? ""
        }
      }
    }
    return table
  }

  private func isNumber(_ column: Int) -> Bool {
    rows.contains { if case .number = $0[column] { true } else { false } }
  }

  private var records: [Record] { rows.map { Record(names: columns, cells: $0) } }

  /// A row as one object.
  private struct Record: Encodable {
    let names: [String]
    let cells: [Cell]

    struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      for (name, cell) in zip(names, cells) {
        switch cell {
        case .text(let text): try container.encode(text, forKey: Key(stringValue: name))
        case .number(let number):
          try container.encode(number.flatMap { $0.isFinite ? $0 : nil }, forKey: Key(stringValue: name))
        }
      }
    }
  }
}

extension StatsSheet {
  /// The cells of a row as they came: numbers where the whole column has nothing else.
  func carried() -> [[StatsResult.Cell]] {
    let numeric = columns.indices.map { column in
      rows.allSatisfy { Self.isPlainNumber($0.cells[column]) }
    }
    return rows.map { row in
      columns.indices.map { numeric[$0] ? .number(Double(row.cells[$0])) : .text(row.cells[$0]) }
    }
  }

  /// Whether nothing is lost by reading it as a number: `007` is a code.
  private static func isPlainNumber(_ text: String) -> Bool {
    if text.isEmpty { return true }
    guard let number = Double(text), number.isFinite else { return false }
    let digits = text.first == "-" ? text.dropFirst() : Substring(text)
    guard let first = digits.first, first.isASCII, first.isNumber else { return false }
    return !(first == "0" && digits.dropFirst().first?.isNumber == true)
  }
}
