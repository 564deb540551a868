extension Rule {
  static let plans: [Rule] = []
}
