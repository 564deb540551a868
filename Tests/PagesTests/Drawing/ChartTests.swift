import Statistics
import Testing
import Vocabulary

// These stand in both rooms: the drawings are meant.
import enum Pages.Assurance
import struct Pages.ControlChart
import struct Pages.VariationIcon

@testable import Pages

private func text(_ part: some Part) -> String { String(decoding: written(part), as: UTF8.self) }

/// Numbers in the attributes that hold places and sizes.
private func places(_ text: String) -> [Double] {
  ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height"].flatMap { name in
    values(of: name, in: text).compactMap(Double.init)
  }
}

@Suite("Ticks") struct TicksTests {
  /// Worked by hand: multiples of 1, 2 or 5 that cover the range.
  @Test(
    arguments: [
      (0.0...10.0, [0, 2, 4, 6, 8, 10]), (70...85, [70, 75, 80, 85]), (71.3...84.7, [70, 75, 80, 85]),
      (-3...4, [-4, -2, 0, 2, 4]), (0...0.9, [0, 0.2, 0.4, 0.6, 0.8, 1]),
      (0...1_234_567, [0, 500_000, 1_000_000, 1_500_000]),
    ] as [(ClosedRange<Double>, [Double])])
  func areRoundAndCover(range: ClosedRange<Double>, values: [Double]) {
    #expect(Ticks(covering: range).values == values)
  }

  @Test func anyRangeHasFewOfThemInOrder() {
    var random = Seeded(3)
    for _ in 0..<4_000 {
      let sizes: [Double] = [1e-6, 1e-3, 1, 1e3, 1e6, 1e11]
      let size: Double = sizes.randomElement(using: &random) ?? 1
      let low = Double.random(in: -size...size, using: &random)
      let range = low...(low + Double.random(in: 0...size, using: &random))
      let ticks = Ticks(covering: range)
      #expect((2...12).contains(ticks.values.count), "\(range): \(ticks.values)")
      #expect(zip(ticks.values, ticks.values.dropFirst()).allSatisfy { $0 < $1 })
      let slack = max(range.upperBound.magnitude, range.lowerBound.magnitude) * 1e-8 + 1e-6
      #expect(ticks.range.lowerBound <= range.lowerBound + slack && ticks.range.upperBound >= range.upperBound - slack)
      let words = ticks.values.map { Figures.fixed($0, places: ticks.places) }
      #expect(Set(words).count == words.count, "\(words)")
    }
  }

  @Test func aSingleValueIsGivenRoom() {
    for value: Double in [0, 1, -5, 0.3, 1e11, -1e11] {
      let range = Ticks(covering: value...value).range
      #expect(range.lowerBound < value && value < range.upperBound)
    }
  }

  @Test func sharesAreWrittenAsPercent() {
    #expect(
      BarList.Writing.percent(places: 1).ticks(covering: 0.702...0.84).marks.map(\.words) == [
        "70%", "75%", "80%", "85%",
      ])
  }
}

@Suite("Scale") struct ScaleTests {
  @Test func isMonotoneAndStaysInside() {
    let scale = Scale(-3...9, from: 250, to: 10)
    let values = stride(from: -10.0, through: 20, by: 0.25).map { scale($0) }
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(values.allSatisfy { (10...250).contains($0) })
    #expect(scale(3) == 130)
    #expect(Scale(4...4, from: 0, to: 10)(4) == 5)
  }

  @Test func labelsKeepTheirDistanceAndTheirOrder() {
    var random = Seeded(5)
    for _ in 0..<500 {
      let wanted = (0..<6).map { _ in Double.random(in: 0...200, using: &random) }
      let places = Spread.apart(wanted, by: 15, within: 0...200)
      let order = wanted.indices.sorted { wanted[$0] < wanted[$1] }
      #expect(zip(order, order.dropFirst()).allSatisfy { places[$1] - places[$0] >= 14.999 })
      #expect(places.allSatisfy { (-0.001...200.001).contains($0) })
    }
    #expect(Spread.apart([50, 100], by: 15, within: 0...200) == [50, 100])
  }
}

@Suite("Control chart") struct ControlChartTests {
  @Test(arguments: Array(12...120)) func labelsNeverTouchAndPointsStayInTheFrame(count: Int) {
    let chart = ChartSamples.months(count)
    for breadth in Breadth.allCases {
      let frame = ControlChart.Frame(chart, breadth)
      let labels = frame.time.labels
      #expect((2...13).contains(labels.count), "\(count): \(labels.map(\.words))")
      for (a, b) in zip(labels, labels.dropFirst()) {
        let room = (frame.lettering.width(of: a.words) + frame.lettering.width(of: b.words)) / 2
        #expect(b.x - a.x > room, "\(count): \(a.words) touches \(b.words)")
      }
      #expect(frame.x.allSatisfy { frame.left <= $0 - frame.radius && $0 + frame.radius <= frame.right })
      #expect(zip(frame.x, frame.x.dropFirst()).allSatisfy { $0 < $1 })
      for point in chart.points { #expect((frame.top...frame.bottom).contains(frame.y(point.value ?? 0))) }
      for (a, b) in zip(frame.endLabels.map(\.y).sorted(), frame.endLabels.map(\.y).sorted().dropFirst()) {
        #expect(b - a >= 14.9)
      }
    }
  }

  @Test func monthsAreLabelledFromApril() {
    let frame = ControlChart.Frame(ChartSamples.control, .wide)
    #expect(
      frame.time.labels.map(\.words) == [
        "Apr 2022", "Oct 2022", "Apr 2023", "Oct 2023", "Apr 2024", "Oct 2024", "Apr 2025",
      ])
  }

  @Test func aMissingMonthIsAGapAndAMarkAndNeverANought() {
    let drawn = text(ChartSamples.control)
    #expect(drawn.contains("<title>April 2024: not known</title>"))
    let series = drawn.split(separator: "<path class=\"line-series\" d=\"")[1].prefix { $0 != "\"" }
    #expect(series.filter { $0 == "M" }.count == 2)
    #expect(ChartSamples.control.twin.rows[24].cells[1].text == "not known")
  }

  @Test func limitsStartAfreshAtAStep() {
    let drawn = text(ChartSamples.control)
    let mean = drawn.split(separator: "<path class=\"line-mean\" d=\"")[1].prefix { $0 != "\"" }
    #expect(mean.filter { $0 == "M" }.count == 2)
    #expect(ChartSamples.control.notes.map(\.sign) == ["1", "2", "A", "3"])
    #expect(drawn.contains("Limits start afresh: a new urgent treatment centre"))
  }

  @Test func everyKindOfPointHasItsShapeAndItsWord() {
    let points = Variation.allCases.map { ControlChart.Point($0.rawValue, 1, $0) }
    let chart = ControlChart(
      id: "c", title: "C", sentence: "C.", valueName: "V", writing: .whole, points: points)
    let drawn = text(chart)
    for variation in Variation.allCases { #expect(drawn.contains("\(variation.rawValue): 1, \(variation.term)<")) }
    // Usual, better, worse high and low, higher and lower.
    #expect(chart.key.entries.count == 6)
  }

  @Test(
    arguments: [
      [], [nil], [3], [5, 5, 5, 5], [-3, -8, -1], [1e15, 2], [.nan, 1, .infinity], [1e11, -1e11], [0, 0],
      [1e-7, 2e-7], [nil, 4, nil],
    ] as [[Double?]])
  func anySeriesIsDrawnOfNumbers(values: [Double?]) {
    let points = values.enumerated().map { index, value in
      ControlChart.Point(
        "Point \(index)", value, limits: .init(mean: value, lower: .nan, upper: value), target: value, plan: .nan)
    }
    let chart = ControlChart(
      id: "c", title: "C", sentence: "C.", valueName: "V", writing: .fixed(places: 1), points: points,
      events: [.note(at: 9, "Nowhere"), .step(at: 0, because: "a start")])
    for drawn in [text(chart), String(decoding: chart.file(), as: UTF8.self)] {
      #expect(!drawn.contains("nan") && !drawn.contains("inf") && !drawn.contains("Nowhere"))
      #expect(places(drawn).allSatisfy { (-1...800).contains($0) || drawn.contains("height=\"\($0)\"") })
    }
    #expect(chart.isTableOnly == values.allSatisfy { drawable($0) == nil })
  }

  @Test func crowdedFlagsStandInLanes() {
    let chart = ControlChart(
      id: "c", title: "C", sentence: "C.", valueName: "V", writing: .whole, points: ChartSamples.months(60).points,
      events: (20..<26).map { .note(at: $0, "Note") })
    for breadth in Breadth.allCases {
      let flags = ControlChart.Frame(chart, breadth).flags
      for (index, a) in flags.enumerated() {
        for b in flags[(index + 1)...] { #expect(abs(a.x - b.x) >= 20 || abs(a.y - b.y) >= 20) }
      }
    }
  }
}

@Suite("Other charts") struct OtherChartTests {
  @Test func labelsOfAFunnelCoverNeitherOneAnotherNorTheEdge() {
    for breadth in Breadth.allCases {
      let chart = ChartSamples.funnel
      let labels = chart.labels(FunnelChart.Plot(chart, breadth))
      let boxes = labels.map { Box(left: $0.x, top: $0.y - 10, width: $0.lettering.width(of: $0.words), height: 12) }
      for (index, a) in boxes.enumerated() {
        #expect(a.left >= 0 && a.left + a.width <= breadth.width)
        for b in boxes[(index + 1)...] { #expect(!a.meets(b)) }
      }
      #expect(labels.count == 4, "Board 12, and three beyond")
    }
  }

  @Test func noRankIsWrittenWithoutItsRange() {
    let drawn = text(ChartSamples.league)
    #expect(drawn.contains("3 (2 to 6)") && drawn.contains("1 (surely)") && drawn.contains("not ranked"))
    #expect(ChartSamples.league.twin.note == "Among the eight boards most like it by age and deprivation")
  }

  @Test func theLineOfDeprivationRunsFromEdgeToEdge() {
    let drawn = text(ChartSamples.slope)
    #expect(drawn.contains("line-fit") && drawn.contains("gap 12.4"))
    #expect(ChartSamples.slope.twin.foot.map { $0.cells[1].text } == ["61.2%", "73.6%"])
  }

  @Test func barsOfAgesStayOnTheirSide() {
    for rect in text(ChartSamples.pyramid).split(separator: "<rect").dropFirst() {
      let (x, width) = (values(of: "x", in: String(rect)), values(of: "width", in: String(rect)))
      #expect((Double(x.first ?? "0") ?? 0) >= 0)
      #expect((Double(x.first ?? "0") ?? 0) + (Double(width.first ?? "0") ?? 0) <= 720)
    }
  }

  @Test func everySignHasAWordAndAName() {
    let icons = Variation.allCases.map { text(VariationIcon($0)) } + Assurance.allCases.map { text(AssuranceIcon($0)) }
    #expect(Set(icons).count == 11)
    for icon in icons {
      let name = values(of: "aria-label", in: icon).first ?? ""
      let word = icon.split(separator: "</svg>\n").last?.prefix { $0 != "<" } ?? ""
      #expect(!word.isEmpty && name.lowercased().hasPrefix(word), "\(name) begins with \(word)")
    }
    // Without colour: the shapes alone differ.
    let shapes = icons.map { icon in values(of: "d", in: icon).joined() }
    #expect(Set(shapes).count == 11)
  }

  @Test func aSummaryHasARowForEachMeasureUnderItsHeading() {
    let drawn = text(ChartSamples.summary)
    #expect(drawn.components(of: "<th scope=\"row\">") == 72)
    #expect(drawn.components(of: "<th scope=\"rowgroup\"") == 6 && drawn.components(of: "not judged") == 2)
    #expect(!text(IconSummary(id: "e", title: "", sentence: "None.", groups: [.init("x", [])])).contains("<table"))
  }

  @Test func theGridPlacesEachMeasureOnce() {
    let drawn = text(ChartSamples.grid)
    #expect(drawn.components(of: "cell-better") == 4 && drawn.components(of: "cell-worse") == 4)
    #expect(drawn.components(of: "cell-mixed") == 4 && drawn.components(of: "Category 2 ambulance") == 1)
  }
}

@Suite("Charts as files") struct ChartFileTests {
  @Test func needNothingElse() {
    for chart in ChartSamples.all() {
      let file = String(decoding: chart.file(source: hostile), as: UTF8.self)
      #expect(file.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""))
      #expect(file.contains("<title") && file.contains("<desc") && file.contains("<style>"))
      #expect(
        !file.contains("<script") && !file.contains("href") && !file.contains("\u{202E}") && !file.contains("var("))
      let ids = values(of: "id", in: file)
      #expect(Set(ids).count == ids.count)
      let worn = Set(values(of: "class", in: file).flatMap { $0.split(separator: " ").map(String.init) })
      for name in worn { #expect(ChartStyle.light.description.contains(".\(name)"), "\(chart.title): \(name)") }
    }
  }

  @Test func haveTheLightColoursOfTheStyleSheet() {
    let colours = ChartStyle.light.description.split(separator: "#").dropFirst().map { "#" + $0.prefix(6) }
    for colour in colours { #expect(styleSheet.contains("\(colour);"), "\(colour)") }
  }

  @Test func escapeWhatTheyAreTold() {
    let chart = ControlChart(
      id: "h", title: hostile, sentence: hostile, valueName: hostile, writing: .whole,
      points: [.init(hostile, 1), .init(hostile, 2)], events: [.note(at: 0, hostile), .step(at: 1, because: hostile)])
    for drawn in [text(chart), String(decoding: chart.file(), as: UTF8.self)] {
      #expect(!drawn.contains("<script") && !drawn.contains("\u{202E}") && !drawn.contains("\0"))
      #expect(drawn.contains("&lt;script&gt;"))
    }
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
