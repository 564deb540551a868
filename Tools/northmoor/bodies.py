"""Bodies, names, codes, relations, successions, places, neighbourhoods, networks and practices."""

ACT, CLUSTER, MERGER = "2022-07-01", "2025-10-01", "2026-04-01"
NORTH, EAST, WEST, NEW = "northmoor.icb", "eastvale.icb", "westmere.icb", "northmoor-and-eastvale.icb"
COUNTY, CITY, MARCH = "northmoor.county-council", "northmoor.harbour-council", "westmere.marchborough-council"
EASTVALE_COUNCIL, FELL = "eastvale.council", "westmere.fellside-council"
WEST_COUNCIL = "westmere.county-council"
HARBOUR_FT, COUNTY_FT = "northmoor.harbour-hospitals", "northmoor.county-hospitals"
MINDS, AMBULANCE, CHEST = "northmoor.minds-and-communities", "northmoor.ambulance", "northmoor.heart-and-chest"
COUNTY_HWB, CITY_HWB = "northmoor.county-wellbeing-board", "northmoor.harbour-wellbeing-board"
COUNTY_WATCH, CITY_WATCH = "northmoor.county-healthwatch", "northmoor.harbour-healthwatch"
SCRUTINY, ALLIANCE, CIC = "northmoor.joint-scrutiny", "northmoor.voluntary-alliance", "northmoor.harbour-care-cic"
HOSPICE, CLINIC, CARE = "northmoor.hospice", "northmoor.independent-hospital", "northmoor.care-association"
FEDERATION, SCANNING = "northmoor.practice-federation", "northmoor.scanning-company"
HORIZONTAL, VERTICAL, MULTI = "northmoor.hospitals-together", "northmoor.vale-together", "northmoor.minds-together"
IHO = "northmoor.vale-health-organisation"
PAIR = "northmoor-eastvale.cluster"
TRUSTS = [HARBOUR_FT, COUNTY_FT, MINDS, AMBULANCE, CHEST]

# place: (name, registered people, council district areas, form)
PLACES = {
    "northmoor.harbour-city": ("Harbour City", 385_000, ["northmoor.harbour-council"]),
    "northmoor.vale": ("Vale", 341_000, ["northmoor.upper-vale-council", "northmoor.lower-vale-council"]),
    "northmoor.moorland": ("Moorland", 262_000, ["northmoor.moorland-council"]),
    "northmoor.coast": ("Coast", 252_000, ["northmoor.coast-council"]),
}
HARBOUR, VALE, MOORLAND, COAST = PLACES
DISTRICTS = ["northmoor.upper-vale-council", "northmoor.lower-vale-council", "northmoor.moorland-council",
             "northmoor.coast-council"]

# Sub-ICB locations, by people in thousands: (identifier, name, the boards they are part of)
LOCATIONS = {
    1240: ("northmoor.location", "Northmoor", [(NORTH, ACT, MERGER), (NEW, MERGER, "")]),
    412: ("eastvale.location", "Eastvale", [(EAST, ACT, MERGER), (NEW, MERGER, "")]),
    96: ("westmere.fellside-location", "Fellside", [(WEST, ACT, MERGER), (NEW, MERGER, "")]),
    862: ("westmere.location", "Westmere", [(WEST, ACT, "")]),
}

# Districts: (demo code, small areas, residents). Residents are those registered with the place's practices, but that the
# 11 in 100 of Marchborough that lie in Moorland's practices are counted where they live.
AREAS = {
    CITY: ("D01", 221, 385_000), "northmoor.upper-vale-council": ("D02", 98, 168_000),
    "northmoor.lower-vale-council": ("D03", 101, 173_000), "northmoor.moorland-council": ("D04", 139, 242_200),
    "northmoor.coast-council": ("D05", 148, 252_000), MARCH: ("D06", 100, 180_000), EASTVALE_COUNCIL: ("D07", 240, 412_000),
    FELL: ("D08", 55, 96_000), WEST_COUNCIL: ("D09", 410, 702_000),
}
NEIGHBOURHOODS = {
    HARBOUR: ["Quayside", "Old Docks", "Castle", "Northgate", "Southgate", "Meadows", "Hillside", "Parkside"],
    VALE: ["Abbey", "Weir", "Orchard", "Mill", "Bridge", "Priory", "Station"],
    MOORLAND: ["Tarn", "Heather", "Beck", "Crag", "Kirk"],
    COAST: ["Lighthouse", "Dunes", "Cliff", "Haven"],
}
STRADDLING = {"Ford": (HARBOUR, VALE), "Saltmarsh": (VALE, COAST)}
# Practices and networks of each place: they add up to 58 and 24.
PRACTICES = {HARBOUR: (18, 7), VALE: (16, 7), MOORLAND: (12, 5), COAST: (12, 5)}


def slug(text):
    return text.lower().replace(" ", "-")


def system(icb):
    """The first part of a board's identifiers."""
    return icb.rsplit(".", 1)[0]


def shares_of(whole, parts):
    """A whole cut into uneven whole parts that add up to it: the n-th part weighs 7 + (5n mod 6)."""
    weights = [7 + (5 * n) % 6 for n in range(parts)]
    cut = [whole * weight // sum(weights) for weight in weights]
    cut[0] += whole - sum(cut)
    return cut


def practices():
    """Every practice: (identifier, name, place, network, registered people)."""
    found = []
    for place, (count, networks) in PRACTICES.items():
        name, people, _ = PLACES[place]
        hoods = NEIGHBOURHOODS[place]
        for n, size in enumerate(shares_of(people, count)):
            hood = hoods[n % len(hoods)]
            network = n % networks + 1
            found.append((f"{place}.practice-{n + 1:02}", f"{hood} Surgery {n // len(hoods) + 1}, {name}", place,
                          f"{place}.network-{network}", size))
    return found


def write(book):
    put = book.put
    put("source", "northmoor-demonstration", title="Northmoor: a fictional system, complete, for demonstration",
        publisher="Concordat", published="2026-10-01", licence="CC0 1.0",
        note="Everything in it is invented. Official within the fiction; nothing in it is about a real body or person")

    codes = {}

    def body(identifier, kind, form, name, since="", until="", short=None, roles=()):
        put("body", identifier, since, until, kind=kind)
        put("legal-form", identifier, since, until, form=form)
        put("name", identifier, since, until, name=name, usage="official")
        if short:
            put("name", identifier, since, until, name=short, usage="short")
        put("role", identifier, since, until, role="demonstration")
        for role in roles:
            put("role", identifier, since, until, role=role)
        codes.setdefault(kind, 0)
        codes[kind] += 1
        initials = "".join(word[0] for word in kind.split("-"))
        put("code", identifier, since, until, scheme="demo", code=f"DEMO-{initials}{codes[kind]:03}".upper())

    def relate(identifier, kind, other, since="", until="", note="", instrument=""):
        put("relation", identifier, since, until, type=kind, object=other, instrument=instrument, note=note)

    def succeed(identifier, event, successor, day, note="", instrument="the Northmoor order"):
        put("succession", identifier, day, event=event, successor=successor, status="in-force", instrument=instrument,
            note=note)

    # Systems: the board, the partnership and the area they serve.
    for icb, name, since, until in [
        (NORTH, "Northmoor", ACT, MERGER), (EAST, "Eastvale", ACT, MERGER), (WEST, "Westmere", ACT, ""),
        (NEW, "Northmoor and Eastvale", MERGER, ""),
    ]:
        base = system(icb)
        body(icb, "icb", "statutory-corporation", f"{name} Integrated Care Board", since, until, name)
        body(f"{base}.icp", "icp", "statutory-committee", f"{name} Integrated Care Partnership", since, until)
        body(f"{base}.ics", "ics", "none", f"{name} integrated care system", since, until)
        relate(icb, "serves", f"{base}.ics", since, until, instrument="NHS Act 2006, section 14Z25")
        relate(f"{base}.icp", "serves", f"{base}.ics", since, until, instrument="Local Government and Public Involvement "
               "in Health Act 2007, section 116ZA")
    for part in ("icb", "icp", "ics"):
        succeed(f"northmoor.{part}", "merge", f"northmoor-and-eastvale.{part}", MERGER)
        succeed(f"eastvale.{part}", "merge", f"northmoor-and-eastvale.{part}", MERGER)
        succeed(f"westmere.{part}", "boundary-change", f"northmoor-and-eastvale.{part}", MERGER,
                note="the district of Fellside joins; the rest goes on")
    for icb, areas in ((NORTH, 718), (EAST, 240)):
        people = sum(size for _, size, _ in PLACES.values()) if icb == NORTH else 412_000
        put("share", icb, MERGER, successor=NEW, basis="resident", unit="demo small areas", part=areas, whole=areas)
        put("share", icb, MERGER, successor=NEW, basis="registered", unit="people 2026", part=people, whole=people)
    west_areas = 100 + 55 + 410 - 11
    west_people = 180_000 + 96_000 + 702_000 - 19_800
    put("share", WEST, MERGER, successor=NEW, basis="resident", unit="demo small areas", part=55, whole=west_areas)
    put("share", WEST, MERGER, successor=NEW, basis="registered", unit="people 2026", part=96_000, whole=west_people)
    put("share", WEST, MERGER, successor=WEST, basis="resident", unit="demo small areas", part=west_areas - 55,
        whole=west_areas)
    put("share", WEST, MERGER, successor=WEST, basis="registered", unit="people 2026", part=west_people - 96_000,
        whole=west_people)
    # What figures are counted by: locations, which go whole from board to board.
    for location, name, homes in LOCATIONS.values():
        body(location, "sub-icb-location", "administrative-area", f"{name} sub-ICB location", ACT)
        for icb, since, until in homes:
            relate(location, "part-of", icb, since, until)
    body(PAIR, "icb-cluster", "none", "Northmoor and Eastvale cluster", CLUSTER, MERGER)
    relate(NORTH, "member-of", PAIR, CLUSTER, MERGER)
    relate(EAST, "member-of", PAIR, CLUSTER, MERGER)

    # What came before: three groups, one of which split, and a partnership.
    body("northmoor.stp", "stp", "none", "Northmoor sustainability and transformation partnership", "2016-12-01", ACT)
    succeed("northmoor.stp", "replace", NORTH, ACT)
    for group, name, people, split in [
        ("harbour-ccg", "Harbour", 402_000, {NORTH: 402_000}), ("vale-and-moorland-ccg", "Vale and Moorland", 588_000,
                                                                {NORTH: 588_000}),
        ("seaboard-ccg", "Seaboard", 331_000, {NORTH: 244_000, EAST: 87_000}),
    ]:
        ccg = f"northmoor.{group}"
        body(ccg, "ccg", "statutory-corporation", f"NHS {name} Clinical Commissioning Group", "2013-04-01", ACT)
        relate(ccg, "part-of", "northmoor.stp", "2016-12-01", ACT)
        for icb, part in split.items():
            succeed(ccg, "split" if len(split) > 1 else "replace", icb, ACT, instrument="NHS Act 2006, section 14Z27")
            put("share", ccg, ACT, successor=icb, basis="registered", unit="people 2022", part=part, whole=people)

    # Trusts.
    for trust, name, form, roles in [
        (HARBOUR_FT, "Harbour Hospitals NHS Foundation Trust", "nhs-foundation-trust", ["acute"]),
        (COUNTY_FT, "Northmoor County Hospitals NHS Foundation Trust", "nhs-foundation-trust", ["acute"]),
        (MINDS, "Northmoor Minds and Communities NHS Foundation Trust", "nhs-foundation-trust",
         ["mental-health", "community"]),
        (AMBULANCE, "Three Counties Ambulance Service NHS Trust", "nhs-trust", ["ambulance"]),
        (CHEST, "Northmoor Heart and Chest NHS Trust", "nhs-trust", ["specialist"]),
    ]:
        body(trust, "nhs-trust", form, name, "2013-04-01", roles=roles)
        relate(trust, "part-of", "northmoor.ics", ACT, MERGER)
        relate(trust, "part-of", "northmoor-and-eastvale.ics", MERGER)
        relate(trust, "part-of", NORTH, ACT, MERGER)
        relate(trust, "part-of", NEW, MERGER)
    for icb, until in ((EAST, MERGER), (WEST, "")):
        relate(AMBULANCE, "part-of", icb, ACT, until, note="one ambulance trust over three boards")

    # Councils: a county with four districts, a unitary, and one 11 in 100 of whose small areas lie in Northmoor.
    upper = ["upper-tier", "social-care", "public-health", "health-and-wellbeing", "scrutiny"]
    body(COUNTY, "council", "local-authority", "Northmoor County Council", roles=upper + ["county"])
    body(WEST_COUNCIL, "council", "local-authority", "Westmere County Council", roles=upper + ["county"])
    for council, name in [(CITY, "Harbour City Council"), (MARCH, "Marchborough Council"),
                          (EASTVALE_COUNCIL, "Eastvale Council")]:
        body(council, "council", "local-authority", name, roles=upper + ["lower-tier", "unitary"])
    for council in DISTRICTS + [FELL]:
        name = council.split(".")[1].removesuffix("-council").replace("-", " ").title()
        body(council, "council", "local-authority", f"{name} District Council", roles=["lower-tier", "district"])
        relate(council, "part-of", WEST_COUNCIL if council == FELL else COUNTY, note="district within the county")
    for council in [CITY, COUNTY, *DISTRICTS]:
        areas = 486 if council == COUNTY else AREAS[council][1]
        put("overlap", council, ACT, MERGER, other=NORTH, unit="lsoa21", part=areas, whole=areas)
        put("overlap", council, MERGER, other=NEW, unit="lsoa21", part=areas, whole=areas)
    put("overlap", MARCH, ACT, MERGER, other=NORTH, unit="lsoa21", part=11, whole=100)
    put("overlap", MARCH, MERGER, other=NEW, unit="lsoa21", part=11, whole=100)
    put("overlap", MARCH, ACT, other=WEST, unit="lsoa21", part=89, whole=100)
    put("overlap", EASTVALE_COUNCIL, ACT, MERGER, other=EAST, unit="lsoa21", part=240, whole=240)
    put("overlap", EASTVALE_COUNCIL, MERGER, other=NEW, unit="lsoa21", part=240, whole=240)
    put("overlap", FELL, ACT, MERGER, other=WEST, unit="lsoa21", part=55, whole=55)
    put("overlap", FELL, MERGER, other=NEW, unit="lsoa21", part=55, whole=55)
    put("overlap", WEST_COUNCIL, ACT, MERGER, other=WEST, unit="lsoa21", part=465, whole=465)
    put("overlap", WEST_COUNCIL, MERGER, other=WEST, unit="lsoa21", part=410, whole=465)
    put("overlap", WEST_COUNCIL, MERGER, other=NEW, unit="lsoa21", part=55, whole=465)
    for council, (code, _, _) in AREAS.items():
        icb = {EASTVALE_COUNCIL: EAST, FELL: WEST, MARCH: WEST, WEST_COUNCIL: WEST}.get(council, NORTH)
        if council in (FELL,):
            put("placement", f"demo-area.{code.lower()}", ACT, MERGER, scheme="demo-area", code=code, body=WEST)
            put("placement", f"demo-area.{code.lower()}", MERGER, scheme="demo-area", code=code, body=NEW)
        elif icb == WEST:
            put("placement", f"demo-area.{code.lower()}", ACT, scheme="demo-area", code=code, body=WEST)
        else:
            put("placement", f"demo-area.{code.lower()}", ACT, MERGER, scheme="demo-area", code=code, body=icb)
            put("placement", f"demo-area.{code.lower()}", MERGER, scheme="demo-area", code=code, body=NEW)
    for board, council, name in [(COUNTY_HWB, COUNTY, "Northmoor County"), (CITY_HWB, CITY, "Harbour City")]:
        body(board, "health-and-wellbeing-board", "statutory-committee", f"{name} Health and Wellbeing Board")
        relate(board, "part-of", council)
    for watch, council, name in [(COUNTY_WATCH, COUNTY, "Northmoor County"), (CITY_WATCH, CITY, "Harbour City")]:
        body(watch, "healthwatch", "charity", f"Healthwatch {name}")
        relate(watch, "serves", council)
    body(SCRUTINY, "scrutiny-committee", "statutory-committee", "Northmoor Joint Health Scrutiny Committee")
    for council in (COUNTY, CITY, MARCH):
        relate(SCRUTINY, "part-of", council)

    # Voluntary and independent bodies, general practice together.
    for identifier, kind, form, name in [
        (ALLIANCE, "voluntary-alliance", "charity", "Northmoor Voluntary Alliance"),
        (CIC, "voluntary-organisation", "cic", "Harbour Care Community Interest Company"),
        (HOSPICE, "voluntary-organisation", "charity", "Lighthouse Hospice"),
        (CLINIC, "independent-provider", "company", "Moor Edge Independent Hospital"),
        (SCANNING, "independent-provider", "company", "Clearview Scanning"),
        (CARE, "professional-body", "company", "Northmoor Care Association"),
        (FEDERATION, "gp-federation", "company", "Northmoor Practices Federation"),
    ]:
        body(identifier, kind, form, name)

    # Working together: side by side, up and down, and over several boards.
    for collaborative, name, members in [
        (HORIZONTAL, "Hospitals Together", [HARBOUR_FT, CHEST]),
        (VERTICAL, "Vale Together", [MINDS, CHEST, FEDERATION, HOSPICE]),
        (MULTI, "Minds Together", [MINDS, AMBULANCE]),
    ]:
        body(collaborative, "provider-collaborative", "none", name, "2022-04-01")
        for member in members:
            relate(member, "member-of", collaborative, "2022-04-01")
        for icb, since, until in ((NORTH, ACT, MERGER), (NEW, MERGER, "")):
            relate(collaborative, "part-of", f"{system(icb)}.ics", since, until)
    with book.mended(20):
        relate(COUNTY_FT, "member-of", HORIZONTAL, "2022-04-01")
    relate(MULTI, "part-of", "westmere.ics", ACT)
    body(IHO, "contract-designation", "contract-designation", "Vale integrated health organisation", MERGER)
    relate(IHO, "held-by", MINDS, MERGER, note="a title that comes with the Vale contract; the trust answers for it")

    # Places, neighbourhoods, networks and practices.
    for place, (name, people, _) in PLACES.items():
        body(place, "place-partnership", "none", f"{name} place partnership", ACT, short=name)
        relate(place, "part-of", "northmoor.ics", ACT, MERGER)
        relate(place, "part-of", "northmoor-and-eastvale.ics", MERGER)
        for hood in NEIGHBOURHOODS[place]:
            body(f"{place}.{slug(hood)}", "neighbourhood", "none", f"{hood} neighbourhood", ACT)
            relate(f"{place}.{slug(hood)}", "part-of", place, ACT)
    for hood, over in STRADDLING.items():
        identifier = f"northmoor.{slug(hood)}"
        body(identifier, "neighbourhood", "none", f"{hood} neighbourhood", ACT)
        for place in over:
            relate(identifier, "part-of", place, ACT, note="straddles two places")
    networks = {}
    for practice, name, place, network, people in practices():
        if network not in networks:
            networks[network] = place
            number = network.rsplit("-", 1)[1]
            body(network, "primary-care-network", "partnership-agreement", f"{PLACES[place][0]} Network {number}", "2019-07-01")
            relate(network, "part-of", place, ACT)
        body(practice, "general-practice", "contractor-practice", name, "2013-04-01")
        relate(practice, "member-of", network, "2019-07-01")
        relate(practice, "part-of", NORTH, ACT, MERGER)
        relate(practice, "part-of", NEW, MERGER)
    assert sum(size for *_, size in practices()) == 1_240_000
    assert len(practices()) == 58 and len(networks) == 24
    assert sum(map(len, NEIGHBOURHOODS.values())) + len(STRADDLING) == 26
    for icb, areas, until in ((NORTH, "northmoor", MERGER), (NEW, "northmoor-and-eastvale", "")):
        since = ACT if icb == NORTH else MERGER
        for group in ("on-a-practice-list", "resident-and-on-no-list"):
            put("responsibility", f"{areas}.responsibility.{group}", since, until, people=group, area=areas, board=icb, by=icb)
