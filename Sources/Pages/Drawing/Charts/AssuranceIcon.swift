/// Whether a process as it is will meet its target.
public enum Assurance: String, CaseIterable, Sendable {
  /// Always.
  case pass
  /// Never.
  case fail
  /// At times.
  case inconsistent
  /// There is no target.
  case none

  /// The short word beside its sign.
  public var word: String {
    switch self {
    case .pass: "passes"
    case .fail: "fails"
    case .inconsistent: "hit and miss"
    case .none: "no target"
    }
  }

  /// What it means, in a sentence.
  public var meaning: String {
    switch self {
    case .pass: "Passes: as it is, the target will be met each time."
    case .fail: "Fails: as it is, the target will not be met."
    case .inconsistent: "Hit and miss: as it is, the target will be met at times, by chance."
    case .none: "No target to compare with."
    }
  }
}

/// The sign and the word of assurance: a shape and a colour that say the same.
public struct AssuranceIcon: Part {
  let assurance: Assurance

  /// The icon.
  public init(_ assurance: Assurance) { self.assurance = assurance }

  /// Writes the sign, 24 units square, and its word.
  public func write(to html: inout HTML) {
    html(.span, .class("icon"), .role("img"), .label(assurance.meaning)) { html in
      html(.svg, .viewBox(24, 24), .ornament) { html in
        switch assurance {
        case .pass:
          html(.path, .class("icon-ring", "ring-better"), .word("d", "M4 2.5h16v11q0 5-8 8.5-8-3.5-8-8.5Z"))
          html(.path, .class("icon-line", "ring-better"), .word("d", "M7.5 11.5l3.5 3.5 6-7"))
        case .fail:
          html(
            .path, .class("icon-ring", "ring-worse"), .word("d", "M8 2h8l6 6v8l-6 6H8l-6-6V8Z"))
          html(.path, .class("icon-line", "ring-worse"), .word("d", "M8 8l8 8M16 8l-8 8"))
        case .inconsistent:
          html(.path, .class("point-common"), .word("d", "M12 2a10 10 0 0 1 0 20Z"))
          html(.path, .class("icon-ring", "ring-common"), .word("d", "M12 2a10 10 0 1 0 .01 0Z"))
        case .none:
          html(.path, .class("icon-line", "ring-common"), .word("d", "M7 12h10"))
        }
      }
      html.text(assurance.word)
    }
  }
}
