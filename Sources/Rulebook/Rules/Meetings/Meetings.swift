extension Rule {
  static let meetings: [Rule] = []
}
