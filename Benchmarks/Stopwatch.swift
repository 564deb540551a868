#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What another program takes for the same work: seconds of the processor, as docs/performance.md says they were measured.
struct Rival {
  let name: String
  let time: Duration

  init(_ name: String, _ time: Duration) {
    self.name = name
    self.time = time
  }
}

/// Times a piece of work several times and prints the least, beside its budget and what a rival takes.
///
/// Prints seconds of the processor as well: on a busy machine they say more than the clock on the wall.
struct Stopwatch {
  let runs: Int

  /// The line above the figures.
  static func printHeader() {
    print("", "wall", "processor", "budget", "", "rival", "times")
  }

  func measure(_ name: String, budget: Duration? = nil, rival: Rival? = nil, _ work: () throws -> Void) rethrows {
    var wall = Duration.seconds(Int.max)
    var busy = Duration.seconds(Int.max)
    for _ in 0..<runs {
      let clock = ContinuousClock()
      let start = clock.now
      let before = Self.processorTime()
      try work()
      wall = min(wall, clock.now - start)
      busy = min(busy, Self.processorTime() - before)
    }
    let least = min(wall, busy)
    Self.print(
      name, Self.text(wall), Self.text(busy), budget.map(Self.text) ?? "",
      budget.map { least <= $0 ? "within" : "OVER" } ?? "", rival.map { "\($0.name) \(Self.text($0.time))" } ?? "",
      rival.map { "\(Int(($0.time / busy).rounded()))" } ?? "")
  }

  /// Prints a line of the table at once, so that what other processes print stands in order.
  static func print(
    _ name: String, _ wall: String, _ busy: String, _ budget: String = "", _ verdict: String = "", _ rival: String = "",
    _ times: String = ""
  ) {
    Swift.print(
      pad(name, 60), before(wall, 11), before(busy, 11), before(budget, 11), pad(verdict, 6), before(rival, 34),
      before(times, 6))
    fflush(nil)
  }

  private static func processorTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  private static func text(_ duration: Duration) -> String {
    let milliseconds = duration / .milliseconds(1)
    return "\((milliseconds * 10).rounded() / 10) ms"
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func before(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
