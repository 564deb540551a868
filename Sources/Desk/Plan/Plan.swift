internal import Chronicle
internal import Store

/// How a folder of text differs from a record, and so what applying it would do.
public struct Plan: Encodable, Sendable {
  /// What happens to a row.
  public enum Sign: String, Encodable, Hashable, Sendable {
    /// The folder has it and the record does not.
    case add = "+"
    /// The record has it and the folder's file of that name does not.
    case remove = "-"
    /// The folder has it with other values.
    case change = "~"
  }

  /// A row that differs.
  public struct Step: Encodable, Hashable, Sendable {
    /// What happens to it.
    public let sign: Sign
    /// The file it stands in.
    public let file: String
    /// The line of the folder's file; nil for one that is only in the record.
    public let line: Int?
    /// What it is about.
    public let subject: String
    /// The row as the folder has it, or for a removal as the record has it.
    public let row: String
    /// For a change, the row as the record has it.
    public let before: String?
  }

  /// Something that has to be put right before the folder can be applied.
  public struct Finding: Encodable, Hashable, Sendable, CustomStringConvertible {
    /// The file.
    public let file: String
    /// The line, where there is one.
    public let line: Int?
    /// What is wrong and what to do.
    public let reason: String

    /// `names.tsv:12: …`.
    public var description: String { line.map { "\(file):\($0): \(reason)" } ?? "\(file): \(reason)" }
  }

  /// The rows that differ, by file, subject and start.
  public internal(set) var steps: [Step] = []
  /// What stands in the way. Nothing is applied while there is any.
  public internal(set) var findings: [Finding] = []
  /// What a person should know.
  public internal(set) var notes: [String] = []
  /// Rows to be added.
  public internal(set) var added = 0
  /// Rows to be changed.
  public internal(set) var changed = 0
  /// Rows of the record that the folder does not have.
  public internal(set) var removed = 0
  /// Blocks that come with the folder and are new.
  public internal(set) var blocks = 0
  /// Whether rows that the folder does not have are retracted.
  public internal(set) var prune: Bool
  /// The transaction that applied it; nil before, and when there was nothing to do.
  public internal(set) var transaction: Int?
  /// The digest that stands for the record, after the plan was applied or as it was compared.
  public internal(set) var head: String

  var changes: [Change] = []
  var contents: [Content] = []

  init(prune: Bool, head: String) {
    self.prune = prune
    self.head = head
  }

  private enum CodingKeys: String, CodingKey {
    case steps, findings, notes, added, changed, removed, blocks, prune, transaction, head
  }

  /// Whether the folder and the record say the same.
  public var isEmpty: Bool { steps.isEmpty && findings.isEmpty }

  /// What it comes to, in a sentence.
  public var summary: String {
    if !findings.isEmpty {
      let count = findings.count
      return
        "\(count) \(count == 1 ? "finding stands" : "findings stand") in the way: the folder cannot be applied."
    }
    if steps.isEmpty { return "No differences: the record says what the folder says." }
    var text = "Plan: \(added) to add, \(changed) to change, \(removed) to remove."
    if removed > 0, !prune {
      text += " What the folder lacks stays in the record unless --prune is given."
    }
    return text
  }
}
