import Governance
import Register
import Vocabulary

extension Inquiry {
  /// The boards of the body up to the day.
  var everyBoard: [Held<Group>] { everyGroup.filter { $0.given.sort == .board } }

  /// The members of some groups on a day, each once.
  func members(of groups: [Held<Group>], on date: Day) -> [ID<Person>] {
    var found: [ID<Person>] = []
    for group in groups {
      for seat in governance.history(\Seat.group, naming: group.id) where seat.takesPart {
        for holder in governance.history(\Appointment.seat, naming: seat.id)
        where holder.period.surelyContains(date) {
          if let person = holder.given.person, !found.contains(person) { found.append(person) }
        }
      }
    }
    return found
  }

  /// Whether somebody held a post or office with a body on a day.
  func holdsPost(_ person: ID<Person>, in other: ID<Body>, on date: Day) -> Bool {
    governance.history(\Engagement.person, naming: person).contains {
      $0.given.body == other && $0.period.surelyContains(date)
    }
  }

  /// The interests in the body's register that are in one of some bodies, on a day: whose, and in which.
  func interests(in concerned: [ID<Body>], on date: Day) -> [(person: ID<Person>, body: ID<Body>)] {
    Set(concerned).sorted().flatMap { other in
      governance.history(\Interest.counterparty, naming: other).compactMap { interest in
        guard interest.given.body == body, interest.period.surelyContains(date) else { return nil }
        return interest.given.person.map { ($0, other) }
      }
    }
  }
}

extension Day {
  /// The same day of the month some months later, or the last of that month where it has none such.
  func adding(months: Int) -> Day {
    let date = civil
    let count = date.year * 12 + date.month - 1 + months
    let (year, month) = (count / 12, count % 12 + 1)
    return Day(year: year, month: month, day: min(date.day, Day.length(ofMonth: month, year: year))) ?? self
  }
}

extension Held<Clause> {
  /// The number it settles something as.
  var number: Int {
    get throws(Unknown) {
      if let number = Int(cell: try self.value) { return number }
      throw Unknown(kind: Clause.layout.name, subject: id.text, column: "value", "what it is settled as, in a number")
    }
  }
}
