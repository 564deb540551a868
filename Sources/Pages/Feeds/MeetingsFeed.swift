internal import Answers
internal import Formats
internal import Vocabulary

/// A body, its groups, meetings, agendas and papers in the shape of OParl 1.1.
///
/// Identifiers are addresses on this site. Days stand where OParl has times, because the record holds no hours. Of a
/// private item only its number, that it is private, and the ground are told.
struct MeetingsFeed {
  private var json = JSONWriter()
  private let address: Address
  private let body: String
  private static let schema = "https://schema.oparl.org/1.1/"

  /// The document for an answer.
  static func bytes(_ answer: MeetingsAnswer, _ people: PeopleAnswer, address: Address) -> [UInt8] {
    var feed = MeetingsFeed(address: address, body: answer.body.id)
    feed.write(answer, people)
    return feed.json.drain() + [0x0A]
  }

  private init(address: Address, body: String) {
    self.address = address
    self.body = body
  }

  private func link(_ place: Place, _ fragment: String = "") -> String {
    address.at(place).link.text + (fragment.isEmpty ? "" : "#\(fragment)")
  }

  private func organisation(_ id: String) -> String { link(.feed(body, .meetings), id) }

  private mutating func write(_ answer: MeetingsAnswer, _ people: PeopleAnswer) {
    let feed = self
    let listed = answer.past.reversed() + answer.forward
    json.object { json in
      json.member("id", feed.link(.body(answer.body.id)))
      json.member("type", MeetingsFeed.schema + "Body")
      json.member("name", answer.body.name)
      json.member("shortName", answer.body.shortName)
      json.member("web", feed.link(.body(answer.body.id)))
      json.array("organization") { json in
        for group in people.organisations where group.id != answer.body.id { feed.group(group, &json) }
      }
      json.array("meeting") { json in for one in listed { feed.meeting(one, &json) } }
      json.array("paper") { json in
        for one in listed { for item in one.agenda where !item.paper.isEmpty { feed.paper(item, one.meeting, &json) } }
      }
    }
  }

  private func group(_ group: PeopleAnswer.Organisation, _ json: inout JSONWriter) {
    json.object { json in
      json.member("id", organisation(group.id))
      json.member("type", MeetingsFeed.schema + "Organization")
      json.member("body", link(.body(body)))
      json.member("name", group.name)
      json.member("organizationType", group.sort)
      if group.parent != body { json.member("subOrganizationOf", organisation(group.parent)) }
      if let from = group.from.text { json.member("startDate", from) }
      if let last = LastDay.text(group.until) { json.member("endDate", last) }
    }
  }

  private func meeting(_ listed: MeetingsAnswer.Listed, _ json: inout JSONWriter) {
    let meeting = listed.meeting
    json.object { json in
      json.member("id", link(.meeting(meeting.id)))
      json.member("type", MeetingsFeed.schema + "Meeting")
      json.member("name", meeting.title)
      if !meeting.state.isEmpty { json.member("meetingState", meeting.state) }
      json.member("cancelled", meeting.state == "cancelled")
      json.member("start", meeting.on)
      if !meeting.venue.isEmpty {
        json.object("location") { json in
          json.member("type", MeetingsFeed.schema + "Location")
          json.member("description", meeting.venue)
        }
      }
      json.array("organization") { json in json.value(organisation(meeting.group.id)) }
      json.array("agendaItem") { json in for item in listed.agenda { self.item(item, meeting, &json) } }
      json.member("modified", meeting.recorded)
      json.member("web", link(.meeting(meeting.id)))
    }
  }

  private func item(_ item: AgendaEntry, _ meeting: MeetingEntry, _ json: inout JSONWriter) {
    json.object { json in
      json.member("id", link(.meeting(meeting.id), "item-\(item.number)"))
      json.member("type", MeetingsFeed.schema + "AgendaItem")
      json.member("meeting", link(.meeting(meeting.id)))
      json.member("number", String(item.number))
      json.member("public", item.isPublic)
      if item.isPublic { json.member("name", item.title) } else { json.member("concordat:ground", item.ground) }
      let result = item.decisions.map(\.outcome).filter { !$0.isEmpty }
      if !result.isEmpty { json.member("result", result.joined(separator: "; ")) }
      let resolution = item.decisions.map(\.title)
      if !resolution.isEmpty { json.member("resolutionText", resolution.joined(separator: "; ")) }
      if !item.paper.isEmpty { json.member("concordat:paper", link(.meeting(meeting.id), "paper-\(item.number)")) }
    }
  }

  private func paper(_ item: AgendaEntry, _ meeting: MeetingEntry, _ json: inout JSONWriter) {
    json.object { json in
      json.member("id", link(.meeting(meeting.id), "paper-\(item.number)"))
      json.member("type", MeetingsFeed.schema + "Paper")
      json.member("body", link(.body(body)))
      json.member("name", item.title)
      if let on = item.paperOn { json.member("date", on) }
      json.object("mainFile") { json in
        json.member("type", MeetingsFeed.schema + "File")
        json.member("accessUrl", item.paper)
      }
    }
  }
}

/// The last day of something, where its end is known.
enum LastDay {
  /// The day before an end that is known to the day, else the end as it is known; nil where there is no end.
  static func text(_ until: When) -> String? { until.moment.day.map { $0.advanced(by: -1).description } ?? until.text }
}
