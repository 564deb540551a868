internal import Vocabulary

/// Where the fields of a 27-column ODS file stand, and what the file lists.
struct ODSLayout {
  /// What a file lists.
  enum Content: Hashable { case trusts, costCentres }

  let content: Content
  let hasHeadings: Bool
  /// The fewest fields a row may have.
  let width: Int
  private let columns: [Field: Int]

  /// The fields that are used.
  enum Field: Int, CaseIterable {
    case code = 0
    case name = 1
    case region = 2
    case board = 3
    case address1 = 4
    case address2 = 5
    case address3 = 6
    case address4 = 7
    case address5 = 8
    case postcode = 9
    case opened = 10
    case closed = 11
    case status = 12
    case commissioner = 14
    case joined = 15
    case left = 16
    case area = 23
    case setting = 25

    /// The headings a copy may have been given.
    var spellings: [String] {
      switch self {
      case .code: ["Organisation Code", "Code", "ODS Code"]
      case .name: ["Organisation Name", "Name"]
      case .region: ["National Grouping"]
      case .board: ["High Level Health Geography", "High Level Health Authority"]
      case .address1: ["Address Line 1"]
      case .address2: ["Address Line 2"]
      case .address3: ["Address Line 3"]
      case .address4: ["Address Line 4"]
      case .address5: ["Address Line 5"]
      case .postcode: ["Postcode"]
      case .opened: ["Open Date"]
      case .closed: ["Close Date"]
      case .status: ["Status Code", "Status"]
      case .commissioner: ["Commissioner", "Parent Organisation Code", "Current Care Organisation"]
      case .joined: ["Join Provider/Purchaser Date", "Join Parent Date", "Join Date"]
      case .left: ["Left Provider/Purchaser Date", "Left Parent Date", "Left Date"]
      case .area: ["GOR Code", "Provider/Purchaser"]
      case .setting: ["Prescribing Setting"]
      }
    }
  }

  private static let telling: [Field] = [.code, .board, .opened, .closed]
  private static let needed: [Field] = [.name, .region, .postcode]

  /// One row, read.
  struct Record {
    let place: String
    let code: String
    let name: String
    let region: String
    let board: String
    let address: String
    let postcode: String
    let opened: Day?
    /// The first day after its last.
    let until: Day?
    let status: String
    let commissioner: String
    let joined: Day?
    let leftUntil: Day?
    let area: String
    let setting: String

    /// From opening until the day after closing; an opening that is not given lies before the moment of the file.
    func life(asAt: Moment) -> Period {
      Period(
        from: opened.map { Moment(on: $0) } ?? Moment(between: .distantPast, and: until ?? asAt.latest),
        until: until.map { Moment(on: $0) } ?? .never)
    }

    /// From when what the file shows of it is known to hold: some day from its opening to the file's.
    func shown(asAt: Moment) -> Period {
      let life = life(asAt: asAt)
      let lastDay = until.map { $0.advanced(by: -1) } ?? .distantFuture
      let latest = max(life.from.earliest, min(asAt.latest, lastDay))
      return Period(from: Moment(between: life.from.earliest, and: latest), until: life.until)
    }
  }

  /// Whether a table's first rows are of such a file.
  static func recognise(_ rows: [FileTable.Row]) -> Recognition {
    guard let first = rows.first else { return .no }
    switch Headings(first.fields).recognise(telling: telling.map(\.spellings), needed.map(\.spellings)) {
    case .yes: break
    case .almost(let why): return .almost(why)
    case .no:
      let alike = rows.count { isAlike($0) }
      guard alike * 2 > rows.count else { return .no }
      let narrow = rows.count { $0.fields.count < 27 }
      if narrow * 2 > rows.count {
        return .almost(
          "it looks like an ODS file of organisations and has \(first.fields.count) columns where 27 are expected"
        )
      }
    }
    do throws(ImportError) {
      _ = try ODSLayout(rows)
      return .yes
    } catch {
      return .almost(error.message)
    }
  }

  /// Whether a row begins with a code, a name, and somewhere has an opening date where such a file has it.
  private static func isAlike(_ row: FileTable.Row) -> Bool {
    guard row.fields.count >= 20, ODSCode.isPlausible(row[0]), !row[1].isEmpty else { return false }
    let dates = [9, 10, 11].contains { row[$0].utf8.count == 8 && WrittenDate.day(row[$0]) != nil }
    return dates
  }

  /// The layout of a table.
  init(_ rows: [FileTable.Row]) throws(ImportError) {
    guard let first = rows.first else { throw ImportError("the file holds no rows; get it again") }
    let headings = Headings(first.fields)
    var columns: [Field: Int] = [:]
    let hasHeadings = headings.recognise(ODSLayout.telling.map(\.spellings)) == .yes
    if hasHeadings {
      for field in Field.allCases {
        if ODSLayout.telling.contains(field) || ODSLayout.needed.contains(field) {
          columns[field] = try headings.need(field.spellings)
        } else {
          columns[field] = try headings.find(field.spellings)
        }
      }
      width = (columns.values.max() ?? 26) + 1
    } else {
      for field in Field.allCases { columns[field] = field.rawValue }
      width = 27
    }
    self.hasHeadings = hasHeadings
    self.columns = columns
    let sample = rows.dropFirst(hasHeadings ? 1 : 0).prefix(500)
    func share(_ field: Field, _ test: (String) -> Bool) -> Double {
      guard let column = columns[field], !sample.isEmpty else { return 0 }
      return Double(sample.count { test($0[column]) }) / Double(sample.count)
    }
    let statuses = share(.status) { ["A", "C", "D", "P"].contains($0) }
    let settings = share(.setting) { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
    let trusts = share(.name) { $0.uppercased().split(separator: " ").contains("TRUST") }
    let parents = share(.commissioner) { !$0.isEmpty }
    if statuses > 0.9, settings > 0.9 {
      content = .costCentres
    } else if statuses < 0.1, settings < 0.1, parents < 0.1, trusts > 0.9 {
      content = .trusts
    } else {
      throw ImportError(
        "it has the layout of an ODS file and lists neither NHS trusts (etr) nor prescribing cost centres (epraccur, "
          + "with a status and a prescribing setting in every row): import one of these two")
    }
  }

  /// Reads the rows; those that are not well made are refused.
  func records(_ rows: [FileTable.Row], into writer: inout OrganisationWriter) -> [Record] {
    var records: [Record] = []
    records.reserveCapacity(rows.count)
    var firstPlace: [String: String] = [:]
    for row in rows {
      writer.rowsRead += 1
      let place = "row=\(row.number)"
      do throws(ImportError) {
        let record = try record(row, place: place)
        if let earlier = firstPlace.updateValue(place, forKey: record.code) {
          throw ImportError(
            "the code \(record.code) stands in \(earlier) already: keep the row that is right")
        }
        records.append(record)
      } catch {
        writer.refuse(place, error.message)
      }
    }
    return records
  }

  private func record(_ row: FileTable.Row, place: String) throws(ImportError) -> Record {
    guard row.fields.count >= width else {
      throw ImportError(
        "it has \(row.fields.count) columns where \(width) are expected: look for a line that was cut")
    }
    if !hasHeadings, row.fields.dropFirst(27).contains(where: { !$0.trimmed.isEmpty }) {
      throw ImportError("it has more than 27 columns: look for a comma in a field without quotes")
    }
    func text(_ field: Field) -> String { row[columns[field]] }
    func day(_ field: Field) throws(ImportError) -> Day? {
      let written = text(field)
      if written.isEmpty { return nil }
      guard let day = WrittenDate.day(written) else {
        throw ImportError("'\(written.prefix(40))' is no date: it is written as 20260401")
      }
      return day
    }
    let code = text(.code)
    guard ODSCode.isPlausible(code) else {
      throw ImportError("'\(code.prefix(40))' is no ODS code: three to ten capital letters and digits")
    }
    guard !text(.name).isEmpty else { throw ImportError("\(code) has no name: give it one") }
    let opened = try day(.opened)
    let closed = try day(.closed)
    if let opened, let closed, closed < opened {
      throw ImportError("\(code) closes on \(closed) and opens on \(opened): put the dates right")
    }
    let address = [Field.address1, .address2, .address3, .address4, .address5].map(text).filter {
      !$0.isEmpty
    }
    return Record(
      place: place, code: code, name: text(.name), region: text(.region), board: text(.board),
      address: address.joined(separator: ", "), postcode: text(.postcode), opened: opened,
      until: closed.map { $0.advanced(by: 1) }, status: text(.status), commissioner: text(.commissioner),
      joined: try day(.joined), leftUntil: try day(.left).map { $0.advanced(by: 1) }, area: text(.area),
      setting: text(.setting))
  }
}
