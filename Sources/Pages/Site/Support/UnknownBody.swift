internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// What is sent back where no body has the identifier asked for.
enum UnknownBody {
  /// The way on, where the identifier is the code of one body on the day; else a page that says so.
  static func reply(_ visit: Visit, _ id: String, to place: (String) -> Place) -> Reply {
    let holders = visit.snapshot.register.bodies(withCode: id)
    if let only = holders.first, holders.count == 1 {
      var address = visit.address
      address.place = place(only.text)
      return Reply(.seeOther, body: [], location: address.link)
    }
    let shown = String(id.prefix(60))
    let head = PageHead(
      name: "No such body",
      summary: "No body in the record is known as “\(shown)”. Search for it by any name or code it ever had.")
    return Reply(
      .notFound,
      body: Frame.sheet(visit, head: head, hasData: false).page { html in
        html.add(visit.searchBox(shown, isLarge: true))
        html.part("Kinds of body", id: "kinds") { html in html.add(BodiesPage.kinds(visit, current: nil)) }
      })
  }
}
