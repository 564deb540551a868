internal import Answers
internal import Chronicle
internal import Vocabulary

/// The measures that are loaded, what each means and how fresh it is.
enum MeasuresPage {
  static func reply(_ visit: Visit) -> Reply {
    let answer = MeasuresAnswer(in: visit.snapshot)
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: "measures")
    case .csv: return DataReply.csv(header: header, rows: answer.measures.map(row), name: "measures")
    case .page: return Reply(body: page(visit, answer))
    }
  }

  private static let header = [
    "measure", "name", "unit", "additivity", "basis", "grain", "periods", "first", "last", "state", "source",
    "meaning",
  ]

  private static func row(_ measure: MeasureEntry) -> [String] {
    [
      measure.id, measure.name, measure.unit, measure.additivity, MeasureWriting.bases(measure.bases),
      measure.grains.joined(separator: ";"), String(measure.labels.count), measure.labels.first ?? "",
      measure.labels.last ?? "", measure.latest?.state ?? "", measure.latest?.source ?? "", measure.meaning,
    ]
  }

  private static func page(_ visit: Visit, _ answer: MeasuresAnswer) -> [UInt8] {
    let head = PageHead(
      name: "Figures",
      summary: "Official figures, on the map of any day: as they were published, and on the boards of today.")
    return Frame.sheet(visit, head: head).page { html in
      if answer.measures.isEmpty {
        html.part("What would light this page up", id: "empty") { html in
          FileGuide.write(what: answer.sentence, to: &html)
        }
      } else {
        html.part("What is loaded", id: "loaded") { html in
          html(.p, answer.sentence, .class("finding"))
          let main = answer.measures.filter(\.isMain)
          if !main.isEmpty { html.add(table(("Main figures", main), visit)) }
          for family in families(answer.measures) {
            html.known("\(family.name): \(Figures.counted(family.measures.count, "measure", "measures"))") {
              html in
              html(.div, .class("small-table")) { html in html.add(table(family, visit)) }
            }
          }
        }
      }
      html.part("How bodies are judged by figures", id: "judged") { html in
        html.way("Frameworks of oversight, their metrics and results", visit.link(to: .oversight))
        html.way("Priorities of bodies, and which reviews are due", visit.link(to: .priorities))
      }
      html.part("How a figure is tied to a body", id: "bases") { html in
        html(
          .p,
          "Figures count different things, so they move between bodies in different ways. They are never mixed."
        )
        html.add(Bases.facts)
      }
      if !answer.measures.isEmpty {
        html.part("What more could be loaded", id: "more") { html in
          html.known("Official files that are read, and what each gives") { html in
            html(.div, .class("small-table")) { html in html.add(FileGuide.table) }
            html.sample(FileGuide.command, label: "The command that adds a file")
          }
        }
      }
    }
  }

  /// The measures by what they count: those whose identifiers begin alike stand together.
  private static func families(_ measures: [MeasureEntry]) -> [(name: String, measures: [MeasureEntry])] {
    var order: [String] = []
    var members: [String: [MeasureEntry]] = [:]
    for measure in measures {
      let stem = String(measure.id.prefix { $0 != "." })
      if members[stem] == nil { order.append(stem) }
      members[stem, default: []].append(measure)
    }
    return order.map { (family($0), members[$0] ?? []) }
  }

  private static func family(_ stem: String) -> String {
    switch stem {
    case "ae": "Accident and emergency (A&E)"
    case "population": "People"
    case "waiting-list": "Waiting for hospital treatment"
    case "cancer": "Cancer waiting times"
    case "deprivation": "Deprivation"
    case "pathways": "Treatment started"
    case "oversight": "Results of oversight"
    default: Sentences.capital(stem.replacing("-", with: " "))
    }
  }

  private static func table(_ family: (name: String, measures: [MeasureEntry]), _ visit: Visit) -> Table {
    Table(
      id: "family-\(ID<Void>(slug: family.name).text)", caption: family.name,
      columns: [
        .words("Measure"), .words("What it means"), .words("Basis"), .words("Periods held"), .words("Latest"),
      ],
      rows: family.measures.map { measure in
        .init([
          .init(measure.name, link: visit.address.at(.measure(measure.id, Place.MeasureView())).link),
          .init("\(measure.meaning) Counted in \(measure.isRatio ? "percent" : measure.unit)."),
          .init(MeasureWriting.bases(measure.bases)), .init(MeasureWriting.periods(measure.labels)),
          .init(
            measure.latest.map { MeasureWriting.age(of: $0, on: visit.today) } ?? "",
            badges: measure.latest.map { MeasureWriting.badges(state: $0.state) } ?? []),
        ])
      })
  }
}

/// What ties a figure to a body, explained once and shown on several pages.
enum Bases {
  static var facts: Facts {
    Facts(
      Basis.allCases.map { Facts.Fact(Sentences.capital($0.rawValue), MeasureWriting.explanation($0)) },
      isWide: true)
  }
}
