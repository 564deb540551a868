/// From values to places on a drawing, in a straight line.
struct Scale: Equatable {
  let values: ClosedRange<Double>
  /// Where the least value lies.
  let start: Double
  /// Where the most lies; before the start on an axis that points up.
  let end: Double

  init(_ values: ClosedRange<Double>, from start: Double, to end: Double) {
    self.values = values
    self.start = start
    self.end = end
  }

  /// The place of a value; one beyond the range is drawn at its edge.
  func callAsFunction(_ value: Double) -> Double {
    let extent = values.upperBound - values.lowerBound
    guard extent > 0 else { return (start + end) / 2 }
    let inside = min(max(value, values.lowerBound), values.upperBound)
    return start + (inside - values.lowerBound) / extent * (end - start)
  }

  /// The place of a value, beyond the edges too, for lines that are clipped to them.
  func unclipped(_ value: Double) -> Double {
    let extent = values.upperBound - values.lowerBound
    guard extent > 0 else { return (start + end) / 2 }
    return min(max(start + (value - values.lowerBound) / extent * (end - start), -9_999), 9_999)
  }
}

extension ClosedRange<Double> {
  /// From the least of the values to the most; nil when there is none.
  init?(over values: some Sequence<Double>) {
    let values = Array(values)
    guard let least = values.min(), let most = values.max() else { return nil }
    self = least...most
  }
}

/// Labels moved apart along one axis, as little as need be.
enum Spread {
  /// The places of labels that want to be where they are given, in the same order.
  ///
  /// - Parameters:
  ///   - gap: the least distance between two.
  ///   - range: where they may be. When they do not all fit, they keep their distance and leave it at the end.
  static func apart(_ wanted: [Double], by gap: Double, within range: ClosedRange<Double>) -> [Double] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var places = wanted
    var least = range.lowerBound
    for index in order {
      places[index] = max(wanted[index], least)
      least = places[index] + gap
    }
    var most = range.upperBound
    for index in order.reversed() {
      places[index] = min(places[index], most)
      most = places[index] - gap
    }
    least = range.lowerBound
    for index in order {
      places[index] = max(places[index], least)
      least = places[index] + gap
    }
    return places
  }
}
