public import Chronicle
internal import Governance
public import Register
public import Vocabulary

/// How a board shares its work: who has a say, how it stands to its partners and places, whether councils fit it, and
/// what is done how near to people.
public struct PartnershipAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// The body.
  public let body: NamedBody
  /// Who has a say.
  public let representation: Voices
  /// How it stands to its partnership, to collaboratives and to places.
  public let relations: Relations
  /// Whether councils lie wholly in it.
  public let coterminosity: Coterminosity
  /// At which level functions are exercised.
  public let subsidiarity: Subsidiarity

  /// The partnership of a body; nil where there is no such body.
  public init?(of body: ID<Body>, in snapshot: Snapshot) {
    guard snapshot.register.existence(body) != nil else { return nil }
    let governance = snapshot.governance
    asAt = AsAt(snapshot)
    self.body = NamedBody(body, in: snapshot.register)
    representation = Voices(of: body, in: governance)
    relations = Relations(of: body, in: governance)
    coterminosity = Coterminosity(of: body, in: snapshot)
    subsidiarity = Subsidiarity(of: body, in: governance)
    sentence = coterminosity.sentence + " " + representation.sentence
  }
}
