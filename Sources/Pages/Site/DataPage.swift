internal import Answers
internal import Chronicle
internal import Vocabulary

/// How to take all of it away, and how to read it.
enum DataPage {
  static func reply(_ visit: Visit) -> Reply {
    let kinds = counts(visit.snapshot.archive)
    switch visit.address.format {
    case .json: return DataReply.json(Answer(visit, kinds), name: "data")
    case .csv:
      return DataReply.csv(
        header: ["fact", "meaning", "facts"],
        rows: kinds.map { [$0.fact, $0.meaning, String($0.facts)] },
        name: "data")
    case .page: return Reply(body: page(visit, kinds))
    }
  }

  private struct KindCount: Encodable {
    let fact: String
    let meaning: String
    let facts: Int
  }

  private struct Answer: Encodable {
    let asAt: AsAt
    let facts: [KindCount]
    let addresses: [Door]

    init(_ visit: Visit, _ kinds: [KindCount]) {
      asAt = AsAt(visit.snapshot)
      facts = kinds
      addresses = DataPage.doors
    }
  }

  private static func counts(_ archive: Archive) -> [KindCount] {
    archive.derived(PublicFacts.self, PublicFacts.init).counts.map {
      KindCount(fact: $0.key, meaning: FactWords.many($0.key), facts: $0.value)
    }
    .sorted { ($1.facts, $0.fact) < ($0.facts, $1.fact) }
  }

  /// A page that also answers programs.
  struct Door: Encodable {
    let path: String
    let gives: String
  }

  private static let doors: [Door] = [
    Door(path: "/bodies/icb", gives: "all bodies of a kind on a day"),
    Door(path: "/body/{id}", gives: "one body: names, codes, ties, area, figures"),
    Door(path: "/body/{id}/history", gives: "what it came from and what became of it"),
    Door(path: "/find?q={words}", gives: "bodies by name, code, place or postcode"),
    Door(path: "/compare?body={id}&body={id}", gives: "bodies side by side"),
    Door(path: "/changes/{date}", gives: "what changed on a day"),
    Door(path: "/story", gives: "the map from 2016 to today"),
    Door(path: "/coverage", gives: "whether every small area lies in exactly one system on a day"),
    Door(path: "/rules", gives: "every rule of how a system is governed, with its citation and dates"),
    Door(path: "/rules/{id}", gives: "one rule, with its examples"),
    Door(path: "/rules/board", gives: "what a board must contain, by every source"),
    Door(path: "/body/{id}/check", gives: "what every rule says of a body on a day"),
    Door(path: "/body/{id}/governance", gives: "who runs a body: groups, seats and who holds them"),
    Door(
      path: "/who-decides?function={words}&place={id}&value={pounds}", gives: "who decides, and by which chain"),
    Door(path: "/body/{id}/functions", gives: "the functions and decisions map of a body"),
    Door(path: "/body/{id}/decisions", gives: "what a body has decided"),
    Door(path: "/decisions/{id}", gives: "one decision: power, paper, minute, those present"),
    Door(path: "/measures", gives: "the measures that are loaded"),
    Door(
      path: "/measures/{id}?from={date}&kind={kind}&period={period}",
      gives: "figures of a measure on a map; working=yes for pairs"),
    Door(path: "/area?piece={piece}&codes={codes}", gives: "figures for an area you make"),
    Door(path: "/sources", gives: "every source"),
    Door(path: "/sources/{id}", gives: "one source and what it gave"),
    Door(path: "/claims", gives: "numbers others stated, tested"),
    Door(path: "/glossary", gives: "what the words mean"),
    Door(path: "/journal", gives: "what was recorded, when, by whom and why"),
    Door(path: "/data", gives: "this list, and how many facts there are"),
  ]

  private static func page(_ visit: Visit, _ kinds: [KindCount]) -> [UInt8] {
    let head = PageHead(
      name: "Take it all away",
      summary: "Everything here is open data. Take one table, or the whole record with its history.")
    return Frame.sheet(visit, head: head).page { html in
      html.part("One table", id: "tables") { html in
        html(
          .p,
          "Every page can be had as CSV, for a spreadsheet, or as JSON, for a program. Use the links at the top of the "
            + "page, or add format=csv or format=json to its address.")
      }
      html.part("All of it", id: "all") { html in writeAll(to: &html) }
      html.part("A link that stays true", id: "permanent") { html in writePermanent(visit, to: &html) }
      html.part("Addresses for programs", id: "addresses") { html in
        html(.p, "No key is needed. The same address gives the same bytes while the record stays as it is.")
        html.add(
          Table(
            id: "doors", caption: "Addresses", columns: [.words("Address"), .words("What it gives")],
            rows: doors.map { .init([.init($0.path), .init($0.gives)]) }))
        html.add(Facts(parameters, isWide: true))
      }
      html.part("What is in it", id: "facts") { html in
        html(.p, sentence(visit.snapshot.archive, kinds), .class("finding"))
        html.add(
          Table(
            id: "facts-table", caption: "Facts by kind",
            columns: [.words("Kind"), .words("Name in the files"), .figures("Facts")],
            rows: kinds.map {
              .init([.init($0.meaning), .init($0.fact), .init(Figures.grouped($0.facts))])
            },
            foot: [.init(["All", "", .init(Figures.grouped(kinds.map(\.facts).reduce(0, +)))])],
            downloads: [NamedLink("CSV", visit.address.as(.csv)), NamedLink("JSON", visit.address.as(.json))])
        )
      }
      writeMore(visit, to: &html)
    }
  }

  private static let parameters: [Facts.Fact] = [
    .init("on=2026-03-31", "true on that day; without it, today"),
    .init("known=t12", "as recorded by transaction 12: a permanent link"),
    .init("known=2026-03-31", "as recorded by the end of that day in London"),
    .init("known=published-2026-03-31", "as published by that day"),
    .init("format=csv, format=json", "the same answer as data"),
  ]

  private static func writeAll(to html: inout HTML) {
    html(
      .p,
      "Whoever has a copy of the record can write it out as a folder of plain text, one file for each kind of fact:"
    )
    html.sample("concordat export RECORD FOLDER", label: "The command that writes the record as text")
    html(
      .p,
      "The folder can be changed by hand, compared with a record, and read back. What would change is shown first."
    )
    html.sample(
      "concordat diff RECORD FOLDER\nconcordat apply RECORD FOLDER",
      label: "Commands that compare and read a folder")
    html(.p, "To take the whole history, with every change and who made it:")
    html.sample("concordat export RECORD FOLDER --journal", label: "The command that writes the journal")
    html(
      .p,
      "Text is UTF-8, a line for each fact, parted by tabs, with a line of headings. Dates are year-month-day. A period "
        + "runs from its first day up to, and not including, its last column’s day.")
  }

  private static func writePermanent(_ visit: Visit, to html: inout HTML) {
    html(
      .p,
      "The date at the top of each page is part of its address, and so is what was known. A permanent link pins both: the "
        + "day the page is about and the last change it counts. It gives the same page for as long as the record is kept. "
        + "This page’s is:")
    html.sample(Frame.permanent(visit).link.text, label: "The permanent link of this page")
  }

  private static func sentence(_ archive: Archive, _ kinds: [KindCount]) -> String {
    "The record holds \(Figures.counted(kinds.map(\.facts).reduce(0, +), "fact", "facts")) of "
      + "\(Figures.counted(kinds.count, "kind", "kinds")) that are public and stand today, recorded in "
      + "\(Figures.counted(archive.head.transactions, "change", "changes"))."
  }

  private static func writeMore(_ visit: Visit, to html: inout HTML) {
    html.part("Licences", id: "licences") { html in
      html(
        .p,
        "Facts from official sources are used under the Open Government Licence version 3.0: you may use them freely if you "
          + "name the source. Each source states its own licence. The program is open too, under the Apache Licence 2.0."
      )
      html.add(
        Chips([
          ("Sources", visit.address.at(.sources).link),
          ("Numbers others stated", visit.address.at(.claims).link),
          ("What was recorded and when", visit.address.at(.journal).link),
          ("What the words mean", visit.address.at(.glossary).link),
          ("Figures", visit.address.at(.measures).link),
        ]))
    }
  }
}

/// How many facts of each kind are public and stand.
private struct PublicFacts: Sendable {
  private(set) var counts: [String: Int] = [:]

  /// Looks at every row once. O(bytes).
  init(_ archive: Archive) {
    for kind in archive.kinds {
      let count = archive.entries(of: kind).count { entry in
        guard archive.recorded(entry)?.retractedBy == nil, let row = archive.row(of: entry) else {
          return false
        }
        // The fourth column of every row says who may see it.
        return row.split(separator: "\t", maxSplits: 4, omittingEmptySubsequences: false).dropFirst(3).first
          == Audience.public.rawValue[...]
      }
      if count > 0 { counts[kind] = count }
    }
  }
}
