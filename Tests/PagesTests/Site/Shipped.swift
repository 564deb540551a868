import Assets
import Chronicle
import Foundation
import Pages
import Testing
import Vocabulary

/// The site over the reference that ships with the product, read from its text files once.
enum Shipped {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Reference/record")

  static let statements: [Statement] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { $0.hasSuffix(".tsv") }.sorted().flatMap { name -> [Statement] in
      let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
      return text.split(separator: "\n").dropFirst().compactMap { try? Statement($0) }
    }
  }()

  static let archive = Archive.holding(statements)

  /// The shipped reference with more rows, as tabs-parted text.
  static func with(_ rows: String...) throws -> Archive {
    Archive.holding(statements + (try rows.map { try Statement($0) }))
  }

  static let today = Day("2026-10-01") ?? .distantPast

  struct NoBlock: Error {}
  struct NoRows: Error {}

  /// What a visit to a place is answered with.
  static func reply(
    _ place: Place, on day: String? = nil, format: Address.Format = .page,
    in archive: Archive = Shipped.archive,
    blocks: @escaping Blocks = { _ in throw NoBlock() }
  ) -> Reply {
    reply(Address(place, on: day.flatMap { Day($0) }, format: format), in: archive, blocks: blocks)
  }

  static func reply(
    _ address: Address, in archive: Archive = Shipped.archive,
    blocks: @escaping Blocks = { _ in throw NoBlock() }
  ) -> Reply {
    Site.reply(
      to: Visit(
        address: address, snapshot: Snapshot(archive, trueOn: address.on ?? today), blocks: blocks,
        rows: { _, _ in throw NoRows() }, today: today))
  }

  /// The page as text.
  static func page(_ place: Place, on day: String? = nil, in archive: Archive = Shipped.archive) -> String {
    String(decoding: reply(place, on: day, in: archive).body, as: UTF8.self)
  }
}

/// Writes pages to a folder, to be looked at: only where `CONCORDAT_PAGES_DIR` names one.
@Suite("Pages to look at") struct ShowingTests {
  static let places: [(name: String, place: Place, on: String?)] = [
    ("home-2026-03-31", .home, "2026-03-31"), ("home", .home, nil), ("home-2021", .home, "2021-05-01"),
    ("home-2016", .home, "2016-06-01"), ("bodies-icb", .bodies("icb"), nil),
    ("bodies-council", .bodies("council"), nil),
    ("bodies-none", .bodies("nonsense"), nil), ("bodies-empty", .bodies("nhs-trust"), nil),
    ("body-frimley", .body("icb.frimley"), "2026-03-31"), ("body-frimley-after", .body("icb.frimley"), nil),
    ("body-thames-valley", .body("icb.thames-valley"), nil),
    ("body-nenc", .body("icb.north-east-and-north-cumbria"), nil),
    ("body-hiow", .body("icb.hampshire-and-isle-of-wight"), nil),
    ("body-council", .body("council.e10000030"), nil), ("body-region", .body("region.south-east"), nil),
    ("body-cluster", .body("cluster.sel-swl"), nil), ("body-ccg", .body("ccg.d4u1y"), "2021-05-01"),
    ("body-stp", .body("stp.frimley"), "2021-05-01"), ("body-unknown", .body("nobody"), nil),
    ("find", .find(""), nil), ("find-icp", .find("ICP"), nil), ("find-frimley", .find("frimley"), nil),
    ("find-postcode", .find("GU1 1AA"), nil), ("find-code", .find("QNQ"), nil),
    ("find-none", .find("zzzz"), nil),
    ("history-frimley", .history("icb.frimley"), nil), ("history-tv", .history("icb.thames-valley"), nil),
    ("changes", .changes(nil), nil), ("changes-2026", .changes(Day("2026-04-01")), nil),
    ("changes-2022", .changes(Day("2022-07-01")), nil), ("changes-none", .changes(Day("2025-01-01")), nil),
    ("story", .story, nil), ("compare", .compare([]), nil),
    (
      "compare-three",
      .compare(["icb.thames-valley", "icb.surrey-and-sussex", "icb.hampshire-and-isle-of-wight"]), nil
    ),
    ("compare-bad", .compare(["nonsense"]), nil),
  ]

  @Test(.enabled(if: ProcessInfo.processInfo.environment["CONCORDAT_PAGES_DIR"] != nil))
  func writePages() throws {
    let folder = URL(filePath: ProcessInfo.processInfo.environment["CONCORDAT_PAGES_DIR"] ?? "")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let style = Data(UnsafeBufferPointer(start: concordat_style(), count: concordat_style_count()))
    try style.write(to: folder.appending(path: "style.css"))
    for (name, place, day) in ShowingTests.places {
      let page = Shipped.page(place, on: day).replacing("href=\"/style.css\"", with: "href=\"style.css\"")
      try Data(page.utf8).write(to: folder.appending(path: "\(name).html"))
    }
    // How long each takes, best of several.
    for (name, place, day) in ShowingTests.places {
      let best =
        (0..<5).map { _ in ContinuousClock().measure { _ = Shipped.reply(place, on: day) } }.min() ?? .zero
      print("\(best)  \(name)")
    }
  }
}
