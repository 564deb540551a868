/// Numbers read straight from ASCII bytes, without making a string.
@usableFromInline
enum DecimalBytes {
  /// A whole number with an optional sign; nil for anything else, including an empty field and overflow.
  @inlinable
  static func int(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    let count = bytes.count
    guard count > 0 else { return nil }
    let negative = bytes[0] == 0x2D
    if negative || bytes[0] == 0x2B { index = 1 }
    guard index < count else { return nil }
    if count - index <= 18 {
      var value = 0
      while index < count {
        let digit = bytes[index] &- 0x30
        guard digit <= 9 else { return nil }
        value = value &* 10 &+ Int(digit)
        index += 1
      }
      return negative ? 0 &- value : value
    }
    return Int(String(decoding: bytes, as: UTF8.self))
  }

  /// A decimal number such as `-12.5e3`; nil for anything else, including `nan`, `inf`, hexadecimal and overflow.
  ///
  /// Correctly rounded: short numbers by exact arithmetic (a mantissa below 2⁵³ and a power of ten up to 10²²),
  /// the rest by the standard library.
  @inlinable
  static func double(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var index = 0
    let count = bytes.count
    guard count > 0 else { return nil }
    let negative = bytes[0] == 0x2D
    if negative || bytes[0] == 0x2B { index = 1 }
    var mantissa: UInt64 = 0
    var digits = 0
    var fraction = 0
    var seenPoint = false
    while index < count {
      let byte = bytes[index]
      let digit = byte &- 0x30
      if digit <= 9 {
        digits += 1
        if digits <= 19 { mantissa = mantissa &* 10 &+ UInt64(digit) }
        if seenPoint { fraction += 1 }
      } else if byte == 0x2E, !seenPoint {
        seenPoint = true
      } else {
        break
      }
      index += 1
    }
    guard digits > 0 else { return nil }
    if index == count, digits <= 19, mantissa < 1 << 53, fraction <= 22 {
      let value = Double(mantissa) / powersOfTen[fraction]
      return negative ? -value : value
    }
    return slow(bytes, exponentAt: index)
  }

  @usableFromInline
  static func slow(_ bytes: UnsafeBufferPointer<UInt8>, exponentAt start: Int) -> Double? {
    if start < bytes.count {
      guard bytes[start] | 0x20 == 0x65 else { return nil }
      var index = start + 1
      if index < bytes.count, bytes[index] == 0x2B || bytes[index] == 0x2D { index += 1 }
      guard index < bytes.count else { return nil }
      while index < bytes.count {
        guard bytes[index] &- 0x30 <= 9 else { return nil }
        index += 1
      }
    }
    guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else { return nil }
    return value
  }

  @usableFromInline
  static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
  ]
}
