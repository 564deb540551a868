internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// What was filled in to make an area, checked, and the forms to fill it in.
struct AreaForm {
  let form: Place.AreaForm
  let visit: Visit
  /// The question, once a known sort of piece was chosen and codes were given.
  let question: AreaQuestion?
  private let pieceError: String?
  private let codesError: String?
  private let boardError: String?

  /// Checks what was filled in. An empty form has no errors and no question.
  init(_ form: Place.AreaForm, _ visit: Visit) {
    self.form = form
    self.visit = visit
    let isKnown = AreaQuestion.pieces.contains { $0.word == form.piece }
    let typed = AreaQuestion(piece: form.piece, typed: form.codes)
    let isSent = !form.piece.isEmpty || !typed.codes.isEmpty
    pieceError = !isSent || isKnown ? nil : "Choose what the codes are of"
    codesError = isSent && isKnown ? AreaForm.fault(typed, visit) : nil
    question = isKnown && !typed.codes.isEmpty ? typed : nil
    boardError =
      form.board.isEmpty || AreaForm.board(form, visit) != nil ? nil : "Choose a board from the list"
  }

  /// Whether what was filled in can be answered.
  var isSound: Bool { problems.isEmpty }
  var problems: [String] { [pieceError, codesError].compactMap { $0 } }

  private static func fault(_ question: AreaQuestion, _ visit: Visit) -> String? {
    if question.codes.isEmpty { return "Paste at least one code" }
    if question.codes.count > AreaQuestion.limit {
      return
        "Paste at most \(Figures.grouped(AreaQuestion.limit)) codes: these are \(Figures.grouped(question.codes.count))"
    }
    guard let unknown = try? question.unknown(in: visit.snapshot, blocks: visit.blocks) else {
      return "The codes could not be checked: a lookup of the record cannot be read"
    }
    guard !unknown.isEmpty else { return nil }
    let many = AreaQuestion.pieces.first { $0.word == question.piece }?.many ?? question.piece
    let shown = unknown.prefix(12).map { $0.count > 24 ? $0.prefix(24) + "…" : $0[...] }.joined(
      separator: ", ")
    let more = unknown.count > 12 ? " and \(Figures.grouped(unknown.count - 12)) more" : ""
    return
      "Take out or correct what are no codes of \(many) on \(visit.snapshot.trueOn.written): \(shown)\(more)"
  }

  // MARK: Measures

  var isAll: Bool { form.measure == "all" }

  /// The measures to show, where the form names any.
  var measures: [String] {
    isAll ? MeasuresAnswer(in: visit.snapshot).measures.map(\.id) : [form.measure]
  }

  /// The same form, with every measure shown in place of the main ones, or the other way about.
  var turned: Place.AreaForm {
    var other = form
    other.measure = isAll ? "" : "all"
    return other
  }

  /// What is to be typed to keep the area.
  var command: String {
    let codes = question?.codes ?? []
    let start = "concordat area RECORD --name \"My area\" --piece \(form.piece)"
    return codes.count <= 6 ? "\(start) \(codes.joined(separator: " "))" : "\(start) --codes FILE"
  }

  // MARK: Pasting

  var fields: [Field] {
    [
      Field(
        name: "piece", label: "What are the codes of?",
        kind: .choice(AreaQuestion.pieces.map { ($0.word, Sentences.capital($0.many)) }), value: form.piece,
        error: pieceError),
      Field(
        name: "codes", label: "Codes", kind: .paragraph, value: form.codes,
        hint: "Up to \(Figures.grouped(AreaQuestion.limit)), parted by spaces, commas or new lines",
        error: codesError),
    ] + (boardError == nil ? [] : [Field(name: "board", label: "Board", error: boardError)])
  }

  func write(to html: inout HTML) {
    html(.form, .action(Address(.area(Place.AreaForm()))), .word("method", "get")) { html in
      for field in fields.prefix(2) { html.add(field) }
      writeMoment(to: &html)
      html(.button, "Show this area", .type("submit"))
    }
  }

  private func writeMoment(to html: inout HTML) {
    if let on = visit.address.on { html(.input, .type("hidden"), .name("on"), .value(on.description)) }
    if let known = visit.address.known { html(.input, .type("hidden"), .name("known"), .value(known.text)) }
  }

  // MARK: Ticking

  private static func board(_ form: Place.AreaForm, _ visit: Visit) -> ID<Body>? {
    let register = visit.snapshot.register
    return register.bodies(.integratedCareBoard).first { $0.text == form.board }
  }

  /// First a board is chosen, then its parts are ticked.
  func writeTicks(to html: inout HTML) {
    let register = visit.snapshot.register
    let boards = register.bodies(.integratedCareBoard).map { (value: $0.text, words: register.name($0)) }
      .sorted { ($0.words, $0.value) < ($1.words, $1.value) }
    guard !boards.isEmpty else {
      html(
        .p, "There were no integrated care boards on \(visit.snapshot.trueOn.written). Choose another date.")
      return
    }
    html(.form, .action(Address(.area(Place.AreaForm()))), .word("method", "get")) { html in
      html.add(
        Picker(
          name: "board", label: "Integrated care board (ICB)", options: [("", "Choose a board")] + boards,
          chosen: form.board, hint: boardError))
      writeMoment(to: &html)
      html(.button, "Show its parts", .type("submit"))
    }
    guard let board = AreaForm.board(form, visit) else { return }
    let councils = Set(register.overlaps(with: board).map(\.fact.subject)).sorted()
    writeParts(
      register.descendants(of: board, kind: .subICBLocation), "sub-icb-location", scheme: "ods",
      "Sub-ICB locations of \(register.name(board))", to: &html)
    writeParts(councils, "council", scheme: "ons", "Councils of \(register.name(board))", to: &html)
  }

  private func writeParts(
    _ bodies: [ID<Body>], _ piece: String, scheme: String, _ label: String, to html: inout HTML
  ) {
    let register = visit.snapshot.register
    let parts = bodies.compactMap { body in
      register.code(body, in: scheme).map { (value: $0, words: "\(register.name(body)) (\($0))") }
    }
    .sorted { ($0.words, $0.value) < ($1.words, $1.value) }
    guard !parts.isEmpty else { return }
    html(.form, .action(Address(.area(Place.AreaForm()))), .word("method", "get")) { html in
      html(.input, .type("hidden"), .name("piece"), .value(piece))
      html.add(Field(name: "codes", label: label, kind: .ticks(parts), id: "ticks-\(piece)"))
      writeMoment(to: &html)
      html(.button, "Show the area of those ticked", .type("submit"))
    }
  }

  // MARK: Help

  static var examples: Facts {
    Facts(
      [
        .init(
          "Small areas",
          "Lower layer super output areas (LSOAs), about 1,500 people each: E01000001. Those of 2011 and of 2021 differ."
        ),
        .init("Wards", "The areas councillors are elected for: E05009317."),
        .init("Practices", "General practices, as the NHS codes them: H81047."),
        .init("Networks", "Primary care networks, groups of practices: U12345."),
        .init(
          "Sub-ICB locations", "The parts of a board, mostly the commissioning groups of before: 15N, D4U1Y."),
        .init("Councils", "As the Office for National Statistics codes them: E06000036."),
      ], isWide: true)
  }
}
