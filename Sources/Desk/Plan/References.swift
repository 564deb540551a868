internal import Chronicle
internal import Register
internal import Vocabulary

/// A body or a source that a statement names, and that must exist.
struct Reference: Hashable {
  let name: String
  let isSource: Bool

  /// What it is and how to put its absence right.
  var missing: String {
    isSource
      ? "there is no source '\(name)': add it to sources.tsv"
      : "there is no body '\(name)': add it to bodies.tsv, or correct the identifier"
  }
}

extension Statement {
  /// The bodies and the source it names.
  var references: [Reference] {
    var found: [Reference] = []
    if let known = Kinds.byName[kind] {
      if known.isOfBody, kind != Body.kind.name { found.append(Reference(name: subject, isSource: false)) }
      for column in known.bodies {
        if let index = known.kind.columns.firstIndex(of: column), fields.indices.contains(index), !fields[index].isEmpty
        {
          found.append(Reference(name: fields[index], isSource: false))
        }
      }
    }
    if let source = source.source { found.append(Reference(name: source.text, isSource: true)) }
    return found
  }

  /// What it makes exist.
  var definition: Reference? {
    switch kind {
    case Body.kind.name: Reference(name: subject, isSource: false)
    case Source.kind.name: Reference(name: subject, isSource: true)
    default: nil
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
