internal import Chronicle
internal import Oversight
internal import Register
internal import Vocabulary

/// Finds steps of oversight that are not allowed, by handing the facts of each body to the state machines as they would
/// stand: a decision nobody made, an exit without its criteria, an action of the wrong body.
struct OversightCheck {
  /// A statement that cannot stand.
  struct Breach {
    /// The position of the arriving statement; nil where something was taken away that what stays rests on.
    let index: Int?
    /// The file of its kind.
    let file: String
    let reason: String
  }

  static let kinds: Set<String> = [
    DecidedSegment.kind.name, SupportStep.kind.name, AgreedCriterion.kind.name, TakenAction.kind.name,
    AssessmentPart.kind.name,
  ]

  /// What would be wrong once statements have arrived and entries have gone: the first fault of each body. O(facts of
  /// the bodies that are touched).
  static func breaches(
    of arriving: [Statement], in archive: Archive, without gone: Set<Int>
  ) throws(OversightError) -> [Breach] {
    let removed = gone.sorted().compactMap { archive.row(of: $0) }.compactMap { try? Statement($0) }
    let touched = Set((arriving + removed).filter { kinds.contains($0.kind) }.map(\.subject))
    guard !touched.isEmpty else { return [] }
    let catalogue = try FrameworkCatalogue.shipped()
    return touched.sorted().compactMap { subject in
      ID<Body>(subject).flatMap { breach(of: $0, arriving, archive, gone, catalogue) }
    }
  }

  private static func breach(
    of body: ID<Body>, _ arriving: [Statement], _ archive: Archive, _ gone: Set<Int>, _ catalogue: FrameworkCatalogue
  ) -> Breach? {
    /// What the body's facts would be, each with its place among the arriving.
    var facts: [(statement: Statement, index: Int?)] = []
    func keep<F: Fact>(_ type: F.Type) where F.Subject == Body {
      for version in archive.table(type).versions(of: body)
      where version.retracted == .max && !gone.contains(version.entry) {
        facts.append((version.statement, nil))
      }
    }
    keep(DecidedSegment.self)
    keep(SupportStep.self)
    keep(AgreedCriterion.self)
    keep(TakenAction.self)
    keep(AssessmentPart.self)
    for (index, statement) in arriving.enumerated()
    where kinds.contains(statement.kind) && statement.subject == body.text {
      facts.append((statement, index))
    }
    let named = Set([body.text] + facts.flatMap(\.statement.references).filter { $0.thing == .body }.map(\.name))
    for name in named.sorted() {
      guard let id = ID<Body>(name) else { continue }
      for version in archive.table(Body.self).versions(of: id)
      where version.retracted == .max && !gone.contains(version.entry) {
        facts.append((version.statement, nil))
      }
    }
    for (index, statement) in arriving.enumerated()
    where statement.kind == Body.kind.name && named.contains(statement.subject) {
      facts.append((statement, index))
    }
    do throws(OversightCourse.Fault) {
      let world = Archive.holding(facts.map(\.statement))
      _ = try Snapshot(world, trueOn: .distantFuture, audience: .restricted).oversight(of: body, by: catalogue)
      return nil
    } catch {
      let fact = facts[error.entry - 1]
      let kind = fact.statement.kind
      return Breach(
        index: fact.index ?? facts.compactMap(\.index).first, file: Kinds.file(of: kind) ?? kind,
        reason: "'\(body)': \(error.message)")
    }
  }
}
