internal import Chronicle
public import Register
public import Vocabulary

/// One step by which the power to decide passes: an authority in force on the day, or one that would be looked to.
public struct PowerStep {
  /// The authority.
  public let authority: Held<Authority>

  init(_ authority: Held<Authority>) { self.authority = authority }

  /// By what it is given.
  public var sort: Authority.Sort? { authority.given.sort }
  /// Who gives it.
  public var giver: ID<Holder>? { authority.given.giver }
  /// Who takes it.
  public var taker: ID<Holder>? { authority.given.taker }
  /// The most it covers; nil for no limit.
  public var limit: Pounds? { authority.given.limit }
}

/// A way from the body that holds a function to somebody who may exercise it.
public struct PowerPath {
  /// The steps, from the holder down.
  public let steps: [PowerStep]
  /// The smallest limit on the way; nil where there is none.
  public let limit: Pounds?
  /// Why it does not serve: over the limit, elsewhere, a vacant post. Empty where it serves.
  public let hindrances: [Hindrance]

  /// Who exercises the function at its end.
  public var decider: ID<Holder>? { steps.last?.taker }

  /// How narrow it is: for one place before everywhere, for a kind of decision before all, then by limit.
  var narrowness: (Int, Int, Int, Int) {
    let last = steps.last?.authority.given
    return (
      (last?.places ?? []).isEmpty ? 1 : 0, (last?.kinds ?? []).isEmpty ? 1 : 0,
      limit?.pence ?? .max, -steps.count
    )
  }

  /// Why a way does not serve.
  public struct Hindrance: Hashable, Sendable {
    /// What sort of reason.
    public enum Sort: String, Hashable, Sendable {
      case overLimit = "over-limit"
      case elsewhere
      case otherKind = "other-kind"
      case vacant
      case advisory
      case notLive = "not-live"
      case conditions
      case joint
      case onward
      case parent
    }
    /// What sort of reason.
    public let sort: Sort
    /// The reason in words.
    public let words: String
    /// Whether it is a fault of the scheme, and not only that the question is another.
    public var isFault: Bool { ![.overLimit, .elsewhere, .otherKind].contains(sort) }
  }
}

/// Who decides: the body that holds a function, and the ways its power is passed on.
public struct Power {
  /// What is asked.
  public struct Question {
    /// The function.
    public let function: ID<Function>
    /// The place; nil for none in particular.
    public let place: ID<Body>?
    /// The sum; nil where none is asked about.
    public let value: Pounds?
    /// The kind of decision; nil for any.
    public let kind: String?

    /// A question.
    public init(
      _ function: ID<Function>, place: ID<Body>? = nil, value: Pounds? = nil, kind: String? = nil
    ) {
      self.function = function
      self.place = place
      self.value = value
      self.kind = kind
    }
  }

  /// The function, as it is held on the day; nil where nobody holds it.
  public let function: Held<Function>?
  /// The body that holds it in law, and stays accountable.
  public let holder: ID<Body>?
  /// The ways that serve, the narrowest first. The first one's end decides.
  public let paths: [PowerPath]
  /// The ways that do not serve, with the reason.
  public let hindered: [PowerPath]
  /// What is wrong with the scheme as far as the question touches it, in words.
  public let gaps: [String]

  /// The way by which it is decided; nil where only the holder itself can.
  public var path: PowerPath? { paths.first }
}

extension Governance {
  /// Who decides on the day. O(authorities of the function, squared at worst).
  public func power(_ question: Power.Question) -> Power {
    guard let function = row(Function.self, of: question.function),
      let holder = function.given.holder
    else {
      return Power(
        function: nil, holder: nil, paths: [], hindered: [],
        gaps: ["nobody is recorded as holding it on this day"])
    }
    let authorities = rows(\Authority.function, naming: question.function)
    let origins = Set([ID<Holder>(holder)] + boards(of: holder).map { ID<Holder>($0.id) })
    let ways = paths(from: origins, through: authorities).map { judged($0, question, authorities) }
    let serving = ways.filter(\.hindrances.isEmpty).sorted { $0.narrowness < $1.narrowness }
    var gaps: [String] = []
    if register.legalForm(holder)?.fact.form.isLegalPerson == false {
      gaps.append("\(register.name(holder)) holds it and is no person in law, so it cannot")
    } else if register.legalForm(holder) == nil {
      gaps.append("the legal form of \(register.name(holder)) is not recorded")
    }
    if !register.exists(holder) {
      gaps.append("\(register.name(holder)) does not exist on this day")
    }
    if authorities.isEmpty {
      gaps.append(
        "no scheme or delegation for it is recorded on this day, so it stays with the holder")
    }
    for way in ways {
      gaps += way.hindrances.filter { $0.isFault }.map(\.words)
    }
    gaps += lapsed(question) + contradictions(serving)
    if serving.isEmpty, !authorities.isEmpty {
      gaps.append(
        "nothing recorded covers this question, so it stays with \(register.name(holder)) itself")
    }
    var seen: Set<String> = []
    return Power(
      function: function, holder: holder, paths: serving,
      hindered: ways.filter { !$0.hindrances.isEmpty },
      gaps: gaps.filter { seen.insert($0).inserted })
  }

  /// The boards of a body on the day.
  public func boards(of body: ID<Body>) -> [Held<Group>] {
    rows(\Group.bodies, naming: body).filter { $0.given.sort == .board }
  }

  /// Every way from the holder through authorities, each step's giver being the step before's taker.
  private func paths(from origins: Set<ID<Holder>>, through authorities: [Held<Authority>])
    -> [[PowerStep]]
  {
    var found: [[PowerStep]] = []
    func extend(_ path: [PowerStep], _ seen: Set<ID<Authority>>) {
      guard let last = path.last else { return }
      found.append(path)
      for next in authorities where !seen.contains(next.id) {
        let parent = next.given.parent
        guard
          parent == last.authority.id
            || (parent == nil && next.given.giver == last.taker && last.sort != .reserved)
        else { continue }
        extend(path + [PowerStep(next)], seen.union([next.id]))
      }
    }
    for authority in authorities {
      guard let giver = authority.given.giver else { continue }
      let parent = authority.given.parent
      let isRoot =
        origins.contains(giver) && (parent == nil || !authorities.contains { $0.id == parent })
      if isRoot { extend([PowerStep(authority)], [authority.id]) }
    }
    return found
  }

  private func judged(
    _ steps: [PowerStep], _ question: Power.Question, _ authorities: [Held<Authority>]
  ) -> PowerPath {
    let limit = steps.compactMap(\.limit).min()
    var found: [PowerPath.Hindrance] = []
    func note(_ sort: PowerPath.Hindrance.Sort, _ words: String) {
      found.append(PowerPath.Hindrance(sort: sort, words: words))
    }
    for (index, step) in steps.enumerated() {
      let given = step.authority.given
      let taker = given.taker.map(name) ?? "nobody"
      if let places = given.places, !places.isEmpty {
        if let place = question.place {
          if !places.contains(place) {
            note(
              .elsewhere,
              "\(taker) decides only for \(places.map(register.name).joined(separator: ", "))")
          }
        } else {
          note(
            .elsewhere,
            "\(taker) decides only for \(places.map(register.name).joined(separator: ", "))")
        }
      }
      if let kinds = given.kinds, !kinds.isEmpty, let kind = question.kind, !kinds.contains(kind) {
        note(.otherKind, "\(taker) decides only on \(kinds.joined(separator: ", "))")
      }
      if let outstanding = given.outstanding, !outstanding.isEmpty {
        note(
          .conditions, "the authority of \(taker) waits for \(outstanding.joined(separator: ", "))")
      }
      if let parent = given.parent, !authorities.contains(where: { $0.id == parent }) {
        note(
          .parent,
          "the authority of \(taker) rests on '\(parent)', which is not in force on this day")
      }
      if index > 0, steps[index - 1].authority.given.onward == .barred {
        note(
          .onward,
          "\(steps[index - 1].taker.map(name) ?? "the giver") may not pass it on, and passes it to \(taker)"
        )
      }
      found += hindrances(of: step, authorities)
    }
    if let limit, let value = question.value, value > limit, let taker = steps.last?.taker {
      note(.overLimit, "\(name(taker)) may decide up to \(limit.written)")
    }
    return PowerPath(steps: steps, limit: limit, hindrances: found)
  }

  /// What is wrong with whoever takes a step.
  private func hindrances(of step: PowerStep, _ authorities: [Held<Authority>]) -> [PowerPath
    .Hindrance]
  {
    guard let taker = step.taker else { return [] }
    if !history(Group.self, of: ID(taker)).isEmpty {
      guard let group = row(Group.self, of: ID(taker)) else {
        return [
          PowerPath.Hindrance(sort: .notLive, words: "\(name(taker)) does not exist on this day")
        ]
      }
      if group.given.competence == .advisory || group.given.sort == .forum {
        return [
          PowerPath.Hindrance(sort: .advisory, words: "\(name(taker)) advises and cannot decide")
        ]
      }
      guard step.sort == .joint || group.given.sort == .joint else { return [] }
      let function = step.authority.given.function
      return (group.given.bodies ?? []).compactMap { body in
        let origins = [ID<Holder>(body)] + boards(of: body).map { ID<Holder>($0.id) }
        let isGiven = authorities.contains {
          origins.contains($0.given.giver ?? ID(body)) && $0.given.taker == taker
        }
        let own = calendar(Authority.self).filter {
          $0.given.taker == taker && ($0.given.giver.map(origins.contains) ?? false)
        }
        let isGivenElsewhere = own.contains {
          $0.period.surelyContains(snapshot.trueOn) && $0.given.function != function
        }
        if isGiven || isGivenElsewhere { return nil }
        let ended = own.compactMap(\.end).filter { $0 <= snapshot.trueOn }.max()
        let words =
          ended.map {
            "the delegation of \(register.name(body)) to \(name(taker)) ended on \($0.written)"
          }
          ?? "no delegation of \(register.name(body)) to \(name(taker)) is recorded"
        return PowerPath.Hindrance(
          sort: .joint, words: words + ", and a joint committee needs one of every parent")
      }
    }
    if !history(Seat.self, of: ID(taker)).isEmpty {
      guard row(Seat.self, of: ID(taker)) != nil else {
        return [
          PowerPath.Hindrance(sort: .notLive, words: "\(name(taker)) does not exist on this day")
        ]
      }
      if rows(\Appointment.seat, naming: taker).isEmpty, isComplete(.appointments, of: taker) {
        return [PowerPath.Hindrance(sort: .vacant, words: "\(name(taker)) is vacant")]
      }
      return []
    }
    if register.existence(ID(taker)) != nil, !register.exists(ID(taker)) {
      return [
        PowerPath.Hindrance(
          sort: .notLive, words: "\(register.name(ID(taker))) does not exist on this day")
      ]
    }
    return []
  }

  /// Authorities that have ended and that the question would have gone to.
  private func lapsed(_ question: Power.Question) -> [String] {
    history(\Authority.function, naming: question.function).compactMap { authority in
      guard let end = authority.end, end <= snapshot.trueOn, let taker = authority.given.taker
      else { return nil }
      if let places = authority.given.places, !places.isEmpty {
        guard let place = question.place, places.contains(place) else { return nil }
      }
      let renewed = rows(\Authority.function, naming: question.function).contains {
        $0.given.taker == taker
      }
      return renewed
        ? nil : "the authority of \(name(taker)) ended on \(end.advanced(by: -1).written)"
    }
  }

  /// Two ends of equal narrowness: nobody can tell which is meant.
  private func contradictions(_ serving: [PowerPath]) -> [String] {
    guard serving.count > 1, let first = serving[0].decider, let second = serving[1].decider,
      first != second
    else {
      return []
    }
    let (a, b) = (serving[0].narrowness, serving[1].narrowness)
    guard (a.0, a.1, a.2) == (b.0, b.1, b.2) else { return [] }
    return [
      "\(name(first)) and \(name(second)) are given the same power: the scheme does not say which decides"
    ]
  }

  // MARK: Names

  /// What a body, group, seat or person is called on the day.
  public func name(_ holder: ID<Holder>) -> String {
    if let group = nearest(Group.self, of: ID(holder)) { return group.given.name ?? holder.text }
    if let seat = nearest(Seat.self, of: ID(holder)) {
      return seat.given.title ?? seat.given.role.map { $0.rawValue.replacing("-", with: " ") }
        ?? holder.text
    }
    if let person = nearest(Person.self, of: ID(holder)) { return person.given.name ?? holder.text }
    return register.name(ID(holder))
  }

  /// The row about a subject on the day, else its last before it, else its first.
  public func nearest<S: Sheet>(_ sheet: S.Type, of subject: ID<S>) -> Held<S>? {
    row(sheet, of: subject) ?? history(sheet, of: subject).last
      ?? calendar(sheet, of: subject).first
  }

  /// What sort of thing a holder is: `group`, `seat`, `person` or `body`.
  public func sort(of holder: ID<Holder>) -> String {
    if nearest(Group.self, of: ID(holder)) != nil { return "group" }
    if nearest(Seat.self, of: ID(holder)) != nil { return "seat" }
    return nearest(Person.self, of: ID(holder)) != nil ? "person" : "body"
  }
}
