import Testing

@testable import Pages

@Suite("Flow drawing") struct FlowTests {
  /// Every word of the layout keeps clear of every other and of the frame.
  func expectClear(_ drawing: FlowDrawing, at location: SourceLocation = #_sourceLocation) {
    for breadth in Breadth.allCases {
      let layout = FlowLayout(drawing, breadth)
      let boxes = layout.words.map { ($0.box, $0.lines) }
      for (index, (a, words)) in boxes.enumerated() {
        #expect(a.left >= -1 && a.right <= breadth.width + 1, "\(words)", sourceLocation: location)
        #expect(a.top >= -1 && a.bottom <= layout.height + 1, "\(words)", sourceLocation: location)
        for (b, others) in boxes[(index + 1)...] {
          let apart =
            a.right <= b.left + 0.5 || b.right <= a.left + 0.5 || a.bottom <= b.top + 0.5
            || b.bottom <= a.top + 0.5
          #expect(apart, "\(words) touches \(others) \(breadth)", sourceLocation: location)
        }
      }
      for column in [layout.left, layout.right] {
        for (above, below) in zip(column, column.dropFirst()) {
          #expect(above.top + above.depth <= below.top + 0.01, sourceLocation: location)
        }
      }
    }
  }

  @Test func realChangesAreClear() throws {
    expectClear(Samples.split)
    expectClear(Samples.merger)
    expectClear(try Samples.change())
    expectClear(try Samples.nation())
  }

  @Test func anyFlowsAreClear() {
    var random = Seeded(1_066)
    let names = [
      "Frimley", "Bath and North East Somerset, Swindon and Wiltshire", "Essex",
      "North East and North Cumbria", "Buckinghamshire, Oxfordshire and Berkshire West",
    ]
    for _ in 0..<60 {
      let sources = Int.random(in: 1...20, using: &random)
      let targets = Int.random(in: 1...20, using: &random)
      func bodies(_ count: Int) -> [FlowDrawing.Body] {
        (0..<count).map { _ in
          .init(
            names[Int.random(in: 0..<names.count, using: &random)],
            note: Bool.random(using: &random) ? "a note of some length, to 31 March 2026" : nil)
        }
      }
      var flows: [FlowDrawing.Flow] = []
      for source in 0..<sources {
        for target in Set(
          (0..<Int.random(in: 1...4, using: &random)).map { _ in Int.random(in: 0..<targets, using: &random) }
        ).sorted() {
          flows.append(.init(from: source, to: target, amount: Int.random(in: 1...3_000_000, using: &random)))
        }
      }
      expectClear(
        FlowDrawing(
          id: "r", title: "R", unit: "people", from: bodies(sources), to: bodies(targets), flows: flows))
    }
  }

  @Test func barsAreTrueToThePeopleInThem() throws {
    let drawing = try Samples.nation()
    let layout = FlowLayout(drawing, .wide)
    let left = layout.left.reduce(0) { $0 + $1.depth }
    let right = layout.right.reduce(0) { $0 + $1.depth }
    #expect(abs(left - right) < 0.001)
    for node in layout.left {
      let share = Double(drawing.total(from: node.index)) / 56_550_138
      #expect(abs(node.depth / left - share) < 1e-9)
    }
    #expect(layout.left.count == 42 && layout.right.count == 36)
  }

  @Test func groupsThatShareNoPeopleNeverCross() throws {
    let drawing = try Samples.nation()
    let order = FlowOrder(drawing.flows)
    #expect(order.sources.sorted() == Array(0..<42))
    #expect(order.targets.sorted() == Array(0..<36))
    var crossings = 0
    for (index, a) in drawing.flows.enumerated() {
      for b in drawing.flows[(index + 1)...] {
        let sources =
          (order.sources.firstIndex(of: a.from) ?? 0) - (order.sources.firstIndex(of: b.from) ?? 0)
        let targets = (order.targets.firstIndex(of: a.to) ?? 0) - (order.targets.firstIndex(of: b.to) ?? 0)
        if sources * targets < 0 { crossings += 1 }
      }
    }
    // Frimley’s part that went to Surrey and Sussex must cross the way to Thames Valley, or another.
    #expect(crossings == 1)
  }

  @Test func tooManyBodiesAreATable() throws {
    #expect(try Samples.groups().isTableOnly)
    #expect(try !Samples.nation().isTableOnly)
    #expect(try !String(decoding: written(Samples.groups()), as: UTF8.self).contains("<desc"))
  }

  @Test func saysWhatItShows() throws {
    let bodies = ["A", "B", "C"].map { FlowDrawing.Body($0) }
    func sentence(_ flows: [(Int, Int, Int)]) -> String {
      FlowDrawing(
        id: "s", title: "S", unit: "people", from: bodies, to: bodies,
        flows: flows.map { .init(from: $0.0, to: $0.1, amount: $0.2) }
      ).sentence
    }
    #expect(sentence([]) == "Nothing moved.")
    #expect(sentence([(0, 1, 0), (7, 1, 5)]) == "Nothing moved.")
    #expect(sentence([(0, 1, 5)]) == "All 5 people of A went to B.")
    #expect(
      sentence([(0, 0, 10), (0, 1, 60), (0, 2, 30)])
        == "Of the 100 people of A, 60.0% went to B, 30.0% to C and 10.0% to A.")
    #expect(sentence([(0, 1, 5), (1, 1, 6)]) == "Two bodies with 11 people became one: B.")
    #expect(sentence([(0, 0, 5), (1, 1, 6), (2, 1, 7)]) == "Three bodies became two. Each passed on whole.")
    #expect(
      try Samples.nation().sentence
        == "42 bodies became 36. Of the 42, 39 passed on whole and three were split: Suffolk and North East Essex, Hertfordshire and West Essex and Frimley."
    )
  }
}
