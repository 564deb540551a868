internal import Chronicle
internal import Measures
internal import Register
internal import Store
internal import Vocabulary

/// Compares a folder's rows with what a record says now. O(rows).
struct Planner {
  /// A row of the record that stands now.
  private struct Standing {
    let statement: Statement
    let text: String
    let entries: [Int]
  }

  private let rows: FolderRows
  private let archive: Archive
  private let prune: Bool
  private var plan: Plan

  /// Works out what applying a folder would do, and what stands in the way.
  static func plan(_ text: FolderText, against archive: Archive, in journal: Journal, prune: Bool) throws
    -> Plan
  {
    var planner = Planner(rows: FolderRows(text), archive: archive, prune: prune)
    planner.compare()
    planner.checkReferences()
    planner.checkLegalForms()
    try planner.checkOversight()
    planner.checkGovernance()
    try planner.checkBlocks(of: text, in: journal)
    try planner.checkReleases(of: text, in: journal)
    return planner.finished()
  }

  private init(rows: FolderRows, archive: Archive, prune: Bool) {
    self.rows = rows
    self.archive = archive
    self.prune = prune
    plan = Plan(prune: prune, head: archive.head.digest.hex)
    plan.findings = rows.findings
  }

  // MARK: Comparing

  private var new: [FolderRows.Row] = []
  private var old: [Standing] = []
  private var pairs: [(new: FolderRows.Row, old: Standing)] = []

  private mutating func compare() {
    var standing: [String: [Int]] = [:]
    for kind in rows.kinds {
      for entry in archive.entries(of: kind) where archive.recorded(entry)?.retractedBy == nil {
        if let row = archive.row(of: entry) { standing[row, default: []].append(entry) }
      }
    }
    new = rows.rows.filter { standing.removeValue(forKey: $0.text) == nil }
    // What is left is in the record and not in the folder. A row that cannot be read stays as it is.
    old = standing.compactMap { text, entries in
      (try? Statement(text)).map { Standing(statement: $0, text: text, entries: entries) }
    }
    .sorted { $0.text < $1.text }
    pair { $0.saying }
    // An export never holds what is not public, so its absence from a folder says nothing.
    old.removeAll { $0.statement.audience != .public }
    // Nor does the absence of a row from a file that could not be read to the end.
    let unread = Set(rows.findings.map(\.file))
    old.removeAll { unread.contains(Kinds.file(of: $0.statement.kind) ?? "") }
    pair { $0.identity() }
  }

  /// Takes one new and one old row with the same key for a change. With more than one of either, nobody can tell.
  private mutating func pair(by key: (Statement) -> Identity?) {
    var newByKey: [Identity: [Int]] = [:]
    for (index, row) in new.enumerated() {
      if let key = key(row.statement) { newByKey[key, default: []].append(index) }
    }
    var oldByKey: [Identity: [Int]] = [:]
    for (index, row) in old.enumerated() {
      if let key = key(row.statement), newByKey[key] != nil { oldByKey[key, default: []].append(index) }
    }
    var pairedNew: Set<Int> = []
    var pairedOld: Set<Int> = []
    for (key, candidates) in oldByKey {
      guard candidates.count == 1, let partners = newByKey[key], partners.count == 1 else { continue }
      pairs.append((new[partners[0]], old[candidates[0]]))
      pairedNew.insert(partners[0])
      pairedOld.insert(candidates[0])
    }
    new = new.indices.filter { !pairedNew.contains($0) }.map { new[$0] }
    old = old.indices.filter { !pairedOld.contains($0) }.map { old[$0] }
  }

  // MARK: Checking

  /// The entries that applying the folder retracts.
  private var gone: Set<Int> { Set(pairs.flatMap(\.old.entries) + (prune ? old.flatMap(\.entries) : [])) }

  /// The rows that applying it asserts.
  private var arriving: [FolderRows.Row] { pairs.map(\.new) + new }

  private mutating func checkLegalForms() {
    let rows = arriving
    for breach in LegalFormCheck.breaches(of: rows.map(\.statement), in: archive, without: gone) {
      let row = rows[breach.index]
      plan.findings.append(Plan.Finding(file: row.file, line: row.line, reason: breach.reason))
    }
  }

  private mutating func checkOversight() throws {
    let rows = arriving
    for breach in try OversightCheck.breaches(of: rows.map(\.statement), in: archive, without: gone) {
      let row = breach.index.map { rows[$0] }
      plan.findings.append(Plan.Finding(file: row?.file ?? breach.file, line: row?.line, reason: breach.reason))
    }
  }

  private mutating func checkGovernance() {
    let rows = arriving
    for breach in GovernanceCheck.breaches(of: rows.map(\.statement), in: archive, without: gone) {
      let row = rows[breach.index]
      plan.findings.append(Plan.Finding(file: row.file, line: row.line, reason: breach.reason))
    }
  }

  private mutating func checkReleases(of text: FolderText, in journal: Journal) throws {
    let rows = arriving
    let own = Set(text.blocks)
    let breaches = try ReleaseGuard.breaches(of: rows.map(\.statement), in: archive, without: gone) { digest in
      guard let bytes = try own.contains(digest) ? text.block(digest) : journal.content(digest) else { return nil }
      return try? Block(decoding: bytes)
    }
    for breach in breaches {
      plan.findings.append(
        Plan.Finding(file: rows[breach.index].file, line: rows[breach.index].line, reason: breach.reason))
    }
  }

  private mutating func checkReferences() {
    var defined: [Reference: Audience] = [:]
    func define(_ reference: Reference, _ audience: Audience) {
      defined[reference] = min(defined[reference] ?? audience, audience)
    }
    let gone = gone
    var withdrawn: Set<Reference> = []
    func note(_ references: [Reference], _ entry: Int, _ audience: Audience) {
      for reference in references {
        if gone.contains(entry) { withdrawn.insert(reference) } else { define(reference, audience) }
      }
    }
    for version in archive.table(Body.self).versions where version.retracted == .max {
      let name = version.fact.subject.text
      note(
        [Reference(name: name, thing: .body), Reference(name: name, thing: .holder)], version.entry, version.audience)
    }
    for version in archive.table(Source.self).versions where version.retracted == .max {
      note([Reference(name: version.fact.subject.text, thing: .source)], version.entry, version.audience)
    }
    for kind in archive.kinds where Kinds.byName[kind]?.isSheet == true {
      for entry in archive.entries(of: kind) where archive.recorded(entry)?.retractedBy == nil {
        guard let row = archive.row(of: entry), let statement = try? Statement(row) else { continue }
        note(statement.definitions, entry, statement.audience)
      }
    }
    let arriving = arriving
    for row in arriving {
      for reference in row.statement.definitions { define(reference, row.statement.audience) }
    }
    var missing: [Reference: Plan.Finding] = [:]
    var order: [Reference] = []
    for row in arriving {
      for reference in row.statement.references where missing[reference] == nil {
        if let audience = defined[reference], row.statement.audience.maySee(audience) { continue }
        let reason =
          defined[reference] == nil
          ? reference.missing
          : "'\(reference.name)' is not public, so nothing public may name it: publish it first"
        missing[reference] = Plan.Finding(file: row.file, line: row.line, reason: reason)
        order.append(reference)
      }
    }
    withdrawn = withdrawn.filter { defined[$0] == nil }
    if missing.isEmpty, withdrawn.isEmpty { return }
    // Only now is the whole record worth reading: was it dangling before, and who still names what goes?
    for kind in archive.kinds {
      for entry in archive.entries(of: kind)
      where archive.recorded(entry)?.retractedBy == nil && !gone.contains(entry) {
        guard let row = archive.row(of: entry), let statement = try? Statement(row) else { continue }
        for reference in statement.references {
          if withdrawn.contains(reference), missing[reference] == nil {
            missing[reference] = Plan.Finding(
              file: Kinds.file(of: statement.kind) ?? statement.kind, line: nil,
              reason: "'\(reference.name)' would be removed while '\(statement.subject)' still names it")
            order.append(reference)
          } else if !withdrawn.contains(reference), defined[reference] == nil {
            missing[reference] = nil
          }
        }
      }
    }
    plan.findings += order.compactMap { missing[$0] }
  }

  private mutating func checkBlocks(of text: FolderText, in journal: Journal) throws {
    var wanted: [Digest: [FolderRows.Row]] = [:]
    for row in arriving {
      if let digest = row.statement.block { wanted[digest, default: []].append(row) }
    }
    let kept = Set(try journal.contents())
    let erased = Set(try journal.erasedContents())
    for digest in text.blocks {
      let file = "\(ExportFolder.blocks)/\(digest.hex).tsv"
      let bytes = try text.block(digest)
      guard Digest(of: bytes) == digest else {
        plan.findings.append(
          Plan.Finding(
            file: file, line: nil, reason: "the bytes do not have the digest the file is named after"))
        wanted[digest] = nil
        continue
      }
      guard let rows = wanted.removeValue(forKey: digest) else { continue }
      check(bytes, named: file, by: rows)
      if erased.contains(digest) {
        plan.findings.append(
          Plan.Finding(file: file, line: nil, reason: "these figures were lawfully erased from this record"))
      } else if !kept.contains(digest) {
        plan.contents.append(Content(bytes))
        plan.blocks += 1
      }
    }
    for (digest, rows) in wanted {
      guard let row = rows.first else { continue }
      if !kept.contains(digest) {
        plan.findings.append(
          Plan.Finding(
            file: row.file, line: row.line,
            reason:
              "the block \(digest.short) is neither in \(ExportFolder.blocks)/ nor in the record: add its file"
          ))
      } else if let bytes = try journal.content(digest) {
        check(bytes, named: row.file, by: rows)
      }
    }
  }

  private mutating func check(_ bytes: [UInt8], named file: String, by rows: [FolderRows.Row]) {
    do throws(LineError) {
      let block = try Block(decoding: bytes)
      for row in rows {
        let known = Kinds.byName[row.statement.kind]
        func value(_ column: String) -> String? {
          known?.kind.columns.firstIndex(of: column).map { row.statement.fields[$0] }
        }
        if let count = value("count"), count != String(block.count) {
          plan.findings.append(
            Plan.Finding(
              file: row.file, line: row.line,
              reason: "the block has \(block.count) rows and this says \(count)"))
        }
        if let column = value("column"), block.numbers[column] == nil {
          plan.findings.append(
            Plan.Finding(
              file: row.file, line: row.line, reason: "the block has no column of numbers '\(column)'"))
        }
      }
    } catch {
      plan.findings.append(Plan.Finding(file: file, line: nil, reason: error.message))
    }
  }

  // MARK: Telling

  private func finished() -> Plan {
    var plan = plan
    func step(_ sign: Plan.Sign, _ row: FolderRows.Row, before: String? = nil) -> Plan.Step {
      Plan.Step(
        sign: sign, file: row.file, line: row.line, subject: row.statement.subject, row: row.text,
        before: before)
    }
    var steps: [(step: Plan.Step, from: Day, changes: [Change])] = []
    for pair in pairs {
      steps.append(
        (
          step(.change, pair.new, before: pair.old.text), pair.new.statement.period.from.earliest,
          pair.old.entries.map(Change.retract) + [.assert(pair.new.statement)]
        ))
    }
    for row in new {
      steps.append((step(.add, row), row.statement.period.from.earliest, [.assert(row.statement)]))
    }
    for standing in old {
      let step = Plan.Step(
        sign: .remove, file: Kinds.file(of: standing.statement.kind) ?? standing.statement.kind, line: nil,
        subject: standing.statement.subject, row: standing.text, before: nil)
      steps.append(
        (step, standing.statement.period.from.earliest, prune ? standing.entries.map(Change.retract) : []))
    }
    steps.sort { a, b in
      (a.step.file, a.step.subject, a.from, a.step.row) < (b.step.file, b.step.subject, b.from, b.step.row)
    }
    plan.steps = steps.map(\.step)
    plan.added = new.count
    plan.changed = pairs.count
    plan.removed = old.count
    plan.findings.sort { ($0.file, $0.line ?? 0, $0.reason) < ($1.file, $1.line ?? 0, $1.reason) }
    if plan.findings.isEmpty {
      plan.changes = steps.flatMap(\.changes)
    } else {
      plan.contents = []
    }
    return plan
  }
}
