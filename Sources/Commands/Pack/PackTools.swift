internal import Desk
internal import Foundation
internal import Pack
internal import Vocabulary

/// Programs beside this one that turn pages and drawings into PDF and pictures, where they are installed.
struct PackTools {
  /// Where programs are looked for: the folders of `PATH`, and the browser that `CHROMIUM` names.
  var environment = ProcessInfo.processInfo.environment

  /// Why a program beside this one made no file.
  struct Fault: Error {
    let why: String
  }

  /// Paints a chart as PNG, half as large again as it is drawn. Throws where nothing here can.
  func painter() throws(Fault) -> PackPress.Painter {
    guard let converter = find(["rsvg-convert"]) else {
      throw Fault(why: "rsvg-convert was not found (Debian: librsvg2-bin)")
    }
    return { svg in
      let folder = try PackTools.temporaryFolder()
      defer { try? FileManager.default.removeItem(at: folder) }
      let (drawing, picture) = (folder.appending(path: "a.svg"), folder.appending(path: "a.png"))
      try Data(svg).write(to: drawing)
      try PackTools.run(converter, ["--zoom", "1.5", "--output", picture.path, drawing.path], making: picture.path)
      return Array(try Data(contentsOf: picture))
    }
  }

  /// Prints a page as a tagged PDF. Throws where no browser is installed, or the one that is made no file.
  func print(_ page: String, to file: String, month: Day) throws {
    let named = environment["CHROMIUM"].map { [$0] } ?? []
    guard
      let browser = find(
        named + ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
    else { throw Fault(why: "no Chromium browser was found (Debian: chromium; or its path in CHROMIUM)") }
    let folder = try PackTools.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    // A browser refuses to shut itself in when it runs as root; for anybody else it does, as it should.
    let whole = URL(filePath: page).absoluteString
    try PackTools.run(
      browser,
      [
        "--headless", "--disable-gpu", "--no-pdf-header-footer", "--generate-pdf-document-outline",
        "--user-data-dir=\(folder.path)", "--print-to-pdf=\(file)", whole,
      ] + (geteuid() == 0 ? ["--no-sandbox"] : []), making: file)
    try PackTools.settleDates(file, month: month)
  }

  /// A browser writes the time of printing into a PDF. The month reported is written in its place, so that the same
  /// pack is the same file.
  private static func settleDates(_ file: String, month: Day) throws {
    var bytes = Array(try Data(contentsOf: URL(filePath: file)))
    let date = Array("D:\(String(month.description.filter { $0 != "-" }))000000".utf8)
    for mark in ["/CreationDate (", "/ModDate ("] {
      let mark = Array(mark.utf8)
      var start = 0
      while start + mark.count + date.count < bytes.count {
        if bytes[start..<start + mark.count].elementsEqual(mark) {
          bytes.replaceSubrange(start + mark.count..<start + mark.count + date.count, with: date)
        }
        start += 1
      }
    }
    try Data(bytes).write(to: URL(filePath: file))
  }

  private func find(_ names: [String]) -> String? {
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    return names.lazy.flatMap { name in name.hasPrefix("/") ? [name] : folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "concordat-pack-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private static func run(_ program: String, _ arguments: [String], making file: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { throw Fault(why: "\(program) could not be started") }
    process.waitUntilExit()
    guard process.terminationStatus == 0, FileManager.default.fileExists(atPath: file) else {
      throw Fault(why: "\(program) ended with status \(process.terminationStatus) and made no file")
    }
  }
}

/// The folder a pack is written to: whole, or as it was.
struct PackFolder {
  let path: String
  private let mark: String

  /// A folder for a pack; one that holds a file called `mark` holds an earlier one.
  init(_ path: String, mark: String = "pack.json") {
    self.path = path
    self.mark = mark
  }

  /// Writes every file beside the folder first and puts it in its place at the end. Only a folder that holds a pack,
  /// or nothing, is replaced.
  func write(_ files: [PackPress.File]) throws {
    let manager = FileManager.default
    if let there = try? manager.contentsOfDirectory(atPath: path), !there.isEmpty, !there.contains(mark) {
      throw DeskError.refused("\(path) holds other files and no pack: name an empty folder, or one that is not there")
    }
    let draft = URL(filePath: path + ".partial")
    try? manager.removeItem(at: draft)
    do {
      for file in files {
        let place = draft.appending(path: file.path)
        try manager.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: place)
      }
      try? manager.removeItem(atPath: path)
      try manager.moveItem(atPath: draft.path, toPath: path)
    } catch {
      try? manager.removeItem(at: draft)
      throw DeskError.blocked("\(path) cannot be written: \(error.localizedDescription)")
    }
  }
}
