internal import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// Functions that another body exercises.
  static let sharing = [sharingParties, sharingExcluded, onwardDelegation, liability, regardToGuidance]

  static let sharingParties = Rule(
    "DEL.65Z5.PARTIES", of: .integratedCareBoard, .nhsTrust,
    check: { board throws(Unknown) in
      for authority in board.delegated where authority.given.sort == .delegation {
        board.attempt { () throws(Unknown) -> Void in
          for other in try board.bodies(behind: authority.taker) {
            board.expect(
              try board.mayShare(other),
              "\(board.name(of: other)) is a \(board.kind(of: other)), to which section 65Z5 lets nobody delegate: "
                + "\(authority.called), given by \(board.giver(of: authority)). A contract may do what is meant",
              kept: "\(board.name(of: other)) may exercise a delegated function")
          }
          for party in try authority.parties {
            board.expect(
              try board.mayShare(party),
              "\(board.name(of: party)), a party to \(authority.called), is a \(board.kind(of: party)), which section "
                + "65Z5 does not name")
          }
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        function care title="Community services" holder=north
        authority care.1 function=care sort=section-65z5 giver=north taker=acute parties=north;acute
        """,
      finding: """
        function care title="Community services" holder=north
        authority care.1 function=care sort=section-65z5 giver=north taker=company parties=north;company
        """,
      notApplicable: """
        function care title="Community services" holder=north
        authority care.1 function=care sort=contract giver=north taker=company parties=north;company
        """))

  static let sharingExcluded = Rule(
    "DEL.65Z5.EXCLUDED", of: .integratedCareBoard, .nhsTrust,
    check: { board throws(Unknown) in
      let received = board.governance.rows(\Authority.taker, naming: board.body)
      for authority in received + board.delegated where [.delegation, .joint].contains(authority.given.sort) {
        board.attempt { () throws(Unknown) -> Void in
          guard let function = board.governance.row(Function.self, of: try authority.function) else {
            throw Unknown(kind: Function.layout.name, subject: try authority.function.text, "the function delegated")
          }
          let enactment = try function.enactment
          let isNational = try ID<Holder>(function.holder).isNHSEngland
          board.expect(
            function.given.excludedBy == nil && !(isNational && ExcludedFunctions.contains(enactment)),
            "‘\(function.given.title ?? function.id.text)’ (\(enactment)) is among the functions that may not be "
              + "delegated, and \(authority.called) delegates it",
            kept: "‘\(function.given.title ?? function.id.text)’ is not among the functions that may not be delegated")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        function medical title="Primary medical services" holder=national.nhs-england enactment="National Health Service Act 2006, section 83"
        authority medical.1 function=medical sort=section-65z5 giver=national.nhs-england taker=north
        """,
      finding: """
        function assessment title="Assessing boards" holder=national.nhs-england enactment="National Health Service Act 2006, section 14Z59"
        authority assessment.1 function=assessment sort=section-65z5 giver=national.nhs-england taker=north
        """,
      notApplicable: """
        function medical title="Primary medical services" holder=north
        authority medical.1 function=medical sort=scheme giver=north taker=board
        """))

  static let onwardDelegation = Rule(
    "DEL.65Z5.ONWARD", of: .integratedCareBoard, .nhsTrust,
    check: { board throws(Unknown) in
      let received = board.governance.rows(\Authority.taker, naming: board.body).filter(\.goesOutside)
      for authority in received + board.delegated {
        for onward in board.passedOn(from: authority) {
          board.expect(
            try board.mayPass(authority, on: onward),
            "\(board.taker(of: authority)) passes ‘\(board.function(of: authority))’ on to "
              + "\(board.taker(of: onward)), and the terms of \(authority.called) do not allow it",
            kept: "\(authority.called) may be passed on")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        function care title="Community services" holder=north
        authority care.1 function=care sort=section-65z5 giver=north taker=acute onward=allowed
        authority care.2 function=care sort=section-65z5 giver=acute taker=minds parent=care.1
        """,
      finding: """
        function care title="Community services" holder=north
        authority care.1 function=care sort=section-65z5 giver=north taker=acute onward=barred
        authority care.2 function=care sort=section-65z5 giver=acute taker=minds parent=care.1
        """,
      notApplicable: """
        function care title="Community services" holder=north
        authority care.1 function=care sort=section-65z5 giver=north taker=acute onward=barred
        """))

  static let liability = Rule(
    "DEL.65Z5.LIABILITY", of: .integratedCareBoard, .nhsTrust,
    check: { board throws(Unknown) in
      let received = board.governance.rows(\Authority.taker, naming: board.body)
      for authority in received + board.delegated where authority.given.sort == .delegation {
        board.expect(
          try board.bodies(behind: authority.taker).contains(authority.liable),
          "\(authority.given.liable.map { board.name(of: $0) } ?? "another body") is recorded as liable for "
            + "\(authority.called), which \(board.taker(of: authority)) exercises",
          kept: "\(board.taker(of: authority)), which exercises \(authority.called), is liable for how it does")
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        function care title="Community services" holder=north
        authority care.1 function=care sort=section-65z5 giver=north taker=acute liable=acute accountable=north
        """,
      finding: """
        function care title="Community services" holder=north
        authority care.1 function=care sort=section-65z5 giver=north taker=acute liable=north accountable=north
        """,
      notApplicable: """
        function care title="Community services" holder=north
        authority care.1 function=care sort=contract giver=north taker=acute liable=north
        """))

  static let regardToGuidance = Rule(
    "DEL.65Z7.REGARD", of: .integratedCareBoard, .nhsTrust,
    check: { board throws(Unknown) in
      let begins = RuleCatalogue.rule("DEL.65Z7.REGARD")?.from ?? .distantPast
      let received = board.governance.rows(\Authority.taker, naming: board.body)
      for authority in received + board.delegated where [.delegation, .joint].contains(authority.given.sort) {
        if let agreed = authority.given.agreed, agreed < begins { continue }
        board.expect(
          try authority.agreed <= authority.start,
          "\(authority.called) was agreed in writing only after it began",
          kept: "\(authority.called) was agreed before it began")
        board.expect(
          try authority.regard != "none", "no guidance on delegation was considered for \(authority.called)",
          kept: "the guidance on delegation was considered for \(authority.called)")
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        function care title="Community services" holder=north
        authority care.1 from=2023-04-01 function=care sort=section-65z5 giver=north taker=acute agreed=2023-03-20 regard="Statutory guidance of September 2022"
        """,
      finding: """
        function care title="Community services" holder=north
        authority care.1 from=2023-04-01 function=care sort=section-65z5 giver=north taker=acute agreed=2023-05-20 regard=none
        """,
      notApplicable: """
        function care title="Community services" holder=north
        authority care.1 from=2022-07-01 function=care sort=section-65z5 giver=north taker=acute agreed=2022-06-20
        """))
}

/// The functions of NHS England that section 65Z5 does not reach (The National Health Service (Joint Working and
/// Delegation Arrangements) (England) Regulations 2022, SI 2022/642, regulation 2).
enum ExcludedFunctions {
  /// Sections of the National Health Service Act 2006.
  private static let sections: Set<Substring> = [
    "14z25", "14z26", "14z28", "14z59", "14z60", "14z61", "14z62", "27b", "27c", "27d", "33", "35", "37", "39", "39a",
    "42b", "42c", "56", "56a", "56b", "57", "57a", "65b", "65d", "65da", "65f", "65g", "65h", "65i", "65j", "65k",
    "65ka", "65l", "65la", "65m", "65n", "223g", "223ga", "223gb", "223gc", "223l", "223m", "223n",
  ]

  /// Whether an enactment is listed: a section of the Act of 2006, paragraphs 28 and 29 of its Schedule 4, or chapters
  /// 3, 5 and 6 of Part 3 of the Health and Social Care Act 2012.
  static func contains(_ enactment: String) -> Bool {
    let words = enactment.lowercased().split { !$0.isLetter && !$0.isNumber }
    func follows(_ heading: String, _ numbers: Set<Substring>) -> Bool {
      zip(words, words.dropFirst()).contains { $0 == heading[...] && numbers.contains($1) }
    }
    if words.contains("2012") { return follows("part", ["3"]) && follows("chapter", ["3", "5", "6"]) }
    return words.contains("2006")
      && (["section", "s"].contains { follows($0, sections) }
        || (follows("schedule", ["4"]) && ["paragraph", "paragraphs", "para"].contains { follows($0, ["28", "29"]) }))
  }
}

extension Inquiry {
  /// The kind of a body, as a reader would say it.
  func kind(of other: ID<Body>) -> String {
    governance.register.kind(other)?.singular ?? "body of a kind that is not known"
  }

  /// What the function of an authority is called.
  func function(of authority: Held<Authority>) -> String {
    guard let id = authority.given.function else { return authority.id.text }
    return governance.row(Function.self, of: id)?.given.title ?? id.text
  }

  /// Whether the terms of an authority let it be passed on. Where they ask for consent, its giver is a party to what
  /// passes it on.
  fileprivate func mayPass(_ authority: Held<Authority>, on onward: Held<Authority>) throws(Unknown) -> Bool {
    switch try authority.onward {
    case .allowed: return true
    case .barred: return false
    case .withConsent: return try onward.parties.contains(ID(authority.giver))
    }
  }
}
