internal import ArgumentParser
internal import Desk
internal import Pages
internal import Server

struct Serve: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve a record as a site.",
    discussion: """
      Shows public facts only, needs no scripts, and answers to this machine alone unless --host says otherwise. What \
      other commands add to the record while the site runs is shown at once. Stop it with Control-C.

        concordat serve england.concordat --port 8080
      """)

  @OptionGroup var target: RecordArgument

  @Option(help: "The port; 0 takes a free one.")
  var port = 8080

  @Option(help: "The address to answer on. Put a web server that ends TLS in front of any but a loopback address.")
  var host = "127.0.0.1"

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("a port lies between 0 and 65535") }
  }

  func run(on console: Console) async throws -> ExitStatus {
    let record = try target.open(console)
    // Read once now, so that a damaged record is told of here and not on a page.
    _ = try record.archive()
    let server = SiteServer(Answerer(record, respond: Site.reply), host: host, port: port)
    do {
      try await server.run { address in
        try? console.say("Serving \(record.path) at \(address)")
      }
    } catch {
      throw DeskError.blocked("the site cannot be served on \(host), port \(port): \(error)")
    }
    return .done
  }
}
