import Desk
import Foundation
import Pages
import Server

/// Pages of the shipped record, each asked for anew: no reply is kept.
func measurePages() throws {
  let path = temporaryPath("pages")
  defer { removeRecord(path) }
  let record = try Record.create(at: path, world: .live(who: "bench")).record
  let targets = [
    "/?on=2026-11-21", "/systems?on=2026-11-21", "/map/2026-04-01", "/bodies/icb-thames-valley?on=2026-11-21",
    "/find?q=Frimley&on=2026-11-21", "/claims?on=2026-11-21",
  ]
  for target in targets {
    let answerer = Answerer(record, respond: Site.reply)
    _ = answerer.outcome(method: "GET", target: target)
    try measurePage(target, of: record)
  }
}

private func measurePage(_ target: String, of record: Record) throws {
  let fresh = (0..<20).map { _ in Answerer(record, respond: Site.reply) }
  var next = 0
  Stopwatch(runs: 20).measure("page \(target)", budget: .milliseconds(1)) {
    let outcome = fresh[next].outcome(method: "GET", target: target)
    next += 1
    precondition(outcome.reply.status == .ok, "\(target) is not answered")
  }
}
