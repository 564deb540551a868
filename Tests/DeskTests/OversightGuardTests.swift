import Chronicle
import Desk
import Testing

@Suite("Steps of oversight as they enter")
struct OversightGuardTests {
  private static let common = "fact\tfrom\tuntil\taudience\tcertainty\tsource\tsubject\t"
  private static let heading = common + "framework\tsegment\tproposed\tdecided-by\tapprover\tevidence\treason\n"

  private func segment(_ from: String, _ segment: Int, approver: String = "") -> String {
    "segment-1\t\(from)\t\tpublic\treported\tsource-a\ticb.west\t2022-23\t\(segment)\t\t"
      + "Regional director\t\(approver)\tstocktake\t\n"
  }

  private func apply(_ rows: String, to record: Record, _ scratch: Scratch, prune: Bool = false) throws -> Plan {
    _ = try scratch.write(Self.heading + rows, to: "f/segments.tsv")
    return try record.apply(text(at: scratch.path("f")), prune: prune, why: "segments")
  }

  @Test("A move into segment 4 that nobody approved is refused, with file and line, and nothing is applied")
  func refused() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let plan = try apply(segment("2022-07-20", 2) + segment("2023-07-20", 4), to: record, scratch)
    #expect(plan.findings.map { "\($0.file):\($0.line ?? 0)" } == ["segments.tsv:3"])
    #expect(plan.findings[0].reason.contains("'icb.west': a move into segment 4 needs national approval"))
    #expect(plan.transaction == nil)
    #expect(try record.head().transactions == 1)
    let approved = segment("2022-07-20", 2) + segment("2023-07-20", 4, approver: "National director")
    #expect(try apply(approved, to: record, scratch).transaction == 2)
    // What was decided before counts: a move out of 4 needs approval as well.
    let out = try apply(approved + segment("2024-07-20", 3), to: record, scratch)
    #expect(out.findings.map { "\($0.file):\($0.line ?? 0)" } == ["segments.tsv:4"])
  }

  @Test("A step that others rest on is not taken away")
  func removed() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let heading = Self.common + "programme\tstate\tby\tbasis\ttext\tdue\n"
    func step(_ from: String, _ state: String, _ text: String) -> String {
      "support-1\t\(from)\t\tpublic\treported\tsource-a\ticb.west\trecovery-support-programme\t\(state)\t"
        + "Region\tsegment 4\t\(text)\t\n"
    }
    let second = step("2022-09-01", "diagnostic", "Improvement director")
    _ = try scratch.write(heading + step("2022-08-01", "entered", "leadership") + second, to: "g/support-steps.tsv")
    #expect(try record.apply(text(at: scratch.path("g")), why: "support").transaction == 2)
    _ = try scratch.write(heading + second, to: "g/support-steps.tsv")
    let plan = try record.apply(text(at: scratch.path("g")), prune: true, why: "support")
    #expect(plan.findings.first?.file == "support-steps.tsv" && plan.transaction == nil)
    #expect(plan.findings.first?.reason.contains("add the step 'entered'") == true)
  }
}
