internal import Chronicle
internal import Register
internal import Vocabulary

/// Collects what a register file says, row by row, with what it refuses and what it only counts.
struct OrganisationWriter {
  private(set) var statements: [Statement] = []
  private(set) var refused: [Reading.Refusal] = []
  /// Rows read, the refused ones included.
  var rowsRead = 0
  private var counts: [(what: String, count: Int, examples: [String])] = []
  private var countIndex: [String: Int] = [:]

  /// Says a fact.
  mutating func say<F: Fact>(
    _ fact: F, _ period: Period, _ certainty: Certainty = .official, at place: String
  ) {
    statements.append(
      Statement(fact, period, certainty: certainty, source: SourceReference(nil, at: place)))
  }

  /// Says what a body is called: as published, and as a reader would write it where that differs.
  mutating func sayName(of body: ID<Body>, _ official: String, _ period: Period, at place: String) {
    let official = official.singleSpaced
    say(Name(body, official), period, at: place)
    let readable = ReadableName.of(official)
    if readable != official { say(Name(body, readable, .short), period, .derived, at: place) }
  }

  /// Refuses a row: why, and what to do.
  mutating func refuse(_ place: String, _ reason: String) {
    refused.append(Reading.Refusal(row: place, reason: reason))
  }

  /// Counts a row that is well made and not used, or used in part.
  mutating func count(_ what: String, example: String) {
    if let index = countIndex[what] {
      counts[index].count += 1
      if counts[index].examples.count < 5 { counts[index].examples.append(example) }
    } else {
      countIndex[what] = counts.count
      counts.append((what, 1, [example]))
    }
  }

  /// Notes a count that was made elsewhere.
  mutating func count(_ what: String, counting number: Int) { counts.append((what, number, [])) }

  /// The counts as notes, in the order first met.
  var notes: [String] {
    counts.map { item in
      if item.examples.isEmpty { return "\(item.what): \(item.count)." }
      let more = item.count > item.examples.count ? " …" : ""
      return "\(item.what): \(item.count) (\(item.examples.joined(separator: ", "))\(more))."
    }
  }

  /// Hands over what was collected; refuses the whole when nothing was there or more than a row in twenty is refused.
  func finish(_ reading: inout Reading, file: InputFile) throws(ImportError) {
    guard rowsRead > 0 else { throw ImportError("\(file.name) holds no rows; get it again") }
    if let first = refused.first, refused.count * 20 > rowsRead {
      throw ImportError(
        "\(refused.count) of the \(rowsRead) rows of \(file.name) cannot be used, which is too many to trust the rest;"
          + " the first is \(first.row): \(first.reason)")
    }
    reading.statements += statements
    reading.refused += refused
    reading.rowsRead += rowsRead
    reading.notes += notes
  }
}

/// What makes a code of the Organisation Data Service: three to ten capital letters and digits.
enum ODSCode {
  /// Whether a text could be a code.
  static func isPlausible(_ text: String) -> Bool {
    (3...10).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || (48...57).contains($0)
      }
  }
}

extension String {
  /// The text with one space for each run of space, and none around it.
  var singleSpaced: String {
    var before: UInt8 = 32
    var isPlain = true
    for byte in utf8 {
      if byte < 32 || byte >= 0x80 || (byte == 32 && before == 32) {
        isPlain = false
        break
      }
      before = byte
    }
    if isPlain, before != 32 || isEmpty { return self }
    return split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
