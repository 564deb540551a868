internal import ArgumentParser
internal import Desk
internal import Formats
internal import Oversight

struct Oversee: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "oversight",
    abstract: "Score published results, and show by what bodies are judged.",
    discussion: """
      Frameworks are data, one for some years each. The scored ones reproduce the published results; what is assumed \
      in them is marked so.

        concordat oversight score mh_community_data_q4.csv --framework 2025-26 --csv
        concordat oversight simulate mh_community_data_q4.csv --body RDY --quarter "Q4 2025/26"
        concordat oversight metrics --framework 2022-23
        concordat oversight triggers figures.csv --body QOP --comparators 42
        concordat oversight lead --on 2022-09-01
      """,
    subcommands: [
      ScoreResults.self, SimulateMove.self, TellTriggers.self, ListFrameworks.self, ListFrameworkMetrics.self,
      ShowLead.self,
    ])
}

/// The framework a command works by, and the files it works on.
struct FrameworkOptions: ParsableArguments {
  @Option(help: "The framework, or a financial year it is used in: 2025-26.")
  var framework = "2025-26"

  @Option(
    help: "Other averages as the upper edges of segments 1 to 3, where the framework has thresholds: 2.06,2.33,2.65.")
  var thresholds: String?

  @Flag(help: "Take the files as every trust in England, whatever their number, and cut segments at the quartiles.")
  var allTrusts = false

  func scorer() throws -> Scorer {
    var chosen = try FrameworkOptions.find(framework)
    if let thresholds {
      let edges = thresholds.split(separator: ",").map { Double($0) }
      chosen = try misusing { try chosen.withThresholds(edges.compactMap { $0 }) }
    }
    return try misusing { try Scorer(chosen, takesFilesAsNational: allTrusts) }
  }

  static func find(_ word: String) throws -> Framework {
    let catalogue = try FrameworkCatalogue.shipped()
    guard let framework = catalogue.framework(word) else {
      throw DeskError.misused(
        "'\(word)' is no framework: use one of \(catalogue.frameworks.map(\.id).joined(separator: ", "))")
    }
    return framework
  }

  /// An error about what was asked, rather than about what was handed in.
  private func misusing<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as OversightError { throw DeskError.misused(error.message) }
  }
}

extension PublishedResults {
  /// The results in files on disk.
  static func reading(_ paths: [String]) throws -> PublishedResults {
    try PublishedResults(paths.map { try ByteSource.file($0) })
  }
}
