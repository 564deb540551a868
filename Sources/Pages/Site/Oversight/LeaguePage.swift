internal import Answers
internal import Chronicle
internal import Vocabulary

/// The bodies of a type in a quarter, each rank with its likely range and those it was taken among.
enum LeaguePage {
  static func reply(_ visit: Visit, quarter: String, group: String) -> Reply {
    let answer: LeagueAnswer
    do {
      answer = try LeagueAnswer(
        quarter: quarter.isEmpty ? nil : quarter, group: group.isEmpty ? nil : group, in: visit.snapshot,
        blocks: visit.blocks)
    } catch {
      return OversightFault.reply(visit, error)
    }
    let name = ["league", answer.quarter, answer.group].compactMap { $0 }.joined(separator: "-")
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: name)
    case .csv: return DataReply.csv(header: header, rows: answer.entries.map { row($0, answer) }, name: name)
    case .page: return Reply(body: page(visit, answer))
    }
  }

  private static let header = [
    "quarter", "type", "body", "code", "name", "average", "segment", "final_segment", "financial_override", "rank",
    "rank_range_low", "rank_range_high", "average_range_low", "average_range_high", "comparator_group", "note",
  ]

  private static func row(_ entry: LeagueEntry, _ answer: LeagueAnswer) -> [String] {
    let start = [
      answer.quarter ?? "", answer.group ?? "", entry.body ?? "", entry.code, entry.name,
      entry.average.map { Decimals.rounded($0, places: 6) } ?? "", entry.segment.map(String.init) ?? "",
      entry.finalSegment.map(String.init) ?? "", entry.override.map { $0 ? "yes" : "no" } ?? "not published",
    ]
    let rank =
      entry.rank.map {
        [
          String($0.place), String($0.low), String($0.high), Decimals.rounded($0.averageLow, places: 2),
          Decimals.rounded($0.averageHigh, places: 2), $0.among,
        ]
      } ?? ["", "", "", "", "", ""]
    return start + rank + [entry.notes.joined(separator: "; ")]
  }

  private static func page(_ visit: Visit, _ answer: LeagueAnswer) -> [UInt8] {
    let head = PageHead(name: "The league of results", summary: answer.sentence)
    let crumbs: [(name: String, place: Place)] = [("Figures", .measures), ("How bodies are judged", .oversight)]
    return Frame.sheet(visit, head: head, crumbs: crumbs).page { html in
      guard let quarter = answer.quarter, let group = answer.group else {
        return html.add(
          Emptiness(
            "There is no league to show.", because: "It is drawn from the results NHS England publishes each quarter.",
            instead: NamedLink("How bodies are judged", visit.link(to: .oversight))))
      }
      html.part("Choose a quarter", id: "choose") { html in form(visit, answer, to: &html) }
      html.part("\(group), \(quarter)", id: "league") { html in
        let among = answer.entries.compactMap(\.rank).first?.among ?? "no others"
        html.add(
          LeagueChart(
            id: "league-chart", title: "Average of metric scores, \(quarter)", sentence: answer.sentence,
            valueName: "Average", among: among, writing: .fixed(places: 2),
            items: answer.entries.map { item($0, visit) }, downloads: visit.downloads))
        html.aside(
          "The best average is 1.00, the last 4.00. The order is by segment first, so a body that the financial override "
            + "holds in segment 3 stands below others with a higher average. The ranges come from drawing each body’s own "
            + "metric scores again and again; 95 in 100 lie within.")
      }
      html.part("Segments", id: "segments") { html in
        html.add(
          Table(
            id: "segment-table", caption: "Segments in \(quarter)",
            columns: [
              .words("Body"), .figures("Segment after the override"), .figures("Final segment"),
              .words("In financial deficit"),
            ],
            rows: answer.entries.map { entry in
              .init([
                .init(entry.name, link: link(entry, visit)), .init(entry.segment.map(String.init) ?? "not known"),
                .init(entry.finalSegment.map(String.init) ?? "not known"),
                .init(entry.override.map { $0 ? "yes" : "no" } ?? "not published"),
              ])
            }, downloads: visit.downloads))
      }
      html.known(answer.sources, visit)
    }
  }

  private static func item(_ entry: LeagueEntry, _ visit: Visit) -> LeagueChart.Item {
    LeagueChart.Item(
      entry.name, link: link(entry, visit), entry.average, likely: entry.rank.map { $0.averageLow...$0.averageHigh },
      rank: entry.rank.map { .init($0.place, likely: $0.low...$0.high) })
  }

  private static func link(_ entry: LeagueEntry, _ visit: Visit) -> Link? {
    entry.body.map { visit.link(to: .bodyOversight($0)) }
  }

  private static func form(_ visit: Visit, _ answer: LeagueAnswer, to html: inout HTML) {
    html(.form, .action(Address(.league(quarter: "", group: ""))), .word("method", "get")) { html in
      html.add(
        Picker(
          name: "quarter", label: "Quarter", options: answer.quarters.map { ($0, $0) }, chosen: answer.quarter ?? ""))
      html.add(
        Picker(name: "type", label: "Type", options: answer.groups.map { ($0, $0) }, chosen: answer.group ?? ""))
      html.moment(visit)
      html(.button, "Show this league", .type("submit"))
    }
  }
}
