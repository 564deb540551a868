internal import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// What councils and boards do about the integrated care strategy.
  static let strategiesAnswered = [wellbeingStrategies]

  static let wellbeingStrategies = Rule(
    "HWB.STRATEGY", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for strategy in board.strategies {
        board.attempt { () throws(Unknown) -> Void in
          let published = try strategy.published
          guard published <= board.day else { return }
          for wellbeing in try strategy.boards {
            board.expect(
              try board.isAnswered(since: published, by: wellbeing),
              "since \(strategy.called) was published on \(published.written), \(board.name(of: wellbeing)) has neither "
                + "made a health and wellbeing strategy nor decided that the one it has is enough",
              kept: "\(board.name(of: wellbeing)) made a strategy, or decided on the one it has")
          }
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        body wellbeing kind=health-and-wellbeing-board name="County health and wellbeing board"
        plan strategy body=north sort=integrated-care-strategy published=2023-01-20 boards=wellbeing
        plan county.1 body=wellbeing sort=local-health-and-wellbeing-strategy published=2022-03-01 considered=2023-03-01
        """,
      finding: """
        body wellbeing kind=health-and-wellbeing-board name="County health and wellbeing board"
        plan strategy body=north sort=integrated-care-strategy published=2023-01-20 boards=wellbeing
        plan county.1 body=wellbeing sort=local-health-and-wellbeing-strategy published=2022-03-01
        complete wellbeing list=plans
        """,
      notApplicable: "plan forward body=north sort=joint-forward-plan"))
}

extension Inquiry {
  /// Whether a health and wellbeing board made a strategy after a day, or decided on the one it has. That it did
  /// neither is known only where the list of its plans is complete.
  fileprivate func isAnswered(since day: Day, by wellbeing: ID<Body>) throws(Unknown) -> Bool {
    let answers = governance.history(\Plan.body, naming: wellbeing).filter { plan in
      guard plan.given.sort == .wellbeingStrategy else { return false }
      return [plan.given.published, plan.given.considered].contains { $0.map { $0 >= day } ?? false }
    }
    return try isWhole(answers, .plans, of: wellbeing)
  }
}
