/// What moved from which bodies to which: ribbons as wide as the people in them.
///
/// A body that passed on whole is quiet; a body that was split stands out and says its shares.
public struct FlowDrawing: Drawing {
  /// A body on either side.
  public struct Body: Sendable {
    let name: String
    let note: String?
    let link: Link?

    /// A body, a few words under its name, and its page.
    public init(_ name: String, note: String? = nil, link: Link? = nil) {
      self.name = name
      self.note = note
      self.link = link
    }
  }

  /// One ribbon.
  public struct Flow: Sendable {
    let from: Int
    let to: Int
    let amount: Int
    let note: String?
    let badges: [Badge]

    /// An amount that went from one body to another, both by their index. Amounts below one are not drawn.
    public init(from: Int, to: Int, amount: Int, note: String? = nil, badges: [Badge] = []) {
      self.from = from
      self.to = to
      self.amount = amount
      self.note = note
      self.badges = badges
    }
  }

  /// Above this many bodies on one side, only the table is shown.
  public static let limit = 48

  /// The identifier of the drawing in its page.
  public let id: String
  /// What the drawing is of.
  public let title: String
  /// What the drawing shows, in a sentence.
  public let sentence: String
  let unit: String
  let from: [Body]
  let to: [Body]
  let flows: [Flow]
  private let leaving: [Int]
  private let reaching: [Int]
  private let hasWhole: Bool

  /// A drawing of these flows.
  ///
  /// - Parameters:
  ///   - sentence: what it shows; when nil, one is made from the figures.
  ///   - unit: what is counted, such as `people`.
  ///   - flows: those with an index outside the two lists, or no amount, are left out.
  public init(
    id: String, title: String, sentence: String? = nil, unit: String, from: [Body], to: [Body], flows: [Flow]
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.from = from
    self.to = to
    self.flows =
      flows
      .filter { from.indices.contains($0.from) && to.indices.contains($0.to) && $0.amount > 0 }
      .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    var leaving = [Int](repeating: 0, count: from.count)
    var reaching = [Int](repeating: 0, count: to.count)
    for flow in self.flows {
      leaving[flow.from] += flow.amount
      reaching[flow.to] += flow.amount
    }
    self.leaving = leaving
    self.reaching = reaching
    hasWhole = self.flows.contains { $0.amount == leaving[$0.from] }
    self.sentence = sentence ?? Self.sentence(unit: unit, from: from, to: to, flows: self.flows)
  }

  /// Whether nothing moved, or more bodies are on one side than can be read.
  public var isTableOnly: Bool { flows.isEmpty || max(from.count, to.count) > Self.limit }

  /// All that left a body.
  func total(from index: Int) -> Int { leaving[index] }

  /// All that reached a body.
  func total(to index: Int) -> Int { reaching[index] }

  /// Whether the flow is less than all that left its body.
  func isPart(_ flow: Flow) -> Bool { flow.amount < total(from: flow.from) }

  /// The flow as a share of all that left its body.
  func share(_ flow: Flow) -> String {
    let share = Double(flow.amount) / Double(max(1, total(from: flow.from)))
    return share < 0.0005 ? "under 0.1%" : Figures.percent(share)
  }

  /// The same as a table: one row for each ribbon.
  public var twin: Table {
    let notes = flows.contains { $0.note != nil }
    return Table(
      id: "\(id)-table", caption: title,
      columns: [
        .words("From"), .words("To"), .figures(unit.prefix(1).uppercased() + unit.dropFirst()),
        .figures("Share"),
      ] + (notes ? [.words("Note")] : []),
      rows: flows.map { flow in
        .init(
          [
            .init(from[flow.from].name, link: from[flow.from].link),
            .init(to[flow.to].name, link: to[flow.to].link),
            .init(Figures.grouped(flow.amount), badges: flow.badges), .init(share(flow)),
          ] + (notes ? [.init(flow.note ?? "")] : []))
      },
      foot: flows.isEmpty
        ? []
        : [
          .init(
            ["All", "", .init(Figures.grouped(flows.reduce(0) { $0 + $1.amount })), ""] + (notes ? [""] : []))
        ])
  }

  private static func sentence(unit: String, from: [Body], to: [Body], flows: [Flow]) -> String {
    let total = flows.reduce(0) { $0 + $1.amount }
    guard total > 0 else { return "Nothing moved." }
    let targets = Set(flows.map(\.to)).count
    let sources = Set(flows.map(\.from)).count
    if sources == 1, targets <= 5, let first = flows.first {
      let whole = "\(Figures.grouped(total)) \(unit) of \(from[first.from].name)"
      if targets == 1 { return "All \(whole) went to \(to[first.to].name)." }
      let parts = flows.sorted { ($1.amount, $0.to) < ($0.amount, $1.to) }.map {
        "\(Figures.percent(Double($0.amount) / Double(total))) to \(to[$0.to].name)"
      }
      return "Of the \(whole), \(listed(parts).replacing("% to", with: "% went to", maxReplacements: 1))."
    }
    let number = Figures.spelt(sources)
    let start = number.prefix(1).uppercased() + number.dropFirst() + (sources == 1 ? " body" : " bodies")
    if targets == 1, let first = flows.first {
      return "\(start) with \(Figures.grouped(total)) \(unit) became one: \(to[first.to].name)."
    }
    var parted: [Int: Int] = [:]
    for flow in flows { parted[flow.from, default: 0] += 1 }
    let split = parted.filter { $0.value > 1 }.keys.sorted().map { from[$0].name }
    let changed = "\(start) became \(Figures.spelt(targets))."
    if split.isEmpty { return "\(changed) Each passed on whole." }
    let names = split.count <= 3 ? ": \(listed(split))" : ""
    let whole = Figures.spelt(sources - split.count)
    let parts = "\(Figures.spelt(split.count)) \(split.count == 1 ? "was" : "were") split\(names)."
    return "\(changed) Of the \(Figures.spelt(sources)), \(whole) passed on whole and \(parts)"
  }

  // MARK: Drawing

  /// Draws the SVG, once for each breadth.
  public func draw(in html: inout HTML) {
    for breadth in Breadth.allCases {
      let layout = FlowLayout(self, breadth)
      let hasLinks = (from + to).contains { $0.link != nil }
      html.drawing(
        self, part: breadth.mark, size: (breadth.width, layout.height),
        classes: [breadth == .wide ? "for-wide" : "for-narrow"], hasLinks: hasLinks
      ) { html in
        html(.defs) { html in
          for kind in Kind.allCases { define(kind, in: breadth, to: &html) }
        }
        for ribbon in layout.ribbons { draw(ribbon, in: breadth, to: &html) }
        for column in [layout.left, layout.right] {
          for node in column {
            html(
              .rect, .class(node.isSource ? "flow-from" : "flow-to"), .number("x", node.x),
              .number("y", node.top), .number("width", layout.thickness),
              .number("height", max(1.5, node.depth)))
          }
        }
        for words in layout.words { draw(words, in: &html) }
      }
    }
  }

  private enum Kind: String, CaseIterable { case whole, part }

  private func gradient(_ kind: Kind, _ breadth: Breadth) -> String {
    "\(id)-\(breadth.mark)-\(kind.rawValue)"
  }

  /// Ribbons grow paler on their way, so that the eye follows them.
  private func define(_ kind: Kind, in breadth: Breadth, to html: inout HTML) {
    html(.linearGradient, .id(gradient(kind, breadth))) { html in
      html(.stop, .class(kind == .whole ? "flow-whole-start" : "flow-part-start"), .word("offset", "0"))
      html(.stop, .class(kind == .whole ? "flow-whole-end" : "flow-part-end"), .word("offset", "1"))
    }
  }

  private func draw(_ ribbon: FlowLayout.Ribbon, in breadth: Breadth, to html: inout HTML) {
    let flow = flows[ribbon.flow]
    let words =
      "\(from[flow.from].name) to \(to[flow.to].name): \(Figures.grouped(flow.amount)) \(unit), \(share(flow))"
    // Where every flow is part of a split, nothing needs to stand out.
    let kind: Kind = isPart(flow) && hasWhole ? .part : .whole
    html(.g, .class("flow")) { html in
      html(.title, words + (flow.note.map { ", \($0)" } ?? ""))
      html(
        .path, .class(kind == .part ? "flow-part" : "flow-whole"), .fill(with: gradient(kind, breadth)),
        .outline(ribbon.outline))
    }
  }

  private func draw(_ words: FlowLayout.Words, in html: inout HTML) {
    let classes: [StaticString] =
      (words.isEnd ? ["end"] : []) + (words.isSoft ? ["soft"] : []) + (words.isOnRibbon ? ["halo"] : [])
      + (words.link == nil ? [] : ["named"])
    func lines(_ html: inout HTML) {
      for (index, line) in words.lines.enumerated() {
        html.letter(
          line, words.x, words.baseline + Double(index) * words.lettering.leading, words.lettering, classes)
      }
    }
    if let link = words.link {
      html(.a, .href(link)) { html in
        lines(&html)
      }
    } else {
      lines(&html)
    }
  }
}

/// `a`, `a and b`, `a, b and c`.
func listed(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}
