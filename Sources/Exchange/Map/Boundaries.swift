internal import Chronicle
internal import Formats
public import Measures
public import Register
internal import Vocabulary

/// Boundaries of boards, sub-ICB locations and regions (GeoJSON, longitude and latitude).
///
/// The property that holds the codes is known by its name with a year (`ICB23CD`, `ICB26CDH`), else by the shape of
/// its values. The year of the edition gives the day, as for lookups; without one, the first known day on which every
/// code stands for such a body. Gives `boundary.icb`, `boundary.sub-icb-location` or `boundary.nhs-region`.
///
/// Block columns: text `code` (the unit again), `name`, and `rings`: points `longitude latitude` in degrees with at
/// most five decimals (about a metre), parted by commas; rings parted by `;`, holes after their outer ring; polygons
/// parted by `|`. The closing point of a ring is left out. `row` is the number of the feature.
public struct BoundariesReader: Reader {
  /// The reader.
  public init() {}

  /// `boundaries`.
  public let format = "boundaries"
  /// What it reads.
  public let summary =
    "Boundaries of boards, sub-ICB locations and NHS regions, Office for National Statistics (GeoJSON)"
  /// None: it gives outlines.
  public let measures: [MeasureDefinition] = []
  /// The Office for National Statistics publishes them.
  public let isOfficialPublication = true

  /// A feature collection whose features have the codes of such bodies.
  public func recognise(_ file: InputFile) throws -> Recognition {
    guard try FileTable.kind(of: file) == .json else { return .no }
    let json: JSONValue
    do { json = try JSONValue(reading: file.bytes.stream()) } catch { return .no }
    guard json["type"]?.string == "FeatureCollection", let features = json["features"]?.array else {
      return .no
    }
    let properties = features.map { feature -> [String: JSONValue] in
      Dictionary(
        (feature["properties"]?.object?.members ?? []).map { ($0.name, $0.value) },
        uniquingKeysWith: { first, _ in first })
    }
    return BoundaryProperties.find(properties) == nil
      ? .almost("no property of its features holds codes of boards, sub-ICB locations or NHS regions") : .yes
  }

  /// Reads the features.
  public func read(_ file: InputFile, register: Register) throws -> Reading {
    let map = try GeoJSON(file.bytes.stream())
    guard let properties = BoundaryProperties.find(map.features.map(\.properties)) else {
      throw ImportError(
        "no property of the features of \(file.name) holds codes of boards, sub-ICB locations or regions")
    }
    var units: [String: (name: String, rings: String, row: Int)] = [:]
    for (position, feature) in map.features.enumerated() {
      let code = feature.text(properties.code)?.trimmed ?? ""
      guard units[code] == nil else {
        throw ImportError("\(file.name) has two features for \(code); get it again")
      }
      guard !feature.polygons.isEmpty else {
        throw ImportError("feature \(position + 1), \(code), has no outline")
      }
      units[code] = (
        properties.name.flatMap { feature.text($0)?.trimmed } ?? "", Outline.text(feature.polygons),
        position + 1
      )
    }
    let (from, ground) = try properties.start(codes: Array(units.keys), register: register, file: file)
    let order = units.keys.sorted { $0.utf8Less($1) }
    var reading = Reading(
      title: "Boundaries of \(properties.kind.plural), as they stood from \(from.written)",
      publisher: "Office for National Statistics", published: file.statedPublication)
    reading.rowsRead = map.features.count
    reading.notes = [
      "\(units.count) outlines by the property '\(properties.code)', from \(from.written): \(ground)"
    ]
    reading.lookups = [
      Reading.Correspondence(
        id: ID(slug: "boundary.\(properties.kind.rawValue)"), piece: properties.kind.rawValue,
        bodyKind: properties.kind,
        scheme: properties.scheme, from: from,
        block: Block(
          units: order,
          columns: [
            ("code", .text(order)), ("name", .text(order.map { units[$0]?.name ?? "" })),
            ("rings", .text(order.map { units[$0]?.rings ?? "" })),
            ("row", .number(order.map { Double(units[$0]?.row ?? 0) })),
          ]))
    ]
    return reading
  }
}

/// Which properties of a map's features hold codes and names, and of what.
struct BoundaryProperties {
  let code: String
  let name: String?
  let kind: BodyKind
  let scheme: String
  /// The year in the property's name.
  let year: Int?

  private static let kinds: [(kind: BodyKind, concept: LookupConcept, entity: String)] = [
    (.integratedCareBoard, .board, "E54"), (.subICBLocation, .subICBLocation, "E38"),
    (.nhsRegion, .nhsRegion, "E40"),
  ]

  /// The best property: one whose values are all different codes of one sort; a code of the Organisation Data Service
  /// before one of the Office for National Statistics.
  static func find(_ features: [[String: JSONValue]]) -> BoundaryProperties? {
    guard let first = features.first else { return nil }
    let names = first.keys.sorted()
    var best: BoundaryProperties?
    for name in names {
      let values = features.compactMap { $0[name]?.string?.trimmed }
      guard values.count == features.count, Set(values).count == values.count else { continue }
      guard let found = judge(name, values) else { continue }
      if best == nil || (best?.scheme == "ons" && found.scheme == "ods") { best = found }
    }
    guard let best else { return nil }
    let called = names.first { name in
      let key = Headings.fold(name)
      return (key.hasSuffix("nm") || key.hasSuffix("name"))
        && features.allSatisfy { ($0[name]?.string?.count ?? 0) > 5 || best.kind == .nhsRegion }
    }
    return BoundaryProperties(
      code: best.code, name: called, kind: best.kind, scheme: best.scheme, year: best.year)
  }

  private static func judge(_ name: String, _ values: [String]) -> BoundaryProperties? {
    let stamped = Headings.fold(name)
    for (kind, concept, entity) in kinds {
      let prefix = concept.prefixes.first { stamped.hasPrefix($0) }
      let digits = prefix.flatMap { Int(stamped.dropFirst($0.count).prefix(2)) }
      let year = digits.map { 2000 + $0 }
      if values.allSatisfy({ AreaCodes.isONS($0, entity) }) {
        return BoundaryProperties(code: name, name: nil, kind: kind, scheme: "ons", year: year)
      }
      let isODS = values.allSatisfy { isCode($0, of: kind) }
      if isODS, prefix != nil || kind == .integratedCareBoard && values.contains(where: { $0.hasPrefix("Q") }) {
        return BoundaryProperties(code: name, name: nil, kind: kind, scheme: "ods", year: year)
      }
    }
    return nil
  }

  /// `QHL` or `S1Y5D` for a board; three or five characters for its parts; `Y60` for a region.
  private static func isCode(_ text: String, of kind: BodyKind) -> Bool {
    guard AreaCodes.isODS(text), text.contains(where: \.isNumber) || text.hasPrefix("Q") else { return false }
    switch kind {
    case .integratedCareBoard: return text.count == 5 || (text.count == 3 && text.hasPrefix("Q"))
    case .nhsRegion: return text.count == 3 && text.hasPrefix("Y")
    default: return text.count == 3 || text.count == 5
    }
  }

  /// The day from which the outlines stood, and on what ground.
  func start(codes: [String], register: Register, file: InputFile) throws(ImportError) -> (Day, String) {
    if let year {
      let concept = BoundaryProperties.kinds.first { $0.kind == kind }?.concept ?? .board
      return (concept.start(of: year), "the year \(year) in its name")
    }
    var days: Set<Day> = []
    for code in codes {
      for holder in register.holders(ofCode: code, in: scheme) {
        if let day = holder.period.from.day { days.insert(day) }
      }
    }
    for day in days.sorted() {
      let lens = register.snapshot.on(day).register
      func holds(_ code: String) -> Bool {
        lens.bodies(withCode: code, in: scheme).contains { lens.kind($0) == kind }
      }
      if codes.allSatisfy(holds) {
        return (day, "the first day on which every code is one of \(kind.plural)")
      }
    }
    throw ImportError(
      "nothing in \(file.name) says which year's boundaries it has, and no day is known on which every code stands for"
        + " one of \(kind.plural); name the property of the codes with its year, for example ICB26CD")
  }
}

/// Outlines as text.
enum Outline {
  /// Points to five decimals; points that round to the one before are left out, and so is the closing point.
  static func text(_ polygons: [GeoJSON.Polygon]) -> String {
    polygons.map { polygon in
      polygon.map { ring in
        ring.dropLast()
          .map { "\(Decimals.rounded($0.longitude, places: 5)) \(Decimals.rounded($0.latitude, places: 5))" }
          .runs.joined(separator: ",")
      }
      .joined(separator: ";")
    }
    .joined(separator: "|")
  }
}

extension Array where Element: Equatable {
  /// The elements without those equal to the one before.
  fileprivate var runs: [Element] {
    var kept: [Element] = []
    for element in self where kept.last != element { kept.append(element) }
    return kept
  }
}
