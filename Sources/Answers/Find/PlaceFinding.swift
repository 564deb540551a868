internal import Chronicle
internal import Register
internal import Vocabulary

/// Where a postcode or a small area lies, or what to import so that it can be said.
public struct PlaceFinding: Encodable, Hashable, Sendable {
  /// What was recognised: `postcode`, `small-area`.
  public let piece: String
  /// The postcode or code as it is usually written.
  public let code: String
  /// The small area a postcode lies in, where the directory says.
  @OrNull public internal(set) var smallArea: String?
  /// The bodies it lies in, nearest first: sub-ICB location, board. Empty when it cannot be said.
  public let bodies: [NamedBody]
  /// The answer in a sentence.
  public let sentence: String
  /// The directory a postcode was found in.
  @OrNull public internal(set) var source: String?

  /// The board or group it lies in.
  public var board: NamedBody? { bodies.last }

  /// Reads a text as a postcode or a small-area code; nil when it is neither.
  init?(_ text: String, in snapshot: Snapshot, blocks: Blocks?) {
    let tidy = text.filter { $0 != " " }.uppercased()
    if SmallArea.isCode(tidy) {
      self.init(smallArea: tidy, in: snapshot, blocks: blocks)
    } else if let postcode = Postcode(text) {
      self.init(postcode: postcode, in: snapshot, blocks: blocks)
    } else {
      return nil
    }
  }

  private init(
    piece: String, code: String, smallArea: String? = nil, bodies: [ID<Body>], source: String? = nil,
    reason: String,
    in snapshot: Snapshot
  ) {
    let register = snapshot.register
    self.piece = piece
    self.code = code
    _smallArea = OrNull(wrappedValue: smallArea)
    _source = OrNull(wrappedValue: source)
    self.bodies = bodies.map { NamedBody($0, in: register) }
    let what = piece == "postcode" ? "postcode" : "small area"
    if let board = self.bodies.last {
      let inside = self.bodies.count > 1 ? ", within \(self.bodies[0].shortName)" : ""
      sentence = "On \(snapshot.trueOn.written) the \(what) \(code) lies in \(board.name)\(inside)."
    } else {
      sentence = "\(code) is a \(what). \(Sentences.capital(reason))."
    }
  }

  private init(smallArea code: String, in snapshot: Snapshot, blocks: Blocks?) {
    let asked = PlaceFinding.tried(blocks) { try SmallArea(snapshot: snapshot, blocks: $0).bodies(of: code) }
    switch asked {
    case .success(let found):
      self.init(
        piece: "small-area", code: code, smallArea: code, bodies: found.bodies, reason: found.reason,
        in: snapshot)
    case .failure(let reason):
      self.init(
        piece: "small-area", code: code, smallArea: code, bodies: [], reason: reason.text, in: snapshot)
    }
  }

  private init(postcode: Postcode, in snapshot: Snapshot, blocks: Blocks?) {
    let toImport =
      "To see which board it lies in, import a postcode directory of the Office for National Statistics: concordat import RECORD FILE"
    let asked = PlaceFinding.tried(blocks) {
      blocks -> (hit: PostcodeHit?, bodies: [ID<Body>], reason: String) in
      let areas = SmallArea(snapshot: snapshot, blocks: blocks)
      let (hit, isLoaded) = try areas.postcode(postcode)
      guard let hit else {
        return (nil, [], isLoaded ? "it is in none of the postcode directories that are loaded" : toImport)
      }
      if hit.scheme.hasPrefix("lsoa") {
        let found = try areas.bodies(of: hit.code)
        return (hit, found.bodies, found.reason)
      }
      let then = snapshot.on(hit.edition.period.from.latest).register
      guard let body = then.bodies(withCode: hit.code, in: hit.scheme).first else {
        return (hit, [], "the directory gives the code \(hit.code), which no body held on its day")
      }
      return (hit, snapshot.register.upwards(from: body), "")
    }
    switch asked {
    case .success(let found):
      self.init(
        piece: "postcode", code: postcode.written,
        smallArea: found.hit.flatMap { $0.scheme.hasPrefix("lsoa") ? $0.code : nil }, bodies: found.bodies,
        source: found.hit?.edition.source.text, reason: found.reason, in: snapshot)
    case .failure:
      self.init(piece: "postcode", code: postcode.written, bodies: [], reason: toImport, in: snapshot)
    }
  }

  private struct Reason: Error { let text: String }

  private static func tried<T>(_ blocks: Blocks?, _ work: (@escaping Blocks) throws -> T) -> Result<T, Reason> {
    guard let blocks else { return .failure(Reason(text: "no lookups are at hand")) }
    do { return .success(try work(blocks)) } catch {
      return .failure(Reason(text: "a lookup could not be read (\(error))"))
    }
  }
}

extension Register {
  /// A body and the board it is part of on the day.
  func upwards(from body: ID<Body>) -> [ID<Body>] {
    let board = Register.commissioners.lazy.compactMap { self.ancestor(of: body, kind: $0) }.first
    return board.map { $0 == body ? [body] : [body, $0] } ?? [body]
  }
}
