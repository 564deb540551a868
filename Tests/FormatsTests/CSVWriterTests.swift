import Formats
import Testing

@Suite("A text table is written so that people and programs can trust it")
struct CSVWriterTests {
  static func written(_ rows: [[String]], guarding: CSVWriter.Guarding = .on) -> String {
    var writer = CSVWriter(lineEnd: .lf, guarding: guarding)
    for row in rows { writer.row(row) }
    return writer.description
  }

  @Test(
    "a field is quoted only when it must be",
    arguments: [
      ("plain", "plain"), ("two words", "two words"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
      ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""), (" a ", " a "), ("é", "é"), ("#N/A", "#N/A"),
    ])
  func quoting(_ text: String, _ expected: String) {
    #expect(Self.written([[text, "z"]]) == expected + ",z\n")
  }

  @Test(
    "text that would run as a formula is disarmed",
    arguments: [
      ("=1+1", "'=1+1"), ("+44 20", "'+44 20"), ("-5", "'-5"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
      ("\r=x", "\"'\r=x\""), ("=HYPERLINK(\"a\",\"b\")", "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\""),
      ("a=1", "a=1"),
    ])
  func guarding(_ text: String, _ expected: String) {
    #expect(Self.written([[text, "z"]]) == expected + ",z\n")
  }

  @Test("numbers written as numbers are left alone") func numbers() {
    var writer = CSVWriter(lineEnd: .lf)
    writer.number(-5)
    writer.number(-0.25)
    writer.number(3.0)
    writer.number(Double.nan)
    writer.number(0.1 + 0.2)
    writer.endRow()
    #expect(writer.description == "-5,-0.25,3,,0.30000000000000004\n")
  }

  @Test("lines end with CRLF unless told") func lineEnds() {
    var writer = CSVWriter()
    writer.row(["a", "b"])
    #expect(writer.drain() == Array("a,b\r\n".utf8))
    #expect(writer.bytes.isEmpty)
  }

  @Test("a record of one empty field is not a blank line") func oneEmptyField() {
    #expect(Self.written([[""], ["", ""]]) == "\"\"\n,\n")
  }

  @Test("what is written unguarded reads back the same", arguments: 0..<200 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var random = Seeded(seed)
    let alphabet = [
      "a", "Z", "0", "\"", ",", "\n", "\r", "\r\n", " ", "=", "-", "é", "€", "😀", ";", "\t", "'",
    ]
    let rows = (0..<Int.random(in: 0...20, using: &random)).map { _ in
      (0..<Int.random(in: 1...6, using: &random)).map { _ in
        (0..<Int.random(in: 0...8, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "" }
          .joined()
      }
    }
    for lineEnd in [CSVWriter.LineEnd.lf, .crlf] {
      var writer = CSVWriter(lineEnd: lineEnd, guarding: .off)
      for row in rows { writer.row(row) }
      let back = try records(writer.bytes, pieces: Int.random(in: 1...64, using: &random))
      #expect(back.elementsEqual(rows) { $0.elementsEqual($1) { Array($0.utf8) == Array($1.utf8) } })
    }
  }
}
