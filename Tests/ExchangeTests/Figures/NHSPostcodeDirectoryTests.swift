import Chronicle
import Testing
import Vocabulary

@testable import Exchange

@Suite("The NHS Postcode Directory, which has no headings")
struct NHSPostcodeDirectoryTests {
  let reader = PostcodeDirectoryReader()

  /// A row in the places of the record specification.
  static func row(
    _ width: Int, _ postcode: String, _ written: String, ended: String = "", country: String = "E92000001",
    district: String = "E07000214", areas: [String] = ["E00155000", "E01030757", "E02006448"]
  ) -> [String] {
    var cells = Array(repeating: "", count: width)
    cells[0] = postcode
    cells[1] = written
    (cells[2], cells[3], cells[4], cells[5]) = ("198001", ended, "04870", "01590")
    (cells[6], cells[7], cells[8], cells[9], cells[10], cells[11]) = (
      "E10000030", "805", district, "E05015432", "0", "1"
    )
    (cells[12], cells[13], cells[14], cells[16], cells[17]) = (country, "Q82", "E12000008", "Y59", "92A")
    (cells[36], cells[37]) = ("487012", "0159034")
    for (at, area) in areas.enumerated() {
      cells[38 + at] = area
      if width == 49 { cells[46 + at] = area }
    }
    return cells
  }

  static func rows(_ width: Int) -> [[String]] {
    [
      row(width, "GU16 7UJ", "GU16 7UJ"),
      row(
        width, "B1   1AA", "B1 1AA", district: "E08000025", areas: ["E00175000", "E01033620", "E02006899"]),
      row(
        width, "B1   1AB", "B1 1AB", ended: "202506", district: "E08000025",
        areas: ["E00175000", "E01033620", "E02006899"]),
      row(
        width, "CF10 1AA", "CF10 1AA", country: "W92000004", district: "W06000015",
        areas: ["W00009900", "W01001939", "W02000384"]),
      row(width, "JE1  1AA", "JE1 1AA", country: "L93000001", district: "L99999999", areas: ["", "", ""]),
    ]
  }

  static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map { "\"\($0)\"" }.joined(separator: ",") }.joined(separator: "\r\n") + "\r\n"
  }

  static func text(_ width: Int) -> String { text(rows(width)) }

  @Test("both known widths give the live postcodes of England", arguments: [(49, "lsoa21"), (43, "lsoa11")])
  func widths(_ width: Int, _ areas: String) throws {
    let text = Self.text(width)
    #expect(try reader.recognise(.text(text, name: "anything.txt")) == .yes)
    #expect(try Readers.recognise(.text(text)).format == "postcode-directory")
    let reading = try outcome(reader, text).get()
    let lookup = try #require(reading.lookups.first)
    #expect(lookup.id.text == "lookup.postcode.\(areas)" && lookup.scheme == areas)
    #expect(lookup.from.description == "2025-06-01")
    #expect(lookup.block.units == ["B1 1AA", "GU16 7UJ"])
    #expect(lookup.block.texts["code"] == ["E01033620", "E01030757"])
    #expect(lookup.block.numbers["row"] == [2, 1])
    #expect(reading.rowsRead == 5 && reading.refused.isEmpty)
  }

  @Test("zipped it is the same")
  func zipped() throws {
    let file = try InputFile.zip([("gridall.csv", Self.text(49))])
    #expect(try reader.recognise(file) == .yes)
    #expect(try reader.read(file, register: .blank).lookups.first?.block.count == 2)
  }

  @Test(
    "another width, and columns that stand elsewhere, are refused with the reason",
    arguments: [
      (text(rows(49).map { $0 + [""] }), "has 50 columns"),
      (text(rows(49).map { Array($0.dropLast(3)) }), "has 46 columns"),
      (text(rows(49).map { [$0[1]] + $0.dropFirst() }), "first in eight places"),
      (text(rows(49).map { Array($0[..<4]) + ["x"] + $0[4..<48] }), "column 5 is 'x', where a grid reference stands"),
      (text(rows(49).map { Array($0[..<6]) + [""] + $0[6..<48] }), "column 13 is '1', where the code of a country"),
      (
        text(rows(49).map { Array($0[..<38]) + [$0[39], $0[38]] + $0[40...] }),
        "column 39 is 'E01030757', where the code of an area of a census (E00…) stands"
      ),
      (
        text(rows(49).map { Array($0[..<46]) + [$0[47], $0[46], $0[48]] }),
        "column 47 is 'E01030757', where the code of an area of a census (E00…) stands"
      ),
      (text(rows(49).map { Array($0[..<2]) + ["1 January"] + $0[3...] }), "where the month a postcode begins stands"),
    ])
  func shifted(_ text: String, _ reason: String) throws {
    guard case .almost(let why) = try reader.recognise(.text(text)) else {
      Issue.record("it should be almost a directory")
      return
    }
    #expect(why.contains(reason), "\(why)")
  }

  @Test("a row that shifts further down refuses the row, and many of them the file")
  func shiftedFurtherDown() throws {
    var rows = (0..<120).map { number in
      let (hundreds, rest) = (number / 100, number % 100)
      let inward = "\(hundreds)\(Self.letter(rest / 20))\(Self.letter(rest % 20))"
      return Self.row(49, "GU16 \(inward)", "GU16 \(inward)")
    }
    rows[110][12] = "1"
    let reading = try outcome(reader, Self.text(rows)).get()
    #expect(reading.refused == [.init(row: "line 111", reason: "column 13 is '1', where the code of a country stands")])
    #expect(reading.lookups.first?.block.count == 119)
    for number in 101..<120 { rows[number][12] = "1" }
    #expect(try outcome(reader, Self.text(rows)).refusal.contains("too many to trust the rest"))
  }

  private static func letter(_ number: Int) -> String { Array("ABDEFGHJLNPQRSTUWXYZ").map(String.init)[number] }
}
