internal import ArgumentParser
internal import Desk
internal import Foundation

/// The record a command works on.
struct RecordArgument: ParsableArguments {
  @Argument(help: "The file of the record.", completion: .file())
  var record: String

  func open(_ console: Console) throws -> Record { try Record.open(record, world: console.world) }
}

/// How results are written.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print one JSON document.")
  var json = false

  @Flag(help: "Print a tidy table of comma-separated values.")
  var csv = false

  func validate() throws {
    if json, csv { throw ValidationError("--json and --csv exclude each other: give one of them") }
  }

  /// Prints an answer as JSON, as CSV, or as a table for people.
  func print(_ answer: some Encodable, as table: @autoclosure () throws -> Table, on console: Console) throws {
    if json {
      try console.out(JSONText.of(answer))
    } else if csv {
      try console.out(try table().csv)
    } else {
      try console.out(try table().text(width: console.width))
    }
  }
}

/// JSON as every command prints it: keys in order, slashes as they are, a line feed at the end.
enum JSONText {
  static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
