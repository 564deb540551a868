public import ArgumentParser
internal import Chronicle
internal import Desk
internal import Exchange
internal import Formats
internal import Money
internal import Oversight
internal import Store

/// The command line: one subcommand for each thing that can be done with a record.
public struct Concordat: ParsableCommand {
  /// Name, help and subcommands.
  public static let configuration = CommandConfiguration(
    commandName: "concordat",
    abstract: "The open, dated record of England's integrated care systems.",
    discussion: """
      A record is one file. Make one, look at it, serve it:

        concordat init england.concordat
        concordat bodies england.concordat --kind icb --on 2022-07-01
        concordat history england.concordat QNQ@2026-03-31

      Drop in official files, and take the record out again as readable text:

        concordat import england.concordat epraccur.csv
        concordat export england.concordat england-as-text

      Every command that answers prints a table for people, --json one JSON document, --csv a table for programs.

      Exit status: 0 done; 1 a difference, a finding or a broken chain that was asked for; 64 the command was not \
      understood; 65 what was handed in was refused; 74 a file could not be read or written.
      """,
    groupedSubcommands: [
      CommandGroup(name: "The record:", subcommands: recordCommands),
      CommandGroup(name: "What it says:", subcommands: questionCommands),
      CommandGroup(name: "Who decides, and by what rule:", subcommands: governanceCommands),
      CommandGroup(name: "What a file shows:", subcommands: statisticsCommands),
      CommandGroup(name: "As text:", subcommands: textCommands),
    ])

  private static let recordCommands: [any ParsableCommand.Type] = [
    Init.self, Serve.self, Import.self, WriteComment.self, WriteNote.self, Publish.self, Redact.self, Log.self,
    Verify.self, Backup.self,
  ]

  private static let questionCommands: [any ParsableCommand.Type] = [
    Bodies.self, History.self, Find.self, Show.self, RecastFigures.self, Why.self, OpenRow.self, ShowNeed.self,
    ShowPeers.self, PrintInequality.self, ShowMonth.self, MakePack.self, MakeArea.self, ListMeasures.self,
    ListFormats.self,
  ]

  private static let governanceCommands: [any ParsableCommand.Type] = [
    ShowRules.self, CheckBody.self, WhoDecides.self, ShowFunctions.self, CheckDecision.self, PrintAgenda.self,
    ShowDue.self,
  ]

  private static let statisticsCommands: [any ParsableCommand.Type] = [
    JudgeProcess.self, Stats.self, Oversee.self, CountMoney.self,
  ]

  private static let textCommands: [any ParsableCommand.Type] = [
    Export.self, Diff.self, CompareTexts.self, Apply.self,
  ]

  /// The command line itself.
  public init() {}
}

/// A command that speaks through a console, so that it can be run inside a test.
protocol ConsoleCommand: ParsableCommand {
  /// Does what was asked. Returns the exit status; throws what keeps it from being done.
  func run(on console: Console) async throws -> ExitStatus
}

/// How a command ended.
public enum ExitStatus: Int32, Sendable {
  /// Done.
  case done = 0
  /// A difference, a finding or a broken chain that was asked for.
  case difference = 1
  /// The command was not understood.
  case usage = 64
  /// What was handed in was refused.
  case refused = 65
  /// A file could not be read or written.
  case blocked = 74
}

extension Concordat {
  /// Runs a command line and returns its exit status. Everything it says goes through the console.
  public static func run(_ arguments: [String], on console: Console) async -> Int32 {
    do {
      var command = try parseAsRoot(arguments)
      if let command = command as? any ConsoleCommand { return try await command.run(on: console).rawValue }
      try command.run()
      return ExitStatus.done.rawValue
    } catch let failure as Failure {
      console.note("concordat: \(failure.message)")
      return failure.status.rawValue
    } catch {
      if let failure = Failure(error) {
        console.note("concordat: \(failure.message)")
        return failure.status.rawValue
      }
      let status = exitCode(for: error).rawValue
      let message = fullMessage(for: error)
      if status == 0 { try? console.say(message) } else if !message.isEmpty { console.note(message) }
      return status
    }
  }

  /// Runs the process's own command line on its own streams and returns its exit status.
  public static func runProcess() async -> Int32 {
    await run(Array(CommandLine.arguments.dropFirst()), on: .terminal())
  }
}

/// An error as it is told: one sentence, and the exit status.
struct Failure: Error {
  let status: ExitStatus
  let message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }

  /// Nil for errors that belong to the argument parser.
  init?(_ error: any Error) {
    switch error {
    case let error as DeskError:
      switch error {
      case .misused(let message): self.init(.usage, message)
      case .refused(let message): self.init(.refused, message)
      case .blocked(let message): self.init(.blocked, message)
      }
    case let error as StoreError:
      switch error {
      case .noRecord, .newer, .notEmpty: self.init(.refused, error.description)
      case .notThere, .alreadyThere, .unreadable, .changed, .lingering, .damaged:
        self.init(.blocked, error.description)
      }
    case let error as FormatError:
      self.init(error.kind == .unreadable ? .blocked : .refused, error.description)
    case let error as ImportError: self.init(.refused, error.description)
    case let error as OversightError: self.init(.refused, error.description)
    case let error as MoneyError: self.init(.refused, error.description)
    case let error as LineError: self.init(.refused, error.description)
    default:
      if "\(type(of: error))".contains("DatabaseError") {
        self.init(
          .blocked,
          "the record cannot be read or written (\(StoreError.plain(error))): check it with "
            + "`concordat verify`")
      } else {
        return nil
      }
    }
  }
}
