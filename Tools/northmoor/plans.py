"""Plans, copies, consultations, transfers, proposals to change services, duties with their evidence, money and payments."""
from northmoor.bodies import (ACT, ALLIANCE, CITY, CITY_HWB, CITY_WATCH, COUNTY, COUNTY_HWB, COUNTY_WATCH, EAST, MARCH,
                              MERGER, NEW, NORTH, SCRUTINY, TRUSTS, system)
from northmoor.governance import NHSE, SITE, SPANS
from northmoor.sheets import Fault

BOARDS, WATCHES = [COUNTY_HWB, CITY_HWB], [COUNTY_WATCH, CITY_WATCH]
DUTIES = ["14Z34", "14Z35", "14Z36", "14Z37", "14Z38", "14Z39", "14Z40", "14Z41", "14Z42", "14Z43", "14Z44", "14Z45"]
FORWARD = ["services", "discharge-of-duties", "steps-for-wellbeing-strategies", "children-and-young-people",
           "victims-of-abuse", "summary-of-views", "how-views-were-taken-into-account", "regard-to-the-needs-assessment",
           "regard-to-the-integrated-care-strategy", "regard-to-the-wellbeing-strategy"]
REPORT = ["discharge-of-duties", "fit-with-the-plan", "inequality-information", "steps-for-wellbeing-strategies",
          "mental-health-spend"]
YEARLY = ["improving-quality", "reducing-inequalities", "involving-patients", "enabling-choice", "obtaining-advice", "innovation",
          "research", "education-and-training", "integration", "climate-change"]
EMERGENCY = ["emergency-risk-assessment", "emergency-plans", "business-continuity", "warning-and-informing",
             "emergency-cooperation", "emergency-information-sharing"]


def plan(book, identifier, day, copies=(), until="", **cells):
    book.put("plan", identifier, day, until, **cells)
    for to, on in copies:
        book.put("plan-copy", f"{identifier}.copy.{to}", on, plan=identifier, to=to, on=on)
    book.complete(identifier, "copies", "consultations", "decisions")


def involve(book, matter, rows):
    for n, (sort, body, on, said, became) in enumerate(rows, 1):
        book.put("involvement", f"{matter}.involvement-{n}", on, matter=matter, body=body,
                 people=None if body else "people who live and work here", sort=sort, on=on, said=said, became=became)


def plans(book, icb):
    base, (since, until) = system(icb), SPANS[icb]
    first = icb == NORTH
    icp = f"{base}.icp"
    # Forward plans and capital plans: prepared before the year, in draft to both boards, copied by the end of June.
    years = [(2023, "2023-03-24"), (2024, "2024-03-22"), (2025, "2025-03-21"), (2026, "2026-03-20")] if first else []
    if not first:
        years = [(2026, "2026-03-24")]
    for year, prepared in years:
        name = f"{year}-{(year + 1) % 100}"
        published = prepared if first and year == 2026 else f"{year}-05-15"
        copied = prepared if first and year == 2026 else f"{year}-05-18"
        forward = f"{base}.plan.forward.{name}"
        start = since if not first else prepared
        plan(book, forward, start, [(to, copied) for to in [icp, *BOARDS, NHSE]], body=icb, sort="joint-forward-plan",
             year=name, partners=TRUSTS, signed=TRUSTS, prepared=prepared, published=published, contents=FORWARD, boards=BOARDS,
             revision="none", change_note=False)
        rows = [("consultation", None, f"{year}-01-15", "shorter waits first", "waits come first in the plan")]
        for board in BOARDS:
            rows += [("draft", board, f"{year}-02-03", "seen", "answered"),
                     ("asked-whether-the-strategy-is-reflected", board, f"{year}-02-03", "asked", "answered"),
                     ("involvement", board, f"{year}-01-20", "at its meeting", "noted"),
                     ("opinion", board, f"{year}-03-03", "the strategy is reflected", "printed in the plan")]
        for n, row in enumerate(rows, 1):
            missed = first and year == 2026 and row[1] == CITY_HWB and row[0] == "draft"
            if missed:
                with book.mended(17):
                    one(book, forward, n, row)
            else:
                one(book, forward, n, row)
        capital = f"{base}.plan.capital.{name}"
        plan(book, capital, start, [(to, copied) for to in [icp, *BOARDS, NHSE]], body=icb,
             sort="joint-capital-resource-use-plan", year=name, partners=TRUSTS, signed=TRUSTS, prepared=prepared,
             published=published, contents=["regard-to-the-guidance"], boards=BOARDS)
    if not first:
        # The board's first plan was revised in a small way when the order was made.
        plan(book, f"{base}.plan.forward.2026-27.revised", "2026-06-01", [(to, "2026-06-05") for to in [icp, *BOARDS, NHSE]],
             body=icb, sort="joint-forward-plan", year="2026-27", partners=TRUSTS, signed=TRUSTS, prepared="2026-03-24",
             published="2026-06-01", contents=FORWARD, boards=BOARDS, revision="minor", change_note=True)
        involve(book, f"{base}.plan.forward.2026-27.revised",
                [("draft", board, "2026-02-03", "seen", "answered") for board in BOARDS]
                + [("asked-whether-the-strategy-is-reflected", board, "2026-02-03", "asked", "answered") for board in BOARDS]
                + [("opinion", board, "2026-03-03", "the strategy is reflected", "printed in the plan") for board in BOARDS]
                + [("involvement", board, "2026-01-20", "at its meeting", "noted") for board in BOARDS]
                + [("consultation", None, "2026-01-15", "shorter waits first", "waits come first in the plan")])
    if first:
        plan(book, "northmoor.plan.five-year", "2026-03-12", [(NHSE, "2026-03-13")], body=icb, sort="five-year-plan",
             year="2026-27", prepared="2026-03-12", published="2026-03-20", contents=["services", "regard-to-the-needs-assessment",
             "regard-to-the-integrated-care-strategy", "regard-to-the-wellbeing-strategy"])
    # The partnership's strategy, and what the councils make of it.
    strategy = f"{base}.plan.strategy"
    councils = [COUNTY, CITY, MARCH] + ([] if first else ["eastvale.council", "westmere.county-council"])
    day = "2022-12-15" if first else "2026-04-20"
    copied = "2022-12-20" if first else "2026-04-20"
    for whose in (icp,):
        plan(book, strategy, day, [(to, copied) for to in [*councils, icb]], until, body=whose, sort="integrated-care-strategy",
             year="2023-24" if first else "2026-27", prepared=day, published=day, contents=["section-75-considered",
             "regard-to-the-mandate", "regard-to-the-guidance", "regard-to-the-needs-assessment"], healthwatch=WATCHES,
             boards=BOARDS)
        involve(book, strategy, [("involvement", watch, "2022-11-01" if first else "2026-02-05", "plain words, please",
                                  "rewritten") for watch in WATCHES]
                + [("involvement", None, "2022-11-10" if first else "2026-02-12", "start with the children",
                    "the first aim is the start of life")])
    for board, council, name in [(COUNTY_HWB, COUNTY, "county"), (CITY_HWB, CITY, "harbour")]:
        needs_day = "2025-02-10" if first else "2026-04-24"
        plan(book, f"{base}.plan.needs.{name}", needs_day, [(icp, needs_day)], until, body=board,
             sort="joint-strategic-needs-assessment", year="2024-25" if first else "2026-27", prepared=needs_day,
             published=needs_day, received=needs_day, considered="2025-03-20" if first else "2026-05-12")
        plan(book, f"{base}.plan.wellbeing.{name}", "2023-03-09" if first else "2026-05-12", until=until, body=board,
             sort="local-health-and-wellbeing-strategy", year="2023-24" if first else "2026-27",
             prepared="2023-03-09" if first else "2026-05-12", published="2023-03-10" if first else "2026-05-13",
             received="2022-12-20" if first else "2026-04-20", considered="2023-01-17" if first else "2026-04-28",
             contents=["regard-to-the-needs-assessment", "regard-to-the-integrated-care-strategy"])
    # Reports and accounts.
    reports = [("2022-23", "2023-06-23", 10.9, 184_000_000, 1_688_073_394), ("2023-24", "2024-06-21", 11.0, 231_000_000,
                2_100_000_000), ("2024-25", "2025-06-20", 11.0, 242_000_000, 2_200_000_000)] if first else [
                ("2025-26", "2026-06-19", 11.0, 254_100_000, 2_310_000_000)]
    for year, day, share, mental, whole in reports:
        report = f"{base}.plan.report.{year}"
        plan(book, report, day, [(NHSE, day)], until, body=icb, sort="annual-report", year=year, prepared=day, published=day,
             contents=REPORT, submitted=day, mental_health_share=f"{share:.1f}", mental_health_spend=mental, total_spend=whole,
             boards=BOARDS, sections=DUTIES)
        involve(book, report, [("consultation", board, day[:4] + "-05-12", "seen", "answered") for board in BOARDS])
        plan(book, f"{base}.plan.accounts.{year}", day, [(NHSE, day)], until, body=icb, sort="annual-accounts", year=year,
             prepared=day, published=day, submitted=day, contents=["audited"])
        assessment = f"{base}.plan.assessment.{year}"
        plan(book, assessment, day[:4] + "-07-24", until=until, body=icb, sort="annual-assessment", year=year,
             prepared=day[:4] + "-07-24", published=day[:4] + "-07-31", boards=BOARDS, sections=[
                 "14Z34", "14Z35", "14Z38", "14Z40", "14Z43", "14Z45", "223N", "116B"])
        involve(book, assessment, [("consultation", board, day[:4] + "-06-02", "seen", "answered") for board in BOARDS])
        book.put("direction", f"{base}.direction.reports.{year}", day[:4] + "-04-10", until, body=icb, by=NHSE, sort="date-for-reports",
                 power="NHS Act 2006, section 14Z58", made=day[:4] + "-04-10", published=day[:4] + "-04-11",
                 deadline=day[:4] + "-06-30", about="copy of the annual report and accounts", year=year)
        book.put("direction", f"{base}.direction.copies.{day[:4]}", day[:4] + "-04-10", until, body=icb, by=NHSE,
                 sort="date-for-copies", power="NHS Act 2006, section 14Z52", made=day[:4] + "-04-10",
                 published=day[:4] + "-04-11", deadline=day[:4] + "-06-30", about="copies of the joint forward plan",
                 year=f"{day[:4]}-{(int(day[:4]) + 1) % 100}")
    plan(book, f"{base}.plan.area-review", "2025-02-20" if first else "2026-08-20", until=until, body=icb, sort="system-review",
         year="2024-25" if first else "2026-27", published="2025-02-20" if first else "2026-08-20")
    # Duties, each with its evidence and owner.
    yearly = ["2022-23", "2023-24", "2024-25", "2025-26"] if first else ["2025-26", "2026-27"]
    for year in yearly:
        for duty in YEARLY:
            start = max(since, year[:4] + "-04-01")
            book.put("assurance", f"{base}.assurance.{duty}.{year}", start, until, body=icb, duty=duty, year=year,
                     evidence=f"{SITE}/evidence/{duty}", owner="Board secretary", reviewed=start)
    for duty in EMERGENCY + ["clinical-leadership-model"]:
        book.put("assurance", f"{base}.assurance.{duty}", since, until, body=icb, duty=duty, evidence=f"{SITE}/evidence/{duty}",
                 owner="Medical director", reviewed="2025-09-01" if first else "2026-04-15")
    for duty in ("safeguarding-arrangements", "child-death-review"):
        for council in councils[:3] if first else councils:
            book.put("assurance", f"{base}.assurance.{duty}.{council}", since, until, body=icb, duty=duty, council=council,
                     evidence=f"{SITE}/evidence/{duty}", owner="Nursing director", reviewed="2025-09-01" if first else "2026-04-15")
    # Money beside what it is given; and what is paid and raised.
    book.put("payment", f"{base}.payment.alliance", "2025-05-01" if first else "2026-05-01", until, body=icb, sort="grant", on="2025-05-01" if
             first else "2026-05-01", sum=340_000, payee_kind="voluntary-organisation", similar_services=True, to=ALLIANCE)
    book.put("payment", f"{base}.payment.trust", "2025-06-02" if first else "2026-06-02", until, body=icb, sort="grant", on="2025-06-02" if
             first else "2026-06-02", sum=1_100_000, payee_kind="partner-trust", similar_services=True, to=TRUSTS[0])
    book.put("payment", f"{base}.payment.training", "2025-07-01" if first else "2026-07-01", until, body=icb, sort="income",
             on="2025-07-01" if first else "2026-07-01", sum=90_000,
             impact="rooms let at weekends; nothing the board does is put off", payee_kind="other")


def one(book, matter, n, row):
    sort, body, on, said, became = row
    book.put("involvement", f"{matter}.involvement-{n}", on, matter=matter, body=body,
             people=None if body else "people who live and work here", sort=sort, on=on, said=said, became=became)


def money(book):
    """Years of money, in whole pounds: the board with the limits of its system, and the trusts that count to it."""
    incomes = [812_000_000, 640_000_000, 402_000_000, 118_000_000, 141_000_000]
    used = [income - 100_000 * (n + 1) for n, income in enumerate(incomes)]
    capital = [29_500_000 - 5_000_000 * n for n in range(len(TRUSTS))]
    books = {"2022-23": (1_688_073_394, 0), "2023-24": (2_100_000_000, 400_000), "2024-25": (2_200_000_000, 600_000),
             "2025-26": (2_310_000_000, 1_200_000)}
    for year, (received, left) in books.items():
        start, audited = f"{year[:4]}-04-01" if year != "2022-23" else ACT, f"20{year[-2:]}-06-12"
        book.put("year-of-money", f"northmoor.money.{year}", start, body=NORTH, year=year, received=received,
                 spent=received - left, capital_limit=102_000_000, capital_used=4_100_000,
                 revenue_limit=received + sum(incomes), revenue_used=received - left, audited=audited, submitted=f"20{year[-2:]}-06-19")
        for n, trust in enumerate(TRUSTS):
            book.put("year-of-money", f"{trust}.money.{year}", start, body=trust, year=year, received=incomes[n], spent=used[n],
                     capital_limit=capital[n] + 500_000, capital_used=capital[n], revenue_limit=incomes[n],
                     revenue_used=used[n], partner_of=NORTH, audited=audited, submitted=f"20{year[-2:]}-06-19")
    book.put("year-of-money", "northmoor-and-eastvale.money.2026-27", MERGER, body=NEW, year="2026-27", received=3_160_000_000,
             spent=1_571_000_000, capital_limit=5_600_000, capital_used=2_700_000, revenue_limit=3_160_000_000,
             revenue_used=1_571_000_000)


def transfers(book):
    put = book.put
    # 2022: forty contracts and what else a group had go to the board; a fine stays behind.
    for ccg, count, to in [("harbour-ccg", 40, [NORTH]), ("vale-and-moorland-ccg", 34, [NORTH]), ("seaboard-ccg", 30, [NORTH, EAST])]:
        for n in range(1, count + 1):
            put("transfer", f"northmoor.{ccg}.contract-{n:02}", ACT, from_body=f"northmoor.{ccg}", sort="contract",
                title=f"Contract {n}", to=to[n % len(to)], scheme="transfer scheme of 2022", criminal=False, on=ACT)
        for sort, title in [("property", "Offices"), ("liability", "Claims in negligence"), ("staff", "Staff"), ("right", "Licences")]:
            put("transfer", f"northmoor.{ccg}.{sort}", ACT, from_body=f"northmoor.{ccg}", sort=sort, title=title, to=to[0],
                scheme="transfer scheme of 2022", criminal=False, on=ACT)
    put("transfer", "northmoor.seaboard-ccg.fine", ACT, from_body="northmoor.seaboard-ccg", sort="liability",
        title="A fine for a fire exit", criminal=True)
    # 2026: everything of both boards goes to the new one, but for one liability.
    for icb, contracts in ((NORTH, 48), (EAST, 22)):
        base = system(icb)
        for n in range(1, contracts + 1):
            put("transfer", f"{base}.transfer.contract-{n:02}", MERGER, from_body=icb, sort="contract", title=f"Contract {n}", to=NEW,
                scheme="transfer scheme of 2026", criminal=False, on=MERGER)
        for sort, title in [("property", "Offices"), ("staff", "Staff"), ("right", "Licences"), ("liability", "Claims in negligence"),
                            ("liability", "Pensions")]:
            put("transfer", f"{base}.transfer.{title.lower().replace(' ', '-')}", MERGER, from_body=icb, sort=sort, title=title, to=NEW,
                scheme="transfer scheme of 2026", criminal=False, on=MERGER)
    put("transfer", "northmoor.transfer.lease", MERGER, from_body=NORTH, sort="liability", title="Repairs under the lease of Weir House",
        to=Fault(19, "", NEW), scheme=Fault(19, "", "transfer scheme of 2026"), criminal=False, on=Fault(19, "", MERGER))


def proposals(book):
    put = book.put
    stroke = "northmoor.proposal.stroke"
    put("reconfiguration", stroke, "2025-06-02", body=NORTH, title="Acute stroke care to Northmoor County Hospital", substantial=True,
        councils=[COUNTY, CITY], consultation_start="2025-06-02", notified="2025-06-09", called_in="2025-11-20",
        directed="2026-05-14", direction="go on, with a shuttle from the coast", finalised="2026-06-16", contrary=False,
        state="decided")
    beds = "northmoor.proposal.coast-beds"
    put("reconfiguration", beds, "2025-09-22", body=NORTH, title="Closure of 24 beds at Coast Community Hospital", substantial=True,
        councils=[COUNTY], consultation_start="2025-09-22", notified="2025-09-26", contrary=False, state="withdrawn",
        reason="the winter showed that the beds were needed, and three in four of those who answered were against it")
    clinic = "northmoor-and-eastvale.proposal.fellside"
    put("reconfiguration", clinic, "2026-06-01", body=NEW, title="Minor injuries at Fellside", substantial=True,
        councils=["westmere.county-council"], consultation_start="2026-06-01", notified="2026-06-05", contrary=False,
        state="consulting")
    for matter, day in ((stroke, "2025-06-02"), (beds, "2025-10-15"), (clinic, "2026-06-01")):
        involve(book, matter, [("scrutiny", SCRUTINY, day, "journeys", "journey times were published"),
                               ("consultation", None, day, "worried about winter", "the winter's figures were waited for")])
        book.complete(matter, "consultations", "notices")
    put("direction", "northmoor.direction.stroke", "2025-11-20", body=NORTH, by="national.secretary-of-state", sort="call-in",
        power="NHS Act 2006, Schedule 10A, paragraph 3", made="2025-11-20", published="2025-11-21",
        about="acute stroke care", consulted=[NORTH])
    put("direction", "northmoor.direction.waits", "2025-02-03", "2025-08-01", body=NORTH, by=NHSE, sort="intervention",
        power="NHS Act 2006, section 14Z61", made="2025-02-03", published="2025-02-05", deadline="2025-07-31",
        about="a plan for the longest waits", function="northmoor.function.elective", stand_in=EAST, consulted=[NORTH, EAST],
        suspends=False)


def write(book):
    for icb in (NORTH, NEW):
        plans(book, icb)
    money(book)
    transfers(book)
    proposals(book)
    for board, council in ((COUNTY_HWB, COUNTY), (CITY_HWB, CITY)):
        book.complete(board, "plans", "copies", "decisions")
        book.complete(council, "plans")
