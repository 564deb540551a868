internal import Answers
internal import Vocabulary

/// Answers on money as tables.
enum MoneyWriting {
  /// Practices with their targets and every figure on the way.
  static func table(_ answer: TargetsAnswer) -> Table {
    var table = Table(
      [.init("Code", "practice")]
        + [
          "population", "hospital_need", "prescribing_need", "inequalities_need", "market_forces",
          "emergency_ambulance", "cost_factor", "hospital_block", "prescribing_block", "inequalities_block",
          "target_before_remoteness", "remoteness", "target", "weighted_population", "need_index", "primary_medical",
          "share",
        ].map { .init($0.replacing("_", with: " "), $0, isNumber: true) } + [.init("unit"), .init("parameters")])
    table.rows = answer.rows.map { row in
      let figures: [Double?] = [
        row.population, row.hospitalNeed, row.prescribingNeed, row.inequalitiesNeed, row.marketForces,
        row.emergencyAmbulance, row.costFactor, row.hospitalBlock, row.prescribingBlock, row.inequalitiesBlock,
        row.targetBeforeRemoteness, row.remoteness, row.target, row.weightedPopulation, row.needIndex,
        row.primaryMedical, row.share,
      ]
      return [row.code] + figures.map { $0.map(Decimals.shortest) ?? "" } + [answer.unit, answer.parameters]
    }
    return table
  }

  /// The area, its parts and its practices, each with its share.
  static func table(_ answer: FairShareAnswer) -> Table {
    var table = Table([
      .init("Level"), .init("Code"), .init("Name", mayBeCut: true), .init("People", isNumber: true),
      .init("Weighted", isNumber: true), .init("Percent of England", isNumber: true),
      .init("Index to England", isNumber: true), .init("Index to area", isNumber: true),
      .init("Of England's million", "pounds_of_englands_million", isNumber: true),
      .init("Of area's million", "pounds_of_areas_million", isNumber: true), .init("Low percent", isNumber: true),
      .init("High percent", isNumber: true), .init("Scenario", "scenario_pounds", isNumber: true),
    ])
    let levels = [("area", [answer.share]), ("council", answer.parts), ("practice", answer.practices)]
    table.rows = levels.flatMap { level, shares in
      shares.map { share in
        [
          level, share.code, share.name, Decimals.rounded(share.people, places: 2),
          Decimals.rounded(share.weighted, places: 2), share.percentOfEngland,
          Decimals.rounded(share.indexToEngland, places: 6), Decimals.rounded(share.indexToArea, places: 6),
          Pence(share.penceOfEnglandsMillion).description, Pence(share.penceOfAreasMillion).description,
          share.lowPercent.map { Decimals.rounded($0, places: 6) } ?? "",
          share.highPercent.map { Decimals.rounded($0, places: 6) } ?? "",
          share.scenarioPence.map { Pence($0).description } ?? "",
        ]
      }
    }
    return table
  }

  /// Duties with how they stand.
  static func table(_ answer: DutiesAnswer) -> Table {
    var table = Table(
      [
        .init("Duty"), .init("About"), .init("Status"), .init("Done", "done_pounds", isNumber: true),
        .init("Must be", "comparison"), .init("Asked", "asked_pounds", isNumber: true),
        .init("Headroom", "headroom_pounds", isNumber: true), .init("What it asks", "title", mayBeCut: true),
        .init("Where it stands", "citation", mayBeCut: true),
      ], nothing: "No financial duty of this body is known for the year.")
    table.rows = answer.duties.map { duty in
      func pounds(_ pence: Int64?) -> String { pence.map { Pence($0).description } ?? "" }
      return [
        duty.id, duty.about, duty.status, pounds(duty.done.pence), duty.comparison, pounds(duty.asked.pence),
        pounds(duty.headroom), duty.title, duty.citation,
      ]
    }
    return table
  }
}
