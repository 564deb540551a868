public import Chronicle
public import Register
public import Vocabulary

/// The budget lines of a year as one tree, from the national line to places and contracts, with what is wrong in it.
public struct BudgetTree: Sendable {
  /// One line with its amounts.
  public struct Node: Sendable {
    /// The line.
    public let line: BudgetLine
    /// How far below the top it lies; 0 for the top.
    public let depth: Int
    /// The latest version of each amount for the whole year; the budget moved by virements.
    public let amounts: [BudgetAmount.Basis: Pence]
    /// The actual spend up to each month that is recorded, 1 for April.
    public let actuals: [Int: Pence]
    /// The purpose its money is fenced for: its own or that of the nearest line above; empty for none.
    public let ringFence: String
    /// What of its budget no line below has; nil where it has no budget or nothing below.
    public let unallocated: Pence?

    /// Budget less forecast, above 0 when less is to be spent than allowed; nil where either is not known.
    public var variance: Pence? {
      guard let budget = amounts[.budget], let forecast = amounts[.forecast] else { return nil }
      return budget - forecast
    }
  }

  /// Something wrong on a line.
  public struct Finding: Hashable, Sendable {
    /// The line.
    public let line: ID<BudgetLine>
    /// What is wrong, in pence, and what to do.
    public let message: String
  }

  /// The year.
  public let year: FinancialYear
  /// The lines, each after the one it lies under, those of one parent by identifier.
  public let nodes: [Node]
  /// What is wrong, in the order of the lines.
  public let findings: [Finding]

  /// The tree of a year.
  ///
  /// - Parameter limits: how much each delegation lets be spent, by its identifier; a delegation that is not there is
  ///   not known, and lines that rest on it are found.
  /// - Complexity: O(lines + amounts + virements).
  public init(_ snapshot: Snapshot, year: FinancialYear, limits: [String: Pence]) {
    self.year = year
    let during = { (period: Period) in period.intersection(year.period) != nil }
    var lines: [ID<BudgetLine>: BudgetLine] = [:]
    for version in snapshot.history(BudgetLine.self) where during(version.period) {
      lines[version.fact.subject] = version.fact
    }
    let ledger = Ledger(snapshot, year: year, lines: lines)
    let children = Dictionary(grouping: lines.keys.sorted()) { lines[$0]?.parent }
    var nodes: [Node] = []
    var findings: [Finding] = []
    var reached: Set<ID<BudgetLine>> = []
    func visit(_ id: ID<BudgetLine>, depth: Int, above fence: String) {
      guard let line = lines[id], reached.insert(id).inserted else { return }
      let below = children[id] ?? []
      let amounts = ledger.amounts(of: id)
      let ringFence = line.ringFence.isEmpty ? fence : line.ringFence
      if !fence.isEmpty, ringFence != fence {
        findings.append(
          Finding(
            line: id,
            message: "\(line.name) is fenced for '\(ringFence)' and lies under money fenced for '\(fence)': a fence "
              + "holds for all lines below it"))
      }
      let spread = amounts[.budget].flatMap { budget -> Pence? in
        below.isEmpty ? nil : budget - below.compactMap { ledger.amounts(of: $0)[.budget] }.total
      }
      if let spread, spread < .zero {
        findings.append(
          Finding(
            line: id,
            message: "the lines under \(line.name) have \((-spread).written) (\(-spread.count) pence) more than its "
              + "\(amounts[.budget, default: .zero].written): lower them or raise it"))
      }
      findings += ledger.findings(on: line, limits: limits)
      nodes.append(
        Node(
          line: line, depth: depth, amounts: amounts, actuals: ledger.actuals(of: id), ringFence: ringFence,
          unallocated: spread))
      for child in below { visit(child, depth: depth + 1, above: ringFence) }
    }
    for top in children[nil] ?? [] { visit(top, depth: 0, above: "") }
    for id in lines.keys.sorted() where !reached.contains(id) {
      let parent = lines[id]?.parent?.text ?? ""
      findings.append(
        Finding(
          line: id,
          message: "\(lines[id]?.name ?? id.text) does not hang on the tree: '\(parent)', the line it lies under, is "
            + "not there in \(year.label), or lies under it"))
    }
    let fences = Dictionary(uniqueKeysWithValues: nodes.map { ($0.line.subject, $0.ringFence) })
    findings += ledger.virementFindings(fences)
    self.nodes = nodes
    self.findings = findings
  }

  /// The line of an identifier.
  public subscript(id: ID<BudgetLine>) -> Node? { nodes.first { $0.line.subject == id } }

  /// The lines shown in a view. Views overlap: their amounts are not to be added to one another.
  public func view(_ name: String) -> [Node] { nodes.filter { $0.line.views.contains(name) } }

  /// What of a body's lines is spent at a place or elsewhere by delegation or in pools, as a share of their budgets:
  /// nil where no line of the body has a budget.
  public func delegatedShare(of body: ID<Body>) -> Double? {
    let own = nodes.filter { $0.line.owner == body && $0.line.standing.isSpent }
    let parents = Set(nodes.compactMap(\.line.parent))
    let leaves = own.filter { !parents.contains($0.line.subject) }
    let all = leaves.compactMap { $0.amounts[.budget] }.total
    guard all > .zero else { return nil }
    let given = leaves.filter { $0.line.standing == .delegated || $0.line.standing == .pooled }
    return Double(given.compactMap { $0.amounts[.budget] }.total.count) / Double(all.count)
  }
}
