"""Seventy-four measures over forty-eight months, of which it is known what happened.

Six series hold a real change, six only look as if they did, one was counted in another way from a day on, one is made of
counts so small that they are withheld, and one month was revised late. All the rest is chance and nothing else.
"""
import hashlib

from northmoor.bodies import LOCATIONS, TRUSTS

FIRST, MONTHS = (2022, 10), 48          # October 2022 to September 2026
LAST = MONTHS - 1
REVISED = 41                            # March 2026, revised in July

# Counts of the boards: (key, name, unit, a month's figure for Northmoor, spread in 100, polarity, theme)
COUNTS = [
    ("people-waiting", "People waiting for planned care", "pathways", 118_000, 1.1, "lower", "Planned care"),
    ("waiting-over-18-weeks", "Waiting longer than 18 weeks", "pathways", 47_000, 1.6, "lower", "Planned care"),
    ("waiting-over-52-weeks", "Waiting longer than 52 weeks", "pathways", 3_900, 2.4, "lower", "Planned care"),
    ("referrals", "Referrals", "referrals", 31_000, 2.2, "neutral", "Planned care"),
    ("operations", "Planned operations", "operations", 14_200, 2.5, "higher", "Planned care"),
    ("operations-cancelled", "Operations called off on the day", "operations", 310, 6.0, "lower", "Planned care"),
    ("tests", "Diagnostic tests waiting", "tests", 21_400, 1.9, "lower", "Planned care"),
    ("tests-over-6-weeks", "Tests waiting longer than six weeks", "tests", 5_100, 3.0, "lower", "Planned care"),
    ("arrivals", "Arrivals at emergency departments", "arrivals", 36_500, 2.0, "neutral", "Urgent care"),
    ("over-four-hours", "Arrivals over four hours", "arrivals", 9_800, 3.0, "lower", "Urgent care"),
    ("over-twelve-hours", "Waits over twelve hours for a bed", "people", 640, 5.0, "lower", "Urgent care"),
    ("emergency-admissions", "Emergency admissions", "admissions", 10_900, 2.1, "lower", "Urgent care"),
    ("ambulances", "Ambulances sent", "incidents", 15_300, 1.8, "neutral", "Urgent care"),
    ("handovers", "Handovers at hospital", "handovers", 9_400, 1.9, "neutral", "Urgent care"),
    ("handovers-late", "Handovers over 45 minutes", "handovers", 2_050, 3.6, "lower", "Urgent care"),
    ("beds", "Beds open", "beds", 2_480, 0.7, "neutral", "Urgent care"),
    ("beds-ready-to-leave", "Beds with people ready to leave", "beds", 290, 3.8, "lower", "Urgent care"),
    ("cancer-referrals", "Urgent referrals for suspected cancer", "people", 4_850, 2.4, "neutral", "Cancer"),
    ("cancer-told-late", "Not told within 28 days", "people", 1_120, 3.2, "lower", "Cancer"),
    ("cancer-treatments", "First treatments for cancer", "people", 610, 3.4, "higher", "Cancer"),
    ("cancer-treated-late", "Treated after 62 days", "people", 190, 5.5, "lower", "Cancer"),
    ("appointments", "Appointments in general practice", "appointments", 589_000, 1.9, "higher", "General practice"),
    ("appointments-late", "Appointments after more than 14 days", "appointments", 101_000, 2.6, "lower", "General practice"),
    ("pharmacy-visits", "Consultations at pharmacies", "consultations", 12_800, 3.0, "higher", "General practice"),
    ("dental-treatments", "Courses of dental treatment", "courses", 41_000, 2.8, "higher", "General practice"),
    ("talking-therapies", "People who began talking therapies", "people", 1_950, 3.1, "higher", "Mental health"),
    ("therapies-recovered", "Recovered after talking therapies", "people", 610, 3.9, "higher", "Mental health"),
    ("therapies-finished", "Finished talking therapies", "people", 1_210, 3.3, "neutral", "Mental health"),
    ("children-seen", "Children seen by mental health services", "children", 7_300, 2.2, "higher", "Mental health"),
    ("far-from-home", "Nights in beds far from home", "nights", 410, 6.0, "lower", "Mental health"),
    ("health-checks", "Health checks for people with a learning disability", "checks", 430, 5.5, "higher", "Learning disability"),
    ("in-hospital-autism", "Autistic people in a mental health hospital", "people", 4, 30.0, "lower", "Learning disability"),
    ("births", "Births", "births", 1_060, 3.0, "neutral", "Maternity"),
    ("stillbirths", "Stillbirths", "births", 4, 35.0, "lower", "Maternity"),
    ("falls", "Falls with harm in hospital", "falls", 58, 9.0, "lower", "Quality"),
    ("infections", "Clostridioides difficile infections", "infections", 34, 11.0, "lower", "Quality"),
    ("complaints", "Complaints", "complaints", 265, 6.0, "lower", "Quality"),
    ("staff", "Staff in post", "whole-time equivalents", 24_600, 0.4, "neutral", "People who work here"),
    ("staff-away", "Days lost to sickness", "days", 38_000, 3.0, "lower", "People who work here"),
    ("staff-days", "Days worked and lost", "days", 746_000, 0.6, "neutral", "People who work here"),
    ("agency-shifts", "Shifts filled by agencies", "shifts", 3_150, 4.0, "lower", "People who work here"),
    ("vaccinations", "Vaccinations of children by age two", "children", 1_010, 2.6, "higher", "Prevention"),
    ("vaccinations-due", "Children aged two in the month", "children", 1_120, 2.4, "neutral", "Prevention"),
    ("smokers-helped", "Smokers who set a day to stop", "people", 720, 4.4, "higher", "Prevention"),
]
# Shares: (key, name, above the line, below the line, polarity)
RATES = [
    ("share-over-18-weeks", "Share waiting longer than 18 weeks", "waiting-over-18-weeks", "people-waiting", "lower"),
    ("share-over-52-weeks", "Share waiting longer than 52 weeks", "waiting-over-52-weeks", "people-waiting", "lower"),
    ("share-tests-late", "Share of tests over six weeks", "tests-over-6-weeks", "tests", "lower"),
    ("share-over-four-hours", "Share over four hours", "over-four-hours", "arrivals", "lower"),
    ("share-handovers-late", "Share of handovers over 45 minutes", "handovers-late", "handovers", "lower"),
    ("share-beds-ready", "Share of beds with people ready to leave", "beds-ready-to-leave", "beds", "lower"),
    ("share-cancer-told-late", "Share not told within 28 days", "cancer-told-late", "cancer-referrals", "lower"),
    ("share-cancer-treated-late", "Share treated after 62 days", "cancer-treated-late", "cancer-treatments", "lower"),
    ("share-appointments-late", "Share of appointments after 14 days", "appointments-late", "appointments", "lower"),
    ("share-recovered", "Share recovered after talking therapies", "therapies-recovered", "therapies-finished", "higher"),
    ("share-sick", "Share of days lost to sickness", "staff-away", "staff-days", "lower"),
    ("share-vaccinated", "Share of children vaccinated by two", "vaccinations", "vaccinations-due", "higher"),
]
# Counts of each trust: (key, name, unit, a month's figure for a trust, spread in 100, polarity, theme)
TRUST_COUNTS = [
    ("trust.admissions", "Admissions", "admissions", 4_100, 2.2, "neutral", "Activity"),
    ("trust.bed-days", "Bed days", "days", 21_000, 1.6, "neutral", "Activity"),
    ("trust.outpatients", "Outpatient visits", "visits", 27_000, 2.4, "higher", "Activity"),
    ("trust.missed", "Visits missed", "visits", 2_150, 3.6, "lower", "Activity"),
    ("trust.deaths", "Deaths in hospital", "deaths", 92, 6.5, "lower", "Quality"),
    ("trust.incidents", "Incidents reported", "incidents", 1_240, 4.0, "neutral", "Quality"),
    ("trust.harm", "Incidents with harm", "incidents", 61, 9.0, "lower", "Quality"),
    ("trust.pressure-ulcers", "Pressure ulcers", "ulcers", 24, 12.0, "lower", "Quality"),
    ("trust.vacancies", "Posts vacant", "posts", 410, 3.0, "lower", "People who work here"),
    ("trust.leavers", "Leavers", "people", 58, 9.0, "lower", "People who work here"),
    ("trust.overtime", "Overtime hours", "hours", 9_400, 3.4, "lower", "People who work here"),
    ("trust.letters-late", "Letters to general practice over seven days", "letters", 3_300, 3.0, "lower", "Activity"),
    ("trust.theatre-hours", "Theatre hours used", "hours", 2_900, 2.6, "higher", "Activity"),
    ("trust.discharges-by-noon", "Discharges by noon", "discharges", 870, 3.4, "higher", "Activity"),
    ("trust.re-admissions", "Admitted again within 30 days", "admissions", 330, 4.6, "lower", "Quality"),
    ("trust.agency-spend", "Spend on agencies", "£ thousand", 690, 5.0, "lower", "Money"),
]
RATES_OF_TRUSTS = [
    ("trust.share-missed", "Share of visits missed", "trust.missed", "trust.outpatients", "lower"),
    ("trust.share-harm", "Share of incidents with harm", "trust.harm", "trust.incidents", "lower"),
]
# What really changed: (first month of it, how many spreads, what it is)
SIGNALS = {
    "waiting-over-52-weeks": (36, -4.0, "the elective hub opened in October 2025, and long waits fell"),
    "handovers-late": (38, 4.2, "more late handovers since December 2025"),
    "beds-ready-to-leave": (33, -3.6, "the Harbour City team began in July 2025, and fewer people wait to leave"),
    "pharmacy-visits": (28, 4.5, "pharmacies took on more from February 2025"),
    "agency-shifts": (30, -4.0, "a limit on agency shifts from April 2025"),
    "complaints": (40, 4.0, "complaints rose in February 2026 and stayed up"),
}
# What only looks like a change: the last month, or a few, far out and yet within chance.
NOISES = {
    "operations-cancelled": "more called off than in any month for a year, within the limits",
    "over-twelve-hours": "more than in any month for a year, within the limits",
    "falls": "more than in any month for a year, within the limits",
    "infections": "fewer than in any month for a year, within the limits",
    "far-from-home": "fewer than in any month for a year, within the limits",
    "smokers-helped": "more than in any month for a year, within the limits",
}
STEP = ("tests", 24, "tests booked by telephone are counted from October 2024: the figures before cannot be compared")
SMALL = ("in-hospital-autism", "stillbirths")


def chance(*names):
    """A number as from a normal distribution, the same for the same names: twelve uniform numbers, less six."""
    digest = hashlib.sha256("/".join(map(str, names)).encode()).digest()
    return sum((digest[2 * n] * 256 + digest[2 * n + 1]) / 65536 for n in range(12)) - 6


def is_quiet(series):
    """Whether an individuals chart of a series shows nothing: no point outside, no run of seven, no trend of six, no two of
    three near a limit."""
    mean = sum(series) / len(series)
    moves = [abs(b - a) for a, b in zip(series, series[1:])]
    kept = [move for move in moves if move <= 3.267 * sum(moves) / len(moves)]
    # Moving ranges far out are left out of some charts' limits and not of others': a series is to be quiet in both.
    return all(is_within([(value - mean) / (sum(used) / len(used) / 1.128) for value in series], series)
               for used in (moves, kept))


def is_within(off, series):
    """The same, of distances from the mean in sigmas."""
    if any(abs(one) > 2.9 for one in off):
        return False
    for n in range(len(off)):
        for sign in (1, -1):
            if n + 6 <= len(off) and all(sign * one >= 0 for one in off[n:n + 6]):
                return False
            if n + 3 <= len(off) and sum(sign * one > 1.9 for one in off[n:n + 3]) >= 2:
                return False
            if n + 5 <= len(off) and all(sign * (b - a) >= 0 for a, b in zip(series[n:n + 5], series[n + 1:n + 5])):
                return False
    return True


def base(key, level, spread, shape=None):
    """A month's figures with chance alone, drawn anew until a chart of them shows nothing."""
    for turn in range(200_000):
        series = [round(level * (1 + spread / 100 * chance(key, turn, month))) for month in range(MONTHS)]
        if is_quiet(series) and (shape is None or shape(series, level * spread / 100)):
            return series
    raise AssertionError(f"no quiet series for {key}")


def series_of(key, level, spread):
    """The figures of a measure for Northmoor, with what is known to have happened to it."""
    if key in SMALL:
        return [1 + int(6.99 * ((chance(key, month) + 6) / 12)) for month in range(MONTHS)]
    unit = level * spread / 100
    shape = None
    if key in NOISES:
        up = key not in ("infections", "far-from-home")

        def shape(series, unit):
            last = (series[-1] - level) / unit
            return (1.6 < last < 2.4 if up else -2.4 < last < -1.6) and (
                series[-1] == (max if up else min)(series[-12:]))
    if key in SIGNALS or key == STEP[0]:
        cut = SIGNALS[key][0] if key in SIGNALS else STEP[1]

        def shape(series, unit):
            return is_quiet(series[:cut]) and is_quiet(series[cut:])
    series = base(key, level, spread, shape)
    if key in SIGNALS:
        start, size, _ = SIGNALS[key]
        series = [round(value + size * unit) if month >= start else value for month, value in enumerate(series)]
        assert not is_quiet(series), key
    if key == STEP[0]:
        series = [round(value * 0.86) if month < STEP[1] else value for month, value in enumerate(series)]
    return series


def truth():
    """What is known of the series: (measure, sort, month from which it is so, what it is)."""
    def label(number):
        return "{}-{:02}".format(*month_of(number))
    rows = [("northmoor.measure." + key, "signal", label(start), what) for key, (start, _, what) in SIGNALS.items()]
    rows += [("northmoor.measure." + key, "noise", label(LAST), what) for key, what in NOISES.items()]
    rows.append(("northmoor.measure." + STEP[0], "counted-otherwise", label(STEP[1]), STEP[2]))
    rows += [("northmoor.measure." + key, "small", label(0), "counts of 1 to 7, which are not public") for key in SMALL]
    rows.append(("northmoor.measure.trust.admissions", "revised", label(REVISED), "the first figures lacked six in a hundred"))
    return rows


def month_of(number):
    index = FIRST[1] - 1 + number
    return FIRST[0] + index // 12, index % 12 + 1


def write(book):
    put = book.put
    prefix = "northmoor.measure."
    for key, name, unit, _, _, polarity, theme in COUNTS + TRUST_COUNTS:
        put("measure", prefix + key, name=name, unit=unit, additivity="additive",
            meaning=f"{name}, counted by month. Invented for the demonstration.")
        put("measure-profile", prefix + key, polarity=polarity, cadence="monthly", theme=theme,
            data_set="Northmoor demonstration", owner="Northmoor", lag=21)
    for key, name, above, below, polarity in RATES + RATES_OF_TRUSTS:
        put("measure", prefix + key, name=name, unit="share", additivity="ratio", numerator=prefix + above,
            denominator=prefix + below, meaning=f"{name}. Invented for the demonstration.")
        theme = next(row[6] for row in COUNTS + TRUST_COUNTS if row[0] == above)
        put("measure-profile", prefix + key, polarity=polarity, cadence="monthly", theme=theme,
            data_set="Northmoor demonstration", owner="Northmoor", lag=21)
    assert len(COUNTS) + len(TRUST_COUNTS) + len(RATES) + len(RATES_OF_TRUSTS) == 74
    put("series-note", prefix + STEP[0], "2024-10-01", effect="step", text=STEP[2].capitalize() + ".")
    for key in SMALL:
        put("disclosure", prefix + key, rule="hes-1-7-round-5")
    put("target", prefix + "share-over-four-hours", "2025-04-01", sort="plan", value="0.24", body="",
        name="76% within four hours")
    put("target", prefix + "share-over-18-weeks", "2025-04-01", sort="plan", value="0.38", body="", name="62% within 18 weeks")

    codes = location_codes(book)
    whole = {key: series_of(key, level, spread) for key, _, _, level, spread, _, _ in COUNTS}
    sizes = list(LOCATIONS)
    for keys, audience in (([key for key in whole if key not in SMALL], "public"), (list(SMALL), "internal")):
        blocks(book, "sub-icb-location", "registered", keys, lambda key, month: [
            whole[key][month] if size == sizes[0] or key in SMALL else round(whole[key][month] * size / sizes[0])
            for size in sizes], [codes[LOCATIONS[size][0]] for size in sizes], prefix, audience)
    by_trust = {(key, n): base(f"{key}/{n}", level * (1.4, 1.2, 0.8, 0.5, 0.4)[n], spread)
                for key, _, _, level, spread, _, _ in TRUST_COUNTS for n in range(len(TRUSTS))}
    blocks(book, "trust", "provided", [row[0] for row in TRUST_COUNTS],
           lambda key, month: [by_trust[key, n][month] for n in range(len(TRUSTS))], [codes[trust] for trust in TRUSTS], prefix)


def location_codes(book):
    """The codes of bodies, as they were given them."""
    found = {}
    for _, _, line in book.rows["codes", True]:
        fields = line.split("\t")
        found[fields[6]] = fields[8]
    return found


def blocks(book, grain, basis, keys, figures, units, prefix, audience="public"):
    """The figures of some measures, a block for each month. Small counts are for those who work with the record until
    they are published under their rule."""
    for month in range(MONTHS):
        year, number = month_of(month)
        after = month_of(month + 1)
        states = [("final", 1.0)]
        if month == REVISED and grain == "trust":
            states = [("provisional", 0.94), ("revised", 1.0)]
        for state, part in states:
            columns = [[round(value * part) if key == "trust.admissions" else value for value in figures(key, month)]
                       for key in keys]
            lines = ["\t".join(["unit", *("#" + key.replace(".", "-") for key in keys)])]
            lines += ["\t".join([unit, *(str(column[row]) for column in columns)]) for row, unit in enumerate(units)]
            text = "".join(f"{line}\n" for line in lines)
            digest = hashlib.sha256(text.encode()).hexdigest()
            book.shelf(audience)[digest] = text
            for key in keys:
                if state == "provisional" and key != "trust.admissions":
                    continue
                book.put("observation", prefix + key, f"{year}-{number:02}-01", f"{after[0]}-{after[1]:02}-01",
                         audience=audience, basis=basis, grain=grain, label=f"{year}-{number:02}",
                         state=state if key == "trust.admissions" else "final", column=key.replace(".", "-"), block=digest,
                         count=len(units))
