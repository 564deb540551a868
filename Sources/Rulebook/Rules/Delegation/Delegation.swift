extension Rule {
  static let delegation: [Rule] = []
}
