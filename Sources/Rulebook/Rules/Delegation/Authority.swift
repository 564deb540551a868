internal import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// Who decides, and by what authority.
  static let authority = [internalExercise, decisionAuthority]

  /// The days within which decisions to one supplier for one service are counted together against a limit. The law
  /// names none; a quarter of a year is ours.
  static let splittingDays = 92

  static let internalExercise = Rule(
    "ICB.DELEG.INTERNAL", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for decision in board.decided(under: "ICB.DELEG.INTERNAL") {
        board.attempt { () throws(Unknown) -> Void in
          guard let decider = try board.deciderClass(of: decision) else { return }
          board.expect(
            try board.provides(for: decider),
            "\(board.decider(of: decision)) decided \(decision.called), and the constitution provides for no such "
              + "\(decider.words) to exercise the board's functions",
            kept: "\(board.decider(of: decision)) may exercise the board's functions")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        group care name="Primary care committee" sort=committee bodies=north competence=deciding
        clause c4-5 body=north setting=deciders value="members; employees; committees; sub-committees"
        decision d1 body=north on=2024-02-01 title="A new surgery" decider=care
        """,
      finding: """
        group coast name="Coast forum" sort=consultative-forum bodies=north competence=advisory
        clause c4-5 body=north setting=deciders value="members; employees; committees; sub-committees"
        decision d1 body=north on=2024-02-01 title="A new surgery" decider=coast
        """,
      notApplicable: """
        group coast name="Coast forum" sort=consultative-forum bodies=north competence=advisory
        decision d1 body=north on=2024-02-01 title="A new surgery" decider=coast outcome=deferred
        """))

  static let decisionAuthority = Rule(
    "DEC.AUTHORITY", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      let decisions = board.decided(under: "DEC.AUTHORITY")
      for (index, decision) in decisions.enumerated() {
        board.attempt { () throws(Unknown) -> Void in
          let facts = board.facts(on: try decision.on)
          if try board.isOfBoardAlone(decision) { return }
          let authority = try board.authority(for: decision, in: facts)
          board.expect(
            authority != nil, "no authority in force on \(board.day(of: decision)) is recorded for \(decision.called)",
            kept: "an authority in force covers \(decision.called)")
          guard let authority else { return }
          board.expect(
            try board.isGiven(authority, to: decision.decider, in: facts),
            "\(board.decider(of: decision)) decided \(decision.called) by \(authority.called), which is given to "
              + board.taker(of: authority))
          board.expect(
            try board.covers(authority, decision),
            "\(authority.called) does not reach to \(decision.called): it is for another function, place or kind")
          let chain = try board.chain(of: authority, in: facts)
          board.expect(
            chain.isInForce,
            "\(authority.called), by which \(decision.called) was decided, derives from an authority that "
              + "was not in force on \(board.day(of: decision))")
          guard let limit = chain.limit else { return }
          board.expect(
            try decision.value <= limit,
            "\(decision.called) of \(decision.given.value?.written ?? "") is over the limit of \(limit.written) of "
              + board.decider(of: decision),
            kept: "\(decision.called) is within the limit of \(limit.written)")
          let earlier = board.sameSupplier(as: decision, in: decisions[..<index], upTo: limit)
          guard try decision.value <= limit, !earlier.isEmpty else { return }
          board.expect(
            try board.sum(of: decision, with: earlier) <= limit,
            "\(decision.called) and \(earlier.map(\.called).joined(separator: ", ")), to one supplier for one service "
              + "within \(splittingDays) days, each keep below the limit of \(limit.written) and together exceed it")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        function skin title="Dermatology" holder=north
        seat care.director group=board role=director title="Director of care"
        authority skin.1 function=skin sort=scheme giver=board taker=care.director limit=500000 places=vale kinds=award
        decision d1 body=north on=2024-02-01 title="First clinics" decider=care.director authority=skin.1 function=skin value=240000 place=vale kind=award supplier=company service=clinics
        decision d2 body=north on=2024-03-01 title="More clinics" decider=care.director authority=skin.1 function=skin value=240000 place=vale kind=award supplier=company service=clinics
        """,
      finding: """
        function skin title="Dermatology" holder=north
        seat care.director group=board role=director title="Director of care"
        authority skin.1 function=skin sort=scheme giver=board taker=care.director limit=500000
        decision d1 body=north on=2024-02-01 title="First clinics" decider=care.director authority=skin.1 value=480000 supplier=company service=clinics
        decision d2 body=north on=2024-03-01 title="More clinics" decider=care.director authority=skin.1 value=480000 supplier=company service=clinics
        """,
      notApplicable: "decision d1 body=north on=2024-02-01 title=\"A policy\" decider=board"))
}

/// What a decider is to the body whose function is exercised.
private enum DeciderClass: String {
  case members, employees, committees
  case subcommittees = "sub-committees"
  case other

  /// In the singular.
  var words: String {
    switch self {
    case .members: "member"
    case .employees: "employee"
    case .committees: "committee"
    case .subcommittees: "sub-committee"
    case .other: "decider"
    }
  }
}

extension Inquiry {
  // MARK: Who may exercise functions

  /// What the decider of a decision is; nil where the board itself decided, or another body or a joint committee, which
  /// the rules of delegation between bodies are about.
  fileprivate func deciderClass(of decision: Held<Decision>) throws(Unknown) -> DeciderClass? {
    let decider = try decision.decider
    let facts = facts(on: try decision.on)
    if let group = facts.row(Group.self, of: ID(decider)) {
      if group.given.competence == .advisory { return .other }
      switch try group.sort {
      case .board, .joint, .inCommon: return nil
      case .audit, .remuneration, .committee: return .committees
      case .subcommittee: return .subcommittees
      case .quality: return try group.competence == .deciding ? .committees : .other
      case .partnership, .forum, .governors: return .other
      }
    }
    if let seat = facts.row(Seat.self, of: ID(decider)) {
      if boards.contains(where: { $0.id == seat.given.group }) { return .members }
      for held in facts.rows(\Appointment.seat, naming: seat.id) {
        if let found = try personClass(try held.person, in: facts) { return found }
      }
      throw Unknown(
        kind: Engagement.layout.name, subject: decider.text, "whether the holder of \(name(of: decider)) is employed")
    }
    if governance.register.existence(ID(decider)) != nil { return nil }
    if let found = try personClass(ID(decider), in: facts) { return found }
    throw Unknown(kind: Engagement.layout.name, subject: decider.text, "what \(name(of: decider)) is to the body")
  }

  private func personClass(_ person: ID<Person>, in facts: Governance) throws(Unknown) -> DeciderClass? {
    for held in facts.rows(\Appointment.person, naming: person) {
      if let seat = facts.row(Seat.self, of: try held.seat), boards.contains(where: { $0.id == seat.given.group }) {
        return .members
      }
    }
    var found: DeciderClass?
    for held in facts.rows(\Engagement.person, naming: person) where held.given.body == body {
      switch try held.capacity {
      case .employee, .secondee, .chiefExecutive, .director: return .employees
      default: found = .other
      }
    }
    return found
  }

  /// Whether the constitution provides for deciders of a class; the law lets it provide for no others than these four.
  fileprivate func provides(for decider: DeciderClass) throws(Unknown) -> Bool {
    guard decider != .other else { return false }
    for clause in governance.rows(\Clause.body, naming: body) where clause.given.setting == .deciders {
      return [String](cell: try clause.value)?.contains(decider.rawValue) ?? false
    }
    throw Unknown(
      kind: Clause.layout.name, subject: body.text, "the clause that says who may exercise the board's functions")
  }

  // MARK: By what authority

  /// What those are called who decided.
  func decider(of decision: Held<Decision>) -> String { decision.given.decider.map { name(of: $0) } ?? "somebody" }

  /// The day of a decision, written.
  fileprivate func day(of decision: Held<Decision>) -> String {
    decision.given.on?.written ?? "a day that is not known"
  }

  /// Whether the board decided and relied on nothing but being the board, which holds every function of the body.
  fileprivate func isOfBoardAlone(_ decision: Held<Decision>) throws(Unknown) -> Bool {
    guard decision.given.authority == nil else { return false }
    let decider = try decision.decider
    return decider.text == body.text || boards.contains { $0.id.text == decider.text }
  }

  /// The authority in force on the day of a decision: the one it relies on or, where it names none, one its decider
  /// has for the function, the widest first. Nil where there was none.
  fileprivate func authority(
    for decision: Held<Decision>, in facts: Governance
  ) throws(Unknown) -> Held<Authority>? {
    if let cited = decision.given.authority {
      if let held = facts.row(Authority.self, of: cited) { return held }
      guard governance.calendar(Authority.self, of: cited).isEmpty else { return nil }
      throw Unknown(kind: Authority.layout.name, subject: cited.text, "the authority \(decision.called) relies on")
    }
    let function = try decision.function
    let held = facts.rows(\Authority.function, naming: function)
    var found: [Held<Authority>] = []
    for authority in held where try isGiven(authority, to: decision.decider, in: facts) {
      if try covers(authority, decision) { found.append(authority) }
    }
    if found.isEmpty { try governance.complete(.authorities, of: body) }
    return found.max { a, b in
      guard let first = a.given.limit else { return false }
      return b.given.limit.map { first < $0 } ?? true
    }
  }

  /// Whether an authority and all it derives from are in force, and the smallest limit among them.
  fileprivate func chain(
    of authority: Held<Authority>, in facts: Governance
  ) throws(Unknown) -> (isInForce: Bool, limit: Pounds?) {
    var limits = [authority.given.limit]
    var seen: Set<ID<Authority>> = [authority.id]
    var at = authority
    while let parent = at.given.parent, seen.insert(parent).inserted {
      guard let held = facts.row(Authority.self, of: parent) else {
        guard governance.calendar(Authority.self, of: parent).isEmpty else { return (false, nil) }
        throw Unknown(
          kind: Authority.layout.name, subject: parent.text, "the authority that \(at.called) derives from")
      }
      limits.append(held.given.limit)
      at = held
    }
    return (true, limits.compactMap { $0 }.min())
  }

  /// Whether an authority is for the function, place and kind of a decision.
  fileprivate func covers(_ authority: Held<Authority>, _ decision: Held<Decision>) throws(Unknown) -> Bool {
    if let function = decision.given.function, try authority.function != function { return false }
    if let places = authority.given.places, try !places.contains(decision.place) { return false }
    if let kinds = authority.given.kinds, try !kinds.contains(decision.kind) { return false }
    return true
  }

  /// The decisions before one, within the window, by the same decider to the same supplier, each of them within the
  /// limit.
  fileprivate func sameSupplier(
    as decision: Held<Decision>, in earlier: ArraySlice<Held<Decision>>, upTo limit: Pounds
  ) -> [Held<Decision>] {
    guard let supplier = decision.given.supplier, let on = decision.given.on else { return [] }
    let first = on.advanced(by: -Rule.splittingDays)
    return earlier.filter { other in
      guard let day = other.given.on, let value = other.given.value else { return false }
      return other.given.supplier == supplier && other.given.decider == decision.given.decider && day >= first
        && value <= limit
    }
  }

  /// The sum of a decision and those others that are for the same service.
  fileprivate func sum(of decision: Held<Decision>, with others: [Held<Decision>]) throws(Unknown) -> Pounds {
    let service = try decision.service
    var pence = try decision.value.pence
    for other in others where try other.service == service { pence += try other.value.pence }
    return Pounds(pence: pence)
  }
}
