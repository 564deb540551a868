public import Chronicle
internal import Governance
public import Register
public import Vocabulary

/// What falls due for a body within some days, and what is overdue: terms, declarations, tests, reviews, agreements,
/// notices, papers, minutes, the clocks of provider selection.
public struct DueAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// The body.
  public let body: NamedBody
  /// The last day looked at.
  public let until: String
  /// What falls due, by day.
  public let entries: [Entry]

  /// Something that falls due.
  public struct Entry: Encodable, Hashable, Sendable {
    /// The day.
    public let day: String
    /// As a reader would write it.
    public let dayWritten: String
    /// Whether that day has passed.
    public let isOverdue: Bool
    /// What sort of thing: `term`, `declaration`, `paper`…
    public let sort: String
    /// What falls due.
    public let what: String
    /// Who sees to it, where that is recorded.
    public let owner: String
    /// The rule it comes from, where there is one.
    public let rule: String
    /// Where it was taken from.
    public let source: String
  }

  /// What falls due from the snapshot's day on, within some days.
  public init(of body: ID<Body>, within days: Int, in snapshot: Snapshot) {
    var diary = Diary(body: body, until: snapshot.trueOn.advanced(by: days), governance: snapshot.governance)
    diary.fill()
    asAt = AsAt(snapshot)
    self.body = NamedBody(body, in: snapshot.register)
    until = diary.until.description
    entries = diary.entries.sorted { ($0.day, $0.sort, $0.what) < ($1.day, $1.sort, $1.what) }
    let overdue = entries.filter(\.isOverdue).count
    let name = snapshot.register.name(body)
    sentence =
      entries.isEmpty
      ? "Nothing recorded falls due for \(name) until \(diary.until.written)."
      : "\(Sentences.capital(Sentences.count(entries.count - overdue, "thing falls", "things fall"))) due for \(name) "
        + "until \(diary.until.written), and \(Sentences.count(overdue, "is", "are")) overdue."
  }

  /// Collects what falls due.
  private struct Diary {
    let body: ID<Body>
    let until: Day
    let governance: Governance
    var entries: [Entry] = []
    private var day: Day { governance.snapshot.trueOn }

    init(body: ID<Body>, until: Day, governance: Governance) {
      self.body = body
      self.until = until
      self.governance = governance
    }

    mutating func note<S: Sheet>(
      _ due: Day?, _ sort: String, _ what: String, owner: String = "", rule: String = "", _ row: Held<S>
    ) {
      guard let due, due <= until else { return }
      entries.append(
        Entry(
          day: due.description, dayWritten: due.written, isOverdue: due < day, sort: sort, what: what, owner: owner,
          rule: rule, source: row.version.source.text))
    }

    mutating func fill() {
      let groups = governance.rows(\Group.bodies, naming: body)
      for group in groups {
        terms(of: group)
        meetings(of: group)
        for terms in governance.rows(\TermsOfReference.group, naming: group.id) {
          note(
            terms.given.review, "terms-of-reference", "the terms of reference of \(title(group)) are to be reviewed",
            rule: "ICB.COM.TOR", terms)
        }
      }
      agreements()
      powers()
      selection()
      directions()
    }

    private func title(_ group: Held<Group>) -> String { group.given.name ?? group.id.text }

    private func months(_ setting: Clause.Setting, or fallback: Int) -> Int {
      let clause = governance.rows(\Clause.body, naming: body).first { $0.given.setting == setting }
      return clause?.given.value.flatMap { Int($0) } ?? fallback
    }

    private func after(_ last: Day, months: Int) -> Day {
      let civil = last.civil
      let month = civil.year * 12 + civil.month - 1 + months
      let (year, of) = (month / 12, month % 12 + 1)
      return Day(year: year, month: of, day: min(civil.day, Day.length(ofMonth: of, year: year))) ?? last
    }

    private mutating func terms(of group: Held<Group>) {
      for seat in governance.rows(\Seat.group, naming: group.id) {
        for held in governance.rows(\Appointment.seat, naming: seat.id) {
          guard let person = held.given.person else { continue }
          let name = governance.name(ID(person))
          note(
            held.given.termEnds ?? held.end, "term", "the term of \(name) on \(title(group)) ends",
            rule: "ICB.BOARD.TERM", held)
          guard group.given.sort == .board else { continue }
          let checks = governance.history(\Check.person, naming: person).filter { $0.given.body == body }
          if let last = checks.last(where: { $0.given.sort == .fitAndProper }), let on = last.given.on {
            note(
              after(on, months: 12), "fit-and-proper", "the yearly fit-and-proper test of \(name)",
              rule: "ICB.BOARD.FPPT.FRAMEWORK", last)
          }
          let interests = governance.rows(\Interest.person, naming: person).filter { $0.given.body == body }
          if let last = interests.max(by: { reviewed($0) < reviewed($1) }), reviewed(last) != .distantPast {
            note(
              after(reviewed(last), months: months(.declarationMonths, or: 12)), "declaration",
              "the yearly declaration of interests of \(name)", rule: "COI.ANNUAL", last)
          }
        }
      }
    }

    private func reviewed(_ interest: Held<Interest>) -> Day {
      interest.given.reviewed ?? interest.given.declared ?? .distantPast
    }

    private mutating func meetings(of group: Held<Group>) {
      let meetings = governance.calendar(\Meeting.group, naming: group.id).filter { $0.given.state != .cancelled }
      for (index, meeting) in meetings.enumerated() {
        guard let on = meeting.given.on else { continue }
        let called = "\(title(group)) of \(on.written)"
        if on >= day {
          if group.given.sort == .board || group.given.meetsInPublic == true, meeting.given.notice == nil {
            note(on.advanced(by: -4), "notice", "public notice of \(called)", rule: "MTG.NOTICE", meeting)
          }
          if meeting.given.papers == nil {
            note(
              governance.papersDue(on, of: group, by: body), "papers", "papers for \(called)", rule: "MTG.PAPERS.LOCAL",
              meeting)
          }
          note(on, "meeting", called, meeting)
        } else if meeting.given.minutesPublished == nil, group.given.meetsInPublic ?? (group.given.sort == .board) {
          let next = meetings[(index + 1)...].first { $0.given.on.map { $0 > on } ?? false }?.given.on
          note(
            next ?? after(on, months: 3), "minutes", "the minutes of \(called) are not published", rule: "MTG.MINUTES",
            meeting)
        }
        for item in governance.calendar(\Item.meeting, naming: meeting.id) {
          for action in governance.calendar(\Action.item, naming: item.id) where action.given.done == nil {
            note(
              action.given.due, "action", action.given.text ?? action.id.text, owner: action.given.owner ?? "", action)
          }
        }
      }
    }

    private mutating func agreements() {
      for agreement in governance.rows(\Agreement.parties, naming: body) {
        let name =
          agreement.given.title ?? agreement.given.sort?.rawValue.replacing("-", with: " ") ?? agreement.id.text
        note(agreement.given.expires ?? agreement.end, "agreement", "\(name) runs out", agreement)
        if let expires = agreement.given.expires, let notice = agreement.given.notice {
          note(after(expires, months: -notice), "agreement-notice", "notice to end or renew \(name)", agreement)
        }
      }
      for place in governance.rows(\PlaceArrangement.board, naming: body) {
        let name = place.given.place.map(governance.register.name) ?? place.id.text
        note(
          place.given.review, "place", "the arrangement of \(name) is to be reviewed", rule: "PLACE.AGREEMENT", place)
      }
      for role in governance.rows(\LeadRole.body, naming: body) {
        let name = role.given.title ?? role.given.role?.rawValue.replacing("-", with: " ") ?? role.id.text
        note(role.given.fundedUntil, "funding", "the funding of the \(name) role ends", role)
      }
    }

    private mutating func powers() {
      for function in governance.rows(\Function.holder, naming: body) {
        for authority in governance.rows(\Authority.function, naming: function.id) {
          guard let end = authority.end, let taker = authority.given.taker else { continue }
          note(
            end, "authority",
            "the authority of \(governance.name(taker)) for \(function.given.title ?? function.id.text) ends",
            rule: "ICB.SORD", authority)
        }
      }
    }

    private mutating func selection() {
      for one in governance.rows(\Procurement.authority, naming: body) {
        let name = one.given.title ?? one.id.text
        let notices = governance.rows(\Notice.procurement, naming: one.id)
        if one.given.contracted == nil,
          let published = notices.first(where: { $0.given.sort == .intent })?.given.published
        {
          let told = governance.rows(\Representation.procurement, naming: one.id).compactMap(\.given.told).max()
          let standstill = Standstill(published: published, lastTold: told)
          note(
            standstill.earliest, "standstill", "the first day the contract for \(name) may be signed",
            rule: "PSR.STANDSTILL", one)
        }
        if let awarded = one.given.awarded ?? one.given.contracted,
          !notices.contains(where: { $0.given.sort == .award })
        {
          note(awarded.advanced(by: 30), "award-notice", "the award notice for \(name)", rule: "PSR.NOTICE.AWARD", one)
        }
        for change in governance.rows(\Modification.procurement, naming: one.id)
        where change.given.noticed == nil && change.given.cause == .authority {
          note(
            change.given.on?.advanced(by: 30), "modification-notice", "the notice of the change of \(name)",
            rule: "PSR.MOD.NOTICE", change)
        }
      }
    }

    private mutating func directions() {
      for direction in governance.rows(\Direction.body, naming: body) {
        note(direction.given.deadline, "direction", direction.given.about ?? "what a direction requires", direction)
      }
    }
  }
}
