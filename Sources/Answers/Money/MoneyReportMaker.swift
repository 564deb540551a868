public import Chronicle
internal import Measures
internal import Money
public import Register
public import Vocabulary

extension MoneyReport {
  /// The report of a body for a month, as far as the record knows.
  ///
  /// - Throws: `QuestionError` where the body is no board, trust or place; `MoneyError` where figures contradict.
  public init(of body: ID<Body>, month: Day, in snapshot: Snapshot, blocks: @escaping Blocks) throws {
    let maker = try MoneyReportMaker(body, month, snapshot, blocks)
    let tables = try maker.tables()
    guard tables.contains(where: { !$0.rows.isEmpty }) else {
      throw QuestionError(
        "nothing of the money of \(snapshot.register.name(body)) is recorded for \(maker.year.label): add lines of its "
          + "budget to budget-lines.tsv, with the view 'place:\(body)' for a place")
    }
    self.init(
      asAt: AsAt(snapshot), body: NamedBody(body, in: snapshot.register), month: month, year: maker.year,
      tables: tables, findings: maker.findings)
  }
}

/// Puts the tables of a month together.
struct MoneyReportMaker {
  let year: FinancialYear
  private let month: Int
  private let body: ID<Body>
  private let bodies: [ID<Body>]
  private let place: String?
  private let snapshot: Snapshot
  private let blocks: Blocks
  private let tree: BudgetTree
  private let before: BudgetTree
  private let pools: [PoolAccount]
  private let contracts: [ContractBook.Entry]

  init(_ body: ID<Body>, _ month: Day, _ snapshot: Snapshot, _ blocks: @escaping Blocks) throws {
    let register = snapshot.register
    let kind = register.kind(body)
    switch kind {
    case .integratedCareBoard:
      bodies = [body] + register.descendants(of: body, kind: .nhsTrust).sorted()
      place = nil
    case .nhsTrust:
      bodies = [body]
      place = nil
    case .placePartnership, .neighbourhood, .madeArea:
      bodies = []
      place = body.text
    default:
      throw QuestionError(
        "\(register.name(body)) has no finance report: ask for a board, which has its trusts in it, a trust or a place")
    }
    self.body = body
    self.snapshot = snapshot
    self.blocks = blocks
    let year = FinancialYear(containing: month)
    self.year = year
    self.month = (month.civil.month + 8) % 12 + 1
    tree = BudgetTree(snapshot, year: year, limits: [:])
    before = BudgetTree(snapshot, year: year.previous, limits: [:])
    let partners = Set(bodies)
    pools = try snapshot.pools(in: year).filter { account in
      partners.contains(account.pool.host) || account.contributions.contains { partners.contains($0.partner) }
    }
    contracts = ContractBook(snapshot).entries.filter {
      partners.contains($0.contract.commissioner) || partners.contains($0.contract.holder)
    }
  }

  var findings: [String] {
    let mine = Set(lines.map(\.line.subject))
    return tree.findings.filter { mine.contains($0.line) }.map(\.message) + pools.flatMap(\.findings)
      + contracts.flatMap(\.findings)
  }

  func tables() throws -> [MoneyReport.Table] {
    [
      try duties(), bridge(), spend(), movements(), savings(), contractTable(), poolTable(), fences(), risks(),
      underlying(), capital(), cash(), try fairShare(),
    ]
  }

  // MARK: What is looked at

  /// The lines of the bodies, or of the place.
  private var lines: [BudgetTree.Node] {
    tree.nodes.filter { node in
      place.map { node.line.views.contains("place:\($0)") } ?? bodies.contains(node.line.owner)
    }
  }

  private func name(_ body: ID<Body>) -> MoneyReport.Cell { .words(snapshot.register.name(body)) }

  private func figure(_ item: FinanceFigure.Item, _ body: ID<Body>, _ stage: FinanceFigure.Stage) -> Pence? {
    snapshot.history(FinanceFigure.self, of: body).map(\.fact)
      .last { $0.item == item && $0.year == year && $0.stage == stage && $0.about == nil }?.amount
  }

  private func table(
    _ key: String, _ title: String, _ headings: [String], _ rows: [[MoneyReport.Cell]], from file: String,
    note: String = ""
  ) -> MoneyReport.Table {
    MoneyReport.Table(
      key: key, title: title, headings: headings, rows: rows,
      note: rows.isEmpty ? "Nothing is recorded for \(year.label): add it to \(file)." : note)
  }

  /// The sum of a column; not recorded where a row of it is not.
  private func sum(_ rows: [[MoneyReport.Cell]], _ column: Int) -> MoneyReport.Cell {
    var total: Int64 = 0
    for row in rows {
      guard case .pence(let count) = row[column] else { return .none }
      total += count
    }
    return .pence(total)
  }

  /// The rows and, of several, their sum.
  private func summed(_ rows: [[MoneyReport.Cell]], _ columns: Range<Int>) -> [[MoneyReport.Cell]] {
    guard rows.count > 1, let width = rows.first?.count else { return rows }
    let total = (0..<width).map { column -> MoneyReport.Cell in
      column == 0 ? .words("Sum") : columns.contains(column) ? sum(rows, column) : .words("")
    }
    return rows + [total]
  }

  // MARK: Tables

  private func duties() throws -> MoneyReport.Table {
    let rows = try bodies.flatMap { other in
      try DutiesAnswer(of: other, year: year, in: snapshot, blocks: blocks).duties.map { duty -> [MoneyReport.Cell] in
        [
          name(other), .words(duty.title), .words(duty.about), .words(duty.status),
          .init(duty.done.pence.map { Pence($0) }),
          .words(duty.comparison), .init(duty.asked.pence.map { Pence($0) }), .init(duty.headroom.map { Pence($0) }),
          .words(duty.citation),
        ]
      }
    }
    return table(
      "01-duties", "Statutory duties and targets",
      ["Body", "Duty", "About", "Status", "Done", "Must be", "Asked", "Headroom", "Citation"], rows,
      from: "finance-figures.tsv")
  }

  private func bridge() -> MoneyReport.Table {
    let rows = bodies.map { other -> [MoneyReport.Cell] in
      let plan = figure(.surplus, other, .plan)
      let forecast = figure(.surplus, other, .forecast) ?? figure(.surplus, other, .outturn)
      let support = figure(.deficitSupport, other, .forecast) ?? figure(.deficitSupport, other, .outturn)
      return [
        name(other), .init(plan), .init(forecast), .init(difference(forecast, plan)), .init(support),
        .init(forecast.flatMap { forecast in support.map { forecast + $0 } }),
      ]
    }
    let isKnown = rows.contains { row in row.dropFirst().contains { $0 != .none } }
    return table(
      "02-bridge", "The system, body by body",
      [
        "Body", "Planned surplus without support", "Expected surplus without support", "Variance", "Deficit support",
        "Expected surplus with support",
      ], isKnown ? summed(rows, 1..<6) : [], from: "finance-figures.tsv",
      note: "A deficit is below £0. The sum is not recorded where a body’s figure is not.")
  }

  private func spend() -> MoneyReport.Table {
    table(
      "03-spend", "Spend by line",
      [
        "Line", "Stream", "Standing", "Plan", "Budget", "Actual so far", "Actual to last month",
        "Actual a year ago", "Forecast", "Variance",
      ],
      lines.map { node -> [MoneyReport.Cell] in
        [
          .words(String(repeating: "– ", count: node.depth) + node.line.name), .words(node.line.stream.rawValue),
          .words(node.line.standing.rawValue), .init(node.amounts[.plan]), .init(node.amounts[.budget]),
          .init(node.actuals[month]), .init(month > 1 ? node.actuals[month - 1] : nil),
          .init(before[node.line.subject]?.actuals[month]), .init(node.amounts[.forecast]), .init(node.variance),
        ]
      }, from: "budget-lines.tsv",
      note: "Lines are indented under the line they belong to, which holds them: they are not added to it.")
  }

  private func movements() -> MoneyReport.Table {
    let mine = Dictionary(lines.map { ($0.line.subject, $0.line.name) }) { first, _ in first }
    let moved = snapshot.history(Virement.self).map(\.fact).filter {
      $0.year == year && $0.month <= month && (mine[$0.subject] != nil || mine[$0.to] != nil)
    }
    let rows = moved.sorted { ($0.month, $0.subject) < ($1.month, $1.subject) }.map { virement -> [MoneyReport.Cell] in
      [
        .words(mine[virement.subject] ?? virement.subject.text), .words(mine[virement.to] ?? virement.to.text),
        .words(String(virement.month)), .init(virement.amount), .words(virement.reason),
      ]
    }
    return table(
      "04-movements", "Movements of budgets so far", ["From", "To", "Month of the year", "Amount", "Reason"], rows,
      from: "virements.tsv")
  }

  private func savings() -> MoneyReport.Table {
    let rows = bodies.flatMap { other -> [[MoneyReport.Cell]] in
      let schemes = snapshot.history(SavingsScheme.self, of: other).map(\.fact).filter {
        $0.year == year && $0.month <= month
      }
      return Dictionary(grouping: schemes, by: \.name).sorted { $0.key < $1.key }.compactMap { _, versions in
        versions.max { $0.month < $1.month }.map { scheme in
          [
            name(other), .words(scheme.name), .words(scheme.owner), .init(scheme.plan), .init(scheme.actual),
            .init(scheme.forecast), .init(scheme.recurrent),
            .init(scheme.forecast > .zero ? scheme.recurrent.pounds / scheme.forecast.pounds : nil),
            .words(scheme.risk.rawValue),
          ]
        }
      }
    }
    return table(
      "05-savings", "Savings",
      [
        "Body", "Scheme", "Owner", "Plan", "Actual so far", "Forecast", "Recurrent", "Recurrent share", "Risk",
      ], summed(rows, 3..<7), from: "savings-schemes.tsv")
  }

  private func contractTable() -> MoneyReport.Table {
    let rows = contracts.map { entry -> [MoneyReport.Cell] in
      let terms = entry.terms.last { $0.period.surelyContains(snapshot.trueOn) }?.fact
      return [
        .words(entry.contract.name), .words(entry.contract.designation.rawValue), name(entry.contract.holder),
        .words(entry.term.written), .words(terms?.model.rawValue ?? "not recorded"), .init(terms?.fixed),
        .init(terms?.planned), .init(entry.contract.lifetimeValue), .words(entry.contract.selection),
      ]
    }
    return table(
      "06-contracts", "Contracts",
      [
        "Contract", "Designation", "Holder", "Term", "Pays by", "Fixed", "Variable as planned", "Lifetime value",
        "Selection",
      ], rows, from: "contracts.tsv")
  }

  private func poolTable() -> MoneyReport.Table {
    let rows = pools.map { account -> [MoneyReport.Cell] in
      let borne = account.borne.map { "\(snapshot.register.name($0.body)) \($0.amount.written)" }
      return [
        .words(account.pool.name), name(account.pool.host), .init(account.income),
        .init(account.schemes.map(\.budget).total), .init(account.variance), .words(Sentences.list(borne)),
      ]
    }
    return table(
      "07-pools", "Pooled funds", ["Pool", "Host", "Put in", "Planned", "Spent above plan", "Borne by"], rows,
      from: "pools.tsv")
  }

  private func fences() -> MoneyReport.Table {
    let rows = lines.filter { !$0.ringFence.isEmpty }.map { node -> [MoneyReport.Cell] in
      [
        .words(node.ringFence), .words(node.line.name), .init(node.amounts[.budget]), .init(node.actuals[month]),
        .init(node.amounts[.forecast]), .init(node.variance),
      ]
    }
    return table(
      "08-ring-fences", "Money fenced for a purpose",
      ["Purpose", "Line", "Budget", "Actual so far", "Forecast", "Variance"], rows, from: "budget-lines.tsv")
  }

  private func risks() -> MoneyReport.Table {
    let rows = bodies.flatMap { other in
      snapshot.history(FinancialRisk.self, of: other).map(\.fact).filter { $0.year == year }.map {
        risk -> [MoneyReport.Cell] in
        [
          name(other), .words(risk.name), .init(risk.gross), .init(risk.probability), .init(risk.mitigation),
          .init(risk.net),
        ]
      }
    }
    return table(
      "09-risks", "Risks and mitigations", ["Body", "Risk", "Gross", "Likelihood", "Mitigation", "Net"],
      summed(rows, 2..<6).map { row in
        row.enumerated().map { $0.offset == 3 && row[0] == .words("Sum") ? .words("") : $0.element }
      },
      from: "financial-risks.tsv", note: "At worst all of them come about in full, at best none.")
  }

  private func underlying() -> MoneyReport.Table {
    let rows = lines.filter { $0.amounts[.underlying] != nil }.map { node -> [MoneyReport.Cell] in
      let forecast = node.amounts[.forecast]
      let underlying = node.amounts[.underlying]
      return [
        .words(node.line.name), .init(forecast), .init(difference(underlying, forecast)), .init(underlying),
      ]
    }
    return table(
      "10-underlying", "What goes on from year to year",
      ["Line", "Forecast", "Taken out as once only, added for a full year", "Underlying"], rows,
      from: "budget-amounts.tsv")
  }

  private func capital() -> MoneyReport.Table {
    let rows = bodies.flatMap { other in
      snapshot.history(CapitalScheme.self, of: other).map(\.fact).filter { $0.year == year }.map {
        scheme -> [MoneyReport.Cell] in
        [
          name(other), .words(scheme.name), .words(scheme.isLease ? "lease" : "owned"), .init(scheme.plan),
          .init(scheme.actual),
        ]
      }
    }
    return table(
      "11-capital", "Capital", ["Body", "Scheme", "Lease or owned", "Plan", "Actual"], summed(rows, 3..<5),
      from: "capital-schemes.tsv")
  }

  private func cash() -> MoneyReport.Table {
    let rows = bodies.compactMap { other -> [MoneyReport.Cell]? in
      func latest(_ item: FinanceFigure.Item) -> Pence? {
        figure(item, other, .outturn) ?? figure(item, other, .forecast)
      }
      let figures = [latest(.cash), latest(.agedDebt), latest(.invoicesDue), latest(.invoicesInTime)]
      guard figures.contains(where: { $0 != nil }) else { return nil }
      var paid: Double?
      if let due = figures[2], let inTime = figures[3], due > .zero { paid = inTime.pounds / due.pounds }
      return [name(other)] + figures.map { .init($0) } + [.init(paid)]
    }
    return table(
      "12-cash", "Cash, aged debt and paying in time",
      ["Body", "Cash", "Debt over 90 days", "Invoices due", "Paid in time", "Share paid in time"], rows,
      from: "finance-figures.tsv")
  }

  /// The share of need by council beside; amounts spent there stand in the budget lines.
  private func fairShare() throws -> MoneyReport.Table {
    let headings = ["Area", "Registered people", "Percent of England’s need", "Index to England", "Index to the area"]
    let answer: FairShareAnswer
    do {
      answer = try FairShareAnswer(of: body, year: year, in: snapshot, blocks: blocks)
    } catch let error as QuestionError {
      return MoneyReport.Table(
        key: "13-fair-share", title: "Fair share", headings: headings, rows: [],
        note: "The fair share cannot be told: \(error.message).")
    }
    let rows = ([answer.share] + answer.parts).map { share -> [MoneyReport.Cell] in
      [
        .words(share.name), .words(Decimals.grouped(share.people)), .words(share.percentOfEngland),
        .words(Decimals.rounded(share.indexToEngland, places: 4)),
        .words(Decimals.rounded(share.indexToArea, places: 4)),
      ]
    }
    return table(
      "13-fair-share", "Fair share", headings, rows, from: "a file of weighted populations",
      note: "No distance from target is shown: no allocation of \(year.label) is loaded.")
  }

  private func difference(_ a: Pence?, _ b: Pence?) -> Pence? {
    guard let a, let b else { return nil }
    return a - b
  }
}
