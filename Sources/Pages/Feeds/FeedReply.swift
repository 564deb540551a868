internal import Answers
internal import Chronicle
internal import Register
internal import Vocabulary

/// What of a body other programs read, each in its own media type.
enum FeedReply {
  static func reply(_ visit: Visit, _ id: String, _ feed: Place.Feed) -> Reply {
    guard let body = ID<Body>(id), let meetings = MeetingsAnswer(of: body, in: visit.snapshot),
      let people = PeopleAnswer(of: body, in: visit.snapshot)
    else { return UnknownBody.reply(visit, id) { .feed($0, feed) } }
    let bytes: [UInt8]
    switch feed {
    case .calendar: bytes = CalendarFeed(meetings, stamp: stamp(meetings, visit)).bytes
    case .news: bytes = NewsFeed(meetings, stamp: stamp(meetings, visit), address: visit.address).bytes
    case .meetings: bytes = MeetingsFeed.bytes(meetings, people, address: visit.address)
    case .people: bytes = PeopleFeed.bytes(people)
    }
    return Reply(type: feed.type, body: bytes)
  }

  /// When the record, as the visit knows it, was last added to.
  private static func stamp(_ answer: MeetingsAnswer, _ visit: Visit) -> Instant {
    visit.snapshot.archive.transactions.last { $0.number <= answer.asAt.transaction }?.at ?? Instant(seconds: 0)
  }
}

extension Place.Feed {
  /// The media type.
  var type: String {
    switch self {
    case .calendar: "text/calendar; charset=utf-8"
    case .news: "application/atom+xml; charset=utf-8"
    case .meetings, .people: "application/json; charset=utf-8"
    }
  }

  /// The words that lead to it.
  var words: String {
    switch self {
    case .calendar: "Calendar (iCalendar)"
    case .news: "News (Atom)"
    case .meetings: "Meetings for programs (OParl)"
    case .people: "People for programs (Popolo)"
    }
  }
}
