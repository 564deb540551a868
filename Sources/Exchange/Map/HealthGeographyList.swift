internal import Chronicle
internal import Formats
public import Measures
public import Register
internal import Vocabulary

/// Lists of sub-ICB locations or clinical commissioning groups with the boards, partnerships and regions they are
/// part of, Office for National Statistics.
///
/// The record ships these facts, so nothing is taken from such a list: each pair of codes is looked up as it stood on
/// the list's first day, and the reading says how many agree and which do not.
public struct HealthGeographyListReader: Reader {
  /// The reader.
  public init() {}

  /// `health-geography-list`.
  public let format = "health-geography-list"
  /// What it reads.
  public let summary =
    "Lists of sub-ICB locations or groups with their boards, partnerships and regions, checked against the record (CSV)"
  /// None: it is checked and nothing is taken.
  public let measures: [MeasureDefinition] = []
  /// The Office for National Statistics publishes them.
  public let isOfficialPublication = true

  private static let levels: [LookupConcept] = [.subICBLocation, .group, .board, .partnership, .nhsRegion]

  private static func pairs(_ columns: [LookupColumns]) -> [(lower: LookupColumns, upper: LookupColumns)] {
    guard
      !columns.contains(where: {
        ![LookupConcept.subICBLocation, .group, .board, .partnership, .nhsRegion].contains($0.concept)
      })
    else { return [] }
    let present = levels.compactMap { level in columns.last { $0.concept == level && $0.ods != nil } }
    return Array(zip(present, present.dropFirst()))
  }

  /// Codes of the Organisation Data Service for at least two levels, and none of smaller pieces.
  public func recognise(_ file: InputFile) throws -> Recognition {
    guard let headings = try FileTable.headings(of: file), !PostcodeDirectoryReader.hasPostcodes(headings),
      !headings.has("share", "proportion"), let columns = try? LookupColumns.find(in: headings)
    else { return .no }
    return Self.pairs(columns).isEmpty ? .no : .yes
  }

  /// Checks the list.
  public func read(_ file: InputFile, register: Register) throws -> Reading {
    var table = try FileTable.stream(file)
    let headings = Headings(table.columns)
    let pairs = Self.pairs(try LookupColumns.find(in: headings))
    guard let first = pairs.first else {
      throw ImportError("\(file.name) has no two levels of codes; the columns are \(headings.listed)")
    }
    let day = first.lower.concept.start(of: first.lower.year)
    let lens = register.snapshot.on(day).register
    var faults = Faults()
    var agreeing = 0
    var checked: Set<String> = []
    var differing: [String] = []
    while let row = try table.next() {
      faults.row(row, of: headings) { (_: inout Faults) throws(RowFault) in
        for (lower, upper) in pairs {
          guard let from = lower.ods, let to = upper.ods else { continue }
          let (part, whole) = (row.trimmed(from), row.trimmed(to))
          guard AreaCodes.isODS(part), AreaCodes.isODS(whole) else {
            throw RowFault("'\(part.prefix(20))' or '\(whole.prefix(20))' is not an organisation's code")
          }
          guard checked.insert("\(part) \(whole)").inserted else { continue }
          if agrees(part, lower.concept, whole, upper.concept, lens) {
            agreeing += 1
          } else {
            differing.append("\(part) in \(whole)")
          }
        }
      }
    }
    try faults.settle(file)
    var reading = Reading(
      title: "List of \(first.lower.concept.written) \(first.lower.year) and what they are part of",
      publisher: "Office for National Statistics", published: file.statedPublication, asAt: Moment(on: day))
    reading.rowsRead = faults.rowsRead
    reading.refused = faults.refused
    reading.notes = [
      "\(agreeing) of \(agreeing + differing.count) pairs agree with the record on \(day.written)"
    ]
    if !differing.isEmpty {
      let shown = differing.prefix(20).joined(separator: ", ")
      reading.notes.append(
        "not so in the record: \(shown)" + (differing.count > 20 ? " and \(differing.count - 20) more" : ""))
    }
    return reading
  }

  private func agrees(
    _ part: String, _ lower: LookupConcept, _ whole: String, _ upper: LookupConcept, _ lens: Register
  ) -> Bool {
    let parts = lens.bodies(withCode: part, in: "ods").filter { lens.kind($0) == lower.bodyKind }
    let wholes = lens.bodies(withCode: whole, in: "ods").filter { lens.kind($0) == upper.bodyKind }
    return parts.contains { part in wholes.contains { lens.ancestor(of: part, kind: upper.bodyKind) == $0 } }
  }
}
