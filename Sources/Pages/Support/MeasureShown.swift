internal import Answers
internal import Chronicle
internal import Measures
internal import Recast
internal import Register
internal import Vocabulary

/// Figures of a measure on a map, with what a reader chose and what they are set against.
struct MeasureShown {
  /// What is shown, from which map, on which, for which kind of body.
  let entry: MeasureEntry
  let kind: BodyKind
  let from: Day
  let on: Day
  let label: String
  /// The figures on the map, with what flowed from each body to each.
  let answer: RecastAnswer
  /// The same figures on the old map; nil where it is the same map or has no such bodies.
  let before: RecastAnswer?
  private let register: Register

  /// The kinds of body figures can be shown for, in the order offered.
  static let kinds: [BodyKind] = [
    .integratedCareBoard, .nhsRegion, .subICBLocation, .council, .clinicalCommissioningGroup,
    .sustainabilityAndTransformationPartnership,
  ]

  /// The table shown, and the same on the old map.
  var table: RecastAnswer.Table? { answer.periods.last }
  var oldTable: RecastAnswer.Table? { before?.periods.last }

  /// The figures a reader asked for. Throws `QuestionError` where they cannot be had.
  init(_ entry: MeasureEntry, _ view: Place.MeasureView, _ visit: Visit) throws {
    guard let measure = ID<Measure>(entry.id), let latest = entry.labels.last else {
      throw QuestionError("No figures of \(entry.name) are loaded yet.")
    }
    guard let kind = BodyKind(rawValue: view.kind), MeasureShown.kinds.contains(kind) else {
      throw QuestionError("Figures cannot be shown for “\(view.kind)”. Choose a kind of body from the list.")
    }
    let on = visit.snapshot.trueOn
    self.entry = entry
    self.kind = kind
    register = visit.snapshot.register
    self.on = on
    from = view.from ?? MeasureShown.oldMap(of: kind, visit.snapshot)
    label = view.period ?? latest
    guard entry.labels.contains(label) else {
      throw QuestionError(
        "There are no figures of \(entry.name) for “\(label)”. The record has \(MeasureWriting.periods(entry.labels))."
      )
    }
    guard !visit.snapshot.register.bodies(kind).isEmpty else {
      throw QuestionError(
        "There were no \(kind.plural) on \(on.written). Choose another date or kind of body.")
    }
    var question = RecastQuestion(
      measure: measure, from: from, to: .bodies(kind, on: on), label: label, working: !entry.isRatio)
    answer = try question.answer(visit.snapshot, blocks: visit.blocks)
    guard from != on, !visit.snapshot.on(from).register.bodies(kind).isEmpty else {
      before = nil
      return
    }
    question.map = .bodies(kind, on: from)
    question.working = false
    before = try? question.answer(visit.snapshot, blocks: visit.blocks)
  }

  /// The day before the last change of the map: the old map a reader most likely means.
  static func oldMap(of kind: BodyKind, _ snapshot: Snapshot) -> Day {
    let day = snapshot.trueOn
    let changes = snapshot.register.changeDays(of: [kind]).filter { $0 <= day && $0 != .distantPast }
    for change in changes.reversed() {
      let eve = change.advanced(by: -1)
      let old = snapshot.on(eve).register
      if !old.bodies(kind).isEmpty { return eve }
    }
    return day
  }

  /// The rows that are bodies, the greatest first; those without a figure last.
  var bodies: [RecastAnswer.Row] {
    (table?.rows ?? []).filter { $0.target != "none" && $0.target != "unplaced" }
      .sorted { ($1.value ?? -1, $0.targetName) < ($0.value ?? -1, $1.targetName) }
  }

  /// What belongs to no body of the kind, and what could not be placed.
  var others: [RecastAnswer.Row] {
    (table?.rows ?? []).filter { $0.target == "none" || $0.target == "unplaced" }
  }

  /// The short name of a body, or the name of a row that is none.
  func name(_ target: String, _ name: String) -> String {
    guard let id = ID<Body>(target), register.kind(id) != nil else { return name }
    return register.shortName(id)
  }

  func name(_ row: RecastAnswer.Row) -> String { name(row.target, row.targetName) }

  var writing: BarList.Writing { MeasureWriting.writing(isRatio: entry.isRatio) }

  func text(_ value: Double?) -> String {
    value.map { MeasureWriting.text($0, isRatio: entry.isRatio) } ?? ""
  }

  /// The whole in plain words: what, when, on which map, the greatest and the least, and how sure.
  var sentence: String {
    let known = bodies.filter { $0.value != nil }
    guard let most = known.first, let least = known.last, let table else { return answer.sentence }
    let when = MeasureWriting.period(label)
    let unit = entry.isRatio ? "" : " \(entry.unit)"
    var words: String
    if known.count == 1 {
      words = "\(when): \(name(most)) had \(text(most.value))\(unit)."
    } else {
      words =
        "\(when), on the map of \(on.written): of \(Figures.grouped(known.count)) \(kind.plural), the highest figure is "
        + "\(text(most.value))\(unit) in \(name(most)) and the lowest \(text(least.value)) in \(name(least))."
    }
    if entry.isRatio, let total = table.total { words += " England as a whole: \(text(total))." }
    return words + certainty
  }

  /// How many figures are exact, shared out or not given, in a sentence or two.
  private var certainty: String {
    let about = bodies.count { $0.status == "apportioned" }
    let refused = bodies.count { $0.status == "refused" }
    if let table, table.smallNumbers != nil {
      let hidden = bodies.count { $0.status == "suppressed" }
      return hidden == 0
        ? " No figure is hidden."
        : " \(Sentences.capital(Figures.spelt(hidden))) \(hidden == 1 ? "is" : "are") not shown (*)."
    }
    if about == 0, refused == 0 { return " Every figure is exact." }
    var words = ""
    if about > 0 {
      let many = about == 1 ? "figure is" : "figures are"
      let rest = about + refused == bodies.count ? "." : "; the others are exact."
      words +=
        " \(Sentences.capital(Figures.spelt(about))) \(many) shared out in part\(refused > 0 ? "." : rest)"
    }
    if refused > 0 { words += " \(Sentences.capital(Figures.spelt(refused))) could not be given." }
    return words
  }

  // MARK: What moved

  /// What flowed from or into bodies that changed.
  var moved: [RecastAnswer.Flow] {
    let flows = (table?.working ?? []).filter { !$0.source.isEmpty && !$0.target.isEmpty && $0.value > 0 }
    let changed = flows.filter { $0.source != $0.target }
    let sources = Set(changed.map(\.source))
    let targets = Set(changed.map(\.target))
    return flows.filter { sources.contains($0.source) || targets.contains($0.target) }
  }
}
