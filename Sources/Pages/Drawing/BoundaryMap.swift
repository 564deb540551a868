/// Areas as they lie on the ground.
public struct BoundaryMap: Drawing {
  /// One area.
  public struct Area: Sendable {
    let name: String
    let region: Int?
    let link: Link?
    let standing: Standing
    let note: String?

    /// An area; `region` is the index of its region in the key.
    public init(
      name: String, region: Int?, link: Link? = nil, standing: Standing = [], note: String? = nil
    ) {
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
  let areas: [Area]
  let boundaries: Boundaries

  /// A map of areas, each with the outline at its own place in `boundaries`.
  public init(
    id: String, title: String, sentence: String, key: MapKey, areas: [Area], boundaries: Boundaries
  ) {
    self.id = id
    self.title = title
    self.sentence = sentence
    self.key = key
    self.areas = areas
    self.boundaries = boundaries
  }

  /// Whether there is nothing to draw, or an area has no outline.
  public var isTableOnly: Bool { areas.isEmpty || areas.count > boundaries.count }

  /// The same as a table: one row for each area.
  public var twin: Table {
    let notes = areas.contains { key.words($0.standing, note: $0.note) != nil }
    return Table(
      id: "\(id)-table", caption: title,
      columns: [.words("Body"), .words("Region")] + (notes ? [.words("Note")] : []),
      rows: areas.map { area in
        .init(
          [.init(area.name, link: area.link), .init(key.region(area.region) ?? "none")]
            + (notes ? [.init(key.words(area.standing, note: area.note) ?? "")] : []),
          isChosen: area.standing.contains(.chosen))
      })
  }

  /// Draws the SVG and its key.
  public func draw(in html: inout HTML) {
    html.drawing(
      self, part: "map", size: (boundaries.width, boundaries.height), classes: ["boundaries"],
      hasLinks: areas.contains { $0.link != nil }
    ) { html in
      // Ringed areas are drawn last, so that no neighbour covers their ring.
      let order = areas.indices.sorted {
        (areas[$0].standing.contains(.changed) ? 1 : 0, $0) < (
          areas[$1].standing.contains(.changed) ? 1 : 0, $1
        )
      }
      for index in order {
        let area = areas[index]
        html.linked(
          to: area.link,
          label: key.label(name: area.name, region: area.region, standing: area.standing, note: area.note),
          classes: key.classes("area", region: area.region, standing: area.standing)
        ) { html in
          html(.path, .word("fill-rule", "evenodd"), .outline(boundaries.outlines[index]))
        }
      }
    }
    key.write(counting: areas.map(\.region), to: &html)
  }
}
