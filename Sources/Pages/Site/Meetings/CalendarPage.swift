internal import Answers
internal import Register
internal import Vocabulary

/// The meetings of a whole system on one calendar, month by month.
struct CalendarPage {
  let answer: CalendarAnswer
  let visit: Visit

  static func reply(_ visit: Visit, _ id: String) -> Reply {
    guard let answer = ID<Body>(id).flatMap({ CalendarAnswer(of: $0, in: visit.snapshot) }) else {
      return UnknownBody.reply(visit, id) { .systemCalendar($0) }
    }
    let name = "calendar-\(id)-\(answer.asAt.trueOn)"
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: name)
    case .csv:
      return DataReply.csv(
        header: ["bodies", "sector"] + MeetingsPage.header,
        rows: answer.meetings.map {
          [$0.bodies.map(\.name).joined(separator: ";"), $0.sector] + MeetingsPage.row($0.meeting)
        }, name: name)
    case .page: return Reply(body: CalendarPage(answer: answer, visit: visit).page())
    }
  }

  private func page() -> [UInt8] {
    let head = PageHead(
      kind: "Calendar", name: "Meetings in the system of \(answer.body.shortName)", summary: answer.sentence)
    return Frame.sheet(visit, head: head, crumbs: OpenWays.crumbs(answer.body)).page { html in
      for month in months { write(month, to: &html) }
      html.part("Of whom no meeting is known", id: "silent") { html in
        if answer.silent.isEmpty {
          html.paragraph("Of every body of the system a meeting is on record.")
        } else {
          html.paragraph("That none is on record is not to say that they do not meet.")
          html.add(Chips(answer.silent.map { ($0.shortName, visit.link(toBody: $0.id)) }))
        }
      }
      OpenWays.write(answer.body, visit, to: &html)
      OpenWays.writeSources(answer.sources, visit, to: &html)
    }
  }

  /// The meetings by month, in their order.
  private var months: [(month: String, meetings: [CalendarAnswer.Entry])] {
    var months: [(month: String, meetings: [CalendarAnswer.Entry])] = []
    for entry in answer.meetings {
      let month = String(entry.meeting.on.prefix(7))
      if months.last?.month == month {
        months[months.count - 1].meetings.append(entry)
      } else {
        months.append((month, [entry]))
      }
    }
    return months
  }

  private func write(_ month: (month: String, meetings: [CalendarAnswer.Entry]), to html: inout HTML) {
    let name = Day("\(month.month)-01").map(Sentences.month) ?? month.month
    html.part(name, id: "month-\(month.month)") { html in
      html.add(
        Table(
          id: "table-\(month.month)", caption: "Meetings in \(name)",
          columns: [
            .words("Day"), .words("Meeting"), .words("Whose"), .words("NHS or council"), .words("Public"),
            .words("State"),
          ],
          rows: month.meetings.map { entry in
            .init([
              .init(entry.meeting.onWritten),
              .init(entry.meeting.title, link: visit.link(to: .meeting(entry.meeting.id))),
              .init(Recorded.list(entry.bodies.map(\.shortName))),
              .init(entry.sector.isEmpty ? "neither" : Sentences.capital(entry.sector)),
              .init(Recorded.truth(entry.meeting.isPublic)), .init(Recorded.words(entry.meeting.state)),
            ])
          }, downloads: visit.downloads))
    }
  }
}
