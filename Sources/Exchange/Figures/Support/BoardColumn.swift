/// The column in which a table says which board a row is of: `icb22_code`, `ICB23CD`, `icb24_code_h`, `ICB26CDH`.
enum BoardColumn {
  /// The columns that hold codes of boards.
  static func find(in headings: Headings) -> [Int] {
    headings.keys.indices.filter { isBoards(headings.keys[$0]) }
  }

  /// The one column of codes; of several the file must keep one.
  static func one(in headings: Headings) throws(ImportError) -> Int {
    let found = find(in: headings)
    guard found.count == 1 else {
      let listed = found.map { "'\(headings.names[$0])'" }.joined(separator: " and ")
      throw ImportError(
        found.isEmpty
          ? "no column says which board a row is of: 'icb22_code' or the like; the columns are \(headings.listed)"
          : "the columns \(listed) all hold boards' codes; remove all but one")
    }
    return found[0]
  }

  /// A code of a board, by its shape: of the Office for National Statistics or of the Organisation Data Service.
  static func code(_ text: String) throws(RowFault) -> String {
    guard AreaCodes.isONS(text, "E54") || AreaCodes.isODS(text) && !text.hasPrefix("E54") else {
      throw RowFault("'\(text.prefix(40))' is not the code of a board")
    }
    return text
  }

  private static func isBoards(_ key: String) -> Bool {
    guard key.hasPrefix("icb") else { return false }
    let rest = key.dropFirst(3).drop(while: \.isNumber)
    return ["code", "codeh", "cd", "cdh"].contains(String(rest))
  }
}
