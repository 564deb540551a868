import Governance
import Register
import Vocabulary

extension Rule {
  /// Changing a contract in its term (regulation 13). The Regulations apply to changes of older contracts too
  /// (regulation 29(2)).
  static let selectionChanges = [modification, modificationNotice]

  static let modification = selecting(
    "PSR.MOD",
    check: { inquiry throws(Unknown) in
      for (choice, change) in inquiry.modifications {
        inquiry.expect(
          try inquiry.mayBeMade(change, of: choice),
          "\(choice.service): the change of \(change.when) needed a new process and none was followed",
          kept: "\(choice.service): the change of \(change.when) needed no new process, or one was followed")
      }
    },
    examples: Examples(
      on: "2025-03-01",
      met: """
        procurement skin authority=north title=Dermatology route=competitive
        modification skin.1 procurement=skin on=2025-01-10 provided-for=no cause=authority materially-different=no cumulative-change=600000 original-value=10000000
        """,
      finding: """
        procurement skin authority=north title=Dermatology route=competitive
        modification skin.1 procurement=skin on=2025-01-10 provided-for=no cause=authority materially-different=no cumulative-change=600000 original-value=2000000 new-process=no
        """,
      notApplicable: "procurement skin authority=north title=Dermatology route=competitive"))

  static let modificationNotice = selecting(
    "PSR.MOD.NOTICE",
    check: { inquiry throws(Unknown) in
      for (choice, change) in inquiry.modifications {
        inquiry.attempt { () throws(Unknown) -> Void in
          guard change.given.newProcess != true, try change.cause == .authority,
            try change.cumulative >= Pounds(500_000)
          else { return inquiry.exempt("no change of £500,000 or more is recorded that the body decided on") }
          let due = try change.on.advanced(by: 30)
          guard let noticed = inquiry.notice(of: change, to: choice) else {
            guard inquiry.day > due else {
              return inquiry.exempt("\(choice.service): the notice of the change is due by \(due.written)")
            }
            try inquiry.governance.complete(.notices, of: choice.id)
            return inquiry.expect(
              false, "\(choice.service): no notice of the change of \(change.when) was submitted by \(due.written)")
          }
          inquiry.expect(
            noticed <= due,
            "\(choice.service): the notice of the change of \(change.when) was submitted on \(noticed.written) and was "
              + "due by \(due.written)",
            kept: "\(choice.service): the notice of the change of \(change.when) was submitted within 30 days")
        }
      }
    },
    examples: Examples(
      on: "2025-03-01",
      met: """
        procurement skin authority=north title=Dermatology route=competitive
        modification skin.1 procurement=skin on=2025-01-10 cause=authority cumulative-change=600000 noticed=2025-02-09
        """,
      finding: """
        procurement skin authority=north title=Dermatology route=competitive
        modification skin.1 procurement=skin on=2025-01-10 cause=authority cumulative-change=500000 noticed=2025-02-10
        """,
      notApplicable: """
        procurement skin authority=north title=Dermatology route=competitive
        modification skin.1 procurement=skin on=2025-01-10 cause=authority cumulative-change=499999
        """))
}

extension Inquiry {
  /// The changes of the body's contracts since the Regulations began, with the choice each belongs to.
  var modifications: [(Held<Procurement>, Held<Modification>)] {
    governance.history(\Procurement.authority, naming: body).flatMap { choice in
      governance.history(\Modification.procurement, naming: choice.id)
        .filter { change in change.given.on.map { $0 >= regulationsBegan && $0 <= day } ?? false }
        .map { (choice, $0) }
    }
  }

  /// The day the notice of a change was submitted: as recorded with the change, or as a notice of its own.
  func notice(of change: Held<Modification>, to choice: Held<Procurement>) -> Day? {
    if let noticed = change.given.noticed { return noticed <= day ? noticed : nil }
    let submitted = notices([.modification], of: choice).compactMap { $0.given.submitted }
    return submitted.first { $0 >= change.given.on ?? .distantFuture }
  }

  /// Whether a change may be made without a new process, or was made by one (regulation 13(1) to (3)).
  func mayBeMade(_ change: Held<Modification>, of choice: Held<Procurement>) throws(Unknown) -> Bool {
    if change.given.newProcess == true { return true }
    if try change.provided { return true }
    if try change.cause == .succession { return true }
    if try !change.different {
      guard try change.cause == .authority else { return true }
      let (sum, original) = (try change.cumulative.pence, try change.original.pence)
      if sum < Pounds(500_000).pence || sum * 4 < original { return true }
      let route = try choice.route
      if route == .directA || route == .directB { return true }
    }
    return try change.newProcess
  }
}

extension Held<Modification> {
  /// The day of it, written for a reader.
  var when: String { given.on?.written ?? "a day that is not known" }
}
