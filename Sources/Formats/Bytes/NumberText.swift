/// Numbers as text.
enum NumberText {
  /// The shortest decimal text that reads back as the same number; whole numbers below 2⁵³ without `.0`.
  static func shortest(_ value: Double) -> String {
    if value.magnitude < 9_007_199_254_740_992, value == value.rounded(.towardZero) {
      return String(Int(value))
    }
    return value.description
  }
}
