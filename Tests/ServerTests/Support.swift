import Chronicle
import Desk
import Exchange
import Formats
import Foundation
import Measures
import Pages
import Register
import Synchronization
import Testing
import Vocabulary

@testable import Server

/// A folder of its own for one test, removed with the test.
final class Scratch: Sendable {
  let folder: String
  init() throws {
    folder = NSTemporaryDirectory() + "concordat-server-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }

  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }
}

/// A world in which it is always the same day.
let world = World(now: { Instant(seconds: 1_790_000_000) }, salt: { Salt(1, 2) }, who: "tester")

/// A record of two boards, in one transaction.
func smallRecord(_ scratch: Scratch) throws -> Record {
  let common = "fact\tfrom\tuntil\taudience\tcertainty\tsource\tsubject"
  let files = [
    "sources.tsv": """
    \(common)\ttitle\tpublisher\tpublished\taddress\tlicence\tnote
    source-1\t\t\tpublic\tofficial\t\tsource-a\tA list\tA publisher\t2026\t\t\t

    """,
    "bodies.tsv": """
    \(common)\tkind
    body-1\t2022-07-01\t\tpublic\tofficial\tsource-a\ticb.east\ticb
    body-1\t2022-07-01\t\tpublic\tofficial\tsource-a\ticb.west\ticb

    """,
    "names.tsv": """
    \(common)\tname\tusage
    name-1\t2022-07-01\t\tpublic\tofficial\tsource-a\ticb.east\tEast\tofficial
    name-1\t2022-07-01\t\tpublic\tofficial\tsource-a\ticb.west\tWest\tofficial

    """,
    "codes.tsv": """
    \(common)\tscheme\tcode
    code-1\t2022-07-01\t\tpublic\tofficial\tsource-a\ticb.east\tods\tQE1
    code-1\t2022-07-01\t\tpublic\tofficial\tsource-a\ticb.west\tods\tQW1

    """,
  ]
  let folder = scratch.path("text")
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  for (name, text) in files { _ = try scratch.write(text, to: "text/" + name) }
  let record = try Record.createEmpty(at: scratch.path("r"), world: world)
  guard case .text(let text) = try RecordFolder(at: folder) else { throw NotText() }
  let plan = try record.apply(text, why: "a small world")
  #expect(plan.findings.isEmpty)
  return record
}

struct NotText: Error {}

/// Reads `MEASURE,PERIOD` and then lines of `CODE,VALUE`, as an official publication.
struct BoardFigures: Reader {
  let format = "board-figures"
  let summary = "a format for tests"
  let isOfficialPublication = true
  let measures: [MeasureDefinition] = []

  func recognise(_ file: InputFile) throws -> Recognition { .yes }

  func read(_ file: InputFile, register: Register) throws -> Reading {
    let text = String(decoding: try file.bytes.read(at: 0, count: file.bytes.size), as: UTF8.self)
    let lines = text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    guard let head = lines.first, let month = Moment(head[1]) else { throw ImportError("no measure and period") }
    var reading = Reading(title: "Figures of \(head[0])", publisher: "A publisher", published: Moment("2026-09"))
    let measure = ID<Measure>(slug: head[0])
    reading.definitions = [MeasureDefinition(measure, head[0], unit: "things", meaning: "Things counted.")]
    reading.figures = [
      Reading.Figures(
        period: Period(from: month, until: Moment(on: month.latest.advanced(by: 1))), label: head[1],
        basis: .commissioned, grain: "icb",
        block: Block(
          units: lines.dropFirst().map { $0[0] },
          columns: [("value", .number(lines.dropFirst().compactMap { Double($0[1]) }))]),
        columns: [(measure, "value")])
    ]
    reading.rowsRead = lines.count - 1
    return reading
  }
}

extension Record {
  func take(_ file: String) throws {
    let report = importFile(file, ImportOptions(readers: [BoardFigures()]))
    #expect(report.status == .imported, "\(report.error ?? "")")
  }
}

/// Serves a record on a free port of this machine while the body runs.
func serving(_ record: Record, _ body: @escaping @Sendable (_ port: UInt16) async throws -> Void) async throws {
  let (addresses, started) = AsyncStream.makeStream(of: String.self)
  let server = SiteServer(Answerer(record, respond: Site.reply), port: 0)
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      defer { started.finish() }
      try await server.run { started.yield($0) }
    }
    var found: String?
    for await address in addresses {
      found = address
      break
    }
    let port = try #require(found.flatMap { URL(string: $0)?.port }.flatMap(UInt16.init(exactly:)))
    try await body(port)
    group.cancelAll()
  }
}
