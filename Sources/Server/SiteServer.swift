internal import Dispatch
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore
internal import Pages

/// The site on a port.
public struct SiteServer: Sendable {
  private let answerer: Answerer
  private let host: String
  private let port: Int

  /// A server of an answerer. It is meant to stand on a loopback address, behind whatever ends TLS.
  public init(_ answerer: Answerer, host: String = "127.0.0.1", port: Int) {
    self.answerer = answerer
    self.host = host
    self.port = port
  }

  /// Serves until the task is cancelled or the process is told to stop. `ready` is called with the address once
  /// connections are taken; port 0 chooses a free one.
  public func run(ready: @escaping @Sendable (String) -> Void) async throws {
    let host = host
    var logger = Logger(label: "concordat")
    logger.logLevel = .error
    let application = Application(
      responder: SiteResponder(answerer: answerer),
      configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? 0
        ready("http://\(host.contains(":") ? "[\(host)]" : host):\(port)/")
      },
      logger: logger)
    try await application.runService()
  }
}

/// Answers one request away from the threads that move bytes, so that a page that takes long holds up nobody.
private struct SiteResponder: HTTPResponder {
  typealias Context = BasicRequestContext
  let answerer: Answerer

  func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
    let method = request.method.rawValue
    let target = request.head.path ?? "/"
    let known = request.headers[.ifNoneMatch]
    let answerer = answerer
    let outcome = await withCheckedContinuation { continuation in
      DispatchQueue.global(qos: .userInitiated).async {
        continuation.resume(returning: answerer.outcome(method: method, target: target, known: known))
      }
    }
    return response(outcome, isHead: method == "HEAD")
  }

  private func response(_ outcome: Answerer.Outcome, isHead: Bool) -> Response {
    let reply = outcome.reply
    var headers = SiteResponder.safeguards
    headers[.contentType] = reply.type
    if let tag = outcome.tag {
      headers[.eTag] = tag
      headers[.cacheControl] = "no-cache"
    } else {
      headers[.cacheControl] = "no-store"
    }
    if reply.status == .methodNotAllowed { headers[.allow] = "GET, HEAD" }
    if let name = reply.fileName { headers[.contentDisposition] = "attachment; filename=\"\(name)\"" }
    if let location = reply.location { headers[.location] = location.text }
    if outcome.isUnchanged {
      headers[.contentType] = nil
      return Response(status: .notModified, headers: headers)
    }
    let status = HTTPResponse.Status(code: reply.status.rawValue)
    if isHead {
      headers[.contentLength] = String(reply.body.count)
      return Response(status: status, headers: headers)
    }
    return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body)))
  }

  /// Sent with every reply: nothing is loaded from elsewhere, nothing runs, nobody frames the site.
  private static let safeguards: HTTPFields = {
    var fields = HTTPFields()
    let values: [(String, String)] = [
      (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'"
      ),
      ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
      ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
      ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ]
    for (name, value) in values {
      if let field = HTTPField.Name(name) { fields[field] = value }
    }
    return fields
  }()
}
