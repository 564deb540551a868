import Chronicle
import Register
import Store
import Vocabulary

/// 50,000 bodies with a kind, a form, names, codes and ties: 400,000 entries.
private func statements(bodies: Int) -> [Statement] {
  let always = Period(from: Day(number: 18_000))
  var statements: [Statement] = []
  statements.reserveCapacity(bodies * 8)
  for number in 0..<bodies {
    let source = SourceReference(ID(slug: "bench"), at: "row=\(number)")
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

/// Writes a record of the promised size and opens it in a fresh process, as the program does.
func measureStart() throws {
  try withTemporaryPath { path in
    try writeRecord(at: path)
    try runAlone("opened", path)
  }
}

private func writeRecord(at path: String) throws {
  let journal = try Journal(path: path, create: true)
  let changes = statements(bodies: 50_000).map(Change.assert)
  try Stopwatch(runs: 1).measure("write 400,000 entries, synchronised", budget: .seconds(30)) {
    try journal.append { head in
      (
        SealedTransaction(
          changes, after: head, at: Instant(seconds: 1_800_000_000), who: "bench", why: "bench",
          salt: Journal.randomSalt), []
      )
    }
  }
}

/// Opens a record and asks it the first questions.
func measureOpening(_ path: String) throws {
  var archive = Archive.empty
  try Stopwatch(runs: 1).measure("start: read 50,000 bodies, 400,000 entries", budget: .milliseconds(500)) {
    archive = try Journal(path: path).archive()
  }
  Memory.print("memory in use, the record read", Memory.inUse, budget: 200)
  let now = Snapshot(archive, trueOn: Day(number: 20_000))
  Stopwatch(runs: 1).measure("the first question: indexes of codes, names and ties", budget: .milliseconds(500)) {
    precondition(now.register.bodies(.integratedCareBoard).count == 42)
  }
  Memory.print("memory in use, indexes made", Memory.inUse, budget: 200)
  let past = Snapshot(archive, trueOn: Day(number: 20_000), known: .recorded(by: 1))
  Stopwatch(runs: 5).measure("50,000 bodies of a kind by name, known now", budget: .milliseconds(200)) {
    precondition(now.register.bodies(.generalPractice).count > 1)
  }
  Stopwatch(runs: 5).measure("the same, known at a past point: twice now", budget: .milliseconds(400)) {
    precondition(past.register.bodies(.generalPractice).count > 1)
  }
}
