internal import Chronicle
internal import Formats
internal import Register
internal import Vocabulary

/// One correspondence to be made from a lookup's columns.
struct LookupPlan {
  /// The pieces.
  struct Piece {
    /// `lsoa11`, `lsoa21`, `ward24`, `lad`.
    let word: String
    let concept: LookupConcept
    let at: Int

    var smallAreas: SmallAreas? { SmallAreas(rawValue: word) }
  }

  let piece: Piece
  let target: LookupColumns
  /// Where the bodies' codes stand.
  let code: Int
  let scheme: String

  /// Whether it leads from one generation of small areas to the next, so that a piece may lie in several.
  var isChange: Bool { target.concept == .smallArea }

  /// `lookup.lsoa21.sub-icb-location`: the same for each edition.
  var id: ID<Lookup> {
    let from = piece.concept == .ward ? "ward" : piece.word
    return ID(slug: "lookup.\(from).\(isChange ? "lsoa21" : target.concept.word)")
  }

  /// The day from which it stood. The small areas of 2021 are those of the census.
  var from: Day {
    if isChange { return Day(year: 2021, month: 3, day: 21) ?? .distantPast }
    return target.concept.start(of: target.year)
  }

  /// `lsoa21 to sub-ICB locations 2024`.
  var title: String {
    isChange ? "LSOA 2011 to LSOA 2021" : "\(piece.word) to \(target.concept.written) \(target.year)"
  }

  /// The codes of piece and body in a row.
  func codes(_ row: CSVRow, _ headings: Headings) throws(RowFault) -> (code: String, body: String) {
    let from = row.trimmed(piece.at)
    guard piece.concept.accepts(from, scheme: "ons") else {
      throw RowFault("'\(from.prefix(40))' in column '\(headings.names[piece.at])' is not such a code")
    }
    let body = row.trimmed(code)
    guard target.concept.accepts(body, scheme: scheme == "ods" ? "ods" : "ons") else {
      throw RowFault("'\(body.prefix(40))' in column '\(headings.names[code])' is not such a code")
    }
    return (from, body)
  }

  /// Every useful pair of columns.
  static func make(_ columns: [LookupColumns]) -> [LookupPlan] {
    func all(_ concept: LookupConcept) -> [LookupColumns] { columns.filter { $0.concept == concept } }
    func plans(_ piece: Piece, _ targets: [LookupColumns]) -> [LookupPlan] {
      targets.compactMap { target in
        target.codes.map { LookupPlan(piece: piece, target: target, code: $0.at, scheme: $0.scheme) }
      }
    }
    let areas = all(.smallArea).compactMap { columns -> Piece? in
      guard let at = columns.ons, [2011, 2021].contains(columns.year) else { return nil }
      return Piece(word: "lsoa\(columns.year % 100)", concept: .smallArea, at: at)
    }
    var made: [LookupPlan] = []
    if areas.count == 2, let newest = all(.smallArea).last, let at = newest.ons {
      made.append(LookupPlan(piece: areas[0], target: newest, code: at, scheme: "lsoa21"))
    }
    if let area = areas.last {
      let health = all(.subICBLocation) + all(.group)
      made +=
        plans(area, health.isEmpty ? all(.board) : health) + plans(area, all(.district))
        + plans(area, all(.ward))
    }
    if let wards = all(.ward).last, let at = wards.ons {
      made += plans(Piece(word: "ward\(wards.year % 100)", concept: .ward, at: at), all(.district))
    } else if areas.isEmpty, let districts = all(.district).last, let at = districts.ons {
      made += plans(Piece(word: "lad", concept: .district, at: at), all(.upperTier) + all(.englishRegion))
    }
    return made
  }
}

extension LookupConcept {
  /// The plural, for titles.
  var written: String {
    switch self {
    case .smallArea: "small areas"
    case .ward: "wards"
    case .district: "districts"
    case .upperTier: "upper-tier councils"
    case .englishRegion: "regions"
    default: bodyKind.plural
    }
  }
}

/// Gathers the pairs of one correspondence.
struct LookupBuilder {
  let plan: LookupPlan
  private let change: Int?
  private var table: UnitTable
  /// Whether a piece comes again because the file's rows are of something smaller, or lead to several bodies.
  private let mayRepeat: Bool
  private let textNames: [String]
  private var distinct: Set<String> = []

  init(plan: LookupPlan, change: Int?, mayRepeat: Bool) {
    self.plan = plan
    self.change = change
    self.mayRepeat = mayRepeat || plan.piece.concept == .ward
    var names = ["code"]
    if plan.target.name != nil { names.append("name") }
    if change != nil { names.append("change") }
    textNames = names
    table = UnitTable(texts: names, numbers: [])
  }

  mutating func take(_ piece: String, in body: String, _ row: CSVRow, faults: inout Faults) {
    var texts = [body]
    if let name = plan.target.name { texts.append(row.trimmed(name)) }
    if let change { texts.append(row.trimmed(change)) }
    if plan.isChange {
      distinct.insert(piece)
      // A split or a merger makes several rows of a piece; each pair is a unit here and parted again in the block.
      table.take("\(piece)\t\(body)", texts: texts, numbers: [], line: row.line, faults: &faults)
    } else {
      table.take(piece, texts: texts, numbers: [], line: row.line, faults: &faults)
    }
  }

  /// How many different pieces there are.
  var pieces: Int { plan.isChange ? distinct.count : table.count }

  /// A sentence about rows that were there twice, where they should not be.
  var repeatsNote: [String] { mayRepeat ? [] : table.repeatsNote }

  func block() -> Block {
    let block = table.block()
    guard plan.isChange else { return block }
    let columns =
      textNames.map { (name: $0, values: Block.Values.text(block.texts[$0] ?? [])) }
      + [(name: "row", values: .number(block.numbers["row"] ?? []))]
    return Block(units: block.units.map { String($0.prefix { $0 != "\t" }) }, columns: columns)
  }
}
