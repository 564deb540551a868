internal import Chronicle
internal import Desk
internal import Register
internal import Vocabulary

extension LensOptions {
  /// The one body a word means, and the record as it is to be seen for it: on the day named with the word, unless
  /// `--on` names another.
  func body(_ word: String, in record: Record) throws -> (body: ID<Body>, snapshot: Snapshot) {
    let snapshot = try snapshot(of: record)
    switch snapshot.register.resolve(word) {
    case .one(let body, let day):
      guard dayText == nil, let day else { return (body, snapshot) }
      return (body, snapshot.on(day))
    case .nothing(let message): throw Failure(.usage, message)
    case .ambiguous(let candidates):
      let list = candidates.map { candidate in
        "  \(candidate.write)  \(snapshot.register.name(candidate.body)), \(candidate.period.written)"
      }
      throw Failure(.usage, "'\(word)' could be any of these; write one of them:\n\(list.joined(separator: "\n"))")
    }
  }
}
