/// A map of bodies as equal hexagons, each beside its true neighbours.
///
/// Lines run where one region meets another, so the regions can be told apart without colour.
public struct TileMap: Drawing {
  /// One body.
  public struct Tile: Sendable {
    let row: Int
    let column: Int
    let label: String
    let name: String
    let region: Int?
    let link: Link?
    let standing: Standing
    let note: String?

    /// A body and its place.
    ///
    /// - Parameters:
    ///   - row: counted from the south.
    ///   - column: in quarters of a tile's width from the west; touching rows are two apart.
    ///   - label: at most six letters.
    ///   - region: the index of its region in the key; nil when it has none.
    ///   - note: more about the body, for its title and its row of the table.
    public init(
      row: Int, column: Int, label: String, name: String, region: Int?, link: Link? = nil,
      standing: Standing = [], note: String? = nil
    ) {
      self.row = row
      self.column = column
      self.label = label
      self.name = name
      self.region = region
      self.link = link
      self.standing = standing
      self.note = note
    }
  }

  /// The identifier of the drawing in its page.
  public let id: String
  /// What the drawing is of.
  public let title: String
  /// What the drawing shows, in a sentence.
  public let sentence: String
  let key: MapKey
  let tiles: [Tile]

  /// A map of these bodies. Tiles are drawn, and read, from north to south and west to east.
  public init(id: String, title: String, sentence: String, key: MapKey, tiles: [Tile]) {
    self.id = id
    self.title = title
    self.sentence = sentence
    self.key = key
    self.tiles = tiles.sorted { ($1.row, $0.column, $0.name) < ($0.row, $1.column, $1.name) }
  }

  /// Whether there are no tiles.
  public var isTableOnly: Bool { tiles.isEmpty }

  /// The same as a table: one row for each body.
  public var twin: Table {
    let notes = tiles.contains { key.words($0.standing, note: $0.note) != nil }
    return Table(
      id: "\(id)-table", caption: title,
      columns: [.words("Body"), .words("Label"), .words("Region")] + (notes ? [.words("Note")] : []),
      rows: tiles.map { tile in
        .init(
          [.init(tile.name, link: tile.link), .init(tile.label), .init(key.region(tile.region) ?? "none")]
            + (notes ? [.init(key.words(tile.standing, note: tile.note) ?? "")] : []),
          isChosen: tile.standing.contains(.chosen))
      })
  }

  // MARK: Drawing

  /// The width of a tile. Its height is 2/√3 of it.
  private static let width = 60.0
  private static let radius = width / 1.732_050_8

  private func centre(_ tile: Tile, west: Int, north: Int) -> (x: Double, y: Double) {
    (
      Double(tile.column - west) * Self.width / 4 + Self.width / 2 + 2,
      Double(north - tile.row) * Self.radius * 1.5 + Self.radius + 2
    )
  }

  /// Draws the SVG and its key.
  public func draw(in html: inout HTML) {
    let west = tiles.map(\.column).min() ?? 0
    let east = tiles.map(\.column).max() ?? 0
    let north = tiles.map(\.row).max() ?? 0
    let south = tiles.map(\.row).min() ?? 0
    let size = (
      width: Double(east - west) * Self.width / 4 + Self.width + 4,
      height: Double(north - south) * Self.radius * 1.5 + Self.radius * 2 + 4
    )
    html.drawing(self, part: "map", size: size, classes: ["tiles"], hasLinks: true) { html in
      for tile in tiles { draw(tile, at: centre(tile, west: west, north: north), in: &html) }
      html(.path, .class("region-border"), .outline(borders(west: west, north: north)))
    }
    key.write(counting: tiles.map(\.region), to: &html)
  }

  private func draw(_ tile: Tile, at centre: (x: Double, y: Double), in html: inout HTML) {
    let label = key.label(name: tile.name, region: tile.region, standing: tile.standing, note: tile.note)
    html.linked(
      to: tile.link, label: label, classes: key.classes("tile", region: tile.region, standing: tile.standing)
    ) { html in
      html(.polygon, .corners(Self.corners(around: centre, radius: Self.radius - 5)))
      let full = Lettering(15.5, bold: true)
      let size = full.size * min(1, (Self.width - 9) / max(1, full.width(of: tile.label)))
      html.letter(tile.label, centre.x, centre.y + size * 0.36, Lettering(size, bold: true), ["middle"])
    }
  }

  static func corners(
    around centre: (x: Double, y: Double), radius: Double
  ) -> [(Double, Double)] {
    let half = radius * 0.866_025_4
    return [
      (centre.x, centre.y - radius), (centre.x + half, centre.y - radius / 2),
      (centre.x + half, centre.y + radius / 2), (centre.x, centre.y + radius),
      (centre.x - half, centre.y + radius / 2), (centre.x - half, centre.y - radius / 2),
    ]
  }

  /// The sides where two tiles of different regions touch, each once.
  private func borders(west: Int, north: Int) -> Outline {
    var places: [Int: Tile] = [:]
    for tile in tiles { places[tile.row << 32 | tile.column] = tile }
    var outline = Outline()
    // East, north-east and north-west: the corners that end each side.
    let sides = [(0, 4, 1, 2), (1, 2, 0, 1), (1, -2, 5, 0)]
    for tile in tiles {
      let corners = Self.corners(around: centre(tile, west: west, north: north), radius: Self.radius)
      for (rows, columns, first, second) in sides {
        guard let other = places[(tile.row + rows) << 32 | (tile.column + columns)],
          other.region != tile.region
        else { continue }
        outline.move(corners[first].0, corners[first].1)
        outline.line(corners[second].0, corners[second].1)
      }
    }
    return outline
  }
}
