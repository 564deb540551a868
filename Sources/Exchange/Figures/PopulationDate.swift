internal import Vocabulary

/// The day on which people were counted, and on what ground it is concluded.
///
/// A file of small areas by single year of age does not say its year. The grounds, strongest first: the population
/// of England it adds up to, where that is known; a year in a heading; a year in the file's name. With none of them
/// the file is refused. Broad age bands of the small areas of 2021 are the Census of 21 March 2021.
struct PopulationDate {
  let day: Day
  let label: String
  let isCensus: Bool
  let notes: [String]

  private static let census = Day(year: 2021, month: 3, day: 21) ?? .distantPast

  static func conclude(
    areas: SmallAreas, isCensus: Bool, people: Double, headings: Headings, file: InputFile
  ) throws(ImportError) -> PopulationDate {
    let named = year(in: file.name)
    let written = Decimals.grouped(people)
    if isCensus, areas == .lsoa21, named == nil || named == 2021 {
      return PopulationDate(
        day: census, label: "2021 census", isCensus: true,
        notes: [
          "broad ages of the small areas of 2021 are those of the Census of 21 March 2021; its counts are"
            + " perturbed cell by cell against disclosure, so totals differ a little from those published for larger"
            + " areas (these add up to \(written))"
        ])
    }
    if people == 56_550_138 {
      return try midYear(2020, "its people add up to \(written), the published population of England")
    }
    if let year = headings.names.compactMap({ $0.count > 4 ? Self.year(in: $0) : nil }).first, year > 2021 {
      return try midYear(year, "a heading says so")
    }
    if let named {
      return try midYear(named, "the file's name says so; nothing in the file confirms it")
    }
    throw ImportError(
      "\(file.name) does not say in which year its people were counted; put the year in its name, for example"
        + " population-mid-2022.csv")
  }

  private static func midYear(_ year: Int, _ ground: String) throws(ImportError) -> PopulationDate {
    guard let day = Day(year: year, month: 6, day: 30) else { throw ImportError("\(year) is no year") }
    return PopulationDate(
      day: day, label: "mid-\(year)", isCensus: false,
      notes: ["the estimates are for 30 June \(year): \(ground)"])
  }

  /// The one year from 1991 on written in a text as four digits on their own; `2011` and `2021` in the name of a
  /// generation of small areas are not taken for one.
  private static func year(in text: String) -> Int? {
    let folded = text.lowercased()
    var years: Set<Int> = []
    for run in folded.split(whereSeparator: { !$0.isNumber }) where run.count == 4 {
      guard let year = Int(run), (1991...2199).contains(year) else { continue }
      let before = folded[..<run.startIndex].filter { $0.isLetter || $0.isNumber }
      if before.hasSuffix("lsoa") { continue }
      years.insert(year)
    }
    return years.count == 1 ? years.first : nil
  }
}
