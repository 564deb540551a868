import Foundation
import Testing

/// What people write down: what a body says, and what a reader of a series must know.
@Suite("Comments and notes")
struct WritingTests {
  private static let measure = "ae.share-over-four-hours"

  private func record(_ bench: Bench) async throws -> String {
    let record = bench.path("r")
    try #require(await bench.run("init", record).status == 0)
    return record
  }

  @Test("A comment is kept with who said so and why, is internal until told, and gives way to a newer one")
  func comment() async throws {
    let bench = try Bench()
    let record = try await record(bench)
    let words = [
      "comment", record, "QOP@2025-07-31", Self.measure, "--month", "2025-07", "--priority", "Shorter waits",
      "--text", "Fewer wait.", "--action", "A second desk", "--owner", "Chief operating officer", "--review",
      "2025-09-30",
    ]
    let first = await bench.run(words + ["--why", "Board paper of August"])
    #expect(first.status == 0, "\(first.err)")
    #expect(first.out.contains("commentary.icb.greater-manchester.2025-07, internal, in transaction t2 by tester"))
    let log = await bench.run("log", record, "t2", "--audience", "internal").out
    #expect(log.contains("tester: Board paper of August"))
    #expect(log.contains("icb.greater-manchester") && log.contains("A second desk") && log.contains("2025-09-30"))
    #expect(await bench.run("export", record, bench.path("before")).status == 0)
    let hidden = try? String(contentsOfFile: bench.path("before/commentary.tsv"), encoding: .utf8)
    #expect(hidden?.contains("Fewer wait.") != true)

    #expect(await bench.run(words).out.contains("The record says so already"))
    let newer = await bench.run(words + ["--public"])
    #expect(newer.status == 0 && newer.out.contains("It takes the place of what was said before."))
    #expect(await bench.run("export", record, bench.path("after")).status == 0)
    let shown = try String(contentsOfFile: bench.path("after/commentary.tsv"), encoding: .utf8)
    #expect(shown.split(separator: "\n").count == 2 && shown.contains("Shorter waits\tFewer wait.\tA second desk"))
    let secret = await bench.run(words + ["--text", "Not for everyone"])
    #expect(secret.status == 65 && secret.err.contains("add --public"))
    #expect(await bench.run("verify", record).status == 0)
  }

  @Test("What is internal becomes public by the source it was written down as")
  func publishing() async throws {
    let bench = try Bench()
    let record = try await record(bench)
    let said = await bench.run(
      "comment", record, "icb.greater-manchester", "--month", "2025-07", "--text", "Cafe\u{301} closed\tfor good.",
      "--json")
    let source = try #require(said.object["source"] as? String)
    #expect(await bench.run("publish", record, source, "--why", "Agreed in public").status == 0)
    #expect(await bench.run("export", record, bench.path("x")).status == 0)
    let shown = try String(contentsOfFile: bench.path("x/commentary.tsv"), encoding: .utf8)
    #expect(shown.contains("Caf\u{E9} closed\\tfor good."), "in the form of every text, and its tab written out")
    #expect(await bench.run("diff", record, bench.path("x")).status == 0)
  }

  @Test("A note of a step, of an exclusion, or of every body is kept as the reference keeps its own")
  func note() async throws {
    let bench = try Bench()
    let record = try await record(bench)
    let step = await bench.run(
      "note", record, Self.measure, "--body", "icb.greater-manchester", "--from", "2024-11-01", "--effect", "step",
      "--text", "A site closed.", "--why", "Notice of the trust", "--public", "--source", "nhse-emergency-care-2023")
    #expect(step.status == 0, "\(step.err)")
    let gap = await bench.run(
      "note", record, Self.measure, "--all", "--from", "2024-12-01", "--until", "2025-01-01", "--effect", "exclude",
      "--text", "The returns of December were withdrawn.", "--public")
    #expect(gap.status == 0, "\(gap.err)")
    #expect(await bench.run("export", record, bench.path("x")).status == 0)
    let notes = try String(contentsOfFile: bench.path("x/series-notes.tsv"), encoding: .utf8)
    #expect(
      notes.contains(
        "series-note-1\t2024-11-01\t\tpublic\treported\tnhse-emergency-care-2023\t\(Self.measure)\t"
          + "icb.greater-manchester\tstep\tA site closed.\n"))
    #expect(
      notes.contains(
        "\t2024-12-01\t2025-01-01\tpublic\treported\tnote.2024-12-01.\(Self.measure).all\t\(Self.measure)\t\texclude\t")
    )
    #expect(await bench.run("log", record, "t2").out.contains("tester: Notice of the trust"))
  }

  @Test("What cannot be written down is refused with the reason, and nothing changes")
  func refusals() async throws {
    let bench = try Bench()
    let record = try await record(bench)
    func comment(_ more: String...) -> [String] { ["comment", record] + more }
    func note(_ more: String...) -> [String] { ["note", record] + more }
    let board = "icb.greater-manchester"
    let cases: [(arguments: [String], status: Int32, says: String)] = [
      (comment("icb.nowhere", "--month", "2025-07", "--text", "x"), 64, "no body was ever called 'icb.nowhere'"),
      (comment(board, "no.such", "--month", "2025-07", "--text", "x"), 64, "no measure is called 'no.such'"),
      (comment(board, "No Such", "--month", "2025-07", "--text", "x"), 64, "'No Such' is no measure"),
      (comment(board, "--month", "July", "--text", "x"), 64, "'July' is no month"),
      (comment(board, "--month", "2025-07", "--text", " "), 64, "nothing is said"),
      (comment(board, "--month", "2025-07", "--text", "a\u{7}b"), 65, "control character"),
      (comment("icb.frimley", "--month", "2026-06", "--text", "x"), 65, "was not there in 2026-06"),
      (
        comment(board, "--month", "2025-07", "--text", "x", "--action", "y", "--review", "2025-06-30"), 64,
        "before 2025-07"
      ),
      (
        comment(board, "--month", "2025-07", "--text", "x", "--action", "y", "--review", "soon"), 64,
        "is no day of review"
      ),
      (comment(board, "--month", "2025-07", "--text", "x", "--review", "2025-09"), 64, "a review is of something"),
      (comment(board, "--month", "2025-07", "--text", "x", "--source", "nothing"), 65, "has no source 'nothing'"),
      (note(Self.measure, "--from", "2024-11-01", "--effect", "step", "--text", "x"), 64, "say of whom it is"),
      (
        note(Self.measure, "--all", "--body", board, "--from", "2024-11-01", "--effect", "step", "--text", "x"), 64,
        "say of whom it is"
      ),
      (note(Self.measure, "--all", "--from", "soon", "--effect", "note", "--text", "x"), 64, "'--from"),
      (note(Self.measure, "--all", "--from", "2024-11-01", "--effect", "jump", "--text", "x"), 64, "'--effect"),
      (note(Self.measure, "--all", "--from", "2024-11-01", "--effect", "exclude", "--text", "x"), 64, "has an end"),
      (
        note(
          Self.measure, "--all", "--from", "2024-11-01", "--until", "2024-12-01", "--effect", "step", "--text", "x"),
        64, "a step has no end"
      ),
      (
        note(
          Self.measure, "--all", "--from", "2024-11-01", "--until", "2024-11-01", "--effect", "exclude", "--text", "x"
        ), 64, "not after it begins"
      ),
      (note("no.such", "--all", "--from", "2024-11-01", "--effect", "note", "--text", "x"), 64, "no measure is called"),
    ]
    for (arguments, status, says) in cases {
      let said = await bench.run(arguments)
      #expect(said.status == status, "\(arguments): \(said.err)")
      #expect(said.err.contains(says), "\(arguments): \(said.err)")
    }
    #expect(await bench.run("verify", record).out.contains("1 transactions"))
  }
}
