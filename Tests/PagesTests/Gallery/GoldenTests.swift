import Foundation
import Pages
import Testing

/// Compares what is written with the file of last time.
///
/// Set `CONCORDAT_UPDATE_GOLDEN` to write the files anew, then look at the differences before committing them.
func expectGolden(
  _ bytes: [UInt8], _ name: String, at location: SourceLocation = #_sourceLocation
) throws {
  let file = Fixtures.folder.appending(path: "Golden/\(name)")
  if ProcessInfo.processInfo.environment["CONCORDAT_UPDATE_GOLDEN"] != nil {
    try Data(bytes).write(to: file)
  }
  let golden = try Data(contentsOf: file)
  let isSame = golden.elementsEqual(bytes)
  #expect(isSame, "\(name) is not what it was", sourceLocation: location)
}

func written(_ part: some Part) -> [UInt8] {
  var html = HTML()
  html.add(part)
  return html.finish()
}

@Suite("Golden files") struct GoldenTests {
  @Test func drawings() throws {
    try expectGolden(written(Samples.tileMap()), "tile-map.html")
    try expectGolden(written(Samples.split), "flow-split.html")
    try expectGolden(written(Samples.merger), "flow-merger.html")
    try expectGolden(written(Samples.change()), "flow-change.html")
    try expectGolden(written(Samples.life), "life-line.html")
    try expectGolden(written(Samples.waits), "bar-list.html")
    try expectGolden(written(Samples.boundaryMap()), "boundary-map.html")
    try expectGolden(written(Samples.spark), "spark-line.html")
    try expectGolden(written(ChartSamples.control), "control-chart.html")
    try expectGolden(ChartSamples.control.file(source: "Source: figures that could be real."), "control-chart.svg")
    try expectGolden(written(ChartSamples.funnel), "funnel-chart.html")
    try expectGolden(written(ChartSamples.league), "league-chart.html")
    try expectGolden(written(ChartSamples.slope), "slope-chart.html")
    try expectGolden(written(ChartSamples.pyramid), "age-pyramid.html")
    try expectGolden(written(ChartSamples.grid), "quartile-grid.html")
  }

  @Test func furnitureOfPages() throws {
    var html = HTML()
    furniture(in: &html)
    html.marksExplained()
    try expectGolden(html.finish(), "furniture.html")
    try expectGolden(written(ChartSamples.summary), "icon-summary.html")
  }
}
