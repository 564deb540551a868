/// A place on the earth, in degrees.
public struct Position: Hashable, Sendable {
  let longitude: Double
  let latitude: Double

  /// A place by its longitude, east of Greenwich, and latitude, north of the equator.
  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }
}

/// The outlines of areas, made small enough for a page, without tearing neighbours apart.
///
/// Positions are projected (equirectangular, true to scale at 53° north) and snapped to a grid. Rings are cut
/// into arcs where three or more lines meet, and each arc is simplified by the method of Douglas and Peucker
/// (1973), always in the same direction. An arc that two areas share therefore comes out alike for both. The
/// tolerance grows until the outlines fit the budget. Islands too small to see are left out, but never the
/// largest part of an area.
///
/// Making one takes tens of milliseconds for the whole of England: make it once for each set of areas.
public struct Boundaries: Sendable {
  let outlines: [Outline]
  let width: Double
  let height: Double

  /// The number of areas.
  public var count: Int { outlines.count }

  /// The outlines of these areas, each a list of rings, outer and inner alike.
  ///
  /// - Parameters:
  ///   - areas: rings that are not finite, or have fewer than three corners, are left out.
  ///   - budget: the most bytes that all outlines together may take.
  public init(_ areas: [[[Position]]], within budget: Int = 110_000) {
    let grid = BoundaryGrid(areas)
    width = Double(grid.width)
    height = Double(grid.height)
    var tolerance = 0.7
    var outlines = grid.outlines(tolerance: tolerance)
    while outlines.reduce(0, { $0 + $1.bytes.count }) > budget, tolerance < 200 {
      tolerance *= 1.3
      outlines = grid.outlines(tolerance: tolerance)
    }
    self.outlines = outlines
  }
}

/// Rings on a grid of whole units, and the corners where they part.
struct BoundaryGrid {
  struct Corner: Hashable, Comparable {
    var x: Int
    var y: Int

    static func < (a: Corner, b: Corner) -> Bool { (a.x, a.y) < (b.x, b.y) }
  }

  let width: Int
  let height: Int
  let rings: [[[Corner]]]
  private let junctions: Set<Corner>

  /// Units across the wider of the two directions.
  private static let extent = 1_500.0

  /// The cosine of 53 degrees.
  private static let narrowing = 0.601_815_023

  init(_ areas: [[[Position]]]) {
    let finite = areas.map {
      $0.filter { $0.allSatisfy { $0.longitude.isFinite && $0.latitude.isFinite } }
    }
    let all = finite.joined().joined()
    let west = all.map(\.longitude).min() ?? 0
    let east = all.map(\.longitude).max() ?? 0
    let north = all.map(\.latitude).max() ?? 0
    let south = all.map(\.latitude).min() ?? 0
    let scale = Self.extent / max((east - west) * Self.narrowing, north - south, 1e-9)
    func corner(_ position: Position) -> Corner {
      Corner(
        x: Figures.nearest((position.longitude - west) * Self.narrowing * scale) + 3,
        y: Figures.nearest((north - position.latitude) * scale) + 3)
    }
    width = corner(Position(longitude: east, latitude: south)).x + 3
    height = corner(Position(longitude: east, latitude: south)).y + 3
    rings = finite.map { area in
      area.compactMap { ring in
        var corners: [Corner] = []
        for position in ring {
          let next = corner(position)
          if corners.last != next { corners.append(next) }
        }
        if corners.count > 1, corners.first == corners.last { corners.removeLast() }
        return corners.count >= 3 ? corners : nil
      }
    }
    junctions = Self.junctions(of: rings)
  }

  /// The corners that have more than two neighbours.
  private static func junctions(of rings: [[[Corner]]]) -> Set<Corner> {
    var pairs: [Corner: (Corner, Corner?)] = [:]
    var junctions: Set<Corner> = []
    for ring in rings.joined() {
      for (index, corner) in ring.enumerated() {
        for neighbour in [ring[(index + ring.count - 1) % ring.count], ring[(index + 1) % ring.count]] {
          guard let (first, second) = pairs[corner] else {
            pairs[corner] = (neighbour, nil)
            continue
          }
          if neighbour == first || neighbour == second { continue }
          if second == nil { pairs[corner] = (first, neighbour) } else { junctions.insert(corner) }
        }
      }
    }
    return junctions
  }

  // MARK: Simplifying

  func outlines(tolerance: Double) -> [Outline] {
    rings.map { area in
      let largest = area.map { abs(Self.doubleArea($0)) }.max() ?? 0
      var outline = Outline()
      for ring in area {
        let isLargest = abs(Self.doubleArea(ring)) == largest
        let isIsland = !ring.contains { junctions.contains($0) }
        if isIsland, !isLargest, Double(abs(Self.doubleArea(ring))) < 24 + 12 * tolerance * tolerance {
          continue
        }
        var kept = simplified(ring, tolerance: tolerance)
        // The largest part of an area never vanishes: it is drawn a little finer instead.
        var finer = tolerance
        while isLargest, kept.count < 3, finer > 0.01 {
          finer /= 2
          kept = simplified(ring, tolerance: finer)
        }
        if kept.count < 3 { continue }
        Self.append(kept, to: &outline)
      }
      return outline
    }
  }

  private static func append(_ ring: [Corner], to outline: inout Outline) {
    guard let first = ring.first else { return }
    outline.move(Double(first.x), Double(first.y))
    for (index, (a, b)) in zip(ring, ring.dropFirst()).enumerated() {
      outline.step(b.x - a.x, b.y - a.y, first: index == 0)
    }
    outline.close()
  }

  static func doubleArea(_ ring: [Corner]) -> Int {
    var sum = 0
    for (index, a) in ring.enumerated() {
      let b = ring[(index + 1) % ring.count]
      sum += a.x * b.y - b.x * a.y
    }
    return sum
  }

  /// The ring with each arc between junctions simplified on its own.
  func simplified(_ ring: [Corner], tolerance: Double) -> [Corner] {
    let start =
      ring.firstIndex { junctions.contains($0) }
      ?? ring.indices.min { ring[$0] < ring[$1] } ?? 0
    let turned = Array(ring[start...] + ring[..<start]) + [ring[start]]
    var kept: [Corner] = []
    var arcStart = 0
    for index in 1..<turned.count where index == turned.count - 1 || junctions.contains(turned[index]) {
      let arc = Self.thinned(Array(turned[arcStart...index]), tolerance: tolerance)
      kept.append(contentsOf: arc.dropLast())
      arcStart = index
    }
    return kept
  }

  /// The arc thinned the same way whichever end it is read from.
  static func thinned(_ arc: [Corner], tolerance: Double) -> [Corner] {
    guard arc.count > 2 else { return arc }
    let isForward = arc.lexicographicallyPrecedes(arc.reversed())
    let line = isForward ? arc : arc.reversed()
    var keep = [Bool](repeating: false, count: line.count)
    keep[0] = true
    keep[line.count - 1] = true
    var spans = [(0, line.count - 1)]
    while let (first, last) = spans.popLast() {
      var farthest = first
      var most = 0.0
      for index in first + 1..<max(last, first + 1) {
        let distance = squaredDistance(of: line[index], from: line[first], to: line[last])
        if distance > most { (most, farthest) = (distance, index) }
      }
      if most > tolerance * tolerance {
        keep[farthest] = true
        spans.append((first, farthest))
        spans.append((farthest, last))
      }
    }
    let thin = zip(line, keep).filter { $1 }.map { $0.0 }
    return isForward ? thin : thin.reversed()
  }

  private static func squaredDistance(of p: Corner, from a: Corner, to b: Corner) -> Double {
    let (dx, dy) = (Double(b.x - a.x), Double(b.y - a.y))
    let (px, py) = (Double(p.x - a.x), Double(p.y - a.y))
    let length = dx * dx + dy * dy
    guard length > 0 else { return px * px + py * py }
    let along = min(1, max(0, (px * dx + py * dy) / length))
    let (ex, ey) = (px - along * dx, py - along * dy)
    return ex * ex + ey * ey
  }
}
