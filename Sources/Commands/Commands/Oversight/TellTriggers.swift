internal import ArgumentParser
internal import Desk
internal import Formats
internal import Oversight
internal import Vocabulary

struct TellTriggers: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "triggers",
    abstract: "Tell the quartile of each metric of a body, and what they prompt, in the years of judgement.",
    discussion: """
      For 2021/22 to 2024/25. The file has a row for each metric and body in the columns metric, body and value; the \
      codes of metrics are those `concordat oversight metrics` lists. A value that is empty or NA is a body without \
      data. A quartile is told when every comparator is there, and a trigger when what is not known could not change \
      it; otherwise it is unknown, and what is missing is named. People decide on a segment.

        concordat oversight triggers figures.csv --body QOP --comparators 42
      """)

  @Argument(help: "The table of figures of one period.", completion: .file(extensions: ["csv"]))
  var file: String

  @Option(help: "The code of the body, as in the column body.")
  var body: String

  @Option(help: "How many bodies are compared: every one has to be in the file.")
  var comparators: Int

  @Option(name: .customLong("for"), help: "The kind of body: icb or trust.")
  var kind = "icb"

  @Option(help: "The framework, or a financial year it is used in.")
  var framework = "2022-23"

  @OptionGroup var output: OutputOptions

  func run(on console: Console) throws -> ExitStatus {
    let framework = try FrameworkOptions.find(framework)
    let triggers = try QuartileTriggers(
      of: body, kind, in: framework, try figures(framework), comparators: comparators)
    let answer = Answer(triggers, framework)
    try output.print(answer, as: table(answer), on: console)
    if !output.json, !output.csv {
      try console.say("")
      for trigger in answer.triggers { try console.say("\(trigger.trigger): \(trigger.answer). \(trigger.why)") }
    }
    return .done
  }

  private func figures(_ framework: Framework) throws -> [String: [String: Double?]] {
    let sheet = try StatsSheet(path: file)
    var figures: [String: [String: Double?]] = [:]
    for row in sheet.rows {
      let (metric, body) = (try sheet.text(row, "metric"), try sheet.text(row, "body"))
      guard framework.placement(of: metric) != nil else {
        throw sheet.fault(row, "metric", "is no metric of the \(framework.name)")
      }
      guard !body.isEmpty else { throw sheet.fault(row, "body", "is missing") }
      guard figures[metric]?[body] == nil else { throw sheet.fault(row, "body", "is there twice for \(metric)") }
      figures[metric, default: [:]][body] = .some(try sheet.number(row, "value"))
    }
    return figures
  }

  private func table(_ answer: Answer) -> Table {
    var table = Table([
      .init("Metric"), .init("Name", mayBeCut: true), .init("Theme"), .init("Value", isNumber: true),
      .init("Quartile"), .init("Note", mayBeCut: true),
    ])
    table.rows = answer.metrics.map { metric in
      [
        metric.metric, metric.name, metric.theme, metric.value.map(Decimals.shortest) ?? "",
        metric.quartile.map(String.init) ?? "unknown", metric.note,
      ]
    }
    return table
  }

  private struct Answer: Encodable {
    struct Metric: Encodable {
      var metric, name, theme: String
      var value: Double?
      var quartile: Int?
      var note: String

      init(_ metric: MetricQuartile) {
        self.metric = metric.metric
        name = metric.name
        theme = metric.theme
        value = metric.value
        quartile = metric.quartile
        note =
          switch metric.standing {
          case .quartile: ""
          case .noData: "the body has no data: it counts in no share"
          case .notRanked: "better is neither more nor less: it has no quartile"
          case .unknown(nil): "there is no figure of it in the file"
          case .unknown(let missing?): "missing: \(missing.joined(separator: ", "))"
          }
      }
    }

    struct Trigger: Encodable {
      var trigger, answer, why: String
    }

    var framework, body: String
    /// Comparators that are in no row.
    var absent: Int
    var metrics: [Metric]
    var triggers: [Trigger]

    init(_ triggers: QuartileTriggers, _ framework: Framework) {
      func why(_ quartile: Int) -> String {
        triggers.themes.map { theme in
          let known = theme.counts.reduce(0, +)
          let open = theme.unknown == 0 ? "" : ", \(theme.unknown) unknown"
          return "\(theme.name): \(theme.counts[quartile - 1]) of \(known)\(open)"
        }.joined(separator: "; ") + "."
      }
      self.framework = framework.id
      body = triggers.body
      absent = triggers.absent
      metrics = triggers.metrics.map(Metric.init)
      self.triggers = [
        Trigger(
          trigger: "Two or more themes mainly in the bottom quartile", answer: triggers.bottom.rawValue, why: why(4)),
        Trigger(trigger: "Every theme mainly in the top quartile", answer: triggers.top.rawValue, why: why(1)),
      ]
    }
  }
}
