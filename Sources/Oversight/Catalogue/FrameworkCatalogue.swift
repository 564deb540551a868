public import Vocabulary

/// All frameworks, metrics, offers of support and leaders of oversight, read from their tables.
public struct FrameworkCatalogue: Sendable {
  /// The frameworks, in the order of their table.
  public let frameworks: [Framework]
  /// Every metric of every framework, in the order of their table.
  public let metrics: [Metric]
  /// What is offered or imposed, with its dates.
  public let support: [SupportOffer]
  /// Who leads oversight, with its dates.
  public let leadership: [OversightLead]
  /// The sources that rows name, by key.
  public let sources: [String: Source]

  /// Where something was read.
  public struct Source: Hashable, Sendable {
    /// Its title.
    public let title: String
    /// Its address.
    public let address: String
  }

  /// The catalogue that ships with Concordat.
  ///
  /// - Throws: `OversightError` where a table is damaged, with its file and line.
  public static func shipped() throws(OversightError) -> FrameworkCatalogue { try read.get() }

  /// The tables are read once.
  private static let read = Result { () throws(OversightError) in try FrameworkCatalogue(ShippedTables.files) }

  /// The framework with this key, or the one used in this financial year; `2025/26` will do for `2025-26`.
  public func framework(_ word: String) -> Framework? {
    let key = String(word.map { $0 == "/" ? "-" : $0 })
    return frameworks.first { $0.id == key } ?? frameworks.first { $0.years.contains(key) }
  }

  /// The metrics of two frameworks that count the same thing, in the order of the first.
  public func crosswalk(
    from: Framework, to: Framework
  ) -> [(from: Framework.Placement, to: Framework.Placement)] {
    from.metrics.flatMap { one in
      to.metrics.filter { !one.metric.concept.isEmpty && $0.metric.concept == one.metric.concept }.map { (one, $0) }
    }
  }

  /// Who leads oversight of a kind of body on a day, with the rule that says so; empty where nothing is known.
  public func lead(of subject: String, on day: Day) -> [OversightLead] {
    leadership.filter { $0.subject == subject && $0.period.contains(day) != false }
  }

  /// What a framework offers or imposes in a segment on a day. What has ended by then is never named.
  public func support(in framework: String, segment: Int, on day: Day) -> [SupportOffer] {
    support.filter {
      $0.frameworks.contains(framework) && $0.segment == segment && $0.period.contains(day) != false
    }
  }
}

/// Who leads oversight of a kind of body: a dated rule.
public struct OversightLead: Hashable, Sendable {
  /// When the rule holds.
  public let period: Period
  /// The kind of body overseen.
  public let subject: String
  /// Who leads.
  public let leads: String
  /// The rule in a sentence.
  public let summary: String
  /// How sure we are of it.
  public let certainty: Certainty
  /// The key of its source.
  public let source: String
}

/// What is offered to, or imposed on, bodies in a segment.
public struct SupportOffer: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// When it exists.
  public let period: Period
  /// The frameworks it belongs to.
  public let frameworks: [String]
  /// The segment it is for; nil where it is older than segments.
  public let segment: Int?
  /// Whether it is a programme that a body enters and leaves.
  public let isProgramme: Bool
  /// What it is, in a sentence.
  public let summary: String
  /// How sure we are of it.
  public let certainty: Certainty
  /// The key of its source.
  public let source: String

  /// Its name as a key, for example `recovery-support-programme`.
  public var key: String { ID<SupportOffer>(slug: name).text }
}
