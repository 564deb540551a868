internal import Oversight
internal import Vocabulary

/// Scorecards as tables.
enum ScoreTable {
  /// Every column, for programs.
  static func tidy(_ cards: [Scorecard]) -> Table {
    let domains = cards.first?.domains.map { key($0.domain.name) } ?? []
    var table = Table(
      ["quarter", "trust_code", "trust_name", "trust_type"].map { .init($0) }
        + [.init("average", isNumber: true), .init("published_average", isNumber: true)]
        + domains.map { .init("\($0)_score", isNumber: true) }
        + [
          .init("unadjusted_segment", isNumber: true), .init("unadjusted_basis"), .init("financial_override"),
          .init("adjusted_segment", isNumber: true), .init("recovery_support"),
          .init("final_segment", isNumber: true), .init("rank", isNumber: true),
          .init("rank_range_low", isNumber: true), .init("rank_range_high", isNumber: true),
          .init("average_range_low", isNumber: true), .init("average_range_high", isNumber: true),
          .init("comparator_group"), .init("metrics_scored", isNumber: true),
        ] + domains.map { .init("\($0)_segment", isNumber: true) } + [.init("note")])
    table.rows = cards.map { card in
      let placing = card.placing
      return [card.quarter.description, card.code, card.name, card.type]
        + [number(card.average, 6), number(card.publishedAverage, 6)] + card.domains.map { number($0.score, 6) }
        + [
          whole(card.unadjusted), card.unadjustedBasis.rawValue, word(card.override), whole(card.adjusted),
          word(card.support), whole(card.final), whole(placing?.rank), whole(placing?.range.lowerBound),
          whole(placing?.range.upperBound), number(placing?.averageRange.lowerBound, 2),
          number(placing?.averageRange.upperBound, 2), placing?.group ?? "",
          whole(card.scores.count { $0.counts }),
        ] + card.domains.map { whole($0.segment) } + [card.notes.joined(separator: "; ")]
    }
    return table
  }

  /// The columns a person looks for.
  static func readable(_ cards: [Scorecard]) -> Table {
    var table = Table([
      .init("Quarter"), .init("Trust"), .init("Name", mayBeCut: true), .init("Average", isNumber: true),
      .init("Published", isNumber: true), .init("Unadjusted", isNumber: true), .init("Basis"),
      .init("Adjusted", isNumber: true), .init("Final", isNumber: true), .init("Rank", isNumber: true),
      .init("Likely rank"), .init("Among", mayBeCut: true), .init("Note", mayBeCut: true),
    ])
    table.rows = cards.map { card in
      [
        card.quarter.description, card.code, card.name, number(card.average, 2), number(card.publishedAverage, 2),
        whole(card.unadjusted), card.unadjustedBasis.rawValue, whole(card.adjusted), whole(card.final),
        whole(card.placing?.rank),
        card.placing.map { "\($0.range.lowerBound) to \($0.range.upperBound)" } ?? "", card.placing?.group ?? "",
        card.notes.joined(separator: "; "),
      ]
    }
    return table
  }

  /// A name as a column: `access_to_services`.
  static func key(_ name: String) -> String { name.lowercased().replacing(" ", with: "_") }

  static func number(_ value: Double?, _ places: Int) -> String {
    value.map { Decimals.rounded($0, places: places) } ?? ""
  }

  private static func whole(_ value: Int?) -> String { value.map(String.init) ?? "" }

  private static func word(_ flag: Bool?) -> String { flag.map { $0 ? "yes" : "no" } ?? "not published" }
}
