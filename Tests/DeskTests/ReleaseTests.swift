import Chronicle
import Desk
import Exchange
import Foundation
import Measures
import Register
import Testing
import Vocabulary

@Suite("Publishing goes through the gate for small numbers")
struct ReleaseTests {
  private static let lines = "sample,2026-01,2026-03-12\nwaits,A,12\nwaits,B,3\nwaits,C,0\nwaits,D,41\n"

  /// A record with an internal table of counts, and the source it came as.
  private func imported(_ scratch: Scratch, _ lines: String = lines) throws -> (Record, String) {
    let record = try Small.record(scratch)
    let file = try scratch.write(lines, to: "counts.csv")
    let report = record.importFile(file, options([SampleReader(isOfficialPublication: false)]))
    return (record, try #require(report.source))
  }

  private func shown(_ record: Record, _ measure: String = "waits", grain: String = "practice") throws -> [String:
    String]
  {
    let held = try record.snapshot(on: day).history(Observation.self, of: ID(slug: measure)).filter {
      $0.fact.grain == grain
    }
    let version = try #require(held.last)
    let block = try record.blocks(version.fact.block)
    let column = try #require(ReleasedColumn(version.fact.column, of: block))
    return Dictionary(
      uniqueKeysWithValues: block.units.indices.map { row in
        (block.units[row], column.marks[row] == .hidden ? "*" : String(Int(column.values[row])))
      })
  }

  @Test("A measure without a rule is not published, and the error says what to do")
  func needsRule() throws {
    let scratch = try Scratch()
    let (record, source) = try imported(scratch)
    let head = try record.head()
    do {
      _ = try record.publish(source, why: "Agreed")
      Issue.record("it was published")
    } catch let error as DeskError {
      #expect("\(error)".contains("No disclosure rule is recorded for the measure 'waits'"), "\(error)")
      #expect("\(error)".contains("--rule") && "\(error)".contains("hes-1-7-round-5"), "\(error)")
    }
    #expect(try record.head() == head)
    #expect(throws: DeskError.self) { try record.publish(source, why: "Agreed", under: "no-such-rule") }
  }

  @Test(
    "Each rule hides and rounds what it says",
    arguments: [
      ("hes-1-7-round-5", ["A": "10", "B": "*", "C": "0", "D": "40"]),
      ("count-under-5", ["A": "12", "B": "*", "C": "0", "D": "41"]),
      ("rate-under-10", ["A": "12", "B": "*", "C": "0", "D": "41"]),
    ])
  func rules(rule: String, expected: [String: String]) throws {
    let scratch = try Scratch()
    let (record, source) = try imported(scratch)
    let report = try record.publish(source, why: "Agreed", under: rule)
    #expect(report.transaction != nil)
    #expect(try shown(record) == expected)
    let release = try #require(try record.snapshot(on: day).history(Release.self, of: ID(slug: "waits")).last)
    #expect(release.fact.rule == rule && release.fact.grain == "practice" && release.fact.count == 4)
    #expect(try record.publish(source, why: "Again", under: rule).transaction == nil)
  }

  @Test("Under 'none' figures become public as they are")
  func none() throws {
    let scratch = try Scratch()
    let (record, source) = try imported(scratch)
    _ = try record.publish(source, why: "Cleared elsewhere", under: "none")
    let version = try #require(try record.snapshot(on: day).history(Observation.self, of: ID(slug: "waits")).last)
    #expect(try record.blocks(version.fact.block).numbers["value"] == [12, 3, 0, 41])
  }

  @Test("Neither the figures, nor their file, nor a digest of either is public; who may see them still does")
  func keptBack() throws {
    let scratch = try Scratch()
    let (record, source) = try imported(scratch)
    _ = try record.publish(source, why: "Agreed", under: "hes-1-7-round-5")
    let inside = try record.snapshot(on: day, audience: .internal)
    let raw = try #require(inside.history(Observation.self, of: ID(slug: "waits")).first { $0.audience == .internal })
    #expect(try record.blocks(raw.fact.block).numbers["value"] == [12, 3, 0, 41])
    let original = try #require(inside.history(Original.self).first { $0.source.text.hasPrefix(source) })

    _ = try record.export(to: scratch.path("x"))
    let files = try scratch.contents(of: "x")
    for (name, data) in files {
      let text = String(decoding: data, as: UTF8.self)
      for secret in [raw.fact.block.hex, original.fact.digest.hex, source, "B\t3"] {
        #expect(!text.contains(secret) && !name.contains(secret), "\(secret) in \(name)")
      }
    }
    #expect(files.keys.contains { $0.hasPrefix("blocks/") })
    #expect(throws: DeskError.self) {
      try record.row(of: try #require(ID<Source>(source)), at: try #require(RowPlace("row=2")), audience: .public)
    }
  }

  @Test("A table of parts hides another where a published total would give the small one away")
  func totals() throws {
    let scratch = try Scratch()
    // West's practices are A, B and C: A and C are small areas of one board here, told by its made area.
    let (record, source) = try imported(scratch, "sample,2026-01,2026-03-12\nwaits,A,30\nwaits,B,3\nwaits,C,20\n")
    _ = try record.makeArea(
      named: "all", of: "practice", codes: ["A", "B", "C"], from: #require(Day("2020-01-01")), audience: .public,
      why: "x")
    _ = try record.publish(source, why: "The whole", under: "count-under-5", on: "made-area.all")
    #expect(try shown(record, grain: "made-area") == ["made-area.all": "53"])
    // The three parts with B alone hidden would give 53 − 30 − 20 = 3 away.
    let report = try record.publish(source, why: "The parts", under: "count-under-5")
    #expect(try shown(record) == ["A": "30", "B": "*", "C": "*"])
    #expect(report.hidden.count == 1)
  }

  @Test(
    "An area whose figure differs from a published one by fewer than the threshold is refused, whichever comes first")
  func areas() throws {
    let lines = "sample,2026-01,2026-03-12\nwaits,A,30\nwaits,B,3\nwaits,C,20\nwaits,D,9\n"
    for order in [["town", "town-and-street"], ["town-and-street", "town"]] {
      let scratch = try Scratch()
      let (record, source) = try imported(scratch, lines)
      let from = try #require(Day("2020-01-01"))
      for (name, codes) in [
        ("town", ["A", "C"]), ("town-and-street", ["A", "B", "C"]), ("wide", ["A", "B", "C", "D"]),
      ] {
        _ = try record.makeArea(named: name, of: "practice", codes: codes, from: from, audience: .public, why: "x")
      }
      _ = try record.publish(source, why: "x", under: "hes-1-7-round-5", on: "made-area.\(order[0])")
      let head = try record.head()
      do {
        _ = try record.publish(source, why: "x", under: "hes-1-7-round-5", on: "made-area.\(order[1])")
        Issue.record("it was published")
      } catch let error as DeskError {
        #expect("\(error)".contains("would leave a count of fewer than 8"), "\(error)")
        #expect(!"\(error)".contains("53") && !"\(error)".contains("50"), "\(error)")
      }
      #expect(try record.head() == head)
      // D and B together are twelve: that is no small number, unless the two differ by D's nine alone.
      if order[0] == "town" {
        _ = try record.publish(source, why: "x", under: "hes-1-7-round-5", on: "made-area.wide")
        #expect(try shown(record, grain: "made-area") == ["made-area.town": "50", "made-area.wide": "60"])
      }
    }
  }

  @Test("What does not add up, and what is no whole number, does not go through")
  func notCounts() throws {
    let scratch = try Scratch()
    let (record, source) = try imported(scratch, "sample,2026-01,2026-03-12\nwaits,A,12.5\n")
    #expect(throws: DeskError.self) { try record.publish(source, why: "x", under: "count-under-5") }
    #expect(try record.snapshot(on: day).history(Observation.self).map(\.entry) == [])
  }

  @Test("The other doors are shut too: a public file and a folder to apply are refused with the unit's code")
  func otherDoors() throws {
    let scratch = try Scratch()
    let (record, source) = try imported(scratch)
    _ = try record.publish(source, why: "Agreed", under: "hes-1-7-round-5")
    let open = try scratch.write("sample,2026-02,2026-04-12\nwaits,A,12\nwaits,B,3\n", to: "open.csv")
    let report = record.importFile(open, options())
    #expect(report.status == .refused)
    #expect(report.error?.contains("import them with --internal") == true, "\(report.error ?? "")")

    let folder = scratch.path("x")
    _ = try record.export(to: folder)
    #expect(try record.apply(text(at: folder), why: "x").findings.isEmpty)
    let blocks = try scratch.contents(of: "x/blocks")
    for (name, data) in blocks {
      let forged = String(decoding: data, as: UTF8.self).replacing("B\t\t*", with: "B\t3\tshown")
      let digest = Digest(of: Array(forged.utf8))
      _ = try scratch.write(forged, to: "x/blocks/\(digest.hex).tsv")
      for file in ["observations.tsv", "releases.tsv"] {
        let path = "\(folder)/\(file)"
        let rows = try String(contentsOfFile: path, encoding: .utf8)
        try rows.replacing(String(name.dropLast(4)), with: digest.hex).write(
          toFile: path, atomically: true, encoding: .utf8)
      }
    }
    let findings = try record.apply(text(at: folder), why: "x").findings
    #expect(findings.contains { $0.reason.contains("the figure of B is one the rule hides") }, "\(findings)")
  }
}
