/// Where measures stand among all bodies, and which way they moved: quartiles down, movement across.
///
/// Source: the performance grid of NHS England South West, which sets the latest quartile against the variation of the
/// latest point. Words and counts say what the tints say.
public struct QuartileGrid: Part {
  /// Which way a measure moved.
  public enum Movement: Int, CaseIterable, Sendable {
    /// Better than chance would explain.
    case improved
    /// Nothing but the usual variation.
    case maintained
    /// Worse than chance would explain.
    case deteriorated

    var word: String {
      switch self {
      case .improved: "Improved"
      case .maintained: "Maintained"
      case .deteriorated: "Deteriorated"
      }
    }

    /// The mark beside the word: the one its points have in a control chart.
    fileprivate var sign: (shape: PointShape, style: StaticString) {
      switch self {
      case .improved: (.square, "point-better")
      case .maintained: (.circle, "point-common")
      case .deteriorated: (.triangleDown, "point-worse")
      }
    }
  }

  /// One measure.
  public struct Item: Sendable {
    let name: String
    let link: Link?
    let quartile: Int
    let movement: Movement

    /// A measure and its place.
    ///
    /// - Parameter quartile: 1, the best quarter of bodies, to 4. A measure of any other is not placed.
    public init(_ name: String, link: Link? = nil, quartile: Int, _ movement: Movement) {
      self.name = name
      self.link = link
      self.quartile = quartile
      self.movement = movement
    }
  }

  let id: String
  let title: String
  let sentence: String
  let items: [Item]
  let unplaced: [NamedLink]
  let downloads: [NamedLink]

  /// A grid of measures in the order given.
  ///
  /// - Parameters:
  ///   - unplaced: measures that cannot be placed, which are named beneath.
  public init(
    id: String, title: String, sentence: String, items: [Item], unplaced: [NamedLink] = [],
    downloads: [NamedLink] = []
  ) {
    self.id = id
    self.title = title
    self.sentence = sentence
    self.items = items.filter { (1...4).contains($0.quartile) }
    self.unplaced = unplaced
    self.downloads = downloads
  }

  private static let quartiles = ["1, best quarter", "2", "3", "4, worst quarter"]

  /// The better half not falling, the worse half not rising, and what is between.
  private static func tint(_ quartile: Int, _ movement: Movement) -> StaticString {
    switch (quartile <= 2, movement) {
    case (true, .improved), (true, .maintained): "cell-better"
    case (false, .maintained), (false, .deteriorated): "cell-worse"
    default: "cell-mixed"
    }
  }

  /// Writes the sentence, the grid, what is not placed, and the downloads.
  public func write(to html: inout HTML) {
    html(.div, .class("quartile-grid"), .id(id)) { html in
      html(.p, sentence, .class("finding"))
      html(.div, .class("scroll"), .role("region"), .labelled(by: "\(id)-caption"), .reachable) { html in
        html(.table, .id("\(id)-table")) { html in
          html(.caption, .id("\(id)-caption")) { html in html(.strong, title) }
          html(.thead) { html in
            html(.tr) { html in
              html(.th, "Quartile", .scope("col"))
              for movement in Movement.allCases { writeHead(movement, to: &html) }
            }
          }
          html(.tbody) { html in for quartile in 1...4 { write(quartile, to: &html) } }
        }
      }
      if !unplaced.isEmpty {
        html(.p, .class("note")) { html in
          html.text("Not placed: ")
          for (index, measure) in unplaced.enumerated() {
            if index > 0 { html.text(", ") }
            html(.a, measure.name, .href(measure.link))
          }
          html.text(".")
        }
      }
      if downloads.isEmpty { return }
      html(.ul, .class("downloads")) { html in
        for download in downloads { html(.li) { html in html(.a, download.name, .href(download.link)) } }
      }
    }
  }

  private func writeHead(_ movement: Movement, to html: inout HTML) {
    html(.th, .scope("col")) { html in
      html(.span, .class("icon")) { html in
        html(.svg, .viewBox(24, 24), .ornament) { html in
          html.mark(movement.sign.shape, 12, 12, 7, [movement.sign.style])
        }
        html.text(movement.word)
      }
    }
  }

  private func write(_ quartile: Int, to html: inout HTML) {
    html(.tr) { html in
      html(.th, Self.quartiles[quartile - 1], .scope("row"))
      for movement in Movement.allCases {
        let found = items.filter { $0.quartile == quartile && $0.movement == movement }
        html(.td, .class(Self.tint(quartile, movement))) { html in
          html(.span, found.isEmpty ? "none" : Figures.counted(found.count, "measure", "measures"), .class("note"))
          if found.isEmpty { return }
          html(.ul, .class("plain")) { html in
            for item in found {
              html(.li) { html in
                if let link = item.link { html(.a, item.name, .href(link)) } else { html.text(item.name) }
              }
            }
          }
        }
      }
    }
  }
}
