extension Rule {
  static let proposed: [Rule] = []
}
