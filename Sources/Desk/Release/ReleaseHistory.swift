internal import Chronicle
internal import Measures
internal import Recast
internal import Register
internal import Vocabulary

/// What was released before of the same counts, rebuilt from the record.
struct ReleaseHistory {
  let plan: ReleasePlan
  /// Tables worked out in this very act, with the cells of each figure that are shown.
  private var now: [(table: ReleaseTable, shown: [Set<Int>])] = []

  init(_ plan: ReleasePlan) { self.plan = plan }

  mutating func add(_ table: ReleaseTable, _ outcomes: [[Disclosed?]]) {
    now.append((table, outcomes.map { cells in Set(cells.indices.filter { cells[$0]?.value != nil }) }))
  }

  /// Hides what could be subtracted from what is out already. Returns why, a sentence for each.
  ///
  /// Counts, and for a share those who are in the whole and not in the part, are followed one by one.
  func settle(_ table: ReleaseTable, _ outcomes: inout [[Disclosed?]]) throws -> [String] {
    guard let rule = table.rules.first(where: \.hidesOrRounds) else { return [] }
    var reasons: [String] = []
    for figure in table.group.indices where table.rules[figure].hidesOrRounds {
      reasons += try settle(table, [figure], &outcomes, under: rule)
    }
    for pair in table.quotients where table.rules[pair.above].hidesOrRounds {
      reasons += try settle(table, [pair.below, pair.above], &outcomes, under: rule)
    }
    return reasons
  }

  /// One figure, or the first less the second. What must go is hidden in the last.
  private func settle(
    _ table: ReleaseTable, _ figures: [Int], _ outcomes: inout [[Disclosed?]], under rule: DisclosureRule
  ) throws -> [String] {
    let bases = figures.map { finest(beside: table.group[$0]) }
    guard let base = bases.first, let units = try Finest(bases, plan) else { return [] }
    let known = try earlier(of: figures.map { table.group[$0] }, units, base)
    if known.isEmpty { return [] }
    let cells = try units.cells(of: table.grain, on: table.map, codes: table.cells.map(\.code), plan)
    let candidates = table.cells.indices.filter { cell in figures.allSatisfy { outcomes[$0][cell]?.value != nil } }
    let series = ReleaseLedger.Series(base.fact.subject, grain: base.fact.grain, label: base.fact.label)
    let check = try ReleaseCheck(series, counts: units.counts, earlier: known, under: rule)
    let result = try check.shown(cells, of: candidates)
    guard let hiding = figures.last else { return [] }
    for cell in Set(candidates).subtracting(result.shown) { outcomes[hiding][cell] = .suppressed(.secondary) }
    return result.reasons
  }

  /// The finest figures there are of what an observation counts: in them everything else is added up.
  private func finest(beside version: ReleasePlan.Held) -> ReleasePlan.Held {
    let all = plan.snapshot.history(Observation.self, of: version.fact.subject).filter {
      $0.audience != .public && $0.fact.label == version.fact.label && $0.fact.basis == version.fact.basis
    }
    return all.max { ($0.fact.count, -$0.entry) < ($1.fact.count, -$1.entry) } ?? version
  }

  // MARK: What is out already

  private func earlier(
    of held: [ReleasePlan.Held], _ units: Finest, _ base: ReleasePlan.Held
  ) throws -> [ReleaseCheck.Table] {
    var tables: [ReleaseCheck.Table] = []
    for release in releases(of: held[0], base) {
      var shown = try ReleaseHistory.shown(release, plan)
      for other in held.dropFirst() {
        guard let beside = releases(of: other, base).first(where: { $0.isBeside(release) }) else {
          shown = []
          continue
        }
        shown.formIntersection(try ReleaseHistory.shown(beside, plan))
      }
      let codes = shown.sorted()
      tables.append(
        ReleaseCheck.Table(
          "the \(release.grain) figures of \(release.label)",
          try units.cells(of: release.grain, on: release.map, codes: codes, plan)))
    }
    for (table, shown) in now where table.group[0].fact.label == base.fact.label {
      let positions = held.compactMap { version in table.group.firstIndex { $0.fact.subject == version.fact.subject } }
      guard positions.count == held.count, table.group[0].fact.basis == base.fact.basis else { continue }
      let cells = positions.dropFirst().reduce(shown[positions[0]]) { $0.intersection(shown[$1]) }
      tables.append(
        ReleaseCheck.Table(
          "the \(table.grain) figures of \(base.fact.label)",
          try units.cells(of: table.grain, on: table.map, codes: cells.sorted().map { table.cells[$0].code }, plan)))
    }
    return tables.filter { !$0.cells.isEmpty }
  }

  /// Releases of a measure for a period that were made of the figures as they stand. Figures that were revised since
  /// are another edition.
  private func releases(of version: ReleasePlan.Held, _ base: ReleasePlan.Held) -> [Release] {
    plan.snapshot.archive.table(Release.self).versions(of: version.fact.subject).filter {
      $0.fact.label == version.fact.label && $0.fact.basis == version.fact.basis && $0.recorded >= base.recorded
    }
    .map(\.fact)
  }

  /// The codes of the cells a release shows.
  private static func shown(_ release: Release, _ plan: ReleasePlan) throws -> Set<String> {
    let block = try plan.blocks(release.block)
    guard let column = ReleasedColumn(release.column, of: block) else { return Set(block.units) }
    return Set(zip(block.units, column.marks).filter { [.shown, .rounded].contains($0.1) }.map(\.0))
  }
}

extension Release {
  fileprivate func isBeside(_ other: Release) -> Bool { grain == other.grain && map == other.map }
}

/// The finest units there are, with the true count of each: of one measure, or of the first less the second.
private struct Finest {
  let units: Units
  let counts: [String: Int]

  /// Nil where the two are not counted by the same units.
  init?(_ versions: [ReleasePlan.Held], _ plan: ReleasePlan) throws {
    guard let first = versions.first, versions.allSatisfy({ $0.fact.grain == first.fact.grain }) else { return nil }
    let block = try plan.blocks(first.fact.block)
    units = Units(grain: first.fact.grain, basis: first.fact.basis, period: first.period, block: block)
    var counts: [String: Int] = [:]
    for (position, version) in versions.enumerated() {
      let own = try plan.blocks(version.fact.block)
      for (unit, value) in zip(own.units, own.numbers[version.fact.column] ?? []) where value.isFinite {
        counts[unit, default: 0] += (position == 0 ? 1 : -1) * Int(value)
      }
    }
    for unit in block.units where counts[unit] == nil { counts[unit] = 0 }
    self.counts = counts.mapValues { max(0, $0) }
  }

  /// The units of each cell of a table.
  ///
  /// Throws `DeskError.refused` when a cell cannot be told in them: what cannot be checked is not published.
  func cells(of grain: String, on map: Day?, codes: [String], _ plan: ReleasePlan) throws -> [ReleaseCheck.Cell] {
    if grain == units.grain {
      let known = Set(units.block.units)
      return codes.map { ReleaseCheck.Cell($0, units: known.intersection([$0])) }
    }
    guard let footprint = ReleaseFootprint(grain: grain, cells: codes) else {
      throw DeskError.refused(
        "figures by \(grain) cannot be checked against those by \(units.grain) of the same measure and period, so they "
          + "are not published: publish one of the two")
    }
    var rows: [String: [Int]] = [:]
    if case .area = footprint {
      for code in codes {
        let area = ReleaseFootprint(grain: grain, cells: [code])
        let cells = try area?.cells(of: units, on: map ?? plan.snapshot.trueOn, plan.snapshot, plan.blocks) ?? []
        rows[code] = cells.flatMap(\.rows)
      }
    } else {
      for cell in try footprint.cells(of: units, on: map ?? units.countedOn, plan.snapshot, plan.blocks) {
        for version in plan.snapshot.history(Code.self, of: cell.body) { rows[version.fact.text] = cell.rows }
      }
    }
    return codes.map { code in
      ReleaseCheck.Cell(code, units: Set((rows[code] ?? []).map { units.block.units[$0] }))
    }
  }
}
