internal import Chronicle
internal import Formats
internal import Foundation

/// Writes a folder beside its target and puts it there in one step, so that a reader sees the old one or the new.
struct ExportFolder {
  /// The file that explains the folder, and by which an earlier export is known.
  static let readme = "README.md"
  /// The folder of blocks.
  static let blocks = "blocks"
  /// The file of a journal.
  static let journal = "journal.txt"

  private let target: String
  private let fresh: String

  /// A fresh folder to write to. Throws when what is at the target must not be replaced.
  init(replacing target: String) throws {
    var trimmed = target
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    self.target = trimmed
    try ExportFolder.refuseWhatIsNotOurs(at: trimmed)
    let url = URL(fileURLWithPath: trimmed)
    fresh =
      url.deletingLastPathComponent().path + "/." + url.lastPathComponent + ".new-"
      + UUID().uuidString.prefix(8).lowercased()
    do {
      try FileManager.default.createDirectory(atPath: fresh, withIntermediateDirectories: true)
    } catch {
      throw DeskError.blocked("the folder \(trimmed) cannot be made: \(error.localizedDescription)")
    }
  }

  /// Writes a file of the folder.
  func write(_ bytes: [UInt8], to name: String) throws {
    let path = fresh + "/" + name
    do {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    } catch {
      throw DeskError.blocked("\(name) cannot be written beside \(target): \(error.localizedDescription)")
    }
  }

  /// Puts the folder in its place.
  func finish() throws {
    let manager = FileManager.default
    let old = fresh + "-old"
    do {
      if manager.fileExists(atPath: target) { try manager.moveItem(atPath: target, toPath: old) }
      try manager.moveItem(atPath: fresh, toPath: target)
      if manager.fileExists(atPath: old) { try manager.removeItem(atPath: old) }
    } catch {
      if !manager.fileExists(atPath: target) { try? manager.moveItem(atPath: old, toPath: target) }
      throw DeskError.blocked("the folder \(target) cannot be replaced: \(error.localizedDescription)")
    }
  }

  /// Removes what was written.
  func abandon() { try? FileManager.default.removeItem(atPath: fresh) }

  /// Runs the writing and puts the folder in its place, or leaves nothing behind.
  static func replacing<Result>(_ target: String, _ body: (ExportFolder) throws -> Result) throws -> Result {
    let folder = try ExportFolder(replacing: target)
    do {
      let result = try body(folder)
      try folder.finish()
      return result
    } catch {
      folder.abandon()
      throw error
    }
  }

  private static func refuseWhatIsNotOurs(at target: String) throws {
    let manager = FileManager.default
    guard let type = (try? manager.attributesOfItem(atPath: target))?[.type] as? FileAttributeType else {
      return
    }
    guard type == .typeDirectory else {
      throw DeskError.blocked("\(target) is there already and is no folder: choose another name")
    }
    let names: [String]
    do {
      names = try manager.contentsOfDirectory(atPath: target)
    } catch {
      throw DeskError.blocked("the folder \(target) cannot be read: \(error.localizedDescription)")
    }
    if names.isEmpty { return }
    let start = manager.contents(atPath: target + "/" + readme)?.prefix(Readme.firstLine.utf8.count)
    let isOurs =
      start.map { $0.elementsEqual(Readme.firstLine.utf8) } == true
      && names.allSatisfy { $0 == readme || $0 == blocks || $0 == journal || $0.hasSuffix(".tsv") }
    guard isOurs else {
      throw DeskError.blocked(
        "\(target) holds other files than an export's: choose an empty folder or a new name, so that nothing of yours "
          + "is replaced")
    }
  }
}
