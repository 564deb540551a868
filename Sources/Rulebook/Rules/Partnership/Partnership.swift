extension Rule {
  static let partnership: [Rule] = []
}
