/// A standard population by age band, joined by the name of the band and never by its position.
public struct StandardPopulation: Hashable, Sendable {
  /// What it is called.
  public let name: String
  /// Where its numbers were published.
  public let source: String
  /// Its bands in order of age, each with its weight.
  public let bands: [Band]

  /// A band and its weight.
  public struct Band: Hashable, Sendable {
    /// The ages.
    public let ages: AgeBand
    /// How many of the standard population are of these ages.
    public let weight: Double
  }

  /// Why bands do not join.
  public enum Mismatch: Error, Hashable, Sendable, CustomStringConvertible {
    /// A name that is no band of this standard.
    case unknown(String, standard: String)
    /// A band named twice.
    case twice(String)
    /// Bands of the standard that no name was given for.
    case missing([String], standard: String)

    /// What is wrong and what to do.
    public var description: String {
      switch self {
      case .unknown(let name, let standard):
        "'\(name)' is no age band of the \(standard): name its bands by their first age or their two ages"
      case .twice(let name): "the age band '\(name)' is there twice: add its rows together"
      case .missing(let names, let standard):
        "the \(standard) also has the age bands \(names.joined(separator: ", ")): add their rows, with a count of 0 if "
          + "nothing happened"
      }
    }
  }

  /// The weights that belong to these names, in their order.
  ///
  /// - Throws: ``Mismatch`` when a name is unknown or there twice, or when a band has no name.
  public func weights(for names: [String]) throws(Mismatch) -> [Double] {
    var taken = Set<Int>()
    var weights: [Double] = []
    for name in names {
      guard let ages = AgeBand(name), let index = bands.firstIndex(where: { $0.ages.agrees(with: ages) }) else {
        throw .unknown(name, standard: self.name)
      }
      guard taken.insert(index).inserted else { throw .twice(name) }
      weights.append(bands[index].weight)
    }
    guard taken.count == bands.count else {
      throw .missing(bands.indices.filter { !taken.contains($0) }.map { bands[$0].ages.description }, standard: name)
    }
    return weights
  }

  private init(_ name: String, source: String, _ bands: KeyValuePairs<String, Double>) {
    self.name = name
    self.source = source
    self.bands = bands.compactMap { entry in AgeBand(entry.key).map { Band(ages: $0, weight: entry.value) } }
  }

  private static let eurostat =
    "Eurostat, Revision of the European Standard Population: report of Eurostat's task force, 2013 edition"

  /// The European Standard Population 2013 in 19 bands, to 90 and over.
  public static let european2013 = StandardPopulation(
    "European Standard Population 2013", source: eurostat,
    [
      "0-4": 5000, "5-9": 5500, "10-14": 5500, "15-19": 5500, "20-24": 6000, "25-29": 6000, "30-34": 6500,
      "35-39": 7000, "40-44": 7000, "45-49": 7000, "50-54": 7000, "55-59": 6500, "60-64": 6000, "65-69": 5500,
      "70-74": 5000, "75-79": 4000, "80-84": 2500, "85-89": 1500, "90+": 1000,
    ])

  /// The European Standard Population 2013 in 21 bands: infants apart, and to 95 and over.
  public static let european2013Detailed = StandardPopulation(
    "European Standard Population 2013 (21 bands)", source: eurostat,
    [
      "<1": 1000, "1-4": 4000, "5-9": 5500, "10-14": 5500, "15-19": 5500, "20-24": 6000, "25-29": 6000,
      "30-34": 6500, "35-39": 7000, "40-44": 7000, "45-49": 7000, "50-54": 7000, "55-59": 6500, "60-64": 6000,
      "65-69": 5500, "70-74": 5000, "75-79": 4000, "80-84": 2500, "85-89": 1500, "90-94": 800, "95+": 200,
    ])
}
