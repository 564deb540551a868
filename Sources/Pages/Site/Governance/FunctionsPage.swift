internal import Answers
internal import Chronicle
internal import Governance
internal import Register
internal import Vocabulary

/// The functions and decisions map of a body: a drawing, a table, and how it differs from that of an earlier day.
struct FunctionsPage {
  let answer: FunctionsAnswer
  let body: NamedBody
  let change: FunctionsChange?
  let level: String
  let since: Day?
  let visit: Visit

  static func reply(_ visit: Visit, _ id: String, level: String, since: Day?) -> Reply {
    guard let body = visit.body(id) else {
      return UnknownBody.reply(visit, id) { .functions($0, level: level, since: since) }
    }
    let answer = FunctionsAnswer(of: body, level: Function.Level(rawValue: level), in: visit.snapshot)
    let change = since.map { FunctionsChange(of: body, from: visit.snapshot.on($0), to: visit.snapshot) }
    let page = FunctionsPage(
      answer: answer, body: NamedBody(body, in: visit.snapshot.register), change: change, level: level, since: since,
      visit: visit)
    let name = "functions-\(id)-\(answer.asAt.trueOn)"
    switch visit.address.format {
    case .json:
      return change.map { DataReply.json($0, name: "\(name)-since-\($0.from)") } ?? DataReply.json(answer, name: name)
    case .csv: return page.csv(name)
    case .page: return Reply(body: page.page())
    }
  }

  // MARK: Data

  /// The map or, where a day is given to compare with, what differs.
  private func csv(_ name: String) -> Reply {
    if let change {
      return DataReply.csv(
        header: ["from", "to", "what", "function", "before", "after"],
        rows: change.changes.map { [change.from, change.to, $0.sort, $0.title, $0.before, $0.after] },
        name: "\(name)-since-\(change.from)")
    }
    return DataReply.csv(
      header: [
        "function", "title", "enactment", "level", "holder", "exercised_by", "through", "limit", "places", "instrument",
        "no_home",
      ],
      rows: answer.functions.flatMap { entry -> [[String]] in
        let head = [entry.id, entry.title, entry.enactment, entry.level, entry.holder.name]
        if entry.exercised.isEmpty { return [head + [entry.holder.name, "", "", "", "", entry.homeless]] }
        return entry.exercised.map { exercise in
          head + [
            exercise.by.name, exercise.through, exercise.limit.map { Decimals.shortest($0.pounds) } ?? "",
            exercise.places.map(\.name).joined(separator: "; "), exercise.instrument, entry.homeless,
          ]
        }
      }, name: name)
  }

  // MARK: Page

  private func page() -> [UInt8] {
    let head = PageHead(
      kind: "Functions and decisions", name: "What \(body.shortName) decides on", summary: answer.sentence)
    return Frame.sheet(visit, head: head, crumbs: [(body.shortName, .body(body.id))]).page { html in
      html.presence(of: body, visit)
      let homeless = answer.functions.filter { !$0.homeless.isEmpty }
      if !homeless.isEmpty {
        html.part("No home", id: "homeless") { html in
          html.add(
            Callout(
              "\(Sentences.capital(Sentences.count(homeless.count, "function has", "functions have"))) no home on this day.",
              .alarm))
          html.sentences(homeless.map { "\($0.title): \($0.homeless)" })
        }
      }
      differences(in: &html)
      if !answer.functions.isEmpty {
        html.part("Who exercises what", id: "map") { html in html.add(drawing) }
        html.part("The map as a table", id: "functions") { html in html.add(table) }
      }
      html.part("Show it otherwise", id: "choose") { html in form(in: &html) }
      html.known(answer.sources, visit)
    }
  }

  private func differences(in html: inout HTML) {
    guard let change, let since else { return }
    html.part("What differs from \(since.written)", id: "differences") { html in
      html(.p, change.sentence, .class("finding"))
      if !change.changes.isEmpty {
        html.add(
          Table(
            id: "change-table", caption: "Since \(since.written)",
            columns: [.words("Function"), .words("What differs"), .words("Before"), .words("After")],
            rows: change.changes.map { one in
              .init([.init(one.title), .init(Self.words(one.sort)), .init(one.before), .init(one.after)])
            }, downloads: visit.downloads))
      }
    }
  }

  private static func words(_ sort: String) -> String {
    switch sort {
    case "new": "begins"
    case "ended": "ended"
    case "no-home": "no home after this date"
    case "holder": "another holder"
    default: "exercised otherwise"
    }
  }

  /// A ribbon from each level to whoever exercises functions of it, as wide as there are functions.
  private var drawing: FlowDrawing {
    let levels = Function.Level.allCases.map(\.rawValue) + [""]
    let used = levels.filter { level in answer.functions.contains { $0.level == level } }
    var deciders: [NamedHolder] = []
    var counts: [Int: [Int: Int]] = [:]
    for entry in answer.functions {
      let from = used.firstIndex(of: entry.level) ?? 0
      var met: Set<String> = []
      for exercise in entry.exercised where met.insert(exercise.by.id).inserted {
        let to = deciders.firstIndex { $0.id == exercise.by.id } ?? deciders.count
        if to == deciders.count { deciders.append(exercise.by) }
        counts[from, default: [:]][to, default: 0] += 1
      }
    }
    let held = answer.functions.filter(\.exercised.isEmpty).count
    let flows = counts.flatMap { from, row in
      row.map { FlowDrawing.Flow(from: from, to: $0.key, amount: $0.value) }
    }
    return FlowDrawing(
      id: "flow", title: "From the levels of the system to those who exercise its functions",
      sentence:
        "\(Sentences.capital(Sentences.count(deciders.count, "group, post or body exercises", "groups, posts and bodies exercise"))) "
        + "the functions of \(body.shortName); one exercised by several is counted for each. "
        + (held == 0
          ? "None stays with the body unassigned."
          : "\(Sentences.capital(Sentences.count(held, "stays", "stay"))) with the body itself."),
      unit: "functions",
      from: used.map { FlowDrawing.Body(Sentences.capital(GovernanceWords.level($0))) },
      to: deciders.map { FlowDrawing.Body($0.name, link: visit.link(to: $0)) }, flows: flows)
  }

  private var table: Table {
    Table(
      id: "functions-table", caption: "Functions and decisions on \(answer.asAt.trueOnWritten)",
      columns: [
        .words("Function"), .words("Level"), .words("Given by"), .words("Exercised by"), .figures("Up to"),
        .words("Where"), .words("Through"),
      ],
      rows: answer.functions.flatMap { entry -> [Table.Row] in
        let who = visit.link(to: .whoDecides(WhoDecidesQuestion(function: entry.id)))
        let head: [Table.Cell] = [
          .init(entry.title, link: who), .init(GovernanceWords.level(entry.level)), .init(entry.enactment),
        ]
        if entry.exercised.isEmpty {
          let words = entry.homeless.isEmpty ? "\(entry.holder.name) itself" : "no home: \(entry.homeless)"
          return [.init(head + [.init(words), .init(""), .init(""), .init("")])]
        }
        return entry.exercised.map { exercise in
          .init(
            head + [
              .init(exercise.by.name, link: visit.link(to: exercise.by)), .init(exercise.limit?.written ?? "no limit"),
              .init(exercise.places.isEmpty ? "everywhere" : Sentences.list(exercise.places.map(\.name))),
              .init(GovernanceWords.by(exercise.through)),
            ])
        }
      }, downloads: visit.downloads)
  }

  private func form(in html: inout HTML) {
    html(.form, .action(Address(.functions(body.id, level: "", since: nil))), .word("method", "get")) { html in
      html.add(
        Picker(
          name: "level", label: "Level",
          options: [("", "All levels")]
            + Function.Level.allCases.map { ($0.rawValue, Sentences.capital(GovernanceWords.level($0.rawValue))) },
          chosen: level))
      html.add(
        Field(
          name: "since", label: "Compare with the map of", kind: .date, value: since?.description ?? "",
          hint: "An earlier day, or leave empty"))
      html.moment(visit)
      html(.button, "Show this map", .type("submit"))
    }
  }
}
