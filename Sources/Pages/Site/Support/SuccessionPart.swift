internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// What came to a body and what passed from it: each change drawn or said, every count in one table.
struct SuccessionPart {
  let id: String
  let heading: String
  let own: Flows.End
  /// What came to the body.
  let came: [SuccessionEntry]
  /// What passed from it.
  let passed: [SuccessionEntry]
  /// Sentences to set before the drawings.
  var callouts: [String] = []

  /// The most drawings in one part; what is over is said in a sentence.
  private static let drawings = 3

  /// Writes the part; nothing where nothing happened.
  func write(_ visit: Visit, to html: inout HTML) {
    guard !came.isEmpty || !passed.isEmpty || !callouts.isEmpty else { return }
    html.part(heading, id: id) { html in
      for words in callouts { html.add(Callout(words, .change)) }
      var drawn = 0
      for (index, group) in FlowGroup.groups(came).enumerated() {
        write(
          group, Flows(to: own, group.entries), "\(id)-to-\(index + 1)",
          SuccessionWords.before(group, own.name, on: visit.snapshot.trueOn), visit,
          &drawn, to: &html)
      }
      for (index, group) in FlowGroup.groups(passed).enumerated() {
        write(
          group, Flows(from: own, group.entries), "\(id)-from-\(index + 1)",
          SuccessionWords.after(group, own.name, on: visit.snapshot.trueOn), visit,
          &drawn, to: &html)
      }
      counts(visit, to: &html)
    }
  }

  private func write(
    _ group: FlowGroup, _ flows: Flows, _ id: String, _ sentence: String, _ visit: Visit, _ drawn: inout Int,
    to html: inout HTML
  ) {
    let isMoving = flows.items.count > 1 || !flows.isWhole
    if drawn < SuccessionPart.drawings, isMoving,
      let drawing = flows.drawing(id: id, title: group.title(of: own.name), sentence: sentence, visit)
    {
      drawn += 1
      html.add(drawing)
      if let note = flows.basisNote { html.aside(note) }
    } else {
      html(.p, .class("finding")) { html in
        html.text(sentence)
        if group.isPlanned {
          html.text(" ")
          html.add(Badge.planned)
        }
      }
    }
  }

  private func counts(_ visit: Visit, to html: inout HTML) {
    let flows = Flows(Flows(to: own, came).items + Flows(from: own, passed).items)
    guard !flows.items.isEmpty else { return }
    html.known("Every count: by registered people, residents and small areas") { html in
      html(.div, .class("small-table")) { html in
        html.add(flows.table(id: "\(id)-shares", caption: "Shares on every basis", visit))
      }
      let notes = Set((came + passed).flatMap { [$0.instrument, $0.note] }).filter { !$0.isEmpty }.sorted()
      if !notes.isEmpty {
        html(.ul) { html in for note in notes { html(.li, Sentences.capital(note)) } }
      }
    }
  }
}
