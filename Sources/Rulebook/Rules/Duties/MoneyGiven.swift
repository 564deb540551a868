import Governance
import Register
import Vocabulary

extension Rule {
  /// Income a board raises, and grants and loans it gives.
  static let moneyGiven = [income, grants]

  static let income = Rule(
    "ICB.INCOME", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for payment in board.payments(.income) {
        board.expect(
          try board.isImpactNoted(payment),
          "nothing is noted of whether raising \(payment.sumAndDay) interferes with the board’s functions",
          kept: "it is noted that raising \(payment.sumAndDay) does not interfere with the board’s functions")
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: "payment rent body=north sort=income sum=40000 on=2023-10-01 impact=\"Letting an empty floor\"",
      finding: """
        payment rent body=north sort=income sum=40000 on=2023-10-01
        complete rent list=assessments
        """,
      notApplicable: "payment grant body=north sort=grant payee-kind=partner-trust"))

  /// Money given under another power, to a council for example, is no matter of this one.
  static let grants = Rule(
    "ICB.GRANTS", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for payment in board.payments(.grant) + board.payments(.loan) {
        board.attempt { () throws(Unknown) -> Void in
          let payee = try payment.payee
          if payee == .other { return }
          let isLoan = payment.given.sort == .loan
          board.expect(
            payee == .voluntary || (payee == .partnerTrust && !isLoan),
            "\(payment.sumAndDay) was \(isLoan ? "lent" : "granted") to \(payee.words)",
            kept: "\(payment.sumAndDay) was \(isLoan ? "lent" : "granted") to \(payee.words)")
          if payee == .voluntary {
            board.expect(
              try payment.similar,
              "\(payment.sumAndDay) went to a voluntary organisation that gives no similar services",
              kept: "the voluntary organisation gives similar services")
          }
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        payment g1 body=north sort=grant sum=90000 payee-kind=partner-trust
        payment g2 body=north sort=loan sum=5000 payee-kind=voluntary-organisation similar-services=yes
        """,
      finding: "payment g1 body=north sort=loan sum=90000 payee-kind=partner-trust",
      notApplicable: "payment rent body=north sort=income sum=40000"))
}

extension Payment.Payee {
  /// What the payee is, as a reader would write it.
  fileprivate var words: String {
    switch self {
    case .partnerTrust: "a partner trust"
    case .voluntary: "a voluntary organisation"
    case .company: "a company"
    case .other: "another body"
    }
  }
}

extension Inquiry {
  /// The body’s payments of a sort since there are boards, up to the day.
  fileprivate func payments(_ sort: Payment.Sort) -> [Held<Payment>] {
    governance.history(\Payment.body, naming: body).filter { payment in
      let on = payment.given.on ?? day
      return payment.given.sort == sort && boardsBegan <= on && on <= day
    }
  }

  /// Whether it is noted that income does not interfere with functions. That it is not is known where the list of
  /// assessments of it is claimed to be complete.
  fileprivate func isImpactNoted(_ payment: Held<Payment>) throws(Unknown) -> Bool {
    if governance.isComplete(.assessments, of: payment.id) { return payment.given.impact != nil }
    return try !payment.impact.isEmpty
  }
}

extension Held<Payment> {
  /// The sum and the day of it.
  fileprivate var sumAndDay: String {
    (given.sum?.written ?? "a sum that is not known") + (given.on.map { " on \($0.written)" } ?? "")
  }
}
