public import Vocabulary

/// The date of the page, always in sight: the day it is true on, the day it was known by, the next change, and
/// the ways to keep it.
///
/// The dates can be changed without a script: the disclosure holds a form that sends them to `action`.
public struct DateBar: Part {
  /// A change of what the page shows.
  public struct Change: Sendable {
    let day: Day
    let link: Link

    /// A change and the page as it is on that day.
    public init(_ day: Day, _ link: Link) {
      self.day = day
      self.link = link
    }
  }

  let trueOn: Day
  let knownOn: Day?
  let previous: Change?
  let next: Change?
  let permanent: Link
  let downloads: [NamedLink]
  let action: Link
  let kept: [(name: String, value: String)]

  /// A date bar.
  ///
  /// - Parameters:
  ///   - knownOn: the day by which it was known; nil when everything known now counts.
  ///   - previous: the change before this day; nil when there is none.
  ///   - permanent: the address that gives this page again, whatever is learnt later.
  ///   - downloads: the page's answer in other forms.
  ///   - action: where the form goes, with the fields `on` and `known`.
  ///   - kept: more fields to send along, such as the page's own path.
  public init(
    trueOn: Day, knownOn: Day?, previous: Change? = nil, next: Change? = nil, permanent: Link,
    downloads: [NamedLink] = [], action: Link, kept: [(name: String, value: String)] = []
  ) {
    self.trueOn = trueOn
    self.knownOn = knownOn
    self.previous = previous
    self.next = next
    self.permanent = permanent
    self.downloads = downloads
    self.action = action
    self.kept = kept
  }

  /// Writes the bar.
  public func write(to html: inout HTML) {
    html(.section, .class("date-bar"), .id("date-control"), .label("The date of this page")) { html in
      html(.details) { html in
        html(.summary) { html in
          html.text("As true on ")
          html(.strong) { html in html(.time, trueOn.written, .datetime(trueOn)) }
          html.text(", known as of ")
          html(.strong) { html in
            if let knownOn { html(.time, knownOn.written, .datetime(knownOn)) } else { html.text("today") }
          }
          html.text(" ")
          html(.span, "Change", .class("date-change"))
        }
        writeForm(to: &html)
      }
      write(previous, "Last change", to: &html)
      write(next, "Next change", to: &html)
      html(.ul, .class("date-links")) { html in
        html(.li) { html in html(.a, "Permanent link", .href(permanent), .rel("bookmark")) }
        for download in downloads { html(.li) { html in html(.a, download.name, .href(download.link)) } }
      }
      html(.p, "Permanent link: \(permanent.text)", .class("for-print"))
    }
  }

  private func write(_ change: Change?, _ words: String, to html: inout HTML) {
    guard let change else { return }
    html(.span) { html in
      html.text(words + " ")
      html(.a, .href(change.link)) { html in html(.time, change.day.written, .datetime(change.day)) }
    }
  }

  private func writeForm(to html: inout HTML) {
    html(.form, .action(action), .word("method", "get")) { html in
      for field in kept { html(.input, .type("hidden"), .name(field.name), .value(field.value)) }
      html.add(
        Field(name: "on", label: "True on", kind: .date, value: trueOn.description, id: "date-on"))
      html.add(
        Field(
          name: "known", label: "Known as of", kind: .date, value: knownOn?.description ?? "",
          id: "date-known",
          hint: "Leave empty for today"))
      html(.button, "Show this date", .type("submit"))
    }
  }
}
