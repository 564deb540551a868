internal import Chronicle
internal import Formats
internal import Foundation

/// What a folder on disk holds: the text of what is known, or a journal.
public enum RecordFolder: Sendable {
  /// Tables of facts, to be compared with a record.
  case text(FolderText)
  /// A journal, to be replayed into an empty record.
  case journal(JournalFolder)

  /// Reads a folder. Hostile folders are refused: links, devices, odd names, and files beyond all measure.
  ///
  /// Tables are read at once, blocks when they are asked for.
  public init(at path: String) throws {
    var reader = try FolderReader(path)
    let names = try reader.names(in: "")
    let tables = names.filter { $0.hasSuffix(".tsv") }
    let blocks = names.contains(ExportFolder.blocks) ? try reader.blocks() : []
    for name in names where !name.hasSuffix(".tsv") && !FolderReader.expected.contains(name) {
      throw DeskError.refused(
        "\(path)/\(name) is no part of a record's text: take it out of the folder, nothing was applied")
    }
    let open = reader
    let block: @Sendable (Digest) throws -> [UInt8] = { digest in
      try open.bytes(of: "\(ExportFolder.blocks)/\(digest.hex).tsv")
    }
    if names.contains(ExportFolder.journal) {
      guard tables.isEmpty else {
        throw DeskError.refused(
          "\(path) holds both a journal and tables: it is one or the other, nothing was applied")
      }
      self = .journal(
        JournalFolder(journal: try reader.bytes(of: ExportFolder.journal), blocks: blocks, block: block))
    } else {
      guard !tables.isEmpty else {
        throw DeskError.refused("\(path) holds no record's text: it has no table such as bodies.tsv")
      }
      self = .text(
        FolderText(
          tables: try tables.map { FolderText.Table(name: $0, bytes: try reader.bytes(of: $0)) },
          blocks: blocks, block: block))
    }
  }
}

/// Reads the files of one folder and nothing beyond it.
struct FolderReader {
  /// The names that may stand beside the tables.
  static let expected: Set<String> = [ExportFolder.readme, ExportFolder.blocks, ExportFolder.journal]
  /// No file of a record's text is larger.
  static let largestFile = 1 << 30
  /// No folder of a record's text has more files.
  static let mostFiles = 100_000

  private let root: String

  init(_ path: String) throws {
    root = path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw DeskError.blocked("there is no folder at \(path): give the folder an export was written to")
    }
    guard isFolder.boolValue else {
      throw DeskError.blocked("\(path) is no folder: give the folder an export was written to")
    }
  }

  /// The names in a folder, sorted; hidden files are passed over.
  mutating func names(in folder: String) throws -> [String] {
    let path = folder.isEmpty ? root : root + "/" + folder
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw DeskError.blocked("the folder \(path) cannot be read: \(error.localizedDescription)")
    }
    guard names.count <= FolderReader.mostFiles else {
      throw DeskError.refused(
        "\(path) holds \(names.count) files: at most \(FolderReader.mostFiles) are read")
    }
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The digests after which the files in `blocks` are named.
  mutating func blocks() throws -> [Digest] {
    try refuseAllBut(.typeDirectory, ExportFolder.blocks, "is not a folder of its own")
    return try names(in: ExportFolder.blocks).map { name in
      guard name.hasSuffix(".tsv"), let digest = Digest(hex: name.dropLast(4)) else {
        throw DeskError.refused(
          "\(root)/\(ExportFolder.blocks)/\(name) is not named after a digest: take it out, nothing was applied"
        )
      }
      return digest
    }
  }

  /// The bytes of a regular file.
  func bytes(of name: String) throws -> [UInt8] {
    try refuseAllBut(.typeRegular, name, "is a link or no regular file")
    let source = try ByteSource.file(root + "/" + name, name: name)
    guard source.size <= FolderReader.largestFile else {
      throw DeskError.refused(
        "\(root)/\(name) has \(source.size) bytes: at most \(FolderReader.largestFile) are read, nothing was applied"
      )
    }
    return try source.read(at: 0, count: source.size)
  }

  private func refuseAllBut(_ type: FileAttributeType, _ name: String, _ what: String) throws {
    let path = root + "/" + name
    let attributes: [FileAttributeKey: Any]
    do {
      // Of a link, these are the link's own attributes.
      attributes = try FileManager.default.attributesOfItem(atPath: path)
    } catch {
      throw DeskError.blocked("\(path) cannot be read: \(error.localizedDescription)")
    }
    guard attributes[.type] as? FileAttributeType == type else {
      throw DeskError.refused("\(path) \(what): put the file itself there, nothing was applied")
    }
  }
}
