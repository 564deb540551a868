internal import Chronicle
import Governance
import Register
import Vocabulary

extension Inquiry {
  /// The integrated care systems the body serves on the day.
  var systems: [ID<Body>] {
    governance.register.relations(of: body, type: "serves").map(\.fact.object).sorted()
  }

  /// The councils with public health and social care duties whose areas touch the body's (Local Government and Public
  /// Involvement in Health Act 2007, section 116ZA: responsible local authorities).
  func responsibleCouncils() throws(Unknown) -> [ID<Body>] {
    try governance.complete(.councils, of: body)
    var found: [ID<Body>] = []
    for council in Set(governance.register.overlaps(with: body).filter { $0.fact.part > 0 }.map(\.fact.subject))
      .sorted()
    where governance.register.kind(council) == .council {
      if try isUpperTier(council) { found.append(council) }
    }
    return found
  }

  /// Whether a council has the duties of an upper tier. Throws where its roles are not recorded.
  func isUpperTier(_ council: ID<Body>) throws(Unknown) -> Bool {
    let roles = self.roles(of: council)
    guard !roles.isEmpty else {
      throw Unknown(
        kind: Role.kind.name, subject: council.text, "whether \(name(of: council)) is an upper-tier council")
    }
    return roles.contains("upper-tier")
  }

  /// The parts a body plays on the day: `upper-tier`, `acute`, `mental-health`.
  func roles(of other: ID<Body>) -> [String] {
    governance.snapshot.all(Role.self, of: other).map(\.fact.text).sorted()
  }

  /// The bodies of a kind that are part of the body or its system, or that serve either.
  func tied(_ kind: BodyKind) -> [ID<Body>] {
    let register = governance.register
    var found: Set<ID<Body>> = []
    for whole in [body] + systems {
      found.formUnion(register.descendants(of: whole, kind: kind))
      for tie in ["serves", Relation.memberOf] {
        found.formUnion(
          register.relations(to: whole, type: tie).map(\.fact.subject).filter { register.kind($0) == kind })
      }
    }
    return found.sorted()
  }

  /// The partnerships of the body: the groups, on the day.
  var partnerships: [Held<Group>] { groups(.partnership) }

  /// The integrated care strategies for the body's area up to the day: its own, or its partnership's.
  var strategies: [Held<Plan>] {
    ([body] + tied(.integratedCarePartnership)).flatMap { governance.history(\Plan.body, naming: $0) }
      .filter { $0.given.sort == .strategy }
  }
}

extension Held<Plan> {
  /// What it is called: its sort and the year it begins with.
  var called: String {
    let sort = given.sort?.rawValue.replacing("-", with: " ") ?? id.text
    return "the \(sort)" + (given.year.map { " from \($0)" } ?? "")
  }
}
