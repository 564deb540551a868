import Chronicle
import Register
import Testing
import Vocabulary

@testable import Exchange

@Suite("Maps of practices to networks, locations and boards")
struct MappingTests {
  static let reader = PracticeMapping()

  static let appointments = """
    GP_CODE,GP_NAME,SUPPLIER,PCN_CODE,PCN_NAME,SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,ICB_CODE,ICB_NAME
    A81001,THE DENSHAM SURGERY,TPP,U89141,STOCKTON PCN,16C,x,QHM,x
    A81001,THE DENSHAM SURGERY,EMIS,U89141,STOCKTON PCN,16C,x,QHM,x
    H81047,PACKERS SURGERY,EMIS,U,UNALLOCATED,D4U1Y,x,QNQ,x
    """

  static let registered = """
    PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,ONS_SUB_ICB_LOCATION_CODE,\
    SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,ONS_ICB_CODE,ICB_CODE,ICB_NAME,PCN_CODE,PCN_NAME,SUPPLIER_NAME
    GP_PRAC_PAT_LIST,01Aug2026,A81001,THE DENSHAM SURGERY,TS18 1HU,E38000163,16C,x,E54000050,QHM,x,U89141,STOCKTON PCN,TPP
    GP_PRAC_PAT_LIST,01Aug2026,H81047,PACKERS SURGERY,TW20 9QN,E38000268,U2G6B,x,E54000071,S0E4D,x,U11111,WINDSOR PCN,EMIS
    """

  static let old = """
    ONS_CCG_CODE,CCG_CODE,CCG_NAME,STP_CODE,STP_NAME,PCN_CODE,PCN_NAME,PRACTICE_CODE,PRACTICE_NAME
    E38000247,16C,x,QHM,x,U89141,STOCKTON PCN,A81001,THE DENSHAM SURGERY
    E38000008,02Q,x,QF7,x,U55555,BASSETLAW PCN,C84001,LARWOOD
    """

  @Test("a mapping of appointments: suppliers collapse, U is none, and the date is the range its codes allow")
  func appointments() throws {
    let file = try InputFile.of(Self.appointments)
    #expect(try Self.reader.recognise(file) == .yes)
    let record = try Record.shipped.taking(file, with: Self.reader)
    let reading = try #require(record.reading)
    #expect(reading.rowsRead == 3 && reading.refused.isEmpty)
    #expect(reading.asAt.description == "2022-07-01/2026-03-31")
    #expect(
      reading.notes.contains {
        $0.hasPrefix("Practices listed more than once with the same parents, once for each supplier: 1 ")
      })
    #expect(reading.notes.contains { $0 == "Practices in no network (U): 1 (H81047)." })
    #expect(record.parents("ods.h81047", on: "2026-03-31") == ["sicbl.d4u1y"])
    #expect(
      record.rows("relation-1", "ods.h81047").map { String($0.prefix(22)) } == ["2022-07-01..2026-04-01"])
    #expect(record.rows("relation-1", "ods.a81001").contains("2019-07-01/2026-03-31.. member-of ods.u89141"))
  }

  @Test("the official map carries its day; a practice goes on where its old location ended")
  func registered() throws {
    let record = try Record.shipped.taking(.of(Self.appointments, named: "map_Aug25.csv"), with: Self.reader)
      .taking(
        .zip([("gp-reg-pat-prac-map.csv", Self.registered), ("__MACOSX/._gp", "x")]), with: Self.reader)
    #expect(record.reading?.asAt.description == "2026-08-01")
    #expect(record.reading?.refused == [])
    #expect(record.parents("ods.h81047", on: "2026-03-31") == ["sicbl.d4u1y"])
    #expect(record.parents("ods.h81047", on: "2026-04-01") == ["sicbl.u2g6b"])
    #expect(record.parents("ods.a81001", on: "2026-04-01") == ["sicbl.16c"])
  }

  @Test("in the years of the groups the columns are called otherwise")
  func old() throws {
    let file = try InputFile.of(Self.old, named: "map_2022-01.csv")
    #expect(try Self.reader.recognise(file) == .yes)
    let record = try Record.shipped.taking(file, with: Self.reader)
    #expect(record.reading?.asAt.description == "2022-01")
    #expect(record.reading?.refused == [])
    #expect(record.parents("ods.c84001", on: "2022-06-01") == ["ccg.02q"])
  }

  @Test(
    "rows that contradict the register are refused with the reason",
    arguments: [
      ("A81002,X,TPP,U07032,Y,16C,x,QYG,x", "is not part of the body with the code 'QYG'"),
      ("A81002,X,TPP,U07032,Y,ZZZ,x,QHM,x", "'ZZZ' is no location that is recorded here"),
      ("a 1,X,TPP,U07032,Y,16C,x,QHM,x", "'a 1' is no code of a practice"),
      ("A81002,X,TPP,not a code,Y,16C,x,QHM,x", "'NOT A CODE' is no code of a network"),
      ("QHM,X,TPP,U07032,Y,16C,x,QHM,x", "the code QHM stands for"),
      ("A81001,X,TPP,U00000,Y,16C,x,QHM,x", "A81001 stands in row=2 already"),
      ("A81002,X,TPP,U07032,Y,U2G6B,x,S0E4D,x", "stands for no location at that time"),
    ])
  func refusals(row: String, reason: String) throws {
    var text = Self.appointments + "\n" + row
    for number in 0..<20 { text += "\nB8\(number + 10)00,X,TPP,U07032,Y,16C,x,QHM,x" }
    let reading = try Self.reader.read(.of(text, named: "map_Aug25.csv"), register: Record.shipped.latest)
    #expect(reading.refused.count == 1)
    #expect(reading.refused.first?.row == "row=5")
    #expect(reading.refused.first?.reason.contains(reason) == true, "\(reading.refused)")
  }

  @Test("a practice that had closed by the map's day keeps its body and gets nothing")
  func closed() throws {
    let body = ID<Body>(slug: "ods.a81001")
    let life = Period(from: Day("1974-04-01") ?? .distantPast, until: Day("2024-07-01") ?? .distantFuture)
    let record = Record(
      RealData.reference + [
        Statement(Body(body, .generalPractice), life, source: SourceReference(nil)),
        Statement(Code(body, scheme: "ods", "A81001"), life, source: SourceReference(nil)),
      ])
    let after = try record.taking(.of(Self.appointments, named: "map_Aug25.csv"), with: Self.reader)
    #expect(
      after.reading?.notes.contains("Practices that had closed by then, passed over: 1 (A81001).") == true)
    #expect(after.statements.filter { $0.subject.hasPrefix("ods.a81001") }.count == 2)
  }

  @Test("shuffled columns and more of them say the same")
  func shuffled() throws {
    let lines = Self.appointments.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    let text = lines.map { (["extra"] + $0.reversed()).joined(separator: ";") }.joined(separator: "\r\n")
    let plain = try Record.shipped.taking(.of(Self.appointments), with: Self.reader)
    let other = try Record.shipped.taking(.of(text), with: Self.reader)
    #expect(plain.meaning == other.meaning)
  }

  @Suite(
    "as published", .enabled(if: RealData.has("gp/GPAD_Practice_Level_Mapping_Aug25.csv"), RealData.absent))
  struct Published {
    @Test("the mapping of August 2025, alone, and beside the practices of September")
    func mapping() throws {
      let file = try RealData.file("gp/GPAD_Practice_Level_Mapping_Aug25.csv")
      let record = try Record.shipped.taking(file, with: reader)
      let reading = try #require(record.reading)
      #expect(reading.rowsRead == 6196 && reading.refused.isEmpty)
      #expect(reading.asAt.description == "2025-08")
      #expect(reading.notes.contains { $0.contains("once for each supplier: 30 (") })
      #expect(reading.notes.contains { $0.hasPrefix("Practices in no network (U): 42 (") })
      let register = record.on("2025-09-01")
      #expect(register.bodies(.generalPractice).count == 6166)
      #expect(try record.taking(file, with: reader).changes.isEmpty)
      guard RealData.has("ods/epraccur_2025-09.csv") else { return }
      let practices = try RealData.file("ods/epraccur_2025-09.csv")
      let after = try record.taking(practices, with: ODSOrganisations())
      let other = try Record.shipped.taking(practices, with: ODSOrganisations()).taking(file, with: reader)
      #expect(after.undecided.isEmpty && other.undecided.isEmpty)
      let ties = Set(after.meaning.filter { $0.hasPrefix("relation-1") })
        .symmetricDifference(other.meaning.filter { $0.hasPrefix("relation-1") }).sorted()
      #expect(ties.isEmpty, "\(ties.count) \(ties.prefix(8).joined(separator: "\n"))")
      #expect(try after.taking(file, with: reader).changes.isEmpty)
    }
  }
}
