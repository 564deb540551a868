internal import Chronicle
internal import Register
internal import Vocabulary

/// What can have one value at a time: the official name of a body, its code in a scheme, its commissioner.
struct FactSlot: Hashable {
  let kind: String
  let subject: String
  /// Tells the slots of one kind of fact about a subject apart.
  let part: String
}

/// One value in a slot, for a time, as somebody saw it at some moment.
struct SlotClaim {
  var statement: Statement
  let value: String
  var period: Period
  /// When its source was made.
  let sighted: Moment
  /// The entry that holds it, when it is in the record already.
  let entry: Int?

  init(statement: Statement, value: String, sighted: Moment, entry: Int? = nil) {
    self.statement = statement
    self.value = value
    period = statement.period
    self.sighted = sighted
    self.entry = entry
  }
}

/// Places statements in slots and finds what a register has there.
struct SlotIndex {
  private let register: Register
  private var kinds: [String: BodyKind] = [:]
  private var recent: (kind: String, subject: String, claims: [(slot: FactSlot, claim: SlotClaim)]) = ("", "", [])
  private var publications: [ID<Source>: Moment] = [:]

  /// Looks through a register; bodies that only the statements bring count too.
  init(_ incoming: [Statement], _ register: Register) {
    self.register = register
    for statement in incoming where statement.kind == Body.kind.name {
      if let word = statement.fields.first, let kind = BodyKind(rawValue: word) {
        kinds[statement.subject] = kind
      }
    }
  }

  /// The slot of a statement, and its value there; texts that differ only in case and spaces are one value.
  mutating func place(_ statement: Statement) -> (slot: FactSlot, value: String) {
    func slot(_ part: String, _ value: String) -> (slot: FactSlot, value: String) {
      (FactSlot(kind: statement.kind, subject: statement.subject, part: part), value)
    }
    let fields = statement.fields
    switch (statement.kind, fields.count) {
    case (Body.kind.name, 1), (LegalStatus.kind.name, 1): return slot("", fields[0])
    case (Code.kind.name, 2): return slot(fields[0], fields[1])
    case (Address.kind.name, 2):
      return slot("", SlotIndex.folded(fields[0]) + "|" + SlotIndex.folded(fields[1]))
    case (Name.kind.name, 2):
      let isSingle = fields[1] == Name.Usage.official.rawValue || fields[1] == Name.Usage.short.rawValue
      let text = SlotIndex.folded(fields[0])
      return isSingle ? slot(fields[1], text) : slot("\(fields[1]) \(text)", "")
    case (Relation.kind.name, 4):
      // A body is part of one body of a tier, and a practice in one network, at a time; other ties may be many.
      let tier = tier(of: fields[1])
      let isSingle =
        fields[0] == Relation.partOf
        || (fields[0] == Relation.memberOf && tier == BodyKind.primaryCareNetwork.rawValue)
      return isSingle ? slot("\(fields[0]) \(tier)", fields[1]) : slot("\(fields[0]) \(fields[1])", "")
    default: return slot(Line.join(fields), "")
    }
  }

  /// What the record has in a slot, by start.
  mutating func known(_ slot: FactSlot) -> [SlotClaim] {
    // The slots of one kind about one subject are mostly asked for one after another.
    if slot.subject != recent.subject || slot.kind != recent.kind {
      recent = (slot.kind, slot.subject, [])
      for (statement, entry) in SlotIndex.versions(slot, register.snapshot) {
        let (place, value) = self.place(statement)
        let sighted = publication(statement.source.source)
        recent.claims.append((place, SlotClaim(statement: statement, value: value, sighted: sighted, entry: entry)))
      }
    }
    return recent.claims.filter { $0.slot == slot }.map(\.claim)
  }

  private static func versions(_ slot: FactSlot, _ snapshot: Snapshot) -> [(Statement, Int)] {
    func all<F: Fact>(_ type: F.Type) -> [(Statement, Int)] {
      guard let subject = ID<F.Subject>(slot.subject) else { return [] }
      return snapshot.history(F.self, of: subject).map { ($0.statement, $0.entry) }
    }
    switch slot.kind {
    case Body.kind.name: return all(Body.self)
    case LegalStatus.kind.name: return all(LegalStatus.self)
    case Name.kind.name: return all(Name.self)
    case Code.kind.name: return all(Code.self)
    case Role.kind.name: return all(Role.self)
    case Address.kind.name: return all(Address.self)
    case Relation.kind.name: return all(Relation.self)
    case Succession.kind.name: return all(Succession.self)
    case Share.kind.name: return all(Share.self)
    case Overlap.kind.name: return all(Overlap.self)
    case Placement.kind.name: return all(Placement.self)
    default: return []
    }
  }

  /// Bodies that take one another's place as a parent are of one tier.
  private mutating func tier(of object: String) -> String {
    let kind = kinds[object] ?? ID<Body>(object).flatMap { register.kind($0) }
    kinds[object] = kind
    switch kind {
    case .integratedCareBoard, .clinicalCommissioningGroup, .subICBLocation,
      .sustainabilityAndTransformationPartnership:
      return "commissioner"
    case .some(let kind): return kind.rawValue
    case nil: return object
    }
  }

  /// When a source was published; long ago when nobody says.
  private mutating func publication(_ source: ID<Source>?) -> Moment {
    guard let source else { return .always }
    if let kept = publications[source] { return kept }
    let said = register.snapshot.history(Source.self, of: source).lazy.compactMap(\.fact.published).first
    let moment = said ?? .always
    publications[source] = moment
    return moment
  }

  /// Small letters of the English alphabet made capitals, and each run of spaces one space.
  static func folded(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { out in
        var count = 0
        var gap = false
        for byte in bytes {
          if byte <= 32 {
            gap = count > 0
            continue
          }
          if gap {
            out[count] = 32
            count += 1
            gap = false
          }
          out[count] = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte
          count += 1
        }
        return count
      }
    }
  }
}
