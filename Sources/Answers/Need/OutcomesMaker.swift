internal import Chronicle
internal import Measures
internal import Recast
internal import Register
internal import Statistics
internal import Vocabulary

/// Sets bodies by a rate within the limits of chance.
struct OutcomesMaker {
  let question: OutcomesQuestion
  let definition: MeasureDefinition
  let snapshot: Snapshot
  let top: RecastAnswer.Table
  let bottom: RecastAnswer.Table

  private typealias Pair = (body: ID<Body>, top: RecastAnswer.Row, bottom: RecastAnswer.Row?)

  func answer() -> OutcomesAnswer {
    let beneath = Dictionary(bottom.rows.map { ($0.target, $0) }, uniquingKeysWith: { first, _ in first })
    let pairs: [Pair] = top.rows.compactMap { row in
      guard !["none", "unplaced"].contains(row.target), let body = ID<Body>(row.target) else { return nil }
      return (body, row, beneath[row.target])
    }
    let counts = pairs.map { self.counts($0) }
    let known = counts.compactMap { $0 }
    let sums = known.reduce((0.0, 0.0)) { ($0.0 + $1.0, $0.1 + $1.1) }
    let overall = sums.1 > 0 ? sums.0 / sums.1 : 0
    let isShare = known.allSatisfy { $0.0 <= $0.1 }
    let spread = known.count > 2 ? try? Overdispersion(isShare ? .proportion : .ratioOfCounts, known) : nil
    var rows: [OutcomesAnswer.Row] = []
    var next = 0
    for (pair, count) in zip(pairs, counts) {
      var row = blank(pair)
      if let count {
        fill(&row, count, overall: overall, isShare: isShare)
        if let spread { row.standing = standing(spread, next) }
        next += 1
      }
      rows.append(row)
    }
    rows.sort { ($0.body.name, $0.body.id) < ($1.body.name, $1.body.id) }
    var answer = OutcomesAnswer(
      asAt: AsAt(snapshot), measure: definition.subject.text, name: definition.name,
      outOf: outOf,
      kind: question.kind.rawValue, period: top.period, overall: overall, isShare: isShare, rows: rows,
      limits: limits(overall, known.map(\.1), isShare: isShare), dispersion: dispersion(spread),
      sentence: sentence(rows, overall, isShare: isShare))
    answer.phi = spread?.phi
    answer.tau2 = spread?.tau2
    return answer
  }

  private var outOf: String {
    ID<Measure>(definition.denominator).flatMap { snapshot.history(MeasureDefinition.self, of: $0).last?.fact.name }
      ?? definition.denominator
  }

  /// Both counts of a body; nil where either is not known or there is nothing to be out of.
  private func counts(_ pair: Pair) -> (Double, Double)? {
    guard let above = pair.top.value, let below = pair.bottom?.value, above >= 0, below > 0,
      ShownFigures.mayDivide(above, by: below, under: [top.rule, bottom.rule])
    else { return nil }
    return (above, below)
  }

  private func blank(_ pair: Pair) -> OutcomesAnswer.Row {
    let statuses = [pair.top.status, pair.bottom?.status ?? "refused"]
    let isKnown = counts(pair) != nil
    let isHidden = statuses.contains("suppressed") || (!isKnown && top.rule ?? bottom.rule != nil)
    let status =
      isHidden ? "suppressed" : !isKnown ? "refused" : statuses.contains("apportioned") ? "apportioned" : "exact"
    let hiding = [pair.top, pair.bottom].compactMap { $0 }.first { $0.status == "suppressed" }?.note
    let note =
      isHidden
      ? hiding ?? ShownFigures.tooFew : pair.bottom == nil ? "what it is out of is not known" : pair.top.note
    return OutcomesAnswer.Row(
      body: NamedBody(pair.body, in: snapshot.register), status: status,
      isPeer: question.peers.contains(pair.body), isOwn: question.body == pair.body,
      note: isKnown || !note.isEmpty ? note : "there is nothing to be out of")
  }

  private func fill(
    _ row: inout OutcomesAnswer.Row, _ count: (Double, Double), overall: Double, isShare: Bool
  ) {
    (row.numerator, row.denominator, row.value) = (count.0, count.1, count.0 / count.1)
    if isShare, let part = Proportion(count: count.0, total: count.1) {
      let limits = part.limits()
      (row.lower, row.upper) = (limits.lower, limits.upper)
      row.significance = FunnelSignificance(part, baseline: overall).rawValue
    } else {
      let limits = PoissonInterval.usual(count.0, at: .usual)
      (row.lower, row.upper) = (limits.lower / count.1, limits.upper / count.1)
      row.significance = FunnelSignificance(observed: count.0, expected: overall * count.1).rawValue
    }
  }

  private func standing(_ spread: Overdispersion, _ index: Int) -> String {
    let unit = spread.units[index]
    let limits =
      spread.tau2 > 0 ? spread.widenedLimits(of: unit, at: .strict) : spread.limits(of: unit, at: .strict)
    return unit.ratio > limits.upper ? "above" : unit.ratio < limits.lower ? "below" : "within"
  }

  /// The curves of a funnel: of a proportion, or of a count for each of what it is out of.
  private func limits(_ overall: Double, _ sizes: [Double], isShare: Bool) -> [OutcomesAnswer.Limit] {
    guard !sizes.isEmpty, overall > 0 else { return [] }
    if isShare {
      return Funnel.proportion(baseline: overall, populations: sizes, per: 1).map { point in
        OutcomesAnswer.Limit(
          denominator: point.place, lower95: point.lower2.value, upper95: point.upper2.value,
          lower998: point.lower3.value, upper998: point.upper3.value)
      }
    }
    let most = sizes.max() ?? 1
    return (1...60).map { step in
      let size = most * 1.05 * Double(step) / 60
      func limit(_ tail: Double, isUpper: Bool) -> Double {
        let events = overall * size
        return (isUpper ? PoissonInterval.upper(events, tail: tail) : PoissonInterval.lower(events, tail: tail)) / size
      }
      return OutcomesAnswer.Limit(
        denominator: size, lower95: limit(0.025, isUpper: false), upper95: limit(0.025, isUpper: true),
        lower998: limit(0.001, isUpper: false), upper998: limit(0.001, isUpper: true))
    }
  }

  private func dispersion(_ spread: Overdispersion?) -> String {
    guard let spread else {
      return "There are too few bodies with figures to tell whether they differ by more than chance."
    }
    let phi = Decimals.rounded(spread.phi, places: 2)
    return spread.tau2 > 0
      ? "Bodies differ by more than chance (the mean square of their trimmed scores is \(phi), and chance gives 1), so who "
        + "lies outside is judged by limits widened by the variance between them."
      : "Bodies differ by no more than chance (the mean square of their trimmed scores is \(phi))."
  }

  private func sentence(_ rows: [OutcomesAnswer.Row], _ overall: Double, isShare: Bool) -> String {
    func words(_ value: Double) -> String {
      isShare ? Sentences.percent(value) : Decimals.rounded(value, places: 3)
    }
    func number(_ count: Int) -> String { count == 0 ? "none" : Sentences.number(count) }
    let known = rows.filter { $0.value != nil }
    guard !known.isEmpty else { return "No \(question.kind.singular) has figures of \(definition.name)." }
    let above = known.filter { $0.standing == "above" }
    let below = known.filter { $0.standing == "below" }
    var text =
      "\(definition.name), \(top.period): \(words(overall)) over \(Sentences.count(known.count, question.kind.singular, question.kind.plural)) together; "
      + "\(number(above.count)) above the 99.8% limits and \(number(below.count)) below."
    if let own = known.first(where: \.isOwn), let value = own.value {
      let place =
        switch own.standing {
        case "above": "above the limits"
        case "below": "below the limits"
        case "within": "within the limits"
        default: "not judged"
        }
      text += " \(own.body.shortName) has \(words(value)), \(place)."
    }
    return text
  }
}
