internal import Answers
internal import Formats

/// People, posts, memberships and organisations in the shape of Popolo.
///
/// Who held a post is told whenever it was; a membership that ended has its last day.
enum PeopleFeed {
  /// The document for an answer.
  static func bytes(_ answer: PeopleAnswer) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.array("persons") { json in
        for person in answer.people {
          json.object { json in
            json.member("id", person.id)
            json.member("name", person.name)
          }
        }
      }
      json.array("organizations") { json in
        for one in answer.organisations {
          json.object { json in
            json.member("id", one.id)
            json.member("name", one.name)
            json.member("classification", one.sort)
            if !one.parent.isEmpty { json.member("parent_id", one.parent) }
            if let from = one.from.text { json.member("founding_date", from) }
            if let last = LastDay.text(one.until) { json.member("dissolution_date", last) }
          }
        }
      }
      json.array("posts") { json in
        for post in answer.posts {
          json.object { json in
            json.member("id", post.id)
            json.member("label", post.label)
            json.member("role", post.role)
            json.member("organization_id", post.organisation)
            write(post, to: &json)
          }
        }
      }
      json.array("memberships") { json in
        for one in answer.memberships {
          json.object { json in
            json.member("id", one.id)
            json.member("person_id", one.person)
            json.member("organization_id", one.organisation)
            if !one.post.isEmpty { json.member("post_id", one.post) }
            json.member("role", one.role)
            if !one.onBehalfOf.isEmpty { json.member("on_behalf_of_id", one.onBehalfOf) }
            write(one, to: &json)
          }
        }
      }
    }
    return json.drain() + [0x0A]
  }

  private static func write(_ one: some Spanning, to json: inout JSONWriter) {
    if let from = one.from.text { json.member("start_date", from) }
    if let last = LastDay.text(one.until) { json.member("end_date", last) }
  }
}
