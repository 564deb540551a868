public import Chronicle
internal import Exchange
internal import Formats
internal import Store
public import Vocabulary

extension Record {
  /// Keeps a file as the text of a source: the file as it is, and its words line by line, in one transaction.
  ///
  /// A text is somebody's writing, so it is internal until `publish` makes it public. Another file for the same source
  /// takes the place of the first. Throws when the source is not known, or the file is no text in UTF-8.
  public func importText(_ path: String, of source: ID<Source>, why: String? = nil) throws -> ImportReport {
    let bytes = try ByteSource.file(path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard bytes.size <= Record.largestText else {
      throw DeskError.refused("\(name) has \(bytes.size) bytes, and a text at most \(Record.largestText)")
    }
    let raw = try bytes.read(at: 0, count: bytes.size)
    guard let text = String(validating: raw, as: UTF8.self), !raw.contains(0) else {
      throw DeskError.refused("\(name) is no text in UTF-8: save it as plain text in that encoding")
    }
    let clean = CleanText(text)
    guard !clean.lines.isEmpty else { throw DeskError.refused("\(name) says nothing: give the file of the text") }
    let block = Content(clean.block.encoded)
    let original = Original(source, file: name, format: "text", bytes: raw.count, digest: Digest(of: raw))
    let kept = KeptText(source, block: block.digest, count: clean.lines.count)
    let erased = Set(try journal.erasedContents())
    guard !erased.contains(original.digest), !erased.contains(block.digest) else {
      throw DeskError.refused("\(name) was lawfully erased from this record: it is not taken in again")
    }
    let done = try commit { archive in
      guard archive.table(Source.self).versions(of: source).contains(where: { $0.retracted == .max }) else {
        throw DeskError.refused("the record has no source '\(source)': `concordat apply` adds it, in sources.tsv")
      }
      let change = Record.keeping(original, kept, in: archive)
      let title = why ?? "Kept the text of \(source)"
      return Draft(why: title, changes: change, contents: [Content(raw), block], result: ())
    }
    var report = ImportReport(file: path, status: done.transaction == nil ? .unchanged : .imported)
    report.format = original.format
    report.audience = Audience.internal.rawValue
    report.source = source.text
    report.rowsRead = clean.lines.count
    report.entriesAdded = done.transaction?.count ?? 0
    report.transaction = done.transaction?.number
    if done.transaction == nil { report.notes = ["the record has this text already"] }
    return report
  }

  /// The largest text taken in.
  static let largestText = 4 << 20

  /// The changes that make a file and its words the text of their source; none where they are.
  private static func keeping(_ original: Original, _ text: KeptText, in archive: Archive) -> [Change] {
    let files = archive.table(Original.self).versions(of: original.subject).filter {
      $0.retracted == .max && $0.fact.format == original.format
    }
    let texts = archive.table(KeptText.self).versions(of: text.subject).filter { $0.retracted == .max }
    if files.contains(where: { $0.fact.digest == original.digest }), texts.contains(where: { $0.fact == text }) {
      return []
    }
    let source = SourceReference(text.subject)
    return (files.map(\.entry) + texts.map(\.entry)).map(Change.retract) + [
      .assert(Statement(original, .always, audience: .internal, source: source)),
      .assert(Statement(text, .always, audience: .internal, certainty: .derived, source: source)),
    ]
  }
}
