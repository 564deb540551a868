/// What is said of a body on a map beside its region.
public struct Standing: OptionSet, Sendable {
  /// The standings as bits.
  public let rawValue: Int

  /// Standings from their bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The body the page is about: filled.
  public static let chosen = Standing(rawValue: 1)

  /// A body that the change touches: ringed.
  public static let changed = Standing(rawValue: 2)

  /// A body outside what the page is about: pale.
  public static let quiet = Standing(rawValue: 4)
}

/// What the colours, fills and rings of a map mean.
public struct MapKey: Sendable {
  let regions: [String]
  let chosen: String?
  let changed: String?

  /// A key.
  ///
  /// - Parameters:
  ///   - regions: names of at most eight regions, in the order of their colours.
  ///   - chosen: what a filled shape means.
  ///   - changed: what a ring means.
  public init(regions: [String], chosen: String? = nil, changed: String? = nil) {
    self.regions = regions
    self.chosen = chosen
    self.changed = changed
  }

  func region(_ index: Int?) -> String? {
    index.flatMap { regions.indices.contains($0) ? regions[$0] : nil }
  }

  /// What is said of a body in words: its standing, then its own note.
  func words(_ standing: Standing, note: String?) -> String? {
    let words = [
      standing.contains(.chosen) ? chosen : nil, standing.contains(.changed) ? changed : nil, note,
    ].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }

  /// The name, region and standing of a body, for readers who do not see its place.
  func label(name: String, region: Int?, standing: Standing, note: String?) -> String {
    [name, self.region(region)].compactMap { $0 }.joined(separator: ", ")
      + (words(standing, note: note).map { ": \($0)" } ?? "")
  }

  /// The classes a shape wears, after its own.
  func classes(_ own: StaticString, region: Int?, standing: Standing) -> [StaticString] {
    var classes = [own]
    if let region { classes.append(Self.style(ofRegion: region)) }
    if standing.contains(.quiet) { classes.append("is-quiet") }
    if standing.contains(.changed) { classes.append("is-changed") }
    if standing.contains(.chosen) { classes.append("is-chosen") }
    return classes
  }

  private static func style(ofRegion index: Int) -> StaticString {
    let styles: [StaticString] = [
      "region-1", "region-2", "region-3", "region-4", "region-5", "region-6", "region-7",
    ]
    return styles.indices.contains(index) ? styles[index] : "region-8"
  }

  /// Writes the key, with the number of bodies in each region that has any.
  func write(counting used: [Int?], to html: inout HTML) {
    func entry(_ html: inout HTML, _ region: Int?, _ standing: Standing, _ words: String) {
      html(.li) { html in
        html(.svg, .viewBox(24, 24), .ornament) { html in
          html(.g, .classes(classes("tile", region: region, standing: standing))) { html in
            html(.polygon, .corners(TileMap.corners(around: (12, 12), radius: 8.5)))
          }
        }
        html.text(words)
      }
    }
    html(.ul, .class("legend"), .label("Key")) { html in
      for (index, region) in regions.enumerated() {
        let count = used.count { $0 == index }
        if count > 0 { entry(&html, index, [], "\(region) \(Figures.grouped(count))") }
      }
      if let chosen { entry(&html, nil, .chosen, "Filled: \(chosen)") }
      if let changed { entry(&html, nil, [.quiet, .changed], "Ringed: \(changed)") }
    }
  }
}
