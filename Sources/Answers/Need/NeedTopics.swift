internal import Chronicle
internal import Measures
internal import Vocabulary

/// A side of need that is told where somebody has loaded it, and named as missing otherwise.
struct NeedTopic: Sendable {
  /// How its figures become one of an area.
  enum Way {
    /// A rate through its two counts.
    case asRatio
    /// A count out of all counts of the same sort.
    case amongItsKind
    /// Residents for each of it.
    case people
  }

  let name: String
  let prefix: String
  let measured: Way
  let what: String
  let file: String

  static let all: [NeedTopic] = [
    NeedTopic(
      name: "sex", prefix: "population.resident.sex.", measured: .amongItsKind,
      what: "Residents by sex are not loaded.",
      file:
        "Census 2021 table TS008 by small area (Office for National Statistics), as a tidy table with measures "
        + "population.resident.sex.female and population.resident.sex.male"),
    NeedTopic(
      name: "ethnicity", prefix: "population.resident.ethnic-group.", measured: .amongItsKind,
      what: "Residents by ethnic group are not loaded.",
      file:
        "Census 2021 table TS021 by small area (Office for National Statistics), as a tidy table with measures "
        + "population.resident.ethnic-group.GROUP"),
    NeedTopic(
      name: "density", prefix: "area.square-kilometres", measured: .people,
      what: "The extent of small areas is not loaded, so people per square kilometre cannot be told.",
      file:
        "Standard Area Measurements by small area (Office for National Statistics), as a tidy table with the measure "
        + "area.square-kilometres"),
    NeedTopic(
      name: "long-term conditions", prefix: "disease-register.", measured: .asRatio,
      what: "No register of long-term conditions is loaded.",
      file:
        "Disease registers by practice, Quality and Outcomes Framework (NHS England), and the practice register"),
  ]
}

extension NeedGap {
  /// What the record cannot say of an area, in the order of the annual statement: deprivation, ethnicity, age, sex.
  static func all(figures: [NeedFigure], hasAges: Bool, in snapshot: Snapshot) -> [NeedGap] {
    var gaps: [NeedGap] = []
    func refusal(_ key: String) -> String? {
      figures.first { $0.key == key }.flatMap { $0.value == nil ? $0.note : nil }
    }
    if let why = refusal("core20.neighbourhoods") {
      gaps.append(
        NeedGap(
          topic: "deprivation", what: "Deprivation is not told: \(why).",
          file: "English Indices of Deprivation by small area, and a lookup of small areas to sub-ICB locations"))
    } else if let why = refusal("core20.people") {
      gaps.append(
        NeedGap(
          topic: "deprivation by people", what: "Deprivation is told by neighbourhoods alone: \(why).",
          file: "Population of the same small areas by age (Office for National Statistics)"))
    }
    if !hasAges {
      gaps.append(
        NeedGap(
          topic: "age", what: "Residents by age are not told: \(refusal("aged-65-and-over") ?? "none are loaded").",
          file: "Small-area population estimates by age (Office for National Statistics)"))
    }
    for topic in NeedTopic.all where !figures.contains(where: { $0.key.hasPrefix(topic.prefix) && $0.value != nil }) {
      let why = figures.first { $0.key.hasPrefix(topic.prefix) }?.note
      gaps.append(
        NeedGap(
          topic: topic.name, what: why.map { "\(Sentences.capital(topic.name)) is not told: \($0)." } ?? topic.what,
          file: topic.file))
    }
    return gaps
  }
}
