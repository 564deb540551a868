import Testing

@testable import Server

@Suite("Request targets")
struct RequestTargetTests {
  @Test(
    "What can be read",
    arguments: [
      ("/", [String](), [String]()), ("/body/icb.frimley?on=2026-03-31", ["body", "icb.frimley"], ["on=2026-03-31"]),
      ("/find?q=Bath+%26+Wells", ["find"], ["q=Bath & Wells"]), ("//x//y", ["x", "y"], []),
      ("/a%2Fb", ["a/b"], []), ("/find?q", ["find"], ["q="]),
    ])
  func readable(text: String, path: [String], query: [String]) throws {
    let target = try #require(RequestTarget(text))
    #expect(target.path == path)
    #expect(target.query.map { "\($0.name)=\($0.value)" } == query)
  }

  @Test(
    "What cannot",
    arguments: ["", "http://elsewhere/", "/%", "/%zz", "/%00", "/%ff", "/" + String(repeating: "a", count: 70_000)])
  func unreadable(text: String) { #expect(RequestTarget(text) == nil) }
}
