public import Chronicle
internal import Governance
public import Register
public import Vocabulary

/// The people of a body's groups, the posts they hold and held, and the groups: what is public of them and no more.
public struct PeopleAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The body.
  public let body: NamedBody
  /// The people, by identifier.
  public let people: [NamedHolder]
  /// The body and its groups, by identifier.
  public let organisations: [Organisation]
  /// The seats of the groups, by identifier.
  public let posts: [Post]
  /// Who holds or held which, by identifier.
  public let memberships: [Membership]

  /// The body, or a group of it.
  public struct Organisation: Encodable, Hashable, Sendable, Spanning {
    /// Its permanent identifier.
    public let id: String
    /// What it is called.
    public let name: String
    /// What it is.
    public let sort: String
    /// The group it reports to, else the body; empty for the body.
    public let parent: String
    /// The first day.
    public let from: When
    /// The first day after.
    public let until: When
  }

  /// A seat.
  public struct Post: Encodable, Hashable, Sendable, Spanning {
    /// Its permanent identifier.
    public let id: String
    /// What it is called.
    public let label: String
    /// Its role.
    public let role: String
    /// The group it is a seat of.
    public let organisation: String
    /// The first day.
    public let from: When
    /// The first day after.
    public let until: When
  }

  /// Somebody who holds or held a seat, or took on a part for the body.
  public struct Membership: Encodable, Hashable, Sendable, Spanning {
    /// Its permanent identifier.
    public let id: String
    /// Who.
    public let person: String
    /// The seat; empty for a part that is none.
    public let post: String
    /// The group or body.
    public let organisation: String
    /// In what role.
    public let role: String
    /// The body that the seat speaks for; empty where it speaks for none.
    public let onBehalfOf: String
    /// The first day.
    public let from: When
    /// The first day after.
    public let until: When
  }

  /// The people of a body; nil where there is no such body.
  public init?(of body: ID<Body>, in snapshot: Snapshot) {
    guard let existence = snapshot.register.existence(body) else { return nil }
    let governance = snapshot.governance
    let groups = governance.groups(everOf: body)
    asAt = AsAt(snapshot)
    self.body = NamedBody(body, in: snapshot.register)
    var organisations = [
      Organisation(
        id: body.text, name: snapshot.register.name(body), sort: existence.fact.bodyKind.rawValue, parent: "",
        from: When(existence.period.from), until: When(existence.period.until))
    ]
    var posts: [Post] = []
    var memberships: [Membership] = []
    for group in groups {
      organisations.append(
        Organisation(
          id: group.id.text, name: group.given.name ?? group.id.text, sort: group.given.sort?.rawValue ?? "",
          parent: group.given.parent?.text ?? body.text, from: When(group.period.from),
          until: When(group.period.until)))
      for seat in governance.each(governance.calendar(\Seat.group, naming: group.id)) {
        posts.append(
          Post(
            id: seat.id.text, label: governance.name(ID(seat.id)), role: seat.given.role?.rawValue ?? "",
            organisation: group.id.text, from: When(seat.period.from), until: When(seat.period.until)))
        for held in governance.each(governance.calendar(\Appointment.seat, naming: seat.id)) {
          guard let person = held.given.person else { continue }
          memberships.append(
            Membership(
              id: held.id.text, person: person.text, post: seat.id.text, organisation: group.id.text,
              role: seat.given.role?.rawValue ?? "", onBehalfOf: seat.given.represents?.text ?? "",
              from: When(held.period.from), until: When(held.period.until)))
        }
      }
    }
    for part in governance.each(governance.calendar(\LeadRole.body, naming: body)) {
      guard let person = part.given.person else { continue }
      memberships.append(
        Membership(
          id: part.id.text, person: person.text, post: "", organisation: body.text,
          role: part.given.role?.rawValue ?? "", onBehalfOf: "", from: When(part.period.from),
          until: When(part.period.until)))
    }
    self.organisations = organisations
    self.posts = posts.sorted { $0.id < $1.id }
    self.memberships = memberships.sorted { $0.id < $1.id }
    people = Set(memberships.map(\.person)).sorted().compactMap { ID<Holder>($0) }
      .map { NamedHolder($0, in: governance) }
  }
}
