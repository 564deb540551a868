internal import Chronicle
internal import Recast
public import Register
public import Vocabulary

/// The area whose need is asked for.
public enum NeedArea: Hashable, Sendable {
  /// A body of any kind that has an area: a board, a council, a network, an area that was made and kept.
  case body(ID<Body>)
  /// Pieces of the map that nobody keeps.
  case pieces(AreaQuestion)
}

/// An area as figures can be placed in it: a map, and the body on it that is meant.
struct NeedFootprint {
  let id: String
  let name: String
  let kind: String
  let map: Map
  let target: ID<Body>

  /// Throws `QuestionError` where the record does not know what the area is made of.
  init(_ area: NeedArea, in snapshot: Snapshot) throws {
    let day = snapshot.trueOn
    let register = snapshot.register
    switch area {
    case .pieces(let question):
      id = Map.unkept.text
      name = "The area you made"
      kind = BodyKind.madeArea.rawValue
      map = .pieces(piece: question.piece, codes: Set(question.codes), on: day)
      target = Map.unkept
    case .body(let body):
      guard let bodyKind = register.kind(body) else {
        throw QuestionError("'\(body)' is not in the record: `concordat find` looks for it by any name or code")
      }
      guard register.exists(body) else {
        throw QuestionError(
          "\(register.name(body)) did not exist on \(day.written): ask for a day of its life, which `concordat history` "
            + "shows")
      }
      id = body.text
      name = register.name(body)
      kind = bodyKind.rawValue
      (map, target) = try Self.place(body, bodyKind, snapshot)
    }
  }

  private static func place(_ body: ID<Body>, _ kind: BodyKind, _ snapshot: Snapshot) throws -> (Map, ID<Body>) {
    let day = snapshot.trueOn
    let register = snapshot.register
    if !snapshot.all(AreaMember.self, of: body).isEmpty { return (.area(body, on: day), body) }
    func pieces(_ piece: String, _ bodies: [ID<Body>]) throws -> (Map, ID<Body>) {
      let codes = bodies.compactMap { register.code($0, in: "ods") }
      guard !codes.isEmpty else {
        throw QuestionError(
          "the record does not know what \(register.name(body)) is made of: make the area with `concordat area`")
      }
      return (.pieces(piece: piece, codes: Set(codes), on: day), Map.unkept)
    }
    switch kind {
    case .integratedCareBoard, .subICBLocation, .clinicalCommissioningGroup, .nhsRegion, .council, .ward,
      .sustainabilityAndTransformationPartnership:
      return (.bodies(kind, on: day), body)
    case .primaryCareNetwork: return try pieces("network", [body])
    case .generalPractice: return try pieces("practice", [body])
    case .cluster, .integratedCareSystem, .integratedCarePartnership:
      let boards = register.relations(to: body).map(\.fact.subject)
        .filter { register.kind($0) == .integratedCareBoard }
      return try pieces("icb", Array(Set(boards)).sorted())
    default:
      throw QuestionError(
        "\(register.name(body)) is \(Sentences.article(kind.singular)), which has no people of its own here: ask for a board, "
          + "a council, a network, a practice or a made area")
    }
  }
}
