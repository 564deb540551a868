#!/usr/bin/env python3
"""Write the shipped reference register as a folder of readable text.

    python3 Tools/make-reference.py DATA [RECORD]

DATA    a folder of open official files (ONS lookups, NHS England files); which
        ones, and what is taken from each, is said in docs/reference-data.md
        and in the `sources.tsv` that this script writes.
RECORD  where to write; default Sources/Reference/record beside this script's
        folder.

The text files are the product; this script only saves typing and proves them.
It needs nothing but Python 3.9 and reads no network. The same inputs give the
same bytes. It stops with a message, and writes nothing, when any of the
checks at its end fails.

The format, in short: UTF-8 (NFC), LF, tab-separated, first line column names,
    fact from until audience certainty source subject …fields
rows sorted by the bytes of (subject, from, whole line); periods half-open;
dates may be partial: `2017-06`, `2016`, `<2017-06`, `>2019`, `?`; an empty
`from` means no known start, an empty `until` means not ended.

How the script is laid out: reading; the tables; then one section per kind of
body in the order of history (national, councils, groups, partnerships, boards
of 2022, boards of 2026); quantities (shares, overlaps, placements); tiles;
claims; terms; and last the checks.
"""
import csv
import json
import os
import re
import sys
import unicodedata
from collections import Counter, defaultdict

# ------------------------------------------------------------------ reading

if len(sys.argv) < 2:
    sys.exit(__doc__)
DATA = sys.argv[1]
HERE = os.path.dirname(os.path.abspath(__file__))
RECORD = sys.argv[2] if len(sys.argv) > 2 else os.path.join(
    HERE, "..", "Sources", "Reference", "record")


def table(path):
    """Rows of a CSV with a header, every cell text, byte-order mark dropped."""
    with open(os.path.join(DATA, path), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def ods(path):
    """Rows of an ODS file: no header, 27 columns."""
    with open(os.path.join(DATA, path), encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


CCG21 = table("ref/CCG21_STP21_NHSER21_ONS_original.csv")
LSOA11_CCG = {r["LSOA11CD"]: r["CCG21CDH"] for r in table("lookup/LSOA11_CCG21_LAD21_ONS_original.csv")}
LSOA11 = {r["lsoa11_code"]: r for r in table("lookup/lsoa11_sicbl22_icb22_lad22.csv")}
LSOA21 = {r["lsoa21_code"]: r for r in table("lookup/lsoa21_sicbl24_icb24.csv")}
LSOA11_26 = {r["lsoa11_code"]: r for r in table("lookup/lsoa11_icb22_to_icb26_derived.csv")}
LSOA21_26 = {r["lsoa21_code"]: r for r in table("lookup/lsoa21_icb24_to_icb26_derived.csv")}
LSOA21_LAD = {r["lsoa21_code"]: (r["ltla24_code"], r["ltla24_name"])
              for r in table("lookup/lsoa21_ward24_lad24_ew.csv") if r["lsoa21_code"][0] == "E"}
UPPER = {r["ltla23_code"]: (r["utla23_code"], r["utla23_name"])
         for r in table("lookup/lad23_utla23_ew.csv") if r["ltla23_code"][0] == "E"}
SICBL24 = table("ref/SICBL24_ICB24_NHSER24_ONS_original.csv")
SICBL26 = table("ref/sicbl26_icb26_codes_n_lsoa21_derived_from_thirdparty.csv")
ICB22 = table("ref/icb_2022_list_42_derived.csv")
ICB26 = table("ref/icb_2026_list_36_derived.csv")
SUCCESSION26 = table("ref/icb_succession_2026_16rows_derived.csv")
CLUSTERS = table("governance/icb_board_papers_and_clusters_2026-08.csv")
PEOPLE = {r["lsoa11_code"]: int(r["total_population"])
          for r in table("pop/pop_mid2020_lsoa11_persons_single_year.csv")}
PRACTICES = table("finance/wp_2025_26.csv")
MAPPING = table("gp/GPAD_Practice_Level_Mapping_Aug25.csv")
EPRACCUR = ods("ods/epraccur_2025-09.csv")
ETR26 = ods("ods/etr_2026-04.csv")
IMD19 = table("imd/imd2019_lsoa11_ranks_deciles.csv")
IMD25 = table("imd/imd2025_lsoa21_scores_ranks_deciles.csv")
HEX = table("geo/ics42_hexgrid_row_col.csv")

START, CHICHESTER, MERGERS = "2022-07-01", "2023-04-01", "2026-04-01"

# ------------------------------------------------------------------- tables

COMMON = ["fact", "from", "until", "audience", "certainty", "source", "subject"]
KINDS = {
    "sources": ("source-1", ["title", "publisher", "published", "address", "licence", "note"]),
    "bodies": ("body-1", ["kind"]),
    "legal-forms": ("legal-form-1", ["form"]),
    "names": ("name-1", ["name", "usage"]),
    "codes": ("code-1", ["scheme", "code"]),
    "relations": ("relation-1", ["type", "object", "instrument", "note"]),
    "roles": ("role-1", ["role"]),
    "successions": ("succession-1", ["event", "successor", "status", "instrument", "note"]),
    "shares": ("share-1", ["successor", "basis", "unit", "part", "whole"]),
    "overlaps": ("overlap-1", ["other", "unit", "part", "whole"]),
    "placements": ("placement-1", ["scheme", "code", "body"]),
    "tiles": ("tile-1", ["map", "row", "column", "label"]),
    "claims": ("claim-1", ["statement", "value", "unit", "text", "as-at", "status", "finding"]),
    "terms": ("term-1", ["term", "meaning", "kind", "note"]),
    "measure-profiles": ("measure-profile-1", ["polarity", "cadence", "theme", "data-set", "owner", "lag"]),
    "disclosure": ("disclosure-1", ["rule"]),
    "targets": ("target-1", ["sort", "value", "body", "name"]),
    "series-notes": ("series-note-1", ["body", "effect", "text"]),
}
ROWS = {name: [] for name in KINDS}
CERTAINTIES = {"official", "derived", "reported", "remembered", "assumed"}


def put(file, subject, *fields, since="", until="", certainty="official", source="concordat-reference"):
    """Add one fact. `since` and `until` are the record's from and until."""
    assert len(fields) == len(KINDS[file][1]), (file, subject, fields)
    assert certainty in CERTAINTIES, certainty
    if certainty == "official" and source.startswith("ods-icb-mergers-2026"):
        certainty = "derived"       # read through an extract, not from the workbook itself
    ROWS[file].append((since, until, certainty, source, subject) + tuple(str(f) for f in fields))


def slug(text):
    """A readable identifier part: lower case, words joined by hyphens."""
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", text.lower().replace("'", "")).strip("-")


def body(subject, kind, form, name, since="", until="", certainty="official",
         source="concordat-reference", usage="official", form_certainty="derived", form_source=None):
    """A body with its legal form and first name, all for its whole life."""
    put("bodies", subject, kind, since=since, until=until, certainty=certainty, source=source)
    put("legal-forms", subject, form, since=since, until=until, certainty=form_certainty,
        source=form_source or source)
    if name:
        put("names", subject, name, usage, since=since, until=until, certainty=certainty, source=source)


# ------------------------------------------------------------------ sources

OGL = "Open Government Licence v3.0"
ONS, NHSE = "Office for National Statistics", "NHS England"
for identifier, title, publisher, published, address, licence, note in [
    ("ons-ccg21-stp21-nhser21", "Clinical Commissioning Groups to Sustainability and Transformation Partnerships to NHS England Regions (April 2021) lookup in England", ONS, "2021", "https://geoportal.statistics.gov.uk", OGL, "106 groups, 42 partnerships, 7 regions"),
    ("ons-lsoa11-ccg21-lad21", "LSOA (2011) to Clinical Commissioning Groups to Local Authority Districts (April 2021) lookup in England", ONS, "2021", "https://geoportal.statistics.gov.uk", OGL, "32,844 small areas"),
    ("ons-lsoa11-icb22-lad22", "LSOA (2011) to Sub-ICB Locations to Integrated Care Boards to Local Authority Districts (2022) lookup in England", ONS, "2022", "https://geoportal.statistics.gov.uk", OGL, "32,844 small areas, 106 sub-ICB locations, 42 boards, 309 districts"),
    ("ons-lsoa21-icb24", "LSOA (2021) to Sub-ICB Locations to Integrated Care Boards (2023 and 2024) lookup in England", ONS, "2024", "https://geoportal.statistics.gov.uk", OGL, "33,755 small areas, 106 sub-ICB locations, 42 boards"),
    ("ons-sicbl24-icb24-nhser24", "Sub-ICB Locations to Integrated Care Boards to NHS England Regions (April 2024) lookup in England", ONS, "2024", "https://geoportal.statistics.gov.uk", OGL, ""),
    ("ons-lsoa11-lsoa21-lad22", "LSOA (2011) to LSOA (2021) to Local Authority District (2022) lookup", ONS, "2022", "https://geoportal.statistics.gov.uk", OGL, ""),
    ("ons-lsoa21-ward24-lad24", "LSOA (2021) to Ward to Local Authority District (2024) best-fit lookup", ONS, "2024", "https://geoportal.statistics.gov.uk", OGL, "33,755 English small areas, 296 districts"),
    ("ons-lad23-utla23", "Lower tier to upper tier local authorities (April 2023) lookup in England and Wales", ONS, "2023", "https://geoportal.statistics.gov.uk", OGL, ""),
    ("ons-population-mid-2020", "Lower layer Super Output Area population estimates, mid-2020", ONS, "2021", "https://www.ons.gov.uk", OGL, "all ages, England 56,550,138"),
    ("ons-icb-boundaries-2023", "Integrated Care Boards (April 2023) boundaries EN BSC", ONS, "2023", "https://geoportal.statistics.gov.uk", OGL, "used only to see which boards touch"),
    ("imd-2019", "English indices of deprivation 2019", "Ministry of Housing, Communities and Local Government", "2019-09-26", "https://www.gov.uk/government/statistics/english-indices-of-deprivation-2019", OGL, "by LSOA 2011"),
    ("imd-2025", "English indices of deprivation 2025", "Ministry of Housing, Communities and Local Government", "2025", "https://www.gov.uk/government/collections/english-indices-of-deprivation", OGL, "by LSOA 2021"),
    ("ods-icb-mergers-2026", "ODS Change Summary: ICB Mergers Phase 1, April 2026", "NHS England, Organisation Data Service", "2025-11-06", "https://digital.nhs.uk/services/organisation-data-service", OGL, "version 1, issued before the orders; read through an extract of 16 rows (row numbers are the extract's), hence derived. Its outcome agrees with the trusts file of April 2026 and the practice map of August 2026. Legal dates are used, not the later operational closing"),
    ("ods-trusts-2026-04", "ODS data file of NHS trusts (etr), April 2026", "NHS England, Organisation Data Service", "2026-04", "https://digital.nhs.uk/services/organisation-data-service", OGL, "its parent codes are the 36 boards"),
    ("ods-practices-2025-09", "ODS data file of prescribing cost centres (epraccur), September 2025", "NHS England, Organisation Data Service", "2025-09", "https://digital.nhs.uk/services/organisation-data-service", OGL, "practice to sub-ICB location, where the appointments mapping is silent"),
    ("nhse-practice-map-2026-08", "Patients Registered at a GP Practice: mapping, August 2026", NHSE, "2026-08", "https://digital.nhs.uk/data-and-information/publications/statistical/patients-registered-at-a-gp-practice", OGL, "36 board and 106 sub-ICB location codes and names, read through an open list (OGL) found equal to it; hence derived, not official"),
    ("nhse-appointments-mapping-2025-08", "Appointments in General Practice: practice level mapping, August 2025", NHSE, "2025-08", "https://digital.nhs.uk/data-and-information/publications/statistical/appointments-in-general-practice", OGL, "practice to network, sub-ICB location, board, region"),
    ("nhse-weighted-populations-2025-26", "ICB allocations 2025/26: practice level weighted populations", NHSE, "2025", "https://www.england.nhs.uk/allocations/", OGL, "6,348 practices, 63,849,324 registered people"),
    ("nhse-waiting-times-2026-01", "Consultant-led referral to treatment waiting times, January 2026, full extract", NHSE, "2026-03", "https://www.england.nhs.uk/statistics/statistical-work-areas/rtt-waiting-times/", OGL, "names and codes of the commissioning hubs"),
    ("icb-board-list-2026-08", "Board and cluster list of England's integrated care boards with their board-paper pages, August 2026", "open compilation, public domain (CC0)", "2026-08", "", "CC0 1.0", "not official; names the clusters; nine over twenty boards"),
    ("ics-hex-grid-2022", "Hexagonal grid of the 42 integrated care systems (2022)", "NHS body, hosted without a licence file", "2022", "", "not stated", "only row, column and short label of each system are taken; labels cleaned"),
    ("nhse-oversight-2025-26", "NHS Oversight Framework 2025/26: mental health and community trust data", NHSE, "2026", "https://www.england.nhs.uk/nhs-oversight-framework/", OGL, "domains and measures of the framework"),
    ("nhse-trusts-partnerships-2022", "NHS trusts (2022) to Sustainability and Transformation Partnerships (2021) lookup", "NHS England and the Office for Health Improvement and Disparities", "2022", "", OGL, "acute, mental health, community and specialist trusts; not care trusts"),
    ("act-2006-41", "National Health Service Act 2006", "Parliament", "2006", "https://www.legislation.gov.uk/ukpga/2006/41", OGL, "as amended"),
    ("act-2007-28", "Local Government and Public Involvement in Health Act 2007", "Parliament", "2007", "https://www.legislation.gov.uk/ukpga/2007/28", OGL, "section 116ZA: integrated care partnerships"),
    ("act-2012-7", "Health and Social Care Act 2012", "Parliament", "2012", "https://www.legislation.gov.uk/ukpga/2012/7", OGL, "health and wellbeing boards; public health to councils"),
    ("act-2022-31", "Health and Care Act 2022", "Parliament", "2022", "https://www.legislation.gov.uk/ukpga/2022/31", OGL, "appointed day 1 July 2022: SI 2022/632"),
    ("brief-000", "Brief text 000: lines drawn from an encyclopaedia text on integrated care systems", "unknown", "", "", "text not reproduced", "ten lines"),
    ("brief-001", "Brief text 001: encyclopaedia text on integrated care systems", "unknown", "", "", "text not reproduced", "describes matters up to July 2022"),
    ("brief-002", "Brief text 002: older encyclopaedia text on integrated care systems", "unknown", "", "", "text not reproduced", "describes matters up to January 2019"),
    ("brief-003", "Brief text 003: member briefing on the ICS Design Framework", "NHS Confederation", "2021-06-16", "", "text not reproduced", ""),
    ("brief-004", "Brief text 004: Integrated care systems explained: making sense of systems, places and neighbourhoods", "The King's Fund", "2021-05-11", "https://www.kingsfund.org.uk/publications/integrated-care-systems-explained", "text not reproduced", ""),
    ("nhs-constitution-handbook", "Handbook to the NHS Constitution for England", "Department of Health and Social Care", "2023", "https://www.gov.uk/government/publications/supplements-to-the-nhs-constitution-for-england", OGL, "standards for waiting; written from memory"),
    ("nhse-planning-guidance", "NHS operational planning guidance, 2023/24 to 2025/26", NHSE, "2025", "https://www.england.nhs.uk/operational-planning-and-contracting/", OGL, "ambitions for a year; written from memory"),
    ("nhse-planning-framework-2026", "Medium Term Planning Framework 2026/27 to 2028/29", NHSE, "2025-10", "https://www.england.nhs.uk/publication/medium-term-planning-framework/", OGL, "read through briefings of others"),
    ("small-numbers-as-published", "Official aggregates pass as their publishers released them", "Concordat", "2026-11-22", "", "CC0 1.0", "each publisher clears its figures by a disclosure control of its own before it releases them, and nothing finer is known here: that this was done is assumed, measure by measure"),
    ("nhse-emergency-care-2023", "A&E attendances and emergency admissions: monthly statistics, May and June 2023", NHSE, "2023-07", "https://www.england.nhs.uk/statistics/statistical-work-areas/ae-waiting-times-and-activity/", OGL, "trusts that had tested other standards report four-hour waits again from May or June 2023"),
    ("concordat-reference", "Concordat reference register: own derivations and recollections", "Concordat", "2026-11-21", "", "CC0 1.0", "each row says whether it is derived, remembered or assumed"),
]:
    ROWS["sources"].append(("", "", "official" if identifier != "concordat-reference" else "derived", "",
                            identifier, title, publisher, published, address, licence, note))

# -------------------------------------------- national bodies and the regions

MEMORY = dict(certainty="remembered")
for subject, kind, form, name, since, until, certainty, source in [
    ("national.secretary-of-state", "office-holder", "crown", "Secretary of State for Health and Social Care", "2018-01", "", "remembered", "concordat-reference"),
    ("national.department-of-health-and-social-care", "government-department", "crown", "Department of Health and Social Care", "2018-01", "", "remembered", "concordat-reference"),
    ("national.nhs-england", "national-body", "non-departmental-public-body", "", "2012-10-01", "", "remembered", "concordat-reference"),
    ("national.nhs-improvement", "regulator", "none", "NHS Improvement", "2016-04-01", "2022-07-01", "remembered", "concordat-reference"),
    ("national.monitor", "regulator", "non-departmental-public-body", "Monitor", "2004", "2022-07-01", "remembered", "concordat-reference"),
    ("national.nhs-trust-development-authority", "national-body", "special-health-authority", "NHS Trust Development Authority", "2012", "2022-07-01", "remembered", "concordat-reference"),
    ("national.health-education-england", "national-body", "non-departmental-public-body", "Health Education England", "2012", "2023-04-01", "remembered", "concordat-reference"),
    ("national.care-quality-commission", "regulator", "non-departmental-public-body", "Care Quality Commission", "2009-04-01", "", "remembered", "concordat-reference"),
    ("national.healthwatch-england", "healthwatch", "statutory-committee", "Healthwatch England", "2012-10", "", "remembered", "concordat-reference"),
    ("national.nice", "national-body", "non-departmental-public-body", "National Institute for Health and Care Excellence", "1999", "", "remembered", "concordat-reference"),
    ("national.hssib", "national-body", "non-departmental-public-body", "Health Services Safety Investigations Body", "2023-10-01", "", "remembered", "concordat-reference"),
]:
    body(subject, kind, form, name, since, until, certainty, source, form_certainty="remembered")
put("names", "national.nhs-england", "National Health Service Commissioning Board", "official", since="2012-10-01", until=START, **MEMORY)
put("names", "national.nhs-england", "NHS Commissioning Board", "alias", since="2012-10-01", until=START, **MEMORY)
put("names", "national.nhs-england", "NHS England", "alias", since="2013", until=START, **MEMORY)
put("names", "national.nhs-england", "NHS England", "official", since=START, **MEMORY)
put("names", "national.nhs-england", "NHS England and NHS Improvement", "alias", since="2019", until=START,
    certainty="reported", source="brief-003")
put("names", "national.nhs-england", "NHSEI", "alias", since="2019", until=START, certainty="reported", source="brief-003")
put("names", "national.nhs-england", "NHSE", "short", since="2013", certainty="reported", source="brief-003")
put("codes", "national.nhs-england", "ods", "X24", since="2013", **MEMORY)
for subject, short, since, until in [
    ("department-of-health-and-social-care", "DHSC", "2018-01", ""), ("care-quality-commission", "CQC", "2009-04-01", ""),
    ("nice", "NICE", "1999", ""), ("hssib", "HSSIB", "2023-10-01", ""), ("health-education-england", "HEE", "2012", "2023-04-01")]:
    put("names", "national." + subject, short, "short", since=since, until=until, **MEMORY)
for part in ["monitor", "nhs-trust-development-authority"]:
    put("relations", "national." + part, "part-of", "national.nhs-improvement", "",
        "worked under one name; each kept its own legal personality", since="2016-04-01", until=START, **MEMORY)
    put("successions", "national." + part, "merge", "national.nhs-england", "in-force",
        "Health and Care Act 2022, sections 33 and 36", "functions passed to NHS England", since=START, **MEMORY)
put("successions", "national.health-education-england", "merge", "national.nhs-england", "in-force", "",
    "functions passed to NHS England", since="2023-04-01", **MEMORY)
put("relations", "national.healthwatch-england", "part-of", "national.care-quality-commission",
    "Health and Social Care Act 2012, section 181", "a committee of the commission", since="2012-10", **MEMORY)

REGIONS = {"Y56": "London", "Y58": "South West", "Y59": "South East", "Y60": "Midlands",
           "Y61": "East of England", "Y62": "North West", "Y63": "North East and Yorkshire"}
REGION_ID = {code: "region." + slug(name) for code, name in REGIONS.items()}
REGION_ID_BY_NAME = {name: REGION_ID[code] for code, name in REGIONS.items()}
region_old = {r["NHSER21CDH"]: r["NHSER21CD"] for r in CCG21}
region_new = {r["NHSER24CDH"]: r["NHSER24CD"] for r in SICBL24}
for code, name in REGIONS.items():
    subject = REGION_ID[code]
    body(subject, "nhs-region", "none", name + " (NHS region)", "2019", certainty="remembered", form_certainty="remembered")
    put("names", subject, name, "short", since="2019", certainty="official", source="ons-ccg21-stp21-nhser21#region=" + code)
    put("relations", subject, "part-of", "national.nhs-england", "", "a regional team, without legal personality", since="2019", **MEMORY)
    put("codes", subject, "ods", code, since="<2021-05", source="ons-ccg21-stp21-nhser21#region=" + code)
    old, new = region_old[code], region_new[code]
    if old == new:
        put("codes", subject, "ons", old, since="<2021-05", source="ons-ccg21-stp21-nhser21#region=" + code)
    else:
        # The four regions recoded are exactly the four whose areas changed when
        # Bassetlaw, Glossop and nine small areas near Peterborough moved.
        put("codes", subject, "ons", old, since="<2021-05", until=START, certainty="derived", source="ons-ccg21-stp21-nhser21#region=" + code)
        put("codes", subject, "ons", new, since=START, certainty="derived", source="ons-sicbl24-icb24-nhser24#region=" + code)

HUBS = [("13Q", "National Commissioning Hub 1", None), ("13R", "London Commissioning Hub", "Y56"),
        ("14A", "Midlands Commissioning Hub", "Y60"), ("14E", "East of England Commissioning Hub", "Y61"),
        ("14F", "South West Commissioning Hub", "Y58"), ("14G", "South East Commissioning Hub", "Y59"),
        ("27T", "North West Commissioning Hub", "Y62"), ("85J", "North East and Yorkshire Commissioning Hub", "Y63"),
        ("14M", "London Health and Justice Commissioning Hub", "Y56"),
        ("14Q", "Midlands Health and Justice Commissioning Hub", "Y60"),
        ("14R", "East of England Health and Justice Commissioning Hub", "Y61"),
        ("14T", "South West Health and Justice Commissioning Hub", "Y58"),
        ("32T", "North West Health and Justice Commissioning Hub", "Y62"),
        ("76A", "North East and Yorkshire Health and Justice Commissioning Hub", "Y63"),
        ("97T", "South East Health and Justice Commissioning Hub", "Y59")]
for code, name, region in HUBS:
    subject, locator = "hub." + code.lower(), "nhse-waiting-times-2026-01#commissioner=" + code
    body(subject, "commissioning-hub", "none", name, "<2026-02", source=locator, form_certainty="remembered",
         form_source="concordat-reference")
    if "Health and Justice" in name:
        put("names", subject, name.replace(" Health and Justice", " - H&J"), "alias", since="<2026-02", source=locator)
    put("codes", subject, "ods", code, since="<2026-02", source=locator)
    put("relations", subject, "part-of", REGION_ID[region] if region else "national.nhs-england", "",
        "reported as a commissioner with no parent board", since="<2026-02", certainty="derived", source=locator)

# ------------------------------------------------------------------ councils

# The districts and counties that ended on 1 April 2023, and where each went.
REORGANISED = {
    "E10000006": ("Cumbria", "E07000026 E07000027 E07000028 E07000029 E07000030 E07000031".split()),
    "E10000023": ("North Yorkshire", "E07000163 E07000164 E07000165 E07000166 E07000167 E07000168 E07000169".split()),
    "E10000027": ("Somerset", "E07000187 E07000188 E07000189 E07000246".split()),
}
INTO_2023 = {"E07000026": "E06000063", "E07000028": "E06000063", "E07000029": "E06000063",
             "E07000027": "E06000064", "E07000030": "E06000064", "E07000031": "E06000064"}
INTO_2023.update({d: "E06000065" for d in REORGANISED["E10000023"][1]})
INTO_2023.update({d: "E06000066" for d in REORGANISED["E10000027"][1]})
NEW_2023 = sorted(set(INTO_2023.values()))
upper22 = {d: u for d, (u, _) in UPPER.items() if d not in NEW_2023}
for county, (_, districts) in REORGANISED.items():
    upper22.update({d: county for d in districts})
upper24 = {d: u for d, (u, _) in UPPER.items()}
lad22 = {r["ltla22_code"]: r["ltla22_name"] for r in LSOA11.values()}
lad24 = dict(LSOA21_LAD.values())
upper_name = {u: n for u, n in UPPER.values()}
upper_name.update({c: n for c, (n, _) in REORGANISED.items()})
# Start days remembered, not read: structural changes of 2009 and 2019-2021.
BEGAN = {c: "2009-04-01" for c in "E06000047 E06000049 E06000050 E06000051 E06000052 E06000054 E06000055 E06000056 E06000057".split()}
BEGAN.update({c: "2019-04-01" for c in "E06000058 E06000059 E07000244 E07000245 E07000246".split()})
BEGAN.update({"E06000060": "2020-04-01", "E06000061": "2021-04-01", "E06000062": "2021-04-01"})
COUNCIL_ALIAS = {"E06000010": "Hull", "E06000019": "Herefordshire", "E06000023": "Bristol"}
TIERS = {"E06": "unitary", "E07": "district", "E08": "metropolitan-district", "E09": "london-borough", "E10": "county"}


def council(code):
    return "council." + code.lower()


councils = dict(lad22)
councils.update(lad24)
councils.update({u: upper_name[u] for u in list(upper22.values()) + list(upper24.values()) if u[:3] == "E10"})
for code, name in sorted(councils.items()):
    ended = code in INTO_2023 or code in REORGANISED
    begun = "2023-04-01" if code in NEW_2023 else BEGAN.get(code, "")
    until = "2023-04-01" if ended else ""
    if code in REORGANISED:
        source, certainty = "concordat-reference", "remembered"
    elif code[:3] == "E10":
        source, certainty = "ons-lad23-utla23#" + code, "official"
    elif code in lad22:
        source, certainty = "ons-lsoa11-icb22-lad22#" + code, "official"
    else:
        source, certainty = "ons-lsoa21-ward24-lad24#" + code, "official"
    life = "remembered" if code in BEGAN or code in REORGANISED else "derived" if ended or code in NEW_2023 else "official"
    subject = council(code)
    put("bodies", subject, "council", since=begun, until=until, certainty=life, source=source)
    put("legal-forms", subject, "local-authority", since=begun, until=until, certainty="derived", source=source)
    put("names", subject, name, "official", since=begun, until=until, certainty=certainty, source=source)
    if code in COUNCIL_ALIAS:
        put("names", subject, COUNCIL_ALIAS[code], "alias", since=begun, until=until, certainty="derived", source=source)
    put("codes", subject, "ons", code, since=begun, until=until, certainty=certainty, source=source)
    tier = TIERS[code[:3]]
    tiers = {tier}
    if tier != "county":
        tiers.add("lower-tier")
    if tier != "district":
        tiers |= {"upper-tier", "social-care", "scrutiny"}
        for role in ["public-health", "health-and-wellbeing"]:
            put("roles", subject, role, since=max(begun, "2013-04-01"), until=until, certainty="derived", source="act-2012-7")
    for role in tiers:
        put("roles", subject, role, since=begun, until=until, certainty="derived", source=source)
for district in sorted(set(lad22) | set(lad24)):
    if district[:3] == "E07":
        county = upper22.get(district) or upper24[district]
        put("relations", council(district), "part-of", council(county), "", "district within the county",
            since=BEGAN.get(district, ""), until="2023-04-01" if district in INTO_2023 else "",
            certainty="remembered" if county in REORGANISED else "official",
            source="concordat-reference" if county in REORGANISED else "ons-lad23-utla23#" + district)
ORDER_2023 = {"E06000063": "Cumbria (Structural Changes) Order 2022", "E06000064": "Cumbria (Structural Changes) Order 2022",
              "E06000065": "North Yorkshire (Structural Changes) Order 2022", "E06000066": "Somerset (Structural Changes) Order 2022"}
for old, new in sorted(INTO_2023.items()):
    put("successions", council(old), "merge", council(new), "in-force", ORDER_2023[new], "one council for the whole area",
        since="2023-04-01", certainty="derived", source="ons-lad23-utla23#" + new)
for old, new in [("E10000006", "E06000063"), ("E10000006", "E06000064"), ("E10000023", "E06000065"), ("E10000027", "E06000066")]:
    split = old == "E10000006"
    put("successions", council(old), "split" if split else "convert", council(new), "in-force", ORDER_2023[new],
        "" if split else "in law the county council went on under a new status; the statistical code changed", since="2023-04-01", **MEMORY)

body("combined-authority.greater-manchester", "combined-authority", "statutory-corporation",
     "Greater Manchester Combined Authority", "2011-04-01", certainty="remembered", form_certainty="remembered")
put("codes", "combined-authority.greater-manchester", "ons", "E47000001", since="2011-04-01", **MEMORY)
GM = sorted(d for d in lad22 if "E08000001" <= d <= "E08000010")
for district in GM:
    put("relations", council(district), "member-of", "combined-authority.greater-manchester", "", "one of ten boroughs",
        since="2011-04-01", **MEMORY)

# -------------------------------- clinical commissioning groups, to 30 June 2022

MERGED_2021 = {r["CCG21CDH"] for r in CCG21 if len(r["CCG21CDH"]) == 5}
ccg_name = {r["CCG21CDH"]: r["CCG21NM"] for r in CCG21}


def area_of(name):
    """'NHS Barnsley CCG' → 'Barnsley'."""
    return re.sub(r"^NHS | CCG$", "", name)


STP_ID = {}
for r in CCG21:
    code, locator = r["CCG21CDH"], "ons-ccg21-stp21-nhser21#" + r["CCG21CDH"]
    subject = "ccg." + code.lower()
    new = code in MERGED_2021
    since, life = ("2021-04-01", "remembered") if new else ("<2021-05", "official")
    put("bodies", subject, "ccg", since=since, until=START, certainty=life, source=locator)
    put("legal-forms", subject, "statutory-corporation", since=since, until=START, certainty="derived", source=locator)
    put("names", subject, r["CCG21NM"], "official", since=since, until=START, source=locator)
    put("names", subject, area_of(r["CCG21NM"]), "short", since=since, until=START, certainty="derived", source=locator)
    put("codes", subject, "ods", code, since=since, until=START, source=locator)
    put("codes", subject, "ons", r["CCG21CD"], since=since, until=START, source=locator)

# --------------------------- sustainability and transformation partnerships

icb_short = {r["icb_ods_code"]: re.sub(r"^NHS | Integrated Care Board$", "", r["name"]) for r in ICB22}
icb_short.update({r["icb26_code_h"]: re.sub(r"^NHS | Integrated Care Board$", "", r["name"]) for r in ICB26})
ICB_ID = {code: "icb." + slug(name) for code, name in icb_short.items()}
ICS_ID = {code: "ics." + slug(name) for code, name in icb_short.items()}
ICP_ID = {code: "icp." + slug(name) for code, name in icb_short.items()}
STP_AREA = {"QF7": "South Yorkshire and Bassetlaw", "QHM": "Cumbria and North East",
            "QUA": "Black Country and West Birmingham", "QOQ": "Humber, Coast and Vale",
            "QWO": "West Yorkshire and Harrogate"}
stps = {r["STP21CDH"]: r for r in CCG21}
STP_ID = {code: "stp." + slug(STP_AREA.get(code, icb_short[code])) for code in stps}
ICS_FROM = {"QM7": "2020-05", "QOQ": "2020-05", "QWE": "2020-05", "QNX": "2020-05"}
for code, r in stps.items():
    subject, locator = STP_ID[code], "ons-ccg21-stp21-nhser21#stp=" + code
    area = STP_AREA.get(code, icb_short[code])
    # Codes from E54000048 on were issued after the first run of 2016, so those
    # footprints were redrawn or recoded since; when is not in the data.
    redrawn = int(r["STP21CD"][-3:]) >= 48
    since = "<2021-05" if redrawn else "2016"
    put("bodies", subject, "stp", since=since, until=START, certainty="official" if redrawn else "reported",
        source=locator if redrawn else "brief-004")
    put("legal-forms", subject, "none", since=since, until=START, certainty="reported", source="brief-004")
    put("names", subject, r["STP21NM"], "official", since="<2021-05", until=START, source=locator)
    put("names", subject, area, "short", since=since, until=START, certainty="derived", source=locator)
    put("names", subject, area + " Sustainability and Transformation Partnership", "former", since=since, until="<2021-05", certainty="derived", source="brief-004")
    named = code in ICS_FROM
    put("names", subject, area + " Integrated Care System", "alias", since=ICS_FROM.get(code, "<2021-05"), until=START,
        certainty="reported" if named else "derived", source="brief-001" if named else "brief-004")
    put("codes", subject, "ods", code, since="<2021-05", until=START, source=locator)
    put("codes", subject, "ons", r["STP21CD"], since="<2021-05", until=START, source=locator)
    put("relations", subject, "part-of", REGION_ID[r["NHSER21CDH"]], "", "", since="<2021-05", until=START, source=locator)
put("names", STP_ID["QF7"], "South Yorkshire and Bassetlaw ICS", "alias", since="<2021-06", until=START, certainty="reported", source="brief-004")
put("names", STP_ID["QWO"], "West Yorkshire and Harrogate ICS", "alias", since="<2021-06", until=START, certainty="derived", source="brief-004")
for r in CCG21:
    code = r["CCG21CDH"]
    put("relations", "ccg." + code.lower(), "part-of", STP_ID[r["STP21CDH"]], "", "",
        since="2021-04-01" if code in MERGED_2021 else "<2021-05", until=START, source="ons-ccg21-stp21-nhser21#" + code)

# The eight first-wave accountable care systems, June 2017.
ACS = [("frimley", "Frimley Health and Care System", "Frimley", "QNQ", "the same area"),
       ("south-yorkshire-and-bassetlaw", "South Yorkshire and Bassetlaw", "", "QF7", "the same area"),
       ("nottinghamshire", "Nottinghamshire", "", "QT1", "began with Greater Nottingham and the south of the partnership"),
       ("blackpool-and-fylde-coast", "Blackpool and Fylde Coast", "", "QE1", "part of the partnership; expected to be able to grow to the whole"),
       ("dorset", "Dorset", "", "QVV", "the same area"),
       ("luton-with-milton-keynes-and-bedfordshire", "Luton, with Milton Keynes and Bedfordshire", "Bedfordshire, Luton and Milton Keynes", "QHG", "the same area"),
       ("west-berkshire", "West Berkshire", "Berkshire West", "QU9", "part of the later partnership"),
       ("buckinghamshire", "Buckinghamshire", "", "QU9", "part of the later partnership")]
for key, name, alias, code, note in ACS:
    subject = "acs." + key
    body(subject, "acs", "none", name, "2017-06", "<2021-05", "reported", "brief-001", form_certainty="derived")
    put("names", subject, name + " accountable care system", "former", since="2017-06", until="2018-02", certainty="reported", source="brief-001")
    put("names", subject, name + " integrated care system", "alias", since="2018-02", until="<2021-05", certainty="derived", source="brief-001")
    if alias:
        put("names", subject, alias, "alias", since="2017-06", until="<2021-05", certainty="derived")
    put("relations", subject, "part-of", STP_ID[code], "", note, since="2017-06", until="<2021-05", certainty="derived", source="brief-001")
    put("successions", subject, "convert", STP_ID[code], "in-force", "",
        "called an integrated care system from February 2018; the systems of April 2021 are the 42 partnerships: " + note,
        since="<2021-05", certainty="derived", source="brief-001")
body("partnership.greater-nottingham", "place-partnership", "partnership-agreement", "Greater Nottingham Transformation Partnership",
     "?", "?", "reported", "brief-002", form_certainty="assumed")
put("relations", "partnership.greater-nottingham", "part-of", "acs.nottinghamshire", "", "the first area of the system; seven public bodies and Circle Health",
    since="2017-06", until="<2021-05", certainty="reported", source="brief-002")
for subject, name, partner, note in [
    ("provider.virgin-care", "Virgin Care", "acs.frimley", "one of five mental health and community providers"),
    ("provider.circle-health", "Circle Health", "partnership.greater-nottingham", "the one member that was not a public body")]:
    body(subject, "independent-provider", "company", name, "<2017-07", certainty="reported", source="brief-001", form_certainty="remembered")
    put("relations", subject, "member-of", partner, "", note, since="<2017-07" if partner.startswith("acs") else "?",
        until="<2021-05" if partner.startswith("acs") else "?", certainty="reported", source="brief-001" if partner.startswith("acs") else "brief-002")

# ---------------------------------- boards, partnerships and systems, 2022 and 2026

ended_2026 = {r["predecessor_ods"] for r in SUCCESSION26}
row_2026 = {(r["predecessor_ods"], r["successor_ods"]): i + 1 for i, r in enumerate(SUCCESSION26)}
old22 = {r["icb_ods_code"]: r for r in ICB22}
new26 = {r["icb26_code_h"]: r for r in ICB26}
TRADING = {r["ods_code"]: r["alt_names"] for r in CLUSTERS if r["alt_names"]}
for code in sorted(set(old22) | set(new26)):
    short, is_new = icb_short[code], code not in old22
    since, until = (MERGERS if is_new else START), (MERGERS if code in ended_2026 else "")
    name = (new26 if is_new else old22)[code]["name"]
    board, system, partnership = ICB_ID[code], ICS_ID[code], ICP_ID[code]
    source = "ods-icb-mergers-2026#" + code if is_new else "ons-lsoa11-icb22-lad22#" + code
    # A new board's being there, and its code, are read from the trusts file itself.
    seen = "ods-trusts-2026-04#" + code if is_new else source
    put("bodies", board, "icb", since=since, until=until, source=seen if not until else "ods-icb-mergers-2026#" + code)
    put("legal-forms", board, "statutory-corporation", since=since, until=until, certainty="derived", source="act-2006-41#section-14Z25")
    put("names", board, name, "official", since=since, until=until, source=source)
    put("names", board, short, "short", since=since, until=until, certainty="derived", source=source)
    put("names", board, short + " ICB", "alias", since=since, until=until, certainty="derived", source=source)
    if code in TRADING:
        put("names", board, TRADING[code], "alias", since="<2026-09", until=until, certainty="reported", source="icb-board-list-2026-08#" + code)
    put("codes", board, "ods", code, since=since, until=until, source=seen)
    region = REGION_ID_BY_NAME[(new26 if is_new else old22)[code]["nhs_region"]]
    put("relations", board, "part-of", region, "", "", since=since, until=until,
        source="ods-trusts-2026-04#" + code if is_new else "ons-sicbl24-icb24-nhser24#" + code, certainty="derived" if is_new else "official")
    # ONS codes: a new one when the area changed.
    steps = []
    if is_new:
        steps = [(MERGERS, "", new26[code]["icb_ons_code"], "derived", "nhse-practice-map-2026-08#" + code)]
    else:
        first, second = old22[code]["icb_ons_code_2022"], old22[code]["icb_ons_code_2023_on"]
        third = new26[code]["icb_ons_code"] if code in new26 else second
        cuts = [(START, first, "official", "ons-lsoa11-icb22-lad22#" + code)]
        if second != first:
            cuts.append((CHICHESTER, second, "official", "ons-lsoa21-icb24#" + code))
        if third != second:
            cuts.append((MERGERS, third, "derived", "nhse-practice-map-2026-08#" + code))
        for i, (start, ons, certainty, where) in enumerate(cuts):
            steps.append((start, cuts[i + 1][0] if i + 1 < len(cuts) else until, ons, certainty, where))
    for start, end, ons, certainty, where in steps:
        put("codes", board, "ons", ons, since=start, until=end, certainty=certainty, source=where)
    # The system and the partnership that goes with each board.
    put("bodies", system, "ics", since=since, until=until, certainty="derived", source=source)
    put("legal-forms", system, "none", since=since, until=until, certainty="derived", source="act-2022-31")
    put("names", system, short + " Integrated Care System", "official", since=since, until=until, certainty="derived", source=source)
    put("names", system, short, "short", since=since, until=until, certainty="derived", source=source)
    put("bodies", partnership, "icp", since=since, until=until, certainty="assumed" if is_new else "derived", source="act-2007-28#section-116ZA")
    put("legal-forms", partnership, "statutory-committee", since=since, until=until, certainty="assumed" if is_new else "derived", source="act-2007-28#section-116ZA")
    put("names", partnership, short + " Integrated Care Partnership", "official", since=since, until=until, certainty="assumed" if is_new else "derived", source="act-2007-28#section-116ZA")
    put("names", partnership, short + " health and care partnership", "alias", since=since, until=until, certainty="assumed" if is_new else "derived", source="brief-004")
    put("relations", board, "serves", system, "NHS Act 2006, section 14Z25", "", since=since, until=until, certainty="derived", source="act-2006-41#section-14Z25")
    put("relations", partnership, "serves", system, "Local Government and Public Involvement in Health Act 2007, section 116ZA",
        "the law requires one for each board; that this one has met is not confirmed" if is_new else
        "required by law from this day; the day it was first set up is not recorded here",
        since=since, until=until, certainty="assumed" if is_new else "derived", source="act-2007-28#section-116ZA")

# Sub-ICB locations.
sicbl22 = {r["sicbl22_code_h"]: (r["sicbl22_code"], r["sicbl22_name"], r["icb22_code_h"]) for r in LSOA11.values()}
sicbl24 = {r["sicbl24_code_nhs"]: (r["sicbl24_code"], r["sicbl24_name"], r["icb24_code_nhs"]) for r in LSOA21.values()}
ons26 = {r["icb_ons_code"]: r["icb26_code_h"] for r in ICB26}
sicbl26 = {r["sicbl_nhs_code"]: (r["sicbl_code"], r["sicbl_name"], ons26[r["icb_code"]]) for r in SICBL26}
AREA_FROM_2022 = {"D2P2L": "Black Country", "01Y": "Tameside"}
AREA_FROM_2026 = {"92A": "Surrey", "U2G6B": "Bracknell Forest, Slough, Windsor and Maidenhead"}


def sicbl(code):
    return "sicbl." + code.lower()


def runs(values):
    """[(from, until, value, step)] from the values of the three maps, equal ones joined."""
    edges, out = [START, CHICHESTER, MERGERS, ""], []
    for i, value in enumerate(values):
        if value is None:
            continue
        if out and out[-1][2] == value:
            out[-1] = (out[-1][0], edges[i + 1], value, out[-1][3])
        else:
            out.append((edges[i], edges[i + 1], value, i))
    return out


SICBL_SOURCE = ["ons-lsoa11-icb22-lad22", "ons-lsoa21-icb24", "nhse-practice-map-2026-08"]
for code in sorted(set(sicbl22) | set(sicbl26)):
    subject = sicbl(code)
    maps = [sicbl22.get(code), sicbl24.get(code), sicbl26.get(code)]
    (since, until, _, step), = runs([m and True for m in maps])
    where = SICBL_SOURCE[step] + "#" + code if not (until or step) else "ods-icb-mergers-2026#" + code
    put("bodies", subject, "sub-icb-location", since=since, until=until, source=where)
    put("legal-forms", subject, "administrative-area", since=since, until=until, certainty="derived", source=where)
    put("codes", subject, "ods", code, since=since, until=until, source=where)
    for field, file in [(0, "codes"), (1, "names"), (2, "relations")]:
        for start, end, value, step in runs([m and m[field] for m in maps]):
            certainty, source = ("derived" if step == 2 else "official"), SICBL_SOURCE[step] + "#" + code
            if file == "codes":
                put("codes", subject, "ons", value, since=start, until=end, certainty=certainty, source=source)
            elif file == "names":
                put("names", subject, value, "official", since=start, until=end, certainty=certainty, source=source)
            else:
                put("relations", subject, "part-of", ICB_ID[value], "", "", since=start, until=end,
                    certainty="official" if step == 2 else certainty, source="ods-icb-mergers-2026#" + code if step == 2 else source)
    area22 = AREA_FROM_2022.get(code) or (area_of(ccg_name[code]) if code in ccg_name else None)
    area26 = AREA_FROM_2026.get(code, area22)
    for start, end, value, _ in runs([maps[0] and area22, maps[1] and area22, maps[2] and area26]):
        put("names", subject, value, "short", since=start, until=end, certainty="derived", source=where)

# Clusters: shared leadership, no legal personality.
CLUSTER = {"BSOL-BC": ("bsol-bc", "Birmingham and Solihull and Black Country cluster", "<2026-09"),
           "CW-HW": ("cw-hw", "Coventry and Warwickshire and Herefordshire and Worcestershire cluster", "<2026-09"),
           "DLN": ("dln", "Derby and Derbyshire, Lincolnshire and Nottingham and Nottinghamshire cluster", "<2026-09"),
           "LNR": ("lnr", "Leicester, Leicestershire and Rutland and Northamptonshire cluster", "<2026-09"),
           "STW-SSOT": ("stw-ssot", "Shropshire, Telford and Wrekin and Staffordshire and Stoke-on-Trent cluster", "<2026-09"),
           "SEL-SWL": ("sel-swl", "South East London and South West London cluster", "2025-12"),
           "BSW-DOR-SOM": ("bsw-dor-som", "Bath and North East Somerset, Swindon and Wiltshire, Dorset and Somerset cluster", "<2026-09"),
           "BNSSG-GLO": ("bnssg-glo", "Bristol, North Somerset and South Gloucestershire and Gloucestershire cluster", "2026-04"),
           "SW-PEN": ("sw-pen", "South West Peninsula cluster", "<2026-09")}
CLUSTER_NOTE = {"BSOL-BC": "joint cluster board", "CW-HW": "boards meet in common", "DLN": "boards meet in common",
                "LNR": "boards meet in common", "STW-SSOT": "boards meet in common",
                "SEL-SWL": "shared chair and chief executive; agreed in December 2025",
                "BSW-DOR-SOM": "shared chair; each has its own board meeting", "BNSSG-GLO": "cluster board from April 2026",
                "SW-PEN": "joint board"}
for key, (identifier, name, since) in CLUSTER.items():
    body("cluster." + identifier, "icb-cluster", "none", name, since, certainty="reported",
         source="icb-board-list-2026-08#" + key)
    put("names", "cluster." + identifier, key, "short", since=since, certainty="reported", source="icb-board-list-2026-08#" + key)
for r in CLUSTERS:
    if r["cluster_id"]:
        identifier, _, since = CLUSTER[r["cluster_id"]]
        put("relations", ICB_ID[r["ods_code"]], "member-of", "cluster." + identifier, "", CLUSTER_NOTE[r["cluster_id"]],
            since=since, certainty="reported", source="icb-board-list-2026-08#" + r["ods_code"])

# The one set of places the brief gives: South Yorkshire and Bassetlaw's five.
for place, code in [("Barnsley", "E08000016"), ("Doncaster", "E08000017"), ("Rotherham", "E08000018"),
                    ("Sheffield", "E08000019"), ("Bassetlaw", "E07000171")]:
    subject = "place." + slug(place)
    body(subject, "place-partnership", "none", place, "<2021-06", certainty="reported", source="brief-004")
    put("relations", subject, "part-of", STP_ID["QF7"], "", "one of five places", since="<2021-06", until=START, certainty="reported", source="brief-004")
    put("relations", subject, "part-of", ICS_ID["QT1" if place == "Bassetlaw" else "QF7"], "",
        "left South Yorkshire when the boards were made" if place == "Bassetlaw" else "one of four places",
        since=START, certainty="derived", source="ons-lsoa11-icb22-lad22")

# ------------------------------------------------- successions and their shares

ACT22 = "NHS Act 2006, sections 14Z25 and 14Z27; SI 2022/632"


def flows(pairs, weights=None):
    """{(old, new): sum} over atoms; weight one each unless given."""
    out = Counter()
    for atom, old, new in pairs:
        out[old, new] += 1 if weights is None else weights[atom]
    return out


def put_shares(edges, since, basis, unit, name_old, name_new, digits=None):
    """One row for each (old, new): its part of old's whole. Parts sum to the whole."""
    source = {"people mid-2020": "ons-population-mid-2020", "people registered 2025/26": "nhse-weighted-populations-2025-26"}.get(unit) \
        or SHARE_SOURCE[since, unit]
    whole = defaultdict(float if digits else int)
    for (old, _), n in edges.items():
        whole[old] += n

    def text(n):
        return format(n, ".%df" % digits) if digits else str(n)

    for (old, new), n in sorted(edges.items()):
        put("shares", name_old(old), name_new(new), basis, unit, text(n), text(whole[old]), since=since, certainty="derived", source=source)


# 1 July 2022: groups to sub-ICB locations and boards; partnerships to systems and boards.
ccg_sicbl = flows((a, c, LSOA11[a]["sicbl22_code_h"]) for a, c in LSOA11_CCG.items())
ccg_sicbl_people = flows(((a, c, LSOA11[a]["sicbl22_code_h"]) for a, c in LSOA11_CCG.items()), PEOPLE)
ccg_icb = flows((a, c, LSOA11[a]["icb22_code_h"]) for a, c in LSOA11_CCG.items())
ccg_icb_people = flows(((a, c, LSOA11[a]["icb22_code_h"]) for a, c in LSOA11_CCG.items()), PEOPLE)
stp_of = {r["CCG21CDH"]: r["STP21CDH"] for r in CCG21}
stp_icb = flows((a, stp_of[c], LSOA11[a]["icb22_code_h"]) for a, c in LSOA11_CCG.items())
stp_icb_people = flows(((a, stp_of[c], LSOA11[a]["icb22_code_h"]) for a, c in LSOA11_CCG.items()), PEOPLE)
ways = Counter(c for c, _ in ccg_sicbl)
assert all((c, c) in ccg_sicbl for c in ccg_name), "a sub-ICB location keeps its group's code"
for c, s in sorted(ccg_sicbl):
    put("successions", "ccg." + c.lower(), "replace" if ways[c] == 1 else "split", sicbl(s), "in-force", ACT22,
        "the same area" if ways[c] == 1 else "the larger part" if c == s else "the smaller part", since=START,
        certainty="derived", source="ons-lsoa11-icb22-lad22#" + s)
for c, b in sorted(ccg_icb):
    own = b == sicbl22[c][2]
    put("successions", "ccg." + c.lower(), "replace" if ways[c] == 1 else "split", ICB_ID[b], "in-force", ACT22,
        "the statutory successor" if own else "part of the area", since=START, certainty="derived", source="ons-lsoa11-icb22-lad22#" + b)
MOVED = {("QF7", "QT1"): "Bassetlaw", ("QOP", "QJ2"): "Glossop", ("QUA", "QHL"): "West Birmingham",
         ("QUE", "QPM"): "nine small areas by the Northamptonshire border"}
for s, b in sorted(stp_icb):
    if s == b:
        put("successions", STP_ID[s], "convert", ICS_ID[b], "in-force", "Health and Care Act 2022", "the system became statutory", since=START, certainty="derived", source="act-2022-31")
        put("successions", STP_ID[s], "replace", ICB_ID[b], "in-force", ACT22,
            "the board took over the partnership's code; the statutory predecessors are the groups", since=START, certainty="derived", source="ons-lsoa11-icb22-lad22#" + b)
    else:
        for other in [ICS_ID[b], ICB_ID[b]]:
            put("successions", STP_ID[s], "transfer", other, "in-force", ACT22, MOVED[s, b] + " moved", since=START, certainty="derived", source="ons-lsoa11-icb22-lad22#" + b)
assert {e for e in stp_icb if e[0] != e[1]} == set(MOVED)
SHARE_SOURCE = {("2022-07-01", "lsoa11"): "ons-lsoa11-ccg21-lad21", ("2023-04-01", "lsoa11"): "ons-lsoa21-icb24",
                ("2026-04-01", "lsoa11"): "ods-icb-mergers-2026", ("2026-04-01", "lsoa21"): "ons-lsoa21-icb24"}
ccg = lambda code: "ccg." + code.lower()
for unit, s_edges, b_edges, p_edges in [("lsoa11", ccg_sicbl, ccg_icb, stp_icb), ("people mid-2020", ccg_sicbl_people, ccg_icb_people, stp_icb_people)]:
    put_shares(s_edges, START, "resident", unit, ccg, sicbl)
    put_shares(b_edges, START, "resident", unit, ccg, ICB_ID.get)
    put_shares(p_edges, START, "resident", unit, STP_ID.get, ICB_ID.get)

# 1 April 2023: four small areas of Chichester.
FOUR = [a for a in LSOA11 if a in LSOA21 and LSOA11[a]["sicbl22_code_h"] == "92A" and LSOA21[a]["sicbl24_code_nhs"] == "70F"]
assert sorted(FOUR) == ["E01031502", "E01031503", "E01031504", "E01031519"]
for old, new in [(ICB_ID["QXU"], ICB_ID["QNX"]), (ICS_ID["QXU"], ICS_ID["QNX"]), (sicbl("92A"), sicbl("70F"))]:
    put("successions", old, "boundary-change", new, "in-force", "", "four small areas of Chichester; both bodies went on, with new ONS codes",
        since=CHICHESTER, certainty="derived", source="ons-lsoa21-icb24#Chichester-001A-D")
heartlands = [a for a in LSOA11 if LSOA11[a]["sicbl22_code_h"] == "92A"]
for unit, weight in [("lsoa11", None), ("people mid-2020", PEOPLE)]:
    edges = flows(((a, "92A", "70F" if a in FOUR else "92A") for a in heartlands), weight)
    put_shares(edges, CHICHESTER, "resident", unit, sicbl, sicbl)
    put_shares({("QXU", "QNX" if n == "70F" else "QXU"): v for (_, n), v in edges.items()}, CHICHESTER, "resident", unit, ICB_ID.get, ICB_ID.get)

# 1 April 2026: sixteen rows.
EVENT26 = {"merger": "merge", "split": "split", "boundary_change": "boundary-change"}
NOTE26 = {"split": "part of the area", "merger": "the whole area",
          "boundary_change": "part of the area passes to a board that goes on with a larger area and a new ONS code"}
for r in SUCCESSION26:
    old, new = r["predecessor_ods"], r["successor_ods"]
    locator = "ods-icb-mergers-2026#row=%d" % row_2026[old, new]
    event, note = EVENT26[r["type"]], NOTE26[r["type"]]
    put("successions", ICB_ID[old], event, ICB_ID[new], "in-force", "", note, since=MERGERS, source=locator)
    put("successions", ICS_ID[old], event, ICS_ID[new], "in-force", "", note, since=MERGERS, certainty="derived", source=locator)
    put("successions", ICP_ID[old], event, ICP_ID[new], "in-force", "", "follows the boards; not confirmed", since=MERGERS, certainty="assumed", source=locator)
for new, note in [("U2G6B", "Bracknell Forest, Slough, Windsor and Maidenhead"), ("92A", "Surrey Heath and parts of Waverley, Guildford and Runnymede"), ("D9Y0V", "part of Hart, and Rushmoor")]:
    put("successions", sicbl("D4U1Y"), "split" if new == "U2G6B" else "boundary-change", sicbl(new), "in-force", "", note,
        since=MERGERS, source="ods-icb-mergers-2026#" + new)

old11 = {a: r["icb22_code_h"] for a, r in LSOA11.items()}
old11.update({a: "QNX" for a in FOUR})                      # since 1 April 2023
edges11 = flows((a, old11[a], LSOA11_26[a]["icb26_code_h"]) for a in LSOA11)
edges11_people = flows(((a, old11[a], LSOA11_26[a]["icb26_code_h"]) for a in LSOA11), PEOPLE)
edges21 = flows((a, LSOA21[a]["icb24_code_nhs"], LSOA21_26[a]["icb26_code_nhs"]) for a in LSOA21)

# Registered people: practice → sub-ICB location → board of 2026; inside Frimley by
# the practice's network, else by its district.
FRIMLEY_DISTRICT = {"E06000039": "U2G6B", "E06000040": "U2G6B", "E06000036": "U2G6B", "E07000089": "D9Y0V", "E07000092": "D9Y0V",
                    "E07000214": "92A", "E07000216": "92A", "E07000209": "92A", "E07000212": "92A"}
location_of, network_of = {}, {}
for r in MAPPING:
    location_of[r["GP_CODE"]] = r["SUB_ICB_LOCATION_CODE"]
    network_of[r["GP_CODE"]] = r["PCN_CODE"]
by_epraccur = {r[0]: r[14] for r in EPRACCUR}
district_of = {r["Practice_Code"]: r["LAD"] for r in PRACTICES}
votes = defaultdict(Counter)
for practice, network in network_of.items():
    if location_of[practice] == "D4U1Y" and network != "U" and practice in district_of:
        votes[network][FRIMLEY_DISTRICT[district_of[practice]]] += 1
network_side = {}
for network, count in votes.items():
    (first, n), *rest = count.most_common()
    assert not rest or rest[0][1] < n, ("a tie inside a network", network, count)
    network_side[network] = first
registered, registered_location, by_network_only = Counter(), Counter(), []
for r in PRACTICES:
    practice, people = r["Practice_Code"], float(r["Population"])
    location = location_of.get(practice) or by_epraccur[practice]
    if location == "D4U1Y":
        side = network_side.get(network_of.get(practice, "U")) or FRIMLEY_DISTRICT[r["LAD"]]
        if side != FRIMLEY_DISTRICT[r["LAD"]]:
            by_network_only.append(practice)
        registered_location["D4U1Y", side] += people
        new = sicbl26[side][2]
    else:
        new = sicbl26[location][2]
    assert sicbl24[location][2] == r["ICB"], (practice, location, r["ICB"])
    registered[r["ICB"], new] += people

changing = {o for o, n in edges11 if o in ended_2026}
pick = lambda edges: {e: v for e, v in edges.items() if e[0] in changing}
put_shares(pick(edges11), MERGERS, "resident", "lsoa11", ICB_ID.get, ICB_ID.get)
put_shares(pick(edges21), MERGERS, "resident", "lsoa21", ICB_ID.get, ICB_ID.get)
put_shares(pick(edges11_people), MERGERS, "resident", "people mid-2020", ICB_ID.get, ICB_ID.get)
put_shares(pick(registered), MERGERS, "registered", "people registered 2025/26", ICB_ID.get, ICB_ID.get, digits=6)
frimley11 = [a for a in LSOA11 if LSOA11[a]["sicbl22_code_h"] == "D4U1Y"]
frimley21 = [a for a in LSOA21 if LSOA21[a]["sicbl24_code_nhs"] == "D4U1Y"]
put_shares(flows((a, "D4U1Y", LSOA11_26[a]["sicbl26_code_h"]) for a in frimley11), MERGERS, "resident", "lsoa11", sicbl, sicbl)
put_shares(flows((a, "D4U1Y", LSOA21_26[a]["sicbl26_code_nhs"]) for a in frimley21), MERGERS, "resident", "lsoa21", sicbl, sicbl)
put_shares(flows(((a, "D4U1Y", LSOA11_26[a]["sicbl26_code_h"]) for a in frimley11), PEOPLE), MERGERS, "resident", "people mid-2020", sicbl, sicbl)
put_shares(registered_location, MERGERS, "registered", "people registered 2025/26", sicbl, sicbl, digits=6)

# 1 April 2023: the councils.
lad_edges = flows((a, r["ltla22_code"], INTO_2023[r["ltla22_code"]]) for a, r in LSOA11.items() if r["ltla22_code"] in INTO_2023)
county_edges = flows((a, upper22[r["ltla22_code"]], INTO_2023[r["ltla22_code"]]) for a, r in LSOA11.items() if r["ltla22_code"] in INTO_2023)
SHARE_SOURCE["2023-04-01", "lsoa11"] = "ons-lsoa11-icb22-lad22"
put_shares(lad_edges, "2023-04-01", "resident", "lsoa11", council, council)
put_shares(county_edges, "2023-04-01", "resident", "lsoa11", council, council)

# ------------------------------------------------------------------ overlaps

def council_overlaps(lads, boards, upper):
    """{(council, board): (part, whole)} counted in small areas, both tiers."""
    part, whole = Counter(), Counter()
    for atom, lad in lads.items():
        for who in {lad, upper[lad]}:
            part[who, boards[atom]] += 1
            whole[who] += 1
    return {k: (n, whole[k[0]]) for k, n in part.items()}


overlap = [
    ("lsoa11", council_overlaps({a: r["ltla22_code"] for a, r in LSOA11.items()}, {a: r["icb22_code_h"] for a, r in LSOA11.items()}, upper22)),
    ("lsoa21", council_overlaps({a: LSOA21_LAD[a][0] for a in LSOA21}, {a: r["icb24_code_nhs"] for a, r in LSOA21.items()}, upper24)),
    ("lsoa21", council_overlaps({a: LSOA21_LAD[a][0] for a in LSOA21}, {a: r["icb26_code_nhs"] for a, r in LSOA21_26.items()}, upper24)),
]
OVERLAP_SOURCE = ["ons-lsoa11-icb22-lad22", "ons-lsoa21-icb24", "concordat-reference"]
for key in sorted(set().union(*[o for _, o in overlap])):
    for start, end, (unit, part, whole), step in runs([key in o and (u,) + o[key] or None for u, o in overlap]):
        put("overlaps", council(key[0]), ICB_ID[key[1]], unit, part, whole, since=start, until=end, certainty="derived", source=OVERLAP_SOURCE[step])

# ---------------------------------------------------------------- placements

for a in frimley11:
    put("placements", "lsoa11." + a.lower(), "lsoa11", a, sicbl(LSOA11_26[a]["sicbl26_code_h"]), since=MERGERS, source="ods-icb-mergers-2026#frimley")
for a in frimley21:
    put("placements", "lsoa21." + a.lower(), "lsoa21", a, sicbl(LSOA21_26[a]["sicbl26_code_nhs"]), since=MERGERS, certainty="derived", source="ods-icb-mergers-2026#frimley")
for a in FOUR:
    for scheme in ["lsoa11", "lsoa21"]:
        put("placements", scheme + "." + a.lower(), scheme, a, sicbl("92A"), since=START, until=CHICHESTER, source="ons-lsoa11-icb22-lad22")
        put("placements", scheme + "." + a.lower(), scheme, a, sicbl("70F"), since=CHICHESTER, source="ons-lsoa21-icb24")
for a, c in LSOA11_CCG.items():                      # the three groups that split in 2022
    if LSOA11[a]["sicbl22_code_h"] != c:
        put("placements", "lsoa11." + a.lower(), "lsoa11", a, sicbl(LSOA11[a]["sicbl22_code_h"]), since=START, source="ons-lsoa11-icb22-lad22")
for district, code in FRIMLEY_DISTRICT.items():
    put("placements", "lad." + district.lower(), "lad", district, sicbl(code), since=MERGERS, certainty="derived", source="ods-icb-mergers-2026#frimley")

# --------------------------------------------------------------------- tiles

# Hexagons: rows count from the south; a row's columns step by 4 and alternate rows
# are shifted by 2, so (row, column) touches (row, ±4) and (row ± 1, column ± 2).
LABELS = {"QT6": "COR", "QJK": "DEV", "QVV": "DOR", "QRL": "HIOW", "QNQ": "FRI", "QXU": "SUR", "QNX": "SUS", "QKS": "KM",
          "QSL": "SOM", "QUY": "BNSSG", "QOX": "BSW", "QU9": "BOB", "QWE": "SWL", "QKK": "SEL", "QR1": "GLO", "QWU": "CW",
          "QHG": "BLMK", "QRV": "NWL", "QMJ": "NCL", "QMF": "NEL", "QGH": "HW", "QHL": "BSOL", "QPM": "NOR", "QM7": "HWE",
          "QUE": "CP", "QH8": "MSE", "QJG": "SNEE", "QOC": "STW", "QUA": "BC", "QK1": "LLR", "QJ2": "DER", "QT1": "NOT",
          "QMM": "NAW", "QYG": "CM", "QNC": "SSOT", "QF7": "SY", "QJM": "LIN", "QOP": "GM", "QWO": "WY", "QOQ": "HNY",
          "QE1": "LSC", "QHM": "NENC", "S0E4D": "TV", "S1Y5D": "CE", "S9B9J": "SSX", "T6Y0W": "NS", "Z9B2Z": "WNL", "D7T5G": "ESX"}
for r in HEX:
    code = r["STP21CDH"]
    put("tiles", ICB_ID[code], "2022", r["row"], r["col"], LABELS[code], since=START, until=MERGERS, certainty="derived", source="ics-hex-grid-2022#" + code)
# 2026: our own arrangement. The north keeps the cells of 2022; the rest was arranged
# so that as many real neighbours as possible touch and no hole is left.
TILES26 = {
    # row 9 to row 1, north to south
    "QE1": (9, 13), "QHM": (9, 17),
    "QOP": (8, 11), "QWO": (8, 15), "QOQ": (8, 19),
    "QYG": (7, 9), "QJ2": (7, 13), "QF7": (7, 17), "QJM": (7, 21),
    "QOC": (6, 7), "QNC": (6, 11), "QK1": (6, 15), "QT1": (6, 19), "T6Y0W": (6, 23),
    "QUA": (5, 9), "QHL": (5, 13), "QPM": (5, 17), "S1Y5D": (5, 21), "D7T5G": (5, 25),
    "QGH": (4, 11), "QWU": (4, 15), "S0E4D": (4, 19), "Z9B2Z": (4, 23), "QMF": (4, 27),
    "QR1": (3, 13), "QOX": (3, 17), "QRL": (3, 21), "QWE": (3, 25), "QKK": (3, 29),
    "QUY": (2, 15), "QVV": (2, 19), "S9B9J": (2, 23), "QKS": (2, 27),
    "QT6": (1, 9), "QJK": (1, 13), "QSL": (1, 17),
}
for code, (row, column) in TILES26.items():
    put("tiles", ICB_ID[code], "2026", row, column, LABELS[code], since=MERGERS, certainty="derived", source="ons-icb-boundaries-2023")


def vertices(path, key):
    """Boundary vertices of each board, rounded to about 100 m."""
    with open(os.path.join(DATA, path), encoding="utf-8") as file:
        features = json.load(file)["features"]
    found = {}
    for feature in features:
        shape = feature["geometry"]
        polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        found[feature["properties"][key]] = {(round(x, 3), round(y, 3)) for polygon in polygons for ring in polygon for x, y in ring}
    return found


def touching(tiles):
    """Pairs of boards whose hexagons touch."""
    return {frozenset((a, b)) for a, (r, c) in tiles.items() for b, (q, d) in tiles.items()
            if (q - r, abs(d - c)) in {(0, 4), (1, 2), (-1, 2)}}


edge = vertices("geo/ICB_APR_2026_derived_from_ONS_BSC.geojson", "ICB26CDH")
NEIGHBOURS26 = {frozenset((a, b)) for a in edge for b in edge if a < b and len(edge[a] & edge[b]) >= 4}

# -------------------------------------------------------------------- claims

TRUST_STP = table("ref/trust22_stp21.csv")
OVERSIGHT = table("nof/mh_community_data_q4.csv")


def number(n, digits=0):
    return format(n, ",.%df" % digits)




residents22 = Counter()
for a, r in LSOA11.items():
    residents22[r["icb22_code_h"]] += PEOPLE[a]
residents26 = Counter()
for a, r in LSOA11_26.items():
    residents26[r["icb26_code_h"]] += PEOPLE[a]
registered26 = Counter()
for (_, new), n in registered.items():
    registered26[new] += n
least, most = min(residents22, key=residents22.get), max(residents22, key=residents22.get)


def most_deprived(rows, key, home, board):
    """Small areas of a board in the most deprived fifth nationally: count, of, percent."""
    mine = [int(r["IMD_decile"]) <= 2 for r in rows if home[r[key]] == board]
    return sum(mine), len(mine), 100 * sum(mine) / len(mine)


home19 = {a: r["icb22_code_h"] for a, r in LSOA11.items()}
home25 = {a: r["icb24_code_nhs"] for a, r in LSOA21.items()}
home26 = {a: r["icb26_code_nhs"] for a, r in LSOA21_26.items()}
bsol19, bsol25 = most_deprived(IMD19, "lsoa11_code", home19, "QHL"), most_deprived(IMD25, "lsoa21_code", home25, "QHL")
surrey19, surrey25 = most_deprived(IMD19, "lsoa11_code", home19, "QXU"), most_deprived(IMD25, "lsoa21_code", home25, "QXU")
merged25 = most_deprived(IMD25, "lsoa21_code", home26, "S9B9J")
ranked = sorted(((most_deprived(IMD19, "lsoa11_code", home19, b)[2], b) for b in residents22))
assert ranked[-1][1] == "QHL" and ranked[0][1] == "QXU"

upper_on_2022 = defaultdict(set)
for (who, b), _ in overlap[0][1].items():
    if who[:3] != "E07":
        upper_on_2022[b].add(who)
ONE_UPPER = sorted(icb_short[b] for b, s in upper_on_2022.items() if len(s) == 1)
OVER_TEN = sorted((icb_short[b], len(s)) for b, s in upper_on_2022.items() if len(s) > 10)
groups_of = Counter(stp_of.values())
alone = sum(n == 1 for n in groups_of.values())
syb_people = sum(PEOPLE[a] for a, c in LSOA11_CCG.items() if stp_of[c] == "QF7")
syb_trusts = sum(r["stp21_code"] == stps["QF7"]["STP21CD"] for r in TRUST_STP)
syb_places = {"02P", "02X", "03L", "03N", "02Q"}
syb_networks = len({r["PCN_CODE"] for r in MAPPING if r["SUB_ICB_LOCATION_CODE"] in syb_places} - {"U"})
frimley_councils = sorted({w for (w, b) in overlap[0][1] if b == "QNQ"})
networks = {r["PCN_CODE"] for r in MAPPING} - {"U"}
population = {r["Practice_Code"]: float(r["Population"]) for r in PRACTICES}
network_people = Counter()
for practice, network in network_of.items():
    if network != "U":
        network_people[network] += population.get(practice, 0)
usual = sum(30000 <= n <= 50000 for n in network_people.values())
practices_all = len(network_of)
practices_out = sum(n == "U" for n in network_of.values())
in_range = lambda people: sum(1e6 <= n <= 3e6 for n in people.values())
above_million = sum(n > 1e6 for n in residents22.values())
themes25 = sorted({r["Domain"] for r in OVERSIGHT} - {"Summary"})
metrics25 = len({r["Metric_ID"] for r in OVERSIGHT if r["Domain"] != "Summary"})
gm_people = residents22["QOP"]

YES, OLD, NO = "reproduced", "superseded", "not-testable"
UNTESTED = "The record holds nothing to test this against; it is kept as said."
CLAIMS = [
    # systems and their history
    ("systems-statutory", "Systems that became statutory", 42, "systems", "brief-001", "2022-07-01", YES, "42 boards on 2022-07-01, counted from the official lookup; 36 from 2026-04-01."),
    ("boards-established", "Integrated care boards established by NHS England", 42, "boards", "brief-001", "2022-07-01", YES, "42 boards on 2022-07-01; 12 ended and 6 began on 2026-04-01, leaving 36."),
    ("systems-covering-england", "Systems covering all of England since April 2021", 42, "systems", "brief-004", "2021-05-11", YES, "42 partnerships in the lookup of April 2021, holding all %s small areas." % number(len(LSOA11))),
    ("full-coverage-by", "Month by which systems were to cover England", "2021-04", "month", "brief-001", "2019-01", YES, "The lookup of April 2021 places every small area in one of 42 partnerships."),
    ("partnerships-44", "Sustainability and transformation partnerships", 44, "partnerships", "brief-001", "2018-02", NO, "The record holds the 42 of April 2021; which other footprints made up 44 is unknown to it."),
    ("partnerships-formed", "Year the partnerships were formed", 2016, "year", "brief-004", "2021-05-11", NO, "Kept as the start of each partnership, as reported; the record has no list of 2016."),
    ("single-group-per-area", "Clinical commissioning groups for each system, as planned", 1, "group", "brief-001", "2019-01", OLD, "In April 2021, %d of 42 partnerships had one group; there were 106 groups." % alone),
    ("first-wave", "First-wave accountable care systems named", 8, "systems", "brief-001", "2017-06", YES, "Eight records, each followed to its partnership, system and board."),
    ("first-wave-money", "Transformation money for the first wave, at most", 450, "million pounds", "brief-001", "2017-06", NO, UNTESTED),
    ("first-wave-money-years", "Years over which that money was to be spent", 4, "years", "brief-001", "2017-06", NO, UNTESTED),
    ("pioneers", "Pioneer systems", 10, "systems", "brief-001", "2018-05", NO, "The eight first-wave systems with Greater Manchester and Surrey Heartlands make ten; that these are the ten meant is our reading."),
    ("designated-2019", "Further areas designated in June 2019", 3, "systems", "brief-001", "2019-06", NO, "The text does not name the three."),
    ("designated-2020", "Further areas designated in May 2020", 4, "systems", "brief-001", "2020-05", NO, "Four are named, and all four are partnerships in the list of April 2021."),
    ("designated-total", "Areas designated by then in all", 18, "systems", "brief-001", "2020-05", NO, "Ten pioneers, three and four make 17, and eight, three and four make 15: the total of 18 cannot be derived from the text."),
    ("statutory-planned", "Month planned for systems to become statutory", "2022-04", "month", "brief-004", "2021-05-11", OLD, "Boards began on 2022-07-01."),
    ("greater-manchester-deal", "Year of Greater Manchester's devolution deal", 2015, "year", "brief-001", "", NO, "One text gives 2015; another gives no date, only that it came before June 2017."),
    ("regions", "Regional teams of NHS England", 7, "regions", "brief-004", "2021-05-11", YES, "Seven regions in the lookups of April 2021 and April 2024; the areas of four changed on 2022-07-01."),
    # size and shape
    ("population-least", "People in the smallest system, about", 500000, "people", "brief-001", "2022", YES, "%s residents (mid-2020) in %s, the fewest on the map of 2022; %s registered in 2025/26 on the map of 2026 is another basis." % (number(residents22[least]), icb_short[least], number(min(registered26.values())))),
    ("population-most", "People in the largest system, more than", 3000000, "people", "brief-001", "2022", YES, "%s residents (mid-2020) in %s, the most on the map of 2022; on the map of 2026 the most is %s residents and, registered in 2025/26, %s in West and North London." % (number(residents22[most]), icb_short[most], number(max(residents26.values())), number(max(registered26.values())))),
    ("population-typical", "People in a typical system, more than", 1000000, "people", "brief-004", "2021-05-11", YES, "%d of 42 boards had more than a million residents (mid-2020) on 2022-07-01." % above_million),
    ("upper-tier-many", "Upper-tier councils in some systems, more than", 10, "councils", "brief-001", "2022", YES, "On 2022-07-01: " + "; ".join("%s %d" % p for p in OVER_TEN) + ", counting every upper-tier council with a small area in the board."),
    ("upper-tier-one", "Upper-tier councils in other systems", 1, "councils", "brief-001", "2022", YES, "On 2022-07-01 one council alone in " + ", ".join(ONE_UPPER) + "."),
    ("deprived-birmingham", "Neighbourhoods of Birmingham and Solihull in the most deprived fifth, nearly", 50, "percent", "brief-001", "2022", YES, "%.2f%% (%d of %d) by the index of 2019, the highest of 42; %.2f%% (%d of %d) by that of 2025." % (bsol19[2], bsol19[0], bsol19[1], bsol25[2], bsol25[0], bsol25[1])),
    ("deprived-surrey", "Neighbourhoods of Surrey Heartlands in the most deprived fifth", 1, "percent", "brief-001", "2022", YES, "%.2f%% (%d of %d) by the index of 2019, the lowest of 42; %.2f%% (%d of %d) by that of 2025; in Surrey and Sussex, which followed, %.1f%%: the merger hides the contrast." % (surrey19[2], surrey19[0], surrey19[1], surrey25[2], surrey25[0], surrey25[1], merged25[2])),
    ("greater-manchester-people", "People in Greater Manchester", 2.8, "million people", "brief-001", "", YES, "%s residents (mid-2020)." % number(gm_people)),
    ("greater-manchester-boroughs", "Boroughs of Greater Manchester", 10, "councils", "brief-001", "", YES, "Ten metropolitan districts, all wholly in the Greater Manchester board."),
    ("neighbourhood-least", "People in a neighbourhood, from", 30000, "people", "brief-004", "2021-05-11", NO, "A rule of thumb; %d of %s primary care networks (August 2025) have 30,000 to 50,000 registered people (2025/26)." % (usual, number(len(network_people)))),
    ("neighbourhood-most", "People in a neighbourhood, to", 50000, "people", "brief-004", "2021-05-11", NO, "A rule of thumb; networks run from %s to %s registered people (2025/26)." % (number(min(network_people.values())), number(max(network_people.values())))),
    ("place-least", "People in a place, from", 250000, "people", "brief-004", "2021-05-11", NO, "A rule of thumb; the record has no national list of places."),
    ("place-most", "People in a place, to", 500000, "people", "brief-004", "2021-05-11", NO, "A rule of thumb; the record has no national list of places."),
    ("system-least", "People in a system, from", 1000000, "people", "brief-004", "2021-05-11", OLD, "%d of 42 boards had one to three million residents (mid-2020) on the map of 2022; %d of 36 on the map of 2026." % (in_range(residents22), in_range(residents26))),
    ("system-most", "People in a system, to", 3000000, "people", "brief-004", "2021-05-11", OLD, "Exceeded: %d of 36 boards have more than three million registered people (2025/26) on the map of 2026." % sum(n > 3e6 for n in registered26.values())),
    ("networks", "Primary care networks, about", 1300, "networks", "brief-004", "2021-05-11", YES, "%s networks in the practice mapping of August 2025; %d of %s practices are in none." % (number(len(networks)), practices_out, number(practices_all))),
    ("network-specifications", "National service specifications for networks", 7, "specifications", "brief-004", "2021-05-11", NO, UNTESTED),
    ("south-yorkshire-places", "Places in South Yorkshire and Bassetlaw", 5, "places", "brief-004", "2021-05-11", OLD, "Five until Bassetlaw left on 2022-07-01; four since."),
    ("south-yorkshire-neighbourhoods", "Neighbourhoods in those places", 36, "neighbourhoods", "brief-004", "2021-05-11", NO, "The neighbourhoods of 2021 are not in the record; the same five areas have %d primary care networks in August 2025." % syb_networks),
    ("subsidiarity-tests", "Subsidiarity tests agreed in West Yorkshire and Harrogate", 3, "tests", "brief-004", "2021-05-11", NO, UNTESTED),
    # consortium of 2017 and the like
    ("frimley-consortium", "Providers in the Frimley consortium", 30, "bodies", "brief-001", "2017-06", NO, "The kinds listed beside it add up to 27; the other three are not named. The difference is left open."),
    ("frimley-groups", "Clinical commissioning groups in it", 5, "bodies", "brief-001", "2017-06", NO, "One group, formed by merger, held the area by April 2021; those of 2017 are not in the record."),
    ("frimley-federations", "General practice federations in it", 5, "bodies", "brief-001", "2017-06", NO, UNTESTED),
    ("frimley-councils", "Councils in it", 10, "bodies", "brief-001", "2017-06", NO, "%d councils of both tiers have small areas in the Frimley board of 2022; which ten are meant is not said." % len(frimley_councils)),
    ("frimley-ambulance-trusts", "Ambulance trusts in it", 2, "bodies", "brief-001", "2017-06", NO, UNTESTED),
    ("frimley-mental-health-and-community", "Mental health and community providers in it", 5, "bodies", "brief-001", "2017-06", NO, "One of the five is named: Virgin Care."),
    ("south-yorkshire-trusts", "Hospital trusts of South Yorkshire and Bassetlaw", 7, "trusts", "brief-001", "2017-06", NO, "A list of 2022 that leaves out care trusts has %d there; which seven were meant in 2017 is not said." % syb_trusts),
    ("south-yorkshire-sites", "Hospital sites", 15, "sites", "brief-001", "2017-06", NO, UNTESTED),
    ("south-yorkshire-staff", "Staff of those trusts", 45000, "people", "brief-001", "2017-06", NO, UNTESTED),
    ("south-yorkshire-residents", "Residents they serve", 2.3, "million people", "brief-001", "2017-06", NO, "Not the residents of the area, who were %s in mid-2020; the text counts whom seven trusts serve, and the record does not hold that." % number(syb_people)),
    ("nottingham-public-bodies", "Public bodies in the Greater Nottingham partnership", 7, "bodies", "brief-001", "2017-06", NO, "They are not named; Circle Health is the one other member given."),
    # oversight, boards, people
    ("metrics", "Measures by which systems are judged, more than", 70, "measures", "brief-001", "2022", NO, "The measures of 2022/23 are not in the record; the framework of 2025/26 uses %d for mental health and community trusts." % metrics25),
    ("themes", "Oversight themes", 6, "themes", "brief-001", "2022", OLD, "The framework of 2025/26 has %d domains." % len(themes25)),
    ("executives", "Executive directors on a board, at least", 5, "members", "brief-001", "2021-07", NO, "The Act asks for a chair, a chief executive and three others; no primary source for five was found."),
    ("non-executives", "Non-executive members on a board, at least", 3, "members", "brief-001", "2021-07", NO, "The briefing of June 2021 counts a chair and two others, which is three if the chair is counted."),
    ("design-independents", "Independent members beside the chair, at least", 2, "members", "brief-003", "2021-06-16", OLD, "An expectation before the Act; the Act's own minimum has applied since 2022-07-01."),
    ("design-executives", "Executive roles expected on a board", 4, "members", "brief-003", "2021-06-16", OLD, "An expectation before the Act: chief executive, finance, nursing and medical directors."),
    ("design-partners", "Partner members, at least", 3, "members", "brief-003", "2021-06-16", OLD, "The Act of 2022 keeps three partner members as its minimum."),
    ("leaders", "Leaders who asked for representative executives", 19, "people", "brief-001", "2021-03", NO, UNTESTED),
    ("chairs-appointed", "Chairs appointed by July 2021", 25, "people", "brief-001", "2021-07", NO, "Of 42, so 17 were still to be appointed."),
    ("chairs-women", "Of those, women", 11, "people", "brief-001", "2021-07", NO, UNTESTED),
    ("chairs-minority-ethnic", "Of those, from a minority ethnic background", 5, "people", "brief-001", "2021-07", NO, UNTESTED),
    ("pharmacy-funding", "Years of national money for a pharmacy lead in each system", 2, "years", "brief-001", "2022", NO, UNTESTED),
    ("inequalities-strategy", "Years that each system's inequalities strategy should span", 10, "years", "brief-001", "2021-03", NO, "A call, not a rule."),
    ("manchester-objectives", "Years over which Manchester's objectives are set", 10, "years", "brief-001", "", NO, UNTESTED),
    ("judicial-reviews", "Court challenges to the integrated care provider contract", 2, "cases", "brief-004", "2021-05-11", NO, "Another text also says two, and that both failed."),
    # the design framework
    ("framework-pages", "Pages of the design framework", 56, "pages", "brief-003", "2021-06-16", NO, UNTESTED),
    ("partnership-principles", "Guiding principles for partnerships", 10, "principles", "brief-003", "2021-06-16", NO, UNTESTED),
    ("involvement-principles", "Principles for working with people and communities", 7, "principles", "brief-003", "2021-06-16", NO, UNTESTED),
    ("leadership-features", "Features of clinical and professional leadership", 5, "features", "brief-003", "2021-06-16", NO, UNTESTED),
    ("leadership-contributors", "Professionals who informed that guidance, more than", 2000, "people", "brief-003", "2021-06-16", NO, UNTESTED),
    ("digital-measures", "Success measures for digital and data", 7, "measures", "brief-003", "2021-06-16", NO, UNTESTED),
]
TESTED_WITH = {
    "systems-statutory": "ons-lsoa11-icb22-lad22", "boards-established": "ons-lsoa11-icb22-lad22",
    "systems-covering-england": "ons-lsoa11-ccg21-lad21", "full-coverage-by": "ons-lsoa11-ccg21-lad21",
    "single-group-per-area": "ons-ccg21-stp21-nhser21", "partnerships-44": "ons-ccg21-stp21-nhser21",
    "regions": "ons-ccg21-stp21-nhser21", "population-least": "ons-population-mid-2020", "population-most": "ons-population-mid-2020",
    "population-typical": "ons-population-mid-2020", "greater-manchester-people": "ons-population-mid-2020",
    "south-yorkshire-residents": "ons-population-mid-2020", "system-least": "ons-population-mid-2020",
    "system-most": "nhse-weighted-populations-2025-26", "upper-tier-many": "ons-lsoa11-icb22-lad22",
    "upper-tier-one": "ons-lsoa11-icb22-lad22", "frimley-councils": "ons-lsoa11-icb22-lad22",
    "greater-manchester-boroughs": "ons-lsoa11-icb22-lad22", "deprived-birmingham": "imd-2019", "deprived-surrey": "imd-2019",
    "neighbourhood-least": "nhse-weighted-populations-2025-26", "neighbourhood-most": "nhse-weighted-populations-2025-26",
    "networks": "nhse-appointments-mapping-2025-08", "south-yorkshire-neighbourhoods": "nhse-appointments-mapping-2025-08",
    "south-yorkshire-trusts": "nhse-trusts-partnerships-2022", "metrics": "nhse-oversight-2025-26", "themes": "nhse-oversight-2025-26",
    "statutory-planned": "act-2022-31", "executives": "act-2022-31", "design-independents": "act-2022-31", "design-partners": "act-2022-31",
}
assert set(TESTED_WITH) <= {c[0] for c in CLAIMS}
# The line of its text in which each claim stands, counted from one.
LINES = {
    "brief-001": {
        21: "systems-statutory metrics themes",
        25: "population-least population-most upper-tier-many upper-tier-one deprived-birmingham deprived-surrey",
        31: "executives non-executives",
        43: "pharmacy-funding",
        59: "first-wave first-wave-money first-wave-money-years",
        61: "frimley-consortium frimley-groups frimley-federations frimley-councils frimley-ambulance-trusts "
            "frimley-mental-health-and-community",
        63: "south-yorkshire-trusts south-yorkshire-sites south-yorkshire-staff south-yorkshire-residents",
        65: "nottingham-public-bodies",
        74: "greater-manchester-boroughs greater-manchester-people",
        75: "greater-manchester-deal manchester-objectives",
        90: "partnerships-44",
        92: "pioneers",
        98: "full-coverage-by single-group-per-area",
        100: "designated-2019 designated-2020",
        102: "designated-total leaders inequalities-strategy chairs-appointed chairs-women chairs-minority-ethnic",
        123: "boards-established",
    },
    "brief-003": {
        9: "framework-pages", 33: "partnership-principles", 75: "design-independents", 76: "design-executives",
        77: "design-partners", 156: "leadership-features leadership-contributors", 170: "involvement-principles",
        264: "digital-measures",
    },
    "brief-004": {
        36: "systems-covering-england", 40: "partnerships-formed", 83: "population-typical",
        89: "neighbourhood-least neighbourhood-most", 91: "place-least place-most", 93: "system-least system-most",
        99: "south-yorkshire-places south-yorkshire-neighbourhoods", 107: "subsidiarity-tests", 119: "networks",
        121: "network-specifications", 149: "statutory-planned", 189: "regions", 199: "judicial-reviews",
    },
}
LINE_OF = {(text, key): line for text, lines in LINES.items() for line, keys in lines.items() for key in keys.split()}
assert set(LINE_OF) == {(c[4], c[0]) for c in CLAIMS}
for key, statement, value, unit, text, as_at, status, finding in CLAIMS:
    place = "%s#line=%d" % (text, LINE_OF[text, key])
    put("claims", "claim." + key, statement, value, unit, place, as_at, status, finding,
        certainty="derived" if finding != UNTESTED else "reported", source=TESTED_WITH.get(key, place))

# --------------------------------------------------------------------- terms

TERMS = [
    ("icp.committee", "ICP", "Integrated care partnership: the committee an integrated care board and its councils must form together, which writes the integrated care strategy.", "icp", "since 2022-07-01; a bill of 2026 would drop the duty, and is not law here", "act-2007-28", START, ""),
    ("icp.contract", "ICP", "Integrated care provider: whoever is awarded one long contract for most care of a defined population. A contract holder, not a new kind of body.", "contract-designation", "draft contracts consulted on from August 2018", "brief-001", "2018-08", ""),
    ("icp.place", "ICP", "Integrated care partnership in an older and local sense: a partnership at place level, below the system. Also called a local care partnership or a local care organisation.", "place-partnership", "usage of 2021", "brief-004", "<2021-06", ""),
    ("icp.health-and-care-partnership", "ICP", "The proposed health and care partnership of a system, named so in the plans of 2021 before the Act settled on integrated care partnership.", "icp", "a proposal; became the committee", "brief-004", "<2021-06", START),
    ("ics", "ICS", "Integrated care system: the partnership of health bodies, councils and others in an area. Not a legal person: decisions belong to its members.", "ics", "until 2022 without a basis in law", "brief-001", "2018-02", ""),
    ("acs", "ACS", "Accountable care system: the name of 2017 for what became an integrated care system.", "acs", "eight named in June 2017; renamed in February 2018", "brief-001", "2017-06", "2018-02"),
    ("aco", "ACO", "Accountable care organisation: one provider, or several under one contract, answerable for the care of a defined population; in England the draft contract was renamed the integrated care provider contract.", "contract-designation", "a borrowed term; never a kind of public body here", "concordat-reference", "?", "2018-08"),
    ("icb", "ICB", "Integrated care board: the statutory body that plans and buys most health services for its area and answers for the money.", "icb", "", "act-2022-31", START, ""),
    ("ics-nhs-body", "ICS NHS body", "The name used in the plans of 2021 for what the Act calls the integrated care board.", "icb", "a proposal; became the board", "brief-003", "<2021-06", START),
    ("ics-partnership", "ICS partnership", "The name used in the design framework of June 2021 for what the Act calls the integrated care partnership.", "icp", "a proposal; became the committee", "brief-003", "2021-06", START),
    ("health-and-care-partnership", "Health and care partnership", "Either the proposed committee of a system (2021), or part of the name that many partnerships of 2016 to 2022 chose for themselves.", "icp", "ambiguous: read with its date", "brief-004", "", ""),
    ("stp.partnership", "STP", "Sustainability and transformation partnership: the voluntary partnership of an area from 2016, forerunner of the integrated care system.", "stp", "", "brief-004", "2016", START),
    ("stp.plan", "STP", "Sustainability and transformation plan: the five-year plan each of those areas wrote in 2016; the letters first meant the plan.", "", "", "brief-001", "2016", ""),
    ("place", "Place", "The level between system and neighbourhood, often one council's area; partners meet in a place partnership, which has no legal personality.", "place-partnership", "not in statute; usual size 250,000 to 500,000 people", "brief-004", "", ""),
    ("place-based-partnership", "Place-based partnership", "The national name for the partnership of a place; local names differ.", "place-partnership", "", "brief-003", "<2021-07", ""),
    ("neighbourhood", "Neighbourhood", "The level of a few practices and the teams around them, usually a primary care network's area.", "", "usual size 30,000 to 50,000 people; not the same as a small statistical area", "brief-004", "", ""),
    ("neighbourhood-statistics", "Neighbourhood", "In deprivation figures, a lower layer super output area: a small statistical area of about 1,500 people.", "", "what 'neighbourhoods in the most deprived fifth' counts", "concordat-reference", "", ""),
    ("system", "System", "The whole area of an integrated care system, or the partnership itself; read with care, since neither can own a decision.", "ics", "usual size one to three million people", "brief-004", "", ""),
    ("hwb", "HWB", "Health and wellbeing board: a committee of each council with social care duties, which assesses local need and sets a local strategy.", "health-and-wellbeing-board", "", "act-2012-7", "2013-04-01", ""),
    ("hosc", "HOSC", "Health overview and scrutiny committee: councillors who examine health services in their area, alone or jointly with other councils.", "scrutiny-committee", "", "brief-003", "", ""),
    ("ccg", "CCG", "Clinical commissioning group: the statutory body, led by practices, that bought most local health services until the boards took over.", "ccg", "ended at the start of 2022-07-01", "brief-001", "2013-04-01", START),
    ("sub-icb-location", "Sub-ICB location", "A part of a board's area kept for statistics, mostly the area of a former clinical commissioning group. Not a body: it decides nothing.", "sub-icb-location", "often keeps the group's code", "ons-lsoa11-icb22-lad22", START, ""),
    ("pcn", "PCN", "Primary care network: a group of neighbouring practices working together under a network contract.", "primary-care-network", "about 1,300", "brief-004", "2019", ""),
    ("gp-federation", "GP federation", "A company or alliance formed by practices to provide services together.", "gp-federation", "", "brief-001", "", ""),
    ("iho", "IHO", "Integrated health organisation: a designation of 2026 by which an existing provider holds a contract for the whole care of a population. Not a new body.", "contract-designation", "the same point as was made of the integrated care provider", "concordat-reference", "2026", ""),
    ("mnp", "MNP", "Multi-neighbourhood provider: a contract designation for care across several neighbourhoods, around 250,000 people.", "contract-designation", "", "concordat-reference", "2026", ""),
    ("snp", "SNP", "Single neighbourhood provider: a contract designation for one neighbourhood, around 50,000 people.", "contract-designation", "", "concordat-reference", "2026", ""),
    ("lcp", "LCP", "Local care partnership: the name for a place partnership in South East London.", "place-partnership", "", "brief-004", "<2021-06", ""),
    ("lco", "LCO", "Local care organisation: the name for a place partnership in Greater Manchester.", "place-partnership", "", "brief-004", "<2021-06", ""),
    ("cluster", "Cluster", "Two or three boards that share a chair, a chief executive or meetings while each remains a separate body with its own duties and accounts.", "icb-cluster", "has no legal personality", "icb-board-list-2026-08", "2025", ""),
    ("provider-collaborative.horizontal", "Provider collaborative", "Similar providers working together across a wide area, such as several acute trusts.", "provider-collaborative", "has no legal personality of its own", "brief-004", "<2021-06", ""),
    ("provider-collaborative.vertical", "Provider collaborative", "Different kinds of provider joining up care for one area: practices, community, hospital, mental health and social care.", "provider-collaborative", "has no legal personality of its own", "brief-004", "<2021-06", ""),
    ("vcse", "VCSE", "Voluntary, community and social enterprise organisations; many work with a system through an alliance.", "voluntary-alliance", "", "brief-003", "", ""),
    ("commissioning-hub", "Commissioning hub", "An office of NHS England that buys specialised, military or prison health services and appears in waiting figures as a commissioner.", "commissioning-hub", "belongs to no board", "nhse-waiting-times-2026-01", "", ""),
    ("region", "Region", "One of seven regional teams of NHS England; not one of the nine statistical regions of England.", "nhs-region", "", "ons-ccg21-stp21-nhser21", "2019", ""),
    ("upper-tier", "Upper-tier council", "A county, unitary, metropolitan district or London borough: the council with social care and public health duties.", "council", "a unitary council counts in both tiers", "ons-lad23-utla23", "", ""),
    ("healthwatch", "Healthwatch", "The independent voice of people who use care, national and local.", "healthwatch", "a bill of 2026 would end it, and is not law here", "act-2012-7", "2012-10", ""),
    ("small-area", "Small area", "A lower layer super output area, in the edition of 2011 or of 2021; the two are never mixed here.", "", "32,844 and 33,755 in England", "ons-lsoa11-lsoa21-lad22", "", ""),
]
DATED_FROM_MEMORY = {"ccg", "pcn", "region", "healthwatch", "hwb", "cluster"}
for key, term, meaning, kind, note, source, since, until in TERMS:
    key = key.replace("commissioning-hub", "commissioning-hub")
    put("terms", "term." + key, term, meaning, kind, note, since=since, until=until,
        certainty="remembered" if source == "concordat-reference" or key in DATED_FROM_MEMORY else "derived", source=source)

# ------------------------------------------- how measures are read, and what they are to reach

ELECTIVE, CANCER, URGENT = "Elective care", "Cancer", "Urgent and emergency care"
POPULATION, INEQUALITY = "Population", "Need and inequality"
RTT_SET, CWT_SET, AE_SET = "Referral to treatment waiting times", "Cancer waiting times", "A&E attendances and emergency admissions"
MENTAL, CONDITIONS, OVERSIGHT = "Mental health", "Long-term conditions", "Oversight"
THERAPIES_SET, QOF_SET = "NHS Talking Therapies monthly statistics", "Quality and Outcomes Framework"
with open(os.path.join(HERE, "../Sources/Oversight/data/metrics.tsv"), encoding="utf-8") as metrics:
    SCORED = [m for m in csv.DictReader(metrics, delimiter="\t") if re.fullmatch("OF[01][0-9]{3}", m["code"])]
for measures, polarity, cadence, theme, dataset, lag in [
    (["waiting-list.incomplete", "waiting-list.incomplete-over-52-weeks", "waiting-list.incomplete-over-65-weeks",
      "waiting-list.incomplete-over-78-weeks", "waiting-list.share-over-52-weeks"], "lower", "monthly", ELECTIVE, RTT_SET, 42),
    (["waiting-list.share-within-18-weeks"], "higher", "monthly", ELECTIVE, RTT_SET, 42),
    (["waiting-list.incomplete-within-18-weeks", "pathways.completed-admitted", "pathways.completed-non-admitted",
      "pathways.started"], "neutral", "monthly", ELECTIVE, RTT_SET, 42),
    (["cancer.faster-diagnosis-28-days.share-within", "cancer.31-day.share-within", "cancer.62-day.share-within"],
     "higher", "monthly", CANCER, CWT_SET, 42),
    (["cancer.faster-diagnosis-28-days.told", "cancer.faster-diagnosis-28-days.within", "cancer.31-day.treated",
      "cancer.31-day.within", "cancer.62-day.treated", "cancer.62-day.within"], "neutral", "monthly", CANCER, CWT_SET, 42),
    (["ae.share-over-four-hours", "ae.over-four-hours", "ae.waits-over-4-hours-from-decision-to-admit",
      "ae.waits-over-12-hours-from-decision-to-admit"], "lower", "monthly", URGENT, AE_SET, 13),
    (["ae.attendances", "ae.attendances-type-1", "ae.emergency-admissions"], "neutral", "monthly", URGENT, AE_SET, 13),
    (["population.registered"], "neutral", "yearly", POPULATION, "Allocations: practice level weighted populations", ""),
    (["population.resident", "population.resident.aged-0-15", "population.resident.aged-16-24",
      "population.resident.aged-25-34", "population.resident.aged-35-49", "population.resident.aged-50-64",
      "population.resident.aged-65-and-over"], "neutral", "yearly", POPULATION, "Small area population estimates", ""),
    (["deprivation.share-in-most-deprived-fifth", "deprivation.share-in-most-deprived-tenth",
      "deprivation.most-deprived-fifth", "deprivation.most-deprived-tenth"], "neutral", "irregular", INEQUALITY,
     "English indices of deprivation", ""),
    (["pathways.incomplete-all-parts.by-provider"], "lower", "monthly", ELECTIVE, RTT_SET, 42),
    (["pathways.completed.by-provider", "pathways.started.by-provider"], "neutral", "monthly", ELECTIVE, RTT_SET, 42),
    (["talking-therapies." + m for m in ["within-6-weeks", "within-18-weeks", "recovery", "reliable-recovery",
                                         "improvement"]], "higher", "monthly", MENTAL, THERAPIES_SET, ""),
    (["talking-therapies.deteriorated", "talking-therapies.deterioration"], "lower", "monthly", MENTAL, THERAPIES_SET, ""),
    (["talking-therapies." + m for m in ["referrals-received", "accessing-services", "ended-referrals",
                                         "finished-course"]], "neutral", "monthly", MENTAL, THERAPIES_SET, ""),
    (["population.registered.aged-%d-and-over" % age for age in [6, 16, 17, 18, 50]], "neutral", "yearly", POPULATION,
     QOF_SET, ""),
    (["disease-register." + g + p for g in "af ast can chd ckd copd dem dep dm ep hf hyp ld mh ndh ob ost pad pc ra stia".split()
      for p in ["", ".prevalence"]], "neutral", "yearly", CONDITIONS, QOF_SET, ""),
    (["health-index." + d for d in ["overall", "healthy-people", "healthy-lives", "healthy-places"]], "higher", "yearly",
     INEQUALITY, "Health Index for England", ""),
    # Values of the scored framework as its catalogue has them; then scores, segments, ranks and flags, where less is better.
    *[(["oversight." + m["code"].lower()], m["polarity"] if m["polarity"] in ("higher", "lower") else "neutral",
       "quarterly", OVERSIGHT, m["data_set"], "") for m in SCORED if m["code"].startswith("OF0")],
    (sorted({"oversight.of1" + m["code"][3:] for m in SCORED}
            | {"oversight.of4" + kind + domain for kind in "01" for domain in ["00", "02", "03", "04", "05"]}
            | {"oversight.of" + n for n in ["5000", "5002", "5003", "5004", "5005", "5007"]} | {"oversight.rank"}),
     "lower", "quarterly", OVERSIGHT, "NHS Oversight Framework", ""),
]:
    owner = "Office for National Statistics" if "resident" in measures[0] or measures[0].startswith("health-index") else NHSE
    for measure in measures:
        put("measure-profiles", measure, polarity, cadence, theme, dataset, owner, lag, certainty="derived")
        if theme in (ELECTIVE, CANCER) and not measure.startswith("pathways"):
            put("measure-profiles", measure + ".by-provider", polarity, cadence, theme, dataset, owner, lag, certainty="derived")

# Official aggregates have been past a gate of their publisher's own, so ours has nothing to hide in them.
OTHERS = ["deprivation.neighbourhoods"] + ["population.weighted." + part for part in [
    "community", "core", "general-and-acute", "health-inequalities", "maternity", "mental-health", "prescribing",
    "primary-medical-care", "primary-medical-care-overall"]]
for measure in sorted({row[4] for row in ROWS["measure-profiles"]} | set(OTHERS)):
    put("disclosure", measure, "none", certainty="assumed", source="small-numbers-as-published")

HANDBOOK, GUIDANCE, FRAMEWORK = "nhs-constitution-handbook", "nhse-planning-guidance", "nhse-planning-framework-2026"
for measure, sort, value, name, since, until, certainty, source in [
    ("waiting-list.share-within-18-weeks", "standard", "0.92", "92% within 18 weeks", "2012-04-01", "", "remembered", HANDBOOK),
    ("waiting-list.share-within-18-weeks", "ambition", "0.65", "65% by March 2026", "2025-04-01", "2026-04-01", "remembered", GUIDANCE),
    ("waiting-list.share-within-18-weeks", "ambition", "0.7", "70% in England by March 2027", "2026-04-01", "2027-04-01", "reported", FRAMEWORK),
    ("waiting-list.share-over-52-weeks", "ambition", "0.01", "under 1% of the list by March 2026", "2025-04-01", "2026-04-01", "remembered", GUIDANCE),
    ("cancer.faster-diagnosis-28-days.share-within", "standard", "0.75", "75% within 28 days", "2021-10-01", "", "remembered", HANDBOOK),
    ("cancer.faster-diagnosis-28-days.share-within", "ambition", "0.77", "77% by March 2025", "2024-04-01", "2025-04-01", "remembered", GUIDANCE),
    ("cancer.faster-diagnosis-28-days.share-within", "ambition", "0.8", "80% by March 2026", "2025-04-01", "2026-04-01", "remembered", GUIDANCE),
    ("cancer.faster-diagnosis-28-days.share-within", "ambition", "0.8", "80%", "2026-04-01", "2029-04-01", "reported", FRAMEWORK),
    ("cancer.31-day.share-within", "standard", "0.96", "96% within 31 days", "2009-01-01", "", "remembered", HANDBOOK),
    ("cancer.62-day.share-within", "standard", "0.85", "85% within 62 days", "2009-01-01", "", "remembered", HANDBOOK),
    ("cancer.62-day.share-within", "ambition", "0.7", "70% by March 2025", "2024-04-01", "2025-04-01", "remembered", GUIDANCE),
    ("cancer.62-day.share-within", "ambition", "0.75", "75% by March 2026", "2025-04-01", "2026-04-01", "remembered", GUIDANCE),
    ("ae.share-over-four-hours", "standard", "0.05", "95% within four hours", "2010-06-01", "", "remembered", HANDBOOK),
    ("ae.share-over-four-hours", "ambition", "0.24", "76% within four hours by March 2024", "2023-04-01", "2024-04-01", "remembered", GUIDANCE),
    ("ae.share-over-four-hours", "ambition", "0.22", "78% within four hours by March 2025", "2024-04-01", "2025-04-01", "remembered", GUIDANCE),
    ("ae.share-over-four-hours", "ambition", "0.22", "78% within four hours by March 2026", "2025-04-01", "2026-04-01", "remembered", GUIDANCE),
    ("ae.share-over-four-hours", "ambition", "0.18", "82% within four hours by March 2027", "2026-04-01", "2027-04-01", "remembered", FRAMEWORK),
]:
    put("targets", measure, sort, value, "", name, since=since, until=until, certainty=certainty, source=source)
    if measure.startswith("cancer") or measure.startswith("waiting"):
        put("targets", measure + ".by-provider", sort, value, "", name, since=since, until=until, certainty=certainty, source=source)

# Trusts that tested another standard reported no four-hour waits until May 2023. The boards are those whose share
# within four hours falls by more than five points from May to June 2023 in the published figures: a derivation.
for ons in ["E54000034", "E54000041", "E54000060", "E54000059", "E54000056", "E54000024", "E54000037", "E54000027",
            "E54000061", "E54000023", "E54000042", "E54000054"]:
    board = [r[4] for r in ROWS["codes"] if r[5:] == ("ons", ons) and r[4].startswith("icb.")][0]
    put("series-notes", "ae.over-four-hours", board, "step",
        "A trust here that had tested another standard reported no waits over four hours until May 2023, and reports "
        "them from June 2023: the figures before cannot be compared.",
        since="2023-06-01", certainty="derived", source="nhse-emergency-care-2023")

# -------------------------------------------------------------------- checks

def escape(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


DATE = re.compile(r"(|\?|[<>]?\d{4}(-\d{2}(-\d{2})?)?)")


def earliest(date):
    """The first day a partial date can mean, as text that sorts; and the last."""
    if date == "":
        return "0000-00-00", "0000-00-00"
    if date == "?":
        return "0000-00-00", "9999-99-99"
    if date[0] == "<":
        return "0000-00-00", date[1:].ljust(7, "-")[:7].ljust(10, "-")
    if date[0] == ">":
        return date[1:].ljust(10, "~"), "9999-99-99"
    return date.ljust(10, "-"), date.ljust(10, "~")


def holds(row, day):
    """True when the fact certainly holds on the day."""
    start, end = row[0], row[1]
    return earliest(start)[1] <= day and (end == "" or earliest(end)[0] > day)


problems = []


def check(condition, message):
    if not condition:
        problems.append(message)


LINES = {}
for file, rows in ROWS.items():
    fact = KINDS[file][0]
    lines = ["\t".join(escape(cell) for cell in (fact, r[0], r[1], "public") + r[2:]) for r in rows]
    check(len(set(lines)) == len(lines), "%s: repeated lines %s" % (file, [l for l, n in Counter(lines).items() if n > 1][:3]))
    def order(line):
        cells = line.split("\t")
        return cells[6].encode(), cells[1].encode(), line.encode()
    LINES[file] = sorted(lines, key=order)
    seen = Counter((r[4], r[0], r[1]) + r[5:] for r in rows)
    check(all(n == 1 for n in seen.values()), "%s: same fact twice %s" % (file, [k for k, n in seen.items() if n > 1][:3]))
    for line in lines:
        check(unicodedata.is_normalized("NFC", line), "not NFC: " + line)
        check(line.count("\t") == 6 + len(KINDS[file][1]), "wrong columns: " + line)
    for r in rows:
        check(re.fullmatch(r"[a-z0-9][a-z0-9.-]*", r[4]), "bad id " + r[4])
        check(DATE.fullmatch(r[0]) and DATE.fullmatch(r[1]), "bad date %s" % (r,))
        check(not (r[0] and r[1]) or earliest(r[0])[0] < earliest(r[1])[1], "empty period %s" % (r,))

sources = {r[4] for r in ROWS["sources"]}
lives = {}
for r in ROWS["bodies"]:
    check(r[4] not in lives, "two lives of " + r[4])
    lives[r[4]] = r
kind_of = {s: r[5] for s, r in lives.items()}
used = set()
for file, rows in ROWS.items():
    for r in rows:
        if file != "sources":
            check(r[3].split("#")[0] in sources, "%s: unknown source %s" % (file, r[3]))
            used.add(r[3].split("#")[0])
        if file in ("legal-forms", "names", "codes", "relations", "roles", "successions", "shares", "overlaps", "tiles"):
            check(r[4] in lives, "%s: no such body %s" % (file, r[4]))
        others = {"relations": 6, "successions": 6, "shares": 5, "overlaps": 5, "placements": 7}
        if file in others:
            check(r[others[file]] in lives, "%s: no such body %s" % (file, r[others[file]]))
        if file == "claims":
            check(r[8].split("#")[0] in sources, "claim without text " + r[4])
# A fact about a body lies within the body's life, where both ends are whole days.
for file in ("legal-forms", "names", "codes", "relations", "roles", "overlaps", "tiles"):
    for r in ROWS[file]:
        life = lives[r[4]]
        if life[0][:1] not in "<>?" and life[0] and file != "relations":
            check(earliest(r[0])[1] >= earliest(life[0])[0], "%s before its body %s" % (file, r))
        if life[1] and life[1][:1] not in "<>?":
            check(r[1] and earliest(r[1])[0] <= earliest(life[1])[1], "%s after its body %s" % (file, r))
used |= {r[8].split("#")[0] for r in ROWS["claims"]}
check(sources - used <= {"brief-000", "imd-2025", "ods-practices-2025-09"}, "sources without a use: %s" % (sources - used))

def alive(kind, day):
    return [s for s, r in lives.items() if r[5] == kind and holds(r, day)]


region_on = lambda day: Counter(r[6] for r in ROWS["relations"] if r[5] == "part-of" and kind_of[r[4]] == "icb" and holds(r, day))
for day, total, by_region in [("2022-07-01", 42, [11, 7, 6, 6, 5, 4, 3]), ("2026-03-31", 42, [11, 7, 6, 6, 5, 4, 3]), ("2026-04-01", 36, [11, 7, 3, 4, 4, 4, 3])]:
    for kind in ["icb", "ics", "icp"]:
        check(len(alive(kind, day)) == total, "%s on %s: %d" % (kind, day, len(alive(kind, day))))
    names = ["midlands", "south-west", "east-of-england", "south-east", "london", "north-east-and-yorkshire", "north-west"]
    check([region_on(day)["region." + n] for n in names] == by_region, "regions on %s: %s" % (day, region_on(day)))
    check(len(alive("sub-icb-location", day)) == 106, "sub-ICB locations on " + day)
    homes = Counter(r[4] for r in ROWS["relations"] if r[5] == "part-of" and kind_of[r[4]] == "sub-icb-location" and holds(r, day))
    check(len(homes) == 106 and set(homes.values()) == {1}, "each sub-ICB location in one board on " + day)
check(not alive("icb", "2022-06-30") and len(alive("ccg", "2022-06-30")) == 106 and not alive("ccg", "2022-07-01"), "groups end as boards begin")
check(len(alive("stp", "2022-06-30")) == 42 and len(alive("nhs-region", "2022-07-01")) == 7, "42 partnerships, 7 regions")
check(len([s for s, k in kind_of.items() if k == "acs"]) == 8, "eight first-wave systems")
check(len([s for s, k in kind_of.items() if k == "icb-cluster"]) == 9, "nine clusters")
check(len([r for r in ROWS["relations"] if r[5] == "member-of" and kind_of[r[6]] == "icb-cluster"]) == 20, "twenty boards in clusters")
check(len([s for s in alive("council", "2022-07-01") if not s.startswith("council.e10")]) == 309, "309 districts in 2022")
check(len([s for s in alive("council", "2024-04-01") if not s.startswith("council.e10")]) == 296, "296 districts in 2024")
check(len([r for r in ROWS["roles"] if r[5] == "upper-tier" and holds(r, "2024-04-01")]) == 153, "153 upper-tier councils in 2024")
check(len([r for r in ROWS["successions"] if r[0] == MERGERS and r[4].startswith("icb.")]) == 16, "sixteen rows")
# The trusts file of April 2026 names exactly the 36 boards as parents.
check({r[3] for r in ETR26 if r[2] != "W00"} - {""} == set(new26), "parents of trusts in April 2026")
# Counts of small areas by location agree with the independent list.
check(Counter(r["sicbl26_code_nhs"] for r in LSOA21_26.values()) == {r["sicbl_nhs_code"]: int(r["n_lsoa"]) for r in SICBL26}, "small areas by location, 2026")
# A code has one holder of a scheme at a time.
holders = defaultdict(list)
for r in ROWS["codes"]:
    holders[r[5], r[6]].append(r)
for key, rs in holders.items():
    for i, a in enumerate(rs):
        for b in rs[i + 1:]:
            apart = (a[1] and earliest(a[1])[1] <= earliest(b[0])[0]) or (b[1] and earliest(b[1])[1] <= earliest(a[0])[0])
            check(apart, "code held twice %s %s %s" % (key, a, b))
# One official name, one legal form and one place for a small area at a time.
for file, mark in [("names", lambda r: r[6] == "official"), ("legal-forms", lambda r: True), ("placements", lambda r: True)]:
    by_subject = defaultdict(list)
    for r in ROWS[file]:
        if mark(r):
            by_subject[r[4]].append(r)
    for rs in by_subject.values():
        for i, a in enumerate(rs):
            for b in rs[i + 1:]:
                apart = (a[1] and earliest(a[1])[1] <= earliest(b[0])[0]) or (b[1] and earliest(b[1])[1] <= earliest(a[0])[0])
                check(apart, "%s: two at once %s %s" % (file, a, b))
# Shares of one predecessor, day and unit sum to their whole.
sums, wholes = defaultdict(float), {}
for r in ROWS["shares"]:
    family = (r[4], r[0], r[6], r[7], r[5].split(".")[0])
    sums[family] += float(r[8])
    wholes[family] = float(r[9])
for family in sums:
    check(abs(sums[family] - wholes[family]) < 1e-4, "shares do not sum %s %s %s" % (family, sums[family], wholes[family]))
# Registered people 2025/26 on the map of 2026.
on_2026 = Counter()
for (_, new), n in registered.items():
    on_2026[new] += n
EXPECTED = {"S1Y5D": 3529683, "D7T5G": 2009857, "T6Y0W": 1807303, "S9B9J": 3175477, "S0E4D": 2513965, "Z9B2Z": 4737954, "QRL": 2175829}
print("Registered people 2025/26 on the map of 2026")
for code, people in EXPECTED.items():
    print("  %-32s %12.6f" % (icb_short[code], on_2026[code]))
    check(round(on_2026[code]) == people, "registered %s %f" % (code, on_2026[code]))
print("  %-32s %12.6f" % ("England", sum(on_2026.values())))
check(round(sum(on_2026.values())) == 63849324, "registered England")
frimley = {new: n / sum(v for (o, _), v in registered.items() if o == "QNQ") for (old, new), n in registered.items() if old == "QNQ"}
print("  Frimley: " + ", ".join("%s %.4f" % (icb_short[c], frimley[c]) for c in ["S0E4D", "QRL", "S9B9J"]))
check([round(frimley[c], 3) for c in ["S0E4D", "QRL", "S9B9J"]] == [0.588, 0.229, 0.183], "Frimley shares")
check(by_network_only == ["H81047"], "practices that follow their network, not their district: %s" % by_network_only)
check(sum(PEOPLE.values()) == 56550138, "residents mid-2020")
for (c, b), people, areas in [(("D2P2L", "QHL"), 12.9, 11.4), (("01Y", "QJ2"), 12.9, 13.0), (("06H", "QPM"), 1.9, 1.8)]:
    a = 100 * ccg_icb[c, b] / sum(n for (o, _), n in ccg_icb.items() if o == c)
    p = 100 * ccg_icb_people[c, b] / sum(n for (o, _), n in ccg_icb_people.items() if o == c)
    check((round(p, 1), round(a, 1)) == (people, areas), "split of %s: %.3f %.3f" % (c, p, a))
check(Counter(LSOA11_26[a]["sicbl26_code_h"] for a in frimley11) == {"U2G6B": 244, "92A": 95, "D9Y0V": 101}, "Frimley small areas")
# Upper-tier councils of a board on 1 July 2022: every council with the role
# and at least one small area in the board.
upper_tier = {r[4] for r in ROWS["roles"] if r[5] == "upper-tier" and holds(r, "2022-07-01")}
boards_upper = defaultdict(dict)
for r in ROWS["overlaps"]:
    if r[4] in upper_tier and holds(r, "2022-07-01"):
        boards_upper[r[5]][r[4]] = (int(r[7]), int(r[8]))
print("Upper-tier councils by board, 1 July 2022:", sorted(Counter(len(v) for v in boards_upper.values()).items()))
for name, n in [("lincolnshire", 1), ("gloucestershire", 1), ("somerset", 1), ("north-east-and-north-cumbria", 13), ("greater-manchester", 10)]:
    found = boards_upper["icb." + name]
    print("  %s: %d %s" % (name, len(found), {k: v for k, v in found.items() if v[0] != v[1]}))
    check(len(found) == n, "upper tier %s %s" % (name, found))
for version, day in [("2022", "2022-07-01"), ("2026", "2026-04-01")]:
    tiles = [r for r in ROWS["tiles"] if r[5] == version]
    check(len({(r[6], r[7]) for r in tiles}) == len({r[8] for r in tiles}) == len(tiles), "tiles of %s unique" % version)
    check({r[4] for r in tiles} == set(alive("icb", day)), "tiles of %s are the boards of %s" % (version, day))
    check(all(re.fullmatch("[A-Z]{2,5}", r[8]) and int(r[7]) % 4 == (1 if int(r[6]) % 2 else 3) for r in tiles), "tile labels and cells of " + version)
kept = len(NEIGHBOURS26 & touching(TILES26))
print("Tiles of 2026: %d of %d real neighbours touch; %d pairs touch that are not neighbours"
      % (kept, len(NEIGHBOURS26), len(touching(TILES26) - NEIGHBOURS26)))
check(kept >= 60, "tiles of 2026 keep too few neighbours")

if problems:
    sys.exit("Nothing written:\n" + "\n".join(problems[:50]))

# ------------------------------------------------------------------- writing

os.makedirs(RECORD, exist_ok=True)
total = 0
for file, lines in LINES.items():
    if not lines:
        continue
    text = "\t".join(COMMON + KINDS[file][1]) + "\n" + "\n".join(lines) + "\n"
    with open(os.path.join(RECORD, file + ".tsv"), "w", encoding="utf-8", newline="") as out:
        out.write(text)
    total += len(text.encode())
    print("%-16s %5d rows %7d bytes" % (file + ".tsv", len(lines), len(text.encode())))
print("all checks hold; %d bytes" % total)
