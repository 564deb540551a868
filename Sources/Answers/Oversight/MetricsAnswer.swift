internal import Oversight
public import Vocabulary

/// By which metrics does a framework judge, and which of them did another year have?
///
/// It rests on the tables that ship and on no record.
public struct MetricsAnswer: Encodable, Hashable, Sendable {
  /// The answer in a sentence.
  public let sentence: String
  /// Every framework there is, by key and name.
  public let frameworks: [Choice]
  /// The framework shown; null for all.
  @OrNull public private(set) var framework: String?
  /// The framework it is set against; null for none.
  @OrNull public private(set) var against: String?
  /// The metrics, in the order of the framework.
  public let metrics: [MetricEntry]
  /// The themes of the two frameworks that share metrics, with how many.
  public let themes: [Theme]
  /// The metrics that count the same thing in both.
  public let pairs: [Pair]

  /// A framework to choose.
  public struct Choice: Encodable, Hashable, Sendable {
    /// Its key.
    public let id: String
    /// Its name.
    public let name: String
    /// How many metrics it has.
    public let metrics: Int
  }

  /// A theme of one framework and one of another, and what they share.
  public struct Theme: Encodable, Hashable, Sendable {
    /// The theme of the first framework.
    public let from: String
    /// The theme of the other.
    public let to: String
    /// How many metrics they share.
    public let shared: Int
  }

  /// Two metrics that count the same thing.
  public struct Pair: Encodable, Hashable, Sendable {
    /// The code in the first framework.
    public let fromCode: String
    /// Its name there.
    public let fromName: String
    /// Its theme there.
    public let fromTheme: String
    /// The code in the other.
    public let toCode: String
    /// Its name there.
    public let toName: String
    /// Its theme there.
    public let toTheme: String
  }

  /// The metrics of a framework, or of all; set against another where one is named.
  ///
  /// Throws `QuestionError` when a framework is not known.
  public init(framework word: String?, against other: String? = nil) throws {
    let catalogue = try FrameworkCatalogue.shipped()
    func find(_ word: String) throws -> Framework {
      guard let found = catalogue.framework(word) else {
        throw QuestionError(
          "no framework is called '\(word)': use one of \(catalogue.frameworks.map(\.id).joined(separator: ", "))")
      }
      return found
    }
    let chosen = try word.map(find)
    let second = try other.map(find)
    frameworks = catalogue.frameworks.map { Choice(id: $0.id, name: $0.name, metrics: $0.metrics.count) }
    _framework = OrNull(wrappedValue: chosen?.id)
    _against = OrNull(wrappedValue: second?.id)
    metrics = (chosen.map { [$0] } ?? catalogue.frameworks).flatMap { framework in
      framework.metrics.map { MetricEntry($0, framework, catalogue) }
    }
    let shared = chosen.flatMap { one in second.map { (one, $0, catalogue.crosswalk(from: one, to: $0)) } }
    pairs =
      shared.map { one, two, placements in
        placements.map { from, to in
          Pair(
            fromCode: from.metric.code, fromName: from.metric.name, fromTheme: one.name(of: from.domain),
            toCode: to.metric.code, toName: to.metric.name, toTheme: two.name(of: to.domain))
        }
      } ?? []
    var order: [[String]] = []
    for pair in pairs where !order.contains([pair.fromTheme, pair.toTheme]) {
      order.append([pair.fromTheme, pair.toTheme])
    }
    let all = pairs
    themes = order.map { names in
      Theme(from: names[0], to: names[1], shared: all.count { $0.fromTheme == names[0] && $0.toTheme == names[1] })
    }
    let count = Sentences.count(metrics.count, "metric", "metrics")
    switch (chosen, second) {
    case (let one?, let two?):
      sentence =
        "The \(one.name) has \(count); \(Sentences.number(Set(pairs.map(\.fromCode)).count)) of them count what a metric "
        + "of the \(two.name) counts."
    case (let one?, nil): sentence = "The \(one.name) has \(count)."
    default:
      sentence =
        "\(Sentences.count(frameworks.count, "framework or list has", "frameworks and lists have")) \(count) in all."
    }
  }
}

/// A metric in a framework.
public struct MetricEntry: Encodable, Hashable, Sendable {
  /// The key of the framework.
  public let framework: String
  /// Its code, as published or a key of ours.
  public let code: String
  /// Its name.
  public let name: String
  /// The domain or theme.
  public let domain: String
  /// The part of the domain; empty where there are no parts.
  public let subdomain: String
  /// Whom it applies to.
  public let appliesTo: String
  /// How it is scored.
  public let rule: String
  /// What is counted; empty where it is not known.
  public let numerator: String
  /// What it is divided by; empty for a count.
  public let denominator: String
  /// The unit.
  public let unit: String
  /// Which way is better.
  public let polarity: String
  /// How often it is published.
  public let cadence: String
  /// How it may be recast.
  public let additivity: String
  /// The data set it comes from.
  public let dataSet: String
  /// Who owns that data set.
  public let owner: String
  /// How small numbers in it are kept from view.
  public let disclosure: String
  /// How sure the rule is.
  public let ruleCertainty: Certainty
  /// How sure the code is.
  public let codeCertainty: Certainty
  /// How sure the name is.
  public let nameCertainty: Certainty
  /// How sure numerator, denominator, unit and cadence are.
  public let definitionCertainty: Certainty
  /// Where it was read.
  public let source: FrameworkEntry.PublishedAt

  init(_ placement: Framework.Placement, _ framework: Framework, _ catalogue: FrameworkCatalogue) {
    let metric = placement.metric
    self.framework = framework.id
    code = metric.code
    name = metric.name
    domain = framework.name(of: placement.domain)
    subdomain = placement.subdomain
    appliesTo = placement.applies
    rule = placement.rule.words
    numerator = metric.numerator
    denominator = metric.denominator
    unit = metric.unit
    polarity = metric.polarity.rawValue
    cadence = metric.cadence
    additivity = metric.additivity.rawValue
    dataSet = metric.dataSet
    owner = metric.owner
    disclosure = metric.disclosure
    ruleCertainty = placement.certainty
    codeCertainty = metric.certainty.code
    nameCertainty = metric.certainty.name
    definitionCertainty = metric.certainty.definition
    source = FrameworkEntry.PublishedAt(metric.source, catalogue)
  }
}

extension Framework {
  /// The name of a domain.
  func name(of domain: String) -> String { domains.first { $0.id == domain }?.name ?? domain }
}
