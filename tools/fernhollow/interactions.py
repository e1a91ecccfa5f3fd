"""Six thousand meetings and mails between sixty people; two ties that objectives need are missing."""

from cal import AS_OF, day, plus
from out import prose
from people import PEOPLE, of
from rng import Rng

COLUMNS = ["date", "from", "to", "channel", "topic", "initiated_by", "minutes"]
TOTAL, WITHIN = 6000, 610
FIRST, RECENT = day("2024-12-02"), plus(AS_OF, -90)
QUIET = {
    ("customer-success", "product"): (52, 2),
    ("support", "product-marketing"): (3, 0),
}  # before, in the last 90 days
QUIET_TOPICS = {
    ("customer-success", "product"): "customer visits; roadmap date; feature question",
    ("support", "product-marketing"): "help page",
}


def working_days():
    days, when = [], FIRST
    while when <= AS_OF:
        holiday = (when.month, when.day) >= (12, 22) or (when.month, when.day) <= (1, 3)
        if when.weekday() < 5 and not holiday:
            days.append(when)
        when = plus(when, 1)
    return days


def ties():
    for line in prose("topics.txt").splitlines():
        if line and line[0] != "#":
            pair, weight, begins, topics = line.split(" | ")
            yield tuple(pair.split(" - ")), int(weight), int(begins), [t.strip() for t in topics.split(";")]


def busy(function):
    """People of a function, the first ones more in demand."""
    return [(person, 10 - min(7, place)) for place, person in enumerate(of(function))]


def exchange(pair, begins, topics, when, rng):
    a, b = (rng.weighted(busy(function)) for function in pair)
    there = [t.split("@")[0] for t in topics if "@" not in t or t.split("@")[1] <= when.isoformat()]
    starter, other = (a, b) if rng.below(100) < begins else (b, a)
    meeting = rng.chance(380)
    return {
        "date": when.isoformat(),
        "from": starter,
        "to": other,
        "channel": "meeting" if meeting else "email",
        "topic": rng.pick(there),
        "initiated_by": starter,
        "minutes": rng.weighted([(15, 10), (25, 18), (30, 38), (45, 16), (50, 10), (60, 8)]) if meeting else "",
    }


def inside(function, when, rng):
    people = of(function)
    a, b = rng.sample(people, 2)
    row = exchange((function, function), 50, ["team meeting", "weekly", "plan", "hand-over of work"], when, rng)
    row.update({"from": a, "to": b, "initiated_by": a})
    return row


def write(out):
    rng, days = Rng("interactions"), working_days()
    early = [d for d in days if d < RECENT]
    late = [d for d in days if d >= RECENT]
    rows = []
    for pair, (before, recent) in QUIET.items():
        topics = QUIET_TOPICS[pair].split("; ")
        rows += [exchange(pair, 60, topics, rng.pick(early), rng) for _ in range(before)]
        rows += [exchange(pair, 60, topics, rng.pick(late), rng) for _ in range(recent)]
    rows.append(
        {
            "date": "2025-11-20",
            "from": "j.park",
            "to": "yuki",
            "channel": "meeting",
            "topic": "Insights alerts",
            "initiated_by": "j.park",
            "minutes": 30,
        }
    )  # the first word to product marketing on that launch
    table = list(ties())
    left = TOTAL - WITHIN - len(rows)
    whole = sum(weight for _, weight, _, _ in table)
    for pair, weight, begins, topics in table:
        rows += [exchange(pair, begins, topics, rng.pick(days), rng) for _ in range(left * weight // whole)]
    functions = sorted({person["function"] for person in PEOPLE})
    while len(rows) < TOTAL:
        rows.append(inside(rng.pick(functions), rng.pick(days), rng))
    rows.sort(key=lambda r: (r["date"], r["from"], r["to"], r["topic"], r["channel"]))
    out.table("interactions.csv", COLUMNS, rows)
