internal import Chronicle
internal import Measures
internal import Recast
internal import Register
internal import Statistics
internal import Vocabulary

/// Works out how a measure changes with deprivation.
struct GradientMaker {
  let question: GradientQuestion
  let snapshot: Snapshot
  let definition: MeasureDefinition
  private let footprint: NeedFootprint?
  private var survey: NeedSurvey

  init(_ question: GradientQuestion, _ snapshot: Snapshot, _ blocks: @escaping Blocks) throws {
    guard let definition = snapshot.history(MeasureDefinition.self, of: question.measure).last?.fact else {
      throw QuestionError(
        "no measure is called '\(question.measure)': `concordat measures` lists those that are loaded")
    }
    guard definition.additivity != .notAdditive else {
      throw QuestionError(
        "\(definition.name) does not add up (it is an index, a rank or a median), so it has no value for a fifth of "
          + "neighbourhoods")
    }
    self.question = question
    self.snapshot = snapshot
    self.definition = definition
    footprint = try question.area.map { try NeedFootprint($0, in: snapshot) }
    survey = NeedSurvey(
      snapshot, on: footprint?.map ?? .bodies(.integratedCareBoard, on: snapshot.trueOn), blocks: blocks)
  }

  mutating func answer() throws -> GradientAnswer {
    let (above, below, outOf) = try counts()
    let (fifths, scale, way) = try fifths(of: above)
    var reach: NeedSurvey.Reach?
    if let footprint {
      let found = try survey.parts(of: footprint.target, above)
      if let why = found.refusal {
        throw QuestionError("\(definition.name) cannot be told for \(footprint.name): \(why)")
      }
      reach = found
    }
    if let why = try survey.refusal(of: below) ?? (reach == nil ? survey.refusal(of: above) : nil) {
      throw QuestionError("\(definition.name) cannot be parted by deprivation: \(why)")
    }
    let (tops, bottoms) = (try survey.column(above), try paired(below, with: above))
    var sums = [(top: Double, bottom: Double)](repeating: (0, 0), count: 6)
    func add(_ unit: Int, _ share: Double) {
      guard !tops[unit].isNaN, !bottoms[unit].isNaN else { return }
      let place = fifths[unit].map { $0 - 1 } ?? 5
      sums[place].top += tops[unit] * share
      sums[place].bottom += bottoms[unit] * share
    }
    if let reach {
      for part in reach.parts { add(part.unit, part.share) }
    } else {
      for unit in tops.indices { add(unit, 1) }
    }
    let isShare = sums.allSatisfy { $0.top <= $0.bottom }
    let groups = (0..<5).map { Self.group($0 + 1, sums[$0], isShare: isShare) }
    let gap = Self.gap(groups)
    var citations = Citations()
    citations.cite(above)
    if above.fact.block != below.fact.block { citations.cite(below) }
    citations.cite(scale.version)
    let name = footprint?.name ?? "England"
    let isDivided = reach?.parts.contains { $0.share != 1 } ?? false
    return GradientAnswer(
      asAt: AsAt(snapshot), measure: definition.subject.text, name: definition.name, outOf: outOf, area: name,
      period: above.fact.label, edition: scale.version.fact.label, basis: above.fact.basis.rawValue,
      grain: above.fact.grain, isShare: isShare, groups: groups,
      unknown: Self.group(0, sums[5], isShare: isShare), gap: gap,
      slopes: [Self.populationSlope(groups, isShare: isShare), Self.quintileSlope(groups)],
      status: isDivided ? "apportioned" : "exact",
      note: [way, reach?.note ?? ""].filter { !$0.isEmpty }.joined(separator: "; "),
      sources: citations.notes(in: snapshot), sentence: Self.sentence(definition.name, name, groups, gap, isShare))
  }

  // MARK: What is counted

  /// What stands above and below the line. A count is set against the people of the same sort of units.
  private func counts() throws -> (Version<Observation>, Version<Observation>, String) {
    if definition.additivity == .ratio {
      guard let above = survey.figures(of: definition.numerator, label: question.label),
        let below = survey.figures(of: definition.denominator, grain: above.fact.grain, label: above.fact.label)
      else { throw QuestionError("no figures of \(definition.name)\(when) are loaded") }
      return (above, below, name(of: definition.denominator))
    }
    guard let above = survey.figures(of: definition.subject.text, label: question.label) else {
      throw QuestionError("no figures of \(definition.name)\(when) are loaded")
    }
    let people = above.fact.basis == .registered ? "population.registered" : "population.resident"
    guard people != definition.subject.text else {
      throw QuestionError("\(definition.name) is what other counts are set against, so it has no gradient of its own")
    }
    let same = survey.figures(of: people, grain: above.fact.grain, label: above.fact.label)
    guard let below = same ?? survey.figures(of: people, grain: above.fact.grain) else {
      throw QuestionError(
        "\(definition.name) is a count, and no people are loaded for the units it is counted by (\(above.fact.grain))")
    }
    return (above, below, name(of: people) + (same == nil ? ", \(below.fact.label)" : ""))
  }

  private var when: String { question.label.map { " for \($0)" } ?? "" }

  private func name(of measure: String) -> String {
    ID<Measure>(measure).flatMap { snapshot.history(MeasureDefinition.self, of: $0).last?.fact.name } ?? measure
  }

  /// The column below the line in the order of the units above it; missing where the other file lacks the unit.
  private func paired(_ below: Version<Observation>, with above: Version<Observation>) throws -> [Double] {
    let column = try survey.column(below)
    guard below.fact.block != above.fact.block else { return column }
    let rows = Dictionary(
      try survey.blocks(below.fact.block).units.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return try survey.blocks(above.fact.block).units.map { unit in rows[unit].map { column[$0] } ?? .nan }
  }

  // MARK: How deprived

  private typealias Fifths = (of: [Int?], scale: DeprivationScale, way: String)

  /// The fifth of each unit: a small area's own; a practice's by the small area it stands in, where postcodes tell.
  private func fifths(of above: Version<Observation>) throws -> Fifths {
    let grain = above.fact.grain
    let units = try survey.units(above)
    switch grain {
    case "lsoa11", "lsoa21":
      guard let scale = try DeprivationScale(survey, edition: question.edition, grain: grain) else {
        throw QuestionError("no indices of deprivation are loaded for the small areas of \(definition.name) (\(grain))")
      }
      return (units.block.units.map(scale.quintile), scale, "")
    case "practice":
      guard let scale = try DeprivationScale(survey, edition: question.edition) else {
        throw QuestionError("the indices of deprivation are not loaded: import them by small area")
      }
      let fifths = try practiceFifths(units, scale)
      guard fifths.contains(where: { $0 != nil }) else {
        throw QuestionError(
          "\(definition.name) is counted by general practice, and the record knows neither where the patients of a "
            + "practice live nor in which small area it stands: import the practice register and a postcode directory "
            + "(`concordat formats`)")
      }
      return (
        fifths, scale,
        "a practice counts in the fifth of the small area it stands in, which is not where all its patients live"
      )
    default:
      throw QuestionError(
        "\(definition.name) is counted by \(grain), which is too coarse to be parted by deprivation: it takes figures by "
          + "small area or by general practice")
    }
  }

  private func practiceFifths(_ units: Units, _ scale: DeprivationScale) throws -> [Int?] {
    let finder = SmallArea(snapshot: snapshot, blocks: survey.blocks)
    let lens = snapshot.on(units.countedOn).register
    return try units.block.units.map { code in
      guard
        let practice = lens.bodies(withCode: code, in: "ods").first(where: { lens.kind($0) == .generalPractice }),
        let address = snapshot.on(units.countedOn).nearest(Address.self, of: practice)?.fact,
        let postcode = Postcode(address.postcode), let hit = try finder.postcode(postcode).hit,
        hit.scheme == scale.version.fact.grain
      else { return nil }
      return scale.quintile(hit.code)
    }
  }

  // MARK: What it comes to

  private static func group(_ number: Int, _ sum: (top: Double, bottom: Double), isShare: Bool) -> GradientAnswer.Group
  {
    var group = GradientAnswer.Group(quintile: number, numerator: sum.top, denominator: sum.bottom)
    if isShare, let part = Proportion(count: sum.top, total: sum.bottom) {
      let limits = part.limits()
      (group.value, group.lower, group.upper) = (part.value(), limits.lower, limits.upper)
    } else if let rate = CrudeRate(count: sum.top, population: sum.bottom) {
      let limits = rate.limits(per: 1)
      (group.value, group.lower, group.upper) = (rate.value(per: 1), limits.lower, limits.upper)
    }
    return group
  }

  private static func gap(_ groups: [GradientAnswer.Group]) -> GradientAnswer.Distance? {
    guard let first = groups.first, let last = groups.last, let most = first.value, let least = last.value,
      let a = first.interval, let b = last.interval
    else { return nil }
    let gap = Gap(most: most, least: least)
    let limits = gap.limits(most: a, least: b)
    var distance = GradientAnswer.Distance(absolute: gap.absolute, lower: limits.lower, upper: limits.upper)
    distance.relative = gap.relative
    return distance
  }

  /// The slope as OHID defines it, on the values, with the errors that their intervals imply.
  private static func populationSlope(_ groups: [GradientAnswer.Group], isShare: Bool) -> GradientAnswer.Slope {
    let meaning =
      "The fitted value at the least deprived end less that at the most deprived, weighted by population "
      + "(OHID): below nought where the most deprived have more"
    let scale: Gradient.Scale = isShare ? .logit : .logarithmic
    let quantiles = groups.compactMap { group in
      group.value.flatMap { value in
        group.interval.map { Gradient.Quantile(population: group.denominator, value: value, limits: $0, on: scale) }
      }
    }
    guard quantiles.count == groups.count else {
      return .refused(.populationWeighted, meaning, "not every fifth has people in the area")
    }
    do {
      let gradient = try Gradient(quantiles, on: scale)
      let (index, limits) = (gradient.index(), gradient.limits())
      var slope = GradientAnswer.Slope(
        definition: SlopeIndex.Definition.populationWeighted.rawValue, meaning: meaning, note: "")
      slope.absolute = index.absolute
      slope.relative = index.relative
      slope.mostDeprivedEnd = index.intercept
      (slope.lower, slope.upper) = (limits.absolute.lower, limits.absolute.upper)
      return slope
    } catch {
      return .refused(.populationWeighted, meaning, error.description)
    }
  }

  /// The slope over fixed places as engines of oversight compute it; brought from percentage points to shares.
  private static func quintileSlope(_ groups: [GradientAnswer.Group]) -> GradientAnswer.Slope {
    let meaning =
      "The size of the slope over five fixed places, weighted by the precision of each proportion (oversight engines): "
      + "never below nought, and without limits"
    do {
      let index = try QuintileSlope.index(
        of: groups.map { .init($0.quintile, numerator: $0.numerator, denominator: $0.denominator) })
      var slope = GradientAnswer.Slope(
        definition: SlopeIndex.Definition.quintileWeighted.rawValue, meaning: meaning, note: "")
      slope.absolute = index.absolute / 100
      slope.mostDeprivedEnd = index.intercept / 100
      return slope
    } catch {
      return .refused(.quintileWeighted, meaning, error.description)
    }
  }

  private static func sentence(
    _ name: String, _ area: String, _ groups: [GradientAnswer.Group], _ gap: GradientAnswer.Distance?, _ isShare: Bool
  ) -> String {
    guard let gap, let most = groups.first?.value, let least = groups.last?.value else {
      return "\(name): in \(area) not both the most and the least deprived fifth have figures, so there is no gap."
    }
    func words(_ value: Double) -> String {
      isShare ? Sentences.percent(value) : Decimals.rounded(value, places: 3)
    }
    let start =
      "\(name): in \(area) \(words(most)) in the most deprived fifth of neighbourhoods and \(words(least)) in the least."
    guard gap.lower > 0 || gap.upper < 0 else { return start + " The difference is within what chance would explain." }
    let size =
      isShare ? "\(Decimals.rounded(abs(gap.absolute) * 100, places: 1)) percentage points" : words(abs(gap.absolute))
    return start + " The most deprived have \(gap.absolute > 0 ? "more" : "less"), by \(size)."
  }
}

extension GradientAnswer.Group {
  var interval: Interval? {
    lower.flatMap { lower in upper.map { Interval(lower: lower, upper: $0) } }
  }
}

extension GradientAnswer.Slope {
  fileprivate static func refused(
    _ definition: SlopeIndex.Definition, _ meaning: String, _ why: String
  ) -> GradientAnswer.Slope {
    GradientAnswer.Slope(definition: definition.rawValue, meaning: meaning, note: Sentences.capital(why))
  }
}
