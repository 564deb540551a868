internal import Chronicle
internal import Register
internal import Vocabulary

/// Where a postcode or the code of a small area lies, or what to import so that it can be said.
public struct PlaceFinding: Encodable, Hashable, Sendable {
  /// What was recognised: `postcode`, `lsoa`.
  public let piece: String
  /// The postcode or code as it is usually written.
  public let code: String
  /// The body it lies in, nearest first: sub-ICB location, board. Empty when it cannot be said.
  public let bodies: [NamedBody]
  /// The answer in a sentence.
  public let sentence: String

  /// Reads a text as a postcode or a small-area code; nil when it is neither.
  init?(_ text: String, in snapshot: Snapshot, blocks: Blocks?) {
    if let postcode = Postcode(text) {
      piece = "postcode"
      code = postcode.written
      bodies = []
      sentence =
        "\(postcode.written) is a postcode. Import a postcode directory (ONS or NHS) to see which board it lies in: concordat import RECORD FILE."
    } else {
      return nil
    }
  }
}

/// A postcode of the United Kingdom, by its shape alone.
struct Postcode: Hashable, Sendable {
  /// `SL4 1AA`.
  let written: String

  /// Reads `sl41aa` or `SL4 1AA`; nil when it has not the shape of a whole postcode.
  init?(_ text: some StringProtocol) {
    let letters = Array(text.uppercased().utf8.filter { $0 != 32 })
    guard (5...7).contains(letters.count) else { return nil }
    func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
    func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    let inward = letters.suffix(3)
    let outward = Array(letters.dropLast(3))
    guard isDigit(inward[inward.startIndex]), inward.dropFirst().allSatisfy(isLetter), isLetter(outward[0])
    else {
      return nil
    }
    let digits = outward.drop(while: isLetter)
    guard outward.count - digits.count <= 2, let first = digits.first, isDigit(first), digits.count <= 2
    else { return nil }
    written = String(decoding: outward, as: UTF8.self) + " " + String(decoding: inward, as: UTF8.self)
  }
}
