internal import Chronicle
internal import Measures
internal import Recast
internal import Register
internal import Statistics
internal import Vocabulary

/// Puts an account of need together, one aspect after the other.
struct NeedMaker {
  let footprint: NeedFootprint
  let snapshot: Snapshot
  var survey: NeedSurvey
  let scale: DeprivationScale?
  var citations = Citations()

  init(_ footprint: NeedFootprint, edition: String?, _ snapshot: Snapshot, _ blocks: @escaping Blocks) throws {
    self.footprint = footprint
    self.snapshot = snapshot
    survey = NeedSurvey(snapshot, on: footprint.map, blocks: blocks)
    scale = try DeprivationScale(survey, edition: edition)
  }

  // MARK: People

  /// Residents and registered people, side by side.
  mutating func people() throws -> [NeedFigure] {
    [
      try count("residents", "Residents", "population.resident"),
      try count("registered", "People registered with its practices", "population.registered"),
    ]
  }

  private mutating func count(_ key: String, _ name: String, _ measure: String) throws -> NeedFigure {
    guard let version = survey.figures(of: measure) else {
      return .refused(key, name, unit: "people", "no figures of \(measure) are loaded")
    }
    let reach = try survey.parts(of: footprint.target, version)
    if let why = reach.refusal { return .refused(key, name, unit: "people", why, from: version) }
    let column = try survey.column(version)
    let sum = reach.sum(column)
    citations.cite(version)
    return NeedFigure(
      key, name, unit: "people", value: sum.value, exactPart: sum.exactPart,
      england: try survey.refusal(of: version) == nil ? column.known : nil,
      isDivided: sum.isDivided, note: reach.note, from: version)
  }

  // MARK: Ages

  /// Residents by bands of age, five years each where the file has single years, and the share aged 65 and over.
  mutating func ages() throws -> (bands: [NeedAnswer.Band], figures: [NeedFigure]) {
    let (key, name) = ("aged-65-and-over", "Residents aged 65 and over")
    guard let version = survey.figures(of: "population.resident") else {
      return ([], [.refused(key, name, unit: "share", "no residents by age are loaded")])
    }
    let reach = try survey.parts(of: footprint.target, version)
    if let why = reach.refusal { return ([], [.refused(key, name, unit: "share", why, from: version)]) }
    let block = try survey.blocks(version.fact.block)
    let groups = AgeGroup.all(in: block)
    let sums = groups.map { group in
      (area: group.columns.reduce(0) { $0 + reach.sum($1).value }, england: group.columns.reduce(0) { $0 + $1.known })
    }
    let total = sums.reduce(0) { $0 + $1.area }
    let england = sums.reduce(0) { $0 + $1.england }
    guard total > 0, england > 0 else {
      return ([], [.refused(key, name, unit: "share", "the file of residents has no ages", from: version)])
    }
    let bands = zip(groups, sums).map { group, sum in
      NeedAnswer.Band(
        name: group.name, people: sum.area, share: sum.area / total, england: sum.england / england)
    }
    guard groups.contains(where: { $0.start == 65 }) else {
      return (bands, [.refused(key, name, unit: "share", "no band of age begins at 65", from: version)])
    }
    let older = zip(groups, sums).filter { $0.0.start >= 65 }.map(\.1)
    return (
      bands,
      [
        NeedFigure(
          key, name, unit: "share", value: older.reduce(0) { $0 + $1.area } / total,
          england: older.reduce(0) { $0 + $1.england } / england,
          isDivided: reach.parts.contains { $0.share != 1 }, note: reach.note, from: version)
      ]
    )
  }

  // MARK: Deprivation

  /// National fifths and tenths by neighbourhoods and by people, and what is in the most deprived fifth.
  mutating func deprivation() throws -> (NeedAnswer.Deprivation?, [NeedFigure]) {
    let keys = [
      ("core20.neighbourhoods", "Neighbourhoods in England’s most deprived fifth"),
      ("core20.people", "Residents of England’s most deprived fifth of neighbourhoods (Core20)"),
    ]
    func refuse(_ why: String, _ version: Version<Observation>?) -> [NeedFigure] {
      keys.map { .refused($0.0, $0.1, unit: "share", why, from: version) }
    }
    guard let scale else { return (nil, refuse("the indices of deprivation are not loaded", nil)) }
    let reach = try survey.parts(of: footprint.target, scale.version)
    if let why = reach.refusal { return (nil, refuse(why, scale.version)) }
    citations.cite(scale.version)
    let units = try survey.blocks(scale.version.fact.block).units
    let ones = [Double](repeating: 1, count: units.count)
    let areas = scale.split(ones, units).deciles.map { reach.sum($0).value }
    let count = areas.reduce(0, +)
    let isDivided = reach.parts.contains { $0.share != 1 }
    var figures = [
      NeedFigure(
        keys[0].0, keys[0].1, unit: "share", value: (areas[0] + areas[1]) / count,
        england: scale.split(ones, units).deciles[0...1].reduce(0) { $0 + $1.known } / ones.known,
        isDivided: isDivided, note: reach.note, from: scale.version)
    ]
    let people = try people(by: scale)
    if let people {
      figures.append(
        NeedFigure(
          keys[1].0, keys[1].1, unit: "share", value: (people.deciles[0] + people.deciles[1]) / people.total,
          england: people.england, isDivided: people.isDivided,
          note: people.unknown == 0
            ? "" : "\(Decimals.grouped(people.unknown)) residents live in small areas that the indices do not have",
          from: people.version))
    } else {
      figures.append(
        .refused(
          keys[1].0, keys[1].1, unit: "share",
          "no residents are loaded for the small areas the indices of \(scale.version.fact.label) are for "
            + "(\(scale.version.fact.grain))"))
    }
    func groups(_ each: Int) -> [NeedAnswer.Group] {
      (0..<(10 / each)).map { number in
        let tenths = (number * each)..<((number + 1) * each)
        let areas = tenths.reduce(0) { $0 + areas[$1] }
        let living = people.map { people in tenths.reduce(0) { $0 + people.deciles[$1] } }
        return NeedAnswer.Group(
          number: number + 1, neighbourhoods: areas, neighbourhoodShare: areas / count, people: living,
          peopleShare: living.flatMap { living in people.map { living / $0.total } })
      }
    }
    let deprivation = NeedAnswer.Deprivation(
      edition: scale.version.fact.label, grain: scale.version.fact.grain,
      peopleOf: people?.version.fact.label ?? "", peopleUnknown: people?.unknown ?? 0, quintiles: groups(2),
      deciles: groups(1), status: isDivided ? "apportioned" : "exact", note: reach.note)
    return (deprivation, figures)
  }

  private typealias Living = (
    version: Version<Observation>, deciles: [Double], unknown: Double, total: Double, england: Double, isDivided: Bool
  )

  /// Residents of the same small areas by tenth. Nil where none are loaded or none live there.
  private mutating func people(by scale: DeprivationScale) throws -> Living? {
    guard let version = survey.figures(of: "population.resident", grain: scale.version.fact.grain) else { return nil }
    let reach = try survey.parts(of: footprint.target, version)
    guard reach.refusal == nil, try survey.refusal(of: version) == nil else { return nil }
    let column = try survey.column(version)
    let split = scale.split(column, try survey.blocks(version.fact.block).units)
    let deciles = split.deciles.map { reach.sum($0).value }
    let total = deciles.reduce(0, +)
    let england = split.deciles.map(\.known)
    guard total > 0, england.reduce(0, +) > 0 else { return nil }
    citations.cite(version)
    return (
      version, deciles, reach.sum(split.unknown).value, total, (england[0] + england[1]) / england.reduce(0, +),
      reach.parts.contains { $0.share != 1 }
    )
  }

  // MARK: Weighted populations

  /// Need by component: weighted people for each registered one, with England at 1.
  mutating func indices() throws -> [NeedFigure] {
    let prefix = "population.weighted."
    let components = Set(snapshot.history(MeasureDefinition.self).map(\.fact.subject.text))
      .filter { $0.hasPrefix(prefix) }.sorted { Self.order($0) < Self.order($1) }
    guard !components.isEmpty else {
      return [
        .refused("need.core", "Need for core services", unit: "index", "no weighted populations are loaded")
      ]
    }
    return try components.compactMap { measure in
      guard let version = survey.figures(of: measure) else { return nil }
      let component = String(measure.dropFirst(prefix.count))
      let words =
        snapshot.history(MeasureDefinition.self, of: version.fact.subject).last?.fact.name
        .replacing("Population weighted for ", with: "") ?? component
      let name = "Need for \(words)"
      let key = "need.\(component)"
      guard let registered = survey.figures(of: "population.registered", label: version.fact.label) else {
        return .refused(key, name, unit: "index", "no registered people are loaded for the same year", from: version)
      }
      let reach = try survey.parts(of: footprint.target, version)
      if let why = reach.refusal { return .refused(key, name, unit: "index", why, from: version) }
      if let why = try survey.refusal(of: version) ?? survey.refusal(of: registered) {
        return .refused(key, name, unit: "index", why, from: version)
      }
      let (weights, people) = (try survey.column(version), try survey.column(registered))
      let beneath = try survey.parts(of: footprint.target, registered)
      let (mine, all) = (beneath.sum(people).value, people.known)
      guard mine > 0, all > 0, weights.known > 0 else {
        return .refused(key, name, unit: "index", "nobody is registered there", from: version)
      }
      citations.cite(version)
      return NeedFigure(
        key, name, unit: "index", value: (reach.sum(weights).value / mine) / (weights.known / all), england: 1,
        isDivided: reach.parts.contains { $0.share != 1 }, note: reach.note, from: version)
    }
  }

  /// All services together first, then by name.
  private static func order(_ measure: String) -> String { measure.hasSuffix(".core") ? "" : measure }

  // MARK: What else may be loaded

  /// Sex, ethnic group, density and the prevalence of conditions, where somebody has loaded them.
  mutating func further() throws -> [NeedFigure] {
    let held = Set(snapshot.history(MeasureDefinition.self).map(\.fact.subject.text))
    return try held.filter { id in NeedTopic.all.contains { id.hasPrefix($0.prefix) } }.sorted()
      .compactMap { try further($0) }
  }

  private mutating func further(_ id: String) throws -> NeedFigure? {
    guard let topic = NeedTopic.all.first(where: { id.hasPrefix($0.prefix) }), let measure = ID<Measure>(id),
      let definition = snapshot.history(MeasureDefinition.self, of: measure).last?.fact
    else { return nil }
    let above: String
    let below: [String]
    switch (topic.measured, definition.additivity) {
    case (.asRatio, .ratio): (above, below) = (definition.numerator, [definition.denominator])
    case (.amongItsKind, .additive):
      above = id
      below = Set(snapshot.history(MeasureDefinition.self).map(\.fact.subject.text))
        .filter { $0.hasPrefix(topic.prefix) }.sorted()
    case (.people, .additive): (above, below) = ("population.resident", [id])
    default: return nil
    }
    guard
      let top = survey.figures(of: above, grain: topic.measured == .people ? survey.figures(of: id)?.fact.grain : nil)
    else { return nil }
    let reach = try survey.parts(of: footprint.target, top)
    let unit = topic.measured == .people ? "people per square kilometre" : "share"
    if let why = try reach.refusal ?? survey.refusal(of: top) {
      return .refused(id, definition.name, unit: unit, why, from: top)
    }
    var (mine, all) = (0.0, 0.0)
    for measure in below {
      let label = topic.measured == .people ? nil : top.fact.label
      guard let version = survey.figures(of: measure, grain: top.fact.grain, label: label) else { continue }
      if let why = try survey.refusal(of: version) {
        return .refused(id, definition.name, unit: unit, why, from: version)
      }
      mine += try survey.parts(of: footprint.target, version).sum(try survey.column(version)).value
      all += try survey.column(version).known
    }
    guard mine > 0 else {
      return .refused(id, definition.name, unit: unit, "what it is out of is not loaded for the same period", from: top)
    }
    citations.cite(top)
    let column = try survey.column(top)
    return NeedFigure(
      id, definition.name, unit: unit, value: reach.sum(column).value / mine, england: column.known / all,
      isDivided: reach.parts.contains { $0.share != 1 }, note: reach.note, from: top)
  }
}

/// A run of ages and the columns of a block that count it.
private struct AgeGroup {
  let name: String
  let start: Int
  let columns: [[Double]]

  /// The bands of a block, the youngest first; single years are joined by fives.
  static func all(in block: Block) -> [AgeGroup] {
    let bands = block.numbers.compactMap { name, column in AgeBand(name).map { (band: $0, column: column) } }
      .sorted { $0.band < $1.band }
    guard bands.count > 40 else {
      return bands.map { AgeGroup(name: $0.band.description, start: $0.band.start, columns: [$0.column]) }
    }
    return Dictionary(grouping: bands) { $0.band.start / 5 }.sorted { $0.key < $1.key }.map { five, years in
      let isOpen = years.contains { $0.band.isOpen }
      return AgeGroup(
        name: isOpen ? "\(five * 5)+" : "\(five * 5)–\(five * 5 + 4)", start: five * 5, columns: years.map(\.column))
    }
  }
}
