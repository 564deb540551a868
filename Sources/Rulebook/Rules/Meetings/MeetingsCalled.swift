import Governance
import Register
import Vocabulary

extension Rule {
  /// Meetings are told of in time, and their papers are out in time.
  static let meetingsCalled = [publicNotice, papersInTime]

  static let publicNotice = Rule(
    "MTG.NOTICE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      board.eachBoardMeeting { meeting throws(Unknown) in
        let (notice, on) = (try meeting.notice, try meeting.on)
        let days = clearDays(from: notice, to: on)
        let isShort = meeting.given.convened.map { clearDays(from: $0, to: on) < 3 && notice <= $0 } ?? false
        board.expect(
          days >= 3 || isShort,
          "public notice of the meeting of \(meeting.when) was given on \(notice.written), \(days) clear days before it",
          kept: "public notice of the meeting of \(meeting.when) was given in time")
      }
    },
    examples: Examples(
      on: "2024-09-01",
      met: "meeting may group=board on=2024-05-20 notice=2024-05-16",
      finding: "meeting may group=board on=2024-05-20 notice=2024-05-17",
      notApplicable: "meeting december group=board on=2024-12-02 notice=2024-08-30"))

  /// Applied where the body's own constitution says how long before a meeting papers are out: `7` or `5 working`.
  static let papersInTime = Rule(
    "MTG.PAPERS.LOCAL", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for (group, meeting) in board.meetings() {
        board.attempt { () throws(Unknown) -> Void in
          let on = try meeting.on
          guard let clause = board.clause(.paperDays, for: group, on: on) else {
            return board.exempt("the body has no rule of its own on it, or has not met")
          }
          let (due, papers) = (try clause.papersDue(before: on), try meeting.papers)
          board.expect(
            papers <= due,
            "the papers of the meeting of \(meeting.when) were published on \(papers.written) and were due by "
              + due.written,
            kept: "the papers of the meeting of \(meeting.when) were published by \(due.written)")
        }
      }
    },
    examples: Examples(
      on: "2024-09-01",
      met: """
        clause papers body=north setting=paper-days value="5 working"
        meeting may group=board on=2024-05-13 papers=2024-05-03
        """,
      finding: """
        clause papers body=north setting=paper-days value=7
        meeting may group=board on=2024-05-13 papers=2024-05-07
        """,
      notApplicable: "meeting may group=board on=2024-05-13 papers=2024-05-12"))
}

extension Held<Clause> {
  /// The day by which papers must be out, where the clause settles it in days or in working days.
  func papersDue(before meeting: Day) throws(Unknown) -> Day {
    let words = try self.value.split(separator: " ")
    if let first = words.first, let count = Int(cell: String(first)) {
      if words.count == 1 { return meeting.advanced(by: -count) }
      if words.count == 2, words[1] == "working" { return BankHolidays.workingDay(count, before: meeting) }
    }
    throw Unknown(
      kind: Clause.layout.name, subject: id.text, column: "value",
      "how many days before a meeting its papers are out, for example 7 or 5 working")
  }
}
