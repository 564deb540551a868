internal import Chronicle
internal import Store

/// A copy of a record.
public struct BackupReport: Codable, Hashable, Sendable {
  /// The file.
  public var file: String
  /// How many transactions it holds.
  public var transactions: Int
  /// The digest that stands for them: note it, and `verify --head` shows later that nothing is missing.
  public var head: String
}

extension Record {
  /// Copies the record to a new file while it is in use, and opens the copy to see that it is whole.
  ///
  /// The copy is itself a record: to restore it, put it where the record was.
  public func backup(to file: String) throws -> BackupReport {
    try journal.backup(to: file)
    let copy = try Record.open(file, world: world)
    let report = try copy.verify()
    guard report.whole else {
      throw DeskError.blocked(
        "the copy at \(file) is not whole (\(report.broken ?? "kept files are damaged")): verify the record")
    }
    return BackupReport(file: file, transactions: report.transactions, head: report.head)
  }
}
