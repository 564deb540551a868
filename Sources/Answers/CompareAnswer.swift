public import Chronicle
public import Register
public import Vocabulary

/// How do two to six bodies differ? Side by side, never added up.
public struct CompareAnswer: Encodable, Hashable, Sendable {
  /// How many bodies can be compared.
  public static let limits = 2...6

  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// The bodies, in the order asked for.
  public let columns: [CompareColumn]
  /// What is set side by side: one text for each body in each row.
  public let rows: [CompareRow]
  /// What it was taken from.
  public let sources: [SourceNote]

  /// Gives the figures of a body on a day: residents, deprivation, whatever is loaded.
  public typealias Figures = @Sendable (ID<Body>, Snapshot) throws -> [Figure]

  /// Bodies side by side; nil when there are not two to six that the record knows.
  public init?(_ bodies: [ID<Body>], in snapshot: Snapshot, figures: Figures? = nil) throws {
    var unique: [ID<Body>] = []
    for body in bodies where !unique.contains(body) { unique.append(body) }
    let found = try unique.compactMap { try CompareColumn($0, in: snapshot, figures: figures) }
    guard CompareAnswer.limits.contains(found.count) else { return nil }
    asAt = AsAt(snapshot)
    columns = found
    rows = CompareRow.rows(of: found)
    let absent = found.filter { $0.state != .existing }
    let note =
      absent.isEmpty
      ? ""
      : "\(Sentences.list(absent.map(\.body.shortName))) \(absent.count == 1 ? "does" : "do") not exist on this day and \(absent.count == 1 ? "is" : "are") shown as at the nearest day."
    sentence = Sentences.joined([
      "\(Sentences.capital(Sentences.count(found.count, "body", "bodies"))) side by side on \(snapshot.trueOn.written).",
      note,
    ])
    var citations = Citations()
    citations.cite(found.map { $0.body as any Sourced })
    for column in found { citations.cite(column.figures.map { $0 as any Sourced } + column.upperTier) }
    sources = citations.notes(in: snapshot)
  }
}

/// A figure of a body, given by whoever knows figures.
public struct Figure: Encodable, Hashable, Sendable, Sourced {
  /// What it is, the same for the same figure of every body: `residents`, `deprived-fifth`.
  public let id: String
  /// What it is called.
  public let label: String
  /// The number; null where there is none.
  @OrNull public internal(set) var value: Double?
  /// The number as a reader would write it, or why there is none.
  public let written: String
  /// What ties people to the body in this count, and for when it was counted.
  public let basis: String
  /// How honest it is: exact, apportioned, refused.
  public let status: String
  /// Anything a reader should know.
  public let note: String
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was taken from.
  public let source: String

  /// A figure.
  public init(
    id: String, label: String, value: Double?, written: String, basis: String, status: String = "exact",
    note: String = "", certainty: Certainty = .derived, source: String
  ) {
    self.id = id
    self.label = label
    _value = OrNull(wrappedValue: value)
    self.written = written
    self.basis = basis
    self.status = status
    self.note = note
    self.certainty = certainty
    self.source = source
  }
}

/// One body of a comparison.
public struct CompareColumn: Encodable, Hashable, Sendable {
  /// The body.
  public let body: BodyEntry
  /// How its life stands to the day.
  public let state: LifeState
  /// Whether it can own a decision; null where its legal form is not recorded.
  @OrNull public internal(set) var canOwnDecision: Bool?
  /// The upper-tier councils with a small area in it.
  public let upperTier: [CouncilEntry]
  /// How many councils of the lower tier have a small area in it.
  public let lowerTierCount: Int
  /// How many sub-ICB locations it has.
  public let locationCount: Int
  /// How many practices are recorded in it.
  public let practiceCount: Int
  /// How many trusts are recorded in it.
  public let trustCount: Int
  /// What it took the place of, of its own kind or the kind before.
  public let predecessors: [NamedBody]
  /// What took its place.
  public let successors: [NamedBody]
  /// The clusters it belongs to.
  public let clusters: [NamedBody]
  /// Its figures.
  public let figures: [Figure]

  init?(_ id: ID<Body>, in snapshot: Snapshot, figures: CompareAnswer.Figures?) throws {
    guard let existence = snapshot.register.existence(id) else { return nil }
    let register = snapshot.on(snapshot.register.detailDay(existence.period)).register
    guard let entry = BodyEntry(id, in: register) else { return nil }
    let councils = register.board(of: id).map(register.councils(of:)) ?? []
    body = entry
    state = LifeState(existence.period, on: snapshot.trueOn)
    _canOwnDecision = OrNull(wrappedValue: entry.legalForm?.isLegalPerson)
    upperTier = councils.filter(\.upperTier)
    lowerTierCount = councils.filter(\.lowerTier).count
    locationCount = register.descendants(of: id, kind: .subICBLocation).count
    practiceCount = register.descendants(of: id, kind: .generalPractice).count
    trustCount = register.descendants(of: id, kind: .nhsTrust).count
    func named(_ entries: [SuccessionEntry]) -> [NamedBody] {
      Sentences.leading(entries, kind: entry.bodyKind).compactMap {
        ID<Body>($0.id).map { NamedBody($0, in: register) }
      }
    }
    predecessors = named(register.predecessorEntries(of: id))
    successors = named(register.successorEntries(of: id))
    clusters = register.tiesUp(of: id).filter { $0.bodyKind == .cluster }
      .compactMap { tie in ID<Body>(tie.id).map { NamedBody($0, in: register) } }
    self.figures = try figures?(id, register.snapshot) ?? []
  }
}

/// One thing set side by side.
public struct CompareRow: Encodable, Hashable, Sendable {
  /// What it is.
  public let label: String
  /// A text for each body, in the order of the columns.
  public let values: [String]

  static func rows(of columns: [CompareColumn]) -> [CompareRow] {
    func row(_ label: String, _ value: (CompareColumn) -> String) -> CompareRow {
      CompareRow(label: label, values: columns.map(value))
    }
    func names(_ bodies: [NamedBody]) -> String {
      bodies.isEmpty ? "none recorded" : Sentences.list(bodies.map(\.shortName))
    }
    func recorded(_ count: Int) -> String { count == 0 ? "none recorded" : Sentences.figure(count) }
    var rows = [
      row("What it is") { $0.body.bodyKind?.singular ?? $0.body.kind },
      row("In law") { $0.body.standing?.rawValue ?? "not recorded" },
      row("Can own a decision") { $0.canOwnDecision.map { $0 ? "yes" : "no" } ?? "not recorded" },
      row("Life") { $0.body.periodWritten },
      row("Region") { $0.body.region?.name ?? "none recorded" },
      row("Codes") { $0.body.codes.map { "\($0.scheme.uppercased()) \($0.code)" }.joined(separator: ", ") },
      row("Upper-tier councils") { recorded($0.upperTier.count) },
      row("Lower-tier councils") { recorded($0.lowerTierCount) },
      row("Sub-ICB locations") { recorded($0.locationCount) },
      row("General practices") { recorded($0.practiceCount) },
      row("NHS trusts") { recorded($0.trustCount) },
      row("Came from") { names($0.predecessors) },
      row("Became") { names($0.successors) },
      row("Cluster") { names($0.clusters) },
    ]
    var labels: [(id: String, label: String)] = []
    for figure in columns.flatMap(\.figures) where !labels.contains(where: { $0.id == figure.id }) {
      labels.append((figure.id, figure.label))
    }
    for (id, label) in labels {
      rows.append(row(label) { column in column.figures.first { $0.id == id }?.written ?? "not known" })
    }
    return rows
  }
}

extension Sentences {
  /// A count in a table: digits, with commas between thousands.
  static func figure(_ count: Int) -> String { Decimals.grouped(Double(count)) }
}
