public import Chronicle

/// A column of figures as the gate lets it out: beside each figure stands what was done to it.
///
/// Kept in a block as the numbers themselves, empty where nothing is shown, and a text column of marks. A column
/// without marks never went through the gate: its publisher's figures, or what is not public.
public struct ReleasedColumn: Hashable, Sendable {
  /// What was done to a figure. The mark of a hidden one never says why it is hidden.
  public enum Mark: String, Hashable, Sendable, CaseIterable {
    /// It is exact.
    case shown
    /// It was rounded.
    case rounded
    /// It is not shown.
    case hidden = "*"
    /// The source has none.
    case missing = ""
  }

  /// The marks, in the order of the units.
  public let marks: [Mark]
  /// The figures; NaN where nothing is shown or the source has none.
  public let values: [Double]

  /// What the gate made of counts; nil for a unit without a figure.
  public init(_ outcomes: [Disclosed?]) {
    marks = outcomes.map { outcome in
      switch outcome {
      case nil: .missing
      case .shown: .shown
      case .rounded: .rounded
      case .suppressed: .hidden
      }
    }
    values = outcomes.map { $0?.value.map(Double.init) ?? .nan }
  }

  /// The column of a block with its marks; nil where it never went through the gate.
  public init?(_ column: String, of block: Block) {
    guard let marks = block.texts[ReleasedColumn.name(ofMarks: column)], let values = block.numbers[column] else {
      return nil
    }
    // A mark that is not understood hides: nothing is taken for shown that is not said to be.
    self.marks = marks.map { Mark(rawValue: $0) ?? .hidden }
    self.values = zip(self.marks, values).map { $0 == .hidden ? .nan : $1 }
  }

  /// This column, and after it some rows of another.
  public func joined(with other: ReleasedColumn, keeping rows: [Int]) -> ReleasedColumn {
    ReleasedColumn(marks: marks + rows.map { other.marks[$0] }, values: values + rows.map { other.values[$0] })
  }

  private init(marks: [Mark], values: [Double]) {
    self.marks = marks
    self.values = values
  }

  /// The column as a block keeps it: the figures and their marks.
  public func columns(named column: String) -> [(name: String, values: Block.Values)] {
    [(column, .number(values)), (ReleasedColumn.name(ofMarks: column), .text(marks.map(\.rawValue)))]
  }

  /// Why a column cannot have come out of the gate under a rule: the first unit whose figure the rule would have hidden
  /// or rounded otherwise. Nil when every figure is as the rule lets it be.
  public func breach(of rule: DisclosureRule, units: [String]) -> String? {
    for (unit, value) in zip(units, values) where !value.isNaN {
      guard let count = Int(exactly: value), count >= 0 else { return "the figure of \(unit) is no count" }
      if rule.isSmall(count) { return "the figure of \(unit) is one the rule hides" }
      if rule.rounded(count) != count { return "the figure of \(unit) is not rounded to the nearest \(rule.base)" }
    }
    return nil
  }

  private static func name(ofMarks column: String) -> String { column + "-released" }
}
