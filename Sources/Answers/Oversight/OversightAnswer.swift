public import Chronicle
internal import Oversight
public import Vocabulary

/// By what are bodies judged on a day, and who leads?
public struct OversightAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// The frameworks that judge on the day.
  public let frameworks: [FrameworkEntry]
  /// The lists of measures of the day that judge nobody.
  public let catalogues: [FrameworkEntry]
  /// The frameworks of other days.
  public let others: [FrameworkEntry]
  /// Who leads oversight on the day.
  public let leads: [LeadEntry]
  /// The quarters of which the record has results, the latest first.
  public let quarters: [String]

  /// The frameworks of the snapshot's day. Throws when a shipped table or a block cannot be read.
  public init(in snapshot: Snapshot, blocks: Blocks) throws {
    let catalogue = try FrameworkCatalogue.shipped()
    let day = snapshot.trueOn
    let entries = catalogue.frameworks.map { ($0, FrameworkEntry($0, catalogue, on: day)) }
    let ofDay = entries.filter { $0.0.period.contains(day) != false }
    asAt = AsAt(snapshot)
    frameworks = ofDay.filter { $0.0.engine != .catalogue }.map(\.1)
    catalogues = ofDay.filter { $0.0.engine == .catalogue }.map(\.1)
    others = entries.filter { $0.0.period.contains(day) == false }.map(\.1)
    leads = LeadEntry.all(on: day, catalogue)
    quarters = try OversightFigures.of(snapshot, catalogue, blocks: blocks).quarters(by: day).reversed()
      .map(\.description)
    let names = frameworks.map { "the \($0.name)" }
    sentence =
      frameworks.isEmpty
      ? "The record knows of no framework of oversight on \(day.written)."
      : "On \(day.written) bodies were judged by \(Sentences.list(names)): "
        + Sentences.list(
          frameworks.map {
            "\(Sentences.list($0.judges)) by \($0.engine == "scored" ? "scores" : "people’s judgement, with no score")"
          })
        + "."
  }
}

/// Who leads oversight of a kind of body on a day.
public struct LeadEntry: Encodable, Hashable, Sendable, Spanning {
  /// The kind of body, `trust` or `icb`.
  public let of: String
  /// Who leads.
  public let leads: String
  /// The rule in a sentence.
  public let rule: String
  /// The first day.
  public let from: When
  /// The first day after; null while it has not ended.
  public let until: When
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was read.
  public let source: FrameworkEntry.PublishedAt

  static func all(on day: Day, _ catalogue: FrameworkCatalogue) -> [LeadEntry] {
    Set(catalogue.leadership.map(\.subject)).sorted().flatMap { subject in
      catalogue.lead(of: subject, on: day).map { LeadEntry($0, catalogue) }
    }
  }

  init(_ lead: OversightLead, _ catalogue: FrameworkCatalogue) {
    of = lead.subject
    leads = lead.leads
    rule = lead.summary
    from = When(lead.period.from)
    until = When(lead.period.until)
    certainty = lead.certainty
    source = FrameworkEntry.PublishedAt(lead.source, catalogue)
  }
}
