"""Weekly use of released items by customer, eligible people included; adoption climbs to a planned level."""

from cal import AS_OF, day, plus
from rng import Rng

COLUMNS = ["date", "account", "feature", "eligible_users", "active_users", "events"]
# item -> (released, share of eligible people at 90 days in thousandths, customers who may use it, weeks written)
ITEMS = {
    "RM-02": ("2024-06-18", 338, 26, 16),
    "RM-03": ("2024-11-12", 31, 28, 16),
    "RM-06": ("2025-01-21", 418, 22, 45),
    "RM-05": ("2025-03-04", 88, 30, 39),
    "RM-08": ("2025-06-03", 117, 18, 26),
    "RM-11": ("2025-09-09", 240, 24, 12),
    "RM-09": ("2025-10-28", 96, 20, 5),
}
BETA = [
    ("RM-15", 2, 62, 13),
    ("RM-15", 3, 48, 10),
]  # item, place among the customers, eligible, active in the last week


def customers(deals):
    """Plants that bought, oldest first."""
    seen, made = set(), []
    for deal in sorted((d for d in deals if d["plan"] == "won"), key=lambda d: (d["closed"], d["deal_id"])):
        if deal["account"] not in seen:
            seen.add(deal["account"])
            made.append((deal["closed"], deal["account"], deal["employees"]))
    return made


def level(week, planned):
    """Share of the planned level in a week: quick at first, then slower, full at week 13."""
    steps = [0, 30, 46, 57, 66, 73, 79, 84, 88, 91, 94, 96, 98, 100]
    return planned * steps[min(week, 13)] // 100


def item_rows(item, plants):
    released, planned, count, weeks = ITEMS[item]
    rng = Rng(f"usage {item}")
    chosen = rng.sample([p for p in plants if p[0].isoformat() < released], count)
    crowd = [
        (
            name,
            max(14, min(240, heads * rng.between(8, 22) // 100)),
            rng.weighted([(0, 24), (50, 26), (120, 30), (190, 20)]),
        )
        for _, name, heads in sorted(chosen, key=lambda p: p[1])
    ]
    lean = sum(e * w for _, e, w in crowd) * 10 // sum(e for _, e, _ in crowd)  # makes the planned level come out
    rows = []
    first_sunday = plus(day(released), 6 - day(released).weekday())
    for week in range(1, weeks + 1):
        date = plus(first_sunday, 7 * (week - 1))
        if date > AS_OF:
            break
        for name, eligible, weight in crowd:
            share = level(week, planned) * weight * 10 // max(1, lean)
            active = min(eligible, (eligible * share + rng.below(700)) // 1000)
            rows.append(
                {
                    "date": date.isoformat(),
                    "account": name,
                    "feature": item,
                    "eligible_users": eligible,
                    "active_users": active,
                    "events": active * rng.between(4, 21),
                }
            )
    return rows


def write(out, deals):
    plants = customers(deals)
    rows = [row for item in ITEMS for row in item_rows(item, plants)]
    for item, place, eligible, active in BETA:
        for week in range(3, -1, -1):
            date = plus(AS_OF, -7 * week)
            now = max(1, active - week)
            rows.append(
                {
                    "date": date.isoformat(),
                    "account": plants[place][1],
                    "feature": item,
                    "eligible_users": eligible,
                    "active_users": now,
                    "events": now * 3,
                }
            )
    rows.sort(key=lambda r: (r["date"], r["feature"], r["account"]))
    out.table("usage.csv", COLUMNS, rows)
