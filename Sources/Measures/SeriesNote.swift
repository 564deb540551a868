public import Chronicle
public import Register
public import Vocabulary

/// Something happened that a reader of a series must know, from the first day of the fact's period.
///
/// Only a note that a person has recorded, with its reason, starts limits afresh: what the figures suggest is shown as
/// a suggestion and changes nothing.
public struct SeriesNote: Fact {
  /// What the note does to a control chart.
  public enum Effect: String, Hashable, Sendable, CaseIterable {
    /// Nothing: it is shown.
    case note
    /// Limits start afresh: the process itself changed, or how it is counted.
    case step
    /// The figures of the period are left out of limits and runs: what happened in it is known and over.
    case exclude
  }

  /// A measure.
  public typealias Subject = Measure
  /// The measure; a ratio shows the notes of its two counts as well.
  public let subject: ID<Measure>
  /// The body it is about; nil for every body. What it is about also concerns the bodies that took its place.
  public let body: ID<Body>?
  /// What it does.
  public let effect: Effect
  /// What happened, in a sentence.
  public let text: String

  /// A note.
  public init(_ subject: ID<Measure>, about body: ID<Body>? = nil, _ effect: Effect, _ text: String) {
    self.subject = subject
    self.body = body
    self.effect = effect
    self.text = text
  }

  /// `series-note-1`.
  public static let kind = FactKind(
    "series-note-1", file: "series-notes.tsv", columns: ["body", "effect", "text"],
    meaning: "something that a reader of a series must know")
  /// The columns.
  public var fields: [String] { [body?.text ?? "", effect.rawValue, text] }
  /// Reads the columns.
  public init(subject: ID<Measure>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    body = try reader.bodyIfAny("body")
    effect = try reader.word("effect")
    text = try reader.next("text")
  }
}
