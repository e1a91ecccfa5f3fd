"""A hundred and fifty asks from other functions, and which pieces were made because somebody asked."""

from cal import AS_OF, MONTHS, day, plus, workday
from out import prose
from people import of
from rng import Rng

COLUMNS = [
    "request_id",
    "date",
    "from",
    "function",
    "ask",
    "why",
    "deal_id",
    "objective",
    "due",
    "kind",
    "status",
    "hours",
    "linked_asset",
]
HOURS = {
    "deck": (5, 14),
    "one-pager": (3, 9),
    "comparison": (2, 7),
    "case study": (6, 18),
    "answer": (1, 6),
    "mail": (1, 4),
    "event": (3, 12),
    "pricing": (1, 4),
    "message": (3, 12),
    "training": (4, 12),
    "blog": (4, 9),
    "social": (3, 8),
    "e-book": (18, 40),
    "webinar": (8, 20),
    "page": (2, 7),
    "video": (6, 16),
    "newsletter": (3, 7),
    "press": (2, 5),
    "launch": (10, 30),
    "naming": (1, 4),
    "research": (8, 24),
}
# quarter start -> (asks without an objective, with one): order-taking grows through the year
QUARTERS = [
    ("2024-11-04", 12, 10),
    ("2025-02-03", 16, 11),
    ("2025-05-05", 25, 8),
    ("2025-08-04", 30, 7),
    ("2025-11-03", 11, 2),
]


def templates():
    rows = []
    for line in prose("requests.txt").splitlines():
        if line and line[0] != "#":
            function, kind, objective, asset, ask, why = line.split("|")
            rows.append(
                {
                    "function": function,
                    "kind": kind,
                    "objective": "" if objective == "-" else objective,
                    "answered": "" if asset == "-" else asset,
                    "ask": ask,
                    "why": why,
                }
            )
    return rows


def with_deal(row, date, deals, rng):
    """Names an account whose deal was open on that day."""
    if "{acct}" not in row["ask"] + row["why"]:
        return
    there = [
        d
        for d in deals
        if d["created"] <= date
        and d["plan"] != "dead"
        and (not d.get("closed") or d["closed"] >= date)
        and d["segment"] not in ("small plant", "public")
        and ("food" not in row["ask"] or d["industry"] == "food")
    ]
    deal = rng.pick(there)
    for key in ("ask", "why"):
        row[key] = row[key].replace("{acct}", deal["account"])
    row["deal_id"] = deal["deal_id"] if row["function"] == "sales" else ""
    if row["function"] == "sales" and rng.chance(800):
        row["from"] = deal["owner"]


def wished(assets):
    """The asks that led to a piece: dated some days before it came out."""
    rng, rows = Rng("wished"), []
    published = {a["asset"]: a["published"] for a in assets}
    for line in prose("requested.txt").splitlines():
        if line and line[0] != "#":
            asset, function, kind, ask, why = line.split("|")
            date = workday(plus(day(published[asset]), -rng.between(5, 16))).isoformat()
            rows.append(
                {
                    "function": function,
                    "kind": kind,
                    "objective": "",
                    "answered": "",
                    "ask": ask,
                    "why": why,
                    "date": date,
                    "from": rng.pick(of(function)),
                    "linked_asset": asset,
                }
            )
    return rows


def asks(deals, assets):
    rng, known, rows = Rng("requests"), templates(), wished(assets)
    published = {a["asset"]: a["published"] for a in assets}
    uses = {}
    for start, free, tied in QUARTERS:
        for wants_objective, count in ((False, free), (True, tied)):
            for _ in range(count):
                date = a_day(start, rng)
                pool = [
                    t
                    for t in rng.shuffled(known)
                    if bool(t["objective"]) == wants_objective
                    and in_season(t["ask"], date)
                    and (not t["answered"] or published.get(t["answered"], "2025-01-01") < date.isoformat())
                ]
                text = min(pool, key=lambda t: (len(uses.get(t["ask"], ())), near_to(date, uses.get(t["ask"], ()))))
                uses.setdefault(text["ask"], []).append(date)
                row = dict(text, date=date.isoformat())
                row["from"] = rng.pick(of(row["function"]))
                row["ask"] = row["ask"].replace("{month}", MONTHS[date.month - 1])
                row["why"] = row["why"].replace("{month}", MONTHS[date.month - 1])
                with_deal(row, date, deals, rng)
                rows.append(row)
    return rows


def a_day(start, rng):
    """A working day of the quarter, not between the years."""
    while True:
        date = workday(plus(day(start), rng.below(26 if start == "2025-11-03" else 88)))
        if not (date.month == 12 and date.day > 19 or date.month == 1 and date.day < 6):
            return date


def near_to(date, others):
    return any(abs((date - other).days) < 40 for other in others)


SEASONS = {
    "Insights alerts": ("2025-11-20", "2025-12-31"),
    "templates 2": ("2025-05-05", "2025-06-03"),
    "offline": ("2025-03-11", "2025-12-31"),
    "Launch plan for Insights": ("2024-11-04", "2025-02-28"),
    "voice notes": ("2024-11-04", "2025-03-01"),
    "Autumn": ("2025-08-15", "2025-10-15"),
    "spring fair": ("2024-12-01", "2025-03-20"),
    "after the fair": ("2025-04-01", "2025-05-10"),
    "6.2": ("2025-10-01", "2025-12-31"),
    "raised its prices": ("2025-10-05", "2025-12-31"),
    "one sentence against Shiftly": ("2025-08-01", "2025-12-31"),
    "new story": ("2025-09-08", "2025-12-31"),
    "Certification": ("2025-11-01", "2025-12-31"),
    "test report": ("2025-10-01", "2025-12-31"),
    "Insights in renewals": ("2025-09-01", "2025-12-31"),
    "about the fair": ("2025-03-20", "2025-05-01"),
}


def in_season(ask, date):
    for words, (first, last) in SEASONS.items():
        if words.lower() in ask.lower():
            return first <= date.isoformat() <= last
    return True


def finish(rows, assets, rng):
    """Ids in order of date, due dates, hours, states; a made piece points back at its ask."""
    rows.sort(key=lambda r: (r["date"], r["from"], r["ask"]))
    late = plus(AS_OF, -16).isoformat()
    for number, row in enumerate(rows, 1):
        row["request_id"] = f"R-{number:03d}"
        low, high = HOURS[row["kind"]]
        is_open = row["date"] > "2025-11-24" or row["date"] > late and rng.chance(650)
        row["status"] = (
            "done"
            if row.get("linked_asset")
            else "open" if is_open else rng.weighted([("done", 88), ("declined", 7), ("dropped", 5)])
        )
        row["hours"] = rng.between(low, high) if row["status"] == "done" else ""
        urgent = any(word in row["ask"] + row["why"] for word in ("ASAP", "tomorrow", "urgent", "Friday", "Thursday"))
        row["due"] = workday(plus(day(row["date"]), rng.between(1, 3) if urgent else rng.between(4, 30))).isoformat()
    for asset in assets:
        asset["requested_by"] = next((r["request_id"] for r in rows if r.get("linked_asset") == asset["asset"]), "")


def write(out, deals, assets):
    rows = asks(deals, assets)
    finish(rows, assets, Rng("request states"))
    out.table("requests.csv", COLUMNS, rows)
