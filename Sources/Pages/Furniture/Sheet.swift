/// The frame every page shares: masthead, date bar, head, body and colophon.
public struct Sheet: Sendable {
  /// One entry of the site's menu.
  public struct Entry: Sendable {
    let name: String
    let link: Link
    let isCurrent: Bool

    /// An entry, marked when the page is in its part of the site.
    public init(_ name: String, _ link: Link, isCurrent: Bool = false) {
      self.name = name
      self.link = link
      self.isCurrent = isCurrent
    }
  }

  let site: String
  let home: Link
  let style: Link
  let menu: [Entry]
  let dateBar: DateBar?
  let crumbs: [Entry]
  let head: PageHead
  let colophon: Colophon

  /// A frame.
  ///
  /// - Parameters:
  ///   - site: the name of the site.
  ///   - style: the address of the style sheet.
  ///   - crumbs: the way from the home page to this one, which comes last.
  public init(
    site: String, home: Link, style: Link, menu: [Entry], dateBar: DateBar?, crumbs: [Entry] = [],
    head: PageHead, colophon: Colophon
  ) {
    self.site = site
    self.home = home
    self.style = style
    self.menu = menu
    self.dateBar = dateBar
    self.crumbs = crumbs
    self.head = head
    self.colophon = colophon
  }

  /// The whole page, with what the closure writes as its body.
  public func page(body: (inout HTML) -> Void) -> [UInt8] {
    var html = HTML()
    html.raw("<!doctype html>\n")
    html(.html, .language("en-GB")) { html in
      html(.head) { html in
        html(.meta, .word("charset", "utf-8"))
        html(.meta, .word("name", "viewport"), .content("width=device-width, initial-scale=1"))
        html(.meta, .word("name", "color-scheme"), .content("light dark"))
        html(.title, head.name == site ? site : "\(head.name) – \(site)")
        html(.meta, .word("name", "description"), .content(head.summary))
        html(.link, .rel("stylesheet"), .href(style))
        if let dateBar { html(.link, .rel("canonical"), .href(dateBar.permanent)) }
      }
      html(.body) { html in
        html(.a, "Skip to the page", .class("skip"), .href(Link.here("main")))
        writeMasthead(to: &html)
        if let dateBar { html.add(dateBar) }
        html(.main, .class("sheet"), .id("main"), .word("tabindex", "-1")) { html in
          writeCrumbs(to: &html)
          html.add(head)
          body(&html)
        }
        html.add(colophon)
      }
    }
    return html.finish()
  }

  private func writeMasthead(to html: inout HTML) {
    html(.header, .class("masthead")) { html in
      html(.a, .class("wordmark"), .href(home)) { html in
        html(.svg, .viewBox(34, 26), .ornament) { html in
          // Two bodies that share a side of the map: the part they agree on is filled.
          html(.path, .word("d", "M17 4.4l5 2.85v11.5l-5 2.85-5-2.85v-11.5Z"), .word("fill", "currentColor"))
          for outline: StaticString in [
            "M12 1.5l10 5.75v11.5l-10 5.75-10-5.75v-11.5Z", "M22 1.5l10 5.75v11.5l-10 5.75-10-5.75v-11.5Z",
          ] {
            html(
              .path, .word("d", outline), .word("fill", "none"), .word("stroke", "currentColor"),
              .word("stroke-width", "1.8"), .word("stroke-linejoin", "round"))
          }
        }
        html.text(site)
      }
      html(.details, .class("menu")) { html in
        html(.summary, "Menu")
        html(.nav, .label("Site")) { html in
          html(.ul) { html in
            for entry in menu {
              html(.li) { html in
                html(.a, entry.name, .href(entry.link), .when(entry.isCurrent, .current()))
              }
            }
          }
        }
      }
    }
  }

  private func writeCrumbs(to html: inout HTML) {
    guard !crumbs.isEmpty else { return }
    html(.nav, .class("crumbs"), .label("Where you are")) { html in
      html(.ol) { html in
        for crumb in crumbs {
          html(.li) { html in
            if crumb.isCurrent {
              html(.span, crumb.name, .current())
            } else {
              html(.a, crumb.name, .href(crumb.link))
            }
          }
        }
      }
    }
  }
}

/// The name of a page and the sentence that sums it up.
public struct PageHead: Part {
  let kind: String?
  let name: String
  let summary: String
  let badges: [Badge]

  /// A head.
  ///
  /// - Parameters:
  ///   - kind: what kind of thing the page is about, above its name.
  ///   - summary: one sentence, also given to search engines.
  public init(kind: String? = nil, name: String, summary: String, badges: [Badge] = []) {
    self.kind = kind
    self.name = name
    self.summary = summary
    self.badges = badges
  }

  /// Writes the head.
  public func write(to html: inout HTML) {
    html(.div, .class("page-head")) { html in
      if let kind { html(.p, kind, .class("kind")) }
      html(.h1, name)
      html(.p, summary, .class("lede"))
      if !badges.isEmpty {
        html(.ul, .class("marks")) { html in for badge in badges { html(.li) { html in html.add(badge) } } }
      }
    }
  }
}

/// The foot of every page: who owns it, how old it is, where it comes from, and how to answer back.
public struct Colophon: Part {
  /// A heading and what stands under it.
  public struct Note: Sendable {
    let heading: String
    let words: [String]
    let links: [NamedLink]

    /// A note of sentences and links.
    public init(_ heading: String, _ words: [String], links: [NamedLink] = []) {
      self.heading = heading
      self.words = words
      self.links = links
    }
  }

  let notes: [Note]

  /// A foot with these notes.
  public init(_ notes: [Note]) { self.notes = notes }

  /// Writes the foot.
  public func write(to html: inout HTML) {
    html(.footer, .class("colophon")) { html in
      for note in notes {
        html(.section) { html in
          html(.h2, note.heading)
          for words in note.words { html(.p, words) }
          if !note.links.isEmpty {
            html(.ul) { html in
              for item in note.links { html(.li) { html in html(.a, item.name, .href(item.link)) } }
            }
          }
        }
      }
    }
  }
}
