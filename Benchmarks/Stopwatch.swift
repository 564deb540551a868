/// Times a piece of work several times and prints the least and the median beside its budget.
struct Stopwatch {
  let runs: Int

  func measure(_ name: String, budget: Duration, _ work: () throws -> Void) rethrows {
    var times: [Duration] = []
    for _ in 0..<runs {
      let clock = ContinuousClock()
      let start = clock.now
      try work()
      times.append(clock.now - start)
    }
    times.sort()
    let verdict = times[0] <= budget ? "within" : "OVER"
    print(
      "\(pad(name, 58)) min \(text(times[0]))  median \(text(times[times.count / 2]))  budget \(text(budget))  \(verdict)"
    )
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
