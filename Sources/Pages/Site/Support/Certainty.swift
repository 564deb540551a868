internal import Answers
internal import Register
internal import Vocabulary

extension Badge {
  /// The mark of how sure a fact is.
  init(_ certainty: Vocabulary.Certainty) { self.init(CertaintyMark(certainty)) }

  /// The mark of how sure something is and whether it has happened.
  init(_ mark: CertaintyMark) {
    switch mark {
    case .official: self = .official
    case .derived: self = .derived
    case .reported: self = .reported
    case .remembered: self = .remembered
    case .assumed: self = .assumed
    case .planned: self = .planned
    }
  }

  /// The mark of a figure, from its status in an answer: exact, apportioned, refused, suppressed.
  init?(status: String) {
    switch status {
    case "exact": self = .exact
    case "apportioned": self = .apportioned
    case "refused": self = .refused
    case "suppressed": self = .suppressed
    default: return nil
    }
  }
}
