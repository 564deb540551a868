internal import Chronicle
internal import Exchange
internal import Formats
internal import Measures
internal import Register
internal import Store
internal import Vocabulary

/// Turns what a reader made of a file into changes to a record.
///
/// What does not depend on the record is worked out once, however often the changes have to be.
struct Importer {
  /// What an import comes to.
  struct Outcome {
    var changes: [Change] = []
    var changedCellsCount = 0
    var changedCells: [ImportReport.Cell] = []
    var registerChangesCount = 0
    var registerChanges: [DescribedChange] = []
    var notes: [String] = []
  }

  /// Figures of one measure for one period, with the block that holds them.
  private struct Figure {
    let observation: Observation
    let period: Period
    let sheet: String
    let block: Block
  }

  /// The identifier of the file as a source.
  let source: ID<Source>
  /// The file itself and its blocks.
  let contents: [Content]
  private let fileName: String
  private let reading: Reading
  private let audience: Audience
  private let own: [Statement]
  private let figures: [Figure]
  private let correspondences: [(fact: Lookup, period: Period)]

  init(_ reading: Reading, of file: InputFile, as reader: any Reader, for audience: Audience) throws {
    fileName = file.name
    self.reading = reading
    self.audience = audience
    let published = reading.published ?? file.statedPublication
    let source = ID<Source>(
      slug: ["file", reader.format, published?.description, file.digest.short].compactMap { $0 }
        .joined(separator: "."))
    self.source = source
    let fact = Source(
      source, title: reading.title, publisher: reading.publisher, published: published,
      licence: reading.licence,
      note: "read from \(file.name)")
    let original = Original(
      source, file: file.name, format: reader.format, bytes: file.bytes.size, digest: file.digest)
    own = [
      Statement(fact, .always, audience: audience, source: SourceReference(nil)),
      Statement(original, .always, audience: audience, source: SourceReference(source)),
    ]
    var contents = [
      try Content(digest: file.digest, size: file.bytes.size, named: file.name) { offset, buffer in
        try file.bytes.read(at: offset, into: buffer)
      }
    ]
    var figures: [Figure] = []
    for part in reading.figures {
      let content = Content(part.block.encoded)
      contents.append(content)
      for (measure, column) in part.columns {
        let observation = Observation(
          measure, basis: part.basis, grain: part.grain, label: part.label, state: part.state, column: column,
          block: content.digest, count: part.block.count)
        figures.append(
          Figure(observation: observation, period: part.period, sheet: part.sheet, block: part.block))
      }
    }
    self.figures = figures
    correspondences = reading.lookups.map { part in
      let content = Content(part.block.encoded)
      contents.append(content)
      let fact = Lookup(
        part.id, piece: part.piece, bodyKind: part.bodyKind, scheme: part.scheme, block: content.digest,
        count: part.block.count)
      return (fact, Period(from: part.from))
    }
    self.contents = contents
  }

  /// The measures the file has figures of, sorted.
  var measures: [String] { Set(figures.map(\.observation.subject.text)).sorted() }

  /// The correspondences the file has, sorted.
  var lookups: [String] { Set(correspondences.map(\.fact.subject.text)).sorted() }

  /// The changes that bring an archive up to the file.
  func outcome(against archive: Archive, blocks: Blocks) throws -> Outcome {
    var outcome = Outcome(changes: own.map(Change.assert))
    define(in: archive, &outcome)
    try observe(in: archive, blocks, &outcome)
    try correspond(in: archive, &outcome)
    register(in: archive, &outcome)
    try check(outcome.changes)
    try checkRules(outcome.changes, in: archive)
    return outcome
  }

  private func assert(_ fact: some Fact, _ period: Period, sheet: String = "") -> Change {
    let place = sheet.isEmpty ? "" : "sheet=\(sheet)"
    return .assert(Statement(fact, period, audience: audience, source: SourceReference(source, at: place)))
  }

  // MARK: Measures

  /// Defines measures the record does not know, or knows otherwise. Nothing internal changes what is public.
  private func define(in archive: Archive, _ outcome: inout Outcome) {
    let used = Set(figures.map(\.observation.subject))
    let standing = archive.table(MeasureDefinition.self)
    for definition in reading.definitions
    where used.contains(definition.subject) || definition.additivity == .ratio {
      let known = standing.versions(of: definition.subject).filter { $0.retracted == .max }
      if known.contains(where: { $0.fact == definition && $0.audience <= audience }) { continue }
      if known.contains(where: { $0.audience < audience }) {
        outcome.notes.append(
          "\(definition.subject) is defined otherwise in public: its public definition stands until this is published"
        )
      }
      outcome.changes += known.filter { $0.audience >= audience }.map { .retract($0.entry) }
      outcome.changes.append(assert(definition, .always))
    }
  }

  // MARK: Figures

  private func observe(in archive: Archive, _ blocks: Blocks, _ outcome: inout Outcome) throws {
    let standing = archive.table(Observation.self)
    for figure in figures {
      let new = figure.observation
      let series = standing.versions(of: new.subject).filter { version in
        version.retracted == .max && version.fact.basis == new.basis && version.fact.grain == new.grain
          && version.fact.label == new.label
      }
      if let later = series.first(where: { isLater($0.source.source, in: archive) && $0.audience <= audience }
      ) {
        outcome.notes.append(
          "\(new.subject) for \(new.label): figures published later are known (\(later.source.text)); these are left out"
        )
        continue
      }
      var isConfirmed = false
      for version in series {
        let cells = try changes(from: version.fact, to: figure, blocks)
        if cells.isEmpty, version.fact.state == new.state, version.audience <= audience,
          version.period == figure.period
        {
          outcome.notes.append(
            "\(new.subject) for \(new.label): every figure is as the record has it (\(version.source.text))")
          isConfirmed = true
          break
        }
        if version.audience < audience {
          outcome.notes.append(
            "\(new.subject) for \(new.label): the public figures stand beside these until these are published"
          )
          continue
        }
        outcome.changes.append(.retract(version.entry))
        outcome.changedCellsCount += cells.count
        outcome.changedCells += cells.prefix(max(0, ImportReport.listed - outcome.changedCells.count))
      }
      if !isConfirmed { outcome.changes.append(assert(new, figure.period, sheet: figure.sheet)) }
    }
  }

  /// Whether a source says it was published after this one.
  private func isLater(_ other: ID<Source>?, in archive: Archive) -> Bool {
    guard let other, let mine = own.first.flatMap({ Moment($0.fields[2]) }) else { return false }
    let theirs = archive.table(Source.self).versions(of: other).last { $0.retracted == .max }?.fact.published
    return theirs.map { $0.earliest > mine.latest } ?? false
  }

  private func changes(
    from old: Observation, to figure: Figure, _ blocks: Blocks
  ) throws -> [ImportReport.Cell] {
    let new = figure.observation
    if old.block == new.block, old.column == new.column { return [] }
    // Figures that were erased cannot be compared: all of the new ones are new.
    let before = try? blocks(old.block)
    let oldValues = before?.numbers[old.column] ?? []
    let newValues = figure.block.numbers[new.column] ?? []
    var known: [String: Double] = [:]
    for (unit, value) in zip(before?.units ?? [], oldValues) where !value.isNaN { known[unit] = value }
    var cells: [ImportReport.Cell] = []
    func cell(_ unit: String, _ old: Double?, _ value: Double?) {
      cells.append(.init(measure: new.subject.text, period: new.label, unit: unit, old: old, new: value))
    }
    for (unit, value) in zip(figure.block.units, newValues) where !value.isNaN {
      let old = known.removeValue(forKey: unit)
      if old != value { cell(unit, old, value) }
    }
    for (unit, value) in known.sorted(by: { $0.key < $1.key }) { cell(unit, value, nil) }
    return cells
  }

  // MARK: Lookups

  /// Each edition stands from its own day; a new file for the same day takes the place of the old.
  private func correspond(in archive: Archive, _ outcome: inout Outcome) throws {
    let standing = archive.table(Lookup.self)
    for (fact, period) in correspondences {
      let editions = standing.versions(of: fact.subject).filter { version in
        version.retracted == .max && version.period.from == period.from
      }
      if editions.contains(where: { $0.fact == fact && $0.audience <= audience }) {
        outcome.notes.append("\(fact.subject) from \(period.fromText): it is as the record has it")
        continue
      }
      if let later = editions.first(where: {
        isLater($0.source.source, in: archive) && $0.audience <= audience
      }) {
        outcome.notes.append(
          "\(fact.subject) from \(period.fromText): a later publication is known (\(later.source.text)); this is left out"
        )
        continue
      }
      outcome.changes += editions.filter { $0.audience >= audience }.map { .retract($0.entry) }
      outcome.changes.append(assert(fact, period))
    }
  }

  // MARK: Register

  /// The least changes that make the register agree with the file. What is internal never takes back what is public.
  private func register(in archive: Archive, _ outcome: inout Outcome) {
    guard !reading.statements.isEmpty else { return }
    // What the public may not see says nothing about what the public is to be told.
    let known = Snapshot(archive, trueOn: reading.asAt.day ?? .distantPast, audience: audience).register
    let statements = reading.statements.map { $0.addressed(to: audience).sourced(from: source) }
    let settled = Reconciliation(of: statements, asAt: reading.asAt, with: known)
    let changes = settled.changes.filter { change in
      guard case .retract(let entry) = change, let row = archive.row(of: entry), let old = try? Statement(row)
      else {
        return true
      }
      return old.audience >= audience
    }
    outcome.changes += changes
    let described = describeChanges(changes, with: known)
    outcome.registerChangesCount = described.count
    outcome.registerChanges = Array(described.prefix(ImportReport.listed))
    if !settled.undecided.isEmpty {
      let first = settled.undecided.prefix(3).map { "\($0.subject) \($0.fields.joined(separator: " "))" }
      outcome.notes.append(
        "\(settled.undecided.count) facts contradict the record and cannot be placed before or after what it says "
          + "(\(first.joined(separator: "; "))): give the file's publication date with --published")
    }
  }

  /// A reader that writes what no one can read back is stopped here, before anything is stored.
  private func check(_ changes: [Change]) throws {
    for case .assert(let statement) in changes {
      do throws(LineError) {
        try Kinds.byName[statement.kind]?.check(statement.text)
      } catch {
        throw DeskError.refused(
          "a row of \(statement.kind) about '\(statement.subject)' is not well made: \(error)")
      }
    }
  }

  /// A file is refused as a whole, with the row, that would make a person in law of what is none or take a step of
  /// oversight that is not allowed.
  private func checkRules(_ changes: [Change], in archive: Archive) throws {
    var arriving: [Statement] = []
    var gone: Set<Int> = []
    for change in changes {
      switch change {
      case .assert(let statement): arriving.append(statement)
      case .retract(let entry): gone.insert(entry)
      }
    }
    if let breach = LegalFormCheck.breaches(of: arriving, in: archive, without: gone).first {
      throw refusal(at: arriving[breach.index], breach.reason)
    }
    if let breach = try OversightCheck.breaches(of: arriving, in: archive, without: gone).first {
      throw refusal(at: breach.index.map { arriving[$0] }, breach.reason)
    }
    let own = Dictionary(figures.map { ($0.observation.block, $0.block) }, uniquingKeysWith: { first, _ in first })
    if let breach = try ReleaseGuard.breaches(of: arriving, in: archive, without: gone, block: { own[$0] }).first {
      throw refusal(at: arriving[breach.index], breach.reason)
    }
  }

  private func refusal(at statement: Statement?, _ reason: String) -> DeskError {
    let place = statement?.source.locator.replacing("=", with: " ") ?? ""
    return DeskError.refused([fileName, place].filter { !$0.isEmpty }.joined(separator: ", ") + ": \(reason)")
  }
}
