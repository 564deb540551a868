internal import Vocabulary

extension NeedAnswer {
  /// The columns of its rows.
  public static let columns = [
    "group", "figure", "value", "unit", "england", "status", "basis", "period", "grain", "source", "note",
  ]

  /// Every figure as a row of text, for tables that programs read: numbers to six places, nothing where none is given.
  public var rows: [[String]] { figureRows + ageRows + deprivationRows + contrastRows + gapRows }

  private static func number(_ value: Double?) -> String { value.map { Decimals.rounded($0, places: 6) } ?? "" }

  private var figureRows: [[String]] {
    figures.map { figure in
      [
        figure.key, figure.name, Self.number(figure.value), figure.unit, Self.number(figure.england), figure.status,
        figure.basis, figure.period, figure.grain, figure.source, figure.note,
      ]
    }
  }

  private var ageRows: [[String]] {
    guard let residents = figure("residents") else { return [] }
    return ages.map { band in
      [
        "age", "Residents aged \(band.name)", Self.number(band.people), "people", "", residents.status, residents.basis,
        residents.period, residents.grain, residents.source, residents.note,
      ]
    }
  }

  private var deprivationRows: [[String]] {
    guard let deprivation else { return [] }
    let source = figure("core20.neighbourhoods")?.source ?? ""
    let peopleSource = figure("core20.people")?.source ?? ""
    func row(
      _ group: String, _ what: String, _ value: Double?, _ unit: String, _ period: String, _ source: String
    ) -> [String] {
      [
        group, what, Self.number(value), unit, "", deprivation.status, "resident", period, deprivation.grain, source,
        deprivation.note,
      ]
    }
    return [("fifth", deprivation.quintiles), ("tenth", deprivation.deciles)].flatMap { word, groups in
      groups.flatMap { group -> [[String]] in
        let place = "in national \(word) \(group.number) of deprivation (1 the most deprived)"
        let areas = row(
          "\(word).neighbourhoods", "Neighbourhoods \(place)", group.neighbourhoods, "neighbourhoods",
          deprivation.edition, source)
        guard let people = group.people else { return [areas] }
        return [
          areas, row("\(word).people", "Residents \(place)", people, "people", deprivation.peopleOf, peopleSource),
        ]
      }
    }
  }

  private var contrastRows: [[String]] {
    guard let deprivation else { return [] }
    let source = figure("core20.neighbourhoods")?.source ?? ""
    return contrasts.flatMap { contrast in
      contrast.rows.map { row in
        [
          "contrast.\(contrast.among.rawValue)",
          "Share of neighbourhoods in the most deprived fifth: \(row.body.name)", Self.number(row.share), "share", "",
          deprivation.status, "resident", deprivation.edition, deprivation.grain, source,
          "\(Self.number(row.mostDeprived)) of \(Self.number(row.neighbourhoods)), on the map of \(contrast.on)",
        ]
      }
    }
  }

  private var gapRows: [[String]] {
    gaps.map { ["gap", $0.what, "", "", "", "refused", "", "", "", "", $0.file] }
  }
}
