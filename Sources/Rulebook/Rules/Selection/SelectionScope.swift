import Governance
import Register
import Vocabulary

extension Rule {
  /// Which purchases the Regulations govern.
  static let selectionScope = [selectionInScope, selectionTransition]

  static let selectionInScope = choosing(
    "PSR.SCOPE", by: Procurement.Route.underTheRegulations.union([.otherLaw]),
    check: { inquiry, choice throws(Unknown) in
      if try choice.route == .otherLaw {
        inquiry.expect(
          try !choice.isInScope,
          "\(choice.service): bought outside the Regulations, though they apply to it",
          kept: "\(choice.service): the Regulations do not apply to it")
      } else {
        inquiry.expect(
          try choice.isInScope,
          "\(choice.service): bought under the Regulations, though they do not apply to it",
          kept: "\(choice.service): the Regulations apply to it")
      }
    },
    examples: Examples(
      on: "2025-03-01",
      met: """
        procurement scans authority=north title="Scans and their vans" route=competitive listed-services=yes mixed=yes health-value=900000 other-value=100000 separable=no
        procurement vans authority=north title="Vans" route=outside-the-regime listed-services=no
        """,
      finding: """
        procurement scans authority=north title="Scans and their vans" route=competitive listed-services=yes mixed=yes health-value=100000 other-value=900000 separable=no
        """,
      notApplicable: ""))

  static let selectionTransition = selecting(
    "PSR.TRANSITION",
    check: { inquiry throws(Unknown) in
      for choice in inquiry.governance.history(\Procurement.authority, naming: inquiry.body) {
        inquiry.attempt { () throws(Unknown) -> Void in
          let began = try choice.began
          guard began < inquiry.regulationsBegan else { return }
          inquiry.expect(
            try choice.route == .otherLaw,
            "\(choice.service): the process began on \(began.written), before the Regulations, and followed them",
            kept: "\(choice.service): the process began on \(began.written) and stayed under the law of that day")
        }
      }
    },
    examples: Examples(
      on: "2024-06-01",
      met: "procurement scans authority=north title=Scans began=2023-11-01 route=outside-the-regime",
      finding: "procurement scans authority=north title=Scans began=2023-11-01 route=competitive",
      notApplicable: "procurement scans authority=north title=Scans began=2024-02-01 route=competitive"))
}
