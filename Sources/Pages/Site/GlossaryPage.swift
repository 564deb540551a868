internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// What the words mean; those with several meanings first.
enum GlossaryPage {
  static func reply(_ visit: Visit) -> Reply {
    let answer = TermsAnswer(in: visit.snapshot)
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: "glossary")
    case .csv:
      return DataReply.csv(
        header: ["term", "meaning", "note", "kind", "from", "until", "source"],
        rows: answer.terms.flatMap(\.meanings).map { entry in
          [
            entry.term, entry.meaning, entry.note, entry.kind ?? "", entry.from.text ?? "",
            entry.until.text ?? "",
            entry.source,
          ]
        }, name: "glossary")
    case .page: return Reply(body: page(visit, answer))
    }
  }

  private static func page(_ visit: Visit, _ answer: TermsAnswer) -> [UInt8] {
    let head = PageHead(
      name: "What the words mean",
      summary:
        "Short words of the health service in England, in plain English, with the dates they were in use.")
    let several = answer.terms.filter(\.isAmbiguous)
    return Frame.sheet(visit, head: head, crumbs: [("About", .about)]).page { html in
      if !several.isEmpty {
        html.part("Words with more than one meaning", id: "several") { html in
          html(.p, sentence(several), .class("finding"))
          for group in several { write(group, visit, to: &html) }
        }
      }
      html.part("All words", id: "all") { html in
        html.add(
          Table(
            id: "terms", caption: "\(Figures.counted(answer.terms.count, "word", "words"))",
            columns: [.words("Word"), .words("What it means"), .words("In use")],
            rows: answer.terms.flatMap { group in
              group.meanings.map { entry in
                .init([
                  .init(entry.term, link: bodies(entry, visit)), .init(entry.meaning), .init(use(entry)),
                ])
              }
            },
            downloads: [NamedLink("CSV", visit.address.as(.csv)), NamedLink("JSON", visit.address.as(.json))])
        )
      }
    }
  }

  private static func sentence(_ groups: [TermGroup]) -> String {
    let parts = groups.map { "\($0.term) has \(Sentences.number($0.meanings.count))" }
    return "Take care with these: \(Sentences.list(parts)). Where this site uses one, it says which is meant."
  }

  private static func write(_ group: TermGroup, _ visit: Visit, to html: inout HTML) {
    html(.h3, group.term, .id("term-\(ID<Void>(slug: group.term).text)"))
    html(.ol) { html in
      for entry in group.meanings {
        html(.li) { html in
          html.text(entry.meaning)
          let note = [use(entry), entry.note].filter { !$0.isEmpty }.joined(separator: "; ")
          if !note.isEmpty { html(.span, " \(Sentences.capital(note)).", .class("note")) }
          if let link = bodies(entry, visit) {
            html.text(" ")
            html(.a, "See them", .href(link), .label("See bodies of this kind: \(entry.meaning)"))
          }
        }
      }
    }
  }

  private static func bodies(_ entry: TermEntry, _ visit: Visit) -> Link? {
    guard let kind = entry.kind.flatMap(BodyKind.init(rawValue:)),
      !visit.snapshot.register.everyBody(kind).isEmpty
    else {
      return nil
    }
    return visit.address.at(.bodies(kind.rawValue)).link
  }

  private static func use(_ entry: TermEntry) -> String {
    let period = entry.period
    if period == .always { return "" }
    return entry.periodWritten
  }
}
