import Chronicle
import Governance
import Register
import Vocabulary

extension Inquiry {
  /// What a person is to bodies on the day.
  func posts(of person: ID<Person>) -> [Held<Engagement>] { governance.rows(\Engagement.person, naming: person) }

  /// What a person is to bodies on the day, where the list of the person's posts is claimed to be complete.
  func allPosts(of person: ID<Person>) throws(Unknown) -> [Held<Engagement>] {
    try governance.complete(.engagements, of: person)
    return posts(of: person)
  }

  /// Whether a person is employed by the body, or seconded to it, on the day.
  func isOnStaff(_ person: ID<Person>) throws(Unknown) -> Bool {
    let isStaff = { (posts: [Held<Engagement>]) in
      posts.contains { $0.given.body == self.body && [.employee, .secondee].contains($0.given.capacity) }
    }
    return try isStaff(posts(of: person)) ? true : isStaff(allPosts(of: person))
  }

  /// The posts and offices of a person at organisations of health and care in the body's area, on the day.
  ///
  /// A council is one where it has social care; a foundation trust's public member holds no post.
  func localPosts(of person: ID<Person>) throws(Unknown) -> [Held<Engagement>] {
    var found: [Held<Engagement>] = []
    for post in try allPosts(of: person) {
      let capacity = try post.capacity
      guard capacity != .member, capacity != .memberOfParliament else { continue }
      if try isLocalCare(post.body) { found.append(post) }
    }
    return found
  }

  /// Whether an organisation gives or commissions health or care in the body's area.
  func isLocalCare(_ organisation: ID<Body>) throws(Unknown) -> Bool {
    switch governance.register.kind(organisation) {
    case .council: try isIn(organisation, list: .councils) ? hasSocialCare(organisation) : false
    case .nhsTrust: try isIn(organisation, list: .trusts)
    case .generalPractice, .primaryCareNetwork, .gpFederation, .independentProvider:
      try isIn(organisation, list: .members)
    default: false
    }
  }

  /// Whether an organisation is in the body's area: it serves the body or its system, is part of either, or lies in it.
  /// That it is not needs the claim that the list of such organisations is complete.
  private func isIn(_ organisation: ID<Body>, list: Complete.List) throws(Unknown) -> Bool {
    let register = governance.register
    let ties: Set<String> = [Relation.partOf, Relation.memberOf, "serves"]
    let wholes = [body] + register.relations(of: body, type: "serves").map(\.fact.object)
    let isTied = register.relations(of: organisation)
      .contains { ties.contains($0.fact.type) && wholes.contains($0.fact.object) }
    if isTied || register.overlaps(with: body).contains(where: { $0.fact.subject == organisation }) { return true }
    try governance.complete(list, of: body)
    return false
  }

  /// Whether a council has social care.
  private func hasSocialCare(_ council: ID<Body>) throws(Unknown) -> Bool {
    let roles = governance.snapshot.all(Role.self, of: council).map(\.fact.text)
    guard !roles.isEmpty else {
      throw Unknown(kind: Role.kind.name, subject: council.text, "whether it has social care")
    }
    return roles.contains("social-care")
  }

  /// The names of bodies, as a reader would list them.
  func names(of bodies: some Sequence<ID<Body>>) -> String {
    bodies.map { governance.register.name($0) }.sorted().joined(separator: ", ")
  }
}
