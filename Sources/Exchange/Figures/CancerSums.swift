internal import Chronicle
internal import Vocabulary

/// One sheet of the workbook of cancer waiting times, put together by organisation.
struct CancerSums {
  private let isProvider: Bool
  private var units: [String] = []
  private var names: [String] = []
  private var numbers: [[Double]] = []
  private var firstRow: [Double] = []
  private var rows: [Double] = []
  private var index: [String: Int] = [:]
  private var stated: [Double?] = Array(repeating: nil, count: CancerStandard.allCases.count * 2)

  init(isProvider: Bool) { self.isProvider = isProvider }

  private struct Columns {
    let code, name, standard, type, route, modality, total, within, after: Int

    init(_ headings: Headings) throws(ImportError) {
      code = try headings.need("Org Code")
      name = try headings.need("Org Name", "System")
      standard = try headings.need("Standard")
      type = try headings.need("Cancer Type")
      route = try headings.need("Referral Route/Stage")
      modality = try headings.need("Treatment Modality")
      total = try headings.need("Total")
      within = try headings.need("Within")
      after = try headings.need("After")
    }
  }

  mutating func read(_ table: HeadedTable, _ faults: inout Faults) throws {
    let columns = try Columns(table.headings)
    var copy = self
    try table.rows(&faults) { (row, _) throws(RowFault) in
      guard row[columns.type] == "ALL CANCERS", ["ALL ROUTES", "ALL STAGES"].contains(row[columns.route]),
        ["", "ALL MODALITIES"].contains(row[columns.modality])
      else { return }
      try copy.take(row, columns, table.headings)
    }
    self = copy
  }

  private mutating func take(_ row: FileTable.Row, _ columns: Columns, _ headings: Headings) throws(RowFault) {
    guard let standard = CancerStandard(rawValue: row[columns.standard]),
      let position = CancerStandard.allCases.firstIndex(of: standard)
    else {
      throw RowFault("'\(row[columns.standard].prefix(40))' is not one of the standards FDS, 31D and 62D")
    }
    let total = try row.amount(columns.total, in: headings)
    let within = try row.amount(columns.within, in: headings)
    let after = try row.amount(columns.after, in: headings)
    guard total.isNaN || abs(total - within - after) < 0.01 else {
      throw RowFault("within and after do not add up to the total of \(Decimals.shortest(total))")
    }
    let code = row[columns.code]
    if code == "Total" {
      guard stated[position * 2] == nil else {
        throw RowFault("there is a second total for \(standard.rawValue)")
      }
      stated[position * 2] = total
      stated[position * 2 + 1] = within
      return
    }
    guard AreaCodes.isODS(code) else { throw RowFault("'\(code.prefix(40))' is not an organisation's code") }
    let at =
      index[code]
      ?? {
        index[code] = units.count
        units.append(code)
        names.append(row[columns.name])
        numbers.append(Array(repeating: .nan, count: stated.count))
        firstRow.append(Double(row.number))
        rows.append(0)
        return units.count - 1
      }()
    guard numbers[at][position * 2].isNaN else {
      throw RowFault("\(code) has a second row for \(standard.rawValue)")
    }
    numbers[at][position * 2] = total
    numbers[at][position * 2 + 1] = within
    rows[at] += 1
  }

  /// Refuses a sheet whose organisations do not add up to its totals.
  func check(_ sheet: String, faults: Faults, _ file: InputFile) throws(ImportError) -> [String] {
    guard faults.refused.isEmpty else {
      return ["\(sheet): rows were refused, so its totals could not be checked"]
    }
    for (position, standard) in CancerStandard.allCases.enumerated() {
      for part in 0...1 {
        let sum = numbers.reduce(0) { $1[position * 2 + part].isNaN ? $0 : $0 + $1[position * 2 + part] }
        guard let total = stated[position * 2 + part] else {
          return ["\(sheet): there is no total for \(standard.rawValue), so its sums could not be checked"]
        }
        // Shared pathways are halves, which the total rounds.
        guard abs(sum - total) <= (isProvider ? 1 : 0.01) else {
          throw ImportError(
            "\(file.name) contradicts itself: in '\(sheet)' the organisations add up to \(Decimals.grouped(sum)) for"
              + " \(standard.rawValue), the total says \(Decimals.grouped(total)); get it again")
        }
      }
    }
    return ["\(sheet): the totals equal the sums of \(units.count) organisations"]
  }

  func block() -> Block {
    let order = units.indices.sorted { units[$0].utf8Less(units[$1]) }
    var columns: [(name: String, values: Block.Values)] = [("name", .text(order.map { names[$0] }))]
    for (position, standard) in CancerStandard.allCases.enumerated() {
      columns.append(("\(standard.column)-total", .number(order.map { numbers[$0][position * 2] })))
      columns.append(("\(standard.column)-within", .number(order.map { numbers[$0][position * 2 + 1] })))
    }
    columns.append(("row", .number(order.map { firstRow[$0] })))
    columns.append(("rows", .number(order.map { rows[$0] })))
    return Block(units: order.map { units[$0] }, columns: columns)
  }
}
