public import Vocabulary

/// How a duty stands in a year, with the workings.
public struct DutyResult: Hashable, Sendable {
  /// How a duty stands.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// It is met.
    case met
    /// It is not.
    case notMet = "not met"
    /// A figure is missing, so that nobody can say.
    case notAssessable = "not assessable"
    /// It is shown and binds nobody alone.
    case information
  }

  /// The duty.
  public let duty: Duty
  /// What it is about where there are several, such as a health and wellbeing board; empty otherwise.
  public let about: String
  /// The year.
  public let year: FinancialYear
  /// What is done.
  public let done: Working
  /// What is asked.
  public let asked: Working
  /// How they compare when it is met.
  public let comparison: Duty.Comparison
  /// How it stands.
  public let status: Status

  /// How far what is done is on the right side of what is asked, below £0 on the wrong one; nil where a figure is
  /// missing.
  public var headroom: Pence? {
    guard let done = done.amount, let asked = asked.amount else { return nil }
    return comparison == .atMost ? asked - done : done - asked
  }

  /// The figures that are missing.
  public var missing: [String] { done.missing + asked.missing }

  /// How it stands, in a sentence.
  public var sentence: String {
    let of = about.isEmpty ? "" : " for \(about)"
    guard let done = done.amount, let asked = asked.amount, let headroom else {
      let what = missing.isEmpty ? "the figures" : missing.joined(separator: ", ")
      return "Not assessable\(of): \(what) for \(year.label) is not in the record."
    }
    let figures = "\(self.done.name) \(done.written), \(self.asked.name) \(asked.written)"
    switch status {
    case .met: return "Met\(of), with \(headroom.written) to spare: \(figures)."
    case .notMet:
      return headroom == .zero
        ? "Not met\(of): it must be more, and is the same. \(figures)."
        : "Not met\(of), by \(headroom.magnitude.written) (\(headroom.magnitude.count) pence): \(figures)."
    case .information: return "For information\(of): \(figures)."
    case .notAssessable: return "Not assessable\(of)."
    }
  }

  /// Judges what is done against what is asked. A missing figure is never a pass.
  public init(
    _ duty: Duty, about: String = "", in year: FinancialYear, _ done: Working, _ comparison: Duty.Comparison,
    _ asked: Working
  ) {
    self.duty = duty
    self.about = about
    self.year = year
    self.done = done
    self.asked = asked
    self.comparison = comparison
    guard let left = done.amount, let right = asked.amount else {
      status = .notAssessable
      return
    }
    if duty.force == .information {
      status = .information
      return
    }
    let isMet =
      switch comparison {
      case .atMost: left <= right
      case .atLeast: left >= right
      case .moreThan: left > right
      }
    status = isMet ? .met : .notMet
  }
}
