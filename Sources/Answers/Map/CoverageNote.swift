internal import Chronicle
internal import Register
internal import Vocabulary

/// Whether every small area lies in exactly one system, judged from the recorded overlaps of districts with boards:
/// each district's parts must add up to the whole of it. No lookup is needed.
public struct CoverageNote: Encodable, Hashable, Sendable {
  /// What was counted: `lsoa11`, `lsoa21`; empty where nothing could be.
  public let unit: String
  /// The small areas that lie in a board.
  public let placed: Int
  /// All small areas of the districts recorded.
  public let whole: Int
  /// Districts whose parts do not add up.
  public let gaps: [NamedBody]
  /// The answer in a sentence.
  public let sentence: String

  init(bodies: [ID<Body>], kind: BodyKind?, in register: Register) {
    var parts: [ID<Body>: Int] = [:]
    var wholes: [ID<Body>: Int] = [:]
    var units: Set<String> = []
    for board in bodies {
      for overlap in register.overlaps(with: board)
      where register.roles(of: overlap.fact.subject).contains("lower-tier") {
        parts[overlap.fact.subject, default: 0] += overlap.fact.part
        wholes[overlap.fact.subject] = overlap.fact.whole
        units.insert(overlap.fact.unit)
      }
    }
    unit = units.count == 1 ? units.first ?? "" : ""
    placed = parts.values.reduce(0, +)
    whole = wholes.values.reduce(0, +)
    gaps = parts.keys.filter { parts[$0] != wholes[$0] }.map { NamedBody($0, in: register) }.sorted(
      by: NamedBody.inOrder)
    sentence = Sentences.coverage(
      kind: kind, districts: wholes.count, placed: placed, whole: whole, units: units.sorted(),
      gaps: gaps.count)
  }
}

extension Sentences {
  static func coverage(kind: BodyKind?, districts: Int, placed: Int, whole: Int, units: [String], gaps: Int)
    -> String
  {
    guard let kind, districts > 0 else {
      return "The record has no areas for this day, so it cannot say whether all of England is covered."
    }
    let areas = "\(number(placed)) small areas"
    guard units.count == 1 else {
      return
        "The areas of this day are counted in small areas of different years, so they cannot be added up."
    }
    if gaps == 0 {
      return
        "All \(areas) of the \(number(districts)) districts recorded lie in \(article(Kinds.word(kind).one)), each in exactly one."
    }
    return
      "Of \(number(whole)) small areas, \(number(placed)) are counted in \(Kinds.word(kind).many); \(count(gaps, "district does", "districts do")) not add up."
  }

  /// `On 1 April 2026 the record shows 36 integrated care boards in seven regions.`
  static func map(_ kind: BodyKind?, count: Int, regions: Int, uncertain: Int, on day: Day) -> String {
    guard let kind else {
      return "The record knows of no system that surely existed on \(day.written)."
    }
    let inRegions = regions > 0 ? " in \(self.count(regions, "region", "regions"))" : ""
    let there =
      "On \(day.written) the record shows \(self.count(count, kind.singular, kind.plural))\(inRegions)."
    let before =
      kind == .integratedCareBoard
      ? ""
      : " Boards did not exist yet. These partnerships had no standing in law, and the record has no map of them."
    let more =
      uncertain == 0
      ? "" : " \(capital(number(uncertain))) more may have existed: their dates are known only in part."
    return there + before + more
  }
}
