import Pages
import Testing
import Vocabulary

@testable import Pages

/// Names that would break a page that trusted them.
let hostile = "<script>alert(1)</script> \"'& \u{202E}\0"

/// The value of an attribute wherever it occurs.
func values(of attribute: String, in text: String) -> [String] {
  text.split(separator: " \(attribute)=\"", omittingEmptySubsequences: false).dropFirst().map {
    String($0.prefix { $0 != "\"" })
  }
}

@Suite("Every drawing") struct DrawingTests {
  static func all() throws -> [any Drawing] {
    [
      try Samples.tileMap(), Samples.split, Samples.merger, try Samples.change(), try Samples.nation(),
      try Samples.groups(), Samples.life, Samples.waits, try Samples.deprivation(), try Samples.boundaryMap(),
    ] + ChartSamples.all()
  }

  static func empty() -> [any Drawing] {
    [
      TileMap(id: "e", title: "", sentence: "", key: MapKey(regions: []), tiles: []),
      FlowDrawing(id: "e", title: "", unit: "people", from: [], to: [], flows: []),
      LifeLine(id: "e", title: "", sentence: "", rows: [], chosen: Samples.lastDay),
      BarList(id: "e", title: "", sentence: "", valueName: "", writing: .whole, items: []),
      BoundaryMap(
        id: "e", title: "", sentence: "", key: MapKey(regions: []), areas: [], boundaries: Boundaries([])),
      ControlChart(id: "e", title: "", sentence: "", valueName: "", writing: .whole, points: []),
      FunnelChart(
        id: "e", title: "", sentence: "", valueName: "", denominatorName: "", writing: .whole, points: [], limits: [],
        overall: nil),
      LeagueChart(id: "e", title: "", sentence: "", valueName: "", among: "", writing: .whole, items: []),
      SlopeChart(id: "e", title: "", sentence: "", valueName: "", writing: .whole, groups: [], fit: nil),
      AgePyramid(id: "e", title: "", sentence: "", writing: .whole, sides: [], bands: []),
    ]
  }

  @Test func hasTitleSentenceAndTable() throws {
    for drawing in try Self.all() {
      let text = String(decoding: written(drawing), as: UTF8.self)
      #expect(!drawing.sentence.isEmpty && !drawing.twin.rows.isEmpty)
      for row in drawing.twin.rows { #expect(row.cells.count == drawing.twin.columns.count) }
      #expect(text.contains("<table"))
      if !drawing.isTableOnly { #expect(text.contains("<title") && text.contains("<desc")) }
    }
  }

  @Test func holdsNothingThatIsNotANumberAndNoStyle() throws {
    for drawing in try Self.all() + Self.empty() {
      let text = String(decoding: written(drawing), as: UTF8.self)
      for bad in ["NaN", "nan", "inf", "style=", "<script", "<style", "javascript:"] {
        #expect(!text.contains("\(bad) ") && !text.contains("\"\(bad)"), "\(drawing.title) holds \(bad)")
      }
      for name in ["x", "y", "width", "height", "cx", "cy", "x1", "points", "viewBox", "font-size"] {
        for value in values(of: name, in: text) {
          #expect(value.allSatisfy { "0123456789.-, ".contains($0) }, "\(name)=\(value)")
        }
      }
    }
  }

  @Test func identifiersAreUniqueOnAPage() throws {
    let ids = values(of: "id", in: String(decoding: try gallery(), as: UTF8.self))
    #expect(Set(ids).count == ids.count)
  }

  @Test func everyReferenceHasATarget() throws {
    let text = String(decoding: try gallery(), as: UTF8.self)
    let ids = Set(values(of: "id", in: text))
    for name in ["aria-labelledby", "aria-describedby", "for"] {
      for value in values(of: name, in: text) {
        for id in value.split(separator: " ") { #expect(ids.contains(String(id)), "\(name) \(id)") }
      }
    }
    for value in values(of: "fill", in: text) where value.hasPrefix("url(#") {
      #expect(ids.contains(String(value.dropFirst(5).dropLast())))
    }
  }

  @Test func everyClassIsInTheStyleSheet() throws {
    let text = String(decoding: try gallery(), as: UTF8.self)
    let known = Set(
      styleSheet.split(separator: ".").dropFirst().map {
        $0.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
      })
    let worn = Set(values(of: "class", in: text).flatMap { $0.split(separator: " ").map(String.init) })
    let plain: Set = [
      "mark-exact", "mark-suppressed", "mark-assumed", "mark-planned", "inside", "flow-whole", "flow-part",
    ]
    #expect(worn.subtracting(known.map(String.init)).subtracting(plain).sorted() == [])
  }

  @Test func hostileNamesStayText() throws {
    let drawings: [any Drawing] = [
      TileMap(
        id: "h", title: hostile, sentence: hostile, key: MapKey(regions: [hostile], chosen: hostile),
        tiles: [.init(row: 1, column: 1, label: hostile, name: hostile, region: 0, standing: .chosen)]),
      FlowDrawing(
        id: "h", title: hostile, unit: hostile, from: [.init(hostile, note: hostile)], to: [.init(hostile)],
        flows: [.init(from: 0, to: 0, amount: 5, note: hostile)]),
      LifeLine(
        id: "h", title: hostile, sentence: hostile,
        rows: [.init(hostile, [.init(hostile, from: .unknown, until: .open)])], chosen: Samples.lastDay),
      BarList(
        id: "h", title: hostile, sentence: hostile, valueName: hostile, writing: .whole,
        items: [.init(hostile, .exact(1)), .init(hostile, .refused(because: hostile))],
        reference: (name: hostile, value: 1)),
      FunnelChart(
        id: "h", title: hostile, sentence: hostile, valueName: hostile, denominatorName: hostile, writing: .whole,
        points: [.init(hostile, outOf: 5, 2, .beyond998)], limits: [], overall: (name: hostile, value: 1)),
      LeagueChart(
        id: "h", title: hostile, sentence: hostile, valueName: hostile, among: hostile, writing: .whole,
        items: [.init(hostile, 1, likely: 0...2, rank: .init(1, likely: 1...2), isChosen: true)]),
      SlopeChart(
        id: "h", title: hostile, sentence: hostile, valueName: hostile, writing: .whole,
        groups: [.init(1), .init(nil)],
        fit: .init(mostDeprived: 1, leastDeprived: 2, gap: hostile)),
      AgePyramid(
        id: "h", title: hostile, sentence: hostile, writing: .whole, sides: [hostile, hostile],
        bands: [.init(hostile, [1, nil], against: [2])], against: hostile),
    ]
    for drawing in drawings {
      let text = String(decoding: written(drawing), as: UTF8.self)
      #expect(!text.contains("<script") && !text.contains("\u{202E}") && !text.contains("\0"))
      #expect(text.contains("&lt;script&gt;"))
    }
  }

  @Test func theSameValueDrawsTheSameBytes() throws {
    #expect(try gallery() == gallery())
  }
}

@Suite("Tile map") struct TileMapTests {
  @Test func everyLinkIsThereFromNorthToSouthAndWestToEast() throws {
    let tiles = try Fixtures.tiles().sorted { ($1.row, $0.column) < ($0.row, $1.column) }
    var html = HTML()
    try Samples.tileMap().draw(in: &html)
    let links = values(of: "href", in: String(decoding: html.finish(), as: UTF8.self))
    #expect(links == tiles.compactMap(\.link?.text))
    #expect(links.count == 42)
    #expect(links.first == "/boards/lancashire-and-south-cumbria")
    #expect(links.last == "/boards/cornwall-and-the-isles-of-scilly")
  }
}

@Suite("Life line") struct LifeLineTests {
  @Test func wordsStayInsideTheFrameAndNeverCross() {
    for breadth in Breadth.allCases {
      let layout = LifeLayout(Samples.life, breadth)
      for row in layout.rows {
        var boxes: [(left: Double, right: Double, baseline: Double)] = []
        for words in row.bars.compactMap(\.words) {
          let right = words.x + words.lettering.width(of: words.text)
          #expect(words.x >= layout.start - 0.5 && right <= layout.end + 0.5, "\(words.text)")
          for box in boxes where abs(box.baseline - words.baseline) < 10 {
            #expect(words.x >= box.right || right <= box.left, "\(words.text)")
          }
          boxes.append((words.x, right, words.baseline))
        }
      }
    }
  }

  @Test func endsAreToldAsTheLastDay() {
    let twin = Samples.life.twin
    #expect(twin.rows[2].cells.map(\.text) == ["Names", "NHS Frimley ICB", "1 July 2022", "31 March 2026"])
    #expect(twin.rows[0].cells.map(\.text) == ["Names", "Frimley Health STP", "March 2016", "in 2018"])
    #expect(twin.rows[5].cells.map(\.text) == ["ODS code", "QNQ", "not known", "31 March 2026"])
  }

  @Test func oddDatesDoNotBreakTheDrawing() {
    let edges: [LifeLine.Edge] = [
      .day(.distantPast), .day(.distantFuture), .day(Samples.lastDay), .month(year: 2020, month: 13),
      .month(year: 0, month: 1), .year(99_999), .unknown, .open,
    ]
    for from in edges {
      for until in edges {
        let line = LifeLine(
          id: "odd", title: "Odd", sentence: "Odd.",
          rows: [.init("Row", [.init("Bar", from: from, until: until)])],
          chosen: .distantFuture)
        let text = String(decoding: written(line), as: UTF8.self)
        #expect(!text.contains("nan") && !text.contains("inf"))
      }
    }
  }
}

@Suite("Bar list") struct BarListTests {
  @Test func barsNeverLeaveTheFrameAndOddValuesDrawNothing() {
    let list = BarList(
      id: "b", title: "B", sentence: "B.", valueName: "V", writing: .fixed(places: 1),
      items: [
        .init("a", .exact(.nan)), .init("b", .exact(.infinity)), .init("c", .exact(-4)),
        .init("d", .exact(0)),
        .init("e", .apportioned(3, exactPart: 9)), .init("f", .missing),
      ], reference: (name: "England", value: 12))
    let text = String(decoding: written(list), as: UTF8.self)
    for rect in text.split(separator: "<rect").dropFirst() {
      let (x, width) = (values(of: "x", in: String(rect)), values(of: "width", in: String(rect)))
      #expect((Double(x[0]) ?? 0) + (Double(width[0]) ?? 0) <= 720.1)
    }
    #expect(text.contains("–"))
  }

  @Test func theTableTellsTheExactPart() {
    let row = Samples.waits.twin.rows[1].cells
    #expect(row.map(\.text) == ["Surrey and Sussex", "410,219", "397,111"])
    #expect(row[1].badges == [.apportioned])
  }
}

@Suite("Spark line") struct SparkLineTests {
  @Test(arguments: [[], [nil], [1.0], [2, 2, 2], [nil, 3, nil, .nan, 4]] as [[Double?]])
  func drawsAnySeries(values: [Double?]) {
    let text = String(decoding: written(SparkLine(values, sentence: hostile)), as: UTF8.self)
    #expect(!text.contains("nan") && !text.contains("<script"))
    #expect(text.isEmpty == values.compactMap { $0 }.isEmpty)
  }
}
