internal import Answers
internal import Chronicle
internal import Register
public import Vocabulary

/// What every page of the site has around it: the menu, the date, the way back, and the foot.
public enum Frame {
  /// The frame of a page that answers a visit.
  ///
  /// - Parameters:
  ///   - crumbs: the pages above this one, without home and without this page.
  ///   - hasData: whether the page's answer can be had as CSV and JSON.
  public static func sheet(
    _ visit: Visit, head: PageHead, crumbs: [(name: String, place: Place)] = [], hasData: Bool = true
  ) -> Sheet {
    let address = visit.address
    let lens = visit.snapshot
    let days = lens.archive.derived(MapDays.self, MapDays.init).days
    let previous = days.last { $0 <= lens.trueOn }
    let next = days.first { $0 > lens.trueOn }
    let (path, kept) = form(address)
    let bar = DateBar(
      trueOn: lens.trueOn, knownOn: knownDay(visit),
      previous: previous.map { DateBar.Change($0, address.on($0).link) },
      next: next.map { DateBar.Change($0, address.on($0).link) },
      permanent: permanent(visit).link,
      downloads: hasData ? [NamedLink("CSV", address.as(.csv)), NamedLink("JSON", address.as(.json))] : [],
      action: path, kept: kept)
    var trail = crumbs.map { Sheet.Entry($0.name, address.at($0.place).link) }
    if !trail.isEmpty {
      trail.insert(Sheet.Entry("Home", address.at(.home).link), at: 0)
      trail.append(Sheet.Entry(head.name, address.link, isCurrent: true))
    }
    return Sheet(
      site: "Concordat", home: address.at(.home).link, style: Link(path: ["style.css"]), menu: menu(address),
      dateBar: bar, crumbs: trail, head: head, colophon: colophon(visit))
  }

  /// The frame of a page that is about no day, such as a fault.
  public static func bare(_ head: PageHead, today: Day) -> Sheet {
    let home = Address(.home)
    return Sheet(
      site: "Concordat", home: home.link, style: Link(path: ["style.css"]), menu: menu(home), dateBar: nil,
      head: head,
      colophon: Colophon([attribution]))
  }

  private static func menu(_ address: Address) -> [Sheet.Entry] {
    let parts: [(name: String, place: Place, part: SitePart)] = [
      ("Find", .find(""), .find), ("Systems", .bodies("icb"), .systems), ("Figures", .measures, .figures),
      ("Who decides", .whoDecides(WhoDecidesQuestion()), .deciding), ("Make an area", .area(Place.AreaForm()), .area),
      ("Changes", .story, .changes), ("Data", .data, .data),
      ("About", .about, .about),
    ]
    let current = part(of: address.place)
    return parts.map { Sheet.Entry($0.name, address.at($0.place).link, isCurrent: $0.part == current) }
  }

  private enum SitePart { case home, find, systems, figures, deciding, area, changes, data, about }

  private static func part(of place: Place) -> SitePart {
    switch place {
    case .home: .home
    case .find: .find
    case .bodies, .body, .history, .need, .performance, .bodyPriorities, .bodyOversight, .compare, .coverage: .systems
    case .meetings, .meeting, .transparency, .feed, .interests, .selection, .partnership, .scrutiny, .systemCalendar:
      .systems
    case .measures, .measure, .parts, .series, .priorities, .oversight, .oversightMetrics, .league: .figures
    case .check, .governance, .functions, .decisions: .systems
    case .rules, .rule, .boardRequirements, .whoDecides, .decision: .deciding
    case .area, .areaNeed: .area
    case .changes, .story: .changes
    case .sources, .source, .row, .claims, .journal, .journalPage, .data: .data
    case .glossary, .about: .about
    }
  }

  /// The address that gives this page again whatever is learnt later: its day and transaction are pinned.
  static func permanent(_ visit: Visit) -> Address {
    var address = visit.address
    address.on = visit.snapshot.trueOn
    if case .latest = visit.snapshot.known, visit.snapshot.archive.head.transactions > 0 {
      address.known = .transaction(visit.snapshot.archive.head.transactions)
    }
    address.format = .page
    return address
  }

  private static func knownDay(_ visit: Visit) -> Day? {
    switch visit.address.known {
    case nil: nil
    case .recorded(let day), .published(let day): day
    case .transaction(let number):
      visit.snapshot.archive.transactions.first { $0.number == number }?.at.londonDay
    }
  }

  /// Where the date form goes and what it sends along: everything of the address but its dates.
  private static func form(_ address: Address) -> (path: Link, kept: [(name: String, value: String)]) {
    var plain = address
    plain.on = nil
    plain.known = nil
    plain.format = .page
    let parts = plain.link.parts
    return (Link(path: parts.path), parts.query)
  }

  private static func colophon(_ visit: Visit) -> Colophon {
    let head = visit.snapshot.archive.head
    let recorded = visit.snapshot.archive.transactions.last?.at.written ?? "never"
    return Colophon([
      attribution,
      Colophon.Note(
        "This page",
        [
          "True on \(visit.snapshot.trueOn.written). The record was last added to on \(recorded), London time.",
          "Record \(head.digest.short), transaction \(head.transactions).",
        ],
        links: [
          NamedLink("Sources", visit.address.at(.sources)),
          NamedLink("What was recorded and when", visit.address.at(.journal)),
          NamedLink("How to read the marks", visit.address.at(.about)),
        ]),
      Colophon.Note(
        "Owner and feedback",
        [
          "This record is kept by whoever runs this copy of Concordat. Tell them of anything wrong or unclear; each "
            + "page's permanent link says exactly what you saw."
        ],
        links: [NamedLink("About this record", visit.address.at(.about))]),
    ])
  }

  private static let attribution = Colophon.Note(
    "Where the facts come from",
    [
      "Source: Office for National Statistics, NHS England and MHCLG, licensed under the Open Government Licence v3.0. "
        + "Contains OS data © Crown copyright and database right.",
      "Concordat holds no patient data. It is not an official publication of any of these bodies.",
    ])
}

/// The days on which the map of boards changes: one begins, ends or takes in another.
private struct MapDays: Sendable {
  let days: [Day]

  init(_ archive: Archive) {
    days = Snapshot(archive, trueOn: .distantPast).register.changeDays(of: [.integratedCareBoard])
  }
}
