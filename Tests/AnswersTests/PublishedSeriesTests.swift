import Chronicle
import Exchange
import Formats
import Measures
import Recast
import Register
import Statistics
import Testing
import Vocabulary

@testable import Answers

/// Real monthly figures by board, judged on the map of 2022 and on that of 2026. What is expected is summed from the
/// same file by an independent reading of its text.
@Suite(.enabled(if: Published.isPresent, "the folder ../shared/data with the published files is not here"))
struct PublishedSeriesTests {
  // MARK: The files

  /// The shipped record with the figures of one file, and the blocks they stand in.
  struct Held: Sendable {
    let archive: Archive
    let blocks: Blocks

    init(
      _ reader: any Reader, _ path: String, without kind: FactKind? = nil, and more: [Statement] = []
    ) throws {
      let bytes = try ByteSource.file("\(Published.folder)/\(path)")
      let reading = try reader.read(InputFile(name: path, bytes: bytes), register: shipped("2026-11-21").register)
      try self.init(reading, without: kind, and: more)
    }

    init(_ reading: Reading, without kind: FactKind? = nil, and more: [Statement] = []) throws {
      var kept: [Digest: Block] = [:]
      let source = SourceReference(nil)
      var statements = Shipped.statements.filter { $0.kind != kind?.name } + more
      statements += reading.definitions.map { Statement($0, .always, source: source) }
      for figures in reading.figures {
        let digest = Digest(of: figures.block.encoded)
        kept[digest] = figures.block
        for (measure, column) in figures.columns {
          let observation = Observation(
            measure, basis: figures.basis, grain: figures.grain, label: figures.label, state: figures.state,
            column: column, block: digest, count: figures.block.count)
          statements.append(Statement(observation, figures.period, source: source))
        }
      }
      archive = Archive.holding(statements)
      let blocks = kept
      self.blocks = { digest in
        guard let block = blocks[digest] else { throw QuestionError("there is no block \(digest.hex)") }
        return block
      }
    }

    func snapshot(_ on: String) -> Snapshot { Snapshot(archive, trueOn: day(on)) }

    func series(_ measure: String, on map: String) throws -> FigureSeries {
      try FigureSeries(
        of: ID(slug: measure), on: .bodies(.integratedCareBoard, on: day(map)), snapshot(map), blocks: blocks)
    }

    func judged(_ body: String, _ measure: String, on map: String, upTo end: String? = nil) throws -> SeriesAnswer {
      try #require(
        SeriesAnswer(
          ID(slug: body), in: series(measure, on: map), upTo: end.map(day), by: .mdc2024, snapshot(map)))
    }
  }

  static let emergency = Result { try Held(EmergencyCareByBoardReader(), "perf/icb_ae_monthly_2022_04_to_2025_07.csv") }
  static let waits = Result { try Held(WaitingFlowReader(), "perf/icb_rtt_flow_monthly.csv") }

  /// The sums of a column of a file by what stands in another column.
  static func sums(_ path: String, of value: String, by key: String) throws -> [String: Double] {
    var reader = try CSVReader(try ByteSource.file("\(Published.folder)/\(path)").stream())
    let (value, key) = (try reader.column(value), try reader.column(key))
    var sums: [String: Double] = [:]
    while let row = try reader.next() { sums[row[key], default: 0] += Double(row[value]) ?? .nan }
    return sums
  }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// `April 2022` as `2022-04`.
  static func label(_ text: String) throws -> String {
    let words = text.split(separator: " ")
    let month = try #require(months.firstIndex(of: String(words[0]))) + 1
    return "\(words[1])-\(month < 10 ? "0" : "")\(month)"
  }

  static let file = "perf/icb_ae_monthly_2022_04_to_2025_07.csv"

  // MARK: The map of 2022

  @Test("A&E on the 42: England is the sum of the file's rows in each of forty months, and every figure is exact")
  func emergencyOn42() throws {
    let series = try Self.emergency.get().series("ae.attendances", on: "2022-07-01")
    let expected = try Self.emergencySums("total_attendances")
    #expect(series.points.count == 42 && series.whole.count == 40 && expected.count == 40)
    for (position, point) in series.whole.enumerated() {
      #expect(point.value == expected[point.label], "\(point.label)")
      let boards = series.points.values.map { $0[position] }
      #expect(boards.allSatisfy { $0.status == "exact" })
      #expect(boards.compactMap(\.value).reduce(0, +) == point.value, "\(point.label)")
    }
  }

  @Test("Frimley goes from 0.3% to 39.1% over four hours from May to June 2023")
  func frimley() throws {
    let series = try Self.emergency.get().series("ae.share-over-four-hours", on: "2022-07-01")
    let points = try #require(series.points[ID(slug: "icb.frimley")])
    let shares = Dictionary(uniqueKeysWithValues: points.map { ($0.label, $0.value ?? .nan) })
    #expect(((shares["2023-05"] ?? .nan) * 1000).rounded() == 3)
    #expect(((shares["2023-06"] ?? .nan) * 1000).rounded() == 391)
  }

  /// Boards whose share rises by more than five points from May to June 2023, from the file's text.
  private static func risen() throws -> Set<String> {
    var reader = try CSVReader(try ByteSource.file("\(Published.folder)/\(file)").stream())
    let (code, date) = (try reader.column("icb22_code"), try reader.column("date"))
    let (all, over) = (try reader.column("total_attendances"), try reader.column("attendances_over_4hours"))
    var shares: [String: [String: Double]] = [:]
    while let row = try reader.next() {
      shares[row[code], default: [:]][row[date]] = (Double(row[over]) ?? .nan) / (Double(row[all]) ?? .nan)
    }
    return Set(shares.filter { ($0.value["June 2023"] ?? .nan) - ($0.value["May 2023"] ?? .nan) > 0.05 }.keys)
  }

  @Test("With the shipped notes exactly twelve boards have limits of their own from June 2023")
  func steps() throws {
    let held = try Self.emergency.get()
    let figures = try held.series("ae.share-over-four-hours", on: "2022-07-01")
    let snapshot = held.snapshot("2022-07-01")
    var stepped: Set<String> = []
    for body in figures.points.keys {
      let answer = try #require(SeriesAnswer(body, in: figures, by: .mdc2024, snapshot))
      guard let first = answer.points.first(where: { $0.stretch > 0 }) else { continue }
      #expect(first.period == "2023-06", "\(body)")
      #expect(answer.points.allSatisfy { ($0.stretch == 1) == ($0.period >= "2023-06") }, "\(body)")
      #expect(answer.notes.contains { $0.effect == "step" && $0.from.moment.day == day("2023-06-01") })
      stepped.insert(try #require(snapshot.register.code(body, in: "ons")))
    }
    let risen = try Self.risen()
    #expect(risen.count == 12)
    #expect(stepped == risen)
  }

  @Test("The change in how waits are counted is no concern where it is noted, and one where it is not")
  func concern() throws {
    let noted = try Self.emergency.get()
    let bare = try Held(EmergencyCareByBoardReader(), Self.file, without: SeriesNote.kind)
    let measure = "ae.share-over-four-hours"
    for end in ["06-30", "07-31", "08-31", "09-30", "10-31", "11-30", "12-31"] {
      let with = try noted.judged("icb.frimley", measure, on: "2022-07-01", upTo: "2023-\(end)")
      #expect(with.latest?.period.hasPrefix("2023-") == true && with.polarity == "lower")
      #expect(with.variation?.hasPrefix("concern") != true, "\(end): \(with.sentence)")
      let without = try bare.judged("icb.frimley", measure, on: "2022-07-01", upTo: "2023-\(end)")
      #expect(without.variation == "concern_high", "\(end): \(without.sentence)")
    }
    let suggestion = try #require(
      try bare.judged("icb.frimley", measure, on: "2022-07-01", upTo: "2024-12-31").suggestion)
    #expect(["2023-05", "2023-06", "2023-07"].contains(suggestion.period))
    #expect(suggestion.meanBefore < 0.05 && suggestion.meanAfter > 0.3 && suggestion.standardErrors > 3)
    #expect(suggestion.sentence.contains("standard errors apart"))
    let answer = try noted.judged("icb.frimley", measure, on: "2022-07-01", upTo: "2024-12-31")
    #expect(answer.suggestion == nil, "\(answer.suggestion?.sentence ?? "")")
  }

  // MARK: The map of 2026

  /// Boards of 2026 that were given a part of Frimley, of Hertfordshire and West Essex, or of Suffolk and North East
  /// Essex.
  private static let receivers: Set = [
    "icb.thames-valley", "icb.surrey-and-sussex", "icb.hampshire-and-isle-of-wight", "icb.central-east", "icb.essex",
    "icb.norfolk-and-suffolk",
  ]

  /// Every month of a measure adds up on a map: what is given, what is known of the refused, and what has no place.
  private func conserves(_ held: Held, _ measure: String, on map: String, _ expected: [String: Double]) throws {
    let series = try held.series(measure, on: map)
    #expect(series.whole.count == expected.count)
    for point in series.whole { #expect(point.value == expected[point.label], "\(point.label)") }
    let answer = try RecastQuestion(
      measure: ID(slug: measure), from: day("2022-07-01"), to: .bodies(.integratedCareBoard, on: day(map))
    ).answer(held.snapshot(map), blocks: held.blocks)
    #expect(answer.periods.count == expected.count)
    for table in answer.periods {
      let bodies = table.rows.filter { $0.target != "unplaced" && $0.target != "none" }
      let known = bodies.compactMap(\.exactPart).reduce(0, +)
      #expect(known + table.unplaced + table.outside == expected[table.period], "\(table.period)")
      for row in bodies {
        let point = try #require(
          series.points[ID(slug: row.target)]?.first { $0.label == table.period }, "\(row.target) \(table.period)")
        #expect(point.value == row.value && point.status == row.status, "\(row.target) \(table.period)")
        #expect(row.status == (row.value == nil ? "refused" : "exact"), "\(row.target) \(table.period)")
      }
    }
  }

  private static func emergencySums(_ column: String) throws -> [String: Double] {
    var expected: [String: Double] = [:]
    for (date, sum) in try sums(file, of: column, by: "date") { expected[try label(date)] = sum }
    return expected
  }

  private static func waitSums(_ column: String) throws -> [String: Double] {
    let sums = try sums("perf/icb_rtt_flow_monthly.csv", of: column, by: "date")
    return Dictionary(uniqueKeysWithValues: sums.map { (String($0.key.prefix(7)), $0.value) })
  }

  /// The boards a point is refused for in any month.
  private func refused(_ series: FigureSeries, because reason: String) -> Set<String> {
    Set(
      series.points.filter {
        $0.value.contains { $0.status == "refused" && $0.value == nil && $0.note.contains(reason) }
      }
      .keys.map(\.text))
  }

  @Test("A&E on the 36: totals are conserved, and boards given part of a divided one are refused with the reason")
  func emergencyOn36() throws {
    let held = try Self.emergency.get()
    let expected = try Self.emergencySums("total_attendances")
    try conserves(held, "ae.attendances", on: "2022-07-01", expected)
    try conserves(held, "ae.attendances", on: "2026-04-01", expected)
    let series = try held.series("ae.attendances", on: "2026-04-01")
    #expect(series.points.count == 36)
    let reason = "was divided on 1 April 2026; care counted where it is provided is not divided by where people live"
    #expect(refused(series, because: reason) == Self.receivers)
    for (body, points) in series.points {
      let status = Self.receivers.contains(body.text) ? "refused" : "exact"
      #expect(points.allSatisfy { $0.status == status && ($0.value == nil) == (status == "refused") }, "\(body)")
    }
  }

  @Test("Pathways on the 42 and on the 36 conserve England in each of 59 months")
  func waitsOnBoth() throws {
    let held = try Self.waits.get()
    for (measure, column) in [
      ("pathways.incomplete-all-parts.by-provider", "incomplete"), ("pathways.started.by-provider", "new"),
    ] {
      let expected = try Self.waitSums(column)
      #expect(expected.count == 59)
      try conserves(held, measure, on: "2022-07-01", expected)
      try conserves(held, measure, on: "2026-04-01", expected)
      // From July 2022 on every board counts for itself; before, partnerships that were divided are not.
      let series = try held.series(measure, on: "2022-07-01")
      #expect(series.points.count == 42)
      for (body, points) in series.points {
        #expect(points.filter { $0.label >= "2022-07" }.allSatisfy { $0.status == "exact" }, "\(body)")
        #expect(points.allSatisfy { $0.status == "exact" || $0.note.contains("divided on 1 July 2022") }, "\(body)")
      }
    }
  }

  @Test("A share of a refused count is refused for the same reason")
  func refusedShare() throws {
    let series = try Self.emergency.get().series("ae.share-over-four-hours", on: "2026-04-01")
    let points = try #require(series.points[ID(slug: "icb.thames-valley")])
    #expect(points.allSatisfy { $0.value == nil && $0.note.contains("was divided on 1 April 2026") })
    let merged = try #require(series.points[ID(slug: "icb.west-and-north-london")])
    #expect(merged.allSatisfy { $0.status == "exact" && $0.value != nil })
  }
}
