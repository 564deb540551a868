internal import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// The scheme of reservation and delegation, the map drawn from it, and the rules of money and meeting.
  static let scheme = [schemeOfDelegation, functionsMap, standingInstructions]

  static let schemeOfDelegation = Rule(
    "ICB.SORD", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.exists() else { return }
      board.attempt { () throws(Unknown) -> Void in
        try board.expectPublished(.scheme, "scheme of reservation and delegation")
      }
      for function in board.governance.rows(\Function.holder, naming: board.body) {
        let title = function.given.title ?? function.id.text
        let entries = board.governance.rows(\Authority.function, naming: function.id)
        board.expect(
          try board.isWhole(entries, .authorities, of: board.body),
          "nobody is recorded as exercising the function ‘\(title)’",
          kept: "the scheme says who exercises ‘\(title)’")
        for entry in entries {
          board.expect(
            board.isThere(try entry.taker),
            "‘\(title)’ is given to \(board.taker(of: entry)), which does not exist on the day")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        document scheme body=south sort=scheme-of-reservation-and-delegation published=2022-07-01
        complete south list=documents
        group care name="Primary care committee" sort=committee bodies=south
        function care title="Primary care" holder=south
        authority care.1 function=care sort=scheme giver=south taker=care
        """,
      finding: """
        body south kind=icb from=2022-07-01
        document scheme body=south sort=scheme-of-reservation-and-delegation published=2022-07-01
        group care until=2024-01-01 name="Primary care committee" sort=committee bodies=south
        function care title="Primary care" holder=south
        authority care.1 function=care sort=scheme giver=south taker=care
        """,
      notApplicable: "body south kind=icb from=2022-07-01 until=2024-04-01"))

  static let functionsMap = Rule(
    "ICB.FDM", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.exists() else { return }
      try board.expectPublished(.map, "functions and decisions map")
      for map in board.governance.rows(\Document.body, naming: board.body) where map.given.sort == .map {
        board.expect(
          try map.parties.contains { $0 != board.body },
          "the functions and decisions map is kept with no partner",
          kept: "the functions and decisions map is kept with partners")
      }
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        document map body=south sort=functions-and-decisions-map published=2022-07-01 parties=county;acute
        """,
      finding: """
        body south kind=icb from=2022-07-01
        complete south list=documents
        """,
      notApplicable: "body south kind=icb from=2022-07-01 until=2024-04-01"))

  static let standingInstructions = Rule(
    "ICB.SFI", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.exists() else { return }
      board.attempt { () throws(Unknown) -> Void in
        try board.expectPublished(.standingOrders, "standing orders")
      }
      try board.expectPublished(.financialInstructions, "standing financial instructions")
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        document orders body=south sort=standing-orders published=2022-07-01
        document instructions body=south sort=standing-financial-instructions published=2022-07-01
        """,
      finding: """
        body south kind=icb from=2022-07-01
        document orders body=south sort=standing-orders published=2022-07-01
        complete south list=documents
        """,
      notApplicable: "body south kind=icb from=2022-07-01 until=2024-04-01"))
}

extension Inquiry {
  /// Expects that the body has a document in force and that it is published.
  func expectPublished(_ sort: Document.Sort, _ words: String) throws(Unknown) {
    let held = governance.rows(\Document.body, naming: body).filter { $0.given.sort == sort }
    expect(
      try isWhole(held, .documents, of: body), "no \(words) in force is recorded", kept: "the \(words) is in force")
    for document in held {
      expect(
        try document.published <= day, "the \(words) in force was not published before the day",
        kept: "the \(words) is published")
    }
  }

  /// Whether there is any row. That there is none is known only where the list is claimed to be complete.
  func isWhole<S: Sheet>(_ rows: [Held<S>], _ list: Complete.List, of subject: ID<some Any>) throws(Unknown) -> Bool {
    if rows.isEmpty { try governance.complete(list, of: subject) }
    return !rows.isEmpty
  }

  /// Whether who holds a power exists on the day.
  fileprivate func isThere(_ holder: ID<Holder>) -> Bool {
    governance.register.exists(ID(holder)) || governance.row(Group.self, of: ID(holder)) != nil
      || governance.row(Seat.self, of: ID(holder)) != nil || governance.row(Person.self, of: ID(holder)) != nil
  }
}
