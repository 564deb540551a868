extension Rule {
  static let constitution: [Rule] = []
}
