internal import Chronicle
public import Measures
public import Register
internal import Vocabulary

/// Reads the ePCN workbook of the Organisation Data Service: primary care networks and their member practices.
///
/// One sheet lists networks, another their members with the days of joining and leaving; sheets and columns are found
/// by their headings, of the time of clinical commissioning groups or of sub-ICB locations. A practice may have several
/// rows over time. The location of a network and of a practice carries no date: it is taken to be as old as both are.
public struct PrimaryCareNetworks: Reader {
  /// The reader.
  public init() {}
  /// `ods-primary-care-networks`.
  public let format = "ods-primary-care-networks"
  /// What it reads.
  public let summary =
    "primary care networks and their practices: the ePCN workbook of the Organisation Data Service"
  /// None: it yields facts of the register.
  public let measures: [MeasureDefinition] = []
  /// They are.
  public let isOfficialPublication = true

  /// Judges by the headings of the sheets.
  public func recognise(_ file: InputFile) throws -> Recognition {
    var found: Set<PCNSheet.Content> = []
    var almost: String?
    for table in try FileTable.all(in: file) {
      switch PCNSheet.recognise(try table.head(12)) {
      case .some(.success(let content)): found.insert(content)
      case .some(.failure(let error)): almost = "sheet '\(table.place)': \(error.message)"
      case nil: break
      }
    }
    if found.count == 2 { return .yes }
    if let almost { return .almost(almost) }
    guard let only = found.first else { return .no }
    return .almost(
      only == .networks
        ? "it lists primary care networks and has no sheet of their members: import the ePCN workbook whole"
        : "it lists members of primary care networks and has no sheet of networks: import the ePCN workbook whole"
    )
  }

  /// Reads networks and members.
  public func read(_ file: InputFile, register: Register) throws -> Reading {
    var networks: [PCNSheet.Row] = []
    var members: [PCNSheet.Row] = []
    var era: PCNSheet.Era?
    var writer = OrganisationWriter()
    for table in try FileTable.all(in: file) {
      guard case .some(.success) = PCNSheet.recognise(try table.head(12)) else { continue }
      let sheet = try PCNSheet(table, into: &writer)
      era = era ?? sheet.era
      switch sheet.content {
      case .networks: networks += sheet.rows
      case .members: members += sheet.rows
      }
    }
    var reading = Reading(
      title: "Primary care networks and their practices (ODS workbook ePCN)",
      publisher: ODSOrganisations.publisher)
    var work = PCNWork(book: CodeBook(register), kinds: era?.kinds ?? ODSPractices.commissioners)
    let date = work.day(networks, members).settled(file, today: register.snapshot.trueOn)
    work.asAt = date.asAt
    work.write(networks: networks, &writer)
    work.write(members: members, &writer)
    reading.asAt = date.asAt
    reading.published = date.asAt == .unknown ? nil : date.asAt
    reading.notes = [date.note]
    try writer.finish(&reading, file: file)
    return reading
  }
}

/// One sheet of the workbook, by its headings.
struct PCNSheet {
  enum Content: Hashable { case networks, members }

  /// Whose codes the locations are.
  enum Era: Hashable {
    case groups, locations

    var kinds: Set<BodyKind> { self == .groups ? [.clinicalCommissioningGroup] : [.subICBLocation] }
  }

  /// One row, whichever the sheet.
  struct Row {
    let place: String
    let network: String
    let networkName: String
    let location: String
    let start: Day?
    let until: Day?
    var address = ""
    var postcode = ""
    var practice = ""
    var practiceName = ""
  }

  let content: Content
  let era: Era
  private(set) var rows: [Row] = []

  private static let network = ["PCN Code"]
  private static let networkName = ["PCN Name"]
  private static let opened = ["Open Date", "PCN Open Date"]
  private static let closed = ["Close Date", "PCN Close Date"]
  private static let partner = ["Partner Organisation Code", "Partner Code", "Practice Code"]
  private static let partnerName = ["Partner Name", "Practice Name"]
  private static let start = ["Practice to PCN Relationship Start Date", "Relationship Start Date"]
  private static let end = ["Practice to PCN Relationship End Date", "Relationship End Date"]
  private static let locationNow = ["Current Sub ICB Loc Code", "Current Sub ICB Location Code"]
  private static let groupNow = ["Current CCG Code", "Current Clinical Commissioning Group Code", "CCG Code"]
  private static let locationOfPractice = ["Practice Parent Sub ICB Loc Code", "Practice Parent Sub ICB Location Code"]
  private static let groupOfPractice = [
    "Practice Parent CCG Code", "Practice Parent Clinical Commissioning Group Code",
  ]

  /// The headings of locations, and of the groups before them.
  private static func places(_ content: Content) -> (location: [String], group: [String]) {
    content == .networks ? (locationNow, groupNow) : (locationOfPractice, groupOfPractice)
  }

  private static func anyPlace(_ content: Content) -> [String] {
    places(content).location + places(content).group
  }

  /// What the first rows of a sheet say it is; nil when it is neither, a failure when a column is missing.
  static func recognise(_ head: [FileTable.Row]) -> Result<Content, ImportError>? {
    for row in head {
      let headings = Headings(row.fields)
      switch headings.recognise(telling: [partner, network], [start, end, anyPlace(.members)]) {
      case .yes: return .success(.members)
      case .almost(let why): return .failure(ImportError(why))
      case .no: break
      }
      switch headings.recognise(telling: [network, networkName, opened], [closed, anyPlace(.networks)]) {
      case .yes: return .success(.networks)
      case .almost(let why): return .failure(ImportError(why))
      case .no: break
      }
    }
    return nil
  }

  /// Reads the rows below the headings.
  init(_ table: FileTable, into writer: inout OrganisationWriter) throws {
    let head = try table.head(12)
    guard let titles = head.first(where: { (try? PCNSheet.recognise([$0])?.get()) != nil }),
      let content = try PCNSheet.recognise([titles])?.get()
    else { throw ImportError("sheet '\(table.place)' has no headings of networks or members") }
    self.content = content
    let headings = Headings(titles.fields)
    let places = PCNSheet.places(content)
    let subLocation = try headings.find(places.location)
    let location = try subLocation ?? headings.need(places.group)
    era = subLocation != nil ? .locations : .groups
    let network = try headings.need(PCNSheet.network)
    let networkName = try headings.find(PCNSheet.networkName)
    let start = try headings.need(content == .networks ? PCNSheet.opened : PCNSheet.start)
    let end = try headings.need(content == .networks ? PCNSheet.closed : PCNSheet.end)
    let partner = try headings.find(PCNSheet.partner)
    let partnerName = try headings.find(PCNSheet.partnerName)
    let lines = try (1...5).map { try headings.find("Address Line \($0)") }
    let postcode = try headings.find("Postcode")
    var rows: [Row] = []
    try table.rows { row in
      guard row.number > titles.number else { return true }
      writer.rowsRead += 1
      let place = table.place.isEmpty ? "row=\(row.number)" : "sheet=\(table.place) row=\(row.number)"
      do throws(ImportError) {
        guard ODSCode.isPlausible(row[network]) else {
          throw ImportError("'\(row[network].prefix(40))' is no code of a network: it is written as U00070")
        }
        if content == .members, !ODSCode.isPlausible(row[partner]) {
          throw ImportError("'\(row[partner].prefix(40))' is no code of a practice: it is written as A81001")
        }
        let first = try PCNSheet.day(row[start])
        let last = try PCNSheet.day(row[end])
        if let first, let last, last < first {
          throw ImportError("it ends on \(last) and starts on \(first): put the dates right")
        }
        rows.append(
          Row(
            place: place, network: row[network], networkName: row[networkName], location: row[location],
            start: first,
            until: last.map { $0.advanced(by: 1) },
            address: content == .networks
              ? lines.map { row[$0] }.filter { !$0.isEmpty }.joined(separator: ", ") : "",
            postcode: content == .networks ? row[postcode] : "", practice: row[partner],
            practiceName: row[partnerName]))
      } catch {
        writer.refuse(place, error.message)
      }
      return true
    }
    self.rows = rows
  }

  private static func day(_ text: String) throws(ImportError) -> Day? {
    if text.isEmpty { return nil }
    guard let day = WrittenDate.day(text) else {
      throw ImportError("'\(text.prefix(40))' is no date: it is written as 20191001")
    }
    return day
  }
}

/// What networks and members say.
struct PCNWork {
  var book: CodeBook
  let kinds: Set<BodyKind>
  var asAt = Moment.unknown
  private var bodies: [String: (id: ID<Body>, life: Period)] = [:]

  init(book: CodeBook, kinds: Set<BodyKind>) {
    self.book = book
    self.kinds = kinds
  }

  /// The first networks began under the network contract on 1 July 2019 (NHS England, Network Contract Directed
  /// Enhanced Service, 2019/20).
  private static let firstNetworks = Day(year: 2019, month: 7, day: 1) ?? .distantPast

  mutating func day(_ networks: [PCNSheet.Row], _ members: [PCNSheet.Row]) -> FileDay {
    var day = FileDay()
    for row in networks {
      day.saw(row.until ?? row.start)
      if row.until == nil { day.admit(book.holders(of: row.location, kinds: kinds).map(\.period)) }
    }
    for row in members { day.saw(row.until ?? row.start) }
    return day
  }

  mutating func write(networks rows: [PCNSheet.Row], _ writer: inout OrganisationWriter) {
    for row in rows {
      let start = row.start.map { Moment(on: $0) } ?? Moment(between: PCNWork.firstNetworks, and: asAt.latest)
      let life = Period(from: start, until: row.until.map { Moment(on: $0) } ?? .never)
      if bodies[row.network] != nil {
        writer.refuse(row.place, "the network \(row.network) is listed twice: keep the row that is right")
        continue
      }
      guard let body = network(row, life, &writer) else { continue }
      let last = life.until.day.map { $0.advanced(by: -1) } ?? .distantFuture
      let shown = Period(
        from: Moment(between: start.earliest, and: max(start.earliest, min(asAt.latest, last))),
        until: life.until)
      writer.say(Body(body, .primaryCareNetwork), life, at: row.place)
      writer.say(Code(body, scheme: "ods", row.network), life, at: row.place)
      writer.say(LegalStatus(body, .partnershipAgreement), life, .derived, at: row.place)
      writer.sayName(of: body, row.networkName.isEmpty ? row.network : row.networkName, shown, at: row.place)
      if !row.address.isEmpty || !row.postcode.isEmpty {
        writer.say(Address(body, row.address, postcode: row.postcode), shown, at: row.place)
      }
      place(body, life, row.location, "Networks", row, &writer)
    }
  }

  mutating func write(members rows: [PCNSheet.Row], _ writer: inout OrganisationWriter) {
    var practices: Set<String> = []
    var several: [String: Int] = [:]
    let firstSeen = Dictionary(
      rows.compactMap { row in row.start.map { (row.practice, $0) } }, uniquingKeysWith: min)
    for row in rows {
      let start = row.start.map { Moment(on: $0) } ?? Moment(between: PCNWork.firstNetworks, and: asAt.latest)
      let stated = Period(from: start, until: row.until.map { Moment(on: $0) } ?? .never)
      guard let network = bodies[row.network] else {
        writer.refuse(
          row.place, "the network \(row.network) is not in the list of networks: import the workbook whole")
        continue
      }
      // A practice that is not known yet existed at the latest when it joined its first network.
      let life = Period(
        from: Moment(between: .distantPast, and: firstSeen[row.practice] ?? asAt.latest), until: .never)
      let practice: ID<Body>
      switch book.identity(code: row.practice, kind: .generalPractice, life: stated) {
      case .known(let known): practice = known
      case .new(let new):
        practice = new
        if !practices.contains(row.practice) {
          writer.say(Body(practice, .generalPractice), life, .derived, at: row.place)
          writer.say(Code(practice, scheme: "ods", row.practice), life, at: row.place)
          writer.say(LegalStatus(practice, .contractorPractice), life, .derived, at: row.place)
          if !row.practiceName.isEmpty {
            writer.sayName(of: practice, row.practiceName, shown(life), at: row.place)
          }
        }
      case .taken(let other, let kind):
        writer.refuse(
          row.place,
          "the code \(row.practice) stands for \(book.name(other)), a \(kind.singular): only practices are members"
        )
        continue
      }
      guard book.isOpen(row.practice, .generalPractice, during: stated) else {
        writer.count(
          "Memberships of practices that were closed at that time, passed over", example: row.practice)
        continue
      }
      guard let period = stated.clipped(to: network.life) else {
        writer.refuse(
          row.place, "\(row.practice) is a member at a time when the network \(row.network) did not exist")
        continue
      }
      writer.say(Relation(practice, Relation.memberOf, network.id), period, at: row.place)
      several[row.practice, default: 0] += 1
      if practices.insert(row.practice).inserted {
        place(practice, life, row.location, "Practices", row, &writer)
      }
    }
    let moved = several.values.count { $0 > 1 }
    if moved > 0 { writer.count("Practices with several rows over time", counting: moved) }
  }

  private func shown(_ life: Period) -> Period {
    Period(from: Moment(between: life.from.earliest, and: asAt.latest), until: life.until)
  }

  private mutating func network(_ row: PCNSheet.Row, _ life: Period, _ writer: inout OrganisationWriter)
    -> ID<Body>?
  {
    switch book.identity(code: row.network, kind: .primaryCareNetwork, life: life) {
    case .known(let id), .new(let id):
      bodies[row.network] = (id, life)
      return id
    case .taken(let other, let kind):
      writer.refuse(
        row.place, "the code \(row.network) stands for \(book.name(other)), a \(kind.singular), at that time")
      return nil
    }
  }

  private mutating func place(
    _ body: ID<Body>, _ life: Period, _ code: String, _ what: String, _ row: PCNSheet.Row,
    _ writer: inout OrganisationWriter
  ) {
    guard !code.isEmpty else { return }
    let end = life.until.day.map { $0.advanced(by: -1) } ?? .distantFuture
    let seen = Moment(between: min(asAt.earliest, end), and: min(asAt.latest, end))
    let example =
      "\(body.text.hasPrefix("ods.") ? String(body.text.dropFirst(4)).uppercased() : body.text) in \(code)"
    guard let holder = book.holders(of: code, kinds: kinds, at: seen).last,
      let period = book.undated(life, under: holder, seen: seen)
    else {
      writer.count(
        "\(what) shown in a location that is not recorded for their time, which so got none", example: example
      )
      return
    }
    writer.say(
      Relation(
        body, Relation.partOf, holder.body, note: "undated in the source; taken to hold while both existed"),
      period, .derived, at: row.place)
  }
}
