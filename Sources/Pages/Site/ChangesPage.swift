internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// What changed on a day; without one, the days on which something did.
struct ChangesPage {
  let answer: ChangesAnswer
  let day: Day
  let visit: Visit

  static func reply(_ visit: Visit, _ day: Day?) -> Reply {
    guard let day else { return ChangeDays.reply(visit) }
    let answer = visit.snapshot.changes(on: day)
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: "changes-\(day)")
    case .csv: return csv(answer, day)
    case .page: return Reply(body: ChangesPage(answer: answer, day: day, visit: visit).page())
    }
  }

  private static func csv(_ answer: ChangesAnswer, _ day: Day) -> Reply {
    func row(
      _ what: String, _ body: NamedBody, _ before: String, _ after: String, _ date: When,
      _ thing: some Sourced
    )
      -> [String]
    {
      [
        what, body.id, body.name, before, after, date.text ?? "", "", "", "", "", thing.certainty.rawValue,
        thing.source,
      ]
    }
    var rows = answer.created.map { row("began", $0.body, "", "", $0.date, $0) }
    rows += answer.ended.map { row("ended", $0.body, "", "", $0.date, $0) }
    rows += answer.renamed.map { row("renamed", $0.body, $0.before, $0.after, $0.date, $0) }
    rows += answer.recoded.map { row("recoded \($0.scheme)", $0.body, $0.before, $0.after, $0.date, $0) }
    rows += answer.moved.map { row("moved", $0.body, $0.before?.id ?? "", $0.after?.id ?? "", $0.date, $0) }
    rows += answer.flows.flatMap { flow in
      flow.shares.map { share in
        [
          "\(flow.event.rawValue)\(flow.planned ? " (planned)" : "")", flow.from.id, flow.from.name,
          flow.from.id, flow.to.id,
          flow.date.text ?? "", share.unit, BodyData.number(share.part), BodyData.number(share.whole),
          BodyData.number(share.share), share.certainty.rawValue, share.source,
        ]
      }
    }
    return DataReply.csv(
      header: [
        "what", "id", "name", "before", "after", "date", "unit", "part", "whole", "share", "certainty",
        "source",
      ], rows: rows, name: "changes-\(day)")
  }

  // MARK: Page

  private func page() -> [UInt8] {
    let isPlanned = answer.created.contains(where: \.planned) || answer.flows.contains(where: \.planned)
    let head = PageHead(
      name: "What changed on \(day.written)", summary: answer.sentence, badges: isPlanned ? [.planned] : [])
    return Frame.sheet(visit, head: head, crumbs: [("Changes", .changes(nil))]).page { html in
      flows(in: &html)
      altered(in: &html)
      bodies("Began", "began", answer.created, in: &html)
      bodies("Ended", "ended", answer.ended, in: &html)
      replaced("New names", "renamed", answer.renamed, in: &html)
      replaced("New codes", "recoded", answer.recoded, in: &html)
      moved(in: &html)
      bodies("May have begun or ended", "uncertain", answer.uncertain, in: &html)
      if isEmpty {
        html.add(
          Emptiness(
            "Nothing is recorded to change on \(day.written)",
            because:
              "No system, group, partnership or region in the record began, ended or changed on that day.",
            instead: NamedLink("The days on which something did", visit.address.at(.changes(nil)))))
      }
      html(.div, .class("part")) { html in
        html.way("The map on the day before", visit.address.at(.home).on(day.advanced(by: -1)).link)
        html.way("The map on this day", visit.address.at(.home).on(day).link)
      }
      html.known(answer.sources, visit)
    }
  }

  private var isEmpty: Bool {
    answer.created.isEmpty && answer.ended.isEmpty && answer.altered.isEmpty && answer.renamed.isEmpty
      && answer.recoded.isEmpty && answer.moved.isEmpty && answer.flows.isEmpty && answer.uncertain.isEmpty
  }

  // MARK: Who moved where

  private struct Pair: Hashable {
    let from: String
    let to: String
  }

  /// The successions by kind of body, boards first; those people can be counted in before the others.
  private var pairs: [(pair: Pair, flows: [FlowEntry])] {
    var order: [Pair] = []
    var groups: [Pair: [FlowEntry]] = [:]
    for flow in answer.flows {
      let pair = Pair(from: flow.from.kind, to: flow.to.kind)
      if groups[pair] == nil { order.append(pair) }
      groups[pair, default: []].append(flow)
    }
    return order.map { ($0, groups[$0] ?? []) }.sorted { a, b in rank(a.pair) < rank(b.pair) }
  }

  private func rank(_ pair: Pair) -> Int {
    let order = ["icb", "ccg", "stp", "acs", "ics", "icp", "sub-icb-location"]
    let to = order.firstIndex(of: pair.to) ?? order.count
    return to * 10 + (order.firstIndex(of: pair.from) ?? order.count)
  }

  private func flows(in html: inout HTML) {
    let pairs = pairs
    guard let first = pairs.first else { return }
    html.part("Who moved where, and how many people", id: "moves") { html in
      write(first.flows, first.pair, index: 0, in: &html)
      for (index, other) in pairs.dropFirst().enumerated() {
        html(.details, .class("known")) { html in
          html(.summary, title(other.pair) + ": " + Sentences.count(other.flows.count, "step", "steps"))
          html(.div) { html in write(other.flows, other.pair, index: index + 1, in: &html) }
        }
      }
    }
  }

  private func write(_ entries: [FlowEntry], _ pair: Pair, index: Int, in html: inout HTML) {
    let flows = Flows(entries)
    let id = "moves-\(index + 1)"
    if index == 0, let drawing = flows.drawing(id: id, title: title(pair), sentence: nil, visit) {
      html.add(drawing)
      if let note = flows.basisNote { html.aside(note) }
      if drawing.isTableOnly { return split(flows, id, in: &html) }
      html.known("Every count: by registered people, residents and small areas") { html in
        html(.div, .class("small-table")) { html in
          html.add(flows.table(id: "\(id)-shares", caption: "Shares on every basis", visit))
        }
      }
    } else {
      html.add(flows.table(id: "\(id)-shares", caption: title(pair), visit))
    }
  }

  /// Of very many, those that did not pass on whole.
  private func split(_ flows: Flows, _ id: String, in html: inout HTML) {
    let parts = flows.items.filter { ($0.shares.first?.share ?? 1) < 1 }
    guard !parts.isEmpty else { return }
    html(.h3, "Those that were split")
    html.add(Flows(parts).table(id: "\(id)-split", caption: "Shares on every basis", visit))
  }

  private func title(_ pair: Pair) -> String {
    func plural(_ kind: String) -> String { BodyKind(rawValue: kind)?.plural ?? "bodies" }
    return pair.from == pair.to
      ? "\(Sentences.capital(plural(pair.from))) on \(day.written)"
      : "\(Sentences.capital(plural(pair.from))) to \(plural(pair.to)) on \(day.written)"
  }

  // MARK: Lists

  private func altered(in html: inout HTML) {
    guard !answer.altered.isEmpty else { return }
    html.part("Went on with another area", id: "altered") { html in
      for body in answer.altered {
        html(.p) { html in
          html(.a, body.body.name, .href(visit.link(toBody: body.body.id)))
          html.text(". " + body.sentence)
        }
      }
    }
  }

  private func bodies(_ heading: String, _ id: String, _ bodies: [ChangedBody], in html: inout HTML) {
    guard !bodies.isEmpty else { return }
    var kinds: [String] = []
    for body in bodies where !kinds.contains(body.body.kind) { kinds.append(body.body.kind) }
    html.part(heading, id: id) { html in
      for kind in kinds {
        let own = bodies.filter { $0.body.kind == kind }
        let word = BodyKind(rawValue: kind)
        let planned = own.contains(where: \.planned)
        html(.h3) { html in
          html.text(
            Sentences.capital(Sentences.count(own.count, word?.singular ?? "body", word?.plural ?? "bodies")))
          if planned {
            html.text(" ")
            html.add(Badge.planned)
          }
        }
        html.add(Chips(own.map { ($0.body.shortName, visit.link(toBody: $0.body.id)) }))
      }
    }
  }

  private func replaced(_ heading: String, _ id: String, _ texts: [ReplacedText], in html: inout HTML) {
    guard !texts.isEmpty else { return }
    html.part(heading, id: id) { html in
      html.add(
        Table(
          id: "\(id)-table", caption: Sentences.capital(Sentences.count(texts.count, "change", "changes")),
          columns: [.words("Body")] + (id == "recoded" ? [.words("Code")] : [])
            + [.words("Before"), .words("After"), .words("How sure")],
          rows: texts.map { text in
            .init(
              [.init(text.body.shortName, link: visit.link(toBody: text.body.id))]
                + (id == "recoded" ? [.init(Wording.scheme(text.scheme))] : [])
                + [.init(text.before), .init(text.after), .init("", badges: [Badge(text.mark)])])
          }, downloads: visit.downloads))
    }
  }

  private func moved(in html: inout HTML) {
    guard !answer.moved.isEmpty else { return }
    html.part("Became part of another", id: "moved") { html in
      html.add(
        Table(
          id: "moved-table",
          caption: Sentences.capital(Sentences.count(answer.moved.count, "body", "bodies")),
          columns: [.words("Body"), .words("Was part of"), .words("Became part of"), .words("How sure")],
          rows: answer.moved.map { move in
            func cell(_ body: NamedBody?) -> Table.Cell {
              body.map { .init($0.shortName, link: visit.link(toBody: $0.id)) } ?? "none"
            }
            return .init([
              .init(move.body.shortName, link: visit.link(toBody: move.body.id)), cell(move.before),
              cell(move.after),
              .init("", badges: [Badge(move.mark)]),
            ])
          }, downloads: visit.downloads))
    }
  }
}

/// The days on which systems changed.
private struct ChangeDays: Encodable {
  struct Turn: Encodable, Sendable {
    let date: String
    let written: String
    let sentence: String
    let began: Int
    let ended: Int
    let planned: Bool
  }

  let asAt: AsAt
  let days: [Turn]

  static func reply(_ visit: Visit) -> Reply {
    let answer = ChangeDays(
      asAt: AsAt(visit.snapshot),
      days: turns(visit.snapshot))
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: "change-days")
    case .csv:
      return DataReply.csv(
        header: ["date", "sentence", "began", "ended", "planned"],
        rows: answer.days.map {
          [$0.date, $0.sentence, String($0.began), String($0.ended), String($0.planned)]
        },
        name: "change-days")
    case .page: return Reply(body: answer.page(visit))
    }
  }

  /// Each day of change; the same whatever day a page is about.
  private static func turns(_ snapshot: Snapshot) -> [Turn] {
    Shelf.value(Stand(snapshot.on(.distantPast)), in: snapshot.archive) {
      snapshot.register.changeDays(of: ChangesAnswer.systemKinds).map { day in
        let answer = snapshot.changes(on: day)
        return Turn(
          date: day.description, written: day.written, sentence: answer.sentence, began: answer.created.count,
          ended: answer.ended.count,
          planned: answer.created.contains(where: \.planned) || answer.flows.contains(where: \.planned))
      }
    }
  }

  private func page(_ visit: Visit) -> [UInt8] {
    let head = PageHead(
      name: "Changes",
      summary: days.isEmpty
        ? "The record knows of no day on which systems changed."
        : "The record knows \(Sentences.count(days.count, "day", "days")) on which boards, partnerships, groups or regions changed."
    )
    return Frame.sheet(visit, head: head).page { html in
      html.part("Each day on which something changed", id: "days") { html in
        html.add(
          Trail(
            days.reversed().map { turn in
              Trail.Step(
                turn.written, note: turn.sentence, link: Day(turn.date).map { visit.link(to: .changes($0)) },
                isPlanned: turn.planned)
            }))
      }
      html.part("The same as a table", id: "table") { html in
        html.add(
          Table(
            id: "days-table", caption: "Days of change",
            columns: [.words("Day"), .figures("Began"), .figures("Ended")],
            rows: days.map { turn in
              .init([
                .init(
                  turn.written, link: Day(turn.date).map { visit.link(to: .changes($0)) },
                  badges: turn.planned ? [.planned] : []), .init(Figures.grouped(turn.began)),
                .init(Figures.grouped(turn.ended)),
              ])
            }, downloads: visit.downloads))
      }
      html.way("The story of the map, from 2016", visit.link(to: .story))
    }
  }
}
