internal import Answers
internal import Register
internal import Vocabulary

/// Whom a name, code, place, postcode or term means.
enum FindPage {
  private static let limit = 40

  static func reply(_ visit: Visit, _ words: String) -> Reply {
    let answer = FindAnswer(words, in: visit.snapshot, limit: limit, blocks: visit.blocks)
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: "find-\(answer.asAt.trueOn)")
    case .csv: return csv(answer)
    case .page: return Reply(body: words.isEmpty ? start(visit) : page(answer, visit))
    }
  }

  private static func csv(_ answer: FindAnswer) -> Reply {
    DataReply.csv(
      header: [
        "id", "name", "kind", "from", "until", "state", "matched", "what", "fit", "matched_from",
        "matched_until", "source",
      ],
      rows: answer.hits.map { hit in
        [
          hit.id, hit.name, hit.kind, hit.from.text ?? "", hit.until.text ?? "", hit.state.rawValue,
          hit.matched.text,
          hit.matched.what, hit.matched.fit, hit.matched.from.text ?? "", hit.matched.until.text ?? "",
          hit.matched.source,
        ]
      }, name: "find-\(answer.asAt.trueOn)")
  }

  // MARK: Pages

  private static func start(_ visit: Visit) -> [UInt8] {
    let head = PageHead(
      name: "Find",
      summary: "Find a body by any name or code it ever had, or the boards of a council or district.")
    let examples: [(name: String, link: Link?)] = [
      "Waverley", "QNQ", "E54000034", "Frimley", "ICP", "GU1 1AA", "QRL@2026-04-01",
    ]
    .map { ($0, visit.link(to: .find($0))) }
    return Frame.sheet(visit, head: head, hasData: false).page { html in
      html.add(visit.searchBox(isLarge: true))
      html.part("Examples", id: "examples") { html in
        html.add(Chips(examples))
        html.aside("A code can be followed by @ and a date, because codes are used again: QRL@2026-04-01.")
      }
      html.part("Or look through a list", id: "kinds") { html in
        html.add(BodiesPage.kinds(visit, current: nil))
      }
    }
  }

  private static func page(_ answer: FindAnswer, _ visit: Visit) -> [UInt8] {
    let shown = String(answer.text.prefix(200))
    let head = PageHead(name: "Find “\(shown)”", summary: summary(answer))
    return Frame.sheet(visit, head: head).page { html in
      html(.div, .class("part")) { html in html.add(visit.searchBox(shown, isLarge: true)) }
      meanings(answer, visit, in: &html)
      place(answer, visit, in: &html)
      hits(answer, visit, in: &html)
      if answer.hits.isEmpty, answer.meanings.isEmpty, answer.place == nil {
        nothing(answer, visit, in: &html)
      }
    }
  }

  /// The answer's sentence, short where the page says the meanings itself.
  private static func summary(_ answer: FindAnswer) -> String {
    guard !answer.meanings.isEmpty else { return answer.sentence }
    let bodies =
      answer.count == 0
      ? "" : " \(Sentences.capital(Sentences.count(answer.count, "body answers", "bodies answer"))) to it."
    return answer.isAmbiguous
      ? "\(answer.text) has \(Sentences.number(answer.meanings.count)) meanings: see which is meant.\(bodies)"
      : "\(answer.text) is a term.\(bodies)"
  }

  private static func meanings(_ answer: FindAnswer, _ visit: Visit, in html: inout HTML) {
    guard !answer.meanings.isEmpty else { return }
    html.part("What \(answer.text) means", id: "meanings") { html in
      html.add(
        Results(
          answer.meanings.map { meaning in
            let parts = meaning.meaning.split(separator: ":", maxSplits: 1).map(String.init)
            let kind = meaning.kind.flatMap { BodyKind(rawValue: $0) }
            let rest = parts.count > 1 ? Sentences.capital(parts[1].drop { $0 == " " }.description) : ""
            let when = meaning.periodWritten == "always" ? "" : "Used \(meaning.periodWritten)."
            return Results.Item(
              parts[0], visit.link(to: kind.map { .bodies($0.rawValue) } ?? .glossary),
              summary: [rest, when, meaning.note.isEmpty ? "" : Sentences.capital(meaning.note) + "."]
                .filter { !$0.isEmpty }.joined(separator: " "), badges: [Badge(meaning.mark)])
          }))
      html.way("All terms", visit.link(to: .glossary))
    }
  }

  private static func place(_ answer: FindAnswer, _ visit: Visit, in html: inout HTML) {
    guard let place = answer.place else { return }
    html.part(
      place.piece == "postcode" ? "The postcode \(place.code)" : "The small area \(place.code)", id: "place"
    ) { html in
      html.add(Callout(place.sentence))
      if place.bodies.isEmpty {
        html.way("How to import a directory", visit.link(to: .data))
      } else {
        html.add(Chips(place.bodies.map { ($0.shortName, visit.link(toBody: $0.id)) }))
      }
      if let source = place.source {
        html.way(
          "How this is known", visit.link(to: .source(String(source.split(separator: "#").first ?? ""))))
      }
    }
  }

  private static func hits(_ answer: FindAnswer, _ visit: Visit, in html: inout HTML) {
    guard !answer.hits.isEmpty else { return }
    let codes = answer.hits.filter { $0.matched.isCode && $0.matched.fit == "exact" }
    html.part("Bodies", id: "bodies") { html in
      if Set(codes.map(\.id)).count > 1 {
        html.add(
          Callout(
            "This code has stood for \(Sentences.number(Set(codes.map(\.id)).count)) bodies. Which one depends on the date: see "
              + "when each held it.", .change))
      }
      html.add(
        Results(
          answer.hits.map { hit in
            Results.Item(
              hit.name, visit.link(toBody: hit.id), summary: "\(matched(hit)) \(hit.sentence)",
              badges: hit.state == .notYet ? [.planned] : [])
          }))
      if answer.count > answer.hits.count {
        html.aside(
          "These are the first \(Figures.grouped(answer.hits.count)) of \(Figures.grouped(answer.count)). Add a word to narrow it."
        )
      }
    }
  }

  /// What answered, and when it was the body's own.
  private static func matched(_ hit: FindHit) -> String {
    if !hit.matched.isCode, hit.matched.text == hit.name { return "" }
    return "Answers by “\(hit.matched.text)”: \(hit.matched.written)."
  }

  private static func nothing(_ answer: FindAnswer, _ visit: Visit, in html: inout HTML) {
    html.add(
      Emptiness(
        "Nothing answers to “\(answer.text.prefix(80))”",
        because:
          "The record looks through every name and code any body ever had. Try fewer words, another spelling, or the "
          + "name of a council. Practices, networks and wards are found once their files are imported.",
        instead: NamedLink("What can be imported", visit.address.at(.data))))
    html.part("Or look through a list", id: "kinds") { html in html.add(BodiesPage.kinds(visit, current: nil))
    }
  }
}
