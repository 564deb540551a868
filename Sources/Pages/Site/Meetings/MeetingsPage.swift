internal import Answers
internal import Register
internal import Vocabulary

/// When a body and its committees meet: the next public meeting first.
struct MeetingsPage {
  let answer: MeetingsAnswer
  let visit: Visit

  static func reply(_ visit: Visit, _ id: String) -> Reply {
    guard let answer = ID<Body>(id).flatMap({ MeetingsAnswer(of: $0, in: visit.snapshot) }) else {
      return UnknownBody.reply(visit, id) { .meetings($0) }
    }
    let name = "meetings-\(id)-\(answer.asAt.trueOn)"
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: name)
    case .csv: return DataReply.csv(header: header, rows: (answer.forward + answer.past).map(row), name: name)
    case .page: return Reply(body: MeetingsPage(answer: answer, visit: visit).page())
    }
  }

  /// The columns of a meeting as data.
  static let header = [
    "id", "on", "title", "group", "state", "public", "venue", "notice", "papers", "minutes_approved",
    "minutes_published", "items", "certainty", "source",
  ]

  private static func row(_ listed: MeetingsAnswer.Listed) -> [String] { row(listed.meeting) }

  /// A meeting as data.
  static func row(_ meeting: MeetingEntry) -> [String] {
    [
      meeting.id, meeting.on, meeting.title, meeting.group.name, meeting.state,
      meeting.isPublic.map { $0 ? "yes" : "no" } ?? "", meeting.venue, meeting.notice ?? "", meeting.papers ?? "",
      meeting.minutesApproved ?? "", meeting.minutesPublished ?? "", String(meeting.items),
      meeting.certainty.rawValue, meeting.source,
    ]
  }

  // MARK: Page

  private func page() -> [UInt8] {
    let head = PageHead(kind: "Meetings", name: "When \(answer.body.shortName) meets", summary: answer.sentence)
    return Frame.sheet(visit, head: head, crumbs: OpenWays.crumbs(answer.body)).page { html in
      next(in: &html)
      forward(in: &html)
      past(in: &html)
      html.part("How openly it meets", id: "meter") { html in
        html.add(TransparencyPage.table([answer.meter], visit))
        TransparencyPage.writeMissing(answer.meter, visit, to: &html)
        html.way("How this is worked out, and other bodies", visit.link(to: .transparency))
      }
      html.part("Follow it", id: "feeds") { html in
        html(.ul, .class("plain")) { html in
          for feed in Place.Feed.allCases {
            html(.li) { html in html(.a, feed.words, .href(visit.link(to: .feed(answer.body.id, feed)))) }
          }
        }
      }
      OpenWays.write(answer.body, visit, to: &html)
      OpenWays.writeSources(answer.sources, visit, to: &html)
    }
  }

  private func next(in html: inout HTML) {
    guard let next = answer.next else { return }
    html.part("The next public meeting", id: "next") { html in
      html.add(
        Facts(
          [
            .init("Meeting", next.meeting.title, link: visit.link(to: .meeting(next.meeting.id))),
            .init("Day", next.meeting.onWritten), .init("Where", Recorded.words(next.meeting.venue)),
            .init("Notice", Recorded.day(next.meeting.notice)), .init("Papers", Recorded.day(next.meeting.papers)),
          ], isWide: true))
    }
  }

  private func forward(in html: inout HTML) {
    html.part("Forward plan", id: "forward") { html in
      guard !answer.forward.isEmpty else {
        return html.paragraph("The record holds no meeting to come. That is not to say that there is none.")
      }
      html.add(
        Table(
          id: "forward-table", caption: "Meetings to come", note: "Of private items only the number is told",
          columns: [
            .words("Day"), .words("Meeting"), .words("Group"), .words("Public"), .words("State"),
            .words("Agenda so far"),
          ],
          rows: answer.forward.map { listed in
            let meeting = listed.meeting
            return .init([
              .init(meeting.onWritten), .init(meeting.title, link: visit.link(to: .meeting(meeting.id))),
              .init(meeting.group.name), .init(Recorded.truth(meeting.isPublic)), .init(Recorded.words(meeting.state)),
              .init(
                Recorded.list(listed.agenda.map { "\($0.number) " + ($0.isPublic ? $0.title : "(private)") })),
            ])
          }, downloads: visit.downloads))
    }
  }

  private func past(in html: inout HTML) {
    guard !answer.past.isEmpty else { return }
    html.part("Meetings before", id: "past") { html in
      html.add(
        Table(
          id: "past-table", caption: "The latest first",
          columns: [
            .words("Day"), .words("Meeting"), .words("Group"), .words("Public"), .words("State"), .words("Notice"),
            .words("Papers"), .words("Minutes published"),
          ],
          rows: answer.past.map(\.meeting).map { meeting in
            .init([
              .init(meeting.onWritten), .init(meeting.title, link: visit.link(to: .meeting(meeting.id))),
              .init(meeting.group.name), .init(Recorded.truth(meeting.isPublic)), .init(Recorded.words(meeting.state)),
              .init(Recorded.day(meeting.notice)), .init(Recorded.day(meeting.papers)),
              .init(Recorded.day(meeting.minutesPublished)),
            ])
          }, downloads: visit.downloads))
    }
  }
}
