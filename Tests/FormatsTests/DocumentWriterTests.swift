import Testing

@testable import Formats

@Suite("A document of words has a structure that programs and people can follow")
struct DocumentWriterTests {
  static let image = try? PNGWriter.bytes(width: 2, height: 1, rgba: [255, 0, 0, 255, 0, 0, 255, 255])

  static func document(_ blocks: [TextDocument.Block]) throws -> TextDocument {
    TextDocument(properties: try Pack.properties(), blocks: blocks)
  }

  static func whole() throws -> TextDocument {
    let png = try #require(image)
    return try document([
      .heading(.one, "Performance"), .heading(.two, "Waits"), .heading(.three, "Long waits"),
      .paragraph([
        .plain("See "), .bold("the figures"), .italic(" of June "),
        .link("at NHS England", to: "https://www.england.nhs.uk/statistics/?a=1&b=2"),
      ]),
      .bullets([[.plain("one")], [.plain("two")]]),
      .table(
        .init(caption: "Waits", headings: ["Provider", "Waiting"], rows: [["A", "12"], ["B", "[c]"]], figures: [1])),
      .image(
        .init(
          png: png, svg: Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8), alternative: "Waits fell", width: 80
        )),
      .heading(.one, "Money"),
    ])
  }

  static let body = "word/document.xml"

  @Test("the styles are the ones that Word builds in") func styles() throws {
    let parts = try OfficeParts(try DocumentWriter.bytes(of: try Self.whole()))
    let used = try parts.attributes("val", of: "pStyle", in: Self.body).compactMap(\.first).compactMap { $0 }
    #expect(
      used == ["Title", "Heading1", "Heading2", "Heading3", "ListBullet", "ListBullet", "Caption", "Heading1"])
    let ids = try parts.attributes("styleId", of: "style", in: "word/styles.xml").compactMap(\.first).compactMap { $0 }
    #expect(Set(used).union(["TableGrid", "Hyperlink", "Normal"]).isSubset(of: Set(ids)))
    let names = Set(try parts.attributes("val", of: "name", in: "word/styles.xml").compactMap { $0[0] })
    #expect(
      names == [
        "Normal", "Title", "heading 1", "heading 2", "heading 3", "List Bullet", "caption", "Hyperlink", "Normal Table",
        "Table Grid",
      ])
    let ranks = try parts.attributes("val", of: "outlineLvl", in: "word/styles.xml").compactMap { $0[0] }
    #expect(ranks == ["0", "1", "2"])
  }

  @Test("the words are there in their order") func words() throws {
    let parts = try OfficeParts(try DocumentWriter.bytes(of: try Self.whole()))
    #expect(
      try parts.texts(of: "p", in: Self.body) == [
        "Waits in June 2026", "Performance", "Waits", "Long waits", "See the figures of June at NHS England", "one",
        "two", "Table 1: Waits", "Provider", "Waiting", "A", "12", "B", "[c]", "", "Money",
      ])
  }

  @Test("bullets are real, tables repeat their headings, and nothing is merged") func structure() throws {
    let parts = try OfficeParts(try DocumentWriter.bytes(of: try Self.whole()))
    #expect(try parts.attributes("val", of: "numFmt", in: "word/numbering.xml") == [["bullet"]])
    #expect(try parts.attributes("val", of: "tblHeader", in: Self.body).count == 1)
    #expect(try parts.attributes("val", of: "tblCaption", in: Self.body) == [["Waits"]])
    #expect(try parts.attributes("instr", of: "fldSimple", in: Self.body) == [[" SEQ Table \\* ARABIC "]])
    #expect(try parts.attributes("val", of: "gridSpan", in: Self.body).isEmpty)
    #expect(try parts.attributes("val", of: "vMerge", in: Self.body).isEmpty)
    #expect(try parts.attributes("w", of: "gridCol", in: Self.body) == [["4536"], ["4536"]])
    #expect(try parts.attributes("w", "h", of: "pgSz", in: Self.body) == [["11906", "16838"]])
    #expect(try parts.attributes("val", of: "lang", in: "word/styles.xml") == [["en-GB"]])
    #expect(try parts.texts(of: "language", in: "docProps/core.xml") == ["en-GB"])
  }

  @Test("a picture has its alternative text, its size and both its files") func picture() throws {
    let parts = try OfficeParts(try DocumentWriter.bytes(of: try Self.whole()))
    #expect(try parts.attributes("descr", of: "docPr", in: Self.body) == [["Waits fell"]])
    // 80 mm by 40 mm, at 36,000 units to the millimetre.
    #expect(try parts.attributes("cx", "cy", of: "extent", in: Self.body) == [["2880000", "1440000"]])
    let entry = try #require(parts.archive[path: "word/media/image1.png"])
    #expect(try parts.archive.bytes(of: entry, atMost: 1000) == Self.image)
    #expect(try parts.text("word/media/image1.svg").hasPrefix("<svg"))
  }

  @Test("each identifier in the body leads to a part that is there") func links() throws {
    let parts = try OfficeParts(try DocumentWriter.bytes(of: try Self.whole()))
    let links = try parts.attributes(
      "Id", "Target", "TargetMode", of: "Relationship", in: "word/_rels/document.xml.rels")
    #expect(links.filter { $0[2] == nil }.allSatisfy { parts.archive[path: "word/\($0[1] ?? "")"] != nil })
    #expect(links.filter { $0[2] == "External" }.map { $0[1] } == ["https://www.england.nhs.uk/statistics/?a=1&b=2"])
    let ids = Set(links.compactMap { $0[0] })
    #expect(ids.count == links.count)
    for element: StaticString in ["blip", "svgBlip"] {
      let used = try parts.attributes("embed", of: element, in: Self.body).compactMap { $0[0] }
      #expect(used.count == 1 && used.allSatisfy(ids.contains))
    }
    let used = try parts.attributes("id", of: "hyperlink", in: Self.body).compactMap { $0[0] }
    #expect(used.count == 1 && used.allSatisfy(ids.contains))
  }

  @Test("the same document gives the same bytes") func deterministic() throws {
    #expect(try DocumentWriter.bytes(of: try Self.whole()) == (try DocumentWriter.bytes(of: try Self.whole())))
  }

  @Test(
    "hostile words are words",
    arguments: [("]]><w:p/>", "]]><w:p/>"), ("bell\u{7}", "bell\u{FFFD}"), ("👩🏽‍⚕️ &amp;", "👩🏽‍⚕️ &amp;")])
  func hostile(_ words: String, _ expected: String) throws {
    let bytes = try DocumentWriter.bytes(of: try Self.document([.paragraph([.plain(words)])]))
    #expect(try OfficeParts(bytes).texts(of: "p", in: Self.body).last == expected)
  }

  @Test("lines and tabs in words are lines and tabs") func lines() throws {
    let bytes = try DocumentWriter.bytes(of: try Self.document([.paragraph([.plain("a\r\nb\tc")])]))
    let parts = try OfficeParts(bytes)
    #expect(try parts.texts(of: "t", in: Self.body) == ["Waits in June 2026", "a", "b", "c"])
    #expect(try parts.attributes("val", of: "br", in: Self.body).count == 1)
    #expect(try parts.attributes("val", of: "tab", in: Self.body).count == 1)
  }

  @Test("what could not be followed is refused, with the block that holds it") func refused() throws {
    let png = try #require(Self.image)
    let cases: [(TextDocument.Block, String)] = [
      (.heading(.two, "Low"), "Go down one level"), (.heading(.one, " "), "the heading is blank"),
      (.paragraph([]), "the paragraph is blank"), (.bullets([]), "no items"),
      (.bullets([[]]), "an item of the list is blank"),
      (.paragraph([.link("x", to: "javascript:alert(1)")]), "not an address"),
      (.paragraph([.link("x", to: "https://a b")]), "not an address"),
      (.paragraph([.link("x", to: "https://")]), "not an address"),
      (.paragraph([.link("", to: "https://a.example"), .plain("x")]), "a link is blank"),
      (.table(.init(caption: "", headings: ["A"], rows: [["1"]])), "caption"),
      (.table(.init(caption: "T", headings: ["A", "a"], rows: [["1", "2"]])), "one heading"),
      (.table(.init(caption: "T", headings: ["A"], rows: [["1", "2"]])), "row has 2 cells"),
      (.table(.init(caption: "T", headings: ["A"], rows: [["1"], [""]])), "row 2, column 1: the cell is blank"),
      (.table(.init(caption: "T", headings: ["A"], rows: [])), "no rows"),
      (.image(.init(png: png, alternative: "")), "alternative text"),
      (.image(.init(png: [1, 2, 3], alternative: "x")), "not a PNG"),
      (.image(.init(png: png, alternative: "x", width: 161)), "161 mm wide"),
    ]
    for (block, reason) in cases {
      let document = try Self.document([.paragraph([.plain("first")]), block])
      let error = failure { _ = try DocumentWriter.bytes(of: document) }
      #expect(error?.description.contains(reason) == true, "\(reason): \(error?.description ?? "nothing")")
      #expect(error?.description.hasPrefix("block 2") == true)
    }
  }
}
