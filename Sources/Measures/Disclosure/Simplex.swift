/// Ways to move the cells of a table so that all its sums still hold.
///
/// The unknowns are the moves *y* of the cells, with *A y* = 0, each between a lower limit at or below nought and an
/// upper one at or above it. Staying put is always possible, so no first phase is needed: the primal simplex method with
/// bounded variables begins there, with unknowns that rest between their limits (Dantzig 1963, chapter 18; entering
/// variables by Dantzig's rule, after many steps by Bland's (1977), which cannot cycle). Sums of one- and two-way tables
/// form a network, whose moves stay whole.
struct Simplex {
  /// The rows of *A* in reduced form, one basic unknown each, one row after another.
  private var tableau: [Double]
  /// The basic unknown of each row.
  private var basis: [Int]
  private let width: Int

  private static let tolerance = 1e-9

  /// Equations over a number of unknowns, each as positions and coefficients. Dependent ones are dropped. O(m² n).
  init(_ equations: [[(unknown: Int, coefficient: Double)]], unknowns: Int) {
    width = unknowns
    tableau = []
    basis = []
    for equation in equations {
      var row = [Double](repeating: 0, count: unknowns)
      for (unknown, coefficient) in equation { row[unknown] += coefficient }
      for (index, basic) in basis.enumerated() where row[basic] != 0 {
        let factor = row[basic]
        for column in 0..<width { row[column] -= factor * tableau[index * width + column] }
      }
      guard let pivot = row.firstIndex(where: { abs($0) > Simplex.tolerance }) else { continue }
      tableau += row
      basis.append(pivot)
      eliminate(row: basis.count - 1, column: pivot)
    }
  }

  /// The best moves for an objective, each within its limits; nil when the search has no end.
  ///
  /// O(m n) for each step, and few steps more than there are sums in practice.
  func maximising(_ objective: [Double], within limits: [ClosedRange<Double>]) -> [Double]? {
    var state = self
    var moves = [Double](repeating: 0, count: width)
    var gains = objective
    for (row, basic) in basis.enumerated() where gains[basic] != 0 {
      let factor = gains[basic]
      for column in 0..<width { gains[column] -= factor * tableau[row * width + column] }
    }
    let patience = 10 * (width + basis.count) + 100
    for step in 0..<(6 * patience) {
      guard let entering = Simplex.entering(gains, moves, limits, first: step > patience) else { return moves }
      guard state.advance(entering, &moves, &gains, limits) else { return nil }
    }
    return nil
  }

  /// An unknown whose move would gain: the one that gains most, or the first.
  private static func entering(
    _ gains: [Double], _ moves: [Double], _ limits: [ClosedRange<Double>], first: Bool
  ) -> Int? {
    var best: Int?
    var most = tolerance
    for unknown in gains.indices where abs(gains[unknown]) > most {
      let limit = limits[unknown]
      guard gains[unknown] > 0 ? moves[unknown] < limit.upperBound : moves[unknown] > limit.lowerBound else { continue }
      if first { return unknown }
      best = unknown
      most = abs(gains[unknown])
    }
    return best
  }

  /// Moves one unknown as far as it can go, and the basic ones with it. False when nothing stops it.
  private mutating func advance(
    _ entering: Int, _ moves: inout [Double], _ gains: inout [Double], _ limits: [ClosedRange<Double>]
  ) -> Bool {
    let sign: Double = gains[entering] > 0 ? 1 : -1
    var length =
      sign > 0 ? limits[entering].upperBound - moves[entering] : moves[entering] - limits[entering].lowerBound
    var leaving: Int?
    for (row, basic) in basis.enumerated() {
      let slope = -tableau[row * width + entering] * sign
      guard abs(slope) > Simplex.tolerance else { continue }
      let end = slope > 0 ? limits[basic].upperBound : limits[basic].lowerBound
      let room = max(0, (end - moves[basic]) / slope)
      guard room < length || (room == length && leaving.map { basic < basis[$0] } ?? false) else { continue }
      length = room
      leaving = row
    }
    guard length.isFinite else { return false }
    moves[entering] += sign * length
    for (row, basic) in basis.enumerated() { moves[basic] -= tableau[row * width + entering] * sign * length }
    guard let leaving else { return true }
    let left = basis[leaving]
    let slope = -tableau[leaving * width + entering] * sign
    moves[left] = slope > 0 ? limits[left].upperBound : limits[left].lowerBound
    basis[leaving] = entering
    eliminate(row: leaving, column: entering)
    let factor = gains[entering]
    for column in 0..<width { gains[column] -= factor * tableau[leaving * width + column] }
    gains[entering] = 0
    return true
  }

  /// Makes a column one in its row and nought in all others.
  private mutating func eliminate(row pivot: Int, column: Int) {
    let start = pivot * width
    let scale = tableau[start + column]
    let support = (0..<width).filter { tableau[start + $0] != 0 }
    if scale != 1 { for position in support { tableau[start + position] /= scale } }
    for row in basis.indices where row != pivot && tableau[row * width + column] != 0 {
      let factor = tableau[row * width + column]
      for position in support { tableau[row * width + position] -= factor * tableau[start + position] }
    }
  }
}
