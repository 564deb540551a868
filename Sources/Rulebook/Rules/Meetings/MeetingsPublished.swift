import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// What the body publishes of its meetings and of itself.
  static let meetingsPublished = [minutesPublished, publishedDocuments, handbook]

  /// Minutes are looked for once they are approved, or once the group has met again.
  static let minutesPublished = Rule(
    "MTG.MINUTES", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      let held = board.meetings()
      for (group, meeting) in held {
        board.attempt { () throws(Unknown) -> Void in
          guard try meeting.open else { return board.exempt("no meeting in public is recorded") }
          board.expect(
            try board.isPublished(meeting.given.papers, of: meeting),
            "the papers of the meeting of \(meeting.when) are not published",
            kept: "the papers of the meeting of \(meeting.when) are published")
          let isApproved = meeting.given.minutesApproved.map { $0 <= board.day } ?? false
          let metAgain = held.contains { other in
            other.group.id == group.id && other.meeting.given.on ?? .distantPast > meeting.given.on ?? .distantFuture
          }
          guard isApproved || metAgain else { return }
          board.expect(
            try board.isPublished(meeting.given.minutesPublished, of: meeting),
            "the minutes of the meeting of \(meeting.when) are not published",
            kept: "the minutes of the meeting of \(meeting.when) are published")
        }
      }
    },
    examples: Examples(
      on: "2024-09-01",
      met: """
        meeting may group=board on=2024-05-20 open=yes papers=2024-05-13 minutes-approved=2024-07-15 minutes-published=2024-07-22
        """,
      finding: """
        meeting may group=board on=2024-05-20 open=yes papers=2024-05-13 minutes-approved=2024-07-15
        complete may list=documents
        """,
      notApplicable: "meeting may group=board on=2024-05-20 open=no"))

  static let publishedDocuments = Rule(
    "ICB.TRANSP.PUBLISH", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      let documents = board.governance.rows(\Document.body, naming: board.body)
      let constitutions = board.governance.rows(\Constitution.body, naming: board.body)
      guard !documents.isEmpty || !constitutions.isEmpty else {
        return board.exempt("no document of the body is recorded")
      }
      board.attempt { () throws(Unknown) -> Void in
        guard let constitution = constitutions.last else {
          try board.governance.complete(.constitutions, of: board.body)
          return board.expect(false, "there is no constitution to publish")
        }
        board.expect(
          try constitution.published <= board.day, "the constitution is not published",
          kept: "the constitution is published")
      }
      for sort in board.documentsDue {
        board.attempt { () throws(Unknown) -> Void in
          guard let document = documents.last(where: { $0.given.sort == sort }) else {
            try board.governance.complete(.documents, of: board.body)
            return board.expect(false, "not published: \(sort.words)")
          }
          board.expect(
            try document.published <= board.day, "not published: \(sort.words)", kept: "published: \(sort.words)")
        }
      }
    },
    examples: Examples(
      on: "2023-03-01",
      met: """
        constitution one body=north version=1 published=2022-07-01
        document handbook body=north sort=governance-handbook published=2022-07-01
        document scheme body=north sort=scheme-of-reservation-and-delegation published=2022-07-01
        document money body=north sort=standing-financial-instructions published=2022-07-01
        document map body=north sort=functions-and-decisions-map published=2022-07-01
        document terms body=north sort=terms-of-reference published=2022-07-01
        document conduct body=north sort=standards-of-conduct-policy published=2022-07-01
        document register body=north sort=register-of-interests published=2022-07-01
        document complaints body=north sort=complaints-process published=2022-07-01
        """,
      finding: """
        constitution one body=north version=1 published=2022-07-01
        complete north list=documents
        """,
      notApplicable: ""))

  /// The law does not ask for a handbook; policy does.
  static let handbook = Rule(
    "ICB.HANDBOOK", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      let documents = board.governance.rows(\Document.body, naming: board.body)
      guard let handbook = documents.last(where: { $0.given.sort == .handbook }) else {
        guard !documents.isEmpty else { return board.exempt("no document of the body is recorded") }
        try board.governance.complete(.documents, of: board.body)
        return board.expect(false, "there is no governance handbook")
      }
      board.expect(
        try handbook.published <= board.day, "the governance handbook is not published",
        kept: "the governance handbook is published")
    },
    examples: Examples(
      on: "2024-09-01",
      met: "document handbook body=north sort=governance-handbook published=2022-07-01",
      finding: """
        document scheme body=north sort=scheme-of-reservation-and-delegation published=2022-07-01
        complete north list=documents
        """,
      notApplicable: ""))
}

extension Inquiry {
  /// Whether papers or minutes were published by the day. That they were not is known only where the documents of the
  /// meeting are complete.
  func isPublished(_ published: Day?, of meeting: Held<Meeting>) throws(Unknown) -> Bool {
    if let published { return published <= day }
    try governance.complete(.documents, of: meeting.id)
    return false
  }

  /// The documents the body must have out by the day. Audited accounts come once a first financial year has been over
  /// for six months.
  var documentsDue: [Document.Sort] {
    let always: [Document.Sort] = [
      .handbook, .scheme, .financialInstructions, .map, .termsOfReference, .conductPolicy, .register, .complaints,
    ]
    guard let began = governance.register.existence(body)?.period.from.latest else { return always }
    let date = began.civil
    let firstYearEnds = Day(year: date.month >= 4 ? date.year + 1 : date.year, month: 4, day: 1) ?? .distantFuture
    return day >= firstYearEnds.adding(months: 6) ? always + [.accounts] : always
  }
}

extension Document.Sort {
  /// The document, as a reader would call it.
  var words: String { "the " + rawValue.replacing("-", with: " ") }
}
