import Chronicle
import Formats
import Testing
import Vocabulary

@testable import Exchange

/// The published files that some tests read; they are not part of the package.
enum RealData {
  private static let root = #filePath.components(upTo: "/Tests/ExchangeTests/")

  static let folder = root + "/../shared/data/"

  static func has(_ names: String...) -> Bool {
    names.allSatisfy { (try? ByteSource.file(folder + $0)) != nil }
  }

  static let absent: Comment = "the published files are not beside the package; this test needs them"

  static func file(_ name: String, stated: Moment? = nil) throws -> InputFile {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    return try InputFile(name: last, bytes: try .file(folder + name), statedPublication: stated)
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try ByteSource.file(path).stream().bytes(atMost: 64 << 20), as: UTF8.self)
  }

  /// The shipped reference, as its text stands.
  static let reference: [Statement] = {
    let files = [
      "bodies", "codes", "legal-forms", "names", "overlaps", "placements", "relations", "roles", "shares",
      "sources",
      "successions",
    ]
    var statements: [Statement] = []
    for file in files {
      let text = (try? RealData.text(root + "/Sources/Reference/record/\(file).tsv")) ?? ""
      for line in text.split(separator: "\n").dropFirst() where !line.hasPrefix("#") {
        if let statement = try? Statement(line) { statements.append(statement) }
      }
    }
    return statements
  }()
}

extension String {
  fileprivate func components(upTo mark: String) -> String {
    guard let range = firstRange(of: mark) else { return self }
    return String(self[..<range.lowerBound])
  }
}

extension InputFile {
  /// A file of text, for tests.
  static func of(_ text: String, named name: String = "table.csv", stated: Moment? = nil) throws -> InputFile {
    try InputFile(name: name, bytes: ByteSource(Array(text.utf8), name: name), statedPublication: stated)
  }

  /// A ZIP archive, for tests.
  static func zip(_ files: [(String, String)], named name: String = "table.zip") throws -> InputFile {
    try InputFile(name: name, bytes: ByteSource(try TestZIP.archive(files), name: name))
  }
}
