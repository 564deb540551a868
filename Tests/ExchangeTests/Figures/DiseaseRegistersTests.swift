import Chronicle
import Measures
import Testing
import Vocabulary

@testable import Exchange

@Suite("Disease registers")
struct DiseaseRegistersTests {
  let reader = DiseaseRegistersReader()
  static let name = "PREVALENCE_2021_v2.csv"

  static let sheet = Sheet(
    "PRACTICE_CODE|GROUP_CODE|REGISTER|PATIENT_LIST_TYPE|PRACTICE_LIST_SIZE",
    [
      "A81001|AF|95|TOTAL|4098", "A81001|AST|333|06OV|3852", "A81001|CAN|120|TOTAL|4098",
      "A81002|AF|500|TOTAL|19900", "A81002|AST|1400|06OV|18800", "A81002|CAN|700|TOTAL|19900",
    ])

  @Test("2020/21: 6,571 practices, 21 conditions, each out of its own list", .needsPublishedFiles)
  func published() throws {
    let file = try Published.file("gp/PREVALENCE_2021_v2.csv")
    #expect(try Readers.recognise(file).format == reader.format)
    let reading = try reader.read(file, register: .blank)
    #expect(reading.rowsRead == 137_991 && reading.refused.isEmpty)
    #expect(reading.figures.count == 27 && reading.figures.allSatisfy { $0.block.count == 6_571 })
    #expect(Set(reading.figures.map(\.label)) == ["2020/21"])
    #expect(reading.figures[0].period == period("2020-04-01", "2021-04-01"))
    func sum(_ measure: String) -> Double? {
      reading.figures.first { $0.columns[0].measure.text == measure }?.block.sum("value")
    }
    // Sums of the file's columns by an independent script.
    #expect(sum("disease-register.dm") == 3_491_868 && sum("population.registered.aged-17-and-over") == 49_122_259)
    #expect(sum("disease-register.dep") == 5_955_865 && sum("population.registered") == 60_716_244)
    let diabetes = try #require(reading.definitions.first { $0.subject.text == "disease-register.dm.prevalence" })
    #expect(diabetes.denominator == "population.registered.aged-17-and-over")
    #expect(Set(reading.definitions) == Set(reader.measures + [Catalogue.registeredPopulation]))
  }

  @Test("every variant gives the same figures", arguments: sheet.variants)
  func variant(_ name: String, _ text: String) throws {
    #expect(try reader.recognise(.text(text)) == .yes)
    let reading = try outcome(reader, text, name: Self.name).get()
    #expect(
      reading.figures.map(\.columns[0].measure.text) == [
        "population.registered.aged-6-and-over", "population.registered", "disease-register.af",
        "disease-register.ast", "disease-register.can",
      ])
    #expect(reading.figures[1].block.numbers["value"] == [4_098, 19_900])
    #expect(reading.figures[3].block.numbers["value"] == [333, 1_400])
  }

  @Test(
    "the year is that of the name or before the publication, or the file is refused",
    arguments: [
      ("PREVALENCE_2021_v2.csv", nil, "2020/21"), ("PREVALENCE_2324.csv", nil, "2023/24"),
      ("qof-2022-23-prevalence.csv", nil, "2022/23"), ("PREVALENCE.csv", Moment("2024-08-29"), "2023/24"),
      ("PREVALENCE_2021.csv", Moment("2022-09-29"), "2021/22"),
    ] as [(String, Moment?, String)])
  func year(_ name: String, _ published: Moment?, _ label: String) throws {
    let reading = try outcome(reader, Self.sheet.csv(), name: name, published: published).get()
    #expect(reading.figures.allSatisfy { $0.label == label })
  }

  @Test("a condition that is new keeps its code")
  func newCondition() throws {
    let text = Self.sheet.replacing("GROUP_CODE", "CAN", by: "NEW").csv()
    let reading = try outcome(reader, text, name: Self.name).get()
    #expect(reading.figures.last?.columns[0].measure.text == "disease-register.new")
    #expect(reading.notes.contains { $0.contains("what NEW stands for is not known here") })
  }

  @Test(
    "what cannot be trusted is refused, with the reason",
    arguments: [
      (sheet, "prevalence.csv", "does not say of which year its registers are"),
      (sheet.setting(0, "PRACTICE_CODE", "QE1"), name, "'QE1' is not the code of a practice"),
      (sheet.setting(0, "PATIENT_LIST_TYPE", "99OV"), name, "the list type '99OV' is none of"),
      (sheet.setting(3, "PATIENT_LIST_TYPE", "18OV"), name, "AF is counted out of 18OV here"),
      (sheet.setting(2, "PRACTICE_LIST_SIZE", "4099"), name, "A81001 stands on line 4 too, with other figures"),
    ])
  func refused(_ sheet: Sheet, _ name: String, _ reason: String) throws {
    #expect(try outcome(reader, sheet.csv(), name: name).refusal.contains(reason))
  }
}
