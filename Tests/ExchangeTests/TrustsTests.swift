import Chronicle
import Register
import Testing
import Vocabulary

@testable import Exchange

@Suite(
  "NHS trusts from the Organisation Data Service",
  .enabled(if: RealData.has("ods/etr_2025.csv", "ods/etr_2026-04.csv"), RealData.absent))
struct TrustsTests {
  static let reader = ODSOrganisations()
  static let before = try? Record.shipped.taking(RealData.file("ods/etr_2025.csv"), with: reader)
  static let after = try? Record.shipped.taking(RealData.file("ods/etr_2026-04.csv"), with: reader)
  static let both = try? before?.taking(RealData.file("ods/etr_2026-04.csv"), with: reader)
  static let reversed = try? after?.taking(RealData.file("ods/etr_2025.csv"), with: reader)

  @Test("the rows of each edition, and the days it can be of")
  func reading() throws {
    let first = try #require(Self.before?.reading)
    let second = try #require(Self.after?.reading)
    #expect(first.rowsRead == 210 && second.rowsRead == 274)
    #expect(first.refused.isEmpty && second.refused.isEmpty)
    #expect(first.asAt.description == "2025")
    #expect(second.asAt.description == "2026-04")
    #expect(first.notes.contains { $0.hasPrefix("Welsh trusts, passed over: 3 ") })
    #expect(second.notes.contains { $0 == "Welsh trusts, passed over: 3 (RQF, RT4, RYT)." })
    #expect(first.notes.suffix(2) == ["Trusts listed as open: 202.", "Trusts listed as closed: 5."])
    #expect(second.notes.suffix(2) == ["Trusts listed as open: 200.", "Trusts listed as closed: 71."])
  }

  @Test(
    "open and closed on days", arguments: [("2025-06-30", 202), ("2026-04-15", 199), ("2026-07-01", 200)])
  func open(day: String, count: Int) throws {
    let record = try #require(Self.both)
    #expect(record.on(day).bodies(.nhsTrust).count == count)
  }

  @Test(
    "a trust's board follows the map",
    arguments: [
      ("ods.rdu", "2025-06-30", "icb.frimley"), ("ods.rdu", "2026-03-31", "icb.frimley"),
      ("ods.rdu", "2026-04-01", "icb.surrey-and-sussex"),
      ("ods.rde", "2026-03-31", "icb.suffolk-and-north-east-essex"),
      ("ods.rde", "2026-04-01", "icb.essex"), ("ods.r0a", "2026-04-01", "icb.greater-manchester"),
    ])
  func parents(trust: String, day: String, board: String) throws {
    for record in [try #require(Self.both), try #require(Self.reversed)] {
      #expect(record.parents(trust, on: day) == [board])
    }
  }

  @Test("every open English trust has one board on each side of the merger")
  func everyTrust() throws {
    let record = try #require(Self.both)
    for day in ["2026-03-31", "2026-04-01"] {
      let register = record.on(day)
      let without = register.bodies(.nhsTrust).filter {
        register.relations(of: $0, type: Relation.partOf).count != 1
      }
      // Two trusts went to another board at some time between the editions, and nobody says when.
      #expect(without.map(\.text) == ["ods.rpg", "ods.rxk"])
    }
  }

  @Test("a trust that closed before its parent was made gets none, with a note")
  func closed() throws {
    let after = try #require(Self.after)
    #expect(after.rows("relation-1", "ods.rrp").isEmpty)
    #expect(after.rows("body-1", "ods.rrp") == ["2001-04-01..2024-11-01 nhs-trust"])
    let notes = try #require(after.reading?.notes)
    #expect(notes.contains { $0.contains("board made after they closed, which so got no parent: 65 (") })
    let before = try #require(Self.before)
    #expect(before.rows("relation-1", "ods.rrp").map { $0.prefix(22) } == ["2022-07-01..2024-11-01"])
  }

  @Test("a trust opens in the future")
  func future() throws {
    let record = try #require(Self.after)
    #expect(record.rows("body-1", "ods.k0n6a") == ["2026-06-01.. nhs-trust"])
    #expect(record.on("2026-05-31").bodies(.nhsTrust).contains { $0.text == "ods.k0n6a" } == false)
  }

  @Test("names, legal forms, roles and codes")
  func details() throws {
    let record = try #require(Self.both)
    let register = record.on("2026-04-30")
    let frimley = try #require(register.bodies(withCode: "RDU").first)
    #expect(register.name(frimley) == "FRIMLEY HEALTH NHS FOUNDATION TRUST")
    #expect(register.shortName(frimley) == "Frimley Health NHS Foundation Trust")
    #expect(register.legalForm(frimley)?.fact.form == .nhsFoundationTrust)
    #expect(register.bodies(withCode: "RDU").count == 1)
    let ambulances = register.bodies(.nhsTrust).filter { body in
      register.snapshot.history(Role.self, of: body).contains { $0.fact.text == "ambulance" }
    }
    #expect(ambulances.count == 10)
  }

  @Test("the order of import makes no difference, and a second reading no change")
  func order() throws {
    let both = try #require(Self.both)
    let reversed = try #require(Self.reversed)
    #expect(Set(both.meaning).symmetricDifference(reversed.meaning).sorted() == [])
    for name in ["ods/etr_2025.csv", "ods/etr_2026-04.csv"] {
      let again = try both.taking(RealData.file(name), with: Self.reader)
      #expect(again.changes.isEmpty, "\(again.changes.prefix(5).map(\.line))")
      #expect(try reversed.taking(RealData.file(name), with: Self.reader).changes.isEmpty)
    }
    #expect(both.undecided.isEmpty && reversed.undecided.isEmpty)
  }

  @Test("what changed can be listed")
  func described() throws {
    let record = try #require(Self.both)
    var counts: [DescribedChange.What: Int] = [:]
    for change in record.described { counts[change.what, default: 0] += 1 }
    #expect(counts[.closed] == 3)
    let frimley = record.described.filter { $0.subject == "ods.rdu" }
    #expect(frimley.map(\.what) == [.reparented])
    #expect(frimley.first?.before == "NHS Frimley Integrated Care Board")
    #expect(frimley.first?.from == "2026-04-01")
    #expect(
      record.described.contains {
        $0.sentence
          == "ROYAL SURREY COUNTY HOSPITAL NHS FOUNDATION TRUST is called ROYAL SURREY NHS FOUNDATION TRUST, "
          + "at some time between 2 January 2025 and 30 April 2026."
      })
    #expect(
      record.described.contains {
        $0.what == .closed
          && $0.sentence == "TAVISTOCK AND PORTMAN NHS FOUNDATION TRUST closed on 31 March 2026."
      })
  }

  @Test("headings, in any order and with more columns, are read as the columns by position are")
  func headings() throws {
    let names = [
      "Organisation Code", "Name", "National Grouping", "High Level Health Geography", "Address Line 1",
      "Address Line 2", "Address Line 3", "Address Line 4", "Address Line 5", "Postcode", "Open Date",
      "Close Date",
    ]
    let rows = try #require(try FileTable.all(in: RealData.file("ods/etr_2026-04.csv")).first).head(1000)
    let order = [11, 3, 0, 9, 10, 1, 2, 4, 5, 6, 7, 8]
    func line(_ cells: [String]) -> String { cells.map { "\"\($0)\"" }.joined(separator: ",") + "\r\n" }
    var text = line(order.map { names[$0] } + ["Extra", "GOR Code"])
    for row in rows { text += line(order.map { row[$0] } + ["x", row[23]]) }
    let file = try InputFile.of(text, named: "etr_2026-04.csv")
    #expect(try Self.reader.recognise(file) == .yes)
    let shuffled = try Record.shipped.taking(file, with: Self.reader)
    let after = try #require(Self.after)
    #expect(shuffled.meaning == after.meaning)
  }
}
