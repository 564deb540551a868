import Foundation

/// Runs one benchmark in a process of its own, as the program runs: nothing is warm and no memory is taken yet.
func runAlone(_ word: String, _ path: String) throws {
  let process = Process()
  process.executableURL = URL(filePath: CommandLine.arguments[0])
  process.arguments = [word, path]
  try process.run()
  process.waitUntilExit()
  precondition(process.terminationStatus == 0, "the benchmark '\(word)' failed")
}

/// Does something with a record in a place of its own, and clears it away.
func withTemporaryPath(_ work: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "concordat-bench-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try work(folder.appending(path: "record").path)
}

/// What this process holds in memory, in megabytes.
enum Memory {
  static var inUse: Int { kilobytes("VmRSS:") / 1_024 }
  static var most: Int { kilobytes("VmHWM:") / 1_024 }

  static func print(_ name: String, _ megabytes: Int, budget: Int? = nil) {
    Stopwatch.print(
      name, "\(megabytes) MB", "", budget.map { "\($0) MB" } ?? "",
      budget.map { megabytes <= $0 ? "within" : "OVER" } ?? "")
  }

  private static func kilobytes(_ heading: String) -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix(heading) }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }
}
