import Chronicle
import Foundation
import Register
import Testing
import Vocabulary

@testable import Answers

/// The reference that ships with the product, read from its text files once.
enum Shipped {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/Reference/record")

  static let statements: [Statement] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { $0.hasSuffix(".tsv") }.sorted().flatMap { name -> [Statement] in
      let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
      return text.split(separator: "\n").dropFirst().compactMap { try? Statement($0) }
    }
  }()

  static let archive = Archive.holding(statements)

  /// The shipped reference with more rows, as tabs-parted text.
  static func with(_ rows: String...) throws -> Archive {
    Archive.holding(statements + (try rows.map { try Statement($0) }))
  }
}

/// A day from its text; tests write only days that exist.
func day(_ text: String) -> Day { Day(text) ?? .distantPast }

/// The shipped reference on a day.
func shipped(_ text: String) -> Snapshot { Snapshot(Shipped.archive, trueOn: day(text)) }

/// An identifier from its text.
func body(_ text: String) throws -> ID<Body> { try #require(ID<Body>(text)) }

/// The answer as a program gets it.
func json(_ answer: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
  return String(decoding: try encoder.encode(answer), as: UTF8.self)
}
