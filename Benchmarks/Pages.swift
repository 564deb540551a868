import Desk
import Pages
import Server

/// Pages of the shipped record with made-up figures, each asked for anew: no reply is kept.
func measurePages() throws {
  try withTemporaryPath { path in
    try Figures.makeRecord(at: path)
    let record = try Record.open(path, world: .live(who: "bench"))
    let board = try Figures.board(in: record)
    let performance = "/body/\(board)/performance?month=2026-01&on=\(Figures.end)"
    Stopwatch(runs: 1).measure("the first page of all: the performance of 74 measures") {
      ask(performance, Answerer(record, respond: Site.reply))
    }
    measurePage(performance, of: record, budget: nil)
    for target in [
      "/?on=2026-11-21", "/bodies/icb?on=2026-11-21", "/body/icb.thames-valley?on=2026-11-21",
      "/body/\(board)/history?on=2026-11-21", "/changes/2026-04-01", "/find?q=Frimley&on=2026-11-21", "/measures",
      "/measures/bench.m0?on=\(Figures.end)", "/measures/bench.m1/series/\(board)?on=\(Figures.end)",
      "/oversight?on=2026-11-21", "/claims?on=2026-11-21", "/sources",
    ] {
      measurePage(target, of: record, budget: .milliseconds(1))
    }
  }
}

private func measurePage(_ target: String, of record: Record, budget: Duration?) {
  let fresh = (0..<21).map { _ in Answerer(record, respond: Site.reply) }
  ask(target, fresh[20])
  var next = 0
  Stopwatch(runs: 20).measure("page \(target)", budget: budget) {
    ask(target, fresh[next])
    next += 1
  }
}

private func ask(_ target: String, _ answerer: Answerer) {
  precondition(answerer.outcome(method: "GET", target: target).reply.status == .ok, "\(target) is not answered")
}
