internal import Chronicle
public import Register
public import Vocabulary

/// Who would sit when an item is taken: the voting members of a group on the day, who has a tie to the subject, and
/// whether those who remain make a quorum.
public struct Sitting {
  /// A member, with every tie found to the subject.
  public struct Member {
    /// Who.
    public let person: ID<Person>
    /// The seat held.
    public let seat: Held<Seat>
    /// Whether the member votes.
    public let votes: Bool
    /// Whether the member is deputy chair of the body.
    public let isDeputyChair: Bool
    /// The ties to the subject.
    public let ties: [Tie]
  }

  /// A tie between a member and a body an item concerns.
  public struct Tie: Hashable, Sendable {
    /// By what it is known: an interest, an employment, a seat, an agreement.
    public enum Sort: String, Hashable, Sendable { case interest, engagement, seat, represents }
    /// By what it is known.
    public let sort: Sort
    /// The body.
    public let body: ID<Body>
    /// In words.
    public let words: String
    /// The entry it stands in.
    public let entry: Int
  }

  /// The members, in the order of their seats.
  public let members: [Member]
  /// Who must be there; nil where no rule is recorded.
  public let quorum: Quorum?
  /// Where the quorum stands.
  public let quorumSource: String

  /// Those without a tie, who vote.
  public var remaining: [Member] { members.filter { $0.votes && $0.ties.isEmpty } }

  /// What is wanting once those with a tie have left; nil where no quorum is recorded.
  public func wanting(without leaving: Set<ID<Person>>) -> [String]? {
    quorum?.wanting(
      members.filter { $0.votes && !leaving.contains($0.person) }
        .map { Quorum.Present($0.seat.given.role ?? .member, isDeputyChair: $0.isDeputyChair) })
  }

  /// A group on the lens's day, for an item that concerns some bodies. O(members × facts of each).
  public init(of group: ID<Group>, concerning bodies: [ID<Body>], in governance: Governance) {
    let row = governance.row(Group.self, of: group)
    let own = Set(row?.given.bodies ?? [])
    let deputies = Set(
      own.flatMap { governance.rows(\LeadRole.body, naming: $0) }.filter {
        $0.given.role == .deputyChair
      }
      .compactMap { $0.given.person })
    var members: [Member] = []
    for seat in governance.rows(\Seat.group, naming: group).sorted(by: { $0.id < $1.id }) {
      for appointment in governance.rows(\Appointment.seat, naming: seat.id) {
        guard let person = appointment.given.person else { continue }
        let role = seat.given.role
        members.append(
          Member(
            person: person, seat: seat,
            votes: seat.given.voting ?? ![.observer, .participant, .secretary].contains(role),
            isDeputyChair: deputies.contains(person),
            ties: Sitting.ties(
              of: person, seat, to: bodies.filter { !own.contains($0) }, in: governance)))
      }
    }
    self.members = members
    let terms = governance.rows(\TermsOfReference.group, naming: group).first {
      $0.given.quorum != nil
    }
    let clauses = own.flatMap { governance.rows(\Clause.body, naming: $0) }.filter {
      $0.given.setting == .quorum
    }
    let clause =
      clauses.first { $0.given.group == group }
      ?? (row?.given.sort == .board ? clauses.first { $0.given.group == nil } : nil)
    if let quorum = terms?.given.quorum {
      self.quorum = quorum
      quorumSource =
        "the terms of reference" + (terms?.given.version.map { ", version \($0)" } ?? "")
    } else {
      quorum = clause?.given.value.flatMap { Quorum(cell: $0) }
      quorumSource =
        clause.map { "the constitution" + ($0.given.number.map { ", clause \($0)" } ?? "") } ?? ""
    }
  }

  /// Every tie of a person to some bodies on the day.
  private static func ties(
    of person: ID<Person>, _ seat: Held<Seat>, to bodies: [ID<Body>], in governance: Governance
  ) -> [Tie] {
    guard !bodies.isEmpty else { return [] }
    var found: [Tie] = []
    for interest in governance.rows(\Interest.person, naming: person) {
      guard let other = interest.given.counterparty, bodies.contains(other) else { continue }
      let what =
        interest.given.about
        ?? "\(interest.given.sort?.rawValue.replacing("-", with: " ") ?? "an") interest"
      found.append(
        Tie(sort: .interest, body: other, words: "declared: \(what)", entry: interest.version.entry)
      )
    }
    for engagement in governance.rows(\Engagement.person, naming: person) {
      guard let other = engagement.given.body, bodies.contains(other) else { continue }
      let capacity = engagement.given.capacity?.rawValue.replacing("-", with: " ") ?? "engaged"
      found.append(
        Tie(
          sort: .engagement, body: other,
          words: engagement.given.title ?? capacity, entry: engagement.version.entry))
    }
    for appointment in governance.rows(\Appointment.person, naming: person) {
      guard let other = appointment.given.seat, other != seat.id,
        let held = governance.row(Seat.self, of: other),
        let group = held.given.group.flatMap({ governance.row(Group.self, of: $0) })
      else { continue }
      for body in group.given.bodies ?? [] where bodies.contains(body) {
        found.append(
          Tie(
            sort: .seat, body: body,
            words: "sits on \(group.given.name ?? group.id.text)", entry: appointment.version.entry)
        )
      }
    }
    if let body = seat.given.represents, bodies.contains(body) {
      found.append(
        Tie(
          sort: .represents, body: body, words: "brings the knowledge of that body",
          entry: seat.version.entry))
    }
    return found
  }
}
