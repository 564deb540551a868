internal import Chronicle
internal import Foundation
internal import Measures
internal import Recast
internal import Register
internal import Vocabulary

/// What the peers of a body are chosen by, for every body of its kind.
struct NeedTable {
  typealias Value = (value: Double, isDivided: Bool)

  private var survey: NeedSurvey
  private let weights: [String: Double]
  private(set) var variables: [PeersAnswer.Variable] = []
  private(set) var values: [[ID<Body>: Value]] = []

  init(_ kind: BodyKind, weights: [String: Double], _ snapshot: Snapshot, _ blocks: @escaping Blocks) throws {
    let known = ["core20", "aged-65-and-over", "need-index", "people"]
    if let odd = weights.keys.sorted().first(where: { !known.contains($0) }) {
      throw QuestionError("'\(odd)' is no variable of need: use \(known.joined(separator: ", "))")
    }
    self.weights = weights
    survey = NeedSurvey(snapshot, on: .bodies(kind, on: snapshot.trueOn), blocks: blocks)
  }

  static func log(_ value: Double) -> Double { Foundation.log(max(value, 1)) }

  mutating func fill() throws {
    let (core, edition) = try core20()
    add("core20", "Share of residents in the most deprived fifth of neighbourhoods", edition, core)
    let (older, ages) = try shares("population.resident.aged-65-and-over", of: "population.resident")
    add("aged-65-and-over", "Share of residents aged 65 and over", ages, older)
    let (need, year) = try shares("population.weighted.core", of: "population.registered")
    add("need-index", "Weighted people for each person registered", year, need)
    let (people, counted) = try people()
    add("people", "Number of people", counted, people)
  }

  private mutating func add(_ key: String, _ name: String, _ period: String, _ found: [ID<Body>: Value]) {
    let weight = weights[key] ?? 1
    let isUsed = !found.isEmpty && weight > 0
    variables.append(
      PeersAnswer.Variable(
        key: key, name: name, weight: weight, period: period, isUsed: isUsed,
        note: isUsed ? "" : weight == 0 ? "left out by its weight of nought" : "no figures of it are loaded"))
    values.append(found)
  }

  /// Residents of the most deprived fifth out of all whose deprivation is known.
  private mutating func core20() throws -> ([ID<Body>: Value], String) {
    guard let scale = try DeprivationScale(survey, edition: nil) else { return ([:], "") }
    let grain = scale.version.fact.grain
    guard let version = survey.figures(of: "population.resident", grain: grain) else { return ([:], "") }
    let split = scale.split(try survey.column(version), try survey.units(version).block.units).deciles
    let count = split[0].count
    let most = (0..<count).map { split[0][$0] + split[1][$0] }
    let all = (0..<count).map { row in split.reduce(0) { $0 + $1[row] } }
    return (
      divide(try survey.sums(most, version), by: try survey.sums(all, version)),
      "\(scale.version.fact.label) indices, \(version.fact.label) people"
    )
  }

  private mutating func shares(_ above: String, of below: String) throws -> ([ID<Body>: Value], String) {
    guard let top = survey.figures(of: above),
      let bottom = survey.figures(of: below, grain: top.fact.grain, label: top.fact.label)
    else { return ([:], "") }
    return (
      divide(
        try survey.sums(try survey.column(top), top), by: try survey.sums(try survey.column(bottom), bottom)),
      top.fact.label
    )
  }

  /// Residents, or where none are loaded people registered.
  private mutating func people() throws -> ([ID<Body>: Value], String) {
    guard let version = survey.figures(of: "population.resident") ?? survey.figures(of: "population.registered") else {
      return ([:], "")
    }
    let sums = try survey.sums(try survey.column(version), version)
    return (
      sums.filter { $0.value.value > 0 }.mapValues { ($0.value, $0.isDivided) },
      "\(version.fact.basis.rawValue), \(version.fact.label)"
    )
  }

  private func divide(_ top: [ID<Body>: NeedSurvey.Sum], by bottom: [ID<Body>: NeedSurvey.Sum]) -> [ID<Body>: Value] {
    var shares: [ID<Body>: Value] = [:]
    for (body, sum) in bottom where sum.value > 0 {
      guard let above = top[body] else { continue }
      shares[body] = (above.value / sum.value, above.isDivided || sum.isDivided)
    }
    return shares
  }
}
