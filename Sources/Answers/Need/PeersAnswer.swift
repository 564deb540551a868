public import Chronicle
internal import Measures
internal import Recast
public import Register
public import Vocabulary

/// The bodies of the same kind that are nearest to one in what their people need.
///
/// Each variable is set in standard deviations from the mean of all bodies compared; the distance of two bodies is the
/// square root of the weighted mean of the squared differences. It says how alike two bodies are, not how good.
public struct PeersAnswer: Encodable, Hashable, Sendable {
  /// What bodies are compared by.
  public struct Variable: Encodable, Hashable, Sendable {
    /// `core20`, `aged-65-and-over`, `need-index`, `people`.
    public let key: String
    /// What it is.
    public let name: String
    /// How much it counts.
    public let weight: Double
    /// The period of its figures, or empty.
    public let period: String
    /// Whether it is used; one that is not loaded is not.
    public let isUsed: Bool
    /// Why it is not used, or empty.
    public let note: String
  }

  /// A body and its variables.
  public struct Row: Encodable, Hashable, Sendable {
    /// The body.
    public let body: NamedBody
    /// How far it is, 0 for the body itself.
    public let distance: Double
    /// Its values, in the order of the variables used; population as a count.
    public let values: [Double]
    /// Whether any of them was divided between bodies.
    public let isApportioned: Bool
  }

  /// For when it is true.
  public let asAt: AsAt
  /// The body, with distance 0.
  public let own: Row
  /// The variables and their weights.
  public let variables: [Variable]
  /// The nearest, nearest first.
  public let peers: [Row]
  /// How many bodies were compared.
  public let compared: Int
  /// Bodies of the kind left out because a variable of theirs is not known.
  public let leftOut: [NamedBody]
  /// The method in words.
  public let method: String
  /// The answer in a sentence.
  public let sentence: String

  /// The nearest `count` bodies. Weights by key; those not given count 1, and nought leaves a variable out.
  ///
  /// Throws `QuestionError` when nothing is loaded to compare by, or the body has no figures. O(units + bodies²).
  public init(
    of body: ID<Body>, count: Int = 5, weights: [String: Double] = [:], in snapshot: Snapshot, blocks: @escaping Blocks
  ) throws {
    let register = snapshot.register
    guard let kind = register.kind(body), register.exists(body) else {
      throw QuestionError("'\(body)' did not exist on \(snapshot.trueOn.written), so it has no peers on that day")
    }
    guard weights.values.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
      throw QuestionError("a weight is a number from nought up")
    }
    var table = try NeedTable(kind, weights: weights, snapshot, blocks)
    try table.fill()
    let used = table.variables.indices.filter { table.variables[$0].isUsed }
    guard !used.isEmpty else {
      throw QuestionError(
        "nothing is loaded to compare \(kind.plural) by: import the population of small areas, the indices of deprivation "
          + "or weighted populations (`concordat formats`)")
    }
    let all = register.bodies(kind)
    let known = all.filter { body in used.allSatisfy { table.values[$0][body] != nil } }
    guard known.contains(body) else {
      throw QuestionError(
        "\(register.name(body)) has no figures of what its peers are chosen by: "
          + table.variables.filter(\.isUsed).map(\.name).joined(separator: "; "))
    }
    let rows = known.map { body in used.map { table.values[$0][body]?.value ?? 0 } }
    let scores = Self.standardised(rows, logarithm: used.map { table.variables[$0].key == "people" })
    let weighing = used.map { table.variables[$0].weight }
    let place = known.firstIndex(of: body) ?? 0
    func row(_ index: Int) -> Row {
      Row(
        body: NamedBody(known[index], in: register),
        distance: Self.distance(scores[place], scores[index], weighing), values: rows[index],
        isApportioned: used.contains { table.values[$0][known[index]]?.isDivided == true })
    }
    let peers = known.indices.filter { $0 != place }.map(row)
      .sorted { ($0.distance, $0.body.name, $0.body.id) < ($1.distance, $1.body.name, $1.body.id) }
    asAt = AsAt(snapshot)
    own = row(place)
    variables = table.variables
    self.peers = Array(peers.prefix(max(0, count)))
    compared = known.count
    leftOut = all.filter { !known.contains($0) }.map { NamedBody($0, in: register) }
    method =
      "Each variable is set in standard deviations from the mean of \(known.count) \(kind.plural), people on a log scale; "
      + "the distance is the square root of the weighted mean of the squared differences."
    let names = self.peers.map(\.body.shortName)
    sentence =
      names.isEmpty
      ? "No other \(kind.singular) has figures to be compared by."
      : "Nearest in need to \(register.shortName(body)): \(Sentences.list(names)). They are alike by "
        + Sentences.list(used.map { table.variables[$0].name.lowercased() }) + ", not by how they are run."
  }

  /// Values in standard deviations from their mean, each variable for itself; nought where all are alike.
  static func standardised(_ rows: [[Double]], logarithm: [Bool]) -> [[Double]] {
    var scores = rows
    for variable in logarithm.indices {
      let values = rows.map { logarithm[variable] ? NeedTable.log($0[variable]) : $0[variable] }
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
      let deviation = variance.squareRoot()
      for row in rows.indices { scores[row][variable] = deviation > 0 ? (values[row] - mean) / deviation : 0 }
    }
    return scores
  }

  static func distance(_ a: [Double], _ b: [Double], _ weights: [Double]) -> Double {
    let total = weights.reduce(0, +)
    guard total > 0 else { return 0 }
    let sum = zip(zip(a, b), weights).reduce(0) { sum, item in
      sum + item.1 * (item.0.0 - item.0.1) * (item.0.0 - item.0.1)
    }
    return (sum / total).squareRoot()
  }
}
