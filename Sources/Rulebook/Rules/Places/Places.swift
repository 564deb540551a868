extension Rule {
  static let places: [Rule] = []
}
