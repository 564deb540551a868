import Governance
import Register
import Vocabulary

extension Rule {
  /// What keeps a person from a board, as the model constitution has it. That nothing was found needs the record that it
  /// was looked for.
  static let disqualifications = [memberOfParliament, conviction, insolvency, dismissal, otherDisqualification]

  static let memberOfParliament = Rule(
    "ICB.BOARD.DISQ.MP", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for member in try board.members() {
        board.attempt { () throws(Unknown) in
          let isInParliament = { (posts: [Held<Engagement>]) in
            posts.contains { $0.given.capacity == .memberOfParliament }
          }
          let person = try member.person
          board.expect(
            try isInParliament(board.posts(of: person)) ? false : !isInParliament(board.allPosts(of: person)),
            "\(member.called) is a member of Parliament", kept: "\(member.called) is no member of Parliament")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        seat first group=board role=non-executive
        appointment ida from=2022-07-01 seat=first person=ida
        complete ida list=engagements
        engagement ida.commons from=2015-05-07 until=2019-11-06 person=ida body=national.commons capacity=member-of-parliament
        """,
      finding: """
        seat first group=board role=non-executive
        appointment ida from=2022-07-01 seat=first person=ida
        engagement ida.commons from=2015-05-07 person=ida body=national.commons capacity=member-of-parliament
        """,
      notApplicable: "seat first group=board role=non-executive"))

  static let conviction = Rule(
    "ICB.BOARD.DISQ.CONVICTION", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for member in try board.members() {
        board.attempt { () throws(Unknown) in
          let start = try member.start
          var barring: [Day] = []
          for conviction in try board.matters(.conviction, of: member) {
            let day = try conviction.on
            if (start.anniversary(-5)...start).contains(day), try conviction.months >= 3 { barring.append(day) }
          }
          board.expect(
            barring.isEmpty,
            "\(member.called) was convicted within the five years before, on "
              + "\(barring.map(\.written).joined(separator: " and ")), and sentenced to three months or more",
            kept: "no conviction within five years before keeps \(member.called) from the board")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        seat first group=board role=non-executive
        seat second group=board role=non-executive
        appointment ida from=2022-07-01 seat=first person=ida
        appointment jim from=2022-07-01 seat=second person=jim
        disqualification ida.none from=2022-06-01 person=ida matter=none on=2022-06-01
        disqualification jim.fine from=2019-06-01 person=jim matter=conviction on=2019-06-01 months=2
        """,
      finding: """
        seat first group=board role=non-executive
        appointment ida from=2022-07-01 seat=first person=ida
        disqualification ida.case from=2019-06-01 person=ida matter=conviction on=2019-06-01 months=3
        """,
      notApplicable: "seat first group=board role=non-executive"))

  static let insolvency = Rule(
    "ICB.BOARD.DISQ.INSOLVENCY", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for member in try board.members() {
        board.attempt { () throws(Unknown) in
          let live = try board.matters(.insolvency, of: member).filter { board.isLive($0) }
          board.expect(
            live.isEmpty, "\(member.called) is under a bankruptcy restrictions order",
            kept: "\(member.called) is under no bankruptcy restrictions order")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        seat first group=board role=non-executive
        appointment ida from=2022-07-01 seat=first person=ida
        disqualification ida.none from=2022-06-01 person=ida matter=none on=2022-06-01
        """,
      finding: """
        seat first group=board role=non-executive
        appointment ida from=2022-07-01 seat=first person=ida
        disqualification ida.order from=2023-06-01 until=2025-06-01 person=ida matter=insolvency on=2023-06-01
        """,
      notApplicable: "seat first group=board role=non-executive"))

  static let dismissal = Rule(
    "ICB.BOARD.DISQ.DISMISSAL", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for member in try board.members() {
        board.attempt { () throws(Unknown) in
          let start = try member.start
          var barring: [Day] = []
          for dismissal in try board.matters(.dismissal, of: member) {
            let day = try dismissal.on
            guard day >= start.anniversary(-5), try dismissal.healthService, try !dismissal.redundancy else { continue }
            barring.append(day)
          }
          board.expect(
            barring.isEmpty,
            "\(member.called) was dismissed by a health service body on "
              + barring.map(\.written).joined(separator: " and "),
            kept: "no dismissal in the last five years keeps \(member.called) from the board")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        seat first group=board role=non-executive
        seat second group=board role=non-executive
        appointment ida from=2022-07-01 seat=first person=ida
        appointment jim from=2022-07-01 seat=second person=jim
        disqualification ida.none from=2022-06-01 person=ida matter=none on=2022-06-01
        disqualification jim.post from=2020-06-01 person=jim matter=dismissal on=2020-06-01 health-service=yes redundancy=yes
        """,
      finding: """
        seat first group=board role=non-executive
        appointment ida from=2022-07-01 seat=first person=ida
        disqualification ida.post from=2020-06-01 person=ida matter=dismissal on=2020-06-01 health-service=yes redundancy=no
        """,
      notApplicable: "seat first group=board role=non-executive"))

  static let otherDisqualification = Rule(
    "ICB.BOARD.DISQ.OTHER", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for member in try board.members() {
        board.attempt { () throws(Unknown) in
          let live = try board.matters(.officeEnded, .professional, .director, .trustee, of: member)
            .filter { board.isLive($0) }.compactMap(\.given.matter?.rawValue)
          let sanctions = board.governance.rows(\Registration.person, naming: try member.person)
            .compactMap(\.given.state).filter { $0 != .current && $0 != .lapsed }
          let found = live + sanctions.map { "registration \($0.rawValue)" }
          board.expect(
            found.isEmpty,
            "a ground against \(member.called) is recorded: "
              + found.map { $0.replacing("-", with: " ") }.joined(separator: ", "),
            kept: "no loss of office, sanction or disqualification keeps \(member.called) from the board")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        seat first group=board role=non-executive
        appointment ida from=2022-07-01 seat=first person=ida
        disqualification ida.none from=2022-06-01 person=ida matter=none on=2022-06-01
        registration ida.nurse from=1998-09-01 person=ida profession=nurse state=current
        """,
      finding: """
        seat first group=board role=non-executive
        appointment ida from=2022-07-01 seat=first person=ida
        disqualification ida.charity from=2023-06-01 person=ida matter=charity-trustee-removed on=2023-06-01
        """,
      notApplicable: "seat first group=board role=non-executive"))
}

extension Inquiry {
  /// What is recorded of a member in some matters up to the day. That there is nothing needs the record that it was
  /// looked for.
  fileprivate func matters(
    _ matters: Disqualification.Matter..., of member: Member
  ) throws(Unknown) -> [Held<Disqualification>] {
    let rows = governance.history(\Disqualification.person, naming: try member.person)
    let found = rows.filter { row in row.given.matter.map(matters.contains) ?? false }
    guard found.isEmpty else { return found }
    guard let search = rows.last(where: { $0.given.matter == Disqualification.Matter.none }) else {
      throw Unknown(
        kind: Disqualification.layout.name, subject: member.held.id.text,
        "whether it was looked for what could disqualify \(member.called)")
    }
    _ = try search.on
    return []
  }

  /// Whether a row is true on the day.
  fileprivate func isLive(_ row: Held<Disqualification>) -> Bool { row.end.map { $0 > day } ?? true }
}
