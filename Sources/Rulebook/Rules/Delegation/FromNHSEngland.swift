internal import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// What NHS England directs a board to do, or delegates to it.
  static let fromNHSEngland = [directed, primaryCare, specialisedServices]

  /// The days after a direction by which it is published. The law says as soon as it can be; the number is ours.
  static let publicationDays = 28

  static let directed = Rule(
    "DEL.13YB.DIRECTION", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for direction in board.governance.history(\Direction.body, naming: board.body)
      where direction.given.sort == .function {
        guard try ID<Holder>(direction.by).isNHSEngland else { continue }
        board.expect(
          try direction.published <= direction.made.advanced(by: publicationDays),
          "the direction ‘\(direction.given.about ?? direction.id.text)’ was published more than \(publicationDays) "
            + "days after it was given",
          kept: "the direction ‘\(direction.given.about ?? direction.id.text)’ was published")
      }
      for authority in board.governance.rows(\Authority.taker, naming: board.body)
      where authority.given.sort == .direction {
        board.expect(
          try authority.liable == board.body,
          "\(authority.given.liable.map { board.name(of: $0) } ?? "another body") is recorded as liable for what the "
            + "board exercises by the direction \(authority.called)",
          kept: "the board is liable for what it exercises by direction")
        for onward in board.passedOn(from: authority) {
          board.expect(
            try authority.onward != .barred,
            "the board passes ‘\(board.function(of: authority))’ on to \(board.taker(of: onward)), which the direction "
              + "\(authority.called) bars")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        direction flu body=north by=national.nhs-england sort=exercise-a-function made=2023-09-01 published=2023-09-08
        function flu title="Vaccination" holder=national.nhs-england
        authority flu.1 function=flu sort=section-13yb giver=national.nhs-england taker=north liable=north onward=allowed
        authority flu.2 function=flu sort=section-65z5 giver=north taker=acute parent=flu.1
        """,
      finding: """
        function flu title="Vaccination" holder=national.nhs-england
        authority flu.1 function=flu sort=section-13yb giver=national.nhs-england taker=north liable=north onward=barred
        authority flu.2 function=flu sort=section-65z5 giver=north taker=acute parent=flu.1
        """,
      notApplicable: """
        direction report body=north by=national.nhs-england sort=date-for-reports made=2023-09-01
        """))

  static let primaryCare = Rule(
    "DEL.NHSE.PRIMARY", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.exists() else { return }
      try board.governance.complete(.authorities, of: board.body)
      let services = try board.servicesFromNHSEngland()
      for part in PrimaryCare.allCases where part.begins <= board.day {
        board.expect(
          services.contains { $0.contains(part.rawValue) },
          "no delegation of \(part.words) from NHS England is in force",
          kept: "\(part.words) are delegated by NHS England")
      }
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        function primary title="Primary care" holder=national.nhs-england
        authority primary.1 function=primary sort=section-65z5 giver=national.nhs-england taker=south services="primary medical; pharmaceutical; ophthalmic; dental"
        complete south list=authorities
        """,
      finding: """
        body south kind=icb from=2022-07-01
        function primary title="Primary care" holder=national.nhs-england
        authority primary.1 function=primary sort=section-65z5 giver=national.nhs-england taker=south services="primary medical; pharmaceutical"
        complete south list=authorities
        """,
      notApplicable: "body south kind=icb from=2022-07-01 until=2024-04-01"))

  static let specialisedServices = Rule(
    "DEL.NHSE.SPEC", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for decision in board.decided(under: "DEL.NHSE.SPEC") {
        board.attempt { () throws(Unknown) -> Void in
          guard let function = try board.specialisedFunction(of: decision) else { return }
          let service = try decision.service
          board.expect(
            try board.isDelegated(service, by: function, on: decision.on),
            "the board decided \(decision.called) on the specialised service ‘\(service)’, which NHS England had not "
              + "delegated to it",
            kept: "NHS England had delegated the specialised service ‘\(service)’")
        }
      }
    },
    examples: Examples(
      on: "2024-10-01",
      met: """
        function special title="Specialised services" holder=national.nhs-england
        authority special.1 from=2024-04-01 function=special sort=section-65z5 giver=national.nhs-england taker=north services="adult kidney care; neonatal care"
        decision d1 body=north on=2024-07-01 title="A renal unit" decider=board function=special service="adult kidney care"
        """,
      finding: """
        function special title="Specialised services" holder=national.nhs-england
        authority special.1 from=2024-04-01 function=special sort=section-65z5 giver=national.nhs-england taker=north services="adult kidney care; neonatal care"
        decision d1 body=north on=2024-07-01 title="A transplant unit" decider=board function=special service="heart transplantation"
        """,
      notApplicable: """
        function primary title="Primary care" holder=national.nhs-england
        decision d1 body=north on=2024-07-01 title="A surgery" decider=board function=primary service="surgeries"
        """))
}

/// The parts of primary care that boards commission by delegation, by the word their list of services has.
private enum PrimaryCare: String, CaseIterable {
  case medical
  case pharmaceutical
  case ophthalmic
  case dental

  /// As a reader would say it.
  var words: String { (self == .medical ? "primary medical" : rawValue) + " services" }

  /// The day by which every board had it: medical services on 1 July 2022, the others on 1 April 2023 (NHS England,
  /// delegation of primary medical, pharmaceutical, ophthalmic and dental functions).
  var begins: Day { Day(year: self == .medical ? 2022 : 2023, month: self == .medical ? 7 : 4, day: 1) ?? .distantPast }
}

extension Inquiry {
  /// The services NHS England delegates to the body on the day, in lower case.
  fileprivate func servicesFromNHSEngland() throws(Unknown) -> [String] {
    var found: [String] = []
    for authority in governance.rows(\Authority.taker, naming: body)
    where authority.goesOutside && authority.given.giver?.isNHSEngland ?? false {
      found += try authority.services.map { $0.lowercased() }
    }
    return found
  }

  /// The function of a decision, where it is NHS England's and about specialised services.
  fileprivate func specialisedFunction(of decision: Held<Decision>) throws(Unknown) -> ID<Function>? {
    guard let id = decision.given.function, let function = governance.history(Function.self, of: id).last,
      try ID<Holder>(function.holder).isNHSEngland
    else { return nil }
    let words = [try function.title] + (function.given.words ?? [])
    return words.contains { $0.lowercased().contains("specialised") } ? id : nil
  }

  /// Whether NHS England had delegated a service to the body on a day.
  fileprivate func isDelegated(_ service: String, by function: ID<Function>, on day: Day) throws(Unknown) -> Bool {
    let held = facts(on: day).rows(\Authority.taker, naming: body).filter {
      $0.given.function == function && $0.given.giver?.isNHSEngland ?? false
    }
    if held.isEmpty { try governance.complete(.authorities, of: body) }
    for authority in held where try authority.services.contains(service) { return true }
    return false
  }
}
