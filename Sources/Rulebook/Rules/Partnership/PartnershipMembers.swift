internal import Chronicle
import Governance
import Register
import Vocabulary

extension Rule {
  /// The partnership: who founds it, who sits on it, how it proceeds.
  static let partnershipBeginnings = [founders, partnershipMembers, partnershipProcedure, breadth]

  static let founders = Rule(
    "ICP.EXISTS", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      guard board.exists() else { return }
      let partnerships = board.partnerships
      board.expect(
        try board.isWhole(partnerships, .groups, of: board.body) && partnerships.count == 1,
        partnerships.isEmpty
          ? "there is no integrated care partnership" : "there is more than one integrated care partnership",
        kept: "there is one integrated care partnership")
      let councils = try board.responsibleCouncils()
      for partnership in partnerships {
        for council in councils {
          board.expect(
            try board.isFounder(council, of: partnership),
            "\(board.name(of: council)) is not among the founders of \(partnership.called)",
            kept: "\(board.name(of: council)) founded \(partnership.called) with the board")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01", of: "south",
      met: """
        body south kind=icb from=2022-07-01
        overlap county other=south unit=lsoa21 part=9 whole=10
        role county role=upper-tier
        complete south list=councils
        group icp name="The partnership" sort=integrated-care-partnership bodies=south;county
        """,
      finding: """
        body south kind=icb from=2022-07-01
        overlap county other=south unit=lsoa21 part=9 whole=10
        role county role=upper-tier
        complete south list=councils
        group icp name="The partnership" sort=integrated-care-partnership bodies=south
        complete icp list=members
        """,
      notApplicable: "body south kind=icb from=2022-07-01 until=2024-04-01"))

  static let partnershipMembers = Rule(
    "ICP.MEMBERS", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for partnership in board.partnerships {
        board.attempt { () throws(Unknown) -> Void in
          let councils = try board.responsibleCouncils()
          let members = try board.partnershipMembers(of: partnership)
          for appointer in [board.body] + councils {
            let count = members.count { $0.speaksFor == appointer }
            board.expect(
              try board.isOne(count, in: partnership),
              "\(board.name(of: appointer)) appointed \(count == 0 ? "no member" : "\(count) members") of "
                + "\(partnership.called), where it appoints one",
              kept: "\(board.name(of: appointer)) appointed one member of \(partnership.called)")
          }
          for member in members where !(member.speaksFor.map(([board.body] + councils).contains) ?? false) {
            board.expect(
              try board.isOf(member.held.appointer, partnership),
              "\(board.name(of: member.held)), a further member of \(partnership.called), was appointed by "
                + "\(member.held.given.appointer.map { board.name(of: $0) } ?? "somebody") and not by the partnership",
              kept: "\(partnership.called) appointed its further members itself")
          }
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        overlap county other=north unit=lsoa21 part=9 whole=10
        role county role=upper-tier
        role city role=lower-tier
        overlap city other=north unit=lsoa21 part=1 whole=1
        complete north list=councils
        group icp name="The partnership" sort=integrated-care-partnership bodies=north;county
        seat icp.north group=icp role=member represents=north
        seat icp.county group=icp role=member represents=county
        seat icp.charity group=icp role=member represents=charity
        appointment ann seat=icp.north person=ann appointer=north
        appointment bob seat=icp.county person=bob appointer=county
        appointment cat seat=icp.charity person=cat appointer=icp
        complete icp list=appointments
        """,
      finding: """
        overlap county other=north unit=lsoa21 part=9 whole=10
        role county role=upper-tier
        complete north list=councils
        group icp name="The partnership" sort=integrated-care-partnership bodies=north;county
        seat icp.north group=icp role=member represents=north
        seat icp.north.2 group=icp role=member represents=north
        appointment ann seat=icp.north person=ann appointer=north
        appointment cat seat=icp.north.2 person=cat appointer=north
        """,
      notApplicable: ""))

  static let partnershipProcedure = Rule(
    "ICP.PROCEDURE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for partnership in board.partnerships {
        let terms = board.governance.rows(\TermsOfReference.group, naming: partnership.id)
        if terms.isEmpty {
          board.miss(
            Unknown(
              kind: TermsOfReference.layout.name, subject: partnership.id.text, "the procedure of \(partnership.called)"
            ))
        }
        for held in terms {
          board.expect(
            try held.approvedBy == partnership.id,
            "the procedure of \(partnership.called) was set by "
              + "\(held.given.approvedBy.map { board.name(of: $0) } ?? "somebody") and not by itself",
            kept: "\(partnership.called) set its own procedure")
          board.attempt { () throws(Unknown) -> Void in _ = try held.quorum }
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        group icp name="The partnership" sort=integrated-care-partnership bodies=north
        terms-of-reference icp.1 group=icp approved-by=icp quorum=5
        """,
      finding: """
        group icp name="The partnership" sort=integrated-care-partnership bodies=north
        terms-of-reference icp.1 group=icp approved-by=board quorum=5
        """,
      notApplicable: ""))

  static let breadth = Rule(
    "ICP.INCLUSIVE", of: .integratedCareBoard,
    check: { board throws(Unknown) in
      for partnership in board.partnerships {
        board.attempt { () throws(Unknown) -> Void in
          try board.governance.complete(.seats, of: partnership.id)
          let seats = board.governance.rows(\Seat.group, naming: partnership.id)
          board.expect(
            seats.contains { board.speaks($0, for: Voice.voluntary) },
            "nobody on \(partnership.called) speaks for the voluntary sector",
            kept: "the voluntary sector has a seat on \(partnership.called)")
          board.expect(
            seats.contains { board.speaks($0, for: Voice.provider) },
            "nobody on \(partnership.called) speaks for those who provide care",
            kept: "those who provide care have a seat on \(partnership.called)")
        }
      }
    },
    examples: Examples(
      on: "2024-04-01",
      met: """
        group icp name="The partnership" sort=integrated-care-partnership bodies=north
        seat icp.charity group=icp role=member represents=charity
        seat icp.care group=icp role=member sector="care providers"
        complete icp list=seats
        """,
      finding: """
        group icp name="The partnership" sort=integrated-care-partnership bodies=north
        seat icp.care group=icp role=member sector="care providers"
        complete icp list=seats
        """,
      notApplicable: ""))
}

/// A sector that is to be heard on a partnership: the kinds of body in it, and the words of a seat's sector.
private struct Voice {
  let kinds: Set<BodyKind>
  let words: [String]

  static let voluntary = Voice(kinds: [.voluntaryOrganisation, .voluntaryAlliance], words: ["voluntary", "charit"])
  static let provider = Voice(
    kinds: [
      .nhsTrust, .generalPractice, .primaryCareNetwork, .gpFederation, .independentProvider, .providerCollaborative,
    ], words: ["provider", "social care", "trust", "primary care"])
}

/// A member of a partnership, and the body the member is appointed for: that whose knowledge the seat brings or, where
/// the seat names neither a body nor a sector, the body that appointed.
private struct PartnershipMember {
  let held: Held<Appointment>
  let speaksFor: ID<Body>?
}

extension Inquiry {
  /// Whether a council is a founder. That it is not is known only where the list of founders is complete.
  fileprivate func isFounder(_ council: ID<Body>, of partnership: Held<Group>) throws(Unknown) -> Bool {
    if try partnership.bodies.contains(council) { return true }
    try governance.complete(.members, of: partnership.id)
    return false
  }

  /// The members of a partnership in office, with the body each was appointed for.
  fileprivate func partnershipMembers(of partnership: Held<Group>) throws(Unknown) -> [PartnershipMember] {
    var found: [PartnershipMember] = []
    for member in members(of: partnership.id) {
      let seat = governance.row(Seat.self, of: try member.seat)
      if let represents = seat?.given.represents {
        found.append(PartnershipMember(held: member, speaksFor: represents))
      } else if seat?.given.sector != nil {
        found.append(PartnershipMember(held: member, speaksFor: nil))
      } else {
        found.append(PartnershipMember(held: member, speaksFor: try theBody(behind: member.appointer)))
      }
    }
    return found
  }

  /// The one body that appoints through a holder; nil where a group of several does, such as the partnership.
  private func theBody(behind holder: ID<Holder>) throws(Unknown) -> ID<Body>? {
    let bodies = try bodies(behind: holder)
    return bodies.count == 1 ? bodies[0] : nil
  }

  /// Whether a count is one. That there is none is known only where the list of appointments is complete.
  fileprivate func isOne(_ count: Int, in partnership: Held<Group>) throws(Unknown) -> Bool {
    if count == 0 { try governance.complete(.appointments, of: partnership.id) }
    return count == 1
  }

  /// Whether a holder is the partnership: the group, or the body it is recorded as.
  fileprivate func isOf(_ holder: ID<Holder>, _ partnership: Held<Group>) -> Bool {
    holder.text == partnership.id.text || governance.register.kind(ID(holder)) == .integratedCarePartnership
  }

  fileprivate func speaks(_ seat: Held<Seat>, for voice: Voice) -> Bool {
    if let kind = seat.given.represents.flatMap(governance.register.kind), voice.kinds.contains(kind) { return true }
    let sector = seat.given.sector?.lowercased() ?? ""
    return voice.words.contains { sector.contains($0) }
  }
}
