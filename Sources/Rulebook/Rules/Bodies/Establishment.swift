internal import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// The orders that make boards and change them, and their first constitutions.
  static let establishment = [establishmentOrder, orderConsultation, changeProcedure, firstConstitution]

  static let establishmentOrder = Rule(
    "ICB.EST.ORDER", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard let began = board.began else { return board.exempt("the board has not begun") }
      let orders = board.orders(.establishes)
      board.expect(
        try board.isWhole(orders, .orders, of: board.body),
        "no order of NHS England that establishes the board is recorded",
        kept: "an order establishes the board")
      for order in orders {
        board.expect(
          try order.made <= began,
          "the board began on \(began.written), before the order of \(order.whenMade)",
          kept: "the order was made on \(order.whenMade), before the board began")
        board.expect(
          try order.published <= board.day,
          "the order of \(order.whenMade) is to be published only on \(order.given.published?.written ?? "")",
          kept: "the order is published")
        board.attempt { () throws(Unknown) -> Void in
          let named = try order.constitution
          let constitution = board.governance.history(\Constitution.body, naming: board.body)
            .first { $0.id.text == named || $0.given.version == named }
          guard let constitution else { return }
          board.expect(
            try constitution.published <= order.made,
            "\(constitution.called), which the order of \(order.whenMade) points to, was not published by then",
            kept: "the constitution the order points to was published")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        constitution first body=south version=1 published=2022-06-20
        order south.2022 body=south sort=establishes made=2022-06-27 published=2022-06-27 constitution=1
        """,
      finding: """
        body south kind=icb from=2022-07-01
        order south.2022 body=south sort=establishes made=2022-07-08 published=2022-07-08 constitution="Schedule 2"
        """,
      notApplicable: "body south kind=icb from=2026-04-01"))

  static let orderConsultation = Rule(
    "ICB.EST.VARY.CONSULT", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for order in board.orders(.varies, .revokes) {
        board.attempt { () throws(Unknown) -> Void in
          guard try order.made >= board.boardsBegan else { return }
          for affected in try order.affected {
            board.expect(
              try board.isAsked(affected, about: order, \.consulted),
              "NHS England is not shown to have consulted \(board.name(of: affected)) before the order of \(order.whenMade)",
              kept: "\(board.name(of: affected)) was consulted on the order of \(order.whenMade)")
          }
        }
      }
    },
    examples: Examples(
      on: "2026-04-01",
      met: """
        order change body=north sort=varies made=2026-03-02 affected="north; east" consulted=north
        involvement heard matter=change body=east sort=consultation on=2026-01-12
        """,
      finding: "order change body=north sort=varies made=2026-03-02 affected=\"north; east\" consulted=north",
      notApplicable: "order first body=north sort=establishes made=2022-06-27"))

  static let changeProcedure = Rule(
    "ICB.CHANGE.PROCEDURE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for order in board.orders(.varies, .revokes) {
        board.attempt { () throws(Unknown) -> Void in
          for applicant in try order.applicants {
            board.expect(
              board.governance.register.kind(applicant) == .integratedCareBoard,
              "\(board.name(of: applicant)) applied for the change of \(order.whenMade), and is no integrated care board",
              kept: "boards applied for the change of \(order.whenMade)")
          }
        }
        board.attempt { () throws(Unknown) -> Void in
          for council in try order.councils {
            board.expect(
              try board.isAsked(council, about: order, \.engaged),
              "\(board.name(of: council)) is not shown to have been engaged before the change of \(order.whenMade)",
              kept: "\(board.name(of: council)) was engaged before the change of \(order.whenMade)")
          }
        }
      }
    },
    examples: Examples(
      on: "2026-04-01",
      met: """
        order change body=north sort=varies made=2026-03-02 applicants="north; east" councils="county; city" engaged=county
        involvement heard matter=change body=city sort=engagement on=2026-01-12
        """,
      finding: """
        order change body=north sort=varies made=2026-03-02 applicants="north; county" councils="county; city" engaged=county
        """,
      notApplicable: "order first body=north sort=establishes made=2022-06-27"))

  static let firstConstitution = Rule(
    "ICB.EST.FIRSTCONST", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard let first = board.governance.history(\Constitution.body, naming: board.body).first else { return }
      if let reason = first.given.determination {
        return board.exempt("NHS England wrote the first constitution itself: \(reason)")
      }
      board.attempt { () throws(Unknown) -> Void in
        for proposer in try first.proposers {
          board.expect(
            board.governance.register.kind(proposer) == .clinicalCommissioningGroup,
            "\(board.name(of: proposer)) proposed the first constitution, and is no clinical commissioning group",
            kept: "\(board.name(of: proposer)) proposed the first constitution")
        }
      }
      board.expect(
        try board.isConsulted(on: first),
        "those who proposed the first constitution are not shown to have consulted on it",
        kept: "those who proposed the first constitution consulted on it")
    },
    examples: Examples(
      on: "2022-06-15",
      met: """
        body group kind=ccg name="A group" until=2022-07-01
        constitution first body=north version=1 proposers=group consulted=2022-02-01
        """,
      finding: "constitution first body=north version=1 proposers=county consulted=2022-02-01",
      notApplicable: "constitution first body=north version=1 determination=\"The consultation fell short\""))
}

extension Inquiry {
  /// The first day of the body, where it had come by the day.
  var began: Day? {
    guard let first = governance.register.existence(body)?.period.from.latest, first <= day else { return nil }
    return first
  }

  /// The orders about the board that do something, up to the day.
  fileprivate func orders(_ sorts: Order.Sort...) -> [Held<Order>] {
    governance.history(\Order.body, naming: body).filter { order in order.given.sort.map(sorts.contains) ?? false }
      .filter { ($0.given.made ?? day) <= day }
  }

  /// Whether a body was asked before an order was made: the order says so, or a record of it does. That it was not is
  /// known where the order lists those who were, or the list of consultations on it is claimed to be complete.
  fileprivate func isAsked(
    _ other: ID<Body>, about order: Held<Order>, _ list: KeyPath<Order, Column<[ID<Body>]>>
  ) throws(Unknown) -> Bool {
    let made = try order.made
    if governance.history(\Involvement.matter, naming: order.id)
      .contains(where: { $0.given.body == other && $0.given.on.map { $0 <= made } ?? false })
    {
      return true
    }
    if governance.isComplete(.consultations, of: order.id) {
      return order.given[dynamicMember: list]?.contains(other) ?? false
    }
    return try order[dynamicMember: list].contains(other)
  }

  /// Whether there was consultation on a constitution before it began to apply.
  fileprivate func isConsulted(on constitution: Held<Constitution>) throws(Unknown) -> Bool {
    if governance.isComplete(.consultations, of: constitution.id) { return constitution.given.consulted != nil }
    return try constitution.consulted <= day
  }
}

extension Held<Order> {
  /// The day it was made, written for a reader.
  var whenMade: String { given.made?.written ?? "a day that is not known" }
}
