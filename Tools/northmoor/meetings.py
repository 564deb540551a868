"""Meetings, items, decisions, votes, actions, interests and how they were handled, and who was involved."""
from datetime import date, timedelta

from northmoor.bodies import (ALLIANCE, CARE, CHEST, CITY, CITY_WATCH, CLINIC, COAST, COUNTY, COUNTY_FT, COUNTY_WATCH,
                              FEDERATION, HARBOUR, HARBOUR_FT, MERGER, MINDS, MOORLAND, NEW, NORTH, SCANNING, SCRUTINY,
                              VALE, system)
from northmoor.governance import GROUPS, PEOPLE, SITE, SPANS, holders
from northmoor.powers import FUNCTIONS
from northmoor.selection import CHOICES
from northmoor.sheets import Fault

MEETINGS = {
    "board": ["2025-05-22", "2025-12-11", "2026-03-12", "2026-04-02", "2026-09-24", "2027-01-28"],
    "audit": ["2025-05-13", "2025-09-09", "2025-12-02", "2026-03-03", "2026-06-09", "2026-09-08"],
    "remuneration": ["2025-06-17", "2026-02-17", "2026-07-14"],
    "finance": ["2025-04-29", "2025-06-24", "2025-08-26", "2025-10-28", "2025-12-16", "2026-02-24", "2026-05-26",
                "2026-08-25"],
    "commissioning": ["2024-12-17", "2025-04-15", "2025-07-15", "2025-09-16", "2025-11-18", "2026-01-20", "2026-03-17",
                      "2026-05-19", "2026-09-15"],
    "primary-care": ["2025-05-20", "2025-09-02", "2025-12-09", "2026-03-10", "2026-07-07"],
    "quality": ["2025-06-10", "2025-10-14", "2026-02-10", "2026-06-16"],
    "harbour": ["2025-05-06", "2025-09-30", "2026-01-13", "2026-06-02"],
    "moorland": ["2025-07-08", "2025-11-11", "2026-05-12"],
    "people": ["2025-06-03", "2025-11-04", "2026-04-28"],
    "joint": ["2025-11-25"],
}
NEXT = "2027-01-28"
LAST_DAY = "2026-09-30"

# What is decided at meetings, in the order of the agenda: (key, group, day, title, function, by which authority, value, more)
DECISIONS = [
    # The ones readers open.
    ("dermatology", "commissioning", "2024-12-17", "Award of the dermatology service for three years to Harbour Hospitals",
     "elective", "commissioning", 2_400_000,
     dict(kind="award", bodies=[HARBOUR_FT], supplier=HARBOUR_FT, procurement="northmoor.procurement.dermatology")),
    ("audiology", "commissioning", "2025-04-15", "Award of the hearing service, grown by the number of patients", "elective",
     "commissioning", 2_600_000,
     dict(kind="award", bodies=[CHEST], supplier=CHEST, procurement="northmoor.procurement.audiology")),
    ("vale-contract", "board", "2025-05-22", "Vale lead provider contract, £48.2m a year for five years", "community", "reserved",
     241_000_000, dict(kind="award", place=VALE, bodies=[MINDS], supplier=MINDS,
                       procurement="northmoor.procurement.vale")),
    ("inequality-strategy", "board", "2025-05-22", "Ten-year strategy to reduce inequalities, with ten yearly milestones",
     "inequalities", "reserved", None, dict(kind="plan")),
    ("executive-pay", "remuneration", "2025-06-17", "Pay of executives for 2025-26", "pay", "remuneration", 1_180_000,
     dict(kind="pay")),
    ("stroke", "commissioning", "2025-07-15", "Proposal to move acute stroke care to Northmoor County Hospital", "urgent",
     "commissioning", 6_200_000, dict(kind="service change", changes_services=True, clinical=True,
                                      involved=[("scrutiny", SCRUTINY, "2025-06-02", "consider travel from the coast",
                                                 "a shuttle was added"),
                                                ("involvement", None, "2025-06-20", "fear of longer journeys",
                                                 "journey times were modelled and published")])),
    ("orthopaedics", "commissioning", "2025-09-16", "Orthopaedic waiting list programme", "elective", "commissioning",
     Fault(1, 10_600_000, 9_600_000), dict(kind="programme", bodies=[COUNTY_FT], supplier=COUNTY_FT)),
    ("elective-hub", "commissioning", "2025-11-18", "Elective hub at Harbour General", "elective", "commissioning", 8_400_000,
     dict(kind="investment", place=HARBOUR, supplier=HARBOUR_FT, changes_services=True, clinical=True,
          involved=[("involvement", None, "2025-09-10", "wanted weekend lists", "two weekend lists were added")])),
    ("rehabilitation-beds", "commissioning", "2025-11-18", "Move of twelve rehabilitation beds from Kirk to Heather",
     "community", "commissioning", 640_000,
     dict(kind="service change", place=MOORLAND, changes_services=True, clinical=True)),
    ("diagnostics", "board", "2025-12-11", "Award of community diagnostics for four years", "diagnostics", "reserved", 12_600_000,
     dict(kind="award", bodies=[CLINIC, SCANNING, HARBOUR_FT], supplier=SCANNING, clinical=True,
          procurement="northmoor.procurement.diagnostics")),
    ("ward-closure", "board", "2025-12-11", "Closure of 24 beds at Coast Community Hospital", "community", "reserved", 1_900_000,
     dict(kind="service change", place=COAST, changes_services=True, clinical=True, outcome="withdrawn",
          reason="the winter showed that the beds were needed, and three in four of those who answered were against it",
          involved=[("consultation", None, "2025-10-01", "three in four against", "the proposal was withdrawn"),
                    ("scrutiny", SCRUTINY, "2025-10-15", "asked for the winter's figures first", "they were waited for")])),
    ("district-nursing", "harbour", "2026-01-13", "District nursing and care at home as one team", "council-care", "harbour",
     900_000, dict(kind="programme", place=HARBOUR, law="")),
    ("pool", "board", "2026-03-12", "Renewal of the Harbour City pooled fund, £61m", "pooling", "reserved", 61_000_000,
     dict(kind="pooled fund", place=HARBOUR)),
    ("forward-plan", "board", "2026-03-12", "Joint forward plan and five-year plan 2026-27 to 2030-31", "forward-plan", "reserved",
     None, dict(kind="plan")),
    ("capital-plan", "board", "2026-03-12", "Joint capital resource use plan 2026-27", "capital-plan", "reserved", None,
     dict(kind="plan")),
    ("same-day-care", "board", "2026-03-12", "Same-day emergency care at Harbour General with general practice", "urgent",
     "reserved", 11_200_000, dict(kind="programme", place=HARBOUR, bodies=[HARBOUR_FT, FEDERATION], clinical=True)),
    ("devolution", "board", "2026-03-12", "A seat for a mayor's nominee on the new board", "involvement", "reserved", None,
     dict(kind="policy", law=Fault(21, "Health Bill 2026, clause 21", ""))),
    ("new-scheme", "board", "2026-04-02", "Constitution, scheme and committees of Northmoor and Eastvale", "annual-report",
     "reserved", None, dict(kind="policy")),
    ("urgent-care-winter", "board", "2026-09-24", "Winter plan 2026-27", "urgent", "reserved", 14_300_000,
     dict(kind="plan", clinical=True, involved=[("involvement", None, "2026-08-20", "ambulances at the door",
                                                "a new handover ward")])),
    ("interpreters", "primary-care", "2025-12-09", "Interpreters in every surgery, as Healthwatch asked", "primary-medical",
     "primary-care", 180_000, dict(kind="programme", involved=[
         ("insight", COUNTY_WATCH, "2025-06-03", "one in six missed an appointment for want of an interpreter",
          "interpreters in every surgery from February 2026; missed appointments fell from 17 to 9 in a hundred")])),
]
# Routine decisions of committees: (group, function, authority, title with the year's part, value, days)
ROUTINE = [
    ("commissioning", "mental-health", "commissioning", "Crisis line, another year", 820_000, "2025-04-15"),
    ("commissioning", "cancer", "commissioning", "Rapid diagnosis for vague symptoms", 1_340_000, "2025-04-15"),
    ("commissioning", "maternity", "commissioning", "Continuity of midwives", 760_000, "2025-07-15"),
    ("commissioning", "learning-disability", "commissioning", "Annual health checks at home", 410_000, "2025-07-15"),
    ("commissioning", "end-of-life", "commissioning", "Hospice at home", 1_950_000, "2025-09-16"),
    ("commissioning", "children", "commissioning", "Speech therapy in schools", 930_000, "2025-09-16"),
    ("commissioning", "ambulance", "commissioning", "Hear and treat", 1_200_000, "2026-01-20"),
    ("commissioning", "aftercare", "commissioning", "Aftercare beds", 640_000, "2026-01-20"),
    ("commissioning", "continuing-care", "commissioning", "Care packages by a common price", 3_200_000, "2026-01-20"),
    ("commissioning", "specialised", "specialised.commissioning", "Dialysis nearer home", 1_100_000, "2026-03-17"),
    ("commissioning", "grants", "commissioning", "Grants to voluntary bodies 2026-27", 880_000, "2026-03-17"),
    ("commissioning", "elective", "commissioning", "Eye clinics on the coast", 1_450_000, "2026-05-19"),
    ("commissioning", "diagnostics", "commissioning", "Second scanner for Eastvale", 2_100_000, "2026-05-19"),
    ("commissioning", "mental-health", "commissioning", "Talking therapies for Fellside", 720_000, "2026-09-15"),
    ("commissioning", "community", "commissioning", "Falls service in every place", 980_000, "2026-09-15"),
    ("primary-care", "primary-medical", "primary-care", "Merger of two surgeries in Quayside", 120_000, "2025-05-20"),
    ("primary-care", "dental", "primary-care", "Urgent dental sessions", 640_000, "2025-05-20"),
    ("primary-care", "pharmacy", "primary-care", "Pharmacy First support", 210_000, "2025-09-02"),
    ("primary-care", "eye-care", "primary-care", "Eye tests at home", 95_000, "2025-09-02"),
    ("primary-care", "primary-medical", "primary-care", "New surgery in Orchard", 4_300_000, "2025-12-09"),
    ("primary-care", "dental", "primary-care", "Dentists for new families", 730_000, "2026-03-10"),
    ("primary-care", "primary-medical", "primary-care", "Extended hours 2026-27", 1_900_000, "2026-03-10"),
    ("primary-care", "pharmacy", "primary-care", "Pharmacies open on Sundays", 160_000, "2026-07-07"),
    ("primary-care", "primary-medical", "primary-care", "Premises in Fellside", 850_000, "2026-07-07"),
    ("finance", "digital", "finance", "Shared care record, stage two", 2_400_000, "2025-06-24"),
    ("finance", "digital", "finance", "Migration of Eastvale's systems", 1_700_000, "2026-02-24"),
    ("joint", "cluster", "joint", "One leadership team for both boards", 310_000, "2025-11-25"),
    ("harbour", "pooling", "pooling.harbour", "Reablement beds in the pool", 740_000, "2025-05-06"),
    ("harbour", "elective", "harbour", "Pre-operation clinics in Castle", 620_000, "2025-05-06"),
    ("harbour", "elective", "harbour", "Community eye clinic in Quayside", 1_480_000, "2025-09-30"),
    ("harbour", "pooling", "pooling.harbour", "Carers' breaks in the pool", 560_000, "2026-06-02"),
    ("moorland", "elective", "moorland", "Visiting surgeons in Tarn", 640_000, "2025-07-08"),
    ("moorland", "elective", "moorland", "Transport to planned operations", 180_000, "2025-11-11"),
    ("moorland", "elective", "moorland", "Hip and knee school in Beck", 210_000, "2026-05-12"),
    ("remuneration", "pay", "remuneration", "Pay of executives of the new board", 1_420_000, "2026-02-17"),
    ("remuneration", "pay", "remuneration", "Pay award 2026-27", 1_460_000, "2026-07-14"),
]
# Decisions of seats, taken without a meeting: (key, day, title, function, authority, decider, value, more)
ALONE = [
    ("mri-lists-one", "2025-10-06", "Extra scanning lists, October", "diagnostics", "director", "commissioning.director-1",
     480_000, dict(supplier=SCANNING)),
    ("mri-lists-two", "2025-10-13", "Extra scanning lists, November", "diagnostics", "director", "commissioning.director-1",
     480_000, dict(supplier=Fault(2, SCANNING, CHEST))),
    ("coast-cataracts", "2025-10-21", "Cataract clinics on the coast", "elective", None, None, 1_000_000,
     dict(place=COAST)),
    ("coast-physiotherapy", "2025-08-12", "Physiotherapy before operations, Coast", "elective", "coast",
     "coast.place-director-1", 240_000, dict(place=COAST)),
    ("theatre-kits", "2025-06-11", "Instruments for day surgery", "elective", "finance-director", "board.finance-director",
     940_000, dict(supplier=COUNTY_FT)),
    ("cancelled-lists", "2026-02-03", "Weekend lists after the winter", "elective", "chief-executive",
     "board.chief-executive", 1_850_000, dict(supplier=HARBOUR_FT)),
    ("choice-helpline", "2026-06-10", "Helpline for patients who may choose", "elective", "director",
     "commissioning.director-1", 320_000, {}),
    ("burst-main", "2026-02-11", "Dialysis moved after a burst main", "elective", "chief-executive", "board.chief-executive",
     460_000, dict(urgent=True)),
]
ITEMS = {
    "board": ["Chief executive's report", "Quality and performance", "Finance report", "Risks", "Questions from the public"],
    "audit": ["External audit", "Conflicts of interest", "Counter fraud"],
    "remuneration": ["Succession"],
    "finance": ["Month's position", "Savings", "Performance against standards"],
    "commissioning": ["Waiting times", "Contracts that end within the year"],
    "primary-care": ["Access to general practice"],
    "quality": ["Serious incidents", "Maternity safety", "Safeguarding"],
    "harbour": ["Discharge from hospital"],
    "moorland": ["Winter in Moorland"],
    "people": ["What people told us", "What became of it"],
    "joint": ["Plan to merge", "One leadership team"],
}
FORWARD = ["Five-year plan: the first year", "Stroke: what was decided and what follows", "Ten-year inequality strategy: yearly report",
           "Budget 2027-28", "Questions from the public"]
ITEM_COUNT, DECISION_COUNT, ACTION_COUNT = 140, 64, 210
OWNERS = ["Director of planned care", "Finance director", "Nursing director", "Medical director", "Director of primary care",
          "Board secretary"]
ACTIONS = ["Publish what was decided on the page of the committee", "Report back with figures by place",
           "Write to the partners and ask for their view", "Bring a plan with milestones",
           "Show the effect on waiting times by deprivation", "Agree the wording with Healthwatch"]
EFFECTS = dict(
    wellbeing="more people are treated sooner, the most deprived fifth among them", quality="fewer complications and cancellations",
    resources="within the sum set aside", inequalities="access is measured by deprivation and ethnicity",
    regard=["joint strategic needs assessment 2025", "integrated care strategy 2025", "local health and wellbeing strategies"])

# Interests: (person, sort, in what, what it is, private provider)
INTERESTS = [
    ("northmoor.partner-trusts", "non-financial-professional", HARBOUR_FT, "chief executive", False),
    ("northmoor.partner-practices", "financial", "northmoor.vale.practice-01", "partner in a practice", False),
    ("northmoor.partner-practices", "financial", FEDERATION, "the practice is a member of the federation", False),
    ("northmoor.partner-councils", "non-financial-professional", CITY, "councillor", False),
    ("northmoor.federation-director", "financial", FEDERATION, "clinical director", False),
    ("northmoor.places-member", "indirect", CLINIC, "a spouse holds shares", True),
    ("northmoor.moorland-doctor", "financial", "northmoor.moorland.practice-01", "partner in a practice", False),
    ("northmoor.coast-doctor", "financial", "northmoor.coast.practice-01", "partner in a practice", False),
    ("northmoor.alliance-lead", "non-financial-professional", ALLIANCE, "trustee", False),
    ("northmoor.care-lead", "non-financial-professional", CARE, "director", False),
    ("northmoor.cabinet-member", "non-financial-professional", CITY, "councillor", False),
    ("northmoor.adult-care-director", "non-financial-professional", CITY, "employee", False),
    ("northmoor.county-cabinet-member", "non-financial-professional", COUNTY, "councillor", False),
    ("northmoor.county-healthwatch-lead", "non-financial-professional", COUNTY_WATCH, "employee", False),
    ("northmoor.harbour-healthwatch-lead", "non-financial-professional", CITY_WATCH, "employee", False),
    ("northmoor.vale-director", "non-financial-professional", MINDS, "employee", False),
]


def shift(day, days):
    return str(date.fromisoformat(day) + timedelta(days=days))


def board_of(day):
    return NORTH if day < MERGER else NEW


def group_of(group, day):
    return "northmoor-eastvale.joint" if group == "joint" else f"{system(board_of(day))}.{group}"


class Agenda:
    """What is known of each meeting while the agendas are made up."""

    def __init__(self):
        self.items = {(group, day): [] for group, days in MEETINGS.items() for day in days}
        self.decisions = 0
        self.actions = 0


def interests(book):
    declared = {person for person, *_ in INTERESTS}
    for icb in (NORTH, NEW):
        base, (since, until) = system(icb), SPANS[icb]
        first = icb == NORTH
        reviewed = "2025-10-07" if first else "2026-04-14"
        if first:
            book.put("interest", "northmoor.interest.ended", "2022-07-01", "2023-05-01", person="northmoor.people-member", body=icb,
                     sort="non-financial-personal", counterparty=ALLIANCE, about="trustee until April 2023", aware="2022-07-01",
                     declared="2022-07-01", registered="2022-07-01", declared_where="register", reviewed="2022-07-01",
                     removed="2024-01-15", private_provider=False)
        for n, (person, sort, other, about, private) in enumerate(INTERESTS, 1):
            late = person == "northmoor.places-member" and first
            day = "2025-05-01" if late else "2022-07-01" if first else "2026-04-01"
            told = Fault(9, "2025-06-05", "2025-05-20") if late else day
            entered = Fault(9, "2025-06-06", "2025-05-21") if late else day
            book.put("interest", f"{base}.interest.{n:02}", day, until, person=person, body=icb, sort=sort, counterparty=other,
                     about=about, aware=day, declared=told, registered=entered, declared_where="register", reviewed=reviewed,
                     private_provider=private)
        for person in PEOPLE:
            if person in declared and person != "northmoor.places-member":
                continue
            end = "2025-05-01" if person == "northmoor.places-member" and first else until
            if person == "northmoor.places-member" and not first:
                continue
            day = "2022-07-01" if first else "2026-04-01"
            book.put("interest", f"{base}.interest.nil.{person.split('.', 1)[1]}", day, end, person=person, body=icb,
                     sort="nil-return", declared=day, registered=day, aware=day, reviewed=reviewed,
                     declared_where="register")


def write(book):
    interests(book)
    agenda = Agenda()
    put = book.put
    # Which decision stands where on which agenda. An item with a fixed number comes in its place.
    for key, group, day, title, function, authority, value, more in DECISIONS:
        agenda.items[group, day].append((title, key, function, authority, value, more))
    for n, (group, function, authority, title, value, day) in enumerate(ROUTINE, 1):
        agenda.items[group, day].append((title, f"routine-{n:02}", function, authority, value, dict(kind="programme")))
    for group, days in MEETINGS.items():
        for day in days:
            if day == NEXT:
                agenda.items[group, day] = [(title, None, None, None, None, {}) for title in FORWARD]
                continue
            for title in ITEMS[group][:1]:
                agenda.items[group, day].insert(0, (title, None, None, None, None, {}))
    agenda.items["people", "2025-06-03"].append(("Interpreters: an insight of Healthwatch", None, None, None, None, {}))
    agenda.items["board", "2025-12-11"].append(("Contract with a supplier in difficulty", None, None, None, None,
                                                dict(closed=Fault(8, "", "public excluded by resolution under section 1(2) of the "
                                                                  "Public Bodies (Admission to Meetings) Act 1960: commercial "
                                                                  "confidence"))))
    # Other items, one round of meetings after another, until there are as many as there are to be.
    total = sum(map(len, agenda.items.values()))
    turn = 1
    while total < ITEM_COUNT:
        for (group, day), items in agenda.items.items():
            if total < ITEM_COUNT and day != NEXT and turn < len(ITEMS[group]):
                items.append((ITEMS[group][turn], None, None, None, None, {}))
                total += 1
        turn += 1
        assert turn < 9, total
    assert total == ITEM_COUNT, total
    assert sum(map(len, MEETINGS.values())) == 52
    held = []
    for (group, day), items in agenda.items.items():
        write_meeting(book, agenda, group, day, items)
        held += [(group, day, number) for number in range(1, len(items) + 1) if day != NEXT]
    alone(book, agenda)
    assert agenda.decisions == DECISION_COUNT, agenda.decisions
    for n in range(ACTION_COUNT):
        group, day, number = held[n % len(held)]
        meeting = f"{group_of(group, day)}.{day}"
        due = shift(day, 30 + 7 * (n % 5))
        done = shift(due, -3) if due < LAST_DAY and n % 11 else ""
        put("action", f"{meeting}.{number}.action-{n // len(held) + 1}", item=f"{meeting}.{number}", text=ACTIONS[n % len(ACTIONS)],
            owner=OWNERS[n % len(OWNERS)], due=due, done=done, note="done and reported" if done else "")


def write_meeting(book, agenda, group, day, items):
    put = book.put
    of = group_of(group, day)
    meeting = f"{of}.{day}"
    public = group in ("board", "harbour", "finance", "people")
    planned = day == NEXT
    days = MEETINGS[group]
    following = days[days.index(day) + 1] if day != days[-1] else shift(day, 35)
    approved = "" if planned else min(following, shift(day, 35))
    notice = Fault(7, "2026-03-09", "2026-03-02") if (group, day) == ("board", "2026-03-12") else (
        "2026-11-02" if planned else shift(day, -10))
    name = "Board" if group == "board" else "Cluster joint committee" if group == "joint" else GROUPS[group][0]
    put("meeting", meeting, day, shift(day, 1), group=of, on=day, title=f"{name}, {date.fromisoformat(day):%-d %B %Y}", notice=notice,
        papers="" if planned else shift(day, -8), open=public, minutes_approved=approved,
        minutes_published=approved, declarations_minuted=None if planned else True,
        venue="Council Chamber, Harbour City, and by video" if public else "by video",
        state="planned" if planned else "held")
    for number, (title, key, function, authority, value, more) in enumerate(items, 1):
        assert key != "same-day-care" or number == 5
        item = f"{meeting}.{number}"
        closed = more.get("closed")
        icb = board_of(day)
        base = system(icb)
        put("item", item, day, shift(day, 1), meeting=meeting, number=number, title=title,
            purpose="decision" if key else "information" if planned else "assurance",
            open=False if closed else True if public else None, resolution=closed,
            ground="commercial confidence" if closed else "",
            function=f"{base}.function.{function}" if function else None, place=more.get("place"), bodies=more.get("bodies"),
            value=value, paper=None if closed or planned else f"{SITE}/papers/{day}/{group}/{number}",
            paper_on="" if planned else shift(day, -8), procurement=more.get("procurement"),
            minute="" if planned else f"{title}: approved" if key else f"{title}: noted",
            owner=OWNERS[number % len(OWNERS)], themes=[["quality"], ["finance"], ["inequalities"], ["access"]][number % 4],
            minutes=15 + 5 * (number % 3))
        if key:
            decide(book, agenda, key, day, title, function, authority, of, value, more, item)
    book.complete(meeting, "attendance", "conflicts", "decisions", "documents")
    if not planned:
        attend(book, meeting, group, day, items)


def decide(book, agenda, key, day, title, function, authority, decider, value, more, item=None):
    icb = board_of(day)
    base = system(icb)
    decision = f"northmoor.decision.{key}"
    more = dict(more)
    involved = more.pop("involved", [])
    for extra in ("bodies", "closed"):
        more.pop(extra, None)
    more.setdefault("outcome", "approved")
    if authority:
        suffix = authority if "." in authority else f"{function}.{authority}"
        more.setdefault("authority", f"{base}.authority.{suffix}")
    clinical = more.pop("clinical", False)
    if authority in ("harbour", "moorland", "pooling.harbour"):
        more.setdefault("place", MOORLAND if authority == "moorland" else HARBOUR)
    service = "kidney services" if function == "specialised" else FUNCTIONS[function][0] if function in FUNCTIONS else title
    book.put("decision", decision, day, body=icb, on=day, title=title, decider=decider, item=item,
             function=f"{base}.function.{function}", value=value, clinical=clinical, individual=False,
             advice=["medical director", "director of public health", "clinical senate"] if clinical else ["medical director"],
             contact="governance@northmoor.example", service=service, instruction="none", proposed=shift(day, -60),
             changes_services=more.pop("changes_services", False), urgent=more.pop("urgent", False), **more, **EFFECTS)
    agenda.decisions += 1
    for n, (sort, body, on, said, became) in enumerate(involved, 1):
        book.put("involvement", f"{decision}.involvement-{n}", on, matter=decision, body=body,
                 people=None if body else "people who use the service, their carers and families", sort=sort, on=on, said=said,
                 became=became)
    book.complete(decision, "consultations", "advice", "assessments", "votes")
    if key == "rehabilitation-beds":
        with book.mended(18):
            book.put("involvement", f"{decision}.involvement-1", "2025-10-06", matter=decision,
                     people="people in the beds, their carers and families", sort="involvement", on="2025-10-06",
                     said="visiting must stay possible", became="a bus was added")


def alone(book, agenda):
    for key, day, title, function, authority, decider, value, more in ALONE:
        base = system(board_of(day))
        more = dict(more)
        if key == "coast-cataracts":
            more["authority"] = Fault(5, "", f"{base}.authority.elective.chief-executive")
            seat = Fault(5, f"{base}.coast", f"{base}.board.chief-executive")
        else:
            seat = f"{base}.{decider}"
        if more.get("urgent"):
            more.update(reported="northmoor.board.2026-03-12", audit_saw="2026-03-03")
        decide(book, agenda, key, day, title, function, authority, seat, value, more)


def attend(book, meeting, group, day, items):
    """Everybody is there but for a few apologies; who has an interest in an item's bodies is dealt with."""
    icb = board_of(day)
    seats = ([(f"northmoor-eastvale.joint.{seat}", role, person, True, "2025-10-01", MERGER) for seat, role, person in [
        ("chair", "chair", "northmoor.chair"), ("chief-executive", "member", "eastvale.chief-executive"),
        ("finance", "member", "northmoor.finance-director"),
        ("eastvale-finance", "member", "eastvale.deputy-finance-director")]]
        if group == "joint" else holders(icb, group))
    serial = int(day.replace("-", ""))
    for n, (seat, role, person, votes, since, until) in enumerate(seats):
        if not (since <= day and (not until or day < until)):
            continue
        capacity = "deputy" if person == "eastvale.deputy-finance-director" else "member" if votes else "observer"
        if group == "board" and seat.endswith("partner-councils") and day == "2026-03-12":
            capacity = Fault(6, "absent", "member")
        elif group in ("finance", "commissioning") and (serial + n) % 13 == 0 and role == "member":
            capacity = "absent"
        book.put("attendance", f"{meeting}.{seat.rsplit('.', 1)[1]}", day, shift(day, 1), meeting=meeting, person=person,
                 capacity=capacity, seat=seat, presiding=True if role == "chair" else None)
        if capacity == "absent" or isinstance(person, Fault):
            continue
        for number, (_, key, _, _, _, more) in enumerate(items, 1):
            handle(book, icb, f"{meeting}.{number}", day, person, key, more)


def concerned(more):
    """The bodies an item is about: those it names, who is paid, and who bid or was chosen."""
    choice = CHOICES.get(more.get("procurement", "").rsplit(".", 1)[-1], (None, None, {}, []))[2]
    return {*(more.get("bodies") or []), more.get("supplier"), choice.get("provider"), *(choice.get("bidders") or [])}


def handle(book, icb, item, day, person, key, more):
    base = system(icb)
    for n, (who, _, other, _, _) in enumerate(INTERESTS, 1):
        if who != person or other not in concerned(more):
            continue
        if person == "northmoor.places-member" and day < "2025-05-01":
            continue
        direct = more.get("procurement", "").endswith(("dermatology", "audiology", "vale"))
        handling = "stayed-without-voting" if direct else "recused"
        if key == "diagnostics" and person == "northmoor.partner-trusts":
            handling = Fault(10, "noted", "recused")
        book.put("conflict", f"{item}.conflict.{person.split('.', 1)[1]}.{n}", day, item=item, person=person,
                 interest=f"{base}.interest.{n:02}", handling=handling, minuted=True)


def settle(book):
    """Votes on the decisions that were voted on."""
    joint = next(line.split("\t")[6] for _, _, line in book.rows["decisions", True] if "One leadership team for both" in line)
    for person, capacity in [("northmoor.chair", "member"), ("eastvale.chief-executive", "member"),
                             ("northmoor.finance-director", "member"), ("eastvale.deputy-finance-director", "deputy")]:
        book.put("vote", f"{joint}.vote.{person}", "2025-11-25", decision=joint, person=person, way="for", capacity=capacity)
    decision, meeting_day = "northmoor.decision.diagnostics", "2025-12-11"
    for seat, role, person, _, since, until in holders(NORTH, "board"):
        if not since <= meeting_day < until or person == "northmoor.places-member":
            continue
        row = dict(decision=decision, person=person, way="against" if role == "partner-council" else "for", capacity="member")
        name = f"{decision}.vote.{seat.rsplit('.', 1)[1]}"
        if person == "northmoor.partner-trusts":
            with book.planted(10):
                book.put("vote", name, meeting_day, **row)
        else:
            book.put("vote", name, meeting_day, **row)
