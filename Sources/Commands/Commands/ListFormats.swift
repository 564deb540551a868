internal import ArgumentParser
internal import Exchange
internal import Measures
internal import Vocabulary

struct ListFormats: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the formats that can be imported.",
    discussion: "Each with who publishes it and the measures it yields.")

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let formats = console.readers.map { reader in
      Format(
        format: reader.format, summary: reader.summary, isOfficialPublication: reader.isOfficialPublication,
        measures: reader.measures.map(\.subject.text))
    }
    var table = Table([.init("Format"), .init("Summary", mayBeCut: true), .init("Measures", mayBeCut: true)])
    table.rows = formats.map {
      [$0.format, $0.summary, $0.measures.joined(separator: output.csv ? ";" : ", ")]
    }
    try output.print(formats, as: table, on: console)
    return .done
  }

  private struct Format: Encodable {
    var format: String
    var summary: String
    var isOfficialPublication: Bool
    var measures: [String]
  }
}
