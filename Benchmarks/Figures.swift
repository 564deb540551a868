import Answers
import Desk
import Exchange
import Foundation
import Measures
import Register
import Statistics
import Vocabulary

/// A made-up record of the size of a real one: 74 measures of every board for the 48 months up to January 2026, half of
/// them counts and half shares, each noise about a level of its own.
enum Figures {
  static let measures = 74
  static let months = 48
  static let end = Day("2026-01-31") ?? .distantPast

  /// Makes the record at a path: the register that ships, and the figures, published.
  static func makeRecord(at path: String) throws {
    let record = try Record.create(at: path, world: .live(who: "bench")).record
    let register = try record.snapshot(on: end).register
    let boards = register.bodies(.integratedCareBoard).compactMap { register.code($0, in: "ods") }
    let file = path + ".csv"
    try table(of: boards).write(toFile: file, atomically: false, encoding: .utf8)
    let report = record.importFile(file, ImportOptions(readers: Readers.all))
    guard let source = report.source else { preconditionFailure(report.error ?? "no source was made") }
    _ = try record.publish(source, why: "a benchmark", under: "none")
  }

  /// A board that the figures are of.
  static func board(in record: Record) throws -> ID<Body> {
    try record.snapshot(on: end).register.bodies(.integratedCareBoard)[0]
  }

  private static func table(of boards: [String]) -> String {
    var numbers = RandomNumbers(seed: 4)
    var lines = ["measure,period,unit,value,numerator,denominator,basis,grain,name,additivity"]
    for measure in 0..<measures {
      for month in 0..<months {
        let label = "\(2022 + (month + 1) / 12)-\((month + 1) % 12 < 9 ? "0" : "")\((month + 1) % 12 + 1)"
        for board in boards {
          let level = 5_000 + 40 * Double(measure) + 150 * numbers.nextNormal()
          let value = Int(level.rounded())
          let figures = measure.isMultiple(of: 2) ? "\(value),," : ",\(value),9000"
          lines.append(
            "bench.m\(measure),\(label),\(board),\(figures),commissioned,icb,Measure \(measure),additive")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
