internal import Chronicle
internal import Measures
internal import Register
internal import Vocabulary

/// What was made public.
public struct PublishReport: Codable, Hashable, Sendable {
  /// The source.
  public var source: String
  /// How many of its facts became public.
  public var published: Int
  /// Public figures and definitions whose place they took.
  public var superseded: Int
  /// The transaction; nil when everything was public already.
  public var transaction: Int?
  /// The digest that stands for the record.
  public var head: String
}

extension Record {
  /// Makes a source's internal facts public, in one transaction that says who did it and why.
  ///
  /// A fact that names a body the public may not know is not published, unless the body is with it: the name alone
  /// would tell that there is one. Figures that were kept beside public ones for the same series and period take their place. Restricted facts stay
  /// as they are.
  public func publish(_ source: String, why: String) throws -> PublishReport {
    guard let id = ID<Source>(source) else {
      throw DeskError.misused("'\(source)' is no source: `concordat import` names the source of each file")
    }
    guard !why.isEmpty else { throw DeskError.misused("say why it becomes public, with --why") }
    let done = try commit { archive in
      var report = PublishReport(
        source: source, published: 0, superseded: 0, transaction: nil, head: archive.head.digest.hex)
      var isKnown = false
      var retractions: [Int] = []
      var statements: [Statement] = []
      for kind in archive.kinds {
        for entry in archive.entries(of: kind) where archive.recorded(entry)?.retractedBy == nil {
          guard let row = archive.row(of: entry), let statement = try? Statement(row),
            statement.source.source == id
              || (statement.kind == Source.kind.name && statement.subject == id.text)
          else { continue }
          isKnown = true
          guard statement.audience == .internal else { continue }
          retractions.append(entry)
          statements.append(statement.addressed(to: .public))
        }
      }
      guard isKnown else {
        throw DeskError.refused(
          "the record has no source '\(source)': `concordat log` shows what was imported")
      }
      if let leak = Record.hiddenBody(namedBy: statements, in: archive) { throw DeskError.refused(leak) }
      let superseded = Record.standing(inTheWayOf: statements, in: archive)
      report.published = statements.count
      report.superseded = superseded.count
      return Draft(
        why: why, changes: (retractions + superseded).map(Change.retract) + statements.map(Change.assert),
        result: report)
    }
    var report = done.result
    if let transaction = done.transaction {
      report.transaction = transaction.number
      report.head = transaction.digest.hex
    }
    return report
  }

  /// Why facts may not become public: the first body they name that would still be hidden, and where it came from.
  private static func hiddenBody(namedBy statements: [Statement], in archive: Archive) -> String? {
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
  private static func standing(inTheWayOf statements: [Statement], in archive: Archive) -> [Int] {
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
