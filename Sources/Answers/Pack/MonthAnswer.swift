public import Chronicle
internal import Measures
public import Vocabulary

/// Which official files of a month have come, which are due, and which have been revised?
public struct MonthAnswer: Encodable, Sendable {
  /// How a feed stands.
  public enum State: String, Encodable, Hashable, Sendable, CaseIterable {
    /// Figures for the month are here.
    case arrived
    /// They are here, and have been changed since they first came.
    case revised
    /// They are not here, and their day has passed.
    case late
    /// They are not here, and their day has not come.
    case due
    /// They are not here, and it is not known when they come.
    case awaited
  }

  /// One data set.
  public struct Feed: Encodable, Hashable, Sendable {
    /// The data set as its publisher calls it.
    public let dataSet: String
    /// Who publishes it.
    public let owner: String
    /// The measures it brings that the record knows.
    public let measures: [String]
    /// How it stands.
    public let state: State
    /// The day on which figures for the month are usually published, or empty.
    public let expected: String
    /// How sure that day is.
    public let expectedCertainty: Certainty
    /// The day on which figures for the month were recorded here, or empty.
    public let arrived: String
    /// The latest month it has figures for, or empty.
    public let latest: String
    /// How often figures of the month have been taken back and given anew.
    public let revisions: Int
    /// The sources figures of the month were read from, the present one last.
    public let sources: [String]
  }

  /// The month, `2026-01`.
  public let month: String
  /// The answer in a sentence.
  public let sentence: String
  /// The data sets, by name.
  public let feeds: [Feed]
}

extension MonthAnswer {
  /// How the data sets of a month stand on the day of the snapshot. O(observations).
  public init(of day: Day, in snapshot: Snapshot, today: Day) {
    let month = day.startOfMonth
    let label = String(month.description.prefix(7))
    let profiles = snapshot.history(MeasureProfile.self).filter {
      $0.fact.cadence == .monthly && !$0.fact.dataSet.isEmpty
    }
    let groups = Dictionary(grouping: profiles, by: \.fact.dataSet)
    let feeds = groups.sorted { $0.key < $1.key }.map { dataSet, profiles in
      Feed(dataSet, profiles, month, in: snapshot, today: today)
    }
    self.month = label
    self.feeds = feeds
    func told(_ state: State, _ words: String) -> String? {
      let count = feeds.count { $0.state == state }
      return count == 0 ? nil : "\(Sentences.number(count)) \(words)"
    }
    let parts = [
      told(.arrived, "here"), told(.revised, "here and revised"), told(.late, "late"), told(.due, "not due yet"),
      told(.awaited, "awaited"),
    ].compactMap { $0 }
    sentence =
      "For \(Sentences.month(month)), of \(Sentences.count(feeds.count, "monthly data set", "monthly data sets")): "
      + "\(parts.isEmpty ? "nothing is known" : Sentences.list(parts))."
  }
}

extension MonthAnswer.Feed {
  fileprivate init(
    _ name: String, _ profiles: [Version<MeasureProfile>], _ month: Day, in snapshot: Snapshot, today: Day
  ) {
    let archive = snapshot.archive
    // What was taken back is looked at too: it is what makes a revision.
    let seen = profiles.flatMap { archive.table(Observation.self).versions(of: $0.fact.subject) }
      .filter { snapshot.audience.maySee($0.audience) && $0.period.from == Moment(on: month) }
    let standing = seen.filter { $0.retracted == .max }
    let lag = profiles.compactMap(\.fact.lag).max()
    let due = lag.map { month.startOfNextMonth.advanced(by: -1 + $0) }
    dataSet = name
    owner = profiles.map(\.fact.owner).first { !$0.isEmpty } ?? ""
    measures = profiles.map(\.fact.subject.text).sorted()
    expected = due?.description ?? ""
    expectedCertainty = profiles.map(\.certainty).first ?? .assumed
    arrived =
      seen.map(\.recorded).min().map { archive.transactions[$0 - 1].at.londonDay.description } ?? ""
    latest =
      profiles.flatMap { snapshot.history(Observation.self, of: $0.fact.subject) }.map(\.period.from.earliest).max()
      .map { String($0.description.prefix(7)) } ?? ""
    // The same figures recorded anew, for another audience for example, are no revision.
    revisions =
      Set(
        seen.filter { old in
          old.retracted != .max
            && !standing.contains { $0.fact.subject == old.fact.subject && $0.fact.block == old.fact.block }
        }.map(\.retracted)
      ).count
    var order: [String] = []
    for version in seen.sorted(by: { $0.recorded < $1.recorded }) {
      if let source = version.source.source?.text, !order.contains(source) { order.append(source) }
    }
    sources = order
    state =
      if !standing.isEmpty { revisions > 0 ? .revised : .arrived } else if let due { due < today ? .late : .due } else {
        .awaited
      }
  }
}
