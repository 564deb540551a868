internal import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// What a body that ends leaves behind, and where it goes.
  static let succession = [groupsEnd, groupsTransfer, functionsPass, boardsTransfer]

  static let groupsEnd = Rule(
    "CCG.ABOLISH", of: .clinicalCommissioningGroup, .integratedCareBoard,
    check: { inquiry throws(Unknown) in
      let abolished = inquiry.boardsBegan
      for group in inquiry.selfOrPredecessors(.clinicalCommissioningGroup) {
        if let end = inquiry.end(of: group), end < abolished { continue }
        let called = inquiry.name(of: group)
        inquiry.expect(
          try inquiry.knownEnd(of: group) <= abolished,
          "\(called) is recorded as existing after 30 June 2022", kept: "\(called) ended by 1 July 2022")
        let decisions = inquiry.governance.history(\Decision.body, naming: group)
          .filter { $0.given.on.map { $0 >= abolished } ?? false }
        inquiry.expect(
          try inquiry.isNone(decisions, .decisions, of: group),
          "\(called) is recorded as deciding after it had ended: \(decisions.map(\.dated).joined(separator: ", "))",
          kept: "\(called) decided nothing from 1 July 2022")
        let agreements = inquiry.governance.history(\Agreement.parties, naming: group)
          .filter { $0.given.signed.map { $0 >= abolished } ?? false }
        inquiry.expect(
          try inquiry.isNone(agreements, .agreements, of: group),
          "\(called) is recorded as signing after it had ended: "
            + agreements.map { $0.given.title ?? $0.id.text }.joined(separator: ", "),
          kept: "\(called) signed nothing from 1 July 2022")
        let members = inquiry.appointments(of: group, from: abolished)
        inquiry.expect(
          try inquiry.isNone(members, .members, of: group),
          "\(called) is recorded as having members after it had ended: "
            + members.map { inquiry.name(of: $0) }.joined(separator: ", "),
          kept: "\(called) had no members from 1 July 2022")
      }
    },
    examples: Examples(
      on: "2022-09-01", of: "group",
      met: """
        body group kind=ccg name="A group" from=2013-04-01 until=2022-07-01
        group body name="The governing body" sort=board bodies=group until=2022-07-01
        seat chair group=body role=chair
        appointment ann seat=chair person=ann from=2020-04-01 until=2022-07-01
        decision last body=group on=2022-06-30 title="Accounts"
        complete group list=decisions
        complete group list=agreements
        complete group list=members
        """,
      finding: """
        body group kind=ccg name="A group" from=2013-04-01 until=2022-07-01
        decision late body=group on=2022-07-04 title="A contract"
        """,
      notApplicable: "body group kind=ccg name=\"A group\" from=2013-04-01 until=2020-04-01"))

  static let groupsTransfer = Rule(
    "XFER.CCG.COMPLETE", of: .clinicalCommissioningGroup, .integratedCareBoard,
    check: { inquiry throws(Unknown) in
      for group in inquiry.ended(.clinicalCommissioningGroup) {
        try inquiry.eachItem(of: group, [.property, .right, .liability, .contract]) { item throws(Unknown) in
          guard let taker = item.given.to else {
            return inquiry.expect(
              try item.isCriminal, "\(item.called) of \(inquiry.name(of: group)) has no new home",
              kept: "a criminal liability does not move")
          }
          inquiry.expect(
            inquiry.governance.register.kind(taker) == .integratedCareBoard || ID<Holder>(taker).isNHSEngland,
            "\(item.called) of \(inquiry.name(of: group)) went to \(inquiry.name(of: taker)), which is neither a board "
              + "nor NHS England",
            kept: "\(item.called) went to \(inquiry.name(of: taker))")
        }
      }
    },
    examples: Examples(
      on: "2022-09-01", of: "group",
      met: """
        body group kind=ccg name="A group" until=2022-07-01
        transfer c1 from-body=group sort=contract title="Community nursing" to=north
        transfer l1 from-body=group sort=liability title="A pending fine" criminal=yes
        complete group list=transfers
        """,
      finding: """
        body group kind=ccg name="A group" until=2022-07-01
        transfer p1 from-body=group sort=property title="The lease of an office" to=acute
        complete group list=transfers
        """,
      notApplicable: "body group kind=ccg name=\"A group\" until=2022-10-01"))

  static let functionsPass = Rule(
    "XFER.FUNC.SUCCESSOR", of: .clinicalCommissioningGroup, .integratedCareBoard,
    check: { inquiry throws(Unknown) in
      for group in inquiry.ended(.clinicalCommissioningGroup) {
        try inquiry.governance.complete(.functions, of: group)
        for function in inquiry.governance.history(\Function.holder, naming: group) {
          let successors = inquiry.governance.history(\Function.predecessor, naming: function.id)
          let called = "the function ‘\(function.given.title ?? function.id.text)’ of \(inquiry.name(of: group))"
          inquiry.expect(
            !successors.isEmpty || function.given.ended != nil,
            "\(called) has no successor, and no reason is given for its end",
            kept: successors.isEmpty ? "\(called) ended with its reason" : "\(called) has a successor")
        }
      }
    },
    examples: Examples(
      on: "2022-09-01", of: "group",
      met: """
        body group kind=ccg name="A group" until=2022-07-01
        function old.nursing title="Community nursing" holder=group until=2022-07-01
        function nursing title="Community nursing" holder=north predecessor=old.nursing from=2022-07-01
        function old.members title="Member practices" holder=group ended="Boards have no member practices"
        complete group list=functions
        """,
      finding: """
        body group kind=ccg name="A group" until=2022-07-01
        function old.nursing title="Community nursing" holder=group until=2022-07-01
        complete group list=functions
        """,
      notApplicable: "body group kind=ccg name=\"A group\" until=2022-10-01"))

  static let boardsTransfer = Rule(
    "XFER.ICB.ABOLISH", of: .integratedCareBoard,
    check: { inquiry throws(Unknown) in
      for board in inquiry.ended(.integratedCareBoard) {
        try inquiry.eachItem(of: board, [.liability]) { item throws(Unknown) in
          guard let taker = item.given.to else {
            return inquiry.expect(
              try item.isCriminal, "\(item.called) of \(inquiry.name(of: board)) has no new home",
              kept: "a criminal liability does not move")
          }
          inquiry.expect(
            taker != board, "\(item.called) stays with \(inquiry.name(of: board)), which has ended",
            kept: "\(item.called) went to \(inquiry.name(of: taker))")
        }
      }
    },
    examples: Examples(
      on: "2026-04-01", of: "old",
      met: """
        body old kind=icb name="Old board" from=2022-07-01 until=2026-04-01
        transfer l1 from-body=old sort=liability title="A claim for negligence" to=north on=2026-04-01
        transfer l2 from-body=old sort=liability title="A pending fine" criminal=yes
        complete old list=transfers
        """,
      finding: """
        body old kind=icb name="Old board" from=2022-07-01 until=2026-04-01
        transfer l1 from-body=old sort=liability title="A claim for negligence" criminal=no
        complete old list=transfers
        """,
      notApplicable: "body old kind=icb name=\"Old board\" from=2022-07-01"))
}

extension Inquiry {
  /// The body itself, where it is of a kind, and the bodies of that kind it took the place of.
  fileprivate func selfOrPredecessors(_ kind: BodyKind) -> [ID<Body>] {
    let register = governance.register
    let before = register.successions(to: body).filter { $0.fact.status.isInForce && $0.period.from.latest <= day }
    return Set([body] + before.map(\.fact.subject)).filter { register.kind($0) == kind }.sorted()
  }

  /// Those of them that had ended by the day.
  fileprivate func ended(_ kind: BodyKind) -> [ID<Body>] {
    let found = selfOrPredecessors(kind).filter { one in end(of: one).map { $0 <= day } ?? false }
    if found.isEmpty { exempt("neither the body nor one it took the place of is a \(kind.singular) that has ended") }
    return found
  }

  /// The first day a body is no longer there; nil where none is recorded.
  fileprivate func end(of other: ID<Body>) -> Day? {
    guard let life = governance.register.existence(other), life.period.until != .never else { return nil }
    return life.period.until.latest
  }

  /// The same, where it must be known.
  fileprivate func knownEnd(of other: ID<Body>) throws(Unknown) -> Day {
    if let end = end(of: other) { return end }
    throw Unknown(kind: Body.kind.name, subject: other.text, column: "until", "the day \(name(of: other)) ended")
  }

  /// Looks at each thing of some sorts that a body left. The list is to be complete: what is in it without a new home
  /// has none.
  fileprivate func eachItem(
    of other: ID<Body>, _ sorts: Set<Transfer.Sort>, _ look: (Held<Transfer>) throws(Unknown) -> Void
  ) throws(Unknown) {
    attempt { () throws(Unknown) -> Void in try governance.complete(.transfers, of: other) }
    for item in governance.history(\Transfer.from, naming: other) where item.given.sort.map(sorts.contains) ?? false {
      attempt { () throws(Unknown) -> Void in
        if item.given.to == nil { try governance.complete(.transfers, of: other) }
        try look(item)
      }
    }
  }

  /// Whether there is none. That is known only where the list is claimed to be complete.
  fileprivate func isNone(_ rows: [Held<some Sheet>], _ list: Complete.List, of other: ID<Body>) throws(Unknown) -> Bool
  {
    try !isWhole(rows, list, of: other)
  }

  /// The appointments to groups of a body that began on a day or later.
  fileprivate func appointments(of other: ID<Body>, from first: Day) -> [Held<Appointment>] {
    governance.history(\Group.bodies, naming: other).flatMap { governance.history(\Seat.group, naming: $0.id) }
      .flatMap { governance.history(\Appointment.seat, naming: $0.id) }
      .filter { $0.period.from.latest >= first }
  }
}

extension Held<Transfer> {
  /// What it is called.
  fileprivate var called: String { "‘\(given.title ?? id.text)’" }
  /// Whether it is a criminal liability, which does not move.
  fileprivate var isCriminal: Bool { get throws(Unknown) { given.sort == .liability ? try self.criminal : false } }
}
