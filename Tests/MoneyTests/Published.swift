import Formats
import Foundation
import Money
import Testing

/// Published figures of allocations, kept beside the repository when they are there at all.
enum Published {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data/finance").path

  static let isPresent = FileManager.default.fileExists(atPath: folder)

  /// The rows of a file, by column.
  static func rows(_ name: String) throws -> [[String: String]] {
    var reader = try CSVReader(ByteSource.file("\(folder)/\(name)").stream())
    var rows: [[String: String]] = []
    while let row = try reader.next() { rows.append(Dictionary(zip(reader.columns, row.texts)) { first, _ in first }) }
    return rows
  }

  /// The practices of the core formula, with the published figures they are held against.
  static let core = Result { try rows("fixture_core_formula_2018_19_practices.csv") }

  /// The practices as the formula takes them: published inputs alone.
  static let practices = Result { () throws -> [CapitationUnit<Registered>] in
    let formula = try CapitationFormula(.shipped(for: "2018-19"))
    return try core.get().map { row in
      let population = try row.figure("GP_pop")
      return CapitationUnit(
        row["Practice"] ?? "", population: population,
        need: Need([
          .generalAndAcute: try row.figure("WP_G&A"), .community: try row.figure("WP_CS"),
          .mentalHealth: try row.figure("WP_MH"), .maternity: try row.figure("WP_Mat"),
          .prescribing: try row.figure("WP_Presc"), .inequalities: try row.figure("WP_AM"),
        ]),
        costs: .init(
          marketForces: try row.figure("MFF_index"), emergencyAmbulance: try row.figure("EACA_index"),
          remoteness: formula.remoteness(of: population, in: row["CCG"] ?? "")))
    }
  }
}

extension [String: String] {
  /// The number of a column.
  func figure(_ column: String) throws -> Double { try #require(self[column].flatMap { Double($0) }, "\(column)") }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test of published figures on a machine that does not have them.
  static var needsPublishedFiles: Self {
    .enabled(if: Published.isPresent, "the folder ../shared/data/finance with the published figures is not here")
  }
}

/// Whether two figures differ by less than a part of the second.
func near(_ a: Double, _ b: Double, relative: Double) -> Bool { abs(a - b) <= relative * abs(b) }
