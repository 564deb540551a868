/// Areas on a map, read from a GeoJSON feature collection (RFC 7946).
///
/// Only polygons in longitude and latitude are accepted: a `crs` member must name EPSG:4326 or CRS84. Altitudes
/// are dropped. Rings are kept as written, with their first point repeated at the end.
public struct GeoJSON: Hashable, Sendable {
  /// A point, in degrees.
  public struct Point: Hashable, Sendable {
    /// Degrees east of Greenwich, -180 to 180.
    public let longitude: Double
    /// Degrees north of the equator, -90 to 90.
    public let latitude: Double

    /// A point from its degrees east and north.
    public init(longitude: Double, latitude: Double) {
      self.longitude = longitude
      self.latitude = latitude
    }
  }

  /// A closed line: at least four points, the last equal to the first.
  public typealias Ring = [Point]

  /// A polygon: its outer ring, then its holes.
  public typealias Polygon = [Ring]

  /// One area and what is known about it.
  public struct Feature: Hashable, Sendable {
    /// The identifier, as text, where there is one.
    public let id: String?
    /// The properties; each is null, a truth, a number or text.
    public let properties: [String: JSONValue]
    /// The polygons that make up the area; none when the geometry is null.
    public let polygons: [Polygon]

    /// A property that is text.
    public func text(_ name: String) -> String? { properties[name]?.string }
  }

  /// The areas, in the order of the file.
  public let features: [Feature]

  /// Reads a feature collection. O(bytes).
  ///
  /// - Throws: ``FormatError`` with the feature, counted from 1 as the row.
  public init(_ stream: consuming ByteStream, limits: JSONValue.Limits = .init()) throws(FormatError) {
    let name = stream.name
    try self.init(try JSONValue(reading: stream, limits: limits), name: name)
  }

  /// Takes a feature collection out of JSON that was read.
  public init(_ json: JSONValue, name: String = "data") throws(FormatError) {
    guard json["type"]?.string == "FeatureCollection", let members = json["features"]?.array else {
      throw FormatError(
        .malformed, at: .init(part: name), "this is not a GeoJSON feature collection",
        remedy: "Export the areas again as GeoJSON")
    }
    try GeoJSON.checkReferenceSystem(json["crs"], name: name)
    var features: [Feature] = []
    features.reserveCapacity(members.count)
    for (index, member) in members.enumerated() {
      features.append(try GeoJSON.feature(member, at: .init(part: name, row: index + 1)))
    }
    self.features = features
  }
}

extension GeoJSON {
  private static func checkReferenceSystem(_ crs: JSONValue?, name: String) throws(FormatError) {
    guard let crs, crs != .null else { return }
    let system = crs["properties"]?["name"]?.string ?? "without a name"
    let accepted = ["EPSG:4326", "EPSG::4326", "EPSG/0/4326", ":CRS84", "/CRS84"]
    guard system == "CRS84" || accepted.contains(where: { system.hasSuffix($0) }) else {
      throw FormatError(
        .unsupported, at: .init(part: name), "the coordinates are in the system “\(Excerpt.clip(system))”",
        remedy: "Export the areas again in longitude and latitude (WGS 84, EPSG:4326)")
    }
  }

  private static func feature(_ json: JSONValue, at place: FormatError.Place) throws(FormatError) -> Feature {
    guard json["type"]?.string == "Feature", let geometry = json["geometry"] else {
      throw fault("this is not a feature with a geometry", at: place)
    }
    var properties: [String: JSONValue] = [:]
    for member in json["properties"]?.object?.members ?? [] {
      switch member.value {
      case .array, .object:
        throw fault("the property “\(Excerpt.clip(member.name))” is neither text nor a number", at: place)
      default: properties[member.name] = member.value
      }
    }
    let id: String? =
      switch json["id"] {
      case .string(let text): text
      case .number(let number): number.text
      default: nil
      }
    return Feature(id: id, properties: properties, polygons: try polygons(geometry, at: place))
  }

  private static func polygons(_ geometry: JSONValue, at place: FormatError.Place) throws(FormatError)
    -> [Polygon]
  {
    if geometry == .null { return [] }
    let type = geometry["type"]?.string ?? "without a type"
    guard let coordinates = geometry["coordinates"]?.array else {
      throw fault("the geometry has no coordinates", at: place)
    }
    switch type {
    case "Polygon": return [try polygon(coordinates, at: place)]
    case "MultiPolygon":
      var polygons: [Polygon] = []
      polygons.reserveCapacity(coordinates.count)
      for json in coordinates {
        guard let rings = json.array else { throw fault("a polygon is not a list of rings", at: place) }
        polygons.append(try polygon(rings, at: place))
      }
      return polygons
    default:
      throw FormatError(
        .unsupported, at: place, "the geometry is a \(Excerpt.clip(type)), not an area",
        remedy: "Export polygons or multipolygons")
    }
  }

  private static func polygon(_ rings: [JSONValue], at place: FormatError.Place) throws(FormatError)
    -> Polygon
  {
    guard !rings.isEmpty else { throw fault("a polygon has no rings", at: place) }
    var polygon: Polygon = []
    for json in rings {
      guard let positions = json.array else { throw fault("a ring is not a list of points", at: place) }
      var ring: Ring = []
      ring.reserveCapacity(positions.count)
      for position in positions { ring.append(try point(position, at: place)) }
      guard ring.count >= 4 else { throw fault("a ring has fewer than four points", at: place) }
      guard ring.first == ring.last else { throw fault("a ring does not end where it begins", at: place) }
      polygon.append(ring)
    }
    return polygon
  }

  private static func point(_ json: JSONValue, at place: FormatError.Place) throws(FormatError) -> Point {
    guard let numbers = json.array, numbers.count == 2 || numbers.count == 3,
      let longitude = numbers[0].double,
      let latitude = numbers[1].double
    else { throw fault("a point is not two numbers", at: place) }
    guard (-180...180).contains(longitude), (-90...90).contains(latitude) else {
      throw FormatError(
        .malformed, at: place, "a point is not in degrees of longitude and latitude",
        remedy: "Export the areas again in longitude and latitude (WGS 84, EPSG:4326)")
    }
    return Point(longitude: longitude, latitude: latitude)
  }

  private static func fault(_ problem: String, at place: FormatError.Place) -> FormatError {
    FormatError(.malformed, at: place, problem, remedy: "Export the areas again as GeoJSON")
  }
}
