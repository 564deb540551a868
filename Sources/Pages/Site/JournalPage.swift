internal import Answers
internal import Chronicle
internal import Vocabulary

/// What was recorded, by whom, when and why; newest first.
enum JournalPage {
  /// How many transactions a page shows.
  static let perPage = 50

  static func reply(_ visit: Visit, page number: Int) -> Reply {
    let all = transactions(visit.snapshot)
    switch visit.address.format {
    case .json: return DataReply.json(Answer(visit.snapshot, all), name: "journal")
    case .csv:
      return DataReply.csv(
        header: ["transaction", "at", "who", "why", "entries", "digest", "previous"],
        rows: all.map { entry in
          [
            String(entry.number), entry.at.description, entry.who, entry.why, String(entry.count),
            entry.digest.hex,
            entry.previous.hex,
          ]
        }, name: "journal")
    case .page:
      let pages = max(1, (all.count + perPage - 1) / perPage)
      guard (1...pages).contains(number) else { return beyond(visit, pages) }
      return Reply(body: page(visit, all, number: number, of: pages))
    }
  }

  /// The transactions the visit may know of, newest first.
  private static func transactions(_ snapshot: Snapshot) -> [Transaction] {
    let all = snapshot.archive.transactions
    guard case .recorded(let last) = snapshot.known else { return all.reversed() }
    return all.filter { $0.number <= last }.reversed()
  }

  private struct Answer: Encodable {
    struct Item: Encodable {
      let number: Int
      let at: String
      let who: String
      let why: String
      let entries: Int
      let digest: String
      let previous: String
    }

    let asAt: AsAt
    let redacted: Int
    let transactions: [Item]

    init(_ snapshot: Snapshot, _ all: [Transaction]) {
      asAt = AsAt(snapshot)
      redacted = JournalPage.redacted(snapshot)
      transactions = all.map {
        Item(
          number: $0.number, at: $0.at.description, who: $0.who, why: $0.why, entries: $0.count,
          digest: $0.digest.hex,
          previous: $0.previous.hex)
      }
    }
  }

  fileprivate static func redacted(_ snapshot: Snapshot) -> Int {
    snapshot.archive.absences.count { $0.absence == .redacted }
  }

  private static func beyond(_ visit: Visit, _ pages: Int) -> Reply {
    let head = PageHead(
      name: "There is no such page", summary: "The journal has \(Figures.counted(pages, "page", "pages")).")
    return Reply(
      .notFound,
      body: Frame.sheet(visit, head: head, crumbs: [("Data", .data)], hasData: false).page { html in
        html(.p) { html in html(.a, "See the newest entries", .href(visit.address.at(.journal))) }
      })
  }

  private static func page(_ visit: Visit, _ all: [Transaction], number: Int, of pages: Int) -> [UInt8] {
    let head = PageHead(
      name: "What was recorded, and when",
      summary: "Nothing in this record is ever deleted. Each change says who made it, when and why.")
    return Frame.sheet(visit, head: head, crumbs: [("Data", .data)]).page { html in
      html.part("Changes, newest first", id: "changes") { html in
        html(.p, sentence(visit.snapshot, all), .class("finding"))
        if !all.isEmpty { html.add(table(all, number, visit)) }
        html.add(
          Pagination(
            current: number,
            links: (1...pages).map { visit.address.at($0 == 1 ? .journal : .journalPage($0)).link }))
      }
      html.part("How to check it", id: "verify") { html in writeCheck(visit, to: &html) }
    }
  }

  private static func sentence(_ snapshot: Snapshot, _ all: [Transaction]) -> String {
    guard let last = all.first else { return "Nothing has been recorded yet." }
    let entries = all.map(\.count).reduce(0, +)
    let gone = redacted(snapshot)
    let erased =
      gone == 0
      ? "None has been erased."
      : "\(Figures.counted(gone, "entry has", "entries have")) been lawfully erased."
    return "\(Sentences.capital(Sentences.count(all.count, "change", "changes"))) with "
      + "\(Figures.counted(entries, "entry", "entries")), the last on \(last.at.written), London time. \(erased)"
  }

  private static func table(_ all: [Transaction], _ number: Int, _ visit: Visit) -> Table {
    let start = (number - 1) * perPage
    return Table(
      id: "transactions", caption: "Transactions",
      columns: [
        .figures("Number"), .words("When"), .words("Who"), .words("Why"), .figures("Entries"),
        .words("Digest"),
      ],
      rows: all[start..<min(all.count, start + perPage)].map { entry in
        .init([
          .init(String(entry.number), link: moment(entry, visit)), .init(entry.at.written), .init(entry.who),
          .init(entry.why), .init(Figures.grouped(entry.count)), .init(entry.digest.short),
        ])
      },
      downloads: [NamedLink("CSV", visit.address.as(.csv)), NamedLink("JSON", visit.address.as(.json))])
  }

  /// The home page as it was known after a transaction.
  private static func moment(_ entry: Transaction, _ visit: Visit) -> Link {
    Address(.home, on: visit.address.on, known: .transaction(entry.number)).link
  }

  private static func writeCheck(_ visit: Visit, to html: inout HTML) {
    let head = visit.snapshot.archive.head
    html(
      .p,
      "Each transaction has a digest, a fingerprint made from its text and from the digest before it. Change one letter "
        + "anywhere and every digest after it is wrong. Whoever has a copy of the record can check it:")
    html.sample(
      "concordat verify RECORD\nconcordat verify RECORD --head \(head.digest.hex)",
      label: "Commands that check the record")
    html(
      .p,
      "The second line also shows that nothing was cut off the end. An entry that had to be erased by law leaves its "
        + "digest and the reason, so the chain stays whole.")
    html.add(
      Facts(
        [
          .init("Transactions", Figures.grouped(head.transactions)),
          .init("Entries", Figures.grouped(head.entries)),
          .init("Erased by law", Figures.grouped(redacted(visit.snapshot))), .init("Head", head.digest.hex),
        ], isWide: true))
  }
}
