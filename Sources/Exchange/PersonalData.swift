/// Keeps data about people out of the record, whatever file it is in.
///
/// A column counts as NHS numbers when its heading says so, or when at least five of its cells, and most of those that
/// are not empty, are ten digits that pass the check of an NHS number (NHS Data Dictionary, *NHS Number*: modulus 11).
/// A column counts as dates of birth when its heading says so. The heading is looked for in the first rows of every
/// table: of a text file, of each table in an archive, of each sheet of a workbook; cells in the first 2,000 rows.
public enum PersonalData {
  /// Throws when a file looks as if it held data about people. Nothing that was found is repeated in the message.
  public static func check(_ file: InputFile) throws {
    for table in try FileTable.all(in: file) {
      var head: [FileTable.Row] = []
      do {
        try table.rows { row in
          head.append(row)
          return head.count < 2001
        }
      } catch {
        // What cannot be read further is no table to any reader either, and the reader says why.
      }
      if let reason = reason(in: head) {
        let place = table.place.isEmpty ? "" : " in '\(table.place)'"
        throw ImportError(
          "\(file.name) was not read: \(reason)\(place). Concordat holds no data about people: remove the column, or ask "
            + "for figures that are added up")
      }
    }
  }

  /// Why some rows, the first of them headings perhaps, look as if they held data about people; nil when they do not.
  static func reason(in rows: [FileTable.Row]) -> String? {
    for row in rows.prefix(20) {
      for (column, heading) in row.fields.enumerated() {
        if isNHSNumber(heading: heading) { return "column \(column + 1) is headed as NHS numbers" }
        if isDateOfBirth(heading: heading) { return "column \(column + 1) is headed as dates of birth" }
      }
    }
    let width = rows.map(\.fields.count).max() ?? 0
    for column in 0..<width {
      var filled = 0
      var passing = 0
      for row in rows {
        guard column < row.fields.count, !row.fields[column].isEmpty else { continue }
        filled += 1
        if isNHSNumber(row.fields[column]) { passing += 1 }
      }
      if passing >= 5, passing * 2 > filled { return "column \(column + 1) looks like NHS numbers" }
    }
    return nil
  }

  /// Whether a cell is ten digits, perhaps written 3-3-4, that pass the check: weights 10 to 2 over the first nine, the
  /// remainder by 11 taken from 11, with 11 as 0 and 10 never valid.
  static func isNHSNumber(_ cell: String) -> Bool {
    var digits: [Int] = []
    for byte in cell.utf8 {
      switch byte {
      case 48...57: digits.append(Int(byte - 48))
      case 32, 45: break
      default: return false
      }
      if digits.count > 10 { return false }
    }
    guard digits.count == 10, Set(digits).count > 1 else { return false }
    var sum = 0
    for (index, digit) in digits.prefix(9).enumerated() { sum += digit * (10 - index) }
    let check = (11 - sum % 11) % 11
    return check == digits[9] && check != 10
  }

  /// The runs of letters and digits, in capitals.
  private static func words(_ heading: String) -> [Substring] {
    heading.uppercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
  }

  static func isNHSNumber(heading: String) -> Bool {
    guard heading.utf8.count <= 60 else { return false }
    let joined = words(heading).joined()
    if ["NEWNHSNO", "NHSNO", "NHSNUM", "NHSNUMBER", "PATIENTNHSNO", "PSEUDONHSNUMBER"].contains(joined) {
      return true
    }
    return joined.contains("NHSNUMBER") || joined.hasSuffix("NHSNO")
      || joined.hasPrefix("NHSNO") && joined.count < 12
      || joined.hasSuffix("NHSNUM")
  }

  static func isDateOfBirth(heading: String) -> Bool {
    guard heading.utf8.count <= 60 else { return false }
    let parts = words(heading)
    let text = parts.joined(separator: " ")
    let joined = parts.joined()
    if parts.contains("DOB") || joined == "BIRTHDATE" || joined == "DOB" || joined.contains("DATEOFBIRTH") {
      return true
    }
    if joined.contains("BIRTHDATE") || joined.contains("BIRTHDAY")
      || joined.hasSuffix("DOB") && joined.count <= 12
    {
      return true
    }
    return text == "BIRTH" || text == "BORN" || text == "BIRTH YEAR" || text == "YEAR OF BIRTH"
      || text == "BIRTH MONTH"
      || text == "MONTH OF BIRTH" || text == "YOB"
  }
}
