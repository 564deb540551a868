import Formats
import Testing

/// All records of a text, header off.
func records(
  _ bytes: [UInt8], pieces: Int = 1 << 20, dialect: CSVDialect = .headerless,
  limits: CSVReader.Limits = .init()
) throws -> [[String]] {
  var reader = try CSVReader(.pieces(bytes, of: pieces), dialect: dialect, limits: limits)
  var all: [[String]] = []
  while let row = try reader.next() { all.append(row.texts) }
  return all
}

@Suite("A text table is read as RFC 4180 says, and forgiven where that is safe")
struct CSVReaderTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let text: String
    let rows: [[String]]
    init(_ name: String, _ text: String, _ rows: [[String]]) {
      (self.name, self.text, self.rows) = (name, text, rows)
    }
    var testDescription: String { name }
  }

  static let cases = [
    Case("nothing has no records", "", []),
    Case("lines may end with LF", "a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    Case("lines may end with CRLF", "a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
    Case("lines may end with CR", "a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
    Case("the last line may end without a line end", "a,b\nc,d", [["a", "b"], ["c", "d"]]),
    Case("the last field may be empty at the end of the file", "a,b\nc,", [["a", "b"], ["c", ""]]),
    Case("empty fields are kept", ",,\n", [["", "", ""]]),
    Case("a field may be quoted", "\"a\",\"b\"\n", [["a", "b"]]),
    Case("a quoted field may hold a comma", "\"Leeds, York\",b\n", [["Leeds, York", "b"]]),
    Case("a quoted field may hold line ends", "\"a\r\nb\nc\",d\n", [["a\r\nb\nc", "d"]]),
    Case("a doubled quote is a quote", "\"a \"\"b\"\" c\",\"\"\"\"\n", [["a \"b\" c", "\""]]),
    Case("a quoted empty field is empty", "\"\",\"\"\n", [["", ""]]),
    Case("a line of one quoted empty field is not blank", "\"\"\n", [[""]]),
    Case("a quote inside an unquoted field is itself", "6\" pipe,b\n", [["6\" pipe", "b"]]),
    Case("blank lines are passed over", "\n\na\n\r\n\nb\n\n", [["a"], ["b"]]),
    Case("spaces are kept", " a , b \n", [[" a ", " b "]]),
    Case("a byte order mark is not text", "\u{FEFF}a,b\n", [["a", "b"]]),
    Case("a byte order mark may stand before a quote", "\u{FEFF}\"a\",b\n", [["a", "b"]]),
    Case("a byte order mark alone is an empty table", "\u{FEFF}", []),
    Case("ragged records are handed over", "a,b\nc\nd,e,f\n", [["a", "b"], ["c"], ["d", "e", "f"]]),
    Case("text beyond ASCII is kept", "Ynys Môn,Añ,€,😀\n", [["Ynys Môn", "Añ", "€", "😀"]]),
    Case("the literal #N/A is text", "NONC,#N/A\n", [["NONC", "#N/A"]]),
    Case("leading zeros are kept", "01F,06H,007\n", [["01F", "06H", "007"]]),
    Case("a quoted last field may end the file", "a,\"b\"", [["a", "b"]]),
  ]

  @Test(arguments: cases) func reads(_ example: Case) throws {
    #expect(try records(Array(example.text.utf8)) == example.rows)
  }

  @Test("wherever the stream happens to be cut, the records are the same", arguments: cases, [1, 2, 3, 5])
  func isIndependentOfBoundaries(_ example: Case, _ size: Int) throws {
    #expect(try records(Array(example.text.utf8), pieces: size) == example.rows)
  }

  @Test(
    "a row knows its number and its line, counting line ends inside quotes and blank lines",
    arguments: [1, 2, 99])
  func numbers(pieces: Int) throws {
    let text = "h1,h2\r\n\"a\r\nb\",1\r\n\r\n\"c\rd\ne\",2\nlast,3"
    var reader = try CSVReader(.pieces(Array(text.utf8), of: pieces))
    #expect(reader.columns == ["h1", "h2"])
    var places: [[Int]] = []
    while let row = try reader.next() { places.append([row.number, row.line]) }
    #expect(places == [[1, 2], [2, 5], [3, 8]])
    #expect(reader.blankLines == 1)
  }

  @Test("a row stays what it is after the reader has moved on") func rowsAreValues() throws {
    var reader = try CSVReader(ByteStream("a,b\n1,2\n333,444\n5,6\n"))
    var kept: [CSVRow] = []
    while let row = try reader.next() { kept.append(row) }
    #expect(kept.map(\.texts) == [["1", "2"], ["333", "444"], ["5", "6"]])
  }

  @Test("a column the record does not have is empty and has no number") func shortRecords() throws {
    var reader = try CSVReader(ByteStream("a,b\n1\n"))
    let row = try #require(try reader.next())
    #expect(row[1] == "" && row[-1] == "" && row.int(1) == nil && row.double(7) == nil && row.isEmpty(1))
    #expect(
      failure { try row.requireColumns(2) }?.description
        == "line 2, row 1: this record has 1 fields where 2 are expected. "
        + "Look for missing columns, or a line that was cut.")
  }

  @Test("a column is found by its exact name, once") func columns() throws {
    let reader = try CSVReader(ByteStream("code,name,name\n", name: "trusts.csv"))
    #expect(try reader.column("code") == 0)
    let missing = #expect(throws: FormatError.self) { try reader.column("Code") }
    #expect(
      missing?.description == "trusts.csv, line 1: there is no column “Code”. "
        + "The columns are: “code”, “name”, “name”.")
    let twice = #expect(throws: FormatError.self) { try reader.column("name") }
    #expect(twice?.problem == "two columns are called “name”")
  }

  @Test(
    "whole numbers are read without making a string",
    arguments: [
      ("0", 0), ("7", 7), ("-12", -12), ("+5", 5), ("007", 7), ("9223372036854775807", Int.max),
      ("-9223372036854775808", Int.min), ("9223372036854775808", nil), ("", nil), ("-", nil), ("1.0", nil),
      (" 1", nil), ("1,000", nil), ("1e3", nil), ("n/a", nil), ("٣", nil),
    ] as [(String, Int?)])
  func wholeNumbers(_ text: String, _ value: Int?) throws {
    var reader = try CSVReader(ByteStream("\"\(text)\",x\n"), dialect: .headerless)
    #expect(try reader.next()?.int(0) == value)
  }

  @Test(
    "decimal numbers are correctly rounded, and only decimal numbers",
    arguments: [
      ("0.1", 0.1), ("-2.5", -2.5), ("53.6934789851597", 53.6934789851597), ("1e3", 1000), ("1.5E-7", 1.5e-7),
      ("123456789012345678901234567890", 1.2345678901234568e29), (".5", 0.5), ("5.", 5),
      ("0.30000000000000004", 0.30000000000000004), ("9007199254740993", 9007199254740992), ("", nil),
      (".", nil),
      ("nan", nil), ("inf", nil), ("0x10", nil), ("1e", nil), ("1e+", nil), ("1e999", nil), ("1_000", nil),
      ("1 ", nil),
    ] as [(String, Double?)])
  func decimalNumbers(_ text: String, _ value: Double?) throws {
    var reader = try CSVReader(ByteStream("\"\(text)\",x\n"), dialect: .headerless)
    #expect(try reader.next()?.double(0) == value)
  }

  @Test("fields can be compared without making a string") func matching() throws {
    var reader = try CSVReader(ByteStream("QHL,b\n"), dialect: .headerless)
    let row = try #require(try reader.next())
    #expect(row.matches(0, "QHL") && !row.matches(0, "QH") && !row.matches(0, "QHLX") && row.matches(9, ""))
    let sum: Int = row.withBytes(0) { bytes in bytes.reduce(0) { total, byte in total + Int(byte) } }
    #expect(sum == 81 + 72 + 76)
  }

  @Test("Windows-1252 is read only when told") func windows() throws {
    let bytes: [UInt8] = [0x80, 0x2C, 0x93, 0xE9, 0x94, 0x2C, 0x61, 0x0A]
    #expect(
      try records(bytes, dialect: CSVDialect(header: .none, encoding: .windows1252)) == [["€", "“é”", "a"]])
    #expect(failure { _ = try records(bytes) }?.kind == .encoding)
  }

  @Test("another delimiter is used only when told") func delimiters() throws {
    #expect(
      try records(Array("a;b,c\n".utf8), dialect: CSVDialect(delimiter: ";", header: .none)) == [
        ["a", "b,c"]
      ])
    #expect(
      try records(Array("a\t\"b\tc\"\n".utf8), dialect: CSVDialect(delimiter: "\t", header: .none)) == [
        ["a", "b\tc"]
      ])
  }

  struct Refusal: CustomTestStringConvertible {
    let bytes: [UInt8]
    let message: String
    init(_ text: String, _ message: String) { (bytes, self.message) = (Array(text.utf8), message) }
    init(bytes: [UInt8], _ message: String) { (self.bytes, self.message) = (bytes, message) }
    var testDescription: String { message }
  }

  static let refusals = [
    Refusal(
      "a,b\nc,\"d\ne,f\n",
      "data, line 2, column 2: a quoted field opens here and never closes. "
        + "Add the missing quote, or double a quote inside it."),
    Refusal(
      "a,\"b\" ,c\n",
      "data, line 1, column 2: there is text after the closing quote of a field. "
        + "Double any quote inside a quoted field, and leave nothing between a quote and the separator."),
    Refusal(
      "a,b\nc,d\0\n",
      "data, line 2, column 2: there is a NUL byte in the text. "
        + "The file is damaged, or is not text; get it again from its publisher."),
    Refusal(
      "a,b\n\"c\n\0\",d\n",
      "data, line 3, column 1: there is a NUL byte in the text. "
        + "The file is damaged, or is not text; get it again from its publisher."),
    Refusal(
      bytes: [0x61, 0x0A, 0x62, 0x2C, 0xE9, 0x0A],
      "data, line 2, column 2: the text is not UTF-8. "
        + "Save it again as “CSV UTF-8”, or say that it is Windows-1252."),
    Refusal(
      bytes: [0xFF, 0xFE, 0x61, 0x00],
      "data, line 1: the text is UTF-16. Save it again as “CSV UTF-8”."),
    Refusal(
      "a,b,c,d,e,f,g,h,i\n",
      "data, line 1: a record has more than 8 columns. Look for a missing line end, or raise the limit."),
    Refusal(
      "a\n" + String(repeating: "x", count: 31),
      "data, line 2, column 1: a field is longer than 30 bytes. Look for a quote that is never closed."),
    Refusal(
      "a\n\"" + String(repeating: "x\n", count: 40),
      "data, line 2, column 1: a quoted field that opens here is longer than 30 bytes. "
        + "Look for a quote that is never closed."),
    Refusal(
      "a,bbbbbbbbbbbbbbbbbbbb,ccccccccccccccccccccccccccccc,dddddddddddddddddddddddd\n",
      "data, line 1: a record is longer than 60 bytes. "
        + "Look for a missing line end or a quote that is never closed."),
    Refusal(
      "1\n2\n3\n4\n5\n6\n",
      "data, line 6: there are more than 5 records. Check that this is the right file, or raise the limit."),
  ]

  @Test("what cannot be trusted is refused with its line and what to do", arguments: refusals)
  func refuses(_ example: Refusal) {
    var limits = CSVReader.Limits()
    (limits.columns, limits.fieldBytes, limits.recordBytes, limits.rows) = (8, 30, 60, 5)
    for pieces in [1, 7, 1000] {
      #expect(
        failure { _ = try records(example.bytes, pieces: pieces, limits: limits) }?.description
          == example.message)
    }
  }

  @Test("an empty file has no header") func empty() {
    #expect(
      failure { _ = try CSVReader(ByteStream("", name: "a.csv")) }?.description
        == "a.csv: the table has no header and no data. Check that the file was completely saved.")
  }

  @Test("a file beyond the byte limit is left alone after that many bytes") func totalBytes() throws {
    var limits = CSVReader.Limits()
    limits.totalBytes = 1 << 20
    let line = Array("abc,def\n".utf8)
    let endless = ByteStream(name: "endless.csv") { (buffer) throws(FormatError) -> Int in
      for index in 0..<buffer.count { buffer[index] = line[index % 8] }
      return buffer.count / 8 * 8
    }
    var reader = try CSVReader(endless, limits: limits)
    let error = #expect(throws: FormatError.self) { while try reader.next() != nil {} }
    #expect(error?.problem == "the table is larger than 1048576 bytes")
  }
}
