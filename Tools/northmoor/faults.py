"""The planted faults, and what must be found of each."""
from northmoor.bodies import NORTH

BEFORE, AFTER = "2026-03-31", "2026-09-30"
# (fault, rule, body, day, what is wrong)
FAULTS = [
    (1, "DEC.AUTHORITY", NORTH, BEFORE, "the strategic commissioning committee approves £10.6m; its limit is £10m"),
    (2, "DEC.AUTHORITY", NORTH, BEFORE, "£480,000 twice in a week to one supplier, by a director whose limit is £500,000"),
    (3, "DEL.65Z6.JOINT", NORTH, BEFORE, "the Harbour City joint committee decides after the council's delegation lapsed"),
    (4, "DEL.65Z5.ONWARD", NORTH, BEFORE, "the Vale's lead provider passes community services on, though that is barred"),
    (4, "DEL.65Z5.PARTIES", NORTH, BEFORE, "the Vale's lead provider passes them on to a community interest company"),
    (5, "PLACE.AUTHORITY", NORTH, BEFORE, "the Coast forum decides £1m; a forum decides nothing"),
    (5, "ICB.DELEG.INTERNAL", NORTH, BEFORE, "the Coast forum exercises a function; the constitution does not provide for it"),
    (6, "MTG.QUORUM", NORTH, BEFORE, "both partner members who are there step out of item 5, and it is taken"),
    (7, "MTG.NOTICE", NORTH, BEFORE, "the board's meeting of 12 March 2026 has two clear days' notice"),
    (8, "MTG.PUBLIC.BOARD", NORTH, BEFORE, "an item is taken in private with no resolution"),
    (9, "COI.DECLARE.28D", NORTH, BEFORE, "an interest is declared 35 days after it was known"),
    (10, "PSR.COI.ICBMEMBER", NORTH, BEFORE, "the chief executive of a bidder votes in a competitive award"),
    (11, "PSR.STANDSTILL", NORTH, BEFORE, "a contract is signed on 6 January after a notice of 19 December"),
    (11, "PSR.NOTICE.AWARD", NORTH, BEFORE, "its award notice is submitted on day 35"),
    (12, "ICB.COM.REM.CHAIR", NORTH, BEFORE, "the audit chair chairs the remuneration committee"),
    (13, "ICB.COM.COMM.CHAIRAPPROVAL", NORTH, BEFORE, "somebody from outside sits on a commissioning committee without the "
     "chair's approval"),
    (14, "ICB.BOARD.CEO.EMPLOYEE", NORTH, BEFORE, "the chief executive of the cluster is employed by Eastvale alone"),
    (15, "ICB.BOARD.EXECLEADS", NORTH, BEFORE, "nobody leads for special educational needs"),
    (16, "ICP.MEMBERS", NORTH, BEFORE, "the board appoints two members of the partnership"),
    (17, "PLAN.JFP.CONSULT", NORTH, BEFORE, "one health and wellbeing board had no draft of the plan"),
    (18, "DUTY.INVOLVE", NORTH, BEFORE, "beds are moved and nobody was involved"),
    (19, "XFER.ICB.ABOLISH", NORTH, AFTER, "one liability has no home after the merger"),
    (20, "COLLAB.TRUSTS", NORTH, BEFORE, "an acute trust is in no collaborative"),
    (21, "-", NORTH, BEFORE, "a decision relies on a Bill that is not in force"),
]
