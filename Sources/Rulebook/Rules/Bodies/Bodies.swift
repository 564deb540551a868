extension Rule {
  static let bodies: [Rule] = systems + establishment + areas + succession + clusters
}
