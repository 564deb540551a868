import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// That each member is fit and proper and accepts the principles of public life, and that the board knows what it lacks.
  static let fitness = [fitAndProper, fitnessFramework, principles, skills]

  static let fitAndProper = Rule(
    "ICB.BOARD.FPPT", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for member in try board.members() {
        board.attempt { () throws(Unknown) in
          let test = try board.lastCheck(.fitAndProper, of: member)
          board.expect(
            try test?.outcome ?? .failed != .failed,
            test == nil
              ? "no fit and proper person test of \(member.called) is recorded"
              : "\(member.called) did not pass the fit and proper person test",
            kept: "\(member.called) passed the fit and proper person test")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        seat first group=board role=non-executive
        appointment ida from=2022-07-01 seat=first person=ida
        check ida.2022 from=2022-06-01 person=ida body=north sort=fit-and-proper on=2022-06-01 outcome=passed
        """,
      finding: """
        seat first group=board role=non-executive
        appointment ida from=2022-07-01 seat=first person=ida
        check ida.2022 from=2022-06-01 person=ida body=north sort=fit-and-proper on=2022-06-01 outcome=passed
        check ida.2023 from=2023-06-01 person=ida body=north sort=fit-and-proper on=2023-06-01 outcome=failed
        """,
      notApplicable: "seat first group=board role=non-executive"))

  /// A test older than the framework is due a year after the framework began.
  static let fitnessFramework = Rule(
    "ICB.BOARD.FPPT.FRAMEWORK", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard let framework = RuleCatalogue.rule("ICB.BOARD.FPPT.FRAMEWORK")?.from else { return }
      let members = try board.members()
      for member in members {
        board.attempt { () throws(Unknown) in
          let test = try board.lastCheck(.fitAndProper, of: member)
          board.expect(
            test?.given.on.map { max($0, framework).anniversary(1) >= board.day } ?? false,
            "no fit and proper person assessment of \(member.called) is recorded in the twelve months before",
            kept: "\(member.called) was assessed within the twelve months before")
        }
      }
      let present = Set(members.compactMap(\.held.given.person))
      for member in board.appointed(where: { _ in true }) where try member.seat.isMembers {
        guard let end = member.held.end, end >= framework, end <= board.day else { continue }
        board.attempt { () throws(Unknown) in
          guard try !present.contains(member.person), try member.held.ending != .died else { return }
          board.expect(
            try board.lastCheck(.reference, of: member) != nil,
            "no board member reference is recorded for \(member.called) and left on \(end.written)",
            kept: "a reference was kept for \(member.called) and left on \(end.written)")
        }
      }
    },
    examples: Examples(
      on: "2025-04-01",
      met: """
        complete north list=checks
        seat first group=board role=non-executive
        appointment ida from=2022-07-01 until=2024-07-01 seat=first person=ida ending=resigned
        check ida.left from=2024-07-01 person=ida body=north sort=board-member-reference on=2024-07-01
        appointment jim from=2024-07-01 seat=first person=jim
        check jim.2024 from=2024-06-01 person=jim body=north sort=fit-and-proper on=2024-06-01 outcome=passed
        """,
      finding: """
        complete north list=checks
        seat first group=board role=non-executive
        appointment ida from=2022-07-01 seat=first person=ida
        check ida.2023 from=2023-12-01 person=ida body=north sort=fit-and-proper on=2023-12-01 outcome=passed
        """,
      notApplicable: "seat first group=board role=non-executive"))

  static let principles = Rule(
    "ICB.BOARD.NOLAN", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for member in try board.members() {
        board.attempt { () throws(Unknown) in
          let declaration = try board.lastCheck(.principles, of: member)
          board.expect(
            try declaration?.outcome ?? .failed != .failed,
            "no declaration of \(member.called) accepts the seven principles of public life",
            kept: "\(member.called) accepted the seven principles of public life")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        seat first group=board role=non-executive
        appointment ida from=2022-07-01 seat=first person=ida
        check ida.principles from=2022-07-01 person=ida body=north sort=seven-principles on=2022-07-01 outcome=given
        """,
      finding: """
        complete north list=checks
        seat first group=board role=non-executive
        appointment ida from=2022-07-01 seat=first person=ida
        """,
      notApplicable: "seat first group=board role=non-executive"))

  /// The law names no interval: twelve months is our parameter, and a board has its first year. `none` in the column of
  /// gaps says that the review found nothing wanting.
  static let skills = Rule(
    "ICB.BOARD.SKILLS", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.isInBeing() else { return }
      let review = board.governance.history(\Document.body, naming: board.body).last { $0.given.sort == .skillsReview }
      if review == nil {
        if let began = board.governance.register.existence(board.body)?.period.from.earliest,
          began.anniversary(1) > board.day
        {
          return board.exempt("the board is not a year old")
        }
        try board.governance.complete(.documents, of: board.body)
      }
      board.expect(review != nil, "no review of the skills the board needs is recorded")
      guard let review else { return }
      board.expect(
        try review.approved.anniversary(1) >= board.day,
        "the skills the board needs were not reviewed in the twelve months before",
        kept: "the skills the board needs were reviewed within the twelve months before")
      board.attempt { () throws(Unknown) in
        let gaps = try review.gaps.filter { $0 != "none" }
        board.expect(
          try gaps.isEmpty ? true : review.actions.count >= gaps.count,
          "the review of skills found \(gaps.joined(separator: ", ")) wanting, and fewer actions than gaps are recorded",
          kept: gaps.isEmpty ? "nothing was found wanting" : "each gap in skills has its action")
      }
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        document skills.2023 from=2023-10-01 body=south sort=skills-review approved=2023-10-01 gaps=digital actions=training
        """,
      finding: """
        body south kind=icb from=2022-07-01
        complete south list=documents
        """,
      notApplicable: "body south kind=icb from=2023-10-01"))
}

extension Inquiry {
  /// The last check of a sort on a member by the day. That there was none needs the claim that the body's checks are all
  /// recorded.
  fileprivate func lastCheck(_ sort: Check.Sort, of member: Member) throws(Unknown) -> Held<Check>? {
    let checks = governance.history(\Check.person, naming: try member.person)
      .filter { check in
        check.given.body == body && check.given.sort == sort && check.given.on.map { $0 <= day } == true
      }
    let last = checks.max { a, b in (a.given.on ?? .distantPast) < (b.given.on ?? .distantPast) }
    if last == nil { try governance.complete(.checks, of: body) }
    return last
  }
}
