internal import Answers
internal import Chronicle
internal import Vocabulary

/// What this is, and how its figures and marks are to be read.
enum AboutPage {
  static func reply(_ visit: Visit) -> Reply {
    switch visit.address.format {
    case .json:
      return DataReply.json(
        Badge.allCases.map { ["mark": $0.rawValue, "word": $0.word, "meaning": $0.meaning] }, name: "marks")
    case .csv:
      return DataReply.csv(
        header: ["mark", "word", "meaning"], rows: Badge.allCases.map { [$0.rawValue, $0.word, $0.meaning] },
        name: "marks")
    case .page: return Reply(body: page(visit))
    }
  }

  private static func page(_ visit: Visit) -> [UInt8] {
    let head = PageHead(
      name: "About this record",
      summary:
        "Concordat is an open, dated record of England’s integrated care systems: who is responsible for what, for "
        + "which people, on any day.")
    return Frame.sheet(visit, head: head).page { html in
      html.part("What it is", id: "what") { html in
        html(
          .p,
          "An integrated care system (ICS) is a partnership that plans and pays for health and care in one part of England. "
            + "At its heart is an integrated care board (ICB), a public body of the National Health Service (NHS). Councils, "
            + "hospitals, general practices and charities work with it.")
        html(
          .p,
          "These bodies change. There were 42 boards in July 2022 and 36 in April 2026. Each change breaks the figures: last "
            + "year’s are for bodies that no longer exist. This record knows every body on every day, so any figure can be "
            + "shown on any map.")
      }
      html.part("What it is not", id: "not") { html in
        html(.ul) { html in
          html(.li, "It is not run by the NHS, and it is not an official publication.")
          html(.li, "It does not find you a doctor or give advice about health.")
          html(.li, "It holds nothing about any patient. A file that looks as if it does is refused.")
        }
      }
      html.part("How to read the marks", id: "marks") { html in
        html(
          .p, "A mark beside a figure or a fact says how far you may trust it. Each is a shape and a word.")
        html.marksExplained()
      }
      writeMovement(visit, to: &html)
      html.part("What a figure counts: its basis", id: "bases") { html in
        html(
          .p,
          "“People in a board” can mean different things. Each figure says which, and they are never mixed.")
        html.add(Bases.facts)
      }
      writeClocks(visit, to: &html)
      writeHouse(visit, to: &html)
    }
  }

  // MARK: Exact, about, refused

  private static func writeMovement(_ visit: Visit, to html: inout HTML) {
    html.part("How a figure moves to a new map", id: "moving") { html in
      html(.p) { html in
        html.text("Take ")
        html(
          .a, "NHS Frimley", .href(Address(.body("icb.frimley"), on: Day(year: 2026, month: 3, day: 31)).link)
        )
        html.text(
          ", a board that ended on 31 March 2026. Its people went to three boards: Thames Valley, Hampshire and Isle of "
            + "Wight, and Surrey and Sussex.")
      }
      html.add(
        Facts(
          [
            .init(
              "Exact",
              "People registered with a doctor are counted by practice. Each practice went to one board, so adding practices "
                + "up is exact: about 59 in 100 people to Thames Valley, 23 to Hampshire and Isle of Wight, 18 to Surrey and "
                + "Sussex.", badges: [.exact]),
            .init(
              "Shared out",
              "People waiting for treatment are counted for Frimley as a whole. The three parts are not known, so the figure "
                + "is shared out by registered people and marked “about”. The part that is exact stays apart.",
              badges: [.apportioned]),
            .init(
              "Refused",
              "Visits to accident and emergency are counted at the hospital. They go with the hospital’s trust, whole, to "
                + "one board. Sharing them out by where people live would mislead, so it is not done.",
              badges: [.refused]),
          ], isWide: true))
      html(
        .p,
        "Shares and rates are never added or averaged: the two counts they are made of are moved, then divided again. What "
          + "belongs to no board keeps a row of its own, so totals are the same before and after.")
      html(.p) { html in
        html(.a, "See the figures", .href(visit.address.at(.measures)))
        html.text(", each with its working.")
      }
    }
  }

  // MARK: Time

  private static func writeClocks(_ visit: Visit, to html: inout HTML) {
    html.part("Two kinds of date", id: "dates") { html in
      html(.p, "Every page has two dates. You can change both at the top.")
      html.add(
        Facts(
          [
            .init(
              "True on", "The day the page is about. Choose 31 March 2026 and you see the boards of that day."
            ),
            .init(
              "Known as of",
              "What had been learnt by then. Choose an earlier day and you see the page as it would have looked, without "
                + "anything learnt later."),
          ], isWide: true))
      html(.p, "What was known is itself told by two clocks.")
      html.add(
        Facts(
          [
            .init(
              "Recorded by", "When this record took a fact in. Nobody can change it later: it can be proved."),
            .init(
              "Published by", "When the source says it was published. That is the source’s word, not a proof."
            ),
          ], isWide: true))
      html(.p) { html in
        html.text(
          "Where a date is only partly known, such as “June 2017”, it is kept so and never made up. See ")
        html(.a, "what was recorded and when", .href(visit.address.at(.journal)))
        html.text(".")
      }
    }
  }

  // MARK: The house rules

  private static func writeHouse(_ visit: Visit, to html: inout HTML) {
    html.part("Accessibility", id: "accessibility") { html in
      html(
        .p,
        "This site aims to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA. It works without a mouse, "
          + "without scripts, with a screen reader, at 400% zoom, on paper and in the dark. Every drawing is also a sentence "
          + "and a table. Nothing is said by colour alone.")
      html(
        .p,
        "Known limits: wide tables scroll sideways on a phone, and some names and notes come from official files as they "
          + "were written there.")
    }
    html.part("Privacy", id: "privacy") { html in
      html(
        .p,
        "The site sets no cookies, runs no scripts and loads nothing from anywhere else. It holds no patient data and does "
          + "not know who you are. An area you make is kept only in its own address.")
    }
    html.part("Who keeps it, and how to answer back", id: "owner") { html in
      html(
        .p,
        "This copy is kept by whoever runs it. If something is wrong or hard to follow, send them the page’s permanent link "
          + "and say what you expected: it shows them exactly what you saw. A correction never erases: the old version stays, "
          + "with the reason for the change.")
      html.add(
        Chips([
          ("Sources", visit.address.at(.sources).link),
          ("What the words mean", visit.address.at(.glossary).link),
          ("Numbers others stated", visit.address.at(.claims).link),
          ("Take it all away", visit.address.at(.data).link),
        ]))
    }
  }
}
