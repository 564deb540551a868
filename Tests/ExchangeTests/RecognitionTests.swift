import Formats
import Testing
import Vocabulary

@testable import Exchange

@Suite("Files are recognised by their structure")
struct RecognitionTests {
  private static func row(
    _ count: Int = 27, code: String = "R0A", status: String = "", setting: String = "", parent: String = ""
  ) -> String {
    var cells = Array(repeating: "", count: 27)
    cells[0] = code
    cells[1] = "A NHS TRUST"
    (cells[2], cells[3], cells[9], cells[10], cells[12], cells[14], cells[25]) = (
      "Y62", "QOP", "M1 1AA", "20171001", status, parent, setting
    )
    return cells.prefix(count).map { "\"\($0)\"" }.joined(separator: ",")
  }

  @Test(
    "each format by its own reader",
    arguments: [
      (row() + "\n" + row(code: "R0B"), "ods-organisations"),
      (row(code: "A81001", status: "A", setting: "4", parent: "16C"), "ods-organisations"),
      (MappingTests.appointments, "practice-mapping"), (MappingTests.registered, "practice-mapping"),
      (MappingTests.old, "practice-mapping"),
    ])
  func formats(text: String, format: String) throws {
    #expect(try Readers.recognise(.of(text, named: "anything.txt")).format == format)
  }

  @Test(
    "what is not read is told apart",
    arguments: [
      ("", "is an empty file"), ("%PDF-1.7 x", "is a PDF document"),
      ("<!doctype html><html>404", "is a web page"),
      ("\u{1F}x", "is a file of an unknown kind"),
      ("a,b,c\n1,2,3", "is of no format that is known here; its first row is 'a', 'b', 'c'"),
      ("{\"a\": 1}", "is of no format that is known here (a JSON file)"),
      ("GP_CODE,PCN_CODE\nA81001,U00001", "practice-mapping: it lacks the column"),
      (row(26) + "\n" + row(26, code: "R0B"), "has 26 columns where 27 are expected"),
      (row(code: "R0A01", parent: "R0A"), "lists neither NHS trusts (etr) nor prescribing cost centres"),
    ])
  func others(text: String, message: String) throws {
    do {
      let reader = try Readers.recognise(.of(text, named: "f.csv"))
      Issue.record("it was taken for \(reader.format)")
    } catch let error as ImportError {
      #expect(error.message.contains(message), "\(error)")
    }
  }

  @Test("old workbooks and damaged archives are named")
  func binaries() throws {
    let old = try InputFile(
      name: "f.xls", bytes: ByteSource([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]))
    #expect(
      throws: ImportError(
        "f.xls is an old Excel file (.xls) or one with a password: remove its password and save it as .xlsx or CSV"
      )
    ) {
      _ = try Readers.recognise(old)
    }
    let whole = try TestZIP.archive([("a.csv", MappingTests.appointments)])
    let cut = try InputFile(name: "f.zip", bytes: ByteSource(Array(whole.dropLast(30))))
    #expect(throws: ImportError.self) { _ = try Readers.recognise(cut) }
  }

  @Test("a file cut in its last line is refused whole")
  func truncated() throws {
    let text = Self.row() + "\n" + Self.row(code: "R0B") + "\n\"R0C\",\"X"
    #expect(throws: (any Error).self) {
      _ = try ODSOrganisations().read(.of(text), register: Record.shipped.latest)
    }
    let rows = (10..<40).map { Self.row(code: "R\($0)") }
    let short = rows.joined(separator: "\n") + "\n\"R0C\",\"X\""
    #expect(
      throws: ImportError(
        "table.csv ends in the middle of line 31: it was not completely saved; get it again")
    ) {
      _ = try ODSOrganisations().read(.of(short), register: Record.shipped.latest)
    }
  }

  @Test(
    "rows of an ODS file that are not well made are refused",
    arguments: [
      ("R0B,X,Y62,QOP,,,,,,,20171301,,,,,,,,,,,,,,,,", "'20171301' is no date"),
      (
        "R0B,X,Y62,QOP,,,,,,,20180101,20170101,,,,,,,,,,,,,,,", "closes on 2017-01-01 and opens on 2018-01-01"
      ),
      ("R0A,X,Y62,QOP,,,,,,,20170101,,,,,,,,,,,,,,,,", "stands in row=1 already"),
      ("R0B,,Y62,QOP,,,,,,,20170101,,,,,,,,,,,,,,,,", "R0B has no name"),
      ("r 0,X,Y62,QOP,,,,,,,20170101,,,,,,,,,,,,,,,,", "'r 0' is no ODS code"),
      ("R0B,X,Y62,QOP,,,,,,,20170101,,,,,,,,,,,,,,,,,stray", "more than 27 columns"),
      ("QHM,NHS TRUST,Y62,QOP,,,,,,,20170101,,,,,,,,,,,,,,,,", "the code QHM stands for"),
    ])
  func rows(row: String, reason: String) throws {
    var text = Self.row() + "\n" + row
    for number in 10..<40 { text += "\n" + Self.row(code: "R\(number)") }
    let reading = try ODSOrganisations().read(.of(text), register: Record.shipped.latest)
    #expect(reading.refused.count == 1 && reading.refused.first?.row == "row=2")
    #expect(reading.refused.first?.reason.contains(reason) == true, "\(reading.refused)")
  }

  @Test("every published file is recognised by at most one of these readers, and none by mistake")
  func published() throws {
    let expected: [String: String?] = [
      "ods/etr_2025.csv": "ods-organisations", "ods/etr_2026-04.csv": "ods-organisations",
      "ods/epraccur_2022-12.csv": "ods-organisations", "ods/epraccur_2025-09.csv": "ods-organisations",
      "ods/ePCN_2022-2023.xlsx": "ods-primary-care-networks",
      "gp/GPAD_Practice_Level_Mapping_Aug25.csv": "practice-mapping", "gp/PREVALENCE_2021_v2.csv": nil,
      "finance/wp_2025_26.csv": nil, "ref/trust22_stp21.csv": nil,
      "ref/SICBL24_ICB24_NHSER24_ONS_original.csv": nil,
      "perf/CWT_January-2026-Monthly-Combined-Workbook-Provisional.xlsx": nil,
    ]
    let mine: [any Reader] = [ODSOrganisations(), PrimaryCareNetworks(), PracticeMapping()]
    for (name, format) in expected.sorted(by: { $0.key < $1.key }) where RealData.has(name) {
      let file = try RealData.file(name)
      let found = try mine.filter { try $0.recognise(file) == .yes }.map(\.format)
      #expect(found == (format.map { [$0] } ?? []), "\(name)")
      #expect(throws: Never.self, "\(name)") { try PersonalData.check(file) }
    }
  }
}

@Suite("Data about people is kept out")
struct PersonalDataTests {
  @Test(
    "the check of an NHS number",
    arguments: [
      ("9434765919", true), ("943 476 5919", true), ("943-476-5919", true), ("9434765918", false),
      ("943476591", false),
      ("0000000000", false), ("5555555555", false), ("94347659190", false), ("943476591X", false),
      ("", false),
    ])
  func numbers(text: String, isNumber: Bool) { #expect(PersonalData.isNHSNumber(text) == isNumber) }

  @Test(
    "headings",
    arguments: [
      "NHS_Number", "nhsno", "NHS No.", "Patient NHS Number", "NewNHSNo", "DOB", "Date of Birth",
      "date_of_birth",
      "patient dob", "Birth Date", "Year of birth", "BIRTH",
    ])
  func headings(heading: String) throws {
    #expect(PersonalData.isNHSNumber(heading: heading) || PersonalData.isDateOfBirth(heading: heading))
    #expect(throws: ImportError.self) { try PersonalData.check(.of("\(heading),x\n1,2")) }
    #expect(throws: ImportError.self) { try PersonalData.check(.zip([("a/b.csv", "x;\(heading)\n1;2")])) }
    let book = try TestZIP.workbook([
      ("one", [["x"], ["1"]]), ("two", [["a title"], [], ["x", heading], ["1", "2"]]),
    ])
    #expect(throws: ImportError.self) {
      try PersonalData.check(InputFile(name: "b.xlsx", bytes: ByteSource(book)))
    }
    let packed = try ZIPArchivePacking.pack("inner.xlsx", book)
    #expect(throws: ImportError.self) {
      try PersonalData.check(InputFile(name: "b.zip", bytes: ByteSource(packed)))
    }
  }

  @Test(
    "headings that only sound alike",
    arguments: [
      "NHS Trust Number", "Births", "Birth rate", "NHS region", "Number", "Date", "Birmingham", "DOBSON PCN",
      "NHS_NO_CRITERIA",
    ])
  func others(heading: String) throws {
    #expect(throws: Never.self) { try PersonalData.check(.of("\(heading),x\n1,2")) }
  }

  @Test("a column of NHS numbers under any heading, and not a column of other numbers")
  func cells() throws {
    let numbers = ["9434765919", "4010232137", "6328797966", "1234567881", "9876543210", "8888888888"]
      .filter { PersonalData.isNHSNumber($0) }
    #expect(numbers.count >= 3)
    let many: [String] = (0..<12).map { numbers[$0 % numbers.count] }
    let found = try InputFile.of("ref,x\n" + many.map { "\($0),1" }.joined(separator: "\n"))
    #expect(throws: ImportError.self) { try PersonalData.check(found) }
    let phones = (0..<40).map { "16427\(10000 + $0 * 7),1" }
    let other = try InputFile.of("phone,x\n" + phones.joined(separator: "\n"))
    #expect(throws: Never.self) { try PersonalData.check(other) }
  }

  @Test("nothing that was found is repeated")
  func silence() throws {
    do {
      try PersonalData.check(.of("nhs number,x\n9434765919,2"))
      Issue.record("it was not refused")
    } catch let error as ImportError {
      #expect(!error.message.contains("9434765919"))
      #expect(error.message.contains("column 1 is headed as NHS numbers"))
    }
  }
}

enum ZIPArchivePacking {
  static func pack(_ name: String, _ bytes: [UInt8]) throws -> [UInt8] {
    var writer = ZIPWriter()
    try writer.add(name, bytes)
    return writer.finish()
  }
}
