import Governance
import Register
import Vocabulary

extension Rule {
  /// Substantial changes of services and the Secretary of State (National Health Service Act 2006, Schedule 10A).
  static let reconfigurations = [notifiedOfChange, calledInChange]

  /// A proposal on which councils were consulted before the duty began needs no notice (SI 2024/15).
  static let notifiedOfChange = Rule(
    "RECONF.NOTIFY", of: .integratedCareBoard, .nationalBody,
    check: { inquiry throws(Unknown) in
      inquiry.eachProposal { proposal throws(Unknown) in
        guard try proposal.substantial, proposal.given.state != .withdrawn else { return }
        let began = try proposal.consultationStart
        guard let duty = RuleCatalogue.rule("RECONF.NOTIFY")?.from, duty <= began, began <= inquiry.day else { return }
        inquiry.expect(
          try inquiry.isNotified(proposal),
          "councils were consulted on \(proposal.called) from \(began.written), and the Secretary of State is not shown to "
            + "have been notified",
          kept: "the Secretary of State was notified of \(proposal.called)")
      }
    },
    examples: Examples(
      on: "2025-04-01",
      met: """
        reconfiguration stroke body=north title="One stroke unit" substantial=yes consultation-start=2024-06-01 notified=2024-05-20
        """,
      finding: """
        reconfiguration stroke body=north title="One stroke unit" substantial=yes consultation-start=2024-06-01
        complete stroke list=notices
        """,
      notApplicable: """
        reconfiguration stroke body=north title="One stroke unit" substantial=yes consultation-start=2024-01-30
        reconfiguration clinic body=north title="Move a clinic" substantial=no
        """))

  static let calledInChange = Rule(
    "RECONF.CALLIN", of: .integratedCareBoard, .nationalBody,
    check: { inquiry throws(Unknown) in
      inquiry.eachProposal { proposal throws(Unknown) in
        guard let called = proposal.given.calledIn, called <= inquiry.day else {
          return inquiry.exempt("no proposal is called in")
        }
        let isFinal = [.decided, .implemented].contains(try proposal.state) || proposal.given.finalised != nil
        inquiry.expect(
          try isFinal ? !proposal.contrary : true,
          "the final step taken on \(proposal.called), called in on \(called.written), is contrary to what the Secretary of "
            + "State directed",
          kept: isFinal
            ? "the final step taken on \(proposal.called) follows what the Secretary of State directed"
            : "no final step is taken on \(proposal.called) since it was called in on \(called.written)")
      }
    },
    examples: Examples(
      on: "2025-04-01",
      met: """
        reconfiguration stroke body=north title="One stroke unit" called-in=2024-09-01 state=called-in
        reconfiguration beds body=north title="Close a ward" called-in=2024-05-01 directed=2024-10-01 state=decided contrary=no
        """,
      finding: """
        reconfiguration stroke body=north title="One stroke unit" called-in=2024-09-01 directed=2025-01-10 state=decided finalised=2025-02-01 contrary=yes
        """,
      notApplicable: "reconfiguration stroke body=north title=\"One stroke unit\" state=consulting"))
}

extension Inquiry {
  /// Looks at each proposal of the body to change services, whatever is missing of the others.
  fileprivate func eachProposal(_ look: (Held<Reconfiguration>) throws(Unknown) -> Void) {
    for proposal in governance.history(\Reconfiguration.body, naming: body) {
      attempt { () throws(Unknown) -> Void in try look(proposal) }
    }
  }

  /// Whether the Secretary of State was notified. That there was no notice is known where the list of notices of the
  /// proposal is claimed to be complete.
  fileprivate func isNotified(_ proposal: Held<Reconfiguration>) throws(Unknown) -> Bool {
    if governance.isComplete(.notices, of: proposal.id) { return proposal.given.notified.map { $0 <= day } ?? false }
    return try proposal.notified <= day
  }
}

extension Held<Reconfiguration> {
  /// What is proposed, in quotation marks.
  fileprivate var called: String { "‘\(given.title ?? id.text)’" }
}
