import Commands
import Foundation
import Testing

@Suite("The command line")
struct CommandsTests {
  @Test("Init, verify, export, diff, apply, backup, log: each says what it did")
  func tour() async throws {
    let bench = try Bench()
    let record = bench.path("r")
    let made = await bench.run("init", record)
    #expect(made.status == 0)
    #expect(made.out.contains("facts of the shipped reference in one transaction"))
    let head = try #require(made.out.split(separator: "\n").last?.split(separator: " ").last)

    let verified = await bench.run("verify", record, "--head", String(head))
    #expect(verified.status == 0)
    #expect(verified.out.hasPrefix("Chain whole: 1 transactions"))
    let lost = await bench.run("verify", record, "--head", String(repeating: "0", count: 64))
    #expect(lost.status == 1)

    let exported = await bench.run("export", record, bench.path("x"))
    #expect(exported.status == 0)
    #expect(exported.out.contains("Head \(head)"))
    #expect(await bench.run("diff", record, bench.path("x")).status == 0)

    let terms = bench.path("x/terms.tsv")
    let text = try String(contentsOfFile: terms, encoding: .utf8)
    try text.replacing("Cluster", with: "Clump").write(toFile: terms, atomically: true, encoding: .utf8)
    let differing = await bench.run("diff", record, bench.path("x"))
    #expect(differing.status == 1)
    #expect(differing.out.contains("  term.cluster\n    ~ "))
    #expect(differing.out.contains("{ Cluster → Clump }"))
    let applied = await bench.run("apply", record, bench.path("x"), "--why", "Clumps, not clusters")
    #expect(applied.status == 0)
    #expect(applied.out.contains("Applied as transaction t2."))
    #expect(await bench.run("diff", record, bench.path("x"), "--json").object["steps"] as? [String] == [])

    #expect(await bench.run("backup", record, bench.path("copy")).status == 0)
    #expect(await bench.run("backup", record, bench.path("copy")).status == 74)
    let log = await bench.run("log", record, "--json").array
    #expect(
      log.map { $0["why"] as? String } == ["The reference that ships with Concordat", "Clumps, not clusters"])
    let lines = await bench.run("log", record, "t2").out
    #expect(lines.contains("tester: Clumps, not clusters"))
    let shipped = await bench.run("diff", record, "--shipped")
    #expect(shipped.status == 1)
  }

  @Test("A folder is applied where there is no record yet, and a journal replays to its head")
  func fresh() async throws {
    let bench = try Bench()
    _ = await bench.run("init", bench.path("r"))
    _ = await bench.run("export", bench.path("r"), bench.path("x"))
    let head =
      await bench.run("export", bench.path("r"), bench.path("j"), "--journal", "--json").object["head"]
      as? String
    #expect(await bench.run("apply", bench.path("new"), bench.path("x")).status == 0)
    _ = await bench.run("export", bench.path("new"), bench.path("y"))
    #expect(
      FileManager.default.contents(atPath: bench.path("x/names.tsv"))
        == FileManager.default.contents(atPath: bench.path("y/names.tsv")))
    let replayed = await bench.run("apply", bench.path("replayed"), bench.path("j"), "--json")
    #expect(replayed.object["head"] as? String == head)
    #expect(await bench.run("apply", bench.path("r"), bench.path("j")).status == 65)
    // A folder that is refused leaves no record behind.
    _ = try bench.write("nonsense\n", to: "bad/names.tsv")
    #expect(await bench.run("apply", bench.path("none"), bench.path("bad")).status == 65)
    #expect(!FileManager.default.fileExists(atPath: bench.path("none")))
    #expect(await bench.run("init", "--empty", bench.path("empty")).status == 0)
    #expect(await bench.run("verify", bench.path("empty"), "--json").object["transactions"] as? Int == 0)
  }

  @Test("Redact erases, and verify says how many lines are gone")
  func redacting() async throws {
    let bench = try Bench()
    let record = bench.path("r")
    _ = await bench.run("init", record)
    let erased = await bench.run("redact", record, "5", "--ground", "Recorded in error")
    #expect(erased.status == 0)
    #expect(erased.out.contains("Erased entry 5"))
    #expect(await bench.run("verify", record).out.contains(", 1 redacted."))
    #expect(await bench.run("log", record, "t1").out.contains("[redacted: Recorded in error]"))
    #expect(await bench.run("redact", record, "5", "--ground", "Again").status == 65)
  }

  @Test("Errors are one sentence on standard error, with the exit status for their kind")
  func errors() async throws {
    let bench = try Bench()
    let record = bench.path("r")
    _ = await bench.run("init", record)
    let text = try bench.write(String(repeating: "text ", count: 100), to: "text")
    let cases: [(arguments: [String], status: Int32, says: String)] = [
      (["verify", bench.path("none")], 74, "concordat: there is no record at"),
      (["verify", text], 65, "is not a Concordat record"),
      (["init", record], 74, "there is a file at"),
      (["verify", record, "--head", "12"], 64, "is no head"),
      (["export", record, text], 74, "is no folder"),
      (["diff", record, bench.path("none")], 74, "there is no folder"),
      (["diff", record], 64, "give the folder of text"),
      (["redact", record, "x", "--ground", "y"], 64, "invalid for '<entry>'"),
      (["redact", record, "1"], 64, "Missing expected argument '--ground"),
      (["publish", record, "nothing", "--why", "x"], 65, "has no source 'nothing'"),
      (["log", record, "t99"], 65, "has no transaction t99"),
      (["log", record, "x"], 64, "is no transaction"),
      (["measures", record, "--json", "--csv"], 64, "exclude each other"),
      (["measures", record, "--on", "yesterday"], 64, "is no date"),
      (["measures", record, "--known", "t7"], 65, "has no transaction t7"),
      (["measures", record, "--known", "soon"], 64, "is no point of knowledge"),
      (["measures", record, "--audience", "friends"], 64, "is no audience"),
      (["import", record, bench.path("none.csv")], 74, "cannot be opened"),
      (["import", record, text], 65, "is a file of an unknown kind"),
      (["nonsense"], 64, "Unexpected argument 'nonsense'"),
    ]
    for (arguments, status, says) in cases {
      let said = await bench.run(arguments)
      #expect(said.status == status, "\(arguments)")
      #expect(said.err.contains(says), "\(arguments): \(said.err)")
    }
    #expect(await bench.run("verify", record).out.contains("1 transactions"))
  }

  @Test("Imports report each file, and refused ones do not keep the others out")
  func importing() async throws {
    let bench = try Bench()
    let record = bench.path("r")
    _ = await bench.run("init", record)
    let stranger = try bench.write("a,b\n1,2\n", to: "stranger.csv")
    let said = await bench.run("import", record, stranger, bench.path("missing.csv"), "--json")
    #expect(said.status == 74)
    #expect(said.array.map { $0["status"] as? String } == ["refused", "blocked"])
    #expect(said.array.allSatisfy { $0["error"] is String })
  }

  @Test("Help teaches: every command has an abstract and is listed")
  func help() async throws {
    let bench = try Bench()
    let help = await bench.run("--help")
    #expect(help.status == 0)
    for word in [
      "init", "import", "publish", "redact", "log", "verify", "backup", "measures", "formats", "export",
      "diff", "apply",
    ] {
      #expect(help.out.contains("  \(word) "), "\(word)")
      let own = await bench.run("help", word)
      #expect(own.status == 0)
      #expect(own.out.contains("OVERVIEW: "))
    }
    let completions = await bench.run("--generate-completion-script", "bash")
    #expect(completions.out.contains("_concordat"))
  }
}
