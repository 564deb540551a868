import Governance
import Register
import Vocabulary

extension Rule {
  /// What a constitution says: its name and area, its sections, and nothing against regulations.
  static let contents = [constitutionNamesArea, constitutionSections, constitutionObeysRegulations]

  static let constitutionNamesArea = Rule(
    "ICB.CONST.NAMEAREA", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.isInBeing() else { return }
      for version in try board.constitutions() {
        let words = version.called
        board.attempt { () throws(Unknown) in
          let (name, ordered) = (try version.name, try board.order { $0.given.name != nil }.name)
          board.expect(
            name == ordered, "\(words) calls the board \(name), and the order calls it \(ordered)",
            kept: "\(words) gives the board the name of the order")
        }
        board.attempt { () throws(Unknown) in
          let (area, ordered) = (Set(try version.area), Set(try board.order { $0.given.area != nil }.area))
          let differing = area.symmetricDifference(ordered).sorted().joined(separator: ", ")
          board.expect(
            area == ordered, "\(words) and the order differ in the area: \(differing)",
            kept: "\(words) gives the board the area of the order")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        order made from=2022-07-01 body=south sort=establishes name="South board" area=E10000001;E06000001
        constitution south.1 from=2022-07-01 body=south version=1 name="South board" area=E06000001;E10000001
        """,
      finding: """
        body south kind=icb from=2022-07-01
        order made from=2022-07-01 body=south sort=establishes name="South board" area=E10000001
        order varied from=2023-04-01 body=south sort=varies area=E10000001;E06000001
        constitution south.1 from=2022-07-01 body=south version=1 name="South board" area=E10000001
        """,
      notApplicable: "body south kind=icb from=2025-04-01"))

  static let constitutionSections = Rule(
    "ICB.CONST.SECTIONS", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.isInBeing() else { return }
      for version in try board.constitutions() {
        let words = version.called
        let sections = try version.sections
        let missing = Constitution.Section.allCases.filter { !sections.contains($0) }
        board.expect(
          missing.isEmpty,
          "\(words) has nothing on \(missing.map { $0.rawValue.replacing("-", with: " ") }.joined(separator: ", "))",
          kept: "\(words) has all eight sections")
      }
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        constitution south.1 from=2022-07-01 body=south version=1 \
        sections=exercise-of-functions;decision-procedure;transparency-of-decisions;interest-arrangements;\
        interest-principles;involvement-arrangements;involvement-principles;variation
        """,
      finding: """
        body south kind=icb from=2022-07-01
        constitution south.1 from=2022-07-01 body=south version=1 \
        sections=exercise-of-functions;decision-procedure;transparency-of-decisions;interest-arrangements;\
        interest-principles;involvement-arrangements;variation
        """,
      notApplicable: "body south kind=icb from=2025-04-01"))

  static let constitutionObeysRegulations = Rule(
    "ICB.CONST.REGS", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.isInBeing() else { return }
      for version in try board.constitutions() {
        let words = version.called
        let contrary = version.given.contraryTo ?? []
        let checked = contrary.isEmpty ? try version.checkedAgainst : []
        board.expect(
          contrary.isEmpty, "\(words) has a clause contrary to \(contrary.joined(separator: ", "))",
          kept: "\(words) was checked against \(checked.joined(separator: ", "))")
      }
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        constitution south.1 from=2022-07-01 body=south version=1 checked-against="regulations on nomination 2022"
        """,
      finding: """
        body south kind=icb from=2022-07-01
        constitution south.1 from=2022-07-01 body=south version=1 contrary-to="regulations on nomination 2022"
        """,
      notApplicable: "body south kind=icb from=2025-04-01"))
}

extension Inquiry {
  /// The latest order for the board that says something, made up to the day.
  fileprivate func order(_ says: (Held<Order>) -> Bool) throws(Unknown) -> Held<Order> {
    let orders = governance.history(\Order.body, naming: body).filter { $0.given.sort != .revokes }
    guard let order = orders.last(where: says) ?? orders.last else {
      throw Unknown(kind: Order.layout.name, subject: body.text, "the order that made the board")
    }
    return order
  }
}
