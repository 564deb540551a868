"""Groups, seats, people, appointments, constitutions and documents: the same house for each board, by its dates."""
from northmoor.bodies import (ACT, AMBULANCE, ALLIANCE, CARE, CITY, CITY_WATCH, CLUSTER, COAST, COUNTY, COUNTY_WATCH, EAST,
                              FEDERATION, HARBOUR, HARBOUR_FT, MARCH, MERGER, MINDS, MOORLAND, NEW, NORTH, PAIR, TRUSTS,
                              WEST, practices, system)
from northmoor.sheets import Fault

NHSE, MINISTER = "national.nhs-england", "national.secretary-of-state"
SITE = "https://northmoor.example"
CITY_SEATS = "D01 D02 D03 D04 D05".split()

# person: (name, what the person knows, engagements as (body, capacity, since, until))
PEOPLE = {
    "northmoor.chair": ("Chair of Northmoor", ["involvement"], []),
    "northmoor.first-chief-executive": ("First chief executive of Northmoor", ["clinical"], [(NORTH, "employee", ACT, CLUSTER)]),
    "eastvale.chief-executive": ("Chief executive of the cluster", ["digital"],
                                 [(EAST, "employee", ACT, MERGER), (NEW, "employee", MERGER, "")]),
    "eastvale.first-chair": ("First chair of Eastvale", [], []),
    "northmoor.finance-director": ("Finance director", ["audit-and-finance"], "staff"),
    "northmoor.medical-director": ("Medical director", ["clinical"], "staff"),
    "northmoor.nursing-director": ("Nursing director", ["nursing", "clinical"], "staff"),
    "northmoor.audit-member": ("Non-executive member for audit", ["audit-and-finance"], []),
    "northmoor.people-member": ("Non-executive member for people", ["involvement", "mental-health"], []),
    "northmoor.places-member": ("Non-executive member for places", ["public-health"], []),
    "northmoor.partner-trusts": ("Partner member for NHS trusts", ["clinical"], [(HARBOUR_FT, "chief-executive", ACT, "")]),
    "northmoor.partner-practices": ("Partner member for general practice", ["primary-care", "clinical"],
                                    [("northmoor.vale.practice-01", "partner", ACT, "")]),
    "northmoor.partner-councils": ("Partner member for councils, a councillor of Harbour City", ["social-care"],
                                   [(CITY, "councillor", ACT, "")]),
    "northmoor.planned-care-director": ("Director of planned care", [], "staff"),
    "northmoor.primary-care-director": ("Director of primary care", ["primary-care"], "staff"),
    "northmoor.harbour-director": ("Director for Harbour City", [], "staff"),
    "northmoor.moorland-director": ("Director for Moorland", [], "staff"),
    "northmoor.coast-director": ("Director for Coast", [], "staff"),
    "northmoor.vale-director": ("Director for Vale", [], [(MINDS, "employee", ACT, "")]),
    "northmoor.strategy-director": ("Director of strategy", ["digital"], "staff"),
    "northmoor.pharmacy-lead": ("Community pharmacy clinical lead", ["clinical"], "staff"),
    "northmoor.secretary": ("Board secretary", [], "staff"),
    "northmoor.adult-care-director": ("Director of adult care, Harbour City Council", ["social-care"],
                                      [(CITY, "employee", ACT, "")]),
    "northmoor.cabinet-member": ("Cabinet member for care, Harbour City Council", ["social-care"],
                                 [(CITY, "councillor", ACT, "")]),
    "northmoor.county-cabinet-member": ("Cabinet member for health, Northmoor County Council", ["social-care"],
                                        [(COUNTY, "councillor", ACT, "")]),
    "westmere.marchborough-cabinet-member": ("Cabinet member for care, Marchborough Council", ["social-care"],
                                             [(MARCH, "councillor", ACT, "")]),
    "northmoor.federation-director": ("Clinical director of the practices federation", ["primary-care"],
                                      [(FEDERATION, "director", ACT, "")]),
    "northmoor.moorland-doctor": ("General practitioner for Moorland", ["primary-care", "clinical"],
                                  [("northmoor.moorland.practice-01", "partner", ACT, "")]),
    "northmoor.coast-doctor": ("General practitioner for Coast", ["primary-care"],
                               [("northmoor.coast.practice-01", "partner", ACT, "")]),
    "northmoor.alliance-lead": ("Lead of the voluntary alliance", ["voluntary-sector"], [(ALLIANCE, "trustee", ACT, "")]),
    "northmoor.county-healthwatch-lead": ("Lead of Healthwatch Northmoor County", ["involvement"],
                                          [(COUNTY_WATCH, "employee", ACT, "")]),
    "northmoor.harbour-healthwatch-lead": ("Lead of Healthwatch Harbour City", ["involvement"],
                                           [(CITY_WATCH, "employee", ACT, "")]),
    "northmoor.lay-adviser": ("Lay adviser on audit and pay", ["audit-and-finance"], []),
    "eastvale.deputy-finance-director": ("Deputy finance director of Eastvale", ["audit-and-finance"],
                                         [(EAST, "employee", ACT, MERGER)]),
    "eastvale.finance-director": ("Finance director of Eastvale", ["audit-and-finance"], [(EAST, "employee", ACT, MERGER)]),
    "northmoor.care-lead": ("Lead of the care association", ["social-care"], [(CARE, "director", ACT, "")]),
}
BOARD = [
    # (seat, role, holder, whether the seat has terms)
    ("chair", "chair", "northmoor.chair", True),
    ("chief-executive", "chief-executive", None, False),
    ("finance-director", "finance-director", "northmoor.finance-director", False),
    ("medical-director", "medical-director", "northmoor.medical-director", False),
    ("nursing-director", "nursing-director", "northmoor.nursing-director", False),
    ("audit-member", "non-executive", "northmoor.audit-member", True),
    ("people-member", "non-executive", "northmoor.people-member", True),
    ("places-member", "non-executive", "northmoor.places-member", True),
    ("partner-trusts", "partner-trust", "northmoor.partner-trusts", True),
    ("partner-practices", "partner-primary-medical", "northmoor.partner-practices", True),
    ("partner-councils", "partner-council", "northmoor.partner-councils", True),
]
CE = "chief executive of the day"
# group: (name, sort, competence, commissions, place, in public, seats as (role, person, votes))
GROUPS = {
    "audit": ("Audit committee", "audit-committee", "deciding", False, None, False, [
        ("chair", "northmoor.audit-member", True), ("member", "northmoor.people-member", True),
        ("member", "northmoor.places-member", True), ("member", "northmoor.lay-adviser", True)]),
    "remuneration": ("Remuneration committee", "remuneration-committee", "deciding", False, None, False, [
        ("chair", Fault(12, "northmoor.audit-member", "northmoor.people-member"), True),
        ("member", Fault(12, "northmoor.people-member", "northmoor.audit-member"), True),
        ("member", "northmoor.places-member", True), ("member", "northmoor.lay-adviser", True)]),
    "finance": ("Finance and performance committee", "committee", "deciding", False, None, True, [
        ("chair", "northmoor.places-member", True), ("member", "northmoor.audit-member", True), ("member", CE, True),
        ("member", "northmoor.finance-director", True)]),
    "commissioning": ("Strategic commissioning committee", "committee", "deciding", True, None, False, [
        ("chair", "northmoor.people-member", True), ("member", "northmoor.places-member", True), ("member", CE, True),
        ("member", "northmoor.finance-director", True), ("member", "northmoor.medical-director", True),
        ("member", "northmoor.partner-trusts", True), ("director", "northmoor.planned-care-director", True),
        ("member", "northmoor.federation-director", True)]),
    "primary-care": ("Primary care committee", "committee", "deciding", True, None, False, [
        ("chair", "northmoor.places-member", True), ("member", "northmoor.people-member", True),
        ("member", "northmoor.medical-director", True), ("director", "northmoor.primary-care-director", True),
        ("observer", "northmoor.county-healthwatch-lead", False)]),
    "quality": ("System quality group", "quality-group", "advisory", False, None, False, [
        ("chair", "northmoor.nursing-director", True), ("member", "northmoor.medical-director", True),
        ("member", "northmoor.people-member", True), ("director", "northmoor.primary-care-director", True),
        ("observer", "northmoor.harbour-healthwatch-lead", False)]),
    "harbour": ("Harbour City joint committee", "joint-committee", "deciding", True, HARBOUR, True, [
        ("chair", "northmoor.cabinet-member", True), ("member", "northmoor.adult-care-director", True),
        ("member", CE, True), ("place-director", "northmoor.harbour-director", True),
        ("member", "northmoor.places-member", True)]),
    "moorland": ("Moorland committee", "committee", "deciding", True, MOORLAND, False, [
        ("chair", "northmoor.places-member", True), ("place-director", "northmoor.moorland-director", True),
        ("member", "northmoor.moorland-doctor", True), ("member", "northmoor.nursing-director", True)]),
    "coast": ("Coast forum", "consultative-forum", "advisory", False, COAST, False, [
        ("place-director", "northmoor.coast-director", True), ("member", "northmoor.coast-doctor", True),
        ("member", "northmoor.alliance-lead", True)]),
    "people": ("People and communities committee", "committee", "advisory", False, None, True, [
        ("chair", "northmoor.people-member", True), ("member", "northmoor.alliance-lead", True),
        ("member", "northmoor.county-healthwatch-lead", True), ("member", "northmoor.harbour-healthwatch-lead", True)]),
}
QUORUM = {"board": "5 with chair/deputy-chair, chief-executive/finance-director, medical-director/nursing-director, "
                   "non-executive, partner"}
CLAUSES = [
    ("quorum", "3.8", QUORUM["board"], "Five members, among them a chair or deputy, a chief executive or finance director, "
     "a clinical director, a non-executive and a partner"),
    ("notice-days", "3.2", "3", "Public notice is given three clear days before a meeting"),
    ("paper-days", "3.3", "7", "Papers are published seven days before a meeting"),
    ("term-years", "2.4", "3", "A term is three years"), ("max-terms", "2.4", "3", "Nobody serves more than three terms"),
    ("deputies-vote", "3.7", "no", "Deputies may speak and do not vote"),
    ("deputies-count", "3.7", "no", "Deputies do not count to the quorum"),
    ("casting-vote", "3.9", "yes", "Whoever presides has a casting vote"),
    ("validation", "3.10", "yes", "A vacancy or a defect in an appointment does not undo what was decided"),
    ("outsiders", "4.5", "yes", "People who are neither members nor staff may sit on committees"),
    ("independence", "2.2", "yes", "Nobody is appointed who could reasonably be seen as undermining the NHS"),
    ("committee-independence", "4.6", "yes", "The same holds of the chair and members of commissioning committees"),
    ("chair-removal", "2.9", NHSE, "NHS England alone may remove the chair, with the Secretary of State's approval"),
    ("ordinary-appointer", "2.3", "chair", "The chair appoints ordinary members"),
    ("nomination-steps", "2.5", "invitation; joint nomination; assessment; appointment",
     "Partner members are invited, jointly nominated, assessed and appointed"),
    ("involvement-principles", "9.2", "10", "The ten principles of working with people and communities are adopted"),
    ("deciders", "4.1", "members; employees; committees; sub-committees",
     "Functions may be exercised by members, employees, committees and sub-committees"),
    ("urgent-powers", "3.11", "chair; chief-executive", "The chair and chief executive together may decide what cannot wait"),
    ("interest-months", "6.5", "6", "An ended interest stays public for six months"),
    ("deputy-chair", "2.7", "yes", "A non-executive member is deputy chair"),
    ("senior-non-executive", "2.8", "yes", "A non-executive member is the senior one"),
    ("declarations-minuted", "6.4", "yes", "Declarations at meetings and their handling are minuted"),
    ("declaration-months", "6.3", "12", "Declarations are reviewed every twelve months"),
]
SECTIONS = ["exercise-of-functions", "decision-procedure", "transparency-of-decisions", "interest-arrangements",
            "interest-principles", "involvement-arrangements", "involvement-principles", "variation"]
DOCUMENTS = ["governance-handbook", "scheme-of-reservation-and-delegation", "functions-and-decisions-map", "standing-orders",
             "standing-financial-instructions", "terms-of-reference", "standards-of-conduct-policy", "register-of-interests", "complaints-process",
             "publication-scheme", "involvement-policy", "clinical-leadership-model"]
LEADS = [
    ("deputy-chair", "northmoor.people-member"), ("senior-non-executive", "northmoor.places-member"),
    ("conflicts-guardian", "northmoor.audit-member"), ("accountable-emergency-officer", "northmoor.medical-director"),
    ("children-and-young-people", "northmoor.nursing-director"), ("safeguarding", "northmoor.nursing-director"),
    ("learning-disability-and-autism", "northmoor.medical-director"), ("down-syndrome", "northmoor.medical-director"),
]
# The lists of a board that are claimed to be complete, and those of each of its groups.
OF_GROUPS = ["seats", "appointments", "meetings", "members", "authorities", "documents"]
LISTS = ["seats", "appointments", "interests", "groups", "meetings", "attendance", "decisions", "functions", "authorities",
         "members", "councils", "trusts", "places", "collaboratives", "agreements", "transfers", "plans", "copies",
         "consultations", "notices", "documents", "roles", "duties", "procurements", "directions", "engagements",
         "nominations", "orders", "conflicts", "constitutions", "checks", "register", "assessments", "clauses", "advice",
         "interventions", "payments", "accounts", "areas"]
SPANS = {NORTH: (ACT, MERGER), NEW: (MERGER, "")}


def chief(icb, day):
    """Who is chief executive on a day."""
    return "northmoor.first-chief-executive" if icb == NORTH and day < CLUSTER else "eastvale.chief-executive"


def holders(icb, group):
    """The seats of a group with their holders: (seat, role, person, votes, since, until)."""
    base, (since, until) = system(icb), SPANS[icb]
    seats = []
    if group == "board":
        rows = [(seat, role, person or CE, True) for seat, role, person, _ in BOARD]
        if icb == NEW:
            rows.append(("strategy-director", "director", "northmoor.strategy-director", True))
    else:
        count, rows = {}, []
        for role, person, votes in GROUPS[group][6]:
            count[role] = count.get(role, 0) + 1
            rows.append((f"{role}-{count[role]}" if role != "chair" else "chair", role, person, votes))
    for seat, role, person, votes in rows:
        if person == CE:
            spans = [(chief(icb, since), since, CLUSTER), (chief(icb, CLUSTER), CLUSTER, until)] if icb == NORTH else [
                (chief(icb, since), since, until)]
        elif person == "northmoor.strategy-director":
            spans = [(person, "2026-07-01", until)]     # vacant for the first three months
        else:
            spans = [(person, since, until)]
        for one, start, end in spans:
            seats.append((f"{base}.{group}.{seat}", role, one, votes, start, end))
    return seats


def people(book):
    put = book.put
    for person, (name, expertise, engagements) in PEOPLE.items():
        put("person", person, name=name, expertise=expertise,
            evidence="application and references, seen by the chair" if expertise else "")
        if engagements == "staff":
            engagements = [(NORTH, "employee", ACT, MERGER), (NEW, "employee", MERGER, "")]
        for body, capacity, since, until in engagements:
            put("engagement", f"{person}.{body.split('.', 1)[1] if body.startswith('northmoor.') else body}.{capacity}", since,
                until, person=person, body=body, capacity=capacity)
        book.complete(person, "engagements")
    # The shared chief executive is employed by Eastvale alone: a contract with Northmoor too would answer the question.
    with book.mended(14):
        put("engagement", "eastvale.chief-executive.northmoor", CLUSTER, MERGER, person="eastvale.chief-executive", body=NORTH,
            capacity="employee", title="dual contract")
    for person, profession in [("northmoor.medical-director", "doctor"), ("northmoor.nursing-director", "nurse"),
                               ("northmoor.finance-director", "accountant"), ("northmoor.partner-practices", "doctor")]:
        put("registration", f"{person}.{profession}", ACT, person=person, profession=profession, state="current")


def house(book, icb, name):
    """One board with its committees, its people and its papers."""
    put, base, (since, until) = book.put, system(icb), SPANS[icb]
    first = icb == NORTH
    before = "2022-05-20" if first else "2026-03-20"

    put("group", f"{base}.board", since, until, name=f"Board of {name}", sort="board", bodies=[icb], competence="deciding",
        commissions=True, in_public=True)
    for group, (title, sort, competence, commissions, place, public, _) in GROUPS.items():
        bodies = [icb, CITY] if group == "harbour" else [icb]
        put("group", f"{base}.{group}", since, until, name=title, sort=sort, bodies=bodies, competence=competence,
            commissions=commissions, parent=f"{base}.board", place=place, in_public=public)
    for group in ["board", *GROUPS]:
        put("terms-of-reference", f"{base}.{group}.terms", since, until, group=f"{base}.{group}", version="1",
            approved_by=f"{base}.board", approved=since, published=since, reports=True,
            quorum=QUORUM.get(group, "3" if group != "coast" else "2"), review="2026-03-31" if first else "2027-03-31")
        book.complete(f"{base}.{group}", *OF_GROUPS, since=since, until=until)
        known = set()
        for seat, role, person, votes, start, end in holders(icb, group):
            if seat not in known:
                known.add(seat)
                put("seat", seat, since, until, group=f"{base}.{group}", role=role, voting=votes, title=title_of(role, person))
                book.complete(seat, "appointments", since=since, until=until)
            appoint(book, icb, group, seat, role, person, start, end, before if start == since else "2026-06-20" if start > MERGER else "2025-09-01")

    # Nominations of the partner members.
    for seat, eligible in [("partner-trusts", TRUSTS), ("partner-practices", [one for one, *_ in practices()]),
                           ("partner-councils", [COUNTY, CITY, MARCH])]:
        put("nomination", f"{base}.nomination.{seat}", since, until, seat=f"{base}.board.{seat}", eligible=eligible,
            took_part=eligible, list_published="2022-04-01" if first else "2026-02-02", silence_agrees=True,
            closed="2022-05-06" if first else "2026-03-02", regard=True)

    for role, person in LEADS:
        put("lead-role", f"{base}.lead.{role}", since, until, person=person, body=icb, role=role)
    if first:
        with book.mended(15):
            put("lead-role", f"{base}.lead.special-educational-needs", since, until, person="northmoor.nursing-director",
                body=icb, role="special-educational-needs")
        put("lead-role", f"{base}.lead.community-pharmacy", ACT, "2024-04-01", person="northmoor.pharmacy-lead", body=icb,
            role="community-pharmacy", funding="NHS England", funded_until="2024-04-01")
    else:
        put("lead-role", f"{base}.lead.special-educational-needs", since, until, person="northmoor.nursing-director",
            body=icb, role="special-educational-needs")
    for place in ("harbour", "moorland", "coast", "vale"):
        put("lead-role", f"{base}.lead.{place}", since, until, person=f"northmoor.{place}-director", body=icb,
            role="place-lead", title=f"Place lead, {place.title()}")

    constitution(book, icb, name, base, since, until, first)
    documents(book, icb, base, since, until, first)
    for name in LISTS:      # what a board decided and left behind is still known when it has ended
        book.complete(icb, name, since=since, until="" if name in ("decisions", "transfers", "accounts") else until)


def title_of(role, person):
    """The title of a post: the role where it says enough, and otherwise the person's."""
    plain = {"chair": "Chair", "chief-executive": "Chief executive"}
    if role in plain or isinstance(person, Fault):
        return plain.get(role, "Member")
    return "Chief executive" if person.endswith("chief-executive") else PEOPLE[person][0]


def appoint(book, icb, group, seat, role, person, since, until, before):
    """The appointment of a person to a seat; seats of the board that have terms are appointed anew every three years."""
    base, first = system(icb), icb == NORTH
    has_terms = group == "board" and any(terms for one, _, _, terms in BOARD if seat.endswith(f".{one}"))
    spans = [(since, until, 1, "")]
    if has_terms:
        spans = ([(ACT, "2025-07-01", 1, "2025-07-01"), ("2025-07-01", MERGER, 2, "2028-07-01")] if first
                 else [(MERGER, "", 1, "2029-04-01")])
    for start, end, term, term_ends in spans:
        approved = before if start == since else "2025-06-10"
        who = {"appointer": "northmoor.chair", "chair_approved": approved}
        if group == "board" and role == "chair":
            who = {"appointer": NHSE, "approver": MINISTER, "approved": approved}
        elif group == "board" and role == "chief-executive":
            who = {"appointer": "northmoor.chair", "approver": NHSE, "approved": approved}
        elif person == "northmoor.federation-director" and first:
            who = {"appointer": f"{base}.board", "chair_approved": Fault(13, "", approved),
                   "approver": Fault(13, "northmoor.people-member", ""), "approved": Fault(13, approved, "")}
        elif group == "harbour" and person in ("northmoor.cabinet-member", "northmoor.adult-care-director"):
            who = {"appointer": CITY, "chair_approved": approved}
        steps = ["invitation", "joint nomination", "assessment", "appointment"] if role.startswith("partner") else None
        ending = ("body-ended" if end == MERGER else "term-ended" if end == "2025-07-01" else
                  "resigned" if end == CLUSTER else None)
        book.put("appointment", f"{seat}.{start[:4]}", start, end, seat=seat, person=person, term=term, term_ends=term_ends,
                 undermining=False, steps=steps, ending=ending, **who)


def constitution(book, icb, name, base, since, until, first):
    put = book.put
    title, address = f"{name} Integrated Care Board", f"{SITE}/constitution"
    area = CITY_SEATS if first else CITY_SEATS + ["D07", "D08"]
    versions = [("1", "2022-05-27", "2024-07-01", "2022-05-27"), ("2", "2024-07-01", MERGER, "2024-05-30")] if first else [
        ("1", MERGER, "", "2026-03-20")]
    for version, start, end, approved in versions:
        put("constitution", f"{base}.constitution", start, end, body=icb, version=version, name=title, area=area,
            initiator=icb if version == "2" else NHSE, approved=approved, approver=NHSE, published=start, address=address,
            sections=SECTIONS, checked_against=["no regulations on membership are recorded"],
            proposers=["northmoor.harbour-ccg", "northmoor.vale-and-moorland-ccg", "northmoor.seaboard-ccg"]
            if first and version == "1" else None, consulted="2022-02-01" if first and version == "1" else None,
            determination=None if first else "written with the order, from the constitutions of both boards")
    for setting, number, value, text in CLAUSES:
        start = "2024-07-01" if first and setting in ("deputy-chair", "senior-non-executive") else since
        put("clause", f"{base}.clause.{setting}", start, until, body=icb, number=number, setting=setting, value=value,
            text=text)
    if first:
        put("order", "northmoor.order.2022", "2022-05-20", body=icb, sort="establishes", number="N1", made="2022-05-20",
            published="2022-05-27", constitution=address, name=title, area=area)
        put("order", "northmoor.order.2026", "2026-03-10", body=icb, sort="revokes", number="N2", made="2026-03-10",
            published="2026-03-13", affected=[NORTH, EAST, WEST], consulted=[NORTH, EAST, WEST], applicants=[NORTH, EAST],
            councils=[COUNTY, CITY, MARCH, "eastvale.council", "westmere.fellside-council"],
            engaged=[COUNTY, CITY, MARCH, "eastvale.council", "westmere.fellside-council"])
    else:
        put("order", "northmoor-and-eastvale.order.2026", "2026-03-10", body=icb, sort="establishes", number="N2",
            made="2026-03-10", published="2026-03-13", constitution=address, name=title, area=area,
            affected=[NORTH, EAST, WEST], consulted=[NORTH, EAST, WEST], applicants=[NORTH, EAST],
            councils=[COUNTY, CITY, MARCH, "eastvale.council", "westmere.fellside-council"],
            engaged=[COUNTY, CITY, MARCH, "eastvale.council", "westmere.fellside-council"])


def documents(book, icb, base, since, until, first):
    put = book.put
    for sort in DOCUMENTS:
        renewed = first and sort == "standards-of-conduct-policy"
        if renewed:
            put("document", f"{base}.document.{sort}", since, "2024-10-01", body=icb, sort=sort, version="1", approved=since,
                published=since, on_request=True, address=f"{SITE}/{sort}", considered=["Managing conflicts of interest in the NHS"])
        day = "2024-10-01" if renewed else since
        put("document", f"{base}.document.{sort}", day, until, body=icb, sort=sort, version="2" if renewed else "1", approved=day,
            published=day, on_request=True, address=f"{SITE}/{sort}",
            parties=[icb, COUNTY, CITY, HARBOUR_FT] if sort == "functions-and-decisions-map" else None,
            considered=["Managing conflicts of interest in the NHS (2024)"] if sort == "standards-of-conduct-policy" else
            ["Arrangements for delegation and joint exercise of statutory functions"])
    years = ["2022-23", "2023-24", "2024-25"] if first else ["2024-25", "2025-26"]
    for year in years:
        after = max(f"20{year[-2:]}-06-20", since)
        for sort in ("audited-accounts", "provider-selection-summary", "provider-selection-compliance-report"):
            if sort != "audited-accounts" and year == "2022-23":
                continue
            put("document", f"{base}.document.{sort}.{year}", after, until, body=icb, sort=sort, version=year,
                approved=after, published=after, address=f"{SITE}/{sort}/{year}", year=year)
    for day in (["2022-09-15", "2023-09-14", "2024-09-12", "2025-09-11"] if first else ["2026-05-14"]):
        put("document", f"{base}.document.skills-review.{day[:4]}", day, until, body=icb, sort="skills-review", version=day[:4],
            approved=day, published=day, address=f"{SITE}/skills-review", gaps=["digital"],
            actions=["digital: a session for all members, and sought in the next appointment"])
    agreements = [("working-agreement.hospitals", "working-agreement", ["northmoor.hospitals-together"]),
                  ("working-agreement.vale", "working-agreement", ["northmoor.vale-together"]),
                  ("working-agreement.minds", "working-agreement", ["northmoor.minds-together"]),
                  ("voluntary-sector-agreement", "voluntary-sector-agreement", [ALLIANCE])]
    for identifier, sort, parties in agreements:
        put("document", f"{base}.document.{identifier}", since, until, body=icb, sort=sort, version="1", approved=since,
            published=since, address=f"{SITE}/{identifier}", parties=[icb, *parties])


def cluster(book):
    """Two boards share a chair and a chief executive for half a year, and stay two boards."""
    put = book.put
    put("group", "eastvale.board", ACT, MERGER, name="Board of Eastvale", sort="board", bodies=[EAST], competence="deciding",
        commissions=True, in_public=True)
    for seat, role in (("chair", "chair"), ("chief-executive", "chief-executive")):
        put("seat", f"eastvale.board.{seat}", ACT, MERGER, group="eastvale.board", role=role, voting=True)
    for start, end, person, approved in [(ACT, CLUSTER, "eastvale.first-chair", "2022-05-20"),
                                         (CLUSTER, MERGER, "northmoor.chair", "2025-09-05")]:
        put("appointment", f"eastvale.board.chair.{start[:4]}", start, end, seat="eastvale.board.chair", person=person,
            appointer=NHSE, approver=MINISTER, approved=approved, term=1, undermining=False,
            ending="retired" if end == CLUSTER else "body-ended")
    put("appointment", "eastvale.board.chief-executive.2022", ACT, MERGER, seat="eastvale.board.chief-executive",
        person="eastvale.chief-executive", appointer="eastvale.first-chair", approver=NHSE, approved="2022-05-20", term=1,
        undermining=False, ending="body-ended")
    # The chair of the ambulance trust is also the trusts' partner member in Eastvale.
    put("person", "northmoor.ambulance-chair", name="Chair of the ambulance trust")
    put("engagement", "northmoor.ambulance-chair.chair", ACT, person="northmoor.ambulance-chair", body=AMBULANCE,
        capacity="chair")
    put("group", "northmoor.ambulance.board", ACT, name="Board of the ambulance trust", sort="board", bodies=[AMBULANCE],
        competence="deciding")
    put("seat", "northmoor.ambulance.board.chair", ACT, group="northmoor.ambulance.board", role="chair", title="Chair", voting=True)
    put("appointment", "northmoor.ambulance.board.chair.2022", ACT, seat="northmoor.ambulance.board.chair",
        person="northmoor.ambulance-chair", appointer=NHSE, term=1)
    put("seat", "eastvale.board.partner-trusts", ACT, MERGER, group="eastvale.board", role="partner-trust", voting=True)
    put("appointment", "eastvale.board.partner-trusts.2022", ACT, MERGER, seat="eastvale.board.partner-trusts",
        person="northmoor.ambulance-chair", appointer="eastvale.first-chair", chair_approved="2022-05-20", term=1,
        undermining=False, ending="body-ended")
    put("group", "northmoor-eastvale.joint", CLUSTER, MERGER, name="Cluster joint committee", sort="joint-committee",
        bodies=[NORTH, EAST], competence="deciding", commissions=False, parent="northmoor.board", in_public=False)
    for seat, role, person in [("chair", "chair", "northmoor.chair"), ("chief-executive", "member", "eastvale.chief-executive"),
                               ("finance", "member", "northmoor.finance-director"),
                               ("eastvale-finance", "member", "eastvale.finance-director")]:
        put("seat", f"northmoor-eastvale.joint.{seat}", CLUSTER, MERGER, group="northmoor-eastvale.joint", role=role,
            voting=True)
        put("appointment", f"northmoor-eastvale.joint.{seat}.2025", CLUSTER, MERGER, seat=f"northmoor-eastvale.joint.{seat}",
            person=person, appointer="northmoor.chair", chair_approved="2025-09-05", undermining=False, ending="body-ended")
    put("terms-of-reference", "northmoor-eastvale.joint.terms", CLUSTER, MERGER, group="northmoor-eastvale.joint", version="1",
        approved_by="northmoor.board", approved="2025-09-25", published="2025-09-26", reports=True, quorum="2",
        review="2026-03-31")
    put("clause", "northmoor.clause.joint.deputies-vote", CLUSTER, MERGER, body=NORTH, group="northmoor-eastvale.joint", number="J4",
        setting="deputies-vote", value="yes", text="In the cluster's joint committee a deputy votes for whom he or she stands in for")
    book.complete("northmoor-eastvale.joint", *OF_GROUPS, since=CLUSTER, until=MERGER)
    for board in (NORTH, EAST):
        put("function", f"{system(board)}.function.cluster", CLUSTER, MERGER, title="Preparing the merger", holder=board,
            enactment="NHS Act 2006, section 14Z25", level="multi-system", commissioning=False, jointly=True,
            ended="the boards merged")
        put("authority", f"{system(board)}.authority.cluster.joint", CLUSTER, MERGER,
            function=f"{system(board)}.function.cluster", sort="section-65z6", giver=board, taker="northmoor-eastvale.joint",
            onward="barred", parties=[NORTH, EAST], agreed="2025-09-25", published="2025-09-26",
            regard="Arrangements for delegation and joint exercise of statutory functions, March 2023", liable=board,
            accountable=board, instrument="cluster agreement")
    put("agreement", "northmoor-eastvale.agreement", CLUSTER, MERGER, sort="cluster", title="Cluster agreement",
        parties=[NORTH, EAST], signed="2025-09-26", expires=MERGER, objectives=["one leadership team", "one plan to merge"])
    for board in (NORTH, EAST):
        for thing in ("board-record", "register-of-interests", "accounts", "constitution"):
            put("shared", f"{system(board)}.shared.{thing}", CLUSTER, MERGER, cluster=PAIR, board=board, thing=thing, own=True)
        put("shared", f"{system(board)}.shared.leaders", CLUSTER, MERGER, cluster=PAIR, board=board, thing="leaders", own=False)
    book.complete(PAIR, "members")
    book.complete(EAST, "transfers", "decisions")
    # Orders and constitutions of the neighbours, so that areas can be compared.
    for icb, name, areas, until in [(EAST, "Eastvale", ["D07"], MERGER), (WEST, "Westmere", ["D06", "D08", "D09"], MERGER)]:
        base = system(icb)
        put("order", f"{base}.order.2022", "2022-05-20", body=icb, sort="establishes", number=f"{base[0].upper()}1",
            made="2022-05-20", published="2022-05-27", constitution=f"https://{base}.example/constitution",
            name=f"{name} Integrated Care Board", area=areas)
        put("constitution", f"{base}.constitution", ACT, until, body=icb, version="1", name=f"{name} Integrated Care Board",
            area=areas, initiator=NHSE, approved="2022-05-27", approver=NHSE, published=ACT,
            address=f"https://{base}.example/constitution", sections=SECTIONS)
    put("order", "westmere.order.2026", "2026-03-10", body=WEST, sort="varies", number="W2", made="2026-03-10",
        published="2026-03-13", constitution="https://westmere.example/constitution", name="Westmere Integrated Care Board",
        area=["D06", "D09"], affected=[NORTH, EAST, WEST], consulted=[NORTH, EAST, WEST], applicants=[WEST],
        councils=["westmere.fellside-council"], engaged=["westmere.fellside-council"])
    put("constitution", "westmere.constitution", MERGER, body=WEST, version="2", name="Westmere Integrated Care Board",
        area=["D06", "D09"], initiator=WEST, approved="2026-03-20", approver=NHSE, published=MERGER,
        address="https://westmere.example/constitution", sections=SECTIONS)


def partnership(book, icb, name):
    """The partnership: one member of the board, one of each responsible council, and those it appoints itself."""
    put, base, (since, until) = book.put, system(icb), SPANS[icb]
    first = icb == NORTH
    group = f"{base}.partnership"
    councils = [COUNTY, CITY, MARCH] + ([] if first else ["eastvale.council", "westmere.county-council"])
    put("group", group, since, until, name=f"{name} Integrated Care Partnership", sort="integrated-care-partnership",
        bodies=[f"{base}.icp", icb, *councils], competence="deciding", commissions=False, in_public=True)
    seats = [("board", "chair", "northmoor.chair", icb, "nhs", icb),
             ("county", "member", "northmoor.county-cabinet-member", COUNTY, "local-government", COUNTY),
             ("harbour", "member", "northmoor.cabinet-member", CITY, "local-government", CITY),
             ("marchborough", "member", "westmere.marchborough-cabinet-member", MARCH, "local-government", MARCH)]
    if not first:
        for council, person, title in [("eastvale.council", "eastvale.cabinet-member", "Cabinet member for care, Eastvale Council"),
                                       ("westmere.county-council", "westmere.county-cabinet-member",
                                        "Cabinet member for health, Westmere County Council")]:
            put("person", person, name=title)
            put("engagement", f"{person}.councillor", ACT, person=person, body=council, capacity="councillor")
            book.complete(person, "engagements")
            seats.append((council.split(".")[0], "member", person, council, "local-government", council))
    seats += [("healthwatch", "member", "northmoor.county-healthwatch-lead", COUNTY_WATCH, "healthwatch", group),
              ("harbour-healthwatch", "member", "northmoor.harbour-healthwatch-lead", CITY_WATCH, "healthwatch", group),
              ("voluntary", "member", "northmoor.alliance-lead", ALLIANCE, "voluntary", group),
              ("care", "member", "northmoor.care-lead", CARE, "care-providers", group),
              ("trusts", "member", "northmoor.partner-trusts", HARBOUR_FT, "nhs-providers", group),
              ("clinical", "member", "northmoor.medical-director", Fault(16, icb, "") if first else "", "clinical",
               Fault(16, icb, group) if first else group)]
    for seat, role, person, represents, sector, appointer in seats:
        put("seat", f"{group}.{seat}", since, until, group=group, role=role, voting=True, represents=represents, sector=sector)
        put("appointment", f"{group}.{seat}.{since[:4]}", since, until, seat=f"{group}.{seat}", person=person,
            appointer=appointer, undermining=False)
        book.complete(f"{group}.{seat}", "appointments", since=since, until=until)
    put("terms-of-reference", f"{group}.terms", since, until, group=group, version="1", approved_by=group,
        approved="2022-07-20" if first else "2026-04-20", published="2022-07-22" if first else "2026-04-22", reports=True,
        quorum="4", review="2027-03-31")
    book.complete(group, *OF_GROUPS, since=since, until=until)


def shadow(book):
    """The shadow board of 2021-22, as the Design Framework asked for it."""
    put = book.put
    put("group", "northmoor.shadow-board", "2021-09-01", ACT, name="Shadow board of Northmoor", sort="board", bodies=[NORTH],
        competence="advisory")
    for seat, role, person, _ in BOARD:
        person = person or "northmoor.first-chief-executive"
        put("seat", f"northmoor.shadow-board.{seat}", "2021-09-01", ACT, group="northmoor.shadow-board", role=role, voting=True)
        put("appointment", f"northmoor.shadow-board.{seat}.2021", "2021-09-01", ACT, seat=f"northmoor.shadow-board.{seat}",
            person=person, undermining=False, ending="body-ended")
    book.complete("northmoor.shadow-board", "seats", "appointments", "members", "meetings", since="2021-09-01")


def checks(book):
    """Fit and proper tests and what they rest on: kept for those who may see them."""
    rounds = {NORTH: ["2022-06-20", "2023-10-10", "2024-10-08", "2025-10-07"], NEW: ["2026-03-20"]}
    for icb, days in rounds.items():
        base = system(icb)
        members = {person for _, _, person, _, _, _ in holders(icb, "board")}
        for person in sorted(members):
            leaves = CLUSTER if person == "northmoor.first-chief-executive" else MERGER if icb == NORTH else ""
            starts = CLUSTER if icb == NORTH and person == "eastvale.chief-executive" else ACT
            slug = person.split(".", 1)[1]
            for day in days:
                if leaves and day >= leaves or (starts == CLUSTER and day < "2025-10-01" and day > "2022-12-31"):
                    continue
                day = "2025-09-02" if starts == CLUSTER and day < CLUSTER else day
                for sort, outcome, audience in [("fit-and-proper", "passed", "restricted"), ("seven-principles", "given", "public"),
                                                ("declaration", "given", "public")]:
                    book.put("check", f"{base}.check.{slug}.{sort}.{day[:7]}", day, audience=audience, person=person, body=icb,
                             sort=sort, on=day, outcome=outcome)
            if leaves:
                book.put("check", f"{base}.check.{slug}.reference", leaves, audience="restricted", person=person, body=icb,
                         sort="board-member-reference", on=leaves, outcome="given")
            if icb == NORTH:
                seen = "2025-09-02" if starts == CLUSTER else "2022-06-01"
                book.put("disqualification", f"{person}.none", seen, audience="restricted", person=person, matter="none", on=seen)
            elif person == "northmoor.strategy-director":
                book.put("disqualification", f"{person}.none", "2026-06-01", audience="restricted", person=person, matter="none",
                         on="2026-06-01")


def write(book):
    people(book)
    for icb, name in ((NORTH, "Northmoor"), (NEW, "Northmoor and Eastvale")):
        house(book, icb, name)
        partnership(book, icb, name)
    cluster(book)
    shadow(book)
    checks(book)
