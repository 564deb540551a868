internal import Answers
internal import Vocabulary

/// How openly bodies meet, side by side and by name.
enum TransparencyPage {
  static func reply(_ visit: Visit) -> Reply {
    let answer = TransparencyAnswer(in: visit.snapshot)
    let name = "transparency-\(answer.asAt.trueOn)"
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: name)
    case .csv: return DataReply.csv(header: header, rows: answer.bodies.map(row), name: name)
    case .page: break
    }
    let head = PageHead(kind: "Meetings", name: "How openly bodies meet", summary: answer.sentence)
    return Reply(
      body: Frame.sheet(visit, head: head).page { html in
        html.part("Side by side, by name", id: "compare") { html in html.add(table(answer.bodies, visit)) }
        html.part("How this is worked out", id: "method") { html in
          html(.ul) { html in for line in answer.method { html(.li, line) } }
        }
      })
  }

  private static let header = [
    "id", "name", "next", "next_on", "held", "papers_judged", "papers_on_time", "minutes_published", "minutes_lag_days",
    "missing_known", "missing",
  ]

  private static func row(_ entry: TransparencyEntry) -> [String] {
    [
      entry.body.id, entry.body.name, entry.next, entry.nextOn ?? "", String(entry.held), String(entry.papersJudged),
      String(entry.papersOnTime), String(entry.minutesPublished), entry.minutesLag.map(Decimals.shortest) ?? "",
      entry.missing == nil ? "no" : "yes", entry.missing.map { String($0.flatMap(\.what).count) } ?? "",
    ]
  }

  /// The bodies and what is known of each.
  static func table(_ entries: [TransparencyEntry], _ visit: Visit) -> Table {
    Table(
      id: "transparency-table", caption: "Public meetings of the twelve months up to the day",
      note: "In the order of names. What is not known is said to be so",
      columns: [
        .words("Body"), .words("Next public meeting"), .figures("Held"), .words("Papers on time"),
        .words("Minutes published"), .figures("Days to minutes, middle"), .figures("Missing"),
      ],
      rows: entries.map { entry in
        .init([
          .init(entry.body.shortName, link: visit.link(to: .meetings(entry.body.id))),
          .init(
            entry.nextOn.flatMap { Day($0) }?.written ?? (entry.next == "none" ? "none is called" : "not known")),
          .init(String(entry.held)),
          .init(entry.papersJudged == 0 ? "not known" : "\(entry.papersOnTime) of \(entry.papersJudged)"),
          .init(entry.held == 0 ? "not known" : "\(entry.minutesPublished) of \(entry.held)"),
          .init(Recorded.number(entry.minutesLag)), .init(Recorded.number(entry.missing?.flatMap(\.what).count)),
        ])
      }, downloads: visit.downloads)
  }

  /// What is missing of one body, meeting by meeting.
  static func writeMissing(_ entry: TransparencyEntry, _ visit: Visit, to html: inout HTML) {
    guard let missing = entry.missing, !missing.isEmpty else { return }
    html.add(
      Table(
        id: "missing-table", caption: "What is missing from the record",
        columns: [.words("Meeting"), .words("Missing")],
        rows: missing.map {
          .init([
            .init($0.title, link: visit.link(to: .meeting($0.meeting))),
            .init(Sentences.capital(Sentences.list($0.what))),
          ])
        }))
  }
}
