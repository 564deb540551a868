internal import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// The areas of boards: none lie over one another, and together they leave nothing out.
  static let areas = [noOverlap, coverage]

  static let noOverlap = Rule(
    "ICB.EST.NOOVERLAP", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.exists() else { return }
      for extent in try board.extents() where extent.parts[board.body] != nil {
        let others = extent.parts.keys.filter { $0 != board.body }
        board.expect(
          extent.placed <= extent.whole,
          "in the area of the board and of \(board.names(of: others)): \(extent.twice)",
          kept: "no part of the area lies in that of another board")
      }
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        order south.2022 body=south sort=establishes made=2022-06-27 area="E06000004; E06000005"
        order north.2022 body=north sort=establishes made=2022-06-27 area="E06000001; E06000002"
        order east.2022 body=east sort=establishes made=2022-06-27 area=E06000003
        """,
      finding: """
        body south kind=icb from=2022-07-01
        overlap county other=south unit=lsoa21 part=9 whole=10
        overlap county other=east unit=lsoa21 part=2 whole=10
        """,
      notApplicable: "body south kind=icb from=2022-07-01 until=2024-04-01"))

  /// Asked of a board that has ended too: its area must be in that of another from the day after.
  static let coverage = Rule(
    "ICB.EST.COVERAGE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.began != nil else { return board.exempt("the board has not begun") }
      for extent in try board.extents() {
        board.expect(
          try board.isCovered(extent), "in no board’s area: \(extent.left)",
          kept: "every part of the area lies in a board’s")
      }
    },
    examples: Examples(
      on: "2026-04-01", of: "old",
      met: """
        body old kind=icb from=2022-07-01 until=2026-04-01
        order old.2022 body=old sort=establishes made=2022-06-27 area="E06000001; E06000002"
        order north.2022 body=north sort=establishes made=2022-06-27 area=E06000003
        order north.2026 body=north sort=varies made=2026-03-02 area="E06000001; E06000003"
        order east.2022 body=east sort=establishes made=2022-06-27 area=E06000002
        """,
      finding: """
        body old kind=icb from=2022-07-01 until=2026-04-01
        body new kind=icb from=2026-04-02
        overlap county other=old unit=lsoa21 part=10 whole=10 until=2026-04-01
        overlap county other=new unit=lsoa21 part=10 whole=10 from=2026-04-02
        complete old list=areas
        """,
      notApplicable: "body old kind=icb from=2026-04-02"))
}

extension Inquiry {
  /// Whether all of a piece lies in boards' areas. That a part does not is known of an area in an order; of a count of
  /// small areas, where the list of areas is claimed to be complete.
  fileprivate func isCovered(_ extent: Extent) throws(Unknown) -> Bool {
    if extent.placed >= extent.whole { return true }
    if !extent.unit.isEmpty { try governance.complete(.areas, of: body) }
    return false
  }
}

extension Extent {
  /// How much of it lies twice: `1 of the 10 small areas of the county`.
  fileprivate var twice: String { words(placed - whole) }
  /// How much of it lies nowhere.
  fileprivate var left: String { words(whole - placed) }

  private func words(_ count: Int) -> String { unit.isEmpty ? name : "\(count) of the \(whole) \(unit) of \(name)" }
}
