import Chronicle
import Formats
import Register
import Testing
import Vocabulary

@testable import Exchange

@Suite("Primary care networks from the ePCN workbook")
struct NetworksTests {
  static let reader = PrimaryCareNetworks()

  /// A workbook with one network that closed, one that took over, and a practice in both.
  static func book(
    _ location: String = "Sub ICB Loc", shuffled: Bool = false, codes: [String] = ["D9Y0V", "D9Y0V"],
    extra: Bool = false
  ) throws -> InputFile {
    var networks = [
      [
        "PCN Code", "PCN Name", "Current \(location) Code", "\(location) Name", "Open Date", "Close Date",
        "Postcode",
      ],
      ["U00001", "OLD TOWN PCN", codes[0], "X", "20191001", "20220331", "SO1 1AA"],
      ["U00002", "NEW TOWN PCN", codes[1], "X", "20220401", "", "SO1 1AB"],
    ]
    var members = [
      [
        "Partner\nOrganisation\nCode", "Partner\nName", "Practice\nParent\n\(location) Code", "PCN Code",
        "PCN Name",
        "Practice to PCN\nRelationship\nStart Date", "Practice to PCN\nRelationship\nEnd Date",
      ],
      ["J82001", "THE SURGERY", codes[1], "U00001", "OLD TOWN PCN", "20191001", "20220331"],
      ["J82001", "THE SURGERY", codes[1], "U00002", "NEW TOWN PCN", "20220401", ""],
    ]
    if extra {
      networks = [["Published by", "ODS"]] + networks.map { $0 + ["more"] }
      members = members.map { ["Note"] + $0 }
    }
    if shuffled {
      networks = networks.map { $0.reversed() }
      members = members.map { $0.reversed() }
    }
    let sheets = shuffled ? [("b", members), ("a", networks)] : [("a", networks), ("b", members)]
    return try InputFile(
      name: "book_2023-01.xlsx", bytes: ByteSource(try TestZIP.workbook(sheets), name: "book.xlsx"))
  }

  @Test(
    "headings of either time, in any order, with more columns and sheets the other way round",
    arguments: [0, 1, 2, 3])
  func variants(variant: Int) throws {
    let file =
      switch variant {
      case 0: try Self.book()
      case 1: try Self.book(shuffled: true)
      case 2: try Self.book(extra: true)
      default: try Self.book("Sub ICB Location", shuffled: true)
      }
    #expect(try Self.reader.recognise(file) == .yes)
    let record = try Record.shipped.taking(file, with: Self.reader)
    #expect(record.reading?.refused == [])
    #expect(record.reading?.rowsRead == (variant == 2 ? 4 : 4))
    #expect(record.rows("body-1", "ods.u00001") == ["2019-10-01..2022-04-01 primary-care-network"])
    #expect(
      record.rows("relation-1", "ods.j82001").filter { $0.contains("member-of") } == [
        "2019-10-01..2022-04-01 member-of ods.u00001", "2022-04-01.. member-of ods.u00002",
      ])
    #expect(record.parents("ods.u00002", on: "2022-08-01") == ["sicbl.d9y0v"])
    #expect(record.rows("name-1", "ods.u00002").contains { $0.hasSuffix("New Town PCN short") })
  }

  @Test("in the time of the groups a code is a group's")
  func groups() throws {
    var record = Record.shipped
    let book = try Self.book("CCG")
    let file = try InputFile(name: "book.xlsx", bytes: book.bytes, statedPublication: Moment("2022-05"))
    try record.take(file, with: Self.reader)
    #expect(record.parents("ods.u00002", on: "2022-06-01") == ["ccg.d9y0v"])
  }

  @Test("a sheet that is missing, and a column that is missing, are named")
  func almost() throws {
    let only = try TestZIP.workbook([
      ("a", [["PCN Code", "PCN Name", "Current CCG Code", "Open Date", "Close Date"]])
    ])
    let file = try InputFile(name: "x.xlsx", bytes: ByteSource(only, name: "x.xlsx"))
    #expect(
      try Self.reader.recognise(file)
        == .almost(
          "it lists primary care networks and has no sheet of their members: import the ePCN workbook whole"))
    let less = try TestZIP.workbook([("a", [["PCN Code", "PCN Name", "Open Date"]])])
    guard
      case .almost(let why) = try Self.reader.recognise(InputFile(name: "x.xlsx", bytes: ByteSource(less)))
    else {
      Issue.record("it is almost the workbook")
      return
    }
    #expect(why.contains("lacks the column 'Close Date'"))
  }

  @Suite("as published", .enabled(if: RealData.has("ods/ePCN_2022-2023.xlsx"), RealData.absent))
  struct Published {
    static let record = try? Record.shipped.taking(RealData.file("ods/ePCN_2022-2023.xlsx"), with: reader)

    @Test("networks and members")
    func reading() throws {
      let record = try #require(Self.record)
      let reading = try #require(record.reading)
      #expect(reading.rowsRead == 1329 + 7455)
      #expect(reading.refused.isEmpty, "\(reading.refused.prefix(3))")
      #expect(reading.asAt.earliest.description == "2023-01-09")
      let register = record.on("2023-02-01")
      #expect(register.bodies(.primaryCareNetwork).count == 1264)
      let members = register.snapshot.all(Relation.self).filter {
        $0.fact.type == Relation.memberOf && $0.fact.object.text.hasPrefix("ods.u")
      }
      #expect(members.count == 7455 - 1064)
    }

    @Test("a practice with three networks over time")
    func moved() throws {
      let rows = try #require(Self.record).rows("relation-1", "ods.b81003").filter {
        $0.contains("member-of")
      }
      #expect(
        rows == [
          "2019-10-01..2020-04-01 member-of ods.u93462", "2020-04-01..2022-04-01 member-of ods.u93843",
          "2022-04-01.. member-of ods.u87666",
        ])
    }

    @Test("reading again changes nothing")
    func again() throws {
      let record = try #require(Self.record)
      let again = try record.taking(RealData.file("ods/ePCN_2022-2023.xlsx"), with: reader)
      #expect(again.changes.isEmpty, "\(again.changes.prefix(5).map(\.line))")
    }
  }
}
