public import Chronicle
internal import Register
internal import Vocabulary

/// A short way to write rows of sheets, for examples: one a line, `kind subject column=value`.
///
/// ```
/// seat chair group=board role=chair
/// appointment ann from=2022-07-01 seat=chair person=ann appointer=national.nhs-england
/// ```
///
/// `from` and `until` are the period, `audience` who may see it; a value with spaces stands in double quotation marks.
/// The kind is that of the sheet without its version. `body NAME kind=icb form=statutory-corporation` writes a body;
/// `relation NAME type=part-of object=OTHER`, `role NAME role=upper-tier` and
/// `overlap NAME other=OTHER unit=lsoa21 part=9 whole=10` write how bodies stand to one another and what they are.
public enum Notation {
  /// The source of rows that name none.
  public static let source = "example"

  /// The statements of a text. O(text).
  public static func statements(_ text: String) throws(LineError) -> [Statement] {
    var found: [Statement] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = words(of: line)
      guard let kind = words.first, !kind.hasPrefix("#") else { continue }
      do throws(LineError) {
        found += try statements(kind: kind, Array(words.dropFirst()))
      } catch {
        throw LineError("line \(index + 1): \(error.message)")
      }
    }
    return found
  }

  private static func statements(kind: String, _ words: [String]) throws(LineError) -> [Statement] {
    guard let subject = words.first, ID<Void>(subject) != nil else { throw LineError("'\(kind)' names no subject") }
    var cells: [String: String] = [:]
    for word in words.dropFirst() {
      guard let equals = word.firstIndex(of: "=") else { throw LineError("'\(word)' is no column=value") }
      let column = String(word[..<equals])
      guard cells.updateValue(String(word[word.index(after: equals)...]), forKey: column) == nil else {
        throw LineError("the column '\(column)' is given twice")
      }
    }
    let from = cells.removeValue(forKey: "from") ?? ""
    let until = cells.removeValue(forKey: "until") ?? ""
    let audience = cells.removeValue(forKey: "audience") ?? Audience.public.rawValue
    let common = [from, until, audience, Certainty.assumed.rawValue, source, subject]
    if kind == "body" {
      let form = cells["form"].map { ["legal-form-1"] + common + [$0] }
      let name = ["name-1"] + common + [cells["name"] ?? subject, "official"]
      let body = ["body-1"] + common + [cells["kind"] ?? "other"]
      return try [body, name, form].compactMap { $0 }.map(statement)
    }
    for fact in [Relation.kind, Role.kind, Overlap.kind] where fact.name == kind + "-1" {
      for column in cells.keys.sorted() where !fact.columns.contains(column) {
        throw LineError(
          "'\(column)' is no column of \(fact.file): the columns are " + fact.columns.joined(separator: ", "))
      }
      return [try statement([fact.name] + common + fact.columns.map { cells[$0] ?? "" })]
    }
    for sheet in Sheets.all where sheet.kindName == kind + "-1" {
      return [try statement([sheet.kindName] + common + (try fields(of: sheet, subject, cells)))]
    }
    throw LineError(
      "'\(kind)' is no sheet: write one of "
        + Sheets.all.map { String($0.kindName.dropLast(2)) }.joined(separator: ", "))
  }

  private static func fields<S: Sheet>(
    of sheet: S.Type, _ subject: String, _ cells: [String: String]
  ) throws(LineError) -> [String] {
    guard let id = ID<S>(subject) else { throw LineError("'\(subject)' is no identifier") }
    return try Row<S>(id, cells).fields
  }

  private static func statement(_ fields: [String]) throws(LineError) -> Statement { try Statement(Line.join(fields)) }

  /// The words of a line; quotation marks keep spaces together.
  private static func words(of line: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == " ", !isQuoted {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
