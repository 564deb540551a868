internal import Answers
internal import Vocabulary

/// One meeting: notice, agenda with papers, attendance, minutes and what was still to be done.
struct MeetingPage {
  let answer: MeetingAnswer
  let visit: Visit

  static func reply(_ visit: Visit, _ id: String) -> Reply {
    guard let answer = MeetingAnswer(id, in: visit.snapshot) else { return unknown(visit, id) }
    let name = "meeting-\(id)-\(answer.asAt.trueOn)"
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: name)
    case .csv: return DataReply.csv(header: header, rows: answer.agenda.map(row), name: name)
    case .page: return Reply(body: MeetingPage(answer: answer, visit: visit).page())
    }
  }

  private static func unknown(_ visit: Visit, _ id: String) -> Reply {
    let head = PageHead(
      name: "No such meeting", summary: "The public record has no meeting known as “\(String(id.prefix(120)))”.")
    return Reply(
      .notFound,
      body: Frame.sheet(visit, head: head, hasData: false).page { html in
        html.way("How openly bodies meet, and when", visit.link(to: .transparency))
      })
  }

  private static let header = [
    "number", "public", "ground", "title", "purpose", "owner", "themes", "paper", "paper_on", "decisions", "outcomes",
    "minute", "actions",
  ]

  private static func row(_ item: AgendaEntry) -> [String] {
    [
      String(item.number), item.isPublic ? "yes" : "no", item.ground, item.title, item.purpose, item.owner,
      item.themes.joined(separator: ";"), item.paper, item.paperOn ?? "",
      item.decisions.map(\.title).joined(separator: ";"), item.decisions.map(\.outcome).joined(separator: ";"),
      item.minute, item.actions.map(\.text).joined(separator: ";"),
    ]
  }

  // MARK: Page

  private func page() -> [UInt8] {
    let head = PageHead(kind: "Meeting", name: answer.meeting.title, summary: answer.sentence)
    let crumbs = answer.bodies.first.map { OpenWays.crumbs($0) + [("Meetings", .meetings($0.id))] } ?? []
    return Frame.sheet(visit, head: head, crumbs: crumbs).page { html in
      notice(in: &html)
      agenda(in: &html)
      attendance(in: &html)
      minutes(in: &html)
      arising(in: &html)
      OpenWays.writeSources(answer.sources, visit, to: &html)
    }
  }

  private func notice(in html: inout HTML) {
    let meeting = answer.meeting
    html.part("Notice", id: "notice") { html in
      var facts: [Facts.Fact] = answer.bodies.map { .init("Of", $0.shortName, link: visit.link(toBody: $0.id)) }
      facts += [
        .init("Group", meeting.group.name), .init("Day", meeting.onWritten),
        .init("Where", Recorded.words(meeting.venue)), .init("State", Recorded.words(meeting.state)),
        .init("Open to the public", Recorded.truth(meeting.isPublic)),
        .init(
          "Notice",
          Recorded.day(meeting.notice)
            + (meeting.noticeDays.map { ", \(Sentences.count($0, "clear day", "clear days")) before" } ?? "")),
        .init(
          "Papers",
          Recorded.day(meeting.papers)
            + (meeting.paperDays.map { ", \(Sentences.count($0, "day", "days")) before" } ?? "")),
        .init("Minutes approved", Recorded.day(meeting.minutesApproved)),
        .init("Minutes published", Recorded.day(meeting.minutesPublished)),
      ]
      html.add(Facts(facts, isWide: true))
    }
  }

  private func agenda(in html: inout HTML) {
    html.part("Agenda", id: "agenda") { html in
      guard !answer.agenda.isEmpty else { return html.paragraph("The record holds no agenda of this meeting.") }
      let open = answer.agenda.filter(\.isPublic)
      let closed = answer.agenda.filter { !$0.isPublic }
      if !open.isEmpty {
        html.add(
          Table(
            id: "open-items", caption: "In public",
            columns: [
              .figures("Item"), .words("What"), .words("For"), .words("Presented by"), .words("Themes"),
              .words("Paper"), .words("Paper published"),
            ],
            rows: open.map { item in
              .init([
                .init(String(item.number)), .init(item.title), .init(Recorded.words(item.purpose)),
                .init(Recorded.words(item.owner)), .init(Recorded.list(item.themes)),
                .init(item.paper.isEmpty ? "not recorded" : "Paper", link: Link(https: item.paper)),
                .init(Recorded.day(item.paperOn)),
              ])
            }, downloads: visit.downloads))
      }
      if !closed.isEmpty {
        html.add(
          Table(
            id: "closed-items", caption: "In private",
            note: "Of these the record shows the public the number and the ground, and nothing else",
            columns: [.figures("Item"), .words("Ground")],
            rows: closed.map { .init([.init(String($0.number)), .init(Sentences.capital($0.ground))]) }))
      }
    }
  }

  private func attendance(in html: inout HTML) {
    html.part("Who was there", id: "attendance") { html in
      guard !answer.attendance.isEmpty else { return html.paragraph("Who was there is not recorded.") }
      html.add(
        Table(
          id: "attendance-table", caption: "Attendance and apologies",
          note: answer.attendanceIsComplete
            ? "The list is said to be complete" : "Whether the list is complete is not known",
          columns: [.words("Person"), .words("As"), .words("Seat"), .words("Presided"), .words("For")],
          rows: answer.attendance.map { attender in
            .init([
              .init(attender.person.name), .init(Recorded.words(attender.capacity)), .init(attender.seat),
              .init(attender.presided ? "yes" : ""),
              .init(attender.items.isEmpty ? "all items" : Sentences.capital(attender.items)),
            ])
          }))
      html.paragraph("Declarations of interests minuted: \(Recorded.truth(answer.declarationsMinuted)).")
    }
  }

  private func minutes(in html: inout HTML) {
    let items = answer.agenda.filter {
      !$0.decisions.isEmpty || !$0.actions.isEmpty || !$0.minute.isEmpty || !$0.conflicts.isEmpty
    }
    html.part("Minutes", id: "minutes") { html in
      html.paragraph(
        answer.meeting.minutesPublished == nil
          ? "No minutes are published by this day. What follows is what the record holds of decisions and actions."
          : "Built from the decisions, actions and minutes on record.")
      for item in items {
        html(.h3, "\(item.number). " + (item.isPublic ? item.title : "Private item"), .id("item-\(item.number)"))
        if !item.minute.isEmpty { html(.p, item.minute) }
        for conflict in item.conflicts { html(.p, MeetingPage.written(conflict)) }
        for decision in item.decisions {
          html(
            .p,
            "Decision: \(decision.title)" + (decision.outcome.isEmpty ? "" : ", \(decision.outcome)")
              + (decision.reason.isEmpty ? "." : ": \(decision.reason)."), .class("finding"))
        }
        if !item.actions.isEmpty { html.add(MeetingPage.actions(item.actions, id: "actions-\(item.number)")) }
      }
    }
  }

  private static func written(_ conflict: HandledConflict) -> String {
    let who = conflict.person.isEmpty ? "An interest" : conflict.person
    let what = conflict.interest.isEmpty ? "" : " (\(conflict.interest))"
    return "\(who)\(what): \(conflict.handling.isEmpty ? "how it was handled is not recorded" : conflict.handling)."
  }

  private static func actions(_ actions: [ActionEntry], id: String) -> Table {
    Table(
      id: id, caption: "Actions",
      columns: [.words("Action"), .words("Owner"), .words("Due"), .words("Done"), .words("From")],
      rows: actions.map { action in
        .init([
          .init(action.text), .init(Recorded.words(action.owner)), .init(Recorded.day(action.due)),
          .init(Recorded.day(action.done)), .init(action.from),
        ])
      })
  }

  private func arising(in html: inout HTML) {
    html.part("Matters arising", id: "arising") { html in
      guard !answer.mattersArising.isEmpty else {
        return html.paragraph("No action of an earlier meeting was on record as still to be done.")
      }
      html.add(MeetingPage.actions(answer.mattersArising, id: "arising-table"))
    }
  }
}
