internal import Chronicle
internal import Formats
public import Measures
public import Register
internal import Vocabulary

/// Disease registers of general practices, Quality and Outcomes Framework, NHS England.
///
/// One row for each practice and condition, with the list the register is drawn from: everyone, or those from an age
/// on. The denominator differs by condition, and each prevalence is made of its own two counts. The file does not say
/// its year; see `RegisterYear`. Every register and list is a block of its own, so that each figure keeps its row.
/// Block columns: number `value`; `row`.
public struct DiseaseRegistersReader: Reader {
  /// The reader.
  public init() {}

  /// `disease-registers`.
  public let format = "disease-registers"
  /// What it reads.
  public let summary = "Disease registers of general practices, Quality and Outcomes Framework, NHS England (CSV)"
  /// Registers, the lists they are drawn from, and prevalence, of the conditions that are known here.
  public var measures: [MeasureDefinition] {
    Self.lists.filter { $0.key != "TOTAL" }.sorted { $0.key < $1.key }.map(\.value)
      + Self.conditions.keys.sorted().flatMap {
        [Self.register($0), Self.prevalence($0, of: Self.usualList[$0] ?? "TOTAL")]
      }
  }
  /// NHS England publishes them.
  public let isOfficialPublication = true

  private static let conditions = [
    "AF": "atrial fibrillation", "AST": "asthma", "CAN": "cancer", "CHD": "coronary heart disease",
    "CKD": "chronic kidney disease", "COPD": "chronic obstructive pulmonary disease", "DEM": "dementia",
    "DEP": "depression", "DM": "diabetes", "EP": "epilepsy", "HF": "heart failure", "HYP": "hypertension",
    "LD": "learning disability", "MH": "severe mental illness", "NDH": "non-diabetic hyperglycaemia",
    "OB": "obesity", "OST": "osteoporosis", "PAD": "peripheral arterial disease", "PC": "palliative care",
    "RA": "rheumatoid arthritis", "STIA": "stroke and transient ischaemic attack",
  ]

  /// The lists that conditions were drawn from in 2020/21, where it was not everyone's.
  private static let usualList = [
    "AST": "06OV", "CKD": "18OV", "DEP": "18OV", "DM": "17OV", "EP": "18OV", "NDH": "18OV", "OB": "18OV",
    "OST": "50OV", "RA": "16OV",
  ]

  private static let lists: [String: MeasureDefinition] = Dictionary(
    uniqueKeysWithValues: [("TOTAL", Catalogue.registeredPopulation)]
      + [6, 16, 17, 18, 50].map { age in
        (
          age < 10 ? "0\(age)OV" : "\(age)OV",
          .count(
            "population.registered.aged-\(age)-and-over", "Registered population aged \(age) and over", unit: "people",
            meaning: "People aged \(age) and over registered with general practices.")
        )
      })

  private static func name(_ group: String) -> String { conditions[group] ?? "group \(group)" }

  private static func register(_ group: String) -> MeasureDefinition {
    .count(
      "disease-register.\(group.lowercased())", "Register: \(name(group))", unit: "people",
      meaning: "People on their general practice's register of \(name(group)) at the end of the year.")
  }

  private static func prevalence(_ group: String, of list: String) -> MeasureDefinition {
    let below = lists[list] ?? Catalogue.registeredPopulation
    return .ratio(
      "disease-register.\(group.lowercased()).prevalence", "Prevalence: \(name(group))", of: register(group),
      per: below,
      meaning: "Of the \(below.name.lowercased()), those on the register of \(name(group)).")
  }

  private static let needed = [
    ["PRACTICE_CODE"], ["GROUP_CODE"], ["REGISTER"], ["PATIENT_LIST_TYPE"], ["PRACTICE_LIST_SIZE"],
  ]

  /// The columns of the practice-level prevalence file.
  public func recognise(_ file: InputFile) throws -> Recognition {
    try FileTable.headings(of: file)?.recognise(telling: [Self.needed[1], Self.needed[3]], Self.needed) ?? .no
  }

  private enum Key: Hashable {
    case register(String)
    case list(String)
  }

  /// Reads the table.
  public func read(_ file: InputFile, register: Register) throws -> Reading {
    var table = try FileTable.stream(file)
    let headings = Headings(table.columns)
    var columns: [Int] = []
    for column in Self.needed { columns.append(try headings.need(column)) }

    var faults = Faults()
    var units = UnitTables<Key>(numbers: ["value"])
    var listOf: [String: String] = [:]
    while let row = try table.next() {
      faults.row(row, of: headings) { (faults: inout Faults) throws(RowFault) in
        let practice = row.trimmed(columns[0])
        guard AreaCodes.isPractice(practice) else {
          throw RowFault("'\(practice.prefix(40))' is not the code of a practice")
        }
        let group = row.trimmed(columns[1]).uppercased()
        guard (1...8).contains(group.utf8.count), ID<Measure>("disease-register.\(group.lowercased())") != nil else {
          throw RowFault("'\(group.prefix(40))' in column '\(headings.names[columns[1]])' is no group of conditions")
        }
        let list = row.trimmed(columns[3]).uppercased()
        guard Self.lists[list] != nil else {
          throw RowFault(
            "the list type '\(list.prefix(40))' is none of \(Self.lists.keys.sorted().joined(separator: ", "))")
        }
        guard listOf[group] == nil || listOf[group] == list else {
          throw RowFault("\(group) is counted out of \(list) here and of another list above")
        }
        listOf[group] = list
        let (people, all) = (
          try row.count(columns[2], in: headings), try row.count(columns[4], in: headings)
        )
        units.take(.register(group), practice, numbers: [people], line: row.line, faults: &faults)
        units.take(.list(list), practice, numbers: [all], line: row.line, faults: &faults)
      }
    }
    try faults.settle(file)

    let year = try RegisterYear.conclude(file)
    let groups = listOf.keys.sorted()
    var reading = Reading(
      title: "Disease registers of general practices, \(year.year.label)", publisher: "NHS England",
      published: file.statedPublication)
    reading.rowsRead = faults.rowsRead
    reading.refused = faults.refused
    reading.notes = [year.note]
    let strange = groups.filter { Self.conditions[$0] == nil }
    if !strange.isEmpty {
      reading.notes.append("what \(strange.joined(separator: ", ")) stands for is not known here; it keeps its code")
    }
    let used = Set(listOf.values)
    reading.definitions =
      Self.lists.filter { used.contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)
      + groups.flatMap { [Self.register($0), Self.prevalence($0, of: listOf[$0] ?? "TOTAL")] }
    func figures(_ key: Key, _ measure: MeasureDefinition) -> Reading.Figures {
      Reading.Figures(
        period: year.year.period, label: year.year.label, basis: .registered, grain: "practice",
        block: units.block(key), columns: [(measure.subject, "value")])
    }
    reading.figures =
      used.sorted().compactMap { list in Self.lists[list].map { figures(.list(list), $0) } }
      + groups.map { figures(.register($0), Self.register($0)) }
    return reading
  }
}

/// The financial year of a file of registers, and on what ground it is concluded.
///
/// The registers are published in the September after the year ends. The grounds, strongest first: a publication date
/// that was given; a year in the file's name, as `2020-21` or, as the publisher writes it, `2021` for 2020/21. With
/// neither the file is refused.
struct RegisterYear {
  let year: FinancialYear
  let note: String

  static func conclude(_ file: InputFile) throws(ImportError) -> RegisterYear {
    if let day = file.statedPublication?.day {
      let year = FinancialYear(start: FinancialYear(containing: day).start - 1)
      return RegisterYear(
        year: year,
        note: "the registers are of \(year.label), the last year that had ended at the publication date given")
    }
    if let year = FinancialYear(in: file.name) ?? named(file.name) {
      return RegisterYear(
        year: year, note: "the registers are of \(year.label): the file's name says so; nothing in the file confirms it"
      )
    }
    throw ImportError(
      "\(file.name) does not say of which year its registers are; give the publication date with --published, or put"
        + " the year in its name, for example PREVALENCE_2021.csv for 2020/21")
  }

  /// `PREVALENCE_2021`: two years that follow one another, two digits each.
  private static func named(_ name: String) -> FinancialYear? {
    let years = name.split { !$0.isNumber }.filter { $0.utf8.count == 4 }.compactMap { run -> FinancialYear? in
      guard let first = Int(run.prefix(2)), let second = Int(run.suffix(2)), second == first + 1 else { return nil }
      return FinancialYear(start: 2000 + first)
    }
    return years.count == 1 ? years[0] : nil
  }
}
