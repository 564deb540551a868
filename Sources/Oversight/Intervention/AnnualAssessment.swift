public import Vocabulary

/// NHS England's yearly assessment of an integrated care board (National Health Service Act 2006, section 14Z59).
///
/// A narrative under five headings. There is no grade, and no place to put one.
public struct AnnualAssessment: Hashable, Sendable {
  /// The code of the board.
  public let board: String
  /// The financial year, for example `2024-25`.
  public let year: String
  /// What was found, by heading.
  public var findings: [Heading: Finding]
  /// What health and wellbeing boards and the partnership said.
  public var views: [String]
  /// The areas for development.
  public var development: [String]
  /// The day of the letter; nil before it is issued.
  public private(set) var issued: Day?

  /// A heading of the assessment.
  public enum Heading: String, Hashable, Sendable, CaseIterable {
    /// System leadership and governance.
    case leadership = "system leadership and governance"
    /// Population health and healthcare.
    case health = "population health and healthcare"
    /// Unequal outcomes and access.
    case inequality = "unequal outcomes and access"
    /// Productivity and value for money.
    case productivity = "productivity and value for money"
    /// Social and economic value.
    case value = "social and economic value"
  }

  /// What was found.
  public struct Finding: Hashable, Sendable {
    /// The narrative.
    public let narrative: String
    /// Where its evidence is.
    public let evidence: [String]

    /// A finding.
    public init(narrative: String, evidence: [String]) {
      self.narrative = narrative
      self.evidence = evidence
    }
  }

  /// An assessment that says nothing yet.
  public init(board: String, year: String) {
    self.board = board
    self.year = year
    findings = [:]
    views = []
    development = []
  }

  /// What is still missing before it can be issued.
  public var missing: [String] {
    Heading.allCases.filter { (findings[$0]?.narrative ?? "").isEmpty }.map { "a finding on \($0.rawValue)" }
      + Heading.allCases.filter { findings[$0].map { $0.evidence.isEmpty } ?? false }.map {
        "evidence on \($0.rawValue)"
      } + (views.isEmpty ? ["the views of health and wellbeing boards"] : [])
  }

  /// Issues the assessment.
  ///
  /// - Throws: `OversightError` when anything is missing.
  public mutating func issue(on day: Day) throws(OversightError) {
    guard missing.isEmpty else {
      throw OversightError(
        "the assessment of \(board) cannot be issued yet: it lacks \(missing.joined(separator: ", "))")
    }
    issued = day
  }
}
