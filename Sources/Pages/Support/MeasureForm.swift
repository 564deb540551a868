internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// The form that chooses how a measure is shown. It works without a script: it sends its fields to the same page.
enum MeasureForm {
  static func write(
    _ visit: Visit, _ entry: MeasureEntry, _ view: Place.MeasureView, from: Day?, to html: inout HTML
  ) {
    html(.form, .action(Address(.measure(entry.id, Place.MeasureView()))), .word("method", "get")) { html in
      if entry.labels.count > 1 {
        html.add(
          Picker(
            name: "period", label: "Period",
            options: entry.labels.reversed().map { ($0, MeasureWriting.period($0)) },
            chosen: view.period ?? entry.labels.last ?? ""))
      }
      html.add(
        Picker(name: "kind", label: "Shown for", options: kinds(visit), chosen: view.kind))
      html.add(
        Field(
          name: "on", label: "On the map of", kind: .date, value: visit.snapshot.trueOn.description,
          id: "map-on",
          hint: "Any day from 2016"))
      html.add(
        Field(
          name: "from", label: "Set against the map of", kind: .date, value: from?.description ?? "",
          id: "map-from",
          hint: "Leave empty for the day before the last change"))
      if let known = visit.address.known { html(.input, .type("hidden"), .name("known"), .value(known.text)) }
      if view.working { html(.input, .type("hidden"), .name("working"), .value("yes")) }
      html(.button, "Show these figures", .type("submit"))
    }
  }

  private static func kinds(_ visit: Visit) -> [(value: String, words: String)] {
    let register = visit.snapshot.register
    return MeasureShown.kinds.filter { !register.bodies($0).isEmpty }
      .map { ($0.rawValue, Sentences.capital($0.plural)) }
  }
}
