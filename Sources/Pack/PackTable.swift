internal import Answers
internal import Pages
internal import Vocabulary

/// Every figure of a pack, one a row, with how it was judged and where it came from.
enum PackTable {
  static let header = [
    "body", "body_name", "measure", "measure_name", "theme", "period", "value", "numerator", "denominator", "status",
    "state", "mean", "lower_limit", "upper_limit", "target", "special_cause", "meaning", "variation_icon",
    "assurance_icon", "attention", "rules", "map", "source", "note",
  ]

  static func rows(_ pack: PackAnswer) -> [[String]] {
    pack.sections.flatMap { section in
      section.items.flatMap { item in item.series.points.map { row($0, item, section, pack) } }
    }
  }

  private static func row(
    _ point: SeriesAnswer.Point, _ item: PackAnswer.Item, _ section: PackAnswer.Section, _ pack: PackAnswer
  ) -> [String] {
    func number(_ value: Double?) -> String { value.map(Decimals.shortest) ?? "" }
    let series = item.series
    return [
      section.body, section.name, series.measure, series.measureName, series.theme, point.period, number(point.value),
      number(point.numerator), number(point.denominator), point.status, point.state, number(point.mean),
      number(point.lower), number(point.upper), number(point.target), point.cause, point.meaning,
      series.variation ?? "", series.assurance ?? "", item.attention.rawValue, pack.rules, section.map, point.source,
      point.note,
    ]
  }

  static func csv(_ pack: PackAnswer) -> [UInt8] {
    DataReply.csv(header: header, rows: rows(pack), name: "pack-\(pack.month)").body
  }
}
