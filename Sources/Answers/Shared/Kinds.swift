public import Register

/// Short words for kinds of body, and the order in which readers look for them.
public enum Kinds {
  /// The everyday word for one: `board`, `council`, `group`.
  public static func word(_ kind: BodyKind?) -> (one: String, many: String) {
    switch kind {
    case .integratedCareBoard: ("board", "boards")
    case .integratedCarePartnership, .sustainabilityAndTransformationPartnership, .placePartnership:
      ("partnership", "partnerships")
    case .integratedCareSystem, .accountableCareSystem: ("system", "systems")
    case .clinicalCommissioningGroup: ("group", "groups")
    case .subICBLocation: ("location", "locations")
    case .nhsRegion: ("region", "regions")
    case .nhsTrust: ("trust", "trusts")
    case .generalPractice: ("practice", "practices")
    case .primaryCareNetwork: ("network", "networks")
    case .cluster: ("cluster", "clusters")
    case .council: ("council", "councils")
    case .none: ("body", "bodies")
    case .some(let other): (other.singular, other.plural)
    }
  }

  /// Whether there are hundreds of the kind in a board, so that a page counts and does not list them.
  static func isCounted(_ kind: BodyKind) -> Bool {
    switch kind {
    case .generalPractice, .primaryCareNetwork, .site, .ward: true
    default: false
    }
  }

  /// Whether a body of the kind is answerable for an area of its own.
  static func hasArea(_ kind: BodyKind) -> Bool {
    switch kind {
    case .integratedCareBoard, .integratedCareSystem, .integratedCarePartnership, .subICBLocation,
      .clinicalCommissioningGroup, .sustainabilityAndTransformationPartnership, .accountableCareSystem,
      .nhsRegion,
      .council, .combinedAuthority, .strategicAuthority, .placePartnership, .neighbourhood, .ward, .madeArea:
      true
    default: false
    }
  }

  private static let order: [BodyKind] = [
    .integratedCareBoard, .integratedCareSystem, .integratedCarePartnership,
    .clinicalCommissioningGroup,
    .sustainabilityAndTransformationPartnership, .accountableCareSystem, .council, .nhsTrust, .subICBLocation,
    .placePartnership,
    .generalPractice, .primaryCareNetwork,
  ]

  /// Where a kind stands in a list of unlike bodies: boards first.
  static func rank(_ kind: BodyKind?) -> Int {
    guard let kind else { return 1000 }
    return order.firstIndex(of: kind) ?? 100 + (BodyKind.allCases.firstIndex(of: kind) ?? 0)
  }
}
