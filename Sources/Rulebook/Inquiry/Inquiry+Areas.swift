internal import Chronicle
import Governance
import Register
import Vocabulary

/// A piece of the map and how much of it lies in which boards.
struct Extent {
  /// What it is called: a council’s name, or a code.
  let name: String
  /// What its parts are counted in: `small areas`, or nothing where it is not parted.
  let unit: String
  /// The parts that lie in each board.
  let parts: [ID<Body>: Int]
  /// All its parts.
  let whole: Int

  /// The parts that lie in a board, each as often as it does.
  var placed: Int { parts.values.reduce(0, +) }
}

extension Inquiry {
  /// The pieces of the map the board ever had up to the day, each with the boards it lies in on the day: the councils’
  /// areas counted in small areas and the pieces placed by a fact of their own or, where neither is recorded, the areas
  /// that orders give. Throws where none is known. O(pieces of the board).
  func extents() throws(Unknown) -> [Extent] {
    let measured = councilExtents() + placementExtents()
    return measured.isEmpty ? try orderExtents() : measured
  }

  /// The councils that exist, by how many of their small areas lie in each board.
  private func councilExtents() -> [Extent] {
    let (snapshot, register) = (governance.snapshot, governance.register)
    var found: [Extent] = []
    for council in snapshot.archive.areas.councils[body] ?? [] where register.exists(council) {
      let now = snapshot.all(Overlap.self, of: council).map(\.fact).filter { isLiveBoard($0.other) }
      let measured = now.first ?? snapshot.history(Overlap.self, of: council).last?.fact
      guard let measured, now.allSatisfy({ $0.unit == measured.unit }) else { continue }
      let parts = Dictionary(now.map { ($0.other, $0.part) }, uniquingKeysWith: max)
      found.append(
        Extent(name: name(of: council), unit: "small areas", parts: parts, whole: measured.whole))
    }
    return found
  }

  /// The pieces placed in the board, or in a part of it, on the day.
  private func placementExtents() -> [Extent] {
    let (snapshot, register) = (governance.snapshot, governance.register)
    let areas = snapshot.archive.areas
    let table = snapshot.archive.table(Placement.self).versions
    let parts = [body] + register.descendants(of: body, kind: .subICBLocation)
    var boards: [ID<Body>: ID<Body>] = [:]
    for part in parts { boards[part] = body }
    return Set(parts.flatMap { areas.pieces[$0] ?? [] }).sorted().compactMap { piece in
      var found: [ID<Body>: Int] = [:]
      for version in (areas.placements[piece] ?? []).map({ table[$0] })
      where version.period.surelyContains(day) && snapshot.holds(version) {
        let place = version.fact.body
        guard let board = boards[place] ?? register.ancestor(of: place, kind: .integratedCareBoard) else { continue }
        boards[place] = board
        if isLiveBoard(board) { found[board] = 1 }
      }
      return found.isEmpty ? nil : Extent(name: piece, unit: "", parts: found, whole: 1)
    }
  }

  /// The areas the board's orders ever gave it, by the boards whose latest order gives them.
  private func orderExtents() throws(Unknown) -> [Extent] {
    let own = areaOrders(of: body)
    guard !own.isEmpty else {
      throw Unknown(kind: Order.layout.name, subject: body.text, "the area of \(name(of: body))")
    }
    var boards: [String: [ID<Body>: Int]] = [:]
    for board in governance.register.bodies(.integratedCareBoard) {
      guard let order = areaOrders(of: board).last else {
        throw Unknown(kind: Order.layout.name, subject: board.text, "the area of \(name(of: board))")
      }
      for code in try order.area { boards[code, default: [:]][board] = 1 }
    }
    var codes: Set<String> = []
    for order in own { codes.formUnion(try order.area) }
    return codes.sorted().map { Extent(name: $0, unit: "", parts: boards[$0] ?? [:], whole: 1) }
  }

  /// The orders that make a board or change it, up to the day, the latest last.
  private func areaOrders(of board: ID<Body>) -> [Held<Order>] {
    governance.history(\Order.body, naming: board)
      .filter { $0.given.sort != .revokes && ($0.given.made ?? .distantPast) <= day }
      .sorted { ($0.given.made ?? .distantPast) < ($1.given.made ?? .distantPast) }
  }

  private func isLiveBoard(_ other: ID<Body>) -> Bool {
    governance.register.exists(other) && governance.register.kind(other) == .integratedCareBoard
  }
}

/// Which pieces of the map are recorded of which bodies, for looking up by the body.
private struct AreaIndex: Sendable {
  /// The councils measured against a board, whenever.
  var councils: [ID<Body>: [ID<Body>]] = [:]
  /// The pieces placed in a body, whenever, as `scheme code`.
  var pieces: [ID<Body>: [String]] = [:]
  /// Where in the table of placements a piece stands.
  var placements: [String: [Int]] = [:]

  init(_ archive: Archive) {
    var measured: [ID<Body>: Set<ID<Body>>] = [:]
    for version in archive.table(Overlap.self).versions where version.fact.part > 0 {
      measured[version.fact.other, default: []].insert(version.fact.subject)
    }
    councils = measured.mapValues { $0.sorted() }
    for (position, version) in archive.table(Placement.self).versions.enumerated() {
      let piece = "\(version.fact.scheme) \(version.fact.code)"
      pieces[version.fact.body, default: []].append(piece)
      placements[piece, default: []].append(position)
    }
  }
}

extension Archive {
  /// Which pieces of the map are recorded of which bodies; made once. O(overlaps + placements).
  fileprivate var areas: AreaIndex { derived(AreaIndex.self, AreaIndex.init) }
}
