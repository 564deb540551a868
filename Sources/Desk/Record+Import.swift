internal import Chronicle
internal import Exchange
internal import Formats
internal import Foundation
internal import Register
internal import Store
internal import Vocabulary

extension Record {
  /// Reads one file into the record in one transaction, or leaves the record as it is and says why.
  ///
  /// The file is recognised by what is in it. What came of an official publication is public unless the options say
  /// otherwise; anything else is internal until it is published. The file itself is kept beside the journal.
  public func importFile(_ path: String, _ options: ImportOptions) -> ImportReport {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    do {
      return try read(path, named: name, options)
    } catch {
      var report = ImportReport(file: path, status: .refused)
      switch error {
      case let error as FormatError:
        report.status = error.kind == .unreadable ? .blocked : .refused
        report.error = error.description
      case let error as StoreError:
        report.status = .blocked
        report.error = error.description
      case let error as DeskError:
        if case .blocked = error { report.status = .blocked }
        report.error = error.description
      case let error as ImportError: report.error = error.message
      case let error as LineError: report.error = error.message
      default:
        report.status = .blocked
        report.error = "the record could not be written: \(StoreError.plain(error))"
      }
      return report
    }
  }

  /// No larger file is taken in.
  public static let largestImport = 1 << 30

  private func read(_ path: String, named name: String, _ options: ImportOptions) throws -> ImportReport {
    let bytes = try ByteSource.file(path, name: name)
    guard bytes.size > 0 else { throw DeskError.refused("\(name) is empty: get it again") }
    guard bytes.size <= Record.largestImport else {
      throw DeskError.refused(
        "\(name) has \(bytes.size) bytes and at most \(Record.largestImport) are taken in: import it zipped, as it was "
          + "published, or in parts")
    }
    options.progress("\(name): reading")
    let file = try InputFile(name: name, bytes: bytes, statedPublication: options.published)
    if let known = try reportIfKnown(file, path: path) { return known }
    let reader = try Recogniser(options).reader(of: file)
    let audience: Audience = reader.isOfficialPublication && !options.isInternal ? .public : .internal
    // Codes stand for the bodies its readers may see, so that a public fact never names a body that is not public.
    let reading = try reader.read(file, register: snapshot(audience: audience).register)
    guard !reading.statements.isEmpty || !reading.figures.isEmpty || !reading.lookups.isEmpty else {
      guard !reading.notes.isEmpty, reading.refused.isEmpty else {
        throw DeskError.refused("\(name) was read as \(reader.format) and nothing in it can be used")
      }
      // A list that only confirms or contradicts what is known: its findings are told, and nothing is stored.
      var report = ImportReport(file: path, status: .unchanged)
      report.format = reader.format
      report.rowsRead = reading.rowsRead
      report.notes = reading.notes
      return report
    }
    options.progress("\(name): storing \(reading.rowsRead) rows")
    let importer = try Importer(reading, of: file, as: reader, for: audience)
    try refuseErased(importer, file)
    let done = try commit { archive in
      let outcome = try importer.outcome(against: archive, blocks: blocks)
      let why =
        options.why ?? (audience == .public ? "Imported \(reading.title)" : "Imported an internal file")
      return Draft(why: why, changes: outcome.changes, contents: importer.contents, result: outcome)
    }
    var report = ImportReport(file: path, status: .imported)
    report.format = reader.format
    report.audience = audience.rawValue
    report.source = importer.source.text
    report.rowsRead = reading.rowsRead
    report.rowsRefusedCount = reading.refused.count
    report.rowsRefused = reading.refused.prefix(ImportReport.listed).map {
      .init(row: $0.row, reason: $0.reason)
    }
    report.measures = importer.measures
    report.lookups = importer.lookups
    report.entriesAdded = done.transaction?.count ?? 0
    report.transaction = done.transaction?.number
    report.changedCellsCount = done.result.changedCellsCount
    report.changedCells = done.result.changedCells
    report.registerChangesCount = done.result.registerChangesCount
    report.registerChanges = done.result.registerChanges
    report.notes = reading.notes + done.result.notes
    return report
  }

  /// The report of a file whose bytes the record has already.
  private func reportIfKnown(_ file: InputFile, path: String) throws -> ImportReport? {
    let archive = try archive()
    guard
      let version = archive.table(Original.self).versions
        .first(where: { $0.fact.digest == file.digest && $0.retracted == .max })
    else { return nil }
    var report = ImportReport(file: path, status: .unchanged)
    report.format = version.fact.format
    report.audience = version.audience.rawValue
    report.source = version.fact.subject.text
    report.notes = ["the record has this file already, since transaction t\(version.recorded)"]
    if version.audience != .public {
      report.notes.append("it is not public: `concordat publish` makes it so")
    }
    return report
  }

  private func refuseErased(_ importer: Importer, _ file: InputFile) throws {
    let erased = Set(try journal.erasedContents())
    if importer.contents.contains(where: { erased.contains($0.digest) }) {
      throw DeskError.refused(
        "\(file.name) holds what was lawfully erased from this record: it is not taken in again")
    }
  }
}
