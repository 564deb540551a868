extension CSVReader {
  func openQuote(_ line: Int, column: Int) -> FormatError {
    FormatError(
      .malformed, at: .init(part: name, line: line, column: column),
      "a quoted field opens here and never closes",
      remedy: "Add the missing quote, or double a quote inside it")
  }

  func longField(_ line: Int, column: Int, open: Bool = false) -> FormatError {
    FormatError(
      .tooLarge, at: .init(part: name, line: line, column: column),
      open
        ? "a quoted field that opens here is longer than \(limits.fieldBytes) bytes"
        : "a field is longer than \(limits.fieldBytes) bytes",
      remedy: "Look for a quote that is never closed")
  }

  func longRecord(_ line: Int) -> FormatError {
    FormatError(
      .tooLarge, at: .init(part: name, line: line), "a record is longer than \(limits.recordBytes) bytes",
      remedy: "Look for a missing line end or a quote that is never closed")
  }

  func tooManyColumns(_ line: Int) -> FormatError {
    FormatError(
      .tooLarge, at: .init(part: name, line: line), "a record has more than \(limits.columns) columns",
      remedy: "Look for a missing line end, or raise the limit")
  }

  func nul(_ line: Int, column: Int) -> FormatError {
    FormatError(
      .malformed, at: .init(part: name, line: line, column: column), "there is a NUL byte in the text",
      remedy: "The file is damaged, or is not text; get it again from its publisher")
  }
}

/// Short quotations for error messages.
enum Excerpt {
  /// At most twelve names and at most forty characters of each.
  static func list(_ names: [String]) -> String {
    if names.isEmpty { return "none" }
    let shown = names.prefix(12).map { "“\(clip($0))”" }.joined(separator: ", ")
    return names.count > 12 ? shown + " and \(names.count - 12) more" : shown
  }

  /// At most forty characters, without control characters.
  static func clip(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars.prefix(40) {
      if scalar.value < 0x20 || scalar.value == 0x7F { out += " " } else { out.unicodeScalars.append(scalar) }
    }
    return text.unicodeScalars.count > 40 ? out + "…" : out
  }
}
