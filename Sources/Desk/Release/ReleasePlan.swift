internal import Chronicle
internal import Exchange
internal import Measures
internal import Recast
internal import Register
internal import Store
internal import Vocabulary

/// Works out what becomes public of a source's figures: as they are where their publisher let them past a gate of its
/// own, otherwise through ours.
struct ReleasePlan {
  /// The figures of one measure for one period, as they are held.
  typealias Held = Version<Observation>

  let snapshot: Snapshot
  let blocks: Blocks
  let source: ID<Source>
  /// The rule a person named for this source.
  let named: DisclosureRule?
  /// The map the figures are added up on first; nil to release the units of the file.
  let footprint: ReleaseFootprint?
  /// The source's figures.
  let held: [Held]
  /// The rule of each of its measures.
  let rules: [ID<Measure>: DisclosureRule]

  /// Throws `DeskError.refused` when a measure has no rule, with what to do.
  init(
    _ archive: Archive, of source: ID<Source>, under named: DisclosureRule?, on footprint: ReleaseFootprint?,
    today: Day,
    blocks: @escaping Blocks
  ) throws {
    snapshot = Snapshot(archive, trueOn: today, audience: .internal)
    self.blocks = blocks
    self.source = source
    self.named = named
    self.footprint = footprint
    held = archive.table(Observation.self).versions.filter {
      $0.retracted == .max && $0.audience == .internal && $0.source.source == source
    }
    var rules: [ID<Measure>: DisclosureRule] = [:]
    for measure in Set(held.map(\.fact.subject)).sorted() {
      rules[measure] = try named ?? ReleasePlan.rule(of: measure, from: source, snapshot)
    }
    self.rules = rules
  }

  /// Whether something has to be hidden, rounded or added up, so that the figures themselves stay internal.
  var isGated: Bool { !held.isEmpty && (footprint != nil || rules.values.contains(where: \.hidesOrRounds)) }

  private static func rule(of measure: ID<Measure>, from source: ID<Source>, _ snapshot: Snapshot) throws
    -> DisclosureRule
  {
    let rule: DisclosureRule
    do {
      rule = try snapshot.disclosureRule(of: measure, from: source)
    } catch {
      throw DeskError.refused("\(error.message) Or name one for this source: `concordat publish … --rule RULE`")
    }
    guard !rule.hidesOrRounds, !snapshot.hasOwnDisclosureRule(measure, from: source),
      let original = snapshot.nearest(Original.self, of: source)?.fact,
      !Readers.all.contains(where: { $0.format == original.format && $0.isOfficialPublication })
    else { return rule }
    throw DeskError.refused(
      "\(measure) passes as its publisher released it (rule '\(rule.id)'), and \(original.file) is not its publisher's "
        + "file. Name the rule for these figures: `concordat publish … --rule RULE`; '\(rule.id)' if they were cleared "
        + "elsewhere")
  }

  // MARK: Groups

  /// Figures that are read together: a rate's two counts, with all that share one of them.
  func groups() -> [[Held]] {
    var groups: [[Held]] = []
    let ratios = snapshot.archive.table(MeasureDefinition.self).versions.filter {
      $0.retracted == .max && $0.fact.additivity == .ratio
    }
    .map(\.fact)
    func areOneRate(_ a: Held, _ b: Held) -> Bool {
      a.fact.isBeside(b.fact)
        && ratios.contains { ReleasePlan.isPair(a, b, of: $0) || ReleasePlan.isPair(b, a, of: $0) }
    }
    for version in held {
      let joined = groups.indices.filter { index in groups[index].contains { areOneRate($0, version) } }
      let merged = joined.flatMap { groups[$0] } + [version]
      for index in joined.reversed() { groups.remove(at: index) }
      groups.append(merged)
    }
    // The coarsest first: it is the smaller counts that are hidden so that the greater can be shown.
    return groups.sorted { ($0[0].fact.count, $0[0].entry) < ($1[0].fact.count, $1[0].entry) }
  }

  private static func isPair(_ above: Held, _ below: Held, of ratio: MeasureDefinition) -> Bool {
    above.fact.subject.text == ratio.numerator && below.fact.subject.text == ratio.denominator
  }

  /// Which figures of a group are above and below the line of a rate. Positions in the group.
  func quotients(of group: [Held]) -> [(above: Int, below: Int)] {
    let ratios = snapshot.archive.table(MeasureDefinition.self).versions.filter {
      $0.retracted == .max && $0.fact.additivity == .ratio
    }
    .map(\.fact)
    return group.indices.flatMap { above in
      group.indices.filter { below in
        ratios.contains { ReleasePlan.isPair(group[above], group[below], of: $0) }
      }
      .map { (above, $0) }
    }
  }
}

extension Observation {
  /// Whether another observation is of the same units for the same period.
  func isBeside(_ other: Observation) -> Bool {
    basis == other.basis && grain == other.grain && label == other.label
  }
}
