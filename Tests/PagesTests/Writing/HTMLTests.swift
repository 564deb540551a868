import Pages
import Testing
import Vocabulary

/// What the closure writes, as text.
func written(_ write: (inout HTML) -> Void) -> String {
  var html = HTML(capacity: 256)
  write(&html)
  return String(decoding: html.finish(), as: UTF8.self)
}

@Suite("Writing HTML") struct HTMLTests {
  @Test func nestsAsTheSwiftNests() {
    let page = written { html in
      html(.ul, .class("chips")) { html in
        html(.li) { html in html(.a, "Frimley", .href(Link(path: ["systems", "frimley"]))) }
      }
    }
    #expect(page == "<ul class=\"chips\"><li><a href=\"/systems/frimley\">Frimley</a></li>\n</ul>\n")
  }

  @Test func writesEmptyElementsInTheirOwnWay() {
    let page = written { html in
      html(.br)
      html(.td)
      html(.circle, .number("cx", 1.25), .number("r", -0.04))
      html(.input, .type("checkbox"), .checked, .when(false, .required))
    }
    #expect(
      page == "<br><td></td><circle cx=\"1.3\" r=\"0\"/><input type=\"checkbox\" checked>")
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\" onload='x' &", "&quot; onload=&#39;x&#39; &amp;"),
    ("nul\0bell\u{7}del\u{7F}c1\u{85}", "nul\u{FFFD}bell\u{FFFD}del\u{FFFD}c1\u{FFFD}"),
    ("\u{202E}dab\u{202C} \u{2066}x\u{2069}", "\u{FFFD}dab\u{FFFD} \u{FFFD}x\u{FFFD}"),
    ("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}"),
    ("Ynys Môn – £1m\u{A0}“yes” 👩‍⚕️\n\t", "Ynys Môn – £1m\u{A0}“yes” 👩‍⚕️\n\t"),
    ("]]>--><!--", "]]&gt;--&gt;&lt;!--"),
    ("", ""),
  ])
  func textIsOnlyText(words: String, expected: String) {
    #expect(written { $0.text(words) } == expected)
    #expect(written { $0(.p, words) } == "<p>\(expected)</p>\n")
    #expect(written { $0(.br, .label(words)) } == "<br aria-label=\"\(expected)\">")
  }

  @Test func noTextCanOpenATagOrLeaveAnAttribute() {
    var random = Seeded(7)
    let alphabet = Array("<>\"'&=/ax \u{0}\u{1F}\u{202E}\u{2069}\u{9F}é￿".unicodeScalars)
    for _ in 0..<2_000 {
      var words = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        words.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
      }
      let text = written { $0.text(String(words)) }
      #expect(!text.contains { "<>\"'".contains($0) })
      for scalar in text.unicodeScalars {
        #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
        #expect(!(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
      }
    }
  }
}

@Suite("Links") struct LinkTests {
  @Test(arguments: [
    (["systems", "frimley"], "/systems/frimley"),
    (["", "evil.example"], "/evil.example"),
    (["//evil.example"], "/%2F%2Fevil.example"),
    (["..", "."], "/%252E%252E/%252E"),
    (["a?b#c", "\"><script>"], "/a%3Fb%23c/%22%3E%3Cscript%3E"),
    (["QRL@2026-04-01", "ods:QRL"], "/QRL@2026-04-01/ods:QRL"),
    (["javascript:alert(1)"], "/javascript:alert%281%29"),
    (["Môn\\x"], "/M%C3%B4n%5Cx"),
    ([], "/"),
  ])
  func pathsStayOnThisSite(segments: [String], expected: String) {
    #expect(Link(path: segments).text == expected)
  }

  @Test func queriesAndFragmentsAreEncoded() {
    let link = Link(path: ["find"], query: [("q", "A&E = 4h"), ("on", "2026-04-01")], fragment: "a b")
    #expect(link.text == "/find?q=A%26E%20%3D%204h&on=2026-04-01#a%20b")
    #expect(Link.here("names").text == "#names")
  }

  @Test(arguments: [
    "https://www.england.nhs.uk/publication/?a=1&b=%20#c", "https://example.org:8443",
    "https://xn--p1ai.example/",
  ])
  func goodAddressesPass(text: String) { #expect(Link(https: text)?.text == text) }

  @Test(arguments: [
    "http://example.org", "javascript:alert(1)", "https://", "https://localhost/",
    "https://user@example.org/",
    "https://example.org\\@evil.example", "https://example.org/ a", "https://example.org/\"x",
    "https://example.org/%2", "https://example.org/%zz", "https://exämple.org/", "https://example.org/é",
    "https://-a.example/", "https://a..example/", "https://example.org:port/", "HTTPS://example.org/",
    "https://example.org/\u{0}", "//example.org", "/path", "https://example.org:/",
  ])
  func doubtfulAddressesAreRefused(text: String) { #expect(Link(https: text) == nil) }
}

@Suite("Figures") struct FiguresTests {
  @Test func groupsThousands() {
    #expect(Figures.grouped(0) == "0")
    #expect(Figures.grouped(999) == "999")
    #expect(Figures.grouped(63_849_324) == "63,849,324")
    #expect(Figures.grouped(-1_000) == "\u{2212}1,000")
  }

  @Test func roundsForReading() {
    #expect(Figures.percent(0.5886) == "58.9%")
    #expect(Figures.percent(0.6) == "60.0%")
    #expect(Figures.fixed(-0.05, places: 2) == "\u{2212}0.05")
    #expect(Figures.fixed(1_234.5, places: 0) == "1,235")
    #expect(Figures.fixed(.nan, places: 1) == "–")
    #expect(Figures.fixed(.infinity, places: 1) == "–")
  }
}

/// A small generator with a seed, so that every run meets the same numbers.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
