internal import Answers
internal import ArgumentParser
internal import Desk
internal import Foundation
internal import Pages
internal import Register

struct PrintInequality: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "inequality",
    abstract: "Print the annual statement on inequalities in health for an area.",
    discussion: """
      Writes statement.html, figures.csv and gradients.csv into a new folder: deprivation, ethnicity, age and sex, every \
      rate by fifths of deprivation, and what the record cannot say, named with the file that would bring it. What \
      people write comes from a text file whose parts begin with a line '# meaning', '# done' or '# next'.

        concordat inequality england.concordat --area icb.essex --year 2026/27 --out statement
        concordat inequality england.concordat --area icb.essex --year 2026/27 --out statement --narrative words.txt
      """)

  @OptionGroup var target: RecordArgument

  @Option(help: "The body or the made area.")
  var area: String

  @Option(help: "The financial year: 2025/26. The statement is true on its last day.")
  var year: String

  @Option(help: "The folder to write into; it must not be there yet.", completion: .directory)
  var out: String

  @Option(help: "A file of what people have written.", completion: .file())
  var narrative: String?

  @OptionGroup var reader: AudienceOption

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    guard let blank = InequalityQuestion(area: .pieces(.init(piece: "", typed: "")), year: year) else {
      throw DeskError.misused("'\(year)' is no financial year: write 2025/26")
    }
    let snapshot = try record.snapshot(on: blank.day, audience: reader.audience)
    guard case .one(let body, _) = snapshot.register.resolve(area) else {
      throw DeskError.misused("'\(area)' names no one area: `concordat find` looks for it by any name or code")
    }
    var question = blank
    question.area = .body(body)
    question.narrative = try narrative.map(NarrativeFile.read) ?? [:]
    let answer: InequalityAnswer
    do {
      answer = try InequalityAnswer(question, in: snapshot, blocks: record.blocks)
    } catch let error as QuestionError {
      throw DeskError.refused(error.message)
    }
    try write(answer)
    try console.say(answer.sentence)
    try console.say("Written to \(out): statement.html, figures.csv, gradients.csv")
    return .done
  }

  /// All three files or none.
  private func write(_ answer: InequalityAnswer) throws {
    let files = FileManager.default
    guard !files.fileExists(atPath: out) else {
      throw DeskError.blocked("\(out) is there already: name a folder that is not, so that nothing is overwritten")
    }
    var gradients = NeedWriting.gradients(answer.gradients)
    for refusal in answer.refused { gradients.rows.append(NeedWriting.refused(refusal)) }
    let contents: [(String, [UInt8])] = [
      ("statement.html", StatementPage.page(answer)), ("figures.csv", Array(NeedWriting.table(answer.need).csv.utf8)),
      ("gradients.csv", Array(gradients.csv.utf8)),
    ]
    let draft = out + ".part"
    do {
      try files.createDirectory(atPath: draft, withIntermediateDirectories: true)
      for (name, bytes) in contents { try Data(bytes).write(to: URL(fileURLWithPath: draft).appending(path: name)) }
      try files.moveItem(atPath: draft, toPath: out)
    } catch {
      try? files.removeItem(atPath: draft)
      throw DeskError.blocked("\(out) cannot be written: \(error.localizedDescription)")
    }
  }
}

/// What people write for a statement: parts that begin with a line `# id`, each of paragraphs.
enum NarrativeFile {
  static func read(_ path: String) throws -> [String: String] {
    guard let data = FileManager.default.contents(atPath: path), data.count < 1 << 20,
      let text = String(data: data, encoding: .utf8)
    else { throw DeskError.blocked("\(path) cannot be read as text of at most 1 MB") }
    var parts: [String: [Substring]] = [:]
    var current: String?
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("# ") {
        let id = line.dropFirst(2).trimmingCharacters(in: .whitespaces)
        guard parts[id] == nil else { throw DeskError.refused("\(path), line \(number + 1): '\(id)' comes twice") }
        parts[id] = []
        current = id
      } else if let current {
        parts[current, default: []].append(line)
      } else if !line.allSatisfy(\.isWhitespace) {
        throw DeskError.refused("\(path), line \(number + 1): a part begins with a line such as '# meaning'")
      }
    }
    return parts.mapValues { $0.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines) }
  }
}
