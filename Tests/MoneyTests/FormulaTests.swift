import Foundation
import Money
import Testing

@Suite("The weighted-capitation formula")
struct FormulaTests {
  private static let formula = Result { try CapitationFormula(.shipped(for: "2018-19")) }

  /// A practice whose every figure is published, with its target in thousands of pounds.
  private static let worked = CapitationUnit<Registered>(
    "A83005", population: 11_832,
    need: Need([
      .generalAndAcute: 14_223.289_062_5, .community: 14_635.094_726_562_5, .mentalHealth: 13_431.027_343_75,
      .maternity: 10_383.470_703_125, .prescribing: 13_719.485_351_562_5, .inequalities: 14_287.391_263_746_174,
    ]), costs: .init(marketForces: 0.944_639_027_118_682_9, emergencyAmbulance: 0.997_954_249_382_019))

  @Test("A practice worked by hand comes out step by step")
  func workedExample() throws {
    let target = try Self.formula.get().target(of: Self.worked)
    #expect(near(target.hospitalNeed, 13_971.007_287_700_688, relative: 1e-12))
    #expect(near(target.costFactor, 0.942_707, relative: 1e-6))
    #expect(near(target.hospitalBlock, 14_661.687, relative: 1e-7))
    #expect(near(target.prescribingBlock, 2_083.821, relative: 1e-6))
    #expect(target.inequalitiesBlock == 0)
    #expect(near(target.target, 16_745.507_963_008_557, relative: 1e-12))
    #expect(near(target.weightedPopulation, 13_335.857_050_709_972, relative: 1e-9))
    #expect(near(target.needIndex, 1.127_100_832_5, relative: 1e-9))
  }

  @Test("Each of 7,325 practices has its published target", .needsPublishedFiles)
  func everyPractice() throws {
    let rows = try Published.core.get()
    let targets = try Self.formula.get().targets(of: Published.practices.get())
    #expect(rows.count == 7325)
    var worst = 0.0
    for (row, target) in zip(rows, targets) {
      for (figure, column) in [
        (target.hospitalNeed, "WP_HCHS"), (target.beforeRemoteness, "Target_exc_remote_£k"),
        (target.target, "Target_inc_remote_£k"), (target.weightedPopulation, "WP_Overall"),
        (target.needIndex, "Need_index"),
      ] {
        let published = try row.figure(column)
        worst = max(worst, abs(figure - published) / published)
      }
    }
    #expect(worst < 1e-9)
  }

  @Test("The targets of the 42 systems are the published sums", .needsPublishedFiles)
  func systems() throws {
    let rows = try Published.core.get()
    let targets = try Self.formula.get().targets(of: Published.practices.get())
    var sums: [String: Double] = [:]
    for (row, target) in zip(rows, targets) { sums[row["STP21"] ?? "", default: 0] += target.target }
    let published = try Published.rows("fixture_core_formula_2018_19_stp.csv")
    #expect(published.count == 42 && sums.count == 42)
    for row in published {
      let sum = try #require(sums[row["STP21"] ?? ""])
      #expect(near(sum, try row.figure("Target_inc_remote_£k"), relative: 1e-9))
    }
    #expect(near(sums.values.reduce(0, +), 74_185_184.232, relative: 1e-9))
  }

  @Test("The index of a place within its system is the one NHS England prints", .needsPublishedFiles)
  func placeIndex() throws {
    let rows = try Published.core.get()
    let units = try Published.practices.get()
    let targets = try Self.formula.get().targets(of: units)
    // Greater Manchester (QOP), place 11: the practices of the former group 00T.
    func index(_ column: String?, _ isIn: ([String: String]) -> Bool) throws -> Double {
      var people = 0.0
      var weighted = 0.0
      for ((row, unit), target) in zip(zip(rows, units), targets) where isIn(row) {
        people += unit.population
        weighted += try column.map { try row.figure($0) } ?? target.weightedPopulation
      }
      return weighted / people
    }
    for (column, printed) in [
      ("WP_G&A", 1.004_425_799_3), ("WP_CS", 1.029_173_464_9), ("WP_MH", 0.952_359_386_8),
      ("WP_Mat", 1.038_633_189_3), ("WP_HCHS", 0.999_346_249_0), ("WP_Presc", 1.026_295_512_1),
      ("WP_AM", 0.981_133_427_6), (nil, 0.996_876_974_2),
    ] {
      let place = try index(column) { $0["CCG"] == "00T" }
      let system = try index(column) { $0["STP21"] == "QOP" }
      #expect(near(place / system, printed, relative: 1e-9), "\(column ?? "overall")")
    }
  }

  @Test(
    "Primary medical care is 85 parts need and 15 avoidable deaths, as published for each practice",
    .needsPublishedFiles,
    arguments: [("wp_2023_24.csv", "2023-24", 2e-10), ("wp_2025_26.csv", "2025-26", 1e-5)])
  func primaryMedical(file: String, year: String, limit: Double) throws {
    let formula = try CapitationFormula(.shipped(for: year))
    let rows = try Published.rows(file)
    #expect(rows.count > 6000)
    for row in rows {
      let unit = CapitationUnit<Registered>(
        row["Practice_Code"] ?? "", population: 1,
        need: Need([
          .primaryMedical: try row.figure("Primary Medical Care WP"), .inequalities: try row.figure("Health Ineq WP"),
        ]))
      let target = try #require(formula.primaryMedical(of: unit))
      let published = try row.figure("Final PMC WP")
      guard abs(target - published) <= limit * max(1, published) else {
        Issue.record("\(unit.code): \(target) is not \(published)")
        return
      }
    }
  }

  @Test("Primary medical care of the 42 boards of 2022/23 comes out within a tenth of a head", .needsPublishedFiles)
  func primaryMedicalOfBoards() throws {
    let formula = try CapitationFormula(.shipped(for: "2022-23"))
    let boards = try Published.rows("icb_weighted_populations_2022_26.csv").filter { $0["year"] == "2022/23" }
    #expect(boards.count == 42)
    for row in boards {
      let unit = CapitationUnit<Registered>(
        row["ICB"] ?? "", population: 1,
        need: Need([
          .primaryMedical: try row.figure("Primary Medical Care WP"), .inequalities: try row.figure("Health Ineq WP"),
        ]))
      #expect(abs(try #require(formula.primaryMedical(of: unit)) - (try row.figure("Final PMC WP"))) < 0.1)
    }
  }

  @Test(
    "The weights of boards leave only costs unexplained, and those within the bounds that were found",
    .needsPublishedFiles, arguments: [("2022/23", 0.99...1.02), ("2023/24", 0.944...1.116), ("2025/26", 0.94...1.12)])
  func boards(year: String, costs: ClosedRange<Double>) throws {
    let formula = try CapitationFormula(.shipped(for: year))
    let rows = try Published.rows("icb_weighted_populations_2022_26.csv").filter { $0["year"] == year }
    #expect(rows.count == 42)
    for row in rows {
      let unit = CapitationUnit<Registered>(
        row["ICB"] ?? "", population: try row.figure("pop"),
        need: Need([
          .generalAndAcute: try row.figure("G&A WP"), .community: try row.figure("CS WP"),
          .mentalHealth: try row.figure("MH WP"), .maternity: try row.figure("Mat WP"),
          .prescribing: try row.figure("Prescr WP"), .inequalities: try row.figure("Health Ineq WP"),
          .primaryMedical: try row.figure("Primary Medical Care WP"),
        ]))
      let target = formula.target(of: unit)
      let unscaled = target.prescribingBlock + target.inequalitiesBlock
      #expect(costs.contains((try row.figure("Final WP") - unscaled) / target.hospitalBlock), "\(unit.code)")
    }
  }

  @Test("Remoteness adds the published sums to seven places", .needsPublishedFiles)
  func remoteness() throws {
    let formula = try CapitationFormula(.shipped(for: "2018-19"))
    var sums: [String: Double] = [:]
    for row in try Published.core.get() {
      sums[row["CCG"] ?? "", default: 0] += formula.remoteness(of: try row.figure("GP_pop"), in: row["CCG"] ?? "")
    }
    let published = [
      "01H": 9.190, "01K": 6.281, "10L": 5.312, "99P": 3.985, "05F": 3.415, "03T": 3.019, "03M": 2.854,
    ]
    for (place, millions) in published { #expect(abs((sums[place] ?? 0) / 1000 - millions) < 0.0005, "\(place)") }
    #expect(sums.count { $0.value > 0 } == 7)
  }

  @Test("A figure that is missing is named and no target is made up")
  func missing() throws {
    let formula = try Self.formula.get()
    let unit = CapitationUnit<Registered>("X1", population: 100, need: Need([.generalAndAcute: 100]))
    let error = #expect(throws: MoneyError.self) { try formula.targets(of: [unit]) }
    #expect(
      error?.message == "X1 has no figure for community services, mental health services, maternity services, "
        + "prescribing, health inequalities, which the parameters of 2018-19 need")
    let nobody = CapitationUnit<Registered>("X2", population: 0, need: Self.worked.need)
    #expect(#expect(throws: MoneyError.self) { try formula.targets(of: [nobody]) }?.message.contains("X2") == true)
    #expect(formula.primaryMedical(of: unit) == nil)
  }
}

@Suite("Parameters of the formula")
struct ParameterTests {
  @Test("The program carries exactly the tables of the folder")
  func embedded() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Money/data")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(ShippedParameters.files.map(\.name) == names)
    for file in ShippedParameters.files {
      #expect(file.text == (try String(contentsOf: folder.appending(path: file.name), encoding: .utf8)))
    }
  }

  @Test(
    "A year finds its set, and one without parameters is told which there are",
    arguments: [("2018-19", "2018-19"), ("2024/25", "2023-24"), ("2025-26", "2025-26")])
  func years(year: String, set: String) throws {
    #expect(try FormulaParameters.shipped(for: year).id == set)
    let error = #expect(throws: MoneyError.self) { try FormulaParameters.shipped(for: "2030-31") }
    #expect(error?.message.contains("2018-19, 2022-23, 2023-24, 2024-25, 2025-26") == true)
  }

  @Test("Every parameter has a status and a source; only what was decided is called official")
  func marked() throws {
    for set in try FormulaParameters.shipped() {
      _ = try CapitationFormula(set)
      for parameter in set.all {
        #expect(!parameter.source.isEmpty)
        #expect(parameter.status == .assumed || parameter.address.hasPrefix("https://"))
        #expect(parameter.status != .official || !parameter.key.rawValue.hasPrefix("weight."))
      }
    }
  }

  @Test(
    "A damaged table is refused with its file and line",
    arguments: [
      ("parameters.tsv", "0.7443451385104918", "much", "parameters.tsv, line 2, column value: 'much' is no number"),
      ("parameters.tsv", "board-2013", "nobody", "column source: 'nobody' is not in sources.tsv"),
      ("parameters.tsv", "weight.community", "weight.general-and-acute", "stands in the set 2018-19 twice"),
      ("sets.tsv", "\twithin-blocks", "\twithin-blocks\tmore", "sets.tsv, line 2: there are 6 cells for 5 columns"),
      ("remoteness.tsv", "per_head", "each", "remoteness.tsv, line 1: the columns must be"),
    ])
  func damaged(file: String, text: String, replacement: String, message: String) {
    let files = ShippedParameters.files.map { shipped in
      guard shipped.name == file, let range = shipped.text.range(of: text) else { return shipped }
      return ShippedParameters.File(name: file, text: shipped.text.replacingCharacters(in: range, with: replacement))
    }
    #expect(files != ShippedParameters.files)
    let error = #expect(throws: MoneyError.self) { try FormulaParameters.read(files) }
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }
}
