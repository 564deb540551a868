import Pages
import Vocabulary

/// Every instrument on one page, for looking at and for comparing with the page of last time.
func gallery() throws -> [UInt8] {
  let tiles = try Samples.tileMap()
  let change = try Samples.change()
  let nation = try Samples.nation()
  let groups = try Samples.groups()
  let deprivation = try Samples.deprivation()
  let areas = try Samples.boundaryMap()
  return sheet.page { html in
    html(.div, .class("columns")) { html in
      html(.div, .class("column")) { html in
        html.part("Where its people went", id: "went") { html in
          html.add(Samples.split)
          html.known { html in
            html(.p, "Counted by practice: 66 practices, each with one board before and one after.")
            html(.p) { html in
              html.text("Source: official practice map, August 2026. ")
              html.add(Badge.official)
            }
          }
        }
        html.part("Over time", id: "time") { html in html.add(Samples.life) }
        html.part("The same waits on another map", id: "waits-part") { html in
          html.add(
            Callout(
              "About 71,601 of Frimley’s waits were shared out by registered people. Every other figure is exact."
            ))
          html.add(Samples.waits)
        }
        html.part("What it was made from", id: "made") { html in html.add(Samples.merger) }
      }
      html(.aside, .class("column")) { html in
        html.part("Forty-two systems, seven regions", id: "map") { html in html.add(tiles) }
        html.part("Who decides on elective care", id: "decides") { html in
          html.add(
            Trail([
              .init(
                "Board of NHS Frimley", note: "holds the function; NHS Act 2006 s.3",
                link: Fixtures.board("Frimley")),
              .init("Joint committee with two boards", note: "up to £5m; delegation in force from all three"),
              .init("Surrey Heath place committee", note: "up to £250,000; advisory above", isPlanned: true),
            ]))
        }
        html.part("In figures", id: "figures") { html in
          html.add(
            Facts([
              .init("Registered people", "827,912", badges: [.official]),
              .init("Neighbourhoods in the most deprived fifth", "2.3%"),
              .init("Rules met, finding, unknown", "64 / 3 / 11"),
              .init("Small number", "", badges: [.suppressed]),
            ]))
          html(.p) { html in
            html.text("Seen within four hours ")
            html.add(Samples.spark)
            html.text(" 75.8%")
          }
        }
      }
    }
    html.part("What moved on 1 April 2026", id: "moved") { html in html.add(change) }
    html.part("The map on the ground", id: "ground") { html in html.add(areas) }
    html.part("Need, board by board", id: "need") { html in html.add(deprivation) }
    html.part("Every board", id: "every") { html in html.add(nation) }
    html.part("Too many to draw", id: "many") { html in
      html(.p, "Above \(FlowDrawing.limit) bodies on a side there is a table and no drawing. Its first rows:")
      html.add(Table(id: "many-table", caption: groups.title, columns: groups.columns, rows: groups.someRows))
    }
    charts(in: &html)
    html.part("Honest marks", id: "marks") { html in html.marksExplained() }
    furniture(in: &html)
  }
}

extension FlowDrawing {
  var columns: [Table.Column] { [.words("From"), .words("To"), .figures("People")] }
  var someRows: [Table.Row] {
    [
      .init(["Barnsley CCG", "South Yorkshire", "248,071"]),
      .init(
        ["Tameside and Glossop CCG", "Greater Manchester", .init("227,117", badges: [.apportioned])],
        isChosen: true),
      .init(["Tameside and Glossop CCG", "Derby and Derbyshire", .init("33,515", badges: [.apportioned])]),
    ]
  }
}

private let sheet = Sheet(
  site: "Concordat", home: Link(path: []), style: Link(path: ["style.css"]),
  menu: [
    .init("Find", Link(path: ["find"])), .init("Systems", Link(path: ["systems"]), isCurrent: true),
    .init("Who decides", Link(path: ["decides"])), .init("How is it going", Link(path: ["measures"])),
    .init("Money", Link(path: ["money"])), .init("Plans", Link(path: ["plans"])),
    .init("Meetings", Link(path: ["meetings"])), .init("Changes", Link(path: ["changes"])),
    .init("Data", Link(path: ["data"])),
  ],
  dateBar: DateBar(
    trueOn: Samples.lastDay, knownOn: nil,
    next: .init(Samples.changeDay, Link(path: ["on", "2026-04-01", "boards", "frimley"])),
    permanent: Link(path: ["at", "1042", "on", "2026-03-31", "boards", "frimley"]),
    downloads: [
      NamedLink("CSV", Link(path: ["boards", "frimley.csv"])),
      NamedLink("JSON", Link(path: ["boards", "frimley.json"])),
    ],
    action: Link(path: ["on"]), kept: [("page", "/boards/frimley")]),
  crumbs: [
    .init("England", Link(path: [])), .init("South East", Link(path: ["regions", "south-east"])),
    .init("NHS Frimley", Link(path: ["boards", "frimley"]), isCurrent: true),
  ],
  head: PageHead(
    kind: "Integrated care board", name: "NHS Frimley Integrated Care Board",
    summary: "A statutory NHS body, 1 July 2022 to 31 March 2026. Its people now belong to three boards."),
  colophon: Colophon([
    .init("This page", ["True on 31 March 2026, known as of today.", "Kept by the Concordat maintainers."]),
    .init(
      "Sources", ["Contains public sector information licensed under the Open Government Licence v3.0."],
      links: [NamedLink("All sources", Link(path: ["sources"]))]),
    .init(
      "Something wrong?", ["Tell us and we will answer in public."],
      links: [NamedLink("Say what", Link(path: ["feedback"]))]),
  ]))

private func charts(in html: inout HTML) {
  html.part("A process over time", id: "control-part") { html in html.add(ChartSamples.control) }
  html.part("Ten years of it", id: "months-part") { html in html.add(ChartSamples.months(120)) }
  html.part("Where it stands, and which way it moves", id: "grid-part") { html in html.add(ChartSamples.grid) }
  html.part("What chance would explain", id: "funnel-part") { html in html.add(ChartSamples.funnel) }
  html.part("Among its like", id: "league-part") { html in html.add(ChartSamples.league) }
  html.part("By deprivation", id: "slope-part") { html in html.add(ChartSamples.slope) }
  html.part("By age", id: "pyramid-part") { html in html.add(ChartSamples.pyramid) }
  html.part("Every measure", id: "summary-part") { html in html.add(ChartSamples.summary) }
}

func furniture(in html: inout HTML) {
  html.part("Finding a body", id: "finding") { html in
    html.add(
      SearchBox(
        action: Link(path: ["find"]), label: "A body, place, code or postcode", words: "frimley",
        isLarge: true))
    html.add(
      Results([
        .init(
          "NHS Frimley Integrated Care Board", Fixtures.board("Frimley"),
          summary: "Board, QNQ, 1 July 2022 to 31 March 2026"),
        .init(
          "Thames Valley", Fixtures.board("Thames Valley"), summary: "Board, S0E4D, from 1 April 2026",
          badges: [.planned]),
      ]))
    html.add(
      Pagination(current: 4, links: (1...9).map { Link(path: ["find"], query: [("page", String($0))]) }))
    html.add(
      Emptiness(
        "No body of that name", because: "Nothing in the record has ever been called “Fimley”.",
        instead: NamedLink("Search for Frimley", Link(path: ["find"], query: [("q", "frimley")]))))
  }
  html.part("A form", id: "form") { html in
    let fields = [
      Field(name: "area-name", label: "What shall the area be called?", value: "North bank"),
      Field(
        name: "codes", label: "Which small areas?", kind: .paragraph, value: "E01012367\nE0101236X",
        hint: "One code on each line",
        error: "E0101236X is not a small area. Codes have nine characters, such as E01012367."),
      Field(
        name: "basis", label: "Count whom?",
        kind: .choice([
          ("resident", "People who live there"), ("registered", "People registered with its practices"),
        ]),
        value: "resident", hint: "The two can differ by a fifth"),
      Field(
        name: "kinds", label: "Show also", kind: .ticks([("places", "Places"), ("networks", "Networks")]),
        value: "places"),
    ]
    html.add(ErrorSummary(fields))
    html(.form, .action(Link(path: ["area"])), .word("method", "post")) { html in
      for field in fields { html.add(field) }
      html(.button, "Make the area", .type("submit"))
    }
  }
  html.part("Words", id: "words") { html in
    html.add(Callout("One of the rules is not met.", .alarm))
    html.add(Callout("This board ends on 31 March 2026.", .change))
    html.add(
      Chips([
        ("Bracknell Forest", Fixtures.board("a")),
        ("Royal Borough of Windsor and Maidenhead", Fixtures.board("b")),
        ("Slough", Fixtures.board("c")), ("Part of Hampshire", nil),
      ]))
    html.add(
      Facts(
        [
          .init("Legal form", "Integrated care board, a body corporate", badges: [.official]),
          .init(
            "Made by", "National Health Service Act 2006, section 14Z25",
            link: Link(https: "https://www.legislation.gov.uk/ukpga/2006/41")),
        ], isWide: true))
    html.sample(
      "concordat bodies record --kind icb --on 2022-07-01 --json\nconcordat history record QNQ@2026-03-31",
      label: "Commands")
    html(.p) { html in
      html.text("Read ")
      if let link = Link(
        https:
          "https://www.england.nhs.uk/publication/integrated-care-system-boundary-changes-and-mergers-procedure/"
      ) {
        html(.a, "the procedure for changes", .href(link))
      }
      html.text(" before you begin.")
    }
  }
  html.part("A table", id: "table") { html in
    html.add(
      Table(
        id: "list-size", caption: "Registered people by board",
        note: "Practices’ lists, August 2026; people, not need",
        columns: [
          .words("Board"), .words("Region"), .figures("As it was"), .figures("On this map"),
          .figures("Change"),
        ],
        rows: [
          .init(["Thames Valley", "South East", "2,027,153", .init("2,513,965", badges: [.exact]), "+24.0%"]),
          .init(
            [
              "Surrey and Sussex", "South East", "3,023,969", .init("3,175,477", badges: [.apportioned]),
              "+5.0%",
            ], isChosen: true),
          .init([
            "Hampshire and Isle of Wight", "South East", "1,986,237",
            .init("2,175,829", badges: [.exact, .provisional]), "+9.5%",
          ]),
          .init(["Frimley", "South East", "827,912", .init("", badges: [.refused]), ""]),
        ],
        foot: [.init(["All", "", "7,865,271", "7,865,271", ""])],
        downloads: [NamedLink("CSV", Link(path: ["t.csv"])), NamedLink("JSON", Link(path: ["t.json"]))]))
  }
}
