import Governance
import Register

extension Rule {
  static let selection: [Rule] =
    selectionScope + selectionRoutes + selectionAssessment + selectionStandstill + selectionNotices
    + selectionChanges + selectionConflicts + selectionRecord

  /// A rule about choosing providers, put to every relevant authority (National Health Service Act 2006, section 12ZB).
  static func selecting(
    _ id: RuleID, check: @escaping @Sendable (Inquiry) throws(Unknown) -> Void, examples: Examples
  ) -> Rule {
    Rule(
      id, of: .integratedCareBoard, .nhsTrust, .council, .combinedAuthority, .nationalBody, check: check,
      examples: examples)
  }

  /// A rule about each choice of provider that went one of the routes.
  static func choosing(
    _ id: RuleID, by routes: Set<Procurement.Route>,
    check: @escaping @Sendable (Inquiry, Held<Procurement>) throws(Unknown) -> Void, examples: Examples
  ) -> Rule {
    selecting(
      id,
      check: { inquiry throws(Unknown) in
        inquiry.eachChoice(by: routes) { choice throws(Unknown) in try check(inquiry, choice) }
      },
      examples: examples)
  }
}
