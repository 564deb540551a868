public import Chronicle
internal import Measures
internal import Recast
internal import Register
internal import Vocabulary

/// What an area is made of that somebody draws up by codes and does not keep.
public struct AreaQuestion: Hashable, Sendable {
  /// What an area can be made of, with the words for one and many.
  public static let pieces: [(word: String, one: String, many: String)] = [
    ("lsoa21", "small area of 2021", "small areas of 2021"),
    ("lsoa11", "small area of 2011", "small areas of 2011"),
    ("ward24", "ward", "wards"), ("practice", "general practice", "general practices"),
    ("network", "primary care network", "primary care networks"),
    ("sub-icb-location", "sub-ICB location", "sub-ICB locations"), ("council", "council", "councils"),
  ]

  /// The most codes an area may have here.
  public static let limit = 5_000

  /// What the codes are of.
  public let piece: String
  /// The codes, in capitals, each once, in the order given.
  public let codes: [String]

  /// A question from codes as they were typed: parted by spaces, lines, commas or semicolons.
  public init(piece: String, typed: String) {
    self.piece = piece
    var seen: Set<String> = []
    codes = typed.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map { $0.uppercased() }
      .filter { seen.insert($0).inserted }
  }
}

/// What a made area is made of, where it lies, and its figures.
public struct AreaAnswer: Encodable, Hashable, Sendable {
  /// A piece of the area.
  public struct Piece: Encodable, Hashable, Sendable {
    /// Its code.
    public let code: String
    /// The body it is, where it is one.
    @OrNull public internal(set) var body: NamedBody?
  }

  /// A body the area lies in, and with how many of its pieces.
  public struct Within: Encodable, Hashable, Sendable {
    /// The body.
    public let body: NamedBody
    /// How many pieces lie in it, wholly or in part.
    public let pieces: Int
    /// Whether some of them lie in it only in part.
    public let isPartly: Bool
  }

  /// A figure of the area, or why there is none.
  public struct Figure: Encodable, Hashable, Sendable {
    /// The measure.
    public let measure: String
    /// Its name and unit.
    public let name: String
    /// What it counts.
    public let unit: String
    /// Whether it is a share of one.
    public let isRatio: Bool
    /// The period.
    public let period: String
    /// What ties the figure to its unit.
    public let basis: String
    /// What it was counted by.
    public let grain: String
    /// The figure, or null.
    @OrNull public internal(set) var value: Double?
    /// The part of it that is exact, or null.
    @OrNull public internal(set) var exactPart: Double?
    /// `exact`, `apportioned` or `refused`.
    public let status: String
    /// How it was worked out, or why it is not given.
    public let note: String
  }

  /// For when it is true.
  public let asAt: AsAt
  /// What the pieces are.
  public let piece: String
  /// The pieces.
  public let pieces: [Piece]
  /// The boards it lies in, most pieces first.
  public let boards: [Within]
  /// The councils it lies in, most pieces first.
  public let councils: [Within]
  /// The figures, by measure.
  public let figures: [Figure]
  /// The answer in a sentence.
  public let sentence: String

  /// The area, with the latest figures of the measures named, or of the main ones.
  public init(
    _ question: AreaQuestion, measures chosen: [String]? = nil, in snapshot: Snapshot,
    blocks: @escaping Blocks
  )
    throws
  {
    let register = snapshot.register
    let surveyor = AreaSurveyor(question, snapshot, blocks)
    asAt = AsAt(snapshot)
    piece = question.piece
    pieces = question.codes.map { code in
      Piece(code: code, body: surveyor.body(of: code).map { NamedBody($0, in: register) })
    }
    boards = try surveyor.within(.integratedCareBoard)
    councils = try surveyor.within(.council)
    let all = MeasureEntry.all(in: snapshot)
    let wanted = chosen.map { ids in all.filter { ids.contains($0.id) } } ?? all.filter(\.isMain)
    figures = wanted.map { surveyor.figure($0) }
    let given = figures.filter { $0.value != nil }.count
    let words = AreaQuestion.pieces.first { $0.word == question.piece }
    let many = Sentences.count(
      question.codes.count, words?.one ?? question.piece, words?.many ?? question.piece)
    let lies = boards.isEmpty ? "" : " It lies in \(Sentences.list(boards.map(\.body.name)))."
    sentence =
      "The area is made of \(many).\(lies) "
      + (all.isEmpty
        ? "No official figures are loaded, so none can be shown for it."
        : "Of \(Sentences.count(wanted.count, "measure", "measures")), \(given == 0 ? "none" : Sentences.number(given)) can be worked out for it.")
  }
}

extension MeasureEntry {
  /// Whether it stands for its family on a short list: not an age band, a kind of department or a count by provider.
  public var isMain: Bool {
    [
      "population.registered", "population.resident", "waiting-list.incomplete",
      "waiting-list.share-within-18-weeks",
      "waiting-list.share-over-52-weeks", "ae.attendances", "ae.share-over-four-hours",
      "deprivation.neighbourhoods",
      "deprivation.share-in-most-deprived-fifth", "deprivation.share-in-most-deprived-tenth",
    ].contains(id)
  }
}
