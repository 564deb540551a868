internal import Chronicle
internal import Register
internal import Vocabulary

/// What an ODS file of NHS trusts says.
enum ODSTrusts {
  private static let boards: Set<BodyKind> = [.integratedCareBoard]

  static func isWelsh(_ record: ODSLayout.Record) -> Bool { record.region == "W00" || record.area == "W" }

  /// The days the file can be of: those on which the parents of its open trusts all stood.
  static func day(_ records: [ODSLayout.Record], _ book: inout CodeBook) -> FileDay {
    var day = FileDay()
    for record in records where !isWelsh(record) {
      if let until = record.until {
        day.saw(until)
      } else {
        day.admit(book.holders(of: record.board).map(\.period))
      }
    }
    return day
  }

  static func write(
    _ records: [ODSLayout.Record], asAt: Moment, _ book: inout CodeBook, _ writer: inout OrganisationWriter
  ) {
    for record in records {
      if isWelsh(record) {
        writer.count("Welsh trusts, passed over", example: record.code)
        continue
      }
      let life = record.life(asAt: asAt)
      let body: ID<Body>
      switch book.identity(code: record.code, kind: .nhsTrust, life: life) {
      case .known(let known): body = known
      case .new(let new): body = new
      case .taken(let other, let kind):
        writer.refuse(
          record.place,
          "the code \(record.code) stands for \(book.name(other)), a \(kind.singular), at that time: one of them is wrong"
        )
        continue
      }
      let place = record.place
      let shown = record.shown(asAt: asAt)
      let name = record.name.uppercased()
      writer.say(Body(body, .nhsTrust), life, at: place)
      writer.say(Code(body, scheme: "ods", record.code), life, at: place)
      writer.sayName(of: body, record.name, shown, at: place)
      let form: LegalForm = name.contains("NHS FOUNDATION TRUST") ? .nhsFoundationTrust : .nhsTrust
      writer.say(LegalStatus(body, form), shown, .derived, at: place)
      if !record.address.isEmpty || !record.postcode.isEmpty {
        writer.say(Address(body, record.address, postcode: record.postcode), shown, at: place)
      }
      for role in roles(name) { writer.say(Role(body, role), shown, .derived, at: place) }
      writeParent(of: body, life, record, asAt: asAt, &book, &writer)
      if let opened = record.opened, asAt.latest < opened {
        writer.count("Trusts that open later than the file", example: "\(record.code) on \(opened)")
      }
    }
    writer.count("Trusts listed as open", counting: records.count { $0.until == nil && !isWelsh($0) })
    writer.count("Trusts listed as closed", counting: records.count { $0.until != nil && !isWelsh($0) })
  }

  /// What a trust's name says for certain, and where it says mental health, for what that is worth. Nothing in a name
  /// tells an acute trust.
  static func roles(_ name: String) -> [String] {
    let words = Set(name.split { !$0.isLetter }.map(String.init))
    if words.contains("AMBULANCE") { return ["ambulance"] }
    if name.contains("MENTAL HEALTH") { return ["mental-health"] }
    return words.contains("COMMUNITY") ? ["community"] : []
  }

  private static func writeParent(
    of body: ID<Body>, _ life: Period, _ record: ODSLayout.Record, asAt: Moment, _ book: inout CodeBook,
    _ writer: inout OrganisationWriter
  ) {
    guard !record.board.isEmpty else {
      writer.count("Trusts that name no parent board", example: record.code)
      return
    }
    let all = book.holders(of: record.board, kinds: boards)
    let holders = asAt == .unknown ? all : book.holders(of: record.board, kinds: boards, at: asAt)
    guard let holder = holders.last else {
      let what = all.isEmpty ? "a parent that is no board known here" : "a board of another time"
      writer.count(
        "Trusts that name \(what) and so got no parent", example: "\(record.code) under \(record.board)")
      return
    }
    guard let period = book.undated(life, under: holder, seen: asAt) else {
      writer.count(
        "Closed trusts shown under a board made after they closed, which so got no parent",
        example: "\(record.code) under \(record.board)")
      return
    }
    writer.say(
      Relation(
        body, Relation.partOf, holder.body, note: "undated in the source; taken to hold while both existed"),
      period, .derived, at: record.place)
  }
}
