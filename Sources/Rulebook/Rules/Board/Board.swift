extension Rule {
  static let board: [Rule] = chair
}
