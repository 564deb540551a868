/// What a cell of a published table holds. There is no empty cell: what is missing says why.
public enum SpreadsheetCell: Hashable, Sendable {
  /// Words. They stay words even when they begin like a formula.
  case text(String)
  /// A number and how it is shown.
  case number(Double, NumberStyle)
  /// A day, shown as `2026-07-09`.
  case date(CivilDate)
  /// No value, and the reason.
  case missing(Shorthand)
  /// The name of another sheet, leading to it.
  case sheet(String)

  /// A whole number with its thousands apart.
  public static func integer(_ value: Int) -> SpreadsheetCell { .number(Double(value), .integer) }
}

/// How a number in a cell is shown. The cell keeps the number as it is.
public enum NumberStyle: Hashable, Sendable, CaseIterable {
  /// `1,234`
  case integer
  /// `1,234.5`
  case oneDecimal
  /// `1,234.56`
  case twoDecimals
  /// `92%`, for a share of 0.92
  case percent
  /// `92.3%`, for a share of 0.923
  case percentOneDecimal
  /// `2026`: digits alone, for years and the like
  case plain

  /// The number format (ECMA-376 part 1, 18.8.31).
  var code: String {
    switch self {
    case .integer: "#,##0"
    case .oneDecimal: "#,##0.0"
    case .twoDecimals: "#,##0.00"
    case .percent: "0%"
    case .percentOneDecimal: "0.0%"
    case .plain: "0"
    }
  }
}

/// Why a cell has no value, in the shorthand of official statistics.
///
/// Source: Government Analysis Function, *Symbols in tables: definitions and help* (Government Statistical Service).
public enum Shorthand: String, Hashable, Sendable, CaseIterable {
  /// The value is suppressed.
  case confidential = "[c]"
  /// The value is too unreliable to show.
  case lowReliability = "[u]"
  /// The value is not there.
  case notAvailable = "[x]"
  /// There can be no such value.
  case notApplicable = "[z]"

  /// The meaning, as the notes of a workbook give it.
  public var meaning: String {
    switch self {
    case .confidential: "Confidential: the value is not shown, to protect people or bodies"
    case .lowReliability: "Low reliability: the value is too uncertain to be shown"
    case .notAvailable: "Not available: there is no value, because it was not collected, published or received"
    case .notApplicable: "Not applicable: there can be no value for this combination"
    }
  }
}
