import Chronicle
import Foundation
import Store
import Testing
import Vocabulary

@Suite("A killed writer")
struct CrashTests {
  /// The writer, which lies beside the tests.
  private static func writer() throws -> URL {
    final class Here {}
    var places = [Bundle(for: Here.self).bundleURL, URL(fileURLWithPath: CommandLine.arguments[0])]
    if let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
      places.append(URL(fileURLWithPath: own))
    }
    for place in places {
      var folder = place
      for _ in 0..<5 {
        folder.deleteLastPathComponent()
        let candidate = folder.appendingPathComponent("crash-writer")
        if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      }
    }
    throw NoWriter(places: places)
  }

  private struct NoWriter: Error {
    let places: [URL]
  }

  @Test("Two hundred and ten kills lose no acknowledged transaction and leave no half of one")
  func kills() throws {
    let writer = try CrashTests.writer()
    let folder = NSTemporaryDirectory() + "concordat-crash-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }

    var acknowledged = 0
    var interrupted = 0
    for record in 1...14 {
      // A new record now and then, so that proving it stays quick.
      let path = "\(folder)/\(record)"
      _ = try Journal(path: path, create: true)
      for _ in 1...15 {
        let printed = try CrashTests.run(writer, on: path, forMicroseconds: .random(in: 0...8_000))
        let proved = try CrashTests.prove(path)
        // What the kill overtook between the disk and the printing may be there too, and at most that.
        let last = printed.last ?? 0
        #expect(proved >= last)
        if let first = printed.first { #expect(printed == Array(first...last)) }
        acknowledged += printed.count
        if !printed.isEmpty { interrupted += 1 }
        if proved < last { return }
      }
    }
    #expect(acknowledged > 0)
    #expect(interrupted > 50, "the kills came too early to show anything: \(interrupted)")
  }

  /// Starts the writer, kills it a while after it began to write, and returns the numbers it acknowledged.
  private static func run(_ writer: URL, on path: String, forMicroseconds delay: UInt32) throws -> [Int] {
    let process = Process()
    let output = Pipe()
    process.executableURL = writer
    process.arguments = [path]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    // Every third is killed while it starts, the others once they write.
    var text = Data()
    if delay % 3 != 0 { text = output.fileHandleForReading.availableData }
    usleep(delay)
    kill(process.processIdentifier, SIGKILL)
    text += output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: text, as: UTF8.self).split(separator: "\n").compactMap { Int($0) }
  }

  /// Proves the chain, finds every transaction whole with the file kept beside it, and returns how many there are.
  private static func prove(_ path: String) throws -> Int {
    let journal = try Journal(path: path)
    var proof = Verification()
    try journal.read { sealed in
      try proof.append(sealed)
      #expect(sealed.transaction.why == "\(sealed.entries.count)")
      for (index, entry) in sealed.entries.enumerated() {
        #expect(entry.line?.contains("\(index + 1) of \(sealed.entries.count)\t") == true)
      }
    }
    let kept = Set(try journal.contents())
    for number in 0..<proof.head.transactions {
      #expect(kept.contains(Digest(of: "\(number + 1)\n")))
    }
    #expect(try journal.head() == proof.head)
    return proof.head.transactions
  }
}
