public import Formats

/// The published results of the scored framework, as NHS England gives them out by type of trust: one row for each
/// quarter, trust and metric.
///
/// Ids say what a row is: `OF0nnn` a value, `OF1nnn` the score of the same metric, `OF40nn` the score of a domain,
/// `OF41nn` its segment, `OF50nn` a summary.
public struct PublishedResults: Sendable {
  /// Each body in each quarter, by quarter and code.
  public let bodies: [PublishedBody]

  /// One row of a file.
  public struct Row: Hashable, Sendable {
    /// The file and line, for messages.
    public let place: String
    /// The line of the file.
    public let line: Int
    /// The domain, as published.
    public let domain: String
    /// The id of the metric, score or flag.
    public let id: String
    /// The metric in words.
    public let description: String
    /// The unit, in lower case.
    public let unit: String
    /// The value.
    public let value: ResultValue
    /// The rank among bodies of the same type; nil where none is published.
    public let rank: Int?

    /// A row.
    public init(
      place: String, line: Int, domain: String = "", id: String, description: String, unit: String, value: ResultValue,
      rank: Int? = nil
    ) {
      self.place = place
      self.line = line
      self.domain = domain
      self.id = id
      self.description = description
      self.unit = unit
      self.value = value
      self.rank = rank
    }

    /// The value as a number, a length of time in seconds.
    public var number: Double? { value.magnitude }
  }

  /// A row with the body and quarter it belongs to.
  public struct Entry: Hashable, Sendable {
    /// The quarter.
    public let quarter: Quarter
    /// The code of the body.
    public let code: String
    /// Its name.
    public let name: String
    /// The type it is compared within.
    public let type: String
    /// The row.
    public let row: Row

    /// A row of a body in a quarter.
    public init(quarter: Quarter, code: String, name: String, type: String, row: Row) {
      self.quarter = quarter
      self.code = code
      self.name = name
      self.type = type
      self.row = row
    }
  }
}

/// What is published of one body in one quarter.
public struct PublishedBody: Hashable, Sendable {
  /// The quarter.
  public let quarter: Quarter
  /// The code of the body.
  public let code: String
  /// Its name.
  public let name: String
  /// The type it is compared within, for example `Mental health and community trust`.
  public let type: String
  /// Its rows, in the order of the file.
  public private(set) var rows: [PublishedResults.Row] = []
  private var byID: [String: PublishedResults.Row] = [:]

  init(quarter: Quarter, code: String, name: String, type: String) {
    self.quarter = quarter
    self.code = code
    self.name = name
    self.type = type
  }

  mutating func add(_ row: PublishedResults.Row) {
    rows.append(row)
    if byID[row.id] == nil || byID[row.id]?.value == .missing { byID[row.id] = row }
  }

  /// The row with this id: the first that has a value, else the first of all.
  public func row(_ id: String) -> PublishedResults.Row? { byID[id] }

  /// The number of the row with this id.
  public func number(_ id: String) -> Double? { row(id)?.number }

  /// The flag with this id: yes or no, or nil where it is not published.
  public func flag(_ id: String) -> Bool? { number(id).map { $0 != 0 } }

  /// The segment with this id.
  public func segment(_ id: String) -> Int? { number(id).map { Int($0) } }
}

extension PublishedResults {
  /// Reads the files of one or several types of trust, together.
  ///
  /// Columns may stand in any order and more may be there. O(bytes).
  ///
  /// - Throws: `FormatError` where a file is no such table; `OversightError` with file, line and column where a cell
  ///   cannot be understood, or a row says again what another said.
  public init(_ files: [ByteSource]) throws {
    var collection = Collection()
    for file in files { try ResultTable.read(file) { entry in try collection.add(entry) } }
    guard !collection.bodies.isEmpty else {
      throw OversightError(
        "\(files.map(\.name).joined(separator: ", ")): there are no results below the heading: check that the file "
          + "was completely saved")
    }
    bodies = collection.sorted
  }

  /// The results of rows that were read elsewhere, which may be none.
  ///
  /// - Throws: `OversightError` where a row says again what another said, or a body has two types in a quarter.
  public init(_ entries: [Entry]) throws(OversightError) {
    var collection = Collection()
    for entry in entries { try collection.add(entry) }
    bodies = collection.sorted
  }

  /// The results of some of the bodies and quarters.
  public func only(where keeps: (PublishedBody) -> Bool) -> PublishedResults {
    PublishedResults(bodies: bodies.filter(keeps))
  }

  /// Rows as they are put together by body and quarter.
  private struct Collection {
    var bodies: [PublishedBody] = []
    private var indices: [BodyKey: Int] = [:]
    private var seen: [RowKey: String] = [:]

    var sorted: [PublishedBody] { bodies.sorted { ($0.quarter, $0.code) < ($1.quarter, $1.code) } }

    mutating func add(_ entry: Entry) throws(OversightError) {
      let key = BodyKey(quarter: entry.quarter, code: entry.code)
      let rowKey = RowKey(body: key, id: entry.row.id, unit: entry.row.unit)
      if let first = seen.updateValue(entry.row.place, forKey: rowKey) {
        throw OversightError(
          "\(entry.row.place): \(entry.row.id) of \(entry.code) in \(entry.quarter) stands in \(first) already: "
            + "take out one of the two rows")
      }
      let index = indices[key] ?? bodies.count
      if index == bodies.count {
        indices[key] = index
        bodies.append(
          PublishedBody(quarter: entry.quarter, code: entry.code, name: entry.name, type: entry.type))
      }
      guard bodies[index].type == entry.type else {
        throw OversightError(
          "\(entry.row.place), column Trust_type: \(entry.code) is a '\(entry.type)' here and a "
            + "'\(bodies[index].type)' in \(bodies[index].rows.first?.place ?? ""): it can be compared within one "
            + "type only")
      }
      bodies[index].add(entry.row)
    }
  }

  private struct BodyKey: Hashable {
    let quarter: Quarter
    let code: String
  }

  /// A metric may be published in two units, as a rate and as a count.
  private struct RowKey: Hashable {
    let body: BodyKey
    let id: String
    let unit: String
  }
}
