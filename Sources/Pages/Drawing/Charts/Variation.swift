public import Statistics

/// What the latest points of a process say: usual variation, or a change that has a cause of its own.
public typealias Variation = Statistics.VariationIcon

extension Statistics.VariationIcon {
  /// The short word beside its sign.
  public var word: String {
    switch self {
    case .commonCause: "usual"
    case .improvementHigh, .improvementLow: "better"
    case .concernHigh, .concernLow: "worse"
    case .neutralHigh: "higher"
    case .neutralLow: "lower"
    }
  }

  /// The field's own name.
  public var term: String {
    switch self {
    case .commonCause: "common cause"
    case .improvementHigh, .improvementLow: "special cause, improvement"
    case .concernHigh, .concernLow: "special cause, concern"
    case .neutralHigh, .neutralLow: "special cause, neither better nor worse"
    }
  }

  /// What it means, in a sentence.
  public var meaning: String {
    switch self {
    case .commonCause: "Usual: nothing beyond the ordinary ups and downs (common cause)."
    case .improvementHigh: "Better: higher than chance would explain (special cause, improvement)."
    case .improvementLow: "Better: lower than chance would explain (special cause, improvement)."
    case .concernHigh: "Worse: higher than chance would explain (special cause, concern)."
    case .concernLow: "Worse: lower than chance would explain (special cause, concern)."
    case .neutralHigh: "Higher than chance would explain; neither better nor worse."
    case .neutralLow: "Lower than chance would explain; neither better nor worse."
    }
  }

  /// The shape of its points: the same for its icon.
  var shape: PointShape {
    switch self {
    case .commonCause: .circle
    case .improvementHigh, .improvementLow: .square
    case .concernHigh: .triangleUp
    case .concernLow: .triangleDown
    case .neutralHigh, .neutralLow: .diamond
    }
  }

  /// The class of the style sheet that colours it.
  var style: StaticString {
    switch self {
    case .commonCause: "point-common"
    case .improvementHigh, .improvementLow: "point-better"
    case .concernHigh, .concernLow: "point-worse"
    case .neutralHigh, .neutralLow: "point-neutral"
    }
  }
}

/// The sign and the word of a ``Variation``: a shape, an arrow and a colour that say the same.
///
/// The shapes are those of the points in a ``ControlChart``, so that one key serves both.
public struct VariationIcon: Part {
  let variation: Variation

  /// The icon.
  public init(_ variation: Variation) { self.variation = variation }

  /// Writes the sign, 24 units square, and its word.
  public func write(to html: inout HTML) {
    html(.span, .class("icon"), .role("img"), .label(variation.meaning)) { html in
      html(.svg, .viewBox(24, 24), .ornament) { html in
        html.mark(variation.shape, 12, middle, radius, [variation.style])
        html(.path, .class("icon-sign"), .word("d", sign))
      }
      html.text(variation.word)
    }
  }

  private var radius: Double {
    switch variation.shape {
    case .circle: 10.5
    case .diamond: 8.6
    case .triangleUp, .triangleDown: 9
    default: 10
    }
  }

  private var middle: Double {
    switch variation.shape {
    case .triangleUp: 13.5
    case .triangleDown: 10.5
    default: 12
    }
  }

  /// What is drawn upon the shape: ups and downs, or the way it went.
  private var sign: StaticString {
    switch variation {
    case .commonCause: "M5 13.5l3-4 4 6 4-6 3 4"
    case .improvementHigh: "M12 18V6.5M7 11.5l5-5 5 5"
    case .improvementLow: "M12 6v11.5M7 12.5l5 5 5-5"
    case .concernHigh: "M12 19.5V9M8.7 12.3L12 9l3.3 3.3"
    case .concernLow: "M12 4.5V15M8.7 11.7L12 15l3.3-3.3"
    case .neutralHigh: "M12 17V7.5M8.2 11.3L12 7.5l3.8 3.8"
    case .neutralLow: "M12 7v9.5M8.2 12.7l3.8 3.8 3.8-3.8"
    }
  }
}
