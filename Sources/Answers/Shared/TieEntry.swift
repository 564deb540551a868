internal import Chronicle
public import Register
public import Vocabulary

/// How a body stands to another on a day.
public struct TieEntry: Encodable, Hashable, Sendable, Spanning, Sourced {
  /// The relation: `part-of`, `member-of`, `serves`…
  public let type: String
  /// The other body's identifier.
  public let id: String
  /// Its name on the day.
  public let name: String
  /// Its short name.
  public let shortName: String
  /// What it is.
  public let kind: String
  /// The first day.
  public let from: When
  /// The first day after.
  public let until: When
  /// Whether it surely holds on the day; false where its dates are known only in part.
  public let sure: Bool
  /// The instrument that made it, or empty.
  public let instrument: String
  /// Anything a reader should know.
  public let note: String
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was taken from.
  public let source: String

  init(_ version: Version<Relation>, showing other: ID<Body>, in register: Register) {
    type = version.fact.type
    id = other.text
    name = register.name(other)
    shortName = register.shortName(other)
    kind = register.kind(other)?.rawValue ?? "unknown"
    from = When(version.period.from)
    until = When(version.period.until)
    sure = version.period.surelyContains(register.snapshot.trueOn)
    instrument = version.fact.instrument
    note = version.fact.note
    certainty = version.certainty
    source = version.source.text
  }

  /// What the other body is.
  public var bodyKind: BodyKind? { BodyKind(rawValue: kind) }

  /// The relation as a reader would write it: `is part of`, `serves`.
  public var typeWritten: String {
    switch type {
    case Relation.partOf: "is part of"
    case Relation.memberOf: "is a member of"
    case Tie.serves: "serves"
    default: type.split(separator: "-").joined(separator: " ")
    }
  }

  static func inOrder(_ a: TieEntry, _ b: TieEntry) -> Bool {
    if a.sure != b.sure { return a.sure }
    let (one, two) = (Kinds.rank(a.bodyKind), Kinds.rank(b.bodyKind))
    return one != two ? one < two : (a.shortName, a.id, a.type) < (b.shortName, b.id, b.type)
  }
}

extension Register {
  /// What a body stands to on the day, surely or, where dates are partial, possibly.
  func tiesUp(of body: ID<Body>) -> [TieEntry] {
    snapshot.history(Relation.self, of: body).filter { $0.period.mayContain(snapshot.trueOn) }
      .map { TieEntry($0, showing: $0.fact.object, in: self) }.sorted(by: TieEntry.inOrder)
  }

  /// What stands to a body on the day, surely or, where dates are partial, possibly; kinds of which there are hundreds
  /// are left out.
  func tiesDown(of body: ID<Body>) -> [TieEntry] {
    relationHistory(to: body)
      .filter { version in
        version.period.mayContain(snapshot.trueOn)
          && !(kind(version.fact.subject).map(Kinds.isCounted) ?? false)
      }
      .map { TieEntry($0, showing: $0.fact.subject, in: self) }.sorted(by: TieEntry.inOrder)
  }
}
