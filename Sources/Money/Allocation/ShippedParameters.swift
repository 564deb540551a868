internal import CAllocation
internal import Chronicle

/// The tables of parameters that ship with Concordat: the files of the folder `data` of this module, held in the
/// program itself.
public enum ShippedParameters {
  /// One text file.
  public struct File: Hashable, Sendable {
    /// Its name, for example `parameters.tsv`.
    public let name: String
    /// Its text.
    public let text: String

    /// A file of this name and text.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// All files, by name. O(bytes) each time it is asked for.
  public static var files: [File] {
    (0..<concordat_allocation_count()).map { index in
      let bytes = UnsafeBufferPointer(
        start: concordat_allocation_bytes(index), count: concordat_allocation_size(index))
      return File(
        name: String(cString: concordat_allocation_name(index)), text: String(decoding: bytes, as: UTF8.self))
    }
  }
}

extension Array<ShippedParameters.File> {
  /// The rows of one of the files, read cell by cell with errors that name the file and the line.
  ///
  /// - Throws: `MoneyError` when the file is not there, has other columns, or a line is too long or too short.
  func rows(of name: String, columns: [String]) throws(MoneyError) -> [ParameterRow] {
    guard let file = first(where: { $0.name == name }) else {
      throw MoneyError("\(name) is missing: the formula cannot be read without it")
    }
    var rows: [ParameterRow] = []
    for (offset, line) in file.text.split(separator: "\n").enumerated() {
      let cells: [String]
      do { cells = try Line.split(line) } catch { throw MoneyError("\(name), line \(offset + 1): \(error.message)") }
      if offset == 0 {
        guard cells == columns else {
          throw MoneyError("\(name), line 1: the columns must be \(columns.joined(separator: ", "))")
        }
        continue
      }
      guard cells.count == columns.count else {
        throw MoneyError("\(name), line \(offset + 1): there are \(cells.count) cells for \(columns.count) columns")
      }
      rows.append(
        ParameterRow(place: "\(name), line \(offset + 1)", cells: .init(uniqueKeysWithValues: zip(columns, cells))))
    }
    return rows
  }
}

/// One line of a shipped table.
struct ParameterRow {
  let place: String
  fileprivate let cells: [String: String]

  fileprivate init(place: String, cells: [String: String]) {
    self.place = place
    self.cells = cells
  }

  /// The text of a cell; empty where nothing is written.
  subscript(column: String) -> String { cells[column] ?? "" }

  /// The number in a cell.
  func number(_ column: String) throws(MoneyError) -> Double {
    guard let number = Double(self[column]), number.isFinite else { throw wrong(column, "is no number") }
    return number
  }

  /// A word from a fixed list.
  func word<Word: RawRepresentable & CaseIterable>(
    _ column: String, as type: Word.Type
  ) throws(MoneyError) -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: self[column]) else {
      throw wrong(column, "must be one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return word
  }

  /// An error about a cell of this row.
  func wrong(_ column: String, _ problem: String) -> MoneyError {
    MoneyError("\(place), column \(column): '\(self[column])' \(problem)")
  }
}
