internal import Answers
internal import Assets
internal import Chronicle
public import Desk
public import Pages
internal import Vocabulary

/// Turns a method and a target into a reply: everything the site does, without a socket.
public struct Answerer: Sendable {
  private let record: Record
  private let respond: @Sendable (Visit) -> Reply
  private let cache = ReplyCache(limit: 48 << 20)
  private static let style = Array(UnsafeBufferPointer(start: concordat_style(), count: concordat_style_count()))
  private static let styleTag = "\"\(Digest(of: style).short)\""

  /// Answers from a record with the pages of the site.
  public init(_ record: Record, respond: @escaping @Sendable (Visit) -> Reply) {
    self.record = record
    self.respond = respond
  }

  /// A reply with what lets a browser keep it.
  public struct Outcome: Sendable {
    /// What is sent back.
    public var reply: Reply
    /// The entity tag, for pages that a browser may ask about again.
    public var tag: String?
    /// Whether the browser's copy is still good, so that no body is sent.
    public var isUnchanged = false
  }

  /// The reply to a request. `known` is the entity tag of the browser's copy, if it has one.
  ///
  /// A page is the same for the same record, address and day, so its tag is made of those and a copy is confirmed
  /// without writing the page again.
  public func outcome(method: String, target: String, known: String? = nil) -> Outcome {
    guard method == "GET" || method == "HEAD" else {
      return plain(.methodNotAllowed, "This site is only read from: use GET.")
    }
    guard let request = RequestTarget(target) else {
      return plain(.badRequest, "The address cannot be read: it is too long, or wrongly encoded.")
    }
    switch request.path {
    case ["style.css"]:
      return Outcome(
        reply: Reply(type: "text/css; charset=utf-8", body: Answerer.style), tag: Answerer.styleTag,
        isUnchanged: known == Answerer.styleTag)
    case ["favicon.ico"], ["favicon.svg"]:
      return Outcome(reply: Reply(type: "image/svg+xml", body: Array(Answerer.icon.utf8)), tag: "\"icon\"")
    case ["robots.txt"]: return plain(.ok, "User-agent: *\nAllow: /\n")
    default: return page(request, known)
    }
  }

  /// Larger files are searched from the command line only: a page must not keep a processor busy for seconds.
  private static let largestSearched = 32 << 20

  private var rows: KeptRows {
    { source, place throws in
      do {
        return try record.row(of: source, at: place, audience: .public, atMost: Answerer.largestSearched)
      } catch let error as DeskError {
        throw QuestionError(error.description)
      }
    }
  }

  private func page(_ request: RequestTarget, _ known: String?) -> Outcome {
    let archive: Archive
    do { archive = try record.archive() } catch {
      return plain(.serverError, "The record cannot be read: \(error)")
    }
    let today = record.world.today
    let address: Address
    do {
      address = try Address(path: request.path, query: request.query)
    } catch {
      return Outcome(reply: FaultPage.reply(error, today: today))
    }
    let key = "\(archive.head.digest.short)-\(today)-\(address.link.text)"
    let tag = "\"\(Digest(of: key).short)\""
    if known == tag { return Outcome(reply: Reply(body: []), tag: tag, isUnchanged: true) }
    if let kept = cache[key] { return Outcome(reply: kept, tag: tag) }
    let knowledge: Knowledge
    switch address.known {
    case nil: knowledge = .latest
    case .transaction(let number): knowledge = .recorded(by: number)
    case .recorded(let day): knowledge = .recorded(by: archive.transaction(before: day))
    case .published(let day): knowledge = .published(by: day)
    }
    let snapshot = Snapshot(archive, trueOn: address.on ?? today, known: knowledge, audience: .public)
    let reply = respond(
      Visit(address: address, snapshot: snapshot, blocks: record.blocks, rows: rows, today: today))
    guard reply.status == .ok else { return Outcome(reply: reply) }
    cache[key] = reply
    return Outcome(reply: reply, tag: tag)
  }

  private func plain(_ status: Reply.Status, _ text: String) -> Outcome {
    Outcome(reply: Reply(status, type: "text/plain; charset=utf-8", body: Array("\(text)\n".utf8)))
  }

  private static let icon = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 34 26"><path d="M17 4.4l5 2.85v11.5l-5 2.85-5-2.85v-11.5Z" \
    fill="#0f4c4f"/><path d="M12 1.5l10 5.75v11.5l-10 5.75-10-5.75v-11.5ZM22 1.5l10 5.75v11.5l-10 5.75-10-5.75v-11.5Z" \
    fill="none" stroke="#0f4c4f" stroke-width="1.8"/></svg>
    """
}
