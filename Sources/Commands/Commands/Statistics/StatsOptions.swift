internal import ArgumentParser
internal import Statistics
internal import Vocabulary

/// How sure intervals are to be.
struct ConfidenceOptions: ParsableArguments {
  @Option(
    name: .customLong("confidence"),
    help: "0.95 or 95; several with commas between them; or none.")
  var text = "0.95"

  func validate() throws {
    guard text != "none" else { return }
    for word in words where Double(word).flatMap({ Confidence($0) }) == nil {
      throw ValidationError(
        "'\(word)' is no confidence: write a number from 0.9 to 1 or from 90 to 100, several with commas, or none")
    }
    if Set(levels).count != words.count { throw ValidationError("--confidence names a level twice") }
  }

  /// The levels asked for; none where no intervals are wanted.
  var levels: [Confidence] { text == "none" ? [] : words.compactMap { Double($0).flatMap { Confidence($0) } } }

  private var words: [Substring] { text.split(separator: ",", omittingEmptySubsequences: false) }

  /// Whether the level itself is a column: where there is just one.
  private var isSingle: Bool { levels.count == 1 }

  var settingColumns: [String] { isSingle ? ["confidence_arg"] : [] }
  var settings: [StatsResult.Cell] { isSingle ? [.number(Double(text))] : [] }

  /// `lowercl` and `uppercl` for one level, `lower95_0cl` and so on for several.
  var limitColumns: [String] {
    isSingle ? ["lowercl", "uppercl"] : levels.flatMap { ["lower\($0.word)cl", "upper\($0.word)cl"] }
  }

  func limits(_ limits: (Confidence) -> Interval?) -> [StatsResult.Cell] {
    levels.flatMap { level -> [StatsResult.Cell] in
      let interval = limits(level)
      return [.number(interval?.lower), .number(interval?.upper)]
    }
  }

  var noteColumns: [String] { levels.isEmpty ? ["statistic"] : ["confidence", "statistic", "method"] }

  func notes(_ statistic: String, _ method: String) -> [StatsResult.Cell] {
    levels.isEmpty ? [.text(statistic)] : [.text(percentages), .text(statistic), .text(method)]
  }

  private var percentages: String { levels.map(\.percentage).joined(separator: ", ") }

  /// Full confidence is for proportions alone: other limits would be nought and infinity.
  func refuseCertainty() throws {
    if levels.contains(where: { $0.share == 1 }) {
      throw Failure(.usage, "a confidence of 100% is possible for proportions alone: give one below it")
    }
  }
}

extension Confidence {
  /// `99.8%`.
  fileprivate var percentage: String { Decimals.rounded(share * 100, places: 6) + "%" }

  /// `99_8`.
  var word: String {
    let text = Decimals.rounded(share * 100, places: 4)
    return (text.contains(".") ? text : text + ".0").replacing(".", with: "_")
  }
}

/// What a value is a count per.
struct MultiplierOption: ParsableArguments {
  @Option(help: "How many people a value is for: 100000 for most rates, 100 for percentages.")
  var multiplier: Double?

  func validate() throws {
    if let multiplier, !(multiplier > 0 && multiplier.isFinite) {
      throw ValidationError("--multiplier must be above nought")
    }
  }
}

/// The standard population that rates are weighted by.
struct StandardOption: ParsableArguments {
  @Option(
    name: .customLong("standard-population"),
    help: "The standard population: column (stdpop), esp2013 or esp2013-21, joined by the column ageband.")
  var word: Word?

  enum Word: String, ExpressibleByArgument, CaseIterable {
    case column, esp2013
    case esp2013Detailed = "esp2013-21"
  }

  /// The standard population of each row of a group.
  func weights(_ group: StatsGroup, _ sheet: StatsSheet) throws -> [Double] {
    let word = word ?? (sheet.has("stdpop") ? .column : .esp2013)
    if word == .column { return try group.rows.map { try sheet.population($0, "stdpop") } }
    let standard: StandardPopulation = word == .esp2013 ? .european2013 : .european2013Detailed
    do {
      return try standard.weights(for: group.rows.map { try sheet.text($0, "ageband") })
    } catch let error as StandardPopulation.Mismatch {
      throw sheet.fault(group, error.description)
    }
  }
}
