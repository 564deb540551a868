/// Numbers as readers and drawings write them, without the help of a locale.
public enum Figures {
  /// `1,234,567`. O(digits).
  public static func grouped(_ value: Int) -> String {
    let digits = Array(String(value.magnitude).utf8)
    var bytes: [UInt8] = value < 0 ? Array("\u{2212}".utf8) : []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(digit)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `58.8`: the value to this many places, half away from zero, always with all of them.
  /// A value that is not a number is written as a dash.
  public static func fixed(_ value: Double, places: Int) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return "–" }
    var scale = 1
    for _ in 0..<max(0, min(places, 6)) { scale *= 10 }
    let scaled = nearest(value * Double(scale))
    guard scale > 1 else { return grouped(scaled) }
    let fraction = String(Int(scaled.magnitude) % scale)
    let whole = Int(scaled.magnitude) / scale
    let sign = scaled < 0 ? "\u{2212}" : ""
    return sign + grouped(whole) + "." + String(repeating: "0", count: places - fraction.count) + fraction
  }

  /// `58.8%` from a share of one.
  public static func percent(_ share: Double, places: Int = 1) -> String {
    fixed(share * 100, places: places) + "%"
  }

  /// `1 board`, `3 boards`.
  public static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(grouped(count)) \(count == 1 ? one : many)"
  }

  /// `three`, and `12`: numbers below ten in words, as in a sentence.
  public static func spelt(_ value: Int) -> String {
    let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return words.indices.contains(value) ? words[value] : grouped(value)
  }

  /// The nearest whole number, half away from zero, for a value well inside the range of `Int`.
  static func nearest(_ value: Double) -> Int { Int(value < 0 ? value - 0.5 : value + 0.5) }

  /// Appends a coordinate to one tenth, without a needless zero. What is not a number is drawn at nought.
  static func append(_ value: Double, to bytes: inout [UInt8]) {
    assert(value.isFinite, "A drawing cannot hold \(value)")
    guard value.isFinite, value.magnitude < 1e9 else { return bytes.append(UInt8(ascii: "0")) }
    let tenths = nearest(value * 10)
    if tenths < 0 { bytes.append(UInt8(ascii: "-")) }
    let magnitude = Int(tenths.magnitude)
    append(digitsOf: magnitude / 10, to: &bytes)
    if magnitude % 10 != 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(UInt8(ascii: "0") + UInt8(magnitude % 10))
    }
  }

  private static func append(digitsOf value: Int, to bytes: inout [UInt8]) {
    if value >= 10 { append(digitsOf: value / 10, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
  }
}
