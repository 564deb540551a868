internal import ArgumentParser
internal import Chronicle
internal import Desk
internal import Measures
internal import Register
internal import Vocabulary

struct WriteComment: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "comment",
    abstract: "Write down what a body says of its figures in a month, and does about them.",
    discussion: """
      With a priority, an action, an owner and a day of review it makes the thread that the site shows under \
      Priorities. What was said of the same measure and month gives way; a later month without an action leaves the \
      one before standing. Without a measure it is about the month as a whole. It is internal until --public is given, \
      or `concordat publish` with the source it prints.

        concordat comment england.concordat icb.greater-manchester ae.share-over-four-hours --month 2025-07 \
      --priority "Shorter waits in A&E" --text "Fewer wait, and 78 in 100 is not in sight." \
      --action "Same-day emergency care at every site" --owner "Chief operating officer" --review 2025-09-30
      """)

  @OptionGroup var target: RecordArgument

  @Argument(help: "The body: an id, or a code with its date.")
  var body: String

  @Argument(help: "The measure, as `concordat measures` lists it; none for the month as a whole.")
  var measure: String?

  @Option(help: "The month it is said of: 2026-01.")
  var month: String

  @Option(help: "What is said.")
  var text: String

  @Option(help: "The priority the measure serves.")
  var priority = ""

  @Option(help: "What is being done.")
  var action = ""

  @Option(help: "Who does it: a post, never a person's name.")
  var owner = ""

  @Option(help: "When it is looked at again: 2026-06-30, or 2026-06.")
  var review: String?

  @OptionGroup var word: WordOptions

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if Day("\(month)-01") == nil { throw ValidationError("'\(month)' is no month: write --month 2026-01") }
    if let review, Moment(review)?.isDated != true {
      throw ValidationError("'\(review)' is no day of review: write --review 2026-06-30, or 2026-06")
    }
    if review != nil, action.isEmpty, priority.isEmpty {
      throw ValidationError("a review is of something: give --action or --priority with it")
    }
  }

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    let first = Day("\(month)-01") ?? .distantPast
    let snapshot = try record.snapshot(on: first.startOfNextMonth.advanced(by: -1), audience: .restricted)
    let commentary = Commentary(
      try snapshot.register.one(body).body, on: try measure.map { try record.measureID($0) }, priority: priority, text,
      action: action, owner: owner, review: review.flatMap { Moment($0) })
    try word.print(record.comment(commentary, of: first, on: word.word()), output, on: console)
    return .done
  }
}

extension Moment {
  /// A day, a month or a year, and not merely before or after one.
  fileprivate var isDated: Bool { earliest != .distantPast && latest != .distantFuture }
}
