import Testing

@testable import Commands

@Suite("Tables")
struct TableTests {
  private var table: Table {
    var table = Table([.init("Name", mayBeCut: true), .init("Count of it", isNumber: true)])
    table.rows = [["=HYPERLINK(1)", "12"], ["Café 東京", "1234.5"], ["a,\"b\"", ""]]
    return table
  }

  @Test("For people, columns line up by what is seen, not by bytes")
  func text() {
    #expect(
      table.text() == """
        Name           Count of it
        ─────────────  ───────────
        =HYPERLINK(1)           12
        Café 東京           1234.5
        a,"b"

        """)
  }

  @Test("What does not fit the terminal is cut, and only where it may be")
  func cut() {
    var table = Table([.init("Name", mayBeCut: true), .init("Digest")])
    table.rows = [["a very long name indeed", "0123456789abcdef"]]
    #expect(
      table.text(width: 32) == """
        Name            Digest
        ──────────────  ────────────────
        a very long n…  0123456789abcdef

        """)
  }

  @Test("For programs, text that a spreadsheet would run is guarded, and numbers are numbers")
  func csv() {
    #expect(
      table.csv == "name,count_of_it\r\n'=HYPERLINK(1),12\r\nCafé 東京,1234.5\r\n\"a,\"\"b\"\"\",\r\n")
  }

  @Test("Control characters from a file never reach the screen")
  func control() {
    var table = Table([.init("Name")])
    table.rows = [["red\u{1B}[31m"]]
    #expect(!table.text().contains("\u{1B}"))
  }

  @Test("No rows are said in words")
  func nothing() {
    #expect(Table([.init("Name")], nothing: "There are none.").text() == "There are none.\n")
  }

  @Test(
    "Widths", arguments: [("abc", 3), ("é", 1), ("e\u{301}", 1), ("東京", 4), ("👩‍⚕️", 2), ("", 0)])
  func widths(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }
}
