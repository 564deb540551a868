/// What an office document says about itself, in its properties.
public struct DocumentProperties: Hashable, Sendable {
  /// What it is called.
  public var title: String

  /// The body that publishes it; also its author and company.
  public var publisher: String

  /// What it is about, in a sentence or two.
  public var description: String

  /// The language of its words (BCP 47).
  public var language: String

  /// The day it was made. A document holds this day at midnight UTC and never looks at a clock.
  public var created: CivilDate

  /// Properties; the language is British English unless told.
  public init(
    title: String, publisher: String, description: String, language: String = "en-GB", created: CivilDate
  ) {
    self.title = title
    self.publisher = publisher
    self.description = description
    self.language = language
    self.created = created
  }

  /// Refuses a document that does not say what it is, whose it is and in what language.
  func check() throws(FormatError) {
    for (name, value) in [
      ("title", title), ("publisher", publisher), ("description", description), ("language", language),
    ] where BlankText.isBlank(value) {
      throw FormatError(.missing, "the document has no \(name)", remedy: "Give its \(name)")
    }
  }

  /// `docProps/core.xml` (ECMA-376 part 2, core properties).
  var core: XMLWriter {
    var xml = XMLWriter()
    xml.element(
      "cp:coreProperties",
      [
        "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/", "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      ]
    ) { xml in
      xml.element("dc:title", text: title)
      xml.element("dc:creator", text: publisher)
      xml.element("cp:lastModifiedBy", text: publisher)
      xml.element("dc:description", text: description)
      xml.element("dc:language", text: language)
      xml.element("dcterms:created", ["xsi:type": "dcterms:W3CDTF"], text: "\(created)T00:00:00Z")
      xml.element("dcterms:modified", ["xsi:type": "dcterms:W3CDTF"], text: "\(created)T00:00:00Z")
    }
    return xml
  }

  /// `docProps/app.xml` (ECMA-376 part 1, 22.2).
  var extended: XMLWriter {
    var xml = XMLWriter()
    xml.element(
      "Properties", ["xmlns": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"]
    ) { xml in
      xml.element("Application", text: "Concordat")
      xml.element("Company", text: publisher)
    }
    return xml
  }
}

/// Text in which there is nothing to read.
enum BlankText {
  static func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
