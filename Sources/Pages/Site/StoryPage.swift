internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// How the map became what it is, from 2016 to today.
struct StoryPage {
  let answer: MapHistoryAnswer
  let visit: Visit

  static func reply(_ visit: Visit) -> Reply {
    let answer = MapHistoryAnswer(in: visit.snapshot)
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
              when: milestone.isTurn ? milestone.dateWritten : "By \(milestone.dateWritten)",
              note: milestone.counts.isEmpty
                ? nil : "On this day: " + Sentences.list(milestone.counts.map(\.written)) + ".",
              link: milestone.isTurn
                ? day.map { visit.link(to: .changes($0)) } : day.map { visit.address.at(.home).on($0).link },
              isPlanned: day.map { $0 > visit.today } ?? false)
          }))
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
