public import Chronicle
public import Measures
internal import Recast
internal import Register
public import Vocabulary

/// Asks how a measure changes with deprivation, in an area or in all England.
public struct GradientQuestion: Sendable {
  /// The measure: a rate of two counts, or a count that is set against the people of the same units.
  public var measure: ID<Measure>
  /// The area; nil for England.
  public var area: NeedArea?
  /// Only this period, by its label; nil for the latest by the day.
  public var label: String?
  /// The edition of the indices of deprivation; nil for the latest published by the day.
  public var edition: String?

  /// A question.
  public init(measure: ID<Measure>, area: NeedArea? = nil, label: String? = nil, edition: String? = nil) {
    self.measure = measure
    self.area = area
    self.label = label
    self.edition = edition
  }
}

/// A measure by national fifths of deprivation, its gap, and its slope by both definitions in use.
public struct GradientAnswer: Encodable, Hashable, Sendable {
  /// One national fifth.
  public struct Group: Encodable, Hashable, Sendable {
    /// 1 is the most deprived.
    public let quintile: Int
    /// What is counted.
    public let numerator: Double
    /// What it is out of.
    public let denominator: Double
    /// The one over the other, or null where there is nothing to be out of.
    @OrNull public internal(set) var value: Double? = nil
    /// The lower limit at 95 per cent.
    @OrNull public internal(set) var lower: Double? = nil
    /// The upper limit at 95 per cent.
    @OrNull public internal(set) var upper: Double? = nil
  }

  /// The gap of the most deprived fifth to the least: above nought where the most deprived have more.
  public struct Distance: Encodable, Hashable, Sendable {
    /// The most deprived less the least.
    public let absolute: Double
    /// Its lower limit at 95 per cent.
    public let lower: Double
    /// Its upper limit at 95 per cent.
    public let upper: Double
    /// The most deprived over the least, or null.
    @OrNull public internal(set) var relative: Double? = nil
  }

  /// A slope index of inequality; never to be compared with one of another definition.
  public struct Slope: Encodable, Hashable, Sendable {
    /// `population-weighted` or `quintile-weighted`.
    public let definition: String
    /// What the definition is, with its sign.
    public let meaning: String
    /// The index in the measure's own unit, or null where it is refused.
    @OrNull public internal(set) var absolute: Double? = nil
    /// The lower limit at 95 per cent, or null where the definition has none.
    @OrNull public internal(set) var lower: Double? = nil
    /// The upper limit at 95 per cent, or null where the definition has none.
    @OrNull public internal(set) var upper: Double? = nil
    /// The relative index of inequality, or null.
    @OrNull public internal(set) var relative: Double? = nil
    /// The fitted value at the most deprived end, or null.
    @OrNull public internal(set) var mostDeprivedEnd: Double? = nil
    /// Why there is none, or empty.
    public let note: String
  }

  /// For when it is true.
  public let asAt: AsAt
  /// The measure.
  public let measure: String
  /// Its name.
  public let name: String
  /// What it is out of.
  public let outOf: String
  /// The area, or England.
  public let area: String
  /// The period.
  public let period: String
  /// The edition of the indices.
  public let edition: String
  /// What ties figures to their units.
  public let basis: String
  /// What it was counted by.
  public let grain: String
  /// Whether the values are shares of one; otherwise they are rates for each of what they are out of.
  public let isShare: Bool
  /// The fifths, the most deprived first.
  public let groups: [Group]
  /// Units whose deprivation is not known, and what is counted in them.
  public let unknown: Group
  /// The gap, or null where either end has no value.
  @OrNull public internal(set) var gap: Distance? = nil
  /// The slope by each definition.
  public let slopes: [Slope]
  /// `exact` or `apportioned`.
  public let status: String
  /// How the fifth of a unit was found, and what was divided.
  public let note: String
  /// What it was taken from.
  public let sources: [SourceNote]
  /// The answer in a sentence.
  public let sentence: String
}

extension GradientQuestion {
  /// The measure by fifths of deprivation.
  ///
  /// Throws `QuestionError` when the measure is not known by small area or by practice, when the deprivation of its
  /// units is not known, or when it does not add up. O(units).
  public func answer(_ snapshot: Snapshot, blocks: @escaping Blocks) throws -> GradientAnswer {
    var maker = try GradientMaker(self, snapshot, blocks)
    return try maker.answer()
  }
}
