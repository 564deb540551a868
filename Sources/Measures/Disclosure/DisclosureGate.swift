/// The one way out for counts of people: what may be shown, and as what.
///
/// It never says of a hidden cell more than its mark. Given the same table and rule, it gives the same result.
public struct DisclosureGate: Sendable {
  /// The rule set it keeps to.
  public let rule: DisclosureRule

  /// A gate that keeps to a rule set.
  public init(_ rule: DisclosureRule) { self.rule = rule }

  /// The table as it may be published.
  ///
  /// Small counts are hidden first. While one could be narrowed down to fewer counts than are small, further cells are
  /// hidden; in the end every one of them that is not needed, the largest first, is shown again. Throws when no choice
  /// of hidden cells keeps a small count: because a published total tells too much, or too many totals are asked for.
  public func publish(_ table: DisclosureTable) throws(DisclosureError) -> DisclosedTable {
    let (cells, sums) = DisclosureGate.withRests(table)
    var auditor = Auditor(cells, sums, under: rule)
    var hidden = cells.map { $0.standing == .open && rule.isSmall($0.count) }
    if rule.isSecondary {
      try protect(cells, &hidden, &auditor)
      showAgain(cells, &hidden, &auditor)
    }
    let outcomes = table.cells.indices.map { outcome(cells[$0], isHidden: hidden[$0]) }
    let isSafeToCount = !rule.isSecondary || auditor.exposure(auditor.known(hiding: hidden, knowingWhy: true)) == nil
    return DisclosedTable(
      rule: rule, cells: outcomes, quotients: table.quotients.map { quotient($0, table.cells, outcomes) },
      isSafeToCount: isSafeToCount)
  }

  /// One count on its own.
  public func publish(_ count: Int) throws(DisclosureError) -> Disclosed {
    try publish(DisclosureTable([DisclosureTable.Cell("the count", count)])).cells[0]
  }

  // MARK: Cells

  /// The cells and sums, and the rest of each share: who is in the whole but not in the part can be worked out.
  private static func withRests(_ table: DisclosureTable) -> ([DisclosureTable.Cell], [DisclosureTable.Sum]) {
    var (cells, sums) = (table.cells, table.sums)
    for case .share(let part, let whole) in table.quotients {
      let name = "\(cells[whole].name) without \(cells[part].name)"
      sums.append(DisclosureTable.Sum(whole, of: [part, cells.count]))
      cells.append(DisclosureTable.Cell(name, cells[whole].count - cells[part].count, .implied))
    }
    return (cells, sums)
  }

  private func protect(
    _ cells: [DisclosureTable.Cell], _ hidden: inout [Bool], _ auditor: inout Auditor
  ) throws(DisclosureError) {
    while let exposure = auditor.exposure(auditor.known(hiding: hidden)) {
      var more = auditor.complement(of: exposure, hiding: hidden)
      if more.isEmpty {
        // Moves of many-way tables need not be whole; then the smallest cell left is hidden, one after another.
        more =
          cells.indices.filter { auditor.canHide($0, hidden) }.min { cells[$0].count < cells[$1].count }.map { [$0] }
          ?? []
      }
      guard !more.isEmpty else {
        throw DisclosureError(
          "'\(cells[exposure.cell].name)' could be worked out from what is known or published beside it, whatever is"
            + " hidden, so nothing of this table is published. Ask for larger groups, or for fewer totals."
            + " \(rule.citation)")
      }
      for cell in more { hidden[cell] = true }
    }
  }

  private func showAgain(_ cells: [DisclosureTable.Cell], _ hidden: inout [Bool], _ auditor: inout Auditor) {
    let secondary = cells.indices.filter { hidden[$0] && !rule.isSmall(cells[$0].count) }
    for cell in secondary.sorted(by: { (cells[$0].count, $0) > (cells[$1].count, $1) }) {
      hidden[cell] = false
      if auditor.exposure(auditor.known(hiding: hidden)) != nil { hidden[cell] = true }
    }
  }

  private func outcome(_ cell: DisclosureTable.Cell, isHidden: Bool) -> Disclosed {
    switch cell.standing {
    case .known: .shown(cell.count)
    case .implied: .suppressed(.unpublished)
    case .open where isHidden: .suppressed(rule.isSmall(cell.count) ? .primary : .secondary)
    case .open where rule.base == 1 || cell.count == 0: .shown(cell.count)
    case .open: .rounded(rule.rounded(cell.count), base: rule.base)
    }
  }

  // MARK: Quotients

  /// A quotient of what is shown, so that it tells nothing that its cells do not.
  private func quotient(
    _ quotient: DisclosureTable.Quotient, _ cells: [DisclosureTable.Cell], _ outcomes: [Disclosed]
  ) -> DisclosedQuotient {
    switch quotient {
    case .share(let above, let below), .rate(let above, let below):
      if let reason = outcomes[above].reason ?? outcomes[below].reason { return .suppressed(reason) }
      if cells[below].count < rule.leastDenominator { return .suppressed(.smallDenominator) }
      if (1..<max(1, rule.leastNumerator)).contains(cells[above].count) { return .suppressed(.smallNumerator) }
      guard let above = outcomes[above].value, let below = outcomes[below].value, below > 0 else {
        return .suppressed(.smallDenominator)
      }
      return .shown(Double(above) / Double(below))
    case .average(let value, let over):
      if let reason = outcomes[over].reason { return .suppressed(reason) }
      return cells[over].count < rule.leastDenominator ? .suppressed(.smallDenominator) : .shown(value)
    }
  }
}
