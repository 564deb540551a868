internal import Chronicle
internal import Register
internal import Vocabulary

/// Something that a statement names, and that must exist.
struct Reference: Hashable {
  /// What sort of thing.
  enum Thing: Hashable {
    case source, body
    /// The subject of a sheet of governance, by the name of its kind.
    case sheet(String)
    /// A body, a group, a seat or a person.
    case holder
    /// What people can be involved in.
    case matter
  }

  let name: String
  let thing: Thing

  /// What it is and how to put its absence right.
  var missing: String {
    switch thing {
    case .source: "there is no source '\(name)': add it to sources.tsv"
    case .body: "there is no body '\(name)': add it to bodies.tsv, or correct the identifier"
    case .sheet(let kind):
      "there is no '\(name)' in \(Kinds.file(of: kind) ?? kind): add it there, or correct the identifier"
    case .holder:
      "there is no body, group, seat or person '\(name)': add it to bodies.tsv, groups.tsv, seats.tsv or people.tsv, "
        + "or correct the identifier"
    case .matter:
      "there is no decision, plan, proposal, choice of provider or order '\(name)': add it to its table, or correct the "
        + "identifier"
    }
  }
}

extension Statement {
  /// What it names.
  var references: [Reference] {
    var found: [Reference] = []
    if let known = Kinds.byName[kind] {
      if known.isOfBody, kind != Body.kind.name { found.append(Reference(name: subject, thing: .body)) }
      found += known.named(by: fields)
    }
    if let source = source.source { found.append(Reference(name: source.text, thing: .source)) }
    return found
  }

  /// What it makes exist.
  var definitions: [Reference] {
    switch kind {
    case Body.kind.name: [Reference(name: subject, thing: .body), Reference(name: subject, thing: .holder)]
    case Source.kind.name: [Reference(name: subject, thing: .source)]
    default: Kinds.byName[kind]?.defined(by: subject) ?? []
    }
  }

  /// The digest of the block it names, where it names one.
  var block: Digest? {
    guard let column = Kinds.byName[kind]?.blockColumn, fields.indices.contains(column) else { return nil }
    return Digest(hex: fields[column])
  }

  /// What stays when only values of the same fact change; nil for a kind whose every column says what it is.
  func identity() -> Identity? {
    guard let known = Kinds.byName[kind], !known.isManyValued(fields) else { return nil }
    let kept = zip(known.kind.columns, fields).filter { !known.values.contains($0.0) }.map(\.1)
    return Identity(kind: kind, subject: subject, from: period.from, fields: kept)
  }

  /// Everything said, apart from until when, for whom, how surely and on whose word.
  var saying: Identity { Identity(kind: kind, subject: subject, from: period.from, fields: fields) }
}

/// By what two rows are taken for versions of one fact.
struct Identity: Hashable {
  let kind: String
  let subject: String
  let from: Moment
  let fields: [String]
}
