/// The sorts of need the formula weighs people for.
public enum NeedComponent: Int, Hashable, Sendable, CaseIterable {
  /// General and acute hospital care.
  case generalAndAcute
  /// Community services.
  case community
  /// Mental health services.
  case mentalHealth
  /// Maternity services.
  case maternity
  /// Primary medical care.
  case primaryMedical
  /// Prescribing.
  case prescribing
  /// Avoidable deaths, the measure of health inequalities.
  case inequalities

  /// What the need is of, in words.
  public var name: String {
    switch self {
    case .generalAndAcute: "general and acute care"
    case .community: "community services"
    case .mentalHealth: "mental health services"
    case .maternity: "maternity services"
    case .primaryMedical: "primary medical care"
    case .prescribing: "prescribing"
    case .inequalities: "health inequalities"
    }
  }
}

/// The people of a unit, weighted once for each sort of need; in England each sum equals the people counted.
///
/// Missing figures stay missing: what is computed from one is missing too.
public struct Need: Hashable, Sendable {
  /// One lane for each component, NaN where it is not known; the last lane is not used.
  var lanes: SIMD8<Double>

  /// The weighted people of each component that is known.
  public init(_ figures: [NeedComponent: Double]) {
    lanes = SIMD8(repeating: .nan)
    for (component, value) in figures { lanes[component.rawValue] = value }
  }

  /// People without any weighting: the same number for every sort of need.
  init(unweighted people: Double) { lanes = SIMD8(repeating: people) }

  /// The people weighted for one sort of need; nil where that is not known.
  public internal(set) subscript(component: NeedComponent) -> Double? {
    get { lanes[component.rawValue].isNaN ? nil : lanes[component.rawValue] }
    set { lanes[component.rawValue] = newValue ?? .nan }
  }
}
