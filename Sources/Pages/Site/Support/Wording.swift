internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

extension Visit {
  /// Another place at the same moment.
  func link(to place: Place) -> Link { address.at(place).link }

  /// The page of a body at the same moment.
  func link(toBody id: String) -> Link { address.at(.body(id)).link }

  /// The page's answer as data, for the foot of its main table.
  var downloads: [NamedLink] { [NamedLink("CSV", address.as(.csv)), NamedLink("JSON", address.as(.json))] }

  /// What a form must send along so that its answer is for the same moment.
  var moment: [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    if let on = address.on { fields.append(("on", on.description)) }
    if let known = address.known { fields.append(("known", known.text)) }
    return fields
  }

  /// The box that looks for bodies, places and codes.
  func searchBox(_ words: String = "", isLarge: Bool = false) -> SearchBox {
    SearchBox(
      action: Link(path: ["find"]), label: "A body, place, code or postcode", words: words, isLarge: isLarge,
      kept: moment)
  }
}

/// Words that several pages share.
enum Wording {
  /// `integrated care board (ICB)`: a kind of body with its everyday letters, for its first use on a page.
  static func singular(_ kind: BodyKind) -> String {
    letters(kind).map { "\(kind.singular) (\($0))" } ?? kind.singular
  }

  /// `integrated care boards (ICBs)`.
  static func plural(_ kind: BodyKind) -> String {
    letters(kind).map { "\(kind.plural) (\($0)s)" } ?? kind.plural
  }

  private static func letters(_ kind: BodyKind) -> String? {
    switch kind {
    case .integratedCareBoard: "ICB"
    case .integratedCarePartnership: "ICP"
    case .integratedCareSystem: "ICS"
    case .clinicalCommissioningGroup: "CCG"
    case .sustainabilityAndTransformationPartnership: "STP"
    case .primaryCareNetwork: "PCN"
    default: nil
    }
  }

  /// `ODS code`, with what the letters stand for.
  static func scheme(_ scheme: String) -> String {
    switch scheme {
    case "ods": "NHS code (ODS)"
    case "ons": "Statistics code (ONS)"
    default: "\(scheme.uppercased()) code"
    }
  }

  /// A life in words; what has no start or end in the record is said to have none.
  static func life(_ span: some Spanning) -> String {
    span.period == .always ? "no start or end is recorded" : span.periodWritten
  }

  /// What was counted, as a heading: `Registered people, 2025/26`.
  static func unit(_ unit: String) -> String {
    switch unit {
    case "lsoa11": "Small areas of 2011"
    case "lsoa21": "Small areas of 2021"
    case _ where unit.hasPrefix("people registered "): "Registered people, \(unit.dropFirst(18))"
    case _ where unit.hasPrefix("people "): "Residents, \(unit.dropFirst(7))"
    default: unit
    }
  }

  /// A count that is shown to people: whole, with commas.
  static func people(_ count: Double) -> String {
    count.isFinite && count.magnitude < 1e15 ? Figures.grouped(Int(count.rounded())) : "–"
  }

  /// Codes in a line: `QNQ, E54000034`.
  static func codes(_ codes: [CodeEntry]) -> String { codes.map(\.code).joined(separator: ", ") }
}

extension HTML {
  /// Adds a paragraph.
  mutating func paragraph(_ words: String) {
    guard !words.isEmpty else { return }
    self(.p, words)
  }

  /// Adds a short paragraph in a quiet voice.
  mutating func aside(_ words: String) { self(.p, words, .class("note")) }

  /// Adds a paragraph that is one link.
  mutating func way(_ words: String, _ link: Link) { self(.p) { html in html(.a, words, .href(link)) } }

  /// Adds what a form must send along so that its answer is for the same moment.
  mutating func moment(_ visit: Visit) {
    for field in visit.moment { self(.input, .type("hidden"), .name(field.name), .value(field.value)) }
  }

  /// Adds the sources of an answer, folded away until asked for.
  mutating func known(_ sources: [SourceNote], _ visit: Visit) {
    guard !sources.isEmpty else { return }
    known { html in
      html(.ul) { html in
        for source in sources.prefix(12) { html(.li) { html in html.source(source, visit) } }
      }
      if sources.count > 12 { html.way("All sources of the record", visit.link(to: .sources)) }
    }
  }

  private mutating func source(_ source: SourceNote, _ visit: Visit) {
    self(.a, source.title, .href(visit.link(to: .source(source.id))))
    let rest = [source.publisher, source.published.written].filter { !$0.isEmpty && $0 != "date unknown" }
    text((rest.isEmpty ? "" : ", " + rest.joined(separator: ", ")) + ". ")
    for certainty in source.certainties {
      add(Badge(certainty))
      text(" ")
    }
  }
}
