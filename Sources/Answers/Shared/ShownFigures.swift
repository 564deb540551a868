internal import Chronicle
internal import Measures
internal import Vocabulary

/// The figures of one period as they may be shown: the one way from a block to an answer.
///
/// What is public is released through the gate when it is published, so nothing an answer adds up can tell more than
/// the release does. Here it is made sure that it was, and what is hidden stays hidden in all that is worked out of it.
struct ShownFigures {
  /// The figures, one for each unit; NaN where the source has none or it is hidden.
  let values: [Double]
  /// Which of them are hidden; nil for figures that never went through the gate.
  let isHidden: [Bool]?
  /// The rule set they were released under; nil for figures that never went through the gate.
  let rule: DisclosureRule?

  /// Throws `QuestionError` when the block lacks the column, or the public figures of a measure whose small numbers are
  /// to be hidden have not been through the gate.
  init(_ version: Version<Observation>, in block: Block, _ snapshot: Snapshot) throws {
    let observation = version.fact
    guard let values = block.numbers[observation.column] else {
      throw QuestionError(
        "the figures of \(observation.subject) for \(observation.label) lack the column '\(observation.column)'")
    }
    let rule = try? snapshot.disclosureRule(of: observation.subject, from: version.source.source)
    if let column = ReleasedColumn(observation.column, of: block) {
      self.values = column.values
      isHidden = column.marks.map { $0 == .hidden }
      let release = snapshot.history(Release.self, of: observation.subject).first { $0.fact.block == observation.block }
      self.rule = release.flatMap { DisclosureRule.named($0.fact.rule) } ?? rule
      return
    }
    if version.audience == .public, let rule, rule.hidesOrRounds {
      throw QuestionError(
        "\(observation.subject) is published under the rule '\(rule.id)', and its figures for \(observation.label) have "
          + "not been through it, so they are not shown: import them with --internal and publish them")
    }
    self.values = values
    isHidden = nil
    self.rule = nil
  }

  /// How many are hidden.
  var hidden: Int { isHidden?.count { $0 } ?? 0 }

  /// Why a sum is not given that some hidden figures belong to.
  static func reason(_ units: Int, under rule: DisclosureRule?) -> String {
    let which = rule.map { " (rule \($0.id))" } ?? ""
    return units == 1
      ? "* not shown: it is a small number, or one could be worked out from it\(which)"
      : "* not shown: \(Decimals.grouped(Double(units))) of the counts it is added up from are small numbers, or "
        + "small ones could be worked out from them\(which)"
  }

  /// Whether a rate on these counts may be given; one on too few events or people may not.
  static func mayDivide(_ above: Double, by below: Double, under rules: [DisclosureRule?]) -> Bool {
    rules.allSatisfy { rule in
      guard let rule else { return true }
      return below >= Double(rule.leastDenominator) && (above == 0 || above >= Double(rule.leastNumerator))
    }
  }

  /// Why such a rate is not given.
  static let tooFew = "* not shown: it stands on too few events or people"
}
