public import Chronicle
internal import Governance
internal import Register
internal import Rulebook
internal import Vocabulary

/// Can this be decided? A draft item looked at as a company secretary would: what is in order, what is not, what is not
/// known.
public struct DecisionAnswer: Encodable, Hashable, Sendable {
  /// For when it is true.
  public let asAt: AsAt
  /// The answer in a sentence.
  public let sentence: String
  /// What the item is about.
  public let title: String
  /// The group that is to decide.
  @OrNull public private(set) var group: NamedHolder?
  /// Who decides, by the scheme; null where no function is given.
  @OrNull public private(set) var power: WhoDecidesAnswer?
  /// What was looked at.
  public let findings: [Finding]
  /// The members with a tie to the subject.
  public let ties: [MemberTies]
  /// The voting members that remain once they have left.
  public let remaining: [String]

  /// One thing that was looked at.
  public struct Finding: Encodable, Hashable, Sendable {
    /// What it is about.
    public let topic: String
    /// `met`, `finding`, `unknown` or `not-applicable`.
    public let result: String
    /// In words.
    public let text: String
    /// The rule, where it is one of the rulebook.
    public let rule: String
    /// Where the rule says so.
    public let citation: String
  }

  /// A member with a tie to the subject of an item.
  public struct MemberTies: Encodable, Hashable, Sendable {
    /// Who.
    public let person: NamedHolder
    /// The part played on the group.
    public let role: String
    /// The ties, in words.
    public let ties: [String]
    /// Whether the member must leave, and not only say so.
    public let mustLeave: Bool
  }

  /// The effects every decision considers (National Health Service Act 2006, section 14Z43).
  static let effects = ["wellbeing", "quality", "resources", "inequalities"]

  /// A draft looked at on the day of its meeting.
  public init(_ draft: DraftItem, in snapshot: Snapshot) {
    let day = snapshot.on(draft.on)
    var desk = Desk(draft: draft, governance: day.governance)
    desk.look()
    asAt = AsAt(day)
    title = draft.title
    _group = OrNull(wrappedValue: draft.group.map { NamedHolder(ID($0), in: day.governance) })
    _power = OrNull(wrappedValue: desk.question.map { WhoDecidesAnswer($0, in: day) })
    findings = desk.findings
    ties = desk.ties
    remaining = desk.remaining
    let found = findings.filter { $0.result == Verdict.Result.finding.rawValue }.count
    let unknown = findings.filter { $0.result == Verdict.Result.unknown.rawValue }.count
    sentence =
      "\(Sentences.capital(Sentences.count(findings.count, "thing was", "things were"))) looked at for “\(draft.title)” "
      + "on \(draft.on.written): "
      + (found == 0 ? "nothing stands in the way" : "\(Sentences.count(found, "thing needs", "things need")) attention")
      + (unknown == 0 ? "." : ", and \(Sentences.count(unknown, "lacks", "lack")) facts.")
  }

  /// Looks at a draft, topic by topic.
  private struct Desk {
    let draft: DraftItem
    let governance: Governance
    var findings: [Finding] = []
    var ties: [MemberTies] = []
    var remaining: [String] = []

    var question: Power.Question? {
      draft.function.map { Power.Question($0, place: draft.place, value: draft.value, kind: draft.kind) }
    }

    mutating func note(_ topic: String, _ result: Verdict.Result, _ text: String, _ rule: RuleID? = nil) {
      let text = text.prefix(1).uppercased() + text.dropFirst()
      findings.append(
        Finding(
          topic: topic, result: result.rawValue, text: text.hasSuffix(".") ? text : text + ".", rule: rule?.text ?? "",
          citation: rule.flatMap { RuleCatalogue.rule($0)?.citation } ?? ""))
    }

    mutating func look() {
      authority()
      competence()
      sitting()
      meeting()
      openness()
      effects()
      involvement()
      advice()
      selection()
      law()
    }

    // MARK: Authority

    mutating func authority() {
      guard let question else {
        return note(
          "authority", .unknown, "the draft names no function, so no authority can be looked for", "DEC.AUTHORITY")
      }
      guard let group = draft.group else {
        return note("authority", .unknown, "the draft names no group that is to decide", "DEC.AUTHORITY")
      }
      let power = governance.power(question)
      let name = governance.name(ID(group))
      if draft.value == nil, power.paths.contains(where: { $0.limit != nil }) {
        note("authority", .unknown, "the draft gives no sum, and authority depends on it", "DEC.AUTHORITY")
      }
      if let path = power.paths.first(where: { $0.decider == ID(group) }) {
        let chain = path.steps.compactMap { $0.taker.map(governance.name) }
        let limit = path.limit.map { ", up to \($0.written)" } ?? ""
        note(
          "authority", .met,
          "\(name) has authority\(limit): \(([power.holder.map(governance.register.name) ?? ""] + chain).joined(separator: " → "))",
          "DEC.AUTHORITY")
      } else if let path = power.hindered.first(where: { $0.decider == ID(group) }) {
        note("authority", .finding, path.hindrances.map(\.words).joined(separator: "; "), "DEC.AUTHORITY")
        if let end = power.path?.decider {
          note("authority", .finding, "it goes to \(governance.name(end))", "DEC.AUTHORITY")
        }
      } else {
        let end = power.path?.decider.map { ": it goes to \(governance.name($0))" } ?? ""
        note("authority", .finding, "no authority of \(name) for it is recorded\(end)", "DEC.AUTHORITY")
      }
      for gap in power.gaps { note("scheme", .finding, gap, "ICB.SORD") }
      let outstanding = power.paths.first { $0.decider == ID(group) }?.steps.flatMap {
        $0.authority.given.conditions ?? []
      }
      for condition in outstanding ?? [] {
        note("conditions", .unknown, "the authority is on condition: \(condition)", "DEC.AUTHORITY")
      }
    }

    mutating func competence() {
      guard let group = draft.group, let row = governance.row(Group.self, of: group) else { return }
      switch row.given.competence {
      case .advisory?:
        note("competence", .finding, "\(governance.name(ID(group))) advises and cannot decide", "ICB.DELEG.INTERNAL")
      case .deciding?: note("competence", .met, "\(governance.name(ID(group))) may decide", "ICB.DELEG.INTERNAL")
      case nil:
        note(
          "competence", .unknown, "whether \(governance.name(ID(group))) decides or advises is not recorded",
          "ICB.DELEG.INTERNAL")
      }
    }

    // MARK: Those who sit

    mutating func sitting() {
      guard let group = draft.group else { return }
      let procurement = draft.procurement.flatMap { governance.nearest(Procurement.self, of: $0) }
      let parties = draft.bodies + (procurement?.given.bidders ?? []) + [procurement?.given.provider].compactMap { $0 }
      var named: Set<ID<Body>> = []
      let bodies = parties.filter { named.insert($0).inserted }
      let sitting = Sitting(of: group, concerning: bodies, in: governance)
      let isCompetitive = procurement?.given.route == .competitive
      if sitting.members.isEmpty {
        return note("quorum", .unknown, "no members of \(governance.name(ID(group))) are recorded", "MTG.QUORUM")
      }
      var leaving = Set(draft.away)
      for member in sitting.members where !member.ties.isEmpty {
        let declared = member.ties.contains { $0.sort == .interest }
        let words = member.ties.map { "\($0.words) (\(governance.register.name($0.body)))" }
        let name = governance.name(ID(member.person))
        leaving.insert(member.person)
        ties.append(
          MemberTies(
            person: NamedHolder(ID(member.person), in: governance),
            role: member.seat.given.role?.rawValue ?? "", ties: words, mustLeave: isCompetitive || declared))
        if isCompetitive {
          note(
            "interests", .finding, "\(name) must leave for it: \(words.joined(separator: "; "))", "PSR.COI.ICBMEMBER")
        } else if !declared {
          note(
            "interests", .finding,
            "\(name) has a tie that no declaration in force covers: \(words.joined(separator: "; "))", "COI.REG.SCOPE")
        } else {
          note(
            "interests", .finding,
            "how the interest of \(name) is handled is to be decided and minuted: \(words.joined(separator: "; "))",
            "COI.MANAGE")
        }
      }
      if ties.isEmpty {
        if bodies.isEmpty {
          note(
            "interests", .unknown, "the draft names no body that it concerns, so no tie can be looked for", "COI.MANAGE"
          )
        } else {
          note(
            "interests", .met,
            "no member has a recorded tie to \(Sentences.list(bodies.map(governance.register.name)))", "COI.MANAGE")
        }
      }
      remaining = sitting.members.filter { $0.votes && !leaving.contains($0.person) }
        .map { governance.name(ID($0.person)) }
      guard let wanting = sitting.wanting(without: leaving) else {
        return note("quorum", .unknown, "no quorum of \(governance.name(ID(group))) is recorded", "MTG.QUORUM")
      }
      if wanting.isEmpty {
        note(
          "quorum", .met,
          "\(Sentences.count(remaining.count, "voting member remains", "voting members remain")), which is enough by \(sitting.quorumSource)",
          "MTG.QUORUM")
      } else {
        note(
          "quorum", .finding,
          "without those who leave there is no quorum by \(sitting.quorumSource): \(wanting.joined(separator: "; "))",
          "MTG.QUORUM")
      }
    }

    // MARK: The meeting

    mutating func meeting() {
      let row =
        draft.meeting.flatMap { governance.nearest(Meeting.self, of: $0) }
        ?? draft.group.flatMap { group in
          governance.calendar(\Meeting.group, naming: group).first { $0.given.on == draft.on }
        }
      guard let meeting = row else {
        return note(
          "notice", .unknown,
          "no meeting on \(draft.on.written) is recorded, so its notice and papers cannot be looked at", "MTG.NOTICE")
      }
      let on = meeting.given.on ?? draft.on
      if let notice = meeting.given.notice {
        let days = clearDays(from: notice, to: on)
        note(
          "notice", days >= 3 ? .met : .finding,
          "notice was given on \(notice.written): \(Sentences.count(days, "clear day", "clear days")), and three are needed",
          "MTG.NOTICE")
      } else {
        let due = on.advanced(by: -4)
        note("notice", .unknown, "no public notice is recorded; it is due by \(due.written)", "MTG.NOTICE")
      }
      let clause = paperRule()
      guard let clause else {
        return note("papers", .unknown, "when papers are due is not recorded", "MTG.PAPERS.LOCAL")
      }
      let due = clause.isWorking ? BankHolidays.workingDay(clause.days, before: on) : on.advanced(by: -clause.days)
      if let papers = meeting.given.papers {
        note(
          "papers", papers <= due ? .met : .finding,
          "papers were published on \(papers.written); they were due by \(due.written)", "MTG.PAPERS.LOCAL")
      } else {
        note(
          "papers", .unknown, "papers are due by \(due.written), and none are recorded as published", "MTG.PAPERS.LOCAL"
        )
      }
    }

    private func paperRule() -> (days: Int, isWorking: Bool)? {
      guard let group = draft.group, let bodies = governance.row(Group.self, of: group)?.given.bodies else {
        return nil
      }
      let clauses = bodies.flatMap { governance.rows(\Clause.body, naming: $0) }
      let value =
        clauses.first { $0.given.setting == .paperDays && $0.given.group == group }?.given.value
        ?? clauses.first { $0.given.setting == .paperDays && $0.given.group == nil }?.given.value
      let words = (value ?? "").split(separator: " ")
      return words.first.flatMap { Int($0) }.map { ($0, words.dropFirst().first == "working") }
    }

    mutating func openness() {
      guard let open = draft.open, !open else { return }
      if let ground = draft.ground, !ground.isEmpty {
        note(
          "openness", .met, "the public is excluded for a stated reason: \(ground); the resolution is to be minuted",
          "MTG.PUBLIC.BOARD")
      } else {
        note("openness", .finding, "the item is taken in private and no reason is stated", "MTG.PUBLIC.BOARD")
      }
    }

    // MARK: The content

    mutating func effects() {
      let missing = DecisionAnswer.effects.filter { !draft.effects.contains($0) }
      if missing.isEmpty {
        note("effects", .met, "effects on health, quality, resources and inequalities are assessed", "DUTY.TRIPLEAIM")
      } else {
        note(
          "effects", .finding, "the draft names no assessment of the effects on \(Sentences.list(missing))",
          "DUTY.TRIPLEAIM")
      }
    }

    mutating func involvement() {
      switch draft.changesServices {
      case nil: note("involvement", .unknown, "whether it changes services is not said", "DUTY.INVOLVE")
      case false?: note("involvement", .notApplicable, "it changes no services", "DUTY.INVOLVE")
      case true?:
        let before = draft.involved.filter { $0 < draft.on }
        if let last = before.max() {
          note("involvement", .met, "people were involved before it, last on \(last.written)", "DUTY.INVOLVE")
        } else {
          note(
            "involvement", .finding, "it changes services, and the draft names nobody who was involved before it",
            "DUTY.INVOLVE")
        }
      }
    }

    mutating func advice() {
      switch draft.clinical {
      case nil, false?: return
      case true?:
        if draft.advice.isEmpty {
          note("advice", .finding, "it is a clinical matter, and no professional advice is named", "DUTY.ADVICE")
        } else {
          note("advice", .met, "advice was taken from \(Sentences.list(draft.advice))", "DUTY.ADVICE")
        }
      }
    }

    mutating func selection() {
      guard let id = draft.procurement, let procurement = governance.nearest(Procurement.self, of: id) else { return }
      let given = procurement.given
      guard let body = given.authority else { return }
      for rule in Rules.all where rule.text.section == .selection {
        let verdict = rule.verdict(on: body, in: governance)
        let own = verdict.findings.filter { $0.contains(given.title ?? id.text) }
        if verdict.result == .finding, !own.isEmpty {
          note("provider selection", .finding, own.joined(separator: "; "), rule.id)
        }
      }
      let notices = governance.rows(\Notice.procurement, naming: id)
      guard [.directC, .mostSuitable, .competitive].contains(given.route) else { return }
      guard let published = notices.first(where: { $0.given.sort == .intent })?.given.published else {
        return note(
          "standstill", .unknown, "no notice of the intention to award is recorded as published", "PSR.NOTICE.INTENT")
      }
      let told = governance.rows(\Representation.procurement, naming: id).compactMap(\.given.told).max()
      let standstill = Standstill(published: published, lastTold: told)
      note(
        "standstill", draft.on < standstill.earliest ? .finding : .met,
        "the standstill ends at midnight closing \(standstill.ends.written): no contract before \(standstill.earliest.written)",
        "PSR.STANDSTILL")
    }

    mutating func law() {
      guard let law = draft.law, !law.isEmpty else { return }
      let words = law.lowercased()
      let proposed = Rules.all.filter { $0.text.status == .proposed }
      let isBill = words.contains("bill") || proposed.contains { $0.id.text.lowercased() == words }
      guard isBill else { return note("law", .unknown, "whether '\(law)' gives the power is for a person to judge") }
      let started = proposed.filter { words.contains($0.id.text.lowercased()) }
        .compactMap { governance.commencement(of: $0.id) }.min()
      if let started, started <= draft.on {
        note("law", .met, "'\(law)' is in force since \(started.written)")
      } else {
        note(
          "law", .finding,
          "'\(law)' is not in force on \(draft.on.written): it is proposed, and no power can rest on it")
      }
    }
  }
}
