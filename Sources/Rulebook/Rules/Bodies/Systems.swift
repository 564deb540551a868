internal import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// A system: one board, one partnership, and everybody somebody's responsibility.
  static let systems = [onePartnership, coreResponsibility]

  static let onePartnership = Rule(
    "ICS.STRUCT.PAIR", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.exists() else { return }
      let partnerships = board.partnershipNames
      board.expect(
        try board.isPaired(partnerships),
        partnerships.isEmpty
          ? "the area has no integrated care partnership"
          : "the area has \(partnerships.count) integrated care partnerships: "
            + partnerships.sorted().joined(separator: ", "),
        kept: "the area has one board and one partnership")
      for system in board.systems {
        let agreements = board.governance.rows(\Agreement.parties, naming: system)
        board.expect(
          agreements.isEmpty,
          "\(board.name(of: system)) is no legal person, and is recorded as party to "
            + agreements.map { $0.given.title ?? $0.id.text }.joined(separator: ", "),
          kept: "\(board.name(of: system)) is party to no agreement")
        let staff = board.governance.rows(\Engagement.body, naming: system)
          .filter { $0.given.capacity == .employee }.compactMap(\.given.person)
        board.expect(
          staff.isEmpty,
          "\(board.name(of: system)) is no legal person, and is recorded as the employer of "
            + staff.map { board.name(of: $0) }.joined(separator: ", "),
          kept: "\(board.name(of: system)) employs nobody")
      }
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        body system kind=ics name="The system"
        relation south type=serves object=system
        group icp name="The partnership" sort=integrated-care-partnership bodies=south;county
        complete south list=groups
        """,
      finding: """
        body south kind=icb from=2022-07-01
        complete south list=groups
        """,
      notApplicable: "body south kind=icb from=2022-07-01 until=2024-04-01"))

  /// The claim that the list of areas is complete says that every group of the population is listed.
  static let coreResponsibility = Rule(
    "ICB.RESP.CORE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.exists() else { return }
      for people in Responsibility.People.allCases {
        let groups = board.responsibilities(for: people)
        board.expect(
          try board.isWhole(groups, .areas, of: board.body),
          "nobody is recorded as responsible for the people \(people.words)",
          kept: "there is an answer for the people \(people.words)")
        for group in groups {
          board.expect(
            board.governance.register.kind(try group.board) == .integratedCareBoard,
            "the people \(people.words)\(group.place) are allocated to "
              + "\(group.given.board.map { board.name(of: $0) } ?? "nobody"), which is no board",
            kept: "the people \(people.words)\(group.place) are allocated to a board")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        responsibility listed people=on-a-practice-list by=south board=south
        responsibility others people=resident-and-on-no-list by=south board=south
        """,
      finding: """
        body south kind=icb from=2022-07-01
        responsibility listed people=on-a-practice-list by=south board=south
        responsibility others people=resident-and-on-no-list area=Harbour by=south board=county
        """,
      notApplicable: "body south kind=icb from=2022-07-01 until=2024-04-01"))
}

extension Responsibility.People {
  /// Those who are meant, as a reader would write it.
  fileprivate var words: String {
    switch self {
    case .registered: "on a practice’s list"
    case .unregistered: "who live here and are on no list"
    }
  }
}

extension Held<Responsibility> {
  /// The area, with the word before it; empty where none is named.
  fileprivate var place: String { given.area.map { " in \($0)" } ?? "" }
}

extension Inquiry {
  /// What the partnerships of the area are called: the groups or, where none is recorded, the bodies.
  fileprivate var partnershipNames: Set<String> {
    let groups = partnerships.map(\.called)
    return Set(groups.isEmpty ? tied(.integratedCarePartnership).map { name(of: $0) } : groups)
  }

  /// Whether an area has one partnership. That it has no other, or none, is known only where the list of groups is
  /// claimed to be complete.
  fileprivate func isPaired(_ partnerships: Set<String>) throws(Unknown) -> Bool {
    if partnerships.count > 1 { return false }
    try governance.complete(.groups, of: body)
    return partnerships.count == 1
  }

  /// Who is responsible for some of the people of the body's area.
  fileprivate func responsibilities(for people: Responsibility.People) -> [Held<Responsibility>] {
    let named = governance.rows(\Responsibility.by, naming: body)
    let own = governance.rows(\Responsibility.board, naming: body).filter { $0.given.by == nil }
    return (named + own).filter { $0.given.people == people }
  }
}
