import Chronicle
import Foundation
import Register
import Testing
import Vocabulary

@testable import Answers

/// The numbers that the five texts state, one by one.
@Suite struct ClaimsTests {
  /// Every number that must be held as a claim, as the texts write it.
  static let stated: [(id: String, value: String)] = [
    ("systems-statutory", "42"), ("boards-established", "42"), ("systems-covering-england", "42"),
    ("partnerships-44", "44"), ("metrics", "70"), ("themes", "6"), ("population-least", "500000"),
    ("population-most", "3000000"), ("upper-tier-many", "10"), ("upper-tier-one", "1"), ("deprived-birmingham", "50"),
    ("deprived-surrey", "1"), ("executives", "5"), ("non-executives", "3"), ("first-wave", "8"),
    ("frimley-consortium", "30"), ("frimley-groups", "5"), ("frimley-federations", "5"), ("frimley-councils", "10"),
    ("frimley-ambulance-trusts", "2"), ("frimley-mental-health-and-community", "5"), ("first-wave-money", "450"),
    ("first-wave-money-years", "4"), ("south-yorkshire-trusts", "7"), ("south-yorkshire-sites", "15"),
    ("south-yorkshire-staff", "45000"), ("south-yorkshire-residents", "2.3"), ("nottingham-public-bodies", "7"),
    ("greater-manchester-people", "2.8"), ("greater-manchester-boroughs", "10"), ("pioneers", "10"),
    ("designated-2019", "3"), ("designated-2020", "4"), ("designated-total", "18"), ("leaders", "19"),
    ("chairs-appointed", "25"), ("chairs-women", "11"), ("chairs-minority-ethnic", "5"), ("pharmacy-funding", "2"),
    ("framework-pages", "56"), ("partnership-principles", "10"), ("involvement-principles", "7"),
    ("leadership-features", "5"), ("digital-measures", "7"), ("neighbourhood-least", "30000"),
    ("neighbourhood-most", "50000"), ("place-least", "250000"), ("place-most", "500000"), ("system-least", "1000000"),
    ("system-most", "3000000"), ("networks", "1300"), ("network-specifications", "7"), ("regions", "7"),
    ("south-yorkshire-places", "5"), ("south-yorkshire-neighbourhoods", "36"), ("subsidiarity-tests", "3"),
    ("judicial-reviews", "2"),
  ]

  /// Of Greater Manchester's the text gives no date.
  static let undated: Set<String> = [
    "greater-manchester-boroughs", "greater-manchester-deal", "greater-manchester-people", "manchester-objectives",
  ]

  static func claims() throws -> [String: ClaimEntry] {
    let answer = try ClaimsAnswer(in: shipped("2026-11-21")) { _ in throw NothingKept() }
    return Dictionary(uniqueKeysWithValues: answer.claims.map { (String($0.id.dropFirst("claim.".count)), $0) })
  }

  @Test(arguments: stated) func everyStatedNumberIsHeld(id: String, value: String) throws {
    #expect(try #require(try ClaimsTests.claims()[id]).value == value)
  }

  @Test func everyClaimHasItsTextBasisDateAndStatus() throws {
    let snapshot = shipped("2026-11-21")
    for (id, claim) in try ClaimsTests.claims() {
      #expect(
        !claim.statement.isEmpty && !claim.value.isEmpty && !claim.unit.isEmpty && !claim.finding.isEmpty, "\(id)")
      #expect(["brief-001", "brief-003", "brief-004"].contains(claim.text) && (claim.line ?? 0) > 0, "\(id)")
      let basis = SourceReference(claim.source)?.source
      #expect(basis.map { snapshot.nearestSource($0) != nil } == true, "\(id) rests on \(claim.source)")
      #expect(
        claim.asAt.isEmpty == ClaimsTests.undated.contains(id) && (Moment(claim.asAt) != nil || claim.asAt.isEmpty))
      // What was only said is not given as found, and what was found names what it was found in.
      #expect((claim.status == .reproduced) ? claim.certainty == .derived : true, "\(id)")
    }
  }

  // MARK: Measured again

  /// The residents of mid-2020 in each board of 2022, added up from the groups they came from.
  private static func residents() -> [String: Double] {
    var people: [String: Double] = [:]
    for statement in Shipped.statements where statement.kind == Share.kind.name {
      guard statement.subject.hasPrefix("ccg."), statement.fields[0].hasPrefix("icb."),
        statement.fields[2] == "people mid-2020"
      else { continue }
      people[statement.fields[0], default: 0] += Double(statement.fields[3]) ?? .nan
    }
    return people
  }

  /// What the record gives for each number that it bears out, and how its finding writes that.
  private static func measured() -> [String: String] {
    let (groups, boards) = (shipped("2021-05-01").register, shipped("2022-07-01").register)
    let people = residents()
    let councils = CouncilsAnswer(in: boards.snapshot).boards
    let most = people.max { $0.value < $1.value }?.value ?? 0
    let least = people.min { $0.value < $1.value }?.value ?? 0
    let manchester = councils.first { $0.board.id == "icb.greater-manchester" }
    return [
      "boards-established": "\(boards.bodies(.integratedCareBoard).count) boards on 2022-07-01",
      "systems-statutory": "\(boards.bodies(.integratedCareSystem).count) boards on 2022-07-01",
      "systems-covering-england":
        "\(groups.bodies(.sustainabilityAndTransformationPartnership).count) partnerships in the lookup",
      "full-coverage-by": "one of \(groups.bodies(.sustainabilityAndTransformationPartnership).count) partnerships",
      "regions": "\(Sentences.capital(Sentences.number(boards.bodies(.nhsRegion).count))) regions",
      "first-wave": "\(Sentences.capital(Sentences.number(groups.everyBody(.accountableCareSystem).count))) records",
      "population-most": "\(Sentences.figure(Int(most))) residents",
      "population-least": "\(Sentences.figure(Int(least))) residents",
      "population-typical": "\(people.values.count { $0 > 1_000_000 }) of \(people.count) boards",
      "greater-manchester-people": "\(Sentences.figure(Int(people["icb.greater-manchester"] ?? 0))) residents",
      "greater-manchester-boroughs": manchester?.whole == 10 && manchester?.count == 10
        ? "Ten metropolitan" : "not ten",
      "upper-tier-many":
        councils.filter { $0.count > 10 }.map { "\($0.board.shortName) \($0.count)" }.joined(separator: ", "),
      "upper-tier-one": "one council alone in "
        + councils.filter { $0.count == 1 }.map(\.board.shortName).sorted().joined(separator: ", "),
    ]
  }

  /// Borne out by files that are not shipped; the tests of their readers reckon the published shares and counts.
  private static let fromFiles: Set<String> = ["deprived-birmingham", "deprived-surrey", "networks"]

  @Test func whatIsBorneOutIsMeasuredAgain() throws {
    let measured = ClaimsTests.measured()
    let reproduced = try ClaimsTests.claims().filter { $0.value.status == .reproduced }
    #expect(Set(reproduced.keys) == Set(measured.keys).union(ClaimsTests.fromFiles))
    for (id, words) in measured {
      let finding = reproduced[id]?.finding ?? ""
      #expect(finding.contains(words), "\(id): \(words) is not in “\(finding)”")
    }
    #expect(shipped("2026-04-01").register.bodies(.integratedCareBoard).count == 36)
  }

  // MARK: In the texts

  static let folder = Shipped.folder.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/brief")

  static func lines(_ text: String) -> [String]? {
    let file = folder.appending(path: text.replacing("brief-", with: "") + ".txt")
    return (try? String(contentsOf: file, encoding: .utf8))?.components(separatedBy: "\n")
  }

  /// How a text may write a number.
  static func writings(of value: String) -> [String] {
    let words = [
      "1": "one", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven", "8": "eight",
      "10": "ten", "19": "nineteen",
    ]
    var found = [value] + [words[value]].compactMap { $0 }
    if let number = Int(value), number >= 1_000 { found += [Sentences.figure(number)] }
    if let number = Int(value), number % 1_000_000 == 0 { found += ["\(number / 1_000_000) million"] }
    if let month = Moment(value), value.count == 7 { found += [month.written] }
    if value == "1" { found.append("single") }
    return found
  }

  @Test(.enabled(if: lines("brief-001") != nil, "the texts are not beside the package; this test needs them"))
  func everyNumberStandsInTheLineThatIsNamed() throws {
    for (id, claim) in try ClaimsTests.claims() {
      let lines = try #require(ClaimsTests.lines(claim.text))
      let number = try #require(claim.line)
      let line = try #require(lines.indices.contains(number - 1) ? lines[number - 1] : nil, "\(id)")
      // The four executive roles are named and not counted.
      if id == "design-executives" {
        #expect(["Chief executive", "finance", "nursing", "medical director"].allSatisfy(line.contains))
        continue
      }
      let found = ClaimsTests.writings(of: claim.value).contains { writing in
        line.range(of: "(?<![\\w.,])\(writing)(?![\\w]|[.,]\\d)", options: [.regularExpression, .caseInsensitive])
          != nil
      }
      #expect(found, "\(id): \(claim.value) is not in line \(number) of \(claim.text)")
    }
  }

  @Test func aKeptTextGivesItsLine() throws {
    let block = Block(units: ["21", "21"], columns: [("text", .text(["42 ICSs became", "statutory."]))])
    let row = "text-1\t\t\tpublic\tderived\tbrief-001\tbrief-001\t\(Digest(of: block.encoded).hex)\t2"
    let snapshot = Snapshot(try Shipped.with(row), trueOn: day("2026-11-21"))
    let claims = try ClaimsAnswer(in: snapshot) { _ in block }.claims
    #expect(claims.first { $0.id == "claim.systems-statutory" }?.words == "42 ICSs became statutory.")
    #expect(claims.first { $0.id == "claim.first-wave" }?.words == nil)
    #expect(throws: NothingKept.self) { try ClaimsAnswer(in: snapshot) { _ in throw NothingKept() } }
  }

  // MARK: The first wave

  /// The eight of June 2017, each followed to the boards of today.
  @Test func theFirstWaveAreEightAndEachLeadsToABoard() {
    let register = shipped("2026-11-21").register
    let wave = register.everyBody(.accountableCareSystem)
    #expect(
      wave.map(register.name).sorted() == [
        "Blackpool and Fylde Coast", "Buckinghamshire", "Dorset", "Frimley Health and Care System",
        "Luton, with Milton Keynes and Bedfordshire",
        "Nottinghamshire", "South Yorkshire and Bassetlaw", "West Berkshire",
      ])
    for system in wave {
      #expect(register.existence(system)?.period.from == Moment("2017-06"))
      var reached: Set<ID<Body>> = [system]
      var edge = [system]
      while let next = edge.popLast() {
        for succession in register.successions(from: next) where reached.insert(succession.fact.successor).inserted {
          edge.append(succession.fact.successor)
        }
      }
      #expect(reached.contains { register.kind($0) == .integratedCareSystem }, "\(system)")
      #expect(reached.contains { register.kind($0) == .integratedCareBoard && register.exists($0) }, "\(system)")
    }
  }
}
