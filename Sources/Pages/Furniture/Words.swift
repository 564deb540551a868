/// A list of facts: a name and a value on each line.
public struct Facts: Part {
  /// One fact.
  public struct Fact: Sendable {
    let name: String
    let value: String
    let link: Link?
    let badges: [Badge]

    /// A fact, where it leads, and how far it may be trusted.
    public init(_ name: String, _ value: String, link: Link? = nil, badges: [Badge] = []) {
      self.name = name
      self.value = value
      self.link = link
      self.badges = badges
    }
  }

  let facts: [Fact]
  let isWide: Bool

  /// A list of facts. A wide one sets its values to the left, for words rather than figures.
  public init(_ facts: [Fact], isWide: Bool = false) {
    self.facts = facts
    self.isWide = isWide
  }

  /// Writes the list.
  public func write(to html: inout HTML) {
    html(.dl, isWide ? .class("facts", "facts-wide") : .class("facts")) { html in
      for fact in facts {
        html(.div) { html in
          html(.dt, fact.name)
          html(.dd) { html in
            for badge in fact.badges where !isWide {
              html.add(badge)
              html.text(" ")
            }
            if let link = fact.link { html(.a, fact.value, .href(link)) } else { html.text(fact.value) }
            for badge in fact.badges where isWide {
              html.text(" ")
              html.add(badge)
            }
          }
        }
      }
    }
  }
}

/// A handful of names, each a link where it has a page.
public struct Chips: Part {
  let names: [(name: String, link: Link?)]

  /// Chips in the order given.
  public init(_ names: [(name: String, link: Link?)]) { self.names = names }

  /// Writes the chips.
  public func write(to html: inout HTML) {
    html(.ul, .class("chips")) { html in
      for item in names {
        html(.li) { html in
          if let link = item.link {
            html(.a, item.name, .href(link))
          } else {
            html(.span, item.name, .class("chip"))
          }
        }
      }
    }
  }
}

/// Steps one after another: a chain of delegation, or what happened and when.
public struct Trail: Part {
  /// One step.
  public struct Step: Sendable {
    let name: String
    let when: String?
    let note: String?
    let link: Link?
    let isPlanned: Bool

    /// A step; a planned one has an open, dashed dot.
    public init(
      _ name: String, when: String? = nil, note: String? = nil, link: Link? = nil, isPlanned: Bool = false
    ) {
      self.name = name
      self.when = when
      self.note = note
      self.link = link
      self.isPlanned = isPlanned
    }
  }

  let steps: [Step]

  /// Steps, first to last.
  public init(_ steps: [Step]) { self.steps = steps }

  /// Writes the steps.
  public func write(to html: inout HTML) {
    html(.ol, .class("trail")) { html in
      for step in steps {
        html(.li, .when(step.isPlanned, .class("trail-planned"))) { html in
          if let when = step.when { html(.span, when, .class("note")) }
          if let link = step.link { html(.a, step.name, .href(link)) } else { html.text(step.name) }
          if step.isPlanned {
            html.text(" ")
            html.add(Badge.planned)
          }
          if let note = step.note { html(.span, note, .class("note")) }
        }
      }
    }
  }
}

/// A sentence set apart from the rest.
public struct Callout: Part {
  /// What the sentence is about.
  public enum Tone: Sendable { case finding, change, alarm }

  let words: String
  let tone: Tone

  /// A sentence and its tone.
  public init(_ words: String, _ tone: Tone = .finding) {
    self.words = words
    self.tone = tone
  }

  /// Writes the sentence.
  public func write(to html: inout HTML) {
    let attribute: Attribute =
      switch tone {
      case .finding: .class("callout")
      case .change: .class("callout", "callout-change")
      case .alarm: .class("callout", "callout-alarm")
      }
    html(.div, attribute) { html in html(.p, words) }
  }
}

/// That there is nothing here, why, and what to do instead.
public struct Emptiness: Part {
  let what: String
  let why: String
  let instead: NamedLink?

  /// Why there is nothing.
  public init(_ what: String, because why: String, instead: NamedLink? = nil) {
    self.what = what
    self.why = why
    self.instead = instead
  }

  /// Writes the notice.
  public func write(to html: inout HTML) {
    html(.div, .class("empty")) { html in
      html(.strong, what)
      html(.p, why)
      if let instead { html(.p) { html in html(.a, instead.name, .href(instead.link)) } }
    }
  }
}

/// A search box that sends its words as `q`.
public struct SearchBox: Part {
  let action: Link
  let label: String
  let words: String
  let isLarge: Bool
  let kept: [(name: String, value: String)]

  /// A box, with the words sought so far and more fields to send along.
  public init(
    action: Link, label: String, words: String = "", isLarge: Bool = false,
    kept: [(name: String, value: String)] = []
  ) {
    self.action = action
    self.label = label
    self.words = words
    self.isLarge = isLarge
    self.kept = kept
  }

  /// Writes the box.
  public func write(to html: inout HTML) {
    html(.search) { html in
      html(.form, .action(action), .word("method", "get")) { html in
        for field in kept { html(.input, .type("hidden"), .name(field.name), .value(field.value)) }
        html(.div, .class("field")) { html in
          html(.label, label, .for("q"))
          html(.div, isLarge ? .class("search", "search-large") : .class("search")) { html in
            html(.input, .type("search"), .id("q"), .name("q"), .value(words))
            html(.button, "Search", .type("submit"))
          }
        }
      }
    }
  }
}

/// What a search found.
public struct Results: Part {
  /// One result.
  public struct Item: Sendable {
    let name: String
    let link: Link
    let summary: String
    let badges: [Badge]

    /// A result and a line on what it is.
    public init(_ name: String, _ link: Link, summary: String, badges: [Badge] = []) {
      self.name = name
      self.link = link
      self.summary = summary
      self.badges = badges
    }
  }

  let items: [Item]

  /// Results in the order given.
  public init(_ items: [Item]) { self.items = items }

  /// Writes the results.
  public func write(to html: inout HTML) {
    html(.ol, .class("results")) { html in
      for item in items {
        html(.li) { html in
          html(.a, item.name, .href(item.link))
          for badge in item.badges {
            html.text(" ")
            html.add(badge)
          }
          html(.p, item.summary)
        }
      }
    }
  }
}

/// The way through pages of a long list. Writes nothing when there is one page.
public struct Pagination: Part {
  let current: Int
  let links: [Link]

  /// Pages, counted from one.
  public init(current: Int, links: [Link]) {
    self.current = current
    self.links = links
  }

  /// Writes the first, the last, and those around the current page.
  public func write(to html: inout HTML) {
    guard links.count > 1 else { return }
    html(.nav, .label("Pages")) { html in
      html(.ul, .class("pages")) { html in
        if current > 1, links.indices.contains(current - 2) {
          html(.li) { html in html(.a, "Previous", .href(links[current - 2]), .rel("prev")) }
        }
        var last = 0
        for number in 1...links.count where number == 1 || number == links.count || abs(number - current) <= 1 {
          if number > last + 1 { html(.li) { html in html(.span, "…") } }
          last = number
          html(.li) { html in
            html(
              .a, String(number), .href(links[number - 1]), .label("Page \(number)"),
              .when(number == current, .current()))
          }
        }
        if links.indices.contains(current) {
          html(.li) { html in html(.a, "Next", .href(links[current]), .rel("next")) }
        }
      }
    }
  }
}

extension HTML {
  /// Adds a part of the page under a heading.
  public mutating func part(_ heading: String, id: String, content: (inout HTML) -> Void) {
    self(.section, .class("part"), .labelled(by: id)) { html in
      html(.h2, heading, .id(id))
      content(&html)
    }
  }

  /// Adds how something is known, folded away until asked for.
  public mutating func known(_ summary: String = "How this is known", content: (inout HTML) -> Void) {
    self(.details, .class("known")) { html in
      html(.summary, summary)
      content(&html)
    }
  }

  /// Adds text to be copied, such as a command or a record.
  public mutating func sample(_ words: String, label: String) {
    self(.pre, .class("sample"), .reachable, .role("region"), .label(label)) { html in html(.code, words) }
  }

  /// Adds the marks and what each means.
  public mutating func marksExplained() {
    self(.dl, .class("facts", "facts-wide")) { html in
      for badge in Badge.allCases {
        html(.div) { html in
          html(.dt) { html in html.add(badge) }
          html(.dd, badge.meaning)
        }
      }
    }
  }
}
