import Governance
import Register
import Vocabulary

extension Procurement.Route {
  /// The routes by which a provider is chosen under the Regulations, call-offs and urgent awards among them.
  static let underTheRegulations: Set<Procurement.Route> = [
    .directA, .directB, .directC, .mostSuitable, .competitive, .framework, .urgent,
  ]
  /// The five processes of regulation 6.
  static let processes: Set<Procurement.Route> = [.directA, .directB, .directC, .mostSuitable, .competitive]
  /// The processes in which providers are assessed and a standstill follows (regulation 12).
  static let assessing: Set<Procurement.Route> = [.directC, .mostSuitable, .competitive]

  /// The route as a reader would say it.
  var words: String {
    switch self {
    case .directA: "Direct Award Process A"
    case .directB: "Direct Award Process B"
    case .directC: "Direct Award Process C"
    case .mostSuitable: "the Most Suitable Provider Process"
    case .competitive: "the Competitive Process"
    case .framework: "a contract under a framework agreement"
    case .urgent: "an urgent award"
    case .otherLaw: "another law"
    }
  }
}

extension Inquiry {
  /// The first day of the Regulations (SI 2023/1348, regulation 1).
  var regulationsBegan: Day { Day(year: 2024, month: 1, day: 1) ?? .distantPast }

  /// Looks at each choice of provider of the body that went one of the routes. A process that is known to have begun
  /// before the Regulations is no matter of theirs (regulation 29).
  func eachChoice(
    by routes: Set<Procurement.Route>, _ look: (Held<Procurement>) throws(Unknown) -> Void
  ) {
    for choice in governance.history(\Procurement.authority, naming: body) {
      if let began = choice.given.began, began < regulationsBegan { continue }
      attempt { () throws(Unknown) -> Void in
        if routes.contains(try choice.route) { try look(choice) }
      }
    }
  }

  /// The day a choice was made, up to the inquiry's; nil where no award is recorded yet.
  func award(of choice: Held<Procurement>) throws(Unknown) -> Day? {
    let isMade = choice.given.awarded ?? choice.given.contracted != nil
    guard isMade || !notices([.award, .frameworkAward, .urgent], of: choice).isEmpty else {
      exempt("no award is recorded")
      return nil
    }
    let awarded = try choice.awarded
    return awarded <= day ? awarded : nil
  }

  /// The notices of a sort about a choice, given up to the day, the latest last.
  func notices(_ sorts: Set<Notice.Sort>, of choice: Held<Procurement>) -> [Held<Notice>] {
    governance.history(\Notice.procurement, naming: choice.id)
      .filter { notice in notice.given.sort.map(sorts.contains) ?? false }
      .map { ($0.given.published ?? $0.given.submitted ?? day, $0) }
      .filter { $0.0 <= day }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Expects a notice to have been submitted within 30 days of something. While the 30 days run and none is recorded,
  /// nothing is expected.
  func expectNotice(
    _ sorts: Set<Notice.Sort>, of choice: Held<Procurement>, within30DaysOf start: Day, _ event: String,
    line: Int = #line
  ) throws(Unknown) {
    let due = start.advanced(by: 30)
    guard let notice = notices(sorts, of: choice).last else {
      guard day > due else { return exempt("the notice of \(event), \(choice.service), is due by \(due.written)") }
      try governance.complete(.notices, of: choice.id)
      return expect(
        false, "\(choice.service): no notice of \(event) was submitted by \(due.written), 30 days after it", line: line)
    }
    expect(
      try notice.submitted <= due,
      "\(choice.service): the notice of \(event) was submitted on \(notice.whenSubmitted) and was due by \(due.written)",
      kept: "\(choice.service): the notice of \(event) was submitted on \(notice.whenSubmitted), within 30 days",
      line: line)
  }

  /// The standstill that follows the latest notice of an intention to award; nil where no such notice is recorded.
  func standstill(of choice: Held<Procurement>) throws(Unknown) -> Standstill? {
    guard let notice = notices([.intent], of: choice).last else { return nil }
    return Standstill(published: try notice.published)
  }

  /// The day the contract was signed, where that was up to the day; nil while the standstill still runs.
  func signing(of choice: Held<Procurement>, after standstill: Standstill) throws(Unknown) -> Day? {
    if choice.given.abandoned != nil { return nil }
    if choice.given.contracted == nil, day <= standstill.ends {
      exempt("the standstill, \(choice.service), runs until midnight at the end of \(standstill.ends.written)")
      return nil
    }
    let signed = try choice.contracted
    return signed <= day ? signed : nil
  }

  /// The representations about a choice that came before the plain end of its standstill (regulation 12(3)).
  func representations(on choice: Held<Procurement>, in standstill: Standstill) -> [Held<Representation>] {
    governance.history(\Representation.procurement, naming: choice.id)
      .filter { one in one.given.received.map { $0 <= min(standstill.ends, day) } ?? false }
  }

  /// The decisions by which a choice of provider was made, up to the day.
  func decisions(on choice: Held<Procurement>) -> [Held<Decision>] {
    let own = choice.given.decision.map { governance.history(Decision.self, of: $0) } ?? []
    let others = governance.history(\Decision.procurement, naming: choice.id).filter { other in
      !own.contains { $0.id == other.id }
    }
    return (own + others).filter { decision in decision.given.on.map { $0 <= day } ?? false }
  }
}

extension Held<Procurement> {
  /// The service, as a sentence begins with it.
  var service: String { given.title ?? id.text }

  /// Whether Direct Award Process A must be followed (regulation 6(3)).
  var requiresA: Bool {
    get throws(Unknown) {
      if try self.framework { return false }
      guard try self.existing else { return false }
      return try self.onlyCapable
    }
  }

  /// Whether Direct Award Process B must be followed (regulation 6(4)).
  var requiresB: Bool {
    get throws(Unknown) {
      if try self.framework { return false }
      guard try self.choice else { return false }
      if try self.restricted { return false }
      guard try self.allWhoQualify else { return false }
      return try self.expressionRoute
    }
  }

  /// Whether one of Direct Award Processes A and B must be followed.
  var requiresDirectAward: Bool {
    get throws(Unknown) {
      if try requiresA { return true }
      return try requiresB
    }
  }

  /// Whether the considerable change threshold is met (regulation 6(10) to (12)).
  var changesConsiderably: Bool {
    get throws(Unknown) {
      if try self.different {
        guard try self.cause == .succession else { return true }
        return try !self.basicMet
      }
      guard try self.cause == .authority else { return false }
      let (old, new) = (try self.oldValue.pence, try self.newValue.pence)
      return new - old >= Pounds(500_000).pence && (new - old) * 4 >= old
    }
  }

  /// The change in lifetime value, for example `£2,000,000 to £2,600,000`.
  var change: String {
    guard let old = given.oldValue, let new = given.newValue else { return "a change in character" }
    return "\(old.written) to \(new.written)"
  }

  /// Whether the Regulations apply to what is bought (regulation 3).
  var isInScope: Bool {
    get throws(Unknown) {
      guard try self.listed else { return false }
      guard try self.mixed else { return true }
      guard try self.healthValue > self.otherValue else { return false }
      return try !self.separable
    }
  }
}

extension Held<Notice> {
  /// The day it was submitted, written for a reader.
  var whenSubmitted: String { given.submitted?.written ?? "a day that is not known" }
}
