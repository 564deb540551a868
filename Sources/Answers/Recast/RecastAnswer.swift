public import Chronicle
internal import Measures
internal import Recast
internal import Register
internal import Vocabulary

extension RecastQuestion {
  /// The answer, from what the snapshot knows.
  ///
  /// Throws `QuestionError` when the measure is not known, has no figures, or does not add up.
  public func answer(_ snapshot: Snapshot, blocks: @escaping Blocks) throws -> RecastAnswer {
    guard let definition = snapshot.nearest(MeasureDefinition.self, of: measure)?.fact else {
      throw QuestionError(
        "no measure is called '\(measure)': `concordat measures` lists those that are loaded; import a file to load more"
      )
    }
    switch definition.additivity {
    case .notAdditive:
      throw QuestionError(
        "\(definition.name) does not add up across areas (it is an index, a rank or a median), so it cannot be recast"
      )
    case .additive:
      let tables = try Workshop(question: self, snapshot: snapshot, blocks: blocks).tables(
        of: measure, definition.name)
      return dressed(tables, definition)
    case .ratio:
      let workshop = Workshop(question: self, snapshot: snapshot, blocks: blocks)
      guard let above = ID<Measure>(definition.numerator), let below = ID<Measure>(definition.denominator)
      else {
        throw QuestionError("\(definition.name) is a ratio and does not say of what")
      }
      let tables = RatioTable.divide(
        try workshop.tables(of: above, definition.name), by: try workshop.tables(of: below, definition.name))
      return dressed(tables, definition)
    }
  }

  private func dressed(_ tables: [RecastAnswer.Table], _ definition: MeasureDefinition) -> RecastAnswer {
    let kind: String
    switch map {
    case .bodies(let bodyKind, _): kind = bodyKind.rawValue
    case .area, .pieces: kind = BodyKind.madeArea.rawValue
    }
    return RecastAnswer(
      measure: measure.text, measureName: definition.name, unit: definition.unit,
      isRatio: definition.additivity == .ratio, from: from.description, to: map.day.description, kind: kind,
      periods: tables, sentence: tables.last?.sentence ?? "There are no figures.")
  }
}

/// Rates through their two counts.
enum RatioTable {
  static func divide(_ above: [RecastAnswer.Table], by below: [RecastAnswer.Table]) -> [RecastAnswer.Table] {
    above.compactMap { top in
      guard let bottom = below.first(where: { $0.period == top.period }) else { return nil }
      let denominators = Dictionary(
        bottom.rows.map { ($0.target, $0) }, uniquingKeysWith: { first, _ in first })
      var table = top
      table.rows = top.rows.map { row in
        var ratio = row
        guard let under = denominators[row.target], let upper = row.value, let lower = under.value, lower > 0
        else {
          let withheld = [row, denominators[row.target]].compactMap { $0 }.first { $0.value == nil }
          ratio.value = nil
          ratio.exactPart = nil
          ratio.status = withheld?.status ?? "refused"
          ratio.note = withheld?.note ?? "there is nothing to divide by"
          return ratio
        }
        guard ShownFigures.mayDivide(upper, by: lower, under: [top.rule, bottom.rule]) else {
          (ratio.value, ratio.exactPart) = (nil, nil)
          (ratio.status, ratio.note) = ("suppressed", ShownFigures.tooFew)
          return ratio
        }
        ratio.value = upper / lower
        ratio.exactPart = nil
        if under.status != "exact" { ratio.status = under.status }
        ratio.note = [row.note, "\(Decimals.grouped(upper)) of \(Decimals.grouped(lower))"]
          .filter { !$0.isEmpty }.joined(separator: "; ")
        return ratio
      }
      table.total = top.total.flatMap { above in bottom.total.map { $0 > 0 ? above / $0 : 0 } }
      table.smallNumbers = top.smallNumbers ?? bottom.smallNumbers
      table.outside = 0
      table.unplaced = 0
      table.working = nil
      if let total = table.total {
        table.sentence = "England as a whole: \(Decimals.rounded(total * 100, places: 2))%."
      }
      return table
    }
  }
}
