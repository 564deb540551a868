/// Numbers as text, the same on every machine.
public enum Decimals {
  /// The shortest text that reads back as the same number; whole numbers without a point.
  public static func shortest(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 9_007_199_254_740_992 { return String(Int64(value)) }
    return "\(value)"
  }

  /// A number rounded to a count of decimal places, halves away from zero, without trailing noughts.
  public static func rounded(_ value: Double, places: Int) -> String {
    var factor = 1.0
    for _ in 0..<places { factor *= 10 }
    let scaled = (value * factor).rounded(.toNearestOrAwayFromZero)
    guard abs(scaled) < 9_007_199_254_740_992, places > 0 else {
      return shortest(value.rounded(.toNearestOrAwayFromZero))
    }
    let whole = Int64(abs(scaled))
    let unit = Int64(factor)
    var fraction = String(whole % unit)
    fraction = String(repeating: "0", count: places - fraction.count) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    let sign = scaled < 0 ? "-" : ""
    return fraction.isEmpty ? "\(sign)\(whole / unit)" : "\(sign)\(whole / unit).\(fraction)"
  }

  /// A whole number with commas between thousands: `3,529,683`.
  public static func grouped(_ value: Double) -> String {
    let digits = String(Int64(value.rounded(.toNearestOrAwayFromZero).magnitude))
    var out: [Character] = []
    for (offset, digit) in digits.reversed().enumerated() {
      if offset > 0, offset % 3 == 0 { out.append(",") }
      out.append(digit)
    }
    return (value <= -0.5 ? "-" : "") + String(out.reversed())
  }
}
