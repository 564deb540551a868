/// Text made alike for finding: lower case, no accents, no apostrophes, `and` for `&`, one space for anything else
/// that is neither letter nor digit.
enum Folding {
  /// `St. Helens & Knowsley` and `st helens and knowsley` fold alike. O(text).
  static func fold(_ text: some StringProtocol) -> String { String(decoding: bytes(text), as: UTF8.self) }

  /// The same as bytes.
  static func bytes(_ text: some StringProtocol) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    var pendingSpace = false
    func put(_ byte: UInt8) {
      if pendingSpace, !out.isEmpty { out.append(32) }
      pendingSpace = false
      out.append(byte)
    }
    func put(_ bytes: some Sequence<UInt8>) {
      if pendingSpace, !out.isEmpty { out.append(32) }
      pendingSpace = false
      out.append(contentsOf: bytes)
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x61...0x7A, 0x30...0x39: put(UInt8(truncatingIfNeeded: scalar.value))
      case 0x41...0x5A: put(UInt8(truncatingIfNeeded: scalar.value) + 32)
      // Apostrophes vanish; accents that stand on their own belong to the letter before them.
      case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x2BC, 0x300...0x36F: break
      case 0x26:
        pendingSpace = true
        put("and".utf8)
        pendingSpace = true
      case 0..<0x80: pendingSpace = true
      default:
        if let plain = plain[scalar] {
          put(plain.utf8)
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          put(scalar.properties.lowercaseMapping.utf8)
        } else {
          pendingSpace = true
        }
      }
    }
    return out
  }

  /// Accented letters of the Latin alphabet and the letters they are written with when accents are left out.
  private static let plain: [Unicode.Scalar: String] = {
    let rows: [(String, String)] = [
      ("àáâãäåāăąÀÁÂÃÄÅĀĂĄ", "a"), ("çćĉċčÇĆĈĊČ", "c"), ("ďđðĎĐÐ", "d"), ("èéêëēĕėęěÈÉÊËĒĔĖĘĚ", "e"),
      ("ĝğġģĜĞĠĢ", "g"), ("ĥħĤĦ", "h"), ("ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ", "i"), ("ĵĴ", "j"), ("ķĶ", "k"),
      ("ĺļľŀłĹĻĽĿŁ", "l"),
      ("ñńņňÑŃŅŇ", "n"), ("òóôõöøōŏőÒÓÔÕÖØŌŎŐ", "o"), ("ŕŗřŔŖŘ", "r"), ("śŝşšŚŜŞŠ", "s"), ("ţťŧŢŤŦ", "t"),
      ("ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ", "u"), ("ŵẁẃẅŴẀẂẄ", "w"), ("ýÿŷỳÝŸŶỲ", "y"), ("źżžŹŻŽ", "z"), ("æÆ", "ae"),
      ("œŒ", "oe"),
      ("ß", "ss"), ("þÞ", "th"),
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (letters, plain) in rows { for scalar in letters.unicodeScalars { table[scalar] = plain } }
    return table
  }()
}
