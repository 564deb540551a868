/// Writes a document of words (`.docx`, ECMA-376). The same document gives the same bytes.
///
/// The page is A4. The styles have the names that Word builds in (Title, Heading 1, List Bullet, Caption, Table Grid), so
/// that a body's own template can take their place. Nothing in the document can run.
public enum DocumentWriter {
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  private static let types = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  /// The bytes of a document. O(its size), all in memory.
  ///
  /// - Throws: `missing` for a blank heading, cell or alternative text; `malformed` for rows of the wrong length,
  ///   headings that skip a level and images that are not PNG; `unsafe` for links that are not of the web or mail. The
  ///   error counts the blocks from 1.
  public static func bytes(of document: TextDocument) throws(FormatError) -> [UInt8] {
    try document.check()
    var package = OfficePackage(document.properties, main: "word/document.xml")
    var body = BodyWriter()
    let part = body.part(document)
    package.add("word/document.xml", "\(types).document.main+xml", part, links: body.links)
    package.add("word/styles.xml", "\(types).styles+xml", DocumentStyles.part(language: document.properties.language))
    package.add("word/numbering.xml", "\(types).numbering+xml", DocumentStyles.numbering)
    package.add("word/settings.xml", "\(types).settings+xml", settings(language: document.properties.language))
    for image in body.images { package.add("word/\(image.path)", image: image.bytes) }
    return try package.finish()
  }

  /// `word/settings.xml` (ECMA-376 part 1, 17.15), in the mode of Word 2013 and later.
  private static func settings(language: String) -> XMLWriter {
    var xml = XMLWriter()
    xml.element("w:settings", ["xmlns:w": main]) { xml in
      xml.element("w:compat") { xml in
        xml.element(
          "w:compatSetting",
          ["w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word", "w:val": "15"])
      }
      xml.element("w:themeFontLang", ["w:val": language])
    }
    return xml
  }
}
