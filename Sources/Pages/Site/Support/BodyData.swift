internal import Answers
internal import Register
internal import Vocabulary

/// A body's page as rows: what is said, of what, from when to when, how surely and from where.
enum BodyData {
  static func csv(_ answer: BodyAnswer) -> Reply {
    var rows = [
      [
        "name", answer.body.name, answer.body.id, answer.body.from.text ?? "", answer.body.until.text ?? "",
        "",
      ]
        + origin(answer.body)
    ]
    rows += answer.names.map { span("\($0.usage.rawValue) name", $0.name, "", $0) + origin($0) }
    rows += answer.body.codes.map { span("\($0.scheme) code", $0.code, "", $0) + origin($0) }
    if let law = answer.law { rows.append(span("legal form", law.form.rawValue, "", law) + origin(law)) }
    rows += answer.upward.map { span($0.typeWritten, $0.name, $0.id, $0) + origin($0) }
    rows += answer.parts.flatMap(\.members).map {
      span("has as a part or member", $0.name, $0.id, $0) + origin($0)
    }
    rows += answer.councils.map { ["council", $0.name, $0.id, "", "", number($0.share)] + origin($0) }
    rows += answer.boards.map {
      ["board", $0.board.name, $0.board.id, "", "", number($0.share)] + origin($0)
    }
    rows += answer.predecessors.flatMap { successions("came from", $0) }
    rows += answer.successors.flatMap { successions("passed to", $0) }
    return DataReply.csv(
      header: ["what", "value", "id", "from", "until", "share", "certainty", "source"], rows: rows,
      name: "\(answer.body.id)-\(answer.asAt.trueOn)")
  }

  private static func span(_ what: String, _ value: String, _ id: String, _ span: some Spanning) -> [String] {
    [what, value, id, span.from.text ?? "", span.until.text ?? "", ""]
  }

  private static func origin(_ thing: some Sourced) -> [String] { [thing.certainty.rawValue, thing.source] }

  static func number(_ share: Double) -> String { share.isFinite ? String(share) : "" }

  /// One row for each way it was counted; one without a share where it was not.
  static func successions(_ what: String, _ entry: SuccessionEntry) -> [[String]] {
    let start = [what + (entry.planned ? " (planned)" : ""), entry.name, entry.id, entry.date.text ?? "", ""]
    if entry.shares.isEmpty { return [start + [""] + origin(entry)] }
    return entry.shares.map { share in
      [start[0] + ", \(share.unit)"] + start.dropFirst() + [number(share.share)] + origin(share)
    }
  }
}
