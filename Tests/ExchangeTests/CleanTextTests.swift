import Chronicle
import Foundation
import Testing

@testable import Exchange

@Suite("Cleaned texts")
struct CleanTextTests {
  @Test(
    "Marks of the page go and the words stay",
    arguments: [
      ("a\u{A0}\u{A0}b\t c ", "a b c"), ("in\u{AD}te\u{200B}grated", "integrated"),
      ("ef\u{FB01}cient o\u{FB03}ce", "efficient office"), ("named.[12] The[3] next", "named. The next"),
      ("a note† and²", "a note and"), ("the ICs and ICSs", "the ICSs and ICSs"),
      ("see [the plan \\(https://example.org/ICs\\)](https://example.org/a#ICs) now", "see the plan now"),
      ("[2021] and [see below]", "[2021] and [see below]"),
    ])
  func marks(raw: String, clean: String) { #expect(CleanText(raw).lines.map(\.text) == [clean]) }

  @Test("Lines keep their numbers, whatever ends them and however they are parted")
  func numbers() {
    let text = CleanText("one\r\n\r\ntwo &&&&& three\n \nfour")
    #expect(text.lines.map(\.text) == ["one", "two", "three", "four"])
    #expect(text.lines.map(\.number) == [1, 3, 3, 5])
    #expect(text.block.units == ["1", "3", "3", "5"])
  }

  static let folder = URL(filePath: RealData.folder).deletingLastPathComponent().appending(path: "brief")

  static func raw(_ name: String) -> String? {
    try? String(contentsOf: folder.appending(path: "\(name).txt"), encoding: .utf8)
  }

  @Test(
    "No line of the five texts is lost, and what their conversion left behind is gone",
    .enabled(if: raw("001") != nil, "the texts are not beside the package; this test needs them"),
    arguments: ["000", "001", "002", "003", "004"])
  func briefs(name: String) throws {
    let raw = try #require(CleanTextTests.raw(name))
    let clean = CleanText(raw)
    let said = raw.components(separatedBy: "\n").enumerated().filter { $0.element.contains { $0.isLetter } }
    #expect(said.allSatisfy { line in clean.lines.contains { $0.number == line.offset + 1 } })
    let words = clean.lines.map(\.text).joined(separator: "\n")
    for mark in ["&&&&&", "\u{A0}", "](", "\u{AD}"] { #expect(!words.contains(mark), "\(mark)") }
    #expect(words.matches(of: /\[\d+\]/).isEmpty)
    // Of 004: every ICSs outside an address, and each that had become ICs.
    let plain = raw.replacing(/https?:[^\s)]*/, with: "")
    #expect(
      words.matches(of: /\bICSs\b/).count == plain.matches(of: /\bICSs\b/).count + plain.matches(of: /\bICs\b/).count)
    #expect(words.matches(of: /\bICs\b/).isEmpty)
  }
}
