import Governance
import Register
import Vocabulary

extension Rule {
  /// What a decision must show: its effects weighed, people involved, advice taken, local strategies regarded.
  static let decisionDuties = [tripleAim, involvement, advice, localRegard]

  /// Every decision counts that is not about one person: the Act knows no threshold of size.
  static let tripleAim = Rule(
    "DUTY.TRIPLEAIM", of: .integratedCareBoard, .nhsTrust, .nationalBody,
    check: { inquiry throws(Unknown) in
      inquiry.eachDecision(under: "DUTY.TRIPLEAIM") { decision throws(Unknown) in
        if try decision.individual { return }
        for (effect, words) in Decision.aims {
          inquiry.expect(
            try inquiry.shows(decision, decision.given[dynamicMember: effect] != nil, .assessments),
            "\(decision.dated) shows no thought of its effects on \(words)",
            kept: "\(decision.dated) weighs its effects on health, quality, resources and inequalities")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        decision beds body=north on=2024-03-12 title="Open beds" individual=no wellbeing="More years in health" quality="Shorter waits" resources="Within budget" inequalities="Most for the poorest wards"
        """,
      finding: """
        decision beds body=north on=2024-03-12 title="Open beds" individual=no wellbeing="More years in health" quality="Shorter waits" inequalities="Most for the poorest wards"
        complete beds list=assessments
        """,
      notApplicable: "decision care body=north on=2024-03-12 title=\"Care of a patient\" individual=yes"))

  static let involvement = Rule(
    "DUTY.INVOLVE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      board.eachDecision(under: "DUTY.INVOLVE") { decision throws(Unknown) in
        guard try decision.changesServices else { return }
        let events = board.involvement(in: decision.id, .involvement, .consultation, .engagement)
          .filter { event in event.given.on.flatMap { on in decision.given.on.map { on < $0 } } ?? false }
        board.expect(
          try board.shows(decision, !events.isEmpty, .consultations),
          "\(decision.dated) changes services, and nobody who uses them is shown to have been involved before it",
          kept: "people were involved before \(decision.dated)")
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        decision beds body=north on=2024-03-12 title="Close beds" changes-services=yes
        involvement heard matter=beds people="Carers" sort=engagement on=2024-01-20
        """,
      finding: """
        decision beds body=north on=2024-03-12 title="Close beds" changes-services=yes
        involvement heard matter=beds people="Carers" sort=engagement on=2024-03-20
        complete beds list=consultations
        """,
      notApplicable: "decision rent body=north on=2024-03-12 title=\"Renew a lease\" changes-services=no"))

  static let advice = Rule(
    "DUTY.ADVICE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      board.eachDecision(under: "DUTY.ADVICE") { decision throws(Unknown) in
        guard try decision.clinical else { return }
        let isAdvised = !(decision.given.advice ?? []).isEmpty || !board.involvement(in: decision.id, .advice).isEmpty
        board.expect(
          try board.shows(decision, isAdvised, .advice),
          "\(decision.dated) is a clinical matter, and no professional advice on it is shown",
          kept: "professional advice was taken on \(decision.dated)")
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        decision beds body=north on=2024-03-12 title="Open beds" clinical=yes advice="Clinical senate; director of public health"
        """,
      finding: """
        decision beds body=north on=2024-03-12 title="Open beds" clinical=yes
        complete beds list=advice
        """,
      notApplicable: "decision rent body=north on=2024-03-12 title=\"Renew a lease\" clinical=no"))

  /// Asked of plans, and of decisions that change services.
  static let localRegard = Rule(
    "DUTY.REGARD.LOCAL", of: .integratedCareBoard, .council,
    check: { inquiry throws(Unknown) in
      for plan in inquiry.plans(.forwardPlan) + inquiry.plans(.fiveYear) {
        for (content, words) in Plan.localStrategies {
          inquiry.expect(
            try plan.contents.contains(content), "\(plan.called) shows no regard to \(words)",
            kept: "\(plan.called) shows regard to \(words)")
        }
      }
      for decision in inquiry.decided(under: "DUTY.REGARD.LOCAL") where decision.given.changesServices == true {
        inquiry.expect(
          try inquiry.shows(decision, !(decision.given.regard ?? []).isEmpty, .assessments),
          "\(decision.dated) shows no regard to the needs assessment and the local strategies",
          kept: "\(decision.dated) shows regard to \((decision.given.regard ?? []).joined(separator: ", "))")
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        plan forward body=north sort=joint-forward-plan year=2024-25 contents="regard-to-the-needs-assessment; regard-to-the-integrated-care-strategy; regard-to-the-wellbeing-strategy"
        decision beds body=north on=2024-03-12 title="Open beds" changes-services=yes regard="Needs assessment 2023"
        """,
      finding: """
        plan forward body=north sort=joint-forward-plan year=2024-25 contents="regard-to-the-needs-assessment; services"
        """,
      notApplicable: "decision rent body=north on=2024-03-12 title=\"Renew a lease\" changes-services=no"))
}

extension Decision {
  /// The effects that are weighed, and what they are called (National Health Service Act 2006, section 14Z43).
  fileprivate static var aims: [(KeyPath<Decision, Column<String>>, String)] {
    [
      (\.wellbeing, "health and wellbeing"), (\.quality, "the quality of services"),
      (\.resources, "the use of resources"), (\.inequalities, "inequalities"),
    ]
  }
}

extension Plan {
  /// What regard is had to (Local Government and Public Involvement in Health Act 2007, section 116B).
  fileprivate static var localStrategies: [(Content, String)] {
    [
      (.regardAssessment, "the joint strategic needs assessment"), (.regardStrategy, "the integrated care strategy"),
      (.regardWellbeing, "the local health and wellbeing strategy"),
    ]
  }
}

extension Inquiry {
  /// Looks at each decision of the body that was made since a rule began, whatever is missing of the others.
  fileprivate func eachDecision(under rule: RuleID, _ look: (Held<Decision>) throws(Unknown) -> Void) {
    for decision in decided(under: rule) { attempt { () throws(Unknown) -> Void in try look(decision) } }
  }

  /// Whether a decision shows something. That it does not is known only where what is listed of it is claimed to be
  /// complete.
  fileprivate func shows(_ decision: Held<Decision>, _ isShown: Bool, _ list: Complete.List) throws(Unknown) -> Bool {
    if !isShown { try governance.complete(list, of: decision.id) }
    return isShown
  }
}
