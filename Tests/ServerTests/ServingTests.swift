import Desk
import Foundation
import Synchronization
import Testing

/// What many readers at once have seen, and whether they may stop.
private final class Course: Sendable {
  private let state = Mutex<(seen: Set<String>, isOver: Bool)>(([], false))

  var seen: Set<String> { state.withLock { $0.seen } }
  var isOver: Bool { state.withLock { $0.isOver } }
  func see(_ heads: Set<String>) { state.withLock { $0.seen.formUnion(heads) } }
  func end() { state.withLock { $0.isOver = true } }
}

@Suite("The site over a real connection")
struct ServingTests {
  @Test("Pages, data and faults come with their status, type and safeguards", .timeLimit(.minutes(15)))
  func replies() async throws {
    let scratch = try Scratch()
    let record = try smallRecord(scratch)
    let cases: [(target: String, status: Int, type: String)] = [
      ("/", 200, "text/html; charset=utf-8"), ("/bodies/icb", 200, "text/html; charset=utf-8"),
      ("/body/icb.west", 200, "text/html; charset=utf-8"), ("/bodies/icb?format=csv", 200, "text/csv; charset=utf-8"),
      ("/style.css", 200, "text/css; charset=utf-8"), ("/robots.txt", 200, "text/plain; charset=utf-8"),
      ("/body/icb.nobody", 404, "text/html; charset=utf-8"), ("/nowhere", 404, "text/html; charset=utf-8"),
      ("/?on=yesterday", 400, "text/html; charset=utf-8"), ("/%ff", 400, "text/plain; charset=utf-8"),
    ]
    try await serving(record) { port in
      for (target, status, type) in cases {
        let answer = try await fetch(target, port: port)
        #expect(answer.status == status, "\(target)")
        #expect(answer.fields["content-type"] == type, "\(target)")
        #expect(answer.fields["content-security-policy"]?.hasPrefix("default-src 'none'") == true, "\(target)")
        #expect(answer.fields["x-content-type-options"] == "nosniff", "\(target)")
        #expect(answer.fields["x-frame-options"] == "DENY" && answer.fields["referrer-policy"] == "same-origin")
        #expect(answer.fields["content-length"] == String(answer.body.utf8.count), "\(target)")
        #expect(answer.fields["server"] == nil, "\(target)")
      }
      #expect(try await fetch("/body/icb.west", port: port).body.contains("<h1>West"))
      let file = try await fetch("/bodies/icb?format=csv", port: port)
      #expect(file.fields["content-disposition"]?.hasPrefix("attachment; filename=\"icb-") == true)
      let found = try await fetch("/body/QW1", port: port)
      #expect(found.status == 303 && found.fields["location"]?.hasPrefix("/body/icb.west") == true)
    }
  }

  @Test(
    "A copy is confirmed by its tag, only a head is sent for HEAD, and nothing is written to", .timeLimit(.minutes(15)))
  func methods() async throws {
    let scratch = try Scratch()
    let record = try smallRecord(scratch)
    try await serving(record) { port in
      let first = try await fetch("/bodies/icb", port: port)
      let tag = try #require(first.fields["etag"])
      let again = try await fetch("/bodies/icb", port: port, fields: ["If-None-Match": tag])
      #expect(again.status == 304 && again.body.isEmpty && again.fields["etag"] == tag)
      let head = try await fetch("/bodies/icb", port: port, method: "HEAD")
      #expect(head.status == 200 && head.body.isEmpty)
      #expect(head.fields["content-length"] == String(first.body.utf8.count))
      for method in ["POST", "PUT", "DELETE"] {
        let refused = try await fetch("/bodies/icb", port: port, method: method)
        #expect(refused.status == 405 && refused.fields["allow"] == "GET, HEAD", "\(method)")
      }
      try record.take(scratch.write("waits,2026-01\nQE1,10\n", to: "later.csv"))
      let changed = try await fetch("/bodies/icb", port: port, fields: ["If-None-Match": tag])
      #expect(changed.status == 200 && changed.fields["etag"] != tag, "a new transaction is a new page")
    }
  }

  /// The transactions that a page names: in its permanent link, in its links and at its foot.
  private static func transactions(in page: String) -> Set<String> {
    var found = Set(page.matches(of: /known=t(\d+)/).map { String($0.1) })
    found.formUnion(page.matches(of: /, transaction (\d+)\./).map { String($0.1) })
    return found
  }

  @Test(
    "Thirty-two readers beside two imports each get whole pages of one state of the record", .timeLimit(.minutes(15)))
  func readersBesideImports() async throws {
    let scratch = try Scratch()
    let record = try smallRecord(scratch)
    let files = [
      try scratch.write("waits,2026-01\nQE1,1234\nQW1,4321\n", to: "first.csv"),
      try scratch.write("visits,2026-02\nQE1,5678\nQW1,8765\n", to: "second.csv"),
    ]
    let course = Course()
    try await serving(record) { port in
      #expect(try await fetch("/measures", port: port).body.contains("No official figures have been loaded yet."))
      try await withThrowingTaskGroup(of: Void.self) { group in
        for reader in 0..<32 {
          group.addTask {
            let target = ["/measures", "/bodies/icb", "/", "/sources"][reader % 4]
            var rounds = 0
            while !course.isOver || rounds == 0 {
              let answer = try await fetch(target, port: port)
              #expect(answer.status == 200, "\(target)")
              #expect(answer.body.hasSuffix("</html>\n") || answer.body.hasSuffix("</html>"), "\(target) is cut short")
              let heads = ServingTests.transactions(in: answer.body)
              #expect(heads.count == 1, "\(target) shows \(heads.sorted())")
              if target == "/measures", let head = heads.first {
                // A page shows the figures of its own state of the record and no others.
                #expect(answer.body.contains("waits") == (head != "1"))
                #expect(answer.body.contains("visits") == (head == "3"))
              }
              course.see(heads)
              rounds += 1
            }
          }
        }
        group.addTask {
          defer { course.end() }
          // As another process would: through a record of its own on the same file.
          let theirs = try Record.open(record.path, world: world)
          for file in files {
            try await Task.sleep(for: .milliseconds(300))
            try theirs.take(file)
          }
          try await Task.sleep(for: .milliseconds(300))
        }
        try await group.waitForAll()
      }
      for (measure, figures) in [("waits", ["1,234", "4,321"]), ("visits", ["5,678", "8,765"])] {
        let page = try await fetch("/measures/\(measure)", port: port)
        #expect(page.status == 200)
        for figure in figures { #expect(page.body.contains(figure), "\(measure) \(figure)") }
      }
    }
    #expect(course.seen == ["1", "2", "3"])
    #expect(try record.verify().whole)
  }
}
