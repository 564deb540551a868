internal import Answers
internal import ArgumentParser
internal import Register

struct Bodies: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the bodies of a kind on a day.",
    discussion: """
        concordat bodies england.concordat --kind icb --on 2022-07-01
        concordat bodies england.concordat --kind sub-icb-location --json
      """)

  @OptionGroup var target: RecordArgument

  @Option(help: "The kind: \(BodyKind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind = "icb"

  @OptionGroup var lens: LensOptions

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard BodyKind(rawValue: kind) != nil else {
      let known = BodyKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'\(kind)' is no kind of body: use one of \(known)")
    }
  }

  func run(on console: Console) throws -> ExitStatus {
    guard let kind = BodyKind(rawValue: kind) else { return .usage }
    let answer = BodiesAnswer(kind, in: try lens.snapshot(of: try target.open(console)))
    var table = Table(
      [
        .init("Id"), .init("Name", mayBeCut: true), .init("ODS", "ods"), .init("ONS", "ons"),
        .init("Region", mayBeCut: true), .init("From"), .init("Until"), .init("Legal form", mayBeCut: true),
      ], nothing: "None.")
    table.rows = answer.bodies.map(row)
    try output.print(answer.bodies, as: table, on: console)
    if !output.json, !output.csv { try console.say("\n\(answer.sentence)") }
    return .done
  }

  private func row(_ body: BodyEntry) -> [String] {
    func code(_ scheme: String) -> String { body.codes.first { $0.scheme == scheme }?.code ?? "" }
    let region: String = body.region?.name ?? ""
    let form: String = body.legalForm?.rawValue ?? ""
    return [
      body.id, body.name, code("ods"), code("ons"), region, body.from.text ?? "", body.until.text ?? "", form,
    ]
  }
}
