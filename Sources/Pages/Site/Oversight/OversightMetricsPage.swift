internal import Answers
internal import Chronicle
internal import Vocabulary

/// The metrics of each framework, and what two years have in common.
enum OversightMetricsPage {
  static func reply(_ visit: Visit, _ framework: String, against other: String) -> Reply {
    let answer: MetricsAnswer
    do {
      answer = try MetricsAnswer(
        framework: framework.isEmpty ? nil : framework, against: other.isEmpty || framework.isEmpty ? nil : other)
    } catch {
      return OversightFault.reply(visit, error)
    }
    let name = "oversight-metrics" + (answer.framework.map { "-\($0)" } ?? "")
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: name)
    case .csv: return DataReply.csv(header: header, rows: answer.metrics.map(row), name: name)
    case .page: return Reply(body: page(visit, answer))
    }
  }

  private static let header = [
    "framework", "code", "name", "domain", "subdomain", "applies_to", "rule", "rule_certainty", "numerator",
    "denominator", "unit", "polarity", "cadence", "additivity", "data_set", "owner", "code_certainty",
    "name_certainty", "definition_certainty", "source",
  ]

  private static func row(_ entry: MetricEntry) -> [String] {
    [
      entry.framework, entry.code, entry.name, entry.domain, entry.subdomain, entry.appliesTo, entry.rule,
      entry.ruleCertainty.rawValue, entry.numerator, entry.denominator, entry.unit, entry.polarity, entry.cadence,
      entry.additivity, entry.dataSet, entry.owner, entry.codeCertainty.rawValue, entry.nameCertainty.rawValue,
      entry.definitionCertainty.rawValue, entry.source.title,
    ]
  }

  private static func page(_ visit: Visit, _ answer: MetricsAnswer) -> [UInt8] {
    let head = PageHead(name: "By what bodies are judged", summary: answer.sentence)
    let crumbs: [(name: String, place: Place)] = [("Figures", .measures), ("How bodies are judged", .oversight)]
    return Frame.sheet(visit, head: head, crumbs: crumbs).page { html in
      html.part("Choose a framework", id: "choose") { html in form(visit, answer, to: &html) }
      if answer.against != nil { writeCrosswalk(answer, to: &html) }
      for framework in answer.frameworks where answer.framework == nil || answer.framework == framework.id {
        write(framework, answer, visit, to: &html)
      }
    }
  }

  private static func form(_ visit: Visit, _ answer: MetricsAnswer, to html: inout HTML) {
    let options = answer.frameworks.map { ($0.id, "\($0.name) (\($0.metrics))") }
    html(.form, .action(Address(.oversightMetrics(framework: "", against: ""))), .word("method", "get")) { html in
      html.add(
        Picker(
          name: "framework", label: "Framework", options: [("", "All")] + options, chosen: answer.framework ?? ""))
      html.add(
        Picker(
          name: "against", label: "Set against", options: [("", "None")] + options, chosen: answer.against ?? "",
          hint: "Shows which themes and metrics the two have in common"))
      html.moment(visit)
      html(.button, "Show these metrics", .type("submit"))
    }
  }

  private static func writeCrosswalk(_ answer: MetricsAnswer, to html: inout HTML) {
    func name(_ id: String?) -> String { answer.frameworks.first { $0.id == id }?.name ?? "" }
    html.part("What the two have in common", id: "crosswalk") { html in
      guard !answer.pairs.isEmpty else {
        return html.paragraph("No metric of the one counts what a metric of the other counts.")
      }
      html.add(
        Table(
          id: "themes", caption: "Themes",
          columns: [.words(name(answer.framework)), .words(name(answer.against)), .figures("Metrics in both")],
          rows: answer.themes.map { .init([.init($0.from), .init($0.to), .init(String($0.shared))]) }))
      html.known("The metrics that count the same thing") { html in
        html(.div, .class("small-table")) { html in
          html.add(
            Table(
              id: "pairs", caption: "Metrics in both",
              columns: [.words("Code"), .words("Metric"), .words("Code there"), .words("Metric there")],
              rows: answer.pairs.map {
                .init([.init($0.fromCode), .init($0.fromName), .init($0.toCode), .init($0.toName)])
              }))
        }
      }
    }
  }

  private static func write(
    _ framework: MetricsAnswer.Choice, _ answer: MetricsAnswer, _ visit: Visit, to html: inout HTML
  ) {
    let metrics = answer.metrics.filter { $0.framework == framework.id }
    guard !metrics.isEmpty else { return }
    func table(to html: inout HTML) {
      html.add(
        Table(
          id: "metrics-\(framework.id)",
          caption: "\(framework.name): \(Figures.counted(metrics.count, "metric", "metrics"))",
          note: "A code marked assumed is a key of ours, not an official one",
          columns: [
            .words("Metric"), .words("Code"), .words("Theme"), .words("For"), .words("What is counted"),
            .words("Better"), .words("Scored"), .words("How sure: code, name, definition, rule"),
          ],
          rows: metrics.map { metric in
            .init([
              .init(metric.name), .init(metric.code), .init(metric.domain), .init(metric.appliesTo),
              .init(counted(metric)), .init(metric.polarity), .init(metric.rule),
              .init(
                "",
                badges: [
                  metric.codeCertainty, metric.nameCertainty, metric.definitionCertainty, metric.ruleCertainty,
                ].map { Badge($0) }),
            ])
          }, downloads: visit.downloads))
    }
    html.part(framework.name, id: "part-\(framework.id)") { html in
      if answer.framework == nil {
        html.known(Figures.counted(metrics.count, "metric", "metrics")) { html in
          html(.div, .class("small-table")) { html in table(to: &html) }
        }
      } else {
        table(to: &html)
      }
    }
  }

  private static func counted(_ metric: MetricEntry) -> String {
    let what = [metric.numerator, metric.denominator].filter { !$0.isEmpty }.joined(separator: " out of ")
    return what.isEmpty ? metric.unit : "\(what) (\(metric.unit))"
  }
}
