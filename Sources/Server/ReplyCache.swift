internal import Pages
internal import Synchronization

/// Replies kept by address and record, so that a page asked for twice is written once. The oldest go when it is full.
final class ReplyCache: Sendable {
  private struct State {
    var replies: [String: (reply: Reply, age: Int)] = [:]
    var bytes = 0
    var clock = 0
  }

  private let limit: Int
  private let state = Mutex(State())

  /// A cache of at most this many bytes of bodies.
  init(limit: Int) { self.limit = limit }

  subscript(key: String) -> Reply? {
    get {
      state.withLock { state in
        guard let kept = state.replies[key] else { return nil }
        state.clock += 1
        state.replies[key] = (kept.reply, state.clock)
        return kept.reply
      }
    }
    set {
      guard let newValue, newValue.body.count < limit / 4 else { return }
      state.withLock { state in
        state.clock += 1
        if let old = state.replies.updateValue((newValue, state.clock), forKey: key) {
          state.bytes -= old.reply.body.count
        }
        state.bytes += newValue.body.count
        guard state.bytes > limit else { return }
        // Rare: throw out the older half in one go.
        for (key, kept) in state.replies.sorted(by: { $0.value.age < $1.value.age }).prefix(state.replies.count / 2) {
          state.replies[key] = nil
          state.bytes -= kept.reply.body.count
        }
      }
    }
  }
}
