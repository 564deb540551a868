internal import Answers
internal import Chronicle
internal import Measures
internal import Register
internal import Vocabulary

extension BodyPage {
  /// What the body is, where it sits and what it is called, in a list.
  func brief(in html: inout HTML) {
    html.part("In brief", id: "brief") { html in
      html.add(Facts(facts, isWide: true))
      html(.p, answer.lawSentence)
    }
  }

  private var facts: [Facts.Fact] {
    var facts = [Facts.Fact("Life", Wording.life(answer.body))]
    if let law = answer.law {
      facts.append(.init("In law", law.form.written))
      facts.append(.init("Can own a decision", law.canOwnDecision ? "Yes" : "No"))
    } else {
      facts.append(.init("In law", "Not recorded"))
    }
    for scheme in Schemes.of(answer.body.codes) {
      facts.append(
        .init(
          Wording.scheme(scheme),
          answer.body.codes.filter { $0.scheme == scheme }.map(\.code).joined(separator: ", ")))
    }
    if let region = answer.body.region {
      facts.append(.init("Region", region.name, link: visit.link(toBody: region.id)))
    }
    for tie in answer.upward where tie.kind != BodyKind.nhsRegion.rawValue && tie.bodyKind != .cluster {
      facts.append(
        .init(
          Sentences.capital(tie.typeWritten), tie.name, link: visit.link(toBody: tie.id),
          badges: doubt(tie.sure, tie.mark)))
    }
    for cluster in answer.clusters {
      let others = Sentences.list(cluster.others.map(\.shortName))
      facts.append(
        .init(
          "Shares leaders with", others.isEmpty ? cluster.tie.name : others,
          link: visit.link(toBody: cluster.tie.id),
          badges: doubt(cluster.tie.sure, cluster.tie.mark)))
    }
    let others = answer.names.filter { $0.usage == .alias || $0.usage == .former }.map(\.name)
    if !others.isEmpty { facts.append(.init("Also called", others.joined(separator: "; "))) }
    return facts
  }

  private func doubt(_ sure: Bool, _ mark: CertaintyMark) -> [Badge] {
    mark == .official || mark == .derived ? [] : [Badge(mark)]
  }

  /// People and deprivation: those that are loaded, and those that were counted when the map changed.
  func figures(in html: inout HTML) {
    let day = Day(answer.shownOn) ?? visit.snapshot.trueOn
    let loaded = BodyFigure.of(answer.body.id, kind: kind, on: day, visit)
    let labels = Set(loaded.map { "\($0.label), \($0.table.period)" })
    let counted = CountedPeople.of(answer).filter { !labels.contains($0.label) }
    guard !loaded.isEmpty || !counted.isEmpty || kind == .integratedCareBoard else { return }
    html.part("Its people", id: "people") { html in
      html.add(
        Facts(
          loaded.map { figure in
            Facts.Fact(
              "\(figure.label), \(figure.table.period)", figure.written,
              link: visit.link(to: .measure(figure.measure, Place.MeasureView(kind: kind.rawValue))),
              badges: figure.badges)
          }
            + counted.map { Facts.Fact($0.label, Wording.people($0.count), badges: [Badge($0.certainty)]) }))
      for figure in loaded where !figure.row.note.isEmpty {
        html.aside("\(figure.label): \(figure.row.note).")
      }
      if !counted.isEmpty {
        html.aside(
          "Worked out for the day the map changed, from the counts of those it came from or went to.")
      }
      if loaded.isEmpty {
        html.aside(
          "No figures of people or deprivation are loaded. Import the population of small areas and the indices of deprivation to see them."
        )
        html.way("How to add figures", visit.link(to: .data))
      } else {
        html.way("How it is doing", visit.link(to: .performance(answer.body.id, month: nil)))
        html.way("All figures", visit.link(to: .measures))
      }
    }
  }

  /// Where it lies among the systems of the day.
  func place(in html: inout HTML) {
    guard [.integratedCareBoard, .integratedCareSystem, .integratedCarePartnership].contains(kind) else {
      return
    }
    let day = Day(answer.shownOn) ?? visit.snapshot.trueOn
    let there = Visit(
      address: day == visit.snapshot.trueOn ? visit.address : visit.address.on(day),
      snapshot: visit.snapshot.on(day),
      blocks: visit.blocks, rows: visit.rows, today: visit.today)
    let map = SystemsMap(there.snapshot.map, there)
    guard !map.isEmpty else { return }
    html.part("Among the systems", id: "among") { html in
      html.add(map.tiles(id: "tiles", sentence: map.sentence, chosen: board))
    }
  }

  private var board: String {
    if kind == .integratedCareBoard { return answer.body.id }
    return answer.sectors.flatMap(\.members).first { $0.bodyKind == .integratedCareBoard }?.id ?? ""
  }

  /// The ways on from here.
  func onwards(in html: inout HTML) {
    html.part("From here", id: "onwards") { html in
      html(.ul, .class("plain")) { html in
        func way(_ words: String, _ place: Place) {
          html(.li) { html in html(.a, words, .href(visit.link(to: place))) }
        }
        way("Its whole history", .history(answer.body.id))
        if kind == .integratedCareBoard || kind == .nhsTrust {
          way("How it is judged", .bodyOversight(answer.body.id))
          way("What it attends to", .bodyPriorities(answer.body.id))
        }
        if kind == .integratedCareBoard || kind == .integratedCarePartnership {
          way("Who runs it", .governance(answer.body.id))
          way("What it decides on, and who exercises it", .functions(answer.body.id, level: "", since: nil))
          way("What it has decided", .decisions(answer.body.id))
          way("How it stands against the rules", .check(answer.body.id, proposed: false))
        }
        for (words, place) in OpenWays.all(answer.body.id, kind) { way(words, place) }
        if NeedPage.kinds.contains(kind) { way("What its people need", .need(answer.body.id, measure: nil)) }
        if kind == .integratedCareBoard { way("Compare it with others", .compare([answer.body.id])) }
        for day in [answer.previousChange, answer.nextChange].compactMap({ $0.flatMap { Day($0) } }) {
          way("What changed on \(day.written)", .changes(day))
        }
        way("All \(kind.plural)", .bodies(kind.rawValue))
      }
    }
  }

  /// How all of this is known.
  func sources(in html: inout HTML) {
    html.part("How this is known", id: "known") { html in
      html.add(SourceTable.table(answer.sources, id: "sources", visit))
    }
  }
}

/// The schemes of codes in the order readers look for them.
enum Schemes {
  static func of(_ codes: [CodeEntry]) -> [String] {
    let all = Set(codes.map(\.scheme))
    return ["ods", "ons"].filter(all.contains) + all.subtracting(["ods", "ons"]).sorted()
  }
}

/// The sources of an answer as a table, with how sure what was taken from each is.
enum SourceTable {
  static func table(_ sources: [SourceNote], id: String, _ visit: Visit) -> Table {
    Table(
      id: id, caption: "What this page was taken from",
      columns: [
        .words("Source"), .words("Publisher"), .words("Published"), .words("How sure"), .figures("Facts"),
      ],
      rows: sources.map { source in
        .init([
          .init(source.title, link: visit.link(to: .source(source.id))), .init(source.publisher),
          .init(source.published.moment == .unknown ? "" : source.published.written),
          .init("", badges: source.certainties.map { Badge($0) }), .init(Figures.grouped(source.facts)),
        ])
      })
  }
}

/// The people a body had on the day it began or ended, from what its predecessors brought or its successors took.
struct CountedPeople {
  let label: String
  let count: Double
  let certainty: Certainty

  static func of(_ answer: BodyAnswer) -> [CountedPeople] {
    let end = answer.successors.filter { !$0.planned && !$0.predecessorGoesOn }.flatMap(\.shares).filter(
      \.countsPeople)
    if !end.isEmpty {
      return units(end).compactMap { unit in
        end.first { $0.unit == unit }.map {
          CountedPeople(label: Wording.unit(unit), count: $0.whole, certainty: $0.certainty)
        }
      }
    }
    let groups = FlowGroup.groups(answer.predecessors.filter { !$0.planned && !$0.successorExisted })
    guard let first = groups.first else { return [] }
    let entries = first.entries
    return units(entries.flatMap(\.shares).filter(\.countsPeople)).compactMap { unit in
      let shares = entries.compactMap { $0.shares.first { $0.unit == unit } }
      guard shares.count == entries.count, let share = shares.first else { return nil }
      return CountedPeople(
        label: Wording.unit(unit), count: shares.reduce(0) { $0 + $1.part }, certainty: share.certainty)
    }
  }

  private static func units(_ shares: [ShareEntry]) -> [String] {
    var units: [String] = []
    for share in shares where !units.contains(share.unit) { units.append(share.unit) }
    return units
  }
}
