/// How far a value may be trusted, said by a shape and a word together and never by a colour alone.
public enum Badge: String, CaseIterable, Part {
  case exact, apportioned, refused, provisional, revised, suppressed, official, derived, reported, remembered,
    estimated
  case assumed, planned

  /// The word beside the shape.
  public var word: String {
    switch self {
    case .apportioned: "about"
    case .derived: "worked out"
    case .remembered: "from memory"
    default: rawValue
    }
  }

  /// What the mark means, in a sentence.
  public var meaning: String {
    switch self {
    case .exact: "Added up from whole parts. Nothing was shared out."
    case .apportioned: "Shared out between areas by people. The method and its error are stated."
    case .refused: "Not worked out, because it would mislead. The reason is given."
    case .provisional: "Published as provisional. It may be revised."
    case .revised: "Changed since it was first published. Both figures are kept."
    case .suppressed: "Hidden because the number is small enough to point to people."
    case .official: "Published by the body responsible for it."
    case .derived: "Worked out from official facts by a stated method."
    case .reported: "Stated by somebody else, not by the body itself."
    case .remembered: "Written from memory and not yet checked against a source."
    case .estimated: "Worked out from other figures."
    case .assumed: "Taken as true for now, and said so."
    case .planned: "Meant to happen. Not yet law or fact."
    }
  }

  /// Writes the shape and the word.
  public func write(to html: inout HTML) {
    html(.span, .class("mark", styleClass)) { html in
      html(.svg, .viewBox(12, 12), .ornament) { html in drawShape(in: &html) }
      html.text(word)
    }
  }

  private var styleClass: StaticString {
    switch self {
    case .exact: "mark-exact"
    case .apportioned: "mark-apportioned"
    case .refused: "mark-refused"
    case .provisional: "mark-provisional"
    case .revised: "mark-revised"
    case .suppressed: "mark-suppressed"
    case .official: "mark-official"
    case .derived: "mark-derived"
    case .reported: "mark-reported"
    case .remembered: "mark-remembered"
    case .estimated: "mark-estimated"
    case .assumed: "mark-assumed"
    case .planned: "mark-planned"
    }
  }

  /// The shape, in a square of twelve units.
  private func drawShape(in html: inout HTML) {
    func stroke(_ html: inout HTML, _ path: StaticString) {
      html(
        .path, .word("d", path), .word("fill", "none"), .word("stroke", "currentColor"),
        .word("stroke-width", "1.6"))
    }
    func fill(_ html: inout HTML, _ path: StaticString) {
      html(.path, .word("d", path), .word("fill", "currentColor"))
    }
    switch self {
    case .exact: fill(&html, "M6 1a5 5 0 1 0 .01 0Z")
    case .apportioned:
      stroke(&html, "M6 1.8a4.2 4.2 0 1 0 .01 0Z")
      fill(&html, "M6 1.8v8.4a4.2 4.2 0 0 1 0-8.4Z")
    case .refused:
      stroke(&html, "M6 1.8a4.2 4.2 0 1 0 .01 0ZM3 9l6-6")
    case .provisional:
      html(
        .circle, .word("cx", "6"), .word("cy", "6"), .word("r", "4.2"), .word("fill", "none"),
        .word("stroke", "currentColor"), .word("stroke-width", "1.6"), .word("stroke-dasharray", "2.4 2"))
    case .revised: stroke(&html, "M10.2 6A4.2 4.2 0 1 1 8.6 2.7M6.4 3.6l2.6-.7L8.6.4")
    case .suppressed: fill(&html, "M1 3.5h10v5H1Z")
    case .official:
      stroke(&html, "M6 1.2l4 1.4v3.2c0 2.4-1.7 4.2-4 5.1-2.3-.9-4-2.7-4-5.1V2.6Z")
      stroke(&html, "M4 6l1.5 1.5L8.2 4.6")
    case .derived: stroke(&html, "M2 3.6h8M2 8.4h8")
    case .reported: stroke(&html, "M2 2h8v5.6H6.6L4 10.2V7.6H2Z")
    case .remembered:
      stroke(&html, "M3.4 4.4a2.6 2.6 0 1 1 3.6 2.4c-.7.3-1 .7-1 1.5")
      fill(&html, "M5.2 9.6h1.6v1.6H5.2Z")
    case .estimated: stroke(&html, "M1.5 7.6c1.5-3.2 3-3.2 4.5-1.6s3 1.6 4.5-1.6")
    case .assumed: stroke(&html, "M6 1.5l4.5 4.5L6 10.5 1.5 6Z")
    case .planned: stroke(&html, "M1.5 6h6.5M5.5 2.8L8.8 6 5.5 9.2M10.8 2v8")
    }
  }
}
