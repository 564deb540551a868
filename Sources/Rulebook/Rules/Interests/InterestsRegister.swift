import Governance
import Register
import Vocabulary

extension Rule {
  /// The register: who is in it, who can see it, how long and how fresh.
  static let interestsRegister = [registerScope, registerAccess, registerRetention, yearlyDeclaration]

  /// Joint committees are left out: the section speaks of committees and sub-committees of the board.
  static let registerScope = Rule(
    "COI.REG.SCOPE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      let own = board.everyGroup.filter { group in
        group.period.surelyContains(board.day) && (group.given.sort?.isOfTheBoard ?? false)
      }
      let employed = board.governance.rows(\Engagement.body, naming: board.body)
        .filter { $0.given.capacity == .employee }.compactMap { $0.given.person }
      var people = board.members(of: own, on: board.day)
      people += employed.filter { !people.contains($0) }
      guard !people.isEmpty else { return board.exempt("no member or employee is recorded") }
      try board.governance.complete(.register, of: board.body)
      let registered = Set(
        board.governance.rows(\Interest.body, naming: board.body).compactMap { $0.given.person })
      for person in people {
        board.expect(
          registered.contains(person),
          "\(board.name(of: person)) has no entry in the register of interests, not even a nil return",
          kept: "every member and employee recorded has an entry in the register")
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        seat trust group=board role=partner-trust
        appointment tom from=2022-07-01 seat=trust person=tom
        engagement ann.north person=ann body=north capacity=employee
        interest tom.1 person=tom body=north sort=financial counterparty=acute
        interest ann.1 person=ann body=north sort=nil-return
        complete north list=register
        """,
      finding: """
        seat trust group=board role=partner-trust
        appointment tom from=2022-07-01 seat=trust person=tom
        complete north list=register
        """,
      notApplicable: "complete north list=register"))

  static let registerAccess = Rule(
    "COI.REG.ACCESS", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      let registers = board.governance.rows(\Document.body, naming: board.body).filter { $0.given.sort == .register }
      guard let register = registers.last else {
        guard !board.governance.rows(\Interest.body, naming: board.body).isEmpty else {
          return board.exempt("no register of interests is recorded")
        }
        try board.governance.complete(.documents, of: board.body)
        return board.expect(false, "no register of interests is published or to be had on request")
      }
      board.expect(
        try register.canBeSeen(on: board.day),
        "the register of interests is neither published nor to be had on request",
        kept: "the register of interests is published, or to be had on request")
    },
    examples: Examples(
      on: "2024-04-01",
      met: "document register body=north sort=register-of-interests on-request=yes",
      finding: "document register body=north sort=register-of-interests on-request=no",
      notApplicable: ""))

  /// Applied where the body's own policy says for how many months an ended interest stays public.
  static let registerRetention = Rule(
    "COI.REG.RETAIN", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for interest in board.governance.history(\Interest.body, naming: board.body) {
        guard let ended = interest.end, let removed = interest.given.removed, removed <= board.day,
          let clause = board.clauses(.interestMonths).last(where: { $0.period.surelyContains(ended) })
        else { continue }
        board.attempt { () throws(Unknown) -> Void in
          let due = ended.adding(months: try clause.number)
          board.expect(
            removed >= due,
            "an interest that ended on \(ended.written) was taken from the public register on \(removed.written), before "
              + due.written,
            kept: "an interest that ended on \(ended.written) stayed public until \(due.written)")
        }
      }
      board.exempt("no ended interest was taken from the register, or the body has no rule of its own on it")
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        clause months body=north setting=interest-months value=6
        interest ann.1 until=2023-01-31 person=ann body=north sort=financial removed=2023-07-31
        """,
      finding: """
        clause months body=north setting=interest-months value=6
        interest ann.1 until=2023-01-31 person=ann body=north sort=financial removed=2023-07-30
        """,
      notApplicable: "interest ann.1 until=2023-01-31 person=ann body=north sort=financial removed=2023-02-01"))

  /// Applied where the body's own policy says how many months there are between reviews.
  static let yearlyDeclaration = Rule(
    "COI.ANNUAL", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard let clause = board.clauses(.declarationMonths).last(where: { $0.period.surelyContains(board.day) }) else {
        return board.exempt("the body has no rule of its own on it")
      }
      let months = try clause.number
      for interest in board.governance.rows(\Interest.body, naming: board.body) {
        board.attempt { () throws(Unknown) -> Void in
          guard let person = interest.given.person else { return }
          let last = try interest.lastReviewed
          board.expect(
            board.day <= last.adding(months: months),
            "the declaration of \(board.name(of: person)) was last reviewed on \(last.written), more than \(months) "
              + "months ago",
            kept: "the declarations recorded were reviewed within \(months) months")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        clause months body=north setting=declaration-months value=12
        interest ann.1 person=ann body=north sort=nil-return declared=2023-04-01
        """,
      finding: """
        clause months body=north setting=declaration-months value=12
        interest ann.1 person=ann body=north sort=nil-return declared=2022-04-01 reviewed=2023-03-31
        """,
      notApplicable: "interest ann.1 person=ann body=north sort=nil-return declared=2022-07-01"))
}

extension Group.Sort {
  /// Whether it is the board, or a committee or sub-committee of it.
  var isOfTheBoard: Bool { [.board, .audit, .remuneration, .committee, .subcommittee].contains(self) }
}

extension Held<Document> {
  /// Whether it is published by a day, or can be had on request.
  func canBeSeen(on day: Day) throws(Unknown) -> Bool {
    if let published = given.published, published <= day { return true }
    return try self.onRequest
  }
}

extension Held<Interest> {
  /// The day it was last reviewed, or else declared.
  var lastReviewed: Day {
    get throws(Unknown) {
      if let reviewed = given.reviewed { return reviewed }
      return try self.declared
    }
  }
}
