internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

extension LifeLine.Edge {
  /// The start of a bar.
  init(start moment: Moment) {
    if moment == .always { self = .open } else { self = Self.partial(moment) }
  }

  /// The end of a bar.
  init(end moment: Moment) {
    if moment == .never || moment.latest == .distantFuture {
      self = .open
    } else {
      self = Self.partial(moment)
    }
  }

  private static func partial(_ moment: Moment) -> Self {
    if let day = moment.day { return .day(day) }
    guard moment.earliest != .distantPast, moment.latest != .distantFuture else { return .unknown }
    let (first, last) = (moment.earliest.civil, moment.latest.civil)
    if first.year == last.year, first.month == last.month {
      return .month(year: first.year, month: first.month)
    }
    return first.year == last.year ? .year(first.year) : .unknown
  }
}

extension LifeLine.Stretch {
  /// A bar for something that holds for a time.
  init(_ label: String, _ span: some Spanning, isPlanned: Bool = false, link: Link? = nil) {
    self.init(
      label, from: .init(start: span.from.moment), until: .init(end: span.until.moment), isPlanned: isPlanned,
      link: link)
  }
}

/// The names, codes and legal forms of a body along the years.
enum Lives {
  /// The drawing, from a history; the years run from the earliest day that is known to the year after next.
  static func line(_ history: HistoryAnswer, _ visit: Visit) -> LifeLine {
    let day = visit.snapshot.trueOn
    var rows = [
      LifeLine.Row("Name", history.names.filter { $0.usage == .official }.map { .init($0.name, $0) }),
      LifeLine.Row("Once called", history.names.filter { $0.usage == .former }.map { .init($0.name, $0) }),
    ]
    for scheme in ["ods", "ons"] + Set(history.codes.map(\.scheme)).subtracting(["ods", "ons"]).sorted() {
      rows.append(
        .init(
          "\(scheme.uppercased()) code",
          history.codes.filter { $0.scheme == scheme }.map { .init($0.code, $0) }))
    }
    rows.append(.init("In law", history.legalForms.map { .init($0.form.written, $0) }))
    rows.removeAll { $0.stretches.isEmpty }
    return LifeLine(
      id: "life", title: "\(history.shortName) over time", sentence: sentence(history), rows: rows,
      years: years(history, day, visit.today), chosen: day)
  }

  private static func years(_ history: HistoryAnswer, _ day: Day, _ today: Day) -> ClosedRange<Int> {
    let spans = history.names.map(\.period) + history.codes.map(\.period) + [history.life.period]
    let known = spans.flatMap { [$0.from.earliest, $0.from.latest, $0.until.earliest] }
      .filter { $0 != .distantPast && $0 != .distantFuture }.map(\.civil.year)
    let first = max(1900, min(2016, known.min() ?? 2016))
    let last = min(2100, max(today.civil.year + 1, known.max() ?? 0, 2027))
    return max(first, last - 40)...last
  }

  private static func sentence(_ history: HistoryAnswer) -> String {
    let names = Set(history.names.filter { $0.usage == .official }.map(\.name)).count
    let codes = Set(history.codes.map(\.code)).count
    let name = names == 1 ? "one official name" : "\(Sentences.number(names)) official names"
    let code = codes == 0 ? "no code that is recorded" : Sentences.count(codes, "code", "codes")
    return "\(history.shortName) has had \(name) and \(code): \(Wording.life(history.life))."
  }
}
