internal import ArgumentParser
internal import Chronicle
internal import Desk
internal import Measures
internal import Register
internal import Vocabulary

struct WriteNote: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Write down what a reader of a series must know, from a day on.",
    discussion: """
      A note is shown; a step starts limits afresh, because the process itself or how it is counted changed; an \
      exclusion leaves the figures of a time out of limits and runs. What a chart suggests is never applied by itself: \
      this is where a person records it, with the reason. It is internal until --public is given, or \
      `concordat publish` with the source it prints.

        concordat note england.concordat ae.over-four-hours --body icb.frimley --from 2023-06-01 --effect step \
      --text "A trust that had tested another standard reports waits over four hours again." \
      --why "NHS England's statistical commentary of July 2023"
      """)

  @OptionGroup var target: RecordArgument

  @Argument(help: "The measure, as `concordat measures` lists it; a ratio shows the notes of its counts as well.")
  var measure: String

  @Option(help: "The body it is about; it concerns the bodies that took its place as well.")
  var body: String?

  @Flag(help: "It is about every body.")
  var all = false

  @Option(help: "The first day: 2023-06-01.")
  var from: DayArgument

  @Option(help: "The first day on which it is no longer so; an exclusion needs one.")
  var until: DayArgument?

  @Option(help: "note, step or exclude.", transform: SeriesNote.Effect.told)
  var effect: SeriesNote.Effect

  @Option(help: "What happened, in a sentence.")
  var text: String

  @OptionGroup var word: WordOptions

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if (body != nil) == all { throw ValidationError("say of whom it is: --body with a body, or --all") }
  }

  func run(on console: Console) throws -> ExitStatus {
    let record = try target.open(console)
    let register = try record.snapshot(on: from.day, audience: .restricted).register
    let note = SeriesNote(
      try record.measureID(measure), about: try body.map { try register.one($0).body }, effect, text)
    try word.print(record.note(note, from: from.day, until: until?.day, on: word.word()), output, on: console)
    return .done
  }
}
