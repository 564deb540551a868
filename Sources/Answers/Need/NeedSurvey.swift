internal import Chronicle
internal import Measures
internal import Recast
internal import Register
internal import Vocabulary

/// Adds up what an area has, straight from the units each file counts by, so that it always adds up to its pieces.
struct NeedSurvey {
  let snapshot: Snapshot
  let blocks: Blocks
  let map: Map
  private var crosswalks: [Digest: Crosswalk] = [:]

  init(_ snapshot: Snapshot, on map: Map, blocks: @escaping Blocks) {
    self.snapshot = snapshot
    self.blocks = blocks
    self.map = map
  }

  /// What one body has of something.
  struct Sum {
    var value = 0.0
    var exactPart = 0.0
    var units = 0
    var isDivided = false

    mutating func add(_ figure: Double, share: Double) {
      value += figure * share
      units += 1
      if share == 1 { exactPart += figure } else { isDivided = true }
    }
  }

  /// A unit of a file and the share of it that lies in a body.
  typealias Part = (unit: Int, share: Double)

  /// The finest first.
  private static let grains = ["lsoa21", "lsoa11", "practice", "sub-icb-location", "commissioner", "council", "icb"]

  // MARK: Which figures

  /// The figures that were known of a day: the latest not after it, else the earliest; of several the finest.
  func figures(of measure: String, grain: String? = nil, label: String? = nil) -> Version<Observation>? {
    guard let id = ID<Measure>(measure) else { return nil }
    let held = snapshot.history(Observation.self, of: id).filter {
      (grain == nil || $0.fact.grain == grain) && (label == nil || $0.fact.label == label)
    }
    func rank(_ version: Version<Observation>) -> Int {
      Self.grains.firstIndex(of: version.fact.grain) ?? Self.grains.count
    }
    let day = snapshot.trueOn
    let before = held.filter { $0.period.from.latest <= day }
    let start = before.map(\.period.from.latest).max() ?? held.map(\.period.from.latest).min()
    // Whoever may see the figures themselves sees them rather than what was released of them.
    func order(_ version: Version<Observation>) -> (Int, Int, Int) {
      (rank(version), version.audience == .public ? 1 : 0, -version.entry)
    }
    return held.filter { $0.period.from.latest == start }.min { order($0) < order($1) }
  }

  /// The column an observation names.
  func column(_ version: Version<Observation>) throws -> [Double] {
    try shown(version).values
  }

  private func shown(_ version: Version<Observation>) throws -> ShownFigures {
    try ShownFigures(version, in: try blocks(version.fact.block), snapshot)
  }

  /// Why nothing that needs every unit can be worked out, where some figures are hidden.
  func refusal(of version: Version<Observation>) throws -> String? {
    let shown = try shown(version)
    return shown.hidden == 0 ? nil : ShownFigures.reason(shown.hidden, under: shown.rule)
  }

  func units(_ version: Version<Observation>) throws -> Units {
    Units(
      grain: version.fact.grain, basis: version.fact.basis, period: version.period,
      block: try blocks(version.fact.block))
  }

  // MARK: Where they lie

  /// Where the units of a file lie on the map; worked out once for each file. O(units).
  mutating func crosswalk(_ version: Version<Observation>) throws -> Crosswalk {
    if let known = crosswalks[version.fact.block] { return known }
    let made = try Mapmaker(snapshot, blocks: blocks).crosswalk(try units(version), to: map)
    crosswalks[version.fact.block] = made
    return made
  }

  /// The units of a file that lie in a body, or why none can be told.
  mutating func parts(of target: ID<Body>, _ version: Version<Observation>) throws -> Reach {
    let crosswalk = try crosswalk(version)
    guard let index = crosswalk.targets.firstIndex(of: target) else {
      return Reach(parts: [], refusal: crosswalk.unplaced.first?.reason ?? "none of these figures lies in the area")
    }
    var notes: [String] = []
    var parts: [Part] = []
    for edge in crosswalk.edges where edge.target == index {
      parts.append((Int(edge.unit), edge.share))
      if case .parts(_, let route) = crosswalk.locations[Int(edge.unit)] {
        let note = "divided by \(route.weights)"
        if edge.share != 1, !notes.contains(note) { notes.append(note) }
      }
    }
    let shown = try shown(version)
    let hidden = parts.count { shown.isHidden?[$0.unit] ?? false }
    if hidden > 0 { return Reach(parts: [], refusal: ShownFigures.reason(hidden, under: shown.rule)) }
    if let rule = shown.rule { notes.append(rule.notice) }
    return Reach(parts: parts, refusal: nil, note: notes.joined(separator: "; "))
  }

  /// What part of a file lies in a body.
  struct Reach {
    let parts: [Part]
    let refusal: String?
    var note = ""

    /// Adds up a column; what is missing counts as nothing.
    func sum(_ column: [Double]) -> Sum {
      var sum = Sum()
      for (unit, share) in parts where !column[unit].isNaN { sum.add(column[unit], share: share) }
      return sum
    }
  }

  /// A column added up for every body of the map that no hidden figure belongs to. O(units).
  mutating func sums(_ column: [Double], _ version: Version<Observation>) throws -> [ID<Body>: Sum] {
    let crosswalk = try crosswalk(version)
    var sums = [Sum](repeating: Sum(), count: crosswalk.targets.count)
    for edge in crosswalk.edges where !column[Int(edge.unit)].isNaN {
      sums[Int(edge.target)].add(column[Int(edge.unit)], share: edge.share)
    }
    var known = Dictionary(uniqueKeysWithValues: zip(crosswalk.targets, sums))
    if let isHidden = try shown(version).isHidden {
      for edge in crosswalk.edges where isHidden[Int(edge.unit)] { known[crosswalk.targets[Int(edge.target)]] = nil }
    }
    return known
  }
}

extension [Double] {
  /// The sum of what is not missing.
  var known: Double { reduce(0) { $1.isNaN ? $0 : $0 + $1 } }
}
