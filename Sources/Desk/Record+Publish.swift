internal import Chronicle
internal import Measures
internal import Register
internal import Store
internal import Vocabulary

/// What was made public.
public struct PublishReport: Codable, Hashable, Sendable {
  /// The source.
  public var source: String
  /// How many of its facts became public.
  public var published: Int
  /// Public figures and definitions whose place they took.
  public var superseded: Int
  /// Why cells are hidden that the rule alone would show. For whoever publishes: it is not public.
  public var hidden: [String]
  /// The transaction; nil when everything was public already.
  public var transaction: Int?
  /// The digest that stands for the record.
  public var head: String
}

extension Record {
  /// Makes a source's internal facts public, in one transaction that says who did it and why.
  ///
  /// Figures go through the gate for small numbers, under the rule of their measure or the one named here for this
  /// source. Where it hides or rounds, or `footprint` adds them up for the bodies of a kind or a made area, the figures
  /// themselves and their file stay internal; what becomes public is a block that holds nothing else, said by a source
  /// of its own. Each release is recorded, and checked against those before it.
  ///
  /// A fact that names a body the public may not know is not published, unless the body is with it: the name alone
  /// would tell that there is one. Figures that were kept beside public ones for the same series and period take their
  /// place. Restricted facts stay as they are.
  ///
  /// Throws `DeskError.refused` when a measure has no rule, or an area's figure could be subtracted from what is out.
  public func publish(
    _ source: String, why: String, under rule: String? = nil, on footprint: String? = nil
  ) throws -> PublishReport {
    guard let id = ID<Source>(source) else {
      throw DeskError.misused("'\(source)' is no source: `concordat import` names the source of each file")
    }
    guard !why.isEmpty else { throw DeskError.misused("say why it becomes public, with --why") }
    let named = try rule.map(Record.rule)
    let done = try commit { archive in
      let plan = try ReleasePlan(
        archive, of: id, under: named, on: try footprint.map { try ReleaseFootprint($0, in: archive) },
        today: world.today, blocks: blocks)
      guard !plan.isGated else { return try Publishing.release(id, plan, in: archive, why: why) }
      return try Publishing.open(id, plan, in: archive, why: why)
    }
    var report = done.result
    if let transaction = done.transaction {
      report.transaction = transaction.number
      report.head = transaction.digest.hex
    }
    return report
  }

  private static func rule(_ name: String) throws -> DisclosureRule {
    guard let rule = DisclosureRule.named(name) else {
      let known = DisclosureRule.all.map(\.id).joined(separator: ", ")
      throw DeskError.misused("no rule for small numbers is called '\(name)': use one of \(known)")
    }
    return rule
  }
}

/// What is committed when a source is published.
private enum Publishing {
  // MARK: As it is

  /// The source's facts as they stand.
  static func open(
    _ id: ID<Source>, _ plan: ReleasePlan, in archive: Archive, why: String
  ) throws -> Record.Draft<PublishReport> {
    let (entries, statements) = try internals(of: id, in: archive)
    return try draft(
      id, retracting: entries, statements.map { $0.addressed(to: .public) } + policies(plan, by: id), in: archive,
      why: why)
  }

  private static func internals(of id: ID<Source>, in archive: Archive) throws -> (entries: [Int], [Statement]) {
    var isKnown = false
    var entries: [Int] = []
    var statements: [Statement] = []
    for kind in archive.kinds {
      for entry in archive.entries(of: kind) where archive.recorded(entry)?.retractedBy == nil {
        guard let row = archive.row(of: entry), let statement = try? Statement(row),
          statement.source.source == id || (statement.kind == Source.kind.name && statement.subject == id.text)
        else { continue }
        isKnown = true
        guard statement.audience == .internal else { continue }
        entries.append(entry)
        statements.append(statement)
      }
    }
    guard isKnown else {
      throw DeskError.refused("the record has no source '\(id)': `concordat log` shows what was imported")
    }
    return (entries, statements)
  }

  /// The rule a person named, for each measure of the source that is not under it already.
  private static func policies(_ plan: ReleasePlan, by id: ID<Source>) -> [Statement] {
    guard let named = plan.named else { return [] }
    return plan.rules.keys.sorted().filter { (try? plan.snapshot.disclosureRule(of: $0)) != named }
      .map {
        Statement(DisclosurePolicy($0, rule: named.id), .always, certainty: .reported, source: SourceReference(id))
      }
  }

  private static func draft(
    _ id: ID<Source>, retracting entries: [Int], _ statements: [Statement], contents: [Content] = [],
    notes: [String] = [], in archive: Archive, why: String
  ) throws -> Record.Draft<PublishReport> {
    if let leak = Record.hiddenBody(namedBy: statements, in: archive) { throw DeskError.refused(leak) }
    let superseded = Record.standing(inTheWayOf: statements, in: archive)
    let report = PublishReport(
      source: id.text, published: statements.count, superseded: superseded.count, hidden: notes, transaction: nil,
      head: archive.head.digest.hex)
    return Record.Draft(
      why: why, changes: (entries + superseded).map(Change.retract) + statements.map(Change.assert),
      contents: contents, result: report)
  }

  // MARK: Through the gate

  /// What the gate lets out. The figures and the file they came in stay as they are.
  static func release(
    _ id: ID<Source>, _ plan: ReleasePlan, in archive: Archive, why: String
  ) throws -> Record.Draft<PublishReport> {
    let teller = ID<Source>(slug: "release.t\(archive.head.transactions + 1)")
    let kept: Set<String> = [Observation.kind.name, Original.kind.name, Source.kind.name, KeptText.kind.name]
    let (entries, all) = try internals(of: id, in: archive)
    let others = zip(entries, all).filter { !kept.contains($0.1.kind) }
    let released = try figures(plan, by: teller)
    let policies = policies(plan, by: teller)
    guard !released.statements.isEmpty || !others.isEmpty else {
      return Record.Draft(
        why: why, changes: [],
        result: PublishReport(
          source: id.text, published: 0, superseded: 0, hidden: [], transaction: nil, head: archive.head.digest.hex))
    }
    let statements =
      [self.source(teller, of: id, plan)] + others.map { $0.1.retold(by: teller).addressed(to: .public) } + policies
      + released.statements
    return try draft(
      id, retracting: others.map(\.0), statements, contents: released.contents, notes: released.reasons, in: archive,
      why: why)
  }

  private static func source(_ teller: ID<Source>, of id: ID<Source>, _ plan: ReleasePlan) -> Statement {
    let fact = plan.snapshot.nearest(Source.self, of: id)?.fact
    return Statement(
      Source(
        teller, title: fact?.title ?? id.text, publisher: fact?.publisher ?? "", published: fact?.published,
        address: fact?.address ?? "", licence: fact?.licence ?? "",
        note: "Released under rules for small numbers. The figures as they were handed in are not public."),
      .always, source: SourceReference(nil))
  }

  private typealias Released = (statements: [Statement], contents: [Content], reasons: [String])

  private static func figures(_ plan: ReleasePlan, by teller: ID<Source>) throws -> Released {
    var history = ReleaseHistory(plan)
    var released: Released = ([], [], [])
    for group in plan.groups() {
      do {
        let table = try ReleaseTable(group, of: plan)
        var outcomes = try table.outcomes()
        let reasons = try history.settle(table, &outcomes)
        if case .area = plan.footprint, let reason = reasons.first { throw DeskError.refused(reason) }
        history.add(table, outcomes)
        released.reasons += reasons
        for (figure, version) in group.enumerated() {
          try add(version, table, outcomes[figure], plan, teller, to: &released)
        }
      } catch let error as DisclosureError {
        throw DeskError.refused(error.message)
      }
    }
    return released
  }

  /// One figure's observation and release, unless just that is public already.
  private static func add(
    _ version: ReleasePlan.Held, _ table: ReleaseTable, _ outcomes: [Disclosed?], _ plan: ReleasePlan,
    _ teller: ID<Source>, to released: inout Released
  ) throws {
    let old = version.fact
    let column = old.column
    var units = table.cells.map(\.code)
    var shown = ReleasedColumn(outcomes)
    if case .area = plan.footprint { try keepOtherAreas(of: old, plan, &units, &shown) }
    let block = Block(units: units, columns: shown.columns(named: column))
    let content = Content(block.encoded)
    let observation = Observation(
      old.subject, basis: old.basis, grain: table.grain, label: old.label, state: old.state, column: column,
      block: content.digest, count: block.count)
    let standing = plan.snapshot.archive.table(Observation.self).versions(of: old.subject)
    if standing.contains(where: { $0.retracted == .max && $0.audience == .public && $0.fact == observation }) { return }
    let rule = plan.rules[old.subject] ?? .asPublished
    released.contents.append(content)
    released.statements += [
      Statement(observation, version.period, certainty: version.certainty, source: SourceReference(teller)),
      Statement(
        Release(observation, on: table.map, under: rule.id), version.period, certainty: version.certainty,
        source: SourceReference(teller)),
    ]
  }

  /// Areas that somebody made share one table: those released before stay in it.
  private static func keepOtherAreas(
    of old: Observation, _ plan: ReleasePlan, _ units: inout [String], _ shown: inout ReleasedColumn
  ) throws {
    let before = plan.snapshot.archive.table(Observation.self).versions(of: old.subject).last {
      $0.retracted == .max && $0.audience == .public && $0.fact.grain == ReleaseFootprint.area(ID(slug: "any")).grain
        && $0.fact.label == old.label && $0.fact.basis == old.basis
    }
    guard let before else { return }
    let block = try plan.blocks(before.fact.block)
    guard let column = ReleasedColumn(before.fact.column, of: block) else { return }
    let fresh = Set(units)
    let kept = block.units.indices.filter { !fresh.contains(block.units[$0]) }
    shown = shown.joined(with: column, keeping: kept)
    units += kept.map { block.units[$0] }
  }
}

extension Record {
  /// Why facts may not become public: the first body they name that would still be hidden, and where it came from.
  fileprivate static func hiddenBody(namedBy statements: [Statement], in archive: Archive) -> String? {
    let standing = archive.table(Body.self).versions.filter { $0.retracted == .max }
    var shown = Set(standing.filter { $0.audience == .public }.map(\.fact.subject.text))
    for statement in statements where statement.kind == Body.kind.name { shown.insert(statement.subject) }
    let hidden = Dictionary(
      standing.filter { !shown.contains($0.fact.subject.text) }.map { ($0.fact.subject.text, $0) },
      uniquingKeysWith: { first, _ in first })
    for statement in statements {
      guard let kind = Kinds.byName[statement.kind] else { continue }
      let named =
        (kind.isOfBody ? [statement.subject] : [])
        + kind.named(by: statement.fields).filter { $0.thing == .body }.map(\.name)
      guard let version = named.lazy.compactMap({ hidden[$0] }).first else { continue }
      let body = version.fact.subject
      let source = version.source.source.map { ", which came of '\($0)'" } ?? ""
      return "'\(statement.kind)' of '\(statement.subject)' names the body '\(body)'\(source) and is "
        + "\(version.audience.rawValue): publish that first, or the name alone would tell that there is one. Nothing "
        + "was published"
    }
    return nil
  }

  /// Public figures of the same series and period, and definitions of the same measure.
  fileprivate static func standing(inTheWayOf statements: [Statement], in archive: Archive) -> [Int] {
    var keys: Set<[String]> = []
    for statement in statements {
      if let key = series(statement.kind, statement.subject, statement.fields) { keys.insert(key) }
    }
    if keys.isEmpty { return [] }
    let figures = archive.table(Observation.self).versions.filter {
      $0.retracted == .max && $0.audience == .public
    }
    .filter { version in
      series(Observation.kind.name, version.fact.subject.text, version.fact.fields).map(keys.contains)
        ?? false
    }
    .map(\.entry)
    let definitions = archive.table(MeasureDefinition.self).versions
      .filter { $0.retracted == .max && $0.audience == .public }
      .filter { version in
        series(MeasureDefinition.kind.name, version.fact.subject.text, version.fact.fields).map(keys.contains)
          ?? false
      }
      .map(\.entry)
    return (figures + definitions).sorted()
  }

  private static func series(_ kind: String, _ subject: String, _ fields: [String]) -> [String]? {
    switch kind {
    case Observation.kind.name: [kind, subject] + fields.prefix(3)
    case MeasureDefinition.kind.name: [kind, subject]
    default: nil
    }
  }
}
