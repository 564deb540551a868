public import Chronicle
internal import Foundation
public import Measures
internal import Register
public import Vocabulary

/// A fact that was written down by hand.
public struct WrittenReport: Encodable, Hashable, Sendable {
  /// The kind of fact, `commentary-1`.
  public var fact: String
  /// What it is about.
  public var subject: String
  /// Who may see it.
  public var audience: String
  /// The source it stands under: what `concordat publish` takes.
  public var source: String
  /// How many earlier ones it took the place of.
  public var replaced: Int
  /// Who wrote it down.
  public var who: String
  /// The transaction; nil when the record said so already.
  public var transaction: Int?
  /// The digest that stands for the record.
  public var head: String
}

/// On whose word something is written down, for whom, and why.
public struct Word: Sendable {
  /// A source the record has; nil for one of its own.
  public var source: ID<Source>?
  /// Who may see it.
  public var audience: Audience
  /// Why, for the journal; nil for a plain title.
  public var why: String?

  /// A word.
  public init(source: ID<Source>? = nil, audience: Audience = .internal, why: String? = nil) {
    self.source = source
    self.audience = audience
    self.why = why
  }
}

extension Record {
  /// Writes down what a body says of a month and does about it. What it said of the same measure and month gives way.
  ///
  /// Throws `DeskError` when the body was not there in that month, the measure or the source is not known, the review
  /// is before the month, nothing is said, or public words would give way to hidden ones.
  public func comment(_ commentary: Commentary, of month: Day, on word: Word) throws -> WrittenReport {
    let period = Period(from: month.startOfMonth, until: month.startOfNextMonth)
    let label = String(month.description.prefix(7))
    let body = commentary.subject
    if let review = commentary.review, review.latest < month.startOfMonth {
      throw DeskError.misused(
        "a review on \(review.written) is before \(label), the month that is spoken of: give a later day")
    }
    return try writeDown(commentary, period, on: word, saying: commentary.text) { archive, register in
      guard let life = register.existence(body)?.period else {
        throw DeskError.misused("the record has no body '\(body)'")
      }
      guard life.intersection(period) != nil else {
        throw DeskError.refused("'\(body)' was not there in \(label) (\(life.written)): name the body that was")
      }
      if let measure = commentary.measure { try Record.require(measure, in: archive) }
      let name = register.name(body)
      return Source(
        ID(slug: "commentary.\(body).\(label)"), title: "What \(name) says of \(label)", publisher: name)
    }
  }

  /// Writes down what a reader of a series must know. The same note of the same day and body gives way.
  ///
  /// Throws `DeskError` when the measure, the body or the source is not known, nothing is said, an exclusion has no end
  /// or a step has one, or a public note would give way to a hidden one.
  public func note(_ note: SeriesNote, from first: Day, until end: Day?, on word: Word) throws -> WrittenReport {
    switch (note.effect, end) {
    case (.exclude, nil):
      throw DeskError.misused("an exclusion has an end: give the first day that counts again with --until")
    case (.step, .some):
      throw DeskError.misused("a step has no end: leave --until away, and record another step where limits start again")
    case (_, .some(let end)) where end <= first:
      throw DeskError.misused("it ends on \(end), not after it begins on \(first): --until is the first day after")
    default: break
    }
    let period = Period(from: first, until: end ?? .distantFuture)
    let who = world.who
    return try writeDown(note, period, on: word, saying: note.text) { archive, register in
      try Record.require(note.subject, in: archive)
      if let body = note.body, register.existence(body) == nil {
        throw DeskError.misused("the record has no body '\(body)'")
      }
      let about = note.body?.text ?? "all"
      return Source(
        ID(slug: "note.\(first).\(note.subject).\(about)"), title: "Note on \(note.subject) from \(first)",
        publisher: who)
    }
  }

  private static func require(_ measure: ID<Measure>, in archive: Archive) throws {
    let isDefined = archive.table(MeasureDefinition.self).versions(of: measure).contains { $0.retracted == .max }
    let isProfiled = archive.table(MeasureProfile.self).versions(of: measure).contains { $0.retracted == .max }
    guard isDefined || isProfiled else {
      throw DeskError.misused("no measure is called '\(measure)': `concordat measures` lists those that are loaded")
    }
  }

  /// Commits one fact, with a source of its own where none is named.
  ///
  /// - Parameter check: looks at what the fact names, and returns the source it would have of its own.
  private func writeDown(
    _ fact: some Fact, _ period: Period, on word: Word, saying text: String,
    check: (Archive, Register) throws -> Source
  ) throws -> WrittenReport {
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw DeskError.misused("nothing is said: give the words with --text")
    }
    let done = try commit { archive in
      let everyone = Snapshot(archive, trueOn: period.from.earliest, audience: .restricted)
      let own = try check(archive, everyone.register)
      let source = word.source ?? own.subject
      // The text of a record is in normalisation form C, however it was typed.
      let statement = try Statement(
        Statement(
          fact, period, audience: word.audience, certainty: .reported, source: SourceReference(source)
        ).text.precomposedStringWithCanonicalMapping)
      try Kinds.byName[statement.kind]?.check(statement.text)
      try requireVisible(statement, to: word.audience, in: archive, without: source)
      let old = try standing(like: statement, in: archive)
      var report = WrittenReport(
        fact: statement.kind, subject: statement.subject, audience: word.audience.rawValue, source: source.text,
        replaced: old.count, who: world.who, transaction: nil, head: archive.head.digest.hex)
      if old.contains(where: { $0.statement == statement }) {
        report.replaced = 0
        return Draft(why: "", changes: [], result: report)
      }
      if let shown = old.first(where: { !$0.statement.audience.maySee(word.audience) }) {
        throw DeskError.refused(
          "what is said of it already is \(shown.statement.audience.rawValue) and would give way to what is "
            + "\(word.audience.rawValue): add --public to change it for everyone")
      }
      let first = try sourceChange(own, named: word.source, for: word.audience, in: archive)
      return Draft(
        why: word.why ?? own.title, changes: first + old.map { .retract($0.entry) } + [.assert(statement)],
        result: report)
    }
    var report = done.result
    if let transaction = done.transaction {
      report.transaction = transaction.number
      report.head = transaction.digest.hex
    }
    return report
  }

  /// What stands now and says the same thing of the same subject with the same or other values.
  private func standing(
    like statement: Statement, in archive: Archive
  ) throws -> [(entry: Int, statement: Statement)] {
    let identity = statement.identity()
    return archive.entries(of: statement.kind).compactMap { entry in
      guard archive.recorded(entry)?.retractedBy == nil, let row = archive.row(of: entry),
        let other = try? Statement(row), other.identity() == identity
      else { return nil }
      return (entry, other)
    }
  }

  /// Bodies a fact names must be shown to whoever is shown the fact.
  private func requireVisible(
    _ statement: Statement, to audience: Audience, in archive: Archive, without source: ID<Source>
  ) throws {
    let bodies = archive.table(Body.self).versions.filter { $0.retracted == .max && audience.maySee($0.audience) }
    let shown = Set(bodies.map(\.fact.subject.text))
    for reference in statement.references where reference.thing == .body && !shown.contains(reference.name) {
      throw DeskError.refused(
        "'\(reference.name)' is not shown to who would see this: publish it first, or leave --public away")
    }
  }

  /// Asserts the source of its own where the record has none that may be seen; refuses a named one it does not have.
  private func sourceChange(
    _ own: Source, named: ID<Source>?, for audience: Audience, in archive: Archive
  ) throws -> [Change] {
    let id = named ?? own.subject
    let isShown = archive.table(Source.self).versions(of: id).contains {
      $0.retracted == .max && audience.maySee($0.audience)
    }
    if isShown { return [] }
    if let named {
      throw DeskError.refused(
        "the record has no source '\(named)' that may be seen with this: `concordat apply` adds one, in sources.tsv")
    }
    return [.assert(Statement(own, .always, audience: audience, source: SourceReference(nil)))]
  }
}
