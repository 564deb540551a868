import Register
import Testing
import Vocabulary

@testable import Answers

@Suite struct BodiesAnswerTests {
  @Test(arguments: [
    ("2022-06-30", 0), ("2022-07-01", 42), ("2026-03-31", 42), ("2026-04-01", 36), ("2027-01-01", 36),
  ])
  func boardsOnADay(_ on: String, _ count: Int) {
    #expect(BodiesAnswer(.integratedCareBoard, in: shipped(on)).bodies.count == count)
  }

  @Test(arguments: [
    (
      "2022-07-01",
      [
        "Midlands": 11, "South West": 7, "East of England": 6, "South East": 6, "London": 5,
        "North East and Yorkshire": 4, "North West": 3,
      ]
    ),
    (
      "2026-04-01",
      [
        "Midlands": 11, "South West": 7, "East of England": 3, "South East": 4, "London": 4,
        "North East and Yorkshire": 4, "North West": 3,
      ]
    ),
  ])
  func boardsByRegion(_ on: String, _ expected: [String: Int]) {
    for kind in [BodyKind.integratedCareBoard, .integratedCarePartnership, .integratedCareSystem] {
      let regions = BodiesAnswer(kind, in: shipped(on)).regions
      let counts = Dictionary(uniqueKeysWithValues: regions.map { ($0.region?.name ?? "none", $0.count) })
      #expect(counts == expected, "\(kind)")
      #expect(regions.map { $0.region?.name ?? "" } == expected.keys.sorted())
    }
  }

  @Test func sevenRegions() { #expect(BodiesAnswer(.nhsRegion, in: shipped("2026-04-01")).bodies.count == 7) }

  @Test func partialDatesAreNeitherCountedNorHidden() {
    let answer = BodiesAnswer(.clinicalCommissioningGroup, in: shipped("2021-04-10"))
    #expect(answer.bodies.count == 9)
    #expect(answer.uncertain.count == 97)
    #expect(
      answer.sentence
        == "On 10 April 2021 the record shows nine clinical commissioning groups. 97 more may have existed: their dates are known only in part."
    )
    #expect(BodiesAnswer(.clinicalCommissioningGroup, in: shipped("2021-05-01")).bodies.count == 106)
  }

  @Test func aBoardCarriesItsCodesWithTheirDates() throws {
    let boards = BodiesAnswer(.integratedCareBoard, in: shipped("2022-07-01")).bodies
    let frimley = try #require(boards.first { $0.id == "icb.frimley" })
    #expect(frimley.name == "NHS Frimley Integrated Care Board")
    #expect(frimley.codes.map(\.code) == ["QNQ", "E54000034"])
    #expect(frimley.until.text == "2026-04-01")
    #expect(frimley.standing == .statutory)
    #expect(frimley.region?.name == "South East")
    let all = try json(boards)
    #expect(all.hasPrefix("["))
    #expect(all.contains(#""until" : null"#))
  }

  @Test func noPartnershipCanOwnADecision() {
    for text in ["2016-12-31", "2021-06-01", "2022-07-01", "2026-04-01"] {
      for kind in [
        BodyKind.integratedCarePartnership, .integratedCareSystem, .placePartnership, .cluster,
        .sustainabilityAndTransformationPartnership, .accountableCareSystem,
      ] {
        let answer = BodiesAnswer(kind, in: shipped(text))
        for entry in answer.bodies + answer.uncertain {
          #expect(entry.legalForm?.isLegalPerson == false, "\(entry.id)")
        }
      }
    }
  }
}
