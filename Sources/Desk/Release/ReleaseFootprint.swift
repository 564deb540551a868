internal import Chronicle
internal import Recast
internal import Register
internal import Vocabulary

/// What figures are added up for before they are released.
enum ReleaseFootprint: Hashable, Sendable {
  /// All bodies of a kind.
  case bodies(BodyKind)
  /// One area that somebody made.
  case area(ID<Body>)

  /// Reads a kind of body or the identifier of a made area. Throws `DeskError.misused` for anything else.
  init(_ text: String, in archive: Archive) throws {
    let kinds: [BodyKind] = [.integratedCareBoard, .subICBLocation, .council, .nhsRegion]
    if let kind = kinds.first(where: { $0.rawValue == text }) {
      self = .bodies(kind)
      return
    }
    guard let area = ID<Body>(text),
      archive.table(Body.self).versions(of: area).contains(where: { $0.fact.bodyKind == .madeArea })
    else {
      throw DeskError.misused(
        "'\(text)' is neither \(kinds.map(\.rawValue).joined(separator: ", ")) nor an area that was made with "
          + "`concordat area`")
    }
    self = .area(area)
  }

  /// The footprint that cells of a released table are; nil for units of the file itself.
  init?(grain: String, cells: [String]) {
    if grain == Mapmaker.madeAreas, let area = cells.first.flatMap({ ID<Body>($0) }) {
      self = .area(area)
    } else if let kind = BodyKind(rawValue: grain) {
      self = .bodies(kind)
    } else {
      return nil
    }
  }

  /// What the cells are.
  var grain: String {
    switch self {
    case .bodies(let kind): kind.rawValue
    case .area: Mapmaker.madeAreas
    }
  }

  func map(on day: Day) -> Map {
    switch self {
    case .bodies(let kind): .bodies(kind, on: day)
    case .area(let area): .area(area, on: day)
    }
  }

  /// A cell: the body it is for, the code it is written under, and the rows of the block that lie in it.
  struct Cell {
    let body: ID<Body>
    let code: String
    let rows: [Int]
  }

  /// The units of a file in each cell.
  ///
  /// Throws `DeskError.refused` when a unit is divided between cells: parts of people cannot be counted.
  func cells(of units: Units, on day: Day, _ snapshot: Snapshot, _ blocks: @escaping Blocks) throws -> [Cell] {
    let crosswalk = try Mapmaker(snapshot, blocks: blocks).crosswalk(units, to: map(on: day))
    var rows = [[Int]](repeating: [], count: crosswalk.targets.count)
    for edge in crosswalk.edges {
      guard edge.share == 1 else {
        throw DeskError.refused(
          "\(units.block.units[Int(edge.unit)]) is divided between several \(grain) cells, and a count of people cannot "
            + "be: release these figures by their own units")
      }
      rows[Int(edge.target)].append(Int(edge.unit))
    }
    return try zip(crosswalk.targets, rows).filter { !$0.1.isEmpty }.map { target, rows in
      Cell(body: target, code: try code(of: target, on: day, snapshot), rows: rows)
    }
  }

  private func code(of body: ID<Body>, on day: Day, _ snapshot: Snapshot) throws -> String {
    if case .area = self { return body.text }
    let known = snapshot.on(day)
    guard let code = known.register.code(body, in: "ods") ?? known.all(Code.self, of: body).map(\.fact.text).min()
    else {
      throw DeskError.refused("'\(body)' has no code on \(day), so its figure could not be found again")
    }
    return code
  }
}
