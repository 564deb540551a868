internal import Chronicle
internal import Measures
internal import Recast
internal import Register
internal import Vocabulary

/// How far apart the parts of an area are by the share of their neighbourhoods in England's most deprived fifth.
public struct NeedContrast: Encodable, Hashable, Sendable {
  /// What the area is parted into.
  public enum Among: String, Encodable, Hashable, Sendable {
    /// The bodies it was made of when the map last changed.
    case predecessors
    /// The parts of it that are there on the day.
    case locations
    /// The councils it lies in.
    case places
  }

  /// One part.
  public struct Row: Encodable, Hashable, Sendable {
    /// The body the part lies in.
    public let body: NamedBody
    /// How many neighbourhoods of the area lie in it.
    public let neighbourhoods: Double
    /// How many of them are in England's most deprived fifth.
    public let mostDeprived: Double
    /// Their share.
    public let share: Double
  }

  /// What the area is parted into.
  public let among: Among
  /// What the parts are, in words.
  public let parts: String
  /// The day of their map.
  public let on: String
  /// The parts, the most deprived first.
  public let rows: [Row]
  /// Neighbourhoods of the area that lie in none of them.
  public let outside: Double
  /// The share of the whole.
  public let whole: Double
  /// The range in a sentence.
  public let sentence: String
}

extension NeedMaker {
  /// The contrasts inside an area: by what it was made of, by its parts of the day, and by its councils.
  mutating func contrasts(of area: NeedArea) throws -> [NeedContrast] {
    guard let scale else { return [] }
    let reach = try survey.parts(of: footprint.target, scale.version)
    guard reach.refusal == nil else { return [] }
    var found: [NeedContrast] = []
    if case .body(let body) = area, let (kind, eve) = merger(of: body),
      let contrast = try contrast(.predecessors, kind, on: eve, reach, scale)
    {
      found.append(contrast)
    }
    let day = snapshot.trueOn
    if footprint.kind != BodyKind.subICBLocation.rawValue,
      let contrast = try contrast(.locations, .subICBLocation, on: day, reach, scale)
    {
      found.append(contrast)
    }
    if footprint.kind != BodyKind.council.rawValue,
      let contrast = try contrast(.places, .council, on: day, reach, scale)
    {
      found.append(contrast)
    }
    return found
  }

  /// The kind of body and the last day of the map before the last merger that made the area.
  private func merger(of body: ID<Body>) -> (BodyKind, Day)? {
    let register = snapshot.register
    let made = register.successions(to: body).filter {
      $0.fact.status.isInForce && $0.period.from.latest <= snapshot.trueOn
        && $0.period.from.latest != .distantPast && $0.fact.subject != body
    }
    guard let date = made.map(\.period.from.latest).max() else { return nil }
    let eve = date.advanced(by: -1)
    let kinds = made.filter { $0.period.from.latest == date }.compactMap {
      snapshot.on(eve).register.kind($0.fact.subject)
    }
    let wanted: [BodyKind?] = [register.kind(body), .integratedCareBoard, .clinicalCommissioningGroup]
    return wanted.compactMap { $0 }.first { kinds.contains($0) }.map { ($0, eve) }
  }

  private mutating func contrast(
    _ among: NeedContrast.Among, _ kind: BodyKind, on day: Day, _ reach: NeedSurvey.Reach, _ scale: DeprivationScale
  ) throws -> NeedContrast? {
    let units = try survey.units(scale.version)
    let others = try Mapmaker(snapshot, blocks: survey.blocks).crosswalk(units, to: .bodies(kind, on: day)).locations
    var sums: [ID<Body>: (all: Double, most: Double)] = [:]
    var whole = (all: 0.0, most: 0.0)
    for (unit, share) in reach.parts {
      guard let fifth = scale.quintile(units.block.units[unit]) else { continue }
      whole.all += share
      if fifth == 1 { whole.most += share }
      let parts: [(ID<Body>, Double)] =
        switch others[unit] {
        case .whole(let body, _): [(body, 1)]
        case .parts(let parts, _): parts.map { ($0.body, $0.share) }
        case .none, .scattered, .unknown: []
        }
      for (body, part) in parts {
        sums[body, default: (0, 0)].all += share * part
        if fifth == 1 { sums[body, default: (0, 0)].most += share * part }
      }
    }
    guard sums.count > 1, whole.all > 0 else { return nil }
    let lens = snapshot.on(day).register
    let rows = sums.map { body, sum in
      NeedContrast.Row(
        body: NamedBody(body, in: lens), neighbourhoods: sum.all, mostDeprived: sum.most, share: sum.most / sum.all)
    }
    .sorted { ($1.share, $0.body.name, $0.body.id) < ($0.share, $1.body.name, $1.body.id) }
    let placed = sums.values.reduce(0) { $0 + $1.all }
    return NeedContrast(
      among: among, parts: kind.plural, on: day.description, rows: rows,
      outside: abs(whole.all - placed) < 1e-6 ? 0 : whole.all - placed, whole: whole.most / whole.all,
      sentence: Self.sentence(among, kind, day, rows, whole.most / whole.all))
  }

  private static func sentence(
    _ among: NeedContrast.Among, _ kind: BodyKind, _ day: Day, _ rows: [NeedContrast.Row], _ whole: Double
  ) -> String {
    guard let most = rows.first, let least = rows.last else { return "" }
    guard most.share - least.share >= 0.005 else {
      return
        "Across \(Sentences.count(rows.count, kind.singular, kind.plural)) on the map of \(day.written) the share is "
        + "the same to within half a percentage point: \(Sentences.percent(whole))."
    }
    let range =
      "from \(Sentences.percent(least.share)) in \(least.body.shortName) to \(Sentences.percent(most.share)) in "
      + most.body.shortName
    return switch among {
    case .predecessors:
      "The whole has \(Sentences.percent(whole)) of its neighbourhoods in England’s most deprived fifth. The merger hides "
        + "a contrast: on the map of \(day.written) the same share ran \(range)."
    case .locations: "Across its \(Sentences.count(rows.count, kind.singular, kind.plural)) the share runs \(range)."
    case .places:
      "Across the \(Sentences.count(rows.count, kind.singular, kind.plural)) it lies in the share runs \(range)."
    }
  }
}
