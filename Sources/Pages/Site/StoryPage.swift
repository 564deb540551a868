internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// How the map became what it is, from 2016 to today.
struct StoryPage {
  let answer: MapHistoryAnswer
  let visit: Visit

  static func reply(_ visit: Visit) -> Reply {
    let answer = visit.snapshot.story
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: "story")
    case .csv:
      return DataReply.csv(
        header: ["date", "exact", "kind", "sure", "possible", "sentence"],
        rows: answer.milestones.flatMap { milestone in
          milestone.counts.map {
            [
              milestone.date, String(milestone.isTurn), $0.kind.rawValue, String($0.sure),
              String($0.possible),
              milestone.sentence,
            ]
          }
        }, name: "story")
    case .page: return Reply(body: StoryPage(answer: answer, visit: visit).page())
    }
  }

  private func page() -> [UInt8] {
    let head = PageHead(
      name: "From partnerships to boards: the map since 2016",
      summary:
        "England’s health systems began as partnerships with no standing in law in 2016, became boards by law on 1 July "
        + "2022, and were merged on 1 April 2026.")
    return Frame.sheet(visit, head: head, crumbs: [("Changes", .changes(nil))]).page { html in
      html(.div, .class("columns")) { html in
        html(.div, .class("column")) { html in
          milestones(in: &html)
          moved(in: &html)
          counts(in: &html)
        }
        html(.aside, .class("column")) { html in
          maps(in: &html)
          unknowns(in: &html)
          claims(in: &html)
        }
      }
      html.part("How this is known", id: "known") { html in
        html.add(SourceTable.table(answer.sources, id: "sources", visit))
      }
    }
  }

  private func milestones(in html: inout HTML) {
    html.part("What happened, in order", id: "milestones") { html in
      html.add(
        Trail(
          answer.milestones.map { milestone in
            let day = Day(milestone.date)
            return Trail.Step(
              milestone.sentence,
              when: milestone.isTurn ? milestone.dateWritten : nil,
              note: StoryPage.there(milestone),
              link: milestone.isTurn
                ? day.map { visit.link(to: .changes($0)) } : day.map { visit.address.at(.home).on($0).link },
              isPlanned: day.map { $0 > visit.today } ?? false)
          }))
    }
  }

  /// `On this day: 36 partnerships, and perhaps six more.`
  private static func there(_ milestone: Milestone) -> String? {
    let parts = milestone.counts.map { count -> String in
      let many = Sentences.count(count.sure, count.kind.singular, count.kind.plural)
      let possible = Sentences.number(count.possible)
      if count.sure == 0 {
        return "perhaps \(Sentences.count(count.possible, count.kind.singular, count.kind.plural))"
      }
      return count.possible == 0 ? many : "\(many) (perhaps \(possible) more)"
    }
    return parts.isEmpty ? nil : "On this day: " + parts.joined(separator: ", ") + "."
  }

  /// The last change of the boards, drawn.
  private func moved(in html: inout HTML) {
    guard let last = answer.milestones.last(where: \.isTurn), let day = Day(last.date) else { return }
    let board = BodyKind.integratedCareBoard.rawValue
    let flows = Flows(
      visit.snapshot.changes(on: day).flows.filter { $0.from.kind == board && $0.to.kind == board })
    guard
      let drawing = flows.drawing(
        id: "moved-flow", title: "Who moved on \(day.written)", sentence: nil, visit)
    else { return }
    html.part("Who moved on \(day.written)", id: "moved") { html in
      html.add(drawing)
      if let note = flows.basisNote {
        html.aside(note.replacing(" Other counts are in the table below.", with: ""))
      }
      html.way("All that changed on that day, on every count", visit.link(to: .changes(day)))
    }
  }

  private func counts(in html: inout HTML) {
    let kinds = MapHistoryAnswer.kinds
    html.part("How many there were", id: "counts") { html in
      html.add(
        Table(
          id: "counts-table", caption: "Bodies on each day",
          note: "Surely there; in brackets, more that may have been",
          columns: [.words("Day")]
            + kinds.map { .figures(Sentences.capital(Kinds.word($0).many) + suffix($0)) },
          rows: answer.milestones.map { milestone in
            .init(
              [
                .init(
                  milestone.dateWritten, link: Day(milestone.date).map { visit.address.at(.home).on($0).link }
                )
              ]
                + kinds.map { kind in
                  guard let count = milestone.counts.first(where: { $0.kind == kind }) else { return "0" }
                  let more = count.possible > 0 ? " (\(Figures.grouped(count.possible)))" : ""
                  return .init(Figures.grouped(count.sure) + more)
                })
          }, downloads: visit.downloads))
    }
  }

  private func suffix(_ kind: BodyKind) -> String { kind == .accountableCareSystem ? " of 2017" : "" }

  private func maps(in html: inout HTML) {
    html.part("The map, step by step", id: "maps") { html in
      html(.ul, .class("plain")) { html in
        for (words, text) in [
          ("Partnerships, May 2021", "2021-05-01"), ("42 boards, 1 July 2022", "2022-07-01"),
          ("The last day of the 42, 31 March 2026", "2026-03-31"), ("36 boards, 1 April 2026", "2026-04-01"),
        ] {
          guard let day = Day(text) else { continue }
          html(.li) { html in html(.a, words, .href(visit.address.at(.home).on(day))) }
        }
      }
    }
  }

  private func unknowns(in html: inout HTML) {
    guard !answer.unknowns.isEmpty else { return }
    html.part("What is not known", id: "unknown") { html in
      html(.ul) { html in for words in answer.unknowns { html(.li, words) } }
    }
  }

  private func claims(in html: inout HTML) {
    guard !answer.claims.isEmpty else { return }
    html.part("What others have said", id: "claims") { html in
      html.paragraph(
        "Texts have stated \(Sentences.count(answer.claims.count, "number", "numbers")) of these bodies. The record checks each."
      )
      html.way("See what it makes of them", visit.link(to: .claims))
    }
  }
}
