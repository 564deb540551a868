/// How wide words are, and where they break, when nothing may be asked of a browser.
///
/// Widths are those of Helvetica, which Arial and Liberation Sans share, made 6% wider so that the other
/// system fonts of the style sheet fit too.
struct Lettering: Hashable {
  let size: Double
  let isBold: Bool

  init(_ size: Double, bold: Bool = false) {
    self.size = size
    isBold = bold
  }

  /// The distance from one line to the next.
  var leading: Double { size * 1.28 }

  /// The width of the words on one line. O(bytes).
  func width(of words: String) -> Double { width(of: words.utf8) }

  private func width(of words: some Sequence<UInt8>) -> Double {
    var thousandths = 0
    for byte in words {
      switch byte {
      case 32...126: thousandths += Lettering.widths[Int(byte) - 32]
      case 0x80...0xBF: continue  // The rest of a character already counted.
      default: thousandths += 620
      }
    }
    return Double(thousandths) / 1_000 * size * (isBold ? 1.06 : 1) * 1.06
  }

  /// The words on as many lines as they need, at most `limit`, the last one cut with an ellipsis if it must be.
  func lines(of words: String, within width: Double, limit: Int) -> [String] {
    let space = self.width(of: " ")
    var lines: [String] = []
    var used = 0.0
    for word in words.split(separator: " ") {
      let size = self.width(of: word.utf8)
      if let line = lines.indices.last, used + space + size <= width {
        lines[line] += " "
        lines[line] += word
        used += space + size
      } else {
        lines.append(String(word))
        used = size
      }
    }
    if lines.count > limit {
      lines[limit - 1] += "…"
      lines.removeSubrange(limit...)
    }
    return lines.map { cut($0, within: width) }
  }

  /// The words if they fit, or as many of their letters as do, and an ellipsis.
  func cut(_ words: String, within width: Double) -> String {
    guard self.width(of: words) > width else { return words }
    var kept = words
    while !kept.isEmpty, self.width(of: kept + "…") > width { kept.removeLast() }
    while kept.last == " " || kept.last == "," { kept.removeLast() }
    return kept + "…"
  }

  /// Widths of the printable ASCII characters in thousandths of the size.
  private static let widths: [Int] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]
}

extension HTML {
  /// Adds one line of words to a drawing, with its baseline at this point.
  mutating func letter(
    _ words: String, _ x: Double, _ baseline: Double, _ lettering: Lettering, _ classes: [StaticString] = []
  ) {
    self(
      .svgText, words, .number("x", x), .number("y", baseline), .number("font-size", lettering.size),
      .when(lettering.isBold, .word("font-weight", "700")), .classes(classes))
  }
}
