internal import Vocabulary

/// The shapes of codes in published tables. A code of the right shape may still name nothing.
enum AreaCodes {
  /// Nine characters of the Office for National Statistics: a country's letter and eight digits.
  static func isONS(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 9, "EWSNKLMJ".utf8.contains(bytes[0]) else { return false }
    return bytes[1...].allSatisfy { (48...57).contains($0) }
  }

  /// An ONS code for one of these sorts of area, for example `E01` and `W01` for small areas.
  static func isONS(_ text: String, _ entities: String...) -> Bool {
    isONS(text) && entities.contains { text.hasPrefix($0) }
  }

  /// A small area of England or Wales.
  static func isSmallArea(_ text: String) -> Bool { isONS(text, "E01", "W01") }

  /// A code of the Organisation Data Service: three to eight capital letters and digits.
  static func isODS(_ text: String) -> Bool {
    (3...8).contains(text.utf8.count)
      && text.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
  }

  /// A general practice: a letter and five digits.
  static func isPractice(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 6 && (65...90).contains(bytes[0])
      && bytes[1...].allSatisfy { (48...57).contains($0) }
  }
}

/// The two generations of lower-layer super output areas.
enum SmallAreas: String {
  case lsoa11
  case lsoa21

  /// How many there are in England (Office for National Statistics).
  var inEngland: Int { self == .lsoa11 ? 32_844 : 33_755 }

  /// `LSOA 2011`.
  var written: String { self == .lsoa11 ? "LSOA 2011" : "LSOA 2021" }

  /// A sentence when a file does not have every one of them, else nothing.
  func completeness(_ count: Int) -> [String] {
    if count == inEngland { return [] }
    return [
      "the file has \(Decimals.grouped(Double(count))) of the \(Decimals.grouped(Double(inEngland))) small areas"
        + " (\(written)) of England; what is missing stays missing"
    ]
  }
}
