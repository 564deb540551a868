internal import Rulebook
public import Vocabulary

extension RulesAnswer {
  /// The rules of a part, of a strength and in force on a day; each is left open where it is empty or nil.
  public init(section: String, strength: String, inForceOn day: Day?) {
    self.init { rule in
      if !section.isEmpty, rule.text.section.rawValue != section { return false }
      if !strength.isEmpty, rule.text.strength.rawValue != strength { return false }
      return day.map { rule.text.isInForce(on: $0) } ?? true
    }
  }

  /// The parts of the rulebook, in order.
  public static var sections: [(value: String, words: String)] {
    RuleSection.allCases.map { ($0.rawValue, "\($0.rawValue). \($0.heading)") }
  }

  /// What rules rest on, the strongest first.
  public static var strengths: [(value: String, words: String)] {
    RuleText.Strength.allCases.map { ($0.rawValue, Sentences.capital($0.words)) }
  }
}
