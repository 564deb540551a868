import Governance
import Register
import Vocabulary

extension Rule {
  /// An interest is declared in time, handled where it matters, and minuted.
  static let interestsHandled = [declaredIn28Days, conflictManaged, declarationsMinuted]

  static let declaredIn28Days = Rule(
    "COI.DECLARE.28D", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for interest in board.governance.history(\Interest.body, naming: board.body)
      where interest.given.sort != Interest.Sort.none {
        board.attempt { () throws(Unknown) -> Void in
          let aware = try interest.aware
          guard aware >= board.boardsBegan, let person = interest.given.person else { return }
          let due = aware.advanced(by: 28)
          if board.day <= due, interest.given.declared ?? .distantFuture > board.day { return }
          let declared = try interest.declared
          board.expect(
            declared <= due,
            "\(board.name(of: person)) knew of an interest on \(aware.written) and declared it on \(declared.written), "
              + "after \(due.written)",
            kept: "\(board.name(of: person)) declared an interest within 28 days")
          if interest.given.registered == nil { try board.governance.complete(.register, of: board.body) }
          board.expect(
            interest.given.registered != nil,
            "the interest that \(board.name(of: person)) declared on \(declared.written) is not in the register")
        }
      }
    },
    examples: Examples(
      on: "2024-09-01",
      met: """
        interest ann.1 person=ann body=north sort=indirect counterparty=company aware=2024-05-01 declared=2024-05-29 registered=2024-06-03
        """,
      finding: """
        interest ann.1 person=ann body=north sort=indirect counterparty=company aware=2024-05-01 declared=2024-06-05 registered=2024-06-06
        """,
      notApplicable: """
        interest ann.1 person=ann body=north sort=indirect counterparty=company aware=2022-05-01 declared=2022-06-05
        """))

  static let conflictManaged = Rule(
    "COI.MANAGE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for (_, meeting) in board.meetings() {
        for item in board.items(of: meeting) {
          for (person, body) in board.interests(in: board.concerned(by: item), on: meeting.given.on ?? board.day) {
            board.attempt { () throws(Unknown) -> Void in
              let voted = board.hasVoted(person, on: item)
              guard let conflict = board.conflicts(of: person, at: item.id).last else {
                guard voted || board.isThere(person, for: item) else {
                  return try board.governance.complete(.attendance, of: meeting.id)
                }
                try board.governance.complete(.conflicts, of: meeting.id)
                return board.expect(
                  false,
                  "\(board.name(of: person)) has an interest in \(board.name(of: body)), stayed for "
                    + "\(item.named(at: meeting)), which concerns it, and nothing is recorded as done about it")
              }
              let handling = try conflict.handling
              board.expect(
                handling == .noted || handling == .excludedFromPapers || !voted,
                "\(board.name(of: person)) has an interest in \(board.name(of: body)) and voted on "
                  + "\(item.named(at: meeting)), though it was recorded that this person would not",
                kept: "the interest of \(board.name(of: person)) in \(board.name(of: body)) was handled at "
                  + item.named(at: meeting))
            }
          }
        }
      }
    },
    examples: Examples(
      on: "2024-09-01",
      met: """
        interest ann.1 person=ann body=north sort=indirect counterparty=company
        meeting may group=board on=2024-05-20
        item scans meeting=may number=4 title=Scans bodies=company
        attendance ann.may meeting=may person=ann capacity=member
        conflict ann.scans item=scans person=ann handling=withdrew
        """,
      finding: """
        interest ann.1 person=ann body=north sort=indirect counterparty=company
        meeting may group=board on=2024-05-20
        item scans meeting=may number=4 title=Scans bodies=company
        attendance ann.may meeting=may person=ann capacity=member
        complete may list=conflicts
        """,
      notApplicable: """
        interest ann.1 person=ann body=north sort=indirect counterparty=company
        meeting may group=board on=2024-05-20
        item scans meeting=may number=4 title=Scans bodies=company
        complete may list=attendance
        """))

  /// Applied where the body's own constitution says so.
  static let declarationsMinuted = Rule(
    "COI.MINUTES", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for (group, meeting) in board.meetings() {
        board.attempt { () throws(Unknown) -> Void in
          guard let clause = board.clause(.declarationsMinuted, for: group, on: try meeting.on),
            try clause.value == Bool.yes
          else { return board.exempt("the body has no rule of its own on it, or has not met") }
          board.expect(
            try meeting.declarations,
            "the minutes of the meeting of \(meeting.when) do not show declarations and their handling",
            kept: "the minutes show declarations and their handling")
        }
      }
    },
    examples: Examples(
      on: "2024-09-01",
      met: """
        clause minuted body=north setting=declarations-minuted value=yes
        meeting may group=board on=2024-05-20 declarations-minuted=yes
        """,
      finding: """
        clause minuted body=north setting=declarations-minuted value=yes
        meeting may group=board on=2024-05-20 declarations-minuted=no
        """,
      notApplicable: "meeting may group=board on=2024-05-20 declarations-minuted=no"))
}

extension Inquiry {
  /// The bodies an item concerns: those it names, and those its choice of provider and its decisions are about.
  func concerned(by item: Held<Item>) -> [ID<Body>] {
    let decisions = governance.history(\Decision.item, naming: item.id)
    let choices = ([item.given.procurement] + decisions.map { $0.given.procurement }).compactMap { $0 }
      .flatMap { governance.history(Procurement.self, of: $0) }
    return (item.given.bodies ?? []) + decisions.compactMap { $0.given.supplier }
      + choices.flatMap { ($0.given.bidders ?? []) + [$0.given.provider].compactMap { $0 } }
  }

  /// Whether somebody voted on a decision taken at an item.
  func hasVoted(_ person: ID<Person>, on item: Held<Item>) -> Bool {
    governance.history(\Decision.item, naming: item.id)
      .contains { votes(on: $0).contains { $0.given.person == person } }
  }
}
