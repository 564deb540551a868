public import Chronicle
public import Vocabulary

/// A body exists and is of a kind. The period is its life.
public struct Body: Fact {
  /// A body.
  public typealias Subject = Body
  /// Its permanent identifier.
  public let subject: ID<Body>
  /// What it is.
  public let bodyKind: BodyKind

  /// A body of a kind.
  public init(_ subject: ID<Body>, _ bodyKind: BodyKind) {
    self.subject = subject
    self.bodyKind = bodyKind
  }

  /// `body-1`.
  public static let kind = FactKind(
    "body-1", file: "bodies.tsv", columns: ["kind"], meaning: "a body exists; the period is its life")
  /// Its kind.
  public var fields: [String] { [bodyKind.rawValue] }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    bodyKind = try reader.word("kind")
  }
}

/// What a body is in law, for a time.
public struct LegalStatus: Fact {
  /// A body.
  public typealias Subject = Body
  /// The body.
  public let subject: ID<Body>
  /// Its legal form.
  public let form: LegalForm

  /// A body's legal form.
  public init(_ subject: ID<Body>, _ form: LegalForm) {
    self.subject = subject
    self.form = form
  }

  /// `legal-form-1`.
  public static let kind = FactKind(
    "legal-form-1", file: "legal-forms.tsv", columns: ["form"], meaning: "what a body is in law")
  /// The form.
  public var fields: [String] { [form.rawValue] }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    form = try reader.word("form")
  }
}

/// What a body is called, for a time.
public struct Name: Fact {
  /// How a name is used.
  public enum Usage: String, Hashable, Sendable, CaseIterable {
    /// The name in law or in the official register.
    case official
    /// The short name people use.
    case short
    /// Another name for it.
    case alias
    /// A name it once had.
    case former
  }

  /// A body.
  public typealias Subject = Body
  /// The body.
  public let subject: ID<Body>
  /// The name.
  public let text: String
  /// How it is used.
  public let usage: Usage

  /// A body's name.
  public init(_ subject: ID<Body>, _ text: String, _ usage: Usage = .official) {
    self.subject = subject
    self.text = text
    self.usage = usage
  }

  /// `name-1`.
  public static let kind = FactKind(
    "name-1", file: "names.tsv", columns: ["name", "usage"], meaning: "what a body is called")
  /// Name and usage.
  public var fields: [String] { [text, usage.rawValue] }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    text = try reader.next("name")
    usage = try reader.word("usage")
  }
}

/// The code a body has in a scheme, for a time. A code is not an identity: it resolves only with a day.
public struct Code: Fact {
  /// A body.
  public typealias Subject = Body
  /// The body.
  public let subject: ID<Body>
  /// The scheme: `ods` for the NHS Organisation Data Service, `ons` for the Office for National Statistics.
  public let scheme: String
  /// The code, always text: leading noughts matter.
  public let text: String

  /// A body's code.
  public init(_ subject: ID<Body>, scheme: String, _ text: String) {
    self.subject = subject
    self.scheme = scheme
    self.text = text
  }

  /// `code-1`.
  public static let kind = FactKind(
    "code-1", file: "codes.tsv", columns: ["scheme", "code"], meaning: "the code of a body in a scheme")
  /// Scheme and code.
  public var fields: [String] { [scheme, text] }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    scheme = try reader.next("scheme")
    text = try reader.next("code")
  }
}

extension Code {
  /// The form in which codes are compared: without regard to case.
  static func key(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 < 128 && !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    return isPlain ? text : text.uppercased()
  }
}

/// A part a body plays: a council with social care duties, a trust that runs ambulances.
public struct Role: Fact {
  /// A body.
  public typealias Subject = Body
  /// The body.
  public let subject: ID<Body>
  /// The role, for example `social-care`, `upper-tier`, `acute`, `ambulance`.
  public let text: String

  /// The role of a body that was invented for a demonstration and is no part of England.
  public static let demonstration = "demonstration"

  /// A body's role.
  public init(_ subject: ID<Body>, _ text: String) {
    self.subject = subject
    self.text = text
  }

  /// `role-1`.
  public static let kind = FactKind("role-1", file: "roles.tsv", columns: ["role"], meaning: "a part a body plays")
  /// The role.
  public var fields: [String] { [text] }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    text = try reader.next("role")
  }
}

/// Where a body is: its post town and postcode, where that is public.
public struct Address: Fact {
  /// A body.
  public typealias Subject = Body
  /// The body.
  public let subject: ID<Body>
  /// The address in lines parted by commas.
  public let text: String
  /// The postcode, as published.
  public let postcode: String

  /// A body's address.
  public init(_ subject: ID<Body>, _ text: String, postcode: String) {
    self.subject = subject
    self.text = text
    self.postcode = postcode
  }

  /// `address-1`.
  public static let kind = FactKind(
    "address-1", file: "addresses.tsv", columns: ["address", "postcode"], meaning: "where a body is")
  /// Address and postcode.
  public var fields: [String] { [text, postcode] }
  /// Reads the columns.
  public init(subject: ID<Body>, from reader: inout FieldReader) throws(LineError) {
    self.subject = subject
    text = try reader.next("address")
    postcode = try reader.next("postcode")
  }
}
