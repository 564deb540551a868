internal import Chronicle
internal import Store
internal import Vocabulary

extension FolderText {
  /// The text of what an archive says now, as everyone may see it. O(bytes).
  ///
  /// One table for each kind of fact, rows in the order of the bytes of subject, start and the line itself; equal
  /// rows once. Kinds this version does not know are written as they stand.
  init(of archive: Archive, in journal: Journal) throws {
    var rows: [String: [Row]] = [:]
    var blocks: Set<Digest> = []
    for kind in archive.kinds {
      let known = Kinds.byName[kind]
      if known?.isOfJournal == true { continue }
      guard let file = Kinds.file(of: kind) else {
        throw DeskError.blocked(
          "facts of the kind '\(kind)' cannot be written to a file of that name: nothing was exported")
      }
      for entry in archive.entries(of: kind) where archive.recorded(entry)?.retractedBy == nil {
        guard let line = archive.row(of: entry), let row = Row(line) else { continue }
        rows[file, default: []].append(row)
        if let column = known?.blockColumn,
          let digest = try row.field(7 + column).flatMap({ Digest(hex: $0) })
        {
          blocks.insert(digest)
        }
      }
    }
    let kept = try blocks.isEmpty ? [] : Set(journal.contents())
    self.init(
      tables: rows.map { file, rows in Table(name: file, bytes: FolderText.write(rows, to: file)) },
      blocks: blocks.filter { kept.contains($0) }
    ) { digest in
      guard let bytes = try journal.content(digest) else {
        throw DeskError.blocked(
          "the figures \(digest.short) were erased while the record was being exported: try again")
      }
      return bytes
    }
  }

  private static func write(_ rows: [Row], to file: String) -> [UInt8] {
    var bytes = Array(Kinds.header(of: file).utf8)
    bytes.append(10)
    var last: String?
    for row in rows.sorted(by: Row.precedes) where row.line != last {
      bytes.append(contentsOf: row.line.utf8)
      bytes.append(10)
      last = row.line
    }
    return bytes
  }

  /// A public row, with what it is sorted by.
  private struct Row {
    let line: String
    let subject: Substring.UTF8View
    let from: Substring.UTF8View

    /// Nil when the row is not public or is no row.
    init?(_ line: String) {
      let fields = line.utf8.split(separator: 9, maxSplits: 7, omittingEmptySubsequences: false)
      guard fields.count >= 7, fields[3].elementsEqual(Audience.public.rawValue.utf8) else { return nil }
      self.line = line
      subject = fields[6]
      from = fields[1]
    }

    func field(_ index: Int) throws -> String? {
      let fields = try Line.split(line)
      return fields.indices.contains(index) ? fields[index] : nil
    }

    static func precedes(_ a: Row, _ b: Row) -> Bool {
      if !a.subject.elementsEqual(b.subject) { return a.subject.lexicographicallyPrecedes(b.subject) }
      if !a.from.elementsEqual(b.from) { return a.from.lexicographicallyPrecedes(b.from) }
      return a.line.utf8.lexicographicallyPrecedes(b.line.utf8)
    }
  }
}
