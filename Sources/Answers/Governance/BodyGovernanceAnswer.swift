public import Chronicle
internal import Governance
public import Register
public import Vocabulary

/// Who runs a body: its board, committees and other groups, their seats, who holds them, who takes on which part.
public struct BodyGovernanceAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// The body.
  public let body: NamedBody
  /// Its groups, each after the one it reports to.
  public let groups: [Entry]
  /// The parts that people take on for it.
  public let leads: [Lead]
  /// What it was taken from.
  public let sources: [SourceNote]

  /// One group.
  public struct Entry: Encodable, Hashable, Sendable {
    /// Its identifier.
    public let id: String
    /// What it is called.
    public let name: String
    /// What sort of group it is: `board`, `audit-committee`…
    public let sort: String
    /// `deciding` or `advisory`; empty where it is not recorded.
    public let competence: String
    /// The group it reports to.
    @OrNull public private(set) var reportsTo: NamedHolder?
    /// How many groups stand above it.
    public let depth: Int
    /// The place it is for.
    @OrNull public private(set) var place: NamedBody?
    /// The bodies it belongs to beside this one.
    public let others: [NamedBody]
    /// Whether it meets in public; null where it is not recorded.
    @OrNull public private(set) var inPublic: Bool?
    /// The next meeting that is recorded, from the day on.
    @OrNull public private(set) var nextMeeting: NextMeeting?
    /// Its seats, the chair first.
    public let seats: [SeatEntry]
  }

  /// A meeting to come.
  public struct NextMeeting: Encodable, Hashable, Sendable {
    /// Its identifier.
    public let id: String
    /// What it is called.
    public let title: String
    /// The day of it.
    public let day: String
    /// That day as a reader would write it.
    public let dayWritten: String
    /// Where it is held, or how it is joined.
    public let venue: String
    /// Whether it is open to the public; null where it is not recorded.
    @OrNull public private(set) var open: Bool?
  }

  /// One seat.
  public struct SeatEntry: Encodable, Hashable, Sendable {
    /// Its identifier.
    public let id: String
    /// The title of the post, else the part its holder plays.
    public let title: String
    /// The part its holder plays: `chair`, `chief-executive`…
    public let role: String
    /// Whether its holder votes.
    public let votes: Bool
    /// The body whose knowledge it brings.
    @OrNull public private(set) var represents: NamedBody?
    /// Who holds it; several where a post is shared.
    public let held: [Holding]
    /// `held`, `vacant` or `unknown`: only a complete list of appointments shows that nobody holds it.
    public let state: String
  }

  /// Somebody in office.
  public struct Holding: Encodable, Hashable, Sendable {
    /// Who.
    public let person: NamedHolder
    /// Since when.
    public let since: When
    /// Until when: the end that is recorded, else the last day of the term; empty where neither is.
    public let until: String
    /// The same as a reader would write it.
    public let untilWritten: String
    /// Who made the appointment.
    @OrNull public private(set) var appointer: NamedHolder?
  }

  /// A part that a person takes on.
  public struct Lead: Encodable, Hashable, Sendable {
    /// The part, in words.
    public let title: String
    /// Who takes it on.
    @OrNull public private(set) var person: NamedHolder?
    /// Since when.
    public let since: When
    /// Who pays for it.
    public let funding: String
    /// The last day it is paid for; empty where none is recorded.
    public let fundedUntil: String
  }

  /// The groups of a body on the snapshot's day. O(groups × seats).
  public init(of body: ID<Body>, in snapshot: Snapshot) {
    let governance = snapshot.governance
    var clerk = Clerk(body: body, governance: governance)
    asAt = AsAt(snapshot)
    self.body = NamedBody(body, in: snapshot.register)
    groups = clerk.groups()
    leads = clerk.leads()
    sources = clerk.citations.notes(in: snapshot)
    sentence = BodyGovernanceAnswer.sentence(groups, snapshot.register.name(body), snapshot)
  }

  private static func sentence(_ groups: [Entry], _ name: String, _ snapshot: Snapshot) -> String {
    let day = snapshot.trueOn.written
    guard let board = groups.first(where: { $0.sort == Group.Sort.board.rawValue }) else {
      return groups.isEmpty
        ? "The record does not say who runs \(name) on \(day)."
        : "On \(day) the record holds \(Sentences.count(groups.count, "group", "groups")) of \(name), and no board."
    }
    let filled = board.seats.filter { $0.state == "held" }.count
    let vacant = board.seats.filter { $0.state == "vacant" }.count
    let unknown = board.seats.count - filled - vacant
    let all = filled == board.seats.count && filled > 1
    var parts = [all ? "all are held" : "\(Sentences.number(filled)) \(filled == 1 ? "is" : "are") held"]
    if vacant > 0 { parts.append("\(Sentences.number(vacant)) \(vacant == 1 ? "is" : "are") vacant") }
    if unknown > 0 { parts.append("of \(Sentences.number(unknown)) the record names nobody") }
    func holder(_ role: Seat.Role) -> String? {
      board.seats.first { $0.role == role.rawValue }?.held.first?.person.name
    }
    let leaders = [
      holder(.chair).map { "its chair is \($0)" }, holder(.chiefExecutive).map { "its chief executive is \($0)" },
    ].compactMap { $0 }
    let others = groups.count - 1
    return "On \(day) \(name) is run by a board of \(Sentences.count(board.seats.count, "seat", "seats")): "
      + "\(Sentences.list(parts)). "
      + (leaders.isEmpty ? "" : Sentences.capital(leaders.joined(separator: "; ")) + ". ")
      + "\(Sentences.capital(Sentences.count(others, "other group stands", "other groups stand"))) beside or under it."
  }

  /// Reads the groups, and notes what they were taken from.
  private struct Clerk {
    let body: ID<Body>
    let governance: Governance
    var citations = Citations()
    private var register: Register { governance.register }

    init(body: ID<Body>, governance: Governance) {
      self.body = body
      self.governance = governance
    }

    mutating func groups() -> [Entry] {
      let rows = governance.rows(\Group.bodies, naming: body)
      let own = Set(rows.map(\.id))
      func rank(_ row: Held<Group>) -> Int {
        Group.Sort.allCases.firstIndex { $0 == row.given.sort } ?? Group.Sort.allCases.count
      }
      let ordered = rows.sorted { (rank($0), $0.given.name ?? "", $0.id) < (rank($1), $1.given.name ?? "", $1.id) }
      var seen: Set<ID<Group>> = []
      var found: [Entry] = []
      // A circle of groups that report to one another is refused when it is written down; each is met once all the same.
      func visit(_ row: Held<Group>, _ depth: Int) {
        guard seen.insert(row.id).inserted else { return }
        found.append(entry(row, depth))
        for next in ordered where next.given.parent == row.id { visit(next, depth + 1) }
      }
      for row in ordered where row.given.parent.map({ !own.contains($0) }) ?? true { visit(row, 0) }
      for row in ordered { visit(row, 0) }
      return found
    }

    private mutating func entry(_ row: Held<Group>, _ depth: Int) -> Entry {
      citations.cite(row.version)
      let given = row.given
      let seats = governance.rows(\Seat.group, naming: row.id)
        .sorted { (order($0), $0.given.title ?? "", $0.id) < (order($1), $1.given.title ?? "", $1.id) }
      return Entry(
        id: row.id.text, name: given.name ?? row.id.text, sort: given.sort?.rawValue ?? "",
        competence: given.competence?.rawValue ?? "",
        reportsTo: given.parent.map { NamedHolder(ID($0), in: governance) }, depth: depth,
        place: given.place.map { NamedBody($0, in: register) },
        others: (given.bodies ?? []).filter { $0 != body }.map { NamedBody($0, in: register) },
        inPublic: given.meetsInPublic,
        nextMeeting: NextMeeting(of: row.id, in: governance), seats: seats.map { seat($0) })
    }

    private func order(_ seat: Held<Seat>) -> Int {
      Seat.Role.allCases.firstIndex { $0 == seat.given.role } ?? Seat.Role.allCases.count
    }

    private mutating func seat(_ seat: Held<Seat>) -> SeatEntry {
      citations.cite(seat.version)
      let given = seat.given
      let held = governance.rows(\Appointment.seat, naming: seat.id).sorted { $0.id < $1.id }
      for appointment in held { citations.cite(appointment.version) }
      let role = given.role
      return SeatEntry(
        id: seat.id.text, title: given.title ?? Words.spaced(role?.rawValue ?? seat.id.text),
        role: role?.rawValue ?? "", votes: given.voting ?? ![.observer, .participant, .secretary].contains(role),
        represents: given.represents.map { NamedBody($0, in: register) },
        held: held.compactMap { Holding($0, in: governance) },
        state: !held.isEmpty ? "held" : governance.isComplete(.appointments, of: seat.id) ? "vacant" : "unknown")
    }

    mutating func leads() -> [Lead] {
      let rows = governance.rows(\LeadRole.body, naming: body)
      for row in rows { citations.cite(row.version) }
      return rows.map { row in
        let given = row.given
        return Lead(
          title: given.title ?? Words.spaced(given.role?.rawValue ?? row.id.text),
          person: given.person.map { NamedHolder(ID($0), in: governance) },
          since: When(row.period.from), funding: given.funding ?? "",
          fundedUntil: given.fundedUntil?.description ?? "")
      }.sorted { ($0.title, $0.person?.id ?? "") < ($1.title, $1.person?.id ?? "") }
    }
  }
}

extension BodyGovernanceAnswer.Holding {
  fileprivate init?(_ appointment: Held<Appointment>, in governance: Governance) {
    let given = appointment.given
    guard let person = given.person else { return nil }
    self.person = NamedHolder(ID(person), in: governance)
    since = When(appointment.period.from)
    let last = (appointment.end ?? given.termEnds)?.advanced(by: -1)
    until = last?.description ?? ""
    untilWritten = last?.written ?? ""
    _appointer = OrNull(wrappedValue: given.appointer.map { NamedHolder($0, in: governance) })
  }
}

extension BodyGovernanceAnswer.NextMeeting {
  /// The first meeting of a group on the lens's day or after it that is not called off.
  init?(of group: ID<Group>, in governance: Governance) {
    let today = governance.snapshot.trueOn
    let rows = governance.calendar(\Meeting.group, naming: group).filter { row in
      row.given.state != .cancelled && (row.given.on.map { $0 >= today } ?? false)
    }
    guard let row = rows.min(by: { ($0.given.on ?? .distantFuture, $0.id) < ($1.given.on ?? .distantFuture, $1.id) }),
      let on = row.given.on
    else { return nil }
    id = row.id.text
    title = row.given.title ?? governance.name(ID(group))
    day = on.description
    dayWritten = on.written
    venue = row.given.venue ?? ""
    _open = OrNull(wrappedValue: row.given.open)
  }
}

/// Words of the record as a reader would write them.
enum Words {
  /// `chief executive` of `chief-executive`.
  static func spaced(_ word: String) -> String { word.replacing("-", with: " ") }
}
