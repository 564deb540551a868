"""Functions, who may exercise them and to what limit, places and agreements."""
from northmoor.bodies import (ACT, ALLIANCE, CIC, COUNTY_FT, CITY, COAST, COUNTY, HARBOUR, HORIZONTAL, HOSPICE, MERGER,
                              MINDS, MOORLAND, MULTI, NEW, NORTH, VALE, VERTICAL, CHEST, AMBULANCE, FEDERATION, HARBOUR_FT,
                              system)
from northmoor.governance import NHSE, SPANS
from northmoor.sheets import Fault

MILLION = 1_000_000
GUIDANCE = "Arrangements for delegation and joint exercise of statutory functions, March 2023"
# function: (title, enactment, level, commissions, other words, group that decides, its limit; None for the board alone)
FUNCTIONS = {
    "elective": ("Planned hospital care", "NHS Act 2006, section 3", "system", True,
                 ["elective care", "planned care", "operations", "waiting list"], "commissioning", 10 * MILLION),
    "urgent": ("Urgent and emergency care", "NHS Act 2006, section 3", "system", True,
               ["emergency care", "A&E", "winter"], "commissioning", 10 * MILLION),
    "ambulance": ("Ambulance services", "NHS Act 2006, section 3", "multi-system", True, ["999", "patient transport"],
                  "commissioning", 10 * MILLION),
    "community": ("Community health services", "NHS Act 2006, section 3", "place", True,
                  ["district nursing", "intermediate care"], "commissioning", 10 * MILLION),
    "mental-health": ("Mental health services", "NHS Act 2006, section 3", "system", True,
                      ["talking therapies", "crisis care"], "commissioning", 10 * MILLION),
    "learning-disability": ("Services for people with a learning disability and autistic people", "NHS Act 2006, section 3",
                            "system", True, ["autism", "learning disabilities"], "commissioning", 10 * MILLION),
    "maternity": ("Maternity and newborn services", "NHS Act 2006, section 3", "system", True, ["midwifery", "births"],
                  "commissioning", 10 * MILLION),
    "children": ("Services for children and young people", "Children and Families Act 2014, section 26", "place", True,
                 ["special educational needs", "children"], "commissioning", 10 * MILLION),
    "cancer": ("Cancer services", "NHS Act 2006, section 3", "system", True, ["oncology", "screening follow-up"],
               "commissioning", 10 * MILLION),
    "diagnostics": ("Diagnostic services", "NHS Act 2006, section 3", "system", True, ["scans", "imaging", "tests"],
                    "commissioning", 10 * MILLION),
    "end-of-life": ("Palliative and end of life care", "NHS Act 2006, section 3(1)(ea)", "place", True, ["hospice"],
                    "commissioning", 5 * MILLION),
    "continuing-care": ("NHS continuing healthcare", "SI 2012/2996, part 6", "place", True, ["care packages"],
                        "commissioning", 5 * MILLION),
    "aftercare": ("Mental health aftercare", "Mental Health Act 1983, section 117", "place", True, ["section 117"],
                  "commissioning", 2 * MILLION),
    "primary-medical": ("Primary medical services", "NHS Act 2006, section 83", "neighbourhood", True,
                        ["GP", "general practice", "surgeries"], "primary-care", 5 * MILLION),
    "dental": ("Primary dental services", "NHS Act 2006, section 99", "neighbourhood", True, ["dentist", "dentistry"],
               "primary-care", 3 * MILLION),
    "eye-care": ("Primary ophthalmic services", "NHS Act 2006, section 115", "neighbourhood", True, ["optician"],
                 "primary-care", MILLION),
    "pharmacy": ("Pharmaceutical services", "NHS Act 2006, section 126", "neighbourhood", True, ["chemist", "pharmacies"],
                 "primary-care", MILLION),
    "individual-funding": ("Individual funding requests", "SI 2012/2996, part 7", "system", True, ["exceptional funding"],
                           "commissioning", 250_000),
    "forward-plan": ("Joint forward plan", "NHS Act 2006, section 14Z52", "system", False, ["five-year plan"], None, None),
    "capital-plan": ("Joint capital resource use plan", "NHS Act 2006, section 14Z56", "system", False, ["capital", "estates"],
                     None, None),
    "annual-report": ("Annual report and accounts", "NHS Act 2006, section 14Z58", "system", False, ["accounts"], None, None),
    "involvement": ("Involving people and communities", "NHS Act 2006, section 14Z45", "system", False,
                    ["consultation", "engagement"], "quality-reserved", None),
    "quality": ("Improving the quality of services", "NHS Act 2006, section 14Z34", "system", False, ["safety"],
                "quality-reserved", None),
    "inequalities": ("Reducing inequalities", "NHS Act 2006, section 14Z35", "system", False, ["health inequalities"],
                     "quality-reserved", None),
    "emergencies": ("Emergency preparedness, resilience and response", "Civil Contingencies Act 2004, part 1", "multi-system",
                    False, ["EPRR"], "quality-reserved", None),
    "safeguarding": ("Safeguarding children", "Children Act 2004, section 16E", "place", False, ["child protection"],
                     "quality-reserved", None),
    "pay": ("Pay of executives", "NHS Act 2006, Schedule 1B, paragraph 19", "system", False, ["executive pay", "remuneration"],
            "remuneration", None),
    "grants": ("Grants to voluntary bodies", "NHS Act 2006, section 14Z48", "place", False, ["voluntary sector"],
               "commissioning", MILLION),
    "digital": ("Information and technology for the system", "NHS Act 2006, section 14Z41", "system", False, ["data"],
                "finance", 3 * MILLION),
    "pooling": ("Pooled budgets with councils", "NHS Act 2006, section 75", "place", False, ["better care fund", "section 75"],
                None, None),
}
# The elective delegations below the committee: (name, taker, limit, place)
ELECTIVE = [
    ("chief-executive", "board.chief-executive", 2 * MILLION, None),
    ("harbour", "harbour", 1_500_000, HARBOUR),
    ("finance-director", "board.finance-director", MILLION, None),
    ("moorland", "moorland", 750_000, MOORLAND),
    ("director", "commissioning.director-1", 500_000, None),
    ("coast", "coast.place-director-1", 250_000, COAST),
]
VALE_YEAR, VALE_WHOLE = 48_200_000, 241_000_000


def powers(book, icb):
    put, base, (since, until) = book.put, system(icb), SPANS[icb]
    first = icb == NORTH
    for key, (title, enactment, level, commissions, words, group, limit) in FUNCTIONS.items():
        function = f"{base}.function.{key}"
        put("function", function, since, until, title=title, holder=icb, enactment=enactment, level=level,
            commissioning=commissions, jointly=commissions or key in ("pooling", "safeguarding"), words=words,
            predecessor=f"northmoor.harbour-ccg.function.{key}" if first and key in CCG else
            None if first else f"northmoor.function.{key}")
        grant(book, icb, function, key, "reserved", None, "reserved", "board", clause="Scheme 1")
        if group == "quality-reserved":
            grant(book, icb, function, key, "chief-executive", None, "scheme", "board.chief-executive",
                  kinds=["operational"], clause="Scheme 6")
        elif group:
            grant(book, icb, function, key, group, limit, "scheme", group, clause="Scheme 2")
    elective = f"{base}.function.elective"
    for name, taker, limit, place in ELECTIVE:
        sort = "section-65z6" if name == "harbour" else "scheme"
        grant(book, icb, elective, "elective", name, limit, sort, taker, places=[place] if place else None,
              parties=[icb] if name == "harbour" else None, clause="Scheme 3")
    # Other money below the committee, for every service.
    for key in FUNCTIONS:
        if key != "elective" and (FUNCTIONS[key][6] or 0) > 2 * MILLION and FUNCTIONS[key][3]:
            grant(book, icb, f"{base}.function.{key}", key, "chief-executive", 2 * MILLION, "scheme",
                  "board.chief-executive", clause="Scheme 4")
            grant(book, icb, f"{base}.function.{key}", key, "director", 500_000, "scheme", "commissioning.director-1",
                  clause="Scheme 5")
    # The Vale: a contract, a delegation of community services, and what the trust may not pass on.
    for key, sort in (("elective", "contract"), ("community", "section-65z5")):
        put("authority", f"{base}.authority.{key}.vale", since, until, function=f"{base}.function.{key}", sort=sort, giver=icb,
            taker=MINDS, limit=VALE_WHOLE, annual_limit=VALE_YEAR, places=[VALE], onward="barred" if first else "allowed", parties=[icb, MINDS],
            agreed="2022-06-30" if first else "2026-03-27", published=since, regard=GUIDANCE, liable=MINDS,
            accountable=icb, instrument="Vale lead provider contract", clause="Scheme 7")
    if first:
        with book.planted(4):
            put("authority", "northmoor.authority.community.vale.passed-on", "2025-07-01", MERGER,
                function="northmoor.function.community", sort="section-65z5", giver=MINDS, taker=CIC, limit=2 * MILLION,
                places=[VALE], parent="northmoor.authority.community.vale", onward="barred", parties=[MINDS, CIC],
                agreed="2025-06-20", published="2025-07-01", regard=GUIDANCE, liable=CIC, accountable=NORTH,
                instrument="letter of the trust")
    else:
        put("authority", f"{base}.authority.community.vale.passed-on", since, until, function=f"{base}.function.community",
            sort="section-65z5", giver=MINDS, taker=COUNTY_FT, limit=2 * MILLION, places=[VALE],
            parent=f"{base}.authority.community.vale", onward="barred", parties=[MINDS, COUNTY_FT], agreed="2026-03-27",
            published=since, regard=GUIDANCE, liable=COUNTY_FT, accountable=icb, instrument="agreement on beds in the community",
            services=["beds in the community"])
    # What the council brings to the joint committee; its delegation is renewed every year.
    social = f"{base}.function.council-care"
    put("function", social, since, until, title="Care and support of adults in Harbour City", holder=CITY,
        enactment="Care Act 2014, part 1", level="place", commissioning=False, jointly=True, words=["social care"],
        predecessor=None if first else "northmoor.function.council-care")
    put("authority", f"{base}.authority.council-care.harbour", since, Fault(3, "2025-12-01", MERGER) if first else until,
        function=social, sort="section-65z6", giver=CITY, taker=f"{base}.harbour", limit=1_500_000, places=[HARBOUR],
        onward="barred", parties=[icb, CITY], agreed="2022-06-15" if first else "2026-03-25", published=since, regard=GUIDANCE,
        liable=CITY, accountable=CITY, instrument="Harbour City section 75 agreement")
    put("authority", f"{base}.authority.pooling.harbour", since, until, function=f"{base}.function.pooling", sort="section-75",
        giver=icb, taker=f"{base}.harbour", limit=61 * MILLION, places=[HARBOUR], onward="barred", parties=[icb],
        agreed="2022-06-15" if first else "2026-03-25", published=since, regard=GUIDANCE, liable=icb, accountable=icb,
        instrument="Harbour City section 75 agreement")
    put("authority", f"{base}.authority.ambulance.lead", since, until, function=f"{base}.function.ambulance",
        sort="lead-commissioner", giver=icb, taker="westmere.icb", onward="barred", parties=[icb, "westmere.icb"],
        agreed="2022-06-15" if first else "2026-03-25", published=since, regard=GUIDANCE, liable="westmere.icb",
        accountable=icb, instrument="lead commissioner agreement for ambulances", kinds=["contract management"])
    # What NHS England gives: general practice from 2022, three more from 2023, and a specialised service.
    for key, start, what in [("primary-medical", "2022-07-01", "primary medical"), ("dental", "2023-04-01", "dental"),
                             ("eye-care", "2023-04-01", "ophthalmic"), ("pharmacy", "2023-04-01", "pharmaceutical")]:
        put("function", f"{base}.function.national-{key}", since, until, title=f"{what.capitalize()} services of NHS England",
            holder=NHSE, enactment=FUNCTIONS[key][1], level="system", commissioning=True, jointly=True)
        put("authority", f"{base}.authority.national-{key}", max(start, since), until,
            function=f"{base}.function.national-{key}",
            sort="section-65z5", giver=NHSE, taker=icb, onward="with-consent", parties=[NHSE, icb],
            agreed="2022-06-28" if start == ACT and first else "2023-03-27" if first else "2026-03-27",
            published=max(start, since), regard=GUIDANCE, liable=icb, accountable=NHSE,
            instrument=f"delegation agreement, {what} services", services=[f"{what} services"])
    put("function", f"{base}.function.specialised", since, until, title="Specialised kidney services",
        holder=NHSE, enactment="NHS Act 2006, section 3B; SI 2012/2996", level="multi-system", commissioning=True, jointly=True,
        words=["specialised services", "dialysis", "renal"])
    start = "2025-04-01" if first else since
    put("authority", f"{base}.authority.specialised", start, until, function=f"{base}.function.specialised",
        sort="section-65z5", giver=NHSE, taker=icb, onward="with-consent", parties=[NHSE, icb],
        agreed="2025-03-24" if first else "2026-03-27", published=start, regard=GUIDANCE, liable=icb, accountable=NHSE,
        instrument="delegation agreement, specialised services", services=["kidney services"])
    put("authority", f"{base}.authority.specialised.commissioning", start, until, function=f"{base}.function.specialised",
        sort="scheme", giver=icb, taker=f"{base}.commissioning", limit=5 * MILLION, published=start, accountable=icb, liable=icb,
        agreed=start, parent=f"{base}.authority.specialised", services=["kidney services"], clause="Scheme 8")
    put("assurance", f"{base}.assurance.specialised", start, until, body=icb, duty="specialised-service-delegated",
        evidence="kidney services", owner="Director of planned care", year="2025-26" if first else "2026-27",
        reviewed=start)
    directed = f"{base}.authority.emergencies.direction"
    put("authority", directed, since, until, function=f"{base}.function.national-primary-medical", sort="section-13yb", giver=NHSE,
        taker=icb, onward="barred", parties=[NHSE, icb], agreed=since, published=since, regard=GUIDANCE, liable=icb,
        accountable=NHSE, instrument="direction on the list of performers", services=["primary medical services"])
    put("direction", f"{base}.direction.performers", since, until, body=icb, by=NHSE, sort="exercise-a-function",
        power="NHS Act 2006, section 13YB", made=since, published="2022-07-08" if first else "2026-04-08",
        about="keep the list of performers", function=f"{base}.function.national-primary-medical")


CCG = ["elective", "urgent", "ambulance", "community", "mental-health", "learning-disability", "maternity", "children",
       "cancer", "diagnostics", "continuing-care"]


def grant(book, icb, function, key, name, limit, sort, taker, clause, places=None, parties=None, kinds=None):
    base, (since, until) = system(icb), SPANS[icb]
    book.put("authority", f"{base}.authority.{key}.{name}", since, until, function=function, sort=sort, giver=icb,
             taker=f"{base}.{taker}", limit=limit, places=places, kinds=kinds, parties=parties,
             agreed="2022-06-15" if icb == NORTH else "2026-03-25", published=since, liable=icb, accountable=icb,
             onward="barred" if sort.startswith("section") else None, clause=clause,
             regard=GUIDANCE if sort.startswith("section") else None,
             instrument="Harbour City section 75 agreement" if sort == "section-65z6" else "scheme of reservation and delegation")


def before(book):
    """The functions of one clinical commissioning group: eleven that went on and one that ended."""
    for key in CCG:
        title, enactment = FUNCTIONS[key][:2]
        book.put("function", f"northmoor.harbour-ccg.function.{key}", "2013-04-01", ACT, title=title,
                 holder="northmoor.harbour-ccg", enactment=enactment, level="system", commissioning=True)
    book.put("function", "northmoor.harbour-ccg.function.membership", "2013-04-01", ACT,
             title="Keeping the membership of practices", holder="northmoor.harbour-ccg", enactment="NHS Act 2006, section 14A",
             level="place", commissioning=False, ended="groups of practices are no longer members of a commissioning body")
    for ccg in ("harbour-ccg", "vale-and-moorland-ccg", "seaboard-ccg"):
        book.complete(f"northmoor.{ccg}", "functions", "transfers", "decisions", "members", "agreements")


def places(book, icb):
    put, base, (since, until) = book.put, system(icb), SPANS[icb]
    parts = ["configuration", "membership", "decisions", "leader", "links"]
    for place, forms, authorities, contract, leader, partners in [
        (HARBOUR, ["joint-committee"], [f"{base}.authority.elective.harbour", f"{base}.authority.council-care.harbour",
                                        f"{base}.authority.pooling.harbour"], None, f"{base}.harbour.place-director-1",
         [icb, CITY, HARBOUR_FT, ALLIANCE]),
        (VALE, ["lead-provider"], [f"{base}.authority.elective.vale", f"{base}.authority.community.vale"],
         "Vale lead provider contract", None, [icb, COUNTY, MINDS, FEDERATION]),
        (MOORLAND, ["board-committee"], [f"{base}.authority.elective.moorland"], None, f"{base}.moorland.place-director-1",
         [icb, COUNTY, MINDS]),
        (COAST, ["consultative-forum", "individual-with-authority"], [f"{base}.authority.elective.coast"], None,
         f"{base}.coast.place-director-1", [icb, COUNTY, ALLIANCE]),
    ]:
        put("place-arrangement", f"{base}.arrangement.{place.split('.')[1]}", since, until, place=place, board=icb, forms=forms,
            authorities=authorities, contract=contract, leader=leader or f"{base}.board.chief-executive", agreed=parts,
            partners=partners, accountable=icb, review="2026-03-31" if icb == NORTH else "2027-03-31")
        put("agreement", f"{base}.agreement.{place.split('.')[1]}", since, until, sort="place",
            title=f"Place agreement, {place.split('.')[1].replace('-', ' ').title()}", parties=partners,
            signed="2022-06-15" if icb == NORTH else "2026-03-25", expires="2026-04-01" if icb == NORTH else "2029-04-01",
            objectives=["care closer to home", "fewer days in hospital"], notice_months=6)
    for collaborative, title, parties in [
        (HORIZONTAL, "Hospitals Together", [HARBOUR_FT, CHEST, icb]), (VERTICAL, "Vale Together", [MINDS, CHEST, FEDERATION,
                                                                                                  HOSPICE, icb]),
        (MULTI, "Minds Together", [MINDS, AMBULANCE, icb, "westmere.icb"]),
    ]:
        put("agreement", f"{base}.agreement.{collaborative.split('.')[1]}", since, until, sort="collaborative-and-board",
            title=title, parties=[collaborative, *parties], signed="2022-06-20" if icb == NORTH else "2026-03-25",
            expires="2026-04-01" if icb == NORTH else "2029-04-01", objectives=["shorter waits", "shared rotas"])
        put("agreement", f"{base}.agreement.{collaborative.split('.')[1]}.members", since, until, sort="provider-collaborative",
            title=f"{title}, members' agreement", parties=[party for party in parties if not party.endswith(".icb")],
            signed="2022-04-01" if icb == NORTH else "2026-03-25", expires="2029-04-01",
            objectives=["decide together, answer apart"])
    put("agreement", f"{base}.agreement.voluntary", since, until, sort="voluntary-sector",
        title="Agreement with the voluntary alliance", parties=[icb, ALLIANCE], signed="2022-06-20" if icb == NORTH else "2026-03-25",
        expires="2026-04-01" if icb == NORTH else "2027-04-01", objectives=["a voice at every table"], through_alliance=True,
        notice_months=6, value=3_400_000)
    put("agreement", f"{base}.agreement.harbour-pool", since, until, sort="section-75", title="Harbour City pooled fund",
        parties=[icb, CITY], signed="2022-06-15" if icb == NORTH else "2026-03-25",
        expires="2026-04-01" if icb == NORTH else "2027-01-31", objectives=["one team, one budget"], notice_months=6,
        value=61_000_000)
    put("agreement", f"{base}.agreement.vale-contract", since, until, sort="contract", title="Vale lead provider contract",
        parties=[icb, MINDS], signed="2022-06-30" if icb == NORTH else "2025-06-24",
        expires="2026-04-01" if icb == NORTH else "2030-07-01", notice_months=12, value=VALE_WHOLE)


def write(book):
    before(book)
    for icb in (NORTH, NEW):
        powers(book, icb)
        places(book, icb)
    assert len(FUNCTIONS) == 30
