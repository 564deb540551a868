public import Chronicle
internal import Measures
internal import Recast
internal import Register
internal import Vocabulary

extension AreaQuestion {
  /// The codes that stand for nothing on the day, as far as the record can tell. O(pieces known).
  ///
  /// Where nothing is loaded to check small areas or wards against, none is called unknown.
  public func unknown(in snapshot: Snapshot, blocks: @escaping Blocks) throws -> [String] {
    let surveyor = AreaSurveyor(self, snapshot, blocks)
    if surveyor.kind != nil {
      let counted = piece == "practice" ? try surveyor.knownPieces() : []
      return codes.filter { surveyor.body(of: $0) == nil && !counted.contains($0) }
    }
    let known = try surveyor.knownPieces()
    return known.isEmpty ? [] : codes.filter { !known.contains($0) }
  }
}

/// Works out what an area of pieces is.
struct AreaSurveyor {
  let question: AreaQuestion
  let snapshot: Snapshot
  let blocks: Blocks
  private let register: Register

  init(_ question: AreaQuestion, _ snapshot: Snapshot, _ blocks: @escaping Blocks) {
    self.question = question
    self.snapshot = snapshot
    self.blocks = blocks
    register = snapshot.register
  }

  /// The kind of body the pieces are; nil for pieces that are no bodies.
  var kind: BodyKind? {
    switch question.piece {
    case "practice": .generalPractice
    case "network": .primaryCareNetwork
    case "sub-icb-location": .subICBLocation
    case "council": .council
    default: nil
    }
  }

  /// The body a code stands for on the day.
  func body(of code: String) -> ID<Body>? {
    guard let kind else { return nil }
    return register.bodies(withCode: code).first { register.kind($0) == kind }
  }

  /// Every piece of the sort that a lookup or a loaded figure names.
  func knownPieces() throws -> Set<String> {
    var known: Set<String> = []
    for version in snapshot.history(Lookup.self) {
      if version.fact.piece == question.piece {
        known.formUnion(try blocks(version.fact.block).units)
      } else if question.piece.hasPrefix("ward"), version.fact.bodyKind == .ward {
        known.formUnion(try blocks(version.fact.block).texts["code"] ?? [])
      }
    }
    guard known.isEmpty else { return known }
    var seen: Set<String> = []
    for version in snapshot.history(Observation.self)
    where version.fact.grain == question.piece && seen.insert(version.fact.block.hex).inserted {
      known.formUnion(try blocks(version.fact.block).units)
    }
    return known
  }

  // MARK: Where it lies

  func within(_ kind: BodyKind) throws -> [AreaAnswer.Within] {
    var tally: [ID<Body>: (pieces: Int, isPartly: Bool)] = [:]
    func count(_ body: ID<Body>, isPartly: Bool) {
      tally[body, default: (0, false)].pieces += 1
      if isPartly { tally[body]?.isPartly = true }
    }
    if question.piece == "council" {
      for council in question.codes.compactMap(body) {
        if kind == .council { count(council, isPartly: false) }
        for overlap in snapshot.all(Overlap.self, of: council).map(\.fact)
        where register.kind(overlap.other) == kind {
          count(overlap.other, isPartly: overlap.part < overlap.whole)
        }
      }
    } else {
      for location in try located(in: kind) {
        switch location {
        case .whole(let body, _): count(body, isPartly: false)
        case .parts(let parts, _): for part in parts { count(part.body, isPartly: true) }
        case .none, .scattered, .unknown: continue
        }
      }
    }
    return tally.map {
      AreaAnswer.Within(body: NamedBody($0, in: register), pieces: $1.pieces, isPartly: $1.isPartly)
    }
    .sorted { ($1.pieces, $0.body.name, $0.body.id) < ($0.pieces, $1.body.name, $1.body.id) }
  }

  private func located(in kind: BodyKind) throws -> [Location] {
    let (grain, codes) = try placed()
    // Practices and the like lie in boards; which council's area they stand in is not recorded.
    guard kind != .council || grain.hasPrefix("lsoa") else { return [] }
    let units = Units(
      grain: grain, basis: grain.hasPrefix("lsoa") ? .resident : .registered,
      period: Period(from: snapshot.trueOn),
      block: Block(units: codes, columns: []))
    return try Mapmaker(snapshot, blocks: blocks).crosswalk(units, to: .bodies(kind, on: snapshot.trueOn))
      .locations
  }

  /// The pieces, or for wards the small areas they are made of.
  private func placed() throws -> (grain: String, codes: [String]) {
    guard question.piece.hasPrefix("ward") else { return (question.piece, question.codes) }
    let wards = Set(question.codes)
    guard
      let lookup = snapshot.history(Lookup.self).filter({ $0.fact.bodyKind == .ward })
        .max(by: { $0.period.from.latest < $1.period.from.latest })
    else { return ("lsoa21", []) }
    let block = try blocks(lookup.fact.block)
    let codes = block.texts["code"] ?? []
    return (lookup.fact.piece, zip(block.units, codes).filter { wards.contains($0.1) }.map(\.0))
  }

  // MARK: Figures

  /// The latest figure of a measure for the area, or why there is none.
  func figure(_ entry: MeasureEntry) -> AreaAnswer.Figure {
    guard let measure = ID<Measure>(entry.id), let latest = entry.latest else {
      return refused(entry, "no figures are loaded")
    }
    let map = Map.pieces(piece: question.piece, codes: Set(question.codes), on: snapshot.trueOn)
    do {
      let answer = try RecastQuestion(measure: measure, from: snapshot.trueOn, to: map, label: latest.label)
        .answer(snapshot, blocks: blocks)
      guard let table = answer.periods.last,
        let row = table.rows.first(where: { $0.target == Map.unkept.text })
      else {
        let unplaced = answer.periods.last?.rows.first { $0.target == "unplaced" }?.note
        return refused(
          entry,
          unplaced.map { AreaSurveyor.reason($0, isRatio: entry.isRatio) }
            ?? "none of these figures lies in the area")
      }
      return AreaAnswer.Figure(
        measure: entry.id, name: entry.name, unit: entry.unit, isRatio: entry.isRatio, period: table.period,
        basis: table.basis, grain: table.grain, value: row.value,
        exactPart: row.exactPart, status: row.status, note: row.note)
    } catch let error as QuestionError {
      return refused(entry, error.message)
    } catch {
      return refused(entry, "the figures could not be read")
    }
  }

  /// The reason without the count of units in front of it and, for a ratio, the two counts behind it.
  private static func reason(_ note: String, isRatio: Bool) -> String {
    var words = note[...]
    if let colon = words.firstRange(of: " units: ") { words = words[colon.upperBound...] }
    if isRatio, let end = words.lastIndex(of: ";") { words = words[..<end] }
    return String(words)
  }

  private func refused(_ entry: MeasureEntry, _ reason: String) -> AreaAnswer.Figure {
    AreaAnswer.Figure(
      measure: entry.id, name: entry.name, unit: entry.unit, isRatio: entry.isRatio,
      period: entry.latest?.label ?? "",
      basis: entry.latest?.basis.rawValue ?? "", grain: entry.latest?.grain ?? "", value: nil,
      exactPart: nil, status: "refused", note: reason)
  }
}
