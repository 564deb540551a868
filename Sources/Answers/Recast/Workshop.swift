internal import Chronicle
internal import Measures
internal import Recast
internal import Register
internal import Vocabulary

/// Makes the tables of one recast question.
struct Workshop {
  let question: RecastQuestion
  let snapshot: Snapshot
  let blocks: Blocks

  /// The finest first: figures are recast from the finest pieces they are known for.
  private static let grains = [
    "lsoa21", "lsoa11", "practice", "commissioner", "sub-icb-location", "ccg", "trust", "icb", "stp",
  ]

  /// The figures to recast, one for each period, by date: of several the finest, and of these the last recorded.
  func observations(of measure: ID<Measure>) -> [Version<Observation>] {
    var chosen: [String: Version<Observation>] = [:]
    for version in snapshot.history(Observation.self, of: measure)
    where question.label == nil || version.fact.label == question.label {
      guard let other = chosen[version.fact.label] else {
        chosen[version.fact.label] = version
        continue
      }
      if order(version) < order(other) { chosen[version.fact.label] = version }
    }
    return chosen.values.sorted {
      ($0.period.from.earliest, $0.fact.label) < ($1.period.from.earliest, $1.fact.label)
    }
  }

  func tables(of measure: ID<Measure>, _ name: String) throws -> [RecastAnswer.Table] {
    let ordered = observations(of: measure)
    guard !ordered.isEmpty else {
      let when = question.label.map { " for \($0)" } ?? ""
      throw QuestionError(
        "no figures of \(name)\(when) are loaded: import a file that has them (`concordat formats`)")
    }
    return try ordered.map { try table($0) }
  }

  /// The first is taken: what was released for the made area itself, then the finest; whoever may see the figures
  /// themselves sees them rather than what was released of them; then the last recorded.
  private func order(_ version: Version<Observation>) -> (Int, Int, Int) {
    let isOfAreas = version.fact.grain == Mapmaker.madeAreas
    let rank = Workshop.grains.firstIndex(of: version.fact.grain) ?? Workshop.grains.count
    let place = isOfAreas ? (question.map.isMadeArea ? -1 : Workshop.grains.count + 1) : rank
    return (place, version.audience == .public ? 1 : 0, -version.entry)
  }

  /// The figures of one period, and what places them.
  private func read(_ version: Version<Observation>) throws -> (figures: ShownFigures, units: Units) {
    let observation = version.fact
    let block = try blocks(observation.block)
    return (
      try ShownFigures(version, in: block, snapshot),
      Units(grain: observation.grain, basis: observation.basis, period: version.period, block: block)
    )
  }

  /// The figures of one period on the map, without where they came from.
  func recasting(_ version: Version<Observation>) throws -> (figures: Recasting, rule: DisclosureRule?) {
    let (shown, units) = try read(version)
    let crosswalk = try Mapmaker(snapshot, blocks: blocks).crosswalk(units, to: question.map)
    return (Recasting(shown.values, through: crosswalk, hiding: shown.isHidden), shown.rule)
  }

  private func table(_ version: Version<Observation>) throws -> RecastAnswer.Table {
    let observation = version.fact
    let (shown, units) = try read(version)
    let figures = shown.values
    let maker = Mapmaker(snapshot, blocks: blocks)
    let new = try maker.crosswalk(units, to: question.map)
    let old = try maker.crosswalk(units, to: oldMap)
    let recasting = Recasting(
      figures, through: new, hiding: shown.isHidden, error: try backTest(units, figures, new))
    let pairs = Recasting.pairs(figures, from: old, to: new)
    let names = snapshot.on(question.map.day).register
    let oldNames = snapshot.on(question.from).register
    var sourcesOf: [ID<Body>?: [ID<Body>]] = [:]
    for pair in pairs where pair.value != 0 {
      if let source = pair.source { sourcesOf[pair.target, default: []].append(source) }
    }
    func codes(_ sources: [ID<Body>]) -> [String] {
      sources.map { oldNames.code($0, in: "ods") ?? $0.text }.sorted()
    }
    var rows = recasting.rows.map { row in
      let sources = sourcesOf[row.target] ?? []
      return RecastAnswer.Row(
        target: row.target.text, targetCode: names.code(row.target, in: "ods") ?? "",
        targetName: row.target == Map.unkept ? "This area" : names.name(row.target),
        value: row.mark.isGiven ? row.value : nil,
        exactPart: row.mark.isSuppressed ? nil : row.exactPart,
        status: row.mark.status,
        sources: codes(sources), sourceNames: sources.map { oldNames.shortName($0) }.sorted(),
        error: Workshop.error(of: row.mark), note: Workshop.note(row, under: shown.rule))
    }
    rows += outsideRows(recasting, new)
    return RecastAnswer.Table(
      period: observation.label, from: version.period.fromText, until: version.period.untilText,
      basis: observation.basis.rawValue, basisMeaning: observation.basis.explanation,
      grain: observation.grain,
      state: observation.state.rawValue, audience: version.audience.rawValue,
      provenance: provenance(of: version), rows: rows, total: recasting.hidden == 0 ? recasting.total : nil,
      outside: recasting.homeless.value,
      unplaced: recasting.unplaced.value, missing: recasting.missing,
      working: question.working && recasting.hidden == 0 ? flows(pairs, old: oldNames, new: names) : nil,
      smallNumbers: shown.rule?.notice, sentence: sentence(recasting, rows: rows), rule: shown.rule)
  }

  /// The old map is of the same kind as the new; for a made area, of boards.
  private var oldMap: Map {
    switch question.map {
    case .bodies(let kind, _): .bodies(kind, on: question.from)
    case .area, .pieces: .bodies(.integratedCareBoard, on: question.from)
    }
  }

  private var kindWords: (one: String, many: String) {
    switch question.map {
    case .bodies(let kind, _): (kind.singular, kind.plural)
    case .area, .pieces: ("area", "areas")
    }
  }

  private func outsideRows(_ recasting: Recasting, _ crosswalk: Crosswalk) -> [RecastAnswer.Row] {
    var rows: [RecastAnswer.Row] = []
    if recasting.homeless.units > 0 {
      let isArea = question.map.isMadeArea
      rows.append(
        RecastAnswer.Row(
          target: "none", targetCode: "", targetName: isArea ? "Outside the area" : "In no \(kindWords.one)",
          value: recasting.homeless.value, exactPart: recasting.homeless.value, status: "exact", sources: [],
          sourceNames: [], error: nil,
          note: isArea
            ? "" : "\(recasting.homeless.units) units that their source puts in no \(kindWords.one)"))
    }
    if recasting.unplaced.units > 0 {
      rows.append(
        RecastAnswer.Row(
          target: "unplaced", targetCode: "", targetName: "Could not be placed",
          value: recasting.unplaced.value,
          exactPart: nil, status: "refused", sources: [], sourceNames: [], error: nil,
          note: "\(recasting.unplaced.units) units: \(recasting.unplaced.reasons.joined(separator: "; "))"))
    }
    return rows
  }

  private static func error(of mark: Mark) -> Double? {
    if case .apportioned(_, let band?) = mark { band.typical } else { nil }
  }

  static func note(_ row: Recasting.Row, under rule: DisclosureRule?) -> String {
    if case .suppressed(let units) = row.mark { return ShownFigures.reason(units, under: rule) }
    var parts: [String] = []
    if let rule, rule.base > 1 { parts.append("added up from counts rounded to the nearest \(rule.base)") }
    if case .refused(let reason) = row.mark { parts.append(reason) }
    if case .apportioned(let method, let band) = row.mark {
      let how = method.isChained ? "apportioned, chained, by" : "divided by"
      parts.append("\(how) \(method.weights)")
      if let band {
        let percent = Decimals.rounded(band.typical * 100, places: 1)
        parts.append(
          "where both the whole and its \(band.measuredOn) parts are known, dividing so was off by \(percent)% of what was divided"
        )
      } else {
        parts.append(
          "how far off this is has not been measured: no figures known both whole and in parts are loaded")
      }
    }
    parts += row.notes
    return parts.joined(separator: "; ")
  }

  /// How far off dividing by registered people is for this measure, on boards whose parts all have figures.
  private func backTest(_ units: Units, _ figures: [Double], _ crosswalk: Crosswalk) throws -> Mark.ErrorBand? {
    let isDivided = crosswalk.edges.contains { $0.share != 1 }
    guard isDivided, [.commissioned, .registered].contains(units.basis), units.grain != "practice" else {
      return nil
    }
    guard let weights = try registeredPeople(near: units.countedOn) else { return nil }
    let maker = Mapmaker(snapshot, blocks: blocks)
    let day = units.countedOn
    let parts = try maker.crosswalk(units, to: .bodies(.subICBLocation, on: day))
    let lens = snapshot.on(day).register
    let sums = Recasting(figures, through: parts)
    return BackTest.error(
      sums.rows.compactMap { row in
        guard row.mark == .exact, let weight = weights[row.target],
          let board = lens.ancestor(of: row.target, kind: .integratedCareBoard)
        else { return nil }
        return BackTest.Part(of: board, weight: weight, figure: row.value)
      })
  }

  /// Registered people by sub-ICB location, from the figures nearest in time.
  private func registeredPeople(near day: Day) throws -> [ID<Body>: Double]? {
    guard let measure = ID<Measure>("population.registered") else { return nil }
    let known = snapshot.history(Observation.self, of: measure).filter { $0.fact.grain == "practice" }
    let lens = snapshot.on(day)
    guard let version = known.min(by: { lens.distance(to: $0.period) < lens.distance(to: $1.period) }) else {
      return nil
    }
    let block = try blocks(version.fact.block)
    let figures = try ShownFigures(version, in: block, snapshot).values
    let units = Units(grain: "practice", basis: .registered, period: version.period, block: block)
    let crosswalk = try Mapmaker(snapshot, blocks: blocks).crosswalk(
      units, to: .bodies(.subICBLocation, on: day))
    return Dictionary(
      uniqueKeysWithValues: Recasting(figures, through: crosswalk).rows.map { ($0.target, $0.value) })
  }

  private func provenance(of version: Version<Observation>) -> [RecastAnswer.Provenance] {
    guard let id = version.source.source else { return [] }
    let source = snapshot.nearest(Source.self, of: id)?.fact
    let original = snapshot.nearest(Original.self, of: id)?.fact
    return [
      RecastAnswer.Provenance(
        source: id.text, title: source?.title ?? id.text, publisher: source?.publisher ?? "",
        digest: original?.digest.hex ?? "")
    ]
  }

  private func flows(_ pairs: [Recasting.Pair], old: Register, new: Register) -> [RecastAnswer.Flow] {
    var wholes: [ID<Body>?: Double] = [:]
    for pair in pairs { wholes[pair.source, default: 0] += pair.value }
    func describe(_ body: ID<Body>?, _ lens: Register) -> (String, String, String) {
      guard let body else { return ("", "", "in no \(kindWords.one)") }
      return (body.text, lens.code(body, in: "ods") ?? "", lens.name(body))
    }
    return pairs.map { pair in
      let (source, sourceCode, sourceName) = describe(pair.source, old)
      let (target, targetCode, targetName) = describe(pair.target, new)
      let whole = wholes[pair.source] ?? 0
      return RecastAnswer.Flow(
        source: source, sourceCode: sourceCode, sourceName: sourceName, target: target,
        targetCode: targetCode,
        targetName: targetName, value: pair.value, share: whole > 0 ? pair.value / whole : 0,
        status: pair.isExact ? "exact" : "apportioned", units: pair.units)
    }
  }

  /// No total: with all figures but one it would give that one away, and without the hidden ones it would mislead.
  private func sentence(hidingSomeOf recasting: Recasting) -> String {
    let shown = recasting.rows.count { $0.mark.isGiven }
    return
      "Of \(recasting.rows.count) figures \(shown) are shown; the others are small numbers, or small ones could be "
      + "worked out from them. There is no total for the same reason."
  }

  private func sentence(_ recasting: Recasting, rows: [RecastAnswer.Row]) -> String {
    let bodies = recasting.rows.count
    let divided = recasting.rows.filter { $0.mark.status == "apportioned" }.count
    if recasting.hidden > 0 { return sentence(hidingSomeOf: recasting) }
    var text = "\(Decimals.grouped(recasting.total)) in all"
    if recasting.homeless.value != 0 {
      text += ", of which \(Decimals.grouped(recasting.homeless.value)) lie in no \(kindWords.one)"
    }
    if recasting.unplaced.units > 0 {
      text += ", and \(Decimals.grouped(recasting.unplaced.value)) could not be placed"
    }
    text += ". "
    let refused = recasting.rows.count { $0.mark.status == "refused" }
    if refused > 0 {
      text +=
        "Of \(bodies) figures \(bodies - divided - refused) are exact, \(divided) apportioned and \(refused) refused."
    } else if divided == 0 {
      text += bodies == 1 ? "The figure is exact." : "All \(bodies) figures are exact."
    } else {
      text += "Of \(bodies) figures \(bodies - divided) are exact and \(divided) apportioned."
    }
    return text
  }
}
