internal import Chronicle
internal import Store

/// Whether a record is whole.
public struct VerificationReport: Codable, Hashable, Sendable {
  /// Whether nothing is broken and, where one was asked for, the head was found.
  public var whole: Bool
  /// The transactions of the chain, up to the first broken link.
  public var transactions: Int
  /// Their entries.
  public var entries: Int
  /// The digest that stands for them.
  public var head: String
  /// Lines lawfully erased.
  public var redacted: Int
  /// Lines withheld from this copy.
  public var withheld: Int
  /// The first broken link, in a sentence; nil when there is none.
  public var broken: String?
  /// Kept files and figures that are not what was stored.
  public var damaged: [String]
  /// The number of the transaction whose digest was asked for; nil when none was, or it is not there.
  public var found: Int?
}

extension Record {
  /// Proves the chain from the first transaction to the last, and every kept file against its digest.
  ///
  /// A record cut short breaks no link: only a head noted elsewhere shows it. Give one, whole or its first twelve or
  /// more digits, to have it looked for.
  public func verify(head wanted: String? = nil) throws -> VerificationReport {
    if let wanted, !(12...64).contains(wanted.utf8.count) || !wanted.utf8.allSatisfy(\.isLowerHexadecimal) {
      throw DeskError.misused(
        "'\(wanted)' is no head: give the 64 digits that `export` and `verify` print, or at least the first twelve"
      )
    }
    var proof = Verification()
    var broken: String?
    do {
      try journal.read { try proof.append($0) }
    } catch let found as Verification.Break {
      broken = found.description
    } catch {
      broken =
        "the chain breaks after transaction \(proof.head.transactions): it cannot be read further (\(StoreError.plain(error)))"
    }
    let damaged = broken == nil ? try damagedContents() : []
    let found = wanted.flatMap { digits in
      proof.digests.firstIndex { $0.hex.hasPrefix(digits) }.map { $0 + 1 }
    }
    return VerificationReport(
      whole: broken == nil && damaged.isEmpty && (wanted == nil || found != nil),
      transactions: proof.head.transactions, entries: proof.head.entries, head: proof.head.digest.hex,
      redacted: proof.redacted, withheld: proof.withheld, broken: broken, damaged: damaged, found: found)
  }

  private func damagedContents() throws -> [String] {
    var damaged: [String] = []
    for digest in try journal.contents() {
      do { _ = try journal.content(digest) } catch { damaged.append(digest.hex) }
    }
    return damaged
  }
}

extension UInt8 {
  fileprivate var isLowerHexadecimal: Bool { (48...57).contains(self) || (97...102).contains(self) }
}
