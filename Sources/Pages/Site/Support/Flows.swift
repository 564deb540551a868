internal import Answers
internal import Register
internal import Vocabulary

/// What passed from which bodies to which, ready to be drawn and to be set out on every basis that was counted.
struct Flows {
  /// A body on either side.
  struct End: Hashable {
    let id: String
    let name: String
  }

  /// One body took from another.
  struct Item {
    let from: End
    let to: End
    let event: String
    let shares: [ShareEntry]
    let mark: CertaintyMark
    let date: When
  }

  let items: [Item]

  /// What was counted for every item: people first, registered before resident.
  let units: [String]

  init(_ items: [Item]) {
    self.items = items
    units = Flows.units(of: items)
  }

  /// What came to a body.
  init(to body: End, _ entries: [SuccessionEntry]) {
    self.init(
      entries.map {
        Item(
          from: End(id: $0.id, name: $0.shortName), to: body, event: $0.eventWritten, shares: $0.shares,
          mark: $0.mark, date: $0.date)
      })
  }

  /// What went from a body.
  init(from body: End, _ entries: [SuccessionEntry]) {
    self.init(
      entries.map {
        Item(
          from: body, to: End(id: $0.id, name: $0.shortName), event: $0.eventWritten, shares: $0.shares,
          mark: $0.mark, date: $0.date)
      })
  }

  /// What took whose place around a day.
  init(_ flows: [FlowEntry]) {
    self.init(
      flows.map {
        Item(
          from: End(id: $0.from.id, name: $0.from.shortName), to: End(id: $0.to.id, name: $0.to.shortName),
          event: $0.event.written, shares: $0.shares, mark: $0.mark, date: $0.date)
      })
  }

  private static func units(of items: [Item]) -> [String] {
    var found: [String] = []
    for share in items.flatMap(\.shares) where !found.contains(share.unit) { found.append(share.unit) }
    return found.filter { unit in items.allSatisfy { $0.shares.contains { $0.unit == unit } } }
      .sorted { (rank($0), $0) < (rank($1), $1) }
  }

  private static func rank(_ unit: String) -> Int {
    unit.hasPrefix("people registered") ? 0 : unit.hasPrefix("people") ? 1 : 2
  }

  /// What to draw: people, where every item has them; else nothing.
  var people: String? { units.first { $0.hasPrefix("people") } }

  /// Whether every item is the whole of its body.
  var isWhole: Bool { items.allSatisfy { ($0.shares.first?.share ?? 1) >= 1 } }

  /// The count of an item in a unit.
  func share(_ item: Item, _ unit: String) -> ShareEntry? { item.shares.first { $0.unit == unit } }

  /// All that passed, in a unit.
  func total(_ unit: String) -> Double { items.reduce(0) { $0 + (share($1, unit)?.part ?? 0) } }

  // MARK: Drawing

  /// A drawing of the people who passed; nil where not every item was counted in people.
  ///
  /// What a body gave to others than those drawn stands beside them as one, so that no part looks like a whole.
  func drawing(id: String, title: String, sentence: String?, _ visit: Visit) -> FlowDrawing? {
    guard let unit = people else { return nil }
    let from = Flows.unique(items.map(\.from))
    let to = Flows.unique(items.map(\.to))
    var flows = zip(items, whole(unit)).compactMap { item, amount -> FlowDrawing.Flow? in
      guard let source = from.firstIndex(of: item.from), let target = to.firstIndex(of: item.to) else {
        return nil
      }
      return FlowDrawing.Flow(
        from: source, to: target, amount: amount, badges: item.mark == .planned ? [.planned] : [])
    }
    let rest = from.indices.compactMap { index -> (Int, Int)? in
      let own = items.filter { $0.from == from[index] }.compactMap { share($0, unit) }
      guard let whole = own.first?.whole else { return nil }
      let left = Int((whole - own.reduce(0) { $0 + $1.part }).rounded())
      return left > 0 ? (index, left) : nil
    }
    var targets = to.map { FlowDrawing.Body($0.name, link: visit.link(toBody: $0.id)) }
    if !rest.isEmpty {
      for (source, amount) in rest { flows.append(.init(from: source, to: targets.count, amount: amount)) }
      targets.append(FlowDrawing.Body("Elsewhere", note: "to other bodies"))
    }
    return FlowDrawing(
      id: id, title: title, sentence: sentence, unit: "people",
      from: from.map { FlowDrawing.Body($0.name, link: visit.link(toBody: $0.id)) }, to: targets, flows: flows
    )
  }

  /// The count of each item as a whole number, so that what reached each body adds up to its own rounded total:
  /// the parts with the largest remainders are rounded up.
  private func whole(_ unit: String) -> [Int] {
    let parts = items.map { share($0, unit)?.part ?? 0 }
    var amounts = parts.map { Int($0.rounded(.down)) }
    for target in Set(items.map(\.to)) {
      let own = items.indices.filter { items[$0].to == target }
      let total = Int(own.reduce(0) { $0 + parts[$1] }.rounded())
      let missing = total - own.reduce(0) { $0 + amounts[$1] }
      let byRemainder = own.sorted {
        let (a, b) = (parts[$0] - Double(amounts[$0]), parts[$1] - Double(amounts[$1]))
        return a != b ? a > b : $0 < $1
      }
      for index in byRemainder.prefix(max(0, missing)) { amounts[index] += 1 }
    }
    return amounts
  }

  static func unique(_ ends: [End]) -> [End] {
    var seen: Set<End> = []
    return ends.filter { seen.insert($0).inserted }
  }

  /// What was drawn, in a line that names the basis.
  var basisNote: String? {
    people.map { unit in
      unit.hasPrefix("people registered")
        ? "Widths are people registered with a practice, \(unit.dropFirst(18)). Other counts are in the table below."
        : "Widths are people who lived there, \(unit.dropFirst(7)). Other counts are in the table below."
    }
  }

  /// The shares on every basis, side by side: they differ, because they count different things.
  func table(id: String, caption: String, _ visit: Visit) -> Table {
    let units = Flows.allUnits(items)
    return Table(
      id: id, caption: caption,
      note: units.isEmpty
        ? nil : "The share of each that passed on, and the count, in each way it was counted",
      columns: [.words("From"), .words("To"), .words("When"), .words("How")]
        + units.map { .figures(Wording.unit($0)) },
      rows: items.map { item in
        .init(
          [
            .init(item.from.name, link: visit.link(toBody: item.from.id)),
            .init(item.to.name, link: visit.link(toBody: item.to.id)),
            .init(item.date.written), .init(item.event, badges: [Badge(item.mark)]),
          ]
            + units.map { unit in
              share(item, unit).map { .init("\($0.shareWritten) (\(Wording.people($0.part)))") }
                ?? "not counted"
            })
      })
  }

  private static func allUnits(_ items: [Item]) -> [String] {
    Set(items.flatMap(\.shares).map(\.unit)).sorted { (rank($0), $0) < (rank($1), $1) }
  }
}
