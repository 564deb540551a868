internal import Chronicle
internal import Governance
internal import Register
internal import Vocabulary

/// Who has a say, at which level and from which sector, and where nobody has.
public struct Voices: Encodable, Hashable, Sendable {
  /// The answer in a sentence.
  public let sentence: String
  /// The sectors looked for, in the order of the cells.
  public let sectors: [String]
  /// The groups that meet and the places that are arranged, by level and name.
  public let rows: [Row]
  /// Councils of the area for which no seat is recorded; null where the lists of seats are not said to be complete.
  @OrNull public private(set) var councilsWithoutSeat: [NamedBody]?

  /// A group, or the partners of a place.
  public struct Row: Encodable, Hashable, Sendable {
    /// `multi-system`, `system`, `place`, `neighbourhood`.
    public let level: String
    /// Its permanent identifier.
    public let id: String
    /// What it is called.
    public let name: String
    /// Seats, or partners, of each sector; null where none is recorded and the list is not said to be complete.
    public let seats: [OrNull<Int>]
    /// The sectors that surely have none.
    public let gaps: [String]
  }

  /// The sectors whose voice is looked for.
  enum Voice: String, CaseIterable {
    case councils = "local-government"
    case providers = "nhs-providers"
    case primaryCare = "primary-care"
    case voluntary
    case care = "care-providers"
    case healthwatch

    var words: String {
      switch self {
      case .councils: "councils"
      case .providers: "NHS providers"
      case .primaryCare: "primary care"
      case .voluntary: "voluntary sector"
      case .care: "care providers"
      case .healthwatch: "Healthwatch"
      }
    }

    /// The voice of a seat: the sector it is said to speak for, else that of its role, else that of its body.
    init?(_ seat: Held<Seat>, in register: Register) {
      if let sector = seat.given.sector.flatMap(Voice.init(rawValue:)) {
        self = sector
        return
      }
      switch seat.given.role {
      case .partnerTrust: self = .providers
      case .partnerPrimaryMedical: self = .primaryCare
      case .partnerCouncil: self = .councils
      default:
        guard let own = seat.given.represents.flatMap({ register.kind($0) }).flatMap(Voice.init(kind:)) else {
          return nil
        }
        self = own
      }
    }

    /// The voice of a body of a kind.
    init?(kind: BodyKind) {
      switch kind {
      case .council, .combinedAuthority, .strategicAuthority: self = .councils
      case .nhsTrust, .providerCollaborative: self = .providers
      case .generalPractice, .primaryCareNetwork, .gpFederation: self = .primaryCare
      case .voluntaryOrganisation, .voluntaryAlliance: self = .voluntary
      case .healthwatch: self = .healthwatch
      default: return nil
      }
    }
  }

  init(of body: ID<Body>, in governance: Governance) {
    let register = governance.register
    let groups = governance.each(governance.rows(\Group.bodies, naming: body))
    var rows = groups.map { Row($0, in: governance) }
    rows += governance.each(governance.rows(\PlaceArrangement.board, naming: body)).map { Row($0, in: governance) }
    let levels = ["multi-system", "system", "place", "neighbourhood"]
    self.rows = rows.sorted { a, b in
      let (first, second) = (levels.firstIndex(of: a.level) ?? 0, levels.firstIndex(of: b.level) ?? 0)
      return first != second ? first < second : (a.name, a.id) < (b.name, b.id)
    }
    sectors = Voice.allCases.map(\.words)
    let seats = groups.flatMap { governance.rows(\Seat.group, naming: $0.id) }
    let seated = Set(seats.compactMap(\.given.represents))
    let isComplete =
      governance.isComplete(.groups, of: body) && groups.allSatisfy { governance.isComplete(.seats, of: $0.id) }
    let councils = register.councils(of: body).filter(\.upperTier).compactMap { ID<Body>($0.id) }
    let without = councils.filter { !seated.contains($0) }.map { NamedBody($0, in: register) }
    _councilsWithoutSeat = OrNull(wrappedValue: isComplete ? without : nil)
    let lacking = self.rows.filter { !$0.gaps.isEmpty }.count
    let unsure = self.rows.filter { row in row.gaps.isEmpty && row.seats.contains { $0.wrappedValue == nil } }.count
    sentence =
      self.rows.isEmpty
      ? "The record holds no groups of \(register.shortName(body)): who has a say is not known."
      : "Of \(Sentences.count(self.rows.count, "group or place", "groups and places")), "
        + "\(Sentences.count(lacking, "lacks", "lack")) a seat for at least one sector; of "
        + "\(Sentences.number(unsure)) it is not known."
  }
}

extension Voices.Row {
  /// A group: its seats on the day.
  fileprivate init(_ group: Held<Group>, in governance: Governance) {
    let register = governance.register
    let bodies = group.given.bodies ?? []
    let place = group.given.place.flatMap { register.kind($0) }
    let isShared = bodies.filter { register.kind($0) == .integratedCareBoard }.count > 1
    self.init(
      level: place == .neighbourhood ? "neighbourhood" : place != nil ? "place" : isShared ? "multi-system" : "system",
      id: group.id.text, name: group.given.name ?? group.id.text,
      voices: governance.rows(\Seat.group, naming: group.id).compactMap {
        Voices.Voice($0, in: register)
      }, isComplete: governance.isComplete(.seats, of: group.id))
  }

  /// A place: its partners on the day.
  fileprivate init(_ place: Held<PlaceArrangement>, in governance: Governance) {
    let register = governance.register
    let name = place.given.place.map { register.shortName($0) } ?? place.id.text
    let partners = place.given.partners ?? []
    self.init(
      level: place.given.place.flatMap { register.kind($0) } == .neighbourhood ? "neighbourhood" : "place",
      id: place.given.place?.text ?? place.id.text, name: "Partners of \(name)",
      voices: partners.compactMap { register.kind($0).flatMap(Voices.Voice.init(kind:)) },
      isComplete: place.given.place.map { governance.isComplete(.members, of: $0) } ?? false)
  }

  private init(level: String, id: String, name: String, voices: [Voices.Voice], isComplete: Bool) {
    self.level = level
    self.id = id
    self.name = name
    let counts = Voices.Voice.allCases.map { voice in voices.filter { $0 == voice }.count }
    seats = counts.map { OrNull(wrappedValue: $0 > 0 || isComplete ? $0 : nil) }
    gaps = isComplete ? zip(Voices.Voice.allCases, counts).filter { $1 == 0 }.map(\.0.words) : []
  }
}
