internal import Chronicle
internal import Desk
internal import Vocabulary

/// A plan as people read it: by file and subject, one row a line, in the manner of an infrastructure plan.
enum PlanText {
  /// The most rows shown; the rest are counted.
  static let shown = 400

  static func of(_ plan: Plan, width: Int?) -> String {
    var text = ""
    var file: String?
    var subject: String?
    for step in plan.steps.prefix(shown) {
      if step.file != file {
        text += (file == nil ? "" : "\n") + step.file + "\n"
        file = step.file
        subject = nil
      }
      if step.subject != subject {
        text += "  \(step.subject)\n"
        subject = step.subject
      }
      let kept = step.sign == .remove && !plan.prune ? "   (stays: no --prune)" : ""
      text += line("    \(step.sign.rawValue) " + told(step.row, against: step.before) + kept, width)
    }
    if plan.steps.count > shown {
      text += "\n… and \(plan.steps.count - shown) rows more: --json lists them all.\n"
    }
    if !plan.steps.isEmpty { text += "\n" }
    for note in plan.notes { text += note + "\n" }
    if plan.blocks > 0 { text += "\(plan.blocks) blocks of figures come with the folder.\n" }
    return text + plan.summary + "\n"
  }

  /// The findings, a line each, the first fifty of them.
  static func findings(_ plan: Plan) -> [String] {
    var lines = plan.findings.prefix(50).map(\.description)
    if plan.findings.count > 50 { lines.append("… and \(plan.findings.count - 50) more") }
    return lines
  }

  /// One row for each step, for programs.
  static func table(_ plan: Plan) -> Table {
    var table = Table([
      .init("Sign"), .init("File"), .init("Line", isNumber: true), .init("Subject"), .init("Row"),
      .init("Before"),
    ])
    // The signs are words here: a spreadsheet takes + and - for the start of a formula.
    let words: [Plan.Sign: String] = [.add: "add", .remove: "remove", .change: "change"]
    table.rows = plan.steps.map { step in
      [
        words[step.sign] ?? "", step.file, step.line.map(String.init) ?? "", step.subject, step.row,
        step.before ?? "",
      ]
    }
    return table
  }

  /// What a row says; for a change, column by column what was and what is to be.
  private static func told(_ row: String, against before: String?) -> String {
    guard let now = try? Statement(row) else { return row }
    guard let before, let then = try? Statement(before) else {
      return ([dates(now)] + now.fields.filter { !$0.isEmpty }).joined(separator: "  ")
    }
    var parts: [String] = []
    func compare(_ name: String, _ old: String, _ new: String) {
      if old != new {
        parts.append("\(name): \(old.isEmpty ? "(empty)" : old) → \(new.isEmpty ? "(empty)" : new)")
      }
    }
    compare("until", then.period.untilText, now.period.untilText)
    for (index, field) in now.fields.enumerated() where then.fields.indices.contains(index) {
      compare("", then.fields[index], field)
    }
    compare("certainty", then.certainty.rawValue, now.certainty.rawValue)
    compare("audience", then.audience.rawValue, now.audience.rawValue)
    compare("source", then.source.text, now.source.text)
    let what = now.fields.first.map { "  " + $0 } ?? ""
    return dates(now) + what + "  { "
      + parts.map { $0.hasPrefix(": ") ? String($0.dropFirst(2)) : $0 }.joined(separator: "; ")
      + " }"
  }

  private static func dates(_ statement: Statement) -> String { statement.period.description }

  private static func line(_ text: String, _ width: Int?) -> String {
    DisplayWidth.cut(text, to: width ?? .max) + "\n"
  }
}
