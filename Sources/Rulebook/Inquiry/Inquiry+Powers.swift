internal import Chronicle
import Governance
import Register
import Vocabulary

extension Inquiry {
  /// The facts as they stood on another day, noted in the same trace.
  func facts(on day: Day) -> Governance { Governance(governance.snapshot.on(day), trace: governance.trace) }

  /// The decisions of the body that were made, not refused or put off, since a rule began.
  func decided(under rule: RuleID) -> [Held<Decision>] {
    let begins = RuleCatalogue.rule(rule)?.from ?? .distantPast
    return governance.history(\Decision.body, naming: body).filter { decision in
      guard let on = decision.given.on else { return false }
      return begins <= on && on <= day && (decision.given.outcome ?? .approved) == .approved
    }
  }

  /// The authorities in force by which the body's functions are exercised outside it, and those passed on from them
  /// through however many hands.
  var delegated: [Held<Authority>] {
    var found = ([ID<Holder>(body)] + boards.map { ID<Holder>($0.id) })
      .flatMap { governance.rows(\Authority.giver, naming: $0) }.filter(\.goesOutside)
    var seen = Set(found.map(\.id))
    var at = 0
    while at < found.count {
      found += passedOn(from: found[at]).filter { seen.insert($0.id).inserted }
      at += 1
    }
    return found
  }

  /// The authorities in force that pass one on to somebody outside the body it was given to.
  func passedOn(from authority: Held<Authority>) -> [Held<Authority>] {
    var found = governance.rows(\Authority.parent, naming: authority.id)
    if let taker = authority.given.taker {
      found += governance.rows(\Authority.giver, naming: taker).filter {
        $0.given.function == authority.given.function && $0.given.parent == nil
      }
    }
    return found.filter { $0.goesOutside && $0.id != authority.id }
  }

  /// The bodies that act where somebody exercises a power: a body itself, or those whose group or seat it is.
  func bodies(behind holder: ID<Holder>) throws(Unknown) -> [ID<Body>] {
    if governance.register.existence(ID(holder)) != nil { return [ID(holder)] }
    if let group = governance.history(Group.self, of: ID(holder)).last { return try group.bodies }
    if let seat = governance.history(Seat.self, of: ID(holder)).last,
      let group = governance.history(Group.self, of: try seat.group).last
    {
      return try group.bodies
    }
    throw Unknown(kind: Body.kind.name, subject: holder.text, "what sort of body exercises the power")
  }

  /// Whether a body may be party to a delegation or a joint committee: NHS England, a board, a trust, a council with
  /// duties under section 2B, a combined authority (National Health Service Act 2006, section 65Z5(1) and (2)).
  func mayShare(_ other: ID<Body>) throws(Unknown) -> Bool {
    switch governance.register.kind(other) {
    case .integratedCareBoard, .nhsTrust, .combinedAuthority, .strategicAuthority: return true
    case .nationalBody: return ID<Holder>(other).isNHSEngland
    case .council: return try isUpperTier(other)
    case nil, .other:
      let form = governance.register.legalForm(other)?.fact.form
      if let form, [.company, .charity, .communityInterestCompany, .contractorPractice].contains(form) { return false }
      throw Unknown(kind: Body.kind.name, subject: other.text, "what kind of body \(name(of: other)) is")
    default: return false
    }
  }

  /// Whether a power was given to those who used it: to them by name, to the body whose board they are, or to the seat
  /// the person holds.
  func isGiven(_ authority: Held<Authority>, to decider: ID<Holder>, in facts: Governance) throws(Unknown) -> Bool {
    let taker = try authority.taker
    if taker == decider { return true }
    if taker.text == body.text { return boards.contains { $0.id.text == decider.text } }
    let seat = ID<Seat>(taker)
    if facts.rows(\Appointment.seat, naming: seat).contains(where: { $0.given.person?.text == decider.text }) {
      return true
    }
    return facts.rows(\Appointment.seat, naming: decider).contains { $0.given.person?.text == taker.text }
  }
}

extension Inquiry {
  /// What those are called who exercise a power.
  func taker(of authority: Held<Authority>) -> String { authority.given.taker.map { name(of: $0) } ?? "somebody" }

  /// What those are called who give a power.
  func giver(of authority: Held<Authority>) -> String { authority.given.giver.map { name(of: $0) } ?? "somebody" }
}

extension Held<Authority> {
  /// Whether it lets somebody outside the giver exercise a function.
  var goesOutside: Bool {
    guard let sort = given.sort else { return false }
    return ![.reserved, .scheme].contains(sort)
  }

  /// What it is called: the instrument, or its identifier.
  var called: String { given.instrument ?? "‘\(id.text)’" }
}

extension Held<Decision> {
  /// The decision in quotation marks.
  var called: String { "‘\(given.title ?? id.text)’" }
  /// The decision with its day: `‘Open beds’ of 12 March 2024`.
  var dated: String { called + (given.on.map { " of \($0.written)" } ?? "") }
}
