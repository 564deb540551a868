import Chronicle
import Recast
import Register
import Store
import Vocabulary

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Measures what architecture promises on made-up records of a stated size. Run with `make bench`.

let stopwatch = Stopwatch(runs: 5)

/// 50,000 bodies with a kind, a form, names, codes and ties: 400,000 entries.
func record(bodies: Int) -> [Statement] {
  let always = Period(from: Day(number: 18_000))
  let source = SourceReference(ID(slug: "bench"), at: "row=12")
  var statements: [Statement] = []
  statements.reserveCapacity(bodies * 8)
  for number in 0..<bodies {
    let body = ID<Body>(slug: "ods.b\(number)")
    let board = ID<Body>(slug: "ods.b\(number % 42)")
    statements.append(
      Statement(Body(body, number < 42 ? .integratedCareBoard : .generalPractice), always, source: source))
    statements.append(Statement(LegalStatus(body, .contractorPractice), always, source: source))
    statements.append(Statement(Name(body, "The Surgery of Street \(number)"), always, source: source))
    statements.append(Statement(Name(body, "Surgery \(number)", .short), always, source: source))
    statements.append(Statement(Code(body, scheme: "ods", "B\(number)"), always, source: source))
    statements.append(Statement(Code(body, scheme: "ons", "E\(number)"), always, source: source))
    statements.append(Statement(Relation(body, Relation.partOf, board), always, source: source))
    statements.append(Statement(Address(body, "\(number) High Street", postcode: "AB1 2CD"), always, source: source))
  }
  return statements
}

func residentMegabytes() -> Int {
  guard let file = fopen("/proc/self/statm", "r") else { return 0 }
  defer { fclose(file) }
  var total = 0
  var resident = 0
  withUnsafeMutablePointer(to: &total) { a in
    withUnsafeMutablePointer(to: &resident) { b in _ = withVaList([a, b]) { vfscanf(file, "%ld %ld", $0) } }
  }
  return resident * 4096 / 1_048_576
}

let path = "/tmp/concordat-bench-\(getpid())"
defer { for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) } }

let statements = record(bodies: 50_000)
let journal = try Journal(path: path, create: true)
stopwatchOnce("write 400,000 entries, synchronised") {
  _ = try? journal.append { head in
    (
      SealedTransaction(
        statements.map(Change.assert), after: head, at: Instant(seconds: 1_800_000_000), who: "bench", why: "bench",
        salt: Journal.randomSalt), []
    )
  }
}

func stopwatchOnce(_ name: String, _ work: () -> Void) {
  Stopwatch(runs: 1).measure(name, budget: .seconds(30), work)
}

let before = residentMegabytes()
nonisolated(unsafe) var kept: Archive?
try stopwatch.measure("start: read 50,000 bodies, 400,000 entries", budget: .milliseconds(500)) {
  kept = try Journal(path: path).archive()
}
let fresh = kept ?? .empty
Stopwatch(runs: 1).measure("the first question: indexes of codes, names and ties", budget: .milliseconds(500)) {
  _ = Snapshot(fresh, trueOn: Day(number: 20_000)).register.bodies(.integratedCareBoard)
}
print("memory in use with one record read several times: \(residentMegabytes()) MB (\(before) MB before)")

let archive = kept ?? .empty
let now = Snapshot(archive, trueOn: Day(number: 20_000))
let past = Snapshot(archive, trueOn: Day(number: 20_000), known: .recorded(by: 1))
stopwatch.measure("all bodies of a kind, known now", budget: .milliseconds(200)) {
  precondition(now.register.bodies(.generalPractice).count > 1)
}
stopwatch.measure("all bodies of a kind, known at a past point", budget: .milliseconds(400)) {
  precondition(past.register.bodies(.generalPractice).count > 1)
}

// A crosswalk from 33,755 atoms, and figures through it.
let boards = (0..<42).map { ID<Body>(slug: "icb-\($0)") }
let locations: [Location] = (0..<33_755).map { .whole(boards[($0 * 7919) % 42], .direct) }
stopwatch.measure("crosswalk of 33,755 placed atoms", budget: .milliseconds(50)) {
  precondition(Crosswalk(locations) { $0.text }.targets.count == 42)
}
let crosswalk = Crosswalk(locations) { $0.text }
let figures = (0..<33_755).map { Double($0 % 900) }
stopwatch.measure("one measure of 33,755 atoms, with marks", budget: .milliseconds(2)) {
  precondition(Recasting(figures, through: crosswalk).rows.count == 42)
}

// Ten years of 70 monthly measures on 1,500 units: 12.6 million figures.
let units = Crosswalk((0..<1_500).map { .whole(boards[($0 * 31) % 42], .direct) }) { $0.text }
let months = [Double](repeating: 3, count: 12_600_000)
var sums = [Double](repeating: 0, count: 42 * 8_400)
stopwatch.measure("12.6 million figures to a new footprint", budget: .milliseconds(100)) {
  months.withUnsafeBufferPointer { all in
    sums.withUnsafeMutableBufferPointer { out in
      for month in 0..<8_400 {
        units.sum(
          UnsafeBufferPointer(rebasing: all[month * 1_500..<(month + 1) * 1_500]),
          into: UnsafeMutableBufferPointer(rebasing: out[month * 42..<(month + 1) * 42]))
      }
    }
  }
}
