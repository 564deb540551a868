public import Chronicle
public import Register
public import Vocabulary

/// Something a body may have to pay for, such as indemnity. It moves when the body is merged.
public struct Liability: Fact {
  /// A body.
  public typealias Subject = Body
  /// The body that took it on.
  public let subject: ID<Body>
  /// What it is.
  public let name: String
  /// How much; nil where it is not known.
  public let amount: Pence?
  /// What is known of it.
  public let note: String

  /// A liability.
  public init(_ subject: ID<Body>, _ name: String, amount: Pence?, note: String = "") {
    self.subject = subject
    self.name = name
    self.amount = amount
    self.note = note
  }

  /// `liability-1`.
  public static let kind = FactKind(
    "liability-1", file: "liabilities.tsv", columns: ["name", "amount", "note"],
    meaning: "a body may have to pay for something")
  /// The columns.
  public var fields: [String] { [name, amount?.description ?? "", note] }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    name = try reader.next("name")
    amount = try reader.penceIfAny("amount")
    note = try reader.next("note")
  }
}

extension Snapshot {
  /// Who bears a liability on the snapshot's day: the body that took it on, or the one body that took its place since.
  ///
  /// Nil where the body has ended and its place was taken by nobody, or by several among whom it was not divided.
  public func bearer(of liability: Liability) -> ID<Body>? {
    var body = liability.subject
    var seen: Set<ID<Body>> = []
    while seen.insert(body).inserted {
      guard let life = history(Body.self, of: body).last, life.period.until.latest <= trueOn else { return body }
      let successors = Set(
        register.successions(from: body).filter { $0.fact.status.isInForce && $0.period.from.latest <= trueOn }.map(
          \.fact.successor))
      guard successors.count == 1, let successor = successors.first else { return nil }
      body = successor
    }
    return nil
  }
}
