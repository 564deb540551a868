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
    else {
      return nil
    }
    written = String(decoding: outward, as: UTF8.self) + " " + String(decoding: inward, as: UTF8.self)
  }
}
