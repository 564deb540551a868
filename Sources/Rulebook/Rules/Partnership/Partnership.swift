extension Rule {
  static let partnership = partnershipBeginnings + strategy + strategiesAnswered
}
