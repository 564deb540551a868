import Chronicle
import Desk
import Exchange
import Measures
import Register
import Testing
import Vocabulary

@Suite("Publishing tells of no body that is still hidden")
struct PublishTests {
  /// Reads `facts,…` files: a target of a measure for a body, or a body and its relation to another.
  private struct FactsReader: Reader {
    let format = "facts"
    let isOfficialPublication = false
    let summary = "a format for tests"
    let measures: [MeasureDefinition] = []
    let statements: [Statement]

    func recognise(_ file: InputFile) throws -> Recognition { .yes }
    func read(_ file: InputFile, register: Register) throws -> Reading {
      var reading = Reading(title: "Facts", publisher: "A board")
      reading.rowsRead = statements.count
      reading.statements = statements
      return reading
    }
  }

  private static let secret = ID<Body>(slug: "place.secret")
  private static let east = ID<Body>(slug: "icb.east")

  private func source(of statements: [Statement], named name: String, _ record: Record, _ scratch: Scratch) throws
    -> String
  {
    let file = try scratch.write("facts,\(name)\n", to: name + ".csv")
    let report = record.importFile(file, options([FactsReader(statements: statements)]))
    #expect(report.status == .imported, "\(report.error ?? "")")
    return try #require(report.source)
  }

  private func statement(_ fact: some Fact) -> Statement {
    Statement(fact, .always, source: SourceReference(nil, at: "row=1"))
  }

  @Test("A fact that names an internal body is refused with the body's name and source, until the body is public")
  func namedBody() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    let bodies = try source(
      of: [statement(Body(Self.secret, .placePartnership)), statement(Name(Self.secret, "Secret"))], named: "bodies",
      record,
      scratch)
    let naming = try source(
      of: [statement(Relation(Self.east, Relation.partOf, Self.secret))], named: "naming", record, scratch)
    let head = try record.head()
    do {
      _ = try record.publish(naming, why: "Agreed")
      Issue.record("it was published")
    } catch let error as DeskError {
      #expect("\(error)".contains("'place.secret'") && "\(error)".contains("'\(bodies)'"), "\(error)")
      #expect("\(error)".contains("'icb.east'") && "\(error)".contains("Nothing was published"), "\(error)")
    }
    #expect(try record.head() == head)
    #expect(try record.publish(bodies, why: "The place is public").published == 4)
    #expect(try record.publish(naming, why: "Agreed").transaction != nil)
    let shown = try record.snapshot(on: day).history(Relation.self, of: Self.east)
    #expect(shown.map(\.fact.object) == [Self.secret])
  }

  @Test("A fact about an internal body is refused; with the body in the same source it is published")
  func aboutBody() throws {
    let scratch = try Scratch()
    let record = try Small.record(scratch)
    _ = try source(of: [statement(Body(Self.secret, .placePartnership))], named: "bodies", record, scratch)
    let about = try source(of: [statement(Name(Self.secret, "Secret"))], named: "about", record, scratch)
    #expect(throws: DeskError.self) { try record.publish(about, why: "Agreed") }

    let other = try Scratch()
    let fresh = try Small.record(other)
    let both = try source(
      of: [statement(Body(Self.secret, .placePartnership)), statement(Name(Self.secret, "Secret"))], named: "both",
      fresh, other)
    #expect(try fresh.publish(both, why: "Agreed").published == 4)
  }
}
