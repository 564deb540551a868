extension Rule {
  static let bodies: [Rule] = []
}
