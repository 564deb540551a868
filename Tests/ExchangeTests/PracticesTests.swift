import Chronicle
import Register
import Testing
import Vocabulary

@testable import Exchange

@Suite(
  "General practices from the Organisation Data Service",
  .enabled(if: RealData.has("ods/epraccur_2022-12.csv", "ods/epraccur_2025-09.csv"), RealData.absent))
struct PracticesTests {
  static let reader = ODSOrganisations()
  static let early = try? Record.shipped.taking(RealData.file("ods/epraccur_2022-12.csv"), with: reader)
  static let late = try? Record.shipped.taking(RealData.file("ods/epraccur_2025-09.csv"), with: reader)
  static let both = try? early?.taking(RealData.file("ods/epraccur_2025-09.csv"), with: reader)

  @Test("the practices that are used, and what is passed over")
  func reading() throws {
    let reading = try #require(Self.late?.reading)
    #expect(reading.rowsRead == 16_685)
    #expect(reading.refused.isEmpty)
    #expect(reading.asAt.description == "2025-09")
    #expect(
      reading.notes.suffix(4).map { $0.dropFirst("General practices that are ".count) } == [
        "active: 6220.", "dormant: 71.", "closed: 1942.", "proposed: 0.",
      ])
    #expect(reading.notes.contains { $0.hasPrefix("Welsh practices, passed over: 422 (") })
    #expect(
      reading.notes.contains {
        $0.hasPrefix("Prescribing cost centres that are no general practice, passed over: 8030 (")
      })
    #expect(reading.notes.contains { $0.contains("older commissioner") })
    #expect(try #require(Self.early?.reading).asAt.description == "2022-12")
  }

  @Test("6,220 active English practices in September 2025, each in one sub-ICB location under one board")
  func active() throws {
    let register = try #require(Self.late).on("2025-09-30")
    let practices = register.bodies(.generalPractice)
    let dormant = practices.filter { body in
      register.snapshot.all(Role.self, of: body).contains { $0.fact.text == "dormant" }
    }
    #expect(practices.count - dormant.count == 6220)
    var boards: Set<ID<Body>> = []
    for practice in practices {
      let parents = register.relations(of: practice, type: Relation.partOf)
      #expect(parents.count == 1, "\(practice)")
      if let board = register.ancestor(of: practice, kind: .integratedCareBoard) { boards.insert(board) }
    }
    #expect(boards.count == 42)
  }

  @Test(
    "a practice's commissioner is the group, then the location, then the location under another board",
    arguments: [
      ("ods.a81001", "2022-06-30", "ccg.16c", "stp.cumbria-and-north-east"),
      ("ods.a81001", "2022-07-01", "sicbl.16c", "icb.north-east-and-north-cumbria"),
      ("ods.a81001", "2026-04-01", "sicbl.16c", "icb.north-east-and-north-cumbria"),
      ("ods.h82100", "2022-06-30", "ccg.70f", "stp.sussex"),
      ("ods.h82100", "2022-07-01", "sicbl.70f", "icb.sussex"),
      ("ods.h82100", "2026-04-01", "sicbl.70f", "icb.surrey-and-sussex"),
    ])
  func commissioner(practice: String, day: String, parent: String, board: String) throws {
    let record = try #require(Self.late)
    guard record.on(day).exists(ID(slug: practice)) else { return }
    #expect(record.parents(practice, on: day) == [parent])
    #expect(record.parents(parent, on: day) == [board])
  }

  @Test("a practice of Frimley has no location after its own ended, until a later file says which")
  func frimley() throws {
    let record = try #require(Self.late)
    #expect(record.parents("ods.h81047", on: "2026-03-31") == ["sicbl.d4u1y"])
    #expect(record.parents("ods.h81047", on: "2026-04-01") == [])
  }

  @Test("two editions: closings, new practices and moves are listed, and reading again changes nothing")
  func editions() throws {
    let record = try #require(Self.both)
    var counts: [DescribedChange.What: Int] = [:]
    for change in record.described { counts[change.what, default: 0] += 1 }
    #expect(record.undecided.isEmpty)
    #expect(counts == [.closed: 308, .new: 10, .renamed: 333, .address: 269, .reparented: 15, .role: 70])
    for name in ["ods/epraccur_2022-12.csv", "ods/epraccur_2025-09.csv"] {
      let again = try record.taking(RealData.file(name), with: Self.reader)
      #expect(again.changes.isEmpty, "\(again.changes.count) \(again.changes.prefix(6).map(\.line))")
    }
    let register = record.on("2025-09-30")
    for practice in register.bodies(.generalPractice) {
      #expect(register.relations(of: practice, type: Relation.partOf).count == 1, "\(practice)")
    }
  }

  @Test("the order of the editions makes no difference")
  func order() throws {
    let both = try #require(Self.both)
    let reversed = try #require(
      try Self.late?.taking(RealData.file("ods/epraccur_2022-12.csv"), with: Self.reader))
    let difference = Set(both.meaning).symmetricDifference(reversed.meaning).sorted()
    #expect(difference.isEmpty, "\(difference.count): \(difference.prefix(12).joined(separator: "\n"))")
  }
}
