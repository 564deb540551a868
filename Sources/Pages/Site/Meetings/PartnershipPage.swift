internal import Answers
internal import Register
internal import Vocabulary

/// How a board shares its work: who has a say, its partners and places, councils, and what is done how near to people.
struct PartnershipPage {
  let answer: PartnershipAnswer
  let visit: Visit

  static func reply(_ visit: Visit, _ id: String) -> Reply {
    guard let answer = ID<Body>(id).flatMap({ PartnershipAnswer(of: $0, in: visit.snapshot) }) else {
      return UnknownBody.reply(visit, id) { .partnership($0) }
    }
    let name = "partnership-\(id)-\(answer.asAt.trueOn)"
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: name)
    case .csv: return DataReply.csv(header: header, rows: rows(answer), name: name)
    case .page: return Reply(body: PartnershipPage(answer: answer, visit: visit).page())
    }
  }

  private static let header = ["view", "level", "id", "name", "what", "value"]

  /// All views in one table, told apart by the first column.
  private static func rows(_ answer: PartnershipAnswer) -> [[String]] {
    let seats = answer.representation.rows.flatMap { row in
      zip(answer.representation.sectors, row.seats).map { sector, seats in
        ["representation", row.level, row.id, row.name, sector, seats.wrappedValue.map(String.init) ?? ""]
      }
    }
    let partnerships = answer.relations.partnerships.flatMap { link in
      link.members.map { ["board and partnership", "system", link.group.id, link.group.name, "member", $0.name] }
        + link.shared.map { ["board and partnership", "system", link.group.id, link.group.name, "on both", $0.name] }
    }
    let collaboratives = answer.relations.collaboratives.flatMap { link in
      let own = ["collaborative and system", "system", link.collaborative.id, link.collaborative.name]
      return link.members.map { own + ["member", $0.name] } + link.agreements.map { own + ["agreement", $0] }
        + link.functions.map { own + ["function", $0] }
    }
    let places = answer.relations.places.flatMap { link in
      let own = ["system and place", "place", link.place.id, link.place.name]
      return link.forms.map { own + ["form", $0] } + link.functions.map { own + ["function", $0] }
    }
    let councils = answer.coterminosity.councils.map {
      ["coterminosity", "system", $0.id, $0.name, $0.lies, "\($0.part) of \($0.whole)"]
    }
    let functions = answer.subsidiarity.functions.map { ["subsidiarity", $0.level, $0.id, $0.title, "test", $0.test] }
    return seats + partnerships + collaboratives + places + councils + functions
  }

  // MARK: Page

  private func page() -> [UInt8] {
    let head = PageHead(
      kind: "Partnership", name: "How \(answer.body.shortName) shares its work", summary: answer.sentence)
    return Frame.sheet(visit, head: head, crumbs: OpenWays.crumbs(answer.body)).page { html in
      representation(in: &html)
      partnerships(in: &html)
      collaboratives(in: &html)
      places(in: &html)
      councils(in: &html)
      functions(in: &html)
      OpenWays.write(answer.body, visit, to: &html)
    }
  }

  private func representation(in html: inout HTML) {
    let view = answer.representation
    html.part("Who has a say", id: "representation") { html in
      html(.p, view.sentence, .class("finding"))
      guard !view.rows.isEmpty else { return }
      html.add(
        Table(
          id: "representation-table", caption: "Seats and partners by level and sector",
          note: "None is said only where the list is said to be complete",
          columns: [.words("Group or place"), .words("Level")] + view.sectors.map { .figures(Sentences.capital($0)) },
          rows: view.rows.map { row in
            .init(
              [.init(row.name), .init(Sentences.capital(row.level))]
                + row.seats.map { .init($0.wrappedValue.map { $0 == 0 ? "none" : String($0) } ?? "not known") })
          }, downloads: visit.downloads))
      if let without = view.councilsWithoutSeat {
        html.paragraph(
          without.isEmpty
            ? "Every council with social care and public health has a seat."
            : "No seat speaks for: \(Sentences.list(without.map(\.name))).")
      } else {
        html.paragraph("Which councils have no seat is not known: the lists of seats are not said to be complete.")
      }
    }
  }

  private func partnerships(in html: inout HTML) {
    let links = answer.relations.partnerships
    html.part("Board and partnership", id: "partnerships") { html in
      guard !links.isEmpty else { return html.paragraph("Which partnership it has is not known.") }
      html.add(
        Table(
          id: "partnership-table", caption: "The partnership and the board",
          columns: [.words("Partnership"), .words("Made up by"), .words("On both"), .words("Latest strategy")],
          rows: links.map { link in
            .init([
              .init(link.group.name), .init(Recorded.list(link.members.map(\.shortName))),
              .init(Recorded.list(link.shared.map(\.name))), .init(Recorded.words(link.strategy)),
            ])
          }))
    }
  }

  private func collaboratives(in html: inout HTML) {
    let links = answer.relations.collaboratives
    html.part("Collaboratives and system", id: "collaboratives") { html in
      if links.isEmpty {
        html.paragraph("Which collaboratives of providers it has is not known.")
      } else {
        html.add(
          Table(
            id: "collaborative-table", caption: "Collaboratives of providers",
            columns: [
              .words("Collaborative"), .words("Members"), .words("Agreements with the board"),
              .words("Functions passed on to it"),
            ],
            rows: links.map { link in
              .init([
                .init(link.collaborative.shortName, link: visit.link(toBody: link.collaborative.id)),
                .init(Recorded.list(link.members.map(\.shortName))), .init(Recorded.list(link.agreements)),
                .init(Recorded.list(link.functions)),
              ])
            }))
      }
      if let trusts = answer.relations.trustsInNone {
        html.paragraph(
          trusts.isEmpty
            ? "Every NHS trust on record for the system is in one."
            : "In none: \(Sentences.list(trusts.map(\.shortName))).")
      } else {
        html.paragraph("Which trusts are in none is not known: the list is not said to be complete.")
      }
    }
  }

  private func places(in html: inout HTML) {
    let links = answer.relations.places
    html.part("System and place", id: "places") { html in
      guard !links.isEmpty else { return html.paragraph("How its places are set up is not known.") }
      html.add(
        Table(
          id: "place-table", caption: "Places and how they are set up",
          columns: [
            .words("Place"), .words("Forms"), .words("Led by"), .words("Functions passed on"), .words("Accountable"),
            .words("Agreed in writing"), .words("Looked at again"),
          ],
          rows: links.map { link in
            .init([
              .init(link.place.shortName, link: visit.link(toBody: link.place.id)),
              .init(Recorded.list(link.forms)), .init(Recorded.words(link.leader)),
              .init(Recorded.list(link.functions)),
              link.accountable.map { .init($0.shortName, link: visit.link(toBody: $0.id)) } ?? .init("not recorded"),
              .init(Recorded.list(link.agreed)), .init(Recorded.day(link.review)),
            ])
          }))
    }
  }

  private func councils(in html: inout HTML) {
    let view = answer.coterminosity
    html.part("Councils inside, in part, around", id: "coterminosity") { html in
      html(.p, view.sentence, .class("finding"))
      if let change = view.change { html.add(Callout(change.sentence, change.isLower ? .alarm : .change)) }
      guard !view.councils.isEmpty else { return }
      html.add(
        Table(
          id: "coterminosity-table", caption: "How each council lies",
          columns: [.words("Council"), .words("It lies"), .figures("Small areas inside"), .words("Tier")],
          rows: view.councils.map { council in
            .init([
              .init(council.name, link: visit.link(toBody: council.id)), .init(PartnershipPage.lies(council.lies)),
              .init("\(Figures.grouped(council.part)) of \(Figures.grouped(council.whole))"),
              .init(council.upperTier ? "Social care and public health" : "District, or not recorded"),
            ])
          }))
    }
  }

  private static func lies(_ word: String) -> String {
    switch word {
    case "within": "Wholly inside"
    case "part": "In part inside"
    default: "Around: the board lies in it"
    }
  }

  private func functions(in html: inout HTML) {
    let view = answer.subsidiarity
    html.part("What is done how near to people", id: "subsidiarity") { html in
      html(.p, view.sentence, .class("finding"))
      guard !view.functions.isEmpty else { return }
      html.add(
        Table(
          id: "subsidiarity-table", caption: "Functions by level, the widest first",
          note: "Passed on: an authority for places, or one given to a group of a place",
          columns: [.words("Function"), .words("Level"), .words("Passed on to"), .words("Test")],
          rows: view.functions.map { function in
            .init([
              .init(function.title), .init(Recorded.words(function.level)),
              .init(Recorded.list(function.nearer.map(\.shortName))), .init(Sentences.capital(function.test)),
            ])
          }))
    }
  }
}
