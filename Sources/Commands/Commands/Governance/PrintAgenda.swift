internal import Answers
internal import ArgumentParser
internal import Chronicle
internal import Desk
internal import Foundation
internal import Pack
internal import Vocabulary

struct PrintAgenda: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "agenda",
    abstract: "Print the chair's sheet for a meeting: per item the authority, the quorum, who leaves.",
    discussion: """
      FILE holds the drafts of the items as `concordat decision` takes them, parted by lines of three hyphens. --out \
      writes the sheet and a cover sheet for each item as documents.

        concordat agenda england.concordat march.txt --out papers
      """)

  @OptionGroup var target: RecordArgument

  @Argument(help: "The file of the drafts.", completion: .file())
  var file: String

  @Option(
    help: "Write the sheet and the cover sheets as .docx to this folder, which must not exist.", completion: .directory)
  var out: String?

  @OptionGroup var lens: LensOptions

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    let snapshot = try lens.snapshot(of: record)
    var drafts: [DraftItem] = []
    for (index, fields) in try DraftFile.read(file).enumerated() {
      do {
        drafts.append(try DraftItem(fields, in: snapshot))
      } catch {
        throw DeskError.refused("\(file): draft \(index + 1): \(error.message)")
      }
    }
    let answer = AgendaAnswer(drafts, in: snapshot)
    let spoken = !output.json && !output.csv
    if spoken { try console.say("\(answer.sentence)\n") }
    try output.print(
      answer,
      as: Table(
        [
          .init("Item", "number", isNumber: true), .init("Title", mayBeCut: true), .init("Authority", mayBeCut: true),
          .init("Quorum", mayBeCut: true),
          .init("Leaves", "leaving", mayBeCut: true), .init("No paper", "without_paper", mayBeCut: true),
          .init("To show", "to_show", mayBeCut: true),
          .init("Notice", mayBeCut: true),
        ],
        rows: answer.items.map {
          [
            "\($0.number)", $0.title, $0.authority, $0.quorum, $0.leaving.joined(separator: "; "),
            $0.withoutPaper.joined(separator: "; "), $0.toShow.joined(separator: " "), $0.notice.joined(separator: " "),
          ]
        }),
      on: console)
    if let out { try write(answer, on: snapshot.trueOn, to: out, console) }
    return .done
  }

  private func write(_ answer: AgendaAnswer, on day: Day, to folder: String, _ console: Console) throws {
    guard !FileManager.default.fileExists(atPath: folder) else {
      throw DeskError.refused("\(folder) exists already: name a folder that does not")
    }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let sheets = try CoverSheet.documents(for: answer, on: day)
      for sheet in sheets {
        try Data(sheet.bytes).write(to: URL(fileURLWithPath: folder).appendingPathComponent(sheet.name))
      }
      console.note("wrote \(sheets.count) documents to \(folder)")
    } catch let error as CocoaError {
      throw DeskError.blocked("\(folder) cannot be written: \(error.localizedDescription)")
    }
  }
}
