import Chronicle
import Desk
import Exchange
import Formats
import Measures
import Register
import Testing
import Vocabulary

/// Reads one line, `form,BODY,KIND,FORM`: a file that says what a body is in law.
private struct FormReader: Reader {
  let format = "forms"
  let isOfficialPublication = true
  let summary = "a format for tests"
  let measures: [MeasureDefinition] = []

  func recognise(_ file: InputFile) throws -> Recognition { .yes }

  func read(_ file: InputFile, register: Register) throws -> Reading {
    let text = String(decoding: try file.bytes.read(at: 0, count: file.bytes.size), as: UTF8.self)
    var reading = Reading(title: "Forms", publisher: "A publisher", published: Moment("2026"))
    for (index, line) in text.split(separator: "\n").enumerated() {
      let cells = line.split(separator: ",").map(String.init)
      let body = ID<Body>(slug: cells[0])
      let place = SourceReference(nil, at: "row=\(index + 1)")
      if let kind = BodyKind(rawValue: cells[1]) {
        reading.statements.append(Statement(Body(body, kind), .always, source: place))
      }
      if let form = LegalForm(rawValue: cells[2]) {
        reading.statements.append(Statement(LegalStatus(body, form), .always, source: place))
      }
      reading.rowsRead += 1
    }
    return reading
  }
}

@Suite("Legal forms as facts enter")
struct LegalFormGuardTests {
  private static let formHeader = "fact\tfrom\tuntil\taudience\tcertainty\tsource\tsubject\tform\n"
  private static let bodyHeader = "fact\tfrom\tuntil\taudience\tcertainty\tsource\tsubject\tkind\n"

  private func body(_ id: String, _ kind: String, until: String = "") -> String {
    "body-1\t2020-01-01\t\(until)\tpublic\tofficial\tsource-a\t\(id)\t\(kind)\n"
  }
  private func form(_ id: String, _ form: String, from: String = "2020-01-01") -> String {
    "legal-form-1\t\(from)\t\tpublic\tofficial\tsource-a\t\(id)\t\(form)\n"
  }

  @Test(
    "A folder that makes a person in law of what is none is refused, with file and line",
    arguments: [
      ("icp", "statutory-corporation"), ("place-partnership", "company"), ("icb-cluster", "nhs-trust"),
      ("provider-collaborative", "cic"), ("contract-designation", "company"), ("ics", "statutory-corporation"),
    ])
  func folders(kind: String, bad: String) throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    _ = try scratch.write(LegalFormGuardTests.bodyHeader + body("x.new", kind), to: "f/bodies.tsv")
    let forms = LegalFormGuardTests.formHeader + form("icb.west", "statutory-corporation") + form("x.new", bad)
    _ = try scratch.write(forms, to: "f/legal-forms.tsv")
    let plan = try record.apply(text(at: scratch.path("f")), why: "a person of none")
    let finding = try #require(plan.findings.first)
    #expect(plan.findings.count == 1 && finding.file == "legal-forms.tsv" && finding.line == 3)
    #expect(finding.reason.hasPrefix("'x.new': no ") && finding.reason.contains("is a person in law"))
    #expect(plan.transaction == nil)
    #expect(try record.head().transactions == 1)
    let corrected = forms.replacing("x.new\t\(bad)", with: "x.new\tnone")
    _ = try scratch.write(corrected, to: "f/legal-forms.tsv")
    #expect(try record.apply(text(at: scratch.path("f")), why: "corrected").transaction == 2)
  }

  @Test("A body that already has a legal person's form does not become a partnership")
  func newKind() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    _ = try scratch.write(
      LegalFormGuardTests.formHeader + form("icb.west", "statutory-corporation", from: "2022-07-01"),
      to: "f/legal-forms.tsv")
    #expect(try record.apply(text(at: scratch.path("f")), why: "a form").transaction == 2)
    _ = try scratch.write(Small.bodies.replacing("icb.west\ticb", with: "icb.west\ticp"), to: "g/bodies.tsv")
    let plan = try record.apply(text(at: scratch.path("g")), why: "another kind")
    #expect(plan.findings.map { "\($0.file):\($0.line ?? 0)" } == ["bodies.tsv:3"])
    // What it was in law at another time says nothing against what it is now.
    _ = try scratch.write(
      LegalFormGuardTests.bodyHeader + body("x.old", "icp", until: "2021-01-01"), to: "h/bodies.tsv")
    _ = try scratch.write(
      LegalFormGuardTests.formHeader + form("x.old", "company", from: "2021-01-01"), to: "h/legal-forms.tsv")
    #expect(try record.apply(text(at: scratch.path("h")), why: "one after the other").findings.isEmpty)
  }

  @Test("A file that does so is refused as a whole, with its row")
  func files() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let file = try scratch.write(
      "practice.a,general-practice,contractor-practice\niho.dudley,contract-designation,company\n", to: "forms.csv")
    let report = record.importFile(file, options([FormReader()]))
    #expect(report.status == .refused)
    #expect(
      report.error?.hasPrefix("forms.csv, row 2: 'iho.dudley': no contract designation is a person in law") == true)
    #expect(try record.head().transactions == 1)
    let good = try scratch.write("iho.dudley,contract-designation,contract-designation\n", to: "good.csv")
    #expect(record.importFile(good, options([FormReader()])).status == .imported)
  }
}
