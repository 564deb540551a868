extension Rule {
  static let places = placePartnerships + collaboratives + systemArrangements
}
