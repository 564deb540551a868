internal import Synchronization
public import Vocabulary

/// Every version of every fact up to a journal head, in memory and never changed.
///
/// Built once from the stored lines in O(bytes); a `Snapshot` of it is made in O(1). The typed table of a kind of
/// fact is decoded when it is first asked for and kept, as is anything an engine derives from the archive alone.
public final class Archive: Sendable {
  /// The head of the journal this was read from.
  public let head: Head
  /// The transactions, first to last.
  public let transactions: [Transaction]
  /// Lines that could not be read, with the entry they stand in.
  public let problems: [Problem]

  private let text: [UInt8]
  private let spans: [Span]
  private let entriesOfKind: [String: [Int32]]
  private let cache = Mutex<[ObjectIdentifier: any Sendable]>([:])

  /// A stored line that could not be read. It is kept, and exported as it is.
  public struct Problem: Hashable, Sendable {
    /// The entry.
    public let entry: Int
    /// What is wrong with it.
    public let message: String
  }

  struct Span: Sendable {
    var offset: Int
    var length: Int32
    var transaction: Int32
    var retractedBy: Int32
    var absence: Entry.Absence?
  }

  private init(
    head: Head, transactions: [Transaction], text: [UInt8], spans: [Span], entriesOfKind: [String: [Int32]],
    problems: [Problem]
  ) {
    self.head = head
    self.transactions = transactions
    self.text = text
    self.spans = spans
    self.entriesOfKind = entriesOfKind
    self.problems = problems
  }

  /// The archive of an empty journal.
  public static let empty = Builder().finish(transactions: [])

  /// Collects the lines of a journal in order.
  public struct Builder: ~Copyable {
    private var text: [UInt8] = []
    private var spans: [Span] = []
    private var entriesOfKind: [[Int32]] = []
    private var kindNames: [String] = []
    private var kindIndex: [String: Int] = [:]
    private var lastKind = -1
    private var lastKindBytes: [UInt8] = []
    private var problems: [Problem] = []

    /// A builder that has seen nothing.
    public init() {}

    /// A builder with room for this many entries and bytes of text.
    public init(expecting entries: Int, bytes: Int) {
      text.reserveCapacity(bytes)
      spans.reserveCapacity(entries)
    }

    /// Adds the next entry's line; nil when the line is not here. Amortised O(line).
    public mutating func append(transaction: Int, line: UnsafeRawBufferPointer?, absence: Entry.Absence?) {
      let number = spans.count + 1
      var span = Span(
        offset: text.count, length: 0, transaction: Int32(clamping: transaction), retractedBy: .max,
        absence: absence)
      defer { spans.append(span) }
      guard let line, line.count >= 2, line[1] == 9 else {
        if line != nil { problems.append(Problem(entry: number, message: "it is no journal line")) }
        return
      }
      if line[0] == UInt8(ascii: "+") {
        let row = UnsafeRawBufferPointer(rebasing: line[2...])
        text.append(contentsOf: row)
        span.length = Int32(clamping: row.count)
        entriesOfKind[kind(of: row)].append(Int32(clamping: number))
      } else if line[0] == UInt8(ascii: "-") {
        guard let target = Int(String(decoding: line[2...], as: UTF8.self)), target > 0, target < number
        else {
          problems.append(Problem(entry: number, message: "it retracts an entry that does not exist"))
          return
        }
        // Of two retractions the first counts: what is gone cannot go again.
        if spans[target - 1].retractedBy == .max { spans[target - 1].retractedBy = span.transaction }
      } else {
        problems.append(Problem(entry: number, message: "it is neither an assertion nor a retraction"))
      }
    }

    private static func same(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
      guard a.count == b.count else { return false }
      for index in 0..<a.count where a[index] != b[index] { return false }
      return true
    }

    private mutating func kind(of row: UnsafeRawBufferPointer) -> Int {
      var end = 0
      while end < row.count, row[end] != 9 { end += 1 }
      let bytes = UnsafeRawBufferPointer(rebasing: row[0..<end])
      if lastKind >= 0, lastKindBytes.withUnsafeBytes({ Builder.same($0, bytes) }) { return lastKind }
      let name = String(decoding: bytes, as: UTF8.self)
      let index = kindIndex[name] ?? kindNames.count
      if index == kindNames.count {
        kindIndex[name] = index
        kindNames.append(name)
        entriesOfKind.append([])
      }
      lastKind = index
      lastKindBytes = Array(bytes)
      return index
    }

    /// The archive of what was added.
    public consuming func finish(transactions: [Transaction]) -> Archive {
      var byName: [String: [Int32]] = [:]
      for (name, entries) in zip(kindNames, entriesOfKind) { byName[name] = entries }
      let head = transactions.last.map {
        Head(transactions: $0.number, entries: spans.count, digest: $0.digest)
      }
      return Archive(
        head: head ?? .empty, transactions: transactions, text: text, spans: spans, entriesOfKind: byName,
        problems: problems)
    }
  }
}

extension Archive {
  /// The kinds of fact that occur, sorted.
  public var kinds: [String] { entriesOfKind.keys.sorted() }

  /// The transaction that recorded an entry of the journal, and the one that retracted it; nil when there is no such
  /// entry.
  public func recorded(_ entry: Int) -> (by: Int, retractedBy: Int?)? {
    guard spans.indices.contains(entry - 1) else { return nil }
    let span = spans[entry - 1]
    return (Int(span.transaction), span.retractedBy == .max ? nil : Int(span.retractedBy))
  }

  /// The entries of one kind, in the order recorded.
  public func entries(of kind: String) -> [Int] { (entriesOfKind[kind] ?? []).map(Int.init) }

  /// Why an entry's line is not here, when it is not.
  public func absence(of entry: Int) -> Entry.Absence? {
    spans.indices.contains(entry - 1) ? spans[entry - 1].absence : nil
  }

  /// The row an entry asserts, or nil when it asserts none or its line is not here.
  public func row(of entry: Int) -> String? {
    guard spans.indices.contains(entry - 1), spans[entry - 1].length > 0 else { return nil }
    let span = spans[entry - 1]
    return String(decoding: text[span.offset..<span.offset + Int(span.length)], as: UTF8.self)
  }

  /// The entries whose lines were erased or withheld.
  public var absences: [(entry: Int, absence: Entry.Absence)] {
    spans.indices.compactMap { index in spans[index].absence.map { (index + 1, $0) } }
  }

  /// What an engine derives from the archive alone: made when first asked for, then kept.
  ///
  /// The maker may be called more than once when two threads ask at the same moment; one result is kept.
  public func derived<Value: Sendable>(_ type: Value.Type, _ make: (Archive) throws -> Value) rethrows
    -> Value
  {
    let key = ObjectIdentifier(type)
    if let kept = cache.withLock({ $0[key] }) as? Value { return kept }
    let made = try make(self)
    return cache.withLock { kept in
      if let first = kept[key] as? Value { return first }
      kept[key] = made
      return made
    }
  }

  /// Every version of every fact of a type. Decoding is O(bytes), once.
  public func table<F: Fact>(_ type: F.Type) -> Table<F> {
    derived(Table<F>.self) { _ in
      var versions: [Version<F>] = []
      let entries = entriesOfKind[F.kind.name] ?? []
      versions.reserveCapacity(entries.count)
      var unreadable: [Problem] = []
      text.withUnsafeBytes { bytes in
        var common = CommonColumns.Reader()
        for entry in entries {
          let span = spans[Int(entry) - 1]
          let row = UnsafeRawBufferPointer(rebasing: bytes[span.offset..<span.offset + Int(span.length)])
          do throws(LineError) {
            versions.append(try Version(entry: entry, span: span, row: row, common: &common))
          } catch {
            unreadable.append(Problem(entry: Int(entry), message: error.message))
          }
        }
      }
      return Table(versions, unreadable: unreadable)
    }
  }

  /// The last transaction recorded before midnight in London at the end of a day; 0 when there is none.
  public func transaction(before end: Day) -> Int {
    // Transactions are in the order of their recording, so the last that qualifies is found from the end.
    transactions.last { $0.at.londonDay <= end }?.number ?? 0
  }
}

/// One version of a fact: what it says, for when, and from which transaction until which it was held.
public struct Version<F: Fact>: Sendable {
  /// What it says.
  public let fact: F
  /// When it is true.
  public let period: Period
  /// The entry that asserted it.
  public let entry: Int
  /// The transaction that asserted it.
  public let recorded: Int
  /// The transaction that retracted it; `Int.max` while none has.
  public let retracted: Int
  /// Who may see it.
  public let audience: Audience
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was taken from.
  public let source: SourceReference

  init(
    entry: Int32, span: Archive.Span, row: UnsafeRawBufferPointer, common: inout CommonColumns.Reader
  ) throws(LineError) {
    let start = try common.read(row)
    period = common.last.period
    audience = common.last.audience
    certainty = common.last.certainty
    var reader = FieldReader(row, from: start)
    source = SourceReference(common.last.source, at: try reader.next("source"))
    let subject: ID<F.Subject> = try reader.id("subject")
    fact = try F(subject: subject, from: &reader)
    try reader.end()
    self.entry = Int(entry)
    recorded = Int(span.transaction)
    retracted = span.retractedBy == .max ? .max : Int(span.retractedBy)
  }

  /// The statement it was recorded as.
  public var statement: Statement {
    Statement(fact, period, audience: audience, certainty: certainty, source: source)
  }
}

/// The versions of one type of fact, sorted by subject and start, so that those of a subject are found at once.
public struct Table<F: Fact>: Sendable {
  /// All versions, by subject, then start of period, then entry.
  public let versions: [Version<F>]
  /// Entries that could not be read as this type.
  public let unreadable: [Archive.Problem]
  private let ranges: [ID<F.Subject>: Range<Int>]

  init(_ unsorted: [Version<F>], unreadable: [Archive.Problem]) {
    versions = Table.sorted(unsorted)
    self.unreadable = unreadable
    var ranges: [ID<F.Subject>: Range<Int>] = [:]
    var start = 0
    for index in versions.indices
    where index + 1 == versions.count || versions[index + 1].fact.subject != versions[index].fact.subject {
      ranges[versions[index].fact.subject] = start..<index + 1
      start = index + 1
    }
    self.ranges = ranges
  }

  /// By subject, then start of period, then entry. What an import wrote stands in order already, so that is looked
  /// at first: it costs one pass and saves the moving of large values.
  private static func sorted(_ versions: [Version<F>]) -> [Version<F>] {
    func isBefore(_ a: Version<F>, _ b: Version<F>) -> Bool {
      if a.fact.subject != b.fact.subject { return a.fact.subject < b.fact.subject }
      if a.period.from.earliest != b.period.from.earliest {
        return a.period.from.earliest < b.period.from.earliest
      }
      return a.entry < b.entry
    }
    let isInOrder = versions.indices.dropFirst().allSatisfy { !isBefore(versions[$0], versions[$0 - 1]) }
    return isInOrder ? versions : versions.sorted(by: isBefore)
  }

  /// The versions about one subject. O(1).
  public func versions(of subject: ID<F.Subject>) -> ArraySlice<Version<F>> {
    ranges[subject].map { versions[$0] } ?? []
  }

  /// Everything something is said of, in no order.
  public var subjects: some Collection<ID<F.Subject>> { ranges.keys }
}

extension Archive {
  /// An archive of statements recorded by one transaction, in memory only: for engines' tests and for looking at a
  /// folder of text without making a record of it.
  public static func holding(_ statements: [Statement], at: Instant = Instant(seconds: 0)) -> Archive {
    var number: UInt64 = 0
    let sealed = SealedTransaction(
      statements.map(Change.assert), after: .empty, at: at, who: "nobody", why: "in memory",
      salt: {
        number += 1
        return Salt(0, number)
      })
    var builder = Builder(expecting: statements.count, bytes: statements.count * 128)
    for entry in sealed.entries {
      var line = entry.line ?? ""
      line.withUTF8 { builder.append(transaction: 1, line: UnsafeRawBufferPointer($0), absence: nil) }
    }
    return builder.finish(transactions: statements.isEmpty ? [] : [sealed.transaction])
  }
}
