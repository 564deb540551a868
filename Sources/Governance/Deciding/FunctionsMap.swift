internal import Chronicle
public import Register
public import Vocabulary

/// The functions and decisions of a system on a day: each with who holds it, who exercises it and to what limit.
public struct FunctionsMap {
  /// One function.
  public struct Entry {
    /// The function.
    public let function: Held<Function>
    /// The body that holds it in law.
    public let holder: ID<Body>
    /// Those who exercise it, in order of their limits, the narrowest first.
    public let exercised: [Held<Authority>]
    /// Why it has no home: its holder has ended, or is no person in law. Empty where it has one.
    public let homeless: String
  }

  /// The functions, by level and title.
  public let entries: [Entry]

  /// The functions a body holds, or all, on the lens's day. A function whose holder has ended and that nothing takes the
  /// place of stays in the map, as one without a home. O(functions × authorities of each).
  public init(of body: ID<Body>?, level: Function.Level? = nil, in governance: Governance) {
    let register = governance.register
    let live = governance.rows(Function.self)
    let lost = governance.history(Function.self).filter { row in
      guard let end = row.end, end <= governance.snapshot.trueOn else { return false }
      let follows = governance.calendar(\Function.predecessor, naming: row.id)
      let goesOn = live.contains { $0.id == row.id }
      return !goesOn && follows.isEmpty && row.given.ended == nil
    }
    entries = (live + lost).compactMap { row -> Entry? in
      guard let holder = row.given.holder, body == nil || holder == body else { return nil }
      guard level == nil || row.given.level == level else { return nil }
      let exercised = governance.rows(\Authority.function, naming: row.id).sorted {
        ($0.given.limit?.pence ?? .max, $0.id) < ($1.given.limit?.pence ?? .max, $1.id)
      }
      var homeless = ""
      if !register.exists(holder) {
        homeless = "\(register.name(holder)) no longer exists, and nothing is recorded in its place"
      } else if register.legalForm(holder)?.fact.form.isLegalPerson == false {
        homeless = "\(register.name(holder)) is no person in law"
      } else if row.end.map({ $0 <= governance.snapshot.trueOn }) ?? false {
        homeless = "it ended, and neither a reason nor a function in its place is recorded"
      }
      return Entry(function: row, holder: holder, exercised: exercised, homeless: homeless)
    }
    .sorted { a, b in
      let order = { (entry: Entry) in
        Function.Level.allCases.firstIndex { $0 == entry.function.given.level }
          ?? Function.Level.allCases.count
      }
      return (order(a), a.function.given.title ?? "", a.function.id.text)
        < (order(b), b.function.given.title ?? "", b.function.id.text)
    }
  }
}
