/// The ranks of a quarter: within each type by adjusted segment, then by average, equal ones sharing the lower number.
struct League {
  let overrideFloor: Int

  /// Places the cards that can be placed. Without edges between segments no likely range can be told, and then no rank
  /// is.
  func place(_ cards: inout [Scorecard], cuts: SegmentCuts?) {
    for type in Set(cards.map(\.type)).sorted() {
      let group = cards.indices.filter { cards[$0].type == type }
      let ranked = group.filter { cards[$0].adjusted != nil && cards[$0].average != nil }
      for index in group where !ranked.contains(index) {
        cards[index].notes.append("no rank: its segment or its average is not known")
      }
      guard let cuts else {
        for index in ranked {
          cards[index].notes.append("no rank: without the edges between segments its likely range cannot be told")
        }
        continue
      }
      let usesPublished = ranked.allSatisfy { cards[$0].publishedAverage != nil }
      let keys = ranked.map { index -> Double in
        let average = (usesPublished ? cards[index].publishedAverage : cards[index].average) ?? 0
        return Double(cards[index].adjusted ?? 0) * 1_000 + (average * 100).rounded()
      }
      let sorted = keys.sorted()
      let ranges = LikelyRange.of(
        ranked.map { index in
          LikelyRange.Member(
            scores: cards[index].scores.filter(\.counts).map(\.score),
            bestSegment: cards[index].override == true ? overrideFloor : 1)
        }, cuts: cuts)
      let quarter = cards[group[0]].quarter
      let size = ranked.count == group.count ? "\(group.count)" : "\(ranked.count) of \(group.count)"
      for (position, index) in ranked.enumerated() {
        cards[index].placing = Scorecard.Placing(
          rank: Sorted.firstIndex(of: keys[position], in: sorted) + 1, range: ranges[position].rank,
          averageRange: ranges[position].average, group: "\(size) of type \(type) in \(quarter)",
          onPublishedAverage: usesPublished)
      }
    }
  }
}
