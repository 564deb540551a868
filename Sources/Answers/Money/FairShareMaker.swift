internal import Chronicle
internal import Measures
internal import Money
internal import Register
internal import Vocabulary

/// Puts the fair share of an area together from the practices of a year's weighted populations.
struct FairShareMaker {
  /// The name of the area's branch of the tree; what lies outside stands in another.
  static let mine = "area"

  private let footprint: NeedFootprint
  private let year: FinancialYear
  private let snapshot: Snapshot
  private let blocks: Blocks
  private var survey: NeedSurvey
  var citations = Citations()

  init(_ footprint: NeedFootprint, _ year: FinancialYear, _ snapshot: Snapshot, _ blocks: @escaping Blocks) {
    self.footprint = footprint
    self.year = year
    self.snapshot = snapshot
    self.blocks = blocks
    survey = NeedSurvey(snapshot, on: footprint.map, blocks: blocks)
  }

  /// England's practices as a tree: those of the area by council, the rest in one branch.
  struct Grown {
    let tree: ShareTree<Registered>
    /// All weighted people.
    let england: Double
    /// The part of each practice that belongs to the area.
    let parts: [Double]
    let version: Version<Observation>
    let isDivided: Bool
    let note: String
  }

  mutating func tree(_ measure: String) throws -> Grown {
    guard let version = survey.figures(of: measure, grain: "practice", label: year.label),
      let registered = survey.figures(of: "population.registered", grain: "practice", label: year.label)
    else {
      let known = Set(
        ID<Measure>(measure).map { snapshot.history(Observation.self, of: $0).map(\.fact.label) } ?? []
      ).sorted()
      throw QuestionError(
        "no weighted populations of practices are loaded for \(year.label)"
          + (known.isEmpty ? "" : "; loaded are \(known.joined(separator: ", "))")
          + ": import NHS England’s file of that year")
    }
    guard version.fact.block == registered.fact.block else {
      throw QuestionError("the weighted and the registered people of \(year.label) come from two files: load one file")
    }
    let reach = try survey.parts(of: footprint.target, version)
    if let why = reach.refusal { throw QuestionError(why) }
    citations.cite(version)
    let block = try blocks(version.fact.block)
    let (weights, people) = (try survey.column(version), try survey.column(registered))
    var parts = [Double](repeating: 0, count: block.units.count)
    for (unit, share) in reach.parts { parts[unit] += share }
    let councils = block.texts["lad"]
    var leaves: [ShareTree<Registered>.Leaf] = []
    for (unit, code) in block.units.enumerated() {
      guard !weights[unit].isNaN, !people[unit].isNaN else { continue }
      let part = min(1, parts[unit])
      let council = councils?[unit] ?? ""
      if part > 0 {
        leaves.append(
          .init(
            [Self.mine, council, code], .init(people: people[unit] * part, weighted: weights[unit] * part)))
      }
      if part < 1 {
        leaves.append(
          .init(["elsewhere", code], .init(people: people[unit] * (1 - part), weighted: weights[unit] * (1 - part))))
      }
    }
    let tree = try ShareTree(leaves)
    return Grown(
      tree: tree, england: tree[[]]?.figures.weighted ?? .nan, parts: parts, version: version,
      isDivided: reach.parts.contains { $0.share != 1 }, note: reach.note)
  }

  /// Shares of primary medical care; nil where its weighted population is not loaded.
  mutating func primaryMedical() throws -> ShareTree<Registered>? {
    let measure = "population.weighted.primary-medical-care-overall"
    guard survey.figures(of: measure, grain: "practice", label: year.label) != nil else { return nil }
    return try tree(measure).tree
  }

  /// People who live in the area; nil where they are not loaded or cannot be placed.
  mutating func residents() throws -> Double? {
    guard let version = survey.figures(of: "population.resident") else { return nil }
    let reach = try survey.parts(of: footprint.target, version)
    guard reach.refusal == nil else { return nil }
    citations.cite(version)
    return reach.sum(try survey.column(version)).value
  }

  /// The name of a council or practice; its code where the register has none.
  func name(of code: String) -> String {
    guard !code.isEmpty else { return "council not stated" }
    let register = snapshot.register
    return register.bodies(withCode: code).first.map { register.name($0) } ?? code
  }

  /// How a person's yearly cost varies, as a part of the mean.
  func spread() throws(MoneyError) -> Double { try FormulaParameters.shipped(for: "2025-26").value(.spread) }

  // MARK: Why

  private static let measures: [(component: NeedComponent, measure: String)] = [
    (.generalAndAcute, "general-and-acute"), (.community, "community"), (.mentalHealth, "mental-health"),
    (.maternity, "maternity"), (.primaryMedical, "primary-medical-care"), (.prescribing, "prescribing"),
    (.inequalities, "health-inequalities"),
  ]

  /// The steps to the share by the parameters of the year, and what is left over to the published one.
  mutating func waterfall(
    published: FairShareAnswer.Share, of grown: Grown
  ) throws -> (steps: [FairShareAnswer.Step], notes: [String]) {
    let formula: CapitationFormula
    do { formula = try CapitationFormula(.shipped(for: year.key)) } catch { return ([], [error.message]) }
    let block = try blocks(grown.version.fact.block)
    var columns: [NeedComponent: [Double]] = [:]
    for (component, name) in Self.measures {
      guard let version = survey.figures(of: "population.weighted.\(name)", grain: "practice", label: year.label),
        version.fact.block == grown.version.fact.block
      else { continue }
      columns[component] = try survey.column(version)
    }
    guard let people = block.numbers["registered"] else { return ([], ["the file does not count registered people"]) }
    var units: [CapitationUnit<Registered>] = []
    var held: Set<String> = []
    for (index, code) in block.units.enumerated() where people[index] > 0 {
      let part = min(1, grown.parts[index])
      for (share, isMine) in [(part, true), (1 - part, false)] where share > 0 {
        let name = isMine ? code : "\(code) elsewhere"
        if isMine { held.insert(name) }
        units.append(
          CapitationUnit(
            name, population: people[index] * share, need: Need(columns.mapValues { $0[index] * share })))
      }
    }
    let waterfall: Waterfall
    do { waterfall = try Waterfall(of: units, by: formula) { held.contains($0.code) } } catch {
      return ([], ["why the share is what it is cannot be told: \(error.message)"])
    }
    var steps: [FairShareAnswer.Step] = []
    for step in waterfall.steps where step.told.isNeedOrPeople {
      var entry = FairShareAnswer.Step(
        told: step.told.name, percentOfEngland: step.share * 100, penceMoved: step.perMillion.count, note: "")
      (entry.area, entry.england) = (step.area, step.england)
      entry.parameter = step.parameter.map(TargetsAnswer.Parameter.init)
      steps.append(entry)
    }
    let explained = steps.reduce(0) { $0 + $1.penceMoved }
    steps.append(
      FairShareAnswer.Step(
        told: "costs of the place, and what the estimated weights leave over",
        percentOfEngland: published.weighted / grown.england * 100,
        penceMoved: published.penceOfEnglandsMillion - explained,
        note: "market forces, remoteness and rounding: the published practice rows carry them only in the result"))
    return (
      steps, ["the weights of \(year.label) are estimated: the steps explain the published share and do not make it"]
    )
  }
}

extension Waterfall.Told {
  /// Whether the published practice rows tell it.
  fileprivate var isNeedOrPeople: Bool {
    switch self {
    case .people, .need: true
    case .marketForces, .emergencyAmbulance, .remoteness: false
    }
  }
}
