internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// Numbers that texts have stated, and what the record makes of each.
enum ClaimsPage {
  static func reply(_ visit: Visit) -> Reply {
    let answer: ClaimsAnswer
    do { answer = try ClaimsAnswer(in: visit.snapshot, blocks: visit.blocks) } catch {
      return Reply(.serverError, body: unreadable(error, visit))
    }
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: "claims")
    case .csv:
      return DataReply.csv(
        header: [
          "claim", "statement", "value", "unit", "text", "line", "words", "as_at", "status", "finding",
          "certainty", "source",
        ],
        rows: answer.claims.map { claim in
          [
            claim.id, claim.statement, claim.value, claim.unit, claim.text,
            claim.line.map(String.init) ?? "", claim.words ?? "", claim.asAt, claim.status.rawValue,
            claim.finding, claim.certainty.rawValue, claim.source,
          ]
        }, name: "claims")
    case .page: return Reply(body: page(visit, answer))
    }
  }

  private static func page(_ visit: Visit, _ answer: ClaimsAnswer) -> [UInt8] {
    let head = PageHead(
      name: "Numbers others have stated",
      summary:
        "Reports and articles state many numbers about care systems. This record keeps them and tests each one. "
        + answer.sentence)
    return Frame.sheet(visit, head: head, crumbs: [("Data", .data)]).page { html in
      if answer.claims.isEmpty {
        html.add(
          Emptiness(
            "No claims are kept.", because: "They arrive with the register that ships with Concordat."))
      }
      for count in answer.counts where count.count > 0 {
        html.part(heading(count), id: count.status.rawValue) { html in
          html(.p, explanation(count.status))
          html.add(table(count, answer, visit))
        }
      }
      writeWords(answer, visit, to: &html)
      writeSources(answer, visit, to: &html)
    }
  }

  /// The lines that the numbers stand in, of the texts that are kept.
  private static func writeWords(_ answer: ClaimsAnswer, _ visit: Visit, to html: inout HTML) {
    let quoted = answer.claims.filter { $0.words != nil }
    guard !quoted.isEmpty else { return }
    html.part("In the words of the texts", id: "words") { html in
      html.add(
        Table(
          id: "claim-words", caption: "The line in which each number stands",
          columns: [.words("What was stated"), .words("Where"), .words("The line")],
          rows: quoted.map { claim in
            .init([
              .init(claim.statement), .init(text(claim, answer), link: visit.address.at(.source(claim.text)).link),
              .init(claim.words ?? ""),
            ])
          }))
    }
  }

  private static func unreadable(_ error: any Error, _ visit: Visit) -> [UInt8] {
    let head = PageHead(name: "The claims cannot be shown", summary: "A text that is kept cannot be read: \(error)")
    return Frame.sheet(visit, head: head, crumbs: [("Data", .data)], hasData: false).page { html in
      html.way("What the record rests on", visit.address.at(.sources).link)
    }
  }

  private static func heading(_ count: ClaimsAnswer.StatusCount) -> String {
    "\(Sentences.capital(count.written)): \(Figures.grouped(count.count))"
  }

  private static func explanation(_ status: Claim.Status) -> String {
    switch status {
    case .reproduced: "Working the number out again from the record gives the same."
    case .superseded: "It was so once. The record shows what is so now, or from when it changed."
    case .notTestable: "The record holds nothing to test it against. It is kept as it was said."
    }
  }

  private static func table(
    _ count: ClaimsAnswer.StatusCount, _ answer: ClaimsAnswer, _ visit: Visit
  ) -> Table {
    Table(
      id: "claims-\(count.status.rawValue)", caption: Sentences.capital(count.written),
      columns: [
        .words("What was stated"), .figures("Number"), .words("For"), .words("What the record finds"),
        .words("Text"),
      ],
      rows: answer.claims.filter { $0.status == count.status }.map { claim in
        .init([
          .init(claim.statement), .init("\(number(claim.value)) \(claim.unit)"),
          .init(Moment(claim.asAt)?.written ?? claim.asAt), .init(claim.finding),
          .init(text(claim, answer), link: visit.address.at(.source(claim.text)).link),
        ])
      },
      downloads: [NamedLink("CSV", visit.address.as(.csv)), NamedLink("JSON", visit.address.as(.json))])
  }

  /// The number with commas, where it is a plain whole number of more than four digits.
  private static func number(_ value: String) -> String {
    value.utf8.count > 4 ? Int(value).map(Figures.grouped) ?? value : value
  }

  /// The text's title as far as its colon, and the line.
  private static func text(_ claim: ClaimEntry, _ answer: ClaimsAnswer) -> String {
    let title = answer.sources.first { $0.id == claim.text }?.title ?? claim.text
    return title.prefix { $0 != ":" } + (claim.line.map { ", line \($0)" } ?? "")
  }

  private static func writeSources(_ answer: ClaimsAnswer, _ visit: Visit, to html: inout HTML) {
    html.part("How this is known", id: "known") { html in
      html.add(
        Table(
          id: "claim-sources", caption: "What the numbers and their tests were taken from",
          columns: [.words("Source"), .words("Published by"), .figures("Times used")],
          rows: answer.sources.map { source in
            .init([
              .init(source.title, link: visit.address.at(.source(source.id)).link), .init(source.publisher),
              .init(Figures.grouped(source.facts)),
            ])
          }))
    }
  }
}
