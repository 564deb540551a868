internal import ArgumentParser
internal import Statistics

/// By what rules series are judged: a named set, and what is to differ from it.
struct RulesOptions: ParsableArguments {
  @Option(help: "The rules: nhsr-0.2, mdc-2024 or abspc-1.", completion: .list(ControlRules.presets.map(\.name)))
  var preset = ControlRules.nhsr02.name

  @Option(name: .customLong("shift-length"), help: "Instead of the preset's: how many points on one side are a shift.")
  var shiftLength: Int?

  @Option(name: .customLong("trend-length"), help: "How many points that all rise or all fall are a trend.")
  var trendLength: Int?

  @Option(
    name: .customLong("two-in-three"), help: "What counts near a limit: within (the limits), beyond (them too) or off.")
  var twoInThree: String?

  @Option(name: .customLong("minimum-points"), help: "How many points limits need to be more than trial limits.")
  var minimumPoints: Int?

  @Option(name: .customLong("icon-from"), help: "Which point the icon speaks of: last-row, last-value or last-special.")
  var iconSource: String?

  @Option(
    name: .customLong("target-equality"), help: "What a target on a limit means: inconsistent, or that it decides.")
  var targetEquality: String?

  /// The rules that were asked for; under the name `custom` where any differs from the preset.
  var rules: ControlRules {
    get throws {
      guard var rules = ControlRules.named(preset) else {
        let known = ControlRules.presets.map(\.name).joined(separator: ", ")
        throw Failure(.usage, "'\(preset)' is no set of rules: use one of \(known)")
      }
      let named = rules
      rules.shiftLength = shiftLength ?? rules.shiftLength
      rules.trendLength = trendLength ?? rules.trendLength
      rules.minimumPoints = minimumPoints ?? rules.minimumPoints
      if let twoInThree {
        rules.twoInThree = try one(
          of: ["within": .withinLimits, "beyond": .beyondToo, "off": .off], twoInThree, "--two-in-three")
      }
      if let iconSource {
        rules.iconSource = try one(
          of: ["last-row": .lastRow, "last-value": .lastValue, "last-special": .lastSpecialCause], iconSource,
          "--icon-from")
      }
      if let targetEquality {
        rules.targetEquality = try one(
          of: ["inconsistent": .inconsistent, "decides": .decides], targetEquality, "--target-equality")
      }
      if rules != named {
        rules.name = "custom"
        rules.screening = rules.screening == .always ? .unlessNothingVaries : rules.screening
      }
      return rules
    }
  }

  func validate() throws {
    if let shiftLength, shiftLength < 3 { throw ValidationError("--shift-length is 3 or more") }
    if let trendLength, trendLength < 3 { throw ValidationError("--trend-length is 3 or more") }
    if let minimumPoints, minimumPoints < 1 { throw ValidationError("--minimum-points is 1 or more") }
  }

  private func one<Value>(of choices: KeyValuePairs<String, Value>, _ word: String, _ option: String) throws -> Value {
    for (name, value) in choices where name == word { return value }
    throw Failure(.usage, "'\(word)' is no choice for \(option): use \(choices.map(\.key).joined(separator: ", "))")
  }
}
