internal import Chronicle
internal import Store
public import Vocabulary

/// One transaction, as a log shows it.
public struct LogEntry: Codable, Hashable, Sendable {
  /// Its number.
  public var transaction: Int
  /// When it was recorded, in Coordinated Universal Time.
  public var at: String
  /// Who made it.
  public var who: String
  /// Why.
  public var why: String
  /// How many entries it has.
  public var entries: Int
  /// The number of its first entry.
  public var firstEntry: Int
  /// Its digest.
  public var digest: String
  /// Its lines, where they were asked for.
  public var lines: [LogLine]?
}

/// One line of a transaction.
public struct LogLine: Codable, Hashable, Sendable {
  /// The entry's number.
  public var entry: Int
  /// The line; nil when it is not here or not for the one who asks.
  public var line: String?
  /// Why there is no line: `redacted`, `withheld`, or `not for you`.
  public var absence: String?
  /// For an erased line, the ground.
  public var ground: String?
  /// The transaction that took the entry back.
  public var retractedBy: Int?
}

extension Record {
  /// The transactions, oldest first.
  public func log() throws -> [LogEntry] {
    var first = 1
    return try archive().transactions.map { transaction in
      defer { first += transaction.count }
      return LogEntry(
        transaction: transaction.number, at: transaction.at.description, who: transaction.who,
        why: transaction.why, entries: transaction.count, firstEntry: first, digest: transaction.digest.hex)
    }
  }

  /// One transaction with its lines, those of them an audience may see.
  public func log(of number: Int, for audience: Audience) throws -> LogEntry {
    guard var entry = try log().first(where: { $0.transaction == number }) else {
      throw DeskError.refused("the record has no transaction t\(number): it has \(try head().transactions)")
    }
    let archive = try archive()
    let grounds = Dictionary(
      archive.table(Redaction.self).versions.map { ($0.fact.entry, $0.fact.ground) },
      uniquingKeysWith: { first, _ in first })
    var lines: [LogLine] = []
    try journal.read { sealed in
      guard sealed.transaction.number == number else { return }
      lines = sealed.entries.map { stored in
        var line = LogLine(entry: stored.number)
        line.retractedBy = archive.recorded(stored.number)?.retractedBy
        line.absence = stored.absence?.rawValue
        line.ground = grounds[stored.number]
        if let text = stored.line {
          if case .assert(let statement)? = try? Change(line: text), !audience.maySee(statement.audience) {
            line.absence = "not for you"
          } else {
            line.line = text
          }
        }
        return line
      }
    }
    entry.lines = lines
    return entry
  }
}
