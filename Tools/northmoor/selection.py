"""Choices of providers under the Provider Selection Regime, with their notices, representations and changes."""
from northmoor.bodies import (CHEST, CIC, CLINIC, COUNTY_FT, FEDERATION, HARBOUR_FT, HOSPICE, MINDS, NORTH, SCANNING,
                              system)
from northmoor.sheets import Fault

CRITERIA = ["quality-and-innovation", "value", "integration-collaboration-sustainability", "access-inequalities-choice",
            "social-value"]
RECORD = ["provider", "process", "deciders", "criteria", "reasons", "conflicts"]
PLAIN = dict(listed_services=True, mixed=False, only_capable=False, patient_choice=False, restricted=True,
             all_who_qualify=False, expression_route=False, framework=False, basic_criteria=True, excluded=False,
             record=RECORD, performing=True, materially_different=False)

# choice: (board, title, cells, notices as (sort, submitted, published))
CHOICES = {
    # Grown from £2.0m to £2.4m: 20 in 100, below the threshold. Its clocks were not kept.
    "dermatology": (NORTH, "Dermatology", dict(
        route="direct-award-c", began="2024-10-01", existing_provider=True, expiring=True, old_value=2_000_000,
        new_value=2_400_000, health_value=2_400_000, other_value=0, cause="authority", identifiable=True, criteria=CRITERIA,
        provider=HARBOUR_FT, awarded="2025-01-06", contracted=Fault(11, "2025-01-06", "2025-01-07"),
        decision="northmoor.decision.dermatology"),
        [("intention-to-award", "2024-12-18", "2024-12-19"),
         ("award", Fault(11, "2025-02-10", "2025-01-20"), Fault(11, "2025-02-11", "2025-01-21"))]),
    # Grown by 30 in 100, but only because more patients came.
    "audiology": (NORTH, "Hearing services", dict(
        route="direct-award-c", began="2025-02-03", existing_provider=True, expiring=True, old_value=2_000_000,
        new_value=2_600_000, health_value=2_600_000, other_value=0, cause="patient-volume", identifiable=True,
        criteria=CRITERIA, provider=CHEST, awarded="2025-05-12", contracted="2025-05-13",
        decision="northmoor.decision.audiology"),
        [("intention-to-award", "2025-04-22", "2025-04-23"), ("award", "2025-05-20", "2025-05-21")]),
    "vale": (NORTH, "Vale lead provider", dict(
        route="direct-award-c", began="2025-01-13", existing_provider=True, expiring=True, old_value=236_000_000,
        new_value=241_000_000, health_value=241_000_000, other_value=0, cause="authority", identifiable=True,
        criteria=CRITERIA, provider=MINDS, awarded="2025-06-23", contracted="2025-06-24",
        decision="northmoor.decision.vale-contract"),
        [("intention-to-award", "2025-06-02", "2025-06-03"), ("award", "2025-07-01", "2025-07-02")]),
    "diagnostics": (NORTH, "Community diagnostics", dict(
        route="competitive", began="2025-06-02", existing_provider=False, expiring=False, old_value=0,
        new_value=12_600_000, health_value=12_600_000, other_value=0, cause="authority", identifiable=False,
        criteria=CRITERIA, provider=SCANNING, bidders=[CLINIC, SCANNING, HARBOUR_FT], awarded="2026-01-20",
        contracted="2026-01-21", decision="northmoor.decision.diagnostics"),
        [("intention-to-award", "2025-12-15", "2025-12-16"), ("award", "2026-02-02", "2026-02-03")]),
    "emergency-dialysis": (NORTH, "Trauma theatre at Northmoor County", dict(
        route="direct-award-a", began="2025-03-03", existing_provider=True, expiring=True, old_value=9_000_000,
        new_value=9_300_000, health_value=9_300_000, other_value=0, cause="external", identifiable=True, criteria=CRITERIA,
        provider=COUNTY_FT, awarded="2025-04-07", contracted="2025-04-08", only_capable=True),
        [("award", "2025-04-14", "2025-04-15")]),
    "eye-choice": (NORTH, "Cataract operations by choice", dict(
        route="direct-award-b", began="2025-03-10", existing_provider=True, expiring=False, old_value=3_100_000,
        new_value=3_100_000, health_value=3_100_000, other_value=0, cause="external", identifiable=True, criteria=CRITERIA,
        provider=CLINIC, awarded="2025-05-01", contracted="2025-05-02", patient_choice=True, restricted=False,
        all_who_qualify=True, expression_route=True),
        [("award", "2025-05-06", "2025-05-07")]),
    "hospice": (NORTH, "Hospice at home", dict(
        route="most-suitable-provider", began="2025-05-05", existing_provider=False, expiring=False, old_value=0,
        new_value=1_950_000, health_value=1_900_000, other_value=50_000, cause="authority", identifiable=True,
        criteria=CRITERIA, provider=HOSPICE, second_step="2025-06-20", awarded="2025-10-20", contracted="2025-10-21",
        mixed=True, separable=False),
        [("intention-to-follow", "2025-06-02", "2025-06-03"), ("intention-to-award", "2025-09-22", "2025-09-23"),
         ("award", "2025-11-03", "2025-11-04")]),
    "burst-main": (NORTH, "Dialysis after a burst main", dict(
        route="urgent", began="2026-02-11", existing_provider=False, expiring=False, new_value=460_000, old_value=0,
        health_value=460_000, other_value=0, cause="external", identifiable=True, provider=CLINIC, awarded="2026-02-11",
        contracted="2026-02-11", criteria=CRITERIA,
        urgent_grounds=["urgent", "unforeseeable-and-not-of-its-making", "delay-risks-safety"]),
        [("urgent", "2026-02-20", "2026-02-21")]),
    "night-sitting": (NORTH, "Night sitting service", dict(
        route="competitive", began="2025-08-04", existing_provider=False, expiring=False, old_value=0, new_value=700_000,
        health_value=700_000, other_value=0, cause="authority", identifiable=False, criteria=CRITERIA,
        bidders=[CIC, HOSPICE], abandoned="2025-11-10", record=[*RECORD, "abandonment"]),
        [("abandonment", "2025-11-20", "2025-11-21")]),
    "physiotherapy-framework": (NORTH, "Framework for physiotherapy", dict(
        route="competitive", began="2025-02-03", existing_provider=False, expiring=False, old_value=0, new_value=5_200_000,
        health_value=5_200_000, other_value=0, cause="authority", identifiable=False, criteria=CRITERIA, framework=True,
        provider=FEDERATION, bidders=[FEDERATION, CIC], awarded="2025-06-16", contracted="2025-06-17", term_years=4),
        [("intention-to-award", "2025-05-27", "2025-05-28"), ("framework-award", "2025-06-24", "2025-06-25"),
         ("award", "2025-06-24", "2025-06-25")]),
    "legacy": (NORTH, "Wheelchairs, begun before the regime", dict(
        route="outside-the-regime", began="2023-11-06", existing_provider=True, expiring=True, old_value=3_900_000,
        new_value=4_000_000, health_value=4_000_000, other_value=0, cause="authority", identifiable=True, provider=MINDS,
        awarded="2024-03-04", contracted="2024-03-18", criteria=CRITERIA), []),
}


def write(book):
    put = book.put
    for key, (icb, title, cells, notices) in CHOICES.items():
        procurement = f"{system(icb)}.procurement.{key}"
        put("procurement", procurement, cells["began"], authority=icb, title=title, **{**PLAIN, **cells})
        for sort, submitted, published in notices:
            start = submitted.wrong if isinstance(submitted, Fault) else submitted
            put("notice", f"{procurement}.notice.{sort}", Fault(11, submitted.wrong, submitted.right)
                if isinstance(submitted, Fault) else start, procurement=procurement, sort=sort, submitted=submitted,
                published=published, whole=True)
        book.complete(procurement, "notices", "documents")
    # Representations in the hospice's standstill: heard, reviewed, answered, and the contract signed after five working days.
    put("representation", "northmoor.procurement.hospice.representation", "2025-09-29",
        procurement="northmoor.procurement.hospice", by=CIC, received="2025-09-29", heard=True, reviewed=True,
        reasons="the criteria were weighed as announced", told="2025-10-10")
    # A change that the authority makes, of £520,000 and 22 in 100, with its notice.
    put("modification", "northmoor.procurement.legacy.change", "2025-09-01", procurement="northmoor.procurement.legacy",
        on="2025-09-01", cause="authority", provided_for=False, materially_different=False, cumulative_change=520_000,
        original_value=4_000_000, noticed="2025-09-15", new_process=False)
    put("notice", "northmoor.procurement.legacy.notice.modification", "2025-09-15",
        procurement="northmoor.procurement.legacy", sort="modification", submitted="2025-09-15", published="2025-09-16",
        whole=True)
