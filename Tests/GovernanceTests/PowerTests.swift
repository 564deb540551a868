import Register
import Testing
import Vocabulary

@testable import Governance

/// The ladder of elective care of the demonstration system, as its specification lists it.
@Suite("Who decides")
struct PowerTests {
  static let ladder = """
    body icb kind=icb form=statutory-corporation name="The board"
    body county kind=council form=local-authority name="County council"
    body harbour kind=place-partnership form=none name="Harbour City"
    body moor kind=place-partnership form=none name="Moorland"
    group board name="Board" sort=board bodies=icb competence=deciding
    group strategic name="Strategic commissioning" sort=committee bodies=icb competence=deciding
    group joint name="Harbour joint committee" sort=joint-committee bodies=icb;county competence=deciding
    group moorland name="Moorland committee" sort=committee bodies=icb competence=deciding
    group forum name="Coast forum" sort=consultative-forum bodies=icb competence=advisory
    seat chief group=board role=chief-executive title="Chief executive"
    function elective title="Elective care" holder=icb enactment="section 3" level=system
    function social title="Social care" holder=county level=place
    authority a-board function=elective sort=reserved giver=icb taker=board
    authority a-strategic function=elective sort=scheme giver=board taker=strategic limit=10000000
    authority a-chief function=elective sort=scheme giver=board taker=chief limit=2000000
    authority a-harbour from=2022-07-01 function=elective sort=section-65z6 giver=board taker=joint limit=1500000 places=harbour
    authority a-county from=2022-07-01 until=2026-01-01 function=social sort=section-65z6 giver=county taker=joint
    authority a-moorland function=elective sort=scheme giver=board taker=moorland limit=750000 places=moor
    authority a-forum function=elective sort=scheme giver=board taker=forum limit=5000000
    """

  @Test(
    "The narrowest authority that covers the place and the sum decides; above every limit it is the board",
    arguments: [
      ("harbour", 1_000_000, "2025-10-01", "joint"),
      ("harbour", 1_500_000, "2025-10-01", "joint"),
      ("harbour", 1_600_000, "2025-10-01", "chief"),
      ("moor", 750_000, "2025-10-01", "moorland"),
      ("moor", 750_001, "2025-10-01", "chief"),
      ("moor", 9_000_000, "2025-10-01", "strategic"),
      ("moor", 10_600_000, "2025-10-01", "board"),
      ("harbour", 1_000_000, "2026-02-01", "chief"),
    ])
  func ladder(place: String, value: Int, day: String, decider: String) throws {
    let power = try PowerTests.ask(place, value, day)
    #expect(power.holder?.text == "icb")
    #expect(power.path?.decider?.text == decider)
  }

  @Test(
    "A joint committee decides only while every parent's delegation is in force, and the gap says which ended"
  )
  func joint() throws {
    let power = try PowerTests.ask("harbour", 1_000_000, "2026-02-01")
    #expect(
      power.gaps.contains(
        "the delegation of County council to Harbour joint committee ended on 1 January 2026, and a joint committee "
          + "needs one of every parent"))
  }

  @Test("An advisory group never decides, whatever the scheme gives it")
  func advisory() throws {
    let power = try PowerTests.ask("moor", 5_000_000, "2025-10-01")
    #expect(power.path?.decider?.text == "strategic")
    #expect(power.gaps.contains("Coast forum advises and cannot decide"))
  }

  @Test("A function nobody holds, and one without a scheme, are said to be so")
  func gaps() throws {
    let world = try World(PowerTests.ladder)
    let governance = world.on("2025-10-01").governance
    let unheld = try #require(ID<Function>("nothing"))
    #expect(
      governance.power(Power.Question(unheld)).gaps == [
        "nobody is recorded as holding it on this day"
      ])
  }

  @Test("What one may not pass on is not passed on")
  func onward() throws {
    let world = try World(
      PowerTests.ladder
        + """

        body provider kind=nhs-trust form=nhs-foundation-trust name="A trust"
        body company kind=independent-provider form=cic name="A company"
        authority a-trust function=elective sort=section-65z5 giver=icb taker=provider onward=barred limit=500000
        authority a-onward function=elective sort=contract giver=provider taker=company parent=a-trust limit=100000
        """)
    let elective = try #require(ID<Function>("elective"))
    let power = world.on("2025-10-01").governance.power(
      Power.Question(elective, value: Pounds(50_000)))
    #expect(power.path?.decider?.text == "provider")
    #expect(power.gaps.contains("A trust may not pass it on, and passes it to A company"))
  }

  @Test("A map shows a function without a home after its holder ended with nothing in its place")
  func homeless() throws {
    let world = try World(
      """
      body old kind=icb form=statutory-corporation name="Old board" from=2022-07-01 until=2026-04-01
      body new kind=icb form=statutory-corporation name="New board" from=2026-04-01
      function kept from=2022-07-01 until=2026-04-01 title="Kept" holder=old
      function kept-on from=2026-04-01 title="Kept" holder=new predecessor=kept
      function lost from=2022-07-01 until=2026-04-01 title="Lost" holder=old
      function ended from=2022-07-01 until=2026-04-01 title="Ended" holder=old ended="the duty was repealed"
      """)
    let map = FunctionsMap(of: nil, in: world.on("2026-05-01").governance)
    #expect(map.entries.map(\.function.id.text) == ["kept-on", "lost"])
    #expect(map.entries.map(\.homeless.isEmpty) == [true, false])
  }

  static func ask(_ place: String, _ value: Int, _ day: String) throws -> Power {
    let world = try World(ladder)
    let elective = try #require(ID<Function>("elective"))
    return world.on(day).governance.power(
      Power.Question(elective, place: ID<Body>(place), value: Pounds(value)))
  }
}

@Suite("Who sits")
struct SittingTests {
  @Test(
    "Ties are found by interest, by employment and by seat, and the quorum is counted again without them"
  )
  func ties() throws {
    let world = try World(
      """
      body icb kind=icb form=statutory-corporation
      body acute kind=nhs-trust form=nhs-foundation-trust
      body firm kind=independent-provider form=company
      group board name="Board" sort=board bodies=icb
      group trust name="Trust board" sort=board bodies=acute
      seat s1 group=board role=chair
      seat s2 group=board role=chief-executive
      seat s3 group=board role=partner-trust represents=acute
      seat s4 group=board role=non-executive
      seat s5 group=board role=observer
      seat t1 group=trust role=chief-executive
      appointment a1 seat=s1 person=p1
      appointment a2 seat=s2 person=p2
      appointment a3 seat=s3 person=p3
      appointment a3t seat=t1 person=p3
      appointment a4 seat=s4 person=p4
      appointment a5 seat=s5 person=p5
      engagement e3 person=p3 body=acute capacity=chief-executive
      interest i4 person=p4 body=icb sort=indirect counterparty=firm about="a spouse's shares"
      clause q body=icb setting=quorum value="3 with chair/deputy-chair, partner"
      """)
    let governance = world.on("2025-10-01").governance
    let board = try #require(ID<Group>("board"))
    let acute = try #require(ID<Body>("acute"))
    let firm = try #require(ID<Body>("firm"))
    let sitting = Sitting(of: board, concerning: [acute, firm], in: governance)
    #expect(sitting.members.map(\.votes) == [true, true, true, true, false])
    #expect(sitting.members.map(\.ties.count) == [0, 0, 3, 1, 0])
    #expect(sitting.remaining.map(\.person.text) == ["p1", "p2"])
    #expect(
      sitting.wanting(without: Set(sitting.members.filter { !$0.ties.isEmpty }.map(\.person)))
        == ["3 voting members are needed and 2 remain", "no partner remains"])
  }
}
