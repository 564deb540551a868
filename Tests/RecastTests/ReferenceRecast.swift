import Recast
import Register
import Vocabulary

/// A slow, obvious recast, to check the fast one against: every unit is taken apart on its own, in dictionaries.
enum ReferenceRecast {
  struct Result: Equatable {
    var values: [ID<Body>: Double] = [:]
    var exact: [ID<Body>: Double] = [:]
    var outside = 0.0
    var unplaced = 0.0
    var refused: Set<ID<Body>> = []
  }

  static func recast(_ figures: [Double], _ locations: [Location]) -> Result {
    var result = Result()
    for (figure, location) in zip(figures, locations) where !figure.isNaN {
      switch location {
      case .whole(let body, _):
        result.values[body, default: 0] += figure
        result.exact[body, default: 0] += figure
      case .parts(let parts, _):
        for part in parts { result.values[part.body, default: 0] += figure * part.share }
      case .none: result.outside += figure
      case .scattered(let among, _):
        for body in among { result.values[body, default: 0] += 0 }
        if figure != 0 { result.refused.formUnion(among) }
        result.unplaced += figure
      case .unknown: result.unplaced += figure
      }
    }
    return result
  }
}

/// A small, fast random number generator with a seed (SplitMix64, Steele, Lea and Flood 2014), so that a failing
/// case can be made again.
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
