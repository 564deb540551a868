extension Rule {
  static let selection: [Rule] = []
}
