internal import Chronicle
import Governance
import Register
import Vocabulary

extension Inquiry {
  /// The body's plans of a sort up to the day.
  func plans(_ sort: Plan.Sort) -> [Held<Plan>] {
    governance.history(\Plan.body, naming: body).filter { $0.given.sort == sort }
  }

  /// Looks at each plan of a sort, whatever is missing of the others.
  func eachPlan(_ sort: Plan.Sort, _ look: (Held<Plan>) throws(Unknown) -> Void) {
    for plan in plans(sort) { attempt { () throws(Unknown) -> Void in try look(plan) } }
  }

  /// Who was involved in a decision, plan or proposal in some ways, up to the day; in any way where none is named.
  func involvement(in matter: ID<some Any>, _ sorts: Involvement.Sort...) -> [Held<Involvement>] {
    governance.history(\Involvement.matter, naming: matter).filter { event in
      guard let sort = event.given.sort, let on = event.given.on, on <= day else { return false }
      return sorts.isEmpty || sorts.contains(sort)
    }
  }

  /// The copies of a plan that were given, up to the day.
  func copies(of plan: Held<Plan>) -> [Held<PlanCopy>] {
    governance.history(\PlanCopy.plan, naming: plan.id).filter { ($0.given.on ?? day) <= day }
  }

  /// The day a direction sets for what is done with a plan: its copies, or a report.
  func deadline(_ sort: Direction.Sort, for year: FinancialYear) throws(Unknown) -> Day? {
    let directions = governance.history(\Direction.body, naming: body).filter { direction in
      direction.given.sort == sort && direction.given.year.flatMap { FinancialYear(in: $0) } == year
    }
    return try directions.last?.deadline
  }

  /// Expects the body to have a plan for the year the day falls in, if it was there before the year began: the duty is
  /// to make it before. The first year is that from April 2023.
  func expectPlan(_ sort: Plan.Sort, _ words: String, line: Int = #line) {
    let year = FinancialYear(containing: day)
    guard let began, began < year.begins, governance.register.exists(body), year.start >= 2023 else { return }
    let made = plans(sort).filter { $0.given.year.flatMap { FinancialYear(in: $0) } == year }
    expect(
      try isWhole(made, .plans, of: body), "no \(words) for \(year.label) is recorded",
      kept: "there is a \(words) for \(year.label)", line: line)
  }

  /// Expects a plan to be published, with copies to the partnership, the health and wellbeing boards it concerns and
  /// NHS England, by the day directed.
  func expectCopies(of plan: Held<Plan>) throws(Unknown) {
    let deadline = try deadline(.copies, for: plan.financialYear)
    attempt { () throws(Unknown) -> Void in
      let published = try plan.published
      expect(
        published <= min(day, deadline ?? day),
        published > day
          ? "\(plan.called) is to be published only on \(published.written)"
          : "\(plan.called) was published on \(published.written), after the day directed",
        kept: "\(plan.called) was published on \(published.written)")
    }
    let copies = copies(of: plan)
    if !isPartnershipDutyGone {
      expectCopy(
        of: plan, copies.filter { $0.given.to.flatMap(governance.register.kind) == .integratedCarePartnership },
        to: "the integrated care partnership", by: deadline)
    }
    attempt { () throws(Unknown) -> Void in
      for reader in try plan.boards {
        expectCopy(of: plan, copies.filter { $0.given.to == reader }, to: name(of: reader), by: deadline)
      }
    }
    if let submitted = plan.given.submitted {
      expect(
        submitted <= min(day, deadline ?? day),
        "\(plan.called) went to NHS England on \(submitted.written), after the day directed",
        kept: "NHS England has \(plan.called)")
    } else {
      expectCopy(
        of: plan, copies.filter { $0.given.to.map { ID<Holder>($0).isNHSEngland } ?? false }, to: "NHS England",
        by: deadline)
    }
  }

  private func expectCopy(of plan: Held<Plan>, _ copies: [Held<PlanCopy>], to reader: String, by deadline: Day?) {
    expect(
      try isWhole(copies, .copies, of: plan.id), "\(reader) was given no copy of \(plan.called)",
      kept: "\(reader) has a copy of \(plan.called)")
    guard let deadline, let copy = copies.first else { return }
    expect(
      try copy.on <= deadline,
      "\(reader) was given a copy of \(plan.called) on \(copy.given.on?.written ?? ""), after \(deadline.written)",
      kept: "\(reader) had it by \(deadline.written)")
  }

  /// Whether the law to come has ended the duty to have a partnership.
  private var isPartnershipDutyGone: Bool { governance.commencement(of: "BILL.ICP").map { $0 <= day } ?? false }
}

extension Held<Plan> {
  /// The year it begins with.
  var financialYear: FinancialYear {
    get throws(Unknown) {
      if let year = FinancialYear(in: try self.year) { return year }
      throw Unknown(
        kind: Plan.layout.name, subject: id.text, column: "year", "the financial year it begins with, as 2024-25")
    }
  }
}

extension FinancialYear {
  /// Its first day.
  var begins: Day { Day(year: start, month: 4, day: 1) ?? .distantPast }
  /// The first day after it.
  var ends: Day { next.begins }
}
