import Answers
import Chronicle
import Foundation
import Pages
import Register
import Testing
import Vocabulary

@Suite("Pages of meetings, interests, choices and partnership") struct MeetingPagesTests {
  static let day = "2026-10-01"
  static let places: [Place] = [
    .meetings("vale.icb"), .meeting("may"), .meeting("january"), .transparency, .interests("vale.icb"),
    .selection("far.icb"), .partnership("vale.icb"), .scrutiny("vale.icb"), .systemCalendar("vale.icb"),
    .meetings("acute"), .partnership("acute"), .scrutiny("acute"), .systemCalendar("acute"),
  ]

  private func text(_ place: Place, on day: String = day, format: Address.Format = .page) throws -> String {
    String(
      decoding: Shipped.reply(place, on: day, format: format, in: try MeetingRecord.archive()).body, as: UTF8.self)
  }

  private func snapshot(_ day: String = day) throws -> Snapshot {
    Snapshot(try MeetingRecord.archive(), trueOn: try #require(Day(day)))
  }

  private func body(_ id: String) throws -> ID<Body> { try #require(ID<Body>(id)) }

  @Test("Each page has one heading, its own identifiers, and links that read back", arguments: places)
  func wellMade(_ place: Place) throws {
    for day in [Self.day, "2026-01-01"] {
      let page = try text(place, on: day)
      #expect(page.matches(of: /<h1>/).count == 1)
      #expect(page.contains("</html>") && !page.contains("<Board>") && !page.contains("<beds>"))
      let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
      #expect(Set(ids).count == ids.count, "an identifier stands twice")
      for link in links(of: page) { #expect(try address(of: link).link.text == link) }
    }
  }

  @Test("Each answers as data", arguments: places)
  func data(_ place: Place) throws {
    for format in [Address.Format.csv, .json] {
      let reply = Shipped.reply(place, on: Self.day, format: format, in: try MeetingRecord.archive())
      #expect(reply.status == .ok && reply.fileName?.hasSuffix(".\(format.rawValue)") == true)
      if format == .json { #expect((try? JSONSerialization.jsonObject(with: Data(reply.body))) != nil) }
    }
  }

  @Test("What is private, restricted, bid or complained of reaches no page, no data and no feed")
  func closed() throws {
    let secrets = [
      "A settlement with a supplier", "The settlement was approved", "The supplier is paid", "Pay the supplier",
      "Pay of one person", "Fraud alleged", "secret", "A thing not to be told", "Other Trust", "other-trust",
    ]
    let feeds = Place.Feed.allCases.map { Place.feed("vale.icb", $0) }
    for place in Self.places + feeds + [.meeting("audit-june"), .interests("far.icb")] {
      for format in Address.Format.allCases {
        let text = try text(place, format: format)
        for secret in secrets where !(place == .partnership("vale.icb") && secret.lowercased().hasPrefix("other")) {
          #expect(!text.contains(secret), "\(secret) stands on \(place)")
        }
      }
    }
    let page = try text(.meeting("may"))
    #expect(page.contains("Commercial confidence") && page.contains("An interest: withdrew"))
  }

  @Test("The next public meeting comes first, and a cancelled one is not the next")
  func next() throws {
    let answer = try #require(MeetingsAnswer(of: try body("vale.icb"), in: try snapshot()))
    #expect(answer.next?.meeting.id == "january")
    #expect(answer.forward.map(\.meeting.id) == ["cancelled", "january"])
    #expect(answer.past.map(\.meeting.id) == ["september", "july", "audit-june", "may"])
  }

  @Test("Minutes are built from what is on record, and show nothing before they are published")
  func minutes() throws {
    let later = try text(.meeting("may"))
    #expect(later.contains("The plan was approved") && later.contains("Ten beds are opened, approved"))
    let earlier = try text(.meeting("may"), on: "2026-06-01")
    #expect(!earlier.contains("The plan was approved") && earlier.contains("No minutes are published by this day"))
    #expect(earlier.contains("Ten beds are opened"))
    let before = try text(.meeting("may"), on: "2026-05-01")
    #expect(!before.contains("Ten beds are opened") && before.contains("Who was there is not recorded"))
  }

  @Test("An action of a public item that was not done by the day of a later meeting arises there")
  func arising() throws {
    let july = try #require(MeetingAnswer("july", in: try snapshot()))
    #expect(july.mattersArising.map(\.text) == ["Write to the council"])
  }

  @Test("The meter counts what is on record, and says not known where lists are not complete")
  func meter() throws {
    let answer = TransparencyAnswer(in: try snapshot())
    let vale = try #require(answer.bodies.first { $0.body.id == "vale.icb" })
    // May: papers on 1 May, due on 2 May. July: papers on 30 June, due on 27 June. September: no day of papers.
    #expect(vale.held == 3 && vale.papersJudged == 2 && vale.papersOnTime == 1)
    #expect(vale.minutesPublished == 1 && vale.minutesLag == 60 && vale.next == "known")
    // September is the last of its group, so its minutes are not yet missed.
    #expect(vale.missing?.map(\.meeting) == ["july", "september"])
    #expect(vale.missing?.map(\.what) == [["minutes"], ["notice", "agenda", "papers"]])
    let far = try #require(answer.bodies.first { $0.body.id == "far.icb" })
    #expect(far.next == "not known" && far.missing == nil && far.minutesLag == nil)
    #expect(answer.bodies.map(\.body.shortName) == answer.bodies.map(\.body.shortName).sorted())
  }

  @Test("A notice of 19 December 2024 lets a contract be signed from 7 January 2025")
  func standstill() throws {
    let answer = try #require(SelectionAnswer(of: try body("far.icb"), in: try snapshot("2025-01-03")))
    let hearing = try #require(answer.choices.first { $0.id == "hearing" })
    #expect(hearing.standstill?.begins == "2024-12-20" && hearing.standstill?.ends == "2025-01-06")
    #expect(hearing.standstill?.earliest == "2025-01-07" && hearing.state == "in standstill")
    let eyes = try #require(answer.choices.first { $0.id == "eyes" })
    #expect(eyes.standstill?.begins == "2024-12-20" && eyes.standstill?.earliest == nil)
    let after = try #require(SelectionAnswer(of: try body("far.icb"), in: try snapshot("2025-01-07")))
    #expect(after.choices.map(\.state).sorted() == ["in standstill", "open"])
  }

  @Test("A merger that parts a council raises the alert")
  func coterminosity() throws {
    let answer = try #require(PartnershipAnswer(of: try body("vale.icb"), in: try snapshot()))
    #expect(answer.coterminosity.councils.map(\.lies) == ["within", "within", "part"])
    let change = try #require(answer.coterminosity.change)
    #expect((change.wholeBefore, change.ofBefore) == (3, 3) && (change.wholeAfter, change.ofAfter) == (2, 3))
    #expect(change.isLower && change.parted.map(\.id) == ["hill.council"])
  }

  @Test("A sector is said to have no seat only where the list of seats is complete")
  func representation() throws {
    let answer = try #require(PartnershipAnswer(of: try body("vale.icb"), in: try snapshot()))
    let board = try #require(answer.representation.rows.first { $0.id == "board" })
    #expect(board.level == "system" && board.seats.map(\.wrappedValue) == [1, 1, 0, 0, 0, 0])
    #expect(board.gaps == ["primary care", "voluntary sector", "care providers", "Healthwatch"])
    let audit = try #require(answer.representation.rows.first { $0.id == "audit" })
    #expect(audit.gaps.isEmpty && audit.seats.allSatisfy { $0.wrappedValue == nil })
    let place = try #require(answer.representation.rows.first { $0.id == "vale.north" })
    #expect(place.level == "place" && place.seats.map(\.wrappedValue) == [1, 1, nil, 1, nil, nil])
    #expect(answer.relations.trustsInNone?.map(\.id) == ["other-trust"])
    #expect(answer.relations.partnerships.first?.shared.map(\.id) == ["ann"])
    #expect(
      answer.subsidiarity.functions.map(\.test) == ["passed on in part", "kept at system", "at place or nearer"])
  }

  @Test("Scrutiny: what is to come for a council in part, what was withdrawn and why, and how long decisions took")
  func scrutiny() throws {
    let answer = try #require(ScrutinyAnswer(of: try body("vale.icb"), in: try snapshot()))
    let hill = try #require(answer.councils.first { $0.council.id == "hill.council" })
    #expect(hill.isPart && hill.entries.map(\.title) == ["Stroke care", "The five-year plan"])
    let north = try #require(answer.councils.first { $0.council.id == "north.council" })
    #expect(north.entries.map(\.title) == ["Beds in the north", "The five-year plan"])
    #expect(answer.reconfigurations.map(\.state) == ["called in", "withdrawn"])
    #expect(answer.reconfigurations.last?.reason == "the winter showed that they were needed")
    // 7 April to 7 May is 30 days, 27 April to 7 May is 10; the grant has no day of its proposal.
    #expect((answer.cycle.median, answer.cycle.least, answer.cycle.most) == (20, 10, 30))
    #expect((answer.cycle.known, answer.cycle.all) == (2, 3))
    // 30 minutes parted between money and access, 45 of access, 25 private.
    #expect(answer.balance.themes.map(\.name) == ["access", "private", "money"])
    #expect(answer.balance.themes.map(\.minutes) == [60, 25, 15] && answer.balance.unknown == 2)
  }

  @Test("One calendar has the meetings of the board and of a council's wellbeing board")
  func calendar() throws {
    let answer = try #require(CalendarAnswer(of: try body("vale.icb"), in: try snapshot()))
    #expect(answer.meetings.map(\.meeting.id) == ["july", "september", "wellbeing", "cancelled", "january"])
    #expect(answer.meetings.map(\.sector) == ["NHS", "NHS", "council", "NHS", "NHS"])
    #expect(answer.silent.map(\.id).contains("south.council"))
  }

  @Test("Interests: the nil return is told, and who made none is named because the register is complete")
  func interests() throws {
    let answer = try #require(InterestsAnswer(of: try body("vale.icb"), in: try snapshot()))
    #expect(answer.interests.map(\.person.id) == ["bob"] && answer.nilReturns.map(\.person.id) == ["ann"])
    #expect(answer.withoutReturn?.map(\.id) == ["cat"])
    #expect(answer.handled.map(\.conflict.person) == ["Chief executive of the trust, a partner", ""])
    let far = try #require(InterestsAnswer(of: try body("far.icb"), in: try snapshot()))
    #expect(far.withoutReturn == nil)
  }

  @Test("The pages are found by links from a body, and every feed from its meetings")
  func reachable() throws {
    let body = try text(.body("vale.icb"))
    for part in ["meetings", "interests", "selection", "partnership", "scrutiny", "calendar"] {
      #expect(body.contains("/body/vale.icb/\(part)?"))
    }
    let meetings = try text(.meetings("vale.icb"))
    for feed in Place.Feed.allCases { #expect(meetings.contains("/body/vale.icb/\(feed.rawValue)?")) }
    #expect(meetings.contains("\"/transparency?") && meetings.contains("\"/meetings/may?"))
  }
}

@Suite("Feeds") struct FeedTests {
  private func reply(_ feed: Place.Feed) throws -> Reply {
    Shipped.reply(.feed("vale.icb", feed), on: MeetingPagesTests.day, in: try MeetingRecord.archive())
  }

  @Test("Each feed is to the byte what it was looked at to be", arguments: Place.Feed.allCases)
  func golden(_ feed: Place.Feed) throws {
    try expectGolden(try reply(feed).body, feed.rawValue)
  }

  @Test("Each feed has its media type and is shown, not saved")
  func types() throws {
    let types = try Place.Feed.allCases.map { try reply($0).type.split(separator: ";").first }
    #expect(types == ["text/calendar", "application/atom+xml", "application/json", "application/json"])
    for feed in Place.Feed.allCases { #expect(try reply(feed).fileName == nil) }
  }

  @Test("A line of the calendar has at most 75 octets, and unfolds to what was meant (RFC 5545, section 3.1)")
  func folding() throws {
    let bytes = try reply(.calendar).body
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") } && lines.last == "")
    let whole = text.replacingOccurrences(of: "\r\n ", with: "")
    #expect(whole.contains("LOCATION:Town Hall\\; Harbour\r\n"))
    #expect(whole.contains("at which the plan for the five years to come is taken\\, and the budget\r\n"))
    #expect(whole.contains("DTSTAMP:20261121T230628Z\r\n") && whole.contains("DTSTART;VALUE=DATE:20270128\r\n"))
    #expect(whole.contains("STATUS:CANCELLED") && whole.contains("UID:january@concordat\r\n"))
  }

  @Test("A membership that ended has its last day, and one that stands has none")
  func memberships() throws {
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(try reply(.people).body)) as? [String: [[String: Any]]])
    let ends = try #require(json["memberships"]).map { "\($0["id"] ?? "") \($0["end_date"] ?? "")" }
    #expect(ends == ["ann.2026 ", "ann.partnership ", "bob.2026 2026-08-31", "cat.2026 ", "deputy "])
  }
}
