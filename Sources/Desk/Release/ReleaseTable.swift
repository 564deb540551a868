internal import Chronicle
internal import Measures
internal import Recast
internal import Register
internal import Vocabulary

/// The counts of one group of figures, cell by cell, on their way through the gate.
struct ReleaseTable {
  let group: [ReleasePlan.Held]
  let quotients: [(above: Int, below: Int)]
  let rules: [DisclosureRule]
  /// The cells, by code, with the rows of the file in each.
  let cells: [(code: String, rows: [Int])]
  let grain: String
  /// The day of the map; nil where the cells are the units of the file.
  let map: Day?
  let units: Units
  /// The true counts of each figure by cell; nil where the file has none.
  let counts: [[Int?]]

  /// Throws `DeskError.refused` where something is no count of people, or its rule cannot be applied.
  init(_ group: [ReleasePlan.Held], of plan: ReleasePlan) throws {
    self.group = group
    quotients = plan.quotients(of: group)
    rules = group.compactMap { plan.rules[$0.fact.subject] }
    let first = group[0]
    let block = try plan.blocks(first.fact.block)
    units = Units(grain: first.fact.grain, basis: first.fact.basis, period: first.period, block: block)
    if let footprint = plan.footprint {
      let day = if case .area = footprint { plan.snapshot.trueOn } else { units.countedOn }
      map = day
      grain = footprint.grain
      cells = try footprint.cells(of: units, on: day, plan.snapshot, plan.blocks).map { ($0.code, $0.rows) }
    } else {
      map = nil
      grain = first.fact.grain
      cells = block.units.enumerated().map { ($1, [$0]) }
    }
    let rows = cells.map(\.rows)
    counts = try group.map { version in
      let column = try ReleaseTable.column(version, like: block, plan)
      return rows.map { rows in
        let known = rows.compactMap { column[$0] }
        return known.isEmpty ? nil : known.reduce(0, +)
      }
    }
  }

  /// Counts of a measure, in the order of the group's units.
  private static func column(_ version: ReleasePlan.Held, like block: Block, _ plan: ReleasePlan) throws -> [Int?] {
    let name = version.fact.subject
    let definition = plan.snapshot.nearest(MeasureDefinition.self, of: name)?.fact
    guard definition?.additivity == .additive else {
      throw DeskError.refused(
        "\(name) does not add up, so it does not say how many people stand behind a figure, and the rule cannot be "
          + "applied. Give its numerator and denominator, say that it is 'additive', or publish it with --rule none if "
          + "it was cleared elsewhere")
    }
    let own = try plan.blocks(version.fact.block)
    let values = own.numbers[version.fact.column] ?? []
    let rows = Dictionary(own.units.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return try block.units.map { unit in
      guard let row = rows[unit], values.indices.contains(row), !values[row].isNaN else { return nil }
      guard let count = Int(exactly: values[row]), count >= 0 else {
        throw DeskError.refused(
          "\(name) for \(version.fact.label) has a figure that is no count of people (unit \(unit)): only whole numbers "
            + "from nought go through the gate. Publish it with --rule none if it counts no people")
      }
      return count
    }
  }

  /// What the gate lets out, figure by figure, cell by cell. Noughts and small counts first, then what follows from a
  /// rate's two counts.
  func outcomes() throws -> [[Disclosed?]] {
    guard let rule = rules.first(where: \.hidesOrRounds) else {
      return counts.map { $0.map { $0.map(Disclosed.shown) } }
    }
    guard Set(rules.filter(\.hidesOrRounds)).count == 1 else {
      throw DeskError.refused(
        "\(group.map(\.fact.subject.text).joined(separator: " and ")) make one rate and are under different rules "
          + "(\(rules.map(\.id).joined(separator: ", "))): put them under one")
    }
    let gate = DisclosureGate(rule)
    let parts = quotients.filter { pair in
      cells.indices.allSatisfy { cell in
        guard let above = counts[pair.above][cell], let below = counts[pair.below][cell] else { return true }
        return above <= below
      }
    }
    var outcomes = counts.map { $0.map { _ in Disclosed?.none } }
    for cell in cells.indices {
      let present = group.indices.filter { counts[$0][cell] != nil }
      let position = Dictionary(uniqueKeysWithValues: present.enumerated().map { ($1, $0) })
      let table = try DisclosureTable(
        present.map { figure in
          DisclosureTable.Cell(
            "\(group[figure].fact.subject) in \(cells[cell].code)", counts[figure][cell] ?? 0,
            rules[figure].hidesOrRounds ? .open : .known)
        },
        quotients: parts.compactMap { pair in
          guard let above = position[pair.above], let below = position[pair.below] else { return nil }
          return .share(of: above, in: below)
        })
      // Where the count below the line is public already, no choice of the gate keeps a small one: nothing is shown.
      let published = try? gate.publish(table).cells
      for (place, figure) in present.enumerated() {
        outcomes[figure][cell] =
          published?[place]
          ?? (rules[figure].hidesOrRounds ? .suppressed(.secondary) : .shown(counts[figure][cell] ?? 0))
      }
    }
    return outcomes
  }
}
