import Chronicle
import Desk
import Foundation
import Register
import Testing
import Vocabulary

@Suite("Comparing and applying a folder")
struct PlanTests {
  private func told(_ plan: Plan) -> [String] {
    plan.steps.map { step in
      let fields = step.row.split(separator: "\t", omittingEmptySubsequences: false)
      return "\(step.sign.rawValue) \(step.file) \(step.subject) \(fields[7])"
    }
  }

  @Test("What is the same is no difference")
  func same() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let plan = try record.diff(text(at: Small.write(scratch)))
    #expect(plan.isEmpty)
    #expect(try record.apply(text(at: Small.write(scratch)), why: "again").transaction == nil)
    #expect(try record.head().transactions == 1)
  }

  @Test("Added, changed and removed rows are told apart")
  func differences() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let names = """
      fact\tfrom\tuntil\taudience\tcertainty\tsource\tsubject\tname\tusage
      name-1\t2022-07-01\t2026-04-01\tpublic\tofficial\tsource-a\ticb.east\tEast\tofficial
      name-1\t2022-07-01\t\tpublic\tofficial\tsource-a\ticb.west\tFar West\talias
      name-1\t2022-07-01\t2027-04-01\tpublic\tofficial\tsource-a\ticb.west\tWest\tofficial

      """
    let folder = try text(at: Small.write(scratch, names: names))
    let plan = try record.diff(folder)
    // A second alias beside the first is no change of it; a name that ends is the same name.
    #expect(
      told(plan) == [
        "+ names.tsv icb.west Far West", "- names.tsv icb.west The West", "~ names.tsv icb.west West",
      ])
    #expect((plan.added, plan.changed, plan.removed) == (1, 1, 1))
    #expect(try record.head().transactions == 1)

    let kept = try record.apply(folder, why: "without pruning")
    #expect(kept.transaction == 2)
    #expect(try told(record.diff(folder)) == ["- names.tsv icb.west The West"])
    let pruned = try record.apply(folder, prune: true, why: "with pruning")
    #expect(pruned.transaction == 3)
    #expect(try record.diff(folder).isEmpty)
    // What was known before is known as it was.
    let then = try record.snapshot(on: day, known: .recorded(by: 1)).register
    #expect(then.name(ID(slug: "icb.west")) == "West")
  }

  @Test("Absence says nothing about files that are not there, nor about what is not public")
  func absence() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let file = try scratch.write(
      "sample,2026-01,2026-03-12\nbody,practice.x,Hidden\nwaits,A,1\n", to: "f.csv")
    _ = record.importFile(file, options(isInternal: true))
    let head = try record.head()
    _ = try scratch.write(Small.names, to: "part/names.tsv")
    let plan = try record.apply(text(at: scratch.path("part")), prune: true, why: "a part")
    #expect(plan.isEmpty)
    #expect(try record.head() == head)
  }

  @Test("Nothing dangles that did not dangle before")
  func dangling() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let relations = """
      fact\tfrom\tuntil\taudience\tcertainty\tsource\tsubject\ttype\tobject\tinstrument\tnote
      relation-1\t2022-07-01\t\tpublic\tofficial\tsource-b\ticb.west\tpart-of\tregion.nowhere\t\t

      """
    _ = try scratch.write(relations, to: "bad/relations.tsv")
    let plan = try record.apply(text(at: scratch.path("bad")), why: "dangling")
    #expect(
      plan.findings.map(\.description) == [
        "relations.tsv:2: there is no body 'region.nowhere': add it to bodies.tsv, or correct the identifier",
        "relations.tsv:2: there is no source 'source-b': add it to sources.tsv",
      ])
    #expect(plan.transaction == nil)
    _ = try scratch.write(
      Small.bodies.split(separator: "\n").filter { !$0.contains("icb.west") }.joined(separator: "\n") + "\n",
      to: "gone/bodies.tsv")
    let gone = try record.apply(text(at: scratch.path("gone")), prune: true, why: "removing")
    #expect(gone.findings.map(\.reason) == ["'icb.west' would be removed while 'icb.west' still names it"])
    #expect(try record.head().transactions == 1)
  }

  @Test(
    "A bad row refuses the folder, with its place and what to do",
    arguments: [
      (
        "names.tsv", "name-1\t2022-07-01\t\tpublic\tofficial\tsource-a\ticb.west\tW\tofficiall",
        "is not one of"
      ),
      ("names.tsv", "name-1\t2022-07-01\t\tpublic\tofficial\tsource-a\ticb.west\tW", "'usage' is missing"),
      (
        "names.tsv", "name-1\t2022-07-01\t\tpublic\tofficial\tsource-a\ticb.west\tW\tshort\tx", "more columns"
      ),
      ("names.tsv", "name-1\t2022-13-01\t\tpublic\tofficial\tsource-a\ticb.west\tW\tshort", "is no period"),
      (
        "names.tsv", "name-1\t2022-07-01\t2022-07-01\tpublic\tofficial\tsource-a\ticb.west\tW\tshort",
        "ends on or before"
      ),
      ("names.tsv", "name-1\t2022-07-01\t\teveryone\tofficial\tsource-a\ticb.west\tW\tshort", "no audience"),
      ("names.tsv", "name-1\t2022-07-01\t\tpublic\tsure\tsource-a\ticb.west\tW\tshort", "no certainty"),
      ("names.tsv", "name-1\t2022-07-01\t\tpublic\tofficial\t\ticb.west\tW\tshort", "names no source"),
      ("names.tsv", "name-1\t2022-07-01\t\tpublic\tofficial\tsource-a\t../etc\tW\tshort", "is no identifier"),
      (
        "names.tsv", "name-1\t2022-07-01\t\tpublic\tofficial\tsource-a\ticb.west\tW\u{1}\tshort",
        "control character"
      ),
      (
        "names.tsv", "name-1\t2022-07-01\t\tpublic\tofficial\tsource-a\ticb.west\tW\\x\tshort",
        "unknown escape"
      ),
      (
        "names.tsv", "name-1\t2022-07-01\t\tpublic\tofficial\tsource-a\ticb.west\tCafe\u{301}\tshort",
        "form C"
      ),
      (
        "names.tsv", "name-1\t2022-07-01\t\tpublic\tofficial\tsource-a\ticb.west\tWest\tofficial",
        "the same row stands in"
      ),
      (
        "names.tsv", "body-1\t2022-07-01\t\tpublic\tofficial\tsource-a\ticb.west\ticb",
        "does not belong in this file"
      ),
      ("names.tsv", "", "an empty line"),
      ("bodies.tsv", "body-1\t2022-07-01\t\tpublic\tofficial\tsource-a\ticb.north\tboard", "is not one of"),
    ])
  func badRows(file: String, row: String, expected: String) throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let path = try Small.write(scratch)
    let good = file == "names.tsv" ? Small.names : Small.bodies
    _ = try scratch.write(good + row + "\n", to: "small/\(file)")
    let plan = try record.apply(text(at: path), why: "bad")
    let finding = try #require(plan.findings.first)
    #expect(finding.file == file)
    #expect(finding.line == good.split(separator: "\n").count + 1)
    #expect(finding.reason.contains(expected), "\(finding.reason)")
    #expect(plan.transaction == nil)
    #expect(try record.head().transactions == 1)
  }

  @Test(
    "A bad file refuses the folder",
    arguments: [
      ("names.tsv", "fact\tfrom\n", "the header must be"),
      ("names.tsv", "", "does not end with a line feed"),
      ("names.tsv", String(Small.names.dropLast()), "does not end with a line feed"),
      ("surnames.tsv", Small.names, "no kind of fact is kept"),
      ("name-1.tsv", Small.names, "no kind of fact is kept"),
      ("redactions.tsv", "fact\n", "belong to one record's journal"),
    ])
  func badFiles(file: String, content: String, expected: String) throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let path = try Small.write(scratch)
    _ = try scratch.write(content, to: "small/\(file)")
    let plan = try record.diff(text(at: path))
    #expect(plan.findings.contains { $0.file == file && $0.reason.contains(expected) }, "\(plan.findings)")
  }

  @Test("Hostile folders are refused before anything is read from elsewhere")
  func hostileFolders() throws {
    let scratch = try Scratch()
    let manager = FileManager.default
    _ = try scratch.write(Small.names, to: "elsewhere.tsv")
    func folder(_ name: String, _ spoil: (String) throws -> Void) throws -> String {
      let path = try Small.write(scratch, name)
      try spoil(path)
      return path
    }
    let cases: [(String, String)] = [
      (
        try folder("link") { path in
          try manager.removeItem(atPath: path + "/names.tsv")
          try manager.createSymbolicLink(
            atPath: path + "/names.tsv", withDestinationPath: scratch.path("elsewhere.tsv"))
        }, "is a link"
      ),
      (
        try folder("linked-blocks") { path in
          try manager.createSymbolicLink(atPath: path + "/blocks", withDestinationPath: scratch.folder)
        }, "is not a folder of its own"
      ),
      (
        try folder("odd-block") { path in
          _ = try scratch.write("unit\n", to: "odd-block/blocks/notes.tsv")
        }, "is not named after a digest"
      ),
      (
        try folder("stranger") { _ in _ = try scratch.write("#!/bin/sh\n", to: "stranger/run.sh") },
        "is no part of a record's text"
      ),
      (
        try folder("both") { _ in _ = try scratch.write("x\n", to: "both/journal.txt") },
        "both a journal and tables"
      ),
      (
        try folder("directory") { path in
          try manager.removeItem(atPath: path + "/names.tsv")
          try manager.createDirectory(atPath: path + "/names.tsv", withIntermediateDirectories: true)
        }, "is a link or no regular file"
      ),
      (
        try folder("pipe") { path in
          try manager.removeItem(atPath: path + "/names.tsv")
          #expect(mkfifo(path + "/names.tsv", 0o600) == 0)
        }, "is a link or no regular file"
      ),
      (scratch.path("nowhere"), "there is no folder"), (scratch.path("elsewhere.tsv"), "is no folder"),
    ]
    for (path, expected) in cases {
      let error = #expect(throws: DeskError.self) { try RecordFolder(at: path) }
      #expect(error?.description.contains(expected) == true, "\(path): \(error?.description ?? "")")
    }
  }

  @Test("Blocks are checked against their digests and against what is said of them")
  func blocks() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let file = try scratch.write("sample,2026-01,2026-03-12\nwaits,A81001,12\n", to: "f.csv")
    _ = record.importFile(file, options())
    _ = try record.export(to: scratch.path("x"))
    let block = try #require(try scratch.contents(of: "x").keys.first { $0.hasPrefix("blocks/") })
    func findings(_ spoil: () throws -> Void) throws -> [String] {
      try spoil()
      defer { try? FileManager.default.removeItem(atPath: scratch.path("empty")) }
      let empty = try Record.createEmpty(at: scratch.path("empty"), world: testWorld())
      let plan = try empty.apply(text(at: scratch.path("x")), why: "spoilt")
      #expect(try empty.head() == .empty)
      return plan.findings.map(\.reason)
    }
    let altered = try findings { _ = try scratch.write("unit\t#value\nA81001\t13\n", to: "x/" + block) }
    #expect(altered == ["the bytes do not have the digest the file is named after"])
    let missing = try findings { try FileManager.default.removeItem(atPath: scratch.path("x/" + block)) }
    #expect(missing.count == 1)
    #expect(missing.first?.contains("neither in blocks/ nor in the record") == true)
    _ = try record.export(to: scratch.path("x"))
    let miscounted = try findings {
      let data = try #require(try scratch.contents(of: "x")["observations.tsv"])
      let text = String(decoding: data, as: UTF8.self)
      _ = try scratch.write(String(text.dropLast(2)) + "9\n", to: "x/observations.tsv")
    }
    #expect(miscounted == ["the block has 1 rows and this says 9"])
  }
}
