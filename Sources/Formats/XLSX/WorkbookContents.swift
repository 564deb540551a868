/// What the sheets of a workbook share.
struct WorkbookContents: Sendable {
  struct SheetPart: Sendable {
    var name: String
    var isHidden: Bool
    var path: String?
  }

  let archive: ZIPArchive
  let limits: Workbook.Limits
  private(set) var sheets: [SheetPart] = []
  private(set) var dates = DateSystem.since1900
  private(set) var strings: [String] = []
  /// Whether each cell style shows dates.
  private(set) var styleIsDate: [Bool] = []

  init(_ archive: ZIPArchive, limits: Workbook.Limits) throws(FormatError) {
    self.archive = archive
    self.limits = limits
    let roots = try Relationships(archive, of: "")
    guard let path = roots.target(ofType: "/officeDocument"), archive[path: path] != nil else {
      throw FormatError(
        .malformed, at: .init(part: archive.source.name),
        "this is a ZIP archive, not an Excel workbook (.xlsx)",
        remedy: "If a workbook is inside it, unpack it first")
    }
    let relationships = try Relationships(archive, of: path)
    try readWorkbook(path, relationships)
    if let path = relationships.target(ofType: "/sharedStrings") { try readStrings(path) }
    if let path = relationships.target(ofType: "/styles") { try readStyles(path) }
  }

  /// A reader of one part; nil when the archive does not have it.
  private func part(_ path: String) throws(FormatError) -> XMLReader? {
    guard let entry = archive[path: path] else { return nil }
    return try XMLReader(try archive.stream(entry))
  }

  private mutating func readWorkbook(_ path: String, _ relationships: Relationships) throws(FormatError) {
    guard let xml = try part(path) else { return }
    var names: Set<String> = []
    while true {
      switch try xml.next() {
      case .finish:
        guard !sheets.isEmpty else { throw xml.malformed("the workbook has no sheets") }
        return
      case .start where xml.isNamed("workbookPr"):
        let value = try xml.attribute("date1904")
        if value == "1" || value == "true" { dates = .since1904 }
      case .start where xml.isNamed("sheet") && xml.depth == 3:
        guard let name = try xml.attribute("name"), let id = try xml.prefixedAttribute("id") else {
          throw xml.malformed("a sheet has no name or no contents")
        }
        guard names.insert(name).inserted else { throw xml.malformed("two sheets have one name") }
        let state = try xml.attribute("state")
        let isHidden = state == "hidden" || state == "veryHidden"
        sheets.append(
          SheetPart(name: name, isHidden: isHidden, path: relationships.target(ofID: id, type: "/worksheet")))
        guard sheets.count <= limits.sheets else {
          throw FormatError(
            .tooLarge, at: xml.place, "the workbook has more than \(limits.sheets) sheets",
            remedy: "Check that this is the right file, or raise the limit")
        }
      default: continue
      }
    }
  }

  private mutating func readStrings(_ path: String) throws(FormatError) {
    guard let xml = try part(path) else { return }
    var total = 0
    while true {
      switch try xml.next() {
      case .finish: return
      case .start where xml.isNamed("si") && xml.depth == 2:
        let text = try RichText.read(xml, limit: limits.cellBytes)
        total += text.utf8.count
        guard strings.count < limits.sharedStrings, total <= limits.sharedStringBytes else {
          throw FormatError(
            .tooLarge, at: xml.place, "the workbook has too much text",
            remedy: "Check that this is the right file, or raise the limit")
        }
        strings.append(text)
      default: continue
      }
    }
  }

  private mutating func readStyles(_ path: String) throws(FormatError) {
    guard let xml = try part(path) else { return }
    var dateFormats: [Int: Bool] = [:]
    var inCellStyles = false
    while true {
      switch try xml.next() {
      case .finish: return
      case .start where xml.isNamed("numFmt"):
        if let id = try xml.attribute("numFmtId").flatMap({ Int($0) }),
          let code = try xml.attribute("formatCode")
        {
          dateFormats[id] = DateFormat.isDate(code)
        }
      case .start where xml.isNamed("cellXfs"): inCellStyles = true
      case .end where xml.isNamed("cellXfs"): inCellStyles = false
      case .start where xml.isNamed("xf") && inCellStyles:
        let id = try xml.attribute("numFmtId").flatMap { Int($0) } ?? 0
        styleIsDate.append(dateFormats[id] ?? DateFormat.isBuiltIn(id))
        guard styleIsDate.count <= limits.styles else {
          throw FormatError(
            .tooLarge, at: xml.place, "the workbook has more than \(limits.styles) cell styles",
            remedy: "Check that this is the right file, or raise the limit")
        }
      default: continue
      }
    }
  }
}

/// Which parts a part refers to (ECMA-376 part 2).
struct Relationships {
  private struct Link {
    var id: String
    var type: String
    var target: String
  }

  private var links: [Link] = []

  /// The relationships of a part; of the whole package when the path is empty. None when there is no list.
  init(_ archive: ZIPArchive, of path: String) throws(FormatError) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let file = slash.map { String(path[path.index(after: $0)...]) } ?? path
    guard let entry = archive[path: "\(folder)_rels/\(file).rels"] else { return }
    let xml = try XMLReader(try archive.stream(entry))
    while true {
      switch try xml.next() {
      case .finish: return
      case .start where xml.isNamed("Relationship"):
        guard try xml.attribute("TargetMode") != "External", let id = try xml.attribute("Id"),
          let type = try xml.attribute("Type"), let target = try xml.attribute("Target")
        else { continue }
        links.append(Link(id: id, type: type, target: Relationships.resolve(target, in: folder)))
        guard links.count <= 10_000 else { throw xml.malformed("there are too many relationships") }
      default: continue
      }
    }
  }

  func target(ofType suffix: String) -> String? { links.first { $0.type.hasSuffix(suffix) }?.target }

  func target(ofID id: String, type suffix: String) -> String? {
    links.first { $0.id == id && $0.type.hasSuffix(suffix) }?.target
  }

  /// A path from the root of the archive, from one that may be absolute or climb.
  private static func resolve(_ target: String, in folder: String) -> String {
    var parts: [Substring] = []
    for part in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}

/// Text that may be in runs of different type.
enum RichText {
  /// The text of the element that has just started; phonetic guides are left out.
  static func read(_ xml: XMLReader, limit: Int) throws(FormatError) -> String {
    let outside = xml.depth - 1
    var bytes: [UInt8] = []
    var inText = false
    // An empty element ends before another event, so look at the depth only after each event.
    while true {
      switch try xml.next() {
      case .start where xml.isNamed("t"): inText = true
      case .start where xml.isNamed("rPh"): try xml.skip()
      case .end:
        if xml.isNamed("t") { inText = false }
        if xml.depth == outside { return unescaped(bytes) }
      case .text where inText:
        try xml.withText { (text) throws(FormatError) in bytes.append(contentsOf: text) }
        guard bytes.count <= limit else {
          throw FormatError(
            .tooLarge, at: xml.place, "a cell has more than \(limit) bytes of text",
            remedy: "Check that this is the right file, or raise the limit")
        }
      case .finish: return unescaped(bytes)
      default: continue
      }
    }
  }

  /// Replaces `_x000D_` and its like by the character they stand for; line ends become LF.
  static func unescaped(_ bytes: [UInt8]) -> String {
    guard bytes.contains(UInt8(ascii: "_")) else { return String(decoding: bytes, as: UTF8.self) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "_"), at + 6 < bytes.count, bytes[at + 1] == UInt8(ascii: "x"),
        bytes[at + 6] == UInt8(ascii: "_"),
        bytes[at + 2..<at + 6].allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
        let value = UInt32(String(decoding: bytes[at + 2..<at + 6], as: UTF8.self), radix: 16), value != 0,
        let scalar = Unicode.Scalar(value)
      {
        at += 7
        if value == 0x0D {
          // A carriage return before a line feed is half of one line end.
          if at < bytes.count, bytes[at] == 0x0A { continue }
          out.append(0x0A)
        } else {
          out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
        }
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
