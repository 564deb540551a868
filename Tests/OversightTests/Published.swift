import Formats
import Foundation
import Testing

@testable import Oversight

/// The published results of 2025/26, kept beside the repository when they are there at all.
enum Published {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data/nof").path

  static let isPresent = FileManager.default.fileExists(atPath: folder)

  static let results = Result {
    try PublishedResults([.file("\(folder)/mh_community_data_q4.csv")])
  }

  /// The scorecards of the file, by the rules of 2025/26.
  static let scored = Result { try scorer().score(results.get()) }

  static func scorer(takesFilesAsNational: Bool = false) throws -> Scorer {
    try Scorer(framework("2025-26"), takesFilesAsNational: takesFilesAsNational)
  }

  static func framework(_ id: String) throws -> Framework {
    try #require(FrameworkCatalogue.shipped().framework(id))
  }

  static func card(_ code: String, _ quarter: Int) throws -> Scorecard {
    try #require(scored.get().cards.first { $0.code == code && $0.quarter.number == quarter })
  }

  static func body(_ code: String, _ quarter: Int) throws -> PublishedBody {
    try #require(results.get().bodies.first { $0.code == code && $0.quarter.number == quarter })
  }

  /// The rows of the published league table, by the code of the trust.
  static func league() throws -> [String: [String: String]] {
    var reader = try CSVReader(ByteSource.file("\(folder)/mh_community_league_q4.csv").stream())
    var rows: [String: [String: String]] = [:]
    let code = try reader.column("Trust_code")
    while let row = try reader.next() {
      rows[row[code]] = Dictionary(uniqueKeysWithValues: zip(reader.columns, row.texts))
    }
    return rows
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test of the published file on a machine that does not have it.
  static var needsPublishedFiles: Self {
    .enabled(if: Published.isPresent, "the folder ../shared/data/nof with the published results is not here")
  }
}

/// Two results are equal when they differ by less than this.
func close(_ a: Double?, _ b: Double?, within: Double = 0.005_001) -> Bool {
  guard let a, let b else { return a == nil && b == nil }
  return abs(a - b) <= within
}
