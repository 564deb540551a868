internal import Chronicle
internal import Formats
public import Measures
public import Register
internal import Vocabulary

/// The postcode directories of the Office for National Statistics (ONSPD, NSPL, NHSPD), in any of their editions.
///
/// Gives `lookup.postcode.lsoa21` (or `.lsoa11` where an edition has no areas of 2021): live postcodes of England,
/// written with one space, to the small area they lie in. A postcode with a date of termination is not live. The
/// edition is dated by the latest month in which it has a postcode begin or end. The table is streamed. The NHS Postcode
/// Directory has no headings and is read by the places of its columns, see `NHSPostcodeDirectory`.
///
/// Block columns: text `code`; `row`.
public struct PostcodeDirectoryReader: Reader {
  /// The reader.
  public init() {}

  /// `postcode-directory`.
  public let format = "postcode-directory"
  /// What it reads.
  public let summary =
    "Postcode directories (ONSPD, NSPL, NHSPD), Office for National Statistics (CSV, or the CSV in a ZIP archive)"
  /// None: it gives a correspondence.
  public let measures: [MeasureDefinition] = []
  /// The Office for National Statistics publishes them.
  public let isOfficialPublication = true

  private static let postcode = ["pcds", "pcd8", "pcd7", "pcd2", "pcd", "postcode"]
  private static let areas: [(SmallAreas, [String])] = [
    (.lsoa21, ["lsoa21", "lsoa21cd"]), (.lsoa11, ["lsoa11", "lsoa11cd"]),
  ]
  private static let ended = ["doterm", "doterm_yyyymm", "date of termination"]
  private static let begun = ["dointr", "dointr_yyyymm", "date of introduction"]

  static func hasPostcodes(_ headings: Headings) -> Bool { postcode.contains { headings.has($0) } }

  /// Columns of postcodes, small areas and terminations.
  public func recognise(_ file: InputFile) throws -> Recognition {
    guard let headings = try FileTable.headings(of: file) else { return .no }
    if Self.hasPostcodes(headings) {
      guard Self.areas.contains(where: { $0.1.contains { headings.has($0) } }) else {
        return headings.names.count > 20 ? .almost("it has no column 'lsoa21' or 'lsoa11'") : .no
      }
      guard Self.ended.contains(where: { headings.has($0) }) else {
        return .almost("it has no column 'doterm', so that live postcodes cannot be told from others")
      }
      return .yes
    }
    return try NHSPostcodeDirectory.recognise(file, first: headings.names) ?? .no
  }

  /// Reads the table.
  public func read(_ file: InputFile, register: Register) throws -> Reading {
    let first = try FileTable.headings(of: file) ?? Headings([])
    let isNHS = !Self.hasPostcodes(first)
    guard let headings = isNHS ? NHSPostcodeDirectory.headings(first.names.count) : first,
      let name = Self.postcode.first(where: { headings.has($0) }), let postcode = try headings.find(name),
      let (kind, names) = Self.areas.first(where: { $0.1.contains { headings.has($0) } }),
      let area = try headings.find(names), let ended = try headings.find(Self.ended)
    else { throw ImportError("\(file.name) lacks a column of postcodes, of small areas or of terminations") }
    let begun = try headings.find(Self.begun)

    var table = try FileTable.stream(file, header: isNHS ? .none : .firstRecord)
    var faults = Faults()
    var pairs = PostcodePairs()
    var (terminated, elsewhere, latest) = (0, 0, 0)
    while let row = try table.next() {
      faults.row(row, of: headings) { (faults: inout Faults) throws(RowFault) in
        if isNHS { try NHSPostcodeDirectory.check(row) }
        let start = begun.flatMap { row.int($0) } ?? 0
        let end = row.int(ended) ?? 0
        latest = max(latest, start, end)
        guard row.isEmpty(ended) else {
          guard Month(stamp: end) != nil else {
            throw RowFault("'\(row[ended].prefix(40))' in column '\(headings.names[ended])' is no month")
          }
          terminated += 1
          return
        }
        guard row.withBytes(area, { $0.first == UInt8(ascii: "E") }) else {
          elsewhere += 1
          return
        }
        let code = row[area]
        guard AreaCodes.isONS(code, "E01") else {
          throw RowFault(
            "'\(code.prefix(40))' in column '\(headings.names[area])' is not the code of a small area")
        }
        guard let written = Postcode.written(row[postcode]) else {
          throw RowFault("'\(row[postcode].prefix(20))' is not a postcode")
        }
        pairs.add(written, code, line: row.line)
      }
    }
    try faults.settle(file)
    let from: Day
    if let month = Month(stamp: latest) {
      from = month.first
    } else if let stated = file.statedPublication, stated != .unknown {
      from = stated.earliest
    } else {
      throw ImportError("\(file.name) does not say when it was made; give its publication date")
    }

    var reading = Reading(
      title: "Postcodes and small areas, as of \(from.written)", publisher: "Office for National Statistics",
      published: file.statedPublication)
    reading.rowsRead = faults.rowsRead
    let (block, repeats) = try pairs.block(file)
    reading.refused = faults.refused
    reading.lookups = [
      Reading.Correspondence(
        id: ID(slug: "lookup.postcode.\(kind.rawValue)"), piece: "postcode", bodyKind: .other,
        scheme: kind.rawValue,
        from: from, block: block)
    ]
    reading.notes = [
      "\(Decimals.grouped(Double(block.count))) live postcodes of England;"
        + " \(Decimals.grouped(Double(terminated))) terminated ones and \(Decimals.grouped(Double(elsewhere))) of other"
        + " countries or without a small area were passed over",
      "dated \(from.written): the latest month in which a postcode begins or ends in it",
    ]
    if repeats > 0 { reading.notes.append("\(repeats) rows repeat another exactly and were taken once") }
    return reading
  }
}

/// Pairs of postcode and small area in plain arrays: a directory has millions.
struct PostcodePairs {
  private var postcodes: [String] = []
  private var areas: [String] = []
  private var lines: [Double] = []

  mutating func add(_ postcode: String, _ area: String, line: Int) {
    postcodes.append(postcode)
    areas.append(area)
    lines.append(Double(line))
  }

  /// The block in order of postcodes, and how many rows repeated another. A postcode in two places is refused.
  consuming func block(_ file: InputFile) throws(ImportError) -> (Block, repeats: Int) {
    var kept = Array(postcodes.indices)
    if !zip(postcodes, postcodes.dropFirst()).allSatisfy({ $0.utf8Less($1) }) {
      kept.sort { postcodes[$0] == postcodes[$1] ? $0 < $1 : postcodes[$0].utf8Less(postcodes[$1]) }
      var unique: [Int] = []
      unique.reserveCapacity(kept.count)
      for at in kept {
        guard let last = unique.last, postcodes[last] == postcodes[at] else {
          unique.append(at)
          continue
        }
        guard areas[last] == areas[at] else {
          throw ImportError(
            "\(postcodes[at]) lies in \(areas[last]) on line \(Int(lines[last])) of \(file.name) and in \(areas[at]) on"
              + " line \(Int(lines[at])); get the file again")
        }
      }
      kept = unique
    }
    let block = Block(
      units: kept.map { postcodes[$0] },
      columns: [("code", .text(kept.map { areas[$0] })), ("row", .number(kept.map { lines[$0] }))])
    return (block, postcodes.count - kept.count)
  }
}

/// Postcodes of the United Kingdom.
enum Postcode {
  /// A postcode in capital letters with one space before its last three characters, or nil when it is none.
  static func written(_ text: String) -> String? {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 32: continue
      case UInt8(ascii: "a")...UInt8(ascii: "z"): bytes.append(byte - 32)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): bytes.append(byte)
      default: return nil
      }
    }
    func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    let count = bytes.count
    guard (5...7).contains(count), !isDigit(bytes[0]), isDigit(bytes[count - 3]), !isDigit(bytes[count - 2]),
      !isDigit(bytes[count - 1]), bytes[..<(count - 3)].contains(where: isDigit)
    else { return nil }
    bytes.insert(32, at: count - 3)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Month {
  /// Reads `202508` as August 2025.
  init?(stamp: Int) { self.init(year: stamp / 100, month: stamp % 100) }
}
