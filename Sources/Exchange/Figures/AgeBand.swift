internal import Measures

/// An age, or a run of ages.
struct AgeBand: Hashable {
  let first: Int
  /// The last age, nil when open at the top.
  let last: Int?

  var isSingleYear: Bool { last == first || (last == nil && first >= 85) }

  /// `7`, `90+`, `16-24`.
  var label: String {
    guard let last else { return "\(first)+" }
    return last == first ? "\(first)" : "\(first)-\(last)"
  }

  /// `aged-16-24`, `aged-65-and-over`.
  var column: String { "aged-\(first)-\(last.map(String.init) ?? "and-over")" }

  init(_ first: Int, _ last: Int?) {
    self.first = first
    self.last = last
  }

  /// Reads `0`, `Age 7`, `90+`, `Aged 15 years and under`, `Aged 16 to 24 years`, `Aged 65 years and over`.
  init?(heading: String) {
    let words = heading.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" || $0 == ":" }
      .filter { !["age", "aged", "years", "year", "ages"].contains($0) }
    func age(_ word: Substring) -> Int? { Int(word).flatMap { (0...120).contains($0) ? $0 : nil } }
    switch words.count {
    case 1:
      if words[0].hasSuffix("+"), let first = age(words[0].dropLast()) {
        self.init(first, nil)
      } else if let only = age(words[0]) {
        self.init(only, only)
      } else {
        return nil
      }
    case 3:
      if words[1] == "and", let only = age(words[0]) {
        switch words[2] {
        case "over", "older", "above": self.init(only, nil)
        case "under", "younger", "below": self.init(0, only)
        default: return nil
        }
      } else if words[1] == "to", let first = age(words[0]), let last = age(words[2]), first <= last {
        self.init(first, last)
      } else {
        return nil
      }
    default: return nil
    }
  }

  /// Whether bands follow one another from birth without gap or overlap, the last open at the top.
  static func cover(_ bands: [AgeBand]) -> Bool {
    var next = 0
    for (position, band) in bands.sorted(by: { $0.first < $1.first }).enumerated() {
      guard band.first == next, (band.last == nil) == (position == bands.count - 1) else { return false }
      next = (band.last ?? band.first) + 1
    }
    return !bands.isEmpty
  }

  /// Whether another band lies wholly inside this one.
  func contains(_ other: AgeBand) -> Bool {
    guard other.first >= first else { return false }
    guard let last else { return true }
    return other.last.map { $0 <= last } ?? false
  }

  private func touches(_ other: AgeBand) -> Bool {
    (last ?? .max) >= other.first && (other.last ?? .max) >= first
  }

  /// Whether this band can be made by adding whole bands of a cover.
  func isSum(of cover: [AgeBand]) -> Bool { cover.allSatisfy { !touches($0) || contains($0) } }

  /// The bands of the census by small area, which single years of age give too.
  static let common = [
    AgeBand(0, 15), AgeBand(16, 24), AgeBand(25, 34), AgeBand(35, 49), AgeBand(50, 64), AgeBand(65, nil),
  ]

  /// The measure of residents in this band.
  var definition: MeasureDefinition {
    let ages = last.map { "\(first) to \($0)" } ?? "\(first) and over"
    return .count(
      "population.resident.\(column)", "Resident population aged \(ages)", unit: "people",
      meaning: "People aged \(ages), counted where they live.")
  }
}
