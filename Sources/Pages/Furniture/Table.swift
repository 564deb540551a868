/// A table of an answer: a caption, headed columns, and rows that begin with a heading.
///
/// The table scrolls in a region of its own where the page is narrower, so the page itself never does. The
/// region can be reached with the keyboard and has the caption for its name.
public struct Table: Part, Equatable {
  /// A column and whether it holds figures, which are aligned to the right.
  public struct Column: Sendable, Equatable {
    let title: String
    let isFigure: Bool

    /// A column of words.
    public static func words(_ title: String) -> Column { Column(title: title, isFigure: false) }

    /// A column of figures.
    public static func figures(_ title: String) -> Column { Column(title: title, isFigure: true) }
  }

  /// What one cell holds.
  public struct Cell: Sendable, Equatable, ExpressibleByStringInterpolation {
    let text: String
    let link: Link?
    let badges: [Badge]

    /// A cell with words, where they lead, and how far they may be trusted.
    public init(_ text: String, link: Link? = nil, badges: [Badge] = []) {
      self.text = text
      self.link = link
      self.badges = badges
    }

    /// A cell with words only.
    public init(stringLiteral text: String) { self.init(text) }
  }

  /// One row; the first cell is its heading.
  public struct Row: Sendable, Equatable {
    let cells: [Cell]
    let isChosen: Bool

    /// A row, marked when it is the one the page is about.
    public init(_ cells: [Cell], isChosen: Bool = false) {
      self.cells = cells
      self.isChosen = isChosen
    }
  }

  let id: String
  let caption: String
  let note: String?
  let columns: [Column]
  let rows: [Row]
  let foot: [Row]
  let downloads: [NamedLink]

  /// A table.
  ///
  /// - Parameters:
  ///   - id: its identifier in the page.
  ///   - note: units, basis and source, in a line under the caption.
  ///   - foot: the rows of totals.
  ///   - downloads: the same rows in other forms.
  public init(
    id: String, caption: String, note: String? = nil, columns: [Column], rows: [Row], foot: [Row] = [],
    downloads: [NamedLink] = []
  ) {
    self.id = id
    self.caption = caption
    self.note = note
    self.columns = columns
    self.rows = rows
    self.foot = foot
    self.downloads = downloads
  }

  /// Writes the table and its downloads.
  public func write(to html: inout HTML) {
    html(.div, .class("scroll"), .role("region"), .labelled(by: "\(id)-caption"), .reachable) { html in
      html(.table, .id(id)) { html in
        html(.caption, .id("\(id)-caption")) { html in
          html(.strong, caption)
          if let note { html.text(note) }
        }
        html(.thead) { html in
          html(.tr) { html in
            for column in columns {
              html(.th, column.title, .scope("col"), .when(column.isFigure, .class("figure")))
            }
          }
        }
        html(.tbody) { html in for row in rows { write(row, to: &html) } }
        if !foot.isEmpty { html(.tfoot) { html in for row in foot { write(row, to: &html) } } }
      }
    }
    if !downloads.isEmpty {
      html(.ul, .class("downloads")) { html in
        for download in downloads { html(.li) { html in html(.a, download.name, .href(download.link)) } }
      }
    }
  }

  private func write(_ row: Row, to html: inout HTML) {
    html(.tr, .when(row.isChosen, .class("chosen"))) { html in
      for (index, cell) in row.cells.enumerated() {
        let isFigure = index < columns.count && columns[index].isFigure
        html(
          index == 0 ? .th : .td, .when(index == 0, .scope("row")), .when(isFigure, .class("figure"))
        ) { html in
          // The mark comes first in a column of figures, so that the figures stay in line.
          if isFigure { write(cell.badges, after: false, to: &html) }
          if let link = cell.link { html(.a, cell.text, .href(link)) } else { html.text(cell.text) }
          if !isFigure { write(cell.badges, after: true, to: &html) }
        }
      }
    }
  }

  private func write(_ badges: [Badge], after: Bool, to html: inout HTML) {
    for badge in badges {
      if after { html.text(" ") }
      html.add(badge)
      if !after { html.text(" ") }
    }
  }
}
