internal import Chronicle
internal import Desk
internal import Register
internal import Vocabulary

extension LensOptions {
  /// The one body a word means, and the record as it is to be seen for it: on the day named with the word, unless
  /// `--on` names another.
  func body(_ word: String, in record: Record) throws -> (body: ID<Body>, snapshot: Snapshot) {
    let snapshot = try snapshot(of: record)
    let (body, day) = try snapshot.register.one(word)
    guard dayText == nil, let day else { return (body, snapshot) }
    return (body, snapshot.on(day))
  }
}

extension Register {
  /// The one body a word means, with the day named in it. Throws `Failure` where it means none, or several: each is
  /// listed as it can be written.
  func one(_ word: String) throws -> (body: ID<Body>, day: Day?) {
    switch resolve(word) {
    case .one(let body, let day): return (body, day)
    case .nothing(let message): throw Failure(.usage, message)
    case .ambiguous(let candidates):
      let list = candidates.map { "  \($0.write)  \(name($0.body)), \($0.period.written)" }
      throw Failure(.usage, "'\(word)' could be any of these; write one of them:\n\(list.joined(separator: "\n"))")
    }
  }
}
