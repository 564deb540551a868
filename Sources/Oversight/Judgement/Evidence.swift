/// What is known of a body when its segment is proposed by judgement, as in 2021/22 to 2024/25.
///
/// A question that nobody answered stays nil: it is named in the proposal and never taken for a yes or a no.
public struct Evidence: Hashable, Sendable {
  /// The quartile of each metric, 1 the best, with its theme; nil where there is no figure.
  public var quartiles: [ThemeQuartile]
  /// The answers to the questions of judgement.
  public var answers: [Question: Bool]

  /// A metric as a prompt.
  public struct ThemeQuartile: Hashable, Sendable {
    /// The key of the theme.
    public let theme: String
    /// The metric.
    public let metric: String
    /// 1 to 4; nil where there is no figure.
    public let quartile: Int?

    /// A metric with its quartile.
    public init(theme: String, metric: String, quartile: Int?) {
      self.theme = theme
      self.metric = metric
      self.quartile = quartile
    }
  }

  /// A question a segment turns on.
  public enum Question: String, Hashable, Sendable, CaseIterable {
    /// Is there a breach, or a suspected one?
    case breach = "a breach or suspected breach"
    /// Is there a longstanding or complex issue that blocks agreed improvement?
    case longstanding = "a longstanding or complex issue that blocks agreed improvement"
    /// Has leadership or governance failed catastrophically?
    case leadershipFailure = "a catastrophic failure of leadership or governance"
    /// Is there a big underlying deficit or gap to plan?
    case bigDeficit = "a big underlying deficit or gap to plan"
    /// Does the Care Quality Commission recommend it?
    case recommended = "a recommendation by the Care Quality Commission"
    /// Has performance dropped dramatically, or been in the bottom tenth for long, in an area?
    case drop = "a dramatic drop, or a long time in the bottom tenth, in an area"
    /// Is the rating Requires improvement, overall and for well-led?
    case requiresImprovement = "Requires improvement overall and for well-led"
    /// Is the underlying deficit in the bottom quartile, or is the body behind its financial plan?
    case behindPlan = "a deficit in the bottom quartile, or finance behind plan"
    /// Does it lack the capability and capacity to put things right?
    case lacksCapability = "a lack of capability and capacity to put things right"
    /// Is the rating Good or Outstanding, well-led included? For a board: is it capable of running itself?
    case wellRun = "a rating of Good or better with well-led, or for a board the capability to run itself"
    /// Is finance at plan or better?
    case onPlan = "finance at plan or better"
  }

  /// Evidence.
  public init(quartiles: [ThemeQuartile] = [], answers: [Question: Bool] = [:]) {
    self.quartiles = quartiles
    self.answers = answers
  }
}
