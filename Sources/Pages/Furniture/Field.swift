/// A question in a form: its label, a hint, the answer so far, and what is wrong with it.
public struct Field: Part {
  /// What kind of answer is asked for.
  public enum Kind: Sendable {
    case text, search, date, number
    case paragraph
    /// One of several answers, each a value and its words.
    case choice([(value: String, words: String)])
    /// Any of several answers.
    case ticks([(value: String, words: String)])
  }

  let name: String
  let label: String
  let kind: Kind
  let value: String
  let id: String
  let hint: String?
  let error: String?

  /// A field.
  ///
  /// - Parameters:
  ///   - value: the answer so far; for ticks, the values separated by commas.
  ///   - error: what is wrong, in a sentence that says how to put it right.
  public init(
    name: String, label: String, kind: Kind = .text, value: String = "", id: String? = nil,
    hint: String? = nil,
    error: String? = nil
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    self.value = value
    self.id = id ?? name
    self.hint = hint
    self.error = error
  }

  /// Writes the field, its error beside it.
  public func write(to html: inout HTML) {
    html(.div, error == nil ? .class("field") : .class("field", "field-error")) { html in
      switch kind {
      case .text: single("text", in: &html)
      case .search: single("search", in: &html)
      case .date: single("date", in: &html)
      case .number: single("number", in: &html)
      case .paragraph:
        writeLabel(to: &html)
        html(
          .textarea, value, .id(id), .name(name), .word("rows", "5"), .described(by: notes),
          .when(error != nil, .invalid))
      case .choice(let choices): group(choices, "radio", chosen: [value], in: &html)
      case .ticks(let choices):
        group(choices, "checkbox", chosen: value.split(separator: ",").map(String.init), in: &html)
      }
    }
  }

  private var notes: [String] {
    (hint == nil ? [] : ["\(id)-hint"]) + (error == nil ? [] : ["\(id)-error"])
  }

  private func writeLabel(to html: inout HTML) {
    html(.label, label, .for(id))
    writeNotes(to: &html)
  }

  private func writeNotes(to html: inout HTML) {
    if let hint { html(.span, hint, .class("hint"), .id("\(id)-hint")) }
    if let error {
      html(.span, .class("error"), .id("\(id)-error")) { html in
        html(.span, "Error: ", .class("aloud"))
        html.text(error)
      }
    }
  }

  private func single(_ type: StaticString, in html: inout HTML) {
    writeLabel(to: &html)
    html(
      .input, .type(type), .id(id), .name(name), .value(value), .described(by: notes),
      .when(error != nil, .invalid))
  }

  private func group(
    _ choices: [(value: String, words: String)], _ type: StaticString, chosen: [String], in html: inout HTML
  ) {
    html(.fieldset, .described(by: notes)) { html in
      html(.legend, label)
      writeNotes(to: &html)
      for (index, choice) in choices.enumerated() {
        // The first answer bears the field's own identifier, so that an error can lead to it.
        let choiceID = index == 0 ? id : "\(id)-\(index + 1)"
        html(.div, .class("choice")) { html in
          html(
            .input, .type(type), .id(choiceID), .name(name), .value(choice.value),
            .when(chosen.contains(choice.value), .checked))
          html(.label, choice.words, .for(choiceID))
        }
      }
    }
  }
}

/// What is wrong with a form, at the top of the page, each error leading to its field.
public struct ErrorSummary: Part {
  let errors: [(id: String, words: String)]

  /// A summary of the fields that have an error.
  public init(_ fields: [Field]) {
    errors = fields.compactMap { field in field.error.map { (field.id, $0) } }
  }

  /// Writes the summary, or nothing when nothing is wrong.
  public func write(to html: inout HTML) {
    guard !errors.isEmpty else { return }
    html(.div, .class("errors"), .role("alert"), .labelled(by: "errors-heading")) { html in
      html(.h2, "There is a problem", .id("errors-heading"))
      html(.ul) { html in
        for error in errors { html(.li) { html in html(.a, error.words, .href(Link.here(error.id))) } }
      }
    }
  }
}
