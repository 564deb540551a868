public import Answers
internal import Dispatch
internal import Formats
internal import Pages
internal import Synchronization
internal import Vocabulary

/// The month's report in every form it is printed in, as files in memory: nothing is written here.
///
/// The same pack gives the same bytes.
public struct PackPress: Sendable {
  /// A file of the pack.
  public struct File: Hashable, Sendable {
    /// Its path in the folder of the pack, for example `charts/s1-ae-attendances.svg`.
    public let path: String
    /// Its bytes.
    public let bytes: [UInt8]
  }

  /// Turns a drawing into a picture; nil where nothing here can.
  public typealias Painter = @Sendable (_ svg: [UInt8]) throws -> [UInt8]

  private let pack: PackAnswer
  private let style: [UInt8]
  private let painter: Painter?

  /// A press for one pack. `style` is the style sheet that the page carries in itself.
  public init(_ pack: PackAnswer, style: [UInt8], painter: Painter? = nil) {
    self.pack = pack
    self.style = style
    self.painter = painter
  }

  /// Every file, by path.
  ///
  /// Throws `FormatError` when a figure or a word cannot be held by a workbook or a document.
  public func files() throws -> [File] {
    let drawings = PackSheet.charts(pack)
    let pictures = try painter.map { try PackPress.paint(drawings, $0) } ?? [:]
    let beside = PackSheet.Files(
      workbook: "pack.xlsx", table: "pack.csv", data: "pack.json", document: "pack.docx", hasDrawings: true,
      hasPictures: painter != nil)
    var files = [
      File(path: "index.html", bytes: PackSheet.page(pack, style: style, files: beside)),
      File(path: "pack.csv", bytes: PackTable.csv(pack)),
      File(path: "pack.docx", bytes: try DocumentWriter.bytes(of: PackDocument.document(pack, pictures))),
      File(path: "pack.json", bytes: DataReply.json(pack, name: "pack-\(pack.month)").body),
      File(path: "pack.xlsx", bytes: try WorkbookWriter.bytes(of: PackWorkbook.document(pack))),
    ]
    for drawing in drawings {
      files.append(File(path: "charts/\(drawing.name).svg", bytes: drawing.svg))
      if let picture = pictures[drawing.name] {
        files.append(File(path: "charts/\(drawing.name).png", bytes: picture))
      }
    }
    return files.sorted { $0.path < $1.path }
  }

  /// Paints every drawing, as many at once as there are processors.
  private static func paint(
    _ drawings: [(name: String, svg: [UInt8])], _ painter: @escaping Painter
  ) throws -> [String: [UInt8]] {
    let results = Mutex<[Int: Result<[UInt8], any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: drawings.count) { index in
      let result = Result { try painter(drawings[index].svg) }
      results.withLock { $0[index] = result }
    }
    let painted = results.withLock { $0 }
    var pictures: [String: [UInt8]] = [:]
    for (index, drawing) in drawings.enumerated() { pictures[drawing.name] = try painted[index]?.get() }
    return pictures
  }
}
