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
    print(line("", "wall", "processor", "budget", "", "rival", "times"))
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
    print(
      Self.line(
        name, Self.text(wall), Self.text(busy), budget.map(Self.text) ?? "",
        budget.map { least <= $0 ? "within" : "OVER" } ?? "", rival.map { "\($0.name) \(Self.text($0.time))" } ?? "",
        rival.map { "\(Int(($0.time / busy).rounded()))" } ?? ""))
  }

  private static func processorTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  private static func line(
    _ name: String, _ wall: String, _ busy: String, _ budget: String, _ verdict: String, _ rival: String,
    _ times: String
  ) -> String {
    [
      pad(name, 58), before(wall, 12), before(busy, 12), before(budget, 12), pad(verdict, 6), before(rival, 36),
      before(times, 6),
    ].joined(separator: " ")
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
