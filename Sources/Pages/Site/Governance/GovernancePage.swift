internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// Who runs a body: its board and committees, their seats and who holds them, and who reports to whom.
struct GovernancePage {
  let answer: BodyGovernanceAnswer
  let visit: Visit

  static func reply(_ visit: Visit, _ id: String) -> Reply {
    guard let body = visit.body(id) else { return UnknownBody.reply(visit, id) { .governance($0) } }
    let answer = BodyGovernanceAnswer(of: body, in: visit.snapshot)
    let name = "governance-\(id)-\(answer.asAt.trueOn)"
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: name)
    case .csv: return DataReply.csv(header: header, rows: answer.groups.flatMap(rows), name: name)
    case .page: return Reply(body: GovernancePage(answer: answer, visit: visit).page())
    }
  }

  // MARK: Data

  private static let header = [
    "group", "name", "sort", "competence", "reports_to", "seat", "title", "role", "votes", "represents", "state",
    "person", "holder", "since", "until",
  ]

  private static func rows(_ group: BodyGovernanceAnswer.Entry) -> [[String]] {
    let head = [group.id, group.name, group.sort, group.competence, group.reportsTo?.id ?? ""]
    if group.seats.isEmpty { return [head + Array(repeating: "", count: header.count - head.count)] }
    return group.seats.flatMap { seat -> [[String]] in
      let start =
        head + [
          seat.id, seat.title, seat.role, seat.votes ? "yes" : "no", seat.represents?.id ?? "", seat.state,
        ]
      if seat.held.isEmpty { return [start + ["", "", "", ""]] }
      return seat.held.map { start + [$0.person.id, $0.person.name, $0.since.text ?? "", $0.until] }
    }
  }

  // MARK: Page

  private func page() -> [UInt8] {
    let body = answer.body
    let head = PageHead(kind: "Who runs it", name: "Who runs \(body.shortName)", summary: answer.sentence)
    return Frame.sheet(visit, head: head, crumbs: [(body.shortName, .body(body.id))]).page { html in
      html.presence(of: body, visit)
      if answer.groups.isEmpty {
        html.add(
          Emptiness(
            "No board or committee is recorded for this day",
            because: "Boards, seats and appointments come into the record as rows of text, each with its source.",
            instead: NamedLink("How facts are added", visit.address.at(.data))))
      } else {
        lines(in: &html)
        for group in answer.groups { write(group, in: &html) }
      }
      leads(in: &html)
      onwards(in: &html)
      html.known(answer.sources, visit)
    }
  }

  /// Who reports to whom, as lists within lists.
  private func lines(in html: inout HTML) {
    html.part("Who reports to whom", id: "lines") { html in
      html(.ul) { html in branch(of: answer.groups[...], depth: 0, in: &html) }
    }
  }

  /// The groups of a depth up to the first that stands higher, each with what stands under it.
  private func branch(of groups: ArraySlice<BodyGovernanceAnswer.Entry>, depth: Int, in html: inout HTML) {
    var rest = groups
    while let group = rest.popFirst() {
      let under = rest.prefix { $0.depth > depth }
      rest = rest.dropFirst(under.count)
      html(.li) { html in
        html(.a, group.name, .href(Link.here(Self.anchor(group))))
        if group.competence == "advisory" { html.text(" (advises)") }
        if !under.isEmpty { html(.ul) { html in branch(of: under, depth: depth + 1, in: &html) } }
      }
    }
  }

  private static func anchor(_ group: BodyGovernanceAnswer.Entry) -> String { "group-\(group.id)" }

  private func write(_ group: BodyGovernanceAnswer.Entry, in html: inout HTML) {
    html.part(group.name, id: Self.anchor(group)) { html in
      html.add(Facts(facts(group), isWide: true))
      if group.seats.isEmpty {
        html.aside("No seats of it are recorded.")
      } else {
        html.add(
          Table(
            id: "seats-\(group.id)", caption: "Seats of the \(group.name) on \(answer.asAt.trueOnWritten)",
            columns: [
              .words("Seat"), .words("Held by"), .words("Since"), .words("Until"), .words("Votes"),
              .words("Brings the knowledge of"),
            ],
            rows: group.seats.flatMap(rows), downloads: visit.downloads))
      }
    }
  }

  private func facts(_ group: BodyGovernanceAnswer.Entry) -> [Facts.Fact] {
    let competence =
      switch group.competence {
      case "deciding": "It decides, within what is given to it"
      case "advisory": "It advises and cannot decide"
      default: "Whether it decides or advises is not recorded"
      }
    let next = group.nextMeeting.map { "\($0.dayWritten)\($0.venue.isEmpty ? "" : ", \($0.venue)")" }
    return [
      .init("What it is", Sentences.capital(GovernanceWords.plain(group.sort))), .init("What it may do", competence),
      .init("Reports to", group.reportsTo?.name ?? ""),
      .init("For", group.place?.name ?? "", link: group.place.map { visit.link(toBody: $0.id) }),
      .init("Shared with", Sentences.list(group.others.map(\.name))),
      .init("Meets in public", GovernanceWords.told(group.inPublic)),
      .init("Next meeting", next ?? "none is recorded"),
    ].filter { !$0.isEmpty }
  }

  private func rows(_ seat: BodyGovernanceAnswer.SeatEntry) -> [Table.Row] {
    func row(_ holder: String, _ since: String, _ until: String) -> Table.Row {
      .init([
        .init(Sentences.capital(seat.title)), .init(holder), .init(since), .init(until),
        .init(seat.votes ? "yes" : "no"),
        .init(seat.represents?.name ?? "", link: seat.represents.map { visit.link(toBody: $0.id) }),
      ])
    }
    if seat.held.isEmpty { return [row(seat.state == "vacant" ? "Vacant" : "The record names nobody", "", "")] }
    return seat.held.map { row($0.person.name, $0.since.written, $0.untilWritten) }
  }

  private func leads(in html: inout HTML) {
    guard !answer.leads.isEmpty else { return }
    html.part("Who leads on what", id: "leads") { html in
      html.add(
        Table(
          id: "leads-table", caption: "Parts people take on for \(answer.body.shortName)",
          columns: [.words("Part"), .words("Who"), .words("Since"), .words("Paid for by"), .words("Paid for until")],
          rows: answer.leads.map { lead in
            .init([
              .init(Sentences.capital(lead.title)), .init(lead.person?.name ?? "The record names nobody"),
              .init(lead.since.written), .init(lead.funding), .init(GovernanceWords.day(lead.fundedUntil)),
            ])
          }))
    }
  }

  private func onwards(in html: inout HTML) {
    html.part("From here", id: "onwards") { html in
      html(.ul, .class("plain")) { html in
        for (words, place) in [
          ("What it decides, and who exercises it", Place.functions(answer.body.id, level: "", since: nil)),
          ("What it has decided", .decisions(answer.body.id)),
          ("How it stands against the rules", .check(answer.body.id, proposed: false)),
        ] { html(.li) { html in html(.a, words, .href(visit.link(to: place))) } }
      }
    }
  }
}
