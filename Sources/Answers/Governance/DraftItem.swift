public import Chronicle
public import Governance
public import Register
public import Vocabulary

/// An item that somebody means to bring to a meeting, before it is decided.
public struct DraftItem: Hashable, Sendable {
  /// What it is about.
  public let title: String
  /// The group that is to decide.
  public let group: ID<Group>?
  /// The day of the meeting.
  public let on: Day
  /// The meeting, where it is recorded.
  public let meeting: ID<Meeting>?
  /// The function it exercises.
  public let function: ID<Function>?
  /// The place it is for.
  public let place: ID<Body>?
  /// The sum, whole-life.
  public let value: Pounds?
  /// The kind of decision.
  public let kind: String?
  /// The bodies it concerns: bidders, suppliers, providers.
  public let bodies: [ID<Body>]
  /// The choice of provider it makes.
  public let procurement: ID<Procurement>?
  /// The provision it relies on, where it names one.
  public let law: String?
  /// Whether it changes services.
  public let changesServices: Bool?
  /// Whether it is a clinical matter.
  public let clinical: Bool?
  /// The days on which people were involved.
  public let involved: [Day]
  /// The effects that are assessed: wellbeing, quality, resources, inequalities.
  public let effects: [String]
  /// The professional advice taken.
  public let advice: [String]
  /// Those who will be away.
  public let away: [ID<Person>]
  /// Whether it is to be taken in public.
  public let open: Bool?
  /// Why it is not.
  public let ground: String?

  /// What can be written in a draft, and how.
  public static let keys: [(key: String, meaning: String)] = [
    ("title", "what it is about"), ("group", "the group that is to decide: its name or identifier"),
    ("on", "the day of the meeting: 2026-03-12"), ("meeting", "the meeting, where it is recorded: its identifier"),
    ("function", "what it exercises: elective care"), ("place", "the place it is for"),
    ("value", "the sum, whole-life: 8400000"), ("kind", "the kind of decision: award, plan, policy"),
    ("bodies", "bidders, suppliers and providers it concerns, parted by semicolons"),
    ("procurement", "the choice of provider it makes: its identifier"),
    ("law", "the provision it relies on: section 14Z45, or a rule: BILL.NHSE"),
    ("changes-services", "yes or no"), ("clinical", "yes or no"),
    ("involved", "the days on which people were involved, parted by semicolons"),
    ("effects", "those that are assessed, of: wellbeing; quality; resources; inequalities"),
    ("advice", "the professional advice taken, parted by semicolons"),
    ("away", "the people who will not be there, parted by semicolons"), ("open", "whether it is taken in public"),
    ("ground", "why it is not"),
  ]

  /// Reads the fields of a draft, each with the line it stands in, and finds what they name. `day` is the day of the
  /// meeting where the draft gives none.
  public init(_ fields: [String: (value: String, line: Int)], in snapshot: Snapshot) throws(QuestionError) {
    let reader = Reader(fields: fields, snapshot: snapshot)
    for key in fields.keys.sorted() where !DraftItem.keys.contains(where: { $0.key == key }) {
      throw QuestionError(
        "\(reader.place(of: key))'\(key)' cannot be written in a draft: write one of "
          + DraftItem.keys.map(\.key).joined(separator: ", "))
    }
    title = fields["title"]?.value ?? "An item without a title"
    on = try reader.cell("on") ?? snapshot.trueOn
    let lens = Reader(fields: fields, snapshot: snapshot.on(on))
    meeting = try lens.row("meeting", Meeting.self)
    group = try lens.group()
    function = try lens.function()
    place = try lens.body("place")
    value = try lens.cell("value")
    kind = fields["kind"]?.value
    bodies = try lens.bodies("bodies")
    procurement = try lens.row("procurement", Procurement.self)
    law = fields["law"]?.value
    changesServices = try lens.cell("changes-services")
    clinical = try lens.cell("clinical")
    involved = try lens.cell("involved") ?? []
    effects = try lens.cell("effects") ?? []
    advice = try lens.cell("advice") ?? []
    away = try lens.people("away")
    open = try lens.cell("open")
    ground = fields["ground"]?.value
    for effect in effects where !DecisionAnswer.effects.contains(effect) {
      throw QuestionError(
        "\(lens.place(of: "effects"))'\(effect)' is no effect: write some of "
          + DecisionAnswer.effects.joined(separator: "; "))
    }
  }

  /// Reads fields with errors that name the line.
  private struct Reader {
    let fields: [String: (value: String, line: Int)]
    let snapshot: Snapshot

    func place(of key: String) -> String { fields[key].map { $0.line > 0 ? "line \($0.line): " : "" } ?? "" }

    func cell<Value: Cell>(_ key: String) throws(QuestionError) -> Value? {
      guard let text = fields[key]?.value, !text.isEmpty else { return nil }
      guard let value = Value(cell: text) else {
        throw QuestionError("\(place(of: key))'\(text)' will not do for '\(key)': write \(Value.expected)")
      }
      return value
    }

    func row<S: Sheet>(_ key: String, _ sheet: S.Type) throws(QuestionError) -> ID<S>? {
      guard let text = fields[key]?.value, !text.isEmpty else { return nil }
      guard let id = ID<S>(text), snapshot.governance.nearest(sheet, of: id) != nil else {
        throw QuestionError("\(place(of: key))the record has no \(key) '\(text)'")
      }
      return id
    }

    func group() throws(QuestionError) -> ID<Group>? {
      guard let text = fields["group"]?.value, !text.isEmpty else { return nil }
      let groups = snapshot.governance.rows(Group.self)
      let found = groups.filter { $0.id.text == text || $0.given.name?.lowercased() == text.lowercased() }
      guard let first = found.first else {
        throw QuestionError(
          "\(place(of: "group"))there is no group '\(text)' on \(snapshot.trueOn.written)"
            + (groups.isEmpty ? ": the record holds no groups for that day" : ""))
      }
      guard found.count == 1 else {
        throw QuestionError(
          "\(place(of: "group"))'\(text)' could be any of \(found.map(\.id.text).joined(separator: ", ")): write one")
      }
      return first.id
    }

    func function() throws(QuestionError) -> ID<Function>? {
      guard let text = fields["function"]?.value, !text.isEmpty else { return nil }
      return try snapshot.governance.function(
        meantBy: text, at: try body("place"), of: try group(), prefix: place(of: "function")
      ).id
    }

    func body(_ key: String) throws(QuestionError) -> ID<Body>? {
      guard let text = fields[key]?.value, !text.isEmpty else { return nil }
      return try one(text, key)
    }

    func bodies(_ key: String) throws(QuestionError) -> [ID<Body>] {
      let words: [String] = try cell(key) ?? []
      var found: [ID<Body>] = []
      for word in words { found.append(try one(word, key)) }
      return found
    }

    private func one(_ word: String, _ key: String) throws(QuestionError) -> ID<Body> {
      let found = snapshot.register.meant(by: word)
      guard let first = found.first else {
        throw QuestionError("\(place(of: key))there is no body '\(word)': `concordat find` looks in every name")
      }
      guard found.count == 1 else {
        throw QuestionError(
          "\(place(of: key))'\(word)' could be any of \(found.map(\.text).joined(separator: ", ")): write one")
      }
      return first
    }

    func people(_ key: String) throws(QuestionError) -> [ID<Person>] {
      let words: [String] = try cell(key) ?? []
      let all = snapshot.governance.rows(Person.self)
      var found: [ID<Person>] = []
      for word in words {
        guard let person = all.first(where: { $0.id.text == word || $0.given.name?.lowercased() == word.lowercased() })
        else { throw QuestionError("\(place(of: key))there is no person '\(word)'") }
        found.append(person.id)
      }
      return found
    }
  }
}

extension Governance {
  /// The one function a word means on the day: where several bodies hold one so called, that of the board of the place,
  /// or of the group that is to decide.
  public func function(
    meantBy word: String, at place: ID<Body>?, of group: ID<Group>? = nil, by body: ID<Body>? = nil,
    prefix: String = ""
  ) throws(QuestionError) -> Held<Function> {
    let found = functions(meantBy: word)
    guard let first = found.first else {
      let some = rows(Function.self).compactMap(\.given.title).prefix(5).joined(separator: ", ")
      throw QuestionError(
        "\(prefix)no function '\(word)' is recorded on \(snapshot.trueOn.written)"
          + (some.isEmpty ? ": the record holds none for that day" : ": there are, for example, \(some)"))
    }
    if found.count == 1 { return first }
    var holders: Set<ID<Body>> = Set(group.flatMap { row(Group.self, of: $0)?.given.bodies } ?? [])
    if let body { holders = [body] }
    if let place {
      let arrangements = rows(\PlaceArrangement.place, naming: place).compactMap(\.given.board)
      holders.formUnion(arrangements)
    }
    let narrowed = found.filter { function in
      guard let holder = function.given.holder else { return false }
      if holders.contains(holder) { return true }
      guard let place else { return false }
      return rows(\Authority.function, naming: function.id).contains { ($0.given.places ?? []).contains(place) }
    }
    guard let one = narrowed.first, narrowed.count == 1 else {
      throw QuestionError(
        "\(prefix)'\(word)' could be any of \(found.map(\.id.text).joined(separator: ", ")): write one")
    }
    return one
  }
}
