import Chronicle
import Desk
import Exchange
import Formats
import Foundation
import Measures
import Register
import Store
import Synchronization
import Testing
import Vocabulary

/// A folder of its own for one test, removed with the test.
final class Scratch: Sendable {
  let folder: String
  init() throws {
    folder = NSTemporaryDirectory() + "concordat-desk-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }

  func write(_ text: String, to name: String) throws -> String { try write(Data(text.utf8), to: name) }

  func write(_ data: Data, to name: String) throws -> String {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
    return url.path
  }

  /// Every file below a folder with its bytes.
  func contents(of name: String) throws -> [String: Data] {
    let root = path(name)
    var found: [String: Data] = [:]
    for file in try FileManager.default.subpathsOfDirectory(atPath: root) {
      if let data = FileManager.default.contents(atPath: root + "/" + file) { found[file] = data }
    }
    return found
  }

  /// Whether a text stands anywhere in a file of the record or in its log.
  func holds(_ text: String, in name: String) -> Bool {
    [name, name + "-wal", name + "-shm"].contains { file in
      FileManager.default.contents(atPath: path(file))?.range(of: Data(text.utf8)) != nil
    }
  }
}

/// A world in which a second passes each time one looks at the clock.
func testWorld(who: String = "tester", from seconds: Int64 = 1_790_000_000) -> World {
  let clock = Clock(seconds)
  return World(now: { clock.tick() }, salt: Journal.randomSalt, who: who)
}

private final class Clock: Sendable {
  private let seconds: Mutex<Int64>
  init(_ start: Int64) { seconds = Mutex(start) }
  func tick() -> Instant {
    seconds.withLock { now in
      now += 1
      return Instant(seconds: now)
    }
  }
}

let day = Day("2026-11-21") ?? Day(number: 0)

/// A small world of text: two sources, two boards, a region.
enum Small {
  static let sources = """
    fact\tfrom\tuntil\taudience\tcertainty\tsource\tsubject\ttitle\tpublisher\tpublished\taddress\tlicence\tnote
    source-1\t\t\tpublic\tofficial\t\tsource-a\tA list\tA publisher\t2026\t\t\t

    """
  static let bodies = """
    fact\tfrom\tuntil\taudience\tcertainty\tsource\tsubject\tkind
    body-1\t2022-07-01\t2026-04-01\tpublic\tofficial\tsource-a\ticb.east\ticb
    body-1\t2022-07-01\t\tpublic\tofficial\tsource-a\ticb.west\ticb

    """
  static let names = """
    fact\tfrom\tuntil\taudience\tcertainty\tsource\tsubject\tname\tusage
    name-1\t2022-07-01\t2026-04-01\tpublic\tofficial\tsource-a\ticb.east\tEast\tofficial
    name-1\t2022-07-01\t\tpublic\tofficial\tsource-a\ticb.west\tThe West\talias
    name-1\t2022-07-01\t\tpublic\tofficial\tsource-a\ticb.west\tWest\tofficial

    """

  /// Writes the folder and returns its path.
  static func write(_ scratch: Scratch, _ name: String = "small", names: String = names) throws -> String {
    _ = try scratch.write(sources, to: name + "/sources.tsv")
    _ = try scratch.write(bodies, to: name + "/bodies.tsv")
    _ = try scratch.write(names, to: name + "/names.tsv")
    return scratch.path(name)
  }

  /// A record that holds it.
  static func record(_ scratch: Scratch, _ name: String = "r") throws -> Record {
    let record = try Record.createEmpty(at: scratch.path(name), world: testWorld())
    let plan = try record.apply(text(at: write(scratch, "source-of-" + name)), why: "a small world")
    #expect(plan.findings.isEmpty)
    return record
  }
}

struct NotText: Error {}

func text(at path: String) throws -> FolderText {
  guard case .text(let text) = try RecordFolder(at: path) else { throw NotText() }
  return text
}

func journalFolder(at path: String) throws -> JournalFolder {
  guard case .journal(let journal) = try RecordFolder(at: path) else { throw NotText() }
  return journal
}

/// Reads `sample` files: a line `sample,LABEL,PUBLISHED`, then lines `MEASURE,UNIT,VALUE`, or `body,ID,NAME`.
struct SampleReader: Reader {
  var format = "sample"
  var isOfficialPublication = true
  let summary = "a format for tests"
  var measures: [MeasureDefinition] { [] }

  func recognise(_ file: InputFile) throws -> Recognition {
    let text = try text(file)
    if text.hasPrefix(format + ",") { return .yes }
    return text.hasPrefix("almost,") ? .almost("the first word is 'almost': write '\(format)'") : .no
  }

  private func text(_ file: InputFile) throws -> String {
    String(decoding: try file.bytes.read(at: 0, count: file.bytes.size), as: UTF8.self)
  }

  func read(_ file: InputFile, register: Register) throws -> Reading {
    let lines = try text(file).split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    guard lines[0].count >= 3, let month = Moment(lines[0][1]) else {
      throw ImportError("the first line has no label and date: write 'sample,2026-01,2026-03-12'")
    }
    var reading = Reading(title: "A sample", publisher: "A publisher", published: Moment(lines[0][2]))
    var values: [String: [(String, Double)]] = [:]
    for (index, line) in lines.enumerated().dropFirst() {
      reading.rowsRead += 1
      let reference = SourceReference(nil, at: "row=\(index + 1)")
      if line[0] == "body" {
        reading.statements.append(
          Statement(Body(ID(slug: line[1]), .generalPractice), .always, source: reference))
        reading.statements.append(Statement(Name(ID(slug: line[1]), line[2]), .always, source: reference))
      } else if let value = Double(line[2]) {
        values[line[0], default: []].append((line[1], value))
      } else {
        reading.refused.append(.init(row: "row \(index + 1)", reason: "'\(line[2])' is not a number"))
      }
    }
    let period = Period(from: Moment(on: month.earliest), until: Moment(on: month.latest.advanced(by: 1)))
    for (measure, rows) in values.sorted(by: { $0.key < $1.key }) {
      let id = ID<Measure>(slug: measure)
      reading.definitions.append(MeasureDefinition(id, measure, unit: "things", meaning: "things counted"))
      reading.figures.append(
        Reading.Figures(
          period: period, label: lines[0][1], basis: .registered, grain: "practice",
          block: Block(units: rows.map(\.0), columns: [("value", .number(rows.map(\.1)))]),
          columns: [(id, "value")]))
    }
    return reading
  }
}

func options(
  _ readers: [any Reader] = [SampleReader()], isInternal: Bool = false, format: String? = nil
) -> ImportOptions {
  ImportOptions(readers: readers, format: format, isInternal: isInternal)
}
