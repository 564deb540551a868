internal import ArgumentParser
internal import Chronicle
internal import Desk
internal import Measures
internal import Vocabulary

struct ListMeasures: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures",
    abstract: "List the measures a record has figures of.",
    discussion: """
      Each with what it counts, and the periods and grains its figures are for.

        concordat measures england.concordat
        concordat measures england.concordat --audience public --json
      """)

  @OptionGroup var target: RecordArgument
  @OptionGroup var lens: LensOptions
  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let answer = MeasuresList.of(try lens.snapshot(of: try target.open(console)))
    try output.print(answer, as: ListMeasures.table(answer), on: console)
    return .done
  }

  private static func table(_ measures: [MeasuresList.Measure]) -> Table {
    var table = Table(
      [
        .init("Measure"), .init("Name", mayBeCut: true), .init("Counts"), .init("Basis"), .init("Grain"),
        .init("Periods", isNumber: true), .init("First"), .init("Last"), .init("Audience"),
      ], nothing: "The record has no figures yet: `concordat formats` lists the files that have some.")
    table.rows = measures.flatMap { measure in
      measure.series.map { series in
        [
          measure.id, measure.name, measure.unit, series.basis, series.grain, String(series.periods.count),
          series.periods.first?.label ?? "", series.periods.last?.label ?? "", series.audience,
        ]
      }
    }
    return table
  }
}

/// The measures of a record, as a program reads them.
enum MeasuresList {
  struct Measure: Encodable {
    var id: String
    var name: String
    var unit: String
    var additivity: String
    var meaning: String
    var series: [Series]
  }

  /// Figures of one basis and grain.
  struct Series: Encodable {
    var basis: String
    var grain: String
    var audience: String
    var periods: [Period]
  }

  struct Period: Encodable {
    var label: String
    var from: String
    var until: String
    var state: String
    var units: Int
    var source: String
  }

  static func of(_ snapshot: Snapshot) -> [Measure] {
    let figures = Dictionary(grouping: snapshot.history(Observation.self), by: \.fact.subject)
    let definitions = Dictionary(
      snapshot.history(MeasureDefinition.self).map { ($0.fact.subject, $0.fact) },
      uniquingKeysWith: { _, last in last })
    // A ratio has no figures of its own: it is listed where the two it is made of have some.
    let ratios = definitions.values.filter { definition in
      figures[definition.subject] == nil && definition.additivity == .ratio
        && [definition.numerator, definition.denominator].allSatisfy { part in
          ID(part).map { figures[$0] != nil } ?? false
        }
    }
    return (Array(figures.keys) + ratios.map(\.subject)).sorted().map { id in
      let definition = definitions[id]
      return Measure(
        id: id.text, name: definition?.name ?? id.text, unit: definition?.unit ?? "",
        additivity: definition?.additivity.rawValue ?? "", meaning: definition?.meaning ?? "",
        series: series(figures[id] ?? (definition.flatMap { ID($0.numerator) }.flatMap { figures[$0] } ?? []))
      )
    }
  }

  private static func series(_ versions: [Version<Observation>]) -> [Series] {
    struct Key: Hashable, Comparable {
      let basis: String
      let grain: String
      let audience: String
      static func < (a: Key, b: Key) -> Bool {
        (a.basis, a.grain, a.audience) < (b.basis, b.grain, b.audience)
      }
    }
    let grouped = Dictionary(grouping: versions) { version in
      Key(basis: version.fact.basis.rawValue, grain: version.fact.grain, audience: version.audience.rawValue)
    }
    return grouped.sorted { $0.key < $1.key }.map { key, versions in
      Series(
        basis: key.basis, grain: key.grain, audience: key.audience,
        periods: versions.sorted {
          ($0.period.from.earliest, $0.fact.label) < ($1.period.from.earliest, $1.fact.label)
        }
        .map { version in
          Period(
            label: version.fact.label, from: version.period.fromText, until: version.period.untilText,
            state: version.fact.state.rawValue, units: version.fact.count, source: version.source.text)
        })
    }
  }
}
