import Chronicle
import Register
import Testing
import Vocabulary

@testable import Governance

@Suite("Sheets")
struct SheetTests {
  @Test("No two sheets share a name or a file, every column has its own heading, and every sheet says something")
  func layouts() {
    var names: Set<String> = []
    var files: Set<String> = []
    func look<S: Sheet>(_ sheet: S.Type) {
      let layout = S.layout
      #expect(names.insert(layout.name).inserted, "\(layout.name)")
      #expect(files.insert(layout.file).inserted, "\(layout.file)")
      #expect(!layout.columns.isEmpty && Set(layout.names).count == layout.names.count, "\(layout.name)")
      #expect(layout.columns.contains { $0.isNeeded }, "\(layout.name)")
    }
    for sheet in Sheets.all { look(sheet) }
  }

  @Test(
    "A row that cannot be is refused with the column and what to write",
    arguments: [
      (["group": "board", "role": "king"], "'king' in column 'role' will not do: write one of chair"),
      (["group": "board"], "the column 'role' is empty"),
      (["group": "Board!", "role": "chair"], "'Board!' in column 'group' will not do: write an identifier"),
      (["group": "board", "role": "chair", "voting": "true"], "write yes or no"),
      (["group": "board", "role": "chair", "colour": "red"], "'colour' is no column of seats.tsv"),
    ])
  func refused(cells: [String: String], message: String) throws {
    let seat = try #require(ID<Seat>("chair"))
    #expect {
      try Row<Seat>(seat, cells)
    } throws: {
      ($0 as? LineError)?.message.contains(message) == true
    }
  }

  @Test("An empty cell is missing, by name; one that need not be there is nil; and what was read is noted")
  func unknown() throws {
    let world = try World("seat chair group=board role=chair")
    let trace = Trace()
    let governance = Governance(world.on("2024-01-01"), trace: trace)
    let chair = try #require(ID<Seat>("chair"))
    let seat = try #require(governance.row(Seat.self, of: chair))
    #expect(try seat.role == .chair)
    #expect(seat.given.title == nil)
    #expect {
      _ = try seat.voting
    } throws: {
      ($0 as? Unknown)?.description == "whether its holder votes (seat-1 chair, column voting)"
    }
    #expect(trace.readings.map(\.column) == ["role", "title", "voting"])
    #expect(trace.readings.map(\.isNeeded) == [false, false, true])
  }

  @Test("Rows are found by what they name, alone or in a list, on the day and by the day")
  func named() throws {
    let world = try World(
      """
      group board name=Board sort=board bodies=north;east
      seat chair group=board role=chair
      appointment first from=2022-07-01 until=2023-07-01 seat=chair person=ann
      appointment second from=2023-07-01 seat=chair person=ben
      """)
    let governance = world.on("2024-01-01").governance
    let east = try #require(ID<Body>("east"))
    #expect(governance.rows(\Group.bodies, naming: east).map(\.id.text) == ["board"])
    let chair = try #require(ID<Seat>("chair"))
    #expect(governance.rows(\Appointment.seat, naming: chair).map(\.id.text) == ["second"])
    #expect(governance.history(\Appointment.seat, naming: chair).map(\.id.text) == ["first", "second"])
    #expect(world.on("2022-08-01").governance.history(\Appointment.seat, naming: chair).map(\.id.text) == ["first"])
  }

  @Test("A list is complete only where a claim says so on the day")
  func complete() throws {
    let world = try World("complete board from=2022-07-01 until=2023-07-01 list=seats")
    let board = try #require(ID<Group>("board"))
    #expect(world.on("2022-08-01").governance.isComplete(.seats, of: board))
    #expect(!world.on("2022-08-01").governance.isComplete(.interests, of: board))
    #expect {
      try world.on("2024-01-01").governance.complete(.seats, of: board)
    } throws: {
      ($0 as? Unknown)?.what == "the claim that the list of seats is complete"
    }
  }
}

/// A small record written in the short notation of examples.
struct World {
  let archive: Archive

  init(_ text: String) throws { archive = Archive.holding(try Notation.statements(text)) }

  func on(_ day: String) -> Snapshot {
    Snapshot(archive, trueOn: Day(day) ?? .distantPast, audience: .restricted)
  }
}
