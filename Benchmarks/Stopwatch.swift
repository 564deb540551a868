#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Times a piece of work several times and prints the least beside its budget.
///
/// Prints seconds of the processor as well: on a busy machine they say more than the clock on the wall.
struct Stopwatch {
  let runs: Int

  func measure(_ name: String, budget: Duration, _ work: () throws -> Void) rethrows {
    var wall: [Duration] = []
    var busy: [Duration] = []
    for _ in 0..<runs {
      let clock = ContinuousClock()
      let start = clock.now
      let before = Stopwatch.processorTime()
      try work()
      wall.append(clock.now - start)
      busy.append(Stopwatch.processorTime() - before)
    }
    let least = min(wall.min() ?? .zero, busy.min() ?? .zero)
    print(
      pad(name, 60), text(wall.min() ?? .zero), "processor", text(busy.min() ?? .zero), "budget", text(budget),
      least <= budget ? "within" : "OVER")
  }

  private static func processorTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  private func text(_ duration: Duration) -> String {
    let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    let tenths = (seconds * 10_000).rounded() / 10
    return pad("\(tenths) ms", 10)
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
