internal import Chronicle
internal import Recast
internal import Register
internal import Vocabulary

/// Places single pieces of the map in bodies, through the lookups that are loaded.
struct SmallArea {
  let snapshot: Snapshot
  let blocks: Blocks

  /// A small area's code has the shape of one.
  static func isCode(_ text: String) -> Bool {
    text.utf8.count == 9 && text.hasPrefix("E01")
      && text.utf8.dropFirst().allSatisfy { (48...57).contains($0) }
  }

  /// The body of a kind a small area lies in on the day, or why it cannot be said.
  func body(_ kind: BodyKind, of code: String, scheme: String) throws -> (body: ID<Body>?, reason: String) {
    let block = Block(units: [code], columns: [])
    let units = Units(grain: scheme, basis: .resident, period: Period(from: snapshot.trueOn), block: block)
    let map = Map.bodies(kind, on: snapshot.trueOn)
    let locations = try Mapmaker(snapshot, blocks: blocks).crosswalk(units, to: map).locations
    guard let location = locations.first else { return (nil, "\(code) could not be placed") }
    switch location {
    case .whole(let body, _): return (body, "")
    case .parts: return (nil, "\(code) was divided, and which part is meant cannot be said")
    case .none(let reason), .scattered(_, let reason), .unknown(let reason): return (nil, reason)
    }
  }

  /// The bodies a small area lies in, nearest first, by whichever year's small areas know the code.
  func bodies(of code: String) throws -> (bodies: [ID<Body>], scheme: String, reason: String) {
    let kinds: [BodyKind] =
      snapshot.register.kinds.contains(.integratedCareBoard)
      ? [.subICBLocation, .integratedCareBoard] : [.clinicalCommissioningGroup]
    var reason = ""
    for scheme in ["lsoa21", "lsoa11"] {
      let found = try kinds.map { try body($0, of: code, scheme: scheme) }
      let bodies = found.compactMap(\.body)
      if !bodies.isEmpty { return (bodies, scheme, "") }
      if reason.isEmpty { reason = found.last?.reason ?? "" }
    }
    return ([], "lsoa21", reason)
  }

  /// What the lookups of postcodes say: the small area's or the body's code, the latest edition not after the day first.
  func postcode(_ postcode: Postcode) throws -> (hit: PostcodeHit?, isLoaded: Bool) {
    let editions = snapshot.history(Lookup.self).filter { $0.fact.piece == "postcode" }
      .sorted { a, b in
        let (first, second) = (
          a.period.from.latest <= snapshot.trueOn, b.period.from.latest <= snapshot.trueOn
        )
        if first != second { return first }
        if a.period.from.latest != b.period.from.latest {
          return first
            ? a.period.from.latest > b.period.from.latest : a.period.from.latest < b.period.from.latest
        }
        // A small area says more than a body: it can be placed on any day.
        let (fine, coarse) = (a.fact.scheme.hasPrefix("lsoa"), b.fact.scheme.hasPrefix("lsoa"))
        return fine != coarse ? fine : a.entry < b.entry
      }
    for edition in editions {
      let block = try blocks(edition.fact.block)
      guard let row = postcode.row(in: block.units) else { continue }
      for scheme in ["lsoa21", "lsoa11"] {
        if let code = block.texts[scheme]?[row], !code.isEmpty {
          return (PostcodeHit(scheme: scheme, code: code, edition: edition), true)
        }
      }
      if let code = block.texts["code"]?[row], !code.isEmpty {
        return (PostcodeHit(scheme: edition.fact.scheme, code: code, edition: edition), true)
      }
    }
    return (nil, !editions.isEmpty)
  }
}

/// What a directory says of a postcode.
struct PostcodeHit {
  let scheme: String
  let code: String
  let edition: Version<Lookup>
}

extension Postcode {
  /// The row of the postcode in a directory, written with a space, without one, or in seven places.
  /// O(log rows) where the directory is sorted, O(rows) otherwise.
  func row(in units: [String]) -> Int? {
    let compact = written.filter { $0 != " " }
    let padded =
      String(compact.dropLast(3)) + String(repeating: " ", count: max(0, 7 - compact.count))
      + compact.suffix(3)
    for form in [written, compact, padded] {
      var low = 0
      var high = units.count
      while low < high {
        let middle = (low + high) / 2
        if units[middle] < form { low = middle + 1 } else { high = middle }
      }
      if low < units.count, units[low] == form { return low }
    }
    return units.firstIndex { $0 == written || $0 == compact || $0 == padded }
  }
}
