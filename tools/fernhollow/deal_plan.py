"""The counts every planted deal truth rests on; the rest of the deal code only spreads them out."""

FIT = "regulated mid-market"

# segment -> (won, lost, no-decision, disqualified, open and alive, open and dead)
COUNTS = {
    FIT: (178, 148, 196, 20, 116, 12),
    "regulated enterprise": (25, 72, 70, 10, 30, 8),
    "discrete": (62, 126, 134, 38, 36, 10),
    "small plant": (21, 44, 80, 32, 18, 8),
    "public": (4, 0, 0, 0, 2, 0),
}
OUTCOMES = ("won", "lost", "no-decision", "disqualified", "open", "dead")

# which vendors were in the deal: outcome -> {(vendors): (inside best fit, outside)}
RIVALS = {
    "won": {("shiftly",): (12, 8), ("opsgrid",): (22, 12), ("shiftly", "opsgrid"): (2, 2), ("kilnbridge",): (0, 1)},
    "lost": {("shiftly",): (38, 54), ("opsgrid",): (18, 30), ("shiftly", "opsgrid"): (5, 9), ("kilnbridge",): (2, 3)},
    "no-decision": {
        ("shiftly",): (14, 20),
        ("opsgrid",): (20, 34),
        ("shiftly", "opsgrid"): (2, 4),
        ("kilnbridge",): (0, 1),
    },
    "disqualified": {("shiftly",): (1, 3), ("opsgrid",): (1, 2)},
    "open": {("shiftly",): (15, 11), ("opsgrid",): (13, 9), ("shiftly", "opsgrid"): (3, 3), ("kilnbridge",): (1, 1)},
    "dead": {("shiftly",): (0, 4), ("opsgrid",): (0, 4)},
}

# what the buyer does instead, in deals without a vendor: outcome -> (paper, in-house, nothing); the rest stay blank
INSTEAD = {
    "won": (110, 30, 21),
    "lost": (84, 55, 12),
    "no-decision": (205, 48, 82),
    "disqualified": (13, 0, 0),
    "open": (72, 22, 18),
    "dead": (8, 2, 2),
}

# sellers' own words for why a deal was lost, with how often each was typed
LOST_WORDS = [
    ("Price", 52),
    ("price", 18),
    ("Price too high", 14),
    ("pricing per user", 9),
    ("Price / no budget", 7),
    ("lost on price", 8),
    ("PRICE", 4),
    ("Price - cheaper elsewhere", 16),
    ("too expensive", 11),
    ("Too expensive vs Excel", 5),
    ("cheaper option", 8),
    ("No SSO", 9),
    ("SSO missing, IT said no", 6),
    ("no single sign-on (SSO)", 5),
    ("IT security - SSO", 6),
    ("SAP PM integration", 9),
    ("no SAP integration", 5),
    ("validation pack too thin", 9),
    ("missing features", 11),
    ("Feature gap", 7),
    ("lost to competitor", 22),
    ("went with the other vendor", 12),
    ("timing", 13),
    ("not now", 9),
    ("champion left", 12),
    ("MES vendor included it", 15),
    ("IT builds it themselves", 14),
    ("no offline", 5),
    ("works council", 6),
    ("see notes", 5),
]
NOTHING_WORDS = [
    ("Price", 58),
    ("price", 22),
    ("Price / no budget", 20),
    ("price, postponed", 18),
    ("too expensive for now", 8),
    ("timing", 48),
    ("project on hold", 46),
    ("went quiet", 52),
    ("no budget this year", 38),
    ("reorganisation", 22),
    ("stayed with Excel", 18),
]
DROPPED_WORDS = [("bad fit", 38), ("too small", 26), ("duplicate", 9), ("student project", 4), ("no shifts", 12)]

# of the won and lost deals this share of wins falls on the last month of a fiscal quarter
QUARTER_END_WINS, QUARTER_END_LOSSES = 158, 114

AGES = {  # days from created to closed, as quantiles
    "won": [21, 48, 66, 84, 104, 132, 171, 296],
    "lost": [12, 36, 54, 74, 97, 128, 176, 342],
    "no-decision": [38, 82, 110, 138, 166, 205, 262, 392],
    "disqualified": [2, 6, 10, 16, 24, 41],
    "open": [3, 14, 27, 42, 60, 84, 121, 176, 268, 384],
    "dead": [412, 446, 498, 570, 690, 840, 1040],
}
OLDEST_CLOSED = 395

AMOUNTS = {  # EUR a year, as quantiles
    FIT: [9000, 18000, 24000, 31000, 38000, 47000, 58000, 74000, 98000, 164000],
    "regulated enterprise": [28000, 54000, 76000, 98000, 128000, 165000, 214000, 290000, 460000],
    "discrete": [7500, 14000, 20000, 27000, 35000, 45000, 60000, 88000, 140000],
    "small plant": [2400, 3900, 4800, 5600, 6900, 8800, 12500],
    "public": [14000, 22000, 30000, 38000],
}
WHALE = 2400000

SEPARATORS = ["; ", "; ", " + ", ", ", " / ", " & "]
SPELLINGS = {
    "shiftly": ["shiftly", "Shiftly", "Shiftly", "Shift-ly", "Shiftly Pro"],
    "opsgrid": ["opsgrid", "OpsGrid", "OpsGrid", "Ops Grid"],
    "kilnbridge": ["kilnbridge", "Kilnbridge"],
    "paper": [
        "Paper logbook",
        "paper log",
        "Excel",
        "Excel",
        "SharePoint",
        "logbook",
        "Excel; SharePoint",
        "Paper logbook + Excel",
    ],
    "in-house": ["in-house build", "In-house", "internal build", "IT builds it"],
    "nothing": ["None", "None (greenfield)", "status quo", "no decision", "do nothing"],
}
