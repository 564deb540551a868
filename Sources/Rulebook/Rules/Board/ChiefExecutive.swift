import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// The chief executive: appointed by the chair, approved by NHS England, and an employee of the board.
  static let chiefExecutive = [chiefAppointment, chiefEmployment]

  static let chiefAppointment = Rule(
    "ICB.BOARD.CEO.APPOINT", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for chief in board.appointed(where: { $0 == .chiefExecutive }) {
        board.attempt { () throws(Unknown) in
          let appointer = try chief.held.appointer
          let start = try chief.start
          let chair = try board.chairs(around: chief).first { $0.isMeant(by: appointer) }
          board.expect(
            chair != nil, "\(chief.called) was not appointed by the chair in office",
            kept: "the chair in office appointed \(chief.called)")
          if let chair, chair.isIrregularlyAppointed {
            board.expect(
              try board.settled(.validation, as: Bool.self, on: start),
              "\(chief.called) was appointed by a chair whose own appointment was irregular, and no clause of the "
                + "constitution lets acts stand despite that",
              kept: "the appointment of the chair was irregular, and the constitution lets acts stand despite that")
          }
        }
        board.expect(
          try chief.held.approver.isNHSEngland, "NHS England did not approve the appointment of \(chief.called)")
        board.expect(
          try chief.held.approved <= chief.start, "the approval of \(chief.called) came after that day")
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        clause validation body=north setting=validation value=yes
        seat chair group=board role=chair
        appointment ann from=2022-07-01 seat=chair person=ann appointer=national.nhs-england \
        approver=national.secretary-of-state approved=2022-07-05
        seat chief group=board role=chief-executive
        appointment ben from=2022-07-01 seat=chief person=ben appointer=ann approver=national.nhs-england approved=2022-06-20
        """,
      finding: """
        seat chair group=board role=chair
        appointment ann from=2022-07-01 seat=chair person=ann
        seat chief group=board role=chief-executive
        appointment ben from=2022-07-01 seat=chief person=ben appointer=board approver=national.nhs-england approved=2022-06-20
        """,
      notApplicable: "seat chief group=board role=chief-executive"))

  /// A finding is put as a question: a contract with two boards, or an amended list, may be the answer.
  static let chiefEmployment = Rule(
    "ICB.BOARD.CEO.EMPLOYEE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for chief in try board.members().with(.chiefExecutive) {
        let posts = board.posts(of: try chief.person)
        var isStaff = posts.contains { $0.given.body == board.body && $0.given.capacity == .employee }
        for post in posts where !isStaff && post.given.body == board.body && post.given.capacity == .secondee {
          isStaff = board.maySecond(try post.home)
        }
        let others = isStaff ? [] : try board.allPosts(of: chief.person)
        board.expect(
          isStaff, board.question(about: chief, others),
          kept: "\(chief.called) is employed by the board, or seconded to it by a body the law lists")
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        seat chief group=board role=chief-executive
        appointment ben from=2022-07-01 seat=chief person=ben
        engagement ben.north from=2022-07-01 person=ben body=north capacity=secondee home=acute
        """,
      finding: """
        seat chief group=board role=chief-executive
        appointment ben from=2022-07-01 seat=chief person=ben
        complete ben list=engagements
        engagement ben.east from=2022-07-01 person=ben body=east capacity=employee
        """,
      notApplicable: "seat chief group=board role=chief-executive"))
}

extension Inquiry {
  /// The chairs in office on the day a member took up a seat, or on the day that was approved. That there was none needs
  /// the claim that the board's appointments are all recorded.
  fileprivate func chairs(around member: Member) throws(Unknown) -> [Member] {
    let days = [try member.start, member.held.given.approved].compactMap(\.self)
    let chairs = appointed(where: { $0 == .chair })
      .filter { chair in days.contains { chair.held.period.surelyContains($0) } }
    if chairs.isEmpty {
      for board in boards { try governance.complete(.appointments, of: board.id) }
    }
    return chairs
  }

  /// Whether somebody employed by a body may be seconded to a board as its chief executive: the list of Schedule 1B,
  /// paragraph 19(4). Another board is not on it.
  fileprivate func maySecond(_ home: ID<Body>) -> Bool {
    let listed: Set<String> = [
      "national.nhs-england", "national.care-quality-commission", "national.nhs-digital", "national.hssib",
      "national.human-tissue-authority", "national.human-fertilisation-and-embryology-authority", "national.nice",
    ]
    return listed.contains(home.text) || [.nhsTrust, .governmentDepartment].contains(governance.register.kind(home))
      || governance.register.legalForm(home)?.fact.form == .specialHealthAuthority
  }

  /// What is asked about a chief executive whose employment with the board is not recorded.
  fileprivate func question(about chief: Member, _ posts: [Held<Engagement>]) -> String {
    let employers = names(of: posts.compactMap { $0.given.home ?? $0.given.body })
    let recorded = employers.isEmpty ? "no employment" : "a post with \(employers)"
    return "is \(chief.called) an employee of this board? Only \(recorded) is recorded, and the bodies a chief "
      + "executive can be seconded from are listed (Schedule 1B, paragraph 19(4)): another board is not among them. An "
      + "employment with this board, or a listed secondment, would answer it"
  }
}

extension Member {
  /// Whether a holder stands for the member: by person, or by seat.
  fileprivate func isMeant(by holder: ID<Holder>) -> Bool {
    holder.text == seat.id.text || holder.text == held.given.person?.text
  }

  /// Whether it is recorded that the chair was not appointed by NHS England with the Secretary of State's approval first.
  fileprivate var isIrregularlyAppointed: Bool {
    let given = held.given
    if let appointer = given.appointer, !appointer.isNHSEngland { return true }
    if let approver = given.approver, !approver.isSecretaryOfState { return true }
    if let approved = given.approved, let start = try? held.start, approved > start { return true }
    return false
  }
}
