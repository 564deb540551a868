internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// Who decides on a function, at a place, up to a sum, on a day: a form, and the answer with its chain.
struct WhoDecidesPage {
  let question: WhoDecidesQuestion
  let visit: Visit

  static func reply(_ visit: Visit, _ question: WhoDecidesQuestion) -> Reply {
    let page = WhoDecidesPage(question: question, visit: visit)
    guard !question.function.isEmpty else { return page.form() }
    do {
      let answer = try question.answer(in: visit.snapshot)
      let name = "who-decides-\(answer.function.id)-\(answer.asAt.trueOn)"
      switch visit.address.format {
      case .json: return DataReply.json(answer, name: name)
      case .csv: return DataReply.csv(header: header, rows: answer.chain.map(row), name: name)
      case .page: return Reply(body: page.page(answer))
      }
    } catch {
      return page.refusal(error)
    }
  }

  // MARK: Data

  private static let header = ["from", "to", "by", "limit", "since", "conditions", "instrument", "authority", "source"]

  private static func row(_ step: WhoDecidesAnswer.Step) -> [String] {
    [
      step.from.name, step.to.name, step.by, step.limit.map { Decimals.shortest($0.pounds) } ?? "",
      step.since.text ?? "", step.conditions.joined(separator: "; "), step.instrument, step.authority, step.source,
    ]
  }

  // MARK: The question

  private static let name = "Who decides?"

  /// The page before anything is asked; as data, what can be asked about.
  private func form() -> Reply {
    let choices = WhoDecidesChoices(in: visit.snapshot)
    switch visit.address.format {
    case .json: return DataReply.json(choices, name: "who-decides")
    case .csv:
      return DataReply.csv(
        header: ["function", "title", "holder"], rows: choices.functions.map { [$0.id, $0.title, $0.holder.id] },
        name: "who-decides")
    case .page: break
    }
    let head = PageHead(
      name: Self.name,
      summary:
        "Ask who may decide on something, where and up to which sum: the answer names the body that holds the power, "
        + "the chain by which it is passed on, and the clause that says so.")
    return Reply(
      body: Frame.sheet(visit, head: head).page { html in
        if choices.functions.isEmpty {
          html.add(
            Emptiness(
              "Nothing can be asked about on this day",
              because: "The record holds no function of any body for \(visit.snapshot.trueOn.written).",
              instead: NamedLink("How facts are added", visit.address.at(.data))))
        } else {
          html.part("The question", id: "question") { html in
            write(choices, chosen: "", place: question.place, fault: nil, to: &html)
          }
        }
        onwards(in: &html)
      })
  }

  private func refusal(_ fault: WhoDecidesQuestion.Fault) -> Reply {
    guard visit.address.format == .page else {
      return Reply(.badRequest, type: "text/plain; charset=utf-8", body: Array("\(fault.message)\n".utf8))
    }
    let head = PageHead(name: Self.name, summary: fault.message)
    return Reply(
      .badRequest,
      body: Frame.sheet(visit, head: head, hasData: false).page { html in
        html.add(ErrorSummary([Field(name: fault.field, label: "", error: fault.message)]))
        html.part("The question", id: "question") { html in
          write(
            WhoDecidesChoices(in: visit.snapshot), chosen: question.function, place: question.place, fault: fault,
            to: &html)
        }
      })
  }

  private func write(
    _ choices: WhoDecidesChoices, chosen: String, place: String, fault: WhoDecidesQuestion.Fault?, to html: inout HTML
  ) {
    let isOne = Set(choices.functions.map(\.holder.id)).count == 1
    html(.form, .action(Address(.whoDecides(WhoDecidesQuestion()))), .word("method", "get")) { html in
      html.add(
        Picker(
          name: "function", label: "What is to be decided on",
          options: [("", "Choose one")]
            + choices.functions.map { ($0.id, isOne ? $0.title : "\($0.title) (\($0.holder.shortName))") },
          chosen: chosen))
      html.add(
        Picker(
          name: "place", label: "Where",
          options: [("", "No place in particular")] + choices.places.map { ($0.id, $0.name) }, chosen: place))
      html.add(
        Field(
          name: "value", label: "The sum, over its whole life", value: question.value,
          hint: "In pounds: 1000000, or 1.6m. Leave empty for none.",
          error: fault?.field == "value" ? fault?.message : nil))
      html.add(
        Field(
          name: "kind", label: "The kind of decision", value: question.kind,
          hint: "Such as award, plan or policy. Leave empty for any."))
      html.add(
        Field(name: "on", label: "On the day", kind: .date, value: visit.snapshot.trueOn.description, id: "asked-on"))
      if let known = visit.address.known { html(.input, .type("hidden"), .name("known"), .value(known.text)) }
      html(.button, "Say who decides", .type("submit"))
    }
  }

  // MARK: The answer

  private func page(_ answer: WhoDecidesAnswer) -> [UInt8] {
    let head = PageHead(kind: Self.name, name: answer.function.title, summary: answer.sentence)
    let crumbs: [(name: String, place: Place)] = [(Self.name, .whoDecides(WhoDecidesQuestion()))]
    return Frame.sheet(visit, head: head, crumbs: crumbs).page { html in
      html(.div, .class("columns")) { html in
        html(.div, .class("column")) { html in
          chain(answer, in: &html)
          others(answer, in: &html)
          gaps(answer, in: &html)
        }
        html(.aside, .class("column")) { html in
          html.part("In brief", id: "brief") { html in html.add(Facts(facts(answer), isWide: true)) }
          html.part("Ask again", id: "question") { html in
            write(
              WhoDecidesChoices(in: visit.snapshot), chosen: answer.function.id, place: answer.place?.id ?? "",
              fault: nil, to: &html)
          }
        }
      }
      onwards(in: &html, holder: answer.holder)
      html.known(answer.sources, visit)
    }
  }

  private func facts(_ answer: WhoDecidesAnswer) -> [Facts.Fact] {
    func named(_ name: String, _ body: NamedBody?) -> Facts.Fact {
      .init(name, body?.name ?? "", link: body.map { visit.link(toBody: $0.id) })
    }
    return [
      .init("Decides", answer.decider?.name ?? answer.holder?.name ?? "nobody is recorded"),
      .init("Up to", answer.decider == nil ? "" : answer.limit?.written ?? "no limit is set"),
      named("Holds the power in law", answer.holder), named("Stays accountable", answer.accountable),
      named("Liable in law", answer.liable), .init("Given by", answer.function.enactment),
      named("Place", answer.place), .init("Sum asked about", answer.value?.written ?? ""),
    ].filter { !$0.isEmpty }
  }

  /// The chain drawn as steps, and the same as a table.
  private func chain(_ answer: WhoDecidesAnswer, in html: inout HTML) {
    html.part("The chain", id: "chain") { html in
      guard let holder = answer.holder else { return html.paragraph("Nobody is recorded as holding it on this day.") }
      let first = Trail.Step(
        holder.name,
        note: "Holds it in law" + (answer.function.enactment.isEmpty ? "" : ": \(answer.function.enactment)"),
        link: visit.link(toBody: holder.id))
      html.add(Trail([first] + answer.chain.map(step)))
      if answer.chain.isEmpty {
        html.paragraph("Nothing recorded passes it on.")
      } else {
        html.known("The same as a table") { html in
          html(.div, .class("small-table")) { html in html.add(table(answer)) }
        }
      }
    }
  }

  private func step(_ step: WhoDecidesAnswer.Step) -> Trail.Step {
    let parts =
      [GovernanceWords.by(step.by), step.limit.map { "up to \($0.written)" } ?? "no limit", step.instrument]
      + (step.conditions.isEmpty ? [] : ["on condition: \(step.conditions.joined(separator: "; "))"])
    let since = step.since.written
    return Trail.Step(
      step.to.name, when: since.isEmpty ? nil : "Since \(since)",
      note: Sentences.capital(parts.filter { !$0.isEmpty }.joined(separator: "; ")), link: visit.link(to: step.to))
  }

  private func table(_ answer: WhoDecidesAnswer) -> Table {
    Table(
      id: "chain-table", caption: "From the holder to who decides",
      columns: [
        .words("From"), .words("To"), .words("By what"), .figures("Up to"), .words("Since"), .words("Where it says so"),
      ],
      rows: answer.chain.map { step in
        .init([
          .init(step.from.name, link: visit.link(to: step.from)), .init(step.to.name, link: visit.link(to: step.to)),
          .init(GovernanceWords.by(step.by)), .init(step.limit?.written ?? "no limit"), .init(step.since.written),
          .init(step.instrument),
        ])
      }, downloads: visit.downloads)
  }

  private func others(_ answer: WhoDecidesAnswer, in html: inout HTML) {
    if !answer.others.isEmpty {
      html.part("Who else may", id: "others") { html in
        html.paragraph("The narrowest power that serves comes first: it decides unless the matter is referred up.")
        html.add(
          Table(
            id: "others-table", caption: "Who else may decide it", columns: [.words("Who"), .figures("Up to")],
            rows: answer.others.map { other in
              .init([
                .init(other.decider.name, link: visit.link(to: other.decider)),
                .init(other.limit?.written ?? "no limit"),
              ])
            }))
      }
    }
    if !answer.hindered.isEmpty {
      html.part("Who may not, and why", id: "hindered") { html in
        html.add(
          Table(
            id: "hindered-table", caption: "Who may not decide it",
            columns: [.words("Who"), .figures("Up to"), .words("Why not")],
            rows: answer.hindered.map { other in
              .init([
                .init(other.decider.name, link: visit.link(to: other.decider)),
                .init(other.limit?.written ?? "no limit"),
                .init(Sentences.capital(other.reasons.joined(separator: "; "))),
              ])
            }))
      }
    }
  }

  private func gaps(_ answer: WhoDecidesAnswer, in html: inout HTML) {
    guard !answer.gaps.isEmpty else { return }
    html.part("What the scheme leaves open", id: "gaps") { html in html.sentences(answer.gaps) }
  }

  private func onwards(in html: inout HTML, holder: NamedBody? = nil) {
    html.part("From here", id: "onwards") { html in
      html(.ul, .class("plain")) { html in
        func way(_ words: String, _ place: Place) {
          html(.li) { html in html(.a, words, .href(visit.link(to: place))) }
        }
        if let holder {
          way("Everything \(holder.shortName) decides on", .functions(holder.id, level: "", since: nil))
          way("What \(holder.shortName) has decided", .decisions(holder.id))
        }
        way("The rulebook", .rules(Place.RulesView()))
      }
    }
  }
}
