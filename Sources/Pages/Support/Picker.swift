/// A question with one answer out of a list too long for buttons.
struct Picker: Part {
  let name: String
  let label: String
  let options: [(value: String, words: String)]
  let chosen: String
  let id: String
  let hint: String?

  /// A list to choose one of.
  init(
    name: String, label: String, options: [(value: String, words: String)], chosen: String, id: String? = nil,
    hint: String? = nil
  ) {
    self.name = name
    self.label = label
    self.options = options
    self.chosen = chosen
    self.id = id ?? name
    self.hint = hint
  }

  func write(to html: inout HTML) {
    html(.div, .class("field")) { html in
      html(.label, label, .for(id))
      if let hint { html(.span, hint, .class("hint"), .id("\(id)-hint")) }
      html(.select, .id(id), .name(name), .described(by: hint == nil ? [] : ["\(id)-hint"])) { html in
        for option in options {
          html(.option, option.words, .value(option.value), .when(option.value == chosen, .selected))
        }
      }
    }
  }
}
