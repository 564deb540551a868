internal import Answers
internal import Vocabulary

/// Meetings as a calendar that a diary can subscribe to (RFC 5545).
///
/// Each meeting is an event of a whole day, because the record holds days and no hours. Its identifier is that of the
/// meeting, so that a correction replaces the event. No clock is read: the stamp of every event is the time at which the
/// record was last added to.
struct CalendarFeed {
  private(set) var bytes: [UInt8] = []

  /// The meetings of an answer; `stamp` is when the record was last added to.
  init(_ answer: MeetingsAnswer, stamp: Instant) {
    line("BEGIN:VCALENDAR")
    line("VERSION:2.0")
    line("PRODID:-//Concordat//Meetings//EN")
    line("CALSCALE:GREGORIAN")
    text("NAME", "Meetings of \(answer.body.name)")
    for listed in answer.past.reversed() + answer.forward { event(listed, stamp) }
    line("END:VCALENDAR")
  }

  private mutating func event(_ listed: MeetingsAnswer.Listed, _ stamp: Instant) {
    let meeting = listed.meeting
    guard let on = Day(meeting.on) else { return }
    line("BEGIN:VEVENT")
    text("UID", "\(meeting.id)@concordat")
    line("DTSTAMP:" + CalendarFeed.basic(stamp.description))
    if !meeting.recorded.isEmpty { line("LAST-MODIFIED:" + CalendarFeed.basic(meeting.recorded)) }
    line("DTSTART;VALUE=DATE:" + CalendarFeed.basic(on.description))
    line("DTEND;VALUE=DATE:" + CalendarFeed.basic(on.advanced(by: 1).description))
    text("SUMMARY", meeting.title + (meeting.isPublic == false ? " (not in public)" : ""))
    if !meeting.venue.isEmpty { text("LOCATION", meeting.venue) }
    if !listed.agenda.isEmpty {
      let items = listed.agenda.map { "\($0.number). " + ($0.isPublic ? $0.title : "Private: \($0.ground)") }
      text("DESCRIPTION", items.joined(separator: "\n"))
    }
    line("STATUS:" + CalendarFeed.status(meeting))
    line("TRANSP:TRANSPARENT")
    line("END:VEVENT")
  }

  /// A meeting to come is firm once its notice is given.
  private static func status(_ meeting: MeetingEntry) -> String {
    switch meeting.state {
    case "cancelled": "CANCELLED"
    case "planned": meeting.notice == nil ? "TENTATIVE" : "CONFIRMED"
    default: "CONFIRMED"
    }
  }

  /// The basic form of a day or time: `20270128`, `20261121T230628Z`.
  private static func basic(_ text: String) -> String { text.filter { $0 != "-" && $0 != ":" } }

  /// A property whose value is text (RFC 5545, section 3.3.11): no control characters but line breaks, which are escaped.
  private mutating func text(_ name: String, _ value: String) {
    var escaped = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case ";": escaped += "\\;"
      case ",": escaped += "\\,"
      case "\n": escaped += "\\n"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    line("\(name):\(escaped)")
  }

  /// A content line, folded after at most 75 octets and never within a character (section 3.1).
  private mutating func line(_ content: String) {
    var width = 0
    for scalar in content.unicodeScalars {
      let octets = Array(String(scalar).utf8)
      if width + octets.count > 75 {
        bytes += [0x0D, 0x0A, 0x20]
        width = 1
      }
      bytes += octets
      width += octets.count
    }
    bytes += [0x0D, 0x0A]
  }
}
