public import Chronicle
public import Register
public import Vocabulary

/// A contract: who commissions what from whom, for whom, on what route. The fact's period is its term.
///
/// A designation such as *integrated health organisation* says what kind of contract it is. It is never a body: who
/// holds the contract is.
public struct Contract: Fact {
  /// What kind of contract it is.
  public enum Designation: String, Hashable, Sendable, CaseIterable {
    /// The standard contract.
    case standard
    /// A block for pairs of little business.
    case lowVolume = "low-volume"
    /// One provider answers for others.
    case leadProvider = "lead-provider"
    /// Several share one agreement.
    case alliance
    /// The whole-population contract of 2018 and 2019.
    case integratedCareProvider = "integrated-care-provider"
    /// The whole-population contract of 2026.
    case integratedHealthOrganisation = "integrated-health-organisation"
    /// Services for several neighbourhoods.
    case multiNeighbourhoodProvider = "multi-neighbourhood-provider"
    /// Services for one neighbourhood.
    case singleNeighbourhoodProvider = "single-neighbourhood-provider"
    /// A grant.
    case grant

    /// Whether it is for a whole population, so that public holders are expected.
    public var isForWholePopulation: Bool { self == .integratedCareProvider || self == .integratedHealthOrganisation }
  }

  /// How far general practices take part.
  public enum Participation: String, Hashable, Sendable, CaseIterable {
    /// Not at all; what holds unless somebody chose.
    case none
    /// Keeping their own contracts.
    case partial
    /// Giving up their own contracts.
    case full
  }

  /// The contract itself.
  public typealias Subject = Contract
  /// Its identifier.
  public let subject: ID<Contract>
  /// What it is called.
  public let name: String
  /// What kind of contract it is.
  public let designation: Designation
  /// The body that holds it.
  public let holder: ID<Body>
  /// The body that leads for the commissioners.
  public let commissioner: ID<Body>
  /// Others who are party to it.
  public let parties: [ID<Body>]
  /// Which services, with any beyond health and who funds them.
  public let scope: String
  /// For which people.
  public let population: String
  /// How far general practices take part.
  public let participation: Participation
  /// Its value over the whole term.
  public let lifetimeValue: Pence
  /// The route by which the provider was selected, and the record of it.
  public let selection: String
  /// Why a holder that is no public body is lawful; empty for a public one.
  public let legalReason: String

  /// A contract.
  public init(
    _ subject: ID<Contract>, name: String, _ designation: Designation, holder: ID<Body>, commissioner: ID<Body>,
    parties: [ID<Body>] = [], scope: String, population: String, participation: Participation = .none,
    lifetimeValue: Pence, selection: String = "", legalReason: String = ""
  ) {
    self.subject = subject
    self.name = name
    self.designation = designation
    self.holder = holder
    self.commissioner = commissioner
    self.parties = parties
    self.scope = scope
    self.population = population
    self.participation = participation
    self.lifetimeValue = lifetimeValue
    self.selection = selection
    self.legalReason = legalReason
  }

  /// `contract-1`.
  public static let kind = FactKind(
    "contract-1", file: "contracts.tsv",
    columns: [
      "name", "designation", "holder", "commissioner", "parties", "scope", "population", "participation",
      "lifetime-value", "selection", "legal-reason",
    ],
    meaning: "services are contracted for")
  /// The columns.
  public var fields: [String] {
    [
      name, designation.rawValue, holder.text, commissioner.text, parties.map(\.text).joined(separator: "; "), scope,
      population, participation.rawValue, lifetimeValue.description, selection, legalReason,
    ]
  }
  /// Reads the columns.
  public init(subject: ID<Contract>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    name = try reader.next("name")
    designation = try reader.word("designation")
    holder = try reader.id("holder")
    commissioner = try reader.id("commissioner")
    parties = try reader.words("parties").map { word throws(LineError) in
      guard let id = ID<Body>(word) else { throw LineError("'\(word)' in column 'parties' is no identifier of a body") }
      return id
    }
    scope = try reader.next("scope")
    population = try reader.next("population")
    participation = try reader.word("participation")
    lifetimeValue = try reader.pence("lifetime-value")
    selection = try reader.next("selection")
    legalReason = try reader.next("legal-reason")
  }
}
