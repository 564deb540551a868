internal import Register
internal import Vocabulary

/// What a column of a lookup speaks of.
enum LookupConcept: CaseIterable {
  case smallArea
  case ward
  case district
  case upperTier
  case englishRegion
  case subICBLocation
  case group
  case board
  case partnership
  case nhsRegion

  /// How names of columns begin, folded: in the style of the Office for National Statistics, then in tidy styles.
  var prefixes: [String] {
    switch self {
    case .smallArea: ["lsoa"]
    case .ward: ["wd", "ward"]
    case .district: ["lad", "ltla"]
    case .upperTier: ["utla", "ctyua"]
    case .englishRegion: ["rgn", "region"]
    case .subICBLocation: ["sicbl"]
    case .group: ["ccg"]
    case .board: ["icb"]
    case .partnership: ["stp"]
    case .nhsRegion: ["nhser", "nhsregion"]
    }
  }

  /// The kind of body, for what pieces are placed in.
  var bodyKind: BodyKind {
    switch self {
    case .smallArea, .englishRegion: .other
    case .ward: .ward
    case .district, .upperTier: .council
    case .subICBLocation: .subICBLocation
    case .group: .clinicalCommissioningGroup
    case .board: .integratedCareBoard
    case .partnership: .sustainabilityAndTransformationPartnership
    case .nhsRegion: .nhsRegion
    }
  }

  /// The last word of a lookup's identifier.
  var word: String {
    switch self {
    case .smallArea: "lsoa"
    case .upperTier: "upper-tier"
    case .englishRegion: "region"
    default: bodyKind.rawValue
    }
  }

  /// The day from which the areas of a year's edition stood: 1 July 2022 for the bodies of the NHS in 2022, because
  /// boards began on that day, and 1 April for everything else.
  func start(of year: Int) -> Day {
    let isNHS = [.subICBLocation, .board, .partnership, .nhsRegion].contains(self)
    return Day(year: year, month: isNHS && year == 2022 ? 7 : 4, day: 1) ?? .distantPast
  }

  /// Whether a code is shaped as one of these in a scheme.
  func accepts(_ code: String, scheme: String) -> Bool {
    if scheme == "ods" { return AreaCodes.isODS(code) }
    switch self {
    case .smallArea: return AreaCodes.isSmallArea(code)
    case .ward: return AreaCodes.isONS(code, "E05", "W05")
    default: return AreaCodes.isONS(code)
    }
  }
}

/// The columns of a lookup for one concept in one year's edition.
struct LookupColumns {
  let concept: LookupConcept
  /// The year of the edition.
  let year: Int
  var ons: Int?
  var ods: Int?
  var name: Int?

  /// The column of codes to use, and its scheme: the Organisation Data Service's where it is there, since it alone
  /// stayed the same while the other codes changed.
  var codes: (at: Int, scheme: String)? { ods.map { ($0, "ods") } ?? ons.map { ($0, "ons") } }

  /// Every such set of columns, in order of concept and year. Two columns that say the same thing are refused.
  static func find(in headings: Headings) throws(ImportError) -> [LookupColumns] {
    var found: [LookupColumns] = []
    for (at, key) in headings.keys.enumerated() {
      guard let (concept, year, form) = parse(key) else { continue }
      let position =
        found.firstIndex { $0.concept == concept && $0.year == year }
        ?? {
          found.append(LookupColumns(concept: concept, year: year))
          return found.count - 1
        }()
      let path: WritableKeyPath<LookupColumns, Int?> =
        switch form {
        case .ons: \.ons
        case .ods: \.ods
        case .name: \.name
        }
      if let other = found[position][keyPath: path] {
        throw ImportError(
          "the columns '\(headings.names[other])' and '\(headings.names[at])' say the same thing; remove one")
      }
      found[position][keyPath: path] = at
    }
    let order = LookupConcept.allCases
    return found.filter { $0.codes != nil }.sorted { a, b in
      let (first, second) = (order.firstIndex(of: a.concept) ?? 0, order.firstIndex(of: b.concept) ?? 0)
      return (first, a.year) < (second, b.year)
    }
  }

  private enum Form { case ons, ods, name }

  private static let forms: [String: Form] = [
    "cd": .ons, "code": .ons, "cdh": .ods, "codeh": .ods, "codenhs": .ods, "nhscode": .ods, "codeods": .ods,
    "odscode": .ods, "nm": .name, "name": .name,
  ]

  /// Takes `sicbl24cdh` apart into sub-ICB location, 2024, ODS code.
  private static func parse(_ key: String) -> (LookupConcept, Int, Form)? {
    for concept in LookupConcept.allCases {
      for prefix in concept.prefixes where key.hasPrefix(prefix) {
        let rest = key.dropFirst(prefix.count)
        let digits = rest.prefix(2)
        if digits.count == 2, let year = Int(digits), let form = forms[String(rest.dropFirst(2))] {
          return (concept, 2000 + year, form)
        }
      }
    }
    return nil
  }
}
