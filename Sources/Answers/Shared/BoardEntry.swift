internal import Chronicle
internal import Register
public import Vocabulary

/// A board that serves an area or an organisation, and how that is known.
public struct BoardEntry: Encodable, Hashable, Sendable, Sourced {
  /// The board.
  public let board: NamedBody
  /// How it serves: `part-of`, `overlap`, `serves`, `lookup`.
  public let through: String
  /// The body in between, where there is one: the sub-ICB location of a practice, the system of a place, the council
  /// of a ward.
  @OrNull public internal(set) var by: NamedBody?
  /// What was counted where only a part lies in the board, or empty.
  public let unit: String
  /// The share that lies in the board, from 0 to 1; 1 where it does not come in parts. Of a ward it is its council's.
  public let share: Double
  /// How sure it is.
  public let certainty: Certainty
  /// Where it was taken from.
  public let source: String

  init(
    _ board: ID<Body>, through: String, by: ID<Body>? = nil, unit: String = "", share: Double = 1,
    certainty: Certainty, source: String, in register: Register
  ) {
    self.board = NamedBody(board, in: register)
    self.through = through
    _by = OrNull(wrappedValue: by.map { NamedBody($0, in: register) })
    self.unit = unit
    self.share = share
    self.certainty = certainty
    self.source = source
  }

  /// The share as a reader would write it: `76.3%`.
  public var shareWritten: String { Sentences.percent(share) }
}

extension Register {
  /// The kinds that have run the NHS of an area: boards, before them groups.
  static let commissioners: [BodyKind] = [.integratedCareBoard, .clinicalCommissioningGroup]

  /// The boards that serve a body on the day: the one it is part of, else those its area lies in. A ward lies where its
  /// council does, and in which of several boards is not said.
  func boards(serving body: ID<Body>) -> [BoardEntry] {
    for kind in Register.commissioners {
      if let climb = climb(from: body, to: kind), climb.board != body {
        return [
          BoardEntry(
            climb.board, through: Relation.partOf,
            by: climb.first.fact.object == climb.board ? nil : climb.first.fact.object,
            certainty: climb.first.certainty, source: climb.first.source.text, in: self)
        ]
      }
    }
    let overlaps = snapshot.all(Overlap.self, of: body).filter { $0.fact.part > 0 }
      .map { version in
        BoardEntry(
          version.fact.other, through: "overlap", unit: version.fact.unit,
          share: Double(version.fact.part) / Double(version.fact.whole), certainty: version.certainty,
          source: version.source.text, in: self)
      }
      .sorted { a, b in a.share != b.share ? a.share > b.share : NamedBody.inOrder(a.board, b.board) }
    if !overlaps.isEmpty { return overlaps }
    if let council = council(of: body) {
      return boards(serving: council).map { board in
        var board = board
        board.by = NamedBody(council, in: self)
        return board
      }
    }
    guard kind(body) != .integratedCareBoard, let system = system(of: body), let board = board(of: system),
      let tie = relations(of: board, type: Tie.serves).first(where: { $0.fact.object == system })
    else { return [] }
    return [
      BoardEntry(
        board, through: Tie.serves, by: system == body ? nil : system, certainty: tie.certainty,
        source: tie.source.text, in: self)
    ]
  }

  /// The council a ward is part of.
  private func council(of ward: ID<Body>) -> ID<Body>? {
    guard kind(ward) == .ward else { return nil }
    return relations(of: ward, type: Relation.partOf).map(\.fact.object).filter { kind($0) == .council }.min()
  }

  /// The nearest body of a kind that a body is part of, and the first step of the way there.
  private func climb(from body: ID<Body>, to kind: BodyKind) -> (board: ID<Body>, first: Version<Relation>)? {
    for step in relations(of: body, type: Relation.partOf).sorted(by: { $0.fact.object < $1.fact.object }) {
      if let board = ancestor(of: step.fact.object, kind: kind) { return (board, step) }
    }
    return nil
  }
}
