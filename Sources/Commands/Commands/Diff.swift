internal import ArgumentParser
internal import Chronicle
internal import Desk

/// The folder of text a record is compared with.
struct FolderArgument: ParsableArguments {
  @Argument(help: "The folder of text.", completion: .directory)
  var folder: String?

  @Flag(help: "Take the reference that ships with this version of Concordat instead of a folder.")
  var shipped = false

  func validate() throws {
    if (folder == nil) != shipped {
      throw ValidationError(
        "give the folder of text, or --shipped for the reference that ships with Concordat")
    }
  }

  func read() throws -> RecordFolder {
    if let folder { return try RecordFolder(at: folder) }
    return .text(.shippedReference)
  }

  /// What it is, as a sentence names it.
  var name: String { folder ?? "the shipped reference" }
}

struct Diff: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what applying a folder of text would change.",
    discussion: """
      + is in the folder and not in the record, - is in the record and not in the folder's file of that name, ~ is in \
      both with other values.

        concordat diff england.concordat england-as-text

      Ends with status 1 when there is a difference.
      """)

  @OptionGroup var target: RecordArgument
  @OptionGroup var source: FolderArgument
  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    guard case .text(let text) = try source.read() else {
      throw DeskError.misused(
        "\(source.name) holds a journal: it is replayed into an empty record with `concordat apply`, not compared"
      )
    }
    let plan = try target.open(console).diff(text)
    if output.json || output.csv {
      try output.print(plan, as: PlanText.table(plan), on: console)
    } else {
      try console.out(PlanText.of(plan, width: console.width))
    }
    for finding in PlanText.findings(plan) { console.note(finding) }
    return plan.isEmpty ? .done : .difference
  }
}
