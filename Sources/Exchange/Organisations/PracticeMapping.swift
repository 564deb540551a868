internal import Chronicle
public import Measures
public import Register
internal import Vocabulary

/// Reads the maps from practice to network, sub-ICB location (or clinical commissioning group), board and region that
/// NHS England publishes with its monthly figures: `gp-reg-pat-prac-map` and the mapping of appointments in general
/// practice. A ZIP archive with one such table is read as well.
///
/// A map shows one day and no more: that a practice is in a network is known of that day, not since when. Its day is
/// that of its own column, else the stated publication, else the days on which its codes and their parents were all
/// valid together. A location that does not belong to the named board at that time refuses the row.
public struct PracticeMapping: Reader {
  /// The reader.
  public init() {}
  /// `practice-mapping`.
  public let format = "practice-mapping"
  /// What it reads.
  public let summary =
    "maps of general practices to networks, sub-ICB locations and boards, from NHS England's monthly publications"
  /// None: it yields facts of the register.
  public let measures: [MeasureDefinition] = []
  /// They are.
  public let isOfficialPublication = true

  /// Judges by the headings.
  public func recognise(_ file: InputFile) throws -> Recognition {
    let tables = try FileTable.all(in: file)
    guard tables.count == 1, let titles = try tables[0].head(1).first else { return .no }
    return PracticeMapColumns.recognise(titles)
  }

  /// Reads the map.
  public func read(_ file: InputFile, register: Register) throws -> Reading {
    let tables = try FileTable.all(in: file)
    guard tables.count == 1, let titles = try tables[0].head(1).first else {
      throw ImportError("\(file.name) holds \(tables.count) tables where one map is expected: unpack it")
    }
    let columns = try PracticeMapColumns(titles)
    var writer = OrganisationWriter()
    var work = PracticeMapWork(columns: columns, book: CodeBook(register))
    var lastWidth = 0
    var lastRow = 0
    try tables[0].rows { row in
      guard row.number > titles.number else { return true }
      (lastWidth, lastRow) = (row.fields.count, row.number)
      work.take(row, &writer)
      return true
    }
    // An archive has its own check that it is whole.
    if tables[0].place.isEmpty, lastRow > 0, lastWidth < titles.fields.count {
      throw ImportError(
        "\(file.name) ends in the middle of line \(lastRow): it was not completely saved; get it again")
    }
    let date = try work.day(file, today: register.snapshot.trueOn)
    var reading = Reading(
      title: "General practices mapped to networks, locations and boards", publisher: "NHS England",
      published: date.asAt == .unknown ? nil : date.asAt, asAt: date.asAt)
    work.write(asAt: date.asAt, &writer)
    reading.notes = [date.note]
    try writer.finish(&reading, file: file)
    return reading
  }
}

/// Where the columns of a map stand.
struct PracticeMapColumns {
  private static let practice = ["GP_CODE", "PRACTICE_CODE"]
  private static let network = ["PCN_CODE"]
  private static let location = ["SUB_ICB_LOCATION_CODE", "SUB_ICB_LOC_CODE", "SUB_ICB_CODE"]
  private static let group = ["CCG_CODE"]
  private static let board = ["ICB_CODE", "STP_CODE", "ICS_CODE"]

  let code: Int
  let name: Int?
  let postcode: Int?
  let networkCode: Int
  let networkName: Int?
  let subLocation: Int
  let boardCode: Int
  let onsLocation: Int?
  let date: Int?
  let kinds: Set<BodyKind>

  static func recognise(_ titles: FileTable.Row) -> Recognition {
    Headings(titles.fields).recognise(telling: [practice, network], [location + group, board])
  }

  init(_ titles: FileTable.Row) throws(ImportError) {
    let headings = Headings(titles.fields)
    code = try headings.need(PracticeMapColumns.practice)
    networkCode = try headings.need(PracticeMapColumns.network)
    if let location = try headings.find(PracticeMapColumns.location) {
      subLocation = location
      kinds = [.subICBLocation]
    } else {
      subLocation = try headings.need(PracticeMapColumns.group)
      kinds = [.clinicalCommissioningGroup]
    }
    boardCode = try headings.need(PracticeMapColumns.board)
    name = try headings.find("GP_NAME", "PRACTICE_NAME")
    postcode = try headings.find("PRACTICE_POSTCODE", "GP_POSTCODE", "POSTCODE")
    networkName = try headings.find("PCN_NAME")
    onsLocation = try headings.find("ONS_SUB_ICB_LOCATION_CODE", "ONS_CCG_CODE")
    date = try headings.find("EXTRACT_DATE")
  }
}

/// Gathers a map's rows and says what they mean.
struct PracticeMapWork {
  private struct Row {
    let place: String
    let code: String
    let name: String
    let postcode: String
    let network: String
    let networkName: String
    let location: String
    let board: String
    let onsLocation: String
  }

  private let columns: PracticeMapColumns
  private var book: CodeBook
  private var rows: [Row] = []
  private var indexOfPractice: [String: Int] = [:]
  private var dates: [String: Int] = [:]

  init(columns: PracticeMapColumns, book: CodeBook) {
    self.columns = columns
    self.book = book
  }

  /// Takes a row in, or refuses it.
  mutating func take(_ row: FileTable.Row, _ writer: inout OrganisationWriter) {
    writer.rowsRead += 1
    let place = "row=\(row.number)"
    let code = row[columns.code]
    guard ODSCode.isPlausible(code) else {
      return writer.refuse(place, "'\(code.prefix(40))' is no code of a practice: it is written as A81001")
    }
    let network = row[columns.networkCode].uppercased()
    let isUnallocated = ["", "U", "-", "UNALLOCATED", "UNKNOWN"].contains(network)
    guard isUnallocated || ODSCode.isPlausible(network) else {
      return writer.refuse(
        place, "'\(network.prefix(40))' is no code of a network: it is written as U00070, or U for none")
    }
    let record = Row(
      place: place, code: code, name: row[columns.name], postcode: row[columns.postcode],
      network: isUnallocated ? "" : network, networkName: row[columns.networkName],
      location: row[columns.subLocation],
      board: row[columns.boardCode], onsLocation: row[columns.onsLocation])
    if let date = columns.date, !row[date].isEmpty { dates[row[date], default: 0] += 1 }
    guard let first = indexOfPractice[code] else {
      indexOfPractice[code] = rows.count
      rows.append(record)
      return
    }
    let earlier = rows[first]
    if earlier.network == record.network, earlier.location == record.location {
      writer.count(
        "Practices listed more than once with the same parents, once for each supplier", example: code)
    } else {
      writer.refuse(
        place,
        "\(code) stands in \(earlier.place) already with another network or location: keep the row that is right"
      )
    }
  }

  /// The day the map shows.
  mutating func day(_ file: InputFile, today: Day) throws(ImportError) -> (asAt: Moment, note: String) {
    var inside: Moment?
    if dates.count > 1 {
      let listed = dates.keys.sorted().prefix(5).joined(separator: ", ")
      throw ImportError("\(file.name) holds maps of several days (\(listed)): import them one by one")
    }
    if let written = dates.keys.first {
      guard let day = WrittenDate.day(written) else {
        throw ImportError(
          "'\(written.prefix(40))' in the column of the extract's date is no date: write it as 2026-08-01")
      }
      inside = Moment(on: day)
    }
    var day = FileDay()
    var seen: Set<String> = []
    for row in rows where seen.insert("\(row.location) \(row.board)").inserted {
      day.admit(book.together(row.location, row.board, lower: columns.kinds))
    }
    return day.settled(inside: inside, file, today: today)
  }

  /// Says what the rows mean at a moment.
  mutating func write(asAt: Moment, _ writer: inout OrganisationWriter) {
    let seen = Period(
      from: asAt, until: asAt.latest == .distantFuture ? .never : Moment(on: asAt.latest.advanced(by: 1)))
    var networks: [String: Network] = [:]
    for row in rows {
      guard let holder = located(row, asAt, &writer), let practice = practice(row, seen, &writer) else { continue }
      if let period = book.undated(.always, under: holder, seen: asAt) {
        writer.say(
          Relation(
            practice, Relation.partOf, holder.body,
            note: "undated in the source; taken to hold while both existed"),
          period, .derived, at: row.place)
      }
      guard !row.network.isEmpty else {
        writer.count("Practices in no network (U)", example: row.code)
        continue
      }
      networks[row.network, default: Network(name: row.networkName, place: row.place)].holders.append(holder)
      join(practice, row, seen, &writer)
    }
    for (code, network) in networks.sorted(by: { $0.key < $1.key }) { write(network, code, seen, &writer) }
  }

  /// What the rows of its members say of a network.
  private struct Network {
    let name: String
    let place: String
    /// Where each of them lies.
    var holders: [CodeBook.Holder] = []
  }

  /// The networks that may have begun by a moment began since the first ones did.
  private static func networkLife(_ asAt: Moment) -> Period {
    let first = Day(year: 2019, month: 7, day: 1) ?? .distantPast
    return Period(from: Moment(between: first, and: asAt.latest), until: .never)
  }

  /// Where a row says its practice lies; nil where the row is refused.
  private mutating func located(
    _ row: Row, _ asAt: Moment, _ writer: inout OrganisationWriter
  ) -> CodeBook.Holder? {
    do throws(ImportError) {
      let holder = try location(row, asAt)
      if !row.onsLocation.isEmpty, !book.onsCodes(of: holder.body, at: asAt).contains(row.onsLocation) {
        writer.count(
          "Practices with an ONS code that is not the location's at that time; the ODS code was used",
          example: "\(row.code) \(row.onsLocation)")
      }
      return holder
    } catch {
      writer.refuse(row.place, error.message)
      return nil
    }
  }

  /// The practice of a row, said to exist where it is not known yet; nil where it cannot be meant.
  private mutating func practice(_ row: Row, _ seen: Period, _ writer: inout OrganisationWriter) -> ID<Body>? {
    switch book.identity(code: row.code, kind: .generalPractice, life: seen) {
    case .known(let known):
      if book.isOpen(row.code, .generalPractice, during: seen) { return known }
      writer.count("Practices that had closed by then, passed over", example: row.code)
      return nil
    case .new(let practice):
      let life = Period(from: Moment(between: .distantPast, and: seen.from.latest), until: .never)
      writer.say(Body(practice, .generalPractice), life, at: row.place)
      writer.say(Code(practice, scheme: "ods", row.code), life, at: row.place)
      writer.say(LegalStatus(practice, .contractorPractice), life, .derived, at: row.place)
      if !row.name.isEmpty { writer.sayName(of: practice, row.name, life, at: row.place) }
      if !row.postcode.isEmpty { writer.say(Address(practice, "", postcode: row.postcode), life, at: row.place) }
      return practice
    case .taken(let other, let kind):
      writer.refuse(
        row.place, "the code \(row.code) stands for \(book.name(other)), a \(kind.singular), at that time")
      return nil
    }
  }

  /// Says that a practice is a member of the network of its row.
  private mutating func join(
    _ practice: ID<Body>, _ row: Row, _ seen: Period, _ writer: inout OrganisationWriter
  ) {
    switch book.identity(code: row.network, kind: .primaryCareNetwork, life: seen) {
    case .known(let id), .new(let id):
      writer.say(
        Relation(practice, Relation.memberOf, id), PracticeMapWork.networkLife(seen.from), at: row.place)
    case .taken(let other, let kind):
      writer.refuse(
        row.place, "the network's code \(row.network) stands for \(book.name(other)), a \(kind.singular)")
    }
  }

  /// Says that a network exists, where it is not known yet, and where it lies, where its practices agree.
  private mutating func write(
    _ network: Network, _ code: String, _ seen: Period, _ writer: inout OrganisationWriter
  ) {
    let life = PracticeMapWork.networkLife(seen.from)
    let id: ID<Body>
    switch book.identity(code: code, kind: .primaryCareNetwork, life: seen) {
    case .known(let known): id = known
    case .new(let new):
      id = new
      writer.say(Body(id, .primaryCareNetwork), life, at: network.place)
      writer.say(Code(id, scheme: "ods", code), life, at: network.place)
      writer.say(LegalStatus(id, .partnershipAgreement), life, .derived, at: network.place)
      writer.sayName(of: id, network.name.isEmpty ? code : network.name, life, at: network.place)
    case .taken: return
    }
    guard let holder = network.holders.last, Set(network.holders.map(\.body)).count == 1 else {
      return writer.count("Networks with practices in several locations, which so got none", example: code)
    }
    guard let period = book.undated(life, under: holder, seen: seen.from) else { return }
    writer.say(
      Relation(
        id, Relation.partOf, holder.body, note: "undated in the source; taken from where its practices are"),
      period, .derived, at: network.place)
  }

  /// The body a row's location code stands for at a moment, checked against the board it is said to be part of.
  private mutating func location(_ row: Row, _ asAt: Moment) throws(ImportError) -> CodeBook.Holder {
    let holders = book.holders(of: row.location, kinds: columns.kinds, at: asAt)
    guard let holder = holders.last else {
      let ever = book.holders(of: row.location).isEmpty
      throw ImportError(
        ever
          ? "'\(row.location.prefix(40))' is no location that is recorded here: check the code"
          : "the code \(row.location) stands for no location at that time (\(asAt)): check the file's date")
    }
    let together = book.together(row.location, row.board, lower: columns.kinds)
    let fits = together.contains { $0.from.earliest <= asAt.latest && asAt.earliest < $0.until.latest }
    guard row.board.isEmpty || fits else {
      throw ImportError(
        "\(book.name(holder.body)) is not part of the body with the code '\(row.board.prefix(40))' at that time (\(asAt)): "
          + "check the code or the file's date")
    }
    return holder
  }
}
