/// A proposed segment, with its reasons. People decide: see ``SegmentDecision``.
///
/// The criteria of the NHS Oversight Framework 2022/23, in outline. That a theme is *mainly* in a quartile when over
/// half of its metrics with a figure are is ours.
public struct Proposal: Hashable, Sendable {
  /// The segment, 1 to 4.
  public let segment: Int
  /// Why, a phrase each.
  public let reasons: [String]
  /// The questions without an answer that could have changed it.
  public let unanswered: [Evidence.Question]

  /// The proposal that evidence leads to. Everyone is in segment 2 unless evidence points elsewhere.
  public init(_ evidence: Evidence) {
    let bottom = Proposal.themes(evidence, in: 4)
    let serious = evidence.holding([.longstanding, .leadershipFailure, .bigDeficit, .recommended])
    let concerns = evidence.holding([.drop, .requiresImprovement, .behindPlan, .lacksCapability])
    if evidence.answers[.breach] == true, !serious.isEmpty {
      segment = 4
      reasons = ([.breach] + serious).map(\.rawValue)
      unanswered = []
      return
    }
    let forFour: [Evidence.Question] =
      evidence.answers[.breach] == false
      ? [] : evidence.unanswered([.breach, .longstanding, .leadershipFailure, .bigDeficit, .recommended])
    if bottom.count >= 2 || !concerns.isEmpty {
      segment = 3
      reasons = (bottom.count >= 2 ? bottom.map(\.words) : []) + concerns.map(\.rawValue)
      unanswered = forFour
      return
    }
    let all: [Evidence.Question] = [.drop, .requiresImprovement, .behindPlan, .lacksCapability, .wellRun, .onPlan]
    unanswered = forFour + evidence.unanswered(all)
    let top = Proposal.themes(evidence, in: 1)
    let themes = Set(evidence.quartiles.filter { $0.quartile != nil }.map(\.theme))
    let isTop = !themes.isEmpty && top.count == themes.count
    if isTop, evidence.answers[.wellRun] == true, evidence.answers[.onPlan] == true {
      segment = 1
      reasons = top.map(\.words) + [Evidence.Question.wellRun.rawValue, Evidence.Question.onPlan.rawValue]
    } else {
      segment = 2
      reasons = ["no evidence points elsewhere"] + bottom.map(\.words)
    }
  }

  private struct Share {
    let theme: String
    let quartile: Int
    let count: Int
    let total: Int

    var words: String {
      "\(theme): \(count) of \(total) metrics in the \(quartile == 4 ? "bottom" : "top") quartile"
    }
  }

  /// The themes of which over half the metrics with a figure lie in a quartile, by name.
  private static func themes(_ evidence: Evidence, in quartile: Int) -> [Share] {
    let known = evidence.quartiles.filter { $0.quartile != nil }
    return Set(known.map(\.theme)).sorted().compactMap { theme in
      let metrics = known.filter { $0.theme == theme }
      let count = metrics.count { $0.quartile == quartile }
      return 2 * count > metrics.count
        ? Share(theme: theme, quartile: quartile, count: count, total: metrics.count) : nil
    }
  }
}

extension Evidence {
  fileprivate func holding(_ questions: [Question]) -> [Question] { questions.filter { answers[$0] == true } }
  fileprivate func unanswered(_ questions: [Question]) -> [Question] { questions.filter { answers[$0] == nil } }
}
