import Desk
import Exchange
import Foundation

/// An official file of full size, where one is beside the clone.
func measureImports() throws {
  let file = "../shared/data/perf/Full-CSV-data-file-Jan26-RTT.zip"
  guard FileManager.default.fileExists(atPath: file) else {
    print("import of the full waiting-times file: not measured, \(file) is not here")
    return
  }
  try runAlone("imported", file)
}

/// Imports the file into a record that is fresh.
func measureImporting(_ file: String) throws {
  try withTemporaryPath { path in
    let record = try Record.create(at: path, world: .live(who: "bench")).record
    Stopwatch(runs: 1).measure("import the full waiting-times file, 85 MB", budget: .seconds(3)) {
      let report = record.importFile(file, ImportOptions(readers: Readers.all))
      precondition(report.error == nil, report.error ?? "")
    }
  }
  Memory.print("memory, the most it took", Memory.most, budget: 300)
}
