internal import Chronicle
internal import Formats
public import Measures
public import Register
internal import Vocabulary

/// The combined monthly workbook of cancer waiting times, NHS England.
///
/// A sheet for systems and one for providers: a row for each organisation, standard, cancer type, route or stage and
/// modality. Only all cancers, all routes (62 days, faster diagnosis) or all stages (31 days), and all modalities are
/// taken. The rows `Total` are checked against the organisations and not kept; hubs and `UNKNOWN` stay units of their
/// own. Half counts of providers who share a pathway are kept. Block columns: text `name`; numbers
/// `fds-total`, `fds-within`, `31-day-total`, `31-day-within`, `62-day-total`, `62-day-within`; `row` (the first) and
/// `rows`.
public struct CancerWaitingTimesReader: Reader {
  /// The reader.
  public init() {}

  /// `cancer-waiting-times`.
  public let format = "cancer-waiting-times"
  /// What it reads.
  public let summary = "Cancer waiting times, combined monthly workbook, NHS England (Excel workbook)"
  /// The three standards, by board and by provider.
  public var measures: [MeasureDefinition] { CancerStandard.allCases.flatMap { $0.definitions } }
  /// NHS England publishes them.
  public let isOfficialPublication = true

  private static let needed = [
    "Org Code", "Standard", "Cancer Type", "Referral Route/Stage", "Treatment Modality", "Total", "Within",
  ]

  private static func hasColumns(_ headings: Headings) -> Bool { needed.allSatisfy { headings.has($0) } }

  /// Two sheets with the columns of the standards.
  public func recognise(_ file: InputFile) throws -> Recognition {
    guard try FileTable.kind(of: file) == .workbook else { return .no }
    return try HeadedTable.find(in: file, where: Self.hasColumns).isEmpty ? .no : .yes
  }

  /// Reads the sheets.
  public func read(_ file: InputFile, register: Register) throws -> Reading {
    let tables = try HeadedTable.find(in: file, where: Self.hasColumns)
    guard let first = tables.first else {
      throw ImportError("\(file.name) has no sheet with the columns \(Self.needed.joined(separator: ", "))")
    }
    guard let month = Month(in: first.note("Period")) else {
      throw ImportError(
        "'\(first.note("Period").prefix(40))' beside 'Period:' in \(file.name) names no month")
    }
    var reading = Reading(
      title: "Cancer waiting times, \(month.written)", publisher: "NHS England",
      published: file.statedPublication ?? Month.day(in: first.note("Published")).map { Moment(on: $0) })
    reading.definitions = measures
    for table in tables {
      guard Month(in: table.note("Period")) == month else {
        throw ImportError("the sheets of \(file.name) are for different months; get it again")
      }
      let isProvider =
        table.note("Basis").lowercased().hasPrefix("provider") || table.headings.has("Org Name")
      var sums = CancerSums(isProvider: isProvider)
      var faults = Faults()
      try sums.read(table, &faults)
      try faults.settle(file)
      reading.rowsRead += faults.rowsRead
      reading.refused += faults.refused
      reading.notes += try sums.check(table.table.place, faults: faults, file)
      reading.figures.append(
        Reading.Figures(
          period: month.period, label: month.label, basis: isProvider ? .provided : .commissioned,
          grain: isProvider ? "trust" : "icb", state: Self.state(table), sheet: table.table.place,
          block: sums.block(),
          columns: CancerStandard.allCases.flatMap { standard in
            [
              (standard.total(byProvider: isProvider).subject, "\(standard.column)-total"),
              (standard.within(byProvider: isProvider).subject, "\(standard.column)-within"),
            ]
          }))
    }
    return reading
  }

  private static func state(_ table: HeadedTable) -> Observation.State {
    if !table.note("Revised").isEmpty { return .revised }
    return table.note("Status").lowercased().hasPrefix("provisional") ? .provisional : .final
  }
}

/// One of the three standards.
enum CancerStandard: String, CaseIterable {
  case fasterDiagnosis = "FDS"
  case days31 = "31D"
  case days62 = "62D"

  /// How the names of its columns begin.
  var column: String {
    switch self {
    case .fasterDiagnosis: "fds"
    case .days31: "31-day"
    case .days62: "62-day"
    }
  }

  private var subject: String {
    switch self {
    case .fasterDiagnosis: "cancer.faster-diagnosis-28-days"
    case .days31: "cancer.31-day"
    case .days62: "cancer.62-day"
    }
  }

  private var words: (name: String, counted: String, limit: String) {
    switch self {
    case .fasterDiagnosis:
      ("Faster diagnosis", "told whether they have cancer", "within 28 days of urgent referral")
    case .days31: ("Cancer, 31 days", "treated for cancer", "within 31 days of the decision to treat")
    case .days62: ("Cancer, 62 days", "first treated for cancer", "within 62 days of referral")
    }
  }

  private func make(_ part: String, _ name: String, _ meaning: String, _ byProvider: Bool)
    -> MeasureDefinition
  {
    .count(
      "\(subject).\(part)\(byProvider ? ".by-provider" : "")", name + (byProvider ? ", by provider" : ""),
      unit: "patients", meaning: meaning + (byProvider ? " Counted where the care is provided." : ""))
  }

  /// How many were told or treated.
  func total(byProvider: Bool) -> MeasureDefinition {
    let part = self == .fasterDiagnosis ? "told" : "treated"
    return make(
      part, "\(words.name): all", "Patients \(words.counted) in the month, by all routes, for all cancers.",
      byProvider)
  }

  /// How many of them in time.
  func within(byProvider: Bool) -> MeasureDefinition {
    make(
      "within", "\(words.name): in time", "Patients \(words.counted) in the month, \(words.limit).",
      byProvider)
  }

  private func share(byProvider: Bool) -> MeasureDefinition {
    .ratio(
      "\(subject).share-within\(byProvider ? ".by-provider" : "")",
      "\(words.name): share in time" + (byProvider ? ", by provider" : ""),
      of: within(byProvider: byProvider),
      per: total(byProvider: byProvider), meaning: "Of the patients \(words.counted), those \(words.limit).")
  }

  var definitions: [MeasureDefinition] {
    [false, true].flatMap { [total(byProvider: $0), within(byProvider: $0), share(byProvider: $0)] }
  }
}
