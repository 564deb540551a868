import Chronicle
import Governance

/// An invented board with meetings, interests, a choice of provider and a change of services, small enough to reckon by
/// hand.
enum MeetingRecord {
  static func archive() throws -> Archive {
    let succession = [
      "east.icb\tmerge", "west.icb\tmerge", "far.icb\tboundary-change",
    ].map { "succession-1\t2026-04-01\t\tpublic\tofficial\texample\t\($0)\tvale.icb\tin-force\t\t" }
    return Archive.holding(
      try Notation.statements(text) + succession.map { try Statement($0) }, at: stamp)
  }

  /// When all of it was recorded: 21 November 2026, 23:06:28 in universal time.
  static let stamp = Instant("2026-11-21T23:06:28Z") ?? Instant(seconds: 0)

  private static let text = """
    body vale.icb kind=icb form=statutory-corporation name="NHS Vale & Moor <Board>" from=2026-04-01
    body east.icb kind=icb form=statutory-corporation name="East Board" until=2026-04-01
    body west.icb kind=icb form=statutory-corporation name="West Board" until=2026-04-01
    body far.icb kind=icb form=statutory-corporation name="Far Board"
    body vale.ics kind=ics name="Vale system"
    body vale.icp kind=icp name="Vale Partnership"
    body north.council kind=council form=local-authority name="North Council"
    body south.council kind=council form=local-authority name="South Council"
    body hill.council kind=council form=local-authority name="Hill Council"
    body north.wellbeing kind=health-and-wellbeing-board name="North Wellbeing Board"
    body acute kind=nhs-trust form=nhs-foundation-trust name="Acute Trust"
    body other-trust kind=nhs-trust form=nhs-foundation-trust name="Other Trust"
    body together kind=provider-collaborative name="Providers Together"
    body vale.north kind=place-partnership name="North place"
    body alliance kind=voluntary-alliance name="Voluntary Alliance"
    relation vale.icb type=serves object=vale.ics
    relation vale.icp type=serves object=vale.ics
    relation together type=part-of object=vale.ics
    relation acute type=part-of object=vale.ics
    relation other-trust type=part-of object=vale.ics
    relation acute type=member-of object=together
    relation north.wellbeing type=part-of object=north.council
    role north.council role=upper-tier
    role south.council role=upper-tier
    role hill.council role=upper-tier
    overlap north.council other=east.icb unit=lsoa21 part=9 whole=9 until=2026-04-01
    overlap south.council other=west.icb unit=lsoa21 part=6 whole=6 until=2026-04-01
    overlap hill.council other=far.icb unit=lsoa21 part=10 whole=10 until=2026-04-01
    overlap north.council other=vale.icb unit=lsoa21 part=9 whole=9 from=2026-04-01
    overlap south.council other=vale.icb unit=lsoa21 part=6 whole=6 from=2026-04-01
    overlap hill.council other=vale.icb unit=lsoa21 part=3 whole=10 from=2026-04-01
    group board name="Board" sort=board bodies=vale.icb competence=deciding in-public=yes from=2026-04-01
    group audit name="Audit committee" sort=audit-committee bodies=vale.icb parent=board in-public=no from=2026-04-01
    group partnership name="Partnership" sort=integrated-care-partnership bodies="vale.icb; vale.icp; north.council"
    group north-board name="Wellbeing board" sort=committee bodies=north.wellbeing in-public=yes
    group north-place name="North committee" sort=committee bodies=vale.icb place=vale.north from=2026-04-01
    seat board.chair group=board role=chair voting=yes
    seat board.trust group=board role=partner-trust voting=yes
    seat board.council group=board role=partner-council represents=north.council voting=yes
    seat partnership.chair group=partnership role=chair
    person ann name="Chair of the board"
    person bob name="Chief executive of the trust, a partner"
    person cat name="Leader of North Council"
    appointment ann.2026 from=2026-04-01 seat=board.chair person=ann
    appointment bob.2026 from=2026-04-01 until=2026-09-01 seat=board.trust person=bob
    appointment cat.2026 from=2026-04-01 seat=board.council person=cat
    appointment ann.partnership from=2026-04-01 seat=partnership.chair person=ann
    lead-role deputy from=2026-04-01 person=cat body=vale.icb role=deputy-chair
    clause papers body=vale.icb number=4 setting=paper-days value="5"
    complete vale.icb list=groups
    complete board list=meetings
    complete audit list=meetings
    complete partnership list=meetings
    complete north-place list=meetings
    complete board list=seats
    complete vale.icb list=register
    complete vale.icb list=collaboratives
    meeting may group=board on=2026-05-07 title="Board, 7 May 2026" notice=2026-04-30 papers=2026-05-01 open=yes minutes-approved=2026-07-02 minutes-published=2026-07-06 declarations-minuted=yes venue="Town Hall; Harbour" state=held
    meeting july group=board on=2026-07-02 title="Board, 2 July 2026" notice=2026-06-25 papers=2026-06-30 open=yes state=held venue="Town Hall; Harbour"
    meeting september group=board on=2026-09-03 title="Board, 3 September 2026" open=yes state=held
    meeting audit-june group=audit on=2026-06-04 title="Audit committee, 4 June 2026" open=no state=held
    meeting january group=board on=2027-01-28 title="Board, 28 January 2027, at which the plan for the five years to come is taken, and the budget" notice=2026-09-20 open=yes state=planned venue="Town Hall; Harbour"
    meeting cancelled group=board on=2026-11-05 title="Board, 5 November 2026" open=yes state=cancelled
    meeting wellbeing group=north-board on=2026-10-15 title="Wellbeing board, 15 October 2026" open=yes state=planned
    item may.1 meeting=may number=1 title="Report of the chief executive" purpose=assurance open=yes paper=https://vale.example/papers/1 paper-on=2026-05-01 minute="The report was noted" owner="Chief executive" themes="money; access" minutes=30
    item may.2 meeting=may number=2 title="New <beds> & wards" purpose=decision open=yes minute="The plan was approved" themes=access minutes=45
    item may.3 meeting=may number=3 title="A settlement with a supplier" purpose=decision open=no ground="commercial confidence" minute="The settlement was approved" themes=secret minutes=25
    item july.1 meeting=july number=1 title="Matters of July" purpose=discussion
    item audit.1 meeting=audit-june number=1 title="Fraud alleged" purpose=assurance
    item january.1 meeting=january number=1 title="The five-year plan" purpose=decision open=yes
    item january.2 meeting=january number=2 title="Beds in the north" purpose=decision open=yes place=vale.north
    item january.3 meeting=january number=3 title="Pay of one person" open=no ground="about a person"
    place-arrangement north from=2026-04-01 place=vale.north board=vale.icb forms=board-committee partners="vale.icb; north.council; acute; alliance" accountable=vale.icb
    attendance may.ann meeting=may person=ann capacity=member seat=board.chair presiding=yes
    attendance may.bob meeting=may person=bob capacity=member seat=board.trust to-item=1
    conflict c1 item=may.2 person=bob interest=i1 handling=recused minuted=yes
    conflict c2 item=may.3 person=bob interest=i1 handling=withdrew minuted=yes
    action a1 item=may.1 text="Send the figures" owner="Finance director" due=2026-06-01 done=2026-06-20
    action a2 item=may.2 text="Write to the council" owner="Chair" due=2026-08-01
    action a3 item=may.3 text="Pay the supplier" owner="Chair" due=2026-08-01
    decision d1 body=vale.icb on=2026-05-07 title="Ten beds are opened" item=may.2 outcome=approved reason="the winter needs them" proposed=2026-04-07
    decision d2 body=vale.icb on=2026-05-07 title="The supplier is paid" item=may.3 outcome=approved proposed=2026-04-27
    decision d3 body=vale.icb on=2026-07-02 title="A grant" outcome=approved
    interest i1 from=2026-04-01 person=bob body=vale.icb sort=financial counterparty=acute about="employed there" declared=2026-04-02 declared-where=register reviewed=2026-04-14
    interest i2 from=2026-04-01 person=ann body=vale.icb sort=nil-return declared=2026-04-03
    interest i3 from=2026-04-01 person=bob body=vale.icb sort=indirect about="A thing not to be told" audience=restricted
    procurement hearing from=2024-10-01 authority=far.icb title="Hearing services" route=most-suitable-provider began=2024-10-01 health-value=2600000 provider=acute bidders="acute; other-trust"
    notice hearing.intent procurement=hearing sort=intention-to-award submitted=2024-12-18 published=2024-12-19
    procurement eyes from=2024-10-01 authority=far.icb title="Eye services" route=competitive began=2024-10-01
    notice eyes.intent procurement=eyes sort=intention-to-award submitted=2024-12-18 published=2024-12-19
    representation eyes.r procurement=eyes by=other-trust received=2025-01-02
    reconfiguration stroke from=2026-05-01 body=vale.icb title="Stroke care" substantial=yes councils=hill.council consultation-start=2026-05-01 notified=2026-05-09 called-in=2026-06-20 state=called-in
    reconfiguration beds from=2026-04-20 body=vale.icb title="Closure of beds" substantial=yes councils=north.council notified=2026-04-25 state=withdrawn reason="the winter showed that they were needed"
    function plan title="The plan" holder=vale.icb level=system
    function community title="Community services" holder=vale.icb level=system
    function visits title="Home visits" holder=vale.icb level=place
    authority north function=community sort=scheme giver=vale.icb taker=north-place limit=1000
    agreement together sort=collaborative title="Working together" parties="vale.icb; together"
    """
}
