internal import Answers
internal import ArgumentParser
internal import Chronicle
internal import Desk
internal import Foundation
internal import Vocabulary

struct CheckDecision: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "decision",
    abstract: "Check a draft item: may this be decided, by whom, and what is still needed?",
    discussion: """
      FILE holds a line for each thing that is known, in the form `key: value`, or one JSON object with the same keys:

        title: Elective hub, phase two
        group: Strategic commissioning committee
        on: 2026-03-12
        function: elective care
        value: 8400000
        bodies: northmoor.acute
        changes-services: yes
        involved: 2026-01-20
        effects: wellbeing; quality; resources; inequalities

      The findings can be pasted into a paper. Exit status 1 where something needs attention.
      """)

  @OptionGroup var target: RecordArgument

  @Argument(help: "The file of the draft.", completion: .file())
  var file: String

  @OptionGroup var lens: LensOptions

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    let snapshot = try lens.snapshot(of: record)
    let drafts = try DraftFile.read(file)
    guard drafts.count == 1 else {
      throw DeskError.refused(
        "\(file) holds \(drafts.count) drafts, and one is checked at a time: `concordat agenda` takes several")
    }
    let answer: DecisionAnswer
    do {
      answer = DecisionAnswer(try DraftItem(drafts[0], in: snapshot), in: snapshot)
    } catch {
      throw DeskError.refused("\(file): \(error.message)")
    }
    let spoken = !output.json && !output.csv
    if spoken { try console.say("\(answer.sentence)\n") }
    try output.print(
      answer,
      as: Table(
        [
          .init("Topic"), .init("Result"), .init("Finding", "text", mayBeCut: true), .init("Rule"),
          .init("Citation", mayBeCut: true),
        ],
        rows: answer.findings.map { [$0.topic, $0.result, $0.text, $0.rule, $0.citation] }),
      on: console)
    return answer.findings.contains { $0.result == "finding" } ? .difference : .done
  }
}

/// A file of drafts: lines `key: value`, drafts parted by a line `---`, or JSON with the same keys.
enum DraftFile {
  /// The most bytes a file of drafts may have.
  private static let most = 1 << 20

  /// The drafts, each value with the line it stands in; 0 in JSON.
  static func read(_ path: String) throws -> [[String: (value: String, line: Int)]] {
    guard let handle = FileManager.default.contents(atPath: path) else {
      throw DeskError.blocked("\(path) cannot be read: there is no such file, or it may not be read")
    }
    guard handle.count <= most else { throw DeskError.refused("\(path) is larger than a file of drafts can be (1 MB)") }
    guard let text = String(validating: handle, as: UTF8.self) else {
      throw DeskError.refused("\(path) is not UTF-8 text: save it in that encoding")
    }
    return text.drop(while: \.isWhitespace).first == "{" || text.drop(while: \.isWhitespace).first == "["
      ? try json(handle, path) : try lines(text, path)
  }

  private static func lines(_ text: String, _ path: String) throws -> [[String: (value: String, line: Int)]] {
    var drafts: [[String: (value: String, line: Int)]] = []
    var draft: [String: (value: String, line: Int)] = [:]
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.trimmingCharacters(in: .whitespacesAndNewlines)
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line == "---" {
        if !draft.isEmpty { drafts.append(draft) }
        draft = [:]
        continue
      }
      guard let colon = line.firstIndex(of: ":") else {
        throw DeskError.refused("\(path): line \(index + 1): '\(line.prefix(60))' is no `key: value`")
      }
      let key = line[..<colon].trimmingCharacters(in: .whitespaces).lowercased()
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      guard draft.updateValue((value, index + 1), forKey: key) == nil else {
        throw DeskError.refused("\(path): line \(index + 1): '\(key)' is given twice")
      }
    }
    if !draft.isEmpty { drafts.append(draft) }
    guard !drafts.isEmpty else {
      throw DeskError.refused("\(path) holds no draft: write lines such as `title: Elective hub`")
    }
    return drafts
  }

  private static func json(_ data: Data, _ path: String) throws -> [[String: (value: String, line: Int)]] {
    let objects: [[String: Value]]
    do {
      if let several = try? JSONDecoder().decode([[String: Value]].self, from: data) {
        objects = several
      } else {
        objects = [try JSONDecoder().decode([String: Value].self, from: data)]
      }
    } catch {
      throw DeskError.refused("\(path) is no JSON object of texts, numbers, yes or no, and lists of these")
    }
    return objects.map { $0.mapValues { ($0.text, 0) } }
  }

  /// A value of a draft in JSON.
  private enum Value: Decodable {
    case text(String)
    case list([Value])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let value = try? container.decode(Bool.self) {
        self = .text(value ? "yes" : "no")
      } else if let value = try? container.decode(Int.self) {
        self = .text(String(value))
      } else if let value = try? container.decode(Double.self) {
        self = .text(String(format: "%.2f", value))
      } else if let value = try? container.decode(String.self) {
        self = .text(value)
      } else {
        self = .list(try container.decode([Value].self))
      }
    }

    var text: String {
      switch self {
      case .text(let text): text
      case .list(let values): values.map(\.text).joined(separator: "; ")
      }
    }
  }
}
