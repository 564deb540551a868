public import Chronicle
internal import Measures
internal import Recast
internal import Register
public import Vocabulary

/// Asks for the annual statement on inequalities in health: for an area and a financial year.
public struct InequalityQuestion: Sendable {
  /// A part of the statement that people write: its identifier, its heading, and what it is to say.
  public struct Slot: Sendable {
    /// As a file of narrative names it.
    public let id: String
    /// Its heading.
    public let heading: String
    /// What it is to say.
    public let prompt: String
  }

  /// The parts that people write.
  public static let slots: [Slot] = [
    Slot(id: "meaning", heading: "What the figures mean here", prompt: "What the body makes of the figures."),
    Slot(id: "done", heading: "What was done this year", prompt: "How its functions were used to narrow the gaps."),
    Slot(id: "next", heading: "What comes next", prompt: "What will change because of the figures, and by when."),
  ]

  /// The area.
  public var area: NeedArea
  /// The calendar year in which the financial year begins: 2025 for 2025/26.
  public var startYear: Int
  /// What people have written, by the identifier of the slot.
  public var narrative: [String: String]

  /// A question; nil when the year is not written as 2025/26.
  public init?(area: NeedArea, year: String, narrative: [String: String] = [:]) {
    let parts = year.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, let start = Int(parts[0]), start >= 2000, parts[1].count == 2,
      Int(parts[1]) == (start + 1) % 100
    else { return nil }
    self.area = area
    startYear = start
    self.narrative = narrative
  }

  /// `2025/26`.
  public var year: String {
    let end = (startYear + 1) % 100
    return "\(startYear)/\(end < 10 ? "0" : "")\(end)"
  }

  /// The last day of the financial year, for which the statement is true.
  public var day: Day { Day(year: startYear + 1, month: 3, day: 31) ?? .distantPast }
}

/// The annual statement on inequalities in health: by deprivation, ethnicity, age and sex, with what is missing named.
///
/// NHS England's statement on information on health inequalities under section 13SA of the National Health Service Act
/// 2006 asks for these breakdowns at least, and for the gaps in the data to be named.
public struct InequalityAnswer: Encodable, Hashable, Sendable {
  /// A dimension the statement must cover.
  public struct Dimension: Encodable, Hashable, Sendable {
    /// `deprivation`, `ethnicity`, `age`, `sex`.
    public let id: String
    /// What the record says by it, in a sentence.
    public let sentence: String
    /// The keys of the figures that say it.
    public let figures: [String]
    /// What is missing, or null.
    @OrNull public internal(set) var gap: NeedGap? = nil
  }

  /// What people have written.
  public struct Narrative: Encodable, Hashable, Sendable {
    /// The slot.
    public let id: String
    /// Its heading.
    public let heading: String
    /// What it is to say.
    public let prompt: String
    /// What was written, or empty.
    public let text: String
  }

  /// A measure that could not be parted by deprivation, and why.
  public struct Refusal: Encodable, Hashable, Sendable {
    /// The measure.
    public let measure: String
    /// Its name.
    public let name: String
    /// Why.
    public let why: String
  }

  /// The financial year.
  public let year: String
  /// What the area needs, on the last day of the year.
  public let need: NeedAnswer
  /// The four dimensions, in order.
  public let dimensions: [Dimension]
  /// Measures by fifths of deprivation.
  public let gradients: [GradientAnswer]
  /// Rates that could not be parted.
  public let refused: [Refusal]
  /// What people write.
  public let narrative: [Narrative]
  /// The answer in a sentence.
  public let sentence: String

  /// The statement. Throws `QuestionError` where the area did not exist on the last day of the year, or where a
  /// narrative has a part that is no slot. O(units × rates).
  public init(_ question: InequalityQuestion, in snapshot: Snapshot, blocks: @escaping Blocks) throws {
    let slots = InequalityQuestion.slots
    if let odd = question.narrative.keys.sorted().first(where: { id in !slots.contains { $0.id == id } }) {
      throw QuestionError("the narrative has a part '\(odd)': the parts are \(slots.map(\.id).joined(separator: ", "))")
    }
    let lens = snapshot.on(question.day)
    let need = try NeedAnswer(question.area, in: lens, blocks: blocks)
    var gradients: [GradientAnswer] = []
    var refused: [Refusal] = []
    for entry in MeasureEntry.all(in: lens) where InequalityAnswer.isParted(entry) {
      guard let measure = ID<Measure>(entry.id) else { continue }
      do {
        gradients.append(
          try GradientQuestion(measure: measure, area: question.area).answer(lens, blocks: blocks))
      } catch let error as QuestionError {
        refused.append(Refusal(measure: entry.id, name: entry.name, why: error.message))
      }
    }
    year = question.year
    self.need = need
    self.gradients = gradients
    self.refused = refused
    dimensions = InequalityAnswer.dimensions(need)
    narrative = slots.map {
      Narrative(id: $0.id, heading: $0.heading, prompt: $0.prompt, text: question.narrative[$0.id] ?? "")
    }
    let missing = dimensions.filter { $0.gap != nil }.map(\.id)
    sentence =
      "\(need.sentence) "
      + (missing.isEmpty
        ? "The statement covers deprivation, ethnicity, age and sex."
        : "The record has nothing to say by \(Sentences.list(missing)).")
  }

  /// Every rate that is no measure of deprivation itself, and the youngest and the oldest residents.
  private static func isParted(_ entry: MeasureEntry) -> Bool {
    if ["population.resident.aged-0-15", "population.resident.aged-65-and-over"].contains(entry.id) { return true }
    return entry.isRatio && !entry.id.hasPrefix("deprivation.")
  }

  private static func dimensions(_ need: NeedAnswer) -> [Dimension] {
    func dimension(_ id: String, _ what: String, _ isOf: (NeedFigure) -> Bool) -> Dimension {
      let given = need.figures.filter { isOf($0) && $0.value != nil }
      var dimension = Dimension(
        id: id,
        sentence: given.isEmpty
          ? "\(Sentences.capital(what)) cannot be told from this record."
          : "\(Sentences.capital(what)): "
            + given.map { "\($0.name) \(Sentences.percent($0.value ?? 0))" }.joined(separator: "; ") + ".",
        figures: given.map(\.key))
      if given.isEmpty { dimension.gap = need.gaps.first { $0.topic == id } }
      return dimension
    }
    return [
      dimension("deprivation", "deprivation") { $0.key.hasPrefix("core20.") },
      dimension("ethnicity", "ethnic group") { $0.key.hasPrefix("population.resident.ethnic-group.") },
      dimension("age", "age") { $0.key.hasPrefix("aged-") },
      dimension("sex", "sex") { $0.key.hasPrefix("population.resident.sex.") },
    ]
  }
}
