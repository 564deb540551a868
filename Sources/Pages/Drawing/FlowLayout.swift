/// Where everything in a ``FlowDrawing`` goes.
///
/// Each body has a slot as tall as its bar or its words, whichever is more, and slots never overlap: so neither
/// do words. The longer column is stacked; the other is drawn to where its ribbons come from, in order.
struct FlowLayout {
  struct Node {
    var index: Int
    var isSource: Bool
    var x = 0.0
    var top = 0.0
    var depth: Double
    var slot: Double
    var centre = 0.0
    var name: [String]
    var notes: [String]
  }

  struct Ribbon {
    var flow: Int
    var outline: Outline
  }

  struct Words {
    var lines: [String]
    var x: Double
    var baseline: Double
    var lettering: Lettering
    var isEnd = false
    var isSoft = false
    var isOnRibbon = false
    var link: Link?

    /// The rectangle the words fill.
    var box: (left: Double, top: Double, right: Double, bottom: Double) {
      let width = lines.map { lettering.width(of: $0) }.max() ?? 0
      let top = baseline - lettering.size * 0.8
      let bottom = baseline + Double(lines.count - 1) * lettering.leading + lettering.size * 0.22
      return isEnd ? (x - width, top, x, bottom) : (x, top, x + width, bottom)
    }
  }

  private(set) var left: [Node] = []
  private(set) var right: [Node] = []
  private(set) var ribbons: [Ribbon] = []
  private(set) var words: [Words] = []
  private(set) var height = 0.0
  let thickness: Double

  private let drawing: FlowDrawing
  private let breadth: Breadth
  private let isDense: Bool
  private let isCrowded: Bool
  private let name: Lettering
  private let note: Lettering
  private let share: Lettering
  private let labelWidth: Double
  /// Whether every target is reached by one ribbon, so that its share can stand under its name.
  private let sharesStandAtTargets: Bool

  init(_ drawing: FlowDrawing, _ breadth: Breadth) {
    self.drawing = drawing
    self.breadth = breadth
    let most = max(drawing.from.count, drawing.to.count)
    isDense = most > 12
    isCrowded = most > 24
    let isWide = breadth == .wide
    thickness = isWide ? 12 : 7
    labelWidth = isWide ? (isDense ? 216 : 196) : 116
    name = Lettering(isWide ? (isDense ? 13.5 : 16) : 12.5, bold: !isDense)
    note = Lettering(isWide ? (isDense ? 12.5 : 13.5) : 12)
    share = Lettering(isWide ? 13 : 11.5, bold: true)
    var arrivals = [Int](repeating: 0, count: drawing.to.count)
    for flow in drawing.flows { arrivals[flow.to] += 1 }
    sharesStandAtTargets = arrivals.allSatisfy { $0 <= 1 }
    place(most: most)
    bindRibbons()
    letter()
  }

  // MARK: Bodies

  private mutating func place(most: Int) {
    let total = Double(max(1, drawing.flows.reduce(0) { $0 + $1.amount }))
    let depth = min(900, (breadth == .wide ? 150 : 130) + 17 * Double(most))
    let scale = depth / total
    let order = FlowOrder(drawing.flows)
    left = order.sources.map { node($0, isSource: true, scale: scale) }
    right = order.targets.map { node($0, isSource: false, scale: scale) }
    let leftHeight = left.reduce(0) { $0 + $1.slot }
    let rightHeight = right.reduce(0) { $0 + $1.slot }
    height = max(leftHeight, rightHeight)
    if leftHeight >= rightHeight {
      Self.stack(&left)
      settle(&right, beside: left)
    } else {
      Self.stack(&right)
      settle(&left, beside: right)
    }
  }

  private func node(_ index: Int, isSource: Bool, scale: Double) -> Node {
    let amount = isSource ? drawing.total(from: index) : drawing.total(to: index)
    let depth = Double(amount) * scale
    let lines = nameLines(index, isSource: isSource)
    let notes = noteLines(index, isSource: isSource)
    let text = Double(lines.count) * name.leading + Double(notes.count) * note.leading
    var shares = 0.0
    if isSource, !sharesStandAtTargets {
      let parts = drawing.flows.count { $0.from == index && drawing.isPart($0) }
      shares = Double(parts) * share.leading
    }
    return Node(
      index: index, isSource: isSource,
      x: isSource ? labelWidth + 10 : breadth.width - labelWidth - 10 - thickness,
      depth: depth, slot: max(depth, text, shares) + (isDense ? 7 : 16), name: lines, notes: notes)
  }

  private static func stack(_ nodes: inout [Node]) {
    var top = 0.0
    for index in nodes.indices {
      nodes[index].centre = top + nodes[index].slot / 2
      nodes[index].top = nodes[index].centre - nodes[index].depth / 2
      top += nodes[index].slot
    }
  }

  /// Draws each node towards the middle of its ribbons, keeping order, slots and the frame.
  private func settle(_ nodes: inout [Node], beside others: [Node]) {
    var centres: [Int: Double] = [:]
    for other in others { centres[other.index] = other.centre }
    var least = 0.0
    for index in nodes.indices {
      let node = nodes[index]
      var sum = 0.0
      var weight = 0.0
      for flow in drawing.flows where (node.isSource ? flow.from : flow.to) == node.index {
        sum += Double(flow.amount) * (centres[node.isSource ? flow.to : flow.from] ?? 0)
        weight += Double(flow.amount)
      }
      nodes[index].centre = max(sum / max(1, weight), least + node.slot / 2)
      least = nodes[index].centre + node.slot / 2
    }
    var most = height
    for index in nodes.indices.reversed() {
      nodes[index].centre = min(nodes[index].centre, most - nodes[index].slot / 2)
      most = nodes[index].centre - nodes[index].slot / 2
      nodes[index].top = nodes[index].centre - nodes[index].depth / 2
    }
  }

  // MARK: Ribbons

  private mutating func bindRibbons() {
    var rank: [Int: Int] = [:]
    for (position, node) in right.enumerated() { rank[node.index] = position }
    var leftEdge: [Int: Double] = [:]
    var rightEdge: [Int: Double] = [:]
    for node in left { leftEdge[node.index] = node.top }
    for node in right { rightEdge[node.index] = node.top }
    var scale: [Int: Double] = [:]
    for node in left { scale[node.index] = node.depth / Double(max(1, drawing.total(from: node.index))) }
    var leftRank: [Int: Int] = [:]
    for (position, node) in left.enumerated() { leftRank[node.index] = position }
    // Ribbons leave a body in the order of where they go, and arrive in the order of where they came from.
    var starts: [Int: Double] = [:]
    for flow in drawing.flows.indices.sorted(by: {
      (rank[drawing.flows[$0].to] ?? 0, $0) < (rank[drawing.flows[$1].to] ?? 0, $1)
    }) {
      let value = drawing.flows[flow]
      starts[flow] = leftEdge[value.from] ?? 0
      leftEdge[value.from, default: 0] += Double(value.amount) * (scale[value.from] ?? 0)
    }
    var shares: [Int: [(y: Double, words: String)]] = [:]
    let x1 = (left.first?.x ?? 0) + thickness
    let x2 = right.first?.x ?? 0
    for flow in drawing.flows.indices.sorted(by: {
      (leftRank[drawing.flows[$0].from] ?? 0, $0) < (leftRank[drawing.flows[$1].from] ?? 0, $1)
    }) {
      let value = drawing.flows[flow]
      let depth = Double(value.amount) * (scale[value.from] ?? 0)
      let start = starts[flow] ?? 0
      let end = rightEdge[value.to] ?? 0
      rightEdge[value.to, default: 0] += depth
      let shown = max(depth, 0.8)
      let middle = (x1 + x2) / 2
      var outline = Outline()
      outline.move(x1, start)
      outline.curve(middle, start, middle, end, x2, end)
      outline.line(x2, end + shown)
      outline.curve(middle, end + shown, middle, start + shown, x1, start + shown)
      outline.close()
      ribbons.append(Ribbon(flow: flow, outline: outline))
      if drawing.isPart(value), !sharesStandAtTargets {
        shares[value.from, default: []].append((start + depth / 2, drawing.share(value)))
      }
    }
    for node in left { letterShares(shares[node.index] ?? [], of: node, x: x1 + 6) }
  }

  /// The shares of a split body, beside its bar, moved apart inside its slot where they would touch.
  private mutating func letterShares(_ shares: [(y: Double, words: String)], of node: Node, x: Double) {
    let sorted = shares.sorted { $0.y < $1.y }
    var places = sorted.map(\.y)
    let room = share.leading
    var least = node.centre - node.slot / 2 + room / 2
    for index in places.indices {
      places[index] = max(places[index], least)
      least = places[index] + room
    }
    var most = node.centre + node.slot / 2 - room / 2
    for index in places.indices.reversed() {
      places[index] = min(places[index], most)
      most = places[index] - room
    }
    for (item, y) in zip(sorted, places) {
      words.append(
        Words(
          lines: [item.words], x: x, baseline: y + share.size * 0.36, lettering: share, isOnRibbon: true))
    }
  }

  // MARK: Words

  private func nameLines(_ index: Int, isSource: Bool) -> [String] {
    let body = isSource ? drawing.from[index] : drawing.to[index]
    return name.lines(of: body.name, within: labelWidth, limit: breadth == .wide ? 3 : 5)
  }

  private func noteLines(_ index: Int, isSource: Bool) -> [String] {
    let body = isSource ? drawing.from[index] : drawing.to[index]
    let total = isSource ? drawing.total(from: index) : drawing.total(to: index)
    var parts = ["\(Figures.grouped(total)) \(drawing.unit)"]
    if !isSource, sharesStandAtTargets, let flow = drawing.flows.first(where: { $0.to == index }),
      drawing.isPart(flow)
    {
      let share = drawing.share(flow)
      parts = breadth == .wide ? ["\(share): \(parts[0])"] : [share] + parts
      if let note = flow.note { parts.append(note) }
    }
    if isDense { parts = isCrowded ? [] : [Figures.grouped(total)] }
    if let note = body.note, !isDense { parts.append(note) }
    return parts.flatMap { note.lines(of: $0, within: labelWidth, limit: 3) }
  }

  private mutating func letter() {
    for node in left + right {
      let lines = node.name
      let notes = node.notes
      let deep = Double(lines.count) * name.leading + Double(notes.count) * note.leading
      let x = node.isSource ? labelWidth : breadth.width - labelWidth
      let body = node.isSource ? drawing.from[node.index] : drawing.to[node.index]
      var baseline = node.centre - deep / 2 + name.leading * 0.76
      words.append(
        Words(
          lines: lines, x: x, baseline: baseline, lettering: name, isEnd: node.isSource, link: body.link))
      baseline += Double(lines.count - 1) * name.leading + note.leading
      if !notes.isEmpty {
        words.append(
          Words(
            lines: notes, x: x, baseline: baseline, lettering: note, isEnd: node.isSource, isSoft: true))
      }
    }
  }
}
