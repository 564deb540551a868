internal import Answers
internal import Chronicle
internal import Vocabulary

/// The command lines that write down what a page invites: the site itself has no way to write.
///
/// Words in capitals are to be replaced by whoever types the line.
enum Recording {
  /// What a body says of a measure in a month, and does about it.
  static func comment(on body: String, _ visit: Visit) -> String {
    let month = visit.snapshot.trueOn.startOfMonth.advanced(by: -1)
    return "concordat comment RECORD \(body) MEASURE --month \(month.description.prefix(7)) \\\n"
      + "  --priority \"WHAT MATTERS\" --text \"WHAT THE FIGURES SHOW\" --action \"WHAT IS DONE\" \\\n"
      + "  --owner \"POST\" --review \(visit.snapshot.trueOn.startOfNextMonth.startOfNextMonth) --public"
  }

  /// The step change that a series suggests, with the reason that only a person can give.
  static func step(_ suggestion: SeriesAnswer.Suggestion, of series: SeriesAnswer) -> String {
    "concordat note RECORD \(series.measure) --body \(series.body) --from \(suggestion.from) --effect step \\\n"
      + "  --text \"WHAT CHANGED\" --why \"HOW IT IS KNOWN\" --public"
  }
}
