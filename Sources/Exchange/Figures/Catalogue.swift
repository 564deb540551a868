internal import Measures
internal import Vocabulary

/// Measures that more than one reader yields.
enum Catalogue {
  static let registeredPopulation = MeasureDefinition(
    ID(slug: "population.registered"), "Registered population", unit: "people",
    meaning:
      "People registered with general practices. They are more than the residents, everywhere: the two are"
      + " never mixed.")

  static let residentPopulation = MeasureDefinition(
    ID(slug: "population.resident"), "Resident population", unit: "people",
    meaning: "People counted where they live, by the Office for National Statistics.")
}

extension MeasureDefinition {
  /// A rate made of two measures.
  static func ratio(
    _ subject: String, _ name: String, of numerator: MeasureDefinition, per denominator: MeasureDefinition,
    meaning: String
  ) -> MeasureDefinition {
    MeasureDefinition(
      ID(slug: subject), name, unit: "share", additivity: .ratio, numerator: numerator.subject.text,
      denominator: denominator.subject.text, meaning: meaning)
  }

  /// A count.
  static func count(_ subject: String, _ name: String, unit: String, meaning: String) -> MeasureDefinition {
    MeasureDefinition(ID(slug: subject), name, unit: unit, meaning: meaning)
  }
}
