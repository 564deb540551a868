internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// The tables and the drawing of a measure on a map.
enum MeasureTables {
  // MARK: Every figure

  static func figures(_ shown: MeasureShown, _ visit: Visit) -> Table {
    let hasParts = shown.bodies.contains { $0.status == "apportioned" } && !shown.entry.isRatio
    let value = shown.entry.isRatio ? "Share" : Sentences.capital(shown.entry.unit)
    return Table(
      id: "every-figure", caption: "\(shown.entry.name), \(MeasureWriting.period(shown.label))",
      note: "On the map of \(shown.on.written); basis: \(shown.table?.basis ?? "")."
        + (shown.entry.isRatio ? "" : " A figure leads to what it was added up from."),
      columns: [.words("Body"), .figures(value)] + (hasParts ? [.figures("Of it, exact")] : [])
        + [.words("Mark"), .words("Came from"), .words("Note")] + (hasSeries(shown) ? [.words("Over time")] : []),
      rows: (shown.bodies + shown.others).map { row(of: $0, hasParts, shown, visit) },
      foot: totals(shown, hasParts),
      downloads: [
        NamedLink("These figures as CSV", visit.address.as(.csv)),
        NamedLink("As JSON", visit.address.as(.json)),
      ])
  }

  private static func row(
    of row: RecastAnswer.Row, _ hasParts: Bool, _ shown: MeasureShown, _ visit: Visit
  ) -> Table.Row {
    let isBody = row.target != "none" && row.target != "unplaced"
    return .init(
      [
        .init(shown.name(row), link: isBody ? visit.address.at(.body(row.target)).link : nil),
        .init(row.status == "suppressed" ? "*" : shown.text(row.value), link: parts(of: row, shown, visit)),
      ] + (hasParts ? [.init(shown.text(row.exactPart))] : [])
        + [
          .init("", badges: [MeasureWriting.badge(row.status)]), .init(cameFrom(row, shown)),
          .init(Sentences.capital(row.note)),
        ] + (hasSeries(shown) ? [isBody ? .init("its series", link: series(of: row, shown, visit)) : ""] : []))
  }

  /// Two figures make no series; twelve are the fewest that limits are sensible for, but a reader may look before.
  private static func hasSeries(_ shown: MeasureShown) -> Bool { shown.entry.labels.count > 2 }

  private static func series(of row: RecastAnswer.Row, _ shown: MeasureShown, _ visit: Visit) -> Link {
    visit.address.at(.series(shown.entry.id, of: row.target, rules: Place.usualRules)).link
  }

  /// Where a figure leads: to what it was added up from. A share leads nowhere, its two counts do.
  private static func parts(of row: RecastAnswer.Row, _ shown: MeasureShown, _ visit: Visit) -> Link? {
    guard !shown.entry.isRatio, row.value != nil else { return nil }
    let view = Place.MeasureView(kind: shown.kind.rawValue, period: shown.label)
    return visit.address.at(.parts(shown.entry.id, of: row.target, view)).link
  }

  /// The names of the old bodies, or how many they are.
  private static func cameFrom(_ row: RecastAnswer.Row, _ shown: MeasureShown) -> String {
    if row.sourceNames == [shown.name(row)] { return "itself" }
    return row.sourceNames.count > 6
      ? Figures.counted(row.sourceNames.count, "body", "bodies") : row.sourceNames.joined(separator: "; ")
  }

  private static func totals(_ shown: MeasureShown, _ hasParts: Bool) -> [Table.Row] {
    guard let table = shown.table else { return [] }
    let rest: [Table.Cell] = (hasParts ? [""] : []) + ["", "", ""] + (hasSeries(shown) ? [""] : [])
    guard let total = table.total else { return [] }
    if shown.entry.isRatio { return [.init(["England as a whole", .init(shown.text(total))] + rest)] }
    let sum = table.rows.compactMap(\.value).reduce(0, +)
    let before = shown.oldTable.map { $0.rows.compactMap(\.value).reduce(0, +) } ?? total
    return [
      .init([.init("All, on the map of \(shown.from.written)"), .init(shown.text(before))] + rest),
      .init([.init("All, on the map of \(shown.on.written)"), .init(shown.text(sum))] + rest),
    ]
  }

  // MARK: Two maps

  /// The same figures on the old map and the new, and how many are the same on both.
  static func comparison(_ shown: MeasureShown, _ visit: Visit) -> (table: Table, unchanged: Int)? {
    guard let old = shown.oldTable, let new = shown.table else { return nil }
    let then = Dictionary(old.rows.map { ($0.target, $0) }, uniquingKeysWith: { first, _ in first })
    let now = Dictionary(new.rows.map { ($0.target, $0) }, uniquingKeysWith: { first, _ in first })
    var names: [String: String] = [:]
    for row in old.rows + new.rows { names[row.target] = shown.name(row) }
    let bodies = names.keys.filter { $0 != "none" && $0 != "unplaced" }
      .sorted { (names[$0] ?? "", $0) < (names[$1] ?? "", $1) }
    let order = bodies + ["none", "unplaced"].filter { names[$0] != nil }
    var unchanged = 0
    let rows = order.map { target -> Table.Row in
      let (before, after) = (then[target], now[target])
      let isSame = before?.value != nil && before?.value == after?.value
      if isSame, bodies.contains(target) { unchanged += 1 }
      return .init(
        [
          .init(
            names[target] ?? target,
            link: bodies.contains(target) ? visit.address.at(.body(target)).link : nil),
          cell(before, shown), cell(after, shown), .init(change(target, before, after, shown)),
        ], isChosen: !isSame && bodies.contains(target))
    }
    let table = Table(
      id: "two-maps", caption: "On the old map and on this one",
      note: "Shaded: the figure is not the same on both.",
      columns: [
        .words("Body"), .figures("As it was, \(shown.from.written)"),
        .figures("As it is, \(shown.on.written)"),
        .words("What happened"),
      ],
      rows: rows, foot: shown.entry.isRatio || new.total == nil ? [] : [foot(old, new, shown)])
    return (table, unchanged)
  }

  private static func foot(
    _ old: RecastAnswer.Table, _ new: RecastAnswer.Table, _ shown: MeasureShown
  ) -> Table.Row {
    func sum(_ table: RecastAnswer.Table) -> String {
      shown.text(table.rows.compactMap(\.value).reduce(0, +))
    }
    return .init(["All", .init(sum(old)), .init(sum(new)), ""])
  }

  private static func cell(_ row: RecastAnswer.Row?, _ shown: MeasureShown) -> Table.Cell {
    guard let row else { return "–" }
    return .init(
      row.status == "suppressed" ? "*" : shown.text(row.value),
      badges: row.status == "exact" ? [] : [MeasureWriting.badge(row.status)])
  }

  private static func change(
    _ body: String, _ before: RecastAnswer.Row?, _ after: RecastAnswer.Row?, _ shown: MeasureShown
  ) -> String {
    switch (before, after) {
    case (nil, nil): ""
    case (nil, .some): origins(of: body, shown).map { "made of \($0)" } ?? "new on this map"
    case (.some, nil): destinations(of: body, shown).map { "went to \($0)" } ?? "not on this map"
    case (let before?, let after?):
      if let old = before.value, let new = after.value, !shown.entry.isRatio, old != new {
        "\(new > old ? "gained" : "lost") \(shown.text(abs(new - old)))"
      } else {
        before.value == after.value ? "" : "changed"
      }
    }
  }

  private static func origins(of body: String, _ shown: MeasureShown) -> String? {
    listed(shown.table?.working, shown) { $0.target == body ? ($0.source, $0.sourceName) : nil }
  }

  private static func destinations(of body: String, _ shown: MeasureShown) -> String? {
    listed(shown.table?.working, shown) { $0.source == body ? ($0.target, $0.targetName) : nil }
  }

  private static func listed(
    _ flows: [RecastAnswer.Flow]?, _ shown: MeasureShown,
    _ other: (RecastAnswer.Flow) -> (id: String, name: String)?
  ) -> String? {
    let names = (flows ?? []).filter { $0.value > 0 }.compactMap(other).filter { !$0.id.isEmpty }
      .map { shown.name($0.id, $0.name) }.sorted()
    return names.isEmpty ? nil : Sentences.list(names)
  }

  // MARK: What moved

  static func drawing(_ shown: MeasureShown, _ visit: Visit) -> FlowDrawing {
    var (from, to): ([String], [String]) = ([], [])
    var (fromNames, toNames): ([FlowDrawing.Body], [FlowDrawing.Body]) = ([], [])
    func place(
      _ id: String, _ ids: inout [String], _ bodies: inout [FlowDrawing.Body], _ name: String, _ day: Day
    ) -> Int {
      if let index = ids.firstIndex(of: id) { return index }
      ids.append(id)
      bodies.append(FlowDrawing.Body(name, link: visit.address.on(day).at(.body(id)).link))
      return ids.count - 1
    }
    let flows = shown.moved.map { flow in
      FlowDrawing.Flow(
        from: place(flow.source, &from, &fromNames, shown.name(flow.source, flow.sourceName), shown.from),
        to: place(flow.target, &to, &toNames, shown.name(flow.target, flow.targetName), shown.on),
        amount: Int(flow.value.rounded()),
        note: Figures.counted(flow.units, "unit", "units"), badges: [MeasureWriting.badge(flow.status)])
    }
    return FlowDrawing(
      id: "flow", title: "From the map of \(shown.from.written) to that of \(shown.on.written)",
      unit: shown.entry.unit,
      from: fromNames, to: toNames, flows: flows)
  }

  /// Every pair of an old body and a new one.
  static func pairs(_ flows: [RecastAnswer.Flow], _ shown: MeasureShown) -> Table {
    Table(
      id: "pairs", caption: "Every pair",
      note: "What each body of \(shown.from.written) brought to each of \(shown.on.written).",
      columns: [
        .words("From"), .words("To"), .figures(Sentences.capital(shown.entry.unit)),
        .figures("Share of the first"),
        .figures("Units added up"), .words("Mark"),
      ],
      rows: flows.map { flow in
        .init([
          .init(shown.name(flow.source, flow.sourceName)), .init(shown.name(flow.target, flow.targetName)),
          .init(shown.text(flow.value)),
          .init(Sentences.percent(flow.share)), .init(Figures.grouped(flow.units)),
          .init("", badges: [MeasureWriting.badge(flow.status)]),
        ])
      })
  }

  /// How much of a figure is shared out, and how far off that was where the truth is known.
  static func error(_ row: RecastAnswer.Row, _ shown: MeasureShown) -> String {
    guard let value = row.value else { return "\(shown.name(row)): no figure." }
    let divided = max(0, value - (row.exactPart ?? 0))
    var words = "\(shown.name(row)): about \(shown.text(value))"
    if !shown.entry.isRatio {
      words +=
        ", of which \(shown.text(row.exactPart ?? 0)) is exact and \(shown.text(divided.rounded())) is shared out"
    }
    guard let error = row.error else { return words + ". How far off this is has not been measured." }
    words +=
      ". Where the truth is known, sharing out this way was off by \(Figures.percent(error)) of what was shared"
    return shown.entry.isRatio
      ? words + "." : words + ": here, by about \(shown.text((divided * error).rounded()))."
  }

  // MARK: As data

  static func csv(_ shown: MeasureShown, working: Bool) -> Reply {
    let name = "\(shown.entry.id)-\(shown.kind.rawValue)-\(shown.on)"
    guard let table = shown.table else { return DataReply.csv(header: figureHeader, rows: [], name: name) }
    if working, let flows = table.working {
      return DataReply.csv(
        header: [
          "period", "measure", "source", "source_name", "target", "target_name", "value", "share", "status",
          "units",
        ],
        rows: flows.map { flow in
          [
            table.period, shown.entry.id, flow.sourceCode, flow.sourceName, flow.targetCode, flow.targetName,
            Decimals.shortest(flow.value), Decimals.shortest(flow.share), flow.status, String(flow.units),
          ]
        }, name: "\(name)-working")
    }
    return DataReply.csv(
      header: figureHeader,
      rows: table.rows.map { row in
        [
          table.period, shown.entry.id, row.targetCode.isEmpty ? row.target : row.targetCode, row.targetName,
          row.value.map(Decimals.shortest) ?? "", row.exactPart.map(Decimals.shortest) ?? "", row.status,
          table.basis,
          row.sources.joined(separator: ";"), row.note,
        ]
      }, name: name)
  }

  private static let figureHeader = [
    "period", "measure", "target", "target_name", "value", "exact_part", "status", "basis", "sources", "note",
  ]
}
