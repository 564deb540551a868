internal import Answers
internal import Pages

/// Every figure of a pack, one a row, with how it was judged and where it came from.
enum PackTable {
  private static let header =
    ["body", "body_name", "measure", "measure_name", "theme"] + SeriesAnswer.columns
    + ["variation_icon", "assurance_icon", "attention", "rules", "map"]

  static func csv(_ pack: PackAnswer) -> [UInt8] {
    let rows = pack.sections.flatMap { section in
      section.items.flatMap { item in
        let series = item.series
        return series.points.map { point in
          [section.body, section.name, series.measure, series.measureName, series.theme] + point.cells
            + [
              series.variation ?? "", series.assurance ?? "", item.attention.rawValue, pack.rules, section.map,
            ]
        }
      }
    }
    return DataReply.csv(header: header, rows: rows, name: "pack-\(pack.month)").body
  }
}
