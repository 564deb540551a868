internal import Register

extension Sentences {
  /// Whether a body can own a decision, and why, in a sentence.
  static func law(_ form: LegalEntry?) -> String {
    guard let form else {
      return "Its legal form is not recorded, so whether it can own a decision is not known."
    }
    if form.canOwnDecision {
      return "\(form.explanation) It is a person in law, so it can own a decision and a budget."
    }
    return form.explanation.contains("cannot own")
      ? form.explanation : "\(form.explanation) It cannot own a decision or a budget."
  }

  /// `Its area covers ten upper-tier councils, all of them whole.`
  static func councils(_ councils: [CouncilEntry]) -> String {
    let upper = councils.filter(\.upperTier)
    guard !upper.isEmpty else { return "" }
    let whole = upper.filter { $0.part == $0.whole }.count
    let parts = upper.count - whole
    let noun = ("upper-tier council", "upper-tier councils")
    if parts == 0 {
      return upper.count == 1
        ? "Its area covers one upper-tier council, \(upper[0].name)."
        : "Its area covers \(count(upper.count, noun.0, noun.1)), each of them whole."
    }
    if whole == 0 { return "Its area takes in parts of \(count(upper.count, noun.0, noun.1))." }
    return "Its area covers \(count(whole, noun.0, noun.1)) and parts of \(number(parts)) more."
  }
}
