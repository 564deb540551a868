extension Rule {
  static let interests: [Rule] = []
}
