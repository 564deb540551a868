public import Chronicle
public import Register
internal import Vocabulary

/// One thing that changed about a body, so that what a file changed can be listed.
public struct DescribedChange: Hashable, Sendable, Codable {
  /// What changed.
  public enum What: String, Hashable, Sendable, Codable, CaseIterable {
    /// A body the record did not have.
    case new
    /// It has ended, or an end is known now.
    case closed
    /// Its end was taken back.
    case reopened
    /// Another official name.
    case renamed
    /// Another body that it is part of.
    case reparented = "re-parented"
    /// It joined a network or partnership.
    case joined
    /// It left one.
    case left
    /// Another address.
    case address
    /// Another code.
    case code
    /// Another legal form.
    case legalForm = "legal form"
    /// A part it plays.
    case role
    /// Another short name.
    case shortName = "short name"
    /// The same fact, better dated or better supported.
    case dates
    /// Anything else.
    case other
  }

  /// The body's identifier.
  public let subject: String
  /// Its name.
  public let name: String
  /// What changed.
  public let what: What
  /// What it was, where it was something.
  public let before: String
  /// What it is.
  public let after: String
  /// From when, as far as it is known: `2026-04-01`, or a range.
  public let from: String
  /// The change in a sentence.
  public let sentence: String
}

/// Lists what changes say of each body, in the order of the changes. Of a new body only that it is new. O(changes).
public func describeChanges(_ changes: [Change], with register: Register) -> [DescribedChange] {
  ChangeDescription(changes, register).list
}

private struct ChangeDescription {
  private struct Slot {
    let slot: FactSlot
    var before: [Statement] = []
    var after: [Statement] = []
  }

  private(set) var list: [DescribedChange] = []
  private let register: Register
  private var names: [String: String] = [:]

  init(_ changes: [Change], _ register: Register) {
    self.register = register
    var statements: [(statement: Statement, isNew: Bool)] = []
    for change in changes {
      switch change {
      case .assert(let statement): statements.append((statement, true))
      case .retract(let entry):
        guard let row = register.snapshot.archive.row(of: entry), let statement = try? Statement(row) else {
          continue
        }
        statements.append((statement, false))
      }
    }
    var index = SlotIndex(statements.filter(\.isNew).map(\.statement), register)
    var slots: [Slot] = []
    var positions: [FactSlot: Int] = [:]
    var subjects: [String] = []
    var slotsOf: [String: [Int]] = [:]
    for (statement, isNew) in statements {
      let place = index.place(statement).slot
      let position = positions[place] ?? slots.count
      if position == slots.count {
        positions[place] = position
        slots.append(Slot(slot: place))
        if slotsOf[place.subject] == nil { subjects.append(place.subject) }
        slotsOf[place.subject, default: []].append(position)
      }
      if isNew { slots[position].after.append(statement) } else { slots[position].before.append(statement) }
      if isNew, statement.kind == Name.kind.name, statement.fields.last == Name.Usage.official.rawValue {
        names[statement.subject] = statement.fields[0]
      }
    }
    for subject in subjects { describe(subject, (slotsOf[subject] ?? []).map { slots[$0] }) }
  }

  private mutating func describe(_ subject: String, _ slots: [Slot]) {
    if let life = slots.first(where: { $0.slot.kind == Body.kind.name }) {
      if life.before.isEmpty, let now = life.after.first,
        ID<Body>(subject).flatMap({ register.existence($0) }) == nil
      {
        let kind = BodyKind(rawValue: now.fields.first ?? "")?.singular ?? "body"
        return add(
          subject, .new, "", kind, now.period.from,
          "\(name(subject)) is new: a \(kind) \(now.period.written).")
      }
      let wasOpen = life.before.contains { $0.period.until == .never }
      let isOpen = life.after.contains { $0.period.until == .never }
      let end = life.after.last?.period.until
      if wasOpen, !isOpen, let end {
        add(subject, .closed, "", end.description, end, "\(name(subject)) closed\(closing(end)).")
        return describe(subject, slots.filter { values($0.before) != values($0.after) }, isClosing: true)
      }
      if !wasOpen, isOpen, !life.before.isEmpty {
        let was = life.before.last?.period.until.written ?? ""
        add(
          subject, .reopened, was, "", .unknown, "\(name(subject)) has not ended after all (before: \(was)).")
      }
    }
    describe(subject, slots, isClosing: false)
  }

  private func values(_ statements: [Statement]) -> [[String]] {
    var values: [[String]] = []
    for statement in statements {
      let value = statement.kind == Relation.kind.name ? Array(statement.fields.prefix(2)) : statement.fields
      if !values.contains(value) { values.append(value) }
    }
    return values
  }

  private mutating func describe(_ subject: String, _ slots: [Slot], isClosing: Bool) {
    let isRenamed = slots.contains {
      $0.slot.kind == Name.kind.name && $0.slot.part == Name.Usage.official.rawValue
        && values($0.before) != values($0.after)
    }
    for slot in slots {
      let news = slot.after.filter { after in !values(slot.before).contains(values([after])[0]) }
      guard let latest = news.max(by: { $0.period.from.earliest < $1.period.from.earliest }) else {
        if !isClosing { describeDates(subject, slot) }
        continue
      }
      let what = what(slot.slot, latest)
      if what == .shortName, isRenamed { continue }
      let old = slot.before.last ?? known(slot.slot, notIn: news)
      let before = old.map { text($0) } ?? ""
      let after = text(latest)
      let who = what == .renamed && !before.isEmpty ? before : name(subject)
      let since = since(latest.period.from)
      add(subject, what, before, after, latest.period.from, "\(who) \(verb(what, before, after))\(since).")
    }
  }

  /// What the record held in the slot last, when it did not have to be taken back.
  private func known(_ slot: FactSlot, notIn news: [Statement]) -> Statement? {
    var index = SlotIndex([], register)
    return index.known(slot).last { claim in !news.contains { $0.fields == claim.statement.fields } }?
      .statement
  }

  private mutating func describeDates(_ subject: String, _ slot: Slot) {
    guard let before = slot.before.last, let after = slot.after.last else { return }
    if what(slot.slot, after) == .joined, before.period.until == .never, after.period.until != .never {
      let end = after.period.until
      add(subject, .left, text(after), "", end, "\(name(subject)) left \(text(after)): \(end.written).")
      return
    }
    let label = slot.slot.kind == Body.kind.name ? "its life" : text(after)
    add(
      subject, .dates, before.period.description, after.period.description, after.period.from,
      "\(name(subject)), \(label): \(after.period.written); it was \(before.period.written).")
  }

  private func what(_ slot: FactSlot, _ statement: Statement) -> DescribedChange.What {
    switch slot.kind {
    case Name.kind.name:
      statement.fields.last == Name.Usage.official.rawValue
        ? .renamed : statement.fields.last == Name.Usage.short.rawValue ? .shortName : .other
    case Relation.kind.name:
      statement.fields.first == Relation.partOf
        ? .reparented : statement.fields.first == Relation.memberOf ? .joined : .other
    case Address.kind.name: .address
    case Code.kind.name: .code
    case LegalStatus.kind.name: .legalForm
    case Role.kind.name: .role
    default: .other
    }
  }

  private func verb(_ what: DescribedChange.What, _ before: String, _ after: String) -> String {
    let was = before.isEmpty ? "" : " (before: \(before))"
    return switch what {
    case .renamed: "is called \(after)"
    case .shortName: "is written \(after)\(was)"
    case .reparented: "is part of \(after)\(was)"
    case .joined: "is a member of \(after)\(was)"
    case .address: "is at \(after)\(was)"
    case .code: "has the code \(after)\(was)"
    case .legalForm: "is in law a \(after)\(was)"
    case .role: "has the role \(after)\(was)"
    default: "has \(after)\(was)"
    }
  }

  /// ` on 31 March 2026`, its last day, or what is known of it.
  private func closing(_ end: Moment) -> String {
    if let day = end.day { return " on \(day.advanced(by: -1).written)" }
    return since(end)
  }

  /// `, from 1 April 2026`; `, at some time between 2 December 2022 and 30 September 2025`.
  private func since(_ moment: Moment) -> String {
    if moment == .always || moment == .unknown { return "" }
    if moment.isExact { return ", from \(moment.written)" }
    let written = moment.written
    let isRange = ["between", "before", "after"].contains { written.hasPrefix($0) }
    return isRange ? ", at some time \(written)" : ", at some time in \(written)"
  }

  /// A statement's value in words.
  private func text(_ statement: Statement) -> String {
    switch statement.kind {
    case Relation.kind.name where statement.fields.count > 1: name(statement.fields[1])
    case Address.kind.name: statement.fields.filter { !$0.isEmpty }.joined(separator: ", ")
    case Code.kind.name where statement.fields.count > 1: statement.fields[1]
    default: statement.fields.first ?? ""
    }
  }

  private func name(_ subject: String) -> String {
    names[subject] ?? ID<Body>(subject).map { register.name($0) } ?? subject
  }

  private mutating func add(
    _ subject: String, _ what: DescribedChange.What, _ before: String, _ after: String, _ from: Moment,
    _ sentence: String
  ) {
    list.append(
      DescribedChange(
        subject: subject, name: name(subject), what: what, before: before, after: after,
        from: from == .always ? "" : from.description, sentence: sentence))
  }
}
