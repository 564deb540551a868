internal import Chronicle
internal import Register
internal import Vocabulary

/// What an ODS file of prescribing cost centres says of general practices.
enum ODSPractices {
  static let commissioners: Set<BodyKind> = [.clinicalCommissioningGroup, .subICBLocation]

  static func isWelsh(_ record: ODSLayout.Record) -> Bool {
    record.region == "W00" || record.commissioner.hasPrefix("7A")
  }

  static func isUsed(_ record: ODSLayout.Record) -> Bool { record.setting == "4" && !isWelsh(record) }

  /// The days the file can be of: those on which its active practices' commissioners stood under their boards.
  static func day(_ records: [ODSLayout.Record], _ book: inout CodeBook) -> FileDay {
    var day = FileDay()
    var seen: Set<String> = []
    for record in records where isUsed(record) {
      if record.status == "A" {
        day.saw(record.opened)
        day.saw(record.joined)
        if seen.insert("\(record.commissioner) \(record.board)").inserted {
          day.admit(book.together(record.commissioner, record.board, lower: commissioners))
        }
      } else if record.status == "C" {
        day.saw(record.until)
      }
    }
    return day
  }

  static func write(
    _ records: [ODSLayout.Record], asAt: Moment, _ book: inout CodeBook, _ writer: inout OrganisationWriter
  ) {
    var statuses: [String: Int] = [:]
    for record in records {
      if record.setting != "4" {
        writer.count(
          "Prescribing cost centres that are no general practice, passed over", example: record.code)
        continue
      }
      if isWelsh(record) {
        writer.count("Welsh practices, passed over", example: record.code)
        continue
      }
      guard ["A", "C", "D", "P"].contains(record.status) else {
        writer.refuse(
          record.place,
          "'\(record.status)' is no status of a practice: A active, C closed, D dormant, P proposed")
        continue
      }
      let life = record.life(asAt: asAt)
      let body: ID<Body>
      switch book.identity(code: record.code, kind: .generalPractice, life: life) {
      case .known(let known): body = known
      case .new(let new): body = new
      case .taken(let other, let kind):
        writer.refuse(
          record.place,
          "the code \(record.code) stands for \(book.name(other)), a \(kind.singular), at that time: one of them is wrong"
        )
        continue
      }
      statuses[record.status, default: 0] += 1
      let place = record.place
      let shown = record.shown(asAt: asAt)
      writer.say(Body(body, .generalPractice), life, at: place)
      writer.say(Code(body, scheme: "ods", record.code), life, at: place)
      writer.sayName(of: body, record.name, shown, at: place)
      writer.say(LegalStatus(body, .contractorPractice), life, .derived, at: place)
      if !record.address.isEmpty || !record.postcode.isEmpty {
        writer.say(Address(body, record.address, postcode: record.postcode), shown, at: place)
      }
      if record.status == "D" { writer.say(Role(body, "dormant"), shown, at: place) }
      writeCommissioners(of: body, life, record, &book, &writer)
    }
    for (status, word) in [("A", "active"), ("D", "dormant"), ("C", "closed"), ("P", "proposed")] {
      writer.count("General practices that are \(word)", counting: statuses[status] ?? 0)
    }
  }

  /// One tie for each body that held the commissioner's code while the practice was under it.
  private static func writeCommissioners(
    of body: ID<Body>, _ life: Period, _ record: ODSLayout.Record, _ book: inout CodeBook,
    _ writer: inout OrganisationWriter
  ) {
    guard !record.commissioner.isEmpty else {
      writer.count("Practices that name no commissioner", example: record.code)
      return
    }
    let stated = Period(
      from: record.joined.map { Moment(on: $0) } ?? life.from,
      until: record.leftUntil.map { Moment(on: $0) } ?? life.until)
    let holders = book.holders(of: record.commissioner, kinds: commissioners)
    guard !holders.isEmpty else {
      writer.count(
        "Practices that name an older commissioner that is not recorded here and so got none",
        example: "\(record.code) under \(record.commissioner)")
      return
    }
    var isTied = false
    if let within = stated.clipped(to: life) {
      for holder in holders {
        guard let period = within.clipped(to: holder.period) else { continue }
        writer.say(Relation(body, Relation.partOf, holder.body), period, at: record.place)
        isTied = true
      }
    }
    if !isTied {
      writer.count(
        "Practices that left a commissioner before the body recorded with its code began",
        example: "\(record.code) under \(record.commissioner)")
    }
  }
}
