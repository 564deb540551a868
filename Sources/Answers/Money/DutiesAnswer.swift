public import Chronicle
internal import Measures
internal import Money
public import Register
public import Vocabulary

/// How the financial duties of a body stand in a year: met, not met or not assessable, each with workings and citation.
public struct DutiesAnswer: Encodable, Hashable, Sendable {
  /// A figure worked out from parts.
  public struct Figure: Encodable, Hashable, Sendable {
    /// One part.
    public struct Part: Encodable, Hashable, Sendable {
      /// What it is.
      public let name: String
      /// How much, in pence, or null.
      @OrNull public internal(set) var pence: Int64? = nil
    }

    /// What the figure is.
    public let name: String
    /// The figure in pence, or null where a part is missing.
    @OrNull public internal(set) var pence: Int64? = nil
    /// How it was worked out.
    public let how: String
    /// What it was worked out from.
    public let parts: [Part]

    init(_ working: Working) {
      name = working.name
      how = working.how
      parts = working.terms.map { term in
        var part = Part(name: term.name)
        part.pence = term.amount?.count
        return part
      }
      pence = working.amount?.count
    }
  }

  /// One duty.
  public struct Row: Encodable, Hashable, Sendable {
    /// Its identifier.
    public let id: String
    /// What it asks.
    public let title: String
    /// What it is about where there are several, or empty.
    public let about: String
    /// Whose duty it is: `board`, `body` or `system`.
    public let bearer: String
    /// `statute`, `rule` or `information`.
    public let force: String
    /// `met`, `not met`, `not assessable` or `information`.
    public let status: String
    /// What is done.
    public let done: Figure
    /// `at most`, `at least` or `more than`.
    public let comparison: String
    /// What is asked.
    public let asked: Figure
    /// How far on the right side, in pence; below nought on the wrong one; null where a figure is missing.
    @OrNull public internal(set) var headroom: Int64? = nil
    /// The figures that are missing.
    public let missing: [String]
    /// How it stands, in a sentence.
    public let sentence: String
    /// Where it stands in law or guidance.
    public let citation: String

    init(_ result: DutyResult) {
      id = result.duty.id
      title = result.duty.title
      about = result.about
      bearer = result.duty.bearer.rawValue
      force = result.duty.force.rawValue
      status = result.status.rawValue
      done = Figure(result.done)
      comparison = result.comparison.rawValue
      asked = Figure(result.asked)
      missing = result.missing
      sentence = result.sentence
      citation = result.duty.citation
      headroom = result.headroom?.count
    }
  }

  /// For when it is true.
  public let asAt: AsAt
  /// The body.
  public let body: NamedBody
  /// The financial year.
  public let year: String
  /// The duties that hold in the year.
  public let duties: [Row]
  /// The answer in a sentence.
  public let sentence: String

  /// The duties of a body in a year.
  ///
  /// - Throws: `MoneyError` where it has none, or `QuestionError` where figures cannot be read.
  public init(of body: ID<Body>, year: FinancialYear, in snapshot: Snapshot, blocks: @escaping Blocks) throws {
    let registered = try Self.registered(body, year, snapshot, blocks)
    let book = try DutyBook(of: body, in: snapshot, year: year, registered: registered)
    asAt = AsAt(snapshot)
    self.body = NamedBody(body, in: snapshot.register)
    self.year = year.key
    duties = book.results.map(Row.init)
    func count(_ status: DutyResult.Status) -> Int { book.results.count { $0.status == status } }
    let name = snapshot.register.name(body)
    sentence =
      book.results.isEmpty
      ? "\(name) has no financial duty of its own in \(year.label) that Concordat knows."
      : "\(name), \(year.label): \(count(.met)) met, \(count(.notMet)) not met, "
        + "\(count(.notAssessable)) not assessable."
  }

  /// People registered with the practices of a board in the year; nil where they are not loaded or cannot be placed.
  private static func registered(
    _ body: ID<Body>, _ year: FinancialYear, _ snapshot: Snapshot, _ blocks: @escaping Blocks
  ) throws -> Double? {
    let asked = snapshot.register.exists(body) ? snapshot : snapshot.on(year.period.from.earliest)
    guard asked.register.kind(body) == .integratedCareBoard, asked.register.exists(body) else { return nil }
    let footprint = try NeedFootprint(.body(body), in: asked)
    var survey = NeedSurvey(asked, on: footprint.map, blocks: blocks)
    guard let version = survey.figures(of: "population.registered", label: year.label) else { return nil }
    let reach = try survey.parts(of: footprint.target, version)
    return reach.refusal == nil ? reach.sum(try survey.column(version)).value : nil
  }
}
