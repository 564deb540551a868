import Commands
import Desk
import Exchange
import Foundation
import Store
import Synchronization
import Vocabulary

/// What a command said, and how it ended.
struct Said {
  var status: Int32
  var out: String
  var err: String

  /// The JSON document it printed.
  var json: Any? { try? JSONSerialization.jsonObject(with: Data(out.utf8), options: .fragmentsAllowed) }
  var object: [String: Any] { json as? [String: Any] ?? [:] }
  var array: [[String: Any]] { json as? [[String: Any]] ?? [] }
}

/// A folder with a record in it, removed with the test.
final class Bench: Sendable {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "concordat-commands-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }

  func write(_ text: String, to name: String) throws -> String {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  /// Runs a command line as a person would, and returns what it said.
  func run(_ arguments: String...) async -> Said { await run(arguments) }

  /// Runs a command line as a person would, and returns what it said.
  func run(_ arguments: [String], width: Int? = nil) async -> Said {
    let streams = Streams()
    let console = Console(
      out: { streams.write($0, toError: false) }, err: { streams.write($0, toError: true) }, width: width,
      world: World(
        now: { Instant(seconds: 1_790_000_000) }, salt: Journal.randomSalt, who: "tester"))
    let status = await Concordat.run(arguments, on: console)
    return Said(status: status, out: streams.out, err: streams.err)
  }
}

private final class Streams: Sendable {
  private let texts = Mutex((out: "", err: ""))
  func write(_ text: String, toError: Bool) {
    texts.withLock { if toError { $0.err += text } else { $0.out += text } }
  }
  var out: String { texts.withLock { $0.out } }
  var err: String { texts.withLock { $0.err } }
}
