internal import Answers
internal import Register
internal import Vocabulary

/// Words for whether the law made a body.
enum StandingWords {
  static func written(_ standing: LegalStanding) -> String {
    switch standing {
    case .statutory: "made by law"
    case .nonStatutory: "not in statute"
    case .contract: "a title with a contract"
    case .independentPerson: "outside the public sector"
    }
  }
}

/// Successions of one day between bodies of one kind and another: one drawing.
struct FlowGroup {
  let date: When
  let kind: BodyKind?
  let isPlanned: Bool
  let entries: [SuccessionEntry]

  /// Whether it has surely happened by a day.
  func isPast(on day: Day) -> Bool { !isPlanned && date.moment.latest <= day }

  /// `Thames Valley and integrated care boards, 1 April 2026`.
  func title(of name: String) -> String {
    "\(name) and \(kindWords), \(date.written)\(isPlanned ? ", planned" : "")"
  }

  private var kindWords: String { kind?.plural ?? "bodies" }

  /// The changes of a body, each day and kind of its own; the order of the entries is kept.
  static func groups(_ entries: [SuccessionEntry]) -> [FlowGroup] {
    var groups: [FlowGroup] = []
    for entry in entries {
      if let last = groups.lastIndex(where: {
        $0.date == entry.date && $0.kind == entry.bodyKind && $0.isPlanned == entry.planned
      }) {
        groups[last] = FlowGroup(
          date: entry.date, kind: entry.bodyKind, isPlanned: entry.planned,
          entries: groups[last].entries + [entry])
      } else {
        groups.append(
          FlowGroup(date: entry.date, kind: entry.bodyKind, isPlanned: entry.planned, entries: [entry]))
      }
    }
    return groups
  }
}

/// What a succession says, in a sentence.
enum SuccessionWords {
  /// `On 1 April 2026 its 850,514 people went to three boards: 58.8% to Thames Valley…`
  static func after(_ group: FlowGroup, _ name: String, on day: Day) -> String {
    let isPast = group.isPast(on: day)
    let flows = group.entries.compactMap { entry in people(entry).map { (entry, $0) } }
    let when = dated(group)
    guard flows.count == group.entries.count, let whole = flows.first?.1.whole else {
      return "\(when) \(name) \(events(group))."
    }
    let count = Wording.people(whole)
    if flows.count == 1, let (entry, share) = flows.first {
      return share.share >= 1
        ? "\(when) all \(count) people of \(name) \(isPast ? "passed" : "pass") to \(entry.name)."
        : "\(when) \(share.shareWritten) of the people of \(name) \(isPast ? "passed" : "pass") to \(entry.name)."
    }
    let parts = flows.map { "\($0.1.shareWritten) to \($0.0.shortName)" }
    return
      "\(when) the \(count) people of \(name) \(isPast ? "went" : "go") to \(kind(group, flows.count)): \(Sentences.list(parts))."
  }

  /// `On 1 April 2026 2,513,965 people came to it from two boards: all of …, and 58.8% of Frimley.`
  static func before(_ group: FlowGroup, _ name: String, on day: Day) -> String {
    let came = group.isPast(on: day) ? "came" : "come"
    let flows = group.entries.compactMap { entry in people(entry).map { (entry, $0) } }
    let when = dated(group)
    guard flows.count == group.entries.count, !flows.isEmpty else {
      return
        "\(when) \(name) \(came == "came" ? "took" : "takes") over from \(Sentences.list(group.entries.prefix(6).map(\.shortName)))."
    }
    if flows.count == 1, let (entry, share) = flows.first, share.share >= 1 {
      return "\(when) all \(Wording.people(share.part)) people of \(named(entry)) \(came) to it."
    }
    let count = Wording.people(flows.reduce(0) { $0 + $1.1.part })
    if flows.count > 6 {
      let whole = flows.filter { $0.1.share >= 1 }.count
      let rest = flows.count - whole
      let split = rest == 0 ? "each of them whole" : "\(Sentences.number(rest)) of them in part"
      return "\(when) \(count) people \(came) to \(name) from \(kind(group, flows.count)), \(split)."
    }
    let parts = flows.map {
      $0.1.share >= 1 ? "all of \($0.0.shortName)" : "\($0.1.shareWritten) of \($0.0.shortName)"
    }
    return
      "\(when) \(count) people \(came) to \(name) from \(kind(group, flows.count)): \(Sentences.list(parts))."
  }

  /// The name, with what it is where the name does not say.
  private static func named(_ entry: SuccessionEntry) -> String {
    entry.bodyKind == .sustainabilityAndTransformationPartnership
      ? "the partnership of \(entry.shortName)" : entry.name
  }

  private static func people(_ entry: SuccessionEntry) -> ShareEntry? {
    entry.shares.first(where: \.countsPeople)
  }

  private static func kind(_ group: FlowGroup, _ count: Int) -> String {
    let word = Kinds.word(group.kind)
    return Sentences.count(count, word.one, word.many)
  }

  private static func events(_ group: FlowGroup) -> String {
    Sentences.list(
      group.entries.map { "\($0.planned ? "is planned to be " : "")\($0.eventWritten) \($0.name)" })
  }

  private static func dated(_ group: FlowGroup) -> String {
    let moment = group.date.moment
    let planned = group.isPlanned ? "As planned, " : ""
    if moment == .unknown {
      return planned + (group.isPlanned ? "on a date not known" : "On a date not known")
    }
    let text = moment.written
    let loose = text.hasPrefix("before") || text.hasPrefix("after") || text.hasPrefix("between")
    let words = moment.isExact ? "on \(text)" : loose ? text : "in \(text)"
    return planned + (group.isPlanned ? words : Sentences.capital(words))
  }
}
