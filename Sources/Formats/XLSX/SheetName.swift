/// The names of sheets and tables, which Excel restricts.
enum SheetName {
  /// Refuses a name that Excel would not accept on a tab, or that is there twice.
  static func check(_ names: [String]) throws(FormatError) {
    var seen: Set<String> = []
    for name in names {
      if let fault = fault(in: name) {
        throw FormatError(
          .malformed, at: .init(part: "sheet “\(Excerpt.clip(name))”"), "the name of a sheet \(fault)",
          remedy: "Choose another name for the sheet")
      }
      guard seen.insert(name.lowercased()).inserted else {
        throw FormatError(
          .malformed, at: .init(part: "sheet “\(name)”"), "two sheets have this name",
          remedy: "Choose another name; Cover, Contents and Notes are taken")
      }
    }
  }

  private static func fault(in name: String) -> String? {
    if BlankText.isBlank(name) { return "is empty" }
    if name.utf16.count > 31 { return "has \(name.utf16.count) characters, where 31 are allowed" }
    if let bad = name.unicodeScalars.first(where: { ":\\/?*[]".unicodeScalars.contains($0) }) {
      return "has the character \(bad), which is not allowed"
    }
    if name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0.value == 0xFFFE }) {
      return "has a control character"
    }
    if name.hasPrefix("'") || name.hasSuffix("'") { return "begins or ends with an apostrophe" }
    if name.lowercased() == "history" { return "is one that Excel keeps for itself" }
    return nil
  }

  /// The address of the first cell of a sheet, as a link in the workbook gives it.
  static func link(to name: String) -> String {
    "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'!A1"
  }

  /// The names of the tables on these sheets: letters, digits and underscores, none like the address of a cell, no two
  /// alike.
  static func tables(on sheets: [String]) -> [String] {
    var seen: Set<String> = []
    return sheets.map { sheet in
      let plain = sheet.lowercased().unicodeScalars.map { scalar -> Character in
        scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? Character(scalar) : "_"
      }
      let base = "table_" + String(plain)
      var name = base
      var number = 2
      while !seen.insert(name).inserted {
        name = "\(base)_\(number)"
        number += 1
      }
      return name
    }
  }
}
