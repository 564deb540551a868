internal import CRulebook
internal import Vocabulary

/// The texts of all rules, as they ship: read once from the table that lies in the program.
public enum RuleCatalogue {
  /// Every rule, in the order of the rulebook.
  public static let all: [RuleText] = {
    let bytes = UnsafeBufferPointer(start: concordat_rules_bytes(), count: concordat_rules_size())
    return rules(in: String(decoding: bytes, as: UTF8.self))
  }()

  /// The rule of an identifier.
  public static func rule(_ id: RuleID) -> RuleText? { byID[id] }

  private static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// The rules of a table; a line that cannot be read is left out, and a test counts them.
  static func rules(in table: String) -> [RuleText] {
    table.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 15, let section = RuleSection(rawValue: cells[1]),
        let strength = RuleText.Strength(rawValue: cells[8]), let status = RuleText.Status(rawValue: cells[9]),
        let severity = RuleText.Severity(rawValue: cells[10]), let certainty = Certainty(rawValue: cells[11])
      else { return nil }
      return RuleText(
        id: RuleID(cells[0]), section: section, text: cells[2], citation: cells[3], from: Day(cells[4]),
        fromText: cells[5], until: Day(cells[6]), untilText: cells[7], strength: strength, status: status,
        severity: severity, certainty: certainty, sure: cells[12], facts: cells[13], finding: cells[14])
    }
  }
}
