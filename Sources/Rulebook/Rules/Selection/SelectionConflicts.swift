import Governance
import Register
import Vocabulary

extension Rule {
  /// Who must leave the choosing to others (regulation 21).
  static let selectionConflicts = [memberOfBidder, personalInterest]

  /// A post with a provider is by itself no conflict of a member of the board, but in a competitive process who holds
  /// one with a bidder takes no part.
  static let memberOfBidder = Rule(
    "PSR.COI.ICBMEMBER", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      board.eachChoice(by: [.competitive]) { choice throws(Unknown) in
        let bidders = try choice.bidders
        for decision in board.decisions(on: choice) {
          let taken = try decision.on
          for member in board.members(of: board.everyBoard, on: taken) {
            guard let bidder = bidders.first(where: { board.holdsPost(member, in: $0, on: taken) }) else { continue }
            board.expect(
              try !board.tookPart(member, in: decision),
              "\(choice.service): \(board.name(of: member)) holds a post with \(board.name(of: bidder)), a bidder, and "
                + "took part in the decision of \(taken.written)",
              kept: "\(choice.service): \(board.name(of: member)), who holds a post with a bidder, took no part")
          }
        }
      }
    },
    examples: Examples(
      on: "2025-03-01",
      met: """
        seat trust group=board role=partner-trust
        appointment tom from=2022-07-01 seat=trust person=tom
        engagement tom.acute person=tom body=acute capacity=chief-executive
        procurement scans authority=north title=Scans route=competitive bidders="acute; company"
        meeting january group=board on=2025-01-20
        item scans.item meeting=january number=4 title=Scans
        decision scans.award body=north on=2025-01-20 title="Award scans" item=scans.item procurement=scans
        conflict tom.scans item=scans.item person=tom handling=recused
        """,
      finding: """
        seat trust group=board role=partner-trust
        appointment tom from=2022-07-01 seat=trust person=tom
        engagement tom.acute person=tom body=acute capacity=chief-executive
        procurement scans authority=north title=Scans route=competitive bidders="acute; company"
        decision scans.award body=north on=2025-01-20 title="Award scans" procurement=scans
        vote tom.vote decision=scans.award person=tom way=for
        """,
      notApplicable: """
        seat trust group=board role=partner-trust
        appointment tom from=2022-07-01 seat=trust person=tom
        engagement tom.acute person=tom body=acute capacity=chief-executive
        procurement scans authority=north title=Scans route=direct-award-c bidders=acute
        decision scans.award body=north on=2025-01-20 title="Award scans" procurement=scans
        vote tom.vote decision=scans.award person=tom way=for
        """))

  /// A board member's own post with a provider is a matter of the rule above alone (regulation 21(3) and (4)).
  static let personalInterest = choosing(
    "PSR.COI.GENERAL", by: Procurement.Route.underTheRegulations,
    check: { inquiry, choice throws(Unknown) in
      let concerned = (choice.given.bidders ?? []) + [choice.given.provider].compactMap { $0 }
      for decision in inquiry.decisions(on: choice) {
        let taken = try decision.on
        let members = inquiry.members(of: inquiry.everyBoard, on: taken)
        for (person, body) in inquiry.interests(in: concerned, on: taken) {
          if members.contains(person), inquiry.holdsPost(person, in: body, on: taken) { continue }
          inquiry.expect(
            try !inquiry.tookPart(person, in: decision),
            "\(choice.service): \(inquiry.name(of: person)) has an interest in \(inquiry.name(of: body)) and took part "
              + "in the decision of \(taken.written)",
            kept: "\(choice.service): \(inquiry.name(of: person)), who has an interest in \(inquiry.name(of: body)), "
              + "took no part")
        }
      }
    },
    examples: Examples(
      on: "2025-03-01",
      met: """
        interest ann.shares person=ann body=north sort=indirect counterparty=company about="shares of a spouse"
        procurement scans authority=north title=Scans route=direct-award-c provider=company
        meeting january group=board on=2025-01-20
        item scans.item meeting=january number=4 title=Scans
        decision scans.award body=north on=2025-01-20 title="Award scans" item=scans.item procurement=scans
        complete january list=attendance
        """,
      finding: """
        interest ann.shares person=ann body=north sort=indirect counterparty=company about="shares of a spouse"
        procurement scans authority=north title=Scans route=direct-award-c provider=company
        meeting january group=board on=2025-01-20
        item scans.item meeting=january number=4 title=Scans
        attendance ann.january meeting=january person=ann capacity=member
        decision scans.award body=north on=2025-01-20 title="Award scans" item=scans.item procurement=scans
        """,
      notApplicable: """
        seat trust group=board role=partner-trust
        appointment tom from=2022-07-01 seat=trust person=tom
        engagement tom.acute person=tom body=acute capacity=chief-executive
        interest tom.post person=tom body=north sort=financial counterparty=acute about="chief executive"
        procurement scans authority=north title=Scans route=direct-award-c provider=acute
        decision scans.award body=north on=2025-01-20 title="Award scans" procurement=scans
        vote tom.vote decision=scans.award person=tom way=for
        """))
}
