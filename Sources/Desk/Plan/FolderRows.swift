internal import Chronicle
internal import Foundation
internal import Vocabulary

/// The rows of a folder's tables, read and checked one by one.
struct FolderRows {
  /// A row of the folder.
  struct Row {
    let file: String
    let line: Int
    let statement: Statement
    /// Its canonical text, by which it is compared.
    let text: String
  }

  private(set) var rows: [Row] = []
  /// The kinds whose file is in the folder.
  private(set) var kinds: Set<String> = []
  private(set) var findings: [Plan.Finding] = []

  /// Reads every table. Bad rows become findings; reading goes on, so that a person sees all of them at once.
  init(_ text: FolderText) {
    var seen: [String: (file: String, line: Int)] = [:]
    for table in text.tables { read(table, &seen) }
  }

  /// The most findings worth listing.
  static let listed = 50

  private mutating func find(_ file: String, _ line: Int?, _ reason: String) {
    findings.append(Plan.Finding(file: file, line: line, reason: reason))
  }

  private mutating func read(_ table: FolderText.Table, _ seen: inout [String: (file: String, line: Int)]) {
    let expected = expectedKinds(of: table.name)
    guard !expected.isEmpty else {
      return find(
        table.name, nil,
        "no kind of fact is kept in a file of this name: correct the name, or take the file away")
    }
    if let known = Kinds.byFile[table.name]?.first, known.isOfJournal {
      return find(
        table.name, nil,
        "these facts belong to one record's journal and cannot be applied: erasures are made with `concordat redact`"
      )
    }
    guard table.bytes.last == 10 else {
      return find(table.name, nil, "the file does not end with a line feed: it may have been cut short")
    }
    kinds.formUnion(expected)
    var number = 0
    for line in table.bytes.dropLast().split(separator: 10, omittingEmptySubsequences: false) {
      number += 1
      if number == 1 {
        guard line.elementsEqual(Kinds.header(of: table.name).utf8) else {
          return find(
            table.name, 1,
            "the header must be: \(Kinds.header(of: table.name).replacing("\t", with: " <tab> "))")
        }
        continue
      }
      do throws(LineError) {
        let row = try FolderRows.row(line, of: expected, file: table.name, number: number)
        if let first = seen[row.text] {
          find(table.name, number, "the same row stands in \(first.file):\(first.line): remove one of them")
        } else {
          seen[row.text] = (table.name, number)
          rows.append(row)
        }
      } catch {
        find(table.name, number, error.message)
      }
    }
  }

  private func expectedKinds(of file: String) -> Set<String> {
    if let known = Kinds.byFile[file] { return Set(known.map(\.kind.name)) }
    guard file.hasSuffix(".tsv") else { return [] }
    let name = String(file.dropLast(4))
    // A known kind's rows belong in that kind's own file, not in one named after it.
    return Kinds.isKindName(name) && Kinds.byName[name] == nil ? [name] : []
  }

  private static func row(
    _ bytes: ArraySlice<UInt8>, of expected: Set<String>, file: String, number: Int
  ) throws(LineError) -> Row {
    if bytes.isEmpty { throw LineError("an empty line: take it out") }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw LineError("the line is not UTF-8: save the file in that encoding")
    }
    if bytes.contains(where: { $0 >= 128 }),
      !text.precomposedStringWithCanonicalMapping.utf8.elementsEqual(bytes)
    {
      throw LineError("the line is not in Unicode normalisation form C: normalise the file")
    }
    let statement = try Statement(text)
    guard expected.contains(statement.kind) else {
      let names = expected.sorted().joined(separator: " or ")
      throw LineError("'\(statement.kind)' does not belong in this file: its rows are of the kind \(names)")
    }
    try Kinds.byName[statement.kind]?.check(text)
    if statement.period.isEmpty {
      throw LineError(
        "it ends on or before the day it begins: the second date is the first day it is no longer true")
    }
    if statement.source.source == nil, statement.kind != Source.kind.name {
      throw LineError("it names no source: every fact but a source's own says where it was taken from")
    }
    return Row(file: file, line: number, statement: statement, text: statement.text)
  }
}
