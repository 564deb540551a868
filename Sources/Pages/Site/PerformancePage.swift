internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// How a body is doing: every monthly measure with its signs, and the charts of what needs a decision.
enum PerformancePage {
  static func reply(_ visit: Visit, _ id: String, _ month: String?) -> Reply {
    guard let body = ID<Body>(id), visit.snapshot.register.existence(body) != nil else {
      return UnknownBody.reply(visit, id, to: { .performance($0, month: month) })
    }
    do {
      let asked = month.flatMap { Day("\($0)-01") }
      guard let month = asked ?? latestMonth(visit.snapshot) else {
        throw QuestionError("no monthly figures are loaded yet")
      }
      let pack = try PackQuestion(of: [body], month: month).answer(visit.snapshot, blocks: visit.blocks)
      switch visit.address.format {
      case .json: return DataReply.json(pack, name: "performance-\(id)-\(pack.month)")
      case .csv: return csv(pack, id)
      case .page: return Reply(body: page(visit, id, pack))
      }
    } catch {
      return missing(
        visit, id, (error as? QuestionError)?.message ?? "These figures could not be read from the record.")
    }
  }

  /// The latest month that any measure has figures for, not after the day of the page.
  private static func latestMonth(_ snapshot: Snapshot) -> Day? {
    MeasuresAnswer(in: snapshot).measures.flatMap(\.periods)
      .compactMap { Period(from: $0.from.moment, until: $0.until.moment).month }
      .filter { $0.startOfNextMonth <= snapshot.trueOn.advanced(by: 1) }.max()
  }

  private static func missing(_ visit: Visit, _ id: String, _ message: String) -> Reply {
    guard visit.address.format == .page else {
      return Reply(.notFound, type: "text/plain; charset=utf-8", body: Array("\(message)\n".utf8))
    }
    let head = PageHead(
      kind: "Performance", name: "No performance to show", summary: Sentences.capital(message) + ".")
    return Reply(
      body: Frame.sheet(visit, head: head, crumbs: crumbs(visit, id), hasData: false).page { html in
        html(.p) { html in
          html.text("Official files are dropped in with this command:")
        }
        html.sample(FileGuide.command, label: "The command that adds a file")
      })
  }

  private static func crumbs(_ visit: Visit, _ id: String) -> [(name: String, place: Place)] {
    [(ID<Body>(id).map { visit.snapshot.register.name($0) } ?? id, .body(id))]
  }

  private static func page(_ visit: Visit, _ id: String, _ pack: PackAnswer) -> [UInt8] {
    let section = pack.sections[0]
    let head = PageHead(
      kind: "Performance", name: "\(section.name), \(pack.monthName)", summary: section.sentence)
    let part = PackSection(
      section: section, month: pack.monthName, mark: "m",
      chartID: { PackSheet.chartName($0, section: 0) },
      link: { visit.address.at(.series($0.series.measure, of: id, rules: Place.usualRules)).link },
      downloads: { _ in [] })
    return Frame.sheet(visit, head: head, crumbs: crumbs(visit, id)).page { html in
      writeMonths(visit, id, pack, to: &html)
      html.way("Its priorities, what is done about each and when it is reviewed", visit.link(to: .bodyPriorities(id)))
      part.writeSummary(to: &html)
      part.writeWords(to: &html)
      part.writeExceptions(to: &html)
      part.writeGaps(to: &html)
    }
  }

  private static func writeMonths(_ visit: Visit, _ id: String, _ pack: PackAnswer, to html: inout HTML) {
    guard let month = Day("\(pack.month)-01") else { return }
    let before = month.advanced(by: -1).startOfMonth
    let label = { (day: Day) in String(day.description.prefix(7)) }
    html.add(
      Chips([
        (
          "The month before: \(Sentences.month(before))",
          visit.address.at(.performance(id, month: label(before))).link
        ),
        (
          "The month after: \(Sentences.month(month.startOfNextMonth))",
          visit.address.at(.performance(id, month: label(month.startOfNextMonth))).link
        ),
      ]))
  }

  private static func csv(_ pack: PackAnswer, _ id: String) -> Reply {
    func number(_ value: Double?) -> String { value.map(Decimals.shortest) ?? "" }
    return DataReply.csv(
      header: [
        "body", "measure", "name", "theme", "period", "value", "target", "variation", "assurance", "attention",
        "quarter", "bodies", "rules",
      ],
      rows: pack.sections.flatMap { section in
        section.items.map { item in
          let series = item.series
          return [
            section.body, series.measure, series.measureName, series.theme, series.latest?.period ?? "",
            number(series.latest?.value), number(series.goal?.value), series.variation ?? "", series.assurance ?? "",
            item.attention.rawValue, item.quartile.map(String.init) ?? "", String(item.bodies), pack.rules,
          ]
        }
      }, name: "performance-\(id)-\(pack.month)")
  }
}
