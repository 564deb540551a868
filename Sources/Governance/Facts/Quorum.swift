/// Who must be there for a group to decide: a number, and a holder of each of several roles.
///
/// Written `5 with chair/deputy-chair, chief-executive/finance-director, non-executive`: five voting members, and among
/// them one of each group of roles parted by a slash.
public struct Quorum: Cell {
  /// How many voting members.
  public let number: Int
  /// The groups of roles, one holder of each of which must be there.
  public let among: [[Part]]

  /// A role that counts: a seat's, or the deputy chair.
  public enum Part: Hashable, Sendable {
    case role(Seat.Role)
    case deputyChair
    /// Any partner member.
    case partner

    init?(_ text: Substring) {
      switch text {
      case "deputy-chair": self = .deputyChair
      case "partner": self = .partner
      default:
        guard let role = Seat.Role(rawValue: String(text)) else { return nil }
        self = .role(role)
      }
    }

    /// The word it is written with.
    public var word: String {
      switch self {
      case .role(let role): role.rawValue
      case .deputyChair: "deputy-chair"
      case .partner: "partner"
      }
    }

    /// Whether the holder of a seat with a role counts as it.
    public func counts(_ role: Seat.Role, isDeputyChair: Bool) -> Bool {
      switch self {
      case .role(let own): own == role
      case .deputyChair: isDeputyChair
      case .partner: [.partnerTrust, .partnerPrimaryMedical, .partnerCouncil].contains(role)
      }
    }
  }

  /// A quorum.
  public init(_ number: Int, among: [[Part]] = []) {
    self.number = number
    self.among = among
  }

  /// Reads what is written as above.
  public init?(cell: String) {
    let words = cell.split(separator: " ", maxSplits: 2)
    guard let first = words.first, let number = Int(first), number > 0 else { return nil }
    self.number = number
    guard words.count > 1 else {
      among = []
      return
    }
    guard words.count == 3, words[1] == "with" else { return nil }
    var groups: [[Part]] = []
    for group in words[2].split(separator: ",") {
      var parts: [Part] = []
      for word in group.split(separator: "/") {
        guard let part = Part(word.filter { $0 != " " }[...]) else { return nil }
        parts.append(part)
      }
      guard !parts.isEmpty else { return nil }
      groups.append(parts)
    }
    guard !groups.isEmpty else { return nil }
    among = groups
  }

  /// As it is written.
  public var cell: String {
    guard !among.isEmpty else { return String(number) }
    return "\(number) with " + among.map { $0.map(\.word).joined(separator: "/") }.joined(separator: ", ")
  }

  /// How to write one.
  public static var expected: String {
    "a number and roles, for example 5 with chair/deputy-chair, chief-executive/finance-director, non-executive, partner"
  }

  /// Somebody present who votes.
  public struct Present: Hashable, Sendable {
    /// The role of the seat held.
    public let role: Seat.Role
    /// Whether the holder is deputy chair.
    public let isDeputyChair: Bool

    /// A voting member who is there.
    public init(_ role: Seat.Role, isDeputyChair: Bool = false) {
      self.role = role
      self.isDeputyChair = isDeputyChair
    }
  }

  /// What is wanting for these members to decide; empty when they can. O(members × groups).
  public func wanting(_ present: [Present]) -> [String] {
    var found: [String] = []
    if present.count < number { found.append("\(number) voting members are needed and \(present.count) remain") }
    for group in among
    where !present.contains(where: { one in group.contains { $0.counts(one.role, isDeputyChair: one.isDeputyChair) } })
    {
      found.append("no \(group.map { $0.word.replacing("-", with: " ") }.joined(separator: " or ")) remains")
    }
    return found
  }
}
