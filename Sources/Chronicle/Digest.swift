internal import CSodium

/// A SHA-256 digest (FIPS 180-4): 32 bytes, written as 64 lower-case hexadecimal digits.
public struct Digest: Hashable, Sendable {
  /// The 64 hexadecimal digits.
  public let hex: String

  /// The digest of nothing that came before: what the first transaction names as its predecessor.
  public static let origin = Digest(unchecked: String(repeating: "0", count: 64))

  private init(unchecked hex: String) { self.hex = hex }

  /// Reads 64 hexadecimal digits; nil otherwise.
  public init?(hex: some StringProtocol) {
    guard hex.utf8.count == 64,
      hex.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    self.hex = String(hex)
  }

  /// The digest of a text's UTF-8 bytes.
  public init(of text: String) { self.init(of: Array(text.utf8)) }

  /// The digest of bytes. O(n).
  public init(of bytes: [UInt8]) {
    var hasher = Hasher256()
    bytes.withUnsafeBytes { hasher.update($0) }
    self = hasher.finish()
  }

  fileprivate init(raw: [UInt8]) {
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in raw {
      text.append(Digest.digits[Int(byte >> 4)])
      text.append(Digest.digits[Int(byte & 15)])
    }
    hex = String(decoding: text, as: UTF8.self)
  }

  private static let digits = Array("0123456789abcdef".utf8)
}

extension Digest: CustomStringConvertible {
  /// The 64 hexadecimal digits.
  public var description: String { hex }
  /// The first twelve digits, for people.
  public var short: String { String(hex.prefix(12)) }
}

/// SHA-256 of bytes that arrive in pieces.
public struct Hasher256: ~Copyable {
  private var state = crypto_hash_sha256_state()

  /// A hasher that has seen nothing.
  public init() { crypto_hash_sha256_init(&state) }

  /// Adds bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.bindMemory(to: UInt8.self).baseAddress else { return }
    crypto_hash_sha256_update(&state, base, UInt64(bytes.count))
  }

  /// Adds the UTF-8 bytes of a text.
  public mutating func update(_ text: String) {
    var text = text
    text.withUTF8 { update(UnsafeRawBufferPointer($0)) }
  }

  /// The digest of everything added.
  public consuming func finish() -> Digest {
    var raw = [UInt8](repeating: 0, count: 32)
    crypto_hash_sha256_final(&state, &raw)
    return Digest(raw: raw)
  }
}

/// What is hashed in front of a line, so that the digest that stays after a redaction does not give the line away.
public struct Salt: Hashable, Sendable {
  /// 32 hexadecimal digits.
  public let hex: String

  /// Reads 32 hexadecimal digits; nil otherwise.
  public init?(hex: some StringProtocol) {
    guard hex.utf8.count == 32,
      hex.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    self.hex = String(hex)
  }

  /// A salt from 128 random bits.
  public init(_ high: UInt64, _ low: UInt64) {
    func digits(_ value: UInt64) -> String {
      let text = String(value, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }
    hex = digits(high) + digits(low)
  }
}
