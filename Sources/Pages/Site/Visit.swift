public import Chronicle
public import Vocabulary

/// One request for a page, with all that is needed to answer it.
public struct Visit: Sendable {
  /// What was asked for.
  public let address: Address
  /// The record as the address asks to see it. It shows public facts only.
  public let snapshot: Snapshot
  /// Figures and lookups.
  public let blocks: Blocks
  /// Rows of the files that were read.
  public let rows: KeptRows
  /// Today in London.
  public let today: Day

  /// A visit.
  public init(
    address: Address, snapshot: Snapshot, blocks: @escaping Blocks, rows: @escaping KeptRows, today: Day
  ) {
    self.address = address
    self.snapshot = snapshot
    self.blocks = blocks
    self.rows = rows
    self.today = today
  }
}

/// What is sent back.
public struct Reply: Sendable {
  /// How the request fared.
  public enum Status: Int, Sendable {
    case ok = 200
    case seeOther = 303
    case badRequest = 400
    case notFound = 404
    case methodNotAllowed = 405
    case serverError = 500
  }

  /// How the request fared.
  public var status: Status
  /// The media type of the body.
  public var type: String
  /// The body.
  public var body: [UInt8]
  /// The name under which a download is saved; nil for what is shown.
  public var fileName: String?
  /// Where to go instead.
  public var location: Link?

  /// A reply.
  public init(
    _ status: Status = .ok, type: String = "text/html; charset=utf-8", body: [UInt8], fileName: String? = nil,
    location: Link? = nil
  ) {
    self.status = status
    self.type = type
    self.body = body
    self.fileName = fileName
    self.location = location
  }
}
