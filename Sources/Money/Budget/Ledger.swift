internal import Chronicle
internal import Register
internal import Vocabulary

/// The amounts of a year as the record has them: the latest versions, with virements, against closed books.
struct Ledger {
  private let snapshot: Snapshot
  private let year: FinancialYear
  private let lines: [ID<BudgetLine>: BudgetLine]
  private var amounts: [ID<BudgetLine>: [BudgetAmount.Basis: [Int: BudgetAmount]]] = [:]
  private var virements: [Version<Virement>] = []
  private var moved: [ID<BudgetLine>: Pence] = [:]
  private var late: [ID<BudgetLine>: [String]] = [:]

  init(_ snapshot: Snapshot, year: FinancialYear, lines: [ID<BudgetLine>: BudgetLine]) {
    self.snapshot = snapshot
    self.year = year
    self.lines = lines
    for version in snapshot.history(BudgetAmount.self) where version.fact.year == year {
      let amount = version.fact
      if amount.basis == .actual, isClosed(amount.subject, month: amount.month, before: version.recorded) {
        late[amount.subject, default: []].append("an amount for month \(amount.month)")
        continue
      }
      let known = amounts[amount.subject]?[amount.basis]?[amount.month]
      if known.map({ $0.version < amount.version }) ?? true {
        amounts[amount.subject, default: [:]][amount.basis, default: [:]][amount.month] = amount
      }
    }
    for version in snapshot.history(Virement.self) where version.fact.year == year {
      let virement = version.fact
      if isClosed(virement.subject, month: virement.month, before: version.recorded)
        || isClosed(virement.to, month: virement.month, before: version.recorded)
      {
        late[virement.subject, default: []].append("a virement in month \(virement.month)")
        continue
      }
      virements.append(version)
      moved[virement.subject, default: .zero] -= virement.amount
      moved[virement.to, default: .zero] += virement.amount
    }
  }

  /// Whether the books of a line's owner were closed for a month by an earlier transaction.
  private func isClosed(_ line: ID<BudgetLine>, month: Int, before transaction: Int) -> Bool {
    guard let owner = lines[line]?.owner else { return false }
    return snapshot.history(BooksClosed.self, of: owner).contains {
      $0.fact.year == year && $0.fact.month >= month && $0.recorded < transaction
    }
  }

  /// The latest version of each amount for the whole year. The budget is the plan where nothing else is said, moved by
  /// virements.
  func amounts(of line: ID<BudgetLine>) -> [BudgetAmount.Basis: Pence] {
    var known = (amounts[line] ?? [:]).compactMapValues { $0[12]?.amount }
    if let start = known[.budget] ?? known[.plan] { known[.budget] = start + (moved[line] ?? .zero) }
    return known
  }

  /// The spend up to each month that is recorded.
  func actuals(of line: ID<BudgetLine>) -> [Int: Pence] {
    (amounts[line]?[.actual] ?? [:]).mapValues(\.amount)
  }

  /// What is wrong on one line, but for its fence and the lines below.
  func findings(on line: BudgetLine, limits: [String: Pence]) -> [BudgetTree.Finding] {
    var messages = (late[line.subject] ?? []).map {
      "\(line.name): \($0) came after the books were closed and does not count: record it in an open month"
    }
    if let kind = snapshot.first(Body.self, of: line.owner)?.fact.bodyKind, kind.isNeverLegalPerson {
      messages.append(
        "\(line.name) is owned by a \(kind.singular), which is no person in law and cannot own a budget: name the body "
          + "whose money it is and show the line in a view")
    }
    if line.standing == .notional, amounts[line.subject]?[.actual] != nil {
      messages.append(
        "\(line.name) is notional and has spend: nobody can spend it, so record the spend where it is real")
    }
    if line.standing == .delegated, line.delegation.isEmpty {
      messages.append("\(line.name) is delegated and names no delegation: name the one that lets it be spent")
    }
    if !line.delegation.isEmpty {
      if let limit = limits[line.delegation] {
        let budget = amounts(of: line.subject)[.budget] ?? .zero
        if budget > limit {
          messages.append(
            "\(line.name) has \(budget.written), \((budget - limit).written) (\((budget - limit).count) pence) more than "
              + "the \(limit.written) of the delegation \(line.delegation) that created it")
        }
      } else {
        messages.append("\(line.name) rests on the delegation \(line.delegation), which is not known on this day")
      }
    }
    return messages.map { BudgetTree.Finding(line: line.subject, message: $0) }
  }

  /// Virements that lead nowhere or out of a fence.
  func virementFindings(_ fences: [ID<BudgetLine>: String]) -> [BudgetTree.Finding] {
    virements.compactMap { version in
      let virement = version.fact
      guard let from = fences[virement.subject], let to = fences[virement.to] else {
        return BudgetTree.Finding(
          line: virement.subject,
          message: "\(virement.amount.written) moves from \(virement.subject) to \(virement.to), and one of them is no "
            + "line of the tree in \(year.label)")
      }
      guard !from.isEmpty, from != to else { return nil }
      return BudgetTree.Finding(
        line: virement.subject,
        message: "\(virement.amount.written) (\(virement.amount.count) pence) fenced for '\(from)' moves to "
          + "\(virement.to), which is not: move it back")
    }
  }
}
