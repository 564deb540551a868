internal import Chronicle
internal import Measures
internal import Store
internal import Vocabulary

/// What was erased, and what that leaves behind. It never tells what the erased lines said.
public struct RedactionReport: Codable, Hashable, Sendable {
  /// The entry that was named.
  public var entry: Int
  /// Every entry that was erased: the one named, and all others that said the same.
  public var entries: [Int]
  /// The ground in law.
  public var ground: String
  /// The digests of figures and of kept files that were erased with them.
  public var contents: [String]
  /// Entries taken back because the figures they name are gone.
  public var retracted: [Int]
  /// What a person should know.
  public var notes: [String]
  /// The transaction that says so.
  public var transaction: Int
  /// The digest that stands for the record.
  public var head: String
}

extension Record {
  /// Lawfully erases an entry for good: its line and salt, wherever else the same was said, and the figures or the
  /// kept file that still hold it. Its digest and the ground stay, and the chain can still be proved.
  ///
  /// Erased from this file and from every copy made of it later. Copies made before have to be dealt with by whoever
  /// holds them.
  public func redact(entry number: Int, ground: String) throws -> RedactionReport {
    let ground = ground.trimmed
    guard !ground.isEmpty else {
      throw DeskError.misused("say on what ground in law, with --ground: it is kept where the entry was")
    }
    for _ in 0..<50 {
      let archive = try archive()
      let erasure = try Erasure(of: number, in: archive, journal)
      let changes =
        erasure.retracted.map(Change.retract)
        + erasure.entries.map { entry in
          Change.assert(
            Statement(Redaction(entry: entry, ground: ground), .always, source: SourceReference(nil)))
        }
      let sealed = seal(changes, after: archive, why: "Redacted entry \(number)")
      do {
        try journal.redact(entries: erasure.entries, contents: erasure.contents) { head in
          guard head == archive.head else { throw Moved() }
          return sealed
        }
      } catch is Moved {
        continue
      }
      // The archive in memory still holds the line: take up the new one at once.
      _ = try self.archive()
      return RedactionReport(
        entry: number, entries: erasure.entries, ground: ground, contents: erasure.contents.map(\.hex),
        retracted: erasure.retracted, notes: erasure.notes, transaction: sealed.transaction.number,
        head: sealed.transaction.digest.hex)
    }
    throw DeskError.blocked("other processes keep changing \(path): nothing was erased, try again")
  }

  private struct Moved: Error {}
}

/// What has to go with an entry, so that what it said is nowhere in the record.
private struct Erasure {
  private(set) var entries: [Int] = []
  private(set) var contents: [Digest] = []
  private(set) var retracted: [Int] = []
  private(set) var notes: [String] = []

  init(of number: Int, in archive: Archive, _ journal: Journal) throws {
    guard archive.recorded(number) != nil else {
      throw DeskError.refused("the record has no entry \(number): it has \(archive.head.entries)")
    }
    switch archive.absence(of: number) {
    case .redacted: throw DeskError.refused("entry \(number) has been erased already")
    case .withheld:
      throw DeskError.refused("entry \(number) is not in this copy: erase it where it was recorded")
    case nil: break
    }
    guard let row = archive.row(of: number) else {
      throw DeskError.refused(
        "entry \(number) only takes back an earlier entry and says nothing itself: name the entry it takes back"
      )
    }
    guard let statement = try? Statement(row) else {
      entries = [number]
      return
    }
    if Kinds.byName[statement.kind]?.isOfJournal == true {
      throw DeskError.refused("entry \(number) tells of an earlier erasure, which has to stay told")
    }
    entries = archive.entries(of: statement.kind).filter { entry in
      guard let other = archive.row(of: entry).flatMap({ try? Statement($0) }) else { return false }
      return other.subject == statement.subject && other.fields == statement.fields
    }
    try findContents(of: statement, in: archive, journal)
  }

  private mutating func findContents(of statement: Statement, in archive: Archive, _ journal: Journal) throws {
    let kept = Set(try journal.contents())
    if let block = statement.block, kept.contains(block) {
      contents.append(block)
      notes.append("the figures it names were erased")
      retracted = Erasure.naming(block, in: archive).filter { !entries.contains($0) }
      if !retracted.isEmpty {
        notes.append("\(retracted.count) other entries named the same figures and were taken back")
      }
    }
    // The file the entry was read from holds it still, whatever else it holds.
    let sources = Set(
      entries.compactMap { archive.row(of: $0).flatMap { try? Statement($0) }?.source.source }
        + (statement.kind == Original.kind.name ? [ID<Source>(slug: statement.subject)] : []))
    for version in archive.table(Original.self).versions
    where sources.contains(version.fact.subject) && kept.contains(version.fact.digest)
      && !contents.contains(version.fact.digest)
    {
      contents.append(version.fact.digest)
      notes.append("the kept file of \(version.fact.subject) was erased, because the entry was read from it")
    }
  }

  private static func naming(_ block: Digest, in archive: Archive) -> [Int] {
    var found: [Int] = []
    for known in Kinds.all where known.blockColumn != nil {
      for entry in archive.entries(of: known.kind.name) where archive.recorded(entry)?.retractedBy == nil {
        if archive.row(of: entry).flatMap({ try? Statement($0) })?.block == block { found.append(entry) }
      }
    }
    return found
  }
}

extension String {
  fileprivate var trimmed: String {
    var slice = self[...]
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }
}
