public import Vocabulary

extension Statement {
  /// The same statement taken from a source, its place in it kept; one that names a source already stays as it is.
  ///
  /// A reader of files knows the row and not yet the source, so it writes `SourceReference(nil, at: "row=12")`.
  public func sourced(from id: ID<Source>) -> Statement {
    guard source.source == nil else { return self }
    return Statement(
      kind: kind, period: period, audience: audience, certainty: certainty,
      source: SourceReference(id, at: source.locator), subject: subject, fields: fields)
  }

  /// The same statement, said by another source. Its place in the first one means nothing there and is left out.
  public func retold(by id: ID<Source>) -> Statement {
    Statement(
      kind: kind, period: period, audience: audience, certainty: certainty, source: SourceReference(id),
      subject: subject, fields: fields)
  }
}

extension Change {
  /// The same change with its statement taken from a source, where it names none yet.
  public func sourced(from id: ID<Source>) -> Change {
    switch self {
    case .assert(let statement): .assert(statement.sourced(from: id))
    case .retract: self
    }
  }
}
