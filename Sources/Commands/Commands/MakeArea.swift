internal import ArgumentParser
internal import Desk
internal import Foundation
internal import Vocabulary

struct MakeArea: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "area",
    abstract: "Make an area of small areas, wards, practices, networks or bodies, and keep it in the record.",
    discussion: """
      An area is a list of pieces of one sort. Figures are shown for it by `concordat recast --area`. It starts \
      internal; --public shows it on the site.

        concordat area england.concordat --name "Harbour" --piece lsoa21 E01000001 E01000002
        concordat area england.concordat --name "Harbour" --piece practice --codes harbour.txt
      """)

  @OptionGroup var target: RecordArgument

  @Option(help: "What the area is called.")
  var name: String

  @Option(help: "What the codes are of: lsoa11, lsoa21, ward24, practice, network, sub-icb-location, council, icb.")
  var piece: String

  @Argument(help: "The codes.")
  var code: [String] = []

  @Option(help: "A file of codes, one on a line.", completion: .file())
  var codes: String?

  @Option(help: "The day from which it is so; today when left out.")
  var from: DayArgument?

  @Flag(name: .customLong("public"), help: "Show it to everyone.")
  var isPublic = false

  @Option(help: "Why it is made.")
  var why = "Make an area"

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    let report = try record.makeArea(
      named: name, of: piece, codes: code + (try codesInFile()), from: from?.day ?? record.world.today,
      audience: isPublic ? .public : .internal, why: why)
    let table = Table(
      [.init("Area"), .init("Name"), .init("Pieces", isNumber: true)],
      rows: [[report.id, report.name, String(report.pieces)]])
    try output.print(report, as: table, on: console)
    return .done
  }

  private func codesInFile() throws -> [String] {
    guard let codes else { return [] }
    guard let data = FileManager.default.contents(atPath: codes), data.count < 4 << 20,
      let text = String(data: data, encoding: .utf8)
    else { throw DeskError.blocked("\(codes) cannot be read as text of at most 4 MB") }
    return text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }).map(String.init)
  }
}
