import Assets
import Testing

/// The style sheet as the server will hand it out.
let styleSheet = String(
  decoding: UnsafeBufferPointer(start: concordat_style(), count: concordat_style_count()), as: UTF8.self)

@Suite("Contrast") struct ContrastTests {
  /// Text and its ground: 4.5 to 1, the AA level for text of any size.
  static let text: [(String, String)] =
    ["paper", "sheet", "panel"].flatMap { ground in
      ["ink", "soft", "accent", "change", "alarm"].map { ($0, ground) }
    } + [
      ("accent-ink", "accent"), ("ink", "accent-wash"), ("ink", "change-wash"), ("paper", "ink"),
      ("paper", "bar"),
    ]
    + (1...8).map { ("ink", "region-\($0)") }

  /// Shapes and their ground: 3 to 1.
  static let shapes: [(String, String)] =
    [
      ("strong-rule", "sheet"), ("bar", "paper"), ("accent", "panel"), ("change", "paper"), ("focus", "paper"),
      ("focus", "panel"),
    ]
    + ["paper", "sheet", "panel"].flatMap { ground in
      ["common", "better", "worse", "neutral"].map { ("point-\($0)", ground) } + [("target", ground)]
    }

  @Test(arguments: ["light", "dark"]) func everyPairCanBeRead(scheme: String) throws {
    let colours = try #require(palettes()[scheme])
    for (front, ground) in Self.text {
      let ratio = try contrast(#require(colours[front]), #require(colours[ground]))
      #expect(ratio >= 4.5, "\(front) on \(ground) in \(scheme): \(ratio)")
    }
    for (front, ground) in Self.shapes {
      let ratio = try contrast(#require(colours[front]), #require(colours[ground]))
      #expect(ratio >= 3, "\(front) on \(ground) in \(scheme): \(ratio)")
    }
  }

  private func palettes() -> [String: [String: UInt32]] {
    let parts = styleSheet.split(separator: "/* 2. Ground", maxSplits: 1)[0]
      .split(separator: "@media (prefers-color-scheme: dark)", maxSplits: 1)
    let light = colours(in: parts[0])
    return ["light": light, "dark": light.merging(colours(in: parts[1])) { $1 }]
  }

  private func colours(in text: Substring) -> [String: UInt32] {
    var found: [String: UInt32] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 2, words[0].hasPrefix("--"), words[1].hasPrefix("#") else { continue }
      found[String(words[0].dropFirst(2).dropLast())] = UInt32(words[1].dropFirst().dropLast(), radix: 16)
    }
    return found
  }

  /// The contrast ratio of the Web Content Accessibility Guidelines 2.2.
  private func contrast(_ a: UInt32, _ b: UInt32) -> Double {
    func luminance(_ colour: UInt32) -> Double {
      func channel(_ shift: UInt32) -> Double {
        let value = Double((colour >> shift) & 255) / 255
        return value <= 0.04045 ? value / 12.92 : power12over5((value + 0.055) / 1.055)
      }
      return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
    }
    let (lighter, darker) = (max(luminance(a), luminance(b)), min(luminance(a), luminance(b)))
    return (lighter + 0.05) / (darker + 0.05)
  }

  /// x to the power 2.4, as the fifth root of its twelfth power, by Newton's method.
  private func power12over5(_ x: Double) -> Double {
    var target = 1.0
    for _ in 0..<12 { target *= x }
    var root = max(x, 0.01)
    for _ in 0..<60 { root -= (root * root * root * root * root - target) / (5 * root * root * root * root) }
    return root
  }
}
