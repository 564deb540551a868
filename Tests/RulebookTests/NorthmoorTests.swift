import Chronicle
import Foundation
import Governance
import Register
import Testing
import Vocabulary

@testable import Rulebook

/// The demonstration system has faults planted in it, things that only look like faults, and a clean twin.
@Suite("Northmoor, the demonstration")
struct NorthmoorTests {
  /// When and of whom the rules are asked: each board in its time, and what came before.
  static let questions: [(body: ID<Body>, day: Day)] = [
    ("northmoor.icb", "2022-01-01"), ("northmoor.icb", "2022-06-15"), ("northmoor.harbour-ccg", "2022-07-01"),
    ("northmoor.icb", "2023-06-01"),
    ("northmoor.icb", "2025-12-31"), ("northmoor.icb", "2026-03-31"),
    ("northmoor.icb", "2026-09-30"), ("northmoor-and-eastvale.icb", "2026-06-15"),
    ("northmoor-and-eastvale.icb", "2026-09-30"), ("westmere.icb", "2026-09-30"), ("northmoor.ambulance", "2025-12-31"),
  ].compactMap { body, day in ID<Body>(body).flatMap { id in Day(day).map { (id, $0) } } }

  @Test("Every planted fault is found by the rules it breaks")
  func planted() throws {
    let archive = try Demonstration.archive(.planted)
    for fault in try Demonstration.faults() {
      let rule = try #require(Rules.rule(RuleID(fault.rule)), "\(fault.rule)")
      let governance = Snapshot(archive, trueOn: fault.day, audience: .restricted).governance
      let verdict = rule.verdict(on: fault.body, in: governance)
      #expect(verdict.result == .finding, "fault \(fault.number), \(fault.rule): \(verdict.explanation)")
    }
  }

  @Test("Each planted fault is found alone, when the others that break the same rule are put right")
  func alone() throws {
    let faults = try Demonstration.faults()
    for fault in faults {
      let rule = try #require(Rules.rule(RuleID(fault.rule)), "\(fault.rule)")
      let others = Set(faults.filter { $0.rule == fault.rule && $0.number != fault.number }.map(\.number))
      guard !others.isEmpty else { continue }
      let archive = try Demonstration.archive(.without(others))
      let alone = rule.verdict(
        on: fault.body, in: Snapshot(archive, trueOn: fault.day, audience: .restricted).governance)
      #expect(alone.result == .finding, "fault \(fault.number) alone, \(fault.rule): \(alone.explanation)")
    }
  }

  @Test("Nothing is found but what was planted: what only looks like a fault stays silent")
  func nothingElse() throws {
    let archive = try Demonstration.archive(.planted)
    let planted = Set(try Demonstration.faults().map(\.rule))
    for verdict in NorthmoorTests.verdicts(in: archive)
    where !planted.contains(verdict.rule.text) && !verdict.informsOnly {
      #expect(verdict.result != .finding, "\(verdict.rule): \(verdict.explanation)")
    }
  }

  @Test("The clean twin has no finding")
  func clean() throws {
    for verdict in NorthmoorTests.verdicts(in: try Demonstration.archive(.clean)) where !verdict.informsOnly {
      #expect(verdict.result != .finding, "\(verdict.rule): \(verdict.explanation)")
    }
  }

  @Test("Every rule that the facts decide is met somewhere in the clean twin")
  func met() throws {
    let verdicts = NorthmoorTests.verdicts(in: try Demonstration.archive(.clean))
    let met = Set(verdicts.filter { $0.result == .met }.map(\.rule))
    for rule in Rules.all where rule.isComputable && rule.text.status != .proposed {
      let answers = verdicts.filter { $0.rule == rule.id && $0.result != .notApplicable }
      let isMet = met.contains(rule.id)
      #expect(isMet, "\(rule.id) is never met: \(answers.first?.explanation ?? "it never applies")")
    }
  }

  @Test("Every rule of the proposed law has something to say of each board")
  func proposed() throws {
    let archive = try Demonstration.archive(.clean)
    for (body, day) in NorthmoorTests.questions where body.text == "northmoor.icb" && day == Day("2026-03-31") {
      let verdicts = Rules.verdicts(on: body, in: Snapshot(archive, trueOn: day, audience: .restricted), law: .proposed)
      for verdict in verdicts where RuleCatalogue.rule(verdict.rule)?.status == .proposed {
        #expect([.met, .finding].contains(verdict.result), "\(verdict.rule): \(verdict.explanation)")
      }
    }
  }

  /// The delegations of planned hospital care: place, sum, and who decides.
  static let elective: [(place: String?, pounds: Int, decider: String)] = [
    (nil, 12_600_000, "board"), (nil, 10_000_001, "board"), (nil, 10_000_000, "commissioning"),
    (nil, 2_000_001, "commissioning"), (nil, 2_000_000, "board.chief-executive"),
    (nil, 1_000_000, "board.finance-director"), (nil, 500_000, "commissioning.director-1"),
    ("northmoor.harbour-city", 1_000_000, "harbour"), ("northmoor.harbour-city", 1_500_000, "harbour"),
    ("northmoor.harbour-city", 1_600_000, "board.chief-executive"), ("northmoor.moorland", 750_000, "moorland"),
    ("northmoor.moorland", 750_001, "board.finance-director"), ("northmoor.coast", 250_000, "coast.place-director-1"),
    ("northmoor.coast", 1_000_000, "board.finance-director"),
  ]

  @Test("Who decides planned care is who the scheme says, before the merger and after it", arguments: elective)
  func whoDecides(place: String?, pounds: Int, decider: String) throws {
    let archive = try Demonstration.archive(.clean)
    for (system, day) in [("northmoor", "2026-03-31"), ("northmoor-and-eastvale", "2026-09-30")] {
      let governance = Snapshot(archive, trueOn: try #require(Day(day)), audience: .public).governance
      let function = try #require(ID<Function>("\(system).function.elective"))
      let power = governance.power(Power.Question(function, place: place.flatMap { ID($0) }, value: Pounds(pounds)))
      #expect(power.path?.decider?.text == "\(system).\(decider)", "£\(pounds) in \(place ?? "no place") on \(day)")
      #expect(power.holder?.text == "\(system).icb")
      #expect(power.gaps.isEmpty, "\(power.gaps)")
    }
  }

  @Test("In the Vale planned care is for the lead provider by its contract, and a forum decides nothing")
  func leadProvider() throws {
    let governance = Snapshot(try Demonstration.archive(.clean), trueOn: try #require(Day("2026-09-30"))).governance
    let function = try #require(ID<Function>("northmoor-and-eastvale.function.elective"))
    let power = governance.power(Power.Question(function, place: ID("northmoor.vale"), value: Pounds(1_000_000)))
    #expect(power.path?.decider?.text == "northmoor.minds-and-communities")
    #expect(power.path?.steps.last?.sort == .contract)
    let deciders = governance.rows(\Authority.function, naming: function).compactMap { $0.given.taker?.text }
    #expect(!deciders.contains("northmoor-and-eastvale.coast"))
  }

  @Test("The Harbour City committee can decide nothing once the council's delegation has lapsed")
  func lapsed() throws {
    let governance = Snapshot(try Demonstration.archive(.planted), trueOn: try #require(Day("2026-01-13"))).governance
    let function = try #require(ID<Function>("northmoor.function.elective"))
    let power = governance.power(
      Power.Question(function, place: ID("northmoor.harbour-city"), value: Pounds(1_000_000)))
    #expect(power.path?.decider?.text == "northmoor.board.finance-director")
    #expect(power.gaps.contains { $0.contains("Harbour City Council") })
  }

  @Test("Notice of 19 December 2024 lets the contract be signed on 7 January 2025, and it was signed on the 6th")
  func standstill() throws {
    let governance = Snapshot(try Demonstration.archive(.planted), trueOn: try #require(Day("2026-03-31"))).governance
    let notice = try #require(
      governance.history(Notice.self).first {
        $0.id.text == "northmoor.procurement.dermatology.notice.intention-to-award"
      })
    #expect(Standstill(published: try notice.published).earliest == Day("2025-01-07"))
    let choice = try #require(
      governance.history(Procurement.self).first { $0.id.text == "northmoor.procurement.dermatology" })
    #expect(try choice.contracted == Day("2025-01-06"))
  }

  @Test("There are as many of everything as the system is said to have")
  func counts() throws {
    let snapshot = Snapshot(try Demonstration.archive(.planted), trueOn: try #require(Day("2027-02-01")))
    let governance = snapshot.governance
    #expect(governance.calendar(Meeting.self).count == 52)
    #expect(governance.calendar(Item.self).count == 140)
    #expect(governance.calendar(Decision.self).count == 64)
    #expect(governance.calendar(Action.self).count == 210)
    let before = snapshot.on(try #require(Day("2026-03-31")))
    let count = { (kind: BodyKind) in before.all(Body.self).filter { $0.fact.bodyKind == kind }.count }
    #expect(count(.generalPractice) == 58)
    #expect(count(.primaryCareNetwork) == 24)
    #expect(count(.neighbourhood) == 26)
    #expect(count(.placePartnership) == 4)
    #expect(before.register.bodies(.generalPractice).isEmpty, "a body of a demonstration is no part of England")
    let meetings = governance.calendar(Meeting.self).filter { $0.given.group?.text.hasSuffix(".board") ?? false }
    #expect(meetings.count == 6)
    #expect(meetings.last?.given.state == .planned)
  }

  /// What every rule says of each body on each day.
  private static func verdicts(in archive: Archive) -> [Verdict] {
    questions.flatMap { body, day in
      Rules.verdicts(on: body, in: Snapshot(archive, trueOn: day, audience: .restricted))
    }
  }
}

extension Verdict {
  /// Whether the rule rests on a superseded or secondary source, which can inform and never fails a board.
  fileprivate var informsOnly: Bool { RuleCatalogue.rule(rule)?.severity == .info }
}

/// The demonstration as it lies in `Examples`.
private enum Demonstration {
  /// Which of its worlds.
  enum World {
    /// With every fault.
    case planted
    /// With none.
    case clean
    /// With every fault but some.
    case without(Set<String>)
  }

  /// A planted fault.
  struct Fault {
    let number: String
    let rule: String
    let body: ID<Body>
    let day: Day
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func rows(of path: String) throws -> [String] {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8).split(separator: "\n").dropFirst()
      .map(String.init)
  }

  /// The faults that break a rule, as `northmoor-faults.tsv` lists them; one names none, and is for the check of a
  /// decision.
  static func faults() throws -> [Fault] {
    try rows(of: "Examples/northmoor-faults.tsv").compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells[1] != "-" else { return nil }
      return Fault(
        number: cells[0], rule: cells[1], body: try #require(ID<Body>(cells[2])), day: try #require(Day(cells[3])))
    }
  }

  private static let planted = Result { try made(.planted) }
  private static let clean = Result { try made(.clean) }

  /// The facts of a world, the two that are asked for most read once.
  static func archive(_ world: World) throws -> Archive {
    switch world {
    case .planted: try planted.get()
    case .clean: try clean.get()
    case .without: try made(world)
    }
  }

  /// The facts of a world: the folders, the national bodies they name, and the rows that put faults right.
  private static func made(_ world: World) throws -> Archive {
    var lines: Set<String> = []
    for folder in ["Examples/northmoor", "Examples/northmoor-restricted"] {
      let names = try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
      // The figures are of no use to the rules.
      for name in names where name.hasSuffix(".tsv") && name != "observations.tsv" {
        lines.formUnion(try rows(of: "\(folder)/\(name)"))
      }
    }
    for table in ["bodies", "legal-forms"] {
      lines.formUnion(try rows(of: "Sources/Reference/record/\(table).tsv").filter { $0.contains("\tnational.") })
    }
    for row in try rows(of: "Examples/northmoor-clean.tsv") {
      let cells = row.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
      switch world {
      case .planted: continue
      case .without(let faults) where !faults.contains(cells[0]): continue
      case .clean, .without: break
      }
      if cells[1] == "-" {
        try #require(lines.remove(cells[2]) != nil, "no row to take away: \(cells[2])")
      } else {
        lines.insert(cells[2])
      }
    }
    // The guidance on deputy chairs and the joint financial duty bear no date in the sources; here they have one, so that
    // the rules on them can be asked.
    lines.insert(
      "commencement-1\t\t\tpublic\tassumed\tnorthmoor-demonstration\tguidance\tICB.CONST.MODELUPDATE\t2024-01-01\t")
    lines.insert(
      "commencement-1\t\t\tpublic\tassumed\tnorthmoor-demonstration\tjoint-duty\tFIN.SYSTEM.BREAKEVEN\t2025-04-01\t")
    return Archive.holding(try lines.sorted().map { try Statement($0) })
  }
}
