/// Memory that frees itself: the buffer behind a reader.
final class Block<Element: BitwiseCopyable> {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var capacity: Int

  init(capacity: Int) {
    self.capacity = Swift.max(capacity, 1)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// Makes room for at least `wanted` elements and keeps the first `kept`. Amortised O(1) per element.
  func reserve(_ wanted: Int, keeping kept: Int) {
    guard wanted > capacity else { return }
    let larger = Swift.max(wanted, capacity * 2)
    let fresh = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    fresh.update(from: base, count: kept)
    base.deallocate()
    base = fresh
    capacity = larger
  }
}
