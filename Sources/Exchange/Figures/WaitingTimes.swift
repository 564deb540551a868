internal import Measures
internal import Vocabulary

/// The measures of the referral-to-treatment extract, each with the column of the block it stands in.
enum WaitingTimes {
  struct Item: Sendable {
    let column: String
    let definition: MeasureDefinition

    init(_ column: String, _ subject: String, _ name: String, _ meaning: String) {
      self.column = column
      definition = .count(subject, name, unit: "pathways", meaning: meaning)
    }

    /// The same counted by provider: a measure of its own, because its basis is another.
    var byProvider: Item {
      Item(
        column, definition.subject.text + ".by-provider", definition.name + ", by provider",
        definition.meaning + " Counted where the care is provided.")
    }
  }

  /// Counted on the last day of the month.
  static let waiting = [
    Item(
      "incomplete", "waiting-list.incomplete", "Waiting to start treatment",
      "Pathways of patients referred for consultant-led treatment who were still waiting to start it at the end of the"
        + " month. One person may be on several."),
    Item(
      "within-18-weeks", "waiting-list.incomplete-within-18-weeks", "Waiting up to 18 weeks",
      "Pathways still waiting at the end of the month, for no more than 18 weeks."),
    Item(
      "over-52-weeks", "waiting-list.incomplete-over-52-weeks", "Waiting more than 52 weeks",
      "Pathways still waiting at the end of the month, for more than 52 weeks."),
    Item(
      "over-65-weeks", "waiting-list.incomplete-over-65-weeks", "Waiting more than 65 weeks",
      "Pathways still waiting at the end of the month, for more than 65 weeks."),
    Item(
      "over-78-weeks", "waiting-list.incomplete-over-78-weeks", "Waiting more than 78 weeks",
      "Pathways still waiting at the end of the month, for more than 78 weeks."),
  ]

  /// Counted during the month.
  static let pathways = [
    Item(
      "completed-admitted", "pathways.completed-admitted", "Completed pathways, admitted",
      "Pathways that ended in the month with treatment as an admitted patient."),
    Item(
      "completed-non-admitted", "pathways.completed-non-admitted", "Completed pathways, not admitted",
      "Pathways that ended in the month in another way than by treatment as an admitted patient."),
    Item(
      "started", "pathways.started", "New pathways", "Pathways that began in the month."),
  ]

  static let waitingByProvider = waiting.map(\.byProvider)

  private static let shares: [MeasureDefinition] = [
    .ratio(
      "waiting-list.share-within-18-weeks", "Share waiting up to 18 weeks", of: waiting[1].definition,
      per: waiting[0].definition,
      meaning: "Of the pathways still waiting, those waiting no more than 18 weeks."),
    .ratio(
      "waiting-list.share-over-52-weeks", "Share waiting more than 52 weeks", of: waiting[2].definition,
      per: waiting[0].definition, meaning: "Of the pathways still waiting, those waiting more than 52 weeks."),
  ]

  static let definitions = (waiting + pathways + waitingByProvider).map(\.definition) + shares
}
