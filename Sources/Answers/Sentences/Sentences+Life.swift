internal import Register
internal import Vocabulary

extension Sentences {
  /// `It was an integrated care board in the South East region, from 1 July 2022 to 31 March 2026.`
  static func life(_ name: String, noun: String, region: String?, life: Period, state: LifeState) -> String {
    let what = article(noun) + (region.map { " in the \($0) region" } ?? "")
    switch state {
    case .existing:
      let since = life.from == .always || life.from == .unknown ? "" : ", \(beginning(life.from))"
      let planned = life.until.day.flatMap { $0 == .distantFuture ? nil : $0 }
      let end = planned.map { ", until \($0.advanced(by: -1).written)" } ?? ""
      return "\(name) is \(what)\(since)\(end)."
    case .ended: return "\(name) was \(what), \(life.written)."
    case .notYet: return "\(name) does not exist yet on this day. It is \(what), \(life.written)."
    case .uncertain:
      let known = Period(from: life.from, until: life.until).written
      return
        "\(name) may have existed on this day: its dates are known only in part (\(known)). It is or was \(what)."
    }
  }

  private static func beginning(_ from: Moment) -> String {
    from.earliest == .distantPast ? "begun \(from.written)" : "since \(from.written)"
  }

  /// `Its people now belong to three boards: …`, `On 1 April 2026 its area passes to …`; empty where nothing follows.
  static func after(_ successors: [SuccessionEntry], kind: BodyKind?, on day: Day) -> String {
    let last = leading(successors.filter { !$0.predecessorGoesOn }, kind: kind)
    guard let first = last.first else { return "" }
    let word = Kinds.word(first.bodyKind)
    let several = count(last.count, word.one, word.many)
    let names = list(last.map(\.shortName))
    let date = first.date.moment
    let happened = date.latest <= day
    switch (first.planned, last.count) {
    case (true, 1): return "It is planned that \(dated(date)) \(first.name) takes its place."
    case (true, _): return "It is planned that \(dated(date)) its people move to \(several): \(names)."
    case (false, 1) where first.kind == kind?.rawValue && first.event == .merge:
      return happened
        ? "It is now part of \(first.name)." : "\(capital(dated(date))) it becomes part of \(first.name)."
    case (false, 1):
      return happened
        ? "Its place was taken by \(first.name)." : "\(capital(dated(date))) \(first.name) takes its place."
    case (false, _):
      return happened
        ? "Its people now belong to \(several): \(names)."
        : "\(capital(dated(date))) its people move to \(several): \(names)."
    }
  }

  /// `It was made from two boards: …`; empty where nothing came before.
  static func before(_ predecessors: [SuccessionEntry], kind: BodyKind?, on day: Day) -> String {
    let first = leading(predecessors.filter { !$0.successorExisted }, kind: kind)
    guard let one = first.first else { return "" }
    let word = Kinds.word(one.bodyKind)
    let whole = first.filter { ($0.leadingShare?.share ?? 1) >= 1 }.count
    let parts = whole == first.count ? "" : whole == 0 ? "parts of " : "all or part of "
    let names = first.count <= 6 ? ": \(list(first.map(\.shortName)))" : ""
    if one.planned {
      return "It is planned to be made from \(parts)\(count(first.count, word.one, word.many))\(names)."
    }
    if first.count == 1, whole == 1 {
      return one.date.moment.earliest > day
        ? "It takes the place of \(one.name)." : "It took the place of \(one.name)."
    }
    let made = one.date.moment.earliest > day ? "It is made from" : "It was made from"
    return "\(made) \(parts)\(count(first.count, word.one, word.many))\(names)."
  }

  /// What a body gained or gave while it went on: `On 1 April 2026 its area grew: part of Frimley joined it.`
  static func alterations(
    predecessors: [SuccessionEntry], successors: [SuccessionEntry], codes: [CodeEntry], kind: BodyKind?
  ) -> [String] {
    let hasArea = kind.map(Kinds.hasArea) ?? false
    let gained = predecessors.filter { $0.successorExisted && $0.kind == kind?.rawValue }
    let given = successors.filter { $0.predecessorGoesOn && $0.kind == kind?.rawValue }
    let days = Set((gained + given).map(\.date.moment))
      .sorted { ($0.earliest, $0.latest) < ($1.earliest, $1.latest) }
    return days.flatMap { moment -> [String] in
      var said: [String] = []
      for planned in [false, true] {
        let start = planned ? "It is planned that \(dated(moment))" : capital(dated(moment))
        let gains = gained.filter { $0.date.moment == moment && $0.planned == planned }
        let gifts = given.filter { $0.date.moment == moment && $0.planned == planned }
        if !gains.isEmpty {
          let what = "\(list(gains.map { "\(portion($0)) \($0.shortName)" })) joined it"
          said.append("\(start) \(hasArea ? "its area grew: " : "")\(what).")
        }
        if !gifts.isEmpty {
          said.append(
            "\(start) part of \(hasArea ? "its area" : "it") passed to \(list(gifts.map(\.shortName))).")
        }
        if !planned, hasArea, let last = said.popLast() { said.append(last + codesAcross(moment, codes)) }
      }
      return said
    }
  }

  private static func portion(_ entry: SuccessionEntry) -> String {
    (entry.leadingShare?.share ?? 1) < 1 ? "part of" : "all of"
  }

  /// What became of the codes of a body whose area changed: the trap for anyone who joins tables by code.
  static func codesAcross(_ moment: Moment, _ codes: [CodeEntry]) -> String {
    guard let day = moment.day else { return "" }
    let before = codes.filter { $0.period.surelyContains(day.advanced(by: -1)) }
    var sentences = ""
    for old in before {
      guard let new = codes.first(where: { $0.scheme == old.scheme && $0.period.surelyContains(day) }) else {
        continue
      }
      let scheme = old.scheme.uppercased()
      sentences +=
        new.code == old.code
        ? " Its \(scheme) code stayed \(old.code), so figures under that code count a different area before and after that day."
        : " Its \(scheme) code changed from \(old.code) to \(new.code)."
    }
    return sentences
  }

  /// Of unlike bodies at the latest day, those a reader means: of the body's own kind, else boards first.
  static func leading(_ entries: [SuccessionEntry], kind: BodyKind?) -> [SuccessionEntry] {
    let own = entries.filter { $0.kind == kind?.rawValue }
    if !own.isEmpty { return own }
    guard let best = entries.map({ Kinds.rank($0.bodyKind) }).min() else { return [] }
    return entries.filter { Kinds.rank($0.bodyKind) == best }
  }

  /// `on 1 April 2026`, `in June 2017`, `before May 2021`, `on a date not known`.
  static func dated(_ moment: Moment) -> String {
    if moment == .unknown { return "on a date not known" }
    if moment.isExact { return "on \(moment.written)" }
    let text = moment.written
    if text.hasPrefix("before") || text.hasPrefix("after") || text.hasPrefix("between") { return text }
    return "in \(text)"
  }
}
