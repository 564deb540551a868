import Formats
import Testing

@Suite("JSON is read strictly and written the same way each time")
struct JSONTests {
  @Test(
    "values are read",
    arguments: [
      ("null", .null), (" true ", .boolean(true)), ("false\n", .boolean(false)), ("\"\"", .string("")),
      ("\"a\\n\\\"\\u00e9\\ud83d\\ude00\\/\"", .string("a\n\"é😀/")), ("[]", .array([])),
      ("[1]", .array([.number(JSONNumber(1))])), ("{}", .object(JSONObject())), ("\u{FEFF}[]", .array([])),
    ] as [(String, JSONValue)])
  func reads(_ text: String, _ value: JSONValue) throws { #expect(try JSONValue(parsing: text) == value) }

  @Test(
    "numbers keep their text and their nearest double",
    arguments: [
      ("0", 0), ("-0", 0), ("12", 12), ("-2.96459264777716", -2.96459264777716), ("1e3", 1000),
      ("1E-2", 0.01), ("1.50", 1.5),
      ("9007199254740993", 9007199254740992), ("0.1", 0.1),
    ] as [(String, Double)])
  func numbers(_ text: String, _ double: Double) throws {
    let value = try JSONValue(parsing: text)
    guard case .number(let number) = value else {
      Issue.record("not a number")
      return
    }
    #expect(number.text == text && number.double == double)
  }

  @Test("members keep their order and are found by name") func members() throws {
    let json = try JSONValue(parsing: "{\"b\":1,\"a\":{\"x\":[true,\"t\"]}}")
    #expect(json.object?.members.map(\.name) == ["b", "a"])
    #expect(json["b"]?.int == 1)
    #expect(json["a"]?["x"]?.array?[1].string == "t")
    #expect(json["c"] == nil)
  }

  @Test(
    "what is not JSON is refused where it goes wrong",
    arguments: [
      (
        "",
        "data, line 1, byte 0: there is nothing here. This is not valid JSON; ask its publisher or repair it."
      ),
      (
        "[1,\n2,]",
        "data, line 2, byte 6: a value is expected here. This is not valid JSON; ask its publisher or repair it."
      ),
      (
        "{\"a\":1,\"a\":2}",
        "data, line 1, byte 7: the name “a” is given twice in one object. This is not valid JSON; ask its publisher or repair it."
      ),
      ("[1", "data, line 1, byte 2: the document stops in the middle. Download it again."),
      ("\"abc", "data, line 1, byte 4: the document stops in the middle. Download it again."),
      (
        "[1] x",
        "data, line 1, byte 4: there is text after the end of the document. This is not valid JSON; ask its publisher or repair it."
      ),
    ])
  func refuses(_ text: String, _ message: String) {
    #expect(failure { _ = try JSONValue(parsing: text) }?.description == message)
  }

  @Test(
    "every departure from the standard is refused",
    arguments: [
      "01", "-", "1.", ".5", "+1", "1e", "1e+", "NaN", "Infinity", "0x1", "1e999", "tru", "'a'", "{a:1}",
      "{\"a\"}",
      "{\"a\":}", "{\"a\":1,}", "{,}", "[,]", "[1 2]", "{\"a\" 1}", "\"\\x\"", "\"\\u12\"", "\"\\u+123\"",
      "\"\\ud800\"",
      "\"\\udc00\"", "\"\\ud800\\u0041\"", "\"a\nb\"", "// x\n1", "[1]]", "nul", "]",
    ])
  func strictness(_ text: String) {
    #expect(failure { _ = try JSONValue(parsing: text) } != nil)
  }

  @Test("depth, size and encoding are bounded") func bounds() {
    let deep = String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
    #expect(failure { _ = try JSONValue(parsing: deep) }?.problem == "values are nested more than 64 deep")
    #expect(failure { _ = try JSONValue(parsing: String(deep.dropFirst().dropLast())) } == nil)
    #expect(failure { _ = try JSONValue(parsing: String(repeating: "[", count: 1_000_000)) }?.kind == .unsafe)
    var limits = JSONValue.Limits()
    limits.bytes = 3
    #expect(failure { _ = try JSONValue(parsing: Array("[1,2]".utf8), limits: limits) }?.kind == .tooLarge)
    #expect(failure { _ = try JSONValue(reading: ByteStream("[1,2]"), limits: limits) }?.kind == .tooLarge)
    #expect(failure { _ = try JSONValue(parsing: [0x22, 0xFF, 0x22]) }?.kind == .encoding)
  }

  @Test("an answer is written member by member") func writes() {
    var json = JSONWriter()
    json.object { json in
      json.member("code", "QHL")
      json.member("share", 0.4942)
      json.member("whole", 3.0)
      json.member("none", nil as Double?)
      json.member("bad", Double.infinity)
      json.member("open", true)
      json.array("years") { json in
        json.value(2025)
        json.object { _ in }
        json.array { _ in }
        json.null()
      }
      json.object("in\"side") { $0.member("n", -5) }
    }
    #expect(
      json.description == #"{"code":"QHL","share":0.4942,"whole":3,"none":null,"bad":null,"open":true,"#
        + #""years":[2025,{},[],null],"in\"side":{"n":-5}}"#)
  }

  @Test(
    "text is escaped only where it must be",
    arguments: [
      ("a/b é €", "\"a/b é €\""), ("\"\\", "\"\\\"\\\\\""), ("\u{8}\t\n\u{c}\r", "\"\\b\\t\\n\\f\\r\""),
      ("\u{1}\u{1f}\u{7f}", "\"\\u0001\\u001f\\u007f\""),
      ("\u{2028}\u{2029}\u{2027}", "\"\\u2028\\u2029\u{2027}\""),
    ])
  func escapes(_ text: String, _ written: String) {
    var json = JSONWriter()
    json.value(text)
    #expect(json.description == written)
  }

  static func random(_ random: inout Seeded, depth: Int) -> JSONValue {
    let texts = ["", "a", "é", "😀", "\"", "\\", "\n", "\u{2028}", "\u{0}", "long text with spaces"]
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
    case 0: return .null
    case 1: return .boolean(Bool.random(using: &random))
    case 2: return .number(JSONNumber(Int.random(in: -1_000_000...1_000_000, using: &random)))
    case 3:
      let value = Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &random))
      return JSONNumber(value).map { .number($0) } ?? .null
    case 4: return .string((0..<3).map { _ in texts.randomElement(using: &random) ?? "" }.joined())
    case 5: return .array((0..<3).map { _ in Self.random(&random, depth: depth - 1) })
    default:
      var json = JSONWriter()
      let values = (0..<3).map { _ in Self.random(&random, depth: depth - 1) }
      json.object { json in for (index, value) in values.enumerated() { json.member("k\(index)", value) } }
      return (try? JSONValue(parsing: json.bytes)) ?? .null
    }
  }

  @Test("what is written reads back the same", arguments: 0..<300 as Range<UInt64>) func roundTrip(
    seed: UInt64
  ) throws {
    var random = Seeded(seed)
    let value = Self.random(&random, depth: 4)
    var json = JSONWriter()
    json.value(value)
    #expect(try JSONValue(parsing: json.bytes) == value)
  }
}

@Suite("Areas are read from GeoJSON")
struct GeoJSONTests {
  static func collection(
    _ geometry: String, crs: String = "", properties: String = "{\"code\":\"QHL\",\"n\":3}"
  ) -> String {
    "{\"type\":\"FeatureCollection\",\(crs)\"features\":[{\"type\":\"Feature\",\"id\":1,"
      + "\"properties\":\(properties),\"geometry\":\(geometry)}]}"
  }

  static let square = "[[[0,50],[1,50],[1,51,7.5],[0,50]]]"

  static func crs(_ name: String) -> String {
    "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"\(name)\"}},"
  }

  @Test("polygons, multipolygons and no geometry at all") func geometries() throws {
    let one = try GeoJSON(
      ByteStream(Self.collection("{\"type\":\"Polygon\",\"coordinates\":\(Self.square)}")))
    #expect(one.features[0].polygons[0][0].map(\.latitude) == [50, 50, 51, 50])
    #expect(one.features[0].text("code") == "QHL")
    #expect(one.features[0].properties["n"]?.int == 3)
    #expect(one.features[0].id == "1")
    let two = try GeoJSON(
      ByteStream(
        Self.collection("{\"type\":\"MultiPolygon\",\"coordinates\":[\(Self.square),\(Self.square)]}")))
    #expect(two.features[0].polygons.count == 2)
    #expect(try GeoJSON(ByteStream(Self.collection("null", properties: "null"))).features[0].polygons.isEmpty)
  }

  @Test(
    "longitude and latitude go by several names",
    arguments: [
      "EPSG:4326", "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "CRS84",
      "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
    ])
  func systems(_ name: String) throws {
    _ = try GeoJSON(ByteStream(Self.collection("null", crs: Self.crs(name))))
  }

  @Test(
    "what cannot be drawn is refused with its feature",
    arguments: [
      (collection("null", crs: crs("EPSG:27700")), "the coordinates are in the system “EPSG:27700”"),
      (collection("null", crs: "\"crs\":{},"), "the coordinates are in the system “without a name”"),
      (collection("{\"type\":\"Point\",\"coordinates\":[0,0]}"), "the geometry is a Point, not an area"),
      (collection("{\"type\":\"Polygon\"}"), "the geometry has no coordinates"),
      (collection("{\"type\":\"Polygon\",\"coordinates\":[]}"), "a polygon has no rings"),
      (collection("{\"type\":\"Polygon\",\"coordinates\":[3]}"), "a ring is not a list of points"),
      (collection("{\"type\":\"MultiPolygon\",\"coordinates\":[3]}"), "a polygon is not a list of rings"),
      (
        collection("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[0,0]]]}"),
        "a ring has fewer than four points"
      ),
      (
        collection("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[2,2],[3,3]]]}"),
        "a ring does not end where it begins"
      ),
      (
        collection("{\"type\":\"Polygon\",\"coordinates\":[[[0],[1,1],[2,2],[3,3]]]}"),
        "a point is not two numbers"
      ),
      (
        collection("{\"type\":\"Polygon\",\"coordinates\":[[[530000,180000],[1,1],[2,2],[3,3]]]}"),
        "a point is not in degrees of longitude and latitude"
      ),
      (collection("null", properties: "{\"a\":[]}"), "the property “a” is neither text nor a number"),
      ("{\"type\":\"FeatureCollection\",\"features\":[3]}", "this is not a feature with a geometry"),
      ("{\"type\":\"Topology\"}", "this is not a GeoJSON feature collection"),
    ])
  func refuses(_ text: String, _ problem: String) {
    #expect(failure { _ = try GeoJSON(ByteStream(text)) }?.problem == problem)
  }
}

@Suite("A file is known by its bytes")
struct FileKindTests {
  @Test(
    arguments: [
      ([], .empty), ([0x50, 0x4B, 3, 4], .zip), ([0x1F, 0x8B, 8], .gzip), (Array("%PDF-1.4".utf8), .pdf),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compoundFile), (Array(" {\"a\":1}".utf8), .json),
      (Array("\u{FEFF}[1]".utf8), .json), (Array("\r\n<!DOCTYPE HTML><html>".utf8), .html),
      (Array("<?xml version".utf8), .xml),
      (Array("\u{FEFF}FID,LSOA11CD\n1,E01000001\n".utf8), .table),
      (Array("\"RRP\",\"BARNET, ENFIELD\"\n".utf8), .table),
      (Array("a;b\n".utf8), .table), (Array("Dear all, nothing\u{7}".utf8), .unknown),
      (Array("one word\n".utf8), .unknown),
      ([0x61, 0x2C, 0x00], .unknown),
    ] as [([UInt8], FileKind)])
  func sniff(_ bytes: [UInt8], _ kind: FileKind) { #expect(FileKind.sniff(bytes) == kind) }

  @Test("an archive is looked at twice") func archives() throws {
    #expect(try ZIPArchive(ByteSource(try Workshop(sheet: "").bytes())).kind == .workbook)
    #expect(try ZIPArchive(ByteSource(try ZIPTests.archive([("a", [])]))).kind == .zip)
  }
}
