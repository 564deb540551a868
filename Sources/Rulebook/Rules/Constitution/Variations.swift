import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// The constitution as it is varied: who approves it, and that what is published is what is in force.
  static let variations = [constitutionPublished, constitutionVaried, constitutionUpdated]

  static let constitutionPublished = Rule(
    "ICB.CONST.PUBLISH", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.isInBeing() else { return }
      let versions = board.governance.rows(\Constitution.body, naming: board.body)
      if versions.isEmpty { try board.governance.complete(.constitutions, of: board.body) }
      board.expect(!versions.isEmpty, "no constitution is in force")
      for version in versions {
        let words = version.called
        board.expect(
          try version.published <= board.day,
          "\(words) is in force and was not published by \(board.day.written)",
          kept: "\(words), which is in force, is published")
      }
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        constitution south.2 from=2023-04-01 body=south version=2 published=2023-04-03
        """,
      finding: """
        body south kind=icb from=2022-07-01
        constitution south.1 from=2022-07-01 until=2024-03-01 body=south version=1 published=2022-07-01
        constitution south.2 from=2024-03-01 body=south version=2 published=2024-06-10
        """,
      notApplicable: "body south kind=icb from=2025-04-01"))

  static let constitutionVaried = Rule(
    "ICB.CONST.VARIATION", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      let versions = board.governance.history(\Constitution.body, naming: board.body)
      let first = board.governance.register.existence(board.body)?.period.from.latest ?? Day.boardsBegin
      let later = versions.filter { $0.period.from.latest > first }
      let others = later.filter { $0.given.initiator?.isNHSEngland != true }
      if others.count < later.count { board.exempt("NHS England varied the constitution on its own initiative") }
      for version in others {
        let words = version.called
        board.expect(
          try version.approver.isNHSEngland, "NHS England did not approve \(words)",
          kept: "NHS England approved \(words)")
        board.expect(
          try version.approved <= version.start,
          "\(words) was in force before it was approved")
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        constitution north.1 from=2022-07-01 until=2023-04-01 body=north version=1
        constitution north.2 from=2023-04-01 body=north version=2 initiator=north approver=national.nhs-england approved=2023-03-14
        """,
      finding: """
        constitution north.2 from=2023-04-01 body=north version=2 initiator=north approver=national.nhs-england approved=2023-05-14
        """,
      notApplicable: """
        constitution north.1 from=2022-07-01 until=2023-04-01 body=north version=1
        constitution north.2 from=2023-04-01 body=north version=2 initiator=national.nhs-england
        """))

  /// The day the guidance was published is not in the sources: it is entered as the rule's commencement.
  static let constitutionUpdated = Rule(
    "ICB.CONST.MODELUPDATE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.isInBeing() else { return }
      let guidance = try board.roleGuidance()
      for version in try board.constitutions() {
        let (words, approved) = (version.called, try version.approved)
        guard approved >= guidance else {
          board.exempt("\(words) was approved before the guidance of \(guidance.written)")
          continue
        }
        for role in [Clause.Setting.deputyChair, .seniorNonExecutive] {
          let post = role == .deputyChair ? "deputy chair" : "senior non-executive member"
          board.expect(
            try board.names(role), "\(words), approved on \(approved.written), names no \(post)",
            kept: "\(words) names a \(post)")
        }
      }
    },
    examples: Examples(
      on: "2025-04-01",
      met: """
        commencement update provision=ICB.CONST.MODELUPDATE on=2024-01-01
        constitution north.3 from=2024-07-01 body=north version=3 approved=2024-06-20
        clause deputy body=north setting=deputy-chair value=yes
        clause senior body=north setting=senior-non-executive value=yes
        """,
      finding: """
        commencement update provision=ICB.CONST.MODELUPDATE on=2024-01-01
        constitution north.3 from=2024-07-01 body=north version=3 approved=2024-06-20
        clause deputy body=north setting=deputy-chair value=yes
        complete north list=clauses
        """,
      notApplicable: """
        commencement update provision=ICB.CONST.MODELUPDATE on=2024-01-01
        constitution north.2 from=2023-04-01 body=north version=2 approved=2023-03-14
        """))
}

extension Inquiry {
  /// The day the guidance was published that asks for a deputy chair and a senior non-executive member.
  func roleGuidance() throws(Unknown) -> Day {
    guard let day = governance.commencement(of: "ICB.CONST.MODELUPDATE") else {
      throw Unknown(
        kind: Commencement.layout.name, subject: "",
        "the day the guidance was published that asks for a deputy chair and a senior non-executive member")
    }
    return day
  }

  /// Whether the constitution names a role; that it does not needs the claim that its clauses are all recorded.
  fileprivate func names(_ role: Clause.Setting) throws(Unknown) -> Bool {
    if clause(role) != nil { return try settled(role, as: Bool.self) }
    try governance.complete(.clauses, of: body)
    return false
  }
}
