import Chronicle
import Register
import Testing
import Vocabulary

@testable import Exchange

/// Statements about practices `p…`, networks `n…` and locations `s…`, in a short notation.
private enum Say {
  static let base: [Statement] =
    ["n1", "n2", "n3"].map { body($0, .primaryCareNetwork) }
    + ["s1", "s2", "s3"].map { body($0, .subICBLocation) } + [body("p1", .generalPractice)]

  static func body(_ text: String, _ kind: BodyKind, _ period: String = "2000-01-01..") -> Statement {
    Statement(Body(ID(slug: text), kind), self.period(period), source: SourceReference(nil))
  }

  static func period(_ text: String) -> Period {
    let parts = text.replacing("..", with: "~").split(separator: "~", omittingEmptySubsequences: false)
    let start = Moment(parts[0])
    let end = parts[1].isEmpty ? Moment.never : Moment(parts[1])
    guard let start, let end else { preconditionFailure("no period: \(text)") }
    return Period(from: start, until: end)
  }

  static func name(_ text: String, _ during: String, _ usage: Name.Usage = .official) -> Statement {
    Statement(Name(ID(slug: "p1"), text, usage), period(during), source: SourceReference(nil, at: "row=1"))
  }

  static func location(_ object: String, _ during: String, _ certainty: Certainty = .official) -> Statement {
    Statement(
      Relation(ID(slug: "p1"), Relation.partOf, ID(slug: object)), period(during), certainty: certainty,
      source: SourceReference(nil))
  }

  static func network(_ object: String, _ during: String) -> Statement {
    Statement(
      Relation(ID(slug: "p1"), Relation.memberOf, ID(slug: object)), period(during),
      source: SourceReference(nil))
  }
}

@Suite("Reconciliation makes the least changes")
struct ReconciliationTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let files: [(asAt: String, says: [Statement])]
    let kind: String
    let expected: [String]
    /// Whether the files give the same in any order.
    var anyOrder = true
  }

  static let cases: [Case] = [
    Case(
      testDescription: "the same name twice is one name",
      files: [
        ("2025", [Say.name("Elm Surgery", "1990-01-01..")]),
        ("2026-04", [Say.name("ELM  SURGERY", "1990-01-01..")]),
      ],
      kind: "name-1", expected: ["1990-01-01.. Elm Surgery official"], anyOrder: false),
    Case(
      testDescription: "another name from a later file ends the first between the two",
      files: [("2025", [Say.name("Elm", "1990-01-01..")]), ("2026-04", [Say.name("Oak", "1990-01-01..")])],
      kind: "name-1",
      expected: ["1990-01-01..2025-01-02/2026-04-30 Elm official", "2025-01-02/2026-04-30.. Oak official"]),
    Case(
      testDescription: "a file from between two others finds its place",
      files: [
        ("2024-01-01", [Say.name("Elm", "1990-01-01..")]), ("2026-01-01", [Say.name("Oak", "1990-01-01..")]),
        ("2025-01-01", [Say.name("Ash", "1990-01-01..")]),
      ],
      kind: "name-1",
      expected: [
        "1990-01-01..2024-01-02/2025-01-01 Elm official",
        "2024-01-02/2025-01-01..2025-01-02/2026-01-01 Ash official", "2025-01-02/2026-01-01.. Oak official",
      ]),
    Case(
      testDescription: "seen again later, the change lies nearer",
      files: [
        ("2024-01-01", [Say.name("Elm", "1990-01-01..")]), ("2026-01-01", [Say.name("Oak", "1990-01-01..")]),
        ("2025-01-01", [Say.name("Elm", "1990-01-01..")]),
      ],
      kind: "name-1",
      expected: ["1990-01-01..2025-01-02/2026-01-01 Elm official", "2025-01-02/2026-01-01.. Oak official"],
      anyOrder: false),
    Case(
      testDescription: "a closing date closes",
      files: [
        ("2025", [Say.name("Elm", "1990-01-01..")]), ("2026-04", [Say.name("Elm", "1990-01-01..2026-02-01")]),
      ],
      kind: "name-1", expected: ["1990-01-01..2026-02-01 Elm official"]),
    Case(
      testDescription: "a later file gives the day itself",
      files: [
        ("2022-12", [Say.location("s1", "2013-04-01..")]), ("2025-09", [Say.location("s2", "2024-04-01..")]),
      ],
      kind: "relation-1", expected: ["2013-04-01..2024-04-01 part-of s1", "2024-04-01.. part-of s2"]),
    Case(
      testDescription: "what follows an ended parent, and is not dated, starts where it ended",
      files: [
        ("2025-09", [Say.location("s1", "2022-07-01..2026-04-01")]),
        ("2026-08-01", [Say.location("s2", "2022-07-01/2026-04-01..", .derived)]),
      ],
      kind: "relation-1", expected: ["2022-07-01..2026-04-01 part-of s1", "2026-04-01.. part-of s2"]),
    Case(
      testDescription: "an exact start replaces a range, and a range never an exact start",
      files: [
        ("2025-08", [Say.network("n1", "2019-07-01/2025-08-31..")]),
        ("2023", [Say.network("n1", "2019-10-01..")]),
      ],
      kind: "relation-1", expected: ["2019-10-01.. member-of n1"]),
    Case(
      testDescription: "a surer source's day replaces a derived one",
      files: [
        ("2025-08", [Say.location("s1", "2022-07-01..", .derived)]),
        ("2025-09", [Say.location("s1", "2024-04-01..")]),
      ],
      kind: "relation-1", expected: ["2024-04-01.. part-of s1"]),
    Case(
      testDescription: "a network is left and joined again",
      files: [
        ("2019-12", [Say.network("n1", "2019-10-01..")]),
        (
          "2023",
          [
            Say.network("n1", "2019-10-01..2020-04-01"), Say.network("n2", "2020-04-01..2022-04-01"),
            Say.network("n1", "2022-04-01.."),
          ]
        ),
      ],
      kind: "relation-1",
      expected: [
        "2019-10-01..2020-04-01 member-of n1", "2020-04-01..2022-04-01 member-of n2",
        "2022-04-01.. member-of n1",
      ]),
    Case(
      testDescription: "two at once in one file both stand",
      files: [("2023", [Say.network("n1", "2019-10-01.."), Say.network("n2", "2019-10-01..")])],
      kind: "relation-1", expected: ["2019-10-01.. member-of n1", "2019-10-01.. member-of n2"]),
    Case(
      testDescription:
        "two at once, one since later, both stand, and a day of overlap is left as the file has it",
      files: [
        (
          "2023",
          [
            Say.network("n1", "2019-10-01.."), Say.network("n2", "2021-04-01..2022-07-02"),
            Say.network("n3", "2022-07-01.."),
          ]
        )
      ],
      kind: "relation-1",
      expected: [
        "2019-10-01.. member-of n1", "2021-04-01..2022-07-02 member-of n2", "2022-07-01.. member-of n3",
      ]),
    Case(
      testDescription: "a later file tells a past that the earlier did not know",
      files: [
        ("2020-12", [Say.network("n2", "2019-10-01..")]),
        ("2023", [Say.network("n1", "2019-10-01..2020-04-01"), Say.network("n2", "2020-04-01..")]),
      ],
      kind: "relation-1", expected: ["2019-10-01..2020-04-01 member-of n1", "2020-04-01.. member-of n2"]),
    Case(
      testDescription: "a reopened body has no end, when it was seen after its end",
      files: [
        ("2025-09", [Say.name("Elm", "1990-01-01..2025-07-01")]),
        ("2026-04", [Say.name("Elm", "1990-01-01..")]),
      ],
      kind: "name-1", expected: ["1990-01-01.. Elm official"]),
    Case(
      testDescription: "an end to come is kept by a file from before it",
      files: [
        ("2025-09", [Say.name("Elm", "1990-01-01..2026-07-01")]),
        ("2026-04", [Say.name("Elm", "1990-01-01..")]),
      ],
      kind: "name-1", expected: ["1990-01-01..2026-07-01 Elm official"]),
    Case(
      testDescription: "short and official names do not end one another, aliases may be many",
      files: [
        (
          "2025",
          [
            Say.name("ELM", "1990-01-01.."), Say.name("Elm", "1990-01-01..", .short),
            Say.name("E", "1990-01-01..", .alias),
          ]
        ),
        ("2026-04", [Say.name("F", "1990-01-01..", .alias)]),
      ],
      kind: "name-1",
      expected: [
        "1990-01-01.. E alias", "1990-01-01.. ELM official", "1990-01-01.. Elm short", "1990-01-01.. F alias",
      ]),
  ]

  private func outcome(_ item: Case, _ order: [Int]) -> Record {
    order.reduce(Record(Say.base)) { $0.taking(item.files[$1].says, asAt: item.files[$1].asAt) }
  }

  @Test("as the record then says", arguments: cases)
  func outcomes(item: Case) {
    let record = outcome(item, Array(item.files.indices))
    #expect(record.rows(item.kind, "p1").sorted() == item.expected.sorted())
  }

  @Test("whatever the order of import", arguments: cases.filter(\.anyOrder))
  func order(item: Case) {
    let forwards = outcome(item, Array(item.files.indices))
    for order in permutations(Array(item.files.indices)) {
      #expect(outcome(item, order).meaning == forwards.meaning, "in the order \(order)")
    }
  }

  @Test("reading any of the files again changes nothing", arguments: cases)
  func again(item: Case) {
    let record = outcome(item, Array(item.files.indices))
    for file in item.files {
      let after = record.taking(file.says, asAt: file.asAt)
      #expect(after.changes.isEmpty, "again: \(file.asAt) \(after.changes.map(\.line))")
    }
  }

  @Test("files that cannot be put in order leave what is known, and say so")
  func undecided() {
    let record = Record(Say.base).taking([Say.name("Elm", "1990-01-01..")], asAt: "2025")
      .taking([Say.name("Oak", "1990-01-01..")], asAt: "2025-06")
    #expect(record.changes.isEmpty)
    #expect(record.undecided.map(\.fields) == [["Oak", "official"]])
    #expect(record.rows("name-1", "p1") == ["1990-01-01.. Elm official"])
  }

  @Test("what a file does not speak of is left alone")
  func silence() {
    let record = Record(Say.base).taking(
      [Say.name("Elm", "1990-01-01.."), Say.location("s1", "2022-07-01..")], asAt: "2025"
    )
    .taking([Say.location("s2", "2025-04-01..")], asAt: "2026")
    #expect(record.rows("name-1", "p1") == ["1990-01-01.. Elm official"])
    #expect(record.changes.count == 3)
  }

  @Test(
    "every history of three names at three files is told the same in every order, and no day has two names")
  func histories() {
    let names = ["A", "B", "C"]
    let files = ["2023-01-10", "2024-01-10", "2025-01-10"]
    for code in 0..<27 {
      let history = [names[code % 3], names[code / 3 % 3], names[code / 9]]
      // Where one name comes back, a file in between that was read last can tell only some of it: see the notes.
      let isDistinct = Set(history).count == 3 || history[0] == history[1] || history[1] == history[2]
      var meanings: Set<[String]> = []
      for order in permutations([0, 1, 2]) {
        var record = Record(Say.base)
        for index in order {
          record = record.taking([Say.name(history[index], "1990-01-01..")], asAt: files[index])
        }
        for day in ["2000-01-01"] + files {
          let names = record.on(day).snapshot.all(Name.self, of: ID(slug: "p1"))
          #expect(names.count <= 1, "\(history) in the order \(order) on \(day)")
        }
        if Set(history).count == 3 { meanings.insert(record.meaning) }
      }
      if isDistinct, Set(history).count == 3 { #expect(meanings.count == 1, "\(history)") }
    }
  }

  private func permutations(_ items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.flatMap { first in permutations(items.filter { $0 != first }).map { [first] + $0 } }
  }
}
