public import Chronicle
internal import Register
public import Vocabulary

/// The contracts of a snapshot with their terms and outcomes, and what is wrong with them.
public struct ContractBook: Sendable {
  /// One contract.
  public struct Entry: Sendable {
    /// The contract.
    public let contract: Contract
    /// Its term.
    public let term: Period
    /// How it pays, the earliest terms first.
    public let terms: [Version<ContractTerms>]
    /// The outcomes agreed for the day.
    public let outcomes: [OutcomeSchedule.Outcome]
    /// What is wrong with it, each with what to do.
    public let findings: [String]
  }

  /// The contracts in force on the snapshot's day, by identifier.
  public let entries: [Entry]

  /// The contracts of a snapshot. O(facts about contracts).
  public init(_ snapshot: Snapshot) {
    entries = snapshot.all(Contract.self).sorted { $0.fact.subject < $1.fact.subject }.map { version in
      let id = version.fact.subject
      let terms = snapshot.history(ContractTerms.self, of: id)
      let outcomes = snapshot.all(ContractOutcome.self, of: id).map(\.fact.outcome)
      return Entry(
        contract: version.fact, term: version.period, terms: terms, outcomes: outcomes,
        findings: Self.findings(version, terms.filter { $0.period.surelyContains(snapshot.trueOn) }, outcomes, snapshot)
      )
    }
  }

  private static let publicBodies: Set<BodyKind> = [
    .integratedCareBoard, .nhsTrust, .council, .combinedAuthority, .strategicAuthority, .nationalBody,
  ]

  private static func findings(
    _ version: Version<Contract>, _ terms: [Version<ContractTerms>], _ outcomes: [OutcomeSchedule.Outcome],
    _ snapshot: Snapshot
  ) -> [String] {
    let contract = version.fact
    var findings: [String] = []
    if terms.isEmpty { findings.append("\(contract.name) does not say how it pays on this day: record its terms") }
    if terms.count > 1 {
      findings.append("\(contract.name) pays in \(terms.count) ways at once: end the earlier terms")
    }
    if terms.contains(where: { $0.fact.model == .outcomes || $0.fact.atRisk > 0 }) {
      do { _ = try OutcomeSchedule(outcomes) } catch { findings.append("\(contract.name): \(error.message)") }
      if version.period.until == .never {
        findings.append("\(contract.name) pays for outcomes and has no end: record its term")
      }
      if contract.lifetimeValue <= .zero {
        findings.append("\(contract.name) pays for outcomes and has no budget: record its lifetime value")
      }
    }
    let holder = snapshot.first(Body.self, of: contract.holder)?.fact.bodyKind
    switch holder {
    case nil: findings.append("\(contract.holder), the holder of \(contract.name), is no body of this day")
    case .some(let kind) where kind.isNeverLegalPerson:
      findings.append(
        "\(contract.holder) is a \(kind.singular) and no legal person: name the body that holds \(contract.name)")
    case .some(let kind)
    where contract.designation.isForWholePopulation && !publicBodies.contains(kind) && contract.legalReason.isEmpty:
      findings.append(
        "\(contract.holder) holds a contract for a whole population and is no public body: record the legal reason")
    default: break
    }
    return findings
  }
}
