internal import ArgumentParser
internal import Chronicle
internal import Desk
internal import Vocabulary

struct OpenRow: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "row",
    abstract: "Open a row of the file a source was read from.",
    discussion: """
      Files that were imported are kept as they were handed in. This shows one of their rows, with what stands at the \
      head of its columns.

        concordat row england.concordat SOURCE row=12
        concordat row england.concordat SOURCE "sheet=Providers row=40" --json
      """)

  @OptionGroup var target: RecordArgument

  @Argument(help: "The source, as `concordat why` and the site name it.")
  var source: String

  @Argument(help: "The place in it: row=12, or sheet=NAME row=12.")
  var place: String

  @OptionGroup var reader: AudienceOption

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    guard let source = ID<Source>(source) else { throw DeskError.misused("'\(source)' is no source") }
    guard let place = RowPlace(place) else {
      throw DeskError.misused("'\(place)' is no place in a file: write row=12, or \"sheet=NAME row=12\"")
    }
    let row = try record.row(of: source, at: place, audience: reader.audience)
    var table = Table([
      .init("Column", isNumber: true), .init("Heading", mayBeCut: true), .init("Cell", mayBeCut: true),
    ])
    table.rows = row.cells.indices.map { column in
      [
        String(column + 1), row.headings.indices.contains(column) ? row.headings[column] : "",
        row.cells[column],
      ]
    }
    if !output.json, !output.csv {
      try console.say("\(row.file)\(row.table.isEmpty ? "" : ", \(row.table)"), row \(row.number)\n")
    }
    try output.print(row, as: table, on: console)
    return .done
  }
}
