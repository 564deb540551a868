/// Many measures on one page: for each its latest value, what is usual for it, and two signs.
///
/// It is a table, and needs no twin. On paper its letters are small, and its headings return on each sheet.
public struct IconSummary: Part {
  /// One measure.
  public struct Row: Sendable {
    let name: String
    let link: Link?
    let date: String
    let value: Double?
    let target: Double?
    let variation: Variation?
    let assurance: Assurance?
    let mean: Double?
    let lower: Double?
    let upper: Double?
    let writing: BarList.Writing
    let series: [Double?]
    let seriesSentence: String
    let badges: [Badge]

    /// A measure and its latest point.
    ///
    /// - Parameters:
    ///   - date: the time of the value, in words.
    ///   - variation: nil where it cannot be judged, such as with too few points.
    ///   - assurance: nil where there is a target and it cannot be judged.
    ///   - series: the values to draw small, in order.
    ///   - seriesSentence: what they do, for readers who do not see them.
    public init(
      _ name: String, link: Link? = nil, date: String, value: Double?, target: Double? = nil, variation: Variation?,
      assurance: Assurance?, mean: Double? = nil, lower: Double? = nil, upper: Double? = nil,
      writing: BarList.Writing, series: [Double?] = [], seriesSentence: String = "", badges: [Badge] = []
    ) {
      self.name = name
      self.link = link
      self.date = date
      self.value = drawable(value)
      self.target = drawable(target)
      self.variation = variation
      self.assurance = assurance
      self.mean = drawable(mean)
      self.lower = drawable(lower)
      self.upper = drawable(upper)
      self.writing = writing
      self.series = series.map(drawable)
      self.seriesSentence = seriesSentence
      self.badges = badges
    }

    /// The limits as a band behind the small series.
    var band: ClosedRange<Double>? {
      guard let lower, let upper, lower <= upper else { return nil }
      return lower...upper
    }
  }

  /// Measures that belong together, under a heading.
  public struct Group: Sendable {
    let name: String
    let rows: [Row]

    /// Measures under a heading.
    public init(_ name: String, _ rows: [Row]) {
      self.name = name
      self.rows = rows
    }
  }

  let id: String
  let title: String
  let sentence: String
  let groups: [Group]
  let downloads: [NamedLink]

  /// A summary of measures in the order given. Groups without measures are left out.
  ///
  /// - Parameter sentence: what the whole shows, first of all.
  public init(id: String, title: String, sentence: String, groups: [Group], downloads: [NamedLink] = []) {
    self.id = id
    self.title = title
    self.sentence = sentence
    self.groups = groups.filter { !$0.rows.isEmpty }
    self.downloads = downloads
  }

  private static let columns: [(name: String, isFigure: Bool)] = [
    ("Measure", false), ("Latest", true), ("When", false), ("Target", true), ("Variation", false),
    ("Assurance", false), ("Mean", true), ("Lower", true), ("Upper", true), ("Over time", false),
  ]

  /// Writes the sentence, the table and its downloads.
  public func write(to html: inout HTML) {
    html(.div, .class("icon-summary"), .id(id)) { html in
      html(.p, sentence, .class("finding"))
      if groups.isEmpty { return }
      html(.div, .class("scroll"), .role("region"), .labelled(by: "\(id)-caption"), .reachable) { html in
        html(.table, .id("\(id)-table")) { html in
          html(.caption, .id("\(id)-caption")) { html in html(.strong, title) }
          html(.thead) { html in
            html(.tr) { html in
              for column in Self.columns {
                html(.th, column.name, .scope("col"), .when(column.isFigure, .class("figure")))
              }
            }
          }
          for group in groups {
            html(.tbody) { html in
              html(.tr, .class("group-head")) { html in
                html(.th, group.name, .scope("rowgroup"), .span(columns: Self.columns.count))
              }
              for row in group.rows { write(row, to: &html) }
            }
          }
        }
      }
      if downloads.isEmpty { return }
      html(.ul, .class("downloads")) { html in
        for download in downloads { html(.li) { html in html(.a, download.name, .href(download.link)) } }
      }
    }
  }

  private func write(_ row: Row, to html: inout HTML) {
    func figure(_ html: inout HTML, _ value: Double?) {
      html(.td, value.map(row.writing.text) ?? "–", .class("figure"))
    }
    html(.tr) { html in
      html(.th, .scope("row")) { html in
        if let link = row.link { html(.a, row.name, .href(link)) } else { html.text(row.name) }
      }
      html(.td, .class("figure")) { html in
        for badge in row.badges {
          html.add(badge)
          html.text(" ")
        }
        html(.strong, row.writing.words(row.value))
      }
      html(.td, row.date)
      figure(&html, row.target)
      html(.td) { html in
        if let variation = row.variation {
          html.add(VariationIcon(variation))
        } else {
          html(.span, "not judged", .class("note"))
        }
      }
      html(.td) { html in
        if let assurance = row.assurance {
          html.add(AssuranceIcon(assurance))
        } else {
          html(.span, "not judged", .class("note"))
        }
      }
      figure(&html, row.mean)
      figure(&html, row.lower)
      figure(&html, row.upper)
      html(.td) { html in html.add(SparkLine(row.series, sentence: row.seriesSentence, band: row.band)) }
    }
  }
}
