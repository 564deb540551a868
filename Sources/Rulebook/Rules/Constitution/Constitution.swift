extension Rule {
  static let constitution: [Rule] = variations + contents
}
