internal import Answers
internal import Vocabulary

/// Which reviews are due: the priorities of every body.
enum ReviewsPage {
  static func reply(_ visit: Visit) -> Reply {
    let answer = ReviewsAnswer(in: visit.snapshot)
    let name = "priorities-\(answer.asAt.trueOn)"
    switch visit.address.format {
    case .json: return DataReply.json(answer, name: name)
    case .csv: return DataReply.csv(header: header, rows: answer.threads.map(row), name: name)
    case .page: return Reply(body: page(visit, answer))
    }
  }

  /// The columns of ``row(_:)``.
  static let header = [
    "body", "body_name", "priority", "measure", "measure_name", "action", "owner", "review", "review_state",
    "last_said",
    "source",
  ]

  static func row(_ thread: PriorityThread) -> [String] {
    [
      thread.body.id, thread.body.name, thread.priority, thread.measure, thread.measureName, thread.action,
      thread.owner, thread.review.text ?? "", thread.reviewState.rawValue, thread.last.month, thread.last.source,
    ]
  }

  /// `on 30 January 2026`, `in January 2026`.
  static func day(_ review: When) -> String { "\(review.moment.isExact ? "on" : "in") \(review.written)" }

  /// `30 January 2026: overdue`.
  static func review(_ thread: PriorityThread) -> String {
    switch thread.reviewState {
    case .overdue: "\(thread.review.written): overdue"
    case .due: thread.review.written
    case .unset: "no day is set"
    }
  }

  private static func page(_ visit: Visit, _ answer: ReviewsAnswer) -> [UInt8] {
    let head = PageHead(name: "Priorities", summary: answer.sentence)
    return Frame.sheet(visit, head: head, crumbs: [("Figures", .measures)]).page { html in
      if answer.threads.isEmpty {
        html.part("How a priority comes here", id: "empty") { html in
          html.paragraph("Whoever keeps this record writes down what bodies say of their figures, month by month:")
          html.sample(Recording.comment(on: "BODY", visit), label: "The command that records a priority")
        }
        return
      }
      html.part("Reviews, the overdue first", id: "reviews") { html in
        html.add(
          Table(
            id: "review-table", caption: "On \(answer.asAt.trueOnWritten)",
            columns: [
              .words("Priority"), .words("Body"), .words("Measure"), .words("Action"), .words("Owner"),
              .words("Review"),
            ],
            rows: answer.threads.map { thread in
              .init([
                .init(
                  thread.priority.isEmpty ? "Priority not named" : thread.priority,
                  link: visit.link(to: .bodyPriorities(thread.body.id))),
                .init(thread.body.shortName, link: visit.link(toBody: thread.body.id)), .init(thread.measureName),
                .init(thread.action), .init(thread.owner), .init(review(thread)),
              ])
            }, downloads: visit.downloads))
      }
      html.part("How this is known", id: "known") { html in
        html.add(SourceTable.table(answer.sources, id: "sources", visit))
      }
    }
  }
}
