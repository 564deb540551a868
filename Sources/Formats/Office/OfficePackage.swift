/// The parts of an office document and how they lead to one another (ECMA-376 part 2).
struct OfficePackage {
  static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private struct Part {
    var path: String
    var type: String?
    var bytes: [UInt8]
  }

  /// What a part leads to; identifiers follow the order in which links are added.
  struct Links {
    fileprivate var all: [(id: String, type: String, target: String, isExternal: Bool)] = []

    /// Adds a link of a kind such as `worksheet` and gives its identifier.
    mutating func add(_ kind: String, to target: String, isExternal: Bool = false) -> String {
      let id = "rId\(all.count + 1)"
      all.append((id, kind.hasPrefix("http:") ? kind : "\(OfficePackage.relationships)/\(kind)", target, isExternal))
      return id
    }
  }

  private var parts: [Part] = []

  /// A package with its properties and, as its main part, the one at this path.
  init(_ properties: DocumentProperties, main: String) {
    var roots = Links()
    _ = roots.add("officeDocument", to: main)
    _ = roots.add(
      "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", to: "docProps/core.xml")
    _ = roots.add("extended-properties", to: "docProps/app.xml")
    add(roots, of: "")
    add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", properties.core)
    add(
      "docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml",
      properties.extended)
  }

  /// Adds a part that is XML, and what it leads to.
  mutating func add(_ path: String, _ type: String, _ xml: XMLWriter, links: Links = Links()) {
    parts.append(Part(path: path, type: type, bytes: xml.bytes))
    if !links.all.isEmpty { add(links, of: path) }
  }

  /// Adds a part of which the extension says what it is: `png` or `svg`.
  mutating func add(_ path: String, image: [UInt8]) { parts.append(Part(path: path, bytes: image)) }

  private mutating func add(_ links: Links, of path: String) {
    var xml = XMLWriter()
    xml.element("Relationships", ["xmlns": "http://schemas.openxmlformats.org/package/2006/relationships"]) { xml in
      for link in links.all {
        xml.element(
          "Relationship",
          [
            "Id": link.id, "Type": link.type, "Target": link.target,
            "TargetMode": link.isExternal ? "External" : nil,
          ])
      }
    }
    var steps = path.split(separator: "/").map(String.init)
    let file = steps.popLast() ?? ""
    parts.append(Part(path: (steps + ["_rels", "\(file).rels"]).joined(separator: "/"), bytes: xml.bytes))
  }

  /// The finished document, as the bytes of its ZIP archive.
  func finish() throws(FormatError) -> [UInt8] {
    var zip = ZIPWriter()
    try zip.add("[Content_Types].xml", types.bytes)
    for part in parts { try zip.add(part.path, part.bytes) }
    return zip.finish()
  }

  private var types: XMLWriter {
    var xml = XMLWriter()
    xml.element("Types", ["xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"]) { xml in
      for (ending, type) in [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"),
        ("png", "image/png"), ("svg", "image/svg+xml"),
      ] {
        xml.element("Default", ["Extension": ending, "ContentType": type])
      }
      for part in parts {
        if let type = part.type { xml.element("Override", ["PartName": "/\(part.path)", "ContentType": type]) }
      }
    }
    return xml
  }
}
