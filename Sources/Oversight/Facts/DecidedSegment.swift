public import Chronicle
public import Register
public import Vocabulary

/// The segment people decided a body is in, beside the one that was proposed.
///
/// The fact's period begins on the day of the decision. A later decision takes its place; none is taken back.
public struct DecidedSegment: Fact {
  /// A body.
  public typealias Subject = Body
  /// The body.
  public let subject: ID<Body>
  /// The key of the framework it was decided under, for example `2022-23`.
  public let framework: String
  /// The segment decided on.
  public let segment: Int
  /// The segment that was proposed; nil where no proposal is known.
  public let proposed: Int?
  /// Who decided: a post, never a person's name.
  public let decidedBy: String
  /// Who approved it nationally: a post; empty where that is not needed.
  public let approver: String
  /// Where the evidence is to be found, parted by semicolons.
  public let evidence: String
  /// Why it differs from the proposal; may be empty where it does not.
  public let reason: String

  /// A decision.
  public init(
    _ subject: ID<Body>, framework: String, segment: Int, proposed: Int?, decidedBy: String, approver: String = "",
    evidence: String, reason: String = ""
  ) {
    self.subject = subject
    self.framework = framework
    self.segment = segment
    self.proposed = proposed
    self.decidedBy = decidedBy
    self.approver = approver
    self.evidence = evidence
    self.reason = reason
  }

  /// `segment-1`.
  public static let kind = FactKind(
    "segment-1", file: "segments.tsv",
    columns: ["framework", "segment", "proposed", "decided-by", "approver", "evidence", "reason"],
    meaning: "people decided on the segment of a body")
  /// The columns.
  public var fields: [String] {
    [framework, String(segment), proposed.map(String.init) ?? "", decidedBy, approver, evidence, reason]
  }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    framework = try reader.next("framework")
    segment = try reader.integer("segment")
    let proposed = try reader.next("proposed")
    self.proposed = Int(proposed)
    if !proposed.isEmpty, self.proposed == nil {
      throw LineError("'\(proposed)' in column 'proposed' is no segment: write 1 to 5, or leave it empty")
    }
    decidedBy = try reader.next("decided-by")
    approver = try reader.next("approver")
    evidence = try reader.next("evidence")
    reason = try reader.next("reason")
  }
}
