public import Chronicle
public import Vocabulary

/// A what-if on the formula that somebody named and kept: other values for some parameters, and perhaps a sum of money.
///
/// It is never an allocation of NHS England, and its name may not say so.
public struct AllocationScenario: Fact {
  /// The scenario itself.
  public typealias Subject = AllocationScenario
  /// Its identifier.
  public let subject: ID<AllocationScenario>
  /// What it is called.
  public let name: String
  /// The parameters it begins with: the year.
  public let year: FinancialYear
  /// Other values of parameters.
  public let changes: [FormulaParameter.Key: Double]
  /// The sum of money it supposes; nil for shares alone.
  public let quantum: Pence?
  /// Why somebody made it.
  public let reason: String

  /// A scenario.
  ///
  /// - Throws: `MoneyError` for a name that is empty or passes for an allocation of NHS England.
  public init(
    _ subject: ID<AllocationScenario>, name: String, year: FinancialYear, changes: [FormulaParameter.Key: Double],
    quantum: Pence? = nil, reason: String
  ) throws(MoneyError) {
    self.subject = subject
    self.name = try AllocationScenario.checked(name: name)
    self.year = year
    self.changes = changes
    self.quantum = quantum
    self.reason = reason
  }

  /// A name that cannot be taken for an allocation of NHS England.
  static func checked(name: String) throws(MoneyError) -> String {
    let plain = name.lowercased()
    guard plain.contains(where: { $0.isLetter }) else { throw MoneyError("give the scenario a name") }
    guard !plain.contains("nhs england"), !plain.contains("nhse"), !plain.contains("official") else {
      throw MoneyError(
        "'\(name)' would pass for an allocation of NHS England, and a scenario is none: name it otherwise")
    }
    return name
  }

  /// The formula with its changes.
  ///
  /// - Throws: `MoneyError` where the year has no parameters or a changed value is not allowed.
  public func formula() throws(MoneyError) -> CapitationFormula {
    try CapitationFormula(FormulaParameters.shipped(for: year.key).setting(changes, because: "scenario '\(name)'"))
  }

  /// `allocation-scenario-1`.
  public static let kind = FactKind(
    "allocation-scenario-1", file: "allocation-scenarios.tsv",
    columns: ["name", "year", "changes", "quantum", "reason"],
    meaning: "somebody named other values for the formula of allocations")
  /// The columns.
  public var fields: [String] {
    let written = FormulaParameter.Key.allCases.compactMap { key in
      changes[key].map { "\(key.rawValue)=\(Decimals.shortest($0))" }
    }
    return [name, year.key, written.joined(separator: "; "), quantum?.description ?? "", reason]
  }
  /// Reads the columns.
  public init(subject: ID<AllocationScenario>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    let given = try reader.next("name")
    do { name = try AllocationScenario.checked(name: given) } catch { throw LineError(error.message) }
    year = try reader.year("year")
    let text = try reader.next("changes")
    var changes: [FormulaParameter.Key: Double] = [:]
    for change in text.split(separator: ";") {
      let parts = change.split(separator: "=").map { $0.trimmingSpaces }
      guard parts.count == 2, let key = FormulaParameter.Key(rawValue: parts[0]), let value = Double(parts[1]),
        value.isFinite, changes.updateValue(value, forKey: key) == nil
      else {
        throw LineError("'\(change)' in column 'changes' is no change: write parameter=value, each parameter once")
      }
    }
    self.changes = changes
    quantum = try reader.penceIfAny("quantum")
    reason = try reader.next("reason")
  }
}
