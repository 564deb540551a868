internal import Chronicle
internal import Synchronization

/// Decoded blocks, the most recently used of them, up to a bound on memory.
final class BlockShelf: Sendable {
  private struct Place {
    var block: Block
    var cost: Int
    var used: Int
  }

  private struct State {
    var places: [Digest: Place] = [:]
    var cost = 0
    var clock = 0
  }

  private let capacity: Int
  private let state = Mutex(State())

  /// A shelf for about this many bytes.
  init(capacity: Int) { self.capacity = capacity }

  /// The block with a digest, made when it is not on the shelf. Of two threads that make it, one result is kept.
  func block(_ digest: Digest, _ make: () throws -> Block) throws -> Block {
    let found = state.withLock { state -> Block? in
      guard var place = state.places[digest] else { return nil }
      state.clock += 1
      place.used = state.clock
      state.places[digest] = place
      return place.block
    }
    if let found { return found }
    let block = try make()
    let cost = BlockShelf.cost(of: block)
    guard cost <= capacity else { return block }
    state.withLock { state in
      guard state.places[digest] == nil else { return }
      state.clock += 1
      state.places[digest] = Place(block: block, cost: cost, used: state.clock)
      state.cost += cost
      while state.cost > capacity, let oldest = state.places.min(by: { $0.value.used < $1.value.used }) {
        state.cost -= oldest.value.cost
        state.places[oldest.key] = nil
      }
    }
    return block
  }

  /// Takes down what is no longer kept on disk: after an erasure no copy must stay in memory.
  func keep(only kept: Set<Digest>) {
    state.withLock { state in
      for (digest, place) in state.places where !kept.contains(digest) {
        state.cost -= place.cost
        state.places[digest] = nil
      }
    }
  }

  private static func cost(of block: Block) -> Int {
    block.count * (16 + 8 * block.numbers.count + 24 * block.texts.count) + 256
  }
}
