public import Vocabulary

/// Something the record can say of a subject.
///
/// A type that conforms is stored, exported as text, compared and applied with no more work. Its kind carries a
/// version; when the columns change, a new kind is added and the old type stays to read old lines.
public protocol Fact: Hashable, Sendable {
  /// What the fact is about.
  associatedtype Subject

  /// Name, version, columns, and the file of the exported folder it goes to.
  static var kind: FactKind { get }

  /// The thing it is about.
  var subject: ID<Subject> { get }

  /// Its own columns, in the order of `kind.columns`.
  var fields: [String] { get }

  /// Reads its own columns.
  init(subject: ID<Subject>, from reader: inout FieldReader) throws(LineError)
}

/// The name and shape of one kind of fact.
public struct FactKind: Hashable, Sendable {
  /// The word and the version, for example `name-1`.
  public let name: String
  /// The file of the exported folder, for example `names.tsv`.
  public let file: String
  /// The kind's own columns, after the common ones.
  public let columns: [String]
  /// What it says, in one sentence.
  public let meaning: String

  /// A kind.
  public init(_ name: String, file: String, columns: [String], meaning: String) {
    self.name = name
    self.file = file
    self.columns = columns
    self.meaning = meaning
  }

  /// The columns every fact has, in front of its own.
  public static let commonColumns = ["fact", "from", "until", "audience", "certainty", "source", "subject"]
}

/// Where a fact was taken from: a source, and the place in it.
public struct SourceReference: Hashable, Sendable {
  /// The source; nil only for a source's own fact.
  public let source: ID<Source>?
  /// The row, sheet, clause or page, for example `row=12`.
  public let locator: String

  /// A reference.
  public init(_ source: ID<Source>?, at locator: String = "") {
    self.source = source
    self.locator = locator
  }

  /// Reads `source` or `source#locator`; empty text is no source.
  public init?(_ text: String) {
    if text.isEmpty {
      self.init(nil)
    } else if let hash = text.utf8.firstIndex(of: UInt8(ascii: "#")) {
      guard let id = ID<Source>(text[..<hash]) else { return nil }
      self.init(id, at: String(text[text.index(after: hash)...]))
    } else {
      guard let id = ID<Source>(text) else { return nil }
      self.init(id)
    }
  }

  /// `source#locator`.
  public var text: String {
    guard let source else { return "" }
    return locator.isEmpty ? source.text : "\(source.text)#\(locator)"
  }
}

/// A publication, file or person that facts were taken from.
public struct Source: Fact {
  /// The source itself.
  public typealias Subject = Source
  /// Its identifier.
  public let subject: ID<Source>
  /// What it is called.
  public let title: String
  /// Who published it.
  public let publisher: String
  /// When it was published, as its publisher says: a claim, not a proof. Nil when not known.
  public let published: Moment?
  /// Where it can be read, an https address, or empty.
  public let address: String
  /// The licence it is used under.
  public let licence: String
  /// Anything a reader should know of it.
  public let note: String

  /// A source.
  public init(
    _ subject: ID<Source>, title: String, publisher: String, published: Moment? = nil, address: String = "",
    licence: String = "", note: String = ""
  ) {
    self.subject = subject
    self.title = title
    self.publisher = publisher
    self.published = published
    self.address = address
    self.licence = licence
    self.note = note
  }

  /// `source-1`.
  public static let kind = FactKind(
    "source-1", file: "sources.tsv",
    columns: ["title", "publisher", "published", "address", "licence", "note"],
    meaning: "a publication, file or person that facts were taken from")

  /// Title, publisher, publication date, address, licence, note.
  public var fields: [String] {
    [title, publisher, published?.description ?? "", address, licence, note]
  }

  /// Reads the columns.
  public init(subject: ID<Source>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    title = try reader.next("title")
    publisher = try reader.next("publisher")
    let date = try reader.next("published")
    published = date.isEmpty ? nil : Moment(date)
    if !date.isEmpty, published == nil {
      throw LineError(
        "'\(date)' in column 'published' is no date: write 2026-04-01, 2026-04, 2026 or leave it empty")
    }
    address = try reader.next("address")
    licence = try reader.next("licence")
    note = try reader.next("note")
  }
}
