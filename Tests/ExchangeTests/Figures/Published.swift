import Chronicle
import Formats
import Foundation
import Register
import Testing
import Vocabulary

@testable import Exchange

/// Real published files, kept beside the repository when they are there at all.
enum Published {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/data").path

  static let isPresent = FileManager.default.fileExists(atPath: folder)

  static func file(_ path: String, published: Moment? = nil) throws -> InputFile {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return try InputFile(name: name, bytes: .file("\(folder)/\(path)"), statedPublication: published)
  }

  /// The names of the files in a folder, sorted.
  static func all(in path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(path)")) ?? []).sorted().map {
      "\(path)/\($0)"
    }
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test of real files on a machine that does not have them.
  static var needsPublishedFiles: Self {
    .enabled(if: Published.isPresent, "the folder ../shared/data with the published files is not here")
  }
}

extension InputFile {
  /// A file in memory.
  static func text(_ text: String, name: String = "file.csv", published: Moment? = nil) throws -> InputFile {
    try InputFile(name: name, bytes: ByteSource(Array(text.utf8), name: name), statedPublication: published)
  }
}

/// A period from its two days as text.
func period(_ from: String, _ until: String) -> Period {
  Period(from: Moment(from) ?? .unknown, until: Moment(until) ?? .unknown)
}

extension Register {
  /// A register that knows nothing.
  static var blank: Register {
    Snapshot(.empty, trueOn: Day(number: 20_000)).register
  }
}

extension Block {
  /// The sum of a number column, missing figures passed over.
  func sum(_ column: String) -> Double { (numbers[column] ?? []).reduce(0) { $1.isNaN ? $0 : $0 + $1 } }

  /// The figure of a unit.
  func number(_ unit: String, _ column: String) -> Double? {
    units.firstIndex(of: unit).flatMap { numbers[column]?[$0] }
  }

  /// The text of a unit.
  func text(_ unit: String, _ column: String) -> String? {
    units.firstIndex(of: unit).flatMap { texts[column]?[$0] }
  }
}

/// A small table in the tests, to be turned into the variants publishers make of it.
struct Sheet {
  var headings: [String]
  var rows: [[String]]

  init(_ headings: String, _ rows: [String]) {
    self.headings = headings.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    self.rows = rows.map { $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) }
  }

  /// The table as CSV.
  func csv(lineEnd: String = "\n", mark: Bool = false) -> String {
    func quoted(_ cell: String) -> String {
      cell.contains(",") || cell.contains("\"")
        ? "\"\(cell.replacingOccurrences(of: "\"", with: "\"\""))\"" : cell
    }
    let lines = ([headings] + rows).map { $0.map(quoted).joined(separator: ",") }
    return (mark ? "\u{FEFF}" : "") + lines.joined(separator: lineEnd) + lineEnd
  }

  /// Columns and rows in the opposite order.
  var shuffled: Sheet {
    var copy = self
    copy.headings.reverse()
    copy.rows = rows.reversed().map { $0.reversed() }
    return copy
  }

  /// With columns nobody asked for, one of them without a name.
  var widened: Sheet {
    var copy = self
    copy.headings = ["ObjectId"] + headings + [""]
    copy.rows = rows.enumerated().map { [String($0.offset + 1)] + $0.element + [""] }
    return copy
  }

  /// With other names of columns.
  func renamed(_ names: [String: String]) -> Sheet {
    var copy = self
    copy.headings = headings.map { names[$0] ?? $0 }
    return copy
  }

  /// With another cell.
  func setting(_ row: Int, _ heading: String, _ text: String) -> Sheet {
    var copy = self
    if let column = headings.firstIndex(of: heading) { copy.rows[row][column] = text }
    return copy
  }

  /// With another text in every cell of a column that has a text.
  func replacing(_ heading: String, _ text: String, by other: String) -> Sheet {
    var copy = self
    guard let column = headings.firstIndex(of: heading) else { return copy }
    for row in rows.indices where rows[row][column] == text { copy.rows[row][column] = other }
    return copy
  }

  /// The variants in which every format must still be read, and give the same.
  var variants: [(name: String, text: String)] {
    [
      ("as it is", csv()), ("shuffled columns and rows", shuffled.csv()), ("extra columns", widened.csv()),
      ("byte order mark", csv(mark: true)), ("carriage returns", csv(lineEnd: "\r\n")),
      ("all at once", widened.shuffled.csv(lineEnd: "\r\n", mark: true)),
    ]
  }
}

/// What a reader makes of a text: a reading, or why there is none.
func outcome(
  _ reader: any Reader, _ text: String, name: String = "file.csv", published: Moment? = nil
) throws -> Result<Reading, ImportError> {
  let file = try InputFile.text(text, name: name, published: published)
  do {
    return .success(try reader.read(file, register: .blank))
  } catch let error as ImportError {
    return .failure(error)
  } catch let error as FormatError {
    return .failure(ImportError(error.description))
  }
}

extension Result where Success == Reading, Failure == ImportError {
  /// Why the file was refused, or nothing.
  var refusal: String {
    switch self {
    case .success: ""
    case .failure(let error): error.message
    }
  }
}
