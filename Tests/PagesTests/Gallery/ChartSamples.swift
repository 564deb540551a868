import Pages
import Statistics
import Vocabulary

// These stand in both rooms: the drawings are meant.
import enum Pages.Assurance
import struct Pages.ControlChart
import struct Pages.VariationIcon

/// One of each chart, with figures that could be real.
enum ChartSamples {
  /// Months from April 2022.
  static func month(_ index: Int) -> (label: String, day: Day?) {
    let month = (index + 3) % 12 + 1
    let year = 2022 + (index + 3) / 12
    return ("\(Day.monthNames[month - 1]) \(year)", Day(year: year, month: month, day: 1))
  }

  static let downloads = [
    NamedLink("CSV", Link(path: ["chart.csv"])), NamedLink("SVG", Link(path: ["chart.svg"])),
  ]

  /// Forty months with a step change, a missing month, a plan and provisional values.
  static let control: ControlChart = {
    let values: [Double?] = [
      82.9, 84.1, 83.8, 81.4, 84.7, 83.4, 81.0, 81.4, 76.0, 82.5, 82.1, 83.2, 83.1, 83.1, 76.2, 75.7, 75.8, 72.2, 70.5,
      70.0, 70.2, 71.4, 71.4, 74.8, nil, 75.0, 75.7, 75.1, 74.3, 73.9, 72.7, 70.8, 70.4, 72.8, 71.4, 74.8, 74.9, 74.8,
      76.0, 76.1,
    ]
    let points = values.enumerated().map { index, value in
      let time = month(index)
      let variation: Variation =
        switch index {
        case 8: .concernLow
        case 17...22: .concernLow
        case 35...: .improvementHigh
        default: .commonCause
        }
      return ControlChart.Point(
        time.label, day: time.day, value.map { $0 / 100 }, variation,
        limits: index < 14
          ? .init(mean: 0.822, lower: 0.769, upper: 0.875, nearLower: 0.787, nearUpper: 0.857)
          : .init(mean: 0.736, lower: 0.698, upper: 0.774, nearLower: 0.711, nearUpper: 0.761),
        target: index < 24 ? 0.76 : 0.78, plan: index < 24 ? nil : 0.74 + Double(index - 24) * 0.003,
        isProvisional: index > 37, isExcluded: index == 4)
    }
    return ControlChart(
      id: "control", title: "Seen within four hours in A&E",
      sentence:
        "The last five months are better than chance would explain, but 78% lies above the limits, so the target will not be met as things are.",
      valueName: "Seen within four hours", writing: .percent(places: 1), points: points,
      events: [
        .step(at: 14, because: "a new urgent treatment centre opened beside the hospital."),
        .note(at: 8, "Twelve days of strikes."), .note(at: 9, "Flu at its peak."),
        .note(at: 33, "The way of counting changed; see the source."),
      ], bounds: 0...1, downloads: downloads)
  }()

  /// A series of this many months, with limits of its own.
  static func months(_ count: Int) -> ControlChart {
    var random = Seeded(7)
    let points = (0..<count).map { index in
      let time = month(index)
      let value = 4_200 + Double.random(in: -350...350, using: &random)
      return ControlChart.Point(
        time.label, day: time.day, value,
        value > 4_500 ? .neutralHigh : value < 3_900 ? .neutralLow : .commonCause,
        limits: .init(mean: 4_200, lower: 3_700, upper: 4_700))
    }
    return ControlChart(
      id: "months-\(count)", title: "Referrals each month over \(count) months",
      sentence: "Referrals go up and down about 4,200 a month, and are neither better nor worse for it.",
      valueName: "Referrals", writing: .whole, points: points)
  }

  static let summary: IconSummary = {
    let names = [
      "Seen within four hours in A&E", "Category 2 ambulance response", "Waiting no longer than 18 weeks",
      "Faster diagnosis of cancer", "Treatment of cancer within 62 days", "Diagnostic tests within six weeks",
      "Dementia diagnosis rate", "Inpatients with a learning disability", "Talking therapies: reliable recovery",
      "Appointments with a GP within two weeks", "Hypertension treated to target", "Staff sickness absence",
    ]
    let groups = ["Urgent care", "Planned care", "Cancer", "Mental health", "Primary care", "People"]
    var index = 0
    return IconSummary(
      id: "summary", title: "How it is going, August 2025",
      sentence: "Of 72 measures, 21 are better and 20 worse than chance would explain; 17 will not meet their target.",
      groups: groups.map { group in
        .init(
          group,
          names.map { name in
            defer { index += 1 }
            let variation = Variation.allCases[index % 7]
            let values = (0..<24).map { month -> Double? in
              let step = (month * 7 + index * 3) % 11
              return month == 9 && index % 5 == 0 ? nil : 0.7 + 0.004 * Double(step)
            }
            return .init(
              name, link: Fixtures.board(name), date: "August 2025", value: values[23],
              target: index % 4 == 3 ? nil : 0.72, variation: index == 5 ? nil : variation,
              assurance: index == 5 ? nil : Assurance.allCases[index % 4], mean: 0.72, lower: 0.69, upper: 0.75,
              writing: .percent(places: 1), series: values,
              seriesSentence:
                "From \(Figures.percent(values[0] ?? 0)) to \(Figures.percent(values[23] ?? 0)) over two years",
              badges: index % 9 == 1 ? [.provisional] : [])
          })
      }, downloads: downloads)
  }()

  static let grid = QuartileGrid(
    id: "grid", title: "Where Frimley stands among the 42 boards, and which way it moved",
    sentence:
      "Three of eight measures are in the better half and not falling; two are in the worse half and not rising.",
    items: [
      .init("Seen within four hours in A&E", link: Fixtures.board("a"), quartile: 2, .improved),
      .init("Faster diagnosis of cancer", link: Fixtures.board("b"), quartile: 1, .maintained),
      .init("Dementia diagnosis rate", link: Fixtures.board("c"), quartile: 1, .maintained),
      .init("Category 2 ambulance response", link: Fixtures.board("d"), quartile: 3, .improved),
      .init("Waiting no longer than 18 weeks", link: Fixtures.board("e"), quartile: 4, .deteriorated),
      .init("Staff sickness absence", quartile: 3, .maintained),
      .init("Diagnostic tests within six weeks", quartile: 2, .deteriorated),
    ],
    unplaced: [NamedLink("Talking therapies", Fixtures.board("f"))], downloads: downloads)

  static let funnel: FunnelChart = {
    var random = Seeded(11)
    let overall = 0.082
    func spread(_ denominator: Double) -> Double { (overall * (1 - overall) / denominator).squareRoot() }
    var points = (1...38).map { index in
      let denominator = 300 + Double.random(in: 0...1, using: &random) * 5_200
      let value = overall + Double.random(in: -1.7...1.7, using: &random) * spread(denominator)
      return FunnelChart.Point("Board \(index)", outOf: denominator, value, .within, isChosen: index == 12)
    }
    points += [
      .init("Lancashire and South Cumbria", outOf: 3_980, 0.101, .beyond998),
      .init("Cornwall and the Isles of Scilly", outOf: 1_210, 0.063, .beyond95),
      .init("Surrey Heartlands", outOf: 2_400, 0.056, .beyond998),
      .init("A board that sent nothing", outOf: nil, nil, .within),
    ]
    return FunnelChart(
      id: "funnel", title: "Readmissions within 30 days, by board",
      sentence: "Two boards lie beyond what chance would explain, one above and one below; Board 12 does not.",
      valueName: "Readmitted", denominatorName: "Discharges", writing: .percent(places: 1), points: points,
      limits: stride(from: 60.0, through: 6_000, by: 60).map { denominator in
        let unit = spread(denominator)
        return .init(
          outOf: denominator, lower95: overall - 1.96 * unit, upper95: overall + 1.96 * unit,
          lower998: overall - 3.09 * unit, upper998: overall + 3.09 * unit)
      }, overall: (name: "England", value: overall), downloads: downloads)
  }()

  static let league = LeagueChart(
    id: "league", title: "Hypertension treated to target",
    sentence: "Frimley is third of eight like it, and could as well be anywhere from second to sixth.",
    valueName: "Treated to target", among: "the eight boards most like it by age and deprivation",
    writing: .percent(places: 1),
    items: [
      .init("Gloucestershire", 0.742, likely: 0.736...0.748, rank: .init(1, likely: 1...1)),
      .init(
        "Buckinghamshire, Oxfordshire and Berkshire West", 0.721, likely: 0.716...0.726, rank: .init(2, likely: 2...4)),
      .init("Frimley", 0.714, likely: 0.706...0.722, rank: .init(3, likely: 2...6), isChosen: true),
      .init("Surrey Heartlands", 0.711, likely: 0.705...0.717, rank: .init(4, likely: 2...6)),
      .init("Dorset", 0.709, likely: 0.702...0.716, rank: .init(5, likely: 3...6)),
      .init("Hertfordshire and West Essex", 0.706, likely: 0.701...0.711, rank: .init(6, likely: 4...6)),
      .init("Sussex", 0.684, likely: 0.679...0.689, rank: .init(7, likely: 7...7)),
      .init("Somerset", nil, likely: nil, rank: nil),
    ], reference: (name: "England", value: 0.698), downloads: downloads)

  static let slope = SlopeChart(
    id: "slope", title: "Hypertension treated to target, by deprivation",
    sentence: "From the most to the least deprived end, 12.4 in a hundred more are treated to target.",
    valueName: "Treated to target", writing: .percent(places: 1),
    groups: [
      .init(0.623, likely: 0.604...0.642), .init(0.654, likely: 0.641...0.667), .init(0.671, likely: 0.660...0.682),
      .init(0.702, likely: 0.693...0.711), .init(0.724, likely: 0.717...0.731),
    ], fit: .init(mostDeprived: 0.612, leastDeprived: 0.736, gap: "gap 12.4 points"), downloads: downloads)

  static let pyramid: AgePyramid = {
    let female = [
      20_100, 21_900, 23_400, 22_800, 20_700, 22_900, 26_100, 29_000, 30_200, 28_700, 29_500, 29_100, 25_800, 21_000,
      18_300,
      17_600, 12_400, 8_100, 6_300,
    ]
    return AgePyramid(
      id: "pyramid", title: "People of Frimley by age", sentence: "Fewer people in their twenties than in England.",
      writing: .whole, sides: ["Women and girls", "Men and boys"],
      bands: female.enumerated().map { index, count in
        let name = index == 18 ? "90 and over" : "\(index * 5) to \(index * 5 + 4)"
        let men = Double(count) * (1.05 - Double(index) * 0.016)
        return .init(
          name, [Double(count), men.rounded()],
          against: [Double(count) * (index == 4 || index == 5 ? 1.2 : 0.97), men * 1.01])
      }, against: "England, scaled", downloads: downloads)
  }()

  static func all() -> [any Chart] { [control, months(120), funnel, league, slope, pyramid] }
}
