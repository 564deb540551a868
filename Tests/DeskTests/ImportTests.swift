import Chronicle
import Desk
import Exchange
import Foundation
import Measures
import Register
import Testing
import Vocabulary

@Suite("Importing files")
struct ImportTests {
  private func figures(_ record: Record, for audience: Audience) throws -> [String: Double] {
    let snapshot = try record.snapshot(on: day, audience: audience)
    var found: [String: Double] = [:]
    for version in snapshot.history(Observation.self) {
      let block = try record.blocks(version.fact.block)
      for (unit, value) in zip(block.units, block.numbers[version.fact.column] ?? []) {
        found["\(version.fact.subject) \(version.fact.label) \(unit)"] = value
      }
    }
    return found
  }

  @Test("A file becomes a source, its original, its figures and its facts, in one transaction")
  func whole() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let bytes =
      "sample,2026-01,2026-03-12\nwaits,A81001,12\nwaits,A81002,x\nbody,practice.a81001,The Surgery\n"
    let report = record.importFile(try scratch.write(bytes, to: "f.csv"), options())
    #expect(report.status == .imported)
    #expect(report.format == "sample")
    #expect(report.audience == "public")
    #expect(report.rowsRead == 3)
    #expect(report.rowsRefused == [.init(row: "row 3", reason: "'x' is not a number")])
    #expect(report.measures == ["waits"])
    #expect(report.entriesAdded == 6)
    #expect(report.transaction == 2)
    let source = try #require(report.source)
    #expect(source.hasPrefix("file.sample.2026-03-12."))
    let snapshot = try record.snapshot(on: day)
    let original = try #require(snapshot.first(Original.self, of: ID(slug: source)))
    #expect(try record.content(original.fact.digest) == Array(bytes.utf8))
    #expect(snapshot.register.name(ID(slug: "practice.a81001")) == "The Surgery")
    #expect(
      snapshot.history(Name.self, of: ID(slug: "practice.a81001")).first?.source.text == source + "#row=4")
    #expect(try figures(record, for: .public) == ["waits 2026-01 A81001": 12])
  }

  @Test("The same file again changes nothing, under whatever name")
  func again() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let text = "sample,2026-01,2026-03-12\nwaits,A81001,12\n"
    #expect(record.importFile(try scratch.write(text, to: "f.csv"), options()).status == .imported)
    let head = try record.head()
    let report = record.importFile(try scratch.write(text, to: "copy.csv"), options())
    #expect(report.status == .unchanged)
    #expect(report.entriesAdded == 0)
    #expect(try record.head() == head)
  }

  @Test("A revised file takes the place of the old, and the changed figures are listed")
  func revised() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let old = try scratch.write(
      "sample,2026-01,2026-03-12\nwaits,A,12\nwaits,B,5\nwaits,C,1\n", to: "old.csv")
    let new = try scratch.write(
      "sample,2026-01,2026-04-09\nwaits,A,12\nwaits,B,6\nwaits,D,2\n", to: "new.csv")
    _ = record.importFile(old, options())
    let report = record.importFile(new, options())
    #expect(report.changedCellsCount == 3)
    func cell(_ unit: String, _ old: Double?, _ new: Double?) -> ImportReport.Cell {
      .init(measure: "waits", period: "2026-01", unit: unit, old: old, new: new)
    }
    #expect(report.changedCells == [cell("B", 5, 6), cell("D", nil, 2), cell("C", 1, nil)])
    #expect(
      try figures(record, for: .public) == [
        "waits 2026-01 A": 12, "waits 2026-01 B": 6, "waits 2026-01 D": 2,
      ])
    // What the record knew before is still known to have been known.
    let before = try record.snapshot(on: day, known: .recorded(by: 2))
    #expect(before.history(Observation.self).map(\.fact.count) == [3])
  }

  @Test("Figures published earlier never take the place of later ones")
  func older() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let new = try scratch.write("sample,2026-01,2026-04-09\nwaits,A,13\n", to: "new.csv")
    let old = try scratch.write("sample,2026-01,2026-03-12\nwaits,A,12\n", to: "old.csv")
    _ = record.importFile(new, options())
    let report = record.importFile(old, options())
    #expect(report.notes.contains { $0.contains("figures published later are known") })
    #expect(try figures(record, for: .public) == ["waits 2026-01 A": 13])
  }

  @Test("What is not an official publication is internal until published")
  func publishing() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let file = try scratch.write(
      "sample,2026-01,2026-03-12\nwaits,A,12\nbody,practice.x,Hidden\n", to: "f.csv")
    let report = record.importFile(file, options([SampleReader(isOfficialPublication: false)]))
    #expect(report.audience == "internal")
    #expect(try figures(record, for: .public).isEmpty)
    #expect(try figures(record, for: .internal).count == 1)
    _ = try record.export(to: scratch.path("x"))
    #expect(try scratch.contents(of: "x").allSatisfy { $0.value.range(of: Data("Hidden".utf8)) == nil })
    #expect(try !record.log().contains { $0.why.contains("sample") })

    let source = try #require(report.source)
    #expect(throws: DeskError.self) { try record.publish("no-such-source", why: "x") }
    let published = try record.publish(source, why: "Agreed in public", under: "none")
    #expect(published.published == report.entriesAdded + 1)
    #expect(try record.log().last?.why == "Agreed in public")
    #expect(try figures(record, for: .public).count == 1)
    _ = try record.export(to: scratch.path("x"))
    #expect(try scratch.contents(of: "x").contains { $0.value.range(of: Data("Hidden".utf8)) != nil })
    let again = try record.publish(source, why: "Again", under: "none")
    #expect(again.transaction == nil)
    #expect(try record.verify().whole)
  }

  @Test("Internal figures stand beside public ones until published, then take their place")
  func besides() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let open = try scratch.write("sample,2026-01,2026-03-12\nwaits,A,12\n", to: "open.csv")
    let closed = try scratch.write("sample,2026-01,2026-04-12\nwaits,A,15\n", to: "closed.csv")
    _ = record.importFile(open, options())
    let report = record.importFile(closed, options(isInternal: true))
    #expect(try figures(record, for: .public) == ["waits 2026-01 A": 12])
    let published = try record.publish(try #require(report.source), why: "checked", under: "none")
    #expect(published.superseded == 1)
    #expect(try figures(record, for: .public) == ["waits 2026-01 A": 15])
    #expect(
      try record.snapshot(on: day, audience: .internal).history(Observation.self).map(\.fact.count) == [1])
  }

  @Test("A public file never names a body that is not public; an internal one may")
  func hiddenBodies() throws {
    let scratch = try Scratch()
    let record = try Record.createEmpty(at: scratch.path("r"), world: testWorld())
    let folder = try Small.write(scratch)
    func add(_ file: String, _ line: String) throws {
      let path = "\(folder)/\(file)"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try (text + line + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
    try add("bodies.tsv", "body-1\t2022-07-01\t\tinternal\tofficial\tsource-a\ticb.hidden\ticb")
    try add("names.tsv", "name-1\t2022-07-01\t\tinternal\tofficial\tsource-a\ticb.hidden\tHidden\tofficial")
    _ = try scratch.write(
      "fact\tfrom\tuntil\taudience\tcertainty\tsource\tsubject\tscheme\tcode\n"
        + "code-1\t2022-07-01\t\tinternal\tofficial\tsource-a\ticb.hidden\tods\tQHH\n"
        + "code-1\t2022-07-01\t\tpublic\tofficial\tsource-a\ticb.west\tods\tQWW\n", to: "small/codes.tsv")
    let plan = try record.apply(text(at: folder), why: "one board is not public yet")
    #expect(plan.findings.isEmpty)

    func trusts(_ codes: [(trust: String, board: String)]) -> String {
      codes.map { "\($0.trust),A NHS TRUST,Y62,\($0.board),,,,,,M1 1AA,20230401" + String(repeating: ",", count: 16) }
        .joined(separator: "\n") + "\n"
    }
    func parents(_ audience: Audience) throws -> [String] {
      try record.snapshot(on: day, audience: audience).all(Relation.self)
        .map { "\($0.fact.subject) \($0.fact.object) \($0.audience)" }.sorted()
    }
    let open = try scratch.write(trusts([("RAA", "QHH"), ("RBB", "QWW")]), to: "open.csv")
    let report = record.importFile(open, options([ODSOrganisations()]))
    #expect(report.status == .imported && report.audience == "public", "\(report)")
    #expect(try parents(.restricted) == ["ods.rbb icb.west public"])
    #expect(report.notes.contains { $0.contains("no board known here") && $0.contains("RAA under QHH") })
    _ = try record.export(to: scratch.path("x"))
    #expect(try scratch.contents(of: "x").allSatisfy { $0.value.range(of: Data("icb.hidden".utf8)) == nil })

    let closed = try scratch.write(trusts([("RCC", "QHH")]), to: "closed.csv")
    #expect(record.importFile(closed, options([ODSOrganisations()], isInternal: true)).status == .imported)
    #expect(try parents(.internal) == ["ods.rbb icb.west public", "ods.rcc icb.hidden internal"])
    #expect(try parents(.public) == ["ods.rbb icb.west public"])
  }

  @Test("What cannot be used is refused with the reason, and nothing changes")
  func refusals() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let head = try record.head()
    let sample = SampleReader()
    var twin = SampleReader()
    twin.isOfficialPublication = false
    let cases: [(name: String, text: String?, readers: [any Reader], status: ImportReport.Status, says: String)] = [
      ("missing.csv", nil, [sample], .blocked, "cannot be opened"),
      ("empty.csv", "", [sample], .refused, "is empty"),
      ("stranger.csv", "a,b,c\n", [sample], .refused, "is of no format that is known"),
      (
        "almost.csv", "almost,2026-01\n", [sample], .refused,
        "comes nearest to sample: the first word is 'almost'"
      ),
      ("bad.csv", "sample,then,2026-03-12\nwaits,A,1\n", [sample], .refused, "the first line has no label"),
      ("nothing.csv", "sample,2026-01,2026-03-12\n", [sample], .refused, "nothing in it can be used"),
      (
        "twins.csv", "sample,2026-01,2026-03-12\nwaits,A,1\n", [sample, twin], .refused,
        "could be sample and sample"
      ),
    ]
    for (name, text, readers, status, says) in cases {
      let path = try text.map { try scratch.write($0, to: name) } ?? scratch.path(name)
      let report = record.importFile(path, options(readers))
      #expect(report.status == status, "\(name)")
      #expect(report.error?.contains(says) == true, "\(name): \(report.error ?? "")")
      #expect(report.entriesAdded == 0)
      #expect(try record.head() == head)
    }
    let unknown = record.importFile(
      try scratch.write("sample,2026-01,2026-03-12\nwaits,A,1\n", to: "f.csv"), options(format: "other"))
    #expect(unknown.error?.contains("no format is called 'other'") == true)
    #expect(record.importFile(scratch.folder, options()).status == .blocked)
  }

  @Test("A file beyond all measure is refused without being read")
  func huge() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let path = try scratch.write("sample,2026-01,2026-03-12\n", to: "huge.csv")
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try handle.truncate(atOffset: 2 << 30)
    try handle.close()
    let report = record.importFile(path, options())
    #expect(report.status == .refused)
    #expect(report.error?.contains("at most") == true)
  }
}
