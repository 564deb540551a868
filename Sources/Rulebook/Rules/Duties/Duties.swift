extension Rule {
  static let duties: [Rule] = []
}
