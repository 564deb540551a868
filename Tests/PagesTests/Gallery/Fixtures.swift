import Foundation
import Pages

/// Small files beside the tests, one row a line, cells between bars.
enum Fixtures {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  static func rows(_ name: String) throws -> [[String]] {
    try String(contentsOf: folder.appending(path: "Fixtures/\(name).txt"), encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) }
  }

  static let regions = [
    "London", "South West", "South East", "Midlands", "East of England", "North West",
    "North East and Yorkshire",
  ]

  static func board(_ name: String) -> Link {
    Link(path: ["boards", name.lowercased().replacing(" ", with: "-")])
  }

  /// The 42 boards of 2022.
  static func tiles(chosen: String? = nil) throws -> [TileMap.Tile] {
    try rows("tiles").map { row in
      var standing: Standing = row[6] == "1" ? .changed : []
      if row[3] == chosen { standing.insert(.chosen) }
      return TileMap.Tile(
        row: Int(row[0]) ?? 0, column: Int(row[1]) ?? 0, label: row[2], name: row[5], region: Int(row[4]),
        link: board(row[5]), standing: standing)
    }
  }

  /// Flows from a file of code, name, code, name, amount.
  static func flows(
    _ name: String, onlyChanges: Bool = false
  ) throws -> (from: [FlowDrawing.Body], to: [FlowDrawing.Body], flows: [FlowDrawing.Flow]) {
    var rows = try rows(name)
    if onlyChanges { rows = rows.filter { row in row[0] != row[2] } }
    var from: [String] = []
    var to: [String] = []
    var names: [String: String] = [:]
    for row in rows {
      if !from.contains(row[0]) { from.append(row[0]) }
      if !to.contains(row[2]) { to.append(row[2]) }
      names["from " + row[0]] = row[1]
      names["to " + row[2]] = row[3]
    }
    return (
      from.map { FlowDrawing.Body(names["from " + $0] ?? $0, link: board(names["from " + $0] ?? $0)) },
      to.map { FlowDrawing.Body(names["to " + $0] ?? $0, link: board(names["to " + $0] ?? $0)) },
      rows.map { row in
        FlowDrawing.Flow(
          from: from.firstIndex(of: row[0]) ?? 0, to: to.firstIndex(of: row[2]) ?? 0, amount: Int(row[4]) ?? 0
        )
      }
    )
  }

  /// The names and regions of the 42 boards, in the order of their boundaries.
  static func boundaryNames() throws -> [(name: String, region: Int?)] {
    try rows("boundaries").map { (name: $0[0], region: Int($0[1])) }
  }

  /// The boundaries of the 42 boards, with their names and regions.
  static func boundaries() throws -> (names: [(name: String, region: Int?)], areas: [[[Position]]]) {
    let rows = try rows("boundaries")
    return (
      rows.map { (name: $0[0], region: Int($0[1])) },
      rows.map { row in
        row[2].split(separator: ";").map { ring in
          ring.split(separator: " ").map { pair in
            let numbers = pair.split(separator: ",").map { Double($0) ?? 0 }
            return Position(longitude: numbers[0] / 100, latitude: numbers[1] / 100)
          }
        }
      }
    )
  }
}
