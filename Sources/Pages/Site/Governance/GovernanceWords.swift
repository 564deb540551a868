internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// Words that the pages on who decides share.
enum GovernanceWords {
  /// By what a power is given.
  static func by(_ sort: String) -> String {
    switch sort {
    case "reserved": "kept by the board"
    case "scheme": "by the scheme of reservation and delegation"
    case "section-65z5": "delegated to another body (section 65Z5)"
    case "section-65z6": "exercised jointly (section 65Z6)"
    case "section-13yb": "by a direction of NHS England (section 13YB)"
    case "section-75": "under an agreement with a council (section 75)"
    case "lead-commissioner": "one commissioner acts for others"
    case "contract": "under a contract"
    default: sort.replacing("-", with: " ")
    }
  }

  /// What a rule rests on, or what sort a thing is, without its hyphens.
  static func plain(_ word: String) -> String {
    word.replacing("-", with: " ").replacing("_", with: " ")
  }

  /// At which level of a system a function is exercised.
  static func level(_ level: String) -> String {
    switch level {
    case "": "no level recorded"
    case "multi-system": "several systems"
    default: level
    }
  }

  /// For when a rule is in force, as far as days are known.
  static func dates(_ rule: RulesAnswer.Entry) -> String {
    let from = rule.from.flatMap { Day($0) }.map { "from \($0.written)" }
    let until = rule.until.flatMap { Day($0) }.map { "until \($0.advanced(by: -1).written)" }
    let days = [from, until].compactMap { $0 }.joined(separator: " ")
    return days.isEmpty ? (rule.dates.isEmpty ? "no day is recorded" : rule.dates) : days
  }

  /// A day of the record as a reader would write it; empty where there is none.
  static func day(_ text: String) -> String { Day(text)?.written ?? text }

  /// Yes, no, or that nobody has written it down.
  static func told(_ value: Bool?) -> String { value.map { $0 ? "yes" : "no" } ?? "not recorded" }
}

extension Badge {
  /// The marks of how sure a rule’s text is, and whether it is law yet.
  static func marks(of rule: RulesAnswer.Entry) -> [Badge] {
    let sure = Certainty(rawValue: rule.certainty).map { [Badge($0)] } ?? []
    return sure + (rule.status == "proposed" || rule.status == "planned" ? [.planned] : [])
  }
}

extension Visit {
  /// The page of a holder of powers: bodies have one.
  func link(to holder: NamedHolder) -> Link? { holder.sort == "body" ? link(toBody: holder.id) : nil }

  /// The body a page is about, by its identifier; nil where the record has none.
  func body(_ id: String) -> ID<Body>? {
    guard let body = ID<Body>(id), snapshot.register.existence(body) != nil else { return nil }
    return body
  }
}

extension HTML {
  /// Says that a body does not exist on the day of the page, and leads to the nearest day on which it does.
  mutating func presence(of body: NamedBody, _ visit: Visit) {
    guard let id = body.body, !visit.snapshot.register.exists(id),
      let period = visit.snapshot.register.existence(id)?.period
    else { return }
    let today = visit.snapshot.trueOn
    let last = period.until.day.map { $0.advanced(by: -1) }.flatMap { $0 < today ? $0 : nil }
    let first = period.from.day.flatMap { $0 > today ? $0 : nil }
    let words =
      last.map { "\(body.name) ended: its last day was \($0.written)." }
      ?? first.map { "\(body.name) did not exist yet: it begins on \($0.written)." }
      ?? "Whether \(body.name) existed on \(today.written) is not known."
    self(.div, .class("part")) { html in
      html.add(Callout(words, .change))
      if let day = last ?? first { html.way("See this page as on \(day.written)", visit.address.on(day).link) }
    }
  }

  /// Adds a list of sentences.
  mutating func sentences(_ all: [String]) {
    guard !all.isEmpty else { return }
    self(.ul) { html in for one in all { html(.li, Sentences.capital(one)) } }
  }
}
