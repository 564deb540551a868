import Foundation

/// What came back over a connection.
struct Answer: Sendable {
  let status: Int
  /// Fields by lower-case name.
  let fields: [String: String]
  let body: String
}

/// A connection that could not be made or read.
struct SocketError: Error {
  let call: String
  let code: Int32

  init(_ call: String) {
    self.call = call
    code = errno
  }
}

/// Asks a server on this machine one question over a connection of its own and reads the answer to its end.
///
/// Blocks its thread: `fetch` calls it on one of its own.
func exchange(_ method: String, _ target: String, port: UInt16, fields: [String: String]) throws -> Answer {
  let descriptor = socket(AF_INET, streamType, 0)
  guard descriptor >= 0 else { throw SocketError("socket") }
  defer { close(descriptor) }
  var limit = timeval(tv_sec: 20, tv_usec: 0)
  setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = port.bigEndian
  address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  let connected = withUnsafePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
    }
  }
  guard connected == 0 else { throw SocketError("connect") }
  let extra = fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }.joined()
  var request = Array("\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\(extra)\r\n".utf8)[...]
  while !request.isEmpty {
    let sent = request.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, 0) }
    guard sent > 0 else { throw SocketError("send") }
    request = request.dropFirst(sent)
  }
  var received: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = recv(descriptor, &piece, piece.count, 0)
    guard count >= 0 else { throw SocketError("recv") }
    if count == 0 { break }
    received += piece[..<count]
  }
  return try answer(received)
}

#if canImport(Glibc)
  private let streamType = Int32(SOCK_STREAM.rawValue)
#else
  private let streamType = SOCK_STREAM
#endif

private func answer(_ bytes: [UInt8]) throws -> Answer {
  guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { throw SocketError("a head without an end") }
  let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
  var fields: [String: String] = [:]
  for line in lines.dropFirst() {
    let sides = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    fields[sides[0].lowercased()] = sides.count > 1 ? sides[1] : ""
  }
  let status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  var body = bytes[end.upperBound...]
  if fields["transfer-encoding"] == "chunked" { body = try joined(body) }
  return Answer(status: status, fields: fields, body: String(decoding: body, as: UTF8.self))
}

/// The content of a body sent in chunks, which must end as the protocol says.
private func joined(_ chunks: ArraySlice<UInt8>) throws -> ArraySlice<UInt8> {
  var content: [UInt8] = []
  var rest = chunks
  while let line = rest.firstRange(of: Array("\r\n".utf8)),
    let count = Int(String(decoding: rest[..<line.lowerBound], as: UTF8.self), radix: 16)
  {
    if count == 0 { return content[...] }
    content += rest[line.upperBound...].prefix(count)
    rest = rest[line.upperBound...].dropFirst(count + 2)
  }
  throw SocketError("a body cut short")
}

/// The same on a thread of its own, so that the threads that serve are never held up.
func fetch(
  _ target: String, port: UInt16, method: String = "GET", fields: [String: String] = [:]
) async throws -> Answer {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread {
      continuation.resume(with: Result { try exchange(method, target, port: port, fields: fields) })
    }
  }
}
