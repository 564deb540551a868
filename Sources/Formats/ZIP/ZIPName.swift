/// The name of an archive entry: decoded, and refused when unpacking it could reach outside its folder.
enum ZIPName {
  static func checked(_ raw: [UInt8], isUTF8: Bool, number: Int) throws(FormatError) -> String {
    let valid = raw.withUnsafeBufferPointer { UTF8Check.firstFault(in: $0) == nil }
    guard valid || !isUTF8 else {
      throw FormatError(
        .encoding, "the name of entry \(number) is not the UTF-8 it says it is",
        remedy: "Make the archive again with plain names")
    }
    let name = valid ? String(decoding: raw, as: UTF8.self) : CodePage437.string(raw)
    if let fault = fault(in: name) {
      throw FormatError(
        .unsafe, "entry \(number), “\(Excerpt.clip(name))”, \(fault)",
        remedy: "Make the archive again with plain relative names")
    }
    return name
  }

  private static func fault(in name: String) -> String? {
    if name.isEmpty { return "has no name" }
    if name.unicodeScalars.contains(where: { $0.value == 0 }) { return "has a NUL in its name" }
    if name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      return "has a control character in its name"
    }
    if name.utf8.contains(UInt8(ascii: "\\")) { return "has a backslash in its name" }
    if name.hasPrefix("/") || name.dropFirst().hasPrefix(":") { return "has an absolute path" }
    if name.split(separator: "/", omittingEmptySubsequences: false).contains("..") {
      return "climbs out of its folder"
    }
    return nil
  }
}

/// The original character set of ZIP names.
enum CodePage437 {
  static func string(_ bytes: [UInt8]) -> String {
    var out = ""
    for byte in bytes {
      out.unicodeScalars.append(byte < 0x80 ? Unicode.Scalar(byte) : upper[Int(byte) - 0x80])
    }
    return out
  }

  private static let upper = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
      + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}").unicodeScalars)
}
