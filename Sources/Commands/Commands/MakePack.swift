internal import Answers
internal import ArgumentParser
internal import Assets
internal import Chronicle
internal import Desk
internal import Pack
internal import Register
internal import Statistics
internal import Vocabulary

struct MakePack: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Print the month's performance report of one body or several.",
    discussion: """
      Every monthly measure the record has for the body, judged by statistical process control, what needs a decision \
      first: as a page that stands alone, a workbook, a document, tables, and each chart as a file. Several bodies have \
      a section each and are never summed. The same record gives the same files, byte for byte.

        concordat pack england.concordat --area QRL@2026-01-31 --month 2026-01 --out pack-2026-01
        concordat pack england.concordat --area icb.essex --area icb.central-east --month 2026-06 --out pack

      pack.pdf needs a Chromium browser (in CHROMIUM, or on the path), and pictures of charts (PNG, also in pack.docx) \
      need rsvg-convert. Which file could not be made is said, and why; the others are there, and the status is 0.
      """)

  @OptionGroup var target: RecordArgument

  @Option(help: "The body: an id, a code with its date, or an area that was made. Repeat it for several.")
  var area: [String]

  @Option(help: "The month: 2026-01.")
  var month: String

  @Option(help: "The folder to write; made if it is not there. What it holds of an earlier pack is replaced.")
  var out: String

  @Option(help: "The rules: nhsr-0.2, mdc-2024 or abspc-1.")
  var preset = ControlRules.nhsr02.name

  @Option(help: "Only measures under this heading, for example \"Cancer\". Repeat it for several.")
  var theme: [String] = []

  @Option(
    name: .customLong("audience"), help: "For whom: public, or internal with what is not published.",
    completion: .list(["public", "internal"]))
  var audienceWord = Audience.public.rawValue

  @Flag(help: "Make no PDF.")
  var noPdf = false

  @Flag(help: "Print what was written as one JSON document.")
  var json = false

  func validate() throws {
    if area.isEmpty { throw ValidationError("name a body with --area") }
    if Day("\(month)-01") == nil { throw ValidationError("'\(month)' is no month: write --month 2026-01") }
    if ControlRules.named(preset) == nil {
      let known = ControlRules.presets.map(\.name).joined(separator: ", ")
      throw ValidationError("'\(preset)' is no set of rules: write one of \(known)")
    }
    if Audience(rawValue: audienceWord) == nil { throw ValidationError("'\(audienceWord)' is no audience") }
  }

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    let first = Day("\(month)-01") ?? .distantPast
    let snapshot = try record.snapshot(
      on: first.startOfNextMonth.advanced(by: -1), audience: Audience(rawValue: audienceWord) ?? .public)
    let pack: PackAnswer
    do {
      let question = PackQuestion(
        of: try bodies(in: snapshot), month: first, by: ControlRules.named(preset) ?? .nhsr02, themes: Set(theme))
      pack = try question.answer(snapshot, blocks: record.blocks)
    } catch let error as QuestionError {
      throw DeskError.refused(error.message)
    }
    let tools = PackTools()
    let style = Array(UnsafeBufferPointer(start: concordat_style(), count: concordat_style_count()))
    var missing: [Missing] = []
    let files = try files(of: pack, style, tools, &missing)
    let folder = PackFolder(out)
    try folder.write(files)
    var hasPdf = false
    if !noPdf {
      do {
        try tools.print(folder.path + "/index.html", to: folder.path + "/pack.pdf", month: first)
        hasPdf = true
      } catch let fault as PackTools.Fault {
        missing.append(Missing(file: "pack.pdf", why: fault.why, instead: "print index.html from any browser"))
      }
    }
    let report = Report(
      folder: out, files: files.count + (hasPdf ? 1 : 0), measures: pack.sections.map(\.items.count).reduce(0, +),
      hasPdf: hasPdf, hasPictures: !missing.contains { $0.file == Missing.pictures }, missing: missing,
      sections: pack.sections.map(\.sentence))
    if json {
      try console.out(JSONText.of(report))
    } else {
      for sentence in report.sections { try console.say(sentence) }
      try console.say("\(report.files) files in \(out)")
      for file in missing { try console.say("Not made: \(file.file), because \(file.why). Instead, \(file.instead).") }
    }
    return .done
  }

  /// Every file that can be made here: without pictures where nothing can paint them.
  private func files(
    of pack: PackAnswer, _ style: [UInt8], _ tools: PackTools, _ missing: inout [Missing]
  ) throws -> [PackPress.File] {
    do {
      return try PackPress(pack, style: style, painter: try tools.painter()).files()
    } catch let fault as PackTools.Fault {
      missing.append(Missing(file: Missing.pictures, why: fault.why, instead: "take the charts as SVG"))
      return try PackPress(pack, style: style).files()
    }
  }

  /// A file that could not be made, why, and what does instead.
  private struct Missing: Encodable {
    let file, why, instead: String

    static let pictures = "charts/*.png"
  }

  private struct Report: Encodable {
    let folder: String
    let files: Int
    let measures: Int
    let hasPdf: Bool
    let hasPictures: Bool
    let missing: [Missing]
    let sections: [String]
  }

  /// Each body named, an area or region as the boards in it.
  private func bodies(in snapshot: Snapshot) throws -> [ID<Body>] {
    var bodies: [ID<Body>] = []
    for word in area {
      let body = try snapshot.register.one(word).body
      let isGroup = [BodyKind.nhsRegion, .cluster].contains(snapshot.register.kind(body) ?? .integratedCareBoard)
      let boards = isGroup ? snapshot.register.descendants(of: body, kind: .integratedCareBoard) : []
      bodies += boards.isEmpty ? [body] : boards
    }
    var seen: Set<ID<Body>> = []
    return bodies.filter { seen.insert($0).inserted }
  }
}
