internal import Answers
internal import Register
internal import Vocabulary

/// The ways to what a body shows of how it meets and decides.
enum OpenWays {
  /// The ways that suit a body of a kind.
  static func all(_ id: String, _ kind: BodyKind) -> [(words: String, place: Place)] {
    switch kind {
    case .integratedCareBoard:
      [
        ("When it meets", .meetings(id)), ("Interests and how they are handled", .interests(id)),
        ("How it chose its providers", .selection(id)), ("How it shares its work", .partnership(id)),
        ("What councils can scrutinise", .scrutiny(id)), ("The system’s calendar", .systemCalendar(id)),
      ]
    case .integratedCarePartnership, .nhsTrust, .council, .healthAndWellbeingBoard, .scrutinyCommittee, .cluster,
      .providerCollaborative, .placePartnership:
      [("When it meets", .meetings(id)), ("Interests and how they are handled", .interests(id))]
    default: []
    }
  }

  /// Writes the ways on from a page of a body.
  static func write(_ body: NamedBody, _ visit: Visit, to html: inout HTML) {
    let ways = all(body.id, body.bodyKind ?? .other) + [("How openly bodies meet, side by side", .transparency)]
    html.part("From here", id: "onwards") { html in
      html(.ul, .class("plain")) { html in
        for way in ways where way.place != visit.address.place {
          html(.li) { html in html(.a, way.words, .href(visit.link(to: way.place))) }
        }
      }
    }
  }

  /// The pages above one of a body.
  static func crumbs(_ body: NamedBody) -> [(name: String, place: Place)] {
    (body.bodyKind.map { [(Sentences.capital($0.plural), .bodies($0.rawValue))] } ?? []) + [
      (body.shortName, .body(body.id))
    ]
  }

  /// Writes what a page was taken from, where that is anything.
  static func writeSources(_ sources: [SourceNote], _ visit: Visit, to html: inout HTML) {
    guard !sources.isEmpty else { return }
    html.part("How this is known", id: "known") { html in
      html.add(SourceTable.table(sources, id: "sources", visit))
    }
  }
}

/// Values of answers in a reader's words, where a missing one is said to be missing.
enum Recorded {
  /// A day written out.
  static func day(_ day: String?) -> String { day.flatMap { Day($0) }?.written ?? "not recorded" }

  /// A number.
  static func number(_ value: Int?) -> String { value.map(Figures.grouped) ?? "not known" }

  /// A number with at most one place.
  static func number(_ value: Double?) -> String { value.map { Decimals.rounded($0, places: 1) } ?? "not known" }

  /// Yes or no.
  static func truth(_ value: Bool?) -> String { value.map { $0 ? "yes" : "no" } ?? "not recorded" }

  /// Words.
  static func words(_ words: String) -> String { words.isEmpty ? "not recorded" : Sentences.capital(words) }

  /// Names one after the other.
  static func list(_ names: [String]) -> String { names.isEmpty ? "none recorded" : names.joined(separator: "; ") }
}
