internal import Answers
internal import Chronicle
internal import Vocabulary

/// Meetings as news (RFC 4287): those to come and those of the last year, the latest first.
///
/// An entry is as new as its meeting's last writing into the record. Its identifier is made from the meeting's, so that
/// it stays the same wherever the site is run.
struct NewsFeed {
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)

  /// The news of an answer; `stamp` is when the record was last added to.
  init(_ answer: MeetingsAnswer, stamp: Instant, address: Address) {
    raw("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en-GB\">\n")
    element("id", NewsFeed.identifier("meetings of \(answer.body.id)"))
    element("title", "Meetings of \(answer.body.name)")
    element("updated", stamp.description)
    raw("<author><name>Concordat</name></author>\n")
    link("self", "application/atom+xml", address.link)
    link("alternate", "text/html", address.at(.meetings(answer.body.id)).link)
    let first = (Day(answer.asAt.trueOn) ?? .distantPast).advanced(by: -365).description
    for listed in answer.forward.reversed() + answer.past.filter({ $0.meeting.on > first }) {
      entry(listed, stamp, address)
    }
    raw("</feed>\n")
  }

  private mutating func entry(_ listed: MeetingsAnswer.Listed, _ stamp: Instant, _ address: Address) {
    let meeting = listed.meeting
    raw("<entry>\n")
    element("id", NewsFeed.identifier("meeting \(meeting.id)"))
    element("title", meeting.title)
    element("updated", meeting.recorded.isEmpty ? stamp.description : meeting.recorded)
    link("alternate", "text/html", address.at(.meeting(meeting.id)).link)
    element("summary", NewsFeed.summary(listed))
    raw("</entry>\n")
  }

  private static func summary(_ listed: MeetingsAnswer.Listed) -> String {
    let meeting = listed.meeting
    var parts = [
      "\(meeting.group.name), \(meeting.onWritten), \(meeting.state.isEmpty ? "state not recorded" : meeting.state)"
    ]
    switch meeting.isPublic {
    case true: parts.append("open to the public")
    case false: parts.append("not in public")
    default: parts.append("whether it is public is not recorded")
    }
    if let papers = meeting.papers.flatMap({ Day($0) }) { parts.append("papers published on \(papers.written)") }
    if let minutes = meeting.minutesPublished.flatMap({ Day($0) }) {
      parts.append("minutes published on \(minutes.written)")
    }
    return parts.joined(separator: "; ") + "."
  }

  /// A name-based identifier (RFC 9562, version 8) from the digest of a text.
  static func identifier(_ text: String) -> String {
    var hex = Array(Digest(of: text).hex.prefix(32))
    hex[12] = "8"
    hex[16] = ["8", "9", "a", "b"][(hex[16].hexDigitValue ?? 0) % 4]
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(hex[$0]) }
    return "urn:uuid:" + parts.joined(separator: "-")
  }

  private mutating func link(_ relation: StaticString, _ type: StaticString, _ link: Link) {
    raw("<link rel=\"\(relation)\" type=\"\(type)\" href=\"")
    Escaping.append(link.text, to: &bytes)
    raw("\"/>\n")
  }

  private mutating func element(_ name: StaticString, _ words: String) {
    raw("<\(name)>")
    Escaping.append(words, to: &bytes)
    raw("</\(name)>\n")
  }

  private mutating func raw(_ text: String) { bytes += Array(text.utf8) }
}
