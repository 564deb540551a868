internal import Chronicle
internal import Formats
internal import Vocabulary

/// Where things stand in the referral-to-treatment extract.
struct WaitingTimesColumns {
  let headings: Headings
  let period, part, function, total, unknownStart: Int
  let commissioner, commissionerName, commissionerParent: Int
  let provider, providerName, providerParent: Int
  /// The columns of the weeks waited, by the weeks they are greater than.
  let weeks: [(over: Int, at: Int)]

  init(_ headings: Headings) throws(ImportError) {
    self.headings = headings
    period = try headings.need("Period")
    part = try headings.need("RTT Part Type")
    function = try headings.need("Treatment Function Code")
    total = try headings.need("Total All")
    unknownStart = try headings.need("Patients with unknown clock start date")
    commissioner = try headings.need("Commissioner Org Code")
    commissionerName = try headings.need("Commissioner Org Name")
    commissionerParent = try headings.need("Commissioner Parent Org Code")
    provider = try headings.need("Provider Org Code")
    providerName = try headings.need("Provider Org Name")
    providerParent = try headings.need("Provider Parent Org Code")
    // "Gt 17 To 18 Weeks SUM 1", and the last, "Gt 104 Weeks SUM 1".
    weeks = headings.names.enumerated().compactMap { at, name in
      let words = name.lowercased().split(separator: " ")
      guard words.first == "gt", words.count >= 3, words.contains("weeks"), let over = Int(words[1]) else {
        return nil
      }
      return (over, at)
    }
    .sorted { $0.0 < $1.0 }
    guard weeks.count > 78, weeks.enumerated().allSatisfy({ $0.offset == $0.element.over }) else {
      throw ImportError(
        "the columns of weeks waited are not one for each week from nought on; \(weeks.count) were found")
    }
  }
}

/// Adds up the extract by commissioner and by provider.
struct WaitingTimesSums {
  let columns: WaitingTimesColumns
  private(set) var month: Month?
  private var period = ""
  private(set) var commissioners = UnitSums(texts: ["name", "parent"], numbers: Self.numbers)
  private(set) var providers = UnitSums(texts: ["name", "parent"], numbers: Self.numbers)
  /// By part: the total of the rows `C_999`, and of all others.
  private var totals: [Part: (stated: Double, added: Double)] = [:]

  static let numbers = (WaitingTimes.waiting + WaitingTimes.pathways).map(\.column)

  init(columns: WaitingTimesColumns) { self.columns = columns }

  enum Part: String, CaseIterable {
    case admitted = "Part_1A"
    case nonAdmitted = "Part_1B"
    case incomplete = "Part_2"
    /// Incomplete with a decision to admit: part of the incomplete ones, not added again.
    case decided = "Part_2A"
    case started = "Part_3"

    /// Where the total of a row goes.
    var position: Int? {
      switch self {
      case .incomplete: 0
      case .admitted: 5
      case .nonAdmitted: 6
      case .started: 7
      case .decided: nil
      }
    }
  }

  mutating func add(_ row: CSVRow) throws(RowFault) {
    if !row.matches(columns.period, period) || month == nil { try setPeriod(row.trimmed(columns.period)) }
    guard let part = Part.allCases.first(where: { row.matches(columns.part, $0.rawValue) }) else {
      throw RowFault("'\(row[columns.part].prefix(40))' is not a part of these statistics")
    }
    let total = try row.count(columns.total, in: columns.headings)
    guard !total.isNaN else { throw RowFault("there is no figure in column 'Total All'") }
    guard row.matches(columns.function, "C_999") else {
      totals[part, default: (0, 0)].added += total
      return
    }
    totals[part, default: (0, 0)].stated += total
    guard let position = part.position else { return }
    try commissioners.row(
      row, unit: columns.commissioner, texts: [columns.commissionerName, columns.commissionerParent])
    try providers.row(row, unit: columns.provider, texts: [columns.providerName, columns.providerParent])
    commissioners.add(total, at: position)
    providers.add(total, at: position)
    if part == .incomplete { try addWeeks(row, total: total) }
  }

  private mutating func setPeriod(_ text: String) throws(RowFault) {
    guard let found = Month(in: text) else {
      throw RowFault("'\(text.prefix(40))' in column 'Period' names no month")
    }
    guard month == nil || month == found else {
      throw RowFault("the period is '\(text)' where it was '\(period)' before: the file mixes months")
    }
    month = found
    period = text
  }

  /// Adds the waits of a row, an empty week counting nought; they and the unknown starts make the total.
  private mutating func addWeeks(_ row: CSVRow, total: Double) throws(RowFault) {
    var over: (within18: Double, over52: Double, over65: Double, over78: Double) = (0, 0, 0, 0)
    var sum = 0.0
    for (weeks, at) in columns.weeks where !row.isEmpty(at) {
      let count = try row.count(at, in: columns.headings)
      if count == 0 || count.isNaN { continue }
      sum += count
      if weeks < 18 { over.within18 += count }
      if weeks >= 52 { over.over52 += count }
      if weeks >= 65 { over.over65 += count }
      if weeks >= 78 { over.over78 += count }
    }
    let unknown = try row.count(columns.unknownStart, in: columns.headings)
    guard sum + (unknown.isNaN ? 0 : unknown) == total else {
      throw RowFault("the weeks add up to \(Int(sum)), not to the total of \(Int(total))")
    }
    for (position, count) in [over.within18, over.over52, over.over65, over.over78].enumerated() {
      commissioners.add(count, at: position + 1)
      providers.add(count, at: position + 1)
    }
  }

  /// Refuses a file whose totals are not the sums of their parts; notes what was not in it.
  func check(_ file: InputFile) throws(ImportError) -> [String] {
    var notes: [String] = []
    for part in Part.allCases {
      guard let total = totals[part] else {
        notes.append("the file has no rows of \(part.rawValue)")
        continue
      }
      if total.added == 0, total.stated > 0 {
        notes.append(
          "\(part.rawValue) has only the totals (C_999), which could not be checked against their parts")
      } else if total.stated != total.added {
        throw ImportError(
          "\(file.name) contradicts itself: the totals (C_999) of \(part.rawValue) add up to"
            + " \(Decimals.grouped(total.stated)), the treatment functions to \(Decimals.grouped(total.added)); it may"
            + " have been cut or edited, get it again")
      }
    }
    guard let incomplete = totals[.incomplete] else { return notes }
    let orphans = commissioners.sum(at: 0) { $0[1].isEmpty }
    notes.append(
      "\(Decimals.grouped(incomplete.stated)) pathways were still waiting, \(Decimals.grouped(orphans)) of them for"
        + " commissioners that belong to no board")
    return notes
  }
}
