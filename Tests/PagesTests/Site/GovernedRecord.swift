import Chronicle
import Governance
import Register
import Vocabulary

/// The shipped reference with an invented board: seats held and vacant, a chain of delegation, a decision with its paper.
enum Governed {
  /// Read once.
  static let archive = Archive.holding(statements)

  static let statements: [Statement] = {
    let source = Source(
      ID(slug: Notation.source), title: "An invented board", publisher: "Nobody", published: Moment("2026-02"))
    return Shipped.statements + ((try? Notation.statements(board)) ?? [])
      + [Statement(source, .always, source: SourceReference(nil))]
  }()

  private static let board = """
    body hill.icb kind=icb form=statutory-corporation name="Hill <board>" from=2022-07-01 until=2026-10-01
    body hill.heir kind=icb form=statutory-corporation name="Hill heir" from=2026-10-01
    body hill.town kind=place-partnership form=none name="Old & new town" from=2022-07-01
    body hill.trust kind=nhs-trust form=nhs-foundation-trust name="Hill hospitals"
    group hill.board name="Board of Hill" sort=board bodies=hill.icb competence=deciding in-public=yes
    group hill.panel name="Buying panel" sort=committee bodies=hill.icb competence=deciding parent=hill.board
    group hill.voice name="Town voice" sort=consultative-forum bodies=hill.icb competence=advisory parent=hill.panel
    seat hill.board.chair group=hill.board role=chair
    seat hill.board.chief group=hill.board role=chief-executive
    seat hill.board.finance group=hill.board role=finance-director
    seat hill.panel.watcher group=hill.panel role=observer title="Watcher of the panel"
    person hill.ann name="Chair <of> Hill"
    person hill.ben name="Chief of Hill"
    appointment hill.ann.1 from=2022-07-01 until=2025-07-01 seat=hill.board.chair person=hill.ann term=1
    appointment hill.ann.2 from=2025-07-01 seat=hill.board.chair person=hill.ann term=2 term-ends=2028-07-01
    appointment hill.ben.1 from=2023-01-01 seat=hill.board.chief person=hill.ben
    complete hill.board.finance list=appointments
    lead-role hill.lead.1 from=2024-01-01 person=hill.ben body=hill.icb role=safeguarding
    check hill.ann.fit person=hill.ann body=hill.icb sort=fit-and-proper on=2024-06-01 outcome=failed audience=restricted
    function hill.elective from=2022-07-01 until=2026-10-01 title="Planned care" holder=hill.icb \
    enactment="NHS Act 2006, section 3" level=system words="elective care"
    function hill.lost from=2022-07-01 until=2026-10-01 title="A thing nobody takes" holder=hill.icb level=place
    function hill.elective.next from=2026-10-01 title="Planned care" holder=hill.heir level=system predecessor=hill.elective
    authority hill.kept from=2022-07-01 function=hill.elective sort=reserved giver=hill.icb taker=hill.board
    authority hill.given from=2022-07-01 function=hill.elective sort=scheme giver=hill.icb taker=hill.panel limit=1000000 \
    instrument="the scheme" clause="row <2>"
    authority hill.asked from=2022-07-01 function=hill.elective sort=scheme giver=hill.icb taker=hill.voice limit=50000 \
    places=hill.town
    meeting hill.march from=2026-03-12 until=2026-03-13 group=hill.board on=2026-03-12 title="Board, March" state=held \
    minutes-published=2026-04-02
    meeting hill.autumn from=2026-09-24 group=hill.board on=2026-09-24 title="Board, September" state=planned open=yes
    item hill.march.5 from=2026-03-12 meeting=hill.march number=5 title="A new hall" open=yes \
    paper=https://hill.example/papers/5 paper-on=2026-03-05 minute="Approved & noted"
    attendance hill.march.ann from=2026-03-12 meeting=hill.march person=hill.ann capacity=member \
    seat=hill.board.chair presiding=yes
    attendance hill.march.ben from=2026-03-12 meeting=hill.march person=hill.ben capacity=member seat=hill.board.chief
    conflict hill.march.5.ben from=2026-03-12 item=hill.march.5 person=hill.ben handling=recused minuted=yes
    decision hill.hall from=2026-03-12 body=hill.icb on=2026-03-12 title="A <new> hall" decider=hill.board \
    item=hill.march.5 function=hill.elective authority=hill.kept value=1600000 outcome=approved \
    contact="governance@hill.example" quality="fewer cancellations"
    decision hill.secret from=2026-03-12 body=hill.icb on=2026-03-12 title="Hidden thing" audience=restricted
    """.replacing("\\\n", with: "")
}
