internal import Chronicle
public import Governance
public import Register
public import Vocabulary

/// Anybody who can hold a power, as an answer names it: a body, a group, a seat or a person.
public struct NamedHolder: Encodable, Hashable, Sendable {
  /// Its permanent identifier.
  public let id: String
  /// What it is called.
  public let name: String
  /// What it is: `body`, `group`, `seat` or `person`.
  public let sort: String

  /// A holder as the record names it.
  public init(_ holder: ID<Holder>, in governance: Governance) {
    id = holder.text
    name = governance.name(holder)
    sort = governance.sort(of: holder)
  }
}

extension Pounds {
  /// The sum in pounds, for data.
  var inPounds: Double { Double(pence) / 100 }
}

/// A sum as an answer gives it.
public struct Sum: Encodable, Hashable, Sendable {
  /// In pounds.
  public let pounds: Double
  /// As a reader would write it.
  public let written: String

  init(_ sum: Pounds) {
    pounds = sum.inPounds
    written = sum.written
  }
}

extension Register {
  /// The bodies a word may mean: by identifier, by code on the day, or by name, those that exist on the day first.
  public func meant(by word: String) -> [ID<Body>] {
    if case .one(let body, _) = resolve(word) { return [body] }
    let wanted = word.lowercased()
    let named = snapshot.history(Name.self).filter { $0.fact.text.lowercased() == wanted }.map(\.fact.subject)
    let all = Array(Set(named)).sorted()
    let live = all.filter(exists)
    return live.isEmpty ? all : live
  }
}

extension Governance {
  /// The functions a word may mean on the day: by identifier, by title, by the other words people ask for it by, or by
  /// a part of the title. The first way that finds any counts.
  public func functions(meantBy word: String) -> [Held<Function>] {
    let all = rows(Function.self)
    let wanted = word.lowercased()
    let ways: [(Held<Function>) -> Bool] = [
      { $0.id.text == wanted },
      { $0.given.title?.lowercased() == wanted },
      { ($0.given.words ?? []).contains { $0.lowercased() == wanted } },
      { ($0.given.title ?? "").lowercased().contains(wanted) },
      { ($0.given.words ?? []).contains { $0.lowercased().contains(wanted) || wanted.contains($0.lowercased()) } },
    ]
    for way in ways {
      let found = all.filter(way)
      if !found.isEmpty { return found }
    }
    return []
  }
}
