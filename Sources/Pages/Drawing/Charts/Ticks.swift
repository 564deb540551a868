/// Round values along an axis: multiples of 1, 2 or 5 times a power of ten.
struct Ticks: Equatable {
  /// The values, from least to most.
  let values: [Double]
  /// The decimal places that tell each from the next.
  let places: Int

  /// Round values that cover what is shown, about as many as asked for.
  ///
  /// A range without extent is widened about its value. O(ticks).
  ///
  /// - Parameters:
  ///   - range: finite, and below 10^14 either way; ``drawable(_:)`` sees to it.
  ///   - count: how many there should be; there are at most twice as many.
  init(covering range: ClosedRange<Double>, about count: Int = 5) {
    let middle = range.lowerBound / 2 + range.upperBound / 2
    let least = max(middle.magnitude * 1e-9, 1e-5)
    var (low, high) = (range.lowerBound, range.upperBound)
    if high - low < least {
      let room = middle == 0 ? 1 : max(middle.magnitude * 0.1, least)
      (low, high) = (low - room, high + room)
    }
    var (unit, divisor, places) = Ticks.powerOfTen(notAbove: (high - low) / Double(max(1, count)))
    let rough = (high - low) / Double(max(1, count)) / (unit / divisor)
    let factor: Double = rough <= 1.01 ? 1 : rough <= 2.02 ? 2 : rough <= 5.05 ? 5 : 10
    if factor == 10, places > 0 { places -= 1 }
    unit *= factor
    // A product before a quotient, so that a tenth is written as a tenth.
    func value(_ step: Double) -> Double { step * unit / divisor }
    let first = ((low * divisor / unit) + 1e-9).rounded(.down)
    let last = ((high * divisor / unit) - 1e-9).rounded(.up)
    values = stride(from: first, through: last, by: 1).map(value)
    self.places = places
  }

  /// The greatest power of ten that is not above the value, as a quotient of whole numbers.
  private static func powerOfTen(notAbove value: Double) -> (unit: Double, divisor: Double, places: Int) {
    var unit = 1.0
    while unit * 10 <= value { unit *= 10 }
    var (divisor, places) = (1.0, 0)
    while unit == 1, 1 / divisor > value, places < 6 {
      divisor *= 10
      places += 1
    }
    return (unit, divisor, places)
  }

  /// From the first value to the last.
  var range: ClosedRange<Double> { (values.first ?? 0)...(values.last ?? 1) }
}

extension BarList.Writing {
  /// What the values are multiplied by when they are written.
  private var factor: Double { if case .percent = self { 100 } else { 1 } }

  /// Round values that cover what is shown, with their words.
  func ticks(
    covering range: ClosedRange<Double>, about count: Int = 5
  ) -> (range: ClosedRange<Double>, marks: [(value: Double, words: String)]) {
    let ticks = Ticks(covering: (range.lowerBound * factor)...(range.upperBound * factor), about: count)
    let sign = factor == 100 ? "%" : ""
    return (
      (ticks.range.lowerBound / factor)...(ticks.range.upperBound / factor),
      ticks.values.map { ($0 / factor, Figures.fixed($0, places: ticks.places) + sign) }
    )
  }

  /// The value in words, or that it is not known.
  func words(_ value: Double?) -> String { value.map(text) ?? "not known" }
}

/// What can be drawn of a value: nil where it is not a number, or too large for any count of people or pounds.
func drawable(_ value: Double?) -> Double? {
  value.flatMap { $0.isFinite && $0.magnitude < 1e12 ? $0 : nil }
}
