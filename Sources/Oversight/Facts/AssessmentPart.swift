public import Chronicle
public import Register
public import Vocabulary

/// A part of NHS England's yearly assessment of a board: words and where their evidence is, and no grade.
///
/// The fact's period begins on the day it was written; that of the letter on the day it was issued.
public struct AssessmentPart: Fact {
  /// Which part.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    case leadership = "system leadership and governance"
    case health = "population health and healthcare"
    case inequality = "unequal outcomes and access"
    case productivity = "productivity and value for money"
    case value = "social and economic value"
    /// What health and wellbeing boards and the partnership said.
    case views
    /// An area for development.
    case development
    /// The letter that issues the assessment.
    case letter

    /// The heading it is a finding under; nil for what is no finding.
    public var heading: AnnualAssessment.Heading? { AnnualAssessment.Heading(rawValue: rawValue) }
  }

  /// A body.
  public typealias Subject = Body
  /// The board.
  public let subject: ID<Body>
  /// The financial year, for example `2024-25`.
  public let year: String
  /// Which part.
  public let part: Part
  /// What it says.
  public let text: String
  /// Where its evidence is, parted by semicolons.
  public let evidence: String

  /// A part of an assessment.
  public init(_ subject: ID<Body>, year: String, _ part: Part, _ text: String, evidence: String = "") {
    self.subject = subject
    self.year = year
    self.part = part
    self.text = text
    self.evidence = evidence
  }

  /// `annual-assessment-1`.
  public static let kind = FactKind(
    "annual-assessment-1", file: "annual-assessments.tsv", columns: ["year", "part", "text", "evidence"],
    meaning: "what the yearly assessment of a board says")
  /// The columns.
  public var fields: [String] { [year, part.rawValue, text, evidence] }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    year = try reader.next("year")
    guard Quarter("Q1 \(year)")?.financialYear == year else {
      throw LineError("'\(year)' in column 'year' is no financial year: write 2024-25")
    }
    part = try reader.word("part")
    text = try reader.next("text")
    evidence = try reader.next("evidence")
  }
}
