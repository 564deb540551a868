public import Chronicle
internal import Measures
internal import Recast
internal import Register
internal import Statistics
internal import Vocabulary

/// Why is this figure what it is? What one body's figure for one period was added up from, down to the row.
public struct PartsAnswer: Encodable, Hashable, Sendable {
  /// One unit of the source: a practice, a small area, a provider.
  public struct Part: Encodable, Hashable, Sendable {
    /// Its code in the source.
    public let unit: String
    /// Its name on the day it was counted, where the register knows it.
    public let name: String
    /// The body the register knows it as, or empty.
    public let body: String
    /// Its figure; nil where the source leaves it out, or it is hidden.
    public let figure: Double?
    /// How much of it counts here, above 0 and up to 1.
    public let share: Double
    /// What it brings to the figure.
    public let value: Double?
    /// Why it counts so: what it was divided by, or why it could not be placed. Empty where it is simply added.
    public let note: String
    /// Where it stands in the file: `row=12`; the first of several rows that were added up.
    public let place: String
    /// How many rows of the file were added up.
    public let rows: Int
  }

  /// The measure.
  public let measure: String
  /// The measure's name.
  public let measureName: String
  /// The body, `none` or `unplaced`.
  public let target: String
  /// Its name.
  public let targetName: String
  /// The day of the map.
  public let on: String
  /// The period.
  public let period: String
  /// What the units are.
  public let grain: String
  /// The source they were read from.
  public let source: String
  /// The SHA-256 of its file, or empty.
  public let digest: String
  /// The sum of what the parts bring, before divided counts are rounded to whole numbers.
  public let sum: Double
  /// The parts, the largest first.
  public let parts: [Part]
  /// The answer in a sentence.
  public let sentence: String
}

extension RecastQuestion {
  /// What a body's figure is made of; `none` asks for what belongs to no body, `unplaced` for what found no place.
  ///
  /// Throws `QuestionError` when there are no such figures, or they are a ratio of two others. O(units).
  public func parts(of target: String, _ snapshot: Snapshot, blocks: @escaping Blocks) throws -> PartsAnswer {
    guard let definition = snapshot.nearest(MeasureDefinition.self, of: measure)?.fact else {
      throw QuestionError("no measure is called '\(measure)': `concordat measures` lists those that are loaded")
    }
    guard definition.additivity == .additive else {
      throw QuestionError(
        "\(definition.name) is worked out from two counts: ask the same of \(definition.numerator) and of "
          + definition.denominator)
    }
    let workshop = Workshop(question: self, snapshot: snapshot, blocks: blocks)
    guard let version = workshop.observations(of: measure).last else {
      throw QuestionError("no figures of \(definition.name)\(label.map { " for \($0)" } ?? "") are loaded")
    }
    return try PartsList(version, target: target, question: self, snapshot: snapshot, blocks: blocks)
      .answer(definition)
  }
}

/// Puts together what one figure is made of.
private struct PartsList {
  let version: Version<Observation>
  let target: String
  let question: RecastQuestion
  let snapshot: Snapshot
  let block: Block
  let units: Units
  let crosswalk: Crosswalk
  let shown: ShownFigures

  init(
    _ version: Version<Observation>, target: String, question: RecastQuestion, snapshot: Snapshot,
    blocks: @escaping Blocks
  ) throws {
    self.version = version
    self.target = target
    self.question = question
    self.snapshot = snapshot
    block = try blocks(version.fact.block)
    shown = try ShownFigures(version, in: block, snapshot)
    units = Units(grain: version.fact.grain, basis: version.fact.basis, period: version.period, block: block)
    crosswalk = try Mapmaker(snapshot, blocks: blocks).crosswalk(units, to: question.map)
  }

  func answer(_ definition: MeasureDefinition) throws -> PartsAnswer {
    let parts = try chosen().map(part).sorted { ($1.value ?? 0, $0.unit) < ($0.value ?? 0, $1.unit) }
    let source = version.source.source
    var total = CompensatedSum()
    for part in parts { total.add(part.value ?? 0) }
    let sum = total.value
    let name = targetName
    let divided = parts.count { $0.share != 1 }
    return PartsAnswer(
      measure: question.measure.text, measureName: definition.name, target: target, targetName: name,
      on: question.map.day.description, period: version.fact.label, grain: version.fact.grain,
      source: source?.text ?? "",
      digest: source.flatMap { snapshot.nearest(Original.self, of: $0) }?.fact.digest.hex ?? "", sum: sum,
      parts: parts,
      sentence: "\(name): \(Decimals.grouped(sum)) is the sum of "
        + Sentences.count(parts.count, "unit", "units")
        + (divided == 0 ? ", each counted whole." : ", \(Sentences.number(divided)) of them counted in part."))
  }

  private typealias Chosen = (unit: Int, share: Double, note: String)

  private func chosen() throws -> [Chosen] {
    switch target {
    case "none": return crosswalk.homeless.map { (Int($0.unit), 1, $0.reason) }
    case "unplaced": return crosswalk.unplaced.map { (Int($0.unit), 1, $0.reason) }
    default:
      guard let index = crosswalk.targets.firstIndex(where: { $0.text == target }) else {
        throw QuestionError("'\(target)' has no figure on the map of \(question.map.day.written)")
      }
      return crosswalk.edges.lazy.filter { $0.target == index }
        .map { (Int($0.unit), $0.share, note(of: Int($0.unit))) }
    }
  }

  private func note(of unit: Int) -> String {
    switch crosswalk.locations[unit] {
    case .whole(_, let route): route.notes.joined(separator: "; ")
    case .parts(_, let route): (["divided by \(route.weights)"] + route.notes).joined(separator: "; ")
    case .none(let reason), .scattered(_, let reason), .unknown(let reason): reason
    }
  }

  private func part(_ chosen: Chosen) -> PartsAnswer.Part {
    let code = block.units[chosen.unit]
    let figure = shown.values[chosen.unit].isNaN ? nil : shown.values[chosen.unit]
    let isHidden = shown.isHidden?[chosen.unit] ?? false
    let lens = snapshot.on(units.countedOn).register
    let body = lens.bodies(withCode: code).first
    let row = block.numbers["row"].map { Int($0[chosen.unit]) }
    return PartsAnswer.Part(
      unit: code, name: body.map { lens.name($0) } ?? block.texts["name"]?[chosen.unit] ?? "",
      body: body?.text ?? "", figure: figure, share: chosen.share, value: figure.map { $0 * chosen.share },
      note: isHidden ? ShownFigures.reason(1, under: shown.rule) : chosen.note,
      place: row.map { RowPlace(table: sheet, number: $0).description } ?? "",
      rows: block.numbers["rows"].map { Int($0[chosen.unit]) } ?? 1)
  }

  private var sheet: String {
    version.source.locator.hasPrefix("sheet=") ? String(version.source.locator.dropFirst("sheet=".count)) : ""
  }

  private var targetName: String {
    switch target {
    case "none": return "In no body of this kind"
    case "unplaced": return "Could not be placed"
    default:
      guard let body = ID<Body>(target), body != Map.unkept else { return "This area" }
      return snapshot.on(question.map.day).register.name(body)
    }
  }
}
