import Answers
import Assets
import Desk
import Foundation
import Pack
import Statistics
import Vocabulary

/// The month's report of one board, 74 measures by 48 months.
func measurePacks() throws {
  try withTemporaryPath { path in
    try Figures.makeRecord(at: path)
    try runAlone("packed", path)
  }
}

/// Opens a record and prints a pack of it into a folder: page, workbook, document, tables and drawings.
///
/// The PDF and the pictures are made by other programs, and are not in it.
func measurePacking(_ path: String) throws {
  let style = Array(UnsafeBufferPointer(start: concordat_style(), count: concordat_style_count()))
  try Stopwatch(runs: 1).measure("a pack of 74 measures by 48 months, from a cold start", budget: .seconds(10)) {
    let record = try Record.open(path, world: .live(who: "bench"))
    let question = PackQuestion(of: [try Figures.board(in: record)], month: Figures.end)
    let pack = try question.answer(try record.snapshot(on: Figures.end), blocks: record.blocks)
    precondition(pack.sections[0].items.count == Figures.measures, "every measure is in the pack")
    for file in try PackPress(pack, style: style).files() {
      let place = URL(filePath: path + ".pack").appending(path: file.path)
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: place)
    }
  }
  Memory.print("memory, the most it took", Memory.most)
}
