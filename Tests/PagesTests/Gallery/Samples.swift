import Pages
import Vocabulary

/// One of each drawing, with figures that could be real.
enum Samples {
  static let lastDay = Day(number: 20_543)  // 31 March 2026
  static let changeDay = Day(number: 20_544)

  static func day(_ text: String) -> LifeLine.Edge { Day(text).map { .day($0) } ?? .unknown }

  static func tileMap() throws -> TileMap {
    try TileMap(
      id: "tiles", title: "The 42 boards on 31 March 2026",
      sentence: "Forty-two boards in seven regions. Thirteen of them change on 1 April 2026.",
      key: MapKey(regions: Fixtures.regions, chosen: "this page", changed: "changes on 1 April 2026"),
      tiles: Fixtures.tiles(chosen: "QNQ"))
  }

  static let split = FlowDrawing(
    id: "split", title: "Where the people of NHS Frimley went",
    sentence:
      "Three boards took on Frimley’s people on 1 April 2026: more than half went to Thames Valley.",
    unit: "people",
    from: [.init("NHS Frimley", note: "QNQ, to 31 March 2026", link: Fixtures.board("Frimley"))],
    to: [
      .init("Thames Valley", link: Fixtures.board("Thames Valley")),
      .init("Hampshire and Isle of Wight", link: Fixtures.board("Hampshire and Isle of Wight")),
      .init("Surrey and Sussex", link: Fixtures.board("Surrey and Sussex")),
    ],
    flows: [
      .init(from: 0, to: 0, amount: 486_812, note: "41 practices", badges: [.exact]),
      .init(from: 0, to: 1, amount: 189_592, note: "14 practices", badges: [.exact]),
      .init(from: 0, to: 2, amount: 151_508, note: "11 practices", badges: [.exact]),
    ])

  static let merger = FlowDrawing(
    id: "merger", title: "What Central East was made from", unit: "people",
    from: [
      .init("Bedfordshire, Luton and Milton Keynes", note: "whole"),
      .init("Cambridgeshire and Peterborough", note: "whole"),
      .init("Hertfordshire and West Essex", note: "the Hertfordshire part"),
    ],
    to: [.init("Central East")],
    flows: [
      .init(from: 0, to: 0, amount: 1_117_310), .init(from: 1, to: 0, amount: 1_010_242),
      .init(from: 2, to: 0, amount: 1_402_131),
    ])

  static func change() throws -> FlowDrawing {
    let all = try Fixtures.flows("boards", onlyChanges: true)
    return FlowDrawing(
      id: "change", title: "The boards that changed on 1 April 2026", unit: "people", from: all.from,
      to: all.to,
      flows: all.flows)
  }

  static func nation() throws -> FlowDrawing {
    let all = try Fixtures.flows("boards")
    return FlowDrawing(
      id: "nation", title: "From 42 boards to 36", unit: "people", from: all.from, to: all.to,
      flows: all.flows)
  }

  static func groups() throws -> FlowDrawing {
    let all = try Fixtures.flows("groups")
    return FlowDrawing(
      id: "groups", title: "From 106 commissioning groups to 42 boards", unit: "people", from: all.from,
      to: all.to, flows: all.flows)
  }

  static let life = LifeLine(
    id: "life", title: "Frimley over time",
    sentence:
      "A partnership from 2016, a statutory board from July 2022, and part of three boards since April 2026.",
    rows: [
      .init(
        "Names",
        [
          .init("Frimley Health STP", from: .month(year: 2016, month: 3), until: .year(2018)),
          .init("Frimley Health and Care ICS", from: .year(2018), until: day("2022-07-01")),
          .init(
            "NHS Frimley ICB", from: day("2022-07-01"), until: day("2026-04-01"),
            link: Fixtures.board("Frimley")),
        ]),
      .init(
        "Legal form",
        [
          .init("Partnership, no legal form", from: .year(2016), until: day("2022-07-01")),
          .init("Statutory board", from: day("2022-07-01"), until: day("2026-04-01")),
        ]),
      .init(
        "ODS code",
        [.init("QNQ", from: .unknown, until: day("2026-04-01"))]),
      .init(
        "ONS code",
        [
          .init("E54000034", from: day("2017-04-01"), until: day("2026-04-01"))
        ]),
      .init(
        "Region",
        [.init("South East", from: day("2018-04-01"), until: day("2026-04-01"))]),
      .init(
        "Its people now belong to",
        [
          .init(
            "Thames Valley", from: day("2026-04-01"), until: .open, link: Fixtures.board("Thames Valley")),
          .init("Hampshire and Isle of Wight", from: day("2022-07-01"), until: .open),
          .init("Surrey and Sussex", from: day("2026-04-01"), until: .open),
        ]),
      .init(
        "Cluster",
        [.init("With two boards", from: day("2025-10-01"), until: day("2026-04-01"))]),
      .init(
        "Plan", [.init("Next map", from: day("2027-04-01"), until: .open, isPlanned: true)]),
    ],
    chosen: lastDay)

  static let waits = BarList(
    id: "waits", title: "People waiting, January 2026, on the map of April 2026",
    sentence:
      "Of the six boards below, three hold figures that had to be shared out, because Frimley’s waits were split.",
    valueName: "Waiting", writing: .whole,
    items: [
      .init("West and North London", .exact(496_939)),
      .init("Surrey and Sussex", .apportioned(410_219, exactPart: 397_111), isChosen: true),
      .init("Central East", .exact(399_037)),
      .init("Essex", .exact(292_393)),
      .init("Thames Valley", .apportioned(223_720, exactPart: 181_628)),
      .init("Norfolk and Suffolk", .exact(216_924)),
      .init("Hampshire and Isle of Wight", .apportioned(211_242, exactPart: 194_841)),
      .init("A board with a small figure", .suppressed),
      .init("A figure by provider", .refused(because: "Reported by trust; residents cannot share it out")),
    ])

  static func deprivation() throws -> BarList {
    let names = try Fixtures.rows("tiles").map { $0[5] }
    var random = Seeded(42)
    let values = names.map { ($0, Double.random(in: 0.0065...0.4942, using: &random)) }.sorted { $0.1 > $1.1 }
    return BarList(
      id: "deprivation", title: "Neighbourhoods in the most deprived fifth",
      sentence:
        "Half of one board’s neighbourhoods are in England’s most deprived fifth; in another, fewer than one in a hundred.",
      valueName: "Share of neighbourhoods", writing: .percent(places: 1),
      items: values.map {
        .init($0.0, .exact($0.1), link: Fixtures.board($0.0), isChosen: $0.0 == "Frimley")
      },
      reference: (name: "England", value: 0.2))
  }

  /// Made once, as a server would.
  private static let boundaries = Result { Boundaries(try Fixtures.boundaries().areas) }

  static func boundaryMap() throws -> BoundaryMap {
    let names = try Fixtures.boundaryNames()
    return try BoundaryMap(
      id: "areas", title: "The 42 boards on the ground",
      sentence: "The same boards as they lie. Large areas are not large populations.",
      key: MapKey(regions: Fixtures.regions, chosen: "this page", changed: "shares Frimley’s people"),
      areas: names.map { name, region in
        .init(
          name: name, region: region, link: Fixtures.board(name),
          standing: name == "Frimley"
            ? .chosen : name == "Hampshire and Isle of Wight" || name == "Surrey Heartlands" ? .changed : [])
      },
      boundaries: boundaries.get())
  }

  static let spark = SparkLine(
    [
      83, 84.1, 83.8, 81.4, 84.7, 83.4, 81, nil, 76, 82.5, 82.1, 83.2, 76.2, 75.7, 72.2, 70.5, 70, 71.4, 74.8,
      74.3, 75.8,
    ],
    sentence: "From 83% to 75.8% over twenty-one months, with one month missing", band: 73.6...79.6)
}
