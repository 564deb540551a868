public import Vocabulary

/// One attribute of an element.
///
/// Names are literals of ours. Values from the record enter only where they can do no harm, through the
/// functions below; there is none for `style`, `srcdoc` or an event, and destinations must be a ``Link``.
public struct Attribute: Sendable {
  enum Value: Sendable {
    case absent, flag
    case literals([StaticString])
    case text(String)
    case number(Double)
    case drawn([UInt8])
  }

  let name: StaticString
  let value: Value

  func append(to bytes: inout [UInt8]) {
    if case .absent = value { return }
    bytes.append(UInt8(ascii: " "))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    if case .flag = value { return }
    bytes.append(UInt8(ascii: "="))
    bytes.append(UInt8(ascii: "\""))
    switch value {
    case .absent, .flag: break
    case .literals(let literals):
      for (index, literal) in literals.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: " ")) }
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
      }
    case .text(let text): Escaping.append(text, to: &bytes)
    case .number(let number): Figures.append(number, to: &bytes)
    case .drawn(let drawn): bytes.append(contentsOf: drawn)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

// MARK: Names and meanings

extension Attribute {
  /// This attribute when the condition holds, and nothing otherwise.
  public static func when(_ condition: Bool, _ attribute: @autoclosure () -> Attribute) -> Attribute {
    condition ? attribute() : Attribute(name: "", value: .absent)
  }

  /// The classes of the style sheet that the element wears.
  public static func `class`(_ names: StaticString...) -> Attribute {
    Attribute(name: "class", value: .literals(names))
  }

  /// The classes of the style sheet that the element wears.
  public static func classes(_ names: [StaticString]) -> Attribute {
    Attribute(name: "class", value: names.isEmpty ? .absent : .literals(names))
  }

  /// An attribute whose name and value are both our own literals, such as `role` and `"region"`.
  public static func word(_ name: StaticString, _ value: StaticString) -> Attribute {
    Attribute(name: name, value: .literals([value]))
  }

  /// The element's identifier in the page.
  public static func id(_ id: String) -> Attribute { Attribute(name: "id", value: .text(id)) }

  /// A label for readers who do not see the element.
  public static func label(_ words: String) -> Attribute {
    Attribute(name: "aria-label", value: .text(words))
  }

  /// The identifiers of the elements that label this one.
  public static func labelled(by ids: String...) -> Attribute {
    Attribute(name: "aria-labelledby", value: .text(ids.joined(separator: " ")))
  }

  /// The identifiers of the elements that describe this one; nothing when there are none.
  public static func described(by ids: [String]) -> Attribute {
    Attribute(name: "aria-describedby", value: ids.isEmpty ? .absent : .text(ids.joined(separator: " ")))
  }

  /// What the element is, where its tag does not say.
  public static func role(_ role: StaticString) -> Attribute { .word("role", role) }

  /// Hides an ornament from readers who listen.
  public static let ornament = Attribute.word("aria-hidden", "true")

  /// Marks the page, step or date that is the current one.
  public static func current(_ kind: StaticString = "page") -> Attribute { .word("aria-current", kind) }

  /// Lets the keyboard reach an element that scrolls.
  public static let reachable = Attribute.word("tabindex", "0")

  /// The language of the element, as a tag.
  public static func language(_ tag: StaticString) -> Attribute { .word("lang", tag) }

  /// More words, shown by some browsers when the pointer rests.
  public static func title(_ words: String) -> Attribute { Attribute(name: "title", value: .text(words)) }

  /// The date that the element's words mean.
  public static func datetime(_ day: Day) -> Attribute {
    Attribute(name: "datetime", value: .text(day.description))
  }

  /// The value of a `data` element, a field or an option.
  public static func value(_ value: String) -> Attribute { Attribute(name: "value", value: .text(value)) }

  /// The content of a `meta` element.
  public static func content(_ content: String) -> Attribute {
    Attribute(name: "content", value: .text(content))
  }

  /// Which cells a heading cell is about: `"col"` or `"row"`.
  public static func scope(_ scope: StaticString) -> Attribute { .word("scope", scope) }

  /// The number of columns a cell spans.
  public static func span(columns: Int) -> Attribute {
    Attribute(name: "colspan", value: columns == 1 ? .absent : .number(Double(columns)))
  }

  /// Whether a disclosure starts open.
  public static let open = Attribute(name: "open", value: .flag)
}

// MARK: Destinations

extension Attribute {
  /// Where the element leads.
  public static func href(_ destination: some Linkable) -> Attribute {
    Attribute(name: "href", value: .text(destination.link.text))
  }

  /// Where the form is sent.
  public static func action(_ destination: some Linkable) -> Attribute {
    Attribute(name: "action", value: .text(destination.link.text))
  }

  /// What the destination is to this page.
  public static func rel(_ relation: StaticString) -> Attribute { .word("rel", relation) }
}

// MARK: Forms

extension Attribute {
  /// The kind of a field or a button.
  public static func type(_ type: StaticString) -> Attribute { .word("type", type) }

  /// The name under which a field is sent.
  public static func name(_ name: String) -> Attribute { Attribute(name: "name", value: .text(name)) }

  /// The field that a label is for.
  public static func `for`(_ id: String) -> Attribute { Attribute(name: "for", value: .text(id)) }

  /// The earliest date, or least number, a field takes.
  public static func least(_ value: String) -> Attribute { Attribute(name: "min", value: .text(value)) }

  /// The latest date, or greatest number, a field takes.
  public static func greatest(_ value: String) -> Attribute { Attribute(name: "max", value: .text(value)) }

  /// The field must be filled in.
  public static let required = Attribute(name: "required", value: .flag)

  /// The box is ticked.
  public static let checked = Attribute(name: "checked", value: .flag)

  /// The option is the chosen one.
  public static let selected = Attribute(name: "selected", value: .flag)

  /// The field's value was refused.
  public static let invalid = Attribute.word("aria-invalid", "true")
}

// MARK: Drawing

extension Attribute {
  /// A measure in the drawing's own units, written to one tenth.
  public static func number(_ name: StaticString, _ value: Double) -> Attribute {
    Attribute(name: name, value: .number(value))
  }

  /// The drawing's own units: its width and height.
  public static func viewBox(_ width: Double, _ height: Double) -> Attribute {
    var bytes = Array("0 0 ".utf8)
    Figures.append(width, to: &bytes)
    bytes.append(UInt8(ascii: " "))
    Figures.append(height, to: &bytes)
    return Attribute(name: "viewBox", value: .drawn(bytes))
  }

  /// The outline of a path.
  public static func outline(_ outline: Outline) -> Attribute {
    Attribute(name: "d", value: .drawn(outline.bytes))
  }

  /// Moves what is drawn to the right and down.
  static func moved(_ dx: Double, _ dy: Double) -> Attribute {
    var bytes = Array("translate(".utf8)
    Figures.append(dx, to: &bytes)
    bytes.append(UInt8(ascii: " "))
    Figures.append(dy, to: &bytes)
    bytes.append(UInt8(ascii: ")"))
    return Attribute(name: "transform", value: .drawn(bytes))
  }

  /// Fills a shape with a pattern or gradient defined in the same drawing.
  public static func fill(with id: String) -> Attribute {
    Attribute(name: "fill", value: .text("url(#\(id))"))
  }

  /// Cuts a shape to a clip path defined in the same drawing.
  public static func clip(to id: String) -> Attribute {
    Attribute(name: "clip-path", value: .text("url(#\(id))"))
  }
}

extension Attribute {
  /// The corners of a polygon or the points of a polyline.
  public static func corners(_ points: [(Double, Double)]) -> Attribute {
    var bytes: [UInt8] = []
    for (index, point) in points.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: " ")) }
      Figures.append(point.0, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      Figures.append(point.1, to: &bytes)
    }
    return Attribute(name: "points", value: .drawn(bytes))
  }
}
